"""Times, places and quantities."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from coranto.model.base import Record
from coranto.model.span import Span

TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Bound = Literal["exact", "about", "at_least", "at_most", "range", "vague"]


class Time(Record):
    """A time expression with its TIMEX3 value (TimeML 1.2.1) and the days that it covers."""

    id: str
    span: Span
    type: TimeType
    value: str = Field(description="TIMEX3 value; symbolic, as `THIS_WEEK-WE`, where nothing anchors it")
    start: date | None = Field(default=None, description="first day, null when unknown")
    end: date | None = Field(default=None, description="last day (inclusive), null when unknown")
    anchor: date | None = Field(default=None, description="the day that it was counted from")
    basis: Literal["explicit", "published", "text", "unknown"] = Field(
        description="explicit: the words alone; published: counted from the publication date; text: from another time"
    )


class Place(Record):
    """A place named as a place, with its point where the gazetteer is sure enough."""

    id: str
    span: Span
    name: str
    geonameid: int | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = Field(default=None, description="ISO 3166-1 alpha-3")
    admin1: str | None = None
    resolution: Literal["country", "admin1", "city", "region", "unknown"]
    confidence: float = Field(ge=0, le=1)


class Quantity(Record):
    """A number of something, with its bounds, unit and, for money, currency."""

    id: str
    span: Span
    value: float | None = None
    low: float | None = None
    high: float | None = None
    bound: Bound
    unit: str | None = Field(default=None, description="what is counted, in the singular; `percent`; null for money")
    currency: str | None = Field(default=None, description="ISO 4217")
    currency_basis: Literal["stated", "outlet", "article", "default"] | None = None
    equals: str | None = Field(default=None, description="id of the amount that the text gives as its equivalent")
    implied_rate: float | None = Field(default=None, description="value of this / value of `equals`")
