"""Quotations given to their speakers."""

import pytest

from coranto.extract.speech.quoted import attach_quotations
from coranto.extract.speech.quotes import find_quotations
from coranto.extract.speech.reported import find_reported
from coranto.parse.sentences import parse_blocks
from tests.extract.paragraphs import make_paragraphs


def attach(*paragraphs):
    """(source, contents) of the attributions with content."""
    blocks, text = make_paragraphs(*paragraphs)
    sentences = parse_blocks(blocks, text)
    candidates = [c for s in sentences for c in find_reported(s)]
    grown = attach_quotations(sentences, candidates, find_quotations(sentences))
    assert len(grown) == len(candidates)
    assert all(text[span.start : span.end] == span.text for c in grown for span in c.content)
    return [(" ".join(p.span.text for p in c.source), [s.text for s in c.content]) for c in grown if c.content]


BESIDE = [
    ("“The ship is lost,” the mayor said.", "the mayor", ["“The ship is lost,”"]),
    ("The mayor said: “The ship is lost.”", "The mayor", ["“The ship is lost.”"]),
    ("“Our plan,” Anna Lind said, “will not work.”", "Anna Lind", ["“Our plan,”", "“will not work.”"]),
    ("The mayor told the council on Monday, “The ship is lost.”", "The mayor", ["“The ship is lost.”"]),
]


@pytest.mark.parametrize(("text", "source", "content"), BESIDE)
def test_a_quotation_beside_a_cue_is_its_speakers(text, source, content):
    assert attach(text) == [(source, content)]


PARTED = [
    ("“The ship,” said the mayor, “is lost for good.”", "the mayor"),
    ("“Taxes,” the minister told reporters, “must rise this year.”", "the minister"),
]


@pytest.mark.parametrize(("text", "source"), PARTED)
def test_nobody_in_a_quotation_speaks_it(text, source):
    assert [found for found, _ in attach(text)] == [source]


def test_a_quotation_partly_in_the_content_is_taken_whole():
    ((_, content),) = attach("The mayor said that the ship was “lost. It is gone for good.”")
    assert content[0].startswith("that the ship was “lost.")
    assert content[-1].endswith("gone for good.”")


def test_a_quotation_without_a_cue_is_carried_on_from_the_speaker_before():
    ((source, content),) = attach("“The ship is lost,” the mayor said. “We will build a new one.”")
    assert source == "the mayor"
    assert content == ["“The ship is lost,”", "“We will build a new one.”"]


def test_a_quotation_in_the_next_paragraph_is_carried_on_too():
    found = attach("“The ship is lost,” the mayor said.", "“We will build a new one this year.”")
    assert found == [("the mayor", ["“The ship is lost,”", "“We will build a new one this year.”"])]


def test_two_speakers_keep_their_own_words():
    text = "“The ship is lost,” the mayor said. “It is not,” the captain replied."
    assert attach(text) == [("the mayor", ["“The ship is lost,”"]), ("the captain", ["“It is not,”"])]


def test_a_quotation_far_from_any_cue_is_nobodys():
    found = attach(
        "The mayor said that the ship was lost.",
        "Snow fell on the town. It lay for days. Trade was slow and the roads were closed to all.",
        "The sign on the wall read “No entry for anyone here.”",
    )
    assert ("The mayor", ["that the ship was lost"]) in found


def test_without_quotations_nothing_grows():
    assert attach("The mayor said that the ship was lost.") == [("The mayor", ["that the ship was lost"])]
