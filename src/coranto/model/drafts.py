"""What the extracting steps find, before anything is known of its identity."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from coranto.model.attribution import Act, Form, Stance
from coranto.model.entity import Entity, EntityKind
from coranto.model.span import Range, Span


class TokenRef(NamedTuple):
    """A token of a sentence, usually the head word of a phrase."""

    sentence: int
    token: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A phrase that may stand for someone: a name, a description, a pronoun, or an adjective such as `Russian`."""

    sentence: int
    tokens: Range
    head: int
    span: Span
    form: Literal["name", "nominal", "pronoun", "adjective"]
    kind: EntityKind | None
    rule: str


@dataclass(frozen=True, slots=True)
class Cast:
    """Everyone in the article, and who stands at which token."""

    entities: tuple[Entity, ...]
    at: dict[TokenRef, str] = field(default_factory=dict)
    by_id: dict[str, Entity] = field(default_factory=dict)
    members: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Of groups of two that the text names apart (`both governments`): the ids of the two."""

    def find(self, sentence: int, token: int) -> Entity | None:
        """Whom the phrase with this head stands for."""
        found = self.at.get(TokenRef(sentence, token))
        return None if found is None else self.by_id[found]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase with the place of its head word."""

    head: TokenRef
    span: Span


@dataclass(frozen=True, slots=True)
class AttributionDraft:
    """An attribution whose source, relays and addressee are still phrases; `parent` is a number in the same list."""

    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    form: Form
    act: Act
    source: tuple[Phrase, ...]
    relay: tuple[Phrase, ...]
    addressee: Phrase | None
    parent: int | None
    stance: Stance
    rule: str
    confidence: float
    about: tuple[Span, ...] = ()
