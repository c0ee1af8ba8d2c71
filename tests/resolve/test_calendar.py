"""Calendar arithmetic over TIMEX3 values."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coranto.resolve.calendar import cover_value, find_easter, find_holiday, find_month_end, step_date, write_date

COVERED = [
    ("2024-02-29", "2024-02-29", "2024-02-29"),
    ("2024-02-29T09:30", "2024-02-29", "2024-02-29"),
    ("2024-02", "2024-02-01", "2024-02-29"),
    ("2023-02", "2023-02-01", "2023-02-28"),
    ("2024", "2024-01-01", "2024-12-31"),
    ("202", "2020-01-01", "2029-12-31"),
    ("20", "2000-01-01", "2099-12-31"),
    ("2024-Q4", "2024-10-01", "2024-12-31"),
    ("2024-H1", "2024-01-01", "2024-06-30"),
    ("2024-SU", "2024-06-01", "2024-08-31"),
    ("2024-W01", "2024-01-01", "2024-01-07"),
    ("2024-W01-WE", "2024-01-06", "2024-01-07"),
    ("2020-W53", "2020-12-28", "2021-01-03"),
    ("2024-03/2024-05", "2024-03-01", "2024-05-31"),
]


@pytest.mark.parametrize(("value", "first", "last"), COVERED)
def test_a_value_covers_its_days(value, first, last):
    assert cover_value(value) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "value",
    ["2023-02-29", "2024-13", "2024-W54", "2024-WI", "PRESENT_REF", "P3D", "2024-XX", "", "2024-Q5", "2024/PAST_REF"],
)
def test_a_value_of_no_known_days_covers_none(value):
    assert cover_value(value) is None


STEPS = [
    ("2024-01-31", "M", 1, "2024-02-29"),
    ("2024-02-29", "Y", 1, "2025-02-28"),
    ("2024-01-15", "M", -1, "2023-12-15"),
    ("2024-01-01", "D", -1, "2023-12-31"),
    ("2024-01-01", "W", 2, "2024-01-15"),
    ("2024-05-31", "Q", 1, "2024-08-31"),
    ("2024-05-31", "DE", -1, "2014-05-31"),
]


@pytest.mark.parametrize(("day", "unit", "count", "wanted"), STEPS)
def test_a_step_lands_on_a_day_that_there_is(day, unit, count, wanted):
    assert step_date(date.fromisoformat(day), unit, count) == date.fromisoformat(wanted)


@pytest.mark.parametrize("unit", ["D", "W", "M", "Q", "Y", "DE", "CE"])
@pytest.mark.parametrize("count", [-(10**7), 10**7])
def test_a_step_out_of_the_calendar_has_no_day(unit, count):
    assert step_date(date(2024, 5, 31), unit, count) is None


DAYS = st.dates(date(1600, 1, 1), date(2400, 12, 31))


@settings(max_examples=100, deadline=None)
@given(DAYS, st.sampled_from(["D", "W", "M", "Q", "Y", "DE", "CE"]))
def test_a_day_lies_in_each_unit_that_is_written_for_it(day, unit):
    first, last = cover_value(write_date(day, unit))
    assert first <= day <= last


@settings(max_examples=100, deadline=None)
@given(DAYS)
def test_a_month_ends_where_the_next_begins(day):
    end = find_month_end(day.year, day.month)
    assert (end.year, end.month) == (day.year, day.month)
    assert (end + timedelta(1)).day == 1


@pytest.mark.parametrize("day", ["2000-04-23", "2008-03-23", "2019-04-21", "2024-03-31", "2038-04-25"])
def test_easter_is_when_it_was_kept(day):
    assert find_easter(int(day[:4])) == date.fromisoformat(day)


HOLIDAYS = [
    ("12-25", 2024, "2024-12-25"),
    ("02-29", 2023, None),
    ("easter-2", 2024, "2024-03-29"),
    ("11-4-4", 2024, "2024-11-28"),
    ("05--1-1", 2024, "2024-05-27"),
    ("unheard of", 2024, None),
]


@pytest.mark.parametrize(("rule", "year", "wanted"), HOLIDAYS)
def test_a_holiday_moves_by_its_rule(rule, year, wanted):
    assert find_holiday(rule, year) == (wanted and date.fromisoformat(wanted))
