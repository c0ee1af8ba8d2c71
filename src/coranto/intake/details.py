"""What is known of an article besides its text, and what could not be read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from typing import Any

from coranto.model.article import Published

ISO_DAY = re.compile(r"\s*(\d{4}-\d{2}-\d{2})(?=$|[T\s])")
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
    """A given date: an ISO day, or the day of an ISO date and time as written; unknown where it is neither."""
    if isinstance(value, datetime):
        return Published(value=value.date(), basis="given")
    if isinstance(value, date):
        return Published(value=value, basis="given")
    day = ISO_DAY.match(value) if isinstance(value, str) else None
    try:
        return Published(value=date.fromisoformat(day[1]), basis="given") if day else Published()
    except ValueError:
        return Published()


def mend_surrogates(text: str) -> str:
    """The text with each lone surrogate (as JSON escapes can make) as U+FFFD, one for one: UTF-8 cannot hold one."""
    return SURROGATE.sub("\ufffd", text)
