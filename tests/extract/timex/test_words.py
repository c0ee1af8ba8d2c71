"""Words with their classes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coranto.extract.timex.words import class_number, cut_words, fill_classes, load_classes

NUMBERS = [
    ("7", "n12", 7),
    ("17", "n24", 17),
    ("31", "n31", 31),
    ("45", "n59", 45),
    ("60", "int", 60),
    ("1999", "year", 1999),
    ("2500", "int", 2500),
    ("05", "zero", 5),
    ("2024-03-05", "iso", (2024, 3, 5)),
    ("5/3/2024", "slash", (5, 3, 2024)),
    ("14:30", "time", (14, 30)),
    ("q3", "q", 3),
    ("3rd", "nth", 3),
    ("1990s", "decade", "1990"),
    ("'90s", "decade", "90"),
    ("1/2", "frac", 0.5),
    ("1,500", "int", 1500),
    ("2.5", "dec", 2.5),
]


@pytest.mark.parametrize(("word", "name", "value"), NUMBERS)
def test_figures_have_the_class_of_what_they_may_be(word, name, value):
    assert class_number(word) == (name, value)


@pytest.mark.parametrize("word", ["14:75", "26:00", "q5", "007", "9/8", "1995s", "a380", "3" * 500, "1,50"])
def test_figures_that_tell_no_time_have_none(word):
    assert class_number(word) == ("", None)


def test_classes_are_one_character_each_and_all_differ():
    marks = list(load_classes().values())
    assert len(set(marks)) == len(marks)
    assert all(len(mark) == 1 for mark in marks)
    assert fill_classes("{year}+") == load_classes()["year"] + "+"


def test_a_month_that_is_also_a_verb_needs_its_capital():
    assert cut_words("May").classes != cut_words("may").classes
    assert cut_words("March").classes != cut_words("march").classes


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(["May", "14:30", "3 p.m.", "the", "1990s", "’", " ", "–", "½", "é", "2024-03-05"]), max_size=12
    )
)
def test_every_word_stands_where_it_was_found(pieces):
    text = "".join(pieces)
    words = cut_words(text)
    assert len(words.classes) == len(words.values) == len(words.spans) == len(words.lower)
    assert [text[first:last].lower() for first, last in words.spans] == words.lower
    assert words.spans == sorted(words.spans)
