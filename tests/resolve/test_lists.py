"""The lists of people, bodies and outlets: codes that exist, terms in order, nobody twice."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from coranto.extract.known import find_known, fold_words
from coranto.resolve.leaders import find_figure, find_leader
from coranto.resources import read_tsv

SECTORS = set(
    "GOV MIL COP JUD LEG SPY PTY REB UAF OPP CVL BUS MED JRN EDU REL LAB ELI REF CRM AGR SOC PRM".split()
)  # the sectors of the PLOVER manual
COUNTRIES = {row["iso3"] for row in read_tsv("actors/states.tsv")} | {"IGO", "NGO", "HKG", "ESH", ""}
PEOPLE = ("people", "leaders", "figures")
LISTS = (*PEOPLE, "organisations", "outlets")


@pytest.mark.parametrize("name", LISTS)
def test_every_country_exists(name):
    assert not {row["country"] for row in read_tsv(f"actors/{name}.tsv")} - COUNTRIES


@pytest.mark.parametrize("name", LISTS)
def test_nobody_is_listed_twice(name):
    counts = Counter(fold_words(row["name"]) for row in read_tsv(f"actors/{name}.tsv"))
    assert [words for words, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("name", PEOPLE)
def test_terms_have_a_sector_and_follow_one_another(name):
    for row in read_tsv(f"actors/{name}.tsv"):
        before = 0
        for term in filter(None, row["terms"].split("|")):
            sector, _, years = term.partition(":")
            first, _, last = years.partition("-")
            assert sector in SECTORS, row["name"]
            assert before <= int(first) <= int(last or 9999), row["name"]
            before = int(last or 9999)


def test_every_sector_of_a_body_exists():
    assert not {row["sector"] for row in read_tsv("actors/organisations.tsv")} - SECTORS - {""}


def test_figures_have_full_names_that_no_other_list_has():
    elsewhere = {row["name"] for name in ("people", "leaders") for row in read_tsv(f"actors/{name}.tsv")}
    for row in read_tsv("actors/figures.tsv"):
        assert row["name"] not in elsewhere
        assert len(row["name"].split()) > 1, row["name"]


@pytest.mark.parametrize(
    ("told", "name"),
    [
        (("chuck", "grassley"), "Chuck Grassley"),
        (("charles", "grassley"), "Chuck Grassley"),
        (("jens", "grassley"), None),
        (("grassley",), None),
        (("fouad", "massoum"), "Fuad Masum"),
    ],
)
def test_a_figure_is_meant_by_a_full_name_alone(told, name):
    found = find_leader(told, date(2015, 1, 1))
    assert (found and found.name) == name


def test_a_figure_has_country_and_terms():
    known = find_figure(("chris", "coons"))
    assert (known.country, known.kind, known.terms) == ("USA", "person", "LEG:2010-")


@pytest.mark.parametrize(
    ("text", "country", "sector"),
    [
        ("Naftogaz", "UKR", "BUS"),
        ("the DNC", "USA", "PTY"),
        ("Cornell University", "USA", "EDU"),
        ("MINUSCA", "IGO", "MIL"),
        ("Seimas", "LTU", "LEG"),
        ("Frankfurter Allgemeine Zeitung", "DEU", "JRN"),
    ],
)
def test_bodies_and_outlets_are_known(text, country, sector):
    known = find_known(text)
    assert (known.country, known.sector) == (country, sector)
