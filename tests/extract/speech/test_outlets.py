"""Outlets by what they are called."""

import pytest

from coranto.extract.speech.outlets import find_outlet, load_source_nouns
from tests.texts import parse

CALLED = [
    ("Lind told the Harbour Courier that the port had closed.", "the", "Harbour Courier"),
    ("Lind told the newspaper Norvik Dagblad that the port had closed.", "the", "newspaper Norvik Dagblad"),
    ("Lind spoke to the official Banda news agency on Monday.", "the", "official Banda news agency"),
    ("Lind spoke on Radio Mirna on Monday.", "Radio", "Radio Mirna"),
    ("Lind spoke on state television on Monday.", "state", "state television"),
    ("Lind told Reuters that the port had closed.", "Reuters", "Reuters"),
]


def find_at(text, word):
    (sentence,) = parse(text)
    return find_outlet(sentence, next(t.i for t in sentence.tokens if t.text == word))


@pytest.mark.parametrize(("text", "word", "name"), CALLED)
def test_what_is_called_like_an_outlet_is_one(text, word, name):
    assert find_at(text, word).span.text == name


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Lind told the press that the port had closed.", "the"),
        ("Lind told foreign media that the port had closed.", "foreign"),
        ("Lind told the harbour council that the port had closed.", "the"),
        ("The press service of the ministry spoke on Monday.", "The"),
    ],
)
def test_what_names_no_one_outlet_is_none(text, word):
    assert find_at(text, word) is None


def test_words_that_only_stand_in_names_tell_no_kind():
    assert "courier" not in load_source_nouns()
    assert load_source_nouns()["newspaper"] == "outlet"
