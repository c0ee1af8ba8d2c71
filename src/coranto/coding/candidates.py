"""Predicates with their sides, before it is known whether they are events that the article reports."""

from __future__ import annotations

from dataclasses import dataclass

from coranto.coding.factuality import Factuality
from coranto.extract.frames.predicates import Predicate
from coranto.model.attribution import Attribution
from coranto.model.entity import Party
from coranto.model.event import EventType
from coranto.model.sentence import Sentence
from coranto.model.span import Span

STEM = 5


@dataclass(frozen=True, slots=True)
class Candidate:
    """A predicate with its type, parties, holder and factuality.

    `political` says whether one of its parties is a state, a body of one, an armed or political group; `strict`
    whether it stands by the rules alone: someone acts, politics where the lexicon asks for it.
    """

    sentence: Sentence
    predicate: Predicate
    type: EventType
    modes: tuple[str, ...]
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    trigger: Span
    holder: str
    attribution: Attribution | None
    facts: Factuality
    political: bool
    strict: bool

    @property
    def root(self) -> str:
        """How its trigger begins: `arrested`, `arrests` and `arrest` alike."""
        return self.trigger.text.casefold()[:STEM]
