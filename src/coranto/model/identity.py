"""Who is one across articles, and what registers the user brings know of them."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from coranto.model.base import Record
from coranto.model.entity import EntityKind, Sector


class Membership(Record):
    """An entity of one article that is taken for the identity, and why."""

    article: str = Field(description="article id")
    entity: str = Field(description="entity id within that article's reading")
    name: str
    rule: str = Field(description="the rule that joined it, or `person` where someone decided it")
    confidence: float = Field(ge=0, le=1)


class Link(Record):
    """The actor of an imported register that an identity is taken for, and why."""

    actor: str = Field(description="key of the known actor")
    rule: str
    score: float = Field(ge=0, le=1)


class Identity(Record):
    """One person, body, state or group across the articles of a store."""

    id: str
    name: str = Field(description="the fullest name among its members")
    kind: EntityKind
    country: str | None = None
    sector: Sector | None = None
    basis: Literal["register"] | None = Field(
        default=None, description="`register` where country or sector is that of the actor it is linked to"
    )
    aliases: tuple[str, ...] = Field(default=(), description="every other name of its members, sorted")
    identifiers: dict[str, str] = Field(default_factory=dict, description="`wikidata`, `opensanctions`, ...")
    members: tuple[Membership, ...] = ()
    link: Link | None = None


class DatedCode(Record):
    """Country and sector that a register gives an actor, from a day to a day (both included; null is open)."""

    country: str | None = None
    sector: Sector | None = None
    role: str | None = None
    since: str | None = None
    until: str | None = None


class KnownActor(Record):
    """An actor of an imported register."""

    key: str = Field(description="its id in the register, unique within the source")
    source: str = Field(description="the register's file name")
    name: str
    kind: Literal["person", "organization", "state", "group", "outlet", "place"] | None = Field(
        description="null where the register does not tell whether it is a person or a body"
    )
    aliases: tuple[str, ...] = ()
    weak_aliases: tuple[str, ...] = Field(default=(), description="names too common or too loose to tell by themselves")
    country: str | None = Field(default=None, description="null where the register names none, or several")
    countries: tuple[str, ...] = Field(default=(), description="every country it is said to belong to, sorted")
    codes: tuple[DatedCode, ...] = ()
    identifiers: dict[str, str] = Field(default_factory=dict)
    born: str | None = Field(default=None, description="date of birth as far as known, ISO")
