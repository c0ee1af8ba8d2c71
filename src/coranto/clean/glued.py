"""Words run together, as "policecooperation": split only where the halves are words and the whole is none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from coranto.clean.words import load_compounding, load_glue, load_levels, load_names

WORD = re.compile(r"[^\W\d_]+")
SHORTEST = 6
LONGEST = 40
COMMON = 50
FREQUENT = 35
COMBINING = (
    "sphere",
    "scape",
    "scapes",
    "phobia",
    "phobic",
    "graphic",
    "logical",
    "sexual",
    "sexuals",
    "genic",
    "holic",
)
NEIGHBOUR = "@#/\\_=&'’-‑.0123456789"
"""A run beside one of these is an address, a number or a part of a longer word."""

Found = tuple[int, int, str, Literal["space"], str]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the article itself says of its words: how often each occurs, and which names stand by themselves."""

    counts: Counter[str]
    names: frozenset[str]


def find_glued(
    text: str, blocked: Sequence[tuple[int, int]], elsewhere: frozenset[str] = frozenset()
) -> Iterator[Found]:
    """Each word that is two, with what is read there; nothing in a text whose words are mostly not English.

    `elsewhere` are words that stand as names by themselves in other articles.
    """
    runs = _leave_out(list(WORD.finditer(text)), blocked)
    levels = load_levels()
    small = [run.group() for run in runs if len(run.group()) > 2 and run.group().islower()]
    if sum(word not in levels for word in small) * 6 > len(small):
        return
    around = Surroundings(
        counts=Counter(run.group() for run in runs),
        names=load_names()
        | elsewhere
        | frozenset(w for w in (run.group() for run in runs) if w[0].isupper() and w[1:].islower() and len(w) > 2),
    )
    for run in runs:
        word = run.group()
        if not SHORTEST <= len(word) <= LONGEST or word.lower() in levels or word.isupper():
            continue
        if _in_longer(text, run) or _is_whole(word.lower()):
            continue
        cut = split_word(word, around, follows_name=_follows_name(text, run))
        if cut:
            yield run.start(), run.end(), f"{word[:cut]} {word[cut:]}", "space", "glued_words"


def split_word(word: str, around: Surroundings, *, follows_name: bool = False) -> int | None:
    """Where the word is cut in two; None where it is one, or where nothing shows that it is two."""
    if around.counts[word] > 1:
        return None
    for cut in range(2, len(word) - 1):
        if word[cut].isupper() and word[cut - 1].islower():
            return cut if _is_sentence_gap(word[:cut], word[cut:], around) else None
    if not word[1:].islower():
        return None
    cuts = [cut for cut in range(2, len(word) - 1) if _is_word_gap(word[:cut], word[cut:], around)]
    if not cuts and follows_name and word[0].isupper():
        cuts = [cut for cut in range(4, len(word) - 4) if word[cut:] in load_glue().verbs]
    return max(cuts, key=lambda cut: _weigh(word[:cut], word[cut:], around)) if cuts else None


def _is_sentence_gap(left: str, right: str, around: Surroundings) -> bool:
    """A small letter before a capital: "officialsThe", "CubaHe"."""
    levels, glue = load_levels(), load_glue()
    if not right[1:].islower():
        return False
    known_right = right in glue.starters or right in around.names or levels.get(right.lower(), 99) <= COMMON
    if left.islower():
        return len(left) > 3 and levels.get(left, 99) <= COMMON and known_right
    return left in around.names and right in glue.starters and len(right) > 2


def _is_word_gap(left: str, right: str, around: Surroundings) -> bool:
    """Two words of which one at least is of the kind that is found glued."""
    levels, glue = load_levels(), load_glue()
    level = levels.get(left.lower(), 99)
    name = left[0].isupper() and left in around.names
    if right in glue.certain_ends:
        return len(left) > 3 and (level <= COMMON or left[0].isupper())
    if right in glue.ends:
        if left[0].isupper():
            return name and len(left) > 3 and (len(right) > 3 or right == "who")
        return level <= COMMON and len(left) > 3
    if name and right in glue.verbs:
        return True
    if left[0].isupper():
        return False
    if right in glue.short_ends:
        return level <= FREQUENT and len(left) > 4
    right_level = levels.get(right, 99)
    if left in glue.beginnings:
        return right_level <= FREQUENT and len(right) > 4
    if level > FREQUENT or right_level > FREQUENT or min(len(left), len(right)) < 5:
        return False
    # Two words of content make many a new compound: only two that make none otherwise.
    firsts, lasts = load_compounding()
    return left not in firsts and right not in lasts and not right.endswith(COMBINING)


def _weigh(left: str, right: str, around: Surroundings) -> tuple[int, int, int]:
    """The better cut: a certain end, then known and common words, then the longer end."""
    levels, glue = load_levels(), load_glue()
    known = left in around.names or left.lower() in levels
    return (
        int(right in glue.certain_ends and known),
        -levels.get(left.lower(), 60) - levels.get(right, 60),
        len(right),
    )


def _is_whole(word: str) -> bool:
    """Whether it is one of the newer words, or a form of one: livestreams, livestreamed."""
    stems = (word, word.removesuffix("s"), word.removesuffix("ed"), word.removesuffix("ing"), word.removesuffix("er"))
    return any(stem in load_glue().whole for stem in stems)


def _in_longer(text: str, run: re.Match[str]) -> bool:
    before = text[run.start() - 1] if run.start() else " "
    after = text[run.end() : run.end() + 2]
    if before in NEIGHBOUR:
        return True
    # A full stop or an apostrophe may well follow a word; a letter or digit after it makes it part of a longer one.
    return bool(after) and after[0] in NEIGHBOUR and (after[0] in "@#/\\_=&-0123456789" or after[1:].isalnum())


def _follows_name(text: str, run: re.Match[str]) -> bool:
    before = re.search(r"([A-Z][^\W\d_]+) $", text[max(0, run.start() - 30) : run.start()])
    return bool(before)


def _leave_out(runs: Sequence[re.Match[str]], blocked: Sequence[tuple[int, int]]) -> list[re.Match[str]]:
    """The runs outside the blocked stretches; both are in order."""
    free, at = [], 0
    for run in runs:
        while at < len(blocked) and blocked[at][1] <= run.start():
            at += 1
        if at == len(blocked) or blocked[at][0] > run.start():
            free.append(run)
    return free
