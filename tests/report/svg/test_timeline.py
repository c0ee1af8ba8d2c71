"""The timeline."""

import re
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from coranto.model.event import EventDate
from coranto.report.svg.timeline import WIDTH, draw_shape, draw_timeline
from tests.report.svg.views import on, view

DAYS = ["2024-03-01", "2024-03-02", "2024-03-09"]


def marks(*changes):
    root = ET.fromstring(draw_timeline(view(*changes)))
    return {a.get("data-e"): a for a in root.iter("a")}


def x_of(mark):
    shape = next(iter(mark.iter("circle")), None)
    return float(shape.get("cx"))


def test_days_stand_in_their_order():
    found = marks(*on(*DAYS))
    xs = [x_of(found[number]) for number in "012"]
    assert xs == sorted(xs)
    assert len(set(xs)) == 3
    assert all(0 <= x <= WIDTH for x in xs)


def test_events_of_one_day_and_type_are_one_mark():
    found = marks(*on("2024-03-01", "2024-03-01", "2024-03-02"))
    assert set(found) == {"0 1", "2"}
    assert found["0 1"].get("aria-label").endswith("2 events")


def test_an_event_of_unknown_date_is_never_put_on_a_day():
    found = marks(*on(*DAYS), {"date": None})
    assert "date unknown" in found["3"].get("aria-label")
    assert x_of(found["3"]) not in {x_of(found[number]) for number in "012"}
    nowhen = EventDate(precision="unknown", basis="sentence")
    assert "date unknown" in marks({"date": nowhen})["0"].get("aria-label")


def test_a_day_not_known_exactly_is_a_bar():
    month = EventDate(start=date(2024, 3, 1), end=date(2024, 3, 31), precision="month", basis="time")
    found = marks(*on("2024-03-01", "2024-03-31"), {"date": month, "type": "AGREE"})
    bars = {number: [p for p in mark.iter("path") if p.get("class") == "bar"] for number, mark in found.items()}
    assert {number: len(bar) for number, bar in bars.items()} == {"0": 0, "1": 0, "2": 1}


def test_a_far_off_day_does_not_press_the_others_together():
    near = [f"2024-03-{day:02}" for day in range(1, 29)]
    found = marks(*on(*near, "1815-06-18"))
    assert x_of(found["28"]) < x_of(found["0"])
    assert x_of(found["27"]) - x_of(found["0"]) > WIDTH / 2


@pytest.mark.parametrize(("quad", "tag"), [("verbal cooperation", "circle"), ("material conflict", "path")])
def test_cooperation_and_conflict_differ_in_shape(quad, tag):
    assert ET.fromstring(draw_shape(quad, 10.0, 10.0, 5.0)).tag == tag


@pytest.mark.parametrize("days", [[], ["2024-03-01"], ["0001-01-01", "9999-12-31"], ["2020-01-01", "2024-12-31"]])
def test_any_dates_can_be_drawn(days):
    text = draw_timeline(view(*on(*days)))
    ET.fromstring(text)
    assert not re.search(r"\b(?:nan|inf|None)\b", text)
