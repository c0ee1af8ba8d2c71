"""Where the places named lie: the shipped gazetteer, and the choice between places of one name.

The file `resources/gazetteer/gazetteer.gz` (compiled by `tools/build_gazetteer.py`; GeoNames, CC BY 4.0) holds
after its magic a list of parts, each with its length in four bytes (little endian): a JSON head with the countries'
codes; the columns GeoNames id, latitude and longitude in thousandths of a degree, population, the province's row,
the country's number, the kind; the names, a line each; and the sorted look-up table, a line each: the folded name,
the rows of that name, the rows that have it as another name. Row numbers are hexadecimal. Row 0 is none.
"""

from __future__ import annotations

import gzip
import json
import struct
import sys
import unicodedata
from array import array
from functools import cache
from typing import NamedTuple

from coranto.resources import find_resource

MAGIC = b"CORGAZ1\n"
KINDS = ("unknown", "country", "admin1", "county", "city", "capital", "region")
ABBREVIATIONS = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}


def fold_name(name: str) -> str:
    """The key a name is looked up by: no accents, case, points, apostrophes, hyphens, nor a leading article."""
    if not name.isascii():
        name = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
        name = name.replace("ı", "i").replace("ł", "l").replace("Ł", "L").replace("ø", "o").replace("Ø", "O")
        name = name.replace("đ", "d").replace("Đ", "D").replace("ß", "ss").replace("æ", "ae").replace("Æ", "AE")
    plain = name.casefold().replace("-", " ").replace("–", " ")
    words = "".join(c for c in plain if c.isalnum() or c == " ").split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    if len(words) > 1:
        words[0] = ABBREVIATIONS.get(words[0], words[0])
    return " ".join(words)


class Entry(NamedTuple):
    """A place of the gazetteer; `row` is its number there, `admin1` the number of its province."""

    row: int
    name: str
    kind: str
    lat: float
    lon: float
    country: str
    admin1: int
    geonameid: int
    population: int
    own: bool


class Gazetteer:
    """The places, as columns; made once by `load_gazetteer`."""

    def __init__(self, packed: bytes) -> None:
        """Read the parts; columns stay as machine arrays, names and look-ups as bytes."""
        parts, at = [], len(MAGIC)
        while at < len(packed):
            (length,) = struct.unpack_from("<I", packed, at)
            parts.append(packed[at + 4 : at + 4 + length])
            at += 4 + length
        self.countries: list[str] = json.loads(parts[0])["countries"]
        self.ids, self.lats, self.lons, self.populations, self.admins = (
            _read_array(code, part) for code, part in zip("IiiIH", parts[1:6], strict=True)
        )
        self.country_numbers, self.kinds = parts[6], parts[7]
        self.names = parts[8].split(b"\n")
        self.table = parts[9]

    def find(self, name: str) -> list[Entry]:
        """Every place of that name, those that have it as their main name first."""
        found = self._find_line(fold_name(name).encode())
        if found is None:
            return []
        entries = []
        for own, cell in zip((True, False), found.split(b"\t")[1:], strict=False):
            entries += [self.entry(int(number, 16), own=own) for number in cell.split(b",") if number]
        return entries

    def find_id(self, geonameid: int) -> int:
        """The row of a GeoNames id, 0 where there is none (a linear search)."""
        return self.ids.index(geonameid) if geonameid in self.ids else 0

    def entry(self, row: int, *, own: bool = True) -> Entry:
        """The place of a row."""
        return Entry(
            row,
            self.names[row].decode(),
            KINDS[self.kinds[row]],
            self.lats[row] / 1000,
            self.lons[row] / 1000,
            self.countries[self.country_numbers[row]],
            self.admins[row],
            self.ids[row],
            self.populations[row],
            own,
        )

    def _find_line(self, key: bytes) -> bytes | None:
        """The look-up table's line of a key, by halving."""
        table, low, high = self.table, 0, len(self.table) - 1
        while key and low < high:
            middle = (low + high) // 2
            start = table.rfind(b"\n", 0, middle + 1) + 1
            end = table.find(b"\n", start)
            if end < 0:
                return None
            line = table[start:end]
            own = line[: line.find(b"\t")] if line else b""
            if own == key:
                return line
            if own < key:
                low = end
            else:
                high = start - 1
        return None


def _read_array(code: str, part: bytes) -> array[int]:
    column: array[int] = array(code)
    column.frombytes(part)
    if sys.byteorder == "big":
        column.byteswap()
    return column


@cache
def load_gazetteer() -> Gazetteer:
    """The shipped gazetteer, read once."""
    return Gazetteer(gzip.decompress(find_resource("gazetteer/gazetteer.gz").read_bytes()))
