"""Held-out scores while training: exact spans a role, and links.

The figures to report come from `bench.attributions`.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor

from model import Tagger
from windows import ROLES, Row, Window, cut_windows, make_inputs, measure_distance, part_runs

CORE, AROUND, BATCH = 110, 40, 32
NEVER = -1e9
Pair = tuple[int, int]


def score_rows(tagger: Tagger, rows: Sequence[Row], kinds: list[int]) -> str:
    """F1 of exact spans and of linked attributions: contents with a Jaccard of .5 and sources that share a word."""
    tagger.eval()
    windows = sorted((w for row in rows for w in cut_windows(row, CORE, AROUND)), key=lambda w: w.last - w.first)
    found: dict[str, tuple[list[set[Pair]], list[tuple[set[int], set[int]]]]] = {
        row.name: ([set(), set(), set()], []) for row in rows
    }
    for start in range(0, len(windows), BATCH):
        batch = windows[start : start + BATCH]
        inputs = make_inputs(batch, kinds)
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            vectors = tagger.encode(inputs)
            tags = tagger.score_tags(vectors, inputs["features"]).float().view(len(batch), -1, 3, 3).log_softmax(-1)
        for number, window in enumerate(batch):
            spans, sayings = read_window(tagger, vectors[number].float(), tags[number], window)
            for role in range(len(ROLES)):
                found[window.row.name][0][role].update(spans[role])
            found[window.row.name][1].extend(sayings)
    parts = [f"{name} {score_spans(rows, found, role):.4f}" for role, name in enumerate(ROLES)]
    return f"linked {score_links(rows, found):.4f} " + " ".join(parts)


def score_spans(rows: Sequence[Row], found: dict[str, tuple[list[set[Pair]], list]], role: int) -> float:
    """F1 of exact spans of a role."""
    hits = given = wanted = 0
    for row in rows:
        gold = {(run[0], run[-1] + 1) for s in row.sayings for run in part_runs(s[ROLES[role]])}
        ours = found[row.name][0][role]
        hits, given, wanted = hits + len(gold & ours), given + len(ours), wanted + len(gold)
    return 2 * hits / max(1, given + wanted)


def score_links(rows: Sequence[Row], found: dict[str, tuple[list, list[tuple[set[int], set[int]]]]]) -> float:
    """F1 of linked attributions, each matched once, in order."""
    hits = given = wanted = 0
    for row in rows:
        left = list(found[row.name][1])
        given, wanted = given + len(left), wanted + len(row.sayings)
        for saying in row.sayings:
            content, source = set(saying["content"]), set(saying["source"])
            for pair in left:
                near = len(pair[0] & content) * 2 >= len(pair[0] | content)
                if near and (pair[1] & source or not (pair[1] or source)):
                    left.remove(pair)
                    hits += 1
                    break
    return 2 * hits / max(1, given + wanted)


def read_window(
    tagger: Tagger, vectors: Tensor, tags: Tensor, window: Window
) -> tuple[list[set[Pair]], list[tuple[set[int], set[int]]]]:
    """The window's own spans a role, and its attributions as words of content and of source."""
    spans = [find_spans(decode(tags[: window.last - window.first, role].tolist())) for role in range(3)]
    own = [{s for s in found if window.begin <= s[0] + window.first < window.end} for found in spans]
    shifted = [{(a + window.first, b + window.first) for a, b in found} for found in own]
    others = [(0, s) for s in spans[0]] + [(1, s) for s in spans[2]]
    if not spans[1] or not others:
        return shifted, []
    distances = [[measure_distance(c, s) for _, s in others] for c in spans[1]]
    sides = torch.tensor([[[role for role, _ in others]] * len(distances), distances])
    with torch.no_grad():
        chances = tagger.score_links(
            vectors, [torch.arange(*c) for c in spans[1]], [torch.arange(*s) for _, s in others], sides
        ).sigmoid()
    sayings: list[tuple[set[int], set[int]]] = [(set(), set()) for _ in spans[1]]
    for number, (role, span) in enumerate(others):
        words = set(range(span[0] + window.first, span[1] + window.first))
        best = int(chances[:, number].argmax())
        for cue in range(len(spans[1])):
            if (role == 1 and cue == best and chances[cue, number] > 0.3) or (role == 0 and chances[cue, number] > 0.5):
                sayings[cue][1 - role].update(words)
    return shifted, [s for s, cue in zip(sayings, spans[1], strict=True) if s[0] and cue in own[1]]


def decode(scores: list[list[float]]) -> list[int]:
    """The likeliest tags, none inside right after outside."""
    states, steps = [scores[0][0], scores[0][1], NEVER], []
    for outside, begin, inside in scores[1:]:
        best, held = max(range(3), key=states.__getitem__), 1 if states[1] >= states[2] else 2
        steps.append((best, best, held))
        states = [states[best] + outside, states[best] + begin, states[held] + inside]
    tags = [max(range(3), key=states.__getitem__)]
    for step in reversed(steps):
        tags.append(step[tags[-1]])
    return tags[::-1]


def find_spans(tags: Sequence[int]) -> list[Pair]:
    """Runs that begin with a begin."""
    spans, start = [], None
    for number, tag in enumerate([*tags, 0]):
        if start is not None and tag != 2:
            spans.append((start, number))
            start = None
        if tag == 1:
            start = number
    return spans
