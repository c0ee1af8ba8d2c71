import pytest

from coranto.extract.frames.predicates import find_predicates
from texts import parse

CASES = [
    ("60 Russian diplomats were arrested by Britain.", "COERCE", "arrested", "Britain", "diplomats"),
    ("Iran launched an attack on Israel.", "ASSAULT", "attack", "Iran", "Israel"),
    ("Kennedy held a meeting with Gromyko.", "CONSULT", "held a meeting with", "Kennedy Gromyko", ""),
    ("Talks between Russia and Cuba began in Havana.", "CONSULT", "Talks", "Russia Cuba", ""),
    ("The Russian minister arrived in Havana.", "CONSULT", "arrived in", "minister", "Havana"),
    ("Israeli strikes on Gaza killed 12 people.", "ASSAULT", "killed", "Israeli", "people"),
    ("The minister accused the United States of treason.", "ACCUSE", "accused", "minister", "States"),
    ("The city suffered an attack by rebels.", "ASSAULT", "attack", "rebels", "city"),
    ("Putin's visit to Cuba lasted two days.", "CONSULT", "visit", "Putin", "Cuba"),
    ("The ministers of Spain and Portugal met.", "CONSULT", "met", "ministers", ""),
]


def show(sentence, numbers):
    return " ".join(sentence.tokens[i].text for i in numbers)


@pytest.mark.parametrize(("text", "kind", "trigger", "actors", "recipients"), CASES)
def test_frames_say_who_acts_on_whom(text, kind, trigger, actors, recipients):
    sentence = parse(text)[0]
    (found,) = find_predicates([sentence])
    assert found.entry.type == kind
    assert sentence.words(found.trigger) == trigger
    assert show(sentence, found.actors) == actors
    assert show(sentence, found.recipients) == recipients


def test_a_noun_and_its_verb_of_one_type_are_one_event():
    found = find_predicates(parse("The attack killed twelve people."))
    assert [p.entry.type for p in found] == ["ASSAULT"]


def test_aspect_is_kept_with_the_complement():
    (found,) = find_predicates(parse("The president plans to visit Havana in May."))
    assert found.effects == ("future",)


@pytest.mark.parametrize(
    "text",
    [
        "He struck out three batters and the team beat Boston.",
        "Beat the eggs and fold in the flour.",
        "Shares hit a new high after the bank raised its forecast.",
        "The storm will bring heavy rain to the coast.",
    ],
)
def test_sport_kitchen_market_and_weather_tell_no_events(text):
    assert find_predicates(parse(text)) == ()
