"""Sides of an event that no slot of its predicate names."""

import pytest
from tests.coding.reading import read_findings

from coranto.coding.events import list_candidates
from coranto.coding.implied import complete_candidates
from coranto.extract.frames.predicates import find_predicates


def read_sides(text, word):
    """The names of actors and recipients of the candidate whose trigger holds the word, all candidates counting."""
    findings = read_findings(text)
    candidates = list_candidates(findings, find_predicates(findings.sentences))
    completed = complete_candidates(findings.cast, candidates)
    event = next(c for c in completed if word in c.trigger.text)
    name = {entity.id: entity.name for entity in findings.cast.entities}
    return [name[p.entity] for p in event.actors], [name[p.entity] for p in event.recipients]


ACTORS = [
    ("Two Norwegian hikers were arrested in Morocco on Friday.", "arrested", "Morocco"),
    ("The hikers were held in a Moroccan prison.", "held", "Morocco"),
    (
        "Chile jailed Rosa Holm in May. Her lawyer was angry. Rosa Holm was sentenced to six years.",
        "sentenced",
        "Chile",
    ),
    ("Chile jailed Rosa Holm in May. She was ill. Rosa Holm was freed on Friday.", "freed", "Chile"),
    ("Rebels attacked the port of Aden on Friday. The attack lasted an hour.", "attack", "rebels"),
    ("Peruvian troops were stationed at the border.", "stationed", "Peruvian troops"),
    ("Peru launched missile strikes on a rebel camp in Chile.", "launched", "Peru"),
]


@pytest.mark.parametrize(("text", "word", "actor"), ACTORS)
def test_who_acts_is_read_from_what_stands_beside(text, word, actor):
    assert [name.lower() for name in read_sides(text, word)[0]] == [actor.lower()]


RECIPIENTS = [
    ("Norway condemned the arrest of the monks by China.", "condemned", "China"),
    ("Chile imposed sanctions on the banking and oil sectors of Iran.", "imposed", "Iran"),
    ("Peru demanded that Chile apologise, but Chile refused.", "refused", "Peru"),
    ("Turkey threatened to close the border with Greece.", "threatened", "Greece"),
    ("Norway refused to lift the ban on ships from Iceland.", "refused", "Iceland"),
    ("Peru welcomed the resumption of ties with Chile.", "welcomed", "Chile"),
    ("Peruvian jets shelled a rebel-held suburb of Aleppo.", "shelled", "Aleppo"),
    ("Chile sent troops at the request of Peru.", "request", "Chile"),
    ("Thousands of miners marched in Lima to denounce President Rosa Holm.", "marched", "Rosa Holm"),
    ("Chile, under pressure from Peru, closed the port.", "pressure", "Chile"),
    (
        "Chile arrested two Peruvian miners in May. Peru demanded the release of the two Peruvian miners.",
        "demanded",
        "Chile",
    ),
]


@pytest.mark.parametrize(("text", "word", "recipient"), RECIPIENTS)
def test_whom_it_concerns_is_read_from_what_stands_within_and_beside(text, word, recipient):
    assert " ".join(name for name in read_sides(text, word)[1]).lower() == recipient.lower()


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The mayor was arrested on Friday.", "arrested"),
        ("Shots were fired at the ministers.", "fired"),
        ("The mayor was killed after rebels stormed the town hall in Colombia.", "killed"),
        ("Norway's minister condemned the arrest of two monks.", "arrest"),
    ],
)
def test_nobody_is_guessed_where_nothing_tells(text, word):
    assert read_sides(text, word)[0] == []


def test_what_two_do_to_each_other_has_no_recipient():
    assert read_sides("Peru attacked Bolivia in May. Chile and Peru threatened each other.", "threatened")[1] == []


def test_nobody_stands_on_both_sides():
    actors, recipients = read_sides("Chile condemned the attack by Chile.", "condemned")
    assert actors == ["Chile"]
    assert recipients == []


def test_the_victim_of_a_condemned_deed_is_not_the_one_who_is_blamed():
    assert read_sides("Norway's minister condemned the arrest of two monks.", "condemned")[1] == []


def test_a_party_read_from_around_the_event_names_the_rule():
    findings = read_findings("Norway condemned the arrest of the monks by China.")
    candidates = list_candidates(findings, find_predicates(findings.sentences))
    condemned, arrest = complete_candidates(findings.cast, candidates)
    assert [party.implied for party in condemned.recipients] == ["implied:find_judged"]
    assert [party.implied for party in (*condemned.actors, *arrest.actors)] == [None, None]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Norway demanded the release of two monks.", []),
        ("Norway praised two monks, and demanded their release.", []),
        ("Norway called on Chile to release two monks.", ["Chile"]),
    ],
)
def test_nobody_is_asked_for_their_own_release(text, asked):
    assert read_sides(text, "demanded" if "demanded" in text else "called")[1] == asked
