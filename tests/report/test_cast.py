"""Everyone in a set of readings, each counted once."""

import pytest

from coranto.model.entity import Entity, Role
from coranto.model.reading import Reading
from coranto.report.cast import build_roster
from tests.samples import RUN, find, make_sample


def make(*entities):
    """A roster of entities given as (name, kind, country), each in a reading of its own."""
    readings = []
    for number, (name, kind, country) in enumerate(entities):
        entity = Entity(id=f"ent-{number}", name=name, kind=kind, country=country)
        readings.append(Reading(article=make_sample(f"{number}.txt"), entities=(entity,), run=RUN))
    return build_roster(readings)


def names(*entities):
    return [actor.name for actor in make(*entities).actors]


def test_one_name_in_two_articles_is_one_actor():
    roster = make(("Anna Lind", "person", "NOR"), ("anna  lind", "person", None))
    assert len(roster.actors) == 1
    assert roster.find("ent-0") == roster.find("ent-1")
    assert roster.actors[0].country == "NOR"


def test_accents_do_not_make_another_actor():
    assert len(names(("Šárka Nováková", "person", "CZE"), ("Sarka Novakova", "person", "CZE"))) == 1


def test_a_person_and_a_ship_of_one_name_are_two():
    assert len(names(("Anna Lind", "person", None), ("Anna Lind", "organization", None))) == 2


def test_bodies_of_one_name_and_two_countries_are_two():
    assert (
        len(names(("Ministry of Defence", "organization", "NOR"), ("Ministry of Defence", "organization", "PER"))) == 2
    )


SURNAMES = [
    ([("Anna Lind", "person", "NOR"), ("Lind", "person", None)], 1),
    ([("Anna Lind", "person", "NOR"), ("Lind", "person", "PER")], 2),
    ([("Anna Lind", "person", None), ("Erik Lind", "person", None), ("Lind", "person", None)], 3),
    ([("Anna Lind", "person", None), ("Lind", "organization", None)], 2),
]


@pytest.mark.parametrize(("entities", "count"), SURNAMES)
def test_a_surname_joins_the_one_person_that_it_can_mean(entities, count):
    assert len(names(*entities)) == count


def test_the_fullest_name_is_shown():
    assert names(("Lind", "person", None), ("Anna Lind", "person", None)) == ["Anna Lind"]


def test_an_actor_bears_its_first_role():
    article = make_sample()
    role = Role(title="Foreign Minister", of="Norway", span=find(article.text, "Foreign Minister"))
    entity = Entity(id="ent-0", name="Anna Lind", kind="person", roles=(role,))
    (actor,) = build_roster([Reading(article=article, entities=(entity,), run=RUN)]).actors
    assert actor.role == "Foreign Minister (Norway)"


def test_numbers_are_places_in_the_list_and_nobody_is_found_for_nothing():
    roster = make(("Anna Lind", "person", None), ("Norway", "state", "NOR"), ("Peru", "state", "PER"))
    assert [roster.actors[actor.number] for actor in roster.actors] == list(roster.actors)
    assert roster.find(None) is None
    assert roster.find("ent-none") is None
    assert build_roster([]).actors == ()


def test_identities_go_before_names():
    entities = (("GM", "organization", None), ("General Motors", "organization", None), ("GM", "organization", None))
    readings = []
    for number, (name, kind, country) in enumerate(entities):
        entity = Entity(id=f"ent-{number}", name=name, kind=kind, country=country)
        readings.append(Reading(article=make_sample(f"{number}.txt"), entities=(entity,), run=RUN))
    roster = build_roster(readings, {"ent-0": "idn-1", "ent-1": "idn-1"})
    assert [actor.name for actor in roster.actors] == ["General Motors", "GM"]
    assert roster.find("ent-0") == roster.find("ent-1") != roster.find("ent-2")
