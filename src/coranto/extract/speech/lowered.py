"""Words in small letters, and patterns over them: much cheaper than patterns that match either case."""

from __future__ import annotations

import re

ESCAPES = re.compile(r"\\.")


def lower_letters(text: str) -> str:
    """The text in small letters, as long as it was: every offset still holds."""
    return text.replace("İ", "i").lower()


def compile_lowered(pattern: str) -> re.Pattern[str]:
    """A pattern to search what `lower_letters` returns.

    Raises ValueError for one with a capital: it would find nothing.
    """
    if ESCAPES.sub("", pattern) != ESCAPES.sub("", pattern).lower():
        raise ValueError(f"no capital can match here: {pattern!r}")
    return re.compile(pattern)
