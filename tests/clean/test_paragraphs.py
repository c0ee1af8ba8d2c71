"""Paragraphs by line breaks."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coranto.clean.paragraphs import find_paragraphs

WRAPPED = """The mayor of the town said on Monday that the new harbour
would open in the spring, although the builders still have
much to do before the first of the ships can be let in."""
NEXT = """Nobody on the council spoke against the plan, and most of
them were glad that it had come so far in so few years and
hoped that it would soon be done."""


def find(text):
    return [text[first:last] for first, last in find_paragraphs(text)]


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n", "\r\n\r\n", "\n \t\n", "\u2029"])
def test_each_line_is_a_paragraph_whatever_ends_it(gap):
    assert find(f"The ship sank.{gap}Nobody was hurt.") == ["The ship sank.", "Nobody was hurt."]


def test_lines_wrapped_at_a_width_are_one_paragraph():
    assert find(WRAPPED) == [WRAPPED]
    assert find(f"{WRAPPED}\n\n{NEXT}") == [WRAPPED, NEXT]


def test_a_short_last_line_ends_a_wrapped_paragraph():
    short = WRAPPED.replace("first of the ships can be let in", "end")
    assert find(f"{short}\n{NEXT}") == [short, NEXT]


def test_a_list_is_not_joined():
    lines = ["Bergen", "Oslo", "Tromsø", "Hammerfest"]
    assert find("\n".join(lines)) == lines


@pytest.mark.parametrize("text", ["", " ", "\n\n", " \r\n\t\n"])
def test_a_blank_text_has_none(text):
    assert find(text) == []


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(["The ship sank", ".", " ", "\n", "\r\n", "\n\n", "\u2028", "\x0c", "é"]), max_size=20))
def test_paragraphs_are_in_order_apart_and_hold_every_word(pieces):
    text = "".join(pieces)
    reached = 0
    for first, last in find_paragraphs(text):
        assert reached <= first < last <= len(text)
        assert not text[reached:first].strip()
        assert text[first:last] == text[first:last].strip()
        reached = last
    assert not text[reached:].strip()
