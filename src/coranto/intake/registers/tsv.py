"""Registers as tables: one actor a line, the columns named by the first line.

    name	kind	country	sector	aliases	wikidata	opensanctions	role	since	until
    Ada Example	person	Cuba	GOV	A. Example;Ada Exemplo	Q1		interior minister	2010	2012-03-01

Only `name` must be there. Columns are known under several names and in any order; others are passed over. The
separator is a tab, or the comma or semicolon of a CSV file whose first line has no tab. Rows that share name, kind
and identifiers are one actor with several dated roles.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2s
from typing import get_args

from coranto.errors import FormatError
from coranto.intake.details import Failure
from coranto.intake.registers.records import (
    Item,
    clean_name,
    guess_sector,
    is_wikidata,
    join_actors,
    read_country,
    read_day,
)
from coranto.model.entity import Sector
from coranto.model.identity import DatedCode, KnownActor

COLUMNS = {
    "name": ("name", "caption", "label", "title", "full name", "fullname", "actor"),
    "kind": ("kind", "type", "schema", "entity type"),
    "country": ("country", "countries", "nation", "nationality", "iso3", "country code", "jurisdiction"),
    "sector": ("sector", "plover sector", "sector code"),
    "aliases": ("aliases", "alias", "other names", "also known as", "aka", "alternative names"),
    "weak": ("weak aliases", "weak alias", "weakalias"),
    "wikidata": ("wikidata", "wikidata id", "wikidataid", "qid", "wikidata qid"),
    "opensanctions": ("opensanctions", "opensanctions id"),
    "id": ("id", "key", "identifier"),
    "role": ("role", "office", "position", "post", "function"),
    "since": ("since", "from", "start", "start date", "startdate"),
    "until": ("until", "to", "end", "end date", "enddate"),
    "born": ("born", "birth date", "birth_date", "birthdate", "date of birth"),
}
KINDS = {
    "person": "person", "people": "person", "per": "person", "human": "person", "individual": "person",
    "organization": "organization", "organisation": "organization", "org": "organization", "body": "organization",
    "publicbody": "organization", "company": "organization", "party": "organization", "ministry": "organization",
    "state": "state", "country": "state", "nation": "state",
    "group": "group", "movement": "group", "outlet": "outlet", "media": "outlet", "newspaper": "outlet",
    "place": "place", "location": "place", "gpe": "state", "": None, "unknown": None, "legalentity": None,
}  # fmt: skip
_SECTORS = frozenset(get_args(Sector))


@dataclass(slots=True)
class _Row:
    line: int
    cells: dict[str, str]

    def read(self, column: str) -> str:
        return self.cells.get(column, "")


def read_table(lines: Iterable[tuple[int, str]], source: str) -> Iterator[Item]:
    """The actors of a table, rows of one actor that follow each other joined; a bad row is a Failure.

    Raises FormatError where the first line names no column `name`.
    """
    held: KnownActor | None = None
    for row in _read_rows(lines, source):
        actor = row if isinstance(row, Failure) else _read_actor(row, source)
        if isinstance(actor, Failure):
            yield actor
        elif held and held.key == actor.key:
            held = join_actors(held, actor)
        else:
            if held:
                yield held
            held = actor
    if held:
        yield held


def _read_rows(lines: Iterable[tuple[int, str]], source: str) -> Iterator[_Row | Failure]:
    columns: list[str] = []
    separator = "\t"
    for number, line in lines:
        if not line.strip() or line.startswith("#"):
            continue
        if not columns:
            separator = next((mark for mark in ("\t", ",", ";") if mark in line), "\t")
            columns = [_name_column(cell) for cell in _split(line, separator)]
            if "name" not in columns:
                raise FormatError(
                    f"{source}: its first line names no column `name`; begin the table with the names of its columns"
                )
            continue
        cells = [cell.strip() for cell in _split(line, separator)]
        if len(cells) > len(columns) and any(cells[len(columns) :]):
            yield _fail(source, number, f"{len(cells)} cells where the first line names {len(columns)} columns")
            continue
        row: dict[str, str] = {}
        for column, cell in zip(columns, cells, strict=False):
            row.setdefault(column, cell)
        yield _Row(number, row)


def _read_actor(row: _Row, source: str) -> KnownActor | Failure:
    name = clean_name(row.read("name"))
    if not name:
        return _fail(source, row.line, "no name")
    kind = row.read("kind").casefold()
    if kind not in KINDS:
        return _fail(source, row.line, f"unknown kind {row.read('kind')!r}; write person, organization, state or group")
    countries = [read_country(word) for word in _list(row.read("country"))]
    if None in countries:
        return _fail(source, row.line, f"unknown country {row.read('country')!r}; write an ISO code such as CUB")
    sector = row.read("sector").upper() or guess_sector(row.read("role"))
    if sector and sector not in _SECTORS:
        return _fail(
            source, row.line, f"unknown sector {row.read('sector')!r}; known are {', '.join(get_args(Sector))}"
        )
    days: dict[str, str | None] = {}
    for column in ("since", "until", "born"):
        days[column] = read_day(row.read(column))
        if row.read(column) and not days[column]:
            return _fail(source, row.line, f"{row.read(column)!r} is no date; write it as 2012, 2012-03 or 2012-03-31")
    if days["since"] and days["until"] and days["until"] < days["since"][: len(days["until"])]:
        return _fail(source, row.line, f"ends ({days['until']}) before it begins ({days['since']})")
    identifiers, problem = _read_identifiers(row)
    if problem:
        return _fail(source, row.line, problem)
    country = countries[0] if len(countries) == 1 else None
    role = clean_name(row.read("role")) or None
    code = DatedCode.model_validate(
        {"country": country, "sector": sector or None, "role": role, "since": days["since"], "until": days["until"]}
    )
    key = row.read("id") or next(iter(identifiers.values()), "")
    if not key:
        key = blake2s(f"{name}\0{KINDS[kind]}\0{days['born']}\0{country}".encode(), digest_size=6).hexdigest()
    return KnownActor.model_validate(
        {
            "key": key,
            "source": source,
            "name": name,
            "kind": KINDS[kind],
            "aliases": [alias for alias in map(clean_name, _list(row.read("aliases"))) if alias and alias != name],
            "weak_aliases": [alias for alias in map(clean_name, _list(row.read("weak"))) if alias],
            "country": country,
            "countries": sorted({code for code in countries if code}),
            "codes": [code] if code.sector or code.role or code.since or code.until else [],
            "identifiers": identifiers,
            "born": days["born"],
        }
    )


def _read_identifiers(row: _Row) -> tuple[dict[str, str], str]:
    """The identifiers of a row, and what is wrong with one."""
    identifiers = {}
    for column in ("wikidata", "opensanctions"):
        value = row.read(column).rstrip("/").rpartition("/")[2]
        if value and column == "wikidata" and not is_wikidata(value):
            return {}, f"{value!r} is no Wikidata item; write it as Q42"
        if value:
            identifiers[column] = value
    key = row.read("id")
    if is_wikidata(key):
        identifiers.setdefault("wikidata", key)
    if key.startswith("NK-"):
        identifiers.setdefault("opensanctions", key)
    return identifiers, ""


def _name_column(cell: str) -> str:
    word = " ".join(cell.strip().lstrip("\ufeff").casefold().replace("_", " ").split())
    return next((column for column, names in COLUMNS.items() if word in names), f"({word})")


def _split(line: str, separator: str) -> Sequence[str]:
    if separator == "\t":
        return [cell.strip().removeprefix('"').removesuffix('"') for cell in line.split("\t")]
    return next(csv.reader([line], delimiter=separator, skipinitialspace=True), [])


def _list(cell: str) -> list[str]:
    mark = "|" if "|" in cell and ";" not in cell else ";"
    return [part.strip() for part in cell.split(mark) if part.strip()]


def _fail(source: str, line: int, reason: str) -> Failure:
    return Failure(f"{source}:{line}", f"{source}:{line}: {reason}")
