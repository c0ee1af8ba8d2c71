"""The tagger's sayings as candidates: its spans, with act, stance and addressee as the rules read the cue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from coranto.extract.acts import refine_act
from coranto.extract.candidates import Candidate
from coranto.extract.cues import find_cues
from coranto.extract.stances import read_stance
from coranto.model.attribution import Act, Stance
from coranto.model.drafts import Phrase, TokenRef
from coranto.model.sentence import Sentence
from coranto.model.span import Span
from coranto.tag.roles import Saying, Words

RULE = "tagged"
FRAMES = ("_that", "_quote")
PHRASES = ("adverb_", "adjective_")


def group_sayings(sayings: Sequence[Saying]) -> dict[int, list[Saying]]:
    """The sayings by the sentence of their cue; those without a cue are left to the rules for quotations."""
    grouped: dict[int, list[Saying]] = {}
    for saying in sayings:
        if saying.cue:
            grouped.setdefault(saying.cue[0].sentence, []).append(saying)
    return grouped


def merge_sayings(
    sentences: Sequence[Sentence],
    ruled: Sequence[Candidate],
    silences: Sequence[Candidate],
    sayings: Sequence[Saying],
) -> tuple[Candidate, ...]:
    """The candidates of one sentence: each saying once, with what the rules know of its cue.

    A candidate of the rules whose cue the tagger marks too gets the tagger's spans; one that it does not mark stays
    only where such candidates were mostly right. A cue of a silence says nothing.
    """
    merged: list[Candidate] = []
    matched: set[int] = set()
    for saying in sayings:
        cue = make_spans(sentences, saying.cue)
        if _share_cue(cue, [c.cue for c in silences]):
            continue
        near = _share_cue(cue, [c.cue for c in ruled])
        matched.update(near)
        merged.append(_make_candidate(sentences, saying, cue, ruled[near[0]] if near else None))
    return (*merged, *(c for n, c in enumerate(ruled) if n not in matched and _stands_alone(c)))


def _share_cue(cue: Sequence[Span], others: Sequence[Sequence[Span]]) -> list[int]:
    """Numbers of those that have a word of the cue."""
    return [n for n, spans in enumerate(others) if any(a.overlaps(b) for a in cue for b in spans)]


def _stands_alone(candidate: Candidate) -> bool:
    return candidate.rule.endswith(FRAMES) or candidate.rule.startswith(PHRASES)


def make_spans(sentences: Sequence[Sentence], words: Words) -> tuple[Span, ...]:
    """A run of words as spans of the article."""
    if not words:
        return ()
    first, last = words[0], words[-1]
    start = sentences[first.sentence].tokens[first.token].start
    return (Span.of(sentences[0].found, start, sentences[last.sentence].tokens[last.token].end),)


def make_phrase(sentences: Sequence[Sentence], words: Words) -> Phrase:
    """A run of words as a phrase; its head is the first whose own head lies outside, verbs and marks last."""
    inside = set(words)
    best = words[0]
    for ref in words:
        token = sentences[ref.sentence].tokens[ref.token]
        head = TokenRef(ref.sentence, token.head)
        if (head not in inside or head == ref) and token.pos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"):
            best = ref
            break
    return Phrase(best, make_spans(sentences, words)[0])


def _make_candidate(
    sentences: Sequence[Sentence], saying: Saying, cue: tuple[Span, ...], ruled: Candidate | None
) -> Candidate:
    content = tuple(span for words in saying.content for span in make_spans(sentences, words))
    source = tuple(make_phrase(sentences, words) for words in saying.source)
    if ruled is not None:
        return replace(
            ruled, cue=cue, content=content, source=_choose_source(ruled.source, source), confidence=saying.confidence
        )
    sentence = sentences[saying.cue[0].sentence]
    act, stance = _read_cue(sentence, saying, content, source)
    return Candidate(
        sentence=sentence.number,
        cue=cue,
        source=source,
        content=content,
        act=act,
        rule=RULE,
        confidence=saying.confidence,
        stance=stance,
    )


def _choose_source(ruled: tuple[Phrase, ...], tagged: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """The tagger's phrases, with the rules' heads where both mean one phrase."""
    chosen = []
    for phrase in tagged:
        same = next((r for r in ruled if r.span.overlaps(phrase.span)), None)
        chosen.append(phrase if same is None else Phrase(same.head, phrase.span))
    return tuple(chosen)


def _read_cue(
    sentence: Sentence, saying: Saying, content: tuple[Span, ...], source: tuple[Phrase, ...]
) -> tuple[Act, Stance]:
    words = {ref.token for ref in saying.cue}
    named = source[0].span.text if source else ""
    for hit in find_cues(sentence):
        if words & set(hit.tokens):
            return refine_act(hit.find_act("clause"), hit.cue.lemma, content, named), read_stance(hit)
    return refine_act("state", "say", content, named), "neutral"
