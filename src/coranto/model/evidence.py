"""What the other articles of a run and of the store show about one article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Line(NamedTuple):
    """A line as it is compared across articles, its number of words, and whether it speaks to the reader."""

    folded: str
    words: int
    addressed: bool


@dataclass(frozen=True, slots=True)
class Evidence:
    """Lines of the article that recur in others of its outlet (folded), and words of it that are names elsewhere."""

    recurring: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()


NO_EVIDENCE = Evidence()
