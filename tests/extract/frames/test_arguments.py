import pytest

from coranto.extract.frames.arguments import find_clause, find_phrase, find_slot
from texts import parse

CASES = [
    ("Britain expelled 60 diplomats.", "expelled", "subj", "Britain"),
    ("Britain expelled 60 diplomats.", "expelled", "obj", "diplomats"),
    ("60 diplomats were expelled by Britain.", "expelled", "subj", "Britain"),
    ("60 diplomats were expelled by Britain.", "expelled", "obj", "diplomats"),
    ("Russia agreed to withdraw troops and release the prisoners.", "release", "subj", "Russia"),
    ("The minister, who visited Havana, praised Cuba.", "visited", "subj", "minister"),
    ("Moscow ordered the troops to leave Georgia.", "leave", "subj", "troops"),
    ("The army arrested men accused of killing a policeman.", "killing", "subj", "men"),
    ("The army arrested men accused of killing a policeman.", "accused", "obj", "men"),
    ("The expulsion of 60 diplomats by Britain angered Moscow.", "expulsion", "by", "Britain"),
    ("The expulsion of 60 diplomats by Britain angered Moscow.", "expulsion", "of", "diplomats"),
    ("Iran launched an attack on Israel.", "attack", "subj", "Iran"),
    ("Chile announced a quarantine of goods under shipment to Peru.", "quarantine", "subj", "Chile"),
    ("Chile announced a quarantine of goods under shipment to Peru.", "shipment", "subj", ""),
    ("Iran launched an attack on Israel.", "attack", "on", "Israel"),
    ("France and Germany urged Iran to release the hostages.", "urged", "subj", "France Germany"),
    ("France and Germany urged Iran to release the hostages.", "release", "subj", "Iran"),
    ("Israeli strikes on Gaza killed 12 people.", "strikes", "poss", "Israeli"),
    ("Soldiers backed by tanks entered the city, killing ten civilians.", "killing", "subj", "Soldiers"),
    ("The general was accused of torturing prisoners.", "torturing", "subj", "general"),
    ("Talks between Russia and Cuba began in Havana.", "Talks", "between", "Russia Cuba"),
    ("It is the man whom police arrested.", "arrested", "obj", "man"),
    ("Russia's annexation of Crimea drew protests.", "annexation", "poss", "Russia"),
    ("Cuba offered asylum to the rebels.", "offered", "iobj", "rebels"),
    ("The union issued a statement urging Chile to act.", "urging", "subj", "union"),
    ("Peru had its embassy burnt by a mob.", "burnt", "obj", "embassy"),
    ("Two miners died after being jailed in Chile.", "jailed", "obj", "miners"),
    ("Peru was reluctant to sign the pact.", "reluctant", "subj", "Peru"),
]


@pytest.mark.parametrize(("text", "word", "slot", "expected"), CASES)
def test_slots_are_logical(text, word, slot, expected):
    sentence = parse(text)[0]
    head = next(token.i for token in sentence.tokens if token.text == word)
    assert " ".join(sentence.tokens[i].text for i in find_slot(sentence, head, slot)) == expected


def test_a_slot_that_nothing_fills_is_empty():
    sentence = parse("Britain expelled 60 diplomats.")[0]
    assert find_slot(sentence, 1, "against") == ()


def test_the_clause_is_the_nearest_verb_with_all_that_hangs_on_it():
    sentence = parse("The minister said that Russia had expelled two diplomats.")[0]
    head = next(token.i for token in sentence.tokens if token.text == "diplomats")
    assert sentence.words(find_clause(sentence, head)) == "that Russia had expelled two diplomats"


def test_the_phrase_of_a_head_ends_with_it():
    sentence = parse("At least two senior Russian diplomats of the embassy left.")[0]
    head = next(token.i for token in sentence.tokens if token.text == "diplomats")
    assert sentence.words(find_phrase(sentence, head)).endswith("two senior Russian diplomats")
