from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coranto.extract.amounts.numbers import find_numbers

VALUES = [
    ("410.8 million", 410_800_000),
    ("1.2bn", 1_200_000_000),
    ("5m", 5_000_000),
    ("30k", 30_000),
    ("5 mln", 5_000_000),
    ("1.5 lakh crore", 1_500_000_000_000),
    ("10.000.000", 10_000_000),
    ("1,042", 1042),
    ("2½", 2.5),
    ("three thousand five hundred", 3500),
    ("two hundred and fifty thousand", 250_000),
    ("one hundred and one thousand two hundred and six", 101_206),
    ("nine hundred ninety-nine", 999),
    ("seven hundred and five", 705),
    ("twenty-five", 25),
    ("six hundred million", 600_000_000),
    ("one hundred thousand", 100_000),
    ("half a million", 500_000),
    ("half-a-dozen", 6),
    ("a quarter of a million", 250_000),
    ("three quarters of a billion", 750_000_000),
    ("two and a half million", 2_500_000),
    ("a million and a half", 1_500_000),
    ("five-and-a-half", 5.5),
    ("a dozen", 12),
    ("a hundred", 100),
    ("two-thirds", 2 / 3),
    ("one-third", 1 / 3),
    ("3/4", 0.75),
    ("one in five", 0.2),
    ("three out of ten", 0.3),
    ("zero", 0),
]


@pytest.mark.parametrize(("text", "value"), VALUES)
def test_a_number_is_read_whole(text, value):
    (found,) = find_numbers(f"There were {text} of them.")
    assert found.value == pytest.approx(value)
    assert f"There were {text} of them."[found.start : found.end] == text


@pytest.mark.parametrize(
    ("text", "low"),
    [("dozens", 24), ("tens of thousands", 20_000), ("hundreds of millions", 200_000_000), ("several hundred", 200)],
)
def test_vague_words_give_a_lower_bound_alone(text, low):
    (found,) = find_numbers(f"There were {text} there.")
    assert (found.value, found.low, found.kind) == (None, low, "vague")


@pytest.mark.parametrize("text", ["F-16", "COVID-19", "G20", "9/11", "24/7", "5:30", "#3", "@user123", "multi-million"])
def test_figures_within_a_code_or_word_are_none(text):
    assert find_numbers(f"It was {text} again") == []


def test_five_and_six_are_two_numbers():
    assert [n.value for n in find_numbers("aged five and six")] == [5, 6]


def test_letters_against_figures_are_kept_for_the_reader():
    assert [n.glued for n in find_numbers("5kg and 3rd")] == ["kg", "rd"]


@settings(max_examples=60, deadline=None)
@given(st.integers(min_value=1, max_value=999_999_999))
def test_grouped_figures_mean_what_python_writes(number):
    (found,) = find_numbers(f"about {number:,} people")
    assert found.value == number


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80))
def test_any_text_gives_ordered_disjoint_numbers(text):
    found = find_numbers(text)
    assert all(0 <= n.start < n.end <= len(text) for n in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
