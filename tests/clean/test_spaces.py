"""Spaces lost after a mark."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coranto.clean.spaces import find_extra_spaces, find_lost_spaces


def mend(text):
    for start, end, repaired in sorted({found[:3] for found in find_lost_spaces(text)}, reverse=True):
        text = text[:start] + repaired + text[end:]
    return text


LOST = [
    ("They met Tuesday.The crowd left.", "They met Tuesday. The crowd left."),
    ("the U.S.Senate and the town", "the U.S. Senate and the town"),
    ("She told the BBC.The crowd left.", "She told the BBC. The crowd left."),
    ("It was 2016.The crowd left.", "It was 2016. The crowd left."),
    ("Mr.Roe met Sen.Doe", "Mr. Roe met Sen. Doe"),
    ("They left the harbour.U.S. boats came.", "They left the harbour. U.S. boats came."),
    ("They left the harbour.2. The boats", "They left the harbour. 2. The boats"),
    ("in the 20thCentury quay", "in the 20th Century quay"),
    ('It was "very late."Boats came with "new" nets.', 'It was "very late." Boats came with "new" nets.'),
    ('He spoke of "nets" at sea."They tore," she said.', 'He spoke of "nets" at sea. "They tore," she said.'),
    ('"It was late.\n"We left at once."They came," he said.', '"It was late.\n"We left at once. "They came," he said.'),
    ("at 5 p.m.The crowd left", "at 5 p.m. The crowd left"),
    ("It was late.22 boats left.", "It was late. 22 boats left."),
    ("Roe“very calm” she said", "Roe “very calm” she said"),
    ("It was late.”“We left.”", "It was late.” “We left.”"),
    ('Roe"very calm" now', 'Roe "very calm" now'),
    ('so "very calm"Roe said', 'so "very calm" Roe said'),
    ("the BBC’sRoe left", "the BBC’s Roe left"),
    ("She didn’tMeet him", "She didn’t Meet him"),
    ("on March15 they met", "on March 15 they met"),
    ("in Category5 of them", "in Category 5 of them"),
    ("in 2016Roe met 13Boats", "in 2016 Roe met 13 Boats"),
    ("the harbour.• The town", "the harbour. • The town"),
    ("the mayor— of the town — left", "the mayor — of the town — left"),
    ("Mary Roe(Mary Ann Roe)", "Mary Roe (Mary Ann Roe)"),
    ("Roe(@roe) wrote", "Roe (@roe) wrote"),
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
    "the U.S.A and the p.m.news",
    "at 10:30 for 1,000.50 euros",
    "ratio:half of it",
    "fish &amp;chips",
    "(re)building the town",
    "one(s) of them",
    "file.The_end",
    "the news of France24 and Windows10.",
    "the 4Runner, a B-52, 3D and the G20",
    "sh— and so on",
    "AT&T and B& B",
]


@pytest.mark.parametrize("text", RIGHT)
def test_what_lacks_no_space_is_left(text):
    assert mend(text) == text


def test_every_gap_lies_between_two_characters_of_the_text():
    text = "They met Tuesday.The crowd(MFA)said,where"
    for start, end, repaired, kind, _ in find_lost_spaces(text):
        assert (end - start, kind) == (1, "space")
        assert repaired in {f"{text[start]} ", f" {text[start]}"}


EXTRA = [
    ("the harbour ,where they met", "the harbour, where they met"),
    ("the harbour , where they met .", "the harbour, where they met."),
    ("Was it so ? Nobody knew !", "Was it so? Nobody knew!"),
    ("the town ( by the sea ) and « the quay »", "the town (by the sea) and «the quay»"),
    ("the  town  by the sea", "the town by the sea"),
]


def tighten(text):
    for start, end, repaired in sorted({found[:3] for found in find_extra_spaces(text)}, reverse=True):
        text = text[:start] + repaired + text[end:]
    return text


@pytest.mark.parametrize(("found", "wanted"), EXTRA)
def test_a_blank_too_much_is_read_as_nothing(found, wanted):
    assert tighten(found) == wanted


@pytest.mark.parametrize("text", ["so . . . and on", "at .5 of it", "a :) b", "an arm , ", "the end .5", "x ..."])
def test_a_blank_that_may_be_meant_stays(text):
    assert tighten(text).replace(" ,", ",") == text.replace(" ,", ",")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(["Tuesday", ".", "The", ",", "where", " ", "(", ")", "RT", "”", '"', "\n"]), max_size=14)
)
def test_mending_only_ever_adds_spaces(pieces):
    text = "".join(pieces)
    assert mend(text).replace(" ", "") == text.replace(" ", "")
