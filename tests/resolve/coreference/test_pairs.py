"""Two taken together, and states that are called somebody's ally."""

from __future__ import annotations

import pytest

from coranto import read_text
from tests.resolve.casts import cast_of, entity_of

PAIRS = [
    ("Cuba thanked Vietnam. Both governments signed the accord.", "Both governments", {"Cuba", "Vietnam"}),
    ("Peru recalled its envoy from Chile. The two countries have no treaty.", "The two countries", {"Peru", "Chile"}),
    ("Talks between Norway and Iceland ended. The two sides will meet again.", "The two sides", {"Norway", "Iceland"}),
    ("The Peruvian army crossed into Ecuador. Both nations mobilised.", "Both nations", {"Peru", "Ecuador"}),
    ("Hamas shelled Israel. Both sides claimed victory.", "Both sides", {"Hamas", "Israel"}),
    (
        "President Ana Rojas met President Luis Vega. The two presidents dined.",
        "The two presidents",
        {"Ana Rojas", "Luis Vega"},
    ),
    (
        "Brevik Motors sued Halden Motors. The two companies make engines.",
        "The two companies",
        {"Brevik Motors", "Halden Motors"},
    ),
    ("Ana Rojas met Luis Vega. The two have agreed.", "The two", {"Ana Rojas", "Luis Vega"}),
]


@pytest.mark.parametrize(("text", "words", "members"), PAIRS)
def test_a_pair_has_the_two_in_play_for_members(text, words, members):
    cast = cast_of(text)
    pair = entity_of(cast, words)
    assert pair.kind == "group"
    assert {cast.by_id[i].name for i in cast.members[pair.id]} == members


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Cuba, Chile and Peru met. Both governments left.", "Both governments"),
        ("Cuba held a vote. The two countries left.", "The two countries"),
        ("Cuba and Chile met. Two countries left.", "Two countries"),
        ("Cuba and Chile met. The two countries of Asia left.", "The two countries of Asia"),
        ("Cuba and Chile met. The two Baltic countries left.", "The two Baltic countries"),
    ],
)
def test_where_not_exactly_two_are_in_play_no_single_state_is_meant(text, words):
    cast = cast_of(text)
    found = [e for e in cast.entities if words in {m.text for m in e.mentions}]
    assert all(e.kind != "state" and e.country is None and e.id not in cast.members for e in found)


def test_an_event_of_a_pair_has_both_for_actors():
    reading = read_text("Cuba's envoy landed in Vietnam on Monday. Both governments condemned the embargo.")
    names = {e.id: e.name for e in reading.entities}
    (event,) = [e for e in reading.events if e.trigger.text == "condemned"]
    assert {names[p.entity] for p in event.actors} == {"Cuba", "Vietnam"}
    assert {p.span.text for p in event.actors} == {"Both governments"}


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Cuba thanked its Kremlin ally.", "its Kremlin ally", "Russia"),
        ("Havana praised the speech of its Kremlin ally on Monday.", "its Kremlin ally", "Russia"),
        ("Cuba's Kremlin ally sent wheat.", "Cuba's Kremlin ally", "Russia"),
        ("The regime asked its Beijing backer for a loan.", "its Beijing backer", "China"),
        ("Cuba bought wheat from its Russian partner.", "its Russian partner", "Russia"),
        ("Armenia closed the border with its neighbour Georgia.", "its neighbour Georgia", "Georgia"),
    ],
)
def test_an_ally_named_beside_the_noun_is_that_state(text, words, name):
    cast = cast_of(text)
    found = [e for e in cast.entities if any(m.text.startswith(words[:12]) for m in e.mentions)]
    assert [(e.kind, e.name) for e in found] == [("state", name)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Luis Vega thanked his Russian ally.", "his Russian ally"),
        ("Cuba thanked its ally in the talks.", "its ally"),
        ("Cuba thanked its Kremlin allies.", "its Kremlin allies"),
    ],
)
def test_other_allies_are_no_state(text, words):
    cast = cast_of(text)
    found = [e for e in cast.entities if any(m.text == words for m in e.mentions)]
    assert all(e.kind != "state" for e in found)
