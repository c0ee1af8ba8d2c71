"""A part of a run of letters, and what it would cost as a word of its own: less is better.

The costs are judgements in points, set on articles outside the bench's figures.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from coranto.clean.words import load_given_names, load_glue, load_levels, load_names, load_pairs, load_vocabulary

NEVER = 1_000
SHORT_NAME = 4
UNKNOWN_NAME = 5
COMMON = 50
FREQUENT = 35
WORD_COSTS = ((10, 1), (20, 2), (35, 3), (40, 4), (COMMON, 5), (60, 7), (70, 8))
MAC = re.compile("(?:Mc|Mac|O)[A-Z][a-z]{2,}|[A-Z]{2,5}s")
GENERATIONS = frozenset(["Jr", "Sr"])


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the article says of its words: how often each occurs, those that are names within it, and its text.

    `elsewhere` are the names of other articles, and pairs of them, as `White House`.
    """

    counts: Counter[str]
    here: frozenset[str] = frozenset()
    elsewhere: frozenset[str] = frozenset()
    text: str = ""


class Piece(NamedTuple):
    """A part of a run as a word of its own."""

    word: str
    shape: str
    """`lower`, `name` (one capital), `caps`, or `mixed`."""
    cost: int
    seen: bool
    """Whether it stands as a name in the article, in others, or in a table."""
    common: bool
    """Whether it is a common word that is no name within the article."""
    paired: bool = False
    """Whether it makes a known pair with the word before the run: `Hill` after `Capitol`."""


def weigh_piece(word: str, around: Surroundings) -> Piece | None:
    """What the letters cost as a word; None where they are none."""
    levels, glue = load_levels(), load_glue()
    small = word.lower()
    level = levels.get(small, 99)
    if word.islower():
        if word in glue.function:
            return Piece(word, "lower", 0 if len(word) > 1 else 2, seen=True, common=True)
        cost = next((cost for most, cost in WORD_COSTS if level <= most), NEVER) if len(word) > 2 else NEVER
        if cost == NEVER and len(word) > 4:
            # A word that the article has by itself, or a newer one: a term, a name in small letters.
            cost = 5 if around.counts[word] > 0 else 7 if word in load_vocabulary() else NEVER
        return Piece(word, "lower", cost, seen=around.counts[word] > 0, common=True) if cost < NEVER else None
    shape = "caps" if word.isupper() and len(word) > 1 else "name" if word[1:].islower() or len(word) == 1 else "mixed"
    known, here = word in load_names(), word in around.here
    common = level <= COMMON and not known and not here and shape != "caps"
    if word in glue.starters:
        return Piece(word, shape, 2, seen=False, common=True)
    if known or here:
        return Piece(word, shape, 1, seen=True, common=False)
    if word in around.elsewhere:
        return Piece(word, shape, 2, seen=True, common=common)
    if around.counts[word] > 0 and not common:
        return Piece(word, shape, 2, seen=True, common=False)
    if word in GENERATIONS:
        return Piece(word, shape, 1, seen=False, common=False)
    if MAC.fullmatch(word):
        return Piece(word, shape, 3 if small in load_vocabulary() else UNKNOWN_NAME, seen=False, common=False)
    if shape == "mixed" or len(word) < (2 if shape == "caps" else 3):
        return None
    if small in load_given_names():
        return Piece(word, shape, 3, seen=False, common=common)
    if level <= COMMON:
        return Piece(word, shape, 3 if level <= FREQUENT else 4, seen=False, common=True)
    if small in load_vocabulary():
        return Piece(word, shape, 3, seen=False, common=False)
    return Piece(word, shape, UNKNOWN_NAME, seen=False, common=False) if len(word) >= SHORT_NAME else None


def is_name(word: str, around: Surroundings) -> bool:
    """Whether a word with a capital is a name of the article, of others or of the tables, a title or a starter."""
    glue = load_glue()
    return (
        word in around.here
        or word in around.elsewhere
        or word in load_names()
        or word in glue.titles
        or (len(word) > 2 and word in glue.starters)
    )


def is_pair(left: str, right: str, around: Surroundings) -> bool:
    """Whether two words with capitals stand side by side elsewhere."""
    pair = f"{left} {right}"
    return pair in around.elsewhere or pair in load_pairs() or f" {pair}" in around.text


def is_listed(small: str) -> bool:
    """Whether a word in small letters is on a list of words, of names or of newer words."""
    if small.endswith("in") and f"{small}g" in load_levels():
        return small in load_levels()  # (slang that the web has: "partyin")
    return small in load_vocabulary() or small in load_levels() or small in load_glue().whole
