"""Calendar arithmetic over TIMEX3 values: the days that a value covers, and steps of days, weeks, months, years."""

from __future__ import annotations

import re
from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import cache

SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}
"""First and last month, of the northern half (as TimeML); winter is named for the year that it begins in."""
DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
PERIOD = re.compile(r"(\d{4})-(Q|H)(\d)")
SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)")
MONTH = re.compile(r"(\d{4})-(\d\d)")
YEARS = re.compile(r"\d{2,4}")

type Days = tuple[date, date]


def cover_value(value: str) -> Days | None:
    """First and last day (inclusive) of a TIMEX3 date; of a winter none, since a bare year may mean either of two."""
    if "/" in value:
        first, last = (cover_value(half) for half in value.split("/", 1))
        return (first[0], last[1]) if first and last else None
    try:
        if found := DAY.match(value):
            day = date(int(found[1]), int(found[2]), int(found[3]))
            return day, day
        if found := WEEK.match(value):
            monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
            return monday + timedelta(5 if found[3] else 0), monday + timedelta(6)
        if found := PERIOD.match(value):
            many = 3 if found[2] == "Q" else 6
            last_month = int(found[3]) * many
            return date(int(found[1]), last_month - many + 1, 1), find_month_end(int(found[1]), last_month)
        if found := SEASON.match(value):
            if found[2] == "WI":
                return None
            first_month, last_month = SEASONS[found[2]]
            return date(int(found[1]), first_month, 1), find_month_end(int(found[1]), last_month)
        if found := MONTH.fullmatch(value):
            return date(int(found[1]), int(found[2]), 1), find_month_end(int(found[1]), int(found[2]))
        if YEARS.fullmatch(value):
            span = 10 ** (4 - len(value))
            first_year = int(value) * span
            return date(max(first_year, MINYEAR), 1, 1), date(first_year + span - 1, 12, 31)
    except ValueError:
        return None
    return None


def find_month_end(year: int, month: int) -> date:
    """The last day of the month; month 13 is January of the next year."""
    year, month = year + month // 12, month % 12 + 1
    return date(year, month, 1) - timedelta(1)


def step_date(day: date, unit: str, count: int) -> date | None:
    """The day `count` units away (D W WE M Q Y DE CE); the month's last day where the month is too short."""
    days = {"D": 1, "W": 7, "WE": 7}.get(unit)
    try:
        if days is not None:
            return day + timedelta(days * count)
        months = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}[unit] * count
        year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
        if not MINYEAR <= year < MAXYEAR:
            return None
        return date(year, month + 1, min(day.day, find_month_end(year, month + 1).day))
    except OverflowError:
        return None


def write_date(day: date, unit: str) -> str:
    """The TIMEX3 value of the unit that the day lies in: `2023-12-12`, `2023-W50`, `2023-Q4`, `202`."""
    match unit:
        case "D":
            return day.isoformat()
        case "W" | "WE":
            year, week, _ = day.isocalendar()
            return f"{year:04}-W{week:02}" + ("-WE" if unit == "WE" else "")
        case "M":
            return f"{day.year:04}-{day.month:02}"
        case "Q":
            return f"{day.year:04}-Q{(day.month + 2) // 3}"
        case "DE":
            return f"{day.year:04}"[:3]
        case "CE":
            return f"{day.year:04}"[:2]
        case _:
            return f"{day.year:04}"


def find_holiday(rule: str, year: int) -> date | None:
    """The day of a rule of `resources/times/phrases.yaml` in a year; None where it has none."""
    if found := re.fullmatch(r"easter([+-]\d+)", rule):
        return find_easter(year) + timedelta(int(found[1]))
    if found := re.fullmatch(r"(\d\d)-(-?\d)-(\d)", rule):
        month, number, weekday = map(int, found.groups())
        if number > 0:
            first = date(year, month, 1)
            return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (number - 1))
        last = find_month_end(year, month)
        return last - timedelta((last.isoweekday() - weekday) % 7 + 7 * (-number - 1))
    if found := re.fullmatch(r"(\d\d)-(\d\d)", rule):
        try:
            return date(year, int(found[1]), int(found[2]))
        except ValueError:
            return None
    return None


@cache
def find_easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm printed in Nature, 20 April 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * week) // 451
    month, day = divmod(h + week - 7 * m + 114, 31)
    return date(year, month, day + 1)
