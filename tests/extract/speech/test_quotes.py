"""Quotations: kinds of marks, odd marks, quotations of several paragraphs."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coranto.extract.speech.quotes import find_quotations
from coranto.model.sentence import Sentence
from coranto.parse.sentences import parse_blocks
from tests.extract.paragraphs import make_paragraphs
from tests.texts import parse


def texts(sentences: tuple[Sentence, ...]) -> list[str]:
    return [sentences[0].found[q.start : q.end] for q in find_quotations(sentences)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We will stay," she said.', ['"We will stay,"']),
        ("“We will stay,” she said.", ["“We will stay,”"]),
        ("«We will stay», she said.", ["«We will stay»"]),
        ("''We will stay,'' she said.", ["''We will stay,''"]),
        ("‘We will stay,’ she said.", ["‘We will stay,’"]),
        ("'We will stay,' she said.", ["'We will stay,'"]),
        ("He called it “a ‘grave’ error” twice.", ["“a ‘grave’ error”"]),
        ('"One," he said. "Two."', ['"One,"', '"Two."']),
        ("The workers' union didn't meet the owners' envoy.", []),
        ("They left in ‘08 and the 'round table broke up.", []),
        ("The minister's aide can't say 'no'.", ["'no'"]),
    ],
)
def test_marks_of_every_kind_are_paired(text: str, expected: list[str]) -> None:
    assert texts(parse(text)) == expected


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    blocks, text = make_paragraphs("“We will stay, she said.", "The harbour was calm.")
    assert texts(parse_blocks(blocks, text)) == ["“We will stay, she said."]


def test_a_quotation_goes_on_in_a_paragraph_that_opens_again() -> None:
    blocks, text = make_paragraphs(
        "“We will stay,” she said. “It is our home.", "“Nobody will drive us out.”", "It rained."
    )
    found = find_quotations(parse_blocks(blocks, text))
    assert [q.opens for q in found] == [False, False, True]
    assert [q.unclosed for q in found] == [False, True, False]


def test_a_stray_mark_swallows_no_more_than_its_paragraph() -> None:
    blocks, text = make_paragraphs('The ship was 12" long.', '"It sank," he said.')
    assert texts(parse_blocks(blocks, text))[-1] == '"It sank,"'


@given(st.text(alphabet="ab .,\"“”'‘’«»\n", max_size=60))
@settings(max_examples=40, deadline=None)
def test_quotations_are_ordered_and_apart(text: str) -> None:
    blocks, whole = make_paragraphs(*text.split("\n"))
    sentences = parse_blocks(blocks, whole)
    found = find_quotations(sentences)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(whole[q.start : q.end].strip() for q in found)
