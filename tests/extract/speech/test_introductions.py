"""Quotations that are introduced without a verb of speech."""

import pytest

from coranto.extract.speech.attributions import find_attributions
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
