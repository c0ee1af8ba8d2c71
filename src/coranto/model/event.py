"""Who did what to whom, when, where, and according to whom."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from coranto.model.base import Record
from coranto.model.entity import Party
from coranto.model.span import Span

EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Quad = Literal["verbal cooperation", "material cooperation", "verbal conflict", "material conflict"]
Precision = Literal["day", "week", "month", "season", "year", "unknown"]
Polarity = Literal["positive", "negative"]
Certainty = Literal["certain", "probable", "possible"]
Tense = Literal["past", "present", "future"]
AUTHOR = "author"


class EventDate(Record):
    """The days within which the event lies (both inclusive)."""

    start: date | None = None
    end: date | None = None
    precision: Precision
    basis: str = Field(description="what it was inferred from: `time`, `published`, `sentence`, ...")


class Event(Record):
    """A PLOVER event, with its holder: the one who vouches for it."""

    id: str
    type: EventType
    mode: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    quad: Quad
    scale: float = Field(description="PLOVER conflict-cooperation score, -10 to 10")
    cameo: str | None = Field(default=None, description="CAMEO code, where the crosswalk has one")
    trigger: Span
    mentions: tuple[Span, ...] = Field(default=(), description="words of later sentences that tell it again")
    clause: Span
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    place: str | None = Field(default=None, description="place id")
    time: str | None = Field(default=None, description="time id")
    date: EventDate | None = None
    polarity: Polarity = "positive"
    certainty: Certainty = "certain"
    tense: Tense = "past"
    holder: str = Field(default=AUTHOR, description="attribution id, or `author`")
    size: dict[str, str] = Field(default_factory=dict, description="killed, injured, arrested, ...: quantity id")
    quantities: tuple[str, ...] = Field(default=(), description="quantity ids")
    rule: str
    confidence: float = Field(ge=0, le=1)
