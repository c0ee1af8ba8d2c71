"""Rows of training: articles and single sentences as tokens, with the attributions or events marked in them."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coranto.tag.features import TokenFeatures
from coranto.tag.windows import Tokens

ROLES = ("source", "cue", "content")
TYPES = (
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE "
    "COERCE ASSAULT"
).split()
"""PLOVER's types; the number of one in a row is its place here, from 1."""
HELD_OUT = 8
"""Every eighth article is held out where choices are made."""


@dataclass(frozen=True)
class Told:
    """An event as numbers of words: its trigger's head, the heads of its parties. `type`: numbers that are right."""

    trigger: int
    type: tuple[int, ...]
    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    whole: bool
    """Whether the parties are all marked, so that every other word is none."""


@dataclass(frozen=True)
class Pair:
    """A source and a target (words) with the types that are right between them; where the trigger is, nobody said."""

    source: tuple[int, ...]
    target: tuple[int, ...]
    type: tuple[int, ...]


@dataclass(frozen=True)
class Row:
    """One text. `tags`: of each role and word 0 outside, 1 begin, 2 inside. `frames`: the lexicon's type a word."""

    name: str
    tokens: Tokens
    tags: tuple[tuple[int, ...], ...] = ()
    sayings: tuple[dict[str, list[int]], ...] = ()
    frames: tuple[int, ...] = ()
    events: tuple[Told, ...] = ()
    every_event: bool = False
    pair: Pair | None = None
    group: str = ""
    """Rows of one group are held out together: the pairs of one sentence."""


def read_rows(file: Path) -> list[Row]:
    """The rows that `prepare.py` or `prepare_events.py` wrote."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        return [make_row(json.loads(line)) for line in lines]


def make_row(given: dict[str, Any]) -> Row:
    """A row from its JSON."""
    tokens = Tokens(
        tuple(map(tuple, given["pieces"])),
        tuple(TokenFeatures(*numbers) for numbers in given["features"]),
        tuple((first, last) for first, last in given["paragraphs"]),
    )
    events = tuple(
        Told(e["trigger"], tuple(e["type"]), tuple(e["actors"]), tuple(e["recipients"]), e["whole"])
        for e in given.get("events", ())
    )
    pair = given.get("pair")
    return Row(
        given["id"], tokens, make_tags(given), tuple(given.get("sayings", ())), tuple(given.get("frames", ())), events,
        given.get("every_event", False), Pair(*map(tuple, pair)) if pair else None,
        given.get("group", given["id"]),
    )  # fmt: skip


def part_rows(rows: list[Row], part: int, parts: int) -> list[Row]:
    """The rows of one part, groups whole."""
    groups = {group: number for number, group in enumerate(dict.fromkeys(row.group for row in rows))}
    return [row for row in rows if groups[row.group] % parts == part]


def make_tags(given: dict[str, Any]) -> tuple[tuple[int, ...], ...]:
    """The tags of each role; none where the row's attributions are not marked."""
    if "sayings" not in given:
        return ()
    tags = [[0] * len(given["pieces"]) for _ in ROLES]
    for saying in given["sayings"]:
        for role, name in enumerate(ROLES):
            before = None
            for word in saying[name]:
                if not tags[role][word] or name != "source":
                    tags[role][word] = 2 if before == word - 1 else 1
                before = word
    return tuple(map(tuple, tags))


def part_runs(words: list[int]) -> list[list[int]]:
    """Numbers in a row together."""
    runs: list[list[int]] = []
    for word in words:
        if runs and runs[-1][-1] == word - 1:
            runs[-1].append(word)
        else:
            runs.append([word])
    return runs
