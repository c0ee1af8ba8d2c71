"""Who is one across articles."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coranto.compare.decisions import Verdicts, clash
from coranto.compare.identities import build_identities, map_entities, refresh_identities
from coranto.store.profiles import Profile
from coranto.store.queries import Store
from coranto.store.writer import open_store
from tests.samples import make_sample, read_sample

DAY = date(2023, 5, 2)


def person(number, name, country=None, **details):
    given_ = {"published": DAY} | details
    return Profile(f"ent-{number:02}", name, "person", f"art-{number:02}", country=country, **given_)


def body(number, name, country=None, *names, **details):
    given_ = {"published": DAY} | details
    return Profile(f"ent-{number:02}", name, "organization", f"art-{number:02}", names, country, **given_)


def partition(profiles, verdicts=None):
    identities = build_identities(profiles, verdicts or Verdicts())
    return {frozenset(member.entity for member in identity.members) for identity in identities}


def are_one(*profiles):
    return len(partition(profiles)) == 1


@pytest.mark.parametrize(
    ("profiles", "one"),
    [
        ((person(1, "Marta Oliveira"), person(2, "Marta Oliveira")), True),
        ((person(1, "Marta Oliveira", "PRT"), person(2, "Marta Oliveira")), True),
        ((person(1, "Marta Oliveira", "PRT"), person(2, "Marta Oliveira", "BRA")), False),
        ((person(1, "Oliveira", "PRT"), person(2, "Oliveira", "PRT")), False),
        (
            (
                person(1, "Oleksandr Hnatyuk", "UKR", sector="MIL"),
                person(2, "Oleksandr Gnatyuk", "UKR", sector="MIL"),
            ),
            True,
        ),
        ((person(1, "Owen Tarker", "GBR"), person(2, "Owen Darker", "GBR")), False),
        ((person(1, "Owen Tarker", "GBR", sector="GOV"), person(2, "Owen Darker", "GBR", sector="BUS")), False),
        ((person(1, "Marta Oliveira", "PRT", guessed=True), person(2, "Marta Oliveira", "BRA")), True),
        ((person(1, "Li Oliveira", "PRT", guessed=True), person(2, "Li Oliveira", "BRA")), False),
        (
            (
                person(1, "Marta Oliveira", "PRT", guessed=True, sector="GOV"),
                person(2, "Marta Oliveira", "BRA", sector="CRM"),
            ),
            False,
        ),
        ((person(1, "Jim Harwell", "USA"), person(2, "James Harwell", "USA")), True),
        ((person(1, "Jim Harwell"), person(2, "James Harwell")), False),
        ((person(1, "Pedro Salas", published=date(1898, 1, 1)), person(2, "Pedro Salas")), False),
        ((person(1, "Sergei Lavrov", "RUS"), person(2, "Sergey Lavrov")), True),
        ((body(1, "Interior Ministry", "RUS"), body(2, "Ministry of the Interior", "RUS")), True),
        ((body(1, "Interior Ministry", "RUS"), body(2, "Interior Ministry", "CUB")), False),
        ((body(1, "Interior Ministry"), body(2, "Interior Ministry")), False),
        ((body(1, "Russian Interior Ministry"), body(2, "Interior Ministry", "RUS")), True),
        ((body(1, "Nordwind Shipping Ltd."), body(2, "Nordwind Shipping")), True),
        ((body(1, "Nordwind Shipping"), body(2, "Nordwind")), False),
        ((body(1, "Nordwind Shipping", None, "Nordwind"), body(2, "Nordwind")), True),
        ((body(1, "Baltic Harbour Authority", None, "BHA"), body(2, "BHA")), True),
        ((body(1, "Nordwind", "NOR"), body(2, "Nordwind", "DEU")), True),
    ],
)
def test_names_and_countries_tell(profiles, one):
    assert are_one(*profiles) is one


def test_a_surname_is_joined_where_office_and_day_agree():
    office = (("minister", "Norway"),)
    full, short = person(1, "Jonas Berg", "NOR", roles=office), person(2, "Berg", "NOR", roles=office)
    late = person(2, "Berg", "NOR", roles=office, published=DAY + timedelta(days=400))
    other = person(3, "Eva Berg", "NOR", roles=office)
    assert are_one(full, short)
    assert not are_one(full, late)
    assert len(partition([full, short, other])) == 3


def test_a_person_and_a_body_of_one_name_are_two():
    assert not are_one(person(1, "Harrow Finch"), body(2, "Harrow Finch"))


def test_a_chain_does_not_join_what_speaks_against_each_other():
    known = [body(1, "Orion Corps", None, "Orion"), body(2, "Orion Records", None, "Orion"), body(3, "Orion")]
    assert all(not {"ent-01", "ent-02"} <= group for group in partition(known))
    assert max(map(len, partition(known))) == 2


def test_someone_of_unknown_country_is_not_given_to_one_of_several():
    names = [person(1, "Ana Ruiz", "ESP"), person(2, "Ana Ruiz", "MEX"), person(3, "Ana Ruiz")]
    assert len(partition(names)) == 3


def test_each_member_has_its_rule_and_the_identity_its_names():
    (identity,) = build_identities(
        [body(1, "Baltic Harbour Authority", "EST", "BHA"), body(2, "BHA"), body(3, "BHA", "EST")], Verdicts()
    )
    assert identity.name == "BHA"
    assert identity.aliases == ("Baltic Harbour Authority",)
    assert identity.country == "EST"
    assert {member.rule for member in identity.members} == {"alias", "same_name"}
    assert [member.article for member in identity.members] == ["art-01", "art-02", "art-03"]


def test_one_alone_needs_no_reason():
    (identity,) = build_identities([person(1, "Marta Oliveira")], Verdicts())
    assert [(member.rule, member.confidence) for member in identity.members] == [("alone", 1.0)]


def test_the_id_is_that_of_the_earliest_member():
    early = person(2, "Marta Oliveira", published=date(2020, 1, 1))
    (alone,) = build_identities([early], Verdicts())
    (both,) = build_identities([person(1, "Marta Oliveira"), early], Verdicts())
    assert alone.id == both.id


NAMES = ["Jim Harwell", "James Harwell", "James B. Harwell", "James C. Harwell", "Harwell", "Jamie Harwel"]
BODIES = ["Orion Corps", "Orion Records", "Orion", "Orion Ltd", "Interior Ministry", "Ministry of Interior"]
COUNTRIES = [None, "USA", "GBR"]


@st.composite
def casts(draw):
    made = []
    for number in range(draw(st.integers(2, 9))):
        country = draw(st.sampled_from(COUNTRIES))
        if draw(st.booleans()):
            made.append(person(number, draw(st.sampled_from(NAMES)), country))
        else:
            aliases = draw(st.lists(st.sampled_from(BODIES), max_size=2))
            made.append(body(number, draw(st.sampled_from(BODIES)), country, *aliases))
    return made


@st.composite
def judged(draw):
    """A cast, with a division of two of its entities and, among others, a pair that is one."""
    cast = draw(casts())
    order = draw(st.permutations([profile.id for profile in cast]))
    verdicts = Verdicts(
        groups=(tuple(sorted(order[2:4])),) if len(order) > 3 else (), sides={order[0]: {1: 0}, order[1]: {1: 1}}
    )
    return cast, verdicts


@settings(max_examples=60, deadline=None)
@given(judged(), st.randoms(use_true_random=False))
def test_the_order_of_reading_makes_no_difference(cast, random):
    profiles, verdicts = cast
    shuffled = list(profiles)
    random.shuffle(shuffled)
    assert build_identities(profiles, verdicts) == build_identities(shuffled, verdicts)


@settings(max_examples=60, deadline=None)
@given(judged())
def test_decisions_always_hold_and_everyone_is_in_one_identity(cast):
    profiles, verdicts = cast
    identities = build_identities(profiles, verdicts)
    where = map_entities(identities)
    assert sorted(where) == sorted(profile.id for profile in profiles)
    assert sum(len(identity.members) for identity in identities) == len(profiles)
    for group in verdicts.groups:
        assert len({where[entity] for entity in group}) == 1
    for one, sides in verdicts.sides.items():
        for other, others in verdicts.sides.items():
            assert not clash(sides, others) or where[one] != where[other]


@settings(max_examples=60, deadline=None)
@given(casts())
def test_no_identity_of_rules_has_two_countries_or_two_middle_initials(profiles):
    by_id = {profile.id: profile for profile in profiles}
    for group in partition(profiles):
        members = [by_id[entity] for entity in group]
        if members[0].kind == "person":
            assert len({member.country for member in members} - {None}) < 2
        names = {member.name for member in members}
        assert not {"James B. Harwell", "James C. Harwell"} <= names
        assert not {"Orion Corps", "Orion Records"} <= names


def test_the_identities_of_a_store_do_not_depend_on_the_order_of_reading(tmp_path):
    found = []
    for name, sources in (("a.db", ("a.txt", "b.txt")), ("b.db", ("b.txt", "a.txt"))):
        with open_store(tmp_path / name) as writer:
            for source in sources:
                writer.write(read_sample(make_sample(source)))
        assert refresh_identities(tmp_path / name) == refresh_identities(tmp_path / name) > 0
        with Store.open(tmp_path / name) as store:
            found.append(store.identities())
    assert found[0] == found[1]
    assert {len(identity.members) for identity in found[0]} == {2}
    days = [identity.members[0].article for identity in found[0]]
    assert all(one <= other for one, other in pairwise(days))


def test_two_names_of_whom_one_person_is_the_head_are_one_body():
    heads = [
        person(number, "Ida Thorsen", "NOR", roles=(("chief executive", of),))
        for number, of in ((1, "Nordwind"), (2, "Nordwind Shipping"))
    ]
    assert len(partition([*heads, body(3, "Nordwind"), body(4, "Nordwind Shipping")])) == 2
    assert len(partition([heads[0], body(3, "Nordwind"), body(4, "Nordwind Shipping")])) == 3


def test_a_listed_body_is_found_under_its_generic_name():
    assert are_one(body(1, "United States Air Force", "USA"), body(2, "Air Force", "USA"))
    assert not are_one(body(1, "United States Air Force", "USA"), body(2, "Air Force", "GBR"))
