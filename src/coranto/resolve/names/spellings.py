"""Spellings: whether two words, in Latin letters, spell one name in the manner of different countries.

A word is turned into a code of sounds (`sch`, `sh` and `ш` are one, doubled letters count once), and two codes are
compared by the cost of turning one into the other: little for letters that transliterations exchange (`y` and `i`,
`kh` and `h`, `w` and `v`), too much for any others.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from coranto.resolve.names.scripts import make_pattern
from coranto.resources import read_tsv

SOUNDS = (
    (r"schtsch|shch|shtch|chtch|stsch", "Q"),
    (r"tsch|tch|tsj", "C"),
    (r"^ch(?=r)|kh", "h"),
    (r"sch|sh", "S"),
    (r"^cz|cz$|ch", "C"),
    (r"zh", "Z"),
    (r"ph", "f"),
    (r"th", "t"),
    (r"dh", "d"),
    (r"gh(?!e)", "g"),
    (r"ts|tz", "T"),
    (r"dzh|dj|dsch", "j"),
    (r"ck|qu|q", "k"),
    (r"x", "ks"),
    (r"w", "v"),
    (r"c(?=[eiy])", "s"),
    (r"(?<!^)ie(?=[v])", "e"),
    (r"^[yj]e", "e"),
    (r"ou|oo", "u"),
    (r"ee|iy|yi|ii|yy|ij|yj", "i"),
    (r"y", "i"),
    (r"([a-zA-Z])\1+", r"\1"),
)
"""Ways to write sounds, in the order in which they are replaced by a letter of the code."""
COMPILED = tuple((re.compile(pattern), code) for pattern, code in SOUNDS)
NEAR = {
    frozenset(pair): cost
    for pairs, cost in (
        ("ei ou ij", 0.25),
        ("cC cT cs ck gk jZ", 0.25),
        ("ae", 0.5),
        ("ZS Ss sz Ch CS Ck TC Tz Ts QS QC gh hk gj vf vu bv bp dt jC", 0.5),
    )
    for pair in pairs.split()
}
"""What it costs to take one letter of the code for another; a pair that is not here is no spelling of one name."""
FAR = 9.0
VOWELS = frozenset("aeiou")
FRAME = str.maketrans({"d": "t"} | {c: None for c in map(chr, range(128)) if c not in "lrmntd"})
"""What leaves the letters of a code that no spelling leaves out or takes for any but each other."""
BUDGETS = (0.0, 0.25, 0.25, 0.25, 0.5, 0.75, 0.75, 1.0, 1.0, 1.0, 1.25)
"""What may be spent on a word, by the length of its code."""


@dataclass(frozen=True, slots=True)
class Match:
    """How two names compare: whether they suffice for one bearer, how near they are (0 to 1), and what decided."""

    same: bool
    score: float
    rule: str


@lru_cache(maxsize=1 << 16)
def make_code(word: str) -> str:
    """The code of a word in Latin letters: one letter a sound; capitals are sounds that take several letters."""
    for pattern, code in COMPILED:
        word = pattern.sub(code, word)
    return word


@lru_cache(maxsize=1 << 16)
def make_frame(code: str) -> str:
    """The letters of a code that all spellings of the name share: codes of two frames are two names."""
    return code.translate(FRAME)


def _price(one: str, other: str, at: tuple[int, int]) -> float:
    """The cost of taking one letter for the other, where they stand."""
    first, second = one[at[0]], other[at[1]]
    if first == second:
        return 0.0
    pair = frozenset((first, second))
    if pair == {"e", "o"} and one[at[0] + 1 :] in {"v", "f"} and other[at[1] + 1 :] in {"v", "f"}:
        return 0.5
    if pair == {"a", "o"} and at[0] == len(one) - 1 and at[1] == len(other) - 1 and one[:-1].endswith("enk"):
        return 0.5
    return NEAR.get(pair, FAR)


def _toll(word: str, place: int) -> float:
    """The cost of a letter that the other spelling leaves out."""
    letter = word[place]
    before = word[place - 1] if place else ""
    after = word[place + 1] if place + 1 < len(word) else ""
    if letter == "i" and (before in VOWELS or after in VOWELS) and (before or after):
        return 0.25
    if letter == "e" and ((before and before in "aou") or (not after and len(word) > 4)):
        return 0.25
    if letter == "h" and before:
        return 0.25 if not after or before not in VOWELS else 0.5
    if letter in VOWELS and after and before:
        return 1.25
    return FAR


@lru_cache(maxsize=1 << 17)
def weigh(one: str, other: str) -> float:
    """The cost of taking one code for the other, 0 for the same; `FAR` and more for codes of different names."""
    if one == other:
        return 0.0
    if abs(len(one) - len(other)) > 3 or not one or not other:
        return FAR
    if make_frame(one) != make_frame(other):
        return FAR
    limit = BUDGETS[min(max(len(one), len(other)), len(BUDGETS) - 1)]
    row = [0.0]
    for j in range(len(other)):
        row.append(row[j] + _toll(other, j))
    for i in range(len(one)):
        toll = _toll(one, i)
        fresh = [row[0] + toll]
        for j in range(len(other)):
            fresh.append(min(row[j] + _price(one, other, (i, j)), row[j + 1] + toll, fresh[j] + _toll(other, j)))
        if min(fresh) > limit:
            return FAR
        row = fresh
    return row[-1] if row[-1] <= limit else FAR


@cache
def load_forms() -> dict[str, frozenset[str]]:
    """Per given name, short form or pet form, the rows of the table in which it stands."""
    forms: dict[str, set[str]] = {}
    for row in read_tsv("names/nicknames.tsv"):
        for form in (row["name"], *row["forms"].split()):
            forms.setdefault(form, set()).add(row["name"])
    return {form: frozenset(rows) for form, rows in forms.items()}


def is_form(one: str, other: str) -> bool:
    """Whether two given names are forms that one person may bear: `bill` and `william`."""
    forms = load_forms()
    first, second = forms.get(one), forms.get(other)
    return bool(first and second and not first.isdisjoint(second))


@lru_cache(maxsize=1 << 17)
def compare_words(one: str, other: str) -> tuple[float, str]:
    """How alike two words of names are (0 to 1) and why: `same`, `script`, `spelling`, `form`, or empty."""
    if one == other:
        return 1.0, "same"
    if not one.isascii() or not other.isascii():
        return _compare_scripts(one, other)
    cost = weigh(make_code(one), make_code(other))
    if cost < FAR:
        return 0.97 - cost / 8, "spelling"
    if is_form(one, other):
        return 0.9, "form"
    return 0.0, ""


def _compare_scripts(one: str, other: str) -> tuple[float, str]:
    if one.isascii():
        one, other = other, one
    if other.isascii() and make_pattern(one).fullmatch(other):
        return 0.9, "script"
    return 0.0, ""
