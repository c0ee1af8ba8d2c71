from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coranto.resolve.names.comparison import (
    agree_bodies,
    agree_persons,
    fits_person,
    guess_gender,
    is_close,
    make_initials,
    read_person,
)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Andrei Kolosov", "Andrey Kolósov", True),
        ("Martin Q. Heller", "Martin Heller", True),
        ("Ana Rojas", "Eva Rojas", False),
        ("Ana Rojas", "Ana Reyes", False),
        ("Jan van der Berg", "Van der Berg", True),
        ("Steve Hui", "Steve Hui Chun-tak", True),
        ("Rojas", "Ana Rojas", False),
    ],
)
def test_full_names_agree(one, other, same):
    assert agree_persons(read_person(one), read_person(other)) is same


@pytest.mark.parametrize(
    ("single", "full", "fit"),
    [("rojas", "Ana Rojas", 3), ("ana", "Ana Rojas", 1), ("kim", "Kim Song Ho", 3), ("lund", "Ana Rojas", 0)],
)
def test_a_lone_word_fits_a_full_name(single, full, fit):
    assert fits_person(single, read_person(full)) == fit


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("marshals service", "national marshals service", True),
        ("ministry", "ministry of trade", False),
        ("foreign ministry", "interior ministry", False),
        ("harbour fund", "harbour fund of oslo", True),
        ("micron", "micron technology", True),
    ],
)
def test_bodies_agree(one, other, same):
    assert agree_bodies(one.split(), other.split()) is same


def test_short_words_must_be_spelt_alike():
    assert not is_close("hans", "hand")
    assert is_close("skvernelis", "skvernialis")


def test_initials_leave_out_small_words():
    assert make_initials("ministry of foreign affairs".split()) == "mfa"


def test_gender_is_told_by_the_given_name_alone():
    assert guess_gender(("maria", "rojas")) == "f"
    assert guess_gender(("maria",)) == ""
    assert guess_gender(("qwx", "rojas")) == ""


@settings(max_examples=50, deadline=None)
@given(*[st.lists(st.text("abcdeé-' .", max_size=8), max_size=4).map(" ".join)] * 2)
def test_agreement_is_symmetric(one, other):
    first, second = read_person(one), read_person(other)
    assert agree_persons(first, second) == agree_persons(second, first)
    assert agree_bodies(first, second) == agree_bodies(second, first)
