"""Rows of training as windows and batches. Borders are drawn anew each epoch, so that none is learned."""

from __future__ import annotations

import gzip
import json
import random
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

BEGIN, END, LONGEST = 101, 102, 512
CORES, AROUND = (90, 130, 180), (0, 0, 20)
"""Pieces of a window's own part and of what is shown around it, one drawn each epoch and article."""
ROLES = ("source", "cue", "content")
STEPS = (0, 1, 2, 3, 5, 8, 14, 25, 50)
HELD_OUT = 8
"""Every eighth article is held out where choices are made."""


@dataclass(frozen=True)
class Row:
    """An article: pieces and features of its words, paragraphs, and attributions as numbers of words."""

    name: str
    pieces: list[list[int]]
    features: list[list[int]]
    paragraphs: list[list[int]]
    sayings: list[dict[str, list[int]]]
    tags: list[list[int]]


@dataclass(frozen=True)
class Window:
    """Words `first` to `last` of a row; `begin` to `end` are its own."""

    row: Row
    first: int
    last: int
    begin: int
    end: int


def read_rows(file: Path) -> list[Row]:
    """The rows that `prepare.py` wrote."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        return [make_row(json.loads(line)) for line in lines]


def make_row(given: dict[str, Any]) -> Row:
    """A row with the tags of each role: 0 outside, 1 begin, 2 inside."""
    tags = [[0] * len(given["pieces"]) for _ in ROLES]
    for saying in given["sayings"]:
        for role, name in enumerate(ROLES):
            before = None
            for word in saying[name]:
                if not tags[role][word] or name != "source":
                    tags[role][word] = 2 if before == word - 1 else 1
                before = word
    return Row(given["id"], given["pieces"], given["features"], given["paragraphs"], given["sayings"], tags)


def cut_windows(row: Row, core: int, around: int) -> list[Window]:
    """Windows of whole paragraphs whose own parts cover the row."""
    windows, group, length = [], [], 0
    for first, last in [*row.paragraphs, [0, 0]]:
        more = sum(len(p) for p in row.pieces[first:last])
        if group and (length + more > core or last == 0):
            windows.append(widen(row, group[0][0], group[-1][1], around))
            group, length = [], 0
        group.append((first, last))
        length += more
    return windows


def widen(row: Row, begin: int, end: int, around: int) -> Window:
    """A window with up to so many pieces to each side."""
    first, room = begin, around
    while first > 0 and len(row.pieces[first - 1]) <= room:
        first -= 1
        room -= len(row.pieces[first])
    last, room = end, around
    while last < len(row.pieces) and len(row.pieces[last]) <= room:
        room -= len(row.pieces[last])
        last += 1
    return Window(row, first, last, begin, end)


def draw_batches(rows: list[Row], size: int, draw: random.Random) -> list[list[Window]]:
    """An epoch: windows of like length together, all in random order."""
    windows = [w for row in rows for w in cut_windows(row, draw.choice(CORES), draw.choice(AROUND))]
    draw.shuffle(windows)
    chunks = [windows[i : i + size * 20] for i in range(0, len(windows), size * 20)]
    for chunk in chunks:
        chunk.sort(key=lambda w: w.last - w.first)
    batches = [chunk[i : i + size] for chunk in chunks for i in range(0, len(chunk), size)]
    draw.shuffle(batches)
    return batches


def make_inputs(windows: list[Window], kinds: list[int]) -> dict[str, Tensor]:
    """The model's inputs and `tags` (rows, 3, words; -1 where there is no word). `kinds`: features by number."""
    rows, words = len(windows), max(w.last - w.first for w in windows)
    lines, places = zip(*(lay_pieces(w) for w in windows), strict=True)
    width = max(map(len, lines))
    inputs = {
        "ids": torch.zeros(rows, width, dtype=torch.long),
        "mask": torch.zeros(rows, width),
        "first": torch.zeros(rows, words, dtype=torch.long),
        "words": torch.zeros(rows, words),
        "features": torch.zeros(len(kinds), rows, words, dtype=torch.long),
        "tags": torch.full((rows, len(ROLES), words), -1, dtype=torch.long),
    }
    for number, window in enumerate(windows):
        count = window.last - window.first
        inputs["ids"][number, : len(lines[number])] = torch.tensor(lines[number])
        inputs["mask"][number, : len(lines[number])] = 1
        inputs["first"][number, :count] = torch.tensor(places[number])
        inputs["words"][number, :count] = 1
        told = torch.tensor(window.row.features[window.first : window.last]).T
        inputs["features"][:, number, :count] = told[kinds]
        for role, tags in enumerate(window.row.tags):
            inputs["tags"][number, role, :count] = torch.tensor(tags[window.first : window.last])
    return inputs


def lay_pieces(window: Window) -> tuple[list[int], list[int]]:
    """The window's pieces, paragraphs parted, and the place of each word's first."""
    pieces, places = [BEGIN], []
    for word in range(window.first, window.last):
        if window.row.features[word][4] == 1 and word > window.first:
            pieces.append(END)
        places.append(min(len(pieces), LONGEST - 1))
        pieces += window.row.pieces[word]
    return [*pieces, END][:LONGEST], places


def measure_distance(cue: tuple[int, int], span: tuple[int, int]) -> int:
    """How far, and to which side, a span lies from a cue: the classes of `coranto.tag.links`."""
    if span[1] <= cue[0]:
        return sum(cue[0] - span[1] > step for step in STEPS)
    if span[0] >= cue[1]:
        return 10 + sum(span[0] - cue[1] > step for step in STEPS)
    return 20


def part_runs(words: list[int]) -> list[list[int]]:
    """Numbers in a row together."""
    runs: list[list[int]] = []
    for word in words:
        if runs and runs[-1][-1] == word - 1:
            runs[-1].append(word)
        else:
            runs.append([word])
    return runs
