"""Where what is said begins and ends."""

import pytest

from coranto.extract.speech.attributions import find_attributions
from tests.texts import parse

CASES = [
    (
        "The minister denied that the ship sank and accused Chile of lying.",
        [("denied", "The minister", "that the ship sank"), ("accused", "The minister", "lying")],
    ),
    (
        "Lind said the port would close and warned that prices may rise.",
        [("said", "Lind", "the port would close"), ("warned", "Lind", "that prices may rise")],
    ),
    ("Norway's claim that the ship sank was doubted.", [("claim", "Norway's", "the ship sank")]),
    (
        "According to what Kolstad said this Wednesday, his department will open an office.",
        [("According to", "Kolstad", "his department will open an office")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_content_ends_where_another_statement_or_a_verdict_begins(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    found = [(d.cue[0].text, d.source[0].span.text, d.content[0].text) for d in find_attributions(parse(text))]
    assert found == expected


def test_a_person_within_the_content_may_go_on_acting() -> None:
    found = find_attributions(parse("He said that he fired the minister and accused him of theft."))
    assert found[0].content[0].text == "that he fired the minister and accused him of theft"


def test_a_relative_pronoun_comes_with_the_noun_that_it_stands_for() -> None:
    found = find_attributions(parse("The video that criticized the envoy was removed."))
    assert [phrase.span.text for phrase in found[0].source] == ["The video", "that"]
