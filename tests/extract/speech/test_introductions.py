"""Quotations that are introduced without a verb of speech."""

import pytest

from coranto.extract.speech.attributions import find_attributions
from coranto.parse.sentences import parse_blocks
from tests.extract.paragraphs import make_paragraphs
from tests.texts import parse

CASES = [
    ("The ministry released the following statement: “We regret the loss of the ship.”", "The ministry", "released"),
    ("From the Courier: “The ship sank in the night.”", "the Courier", "From"),
    ("As one sailor put it: “The plan is a mess.”", "one sailor", "put"),
]


@pytest.mark.parametrize(("text", "source", "cue"), CASES)
def test_a_colon_before_a_quotation_gives_it_to_whom_the_words_before_it_name(text: str, source: str, cue: str) -> None:
    found = find_attributions(parse(text))
    assert [(d.source[0].span.text, d.cue[0].text, d.rule) for d in found] == [(source, cue, "introduction")]
    assert found[0].content[0].text == text[text.index("“") :]


@pytest.mark.parametrize(
    "text", ["The port has three docks: the old one and two new ones.", "Note: the port is closed on Sundays."]
)
def test_a_colon_without_a_quotation_introduces_nobody(text: str) -> None:
    assert not [d for d in find_attributions(parse(text)) if d.rule == "introduction"]


BLOCK = "Under the new policy the harbour will be shut at night, and ships must wait until the morning."


@pytest.mark.parametrize(
    ("leading", "block", "found"),
    [
        ("The judges held:", BLOCK, True),
        ("From the Courier:", BLOCK, True),
        ("The mayor added:", BLOCK, True),
        ("The mayor added:", "More ships.", False),
        ("The mayor took part in a quarrel:", BLOCK, False),
        ("The mayor added:", f"- {BLOCK}", False),
    ],
)
def test_a_paragraph_behind_a_colon_is_quoted_without_marks(leading: str, block: str, found: bool) -> None:
    blocks, text = make_paragraphs(leading, block)
    contents = [span.text for draft in find_attributions(parse_blocks(blocks, text)) for span in draft.content]
    assert (block in contents) is found
