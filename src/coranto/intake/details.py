"""What is known of an article besides its text, and what could not be read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from typing import Any

from coranto.model.article import Published

NUMBERS = re.compile(r"\s*(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|(\d\d)(\d\d))(?=$|[T\s])")
DAY_FIRST = re.compile(
    r"\s*(?:[a-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?,?\s+(\d{4})(?!\d)", re.IGNORECASE
)
MONTH_FIRST = re.compile(
    r"\s*(?:[a-z]{3,9},\s+)?([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)", re.IGNORECASE
)
MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that yields no article, and why: one line that names what is wrong and how to mend it."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class Details:
    """What is given beside a text; None or empty where nothing is."""

    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    byline: tuple[str, ...] = ()
    published: Published = field(default_factory=Published)
    language: str | None = None

    def over(self, other: Details) -> Details:
        """These details, and the other's where these have none."""
        merged = {f.name: getattr(self, f.name) or getattr(other, f.name) for f in fields(self)}
        merged["published"] = self.published if self.published.value else other.published
        return Details(**merged)


def read_details(record: Mapping[str, Any]) -> Details:
    """The details in a JSON or TOML record; a field of another type than it should have counts as not given."""
    byline = record.get("byline") or record.get("author")
    names = [byline] if isinstance(byline, str) else byline if isinstance(byline, list) else []
    language = read_line(record.get("language"))
    return Details(
        outlet=read_line(record.get("outlet")),
        title=read_line(record.get("title")),
        url=read_line(record.get("url")),
        byline=tuple(name for name in map(read_line, names) if name),
        published=read_published(record.get("published")),
        language=language.lower().replace("_", "-").split("-")[0] if language else None,
    )


def read_line(value: object) -> str | None:
    """A string on one line, without lone surrogates; None for anything else, or where nothing is left."""
    return " ".join(mend_surrogates(value).split()) or None if isinstance(value, str) else None


def read_published(value: object) -> Published:
    """A given date: an ISO day or date and time, `2023/12/31`, `20231231`, or with the month in words (RFC 5322 too).

    The day is taken as written, whatever the time zone. Unknown where it is none of these, or where day and month
    could be mistaken for each other (`05/03/2023`).
    """
    if isinstance(value, datetime):
        return Published(value=value.date(), basis="given")
    if isinstance(value, date):
        return Published(value=value, basis="given")
    day = _read_day(value) if isinstance(value, str) else None
    return Published(value=day, basis="given") if day else Published()


def find_problem(record: Mapping[str, Any], name: str) -> str | None:
    """What is wrong with the date in the record, in one line; none where it can be read or there is none."""
    value = record.get("published")
    if value is None or value == "" or read_published(value).value:
        return None
    return f"{name}: read without its date, since {value!r:.60} is none; write it as 2023-12-31"


def _read_day(text: str) -> date | None:
    if found := NUMBERS.match(text):
        year, month, day = found[1], found[3] or found[5], found[4] or found[6]
    elif found := DAY_FIRST.match(text):
        year, month, day = found[3], _number_month(found[2]), found[1]
    elif found := MONTH_FIRST.match(text):
        year, month, day = found[3], _number_month(found[1]), found[2]
    else:
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _number_month(word: str) -> str:
    """The number of an English month or its abbreviation; 0 for any other word."""
    return str(next((n for n, name in enumerate(MONTHS, 1) if name.startswith(word.lower())), 0))


def mend_surrogates(text: str) -> str:
    """The text with each lone surrogate (as JSON escapes can make) as U+FFFD, one for one: UTF-8 cannot hold one."""
    return SURROGATE.sub("\ufffd", text)
