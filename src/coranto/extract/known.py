"""The names that are known beforehand: states, places, organisations, outlets, people.

Names are compared token by token, in lower case, without accents and full stops. A name written in capitals alone
(`US`, `WHO`) must be written so in the text; any other must begin with a capital where its entry does.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from coranto.model.entity import EntityKind
from coranto.model.sentence import Sentence
from coranto.resources import read_tsv

Use = Literal["name", "adjective", "demonym", "capital", "metonym"]
WORD = re.compile(r"[^\W_]+(?:\.[^\W_]+)*\.?|['’]s\b|[^\w\s]")


class Known(NamedTuple):
    """One way to write a known name; `key` tells whom it stands for, whatever it is called."""

    key: str
    name: str
    kind: EntityKind
    country: str | None
    sector: str | None
    use: Use
    words: tuple[str, ...]
    exact: str
    gender: str = ""
    terms: str = ""


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """The word in lower case, without accents, full stops and curled apostrophes."""
    if word.isascii():
        return word.casefold().replace(".", "") or word
    plain = unicodedata.normalize("NFKD", word.replace("’", "'"))
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold().replace(".", "") or word


def fold_words(text: str) -> tuple[str, ...]:
    """The words of a text, each folded; hyphens and possessive endings are words of their own."""
    if text.isascii() and text.replace(" ", "").isalnum():
        return tuple(text.casefold().split())
    return tuple([fold(word) for word in WORD.findall(text)])


@cache
def load_known() -> dict[str, tuple[Known, ...]]:
    """Every way to write a known name by its first folded word, the longest first."""
    index: dict[str, list[Known]] = defaultdict(list)
    taken: set[tuple[tuple[str, ...], str]] = set()
    for entry in (*_read_states(), *_read_organisations(), *_read_outlets(), *_read_places(), *_read_people()):
        if entry.words and (entry.words, entry.exact) not in taken:
            taken.add((entry.words, entry.exact))
            index[entry.words[0]].append(entry)
    return {
        word: tuple(sorted(entries, key=lambda e: -len(e.words)) if len(entries) > 1 else entries)
        for word, entries in index.items()
    }


@cache
def load_by_key() -> dict[str, Known]:
    """The first entry of each key: the name that its entity bears."""
    found: dict[str, Known] = {}
    for entries in load_known().values():
        for entry in entries:
            if entry.use == "name" and (entry.key not in found or fold_words(entry.name) == entry.words):
                found[entry.key] = entry
    return found


@cache
def load_products() -> dict[tuple[str, ...], str]:
    """Names of products and of measures of markets; `make` for those that longer names of products begin with."""
    return {fold_words(row["name"]): row["kind"] for row in read_tsv("actors/products.tsv")}


def match_known(sentence: Sentence, folded: Sequence[str], first: int) -> Known | None:
    """The longest known name that begins at the token, if any."""
    after = folded[first + 1] if first + 1 < len(folded) else ""
    by_second = _load_by_second().get(folded[first], {})
    for entry in by_second.get(after) or by_second.get("", ()):
        last = first + len(entry.words)
        if tuple(folded[first:last]) == entry.words and _is_written_so(sentence, first, entry):
            return entry
    return None


@cache
def _load_by_second() -> dict[str, dict[str, tuple[Known, ...]]]:
    """Every way to write a known name by its first and its second word, the longest first; `""` holds those of one."""
    index: dict[str, dict[str, tuple[Known, ...]]] = {}
    for first, entries in load_known().items():
        seconds = {entry.words[1] for entry in entries if len(entry.words) > 1} | {""}
        index[first] = {
            second: tuple(e for e in entries if len(e.words) == 1 or e.words[1] == second) for second in sorted(seconds)
        }
    return index


def find_known(text: str) -> Known | None:
    """The known name that is exactly this text (`the` aside)."""
    words = fold_words(text)
    if words and words[0] == "the":
        words = words[1:]
    for entry in load_known().get(words[0], ()) if words else ():
        if entry.words == words and (not entry.exact or entry.exact in text.replace(".", "")):
            return entry
    return None


def _is_written_so(sentence: Sentence, first: int, entry: Known) -> bool:
    token = sentence.tokens[first]
    if entry.exact:
        return token.text.replace(".", "") == entry.exact
    return token.text[0].isupper() or not entry.name[0].isupper() or not entry.words[0][0].isalpha()


def _make(ways: Iterable[str], use: Use, base: Known) -> list[Known]:
    made = []
    for way in ways:
        exact = way.replace(".", "") if " " not in way and way.isupper() and len(way) <= 6 else ""
        made.append(base._replace(use=use, words=fold_words(way), exact=exact))
    return made


def _split(cell: str) -> list[str]:
    return [part for part in cell.split("|") if part]


def _base(key: str, row: dict[str, str], kind: EntityKind, sector: str | None = None) -> Known:
    country = row.get("country") or None
    return Known(
        key=key, name=row["name"], kind=kind, country=country, sector=sector, use="name", words=(), exact="",
        gender=row.get("gender", ""), terms=row.get("terms", ""),
    )  # fmt: skip


def _read_states() -> list[Known]:
    found = []
    for row in read_tsv("actors/states.tsv"):
        base = _base(f"state:{row['iso3']}", {**row, "country": row["iso3"]}, "state", "GOV")
        names = [row["name"], *_split(row["aliases"]), *_split(row["abbreviations"])]
        found += _make(names, "name", base)
        found += _make(_split(row["metonyms"]), "metonym", base)
        found += _make(_split(row["adjectives"]), "adjective", base)
        found += _make(_split(row["demonyms"]), "demonym", base)
        found += _make(_split(row["capitals"]), "capital", base)
    return found


def _read_organisations() -> list[Known]:
    found = []
    for row in read_tsv("actors/organisations.tsv"):
        base = _base(f"organization:{row['name']}", row, "organization", row["sector"] or None)
        found += _make([row["name"], *_split(row["aliases"])], "name", base)
        found += _make(_split(row["adjectives"]), "adjective", base)
    return found


def _read_outlets() -> list[Known]:
    found = []
    for row in read_tsv("actors/outlets.tsv"):
        base = _base(f"outlet:{row['name']}", row, "outlet", "JRN")
        found += _make([row["name"], *_split(row["aliases"])], "name", base)
    return found


def _read_places() -> list[Known]:
    found = []
    for row in read_tsv("actors/places.tsv"):
        base = _base(f"place:{row['name']}", row, "place")
        found += _make([row["name"], *_split(row["aliases"])], "name", base)
        found += _make(_split(row["adjectives"]), "adjective", base)
    return found


def _read_people() -> list[Known]:
    found = []
    for row in read_tsv("actors/people.tsv"):
        base = _base(f"person:{row['name']}", row, "person")
        found += _make([row["name"], *_split(row["aliases"])], "name", base)
    return found
