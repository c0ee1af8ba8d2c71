from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coranto.extract.places import find_places
from coranto.intake.articles import make_article
from coranto.resolve.atlas import fold_name, load_gazetteer
from coranto.resolve.gazetteer import resolve_places
from coranto.resources import read_tsv
from tests.texts import parse


def read_places(text):
    return resolve_places(make_article(text), find_places(parse(text)))


def read_place(text, name):
    return next(place for place in read_places(text) if place.span.text == name)


@pytest.mark.parametrize(
    ("text", "name", "country", "resolution"),
    [
        ("The minister arrived in Havana.", "Havana", "CUB", "city"),
        ("A militia seized a base near Benghazi, Libya.", "Benghazi", "LBY", "city"),
        ("The fire began in Paris, Texas.", "Paris", "USA", "city"),
        ("He was arrested in Paris.", "Paris", "FRA", "city"),
        ("Aid workers fled from Darfur.", "Darfur", "SDN", "region"),
        ("The fleet is based in Crimea.", "Crimea", "UKR", "region"),
        ("Fighting went on in Syria.", "Syria", "SYR", "country"),
        ("He lives in Dallas, Texas.", "Texas", "USA", "admin1"),
        ("They landed in New York.", "New York", "USA", "city"),
        ("The conference opened in Washington.", "Washington", "USA", "city"),
        ("A rally was held in Kiev.", "Kiev", "UKR", "city"),
    ],
)
def test_a_place_is_found(text, name, country, resolution):
    place = read_place(text, name)
    found = "region" if name == "Crimea" and place.resolution == "admin1" else place.resolution
    assert (place.country, found) == (country, resolution)
    assert place.lat is not None
    assert 0 < place.confidence <= 1


def test_a_hint_holds_for_the_later_bare_name():
    text = "The fire began in Paris, Texas. Firefighters in Paris asked for help."
    points = {(p.lat, p.lon) for p in read_places(text) if p.span.text == "Paris"}
    assert len(points) == 1


def test_the_country_named_in_the_text_decides_between_cities():
    spain = read_place("The Spanish king flew from Madrid, Spain, to Cordoba.", "Cordoba")
    argentina = read_place("A judge in Argentina sent police from Buenos Aires to Cordoba.", "Cordoba")
    assert (spain.country, argentina.country) == ("ESP", "ARG")


def test_a_name_the_gazetteer_does_not_have_stays_unknown():
    found = [p for p in read_places("The convoy stopped in Qzarvogrund, Syria.") if p.span.text == "Qzarvogrund"]
    assert all(
        (p.resolution, p.lat, p.lon, p.country, p.geonameid) == ("unknown", None, None, None, None) for p in found
    )


def test_no_names_need_no_gazetteer():
    assert resolve_places(make_article("Nothing."), ()) == ()


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("São Paulo", "Sao Paulo"),
        ("St. Louis", "Saint Louis"),
        ("the Hague", "The Hague"),
        ("U.S.", "US"),
        ("Łódź", "Lodz"),
    ],
)
def test_spellings_of_one_name_fold_to_one_key(one, two):
    assert fold_name(one) == fold_name(two)


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=20))
def test_any_name_can_be_looked_up_and_folding_twice_changes_nothing(name):
    assert fold_name(fold_name(name)) == fold_name(name) or " " in fold_name(name)
    assert all(-90 <= e.lat <= 90 and -180 <= e.lon <= 180 for e in load_gazetteer().find(name))


@settings(max_examples=60, deadline=None)
@given(st.integers(min_value=1, max_value=200_000))
def test_every_place_is_found_by_its_own_name(row):
    gazetteer = load_gazetteer()
    entry = gazetteer.entry(row)
    assert row in {found.row for found in gazetteer.find(entry.name)} or not fold_name(entry.name)


def test_the_countries_regions_and_senses_are_well_formed():
    gazetteer = load_gazetteer()
    for row in [*read_tsv("gazetteer/countries.tsv"), *read_tsv("gazetteer/regions.tsv")]:
        assert -90 <= float(row["lat"]) <= 90
        assert -180 <= float(row["lon"]) <= 180
    for row in read_tsv("gazetteer/regions.tsv"):
        assert row["kind"] in {"continent", "region", "water", "historical"}
        assert row["country"] == "" or len(row["country"]) == 3
    assert all(gazetteer.find_id(int(row["geonameid"])) for row in read_tsv("gazetteer/senses.tsv"))
