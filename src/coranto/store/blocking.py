"""Keys under which spellings of one name meet, so that few actors of a register need be compared with a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from hashlib import blake2s

from coranto.resolve.names import GENERIC, SMALL, SUFFIXES
from coranto.resources import read_tsv
from coranto.store.folding import fold_words

LONGEST = 6
"""Signs of a word's skeleton that count."""
MOST_WORDS = 8
_SOUNDS = (
    (re.compile(r"^(?:y(?=[aeiou])|h(?=[aeiouy]))|(?<=.)h|['’]"), ""),
    (re.compile(r"sch|sh|zh|tz|ts|cz|ss|z|ş|x$"), "s"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"c(?=[eiy])"), "s"),
    (re.compile(r"ck|ch|c|q|g|j(?!$)"), "k"),
    (re.compile(r"ph|v|w"), "f"),
    (re.compile(r"d|dt"), "t"),
    (re.compile(r"b"), "p"),
    (re.compile(r"^[aeiouy]"), "a"),
    (re.compile(r"(?<=.)[aeiouyj]"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)
_SAME = {"defence": "defense", "interior": "internal", "centre": "center", "organisation": "organization"}
_PASSED = frozenset("affairs state national federal republic union".split())


def make_keys(name: str, kind: str | None) -> set[int]:
    """The keys of a name, 56-bit numbers; names of one bearer share a key in most spellings.

    One key is of the exact folded name. Persons have those of their first initial with each later word, and of the
    last with the first; bodies those of all their words that tell, in any order, with and without the country's.
    """
    words = [word for word in fold_words(name).split() if word not in SMALL]
    if not words:
        return set()
    keys = {_hash("=", *words)}
    if kind in {"person", None}:
        keys.update(_hash("p", *key) for key in _key_person(words))
    if kind != "person":
        keys.update(_hash("b", *key) for key in _key_body(words))
    return keys


def make_exact_key(name: str) -> int:
    """The key of the exact folded name."""
    return _hash("=", *(word for word in fold_words(name).split() if word not in SMALL))


@lru_cache(maxsize=1 << 16)
def make_skeleton(word: str) -> str:
    """The consonants of a folded word by the classes in which transcriptions vary: `klklsf` for Kolokoltsev."""
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    return word[:LONGEST]


def _key_person(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    told = [word for word in words if word not in SUFFIXES]
    full = [word for at, word in enumerate(told) if len(word) > 1 or at == 0][:MOST_WORDS]
    if len(full) < 2:
        return
    skeletons = [make_skeleton(word) for word in full]
    for later in skeletons[1:]:
        if len(later) > 1:
            yield skeletons[0][:1], later
    if len(skeletons[0]) > 1:
        yield skeletons[-1][:1], skeletons[0]


def _key_body(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    told = [_SAME.get(word, word) for word in words]
    short = [word for word in told if word not in _PASSED] or told
    bare = [word for word in short if word not in _load_country_words()]
    for kept in (told, short, bare):
        if len(kept) > 1 or (kept and kept[0] not in GENERIC and len(kept[0]) > 2):
            yield tuple(sorted({make_skeleton(word) for word in kept}))


def _hash(*parts: str) -> int:
    return int.from_bytes(blake2s("\0".join(parts).encode(), digest_size=7).digest())


@cache
def _load_country_words() -> frozenset[str]:
    """The folded words that name a state or are its adjective."""
    found: set[str] = set()
    for row in read_tsv("actors/states.tsv"):
        ways = [row["name"], *row["adjectives"].split("|"), *row["aliases"].split("|")]
        found.update(word for way in ways if " " not in way for word in fold_words(way).split())
    return frozenset(found)
