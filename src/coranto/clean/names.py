"""Words that stand as names by themselves: what one article can show about the glued words of others."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from coranto.clean.words import load_glue, load_levels, load_vocabulary

# A capitalised word within a sentence, whole: what begins a line or a sentence may be any word.
NAME = re.compile(
    r"(?:(?<=[\w,;] )|(?<=\w-)|(?<=\b[OD]['’]))[A-ZÀ-ÖØ-Þ][^\W\d_]{1,30}(?=(?:['’]s)?(?:[\s,;:!?)”\"-]|\.(?:\s|$)|$))",
)
COMMON = 50
SHORTEST = 3
"""Letters that a name has, at least, before a word that is glued to it."""


def collect_names(text: str) -> frozenset[str]:
    """The capitalised words within sentences of a text, and each two of them side by side, as `White House`.

    Left out are words that may themselves be two run together, as `Moscowwhere` and `WhiteHouse`: of no list, seen but
    once, and with a word at their end; or with an inner capital, and no oftener than the two words apart.
    """
    runs = [(found.start(), found.end(), found.group()) for found in NAME.finditer(text)]
    counts = Counter(word for _, _, word in runs)
    starters = load_glue().starters
    found = {
        word
        for word, count in counts.items()
        if word not in starters and (_count_apart(word, text) < count if _has_inner(word) else _is_sure(word, count))
    }
    pairs = {
        f"{left} {right}"
        for (_, end, left), (start, _, right) in pairwise(runs)
        if start == end + 1 and left in found and right in found
    }
    return frozenset(found | pairs)


def _has_inner(word: str) -> bool:
    return not (word[1:].islower() or word.isupper())


def _count_apart(word: str, text: str) -> int:
    """How often the text has it in two words, parted before a capital within; at least once."""
    cuts = [cut for cut in range(2, len(word) - 1) if word[cut].isupper()]
    return max([1, *(text.count(f"{word[:cut]} {word[cut:]}") for cut in cuts)])


def _is_sure(word: str, count: int) -> bool:
    """Whether it is one word: on a list, seen twice, or with no common word at its end after a word of the lists."""
    small = word.lower()
    levels, vocabulary = load_levels(), load_vocabulary()
    if count > 1 or small in levels or small in vocabulary:
        return True
    glue = load_glue()
    for cut in range(SHORTEST, len(word) - 1):
        end = small[cut:]
        if end in glue.certain_ends or end in glue.ends:
            return False
        if levels.get(end, 99) <= COMMON and (small[:cut] in levels or small[:cut] in vocabulary):
            return False
    return True
