"""Keys under which spellings of one name meet, so that few actors of a register need be compared with a name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from hashlib import blake2s

from coranto.resolve.names.organisations import GENERIC, LEAST_ACRONYM, parse_body
from coranto.resolve.names.persons import parse_person
from coranto.resolve.names.scripts import LONE_VOWEL, is_jamo, load_ways
from coranto.resolve.names.spellings import load_forms
from coranto.store.folding import fold_words

LONGEST = 6
"""Signs of a word's skeleton that count."""
MOST_WORDS = 8
MOST_WAYS = 12
"""Skeletons of a word in letters that leave open how it sounds."""
_SOUNDS = (
    (re.compile(r"sch|sh|zh|tz|ts|cz|z|x$"), "s"),
    (re.compile(r"^(?:y(?=[aeiou])|h(?=[aeiouy]))|(?<=.)h"), ""),
    (re.compile(r"x"), "ks"),
    (re.compile(r"c(?=[eiy])"), "s"),
    (re.compile(r"ck|c|q|g|j(?!$)"), "k"),
    (re.compile(r"ph|v|w"), "f"),
    (re.compile(r"d"), "t"),
    (re.compile(r"b"), "p"),
    (re.compile(r"^[aeiouy]"), "a"),
    (re.compile(r"(?<=.)[aeiouyj]"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)


def make_keys(name: str, kind: str | None, countries: Iterable[str | None] = ()) -> set[int]:
    """The keys of a name, 56-bit numbers; names of one bearer share a key in most spellings.

    One key is of the exact folded name. Persons have those of their first initial (and the pet forms of the first
    name) with each later word, and of the last word's initial with the first; bodies that of all their words that
    tell, in any order. What many countries have (ministries, supreme courts) has its country in the key.
    """
    folded = fold_words(name)
    keys = {_hash("=", folded)} if folded else set()
    if kind in {"person", None}:
        keys.update(_hash("p", *key) for key in _key_person(parse_person(name).words))
    if kind != "person":
        keys.update(_hash("b", *key) for key in _key_body(name, {code for code in countries if code}))
    return keys


@lru_cache(maxsize=1 << 16)
def make_skeleton(word: str) -> str:
    """The consonants of a word in Latin letters, by the classes in which transcriptions vary; `klklsf`: Kolokoltsev."""
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    return word[:LONGEST]


def _key_person(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    full = [word for at, word in enumerate(words) if len(word) > 1 or at == 0][:MOST_WORDS]
    if len(full) < 2:
        return
    yield from _pair([list_skeletons(word) for word in full], full[0])
    if any("ch" in word for word in full):
        # (`ch` is the French sound of `sh`, and the German one of `kh`)
        yield from _pair([(make_skeleton(word.replace("tch", "ch").replace("ch", "sh")),) for word in full], full[0])


def _pair(skeletons: Sequence[Sequence[str]], first: str) -> Iterator[tuple[str, ...]]:
    """The first initial with each later word, and the last initial with the first word."""
    forms = sorted(load_forms().get(first, ()))
    starts, ends = ({skeleton[:1] for skeleton in skeletons[at]} for at in (0, -1))
    for later in (skeleton for word in skeletons[1:] for skeleton in word if len(skeleton) > 1):
        yield from ((start, later) for start in (*starts, *forms))
    yield from ((end, whole) for end in ends for whole in skeletons[0] if len(whole) > 1)


@lru_cache(maxsize=1 << 14)
def list_skeletons(word: str) -> tuple[str, ...]:
    """The skeleton of a word; of one in Arabic, Hebrew or Hangul (`romanise`) those of its Latin spellings."""
    ways = _load_distinct_ways()
    if not any(letter in ways for letter in word):
        return (make_skeleton(word),)
    if word == LONE_VOWEL:
        return tuple(sorted({make_skeleton(way) for way in ("lee", "rhee", "yi")}))
    unwritten = "" if is_jamo(word[0]) else "a"
    spelled = [""]
    for letter in word:
        spelled = [f"{begun}{way}{unwritten}" for begun in spelled for way in ways.get(letter, (letter,))]
        spelled = spelled[: 4 * MOST_WAYS]
    return tuple(dict.fromkeys(map(make_skeleton, spelled)))[:MOST_WAYS]


@cache
def _load_distinct_ways() -> dict[str, tuple[str, ...]]:
    """Per letter of those scripts, the ways to write it that differ in a skeleton, the first of each kind."""
    return {
        letter: tuple({make_skeleton(f"ma{way}ma"): way for way in reversed(ways)}.values())[::-1]
        for letter, ways in load_ways().items()
    }


def _key_body(name: str, told: set[str]) -> Iterator[tuple[str, ...]]:
    body = parse_body(name)
    lands = sorted(body.countries or told)
    for portfolio in body.portfolios:
        yield from (("ministry", portfolio, land) for land in lands)
    words = body.words[:MOST_WORDS]
    if words and not body.portfolios:
        skeletons = sorted(make_skeleton(word) for word in words)
        if {*words} <= GENERIC:
            yield from ((*skeletons, land) for land in lands)
        else:
            yield tuple(skeletons)
            yield ("joined", make_skeleton("".join(words)))
    for letters in (body.acronym, body.initials):
        if len(letters) >= LEAST_ACRONYM:
            yield "initials", letters


def _hash(*parts: str) -> int:
    return int.from_bytes(blake2s("\0".join(parts).encode(), digest_size=7).digest())
