"""A run of letters, and where it is cut: at least cost, and only where nothing says that it is one word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import accumulate, pairwise

from coranto.clean.cuts import ALONE, BUDGET, Beside, weigh_cut
from coranto.clean.pieces import UNKNOWN_NAME, Piece, Surroundings, is_listed, is_name, weigh_piece
from coranto.clean.words import load_given_names, load_glue, load_levels, load_names, load_pairs

CERTAIN = 5
FURTHER = 3
"""What each word after the second may add."""
MOST = 4
SEGMENT = re.compile(r"[A-ZÀ-ÖØ-Þ]+(?![a-zß-ÿ])|[A-ZÀ-ÖØ-Þ]?[^\W\d_A-ZÀ-ÖØ-Þ]+")
"""Letters between two changes from small to capital."""
DERIVING = ("s", "es", "ed", "d", "ing", "er", "ers", "ism", "ist", "ists", "ian", "ians", "ite", "ites", "ly", "a")
"""Endings with which a known word or name makes another."""


def split_word(word: str, around: Surroundings, beside: Beside = ALONE) -> tuple[int, ...]:
    """The places where a run of letters is cut; none where it is one word, or where nothing shows that it is more."""
    if _is_one(word, around):
        return ()
    paired: dict[str, bool] = {}
    best: tuple[int, int, tuple[int, ...]] = (BUDGET + 1, 0, ())
    for pieces in _part(word, 0, around, (_find_inner(word), MOST)):
        if len(pieces) > 1:
            first = pieces[0]
            if first.word not in paired:
                paired[first.word] = _is_paired(beside.before, first.word, around)
            if paired[first.word]:
                cost = min(first.cost, 2)
                pieces = (first._replace(cost=cost, seen=True, common=False, paired=True), *pieces[1:])
            total = sum(piece.cost for piece in pieces) - FURTHER * (len(pieces) - 2)
            for left, right in pairwise(pieces):
                at_end = Beside(beside.before if left is pieces[0] else "", beside.after if right is pieces[-1] else "")
                total += weigh_cut(left, right, around, at_end)
            best = min(best, (total, len(pieces), tuple(accumulate(len(piece.word) for piece in pieces[:-1]))))
    if best[2] and (around.counts[word] > 1 or word in around.elsewhere) and word[1:].islower():
        # Written so twice, or in others too, it is no slip, unless the name before a plain word stands apart oftener.
        name = word[: best[2][0]]
        if best[0] > CERTAIN or word[0].islower() or around.counts[name] <= around.counts[word]:
            return ()
    return best[2]


def _part(word: str, at: int, around: Surroundings, limits: tuple[frozenset[int], int]) -> Iterator[tuple[Piece, ...]]:
    """The ways to part the run from `at` on into pieces, each a word by itself.

    The limits are where it may not be cut, and how many pieces it may have.
    """
    inner, most = limits
    if at == len(word):
        yield ()
        return
    if most == 0:
        return
    for end in range(at + 1, len(word) + 1):
        if end in inner or (end == at + 1 and (word[at] not in "aAI" or (at and word[at - 1].isupper()))):
            continue
        piece = weigh_piece(word[at:end], around)
        if piece is None or piece.cost > BUDGET:
            continue
        if piece.cost == UNKNOWN_NAME and end < len(word) and word[end].islower() and not _is_tail(word[end:]):
            continue
        for rest in _part(word, end, around, (inner, most - 1)):
            yield (piece, *rest)


def _find_inner(word: str) -> frozenset[int]:
    """Where the run may not be cut: inside a word of the lists that begins and ends where letters change."""
    inner: set[int] = set()
    for found in SEGMENT.finditer(word):
        # After capitals it is not told to which word the last of them belongs: "FBIhas", "FBIAgent".
        mixed = found.start() > 0 and word[found.start() - 1].isupper()
        segment = found.group()
        if not mixed and is_listed(segment.lower()):
            inner.update(
                at
                for at in range(found.start() + 1, found.end())
                if not (segment.isupper() and f"{word[:at]} {word[at:]}" in load_pairs())
            )
    return frozenset(inner)


@cache
def _is_tail(small: str) -> bool:
    """Whether it is a word that may follow a name of no list."""
    glue = load_glue()
    return small in glue.certain_ends or small in glue.ends or small in glue.verbs


def _is_paired(before: str, word: str, around: Surroundings) -> bool:
    """Whether the word and the one before the run stand side by side elsewhere."""
    if not before or not before[0].isupper() or not word[0].isupper():
        return False
    pair = f"{before} {word}"
    if pair in around.elsewhere or pair in load_pairs():
        return True
    return pair in around.text and re.search(rf"\b{pair}(?![^\W\d_])", around.text) is not None


def _is_one(word: str, around: Surroundings) -> bool:
    """Whether anything says that the run is one word: the lists, or the article or others that have it so."""
    if word[1:].islower():
        return _is_derived(word.lower())
    if word[:-1].isupper() and word[-1] == "s":
        return True
    if word.lower() in load_glue().whole:
        return True
    if _follows_small(word, around):
        return False
    if _is_person(word, around):
        return False
    known, near = _count_pairs(word, around)
    if any(f"{word[:cut]} {word[cut:]}" in load_pairs() for cut in range(2, len(word) - 1)):
        return False
    if near:
        return near < around.counts[word]
    if around.counts[word] > 1 or word in around.elsewhere:
        return True
    if word.isupper():
        return not known
    cut = next((at for at in range(1, len(word)) if word[at].isupper()), 0)
    # "TheIRS" is no form of "theirs".
    return is_listed(word.lower()) and not known and not (cut > 1 and len(word) > cut + 1 and word[cut:].isupper())


def _follows_small(word: str, around: Surroundings) -> bool:
    """Whether the run is a function word and a name: "onFriday"."""
    glue = load_glue()
    cut = next((at for at, letter in enumerate(word) if letter.isupper()), 0)
    left = word[:cut]
    right = word[cut:]
    if (cut < 2 and not right.isupper()) or left not in glue.function or left in glue.particles:
        return False
    return is_name(right, around) or around.counts[right] > 0


def _is_person(word: str, around: Surroundings) -> bool:
    """Whether the run is a given name and a surname that stand side by side elsewhere: "AnnaWintour"."""
    cut = next((at for at in range(2, len(word) - 1) if word[at].isupper()), 0)
    if not cut or word[:cut].lower() not in load_given_names():
        return False
    pair = f"{word[:cut]} {word[cut:]}"
    return pair in around.elsewhere or pair in load_pairs()


def _count_pairs(word: str, around: Surroundings) -> tuple[bool, int]:
    """Whether the run is two words that stand together in a table, and how often they do so in the article."""
    known, near = False, 0
    for cut in range(2, len(word) - 1):
        if word[cut].isupper() and word[0].isupper():
            pair = f"{word[:cut]} {word[cut:]}"
            known = known or pair in load_pairs() or (not is_listed(word.lower()) and pair in around.elsewhere)
            near += around.text.count(f" {pair}")
    return known, near


def _is_derived(small: str) -> bool:
    """Whether it is a word or a name of the lists, or made of one with an ending."""
    if small.endswith("is"):
        # "Congressis", but not the plural "Azerbaijanis"
        return is_listed(small) or small[:-1] in load_levels() or small[:-1].capitalize() in load_names()
    stems = (small, *(small.removesuffix(ending) for ending in DERIVING if small.endswith(ending)))
    return any(is_listed(stem) and len(stem) > 3 for stem in stems)
