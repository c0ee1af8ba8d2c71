from __future__ import annotations

from datetime import date

import pytest

from coranto.resolve.actors import find_home, find_term, load_regions, name_state
from coranto.resolve.callings import read_sector
from coranto.resolve.leaders import find_leader, serves
from coranto.resolve.names.comparison import read_person
from coranto.resources import read_tsv
from tests.resolve.casts import cast_of, entity_of


@pytest.mark.parametrize(
    ("text", "words", "country", "sector"),
    [
        ("Police in Barcelona arrested a man.", "Police", "ESP", "COP"),
        ("Syrian troops shelled the town.", "Syrian troops", "SYR", "MIL"),
        ("The army shelled the town.", "The army", None, "MIL"),
        ("Armed men took the mayor.", "Armed men", None, "UAF"),
        ("Protesters in Lima burned tyres.", "Protesters", "PER", "CVL"),
        ("The Russian and Cuban authorities met.", "The Russian and Cuban authorities", None, "GOV"),
        ("Rebel commanders met.", "Rebel commanders", None, "REB"),
        ("Several party officials resigned.", "Several party officials", None, "PTY"),
    ],
)
def test_a_group_has_the_sector_of_its_noun_and_a_country_only_on_evidence(text, words, country, sector):
    group = entity_of(cast_of(text), words)
    assert (group.country, group.sector) == (country, sector)


def test_a_listed_person_has_the_sector_of_the_year():
    text = "Barack Obama spoke in Lima."
    assert [entity_of(cast_of(text, day=date(y, 6, 1)), "Barack Obama").sector for y in (2012, 2019)] == ["GOV", "ELI"]


def test_a_term_is_found_by_year():
    terms = "LEG:2005-2008|GOV:2009-2016"
    assert find_term(terms, date(2006, 1, 1)) == "LEG"
    assert find_term(terms, date(2030, 1, 1)) == "GOV"
    assert find_term(terms, date(1990, 1, 1)) is None
    assert find_term(terms, None) == "GOV"
    assert find_term("", None) is None


def test_an_outlet_gives_home_titles_their_country():
    text = "Justice Martin Heller dissented."
    assert entity_of(cast_of(text, outlet="Washington Times"), "Justice Martin Heller").country == "USA"
    assert entity_of(cast_of(text), "Justice Martin Heller").country is None
    assert find_home("Harbour Courier of Nowhere") is None


def test_states_have_their_usual_names_and_regions():
    assert name_state("PRK") == "North Korea"
    assert "CUB" in load_regions()["caribbean"]


@pytest.mark.parametrize(
    ("name", "published", "country"),
    [
        ("Kennedy", "1962-10-20", "USA"),
        ("Khrushchev", "1962-10-20", "SUN"),
        ("Kennedy", "2015-05-01", None),
        ("Kennedy", None, None),
        ("Nikita Khrushchev", None, "SUN"),
        ("John Kennedy", "2015-05-01", "USA"),
        ("Macmillan", "1962-10-20", "GBR"),
    ],
)
def test_a_surname_means_a_leader_only_in_the_years_of_office(name, published, country):
    known = find_leader(read_person(name), date.fromisoformat(published) if published else None)
    assert (known.country if known else None) == country


def test_the_leaders_are_listed_once_with_a_state_and_terms():
    rows = read_tsv("actors/leaders.tsv")
    states = {row["iso3"] for row in read_tsv("actors/states.tsv")} | {"IGO"}
    assert len({row["name"] for row in rows}) == len(rows) > 200
    assert {row["country"] for row in rows} <= states
    for row in rows:
        assert serves(row["terms"], int(row["terms"].partition(":")[2][:4]))


def test_before_1992_moscow_speaks_for_the_soviet_union():
    early = cast_of("Moscow accused the United States of spying.", day=date(1962, 10, 20))
    late = cast_of("Moscow accused the United States of spying.", day=date(2014, 10, 20))
    assert "SUN" in {entity.country for entity in early.entities}
    assert "RUS" in {entity.country for entity in late.entities}


@pytest.mark.parametrize(
    ("words", "sector"),
    [
        (("andina", "futura", "ltd"), "BUS"),
        (("brevik", "times"), "JRN"),
        (("halvorsen", "county", "court"), "JUD"),
        (("brevik", "rights", "watch"), "SOC"),
        (("brevik",), None),
        (("brevik", "lund"), None),
    ],
)
def test_a_word_of_its_name_tells_the_sector_of_a_body(words, sector):
    assert read_sector(words) == sector


@pytest.mark.parametrize(
    ("text", "name", "sector"),
    [
        ("Rosa Quispe was detained at the border.", "Rosa Quispe", "CVL"),
        ("Rosa Quispe, 34, saw it all.", "Rosa Quispe", "CVL"),
        ("Rosa Quispe saw it all.", "Rosa Quispe", None),
        ("Gen. Pavel Norin, a spokesman for the Defense Ministry, denied it.", "Pavel Norin", "MIL"),
    ],
)
def test_those_held_or_told_by_their_age_are_civilians_and_officers_stay_officers(text, name, sector):
    assert [e.sector for e in cast_of(text).entities if name in e.name] == [sector]
