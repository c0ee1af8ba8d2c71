"""Whom the article places where nothing else does."""

from __future__ import annotations

from collections import Counter

import pytest

from coranto.extract.known import find_known
from coranto.resolve.coreference.namesakes import load_shared
from coranto.resolve.settings import RATIO, find_leading
from tests.resolve.casts import cast_of, entity_of

PERU = "Peru holds an election on Sunday. Peruvian voters are angry, and Lima is tense. "


@pytest.mark.parametrize(
    ("counts", "leading"),
    [
        ({"PER": 6, "CHL": 2}, "PER"),
        ({"PER": 6, "CHL": 5}, None),
        ({"PER": 2}, None),
        ({}, None),
        ({"PER": 3, "CHL": 2, "BOL": 2, "ECU": 2, "COL": 2}, None),
    ],
)
def test_a_country_leads_only_clearly(counts, leading):
    assert RATIO > 1
    assert find_leading(Counter(counts)) == leading


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        (PERU + "Rosa Quispe voted early.", "Rosa Quispe", "PER"),
        (PERU + "The bank Andina Futura closed.", "Andina Futura", "PER"),
        ("Rosa Quispe voted early.", "Rosa Quispe", None),
        (
            "France is bombing again, and Defense Minister Luc Tavernier said more will come. " + PERU,
            "Luc Tavernier",
            "FRA",
        ),
        (PERU + "Pope Celestine will come in May.", "Celestine", "VAT"),
    ],
)
def test_people_and_bodies_are_of_the_country_that_the_article_is_about(text, name, country):
    cast = cast_of(text)
    assert [e.country for e in cast.entities if name in e.name] == [country]


def test_an_unlisted_president_is_not_american():
    text = "The United States watches. Washington is silent, and American envoys left. "
    cast = cast_of(text + "Tomas Halloran spoke. President Amadou Sanneh spoke.")
    assert entity_of(cast, "Tomas Halloran").country == "USA"
    assert [e.country for e in cast.entities if "Sanneh" in e.name] == [None]


def test_police_are_of_the_country_but_gunmen_are_not():
    cast = cast_of(PERU + "Police fired shots. Gunmen took a mayor.")
    assert (entity_of(cast, "Police").country, entity_of(cast, "Gunmen").country) == ("PER", None)


def test_a_party_whose_name_others_bear_is_that_of_the_article():
    serbia = "Serbia votes on Sunday. Serbian voters are angry, and Belgrade is tense. The Democratic Party lost again."
    america = "Congress met. The White House spoke. The Democratic Party lost again."
    assert [e.country for e in cast_of(serbia).entities if e.name == "Democratic Party"] == ["SRB"]
    assert [e.country for e in cast_of(america).entities if e.name == "Democratic Party"] == ["USA"]


def test_every_shared_name_is_listed():
    assert all(find_known(name) is not None for name in load_shared())


@pytest.mark.parametrize("name", ["Kessler", "President Kessler", "President Otto Kessler"])
def test_a_bare_surname_and_an_unknown_head_of_state_are_not_placed(name):
    cast = cast_of(f"{PERU}{name} spoke on the telephone with the Peruvian premier.")
    assert entity_of(cast, "Kessler" if name == "Kessler" else name).country is None


def test_a_body_of_another_country_is_not_the_one_described():
    cast = cast_of("Radio Moscow reported the news on Monday. The Cuban radio denied it.")
    assert entity_of(cast, "The Cuban radio") != entity_of(cast, "Radio Moscow")


def test_groups_and_heads_in_a_text_of_a_sentence_are_of_the_one_country_it_names():
    cast = cast_of("President Aurel Vidra promised the refugees that Moldova would pay.")
    assert entity_of(cast, "President Aurel Vidra").country == "MDA"
    assert entity_of(cast, "the refugees").country == "MDA"


def test_a_sentence_that_names_two_countries_places_nobody():
    cast = cast_of("The refugees asked Moldova and Albania for help.")
    assert entity_of(cast, "The refugees").country is None
