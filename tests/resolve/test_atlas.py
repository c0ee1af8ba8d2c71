"""The shipped gazetteer."""

import pytest

from coranto.resolve.atlas import KINDS, fold_name, load_gazetteer

FOLDED = [
    ("São Paulo", "sao paulo"),
    ("Saint-Étienne", "saint etienne"),
    ("St. Petersburg", "saint petersburg"),
    ("Xi'an", "xian"),
    ("The Hague", "hague"),
    ("Łódź", "lodz"),
    ("The", "the"),
    ("", ""),
    ("…", ""),
]


@pytest.mark.parametrize(("name", "key"), FOLDED)
def test_spellings_of_one_name_have_one_key(name, key):
    assert fold_name(name) == key
    assert fold_name(key) == key


PLACES = [
    ("Norway", "NOR", "country", (61, 10)),
    ("Oslo", "NOR", "capital", (59.9, 10.7)),
    ("Bergen", "NOR", "city", (60.4, 5.3)),
    ("Kyiv", "UKR", "capital", (50.4, 30.5)),
    ("Kiev", "UKR", "capital", (50.4, 30.5)),
    ("SÃO PAULO".title(), "BRA", "city", (-23.5, -46.6)),
]


@pytest.mark.parametrize(("name", "country", "kind", "point"), PLACES)
def test_a_place_lies_where_it_is(name, country, kind, point):
    found = [e for e in load_gazetteer().find(name) if (e.country, e.kind) == (country, kind)]
    assert found
    assert min(abs(e.lat - point[0]) + abs(e.lon - point[1]) for e in found) < 6


@pytest.mark.parametrize("name", ["", "Nowhereville upon Nothing", "\t", "\n", "0", "…"])
def test_a_name_that_is_nowhere_finds_nothing(name):
    assert load_gazetteer().find(name) == []


def test_those_that_bear_the_name_come_before_those_that_are_also_called_so():
    for name in ("Kiev", "Georgia", "Holland", "Paris"):
        own = [entry.own for entry in load_gazetteer().find(name)]
        assert own
        assert own == sorted(own, reverse=True)


def test_a_place_is_found_again_by_its_id_and_its_row():
    gazetteer = load_gazetteer()
    (oslo,) = [e for e in gazetteer.find("Oslo") if e.kind == "capital"]
    assert gazetteer.find_id(oslo.geonameid) == oslo.row
    assert gazetteer.entry(oslo.row) == oslo
    assert gazetteer.entry(oslo.admin1).country == "NOR"
    assert gazetteer.find_id(1) == 0


def test_first_and_last_name_of_the_table_are_found():
    gazetteer = load_gazetteer()
    lines = gazetteer.table.strip(b"\n").split(b"\n")
    for line in (lines[0], lines[len(lines) // 2], lines[-1]):
        assert gazetteer.find(line.split(b"\t")[0].decode()), line


def test_every_place_lies_on_the_earth():
    gazetteer = load_gazetteer()
    assert -90_000 <= min(gazetteer.lats) <= max(gazetteer.lats) <= 90_000
    assert -180_000 <= min(gazetteer.lons) <= max(gazetteer.lons) <= 180_000
    assert max(gazetteer.kinds) < len(KINDS)
    assert len(gazetteer.ids) == len(gazetteer.names) == len(gazetteer.admins)
