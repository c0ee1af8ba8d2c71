"""How far a date or place stands from an event."""

import pytest
from tests.texts import parse

from coranto.coding.attachment import FAR, find_head, find_reach, is_dated, measure_place, measure_time, select_within
from coranto.extract.frames.predicates import find_predicates
from coranto.extract.timex.times import find_times
from coranto.model.span import Range, Span
from coranto.model.values import Place, Quantity


def read(text, lemma):
    (sentence,) = parse(text)
    predicate = next(p for p in find_predicates([sentence]) if sentence.tokens[p.head].lemma == lemma)
    return sentence, predicate


def cost_of_time(text, lemma, index=0):
    sentence, predicate = read(text, lemma)
    time = find_times([sentence])[index]
    return measure_time(sentence, sentence.tokens_in(time.span), predicate, find_reach(sentence, predicate))


def cost_of_place(text, lemma, name, resolution="city"):
    sentence, predicate = read(text, lemma)
    at = text.index(name)
    place = Place(id="plc-1", span=Span.of(text, at, at + len(name)), name=name, resolution=resolution, confidence=0.9)
    return measure_place(sentence, place, predicate, find_reach(sentence, predicate))


OWN = [
    ("Rebels killed two soldiers on Sunday.", "kill"),
    ("On Sunday, rebels killed two soldiers.", "kill"),
    ("Police raided the camp on Sunday, arresting two judges.", "arrest"),
]
OTHERS = [
    ("Chile condemned the bombing of May 2019.", "condemn"),
    ("Peru will arrest the judges who fled on Monday.", "arrest"),
    ("Rebels will attack the town before Monday.", "attack"),
]


@pytest.mark.parametrize(("text", "lemma"), OWN)
def test_a_date_of_the_clause_is_near(text, lemma):
    assert cost_of_time(text, lemma) < FAR


@pytest.mark.parametrize(("text", "lemma"), OTHERS)
def test_a_date_of_something_else_is_far(text, lemma):
    assert cost_of_time(text, lemma) == FAR


def test_the_own_clause_costs_less_than_a_shared_one():
    text = "Police raided the camp on Sunday, arresting two judges."
    assert cost_of_time(text, "raid") < cost_of_time(text, "arrest") < FAR


PLACES = [
    ("Rebels killed two soldiers in Lima.", "kill", "Lima", "city", True),
    ("Rebels killed the ambassador to Peru.", "kill", "Peru", "country", False),
    ("Chile condemned the bombing in Lima.", "condemn", "Lima", "city", False),
]


@pytest.mark.parametrize(("text", "lemma", "name", "resolution", "near"), PLACES)
def test_a_place_is_near_only_where_the_event_happened_there(text, lemma, name, resolution, near):
    assert (cost_of_place(text, lemma, name, resolution) < FAR) is near


def test_what_is_said_does_not_happen_when_it_is_said():
    sentence, predicate = read("Peru said on Monday that police had arrested two judges.", "arrest")
    said = next(t.i for t in sentence.tokens if t.text == "said")
    assert said not in find_reach(sentence, predicate)


def test_an_event_always_reaches_its_own_word_at_no_cost():
    for text in ("Rebels killed two soldiers.", "Police arrested a judge and fled.", "Peru attacked Chile in 1880."):
        (sentence,) = parse(text)
        for predicate in find_predicates([sentence]):
            reach = find_reach(sentence, predicate)
            assert reach[predicate.head] == 0
            assert all(0 <= cost < FAR for cost in reach.values())


def test_only_event_nouns_have_a_date_of_their_own():
    (sentence,) = parse("The election pleased the harbour.")
    assert [t.text for t in sentence.tokens if is_dated(t)] == ["election"]


def test_an_expression_hangs_on_the_word_outside_it():
    (sentence,) = parse("Rebels left on Sunday morning.")
    words = [t.text for t in sentence.tokens]
    at = words.index("Sunday")
    assert sentence.tokens[find_head(sentence, Range(at, at + 2))].text == "morning"


def test_records_of_a_sentence_are_those_that_begin_in_it():
    text = "Two boats sank. Three men drowned. Four were saved."
    sentences = parse(text)
    assert len(sentences) == 3
    spans = [Span.of(text, text.index(word), text.index(word) + len(word)) for word in ("Two", "Three", "Four")]
    records = [Quantity(id=f"qty-{n}", span=span, value=n, bound="exact") for n, span in enumerate(spans)]
    assert [[r.id for r in select_within(records, s)] for s in sentences] == [["qty-0"], ["qty-1"], ["qty-2"]]
    assert list(select_within([], sentences[0])) == []
