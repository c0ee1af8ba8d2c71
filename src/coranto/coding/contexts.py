"""PLOVER contexts of an event, from the words around it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from coranto.coding.codebook import load_codebook

NARROWER_CRIMES = frozenset({"corruption", "illegal_drugs", "trafficking"})
"""Where one of these is given, the general context `crime` is not (manual, contexts, `crime`)."""

MOST = 3
"""How many contexts words alone may give; a long sentence touches on many."""

type Cue = tuple[tuple[str, ...], str]
"""The rest of a phrase after its first word, and the context it points to."""


@cache
def load_cues() -> dict[str, tuple[Cue, ...]]:
    """Cues by their first word (lower case)."""
    found: dict[str, list[Cue]] = defaultdict(list)
    for context in load_codebook().contexts.values():
        for cue in context.cues:
            first, *rest = cue.split(" ")
            found[first].append((tuple(rest), context.name))
    return {first: tuple(cues) for first, cues in found.items()}


def find_contexts(words: Sequence[str], given: Sequence[str] = ()) -> tuple[str, ...]:
    """The contexts that the lemmas of a clause or sentence point to, after those given by the lexicon entry.

    The given ones come first, in their order; then at most MOST of the found ones, by how many cues point to them, ties
    in the order of the codebook.
    """
    cues = load_cues()
    lower = [word.lower() for word in words]
    counts: dict[str, int] = {}
    for place, word in enumerate(lower):
        for rest, context in cues.get(word, ()):
            if not rest or tuple(lower[place + 1 : place + 1 + len(rest)]) == rest:
                counts[context] = counts.get(context, 0) + 1
    order = {name: number for number, name in enumerate(load_codebook().contexts)}
    ranked = sorted(counts, key=lambda name: (-counts[name], order[name]))[:MOST]
    found = dict.fromkeys([*given, *ranked])
    if "crime" not in given and NARROWER_CRIMES & found.keys():
        found.pop("crime", None)
    return tuple(found)
