"""The lexicon of cues, and cues found in sentences."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from coranto.extract.speech.acts import load_acts, refine_act
from coranto.extract.speech.cues import find_cues, load_cues, load_idioms
from coranto.extract.speech.silence import load_silence
from coranto.model.attribution import Act, Stance
from coranto.model.span import Span
from coranto.resources import find_resource, read_tsv
from tests.texts import parse

FRAMES = {"that", "quote", "inf", "ing", "obj", "oprd", "clause", "noun"}
PREPOSITIONS = {"of", "for", "to", "about", "on", "against", "with", "at", "by", "as", "in", "over", "after"}


def test_every_cue_is_well_formed() -> None:
    cues = load_cues()
    rows = read_tsv("attributions/cues.tsv")
    assert len(rows) >= 300
    assert len(cues) == len(rows), "a lemma is listed twice for one part of speech"
    for cue in cues.values():
        assert cue.pos in {"verb", "noun", "adverb", "adjective"}
        assert cue.act in get_args(Act)
        assert cue.stance in get_args(Stance)
        assert cue.frames, cue.lemma
        assert cue.frames <= FRAMES | PREPOSITIONS, cue.lemma
        assert 0 <= cue.strength <= 1
        assert all(act in get_args(Act) for _, act in cue.acts)


def test_every_idiom_is_well_formed() -> None:
    idioms = [(words, cue) for found in load_idioms().values() for words, cue in found]
    assert len(idioms) == len(read_tsv("attributions/idioms.tsv"))
    for words, cue in idioms:
        assert words, cue.lemma
        assert cue.act in get_args(Act)
        assert cue.stance in get_args(Stance)
        assert cue.frames <= FRAMES | PREPOSITIONS | {"into"}, cue.lemma


@pytest.mark.parametrize(
    "name", ["cues.tsv", "idioms.tsv", "stances.tsv", "silence.tsv", "acts.tsv", "source_nouns.tsv"]
)
def test_every_list_names_its_source(name: str) -> None:
    text = find_resource(f"attributions/{name}").read_text(encoding="utf-8")
    assert re.match(r"# source: \S", text)


def test_silences_and_acts_are_known_acts() -> None:
    assert {act for _, act, _ in load_silence()} <= {"decline_comment", "silent"}
    assert {act for act, _, _ in load_acts()} <= set(get_args(Act))


@pytest.mark.parametrize(
    ("text", "lemma", "words", "negated", "passive"),
    [
        ("She has repeatedly said that it sank.", "say", ["has", "repeatedly", "said"], False, False),
        ("He did not confirm the sale.", "confirm", ["did", "not", "confirm"], True, False),
        ("They were told that it sank.", "tell", ["were", "told"], False, True),
        ("The claim that it sank is false.", "claim", ["claim"], False, False),
    ],
)
def test_a_cue_has_its_helpers_and_its_voice(
    text: str, lemma: str, words: list[str], negated: bool, passive: bool
) -> None:
    sentence = parse(text)[0]
    hit = next(hit for hit in find_cues(sentence) if hit.cue.lemma == lemma)
    assert [sentence.tokens[i].text for i in hit.tokens] == words
    assert (hit.negated, hit.passive) == (negated, passive)


def test_a_negated_confirmation_confirms_nothing() -> None:
    sentence = parse("The ministry did not confirm that the bridge fell.")[0]
    hit = next(iter(find_cues(sentence)))
    assert hit.find_act("that") == "decline_comment"


@pytest.mark.parametrize(
    ("content", "act"),
    [
        ("that the troops must leave", "demand"),
        ("the raid was a brutal crime", "accuse"),
        ("she was not involved in the plot", "deny"),
        ("the harbour opens at six", "state"),
        ("we will protect the harbour", "promise"),
        ("the treaty is probably dead", "claim"),
        ("they would not return next year", "announce"),
        ("he was never linked to the smugglers", "deny"),
        ("Release the sailors", "demand"),
    ],
)
def test_a_neutral_cue_does_what_its_content_does(content: str, act: Act) -> None:
    assert refine_act("state", "say", [Span.of(content, 0, len(content))]) == act


@pytest.mark.parametrize(
    ("act", "lemma", "source", "content", "refined"),
    [
        ("state", "say", "critics of the mayor", "the harbour closed", "accuse"),
        ("state", "describe", "the envoy", "the blockade as a disgrace", "accuse"),
        ("state", "describe", "the envoy", "the treaty as probably dead", "state"),
        ("claim", "argue", "the union", "the owners betrayed the crew", "accuse"),
        ("promise", "vow", "the general", "to retaliate", "threaten"),
    ],
)
def test_who_describes_or_contends_may_accuse_and_who_vows_may_threaten(
    act: Act, lemma: str, source: str, content: str, refined: Act
) -> None:
    assert refine_act(act, lemma, [Span.of(content, 0, len(content))], source) == refined


def test_a_telling_cue_keeps_its_act() -> None:
    content = "the troops must leave"
    assert refine_act("warn", "warn", [Span.of(content, 0, len(content))]) == "warn"


@pytest.mark.parametrize("text", ["Asked why it sank, the captain said nothing.", "When asked why, she wept."])
def test_who_is_asked_does_not_ask(text: str) -> None:
    [hit] = [h for h in find_cues(parse(text)[0]) if h.cue.lemma == "ask"]
    assert hit.passive
