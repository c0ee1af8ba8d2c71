"""Rows as windows and batches. Borders are drawn anew each epoch, so that none is learned."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

import torch
from torch import Tensor

from coranto.tag.encoder import make_inputs as fill_inputs
from coranto.tag.windows import LONGEST_WINDOW, Window, cut_windows
from rows import ROLES, Row, Told

LONGEST = (90, 130, 180)
"""Pieces of a window, one drawn each epoch and article."""
PAIRS_MARKED, EVENTS_MARKED = 0.7, 0.4
"""Chances that the encoder is told the sides of a pair, and of one of a window's events."""


@dataclass(frozen=True)
class Shown:
    """A window of a row; `marked`: words that the encoder is told are the actor's or the recipient's, of one event."""

    row: Row
    window: Window
    marked: tuple[tuple[int, ...], tuple[int, ...]] = ((), ())
    event: Told | None = None


def mark_sides(one: Shown, draw: random.Random) -> Shown:
    """Some windows with the sides of a pair, or of one event, marked."""
    if one.row.pair:
        pair = one.row.pair
        return replace(one, marked=(pair.source, pair.target)) if draw.random() < PAIRS_MARKED else one
    window = one.window
    whole = [e for e in one.row.events if e.whole and window.first <= e.trigger < window.last]
    if whole and draw.random() < EVENTS_MARKED:
        event = draw.choice(whole)
        return replace(one, marked=(event.actors, event.recipients), event=event)
    return one


def cut_row(row: Row, longest: int = LONGEST_WINDOW) -> list[Shown]:
    """A row's windows."""
    return [Shown(row, window) for window in cut_windows(row.tokens, longest)]


def draw_batches(rows: Sequence[Row], size: int, draw: random.Random) -> list[list[Shown]]:
    """An epoch: windows of like length together, all in random order."""
    windows = [mark_sides(w, draw) for row in rows for w in cut_row(row, draw.choice(LONGEST))]
    draw.shuffle(windows)
    chunks = [windows[i : i + size * 20] for i in range(0, len(windows), size * 20)]
    for chunk in chunks:
        chunk.sort(key=lambda w: len(w.window.pieces))
    batches = [chunk[i : i + size] for chunk in chunks for i in range(0, len(chunk), size)]
    draw.shuffle(batches)
    return batches


def make_inputs(shown: Sequence[Shown]) -> dict[str, Tensor]:
    """A batch of the model's inputs (`coranto.tag.encoder`), `mask` of pieces and `words` among them.

    Beside them `tags` (rows, 3, words), -1 where there is no word or none was marked, `frames` and `sides`.
    """
    given = [fill_inputs(s.row.tokens, s.window) for s in shown]
    rows, pieces, words = len(shown), *(max(g[name].shape[1] for g in given) for name in ("ids", "first"))
    inputs = {
        "ids": torch.zeros(rows, pieces, dtype=torch.long),
        "mask": torch.zeros(rows, pieces),
        "first": torch.zeros(rows, words, dtype=torch.long),
        "words": torch.zeros(rows, words),
        "features": torch.zeros(len(given[0]["features"]), rows, words, dtype=torch.long),
        "tags": torch.full((rows, len(ROLES), words), -1, dtype=torch.long),
        "frames": torch.zeros(rows, words, dtype=torch.long),
        "sides": torch.zeros(rows, words, dtype=torch.long),
    }
    for number, one in enumerate(shown):
        part = slice(one.window.first, one.window.last)
        count = one.window.last - one.window.first
        inputs["mask"][number, : len(one.window.pieces)] = 1
        inputs["words"][number, :count] = 1
        for name in ("ids", "first", "features"):
            values = torch.from_numpy(given[number][name])
            inputs[name][..., number, : values.shape[-1]] = values[..., 0, :]
        for side, marked in enumerate(one.marked, 1):
            shown_here = [w - one.window.first for w in marked if one.window.first <= w < one.window.last]
            inputs["sides"][number, shown_here] = side
        for role, tags in enumerate(one.row.tags):
            inputs["tags"][number, role, :count] = torch.tensor(tags[part])
        if one.row.frames:
            inputs["frames"][number, :count] = torch.tensor(one.row.frames[part])
    return inputs
