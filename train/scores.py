"""Held-out scores while training: exact spans a role, and links.

The figures to report come from `bench.attributions`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import torch
from torch import Tensor

from coranto.tag.decoding import decode_tags, find_spans
from coranto.tag.links import measure_distance
from coranto.tag.windows import Window
from losses import score_pair, score_parties
from model import Tagger
from rows import ROLES, Row, part_runs
from windows import Shown, cut_row, make_inputs

BATCH = 32
SURE = 0.5
Pair = tuple[int, int]


def score_rows(tagger: Tagger, rows: Sequence[Row]) -> str:
    """F1 of exact spans and of linked attributions: contents with a Jaccard of .5 and sources that share a word."""
    tagger.eval()
    windows = sorted((w for row in rows for w in cut_row(row)), key=lambda w: len(w.window.pieces))
    found: dict[str, tuple[list[set[Pair]], list[tuple[set[int], set[int]]]]] = {
        row.name: ([set(), set(), set()], []) for row in rows
    }
    for start in range(0, len(windows), BATCH):
        batch = windows[start : start + BATCH]
        inputs = make_inputs(batch)
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            vectors = tagger.encode(inputs)
            tags = tagger.score_tags(vectors, inputs["features"]).float().view(len(batch), -1, 3, 3).log_softmax(-1)
        for number, one in enumerate(batch):
            spans, sayings = read_window(tagger, vectors[number].float(), tags[number], one.window)
            for role in range(len(ROLES)):
                found[one.row.name][0][role].update(spans[role])
            found[one.row.name][1].extend(sayings)
    parts = [f"{name} {score_spans(rows, found, role):.4f}" for role, name in enumerate(ROLES)]
    return f"linked {score_links(rows, found):.4f} " + " ".join(parts)


def score_events(tagger: Tagger, rows: Sequence[Row]) -> str:
    """Triggers found with a type that is right, types of marked pairs and of marked triggers."""
    tagger.eval()
    tally: Counter[str] = Counter()
    for row in rows:
        for one in cut_marked(row):
            inputs = make_inputs([one])
            with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
                vectors = tagger.encode(inputs)
                shown = tagger.show(vectors, inputs["features"])
                states = tagger.events.read(vectors, shown, inputs["frames"]).float()[0]
                tally += score_window(tagger, states, one)
    found = 2 * tally["hits"] / max(1, tally["found"] + tally["events"])
    pairs, marked = (tally[f"{kind}_right"] / max(1, tally[kind]) for kind in ("pairs", "marked"))
    sides = [2 * tally[f"{s}_hits"] / max(1, tally[f"{s}_found"] + tally[f"{s}_told"]) for s in ("actor", "recipient")]
    typed = f"triggers {found:.4f} pairs {pairs:.4f} of {tally['pairs']} marked {marked:.4f}"
    return f"{typed} actors {sides[0]:.4f} recipients {sides[1]:.4f}"


def cut_marked(row: Row) -> list[Shown]:
    """A row's windows; the sides of a pair are marked."""
    pair = row.pair
    return [replace(one, marked=(pair.source, pair.target)) if pair else one for one in cut_row(row)]


def score_window(tagger: Tagger, states: Tensor, one: Shown) -> Counter[str]:
    """What is right in a window."""
    tally: Counter[str] = Counter()
    if one.row.pair:
        best = int(score_pair(tagger, states, one.row.pair)[1:].argmax()) + 1
        return Counter(pairs=1, pairs_right=int(best in one.row.pair.type))
    window = one.window
    kinds = tagger.events.kind(states)
    told = {e.trigger: e for e in one.row.events if window.first <= e.trigger < window.last}
    for trigger, event in told.items():
        best = int(kinds[trigger - window.first, 1:].argmax()) + 1
        tally += Counter(marked=1, marked_right=int(best in event.type))
        scores = score_parties(tagger, states, trigger - window.first).sigmoid()
        for side, name, words in ((0, "actor", event.actors), (1, "recipient", event.recipients)):
            ours = {int(w) + window.first for w in (scores[side] > SURE).nonzero()[:, 0]}
            if event.whole:
                tally += Counter({f"{name}_hits": len(ours & set(words)), f"{name}_found": len(ours)})
                tally[f"{name}_told"] += len(words)
    if one.row.every_event:
        ours = {w + window.first: k for w, k in enumerate(kinds.argmax(-1).tolist()) if k}
        hits = sum(w in told and k in told[w].type for w, k in ours.items())
        tally += Counter(found=len(ours), events=len(told), hits=hits)
    return tally


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
    """A window's spans a role, and its attributions as words of content and of source."""
    spans = [find_spans(decode_tags(tags[: window.last - window.first, role].tolist())) for role in range(3)]
    shifted = [{(a + window.first, b + window.first) for a, b in found} for found in spans]
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
    return shifted, [s for s in sayings if s[0]]
