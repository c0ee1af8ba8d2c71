"""The record of one article: `coranto.reading/1`."""

from __future__ import annotations

from pydantic import Field

from coranto.model.article import Article
from coranto.model.attribution import Attribution
from coranto.model.base import Record
from coranto.model.entity import Entity
from coranto.model.event import Event
from coranto.model.values import Place, Quantity, Time

FORMAT = "coranto.reading/1"


class Run(Record):
    """The versions that made a reading."""

    coranto: str
    lexicons: dict[str, str] = Field(default_factory=dict)
    models: dict[str, str] = Field(default_factory=dict)


class Reading(Record):
    """All that one article says, each record with spans into `article.text`."""

    article: Article
    entities: tuple[Entity, ...] = ()
    events: tuple[Event, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    run: Run
