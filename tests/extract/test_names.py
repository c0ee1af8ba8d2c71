"""Where a labelled name begins and ends, and what it names."""

import pytest

from coranto.extract.known import find_known
from coranto.extract.labels import Label
from coranto.extract.names import read_name, trim_name
from coranto.model.span import Range
from tests.texts import parse


def read(text, words, label):
    """What is read of the words as a label covers them."""
    (sentence,) = parse(text)
    texts = [token.text for token in sentence.tokens]
    wanted = words.split()
    first = next(i for i in range(len(texts)) if texts[i : i + len(wanted)] == wanted)
    name = read_name(sentence, Label(first, first + len(wanted), label), {})
    return name and (sentence.words(name.tokens), sentence.words(name.whole), name.kind, name.rule)


@pytest.mark.parametrize(
    ("text", "words", "label", "name"),
    [
        ("The Ostrel Group closed.", "The Ostrel Group", "ORG", ("Ostrel Group", "Ostrel Group", "organization")),
        ("Senator Kari Lund left.", "Kari Lund", "PERSON", ("Kari Lund", "Senator Kari Lund", "person")),
        ("Senator Kari Lund left.", "Senator Kari Lund", "PERSON", ("Kari Lund", "Senator Kari Lund", "person")),
        ("Senator Lund left.", "Lund", "ORG", ("Lund", "Senator Lund", "person")),
        ("The mayor of Ostrel left.", "Ostrel", "PERSON", ("Ostrel", "Ostrel", "place")),
        (
            "The Ostrel Fisheries Ministry closed.", "Ostrel Fisheries Ministry", "PERSON",
            ("Ostrel Fisheries Ministry", "Ostrel Fisheries Ministry", "organization"),
        ),
    ],
)  # fmt: skip
def test_a_labelled_name_is_read_with_its_title_and_kind(text, words, label, name):
    assert read(text, words, label)[:3] == name


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("They met on Monday.", "Monday", "ORG"),
        ("The minister left.", "minister", "PERSON"),
        ("The price fell to nine.", "nine", "CARDINAL"),
        ("He said that she left.", "she", "PERSON"),
    ],
)
def test_what_is_no_name_is_none(text, words, label):
    assert read(text, words, label) is None


def test_a_listed_name_that_covers_the_words_has_its_way():
    (sentence,) = parse("Norway voted.")
    assert read_name(sentence, Label(0, 1, "PERSON"), {0: (1, find_known("Norway"))}) is None


def test_articles_and_possessive_endings_are_trimmed():
    (sentence,) = parse("The Ostrel Group's plan failed.")
    assert trim_name(sentence, 0, 4) == Range(1, 3)
