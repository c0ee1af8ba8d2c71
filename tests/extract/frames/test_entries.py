"""Which entries of the lexicon hold at a token."""

import pytest

from coranto.extract.frames.entries import find_word, list_entries, match_entry
from coranto.extract.frames.lexicon import load_predicates
from tests.texts import parse


def find(text, word):
    """The first entry that holds at the word, with the words that it used."""
    (sentence,) = parse(text)
    token = next(t for t in sentence.tokens if t.text == word)
    for entry in list_entries(token, load_predicates()):
        used = match_entry(sentence, token, entry)
        if used is not None:
            return entry, [sentence.tokens[i].text for i in used]
    return None, []


def test_the_more_constrained_entry_comes_first():
    for entries in (load_predicates().verbs["fire"], load_predicates().verbs["meet"]):
        ranks = [(not e.loose, e.weight) for e in entries]
        assert ranks == sorted(ranks, reverse=True)


def test_an_entry_holds_only_with_its_fixed_words():
    entry, used = find("Rebels opened fire on the soldiers.", "opened")
    assert entry.type == "ASSAULT"
    assert "fire" in used
    other, _ = find("The mayor opened the harbour.", "opened")
    assert other is None or other.type != "ASSAULT"


@pytest.mark.parametrize(
    ("text", "word"),
    [("Anna March spoke.", "March"), ("The port closed in March.", "March"), ("Ships of Norway sank.", "of")],
)
def test_names_days_and_small_words_are_no_event(text, word):
    (sentence,) = parse(text)
    token = next(t for t in sentence.tokens if t.text == word)
    assert list_entries(token, load_predicates()) == ()


WORDS = [
    ("They gave in to the rebels.", "gave", "in", "in"),
    ("They gave the rebels nothing in Lima.", "gave", "up", None),
    ("Norway pulled its troops out of the town.", "pulled", "out", "out"),
    ("Norway met with Chile.", "met", "with", "with"),
]


@pytest.mark.parametrize(("text", "head", "word", "wanted"), WORDS)
def test_a_fixed_word_is_found_where_it_hangs_on_the_head(text, head, word, wanted):
    (sentence,) = parse(text)
    token = next(t for t in sentence.tokens if t.text == head)
    place = find_word(sentence, token, word)
    assert (None if place is None else sentence.tokens[place].text) == wanted


def test_a_word_before_the_verb_is_none_of_its_particles():
    (sentence,) = parse("In Lima they gave money.")
    token = next(t for t in sentence.tokens if t.text == "gave")
    assert find_word(sentence, token, "in") is None
