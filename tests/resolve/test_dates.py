"""TIMEX3 values, the days that they cover, and what they were counted from."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coranto.extract.timex.readings import Meaning
from coranto.extract.timex.times import TimeExpression, find_times
from coranto.intake.articles import make_article
from coranto.model.article import Published
from coranto.model.span import Span
from coranto.model.values import Time
from coranto.resolve.calendar import cover_value, find_easter, find_holiday, step_date, write_date
from coranto.resolve.dates import resolve_time, resolve_times
from tests.texts import parse

WEDNESDAY = date(2023, 12, 13)


def resolve(text: str, published: date | None = WEDNESDAY) -> tuple[Time, ...]:
    given_date = Published(value=published, basis="given" if published else "unknown")
    sentences = parse(text)
    return resolve_times(make_article(text, published=given_date), sentences, find_times(sentences))


def values(text: str, published: date | None = WEDNESDAY) -> list[str]:
    return [time.value for time in resolve(text, published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The envoys met on 12 December 2023.", ["2023-12-12"]),
        ("The treaty was signed on 23/12/2023.", ["2023-12-23"]),
        ("The treaty was signed on 03/04/2023.", ["2023-XX-XX"]),
        ("The envoys met on Dec. 1.", ["2023-12-01"]),
        ("The talks in May failed, and new talks in June will follow.", ["2023-05", "2024-06"]),
        ("He was arrested last May and will be tried next May.", ["2023-05", "2024-05"]),
        ("In February of last year the port closed.", ["2022-02"]),
        ("The envoy arrived on Tuesday and will leave on Friday.", ["2023-12-12", "2023-12-15"]),
        ("Last Tuesday he came, and next Friday he will leave.", ["2023-12-12", "2023-12-15"]),
        ("He spoke on Wednesday.", ["2023-12-13"]),
        ("He came yesterday and will leave tomorrow.", ["2023-12-12", "2023-12-14"]),
        ("He spoke on Tuesday night, and this morning he left.", ["2023-12-12TNI", "2023-12-13TMO"]),
        ("At 2:30 p.m. on Friday the guns fell silent.", ["2023-12-08T14:30"]),
        ("At noon the guns fell silent.", ["2023-12-13T12:00"]),
        ("He resigned two weeks ago.", ["2023-W48"]),
        ("He resigned 25 years ago.", ["1998"]),
        ("He resigned six months ago.", ["2023-06"]),
        ("He resigned last week and this month he fled.", ["2023-W49", "2023-12"]),
        ("Over the weekend he fled.", ["2023-W49-WE"]),
        ("In the 1990s he ruled.", ["199"]),
        ("In the 21st century he rules.", ["20"]),
        ("The war began in the summer.", ["2023-SU"]),
        ("Output fell in the third quarter.", ["2023-Q3"]),
        ("He was born at Christmas 1999 or on Labor Day 2019.", ["1999-12-25", "2019-09-02"]),
        ("The strike lasted two and a half years.", ["P2Y6M"]),
        ("A 30-minute call and a few hours of rest followed.", ["PT30M", "PTXH"]),
        ("For years they fought.", ["PXY"]),
        ("They meet every two years and on Mondays.", ["P2Y", "XXXX-WXX-1"]),
    ],
)
def test_values_have_the_right_granularity(text, expected):
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("He fled in May.", date(2023, 5, 1), date(2023, 5, 31)),
        ("He fled at the end of August.", date(2023, 8, 21), date(2023, 8, 31)),
        ("He fled in early 2020.", date(2020, 1, 1), date(2020, 4, 30)),
        ("He fled earlier this week.", date(2023, 12, 11), date(2023, 12, 13)),
        ("He fled last week.", date(2023, 12, 4), date(2023, 12, 10)),
        ("In the last two weeks he fled.", date(2023, 11, 29), date(2023, 12, 13)),
        ("In the 1990s he fled.", date(1990, 1, 1), date(1999, 12, 31)),
        ("Between 3 and 5 May 2021 they fled.", date(2021, 5, 3), date(2021, 5, 5)),
    ],
)
def test_start_and_end_are_the_days_covered(text, first, last):
    (time,) = resolve(text)
    assert (time.start, time.end) == (first, last)


def test_a_step_counts_from_the_date_told_before():
    times = resolve("On 4 March 2019 the bridge fell. The next day he resigned, and two days later he fled.")
    assert [time.value for time in times] == ["2019-03-04", "2019-03-05", "2019-03-07"]
    assert [time.basis for time in times] == ["explicit", "text", "text"]
    assert [time.anchor for time in times] == [None, date(2019, 3, 4), date(2019, 3, 5)]


def test_a_day_after_a_year_is_unknown():
    _, next_day = resolve("In 1999 he was sentenced. The next day he fled.")
    assert (next_day.value, next_day.start, next_day.basis) == ("P1D_AFTER", None, "unknown")


def test_what_a_day_stands_before_is_no_date():
    (time,) = resolve("He fled the day before the vote.")
    assert (time.value, time.start, time.basis) == ("XXXX-XX-XX", None, "unknown")


def test_two_dates_joined_share_their_year():
    first, last = resolve("The talks lasted from 3 May to 5 June 2019.", None)
    assert (first.value, first.basis) == ("2019-05-03", "text")
    assert last.basis == "explicit"


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("He fled on Tuesday.", "XXXX-WXX-2"),
        ("He fled on Tuesday night.", "XXXX-WXX-2TNI"),
        ("He fled in May.", "XXXX-05"),
        ("He fled on May 3.", "XXXX-05-03"),
        ("He fled at the weekend.", "XXXX-WXX-WE"),
        ("He fled yesterday.", "LAST_DAY"),
        ("He fled last week.", "LAST_WEEK"),
        ("He fled in May last year.", "LAST_YEAR-05"),
        ("He fled two weeks ago.", "P2W_AGO"),
        ("He fled at Easter.", "XXXX-XX-XX"),
    ],
)
def test_without_a_publication_date_the_value_is_symbolic(text, symbol):
    (time,) = resolve(text, None)
    assert (time.value, time.start, time.end, time.anchor, time.basis) == (symbol, None, None, None, "unknown")


def test_what_needs_no_date_is_read_without_one():
    times = resolve("In 2019 he ruled for three days; now he rests. On 3 May 2020 he fled.", None)
    assert [time.value for time in times] == ["2019", "P3D", "PRESENT_REF", "2020-05-03"]
    assert {time.basis for time in times} == {"explicit"}


def test_an_expression_resolves_once_the_date_is_known():
    (expression,) = find_times(parse("He fled on Tuesday."))
    assert resolve_time(expression, None).basis == "unknown"
    assert resolve_time(expression, WEDNESDAY).value == "2023-12-12"


def test_records_stand_in_the_order_of_the_text_with_their_own_ids():
    times = resolve("On Monday and on Tuesday he spoke; on Monday he fled.")
    assert [time.span.text for time in times] == ["Monday", "Tuesday", "Monday"]
    assert len({time.id for time in times}) == 3


@pytest.mark.parametrize("published", [date.min, date.max])
def test_a_date_at_the_end_of_the_calendar_leaves_the_value_symbolic(published):
    text = "He fled last week, in May, two years ago, on Friday and at Easter; in 999999999 years he will come back."
    times = resolve(text, published)
    assert {time.start for time in times} == {None}
    assert times[0].value == "LAST_WEEK"


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2024-02", (date(2024, 2, 1), date(2024, 2, 29))),
        ("2023-W52", (date(2023, 12, 25), date(2023, 12, 31))),
        ("2023-W50-WE", (date(2023, 12, 16), date(2023, 12, 17))),
        ("2023-Q4", (date(2023, 10, 1), date(2023, 12, 31))),
        ("2023-H1", (date(2023, 1, 1), date(2023, 6, 30))),
        ("19", (date(1900, 1, 1), date(1999, 12, 31))),
        ("2023-WI", None),
        ("2023-02-30", None),
        ("P3D", None),
    ],
)
def test_cover_value(value, days):
    assert cover_value(value) == days


@pytest.mark.parametrize(
    ("rule", "year", "day"),
    [
        ("11-4-4", 2023, date(2023, 11, 23)),
        ("05--1-1", 2023, date(2023, 5, 29)),
        ("easter+1", 2024, date(2024, 4, 1)),
        ("02-29", 2023, None),
    ],
)
def test_find_holiday(rule, year, day):
    assert find_holiday(rule, year) == day


@settings(max_examples=50, deadline=None)
@given(st.integers(1583, 2400))
def test_easter_is_a_sunday_in_spring(year):
    assert find_easter(year).isoweekday() == 7
    assert date(year, 3, 22) <= find_easter(year) <= date(year, 4, 25)


@settings(max_examples=100, deadline=None)
@given(st.dates(), st.sampled_from(["D", "W", "WE", "M", "Q", "Y", "DE", "CE"]), st.integers(-3000, 3000))
def test_a_step_is_written_as_a_value_that_covers_it(day, unit, count):
    step = step_date(day, unit, count)
    if step is not None and step.year < 9990:
        days = cover_value(write_date(step, unit))
        assert days is not None or step.year < 10
        assert days is None or unit == "WE" or days[0] <= step <= days[1]


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(["XXXX-05", "XXXX-02-29", "XXXX-WXX-3", "XXXX-SU", "XXXX-Q4", "XXXX-easter+0", "XXXX-WXX-WE"]),
    st.sampled_from([None, -1, 0, 1]),
    st.sampled_from(["past", "present", "future", "unknown"]),
    st.dates(date(1600, 1, 1), date(2300, 1, 1)),
)
def test_last_lies_before_and_next_after(value, direction, tense, published):
    meaning = Meaning("DATE", value, "calendar", direction=direction)
    expression = TimeExpression(Span.of("x", 0, 1), 0, meaning, tense, "test")
    found = resolve_time(expression, published)
    if found.days and direction == -1 and "WE" not in value:
        assert found.days[1] < published
    if found.days and direction == 1 and "WE" not in value:
        assert found.days[0] > published
    if found.days and direction is None and tense in ("past", "future"):
        assert abs((found.days[0] - published).days) < 366 * 8


def test_a_dateline_tells_the_day_of_writing():
    text = "HAVANA, October 28. — The minister spoke today. On Saturday he had offered talks."
    written, today, saturday = resolve(text, date(1962, 10, 29))
    assert (written.value, written.basis) == ("1962-10-28", "published")
    assert (today.value, today.basis) == ("1962-10-28", "text")
    assert (saturday.value, saturday.anchor) == ("1962-10-27", date(1962, 10, 28))


def test_a_full_dateline_stands_for_an_unknown_publication_date():
    assert [t.value for t in resolve("LIMA, May 3, 2021 (AP) - The minister left today.", None)] == [
        "2021-05-03",
        "2021-05-03",
    ]


@pytest.mark.parametrize(
    "text", ["The port closed on October 28 - nobody left today.", "HAVANA, October 1. — The minister spoke today."]
)
def test_no_other_date_is_the_day_of_writing(text):
    assert resolve(text, date(1962, 10, 29))[-1].value == "1962-10-29"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("In his letter of Saturday he had offered a truce.", "2023-12-09"),
        ("Envoys have been meeting since Monday.", "2023-12-11"),
        ("The talks are set for Saturday.", "2023-12-16"),
    ],
)
def test_what_has_been_offered_lies_behind(text, day):
    assert values(text) == [day]
