"""The tagger's sayings and the rules' candidates become one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coranto.extract.speech.attributions import find_attributions
from coranto.extract.speech.candidates import Candidate
from coranto.extract.speech.tagged import (
    LEAST_LIKELY,
    RULE,
    group_sayings,
    make_phrase,
    make_spans,
    merge_sayings,
    rate_alone,
)
from coranto.model.drafts import TokenRef
from coranto.model.sentence import Sentence
from coranto.parse.sentences import parse_blocks
from coranto.tag.roles import Saying
from tests.extract.paragraphs import make_paragraphs
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


def test_a_saying_whose_cue_no_rule_knows_counts_where_it_is_likely() -> None:
    sentences = parse(TEXT)
    for source, sure, count in (("The mayor of Brevik", 0.8, 1), ("The mayor of Brevik", 0.2, 0), ("", 0.8, 0)):
        one = saying(sentences, "grumbled", source, "that the bridge would close", sure)
        assert (rate_alone(sentences, one) >= LEAST_LIKELY) is bool(count)
        found = merge_sayings(sentences, (), (), [one])
        assert [c.rule for c in found] == [RULE] * count


def test_who_is_acted_on_is_no_source() -> None:
    sentences = parse("The clerk was charged with theft of two ships.")
    one = saying(sentences, "was charged with", "The clerk", "theft of two ships")
    [found] = merge_sayings(sentences, [ruled(sentences, "charged", "theft", "verb_charge_with", "accuse")], (), [one])
    assert found.source == ()


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
    nobody = ruled(sentences, "denied", "the shelling", "verb_deny_obj", "deny")
    army = replace(nobody, source=(make_phrase(sentences, refs(sentences, "the army")),))
    assert len(merge_sayings(sentences, [army], (), [outer])) == 2
    assert len(merge_sayings(sentences, [nobody], (), [outer])) == 1


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


def test_a_content_of_another_paragraph_is_left_to_the_rules() -> None:
    blocks, text = make_paragraphs("The harbour is shut, the mayor said.", "It rained on the hills.")
    sentences = parse_blocks(blocks, text)
    words = tuple(TokenRef(1, i) for i in range(5))
    both = Saying((refs(sentences, "The harbour is shut"), words), (), refs(sentences, "said"), 0.9)
    [found] = group_sayings(sentences, [both])[0]
    assert found.content == (refs(sentences, "The harbour is shut"),)
    alone = Saying((words,), (), refs(sentences, "said"), 0.9)
    assert group_sayings(sentences, [alone])[0][0].content == (words,)


@pytest.mark.parametrize(
    ("told", "broken"),
    [
        ("that the ferry would leave the old harbour of the town", "that the ferry would leave the"),
        ("that the ferry was old and would sink", "that the ferry was old and"),
        ("that he pitied the sailors who drowned", "that he pitied the sailors who"),
    ],
)
def test_a_content_that_breaks_off_goes_on_to_the_end_of_its_phrase(told, broken) -> None:
    sentences = parse(f"The mayor of Brevik said {told}.")
    [found] = group_sayings(sentences, [saying(sentences, "said", "The mayor of Brevik", broken)])[0]
    assert make_spans(sentences, found.content[0])[0].text == told


@pytest.mark.parametrize(
    ("marked", "known", "cue"),
    [("said in an", "said", "said"), ("has", "has said", "has said"), ("said in an interview", "said", None)],
)
def test_a_cue_has_its_verb_and_no_hanging_words(marked, known, cue) -> None:
    sentences = parse("The mayor has said in an interview that the bridge would close.")
    one = saying(sentences, marked, "The mayor", "that the bridge would close")
    [found] = merge_sayings(sentences, [ruled(sentences, known, "the bridge", "verb_say_that")], (), [one])
    assert [span.text for span in found.cue] == [cue or marked]


def test_without_an_encoder_the_rules_read_alone() -> None:
    assert all(draft.rule != RULE for draft in find_attributions(parse(TEXT), None))


def test_a_mended_content_stops_before_its_cue() -> None:
    sentences = parse("The plan that the mayor of Brevik laid out will fail.")
    one = saying(sentences, "laid out", "the mayor of Brevik", "The plan that")
    [found] = group_sayings(sentences, [one])[0]
    assert not set(found.content[0]) & set(found.cue)
