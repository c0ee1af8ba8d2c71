"""FollowTheMoney as JSON lines: entities (OpenSanctions, Aleph), entities with others nested in them, statements.

Persons, organisations, public bodies, companies and other legal entities become actors. Positions and occupancies
(who held which office, from when to when) come before or after the persons they belong to, so they are yielded by
themselves, and the store joins them. Sources: followthemoney.tech (schemata, properties, topics); the descriptions of
OpenSanctions' bulk formats.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from coranto.intake.details import Failure
from coranto.intake.registers.offices import read_offices
from coranto.intake.registers.records import (
    Item,
    PassedOver,
    Post,
    Tenure,
    clean_name,
    guess_sector,
    is_wikidata,
    read_country,
    read_day,
)
from coranto.model.entity import Sector
from coranto.model.identity import DatedCode, KnownActor
from coranto.resources import read_tsv

MOST_NAMES = 200
"""Names of one entity beyond this are left out (a few lists give thousands of spellings)."""
_COUNTRIES = ("country", "jurisdiction", "nationality", "citizenship", "mainCountry")
_PERSONAL = ("nationality", "citizenship", "country")
"""Where a person is from; `country` may be that of any address."""
_LATIN = range(0x250)
Properties = Mapping[str, list[Any]]


def read_ftm(lines: Iterable[tuple[int, str]], source: str) -> Iterator[Item]:
    """The actors, posts and tenures of the lines; a line that is none of FollowTheMoney's is a Failure."""
    statements: dict[str, Any] | None = None
    for number, line in lines:
        if not line.strip():
            continue
        record = _parse(line)
        if isinstance(record, str):
            yield Failure(f"{source}:{number}", f"{source}:{number}: {record}")
            continue
        if "prop" in record and "schema" in record:
            if statements and statements["id"] != _name_entity(record):
                yield from read_entity(statements, source, statements["line"])
                statements = None
            statements = _add_statement(statements, record, number)
            continue
        yield from read_entity(record, source, number)
    if statements:
        yield from read_entity(statements, source, statements["line"])


def read_entity(record: Mapping[str, Any], source: str, line: int) -> Iterator[Item]:
    """The actor, post or tenure of an entity, and the tenures nested in it."""
    schema, key = record.get("schema"), record.get("id")
    if not isinstance(schema, str) or not isinstance(key, str) or not key:
        reason = "no entity: an object with `id`, `schema` and `properties` is needed"
        yield Failure(f"{source}:{line}", f"{source}:{line}: {reason}")
        return
    properties = _read_properties(record)
    if schema == "Position":
        yield _read_post(record, properties)
    elif schema == "Occupancy":
        yield from _read_tenure(properties)
    elif schema in _load_schemata():
        actor = _read_actor(record, properties, source)
        if actor is None:
            yield Failure(f"{source}:{line}", f"{source}:{line}: {schema} {key!r} has no name")
            return
        yield from _read_nested(properties, key)
        yield actor
    else:
        yield PassedOver(line, schema)


def _parse(line: str) -> dict[str, Any] | str:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        return f"not JSON ({getattr(error, 'msg', type(error).__name__)})"
    return record if isinstance(record, dict) else "no entity: an object with `id`, `schema` and `properties` is needed"


def _name_entity(record: Mapping[str, Any]) -> object:
    return record.get("canonical_id") or record.get("entity_id")


def _add_statement(held: dict[str, Any] | None, record: Mapping[str, Any], line: int) -> dict[str, Any]:
    """The entity with one more value; statements of an entity are taken to follow each other."""
    held = held or {"id": _name_entity(record), "schema": record["schema"], "properties": {}, "line": line}
    if record["prop"] == "id":
        held.setdefault("referents", []).append(record.get("entity_id"))
    else:
        held["properties"].setdefault(record["prop"], []).append(record.get("value"))
    return held


def _read_properties(record: Mapping[str, Any]) -> Properties:
    properties = record.get("properties")
    if not isinstance(properties, dict):
        properties = record
    return {
        name: value if isinstance(value, list) else [value] for name, value in properties.items() if value is not None
    }


def _strings(properties: Properties, name: str) -> list[str]:
    return [value for value in map(clean_name, properties.get(name, ())) if value]


def _read_actor(record: Mapping[str, Any], properties: Properties, source: str) -> KnownActor | None:
    names = _strings(properties, "name")
    caption = clean_name(record.get("caption"))
    strong = list(dict.fromkeys([*names, *_strings(properties, "alias"), *_strings(properties, "previousName")]))
    strong += [name for name in _strings(properties, "abbreviation") if name not in strong]
    if not names and not caption:
        return None
    kind, sector = _load_schemata()[record["schema"]]
    main = caption if caption in strong or not names else _choose_name(names)
    if kind == "person" and " " not in main:
        main = next((name for name in strong if " " in name and _is_latin(name)), main)
    found = sorted({code for name in _COUNTRIES for code in map(read_country, _strings(properties, name)) if code})
    by_topic, place = _read_topics(_strings(properties, "topics"))
    country = place or _choose_country(properties, _PERSONAL if kind == "person" else _COUNTRIES)
    key = record["id"]
    codes = read_offices(_strings(properties, "position"))
    if by_topic or sector:
        codes.append(DatedCode(country=country, sector=by_topic or sector))
    return KnownActor(
        key=key,
        source=source,
        name=main,
        kind=kind,
        aliases=tuple(name for name in strong[:MOST_NAMES] if name != main),
        weak_aliases=tuple(dict.fromkeys(_strings(properties, "weakAlias")))[:MOST_NAMES],
        country=country,
        countries=tuple(sorted({*found, place} - {None})) if place else tuple(found),
        codes=tuple(codes),
        identifiers=_read_identifiers(record, properties),
        born=_read_birth(_strings(properties, "birthDate")),
    )


def _read_birth(dates: list[str]) -> str | None:
    """The most exact of the dates; None where they do not agree. A first of January tells the year alone: so do
    registers write it.
    """
    days = {day.removesuffix("-01-01") for day in map(read_day, dates) if day}
    best = max(sorted(days), default=None, key=len)
    return best if best and all(best.startswith(day) for day in days) else None


def _choose_name(names: list[str]) -> str:
    """The first name in Latin letters, else the first."""
    return next(filter(_is_latin, names), names[0])


def _is_latin(name: str) -> bool:
    return all(ord(c) in _LATIN or not c.isalpha() for c in name)


def _choose_country(properties: Properties, order: Sequence[str] = _COUNTRIES) -> str | None:
    """The one country that the first property with any tells; none where it tells several."""
    for name in order:
        found = {code for code in map(read_country, _strings(properties, name)) if code}
        if found:
            return next(iter(found)) if len(found) == 1 else None
    return None


def _read_identifiers(record: Mapping[str, Any], properties: Properties) -> dict[str, str]:
    key = record["id"]
    referents = record.get("referents")
    others = sorted(word for word in referents if isinstance(word, str)) if isinstance(referents, list) else []
    items = [*_strings(properties, "wikidataId"), key, *others]
    wikidata = next((item for item in items if is_wikidata(item)), None)
    found = {"wikidata": wikidata} if wikidata else {}
    if key.startswith("NK-") or (is_wikidata(key) and _is_opensanctions(record)):
        found["opensanctions"] = key
    elif nk := next((word for word in others if word.startswith("NK-")), None):
        found["opensanctions"] = nk
    elif _is_opensanctions(record):
        found["opensanctions"] = key
    else:
        found["ftm"] = key
    return found


def _is_opensanctions(record: Mapping[str, Any]) -> bool:
    """Whether the entity was published by OpenSanctions: its lines say their datasets and referents."""
    return isinstance(record.get("datasets"), list) and isinstance(record.get("referents"), list)


def _read_topics(topics: list[str]) -> tuple[Sector | None, str | None]:
    sector = place = None
    for topic, (by_topic, country) in _load_topics().items():
        if topic in topics:
            sector, place = sector or by_topic, place or country
    return sector, place


def _read_post(record: Mapping[str, Any], properties: Properties) -> Post:
    names = _strings(properties, "name")
    name = clean_name(record.get("caption")) or (_choose_name(names) if names else "")
    sector, place = _read_topics(_strings(properties, "topics"))
    return Post(record["id"], name, place or _choose_country(properties), guess_sector(name) or sector)


def _read_tenure(properties: Properties, holder: str | None = None) -> Iterator[Item]:
    since = min(_read_days(properties, "startDate", "periodStart"), default=None)
    until = max(_read_days(properties, "endDate", "periodEnd"), default=None)
    if until is None and "ended" in _strings(properties, "status"):
        return  # (no one knows when)
    holders = [holder] if holder else [_refer(value) for value in properties.get("holder", ())]
    for value in properties.get("post", ()):
        if isinstance(value, dict):
            # (some interfaces leave out the ids of what is nested)
            value = value if isinstance(value.get("id"), str) else {**value, "id": f"{value.get('caption')} {holder}"}
            yield _read_post(value, _read_properties(value))
        for key in holders:
            post = _refer(value)
            if key and post:
                yield Tenure(key, post, since, until)


def _read_days(properties: Properties, *names: str) -> list[str]:
    """The days of the first property that has any."""
    return next((days for name in names if (days := [*filter(None, map(read_day, _strings(properties, name)))])), [])


def _refer(value: object) -> str | None:
    """The id in a reference, which nested formats replace by the entity itself."""
    found = value.get("id") if isinstance(value, dict) else value
    return found if isinstance(found, str) and found else None


def _read_nested(properties: Properties, holder: str) -> Iterator[Item]:
    for name in ("positionOccupancies", "occupancies"):
        for value in properties.get(name, ()):
            if isinstance(value, dict):
                yield from _read_tenure(_read_properties(value), holder)


@cache
def _load_schemata() -> dict[str, tuple[Any, Sector | None]]:
    rows = read_tsv("registers/schemata.tsv")
    return {
        row["schema"]: (None if row["kind"] == "unknown" else row["kind"], row["sector"] or None)  # type: ignore[misc]
        for row in rows
    }


@cache
def _load_topics() -> dict[str, tuple[Sector | None, str | None]]:
    rows = read_tsv("registers/topics.tsv")
    return {row["topic"]: (row["sector"] or None, row["country"] or None) for row in rows}  # type: ignore[misc]
