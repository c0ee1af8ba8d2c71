from __future__ import annotations

import pytest

from coranto.extract.places import find_places, load_cues, load_states
from tests.texts import parse


def read_names(text):
    return [name.name for name in find_places(parse(text))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The minister arrived in Havana on Tuesday.", ["Havana"]),
        ("Soldiers crossed from Turkey into northern Syria.", ["Turkey", "Syria"]),
        ("A bomb exploded near Mosul, Iraq.", ["Mosul", "Iraq"]),
        ("Thousands marched through central London.", ["London"]),
        ("The siege of Aleppo lasted four years.", ["Aleppo"]),
        ("They met in the city of Lyon.", ["Lyon"]),
        ("The ship sank in the Black Sea.", ["the Black Sea"]),
        ("The Paris attacks shocked Europe.", ["Paris", "Europe"]),
    ],
)
def test_a_name_under_a_locative_word_is_a_place(text, names):
    found = read_names(text)
    assert [n.removeprefix("the ") for n in found] == [n.removeprefix("the ") for n in names]


@pytest.mark.parametrize(
    "text",
    [
        "Washington said it would not sign.",
        "Moscow denied the report.",
        "Officials held talks with Moscow.",
        "The embassy accused Iran of lying.",
        "Iran's government rejected the offer.",
        "The council imposed sanctions on Russia.",
        "They sent aid to Ukraine.",
    ],
)
def test_a_state_that_acts_or_is_acted_upon_is_no_place(text):
    assert read_names(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("HAVANA (Reuters) - The minister met the press.", "HAVANA"),
        ("BEIRUT, Lebanon (AP) — Rebels left the town.", "BEIRUT"),
    ],
)
def test_a_dateline_is_a_place(text, name):
    first = find_places(parse(text))[0]
    assert (first.name, first.cue, first.span.start) == (name, "dateline", 0)


def test_general_words_are_no_names_of_places():
    assert read_names("The fighters came from the West.") == []


def test_every_span_is_the_articles_text():
    text = "Police in Cairo and Alexandria, Egypt, closed roads near Tahrir Square."
    found = find_places(parse(text))
    assert found
    assert all(name.span.text == text[name.span.start : name.span.end] for name in found)


def test_the_word_lists_do_not_contradict_each_other():
    cues = load_cues()
    assert not cues.still_verbs & cues.relation_verbs
    assert {"Russia", "Moscow"} <= load_states()
