"""What is counted: currencies, units of measure, persons; their spellings as read from the resources."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from coranto.model.article import Article
from coranto.model.values import Quantity
from coranto.resources import read_tsv, read_yaml

Basis = str | None
DOLLARS = {"dollar", "dollars", "$", "bucks", "greenbacks", "cent", "cents"}


class Currency(NamedTuple):
    """A row of currencies.tsv."""

    code: str
    names: tuple[str, ...]
    alone: str
    adjectives: tuple[str, ...]
    symbols: tuple[str, ...]
    minor: tuple[str, ...]
    named: tuple[str, ...]


class Unit(NamedTuple):
    """A unit of measure, in the singular; `factor` relates the units of one dimension."""

    name: str
    dimension: str
    factor: float | None


@dataclass(frozen=True, slots=True)
class Settings:
    """The word lists of settings.yaml."""

    person_verbs: frozenset[str]
    name_words: frozenset[str]
    score_words: frozenset[str]
    change_verbs: frozenset[str]
    uncounted: frozenset[str]
    not_persons: frozenset[str]
    hyphen_uncounted: frozenset[str]
    ratio_words: dict[str, float]


class Money(NamedTuple):
    """A currency (None where it cannot be told) and how it is known."""

    code: str | None
    basis: Basis
    scale: float = 1.0


NO_MEN = frozenset({"talisman", "specimen", "regimen", "abdomen", "acumen", "foramen", "cyclamen", "dolmen", "stamen"})


@cache
def load_settings() -> Settings:
    """The word lists of settings.yaml."""
    found: dict[str, Any] = read_yaml("quantities/settings.yaml")
    lists = {key: frozenset(map(str, value)) for key, value in found.items() if isinstance(value, list)}
    ratios = {str(word): float(value) for word, value in found["ratio_words"].items()}
    return Settings(**lists, ratio_words=ratios)


@cache
def load_currencies() -> tuple[Currency, ...]:
    """Every currency, in the order of the file."""
    return tuple(
        Currency(
            row["code"],
            _split(row["names"]),
            row["alone"],
            _split(row["adjectives"]),
            _split(row["symbols"]),
            _split(row["minor"]),
            _split(row["named"]),
        )
        for row in read_tsv("quantities/currencies.tsv")
    )


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split(";") if part)


@cache
def load_units() -> dict[str, Unit]:
    """Every spelling of a unit of measure, as written and in lower case."""
    units = {}
    for row in read_tsv("quantities/units.tsv"):
        unit = Unit(row["unit"], row["dimension"], float(row["factor"]) if row["factor"] else None)
        for form in _split(row["forms"]):
            units[form] = unit
            units.setdefault(form.lower(), unit)
    return units


@cache
def load_persons() -> frozenset[str]:
    """Nouns counted as persons, in the singular."""
    return frozenset(noun for row in read_tsv("quantities/persons.tsv") for noun in row["noun"].split())


@cache
def load_symbols() -> dict[str, str]:
    """Each currency symbol's code; a symbol of several goes to the first."""
    found: dict[str, str] = {}
    for currency in load_currencies():
        for symbol in currency.symbols:
            found.setdefault(symbol, currency.code)
    return found


@cache
def load_names() -> dict[str, tuple[Currency, ...]]:
    """The currencies that each name, in lower case, may mean (their minor parts' names included)."""
    found: dict[str, list[Currency]] = {}
    for currency in load_currencies():
        for name in (*currency.names, *currency.minor):
            found.setdefault(name.lower(), []).append(currency)
    return {name: tuple(rows) for name, rows in found.items()}


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda w: (-len(w), w)))


@cache
def match_symbol_before() -> re.Pattern[str]:
    """A currency symbol or code at the end of what stands before figures."""
    signs = [s for s in load_symbols() if not s[0].isalpha()]
    codes = [s for s in load_symbols() if s[0].isalpha()]
    return re.compile(rf"(?:(?<![\w$])(?P<code>{_either(codes)})\.?|(?P<sign>{_either(signs)}))\s?$")


@cache
def match_currency_after() -> re.Pattern[str]:
    """A currency's name, with its adjective, or its sign or code, right after a number."""
    adjectives = [a for c in load_currencies() for a in c.adjectives]
    codes = [s for s in load_symbols() if s.isupper() and len(s) == 3]
    signs = [s for s in load_symbols() if len(s) == 1 and not s.isalnum()]
    names = _either(load_names())
    return re.compile(
        rf"(?:[\s\u00a0]*-?(?P<code>{_either(codes)})\b|\s?(?P<sign>{_either(signs)})(?!\d)"
        rf"|[-\s\u00a0]+(?:(?P<adjective>{_either(adjectives)})[-\s]+)?(?:(?:taxpayers?|public|government)(?:[’']s?)?\s+)?"
        rf"(?P<name>(?i:{names}))\b)"
    )


@cache
def match_unit_after() -> re.Pattern[str]:
    """A unit of measure right after a number, or joined to it by a hyphen."""
    forms = list(load_units())
    words = [f for f in forms if f[-1].isalnum()]
    marks = [f for f in forms if not f[-1].isalnum()]
    # Without a space only the written-out and the shortest forms differ: `5 m` may be a metre, `5m` five million.
    return re.compile(rf"[-\s\u00a0]*(?:(?P<word>{_either(words)})(?![\w²³])|(?P<mark>{_either(marks)}))")


def find_outlet_dollar(article: Article) -> Money:
    """Whose dollars a bare `$` means: the outlet's, where it is known to be no US one, else the US."""
    outlet = (article.outlet or "").casefold()
    host = urlsplit(article.url or "").hostname or (outlet if "." in outlet and " " not in outlet else "")
    for row in read_dollar_outlets():
        match = row[0]
        if outlet == match or (host and (host == match or host.endswith(match if match[0] == "." else f".{match}"))):
            return Money(row[1], "outlet")
    return Money("USD", "default")


@cache
def read_dollar_outlets() -> tuple[tuple[str, str], ...]:
    """Outlets (or ends of host names) whose bare `$` is not the US dollar, with its code."""
    return tuple((row["match"], row["currency"]) for row in read_tsv("quantities/dollar_outlets.tsv"))


def resolve_currency(name: str, adjective: str | None, article: Article) -> Money:
    """The currency that a name means in the article; code None where several remain."""
    lower = name.lower()
    rows = load_names()[lower]
    scale = 0.01 if lower in rows[0].minor else 1.0
    if adjective:
        stated = [row for row in rows if adjective in row.adjectives]
        if stated:
            return Money(stated[0].code, "stated", scale)
        return Money(None, None, scale)
    if lower in DOLLARS:
        return find_outlet_dollar(article)._replace(scale=scale)
    if len(rows) == 1:
        return Money(rows[0].code, "stated", scale)
    named = [(count_country(row.code, article.text), row) for row in rows]
    most = max(count for count, _ in named)
    best = [row for count, row in named if count == most]
    if rows[0].alone == "yes" and (most == 0 or rows[0] in best):
        return Money(rows[0].code, "stated", scale)
    if most and len(best) == 1:
        return Money(best[0].code, "article", scale)
    if rows[0].alone == "context" and most == 0:
        return Money(rows[0].code, "default", scale)
    return Money(None, None, scale)


@cache
def match_country(code: str) -> re.Pattern[str]:
    """The words that name a currency's country."""
    row = next(row for row in load_currencies() if row.code == code)
    return re.compile(rf"\b(?:{_either((*row.named, *row.adjectives))})(?!\w)")


def count_country(code: str, text: str) -> int:
    """How often the text names the country that issues the currency."""
    return len(match_country(code).findall(text))


def is_person_noun(lemma: str) -> bool:
    """Whether a common noun in the singular counts persons."""
    if lemma in load_settings().not_persons:
        return False
    return (
        lemma in load_persons()
        or (len(lemma) > 5 and lemma.endswith(("ist", "woman", "women")))
        or (len(lemma) > 5 and lemma.endswith(("man", "men")) and lemma not in NO_MEN)
    )


def measure(quantity: Quantity) -> Unit | None:
    """The quantity's unit of measure, where it has one."""
    return load_units().get(quantity.unit or "")
