"""An article as it was found, and what was marked on it."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from coranto.model.base import Record
from coranto.model.span import Span

DateBasis = Literal["given", "metadata", "text", "unknown"]
FurnitureKind = Literal["navigation", "repeat", "comment", "donation", "share", "advert", "caption", "other"]
RepairKind = Literal["space", "encoding", "entity", "hyphen", "ligature", "quote", "control"]


class Published(Record):
    """When the article was published, and how that is known."""

    value: date | None = Field(default=None, description="ISO date, null when unknown")
    basis: DateBasis = Field(default="unknown", description="given by the user, page metadata, the text, or unknown")


class Furniture(Record):
    """A part of the text that a reader would not call the article."""

    span: Span
    kind: FurnitureKind
    rule: str = Field(description="the rule that marked it")


class Repair(Record):
    """What was read in place of the span's words; the text itself stays as found."""

    span: Span
    repaired: str = Field(description="what the later steps read there")
    kind: RepairKind
    rule: str = Field(description="the rule that made it")


class Article(Record):
    """One article: where it came from, its text as found, its furniture and repairs."""

    id: str
    source: str = Field(description="the path as found under the folder given, or the id given in JSONL")
    sha256: str = Field(description="of the bytes found (of a JSONL article: of its text in UTF-8)")
    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    byline: tuple[str, ...] = ()
    language: str | None = Field(default=None, description="ISO 639-1, null when it cannot be told")
    text: str = Field(description="the decoded text, untouched; every offset of the record counts in it")
    published: Published = Published()
    furniture: tuple[Furniture, ...] = ()
    repairs: tuple[Repair, ...] = ()
