"""Dictionaries of CAMEO's coders, with invented people and bodies."""

import pytest

from coranto.intake.details import Failure
from coranto.intake.registers.phoenix import read_phoenix
from coranto.intake.registers.records import PassedOver
from coranto.model.identity import DatedCode, KnownActor


def read(text):
    return list(read_phoenix(enumerate(text.splitlines(), 1), "d.txt"))


def read_one(text):
    (actor,) = read(text)
    assert isinstance(actor, KnownActor)
    return actor


def test_a_minister_who_became_president_has_dated_roles():
    actor = read_one(
        "# a comment\nADA_EXAMPLE_  # CountryInfo\n+ADA_MARIA_EXAMPLE_\n\t[CUBGOV 080224-120131]\n"
        "\t[CUBELI 120201-20130101]\n\t[CUBGOV >130224]\n"
    )
    assert (actor.name, actor.aliases, actor.kind, actor.country) == (
        "Ada Example",
        ("Ada Maria Example",),
        "person",
        "CUB",
    )
    assert actor.codes == (
        DatedCode(country="CUB", sector="GOV", since="2008-02-24", until="2012-01-31"),
        DatedCode(country="CUB", sector="ELI", since="2012-02-01", until="2013-01-01"),
        DatedCode(country="CUB", sector="GOV", since="2013-02-24"),
    )


@pytest.mark.parametrize(
    ("block", "since", "until"),
    [
        ("USAGOV <940101", None, "1993-12-31"),
        ("USAGOV < 940101", None, "1993-12-31"),
        ("USAGOV >301231", "2030-12-31", None),
        ("USAGOV >310101", "1931-01-01", None),
        ("USAGOV 940101 - 940102", "1994-01-01", "1994-01-02"),
        ("USAGOV 19940101-20010203", "1994-01-01", "2001-02-03"),
        ("USAGOV", None, None),
    ],
)
def test_days(block, since, until):
    (code,) = read_one(f"ADA_EXAMPLE_ [{block}]").codes
    assert (code.sector, code.since, code.until) == ("GOV", since, until)


@pytest.mark.parametrize(
    ("code", "country", "sector"),
    [
        ("USA", "USA", None),
        ("AFGGOVMIL", "AFG", "GOV"),
        ("RUSMIL", "RUS", "MIL"),
        ("IGOUNO", "IGO", None),
        ("IGOUNOJUDICJ", "IGO", "JUD"),
        ("NGOHRI", "NGO", "SOC"),
        ("MNC", None, "BUS"),
        ("PSEREBHMS", "PSE", "REB"),
        ("KSVGOV", "XKX", "GOV"),
        ("CHNMED", "CHN", "JRN"),
        ("CHNHLH", "CHN", "MED"),
        ("pse", "PSE", None),
        ("AFGELI1", "AFG", "ELI"),
        ("WEUREB", None, "REB"),
    ],
)
def test_codes(code, country, sector):
    (found,) = read_one(f"SOME_NAME_ [{code}]").codes
    assert (found.country, found.sector) == (country, sector)


def test_an_entry_may_have_its_code_first_or_last_and_several_in_a_line():
    actors = read(
        "NORTH_FRONT_(NF)_ [GRCREB] ; kkl\n+NORD_FRONT_\n\nSOUTH_FRONT_\n+SF_\n\t[GRCREB 900101-991231][GRCPTY]\n"
    )
    assert [(a.name, a.aliases, [c.sector for c in a.codes]) for a in actors] == [
        ("North Front", ("NF", "Nord Front"), ["REB"]),
        ("South Front", ("SF",), ["REB", "PTY"]),
    ]
    assert {a.kind for a in actors} == {"organization"}


def test_states_and_what_cannot_be_told():
    text = "CUBA_ [CUB]\n+CUBAN_\nATLANTIS_ [CUB]\n"
    assert [(a.name, a.kind) for a in read(text)] == [("Cuba", "state"), ("Atlantis", None)]


def test_agents_discards_and_nouns_are_passed_over():
    items = read(
        "FARMER_ [~AGR]\nPOLICE {} [~COP]\nVOLLEYBALL [+++]\n<NOUN>\nCHOLERA ;x\n</NOUN>\n!P! = MAN, MEN\nCUBA_ [CUB]"
    )
    assert [type(item) for item in items] == [PassedOver, PassedOver, PassedOver, KnownActor]


def test_bad_lines_are_told_with_their_numbers_and_the_rest_goes_on():
    items = read(
        "+ORPHAN_\nADA_EXAMPLE_\n\t[USAGOV 2004017-20061201]\n\t[U]\n\t[USAGOV\nNO_CODE_\nBEN_EXAMPLE_ [USAGOV]\n"
    )
    failures = [item.source for item in items if isinstance(item, Failure)]
    assert sorted(failures) == ["d.txt:1", "d.txt:3", "d.txt:4", "d.txt:5", "d.txt:6"]
    assert [item.name for item in items if isinstance(item, KnownActor)] == ["Ben Example"]


def test_comments_of_several_lines():
    assert [a.name for a in read("<!-- ADA\n# [USA]\n-->\n<!-- one line -->\nBEN_EXAMPLE_ [USAGOV]")] == ["Ben Example"]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("FREEDOM_ARMY_(GREECE)_ [GRCREB]", ("Freedom Army",)),
        ("FREEDOM_ARMY_(EL_SALVADOR)_ [SLVREB]", ("Freedom Army",)),
        ("FREEDOM_ARMY_(FA-17)_ [GRCREB]", ("Freedom Army", "FA-17")),
        ("FREEDOM_ARMY_(JOHANSON)_ [GRCREB]", ("Freedom Army",)),
        ("LEAGUE,_THE_ [USAREB]", ("The League",)),
        (
            "EAST_ARMY_ [YEMREB]\n+ARMY_OF_THE_EAST+_EASTERN_ARMY_\n+39649_",
            ("East Army", "Army of the East", "Eastern Army"),
        ),
    ],
)
def test_names_as_the_dictionaries_write_them(line, names):
    actor = read_one(line)
    assert (actor.name, *actor.aliases) == names
