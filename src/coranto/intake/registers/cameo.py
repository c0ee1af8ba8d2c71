"""CAMEO's actor codes (`USAGOV`, `IGOUNO`, `RUSMIL`) as a country and a PLOVER sector."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from coranto.intake.registers.records import read_country
from coranto.model.entity import Sector
from coranto.resources import read_tsv

_CODE = re.compile(r"[A-Z][A-Z0-9]{2}(?:[A-Z0-9]{3})*")
NOBODY = ("---", "###", "+++")
"""Codes of a name that stands for no actor in those days."""


@dataclass(frozen=True, slots=True)
class Code:
    """What a CAMEO code says; both are null where it names a region, or a group without more."""

    country: str | None
    sector: Sector | None


def read_code(text: str) -> Code | None:
    """The country and sector of a code; None where it is not made of groups of three capitals.

    The first three letters are a state, a kind of international actor or a region; the first later group with a
    sector decides (the minister of defence, `AFGGOVMIL`, is government). Two or fewer further signs are passed over.
    """
    whole = text.strip().upper().replace("/", "")
    found = _CODE.match(whole)
    if not found or len(whole) - found.end() > 2:
        return None
    groups = [whole[at : at + 3] for at in range(0, found.end(), 3)]
    first, sectors = _load_codes()
    if groups[0] in first:
        country, sector = first[groups[0]]
    elif groups[0] in sectors:
        country, sector = None, sectors[groups[0]]
    else:
        country, sector = read_country(groups[0]), None
    for group in groups[1:]:
        sector = sector or sectors.get(group)
    return Code(country, sector)


@cache
def _load_codes() -> tuple[dict[str, tuple[str | None, Sector | None]], dict[str, Sector]]:
    first: dict[str, tuple[str | None, Sector | None]] = {}
    sectors: dict[str, Sector] = {}
    for row in read_tsv("registers/cameo.tsv"):
        sector: Sector | None = row["sector"] or None  # type: ignore[assignment]
        if row["place"] == "country":
            first[row["code"]] = (row["country"] or None, sector)
        elif sector:
            sectors[row["code"]] = sector
    return first, sectors
