"""What a text says twice: titles, whole paragraphs, and sentences pulled out of it for show."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from coranto.model.span import Range

WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")
KEY = 6
"""Words by which a pulled sentence is looked up."""
TITLE_WORDS = 3
SAME_WORDS = 5
BODY_WORDS = 8
PULLED_WORDS = 70
MOST_EQUAL = 12
"""Paragraphs that stand twice; with more the text is a list, say of courses or fixtures."""
MOST_ALIKE = 20
"""Paragraphs with one beginning that are looked up; more are a list."""


def find_repeats(text: str, paragraphs: Sequence[Range], title: str | None) -> list[Range]:
    """The paragraphs that repeat another, in order.

    Of equal paragraphs all but the first, unless so many stand twice that the text is a list; a paragraph that is the
    title given, below the first sentence; and a short one whose words stand in a longer one (a pull quote), unless it
    is the first or the longer one repeats itself.
    """
    words = [tuple(WORD.findall(text[first:last].casefold().replace("’", "'"))) for first, last in paragraphs]
    named = tuple(WORD.findall(title.casefold().replace("’", "'"))) if title else ()
    repeats: set[int] = set()
    equal: set[int] = set()
    seen: set[tuple[str, ...]] = set()
    begun = False
    for i, found in enumerate(words):
        least = TITLE_WORDS if i < 6 else SAME_WORDS
        if len(found) >= least and begun and found == named:
            repeats.add(i)
        elif len(found) >= least and found in seen:
            equal.add(i)
        begun = begun or (len(found) >= BODY_WORDS and text[paragraphs[i].last - 1] in '.!?”"')
        seen.add(found)
    if len(equal) <= MOST_EQUAL:
        repeats |= equal
    known = repeats | equal
    candidates = [i for i, found in enumerate(words) if i and i not in known and KEY <= len(found) <= PULLED_WORDS]
    repeats.update(_find_pulled(words, candidates, repeats))
    return [paragraphs[i] for i in sorted(repeats)]


def _find_pulled(words: Sequence[tuple[str, ...]], candidates: Sequence[int], repeats: set[int]) -> list[int]:
    wanted: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i in candidates:
        if len(wanted[words[i][:KEY]]) < MOST_ALIKE:
            wanted[words[i][:KEY]].append(i)
    pulled: set[int] = set()
    for host, found in enumerate(words):
        if host in repeats or not wanted:
            continue
        for at in range(len(found) - KEY + 1):
            for i in wanted.get(found[at : at + KEY], ()):
                if i != host and len(words[i]) < len(found) and words[i] == found[at : at + len(words[i])]:
                    pulled.add(i)
    return sorted(pulled)
