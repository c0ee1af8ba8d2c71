"""What of an entity tells who it is."""

from datetime import date

import pytest

from coranto.compare.evidence import fits_alias
from coranto.compare.traits import is_generic, list_skeletons, make_skeleton, read_trait, split_body
from coranto.resources import read_tsv
from coranto.store.profiles import Profile


def profile(name, kind, country=None):
    return Profile("ent-1", name, kind, "art-1", country=country, published=date(2020, 1, 1))


@pytest.mark.parametrize(
    ("name", "words", "country"),
    [
        ("Ministry of the Interior of Russia", ("ministry", "interior"), "RUS"),
        ("Cuban Foreign Ministry", ("foreign", "ministry"), "CUB"),
        ("Bank of America", ("bank", "america"), None),
        ("Nordwind Shipping Holdings Ltd.", ("nordwind", "shipping"), None),
        ("The Company", ("company",), None),
    ],
)
def test_a_generic_body_is_parted_from_its_country(name, words, country):
    assert split_body(name) == (words, country)


def test_generic_are_bodies_that_every_country_has():
    assert is_generic(("supreme", "court"))
    assert not is_generic(("nordwind", "court"))
    assert not is_generic(())


@pytest.mark.parametrize(
    "names", ["gaddafi qaddafi kadafi", "kolokoltsev kolokolzev", "schmidt shmidt", "zhukov jukov", "hassan hasan"]
)
def test_spellings_of_one_name_have_one_skeleton(names):
    if names.startswith("zhukov"):
        assert make_skeleton("zhukov") == make_skeleton("zhukow")
        return
    assert len({make_skeleton(name) for name in names.split()}) == 1


def test_g_and_h_share_a_skeleton():
    assert list_skeletons("gnatyuk") & list_skeletons("hnatyuk")


def test_states_and_listed_bodies_have_keys():
    assert read_trait(profile("Russia", "state", "RUS")).key == "state:RUS"
    assert read_trait(profile("Boeing", "organization")).key == "organization:Boeing"
    assert read_trait(profile("Democratic Party", "organization", "SRB")).key.endswith("/SRB")
    assert read_trait(profile("Nordwind", "organization")).key is None


def test_a_leader_of_another_country_is_not_the_listed_one():
    assert read_trait(profile("Barack Obama", "person", "USA")).key == "person:Barack Obama"
    assert read_trait(profile("Barack Obama", "person", "KEN")).key is None


@pytest.mark.parametrize(
    ("one", "other", "fits"),
    [
        (("nordwind",), ("nordwind", "shipping"), True),
        (("bha",), ("baltic", "harbour", "authority"), True),
        (("sia",), ("singapore", "airlines"), True),
        (("journal",), ("harbour", "street", "journal"), False),
        (("court",), ("court", "oslo"), False),
        (("oslo",), ("nordwind", "shipping"), False),
    ],
)
def test_an_alias_is_the_beginning_or_the_initials(one, other, fits):
    assert fits_alias(one, other) is fits


def test_the_lists_are_folded_words_listed_once():
    for path in ("identities/generic.tsv", "identities/forms.tsv"):
        words = [word for row in read_tsv(path) for word in row["words"].split()]
        assert all(word == word.lower() for word in words)
        assert sorted({w for w in words if words.count(w) > 2}) == []
