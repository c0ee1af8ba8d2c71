"""Identities and the actors of registers, all invented."""

import pytest

from coranto.compare.fits import Decided, link_identity
from coranto.model.identity import DatedCode, Identity, KnownActor
from coranto.store.registers import NumberedActor


def make_identity(name="Ada Example", kind="person", country="CUB", aliases=(), sector=None):
    return Identity(id="i", name=name, kind=kind, country=country, aliases=aliases, sector=sector)


def make_actor(number=1, name="Ada Example", kind="person", country="CUB", **details):
    given = {"key": f"k{number}", "source": "r.tsv", "countries": (country,) if country else ()} | details
    return NumberedActor(number, KnownActor(name=name, kind=kind, country=country, **given))


def test_a_full_name_and_its_country_suffice():
    found = link_identity(make_identity(), [make_actor(identifiers={"wikidata": "Q1"})])
    assert (found.link.actor, found.link.rule, found.link.score) == ("k1", "same", 1.0)
    assert found.identifiers == {"wikidata": "Q1"}


@pytest.mark.parametrize(
    ("identity", "actor", "reason"),
    [
        ({"country": "ESP"}, {}, "not linked: another country (CUB, not ESP)"),
        ({"name": "Ada Example Jr."}, {"name": "Ada Example Sr."}, "not linked: another generation"),
        ({"name": "Ada B. Example"}, {"name": "Ada C. Example"}, "not linked: other initials"),
        ({"name": "Ada Nyusha"}, {"weak_aliases": ("Ada Nyusha",)}, "not linked: a weak alias alone"),
        (
            {"name": "Interior Ministry", "kind": "organization", "country": None},
            {"name": "Interior Ministry", "kind": "organization"},
            "not linked: a name that bodies of many countries bear, without a country that agrees",
        ),
        (
            {"name": "Interior Ministry", "kind": "organization", "country": "ESP"},
            {"name": "Interior Ministry", "kind": "organization"},
            "not linked: another country (CUB, not ESP)",
        ),
    ],
)
def test_vetoes(identity, actor, reason):
    found = link_identity(make_identity(**identity), [make_actor(**actor)])
    assert (found.link, found.reason, found.candidates) == (None, reason, ("r.tsv:k1",))


@pytest.mark.parametrize(
    ("identity", "actor"),
    [
        ({"name": "Example"}, {}),
        ({"name": "Example"}, {"name": "Example"}),
        ({}, {"kind": "organization"}),
        ({"kind": "organization"}, {}),
        ({"name": "Bo Other"}, {}),
        ({"kind": "place", "name": "Cuba"}, {"kind": "state", "name": "Cuba"}),
    ],
)
def test_no_name_or_another_kind_comes_near_nothing(identity, actor):
    assert link_identity(make_identity(**identity), [make_actor(**actor)]) is None


def test_of_two_that_fit_equally_none_is_chosen():
    found = link_identity(make_identity(), [make_actor(1, born="1950"), make_actor(2, born="1980")])
    assert (found.link, found.reason) == (None, "several fit equally")
    assert found.candidates == ("r.tsv:k1", "r.tsv:k2")


@pytest.mark.parametrize("shared", [{"wikidata": "Q1"}, {}])
def test_two_registers_with_one_actor_are_no_ambiguity(shared):
    actors = [
        make_actor(1, identifiers=shared),
        make_actor(2, source="s.json", identifiers=shared | {"opensanctions": "NK-1"}, born="1950"),
    ]
    found = link_identity(make_identity(), actors)
    assert found.link.actor == "k2"
    assert found.identifiers == shared | {"opensanctions": "NK-1"}


def test_two_registers_with_two_of_the_name_are():
    actors = [make_actor(1, identifiers={"wikidata": "Q1"}), make_actor(2, source="s", identifiers={"wikidata": "Q2"})]
    assert link_identity(make_identity(), actors).reason == "several fit equally"


def test_the_country_chooses_between_two_of_a_name():
    actors = [make_actor(1, country="ESP"), make_actor(2)]
    assert link_identity(make_identity(), actors).link.actor == "k2"
    assert link_identity(make_identity(country=None), actors).reason == "several fit equally"


def test_the_sector_chooses_between_two_of_a_name_and_country():
    actors = [make_actor(n, codes=(DatedCode(sector=sector),)) for n, sector in ((1, "BUS"), (2, "GOV"))]
    assert link_identity(make_identity(sector="GOV"), actors).link.actor == "k2"


def test_without_a_country_only_the_very_name_will_do():
    assert link_identity(make_identity(country=None), [make_actor()]).link.score == 0.85
    assert link_identity(make_identity(name="Ada Exampl", country=None), [make_actor()]) is None or (
        link_identity(make_identity(name="Ada Exampl", country=None), [make_actor()]).link is None
    )


def test_an_international_office_tells_no_country_of_a_person():
    assert link_identity(make_identity(country="IGO"), [make_actor()]).link


@pytest.mark.parametrize(("mine", "theirs"), [("SUN", "RUS"), ("RUS", "SUN"), ("SRB", "YUG")])
def test_a_state_that_is_no_more_agrees_with_its_heirs(mine, theirs):
    assert link_identity(make_identity(country=mine), [make_actor(country=theirs)]).link.score == 1.0


def test_what_a_person_decided_comes_first():
    other = make_actor(2, name="Someone Else", country="ESP")
    assert link_identity(make_identity(), [make_actor()], Decided(same=other)).link.rule == "person"
    apart = Decided(different=frozenset({("r.tsv", "k1")}))
    assert link_identity(make_identity(), [make_actor()], apart) is None


def test_of_a_hundred_spellings_in_no_order_the_fitting_one_is_found():
    aliases = (*(f"Kral {chr(97 + n // 26)}{chr(97 + n % 26)}bara" for n in range(99)), "Ada Xample")
    found = link_identity(make_identity(name="Ada Xample"), [make_actor(name="Ibn Sawd", aliases=aliases)])
    assert found.link.rule == "same"
