"""Words that stand as names by themselves: what one article can show about the glued words of others."""

from __future__ import annotations

import re
from collections import Counter

from coranto.clean.words import load_glue, load_levels, load_vocabulary

# A capitalised word within a sentence, whole: what begins a line or a sentence may be any word.
NAME = re.compile(
    r"(?<=[\w,;] )[A-ZÀ-ÖØ-Þ][^\W\d_]{2,30}(?=(?:['’]s)?(?:[\s,;:!?)”\"]|\.(?:\s|$)|$))",
)
SHORTEST = 3
"""Letters that a name has, at least, before a word that is glued to it."""


def collect_names(text: str) -> frozenset[str]:
    """The capitalised words within sentences of a text, but those that may themselves be two words run together.

    A word seen once is left out where neither list of words has it and it has an inner capital or ends with a word
    that is often found glued, as `Moscowwhere`.
    """
    counts = Counter(NAME.findall(text))
    levels, vocabulary, starters = load_levels(), load_vocabulary(), load_glue().starters
    found = set()
    for word, count in counts.items():
        if word in starters:
            continue
        small = word.lower()
        if count > 1 or small in levels or small in vocabulary or not _may_be_two(word):
            found.add(word)
    return frozenset(found)


def _may_be_two(word: str) -> bool:
    if not (word[1:].islower() or word.isupper()):
        return True
    glue = load_glue()
    ends = (glue.certain_ends, glue.ends, glue.verbs)
    return any(word[cut:] in words for cut in range(SHORTEST, len(word) - 2) for words in ends)
