"""The English words and the tables that repairs go by."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from coranto.resources import find_resource, read_tsv, read_yaml

NAME_TABLES = {
    "states": ("name", "aliases", "adjectives", "demonyms", "capitals"),
    "places": ("name", "aliases", "adjectives"),
    "people": ("name", "aliases"),
    "organisations": ("name", "aliases", "adjectives"),
    "outlets": ("name", "aliases"),
}
"""The tables of known names, and the columns that hold them, several parted by `|`."""
ESCAPE = re.compile(r"\\u([0-9a-f]{4})")


@dataclass(frozen=True, slots=True)
class Glue:
    """The word lists of `words/glue.yaml`."""

    certain_ends: frozenset[str]
    ends: frozenset[str]
    short_ends: frozenset[str]
    beginnings: frozenset[str]
    verbs: frozenset[str]
    starters: frozenset[str]
    domains: frozenset[str]
    bracketed: frozenset[str]
    whole: frozenset[str]
    small: frozenset[str]
    function: frozenset[str]
    particles: frozenset[str]
    name_beginnings: frozenset[str]
    name_endings: frozenset[str]
    titles: frozenset[str]
    brand_ends: frozenset[str]
    institutions: frozenset[str]
    calendar: frozenset[str]
    pairs: frozenset[str]


@cache
def load_levels() -> Mapping[str, int]:
    """SCOWL's level of each English word in small letters: 10 for the commonest, 70 for the rarest."""
    levels: dict[str, int] = {}
    for name, words in _read_lines():
        if name.isdigit():
            levels.update(dict.fromkeys(words, int(name)))
    return levels


@cache
def load_compounding() -> tuple[frozenset[str], frozenset[str]]:
    """The words that begin, and those that end, several compounds of the list: `under`, `line`."""
    lists = {name: frozenset(words) for name, words in _read_lines() if not name.isdigit()}
    return lists["first"], lists["last"]


@cache
def load_vocabulary() -> frozenset[str]:
    """Names, brands and newer words that the open web knows and `load_levels` lacks, in small letters."""
    content = gzip.decompress(find_resource("words/vocabulary.txt.gz").read_bytes()).decode("ascii")
    return frozenset(word for line in content.splitlines() if not line.startswith("#") for word in line.split(" "))


def _read_lines() -> Iterator[tuple[str, list[str]]]:
    content = gzip.decompress(find_resource("words/english.txt.gz").read_bytes()).decode("ascii")
    for line in content.splitlines():
        if not line.startswith("#"):
            name, *words = line.split(" ")
            yield name, words


@cache
def load_names() -> frozenset[str]:
    """Names of one word that are known without standing elsewhere in the article: states, capitals, people, bodies."""
    names = {name for name in _read_names() if name.isalpha() and (len(name) > 3 or name.isupper())}
    return frozenset(names | load_glue().calendar)


@cache
def load_pairs() -> frozenset[str]:
    """Each two neighbouring words with capitals of a known name: `White House`, `Supreme Court`."""
    pairs = set(load_glue().pairs)
    for name in _read_names():
        words = name.split(" ")
        pairs |= {
            f"{a} {b}" for a, b in pairwise(words) if a.isalpha() and b.isalpha() and a[0].isupper() > b.islower()
        }
    return frozenset(pairs)


@cache
def load_given_names() -> frozenset[str]:
    """Given names in small letters, without accents."""
    return frozenset(row["name"] for row in read_tsv("actors/given_names.tsv"))


@cache
def _read_names() -> frozenset[str]:
    names: set[str] = set()
    for table, columns in NAME_TABLES.items():
        for row in read_tsv(f"actors/{table}.tsv"):
            names.update(name for column in columns for name in row[column].split("|"))
    return frozenset(names)


@cache
def load_glue() -> Glue:
    """The words that show where a space was lost."""
    table = read_yaml("words/glue.yaml")
    # YAML reads a bare `no` or `on` as a truth value; with a capital it is quoted there.
    names = {True: "on", False: "no"}
    lists = {key: frozenset(names.get(w, w) for w in table[key]) for key in Glue.__slots__}
    return Glue(**lists)


@cache
def load_mojibake() -> Mapping[str, str]:
    """UTF-8 misread as cp1252, once or twice, or as Mac Roman, by the characters that it shows as."""
    once = {_unescape(row["found"]): _unescape(row["repaired"]) for row in read_tsv("words/mojibake.tsv")}
    mac = {repaired.encode().decode("mac_roman"): repaired for repaired in once.values() if not repaired.isascii()}
    twice = {}
    for found, repaired in once.items():
        with suppress(UnicodeDecodeError):
            twice[found.encode().decode("cp1252")] = repaired
    return twice | {found: repaired for found, repaired in mac.items() if len(found) > 1 and not found.isspace()} | once


def _unescape(cell: str) -> str:
    return ESCAPE.sub(lambda found: chr(int(found[1], 16)), cell)
