"""The tagger's sayings and the rules' candidates become one."""

from __future__ import annotations

import pytest

from coranto.extract.speech.attributions import find_attributions
from coranto.extract.speech.candidates import Candidate
from coranto.extract.speech.tagged import LEAST_SURE, RULE, group_sayings, make_phrase, merge_sayings
from coranto.model.drafts import TokenRef
from coranto.model.sentence import Sentence
from coranto.tag.roles import Saying
from tests.texts import parse

TEXT = "The mayor of Brevik grumbled that the bridge would close, a clerk denied."


def refs(sentences: tuple[Sentence, ...], words: str) -> tuple[TokenRef, ...]:
    """The words of the first sentence that stand in a row."""
    wanted = words.split()
    texts = [token.text for token in sentences[0].tokens]
    first = next(i for i in range(len(texts)) if texts[i : i + len(wanted)] == wanted)
    return tuple(TokenRef(0, i) for i in range(first, first + len(wanted)))


def saying(sentences: tuple[Sentence, ...], cue: str, source: str, content: str, sure: float = 0.9) -> Saying:
    return Saying((refs(sentences, content),), (refs(sentences, source),) if source else (), refs(sentences, cue), sure)


def ruled(sentences: tuple[Sentence, ...], cue: str, content: str, rule: str, act: str = "state") -> Candidate:
    def span(words: str):
        found = refs(sentences, words)
        return make_phrase(sentences, found).span

    return Candidate(0, (span(cue),), (), (span(content),), act, rule, 0.6)


def test_a_saying_whose_cue_no_rule_knows_counts_where_it_is_sure() -> None:
    sentences = parse(TEXT)
    for sure, count in ((LEAST_SURE, 1), (LEAST_SURE - 0.01, 0)):
        one = saying(sentences, "grumbled", "The mayor of Brevik", "that the bridge would close", sure)
        found = merge_sayings(sentences, (), (), [one])
        assert [c.rule for c in found] == [RULE] * count


def test_the_spans_are_the_taggers_and_the_act_the_rules() -> None:
    sentences = parse(TEXT)
    one = saying(sentences, "grumbled", "The mayor of Brevik", "that the bridge would close", 0.5)
    [found] = merge_sayings(
        sentences, [ruled(sentences, "grumbled", "the bridge", "verb_grumble_obj", "warn")], (), [one]
    )
    assert (found.act, found.rule, found.confidence) == ("warn", "verb_grumble_obj", 0.5)
    assert [span.text for span in found.content] == ["that the bridge would close"]
    assert [phrase.span.text for phrase in found.source] == ["The mayor of Brevik"]


@pytest.mark.parametrize(
    ("rule", "act", "kept"),
    [("verb_say_that", "state", True), ("verb_like_obj", "state", False), ("adverb_allegedly", "allege", True)],
)
def test_of_the_rules_alone_only_the_sure_kinds_stay(rule, act, kept) -> None:
    sentences = parse(TEXT)
    found = merge_sayings(sentences, [ruled(sentences, "grumbled", "the bridge", rule, act)], (), ())
    assert bool(found) is kept


def test_what_is_told_within_a_content_stays() -> None:
    sentences = parse("The envoy said that the army denied the shelling.")
    outer = saying(sentences, "said", "The envoy", "that the army denied the shelling")
    inner = ruled(sentences, "denied", "the shelling", "verb_deny_obj", "deny")
    assert len(merge_sayings(sentences, [inner], (), [outer])) == 2


def test_a_cue_of_a_silence_says_nothing() -> None:
    sentences = parse(TEXT)
    silence = ruled(sentences, "grumbled", "the bridge", "silence_decline")
    one = saying(sentences, "grumbled", "The mayor of Brevik", "that the bridge would close")
    assert merge_sayings(sentences, (), [silence], [one]) == ()


def test_a_content_never_runs_into_the_name_of_its_source() -> None:
    sentences = parse("The road is cut , Mayor Prim said .")
    one = saying(sentences, "said", "Mayor Prim", "The road is cut , Mayor")
    [found] = merge_sayings(sentences, (), (), [one])
    assert [span.text for span in found.content] == ["The road is cut"]


def test_the_head_of_a_source_is_its_noun() -> None:
    sentences = parse(TEXT)
    assert make_phrase(sentences, refs(sentences, "The mayor of Brevik")).head == TokenRef(0, 1)


def test_sayings_without_a_cue_are_left_to_the_rules() -> None:
    sentences = parse(TEXT)
    loose = Saying((refs(sentences, "the bridge"),), (), (), 0.9)
    assert group_sayings([loose]) == {}


def test_without_an_encoder_the_rules_read_alone() -> None:
    assert all(draft.rule != RULE for draft in find_attributions(parse(TEXT), None))
