"""What the store's queries yield: typed, frozen, flat."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from typing import Any, TypedDict

from coranto.model.event import AUTHOR


class EventQuery(TypedDict, total=False):
    """What may be asked of events; every condition must hold, None asks nothing.

    `type`: a PLOVER type, or several. `actor`, `recipient`: a name's words, or codes such as `RUS`, `GOV`, `RUS GOV`.
    `since`, `until`: days; events without a date are left out. `holder`: `author`, or a source's name or codes.
    `outlet`: words of its name. `article`: an article id. `limit`: at most so many.
    """

    type: str | list[str] | tuple[str, ...] | None
    actor: str | None
    recipient: str | None
    since: date | str | None
    until: date | str | None
    holder: str | None
    outlet: str | None
    article: str | None
    limit: int | None


class AttributionQuery(TypedDict, total=False):
    """What may be asked of attributions; `source` is a name's words or codes, the rest as for events."""

    source: str | None
    act: str | None
    outlet: str | None
    article: str | None
    limit: int | None


@dataclass(frozen=True, slots=True)
class PartyRow:
    """An actor or recipient of an event; `entity` is null where the words stand for no entity known.

    `basis` is `register` where country or sector comes from an imported register, and not from the article;
    `identifiers` are the register's.
    """

    name: str
    country: str | None
    sector: str | None
    entity: str | None
    basis: str | None = None
    identifiers: Mapping[str, str] = field(default_factory=dict)

    @property
    def codes(self) -> str:
        """Country and sector, as `RUS GOV`; empty where neither is known."""
        return " ".join(code for code in (self.country, self.sector) if code)


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event with what a reader wants beside it; offsets count in the article's text.

    `holder_basis` and `holder_identifiers` are of the source that says so, as those of a party.
    """

    id: str
    type: str
    mode: tuple[str, ...]
    contexts: tuple[str, ...]
    quad: str
    scale: float
    cameo: str | None
    polarity: str
    certainty: str
    tense: str
    start: date | None
    end: date | None
    precision: str | None
    actors: tuple[PartyRow, ...]
    recipients: tuple[PartyRow, ...]
    holder: str
    holder_kind: str | None
    holder_name: str | None
    holder_country: str | None
    holder_sector: str | None
    holder_basis: str | None
    holder_identifiers: Mapping[str, str]
    act: str | None
    relays: tuple[str, ...]
    place: str | None
    place_country: str | None
    lat: float | None
    lon: float | None
    trigger: str
    trigger_start: int
    trigger_end: int
    clause: str
    clause_start: int
    clause_end: int
    rule: str
    confidence: float
    article: str
    source: str
    outlet: str | None
    title: str | None
    published: date | None

    @property
    def says(self) -> str:
        """Who says so, in words: the author, or the source through its relays."""
        if self.holder == AUTHOR:
            return AUTHOR
        name = self.holder_name or "(unnamed source)"
        return f"{name} (via {', '.join(self.relays)})" if self.relays else name


@dataclass(frozen=True, slots=True)
class AttributionRow:
    """One attribution: who says what, in what way, through whom.

    `speaker_basis` and `speaker_identifiers` are as those of a party.
    """

    id: str
    act: str
    form: str
    stance: str
    speaker: str | None
    speaker_kind: str | None
    speaker_country: str | None
    speaker_sector: str | None
    speaker_basis: str | None
    speaker_identifiers: Mapping[str, str]
    named: bool
    cue: str
    content: str
    content_start: int | None
    relays: tuple[str, ...]
    addressee: str | None
    parent: str | None
    rule: str
    confidence: float
    article: str
    source: str
    outlet: str | None
    published: date | None


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One article, with how much was read in it."""

    id: str
    source: str
    sha256: str
    outlet: str | None
    title: str | None
    url: str | None
    published: date | None
    basis: str
    language: str | None
    events: int
    attributions: int


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that has the words, best first; `matches` are ranges of the snippet that matched."""

    article: str
    source: str
    title: str | None
    outlet: str | None
    published: date | None
    snippet: str
    matches: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class FailureRow:
    """An input that could not be read, and why."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class Summary:
    """What a store holds, counted; the pairs are sorted by count, then name."""

    articles: int
    not_english: int
    undated: int
    events: int
    attributions: int
    entities: int
    failures: int
    first: date | None
    last: date | None
    types: tuple[tuple[str, int], ...]
    acts: tuple[tuple[str, int], ...]
    actors: tuple[tuple[str, int], ...]
    outlets: tuple[tuple[str, int], ...]


def flatten_row(row: object) -> Any:
    """A row as plain JSON values: dataclasses become objects, dates ISO strings."""
    if is_dataclass(row) and not isinstance(row, type):
        return {field.name: flatten_row(getattr(row, field.name)) for field in fields(row)}
    if isinstance(row, date):
        return row.isoformat()
    if isinstance(row, tuple | list):
        return [flatten_row(item) for item in row]
    return row
