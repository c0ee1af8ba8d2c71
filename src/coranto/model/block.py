"""A paragraph to be parsed: its repaired words, and where each of them stands in the text as found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph without line breaks; character i of `text` stands at `starts[i]`..`ends[i]` of the article.

    A character put in by a repair has an empty stretch (start == end); one that replaces several covers them all.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    heading: bool = False

    def find_offsets(self, first: int, last: int) -> tuple[int, int]:
        """Offsets into the article of the non-empty `text[first:last]`."""
        return self.starts[first], self.ends[last - 1]
