import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coranto.coding.codebook import load_codebook
from coranto.coding.contexts import find_contexts


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the foreign minister meet the ambassador", "diplomatic"),
        ("the central bank raise interest rate", "economic"),
        ("hacker steal the file in a data breach", "cyber"),
        ("uranium enrichment continue at the site", "cbrn"),
        ("the asylum seeker reach the island", "asylum"),
        ("police fire tear gas", "repression"),
        ("the supreme court hear the lawsuit", "legal"),
        ("an earthquake shake the province", "disasters"),
    ],
)
def test_finds_the_context_first_that_most_words_point_to(words, expected):
    assert expected in find_contexts(words.split())[:2]


def test_given_contexts_come_first_and_once():
    assert find_contexts(["ambassador", "army"], ["legal", "diplomatic"])[:3] == ("legal", "diplomatic", "military")


def test_plain_words_point_nowhere():
    assert find_contexts("the cat sit on the mat".split()) == ()


def test_a_phrase_needs_all_its_words():
    assert "military" not in find_contexts(["air", "ticket"])
    assert "military" in find_contexts(["Air", "Force"])


def test_narrower_crimes_push_out_the_general_one():
    found = find_contexts("the gang run a drug cartel".split())
    assert "illegal_drugs" in found
    assert "crime" not in found


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(["army", "air", "force", "court", "Drug", "gang", "oil", "the", "cyber"]), max_size=12))
def test_found_contexts_are_known_and_distinct(words):
    found = find_contexts(words, ["legal"])
    assert len(found) == len(set(found))
    assert set(found) <= set(load_codebook().contexts)
