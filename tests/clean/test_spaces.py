"""Spaces lost after a mark."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coranto.clean.spaces import find_lost_spaces


def mend(text):
    for start, end, repaired in sorted({found[:3] for found in find_lost_spaces(text)}, reverse=True):
        text = text[:start] + repaired + text[end:]
    return text


LOST = [
    ("They met Tuesday.The crowd left.", "They met Tuesday. The crowd left."),
    ("Was it true?Nobody knew.", "Was it true? Nobody knew."),
    ("in the harbour,where they met", "in the harbour, where they met"),
    ("the crowd;others stayed", "the crowd; others stayed"),
    ("It was late.”The crowd left.", "It was late.” The crowd left."),
    ("It was late.“The crowd left.”", "It was late. “The crowd left.”"),
    ("The ministry(MFA) spoke.", "The ministry (MFA) spoke."),
    ("The ministry (MFA)said so.", "The ministry (MFA) said so."),
    ("the “harbour”where they met", "the “harbour” where they met"),
]


@pytest.mark.parametrize(("found", "wanted"), LOST)
def test_a_lost_space_is_found(found, wanted):
    assert mend(found) == wanted


RIGHT = [
    "They met on Tuesday. The crowd left.",
    "See harbour.org, www.Harbour.Com/The or ann@harbour.Net.",
    "the U.S.Senate and the p.m.news",
    "at 10:30 for 1,000.50 euros",
    "ratio:half of it",
    "fish &amp;chips",
    "(re)building the town",
    "one(s) of them",
    "file.The_end",
]


@pytest.mark.parametrize("text", RIGHT)
def test_what_lacks_no_space_is_left(text):
    assert mend(text) == text


def test_every_gap_lies_between_two_characters_of_the_text():
    text = "They met Tuesday.The crowd(MFA)said,where"
    for start, end, repaired, kind, _ in find_lost_spaces(text):
        assert (end - start, kind) == (2, "space")
        assert repaired == f"{text[start]} {text[start + 1]}"


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(["Tuesday", ".", "The", ",", "where", " ", "(", ")", "RT", "”", '"', "\n"]), max_size=14)
)
def test_mending_only_ever_adds_spaces(pieces):
    text = "".join(pieces)
    assert mend(text).replace(" ", "") == text.replace(" ", "")
