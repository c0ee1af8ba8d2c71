"""What an article can show about others of its outlet: the lines on it, as they are compared."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from itertools import pairwise
from urllib.parse import urlsplit

from coranto.clean.glued import may_be_glued
from coranto.clean.paragraphs import find_paragraphs
from coranto.clean.pieces import is_listed
from coranto.clean.words import load_given_names
from coranto.model.evidence import Line

FIGURES = re.compile(r"\d+")
WORD = re.compile(r"\w+")
RUN = re.compile(r"[^\W\d_]+")
BYLINE = re.compile(r"(?:by|from)\s+[A-Z]", re.IGNORECASE)
QUOTES = re.compile('["“”«»„]')
ADDRESS = re.compile(
    r"\b(?:you|your|us|our|we|newsletters?|subscri\w+|copyright|contributed to|all rights reserved)\b"
    r"|@|https?:|www\.|©",
    re.IGNORECASE,
)
LONG = 20
"""Words from which a line is taken for a sentence of an article, unless it speaks to the reader."""
LONGEST = 2_000
FEW, SEVERAL = 3, 5
"""Other articles that must have a short line, and a long one."""
SHARE = 50
"""One in so many of the outlet's articles, at least, must have a long line."""
SAME = 0.3
"""Share of an article's own long lines that makes another its copy, whose lines show nothing."""


def name_publisher(outlet: str | None, url: str | None) -> str | None:
    """Under what name lines are compared: the outlet's, else the host of its address; None where neither is known."""
    if outlet:
        return " ".join(outlet.casefold().split())
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.") or None
    except ValueError:  # (an address that is none)
        return None


def fold_line(line: str) -> str:
    """A line as it is compared across articles: small letters, single blanks, any figure as 0."""
    return FIGURES.sub("0", " ".join(line.casefold().split()))


def fold_lines(text: str) -> tuple[Line, ...]:
    """The different lines of a text, in order, that may recur: nothing without a letter, and no bylines or speakers."""
    found: dict[str, Line] = {}
    for first, last in find_paragraphs(text):
        line = text[first:last]
        if len(line) <= LONGEST and any(c.isalpha() for c in line) and not _names_someone(line):
            folded = fold_line(line)
            quoted = QUOTES.search(line) is not None
            found.setdefault(
                folded, Line(folded, len(WORD.findall(line)), addressed=not quoted and bool(ADDRESS.search(line)))
            )
    return tuple(found.values())


def _names_someone(line: str) -> bool:
    """Whether the line is a byline, or a person's name alone: the author's, or a speaker's before an answer."""
    words = WORD.findall(line)
    return bool(BYLINE.match(line)) or (
        1 < len(words) < 5 and words[0].casefold() in load_given_names() and all(word[0].isupper() for word in words)
    )


def list_candidates(text: str) -> frozenset[str]:
    """The strings whose standing as names elsewhere would tell whether words of the text are run together.

    The whole word, each part of it from a capital on, and pairs of such parts that follow each other (`White House`).
    """
    found: set[str] = set()
    for word in {run for run in RUN.findall(text) if may_be_glued(run)}:
        found.add(word)
        capitals = [at for at, letter in enumerate(word) if letter.isupper()]
        before = None
        for first, following in pairwise([*capitals, len(word)]):
            for end in _find_ends(word, first, following):
                found.add(word[first:end])
                if before is not None:
                    found.add(f"{word[before:first]} {word[first:end]}")
            before = first
    return frozenset(found)


def _find_ends(word: str, first: int, following: int) -> list[int]:
    """Where a name that begins at `first` may end: before the next capital, or before a word in small letters."""
    return [end for end in range(first + 2, following) if is_listed(word[end:following])] + [following]


def choose_recurring(lines: Collection[Line], others: Mapping[str, Collection[int]], published: int) -> frozenset[str]:
    """The lines that recur: in three other articles, and long ones only if they speak to the reader, and oftener.

    `others` gives for a folded line the other articles that have it, `published` how many articles the outlet has.
    Articles that share much of the long lines that speak to nobody are copies of this one and show nothing.
    """
    body = [line for line in lines if line.words >= LONG and not line.addressed]
    shared: dict[int, int] = {}
    for line in body:
        for other in others.get(line.folded, ()):
            shared[other] = shared.get(other, 0) + 1
    copies = {other for other, count in shared.items() if count >= max(1, SAME * len(body))}
    recurring = set()
    for line in lines:
        count = sum(other not in copies for other in others.get(line.folded, ()))
        least = FEW if line.words < LONG else max(SEVERAL, published // SHARE)
        if count >= least and (line.words < LONG or line.addressed):
            recurring.add(line.folded)
    return frozenset(recurring)
