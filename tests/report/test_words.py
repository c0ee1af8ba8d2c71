from datetime import date

import pytest

from coranto.model.event import Event, EventDate
from coranto.model.span import Span
from coranto.model.values import Quantity
from coranto.report.words import TYPES, describe_date, describe_quantity, describe_status


def day(text):
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("start", "end", "precision", "words"),
    [
        ("1962-10-23", "1962-10-23", "day", "23 Oct 1962"),
        ("1962-10-22", "1962-10-28", "week", "week of 22–28 Oct 1962"),
        ("1962-10-01", "1962-10-31", "month", "Oct 1962"),
        ("2024-02-01", "2024-02-29", "month", "Feb 2024"),
        ("2023-02-01", "2023-02-27", "unknown", "1–27 Feb 2023"),
        ("1962-01-01", "1962-12-31", "year", "1962"),
        ("1962-06-01", "1962-08-31", "season", "1 Jun – 31 Aug 1962"),
        ("1961-12-30", "1962-01-02", "unknown", "30 Dec 1961 – 2 Jan 1962"),
        (None, "1962-01-02", "unknown", "until 2 Jan 1962"),
        ("1962-01-02", None, "unknown", "from 2 Jan 1962"),
        (None, None, "unknown", "—"),
    ],
)
def test_dates_in_words(start, end, precision, words):
    when = EventDate(start=start and day(start), end=end and day(end), precision=precision, basis="time")
    assert describe_date(when) == words


def test_an_event_without_date_has_a_dash():
    assert describe_date(None) == "—"


def test_the_last_day_of_all_time_can_be_described():
    assert "9999" in describe_date(EventDate(start=date(9999, 12, 2), end=date.max, precision="unknown", basis="time"))


def make_event(**more):
    span = Span.of("gave", 0, 4)
    return Event(
        id="evt-1", type="AID", quad="material cooperation", scale=7, trigger=span, clause=span, rule="r", confidence=1, **more
    )  # fmt: skip


@pytest.mark.parametrize(
    ("values", "act", "words"),
    [
        ({}, None, ()),
        ({}, "state", ()),
        ({"polarity": "negative"}, "deny", ("denied",)),
        ({"polarity": "negative"}, "state", ("did not",)),
        ({"polarity": "negative", "tense": "future"}, None, ("will not",)),
        ({"tense": "future"}, None, ("planned",)),
        ({"tense": "future"}, "threaten", ("threatened",)),
        ({"tense": "future"}, "promise", ("promised",)),
        ({"tense": "future"}, "demand", ("demanded",)),
        ({"tense": "future", "certainty": "possible"}, None, ("planned", "possible")),
        ({"certainty": "possible"}, "allege", ("alleged",)),
        ({}, "accuse", ("alleged",)),
        ({"certainty": "possible"}, None, ("possible",)),
        ({"certainty": "probable"}, None, ("probable",)),
    ],
)
def test_what_keeps_an_event_from_being_a_plain_fact(values, act, words):
    assert describe_status(make_event(**values), act) == words


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"value": 4e6, "bound": "about", "currency": "USD"}, "about 4,000,000 USD"),
        ({"value": 36.5, "bound": "exact", "unit": "percent"}, "36.5 %"),
        ({"value": 5, "bound": "at_least", "unit": "ship"}, "at least 5 ships"),
        ({"low": 2, "high": 3, "bound": "range", "unit": "week"}, "2–3 weeks"),
        ({"bound": "vague"}, "dozens"),
        ({"value": 17, "bound": "exact", "unit": "person"}, "17 people"),
        ({"value": 1, "bound": "exact", "unit": "person"}, "1 person"),
        ({"value": 12, "bound": "exact", "unit": "percentage point"}, "12 percentage points"),
        ({"value": 3, "bound": "exact", "unit": "country"}, "3 countries"),
        ({"value": 0, "bound": "exact", "unit": "bus"}, "0 buses"),
        ({"value": 2, "bound": "exact", "unit": "km"}, "2 km"),
        ({"value": 0.5, "bound": "exact", "unit": "fraction"}, "dozens"),
        ({"value": 2, "bound": "exact"}, "2"),
    ],
)
def test_amounts_in_words(values, words):
    assert describe_quantity(Quantity(id="qty-1", span=Span.of("dozens", 0, 6), **values)) == words


def test_every_type_has_its_quad_and_gloss():
    assert len(TYPES) == 16
    assert sum(quad.endswith("conflict") for quad, _ in TYPES.values()) == 9
