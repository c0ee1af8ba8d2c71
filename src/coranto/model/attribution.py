"""Who says it, through whom, in what way."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from coranto.model.base import Record
from coranto.model.entity import Party
from coranto.model.span import Span

Form = Literal["direct", "mixed", "indirect", "silence"]
Act = Literal[
    "state", "claim", "allege", "accuse", "deny", "admit", "confirm", "announce", "promise", "threaten", "demand",
    "ask", "warn", "decline_comment", "silent", "learn",
]  # fmt: skip
Stance = Literal["neutral", "distancing", "endorsing"]
SourceKind = Literal["person", "organization", "state", "place", "group", "outlet", "document", "unnamed"]


class Source(Record):
    """The one who says so."""

    spans: tuple[Span, ...] = ()
    entity: str | None = Field(default=None, description="entity id")
    kind: SourceKind | None = None
    named: bool = False


class Attribution(Record):
    """A source, the cue that introduces it, and the content it is responsible for."""

    id: str
    content: tuple[Span, ...] = Field(default=(), description="several where it is discontinuous, none for silence")
    form: Form
    cue: tuple[Span, ...] = ()
    act: Act
    source: Source
    addressee: str | None = Field(default=None, description="entity id")
    parent: str | None = Field(default=None, description="the attribution within whose content this one stands")
    relay: tuple[Party, ...] = Field(default=(), description="who passed it on, from the speaker outwards")
    stance: Stance = "neutral"
    about: tuple[Span, ...] = Field(default=(), description="what a silence is about, where the text tells")
    rule: str
    confidence: float = Field(ge=0, le=1)
