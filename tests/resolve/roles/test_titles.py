from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from coranto.extract.roles import load_portfolios
from coranto.resolve.roles.careers import load_careers
from coranto.resolve.roles.titles import find_seat_country
from coranto.resources import read_tsv
from tests.resolve.casts import cast_of, entity_of

TABLE = Path(__file__).with_name("titles.txt")
DAY = date(2024, 6, 14)


class Told(NamedTuple):
    """What a sentence tells of a person; a dash is null."""

    name: str
    title: str
    of: str
    country: str
    sector: str
    status: str = "current"
    since: str = "-"
    until: str = "-"


def read_cases() -> list[tuple[str, tuple[Told, ...]]]:
    """The sentences of the table, each with what the lines under it tell."""
    cases: list[tuple[str, list[Told]]] = []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            name, title, of, codes, *when = (cell.strip() for cell in line.split("|"))
            cases[-1][1].append(Told(name, title, of, *codes.split(), *(when[0].split() if when else ())))
        elif line and not line.startswith("#"):
            cases.append((line, []))
    return [(text, tuple(told)) for text, told in cases]


@pytest.mark.parametrize(("text", "told"), read_cases(), ids=lambda c: c[:40] if isinstance(c, str) else "")
def test_an_office_is_read_with_its_body_and_time_in_any_order(text, told):
    cast = cast_of(text, day=DAY)
    for case in told:
        person = next(
            e for e in cast.entities if e.kind == "person" and case.name in {e.name, *(m.text for m in e.mentions)}
        )
        assert (person.country or "-", person.sector or "-") == (case.country, case.sector)
        offices = [
            (r.title, (r.of or "-").removeprefix("the "), r.status, r.since or "-", r.until or "-")
            for r in person.roles
        ]
        if case.title == "-":
            assert not offices
        else:
            assert (case.title, case.of, case.status, case.since, case.until) in offices


def test_the_table_is_wide():
    assert len(read_cases()) >= 120
    assert all(told for _, told in read_cases())


@pytest.mark.parametrize(
    "text",
    [
        "After meeting Rosa Quispe, the minister said nothing.",
        "In talks with the minister, Rosa Quispe said nothing.",
        "Rosa Quispe is not the minister.",
        "Asked about the minister, Rosa Quispe said nothing.",
        "Except for Rosa Quispe, every minister resigned.",
    ],
)
def test_an_office_that_only_stands_near_a_name_is_not_theirs(text):
    assert next(e for e in cast_of(text).entities if e.name == "Rosa Quispe").roles == ()


def test_the_tables_of_verbs_and_fields_are_sound():
    for careers in load_careers().values():
        assert {c.effect for c in careers} <= {"hold", "serve", "start", "end", "stand"}
    rows = [row["words"] for row in read_tsv("actors/portfolios.tsv")]
    assert rows == sorted(set(rows))
    assert ("foreign", "affairs") in load_portfolios()


def test_a_town_tells_the_country_only_where_it_dwarfs_its_namesakes():
    assert find_seat_country("Milan") == "ITA"
    assert find_seat_country("Georgia") is None
    assert find_seat_country("Nowhere Upon Sea") is None


@pytest.mark.parametrize(
    ("text", "name", "country", "sector"),
    [
        ("Norwegian Fisheries Minister Kari Lund arrived in Lima.", "Kari Lund", "NOR", "GOV"),
        ("Kari Lund, the spokeswoman for the Peruvian Foreign Ministry, spoke.", "Kari Lund", "PER", "GOV"),
        ("The Minister of the Interior of Peru, Luis Rojas, arrived.", "Luis Rojas", "PER", "GOV"),
        ("Turkish President Orhan Demir left.", "Orhan Demir", "TUR", "GOV"),
        ("Sen. Martin Heller (R-Ariz.) objected.", "Martin Heller", "USA", "LEG"),
        ("Former Peruvian President Luis Rojas was arrested.", "Luis Rojas", "PER", "ELI"),
        ("FBI Director Martin Heller resigned.", "Martin Heller", "USA", "COP"),
        ("Opposition leader Kari Lund spoke.", "Kari Lund", None, "OPP"),
        ("Kari Lund spoke.", "Kari Lund", None, None),
    ],
)
def test_a_person_has_the_country_and_sector_of_the_role(text, name, country, sector):
    found = next(e for e in cast_of(text).entities if e.name == name)
    assert (found.kind, found.country, found.sector) == ("person", country, sector)


def test_a_role_is_recorded_with_its_body():
    role = entity_of(
        cast_of("Russian Interior Minister Ivan Kolosov arrived."), "Interior Minister Ivan Kolosov"
    ).roles[0]
    assert (role.title, role.of) == ("Interior Minister", "Russia")
