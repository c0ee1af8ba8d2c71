"""Where something stands in an article."""

from __future__ import annotations

from typing import NamedTuple

from pydantic import Field

from coranto.model.base import Record


class Span(Record):
    """A half-open range of code-point offsets into `Article.text`, with its words."""

    start: int = Field(ge=0, description="first code point, counted from 0")
    end: int = Field(ge=0, description="one past the last code point")
    text: str = Field(description="article.text[start:end], always")

    @staticmethod
    def of(text: str, start: int, end: int) -> Span:
        """The span of `text[start:end]`."""
        return Span(start=start, end=end, text=text[start:end])  # (faster than `model_construct`)

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a code point."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Whether the other lies within this one."""
        return self.start <= other.start and other.end <= self.end


class Range(NamedTuple):
    """Half-open token numbers within one sentence."""

    first: int
    last: int

    def holds(self, token: int) -> bool:
        """Whether the token lies in the range."""
        return self.first <= token < self.last
