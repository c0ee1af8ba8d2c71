"""What an open cue does, by its content."""

import pytest

from coranto.extract.speech.acts import refine_act
from coranto.model.span import Span


def content(words):
    return [Span.of(words, 0, len(words))]


NEUTRAL = [
    ("that the ship had sunk", "state"),
    ("that the rebels must leave the town", "demand"),
    ("he was not involved in the raid", "deny"),
    ("that the law was illegal and shameful", "accuse"),
    ("they would retaliate", "threaten"),
    ("I think the ship sank", "claim"),
    ("he would not comment on the raid", "decline_comment"),
    ("the report was “not accurate”", "deny"),
    ("now is the time for Norland to end the war", "demand"),
]


@pytest.mark.parametrize(("words", "act"), NEUTRAL)
def test_what_is_said_tells_what_saying_does(words, act):
    assert refine_act("state", "say", content(words)) == act


@pytest.mark.parametrize(
    ("act", "lemma"),
    [("deny", "deny"), ("confirm", "confirm"), ("ask", "ask"), ("allege", "allege"), ("state", "know")],
)
@pytest.mark.parametrize("words", ["that the rebels must leave", "that the law was illegal"])
def test_a_cue_that_is_clear_by_itself_keeps_its_act(act, lemma, words):
    assert refine_act(act, lemma, content(words)) == act


def test_a_vow_may_be_a_threat_but_nothing_else():
    assert refine_act("promise", "vow", content("to retaliate against the town")) == "threaten"
    assert refine_act("promise", "vow", content("that the rebels must leave")) == "promise"


def test_who_describes_may_accuse_but_not_demand():
    assert refine_act("state", "describe", content("the law as illegal")) == "accuse"
    assert refine_act("state", "describe", content("what must be done")) == "state"


def test_critics_accuse_whatever_they_say():
    assert refine_act("state", "say", content("the ship was old"), "Critics") == "accuse"
    assert refine_act("state", "say", content("the ship was old"), "The mayor") == "state"


def test_without_content_the_cue_alone_counts():
    assert refine_act("state", "say", []) == "state"


def test_what_is_described_as_false_is_denied():
    assert refine_act("state", "describe", content("the report as “fictional”")) == "deny"


@pytest.mark.parametrize(
    ("words", "act"), [("“Yes.”", "confirm"), ("“No, never,”", "deny"), ("“No ship sank,”", "state")]
)
def test_a_bare_answer_confirms_or_denies(words, act):
    assert refine_act("state", "reply", content(words)) == act
