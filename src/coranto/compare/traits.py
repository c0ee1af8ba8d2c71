"""What of an entity tells who it is, whatever article it stands in: its key in the lists, or the words of its name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from coranto.extract.known import Known, find_known, fold_words, load_by_key, load_known
from coranto.resolve.coreference.namesakes import load_shared
from coranto.resolve.leaders import find_leader
from coranto.resolve.names.comparison import read_person
from coranto.resolve.names.spellings import make_code
from coranto.resources import read_tsv
from coranto.store.profiles import Profile

Sort = Literal["person", "body", "state", "place", "other"]
SORTS: dict[str, Sort] = {
    "person": "person", "organization": "body", "outlet": "body", "group": "body", "state": "state", "place": "place",
}  # fmt: skip
SILENT, SQUEEZE = re.compile(r"[aeiouh'\W]+"), re.compile(r"(.)\1+")
ALIKE = str.maketrans(dict.fromkeys("ZzCcTQS", "s") | dict.fromkeys("gj", "k") | dict.fromkeys("bvf", "p") | {"d": "t"})
"""Sounds of `make_code` that spellings of one name exchange."""


@dataclass(frozen=True, slots=True)
class Trait:
    """Who an entity is by its name. `key` is that of the shipped lists; without one, `words` tell.

    A `generic` name (`Interior Ministry`) tells only together with a country; a `lone` one (a surname, an acronym)
    tells little by itself. A `guessed` country is only that of the article's setting.
    """

    sort: Sort
    key: str | None
    words: tuple[str, ...]
    country: str | None
    generic: bool = False
    lone: bool = False
    guessed: bool = False

    @property
    def told(self) -> str | None:
        """The country, unless it is only that of the article's setting."""
        return None if self.guessed else self.country


def read_trait(profile: Profile) -> Trait:
    """What the entity's name, kind and country tell."""
    sort = SORTS.get(profile.kind, "other")
    if sort == "state" and profile.country:
        return Trait(sort, f"state:{profile.country}", (), profile.country)
    if sort == "person":
        return _read_person(profile)
    known = find_listed(profile.name)
    if known is not None and SORTS.get(known.kind) == sort:
        shared = known.name in load_shared() and profile.country != known.country
        country = profile.country if shared else known.country
        key = f"{known.key}/{country}" if shared else known.key
        words, said = split_body(known.name)
        if sort == "body" and said and said == country:  # (so that `Supreme Court` is found to be the American one)
            return Trait(sort, key, tuple(sorted(set(words))), country, generic=True)
        return Trait(sort, key, words if sort == "body" else fold_words(known.name), country)
    if sort == "body":
        return _read_body(profile)
    return Trait(sort, None, tuple(fold_words(profile.name)), profile.country)


def _read_person(profile: Profile) -> Trait:
    words, telling = _fold_name(profile.name), read_person(profile.name)
    known = find_listed(profile.name)
    if known is None or known.kind != "person":
        known = find_leader(telling, profile.published) if telling else None
    told = None if profile.guessed else profile.country
    if known is not None and not (told and known.country and told != known.country):
        return Trait("person", known.key, _fold_name(known.name), known.country)
    return Trait("person", None, words, profile.country, lone=len(telling) < 2, guessed=profile.guessed)


def _fold_name(name: str) -> tuple[str, ...]:
    """All words of a name, initials and suffixes too: they tell father from son."""
    return tuple(word for word in fold_words(name) if word[0].isalnum())


def _read_body(profile: Profile) -> Trait:
    words, country = split_body(profile.name)
    generic = is_generic(words)
    if not generic:
        return Trait("body", None, words, profile.country, lone=len(words) < 2)
    return Trait("body", None, tuple(sorted(set(words))), country or profile.country, generic=True)


@lru_cache(maxsize=1 << 16)
def find_listed(name: str) -> Known | None:
    """The entry of the shipped lists that is called so."""
    found = find_known(name)
    return found if found is not None and found.use in {"name", "metonym"} else None


def name_listed(key: str) -> str | None:
    """The name that the shipped lists give for a key."""
    known = load_by_key().get(key.partition("/")[0])
    return known.name if known else key.removeprefix("person:") if key.startswith("person:") else None


@lru_cache(maxsize=1 << 17)
def split_body(name: str) -> tuple[tuple[str, ...], str | None]:
    """The words of a body's name that tell, and the country that a generic name says: `Russian Interior Ministry`.

    >>> split_body("Ministry of the Interior of Russia")
    (('ministry', 'interior'), 'RUS')
    """
    words = [word for word in fold_words(name) if word not in _load_words("small") and any(map(str.isalnum, word))]
    while len(words) > 1 and words[-1] in _load_legal():
        words.pop()
    rest, country = _part_country(words)
    if country and is_generic(tuple(rest)) and any(word in _load_words("body") for word in rest):
        return tuple(rest), country
    return tuple(words), None


def is_generic(words: tuple[str, ...]) -> bool:
    """Whether bodies of several countries may be called by these words."""
    return bool(words) and all(word in _load_words("") for word in words)


@lru_cache(maxsize=1 << 17)
def make_skeleton(word: str) -> str:
    """The consonants of a word as they sound, alike for the spellings of one name: `kadafi`, `qaddafi`."""
    code = make_code(word)
    return SQUEEZE.sub(r"\1", SILENT.sub("", code).translate(ALIKE)) or code[:1]


def list_skeletons(word: str) -> set[str]:
    """Its skeleton, and for a `g` that others spell `h` that of the other spelling."""
    return {make_skeleton(word), make_skeleton(word[1:])} if word[0] == "g" and len(word) > 3 else {make_skeleton(word)}


def _part_country(words: list[str]) -> tuple[list[str], str | None]:
    for first, word in enumerate(words):
        for entry in load_known().get(word, ()):
            last = first + len(entry.words)
            if entry.kind == "state" and entry.use in {"name", "adjective"} and tuple(words[first:last]) == entry.words:
                return words[:first] + words[last:], entry.country
    return words, None


@cache
def _load_words(kind: str) -> frozenset[str]:
    rows = read_tsv("identities/generic.tsv")
    return frozenset(word for row in rows if kind in {"", row["class"]} for word in row["words"].split())


@cache
def _load_legal() -> frozenset[str]:
    return frozenset(word for row in read_tsv("identities/forms.tsv") for word in row["words"].split())
