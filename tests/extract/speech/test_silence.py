"""Explicit silence."""

import pytest

from coranto.extract.speech.silence import find_silence
from tests.texts import parse

CASES = [
    ("The ministry declined to comment.", "The ministry", "decline_comment"),
    ("The mayor refused to answer questions.", "The mayor", "decline_comment"),
    ("Nord Shipping did not respond to a request for comment.", "Nord Shipping", "silent"),
    ("The army gave no details of the raid.", "The army", "silent"),
    ("Anna Lind could not be reached for comment.", "Anna Lind", "silent"),
    ("The police would neither confirm nor deny the report.", "The police", "decline_comment"),
    ("It was not immediately known who was behind the attack.", "", "silent"),
]


@pytest.mark.parametrize(("text", "source", "act"), CASES)
def test_who_was_silent_and_how(text, source, act):
    (found,) = [c for s in parse(text) for c in find_silence(s)]
    assert (" / ".join(p.span.text for p in found.source), found.act) == (source, act)
    assert found.silent
    assert not found.content


SPEAKING = [
    "The ministry commented on the raid.",
    "The mayor answered all questions.",
    "Shares declined on Monday.",
    "The army refused to leave the town.",
    "She remained in the harbour.",
]


@pytest.mark.parametrize("text", SPEAKING)
def test_who_speaks_or_does_something_else_is_not_silent(text):
    assert [c.rule for s in parse(text) for c in find_silence(s)] == []


def test_the_words_of_a_silence_stand_in_the_text_and_name_their_rule():
    text = "Police said little. The army declined to comment on the raid, and the mayor did not respond."
    found = [c for s in parse(text) for c in find_silence(s)]
    assert [p.span.text for c in found for p in c.source] == ["The army", "the mayor"]
    for candidate in found:
        assert candidate.rule.startswith("silence_")
        assert all(text[span.start : span.end] == span.text for span in candidate.cue)


def test_one_silence_told_in_words_that_two_patterns_know_is_one():
    assert len([c for s in parse("The firm declined requests for comment.") for c in find_silence(s)]) == 1
