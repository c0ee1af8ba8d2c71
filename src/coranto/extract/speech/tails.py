"""Tails: where what someone says ends, since another speaker or a silence begins in the same sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from coranto.extract.speech.candidates import Candidate
from coranto.model.sentence import Sentence
from coranto.model.span import Span

REASON = "verb_cite_obj"
REASON_GAP = 40
"""Code points between a silence and the word that tells its reason."""


def part_tails(sentence: Sentence, candidates: list[Candidate]) -> list[Candidate]:
    """`The minister said it was over, the ministry's website reported`: what reports is not within what was said."""
    end = sentence.tokens[-1].start
    for place, outer in enumerate(candidates):
        if not outer.source or not outer.content or outer.cue[-1].end < end - 2:
            continue
        start = outer.source[0].span.start
        for number, inner in enumerate(candidates):
            last = inner.content[-1] if inner.content else None
            if last is None or inner is outer or not last.start < start < last.end or inner.cue[0].start > start:
                continue
            left = last.text[: start - last.start].rstrip()
            if not left.endswith(","):
                continue
            cut = Span(start=last.start, end=last.start + len(left) - 1, text=left[:-1])
            candidates[number] = replace(inner, content=(*inner.content[:-1], cut))
            if not any(s.holds(inner.cue[0]) for s in outer.content):
                first = min(s.start for s in (*inner.cue, *(p.span for p in inner.source)))
                candidates[place] = replace(outer, content=(Span.of(sentence.found, first, cut.end),))
    return candidates


def cut_tails(candidates: list[Candidate], phrases: Sequence[Candidate]) -> list[Candidate]:
    """`She said the ship sank, according to the Courier`: the Courier is not within what she said."""
    for phrase in phrases:
        if phrase.rule != "according_to":
            continue
        start, end = phrase.cue[0].start, max(p.span.end for p in phrase.source)
        for number, candidate in enumerate(candidates):
            if not candidate.content or candidate.cue[0].start > start:
                continue
            last = candidate.content[-1]
            if last.start == start and len(candidate.content) > 1:
                candidates[number] = replace(candidate, content=candidate.content[:-1])
                continue
            before = last.text[: max(0, start - last.start)].rstrip()
            if last.start < start and last.end <= end and before.endswith((",", "”", '"')):
                kept = before.rstrip(",")
                cut = Span(start=last.start, end=last.start + len(kept), text=kept)
                candidates[number] = replace(candidate, content=(*candidate.content[:-1], cut))
    return candidates


def cut_at_silences(candidates: Sequence[Candidate], silences: Sequence[Candidate]) -> list[Candidate]:
    """`She said the plane had crashed, without giving details`: that she gave none is not what she said.

    A reason given for a silence (`declined to comment, citing safety`) is no statement of its own.
    """
    kept = list(candidates)
    for silence in silences:
        quiet, start = silence.source, silence.cue[0].start
        for number, candidate in enumerate(kept):
            if not quiet or not candidate.source or not candidate.content or candidate.source[0].head != quiet[0].head:
                continue
            last = candidate.content[-1]
            if last.start < start < last.end:
                left = last.text[: start - last.start].rstrip(" ,;")
                cut = Span(start=last.start, end=last.start + len(left), text=left)
                kept[number] = replace(candidate, content=(*candidate.content[:-1], *((cut,) if left else ())))
        after = silence.cue[-1].end
        kept = [
            c
            for c in kept
            if not (c.rule == REASON and quiet and c.source[:1] == quiet and 0 <= c.cue[0].start - after < REASON_GAP)
        ]
    return kept
