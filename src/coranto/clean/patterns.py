"""The patterns of `furniture/patterns.yaml`, compiled."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from coranto.model.article import FurnitureKind
from coranto.resources import read_yaml

Scope = Literal["line", "start", "end", "part", "rest"]
Where = Literal["top", "below", "bottom", "anywhere"]
LONGEST = {"line": 120, "start": 200, "end": 100_000, "part": 100_000, "rest": 80}


@dataclass(frozen=True, slots=True)
class Pattern:
    """A kind of furniture by its words, and how much of its paragraph it takes."""

    rule: str
    kind: FurnitureKind
    scope: Scope
    where: Where
    most: int
    needs: tuple[str, ...]
    match: re.Pattern[str]


@cache
def load_patterns() -> tuple[Pattern, ...]:
    """All patterns, in the file's order; raises ValueError for a kind or scope that there is not."""
    return tuple(_read_pattern(row) for row in read_yaml("furniture/patterns.yaml")["patterns"])


def find_fitting(size: int) -> tuple[Pattern, ...]:
    """The patterns for a paragraph of so many characters, in order."""
    limits, fitting = _load_by_size()
    return fitting[bisect_left(limits, size)]


@cache
def _load_by_size() -> tuple[tuple[int, ...], tuple[tuple[Pattern, ...], ...]]:
    """The longest paragraphs of the patterns, sorted, and the patterns for those up to each; none for any longer."""
    limits = tuple(sorted({pattern.most for pattern in load_patterns()}))
    fitting = [tuple(p for p in load_patterns() if p.most >= limit) for limit in limits]
    return limits, (*fitting, ())


@cache
def load_appeal() -> re.Pattern[str]:
    """What shows that paragraphs under a rule line ask for money."""
    return re.compile(read_yaml("furniture/patterns.yaml")["appeal"], re.IGNORECASE)


def _read_pattern(row: dict[str, str]) -> Pattern:
    scope, kind, where = row["scope"], row["kind"], row.get("where", "anywhere")
    if scope not in get_args(Scope) or kind not in get_args(FurnitureKind) or where not in get_args(Where):
        raise ValueError(f"furniture/patterns.yaml: {row['rule']}: no such scope, kind or place")
    return Pattern(
        rule=row["rule"],
        kind=kind,  # type: ignore[arg-type]
        scope=scope,  # type: ignore[arg-type]
        where=where,  # type: ignore[arg-type]
        most=int(row.get("most", LONGEST[scope])),
        needs=tuple(row.get("needs", ())),
        match=re.compile(row["match"], 0 if row.get("exact") else re.IGNORECASE),
    )
