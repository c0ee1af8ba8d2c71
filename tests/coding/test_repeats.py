"""One event once."""

from datetime import date

import pytest
from tests.samples import find, make_sample, read_sample

from coranto.coding.findings import Findings
from coranto.coding.repeats import merge_repeats
from coranto.model.drafts import Cast
from coranto.model.entity import Party
from coranto.model.event import EventDate

READING = read_sample(make_sample())
FINDINGS = Findings(
    READING.article, (), Cast(READING.entities), READING.attributions, READING.times, READING.places, ()
)
MET, SHELLED = READING.events


def drop(*events):
    return [e.id for e in merge_repeats(events, FINDINGS)]


def again(event, **changes):
    return event.model_copy(update={"id": "evt-later"} | changes)


def test_an_event_told_again_is_left_out():
    assert drop(MET, again(MET)) == [MET.id]


def test_the_first_telling_is_the_one_that_stays():
    assert drop(SHELLED, MET, again(SHELLED), again(MET)) == [SHELLED.id, MET.id]


def test_a_later_telling_with_fewer_parties_adds_nothing():
    assert drop(MET, again(MET, recipients=(), place=None, date=None)) == [MET.id]


SOMEONE = Party(entity="ent-new", span=find(READING.article.text, "Moscow"))
NEWS = {
    "another type": {"type": "AGREE"},
    "a denial": {"polarity": "negative"},
    "another verb": {"trigger": find(READING.article.text, "reported")},
    "another day": {"date": EventDate(start=date(2024, 2, 1), end=date(2024, 2, 1), precision="day", basis="time")},
    "another actor": {"actors": (SOMEONE,)},
    "one more recipient": {"recipients": (*MET.recipients, SOMEONE)},
    "another source": {"holder": READING.attributions[0].id},
}


@pytest.mark.parametrize("changes", NEWS.values(), ids=NEWS)
def test_whatever_says_something_new_stays(changes):
    assert drop(MET, again(MET, **changes)) == [MET.id, "evt-later"]


def test_another_place_is_another_event():
    elsewhere = READING.places[0].model_copy(update={"id": "plc-2", "name": "Oslo", "country": "NOR"})
    findings = Findings(FINDINGS.article, (), FINDINGS.cast, (), (), (*FINDINGS.places, elsewhere), ())
    assert len(merge_repeats([MET, again(MET, place="plc-2")], findings)) == 2


@pytest.mark.parametrize("events", [(), (MET,), (MET, SHELLED)])
def test_what_repeats_nothing_is_unchanged(events):
    assert merge_repeats(events, FINDINGS) == events


def test_what_is_told_again_is_a_mention_of_the_first():
    later = SHELLED.trigger
    (met,) = merge_repeats([MET, again(MET, trigger=MET.trigger), again(MET, mentions=(later,))], FINDINGS)
    assert met.mentions == (MET.trigger, MET.trigger, later)
    assert met.model_copy(update={"mentions": ()}) == MET


def test_a_noun_tells_again_what_a_verb_told():
    verb = again(SHELLED, rule="predicates/assault:shell")
    noun = again(SHELLED, rule="predicates/assault:shelling/n", holder="author")
    assert drop(verb, noun) == [verb.id]
    assert drop(noun, verb.model_copy(update={"actors": MET.actors})) == [noun.id, verb.id]


def test_merging_twice_merges_no_more():
    once = merge_repeats([MET, again(MET), SHELLED, again(SHELLED, polarity="negative")], FINDINGS)
    assert merge_repeats(once, FINDINGS) == once
