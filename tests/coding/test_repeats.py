"""One event once."""

from datetime import date

import pytest
from tests.samples import find, make_sample, read_sample

from coranto.coding.findings import Findings
from coranto.coding.repeats import drop_repeats
from coranto.model.drafts import Cast
from coranto.model.entity import Party
from coranto.model.event import EventDate

READING = read_sample(make_sample())
FINDINGS = Findings(
    READING.article, (), Cast(READING.entities), READING.attributions, READING.times, READING.places, ()
)
MET, SHELLED = READING.events


def drop(*events):
    return [e.id for e in drop_repeats(events, FINDINGS)]


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
    assert len(drop_repeats([MET, again(MET, place="plc-2")], findings)) == 2


@pytest.mark.parametrize("events", [(), (MET,), (MET, SHELLED)])
def test_what_repeats_nothing_is_unchanged(events):
    assert drop_repeats(events, FINDINGS) == events


def test_dropping_twice_drops_no_more():
    once = drop_repeats([MET, again(MET), SHELLED, again(SHELLED, polarity="negative")], FINDINGS)
    assert drop_repeats(once, FINDINGS) == once
