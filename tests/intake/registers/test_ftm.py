"""FollowTheMoney lines, of invented people and bodies."""

import json

import pytest

from coranto.intake.details import Failure
from coranto.intake.registers.ftm import read_ftm
from coranto.intake.registers.records import PassedOver, Post, Tenure
from coranto.model.identity import KnownActor


def read(*records):
    lines = [record if isinstance(record, str) else json.dumps(record) for record in records]
    return list(read_ftm(enumerate(lines, 1), "f.json"))


def make(schema, key, **properties):
    return {
        "id": key,
        "schema": schema,
        "properties": {name: value if isinstance(value, list) else [value] for name, value in properties.items()},
    }


def test_a_person_with_its_names_and_identifiers():
    record = make(
        "Person",
        "NK-abc",
        name=["Анна Образцова", "Anna Obraztsova"],
        alias="Anna Obrazcova",
        weakAlias="Nyusha",
        previousName="Anna Staraya",
        nationality="ru",
        citizenship=["ru", "cy"],
        birthDate=["1970", "1970-05-06"],
        topics=["sanction", "gov.legislative"],
    ) | {"caption": "Anna Obraztsova", "referents": ["ofac-1", "Q100"], "datasets": ["x"]}
    (actor,) = read(record)
    assert (actor.key, actor.name, actor.kind) == ("NK-abc", "Anna Obraztsova", "person")
    assert actor.aliases == ("Анна Образцова", "Anna Obrazcova", "Anna Staraya")
    assert actor.weak_aliases == ("Nyusha",)
    assert (actor.country, actor.countries, actor.born) == ("RUS", ("CYP", "RUS"), "1970-05-06")
    assert actor.identifiers == {"wikidata": "Q100", "opensanctions": "NK-abc"}
    assert [code.sector for code in actor.codes] == ["LEG"]


@pytest.mark.parametrize(
    ("schema", "kind", "sector"),
    [
        ("Person", "person", None),
        ("PublicBody", "organization", "GOV"),
        ("Company", "organization", "BUS"),
        ("Organization", "organization", None),
        ("LegalEntity", None, None),
    ],
)
def test_schemata(schema, kind, sector):
    (actor,) = read(make(schema, "x", name="Example"))
    assert (actor.kind, [code.sector for code in actor.codes]) == (kind, [sector] if sector else [])


def test_offices_come_by_themselves_in_any_order():
    items = read(
        make("Occupancy", "o1", holder="p1", post="Q5", startDate="2008-02-24", endDate="2012-01-31"),
        make("Person", "p1", name="Ada Example"),
        make("Position", "Q5", name="Minister of the Interior", country="cu", topics=["gov.national"]),
    )
    assert items[0] == Tenure("p1", "Q5", "2008-02-24", "2012-01-31")
    assert items[2] == Post("Q5", "Minister of the Interior", "CUB", "GOV")


def test_offices_nested_in_a_person():
    post = make("Position", "Q5", name="Member of Parliament", country="cu", topics=["gov.legislative"])
    tenure = make("Occupancy", "o1", post=[post], startDate="2008")
    items = read(make("Person", "p1", name="Ada Example", positionOccupancies=[tenure]))
    assert [type(item) for item in items] == [Post, Tenure, KnownActor]
    assert items[1] == Tenure("p1", "Q5", "2008", None)


def test_statements_that_follow_each_other_are_one_entity():
    def state(prop, value, key="Q100"):
        return {"canonical_id": key, "entity_id": "a-1", "schema": "Person", "prop": prop, "value": value}

    items = read(
        state("id", "h"), state("name", "Ada Example"), state("country", "cu"), state("name", "Bo Two", "NK-2")
    )
    assert [(item.key, item.name, item.country) for item in items] == [
        ("Q100", "Ada Example", "CUB"),
        ("NK-2", "Bo Two", None),
    ]


def test_other_schemata_are_passed_over():
    assert read(make("Address", "a", full="Street 1")) == [PassedOver(1, "Address")]


@pytest.mark.parametrize(
    "line", ["{", "[1]", '{"id": "x"}', '{"schema": "Person", "properties": {}}', '{"id": 3, "schema": "Person"}']
)
def test_bad_lines_are_told_and_the_rest_goes_on(line):
    failure, actor = read(line, make("Person", "p", name="Ada Example"))
    assert isinstance(failure, Failure)
    assert failure.reason.startswith("f.json:1: ")
    assert actor.name == "Ada Example"


def test_a_person_without_a_name_is_told():
    (failure,) = read(make("Person", "p", name=["", " "]))
    assert "has no name" in failure.reason


def read_codes(*positions):
    (actor,) = read(make("Person", "p", name="Ada Example", position=list(positions)))
    return [(code.sector, code.role, code.since, code.until) for code in actor.codes]


@pytest.mark.parametrize(
    ("positions", "codes"),
    [
        (["Minister of Trade"], [("GOV", "Minister of Trade", None, None)]),
        (["Minister of Trade", "Prime Minister of Cuba"], [("GOV", None, None, None)]),
        (["Minister of Trade", "Member of the National Assembly of Cuba"], []),
        (["Member of the National Assembly"], [("LEG", "Member of the National Assembly", None, None)]),
        (["former Minister of Trade"], []),
        (["Ex-President", "Minister of Trade"], [("GOV", "Minister of Trade", None, None)]),
        (["Minister of Trade (2008-2011)"], [("GOV", "Minister of Trade", "2008", "2011")]),
        (["Minister of Trade (since 2019)"], [("GOV", "Minister of Trade", "2019", None)]),
        (["Minister of Trade (2019 – present)"], [("GOV", "Minister of Trade", "2019", None)]),
        (["Minister of Trade (2019)"], [("GOV", "Minister of Trade", "2019", "2019")]),
    ],
)
def test_of_several_offices_without_days_only_what_they_agree_on_is_kept(positions, codes):
    assert read_codes(*positions) == codes


@pytest.mark.parametrize(
    ("dates", "born"),
    [
        (["1950-01-01"], "1950"),
        (["1950", "1950-04-03"], "1950-04-03"),
        (["1950-01-01", "1950-04-03"], "1950-04-03"),
        (["1950-01-01", "1952"], None),
        ([], None),
    ],
)
def test_dates_of_birth_that_do_not_agree_tell_nothing(dates, born):
    (actor,) = read(make("Person", "p", name="Ada Example", birthDate=dates))
    assert actor.born == born


def test_a_lone_word_is_no_name_to_show_where_there_is_a_fuller_one():
    record = make("Person", "p", name=["Example", "Ada bint Example"], alias=["Анна Образцова"]) | {
        "caption": "Example"
    }
    (actor,) = read(record)
    assert (actor.name, actor.aliases) == ("Ada bint Example", ("Example", "Анна Образцова"))


def test_a_nationality_counts_more_than_an_address():
    (actor,) = read(make("Person", "p", name="Ada Example", country=["cy", "cu"], nationality="cu"))
    assert (actor.country, actor.countries) == ("CUB", ("CUB", "CYP"))


def test_an_office_by_its_term_and_one_that_ended_no_one_knows_when():
    items = read(
        make("Occupancy", "o1", holder="p1", post="Q5", periodStart="2019", periodEnd="2024"),
        make("Occupancy", "o2", holder="p1", post="Q6", status="ended", startDate="2001"),
        make("Occupancy", "o3", holder="p1", post="Q6", status="ended", endDate="2001"),
    )
    assert items == [Tenure("p1", "Q5", "2019", "2024"), Tenure("p1", "Q6", None, "2001")]


def test_a_nested_office_without_an_id():
    post = {"schema": "Position", "caption": "Member of Parliament", "properties": {"country": ["no"]}}
    tenure = {"schema": "Occupancy", "properties": {"post": [post], "startDate": ["2008"]}}
    first, second, _ = read(make("Person", "p1", name="Ada Example", positionOccupancies=[tenure]))
    assert (first.name, first.country, first.key) == ("Member of Parliament", "NOR", second.post)
