"""Cues with their source and content."""

import pytest

from coranto.extract.speech.reported import find_reported
from tests.texts import parse


def find(text):
    return [c for s in parse(text) for c in find_reported(s)]


CASES = [
    ("The mayor said that the ship sank.", "The mayor", "said", ["that the ship sank"], "state"),
    ("The ship sank, the mayor said.", "the mayor", "said", ["The ship sank"], "state"),
    (
        "The mayor did not confirm that the ship sank.",
        "The mayor",
        "did not confirm",
        ["that the ship sank"],
        "decline_comment",
    ),
    ("The mayor called for an inquiry.", "The mayor", "called for", ["an inquiry"], "demand"),
    ("The ship, the mayor said, sank.", "the mayor", "said", ["The ship", "sank"], "state"),
    ("Chile condemned the raid.", "Chile", "condemned", ["the raid"], "accuse"),
]


@pytest.mark.parametrize(("text", "source", "cue", "content", "act"), CASES)
def test_a_cue_is_read_with_all_that_belongs_to_it(text, source, cue, content, act):
    (found,) = find(text)
    assert [p.span.text for p in found.source] == [source]
    assert " ".join(span.text for span in found.cue) == cue
    assert ([span.text for span in found.content], found.act) == (content, act)


@pytest.mark.parametrize("text", ["The ship sank off Bergen.", "They read and left at noon.", "The bill passed."])
def test_what_reports_nothing_is_left_out(text):
    assert [c for c in find(text) if c.content] == []


def test_a_quoted_speaker_is_the_source_and_the_quoter_a_relay():
    found = [c for c in find("The Courier quoted Lind as saying that the ship sank.") if c.content]
    assert len(found) == 1
    assert [p.span.text for p in found[0].source] == ["Lind"]
    assert [p.span.text for p in found[0].relay] == ["The Courier"]


def test_two_cues_of_a_sentence_are_two_reports_in_order():
    found = find("The mayor said that the ship sank and the captain denied taking bribes.")
    assert [c.cue[-1].text for c in found] == ["said", "denied"]
    assert [c.source[0].span.text for c in found] == ["The mayor", "the captain"]


def test_every_report_names_its_rule_and_is_more_or_less_sure():
    for text, *_ in CASES:
        for candidate in find(text):
            assert candidate.rule.split("_")[0] in {"verb", "noun"}
            assert 0 < candidate.confidence <= 1


def test_content_cue_and_source_share_no_word():
    for text, *_ in CASES:
        for found in find(text):
            named = [*found.cue, *(p.span for p in found.source)]
            assert not any(a.overlaps(b) for a in found.content for b in named)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Norland insisted that the envoy leave the country.", "demand"),
        ("The board suggested that the plant be closed.", "demand"),
        ("Norland insisted that the envoy had left the country.", "claim"),
    ],
)
def test_a_bare_verb_after_the_cue_is_a_demand(text: str, act: str) -> None:
    assert [c.act for c in find_reported(parse(text)[0])] == [act]


def test_what_leads_to_a_cue_is_not_what_it_tells() -> None:
    [asked, replied] = find_reported(parse("Asked whether he had sold it, Lind replied: “No.”")[0])
    assert (asked.content[0].text, replied.content) == ("whether he had sold it", ())
