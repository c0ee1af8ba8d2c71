"""Links: which mention goes to whom, by which rule, and which must not be joined."""

from __future__ import annotations

import pytest

from coranto.resolve.coreference.reasons import explain, load_counts
from tests.resolve.casts import cast_of, entity_of


def links_of(text: str) -> dict[str, tuple[str, str]]:
    """The name of the entity and the rule, by the words of each mention."""
    return {m.text: (e.name, m.rule) for e in cast_of(text).entities for m in e.mentions}


@pytest.mark.parametrize(
    ("text", "words", "name", "rule"),
    [
        ("Boeing lost an order. The company cut its forecast.", "The company", "Boeing", "description.body"),
        ("Ryanair, an Irish airline, ordered jets.", "an Irish airline", "Ryanair", "description.apposition"),
        (
            "Tavira Airlines grew. Boeing sold it ten jets, and the airline paid at once.",
            "the airline",
            "Tavira Airlines",
            "description.body",
        ),
        (
            "“We will not sell,” said Anna Weiss, a spokeswoman for Siemens.",
            "We",
            "Siemens",
            "pronoun.we",
        ),
        (
            "Paul Adler left the party, saying: “I have had enough.”",
            "I",
            "Paul Adler",
            "pronoun.speaker",
        ),
        (
            "The Ministry of Fisheries (MINFISH) closed the port. MINFISH gave no reason.",
            "MINFISH",
            "Ministry of Fisheries",
            "name.acronym",
        ),
        ("Cuba protested. The island wants talks.", "The island", "Cuba", "description.land"),
        ("Paul Adler spoke. Adler then left.", "Adler", "Paul Adler", "name.surname"),
        ("Siemens grew, and it hired more people.", "it", "Siemens", "pronoun.it"),
        ("Anna Weiss said that she would stay.", "she", "Anna Weiss", "pronoun.person"),
    ],
)
def test_a_mention_is_joined_by_its_rule(text, words, name, rule):
    assert links_of(text)[words] == (name, rule)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Siemens built the bridge. The bridge is long and it is grey.", "it"),
        ("The treaty with Cuba was signed. It was short.", "It"),
        ("The vase stood on the side of the house.", "the side of the house"),
        ("Forty people were on board.", "board"),
        ("They bought a music player from Siemens.", "a music player"),
        ("Siemens runs a state-owned plant.", "state"),
    ],
)
def test_things_stand_for_nobody(text, words):
    assert words not in links_of(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("George W. Bush and Jeb Bush met. Jeb Bush spoke.", 2),
        ("George W. Bush and George H.W. Bush went fishing.", 2),
        ("Joseph Biden spoke. Joe Biden smiled.", 1),
        ("Eric Van Der Linde spoke. Later Van Der Linde left.", 1),
        ("Kim Jong-un succeeded Kim Jong-il.", 2),
        ("Paul Adler and Maria Adler divorced.", 2),
    ],
)
def test_as_many_people_as_there_are(text, names):
    assert sum(e.kind == "person" for e in cast_of(text).entities) == names


def test_two_ministries_of_one_name_stay_apart():
    cast = cast_of("The Russian Interior Ministry thanked the Cuban Interior Ministry.")
    ministries = [e for e in cast.entities if "Interior Ministry" in e.name]
    assert sorted(e.country or "" for e in ministries) == ["CUB", "RUS"]


def test_a_state_within_a_company_s_name_is_not_meant():
    cast = cast_of("Qatar Airways bought ten jets.")
    assert [e.name for e in cast.entities if e.kind == "state"] == []
    assert entity_of(cast, "Qatar Airways").country == "QAT"


def test_the_two_companies_are_neither_of_them():
    cast = cast_of("Boeing met Siemens. The two companies signed a contract.")
    assert entity_of(cast, "The two companies").name not in {"Boeing", "Siemens"}


def test_a_rule_seen_often_is_surer_than_one_seen_once():
    assert explain("name.never_counted").confidence == 0.5
    for rule, (right, wrong) in load_counts().items():
        assert 0 < explain(rule).confidence < 1
        if right > wrong:
            assert explain(rule).confidence > 0.5
