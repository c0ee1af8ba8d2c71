"""Names: whether two of them name one person, or one body."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from rapidfuzz.distance import DamerauLevenshtein

from coranto.extract.known import fold_words
from coranto.resolve.names.alignment import compare_persons
from coranto.resolve.names.organisations import compare_bodies
from coranto.resolve.names.spellings import Match
from coranto.resources import read_tsv

__all__ = [
    "Match",
    "agree_bodies",
    "agree_persons",
    "compare_bodies",
    "compare_persons",
    "fits_person",
    "guess_gender",
    "is_close",
    "make_initials",
    "read_person",
]

SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
SMALL = frozenset("the of for and in on at to de a an 's -".split())
FAMILY_FIRST = frozenset(
    "kim xi park lee moon li wang zhang chen hu tsai choe ri yoon hwang ahn wu liu zhao yang gui nguyen ban mao "
    "deng".split()
)
"""Family names that stand first in the names of Korea, China and Vietnam."""
GENERIC = frozenset(
    "ministry department agency office council committee court party union group commission bureau service army police "
    "university institute center centre association federation foundation bank company international national united "
    "state federal house american new world north south east west central general security government human islamic "
    "republic people free popular front movement first".split()
)


def read_person(name: str) -> tuple[str, ...]:
    """The words of a person's name that tell: folded, without suffix, nickname quotes and single initials."""
    words = [w for w in fold_words(name) if w[0].isalnum() and w not in SUFFIXES and w != "'s"]
    kept = [w for i, w in enumerate(words) if len(w) > 1 or i == 0]
    return tuple(kept or words)


def is_close(one: str, other: str) -> bool:
    """Whether two words are spellings of one name: one letter apart, or two in ten or more."""
    if one == other:
        return True
    length = min(len(one), len(other))
    if length < 5 or one[0] != other[0]:
        return False
    return DamerauLevenshtein.distance(one, other, score_cutoff=3) <= (2 if length >= 9 else 1)


def agree_persons(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names of two words or more name one person: the first and the last words agree."""
    if len(one) < 2 or len(other) < 2:
        return False
    short, long = sorted((tuple(one), tuple(other)), key=len)
    if short in {long[: len(short)], long[-len(short) :]}:
        return True
    if is_close(one[-1], other[-1]):
        first = is_close(one[0], other[0]) or ((len(one[0]) == 1 or len(other[0]) == 1) and one[0][0] == other[0][0])
        return first or _is_short_for(one[0], other[0])
    return False


def _is_short_for(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) >= 3 and long.startswith(short)


def fits_person(single: str, full: Sequence[str]) -> int:
    """How well a lone word fits a full name: 3 as surname, 2 as part of it, 1 as given name, 0 not at all."""
    if not full or len(full) < 2:
        return 0
    if is_close(single, full[-1]) or (single == full[0] and single in FAMILY_FIRST):
        return 3
    if single in full[1:]:
        return 2
    return 1 if single == full[0] else 0


def make_initials(words: Sequence[str]) -> str:
    """The initials of the words that count: `ministry of foreign affairs` gives `mfa`."""
    return "".join(w[0] for w in words if w not in SMALL)


def agree_bodies(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names may name one body: the same words, or the shorter one begins or ends the longer."""
    first = tuple(w for w in one if w not in SMALL)
    second = tuple(w for w in other if w not in SMALL)
    if first == second:
        return bool(first)
    short, long = sorted((first, second), key=len)
    if not short or len(short) == len(long):
        return False
    if len(short) == 1:
        return len(short[0]) > 3 and short[0] not in GENERIC and long[0] == short[0]
    if long[: len(short)] != short and long[-len(short) :] != short:
        return False
    return not set(short) <= GENERIC or len(short) >= 3


@cache
def load_given_names() -> dict[str, str]:
    """Given names (folded) to `m` or `f`; those that are both are not listed."""
    return {row["name"]: row["gender"] for row in read_tsv("actors/given_names.tsv")}


def guess_gender(words: Sequence[str]) -> str:
    """`m` or `f` where the given name tells, else empty."""
    return load_given_names().get(words[0], "") if len(words) > 1 else ""
