"""Attributions without a verb of speech."""

import pytest

from coranto.extract.speech.headlines import find_headline
from coranto.extract.speech.phrases import find_phrases
from tests.texts import parse


def find(text):
    return [
        ([p.span.text for p in c.source], [s.text for s in c.content], c.stance)
        for s in parse(text)
        for c in find_phrases(s)
    ]


CASES = [
    ("According to the mayor, the ship sank.", ["the mayor"], ["the ship sank"]),
    ("The ship sank, according to the mayor.", ["the mayor"], ["The ship sank"]),
    ("The ship, according to the mayor, sank.", ["the mayor"], ["The ship", "sank"]),
    ("In the words of the mayor, the ship was lost.", ["the mayor"], ["the ship was lost"]),
    ("In the mayor's view, the ship was lost.", ["the mayor's"], ["the ship was lost"]),
]


@pytest.mark.parametrize(("text", "source", "content"), CASES)
def test_a_phrase_names_who_says_what(text, source, content):
    assert [found[:2] for found in find(text)] == [(source, content)]


@pytest.mark.parametrize(("word", "wanted"), [("reportedly", "neutral"), ("allegedly", "distancing")])
def test_an_adverb_passes_on_the_clause_and_names_nobody(word, wanted):
    ((source, content, stance),) = find(f"The ship {word} sank off Bergen.")
    assert (source, stance) == ([], wanted)
    assert content == ["The ship", "sank off Bergen"]


@pytest.mark.parametrize(
    "text",
    [
        "The ship sank according to plan.",
        "They acted according to the law.",
        "The price is two dollars per barrel.",
        "The ship sank in the harbour.",
    ],
)
def test_plans_rules_and_rates_say_nothing(text):
    assert find(text) == []


def test_the_content_never_holds_the_cue_or_its_source():
    for text, *_ in CASES:
        for sentence in parse(text):
            for found in find_phrases(sentence):
                named = [*found.cue, *(p.span for p in found.source)]
                assert not any(a.overlaps(b) for a in found.content for b in named)


def headline(text):
    found = find_headline(parse(text)[0])
    return found and ([p.span.text for p in found.source], [s.text for s in found.content])


def test_a_name_before_a_colon_speaks_in_a_headline():
    assert headline("Norway: Sanctions will hurt the harbours") == (["Norway"], ["Sanctions will hurt the harbours"])


@pytest.mark.parametrize(
    "text",
    ["Breaking: Norway closes its harbours", "Norway closes harbours: What we know", "Norway: Ports", "It was late."],
)
def test_labels_and_questions_are_no_speakers(text):
    assert headline(text) is None
