"""What a number counts."""

import pytest

from coranto.extract.amounts.counting import Context, Draft, load_bounds, read_noun
from coranto.extract.amounts.numbers import find_numbers
from coranto.intake.articles import make_article
from tests.texts import parse


def read(text):
    """The words and unit of the first number that counts something; None where none does."""
    (sentence,) = parse(text)
    context = Context(make_article(text), sentence, [t.offset for t in sentence.tokens])
    for number in find_numbers(sentence.text):
        draft = Draft(number.start, number.end, number)
        if read_noun(context, draft):
            return text[draft.start : draft.end], draft.unit
    return None


COUNTED = [
    ("They sank 40 ships.", "40 ships", "ship"),
    ("They sank 40 old wooden ships.", "40 old wooden ships", "ship"),
    ("They sank 40 of the ships.", "40 of the ships", "ship"),
    ("At least 40 people drowned.", "40 people", "person"),
    ("Some 40 fishermen drowned.", "40 fishermen", "person"),
    ("They sent 300 troops.", "300 troops", "person"),
    ("They arrested 40 Norwegians.", "40 Norwegians", "person"),
    ("A 31-truck convoy came.", "31-truck", "truck"),
    ("A 300-strong force came.", "300-strong", "person"),
    ("They sailed 40 kilometers.", "40 kilometers", "kilometer"),
    ("One soldier drowned.", "One soldier", "person"),
]


@pytest.mark.parametrize(("text", "words", "unit"), COUNTED)
def test_a_number_counts_the_noun_that_it_governs(text, words, unit):
    assert read(text) == (words, unit)


@pytest.mark.parametrize("text", ["It was a three-way race.", "Anna, one of the judges, left.", "One way is shut."])
def test_a_number_in_a_turn_of_phrase_counts_nothing(text):
    assert read(text) is None


def test_half_of_something_is_a_fraction_and_the_first_half_is_none():
    assert read("Half of the ships sank.")[1] == "fraction"
    assert read("The first half was dull.") is None


def test_pronouns_are_counted_as_far_as_they_tell():
    assert read("They killed 40 of us.") == ("40 of us", "person")


BOUNDS = [
    ("before", "at least ", "at_least"),
    ("before", "more than ", "at_least"),
    ("before", "about ", "about"),
    ("before", "up to ", "at_most"),
    ("before", "fewer than ", "at_most"),
    ("after", " or more", "at_least"),
]


@pytest.mark.parametrize(("side", "words", "bound"), BOUNDS)
def test_a_word_beside_a_number_bounds_it(side, words, bound):
    before, after, meaning = load_bounds()
    found = (before.search(f"they lost {words}") if side == "before" else after.match(f"{words} ships"))[1]
    assert meaning[f"{side} {found.lower()}"] == bound
