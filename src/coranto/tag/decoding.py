"""Spans from scores: the likeliest way through outside, begin and inside for each role."""

from __future__ import annotations

from collections.abc import Sequence

OUTSIDE, BEGIN, INSIDE = range(3)
NEVER = -1e9


def decode_tags(scores: Sequence[Sequence[float]]) -> list[int]:
    """The likeliest tags of a row of tokens, none inside right after outside (Viterbi 1967).

    `scores` holds the logarithms of each token's three chances.
    """
    if not scores:
        return []
    outside, begin, inside = scores[0][0], scores[0][1], NEVER
    steps: list[tuple[int, int]] = []
    for to_outside, to_begin, to_inside in scores[1:]:
        within = BEGIN if begin >= inside else INSIDE
        held = max(begin, inside)
        best, before = (outside, OUTSIDE) if outside >= held else (held, within)
        steps.append((before, within))
        outside, begin, inside = best + to_outside, best + to_begin, held + to_inside
    tag = max((OUTSIDE, BEGIN, INSIDE), key=(outside, begin, inside).__getitem__)
    tags = [tag]
    for before, within in reversed(steps):
        tag = within if tag == INSIDE else before
        tags.append(tag)
    return tags[::-1]


def find_spans(tags: Sequence[int]) -> list[tuple[int, int]]:
    """Each run that begins with begin: its first token and one past its last."""
    spans: list[tuple[int, int]] = []
    start = None
    for number, tag in enumerate([*tags, OUTSIDE]):
        if start is not None and tag != INSIDE:
            spans.append((start, number))
            start = None
        if tag == BEGIN:
            start = number
    return spans
