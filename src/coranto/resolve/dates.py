"""Time expressions to TIMEX3 values and the days that they cover.

Where the publication date is unknown, what depends on it keeps a symbolic value, has no days, and `basis: unknown`:
- `XXXX-05`, `XXXX-05-03`, `XXXX-WXX-2`, `XXXX-WXX-WE`, `XXXX-SU`, `XXXX-Q3`: the calendar's part that the words give;
- `THIS_DAY` (today), `LAST_DAY`, `NEXT_WEEK`, `LAST_WEEK-WE`, `THIS_YEAR`, `LAST_YEAR-05` (May last year);
- `P2W_AGO`, `P3D_AHEAD`: so far from the publication date; `P1D_BEFORE`, `P1D_AFTER`, `SAME_DAY`: from a date not told;
- a part or hour of the day follows: `LAST_DAYTNI`, `XXXX-WXX-5T14:30`.
The expression itself resolves with `resolve_time` as soon as the date is known; nothing is read again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from coranto.extract.timex.readings import Meaning
from coranto.extract.timex.times import TimeExpression
from coranto.model.article import Article
from coranto.model.ids import make_id
from coranto.model.sentence import Sentence
from coranto.model.values import Time
from coranto.resolve.calendar import Days, cover_value, find_holiday, step_date, write_date

Basis = Literal["explicit", "published", "text", "unknown"]
UNITS = {
    "D": "DAY",
    "W": "WEEK",
    "WE": "WEEK-WE",
    "M": "MONTH",
    "Q": "QUARTER",
    "Y": "YEAR",
    "DE": "DECADE",
    "CE": "CENTURY",
}
STEPS = {-1: "LAST", 0: "THIS", 1: "NEXT"}
FAR, NEAR = 270, 60
"""Days: a past date farther off than FAR gives way to a coming one nearer than NEAR, and the other way round."""
LENGTHS = {"D": 7, "W": 7, "M": 31, "Q": 92, "Y": 366, "DE": 3653, "CE": 36525}
"""A date told of that covers as many days cannot be the base of a step of that unit."""
EARLIEST, LATEST = 1000, 9900
"""Years between which the calendar is reckoned with."""
DATELINE = re.compile(r"(?:[A-Z][A-Z.'’-]+,? ?){1,4}(?:[A-Z][\w.'’-]+,? ?){0,2}(?:\(\w+\) )?")
AFTER_DATELINE = re.compile(r"[.,]?\s*(?:\([^)]{2,40}\)\s*)?[—–-]")
"""A place in capitals before the date, a dash after it: where and when an article was written."""
JOINT = 12
"""Most characters between two dates that share a year, as in `between 3 May and 5 June 2019`."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """A value with the days that it covers, the day it was counted from, and what that day was."""

    value: str
    days: Days | None
    anchor: date | None
    basis: Basis


def resolve_times(
    article: Article, sentences: Sequence[Sentence], expressions: Sequence[TimeExpression]
) -> tuple[Time, ...]:
    """The record of each expression, in the same order; `sentences` are those that it was found in."""
    today = article.published.value
    basis: Basis = "published"
    resolved: list[Resolved] = []
    told: Resolved | None = None
    quarter: Resolved | None = None
    quarter_in = -1
    for number, expression in enumerate(expressions):
        paragraph = sentences[expression.sentence].paragraph
        recent = quarter if paragraph - quarter_in <= 2 else None
        joint = _find_joint_year(expressions, number)
        if joint is not None:
            expression = _put_year(expression, joint)
        found = resolve_time(expression, today, recent if recent and is_comparison(expression) else told)
        if found.basis == "published":
            found = replace(found, basis=basis)
        written = find_dateline(sentences[expression.sentence], expression, found, article.published.value)
        if written is not None:
            today, basis = written, "text"
        if joint is not None:
            found = replace(found, basis="text")
        resolved.append(found)
        if found.days and expression.meaning.type in ("DATE", "TIME") and expression.meaning.form != "span":
            told = found
            if "-Q" in found.value and expression.meaning.form != "shift":
                quarter, quarter_in = found, paragraph
    days = _find_days(expressions, resolved)
    return tuple(
        _write_time(article, expression, _resolve_near(expression, found, days))
        for expression, found in zip(expressions, resolved, strict=True)
    )


def find_dateline(
    sentence: Sentence, expression: TimeExpression, found: Resolved, published: date | None
) -> date | None:
    """The day of writing where the expression is that of a dateline (`HAVANA, Oct. 26 -`), else None.

    What follows it counts from there; one that lies after the publication or over a week before it is no such day.
    """
    if found.days is None or found.days[0] != found.days[1]:
        return None
    start = next((t.offset for t in sentence.tokens if t.start >= expression.span.start), 0)
    if not DATELINE.fullmatch(sentence.text[:start]):
        return None
    after = sentence.text[start + len(expression.span.text) :]
    if not AFTER_DATELINE.match(after) and after.strip(" .,"):
        return None
    day = found.days[0]
    return day if published is None or timedelta(0) <= published - day <= timedelta(7) else None


def resolve_time(expression: TimeExpression, published: date | None, told: Resolved | None = None) -> Resolved:
    """The expression's value, given the day of publication and the last date that the text told of (if any)."""
    meaning = expression.meaning
    if meaning.form == "value":
        value = meaning.value + (meaning.part if meaning.type == "TIME" else "")
        days = cover_value(meaning.value) if meaning.type in ("DATE", "TIME") else None
        return Resolved(value, _narrow(days, meaning, published), None, "unknown" if "XX-XX" in value else "explicit")
    if meaning.form == "calendar" and meaning.value[:4].isdigit():
        day = find_holiday(meaning.value[5:], int(meaning.value[:4]))
        return Resolved(day.isoformat(), (day, day), None, "explicit") if day else _make_unknown(meaning)
    if meaning.base == "previous" or (told is not None and "-Q" in told.value and is_comparison(expression)):
        if told is not None and told.days is not None:
            if (told.days[1] - told.days[0]).days >= LENGTHS.get(meaning.unit, 7):
                return _make_unknown(meaning)
            return _resolve_from(expression, told.days[0], "text", told.value)
        if published is None:
            return _make_unknown(meaning)
    if published is None:
        return _make_unknown(meaning)
    return _resolve_from(expression, published, "published", "")


def _make_unknown(meaning: Meaning) -> Resolved:
    return Resolved(write_symbol(meaning), None, None, "unknown")


def is_comparison(expression: TimeExpression) -> bool:
    """`a year earlier`, `a year ago`, `the quarter`: in a report of quarters, counted from the quarter reported."""
    meaning = expression.meaning
    return expression.rule in ("ago", "year_earlier", "quarter_told") and (meaning.unit, meaning.shift) in (
        ("Y", -1),
        ("Q", 0),
    )


def _resolve_from(expression: TimeExpression, anchor: date, basis: Basis, told: str) -> Resolved:
    meaning = expression.meaning
    if not EARLIEST <= anchor.year <= LATEST:
        return _make_unknown(meaning)
    if meaning.form == "calendar":
        value = _place_calendar(expression, anchor)
    elif meaning.form == "span":
        end = step_date(anchor, meaning.unit, meaning.shift)
        days = None if end is None else (min(anchor, end), max(anchor, end))
        return Resolved(meaning.value, days, anchor, basis)
    else:
        value = _place_shift(meaning, anchor, told)
    if value is None:
        return _make_unknown(meaning)
    days = _narrow(cover_value(value), meaning, anchor)
    return Resolved(value + meaning.part, days, anchor, basis)


def _place_shift(meaning: Meaning, anchor: date, told: str) -> str | None:
    unit = meaning.unit
    if unit == "Q" and meaning.shift == 0 and meaning.base == "previous":
        if "-Q" in told:
            return told
        if told:
            return write_date(anchor, "Q")
        before = step_date(anchor, "Q", -1)
        return write_date(before, "Q") if before else None
    day = step_date(anchor, unit, meaning.shift)
    if day is None:
        return None
    return write_date(day, "Q" if unit == "Y" and "-Q" in told else unit)


def _place_calendar(expression: TimeExpression, anchor: date) -> str | None:
    meaning = expression.meaning
    rest = meaning.value.removeprefix("XXXX-")
    if rest.startswith("WXX-"):
        return _place_weekday(expression, anchor, rest.removeprefix("WXX-"))
    if meaning.within is not None:
        return _put_in_year(rest, anchor.year + meaning.within)
    places = [
        (value, days)
        for year in range(anchor.year - 2, anchor.year + 3)
        if (value := _put_in_year(rest, year)) and (days := _cover_place(value))
    ]
    if not places:
        return None
    before = [value for value, (first, _) in places if first <= anchor]
    after = [value for value, (_, last) in places if last >= anchor]
    match meaning.direction:
        case -1:
            gap = timedelta(31 if re.fullmatch(r"\d\d", rest) else 0)
            return next((value for value, (_, last) in reversed(places) if last < anchor - gap), None)
        case 1:
            return next((value for value, (first, _) in places if first > anchor), None)
        case 0:
            return _put_in_year(rest, anchor.year)
    if re.match(r"[QH]\d", rest):
        return min(places, key=lambda place: (_measure(place[1], anchor), place[0]))[0]
    distance = {value: _measure(days, anchor) for value, days in places}
    last, coming = before[-1] if before else None, after[0] if after else None
    if last is None or coming is None:
        return last or coming
    if expression.tense == "past":
        return coming if distance[last] > FAR and distance[coming] < NEAR and re.fullmatch(r"\d\d-\d\d", rest) else last
    if expression.tense == "future":
        return last if distance[coming] > FAR and distance[last] < NEAR and rest[:2].isdigit() else coming
    return min(last, coming, key=lambda value: (distance[value], value))


def _measure(days: Days, anchor: date) -> int:
    """Days between the anchor and the nearest day; 0 inside."""
    return max((days[0] - anchor).days, (anchor - days[1]).days, 0)


def _cover_place(value: str) -> Days | None:
    if value.endswith("-WI"):
        year = int(value[:4])
        return date(year, 12, 1), date(year + 1, 3, 1) - timedelta(1)
    return cover_value(value)


def _put_in_year(rest: str, year: int) -> str | None:
    """The value with its year: `05-03`, `SU`, or a holiday's rule."""
    if re.fullmatch(r"\d\d|\d\d-\d\d|Q\d|H\d|SP|SU|FA|WI", rest):
        return f"{year}-{rest}" if cover_value(f"{year}-{rest}") or rest == "WI" else None
    if "/" in rest:
        first, last = rest.split("/", 1)
        last = last.removeprefix("XXXX-")
        return f"{year - (first > last)}-{first}/{year}-{last}"
    day = find_holiday(rest, year)
    return day.isoformat() if day else None


def _place_weekday(expression: TimeExpression, anchor: date, name: str) -> str | None:
    """The day of a weekday (1 to 7), or the week of a weekend (WE)."""
    meaning = expression.meaning
    ahead = expression.tense == "future"
    if name == "WE":
        week = anchor if ahead or anchor.isoweekday() >= 6 else anchor - timedelta(7)
        return write_date(week, "WE")
    weekday = int(name)
    monday = anchor - timedelta(anchor.isoweekday() - 1)
    if meaning.within is not None:
        return write_date(monday + timedelta(7 * meaning.within + weekday - 1), "D")
    back, forth = (anchor.isoweekday() - weekday) % 7, (weekday - anchor.isoweekday()) % 7
    match meaning.direction:
        case -1:
            step = -(back or 7)
        case 1:
            step = forth or 7
        case _:
            step = forth if ahead or (expression.tense == "present" and forth < back) else -back
    return write_date(anchor + timedelta(step), "D")


def _narrow(days: Days | None, meaning: Meaning, today: date | None) -> Days | None:
    """`early`, `the end of`: that third of the days; `earlier this`: those up to today."""
    if days is None or not meaning.edge or days[0] == days[1]:
        return days
    first, last = days
    match meaning.edge:
        case "start":
            return first, _step_third(days, 1)
        case "mid":
            return _step_third(days, 1) + timedelta(1), _step_third(days, 2)
        case "end":
            return _step_third(days, 2) + timedelta(1), last
        case "earlier":
            return first, min(last, today) if today and today >= first else last
        case _:
            return max(first, today) if today and today <= last else first, last


def _step_third(days: Days, number: int) -> date:
    """The last day of the first or second third, in whole years or months where the time has three of them."""
    first, last = days
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    years = months // 12
    for unit, many in (("Y", years), ("M", months)):
        if many >= 3 and first.day == 1:
            step = step_date(first, unit, many * number // 3)
            return step - timedelta(1) if step else last
    count = (last - first).days + 1
    return first + timedelta(max(count * number // 3, 1) - 1)


def write_symbol(meaning: Meaning) -> str:
    """The value of what cannot be placed yet (see the top of this file)."""
    if meaning.form == "span":
        return meaning.value
    if meaning.form == "calendar":
        value = meaning.value
        if re.search(r"easter|-\d\d--?\d-\d$", value):
            value = "XXXX-XX-XX"
        if meaning.within in STEPS and value.startswith("XXXX-") and meaning.unit != "W":
            value = f"{STEPS[meaning.within]}_YEAR{value[4:]}"
        return value + meaning.part
    unit, count = UNITS[meaning.unit], abs(meaning.shift)
    if meaning.base == "previous":
        value = f"P{count}{meaning.unit}_{'BEFORE' if meaning.shift < 0 else 'AFTER'}" if count else f"SAME_{unit}"
    elif meaning.base == "near":
        value = "XXXX-XX-XX"
    elif meaning.shift in STEPS:
        value = f"{STEPS[meaning.shift]}_{unit}"
    else:
        value = f"P{count}{meaning.unit}_{'AGO' if meaning.shift < 0 else 'AHEAD'}"
    return value + meaning.part


def _find_joint_year(expressions: Sequence[TimeExpression], number: int) -> str | None:
    """The year that follows the next date, for a date without one that is coordinated with it."""
    meaning = expressions[number].meaning
    if (
        not re.match(r"XXXX-\d\d(-\d\d)?$", meaning.value)
        or meaning.direction is not None
        or meaning.within is not None
    ):
        return None
    if number + 1 == len(expressions):
        return None
    this, other = expressions[number], expressions[number + 1]
    close = this.sentence == other.sentence and 0 < other.span.start - this.span.end <= JOINT
    found = re.match(r"(\d{4})-(\d\d(?:-\d\d)?)", other.meaning.value)
    if not close or not found or other.meaning.form != "value" or found[2] < meaning.value[5:]:
        return None
    return found[1]


def _put_year(expression: TimeExpression, year: str) -> TimeExpression:
    meaning = expression.meaning
    return replace(expression, meaning=replace(meaning, form="value", value=year + meaning.value[4:]))


def _find_days(expressions: Sequence[TimeExpression], resolved: Sequence[Resolved]) -> dict[int, Resolved]:
    """For each sentence, the one day that it tells of."""
    days: dict[int, Resolved] = {}
    for expression, found in zip(expressions, resolved, strict=True):
        if expression.meaning.base != "near" and found.days and found.days[0] == found.days[1]:
            days.setdefault(expression.sentence, found)
    return days


def _resolve_near(expression: TimeExpression, found: Resolved, days: dict[int, Resolved]) -> Resolved:
    """An hour without a day belongs to the day that its sentence tells of, else to the day of publication."""
    day = days.get(expression.sentence)
    if expression.meaning.base != "near" or day is None or day.days is None:
        return found
    return Resolved(day.days[0].isoformat() + expression.meaning.part, day.days, day.days[0], "text")


def _write_time(article: Article, expression: TimeExpression, found: Resolved) -> Time:
    first, last = found.days or (None, None)
    return Time(
        id=make_id("time", article.id, expression.span.start, expression.span.end),
        span=expression.span,
        type=expression.meaning.type,
        value=found.value,
        start=first,
        end=last,
        anchor=found.anchor,
        basis=found.basis,
    )
