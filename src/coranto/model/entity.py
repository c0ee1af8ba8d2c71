"""Who appears in an article."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from coranto.model.base import Record
from coranto.model.span import Span

EntityKind = Literal["person", "organization", "state", "place", "group", "outlet", "document", "unnamed"]
Sector = Literal[
    "GOV", "MIL", "COP", "JUD", "LEG", "SPY", "PTY", "REB", "UAF", "OPP", "CVL", "BUS", "MED", "JRN", "EDU", "REL",
    "LAB", "ELI", "REF", "CRM", "AGR", "SOC",
]  # fmt: skip


Form = Literal["name", "nominal", "pronoun", "adjective"]


class EntityMention(Span):
    """A place where an entity is meant, and what shows that it is this one."""

    form: Form = Field(description="name, nominal (a description), pronoun, or adjective (`Russian`)")
    rule: str = Field(description="the rule that joined it to the entity")
    confidence: float = Field(ge=0, le=1, description="how sure the rule is, 0 to 1")


class Role(Record):
    """An office or function that the text gives an entity."""

    title: str
    of: str | None = Field(default=None, description="the state or body that the role belongs to, as named")
    span: Span
    status: Literal["current", "former", "future"] = Field(
        default="current", description="as the article tells it, on its day"
    )
    since: str | None = Field(default=None, description="when it began, as TIMEX3 (`2019`, `2019-03`), where told")
    until: str | None = Field(default=None, description="when it ended, as TIMEX3, where told")


class Entity(Record):
    """A person, body, state or group, with every mention of it in the article."""

    id: str
    name: str
    kind: EntityKind
    country: str | None = Field(default=None, description="ISO 3166-1 alpha-3, IGO, NGO, or null")
    sector: Sector | None = Field(default=None, description="PLOVER sector, or null")
    basis: Literal["register", "setting"] | None = Field(
        default=None,
        description="`register` where an imported register fills in country or sector, not the article; `setting` "
        "where the country is only that which the article, or the sentence, is about",
    )
    roles: tuple[Role, ...] = ()
    identifiers: dict[str, str] = Field(
        default_factory=dict, description="`wikidata`, `opensanctions`, ... of an imported register"
    )
    mentions: tuple[EntityMention, ...] = ()


class Party(Record):
    """An entity in a part it plays, with the words that put it there."""

    entity: str | None = Field(default=None, description="entity id")
    span: Span
    implied: str | None = Field(
        default=None,
        description="the rule that read it from what stands around the event; null where its words name it",
    )
