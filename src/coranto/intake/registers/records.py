"""What the readers of registers yield, and the codes and dates that all of them know."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from coranto.intake.details import Failure, mend_surrogates
from coranto.model.entity import Sector
from coranto.model.identity import KnownActor
from coranto.resources import read_tsv

RegisterFormat = Literal["ftm", "tsv", "phoenix"]
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?$")
_LAST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_QID = re.compile(r"Q[1-9]\d*$")
_OVER = re.compile(r"(?:the )?(?:former|formerly|ex|past|late|retired|previously)\b", re.IGNORECASE)
_SEAT = re.compile(
    r"(?:member|deputy) of (?:the |a )?(?:.* )?(?:parliament|congress|senate|legislature|legislative|duma|bundestag|"
    r"knesset|majlis|rada|sejm|riksdag|folketing|storting|lok sabha|house of (?:representatives|commons|lords)|"
    r"chamber of deputies|(?:national|federal|consultative|general|people's|constituent) (?:assembly|council))\b"
)
"""A seat in a parliament, as lists of politicians write it."""


@dataclass(frozen=True, slots=True)
class Post:
    """An office that a register keeps by itself (FollowTheMoney's Position), to which tenures refer."""

    key: str
    name: str
    country: str | None
    sector: Sector | None


@dataclass(frozen=True, slots=True)
class Tenure:
    """That someone held an office from a day to a day (FollowTheMoney's Occupancy); null is open."""

    holder: str
    post: str
    since: str | None
    until: str | None


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A line that is well formed and names no actor: an address, a passport, a common noun."""

    line: int
    what: str


Item = KnownActor | Post | Tenure | PassedOver | Failure


def clean_name(name: object) -> str:
    """The name on one line, without control signs and lone surrogates; empty for anything but a string."""
    if not isinstance(name, str):
        return ""
    if name.isprintable():
        return " ".join(name.split())
    return " ".join("".join(c if c.isprintable() else " " for c in mend_surrogates(name)).split())


def read_day(text: str | None) -> str | None:
    """The ISO year, month or day in the text; None where it is none."""
    found = _DAY.match((text or "").strip())
    if not found:
        return None
    year, month, day = found.groups()
    if month and not 1 <= int(month) <= 12:
        return None
    if day and not 1 <= int(day) <= _LAST[int(month) - 1]:
        return None
    return "-".join(part for part in (year, month, day) if part)


def is_wikidata(key: str) -> bool:
    """Whether the key is a Wikidata item, such as `Q42`."""
    return _QID.match(key) is not None


def read_country(text: str) -> str | None:
    """The country in a code (`ru`, `RUS`, `gb-sct`, `IGO`) or an English name, as ISO 3166-1 alpha-3, IGO or NGO."""
    word = " ".join(text.strip().casefold().replace("_", " ").split())
    known = _load_countries()
    return known.get(word) or known.get(word.partition("-")[0])


@cache
def _load_countries() -> dict[str, str]:
    found = {"igo": "IGO", "ngo": "NGO"}
    for row in read_tsv("registers/territories.tsv"):
        for code in (row["code"], row["alpha3"].casefold()):
            if code:
                found[code] = row["country"]
    for row in read_tsv("actors/states.tsv"):
        ways = [row["iso3"], row["name"], *row["aliases"].split("|"), *row["abbreviations"].split("|")]
        for way in ways:
            if way:
                found.setdefault(way.casefold(), row["iso3"])
    return found


def join_actors(one: KnownActor, other: KnownActor) -> KnownActor:
    """Two records of one actor as one: the first one's name, and everything that either knows."""
    countries = sorted({*one.countries, *other.countries})
    return one.model_copy(
        update={
            "kind": one.kind or other.kind,
            "aliases": tuple(
                name for name in dict.fromkeys((*one.aliases, other.name, *other.aliases)) if name != one.name
            ),
            "weak_aliases": tuple(dict.fromkeys((*one.weak_aliases, *other.weak_aliases))),
            "country": one.country if one.country == other.country or not other.countries else None,
            "countries": tuple(countries),
            "codes": tuple(dict.fromkeys((*one.codes, *other.codes))),
            "identifiers": other.identifiers | one.identifiers,
            "born": one.born or other.born,
        }
    )


def is_over(role: str) -> bool:
    """Whether the words of an office say that it is over: `former minister`, `ex-mayor`."""
    return _OVER.match(role) is not None


@cache
def load_sectors() -> dict[str, Sector]:
    """The sector of each office that is known by its noun (`prime minister` is GOV)."""
    return {row["noun"]: row["sector"] for row in read_tsv("actors/roles.tsv") if row["sector"]}  # type: ignore[misc]


def guess_sector(role: str | None) -> Sector | None:
    """The sector that the head of an office tells: the longest known noun at the end of what stands before `of`.

    Offices that are over (`former minister`) tell none here, for registers give them with their dates.
    """
    whole = (role or "").casefold().replace("-", " ")
    if is_over(whole):
        return None
    if _SEAT.match(whole):
        return "LEG"
    words = re.split(r",| (?:of|for|to|at|in) ", whole, maxsplit=1)[0].split()
    known = load_sectors()
    for first in range(len(words)):
        found = known.get(" ".join(words[first:]))
        if found and found != "ELI":
            return found
    return None
