"""The record of how a text came to be coded as it was, step by step; `explanations` makes it, `explain` prints it."""

from __future__ import annotations

from typing import Literal

from coranto.model.base import Record
from coranto.model.event import Event

Verdict = Literal["taken", "rejected", "outweighed", "no event", "helps"]
Outcome = Literal["coded", "refused", "told again"]


class Word(Record):
    """A token of the parse; `head` is the number of the word that it hangs on, its own where it is the root."""

    number: int
    text: str
    lemma: str
    pos: str
    tag: str
    relation: str
    head: int
    name: str


class Saying(Record):
    """An attribution that touches the sentence."""

    source: str
    act: str
    form: str
    rule: str
    cue: str
    content: tuple[str, ...]


class Line(Record):
    """A line of the lexicon for a word, and what became of it there; `helps`: of light.tsv or control.tsv."""

    file: str
    line: int | None
    predicate: str
    type: str | None
    weight: int
    verdict: Verdict
    why: str


class Trigger(Record):
    """A word that the lexicon knows, with its lines, the most demanding first, and what became of the word."""

    word: int
    lines: tuple[Line, ...]
    fate: str


class Slot(Record):
    """One slot of an alternative for a side, and the phrases that stand in it."""

    name: str
    phrases: tuple[str, ...]


class Side(Record):
    """Actors or recipients: the alternatives tried in order, the phrases taken, and the parties that came of them.

    Phrases that stand in no slot come from a light verb, a control verb or the content; `added` parties from elsewhere,
    and `dropped` ones are other than is meant.
    """

    alternatives: tuple[tuple[Slot, ...], ...]
    phrases: tuple[str, ...]
    parties: tuple[str, ...]
    added: tuple[str, ...]
    dropped: tuple[str, ...]


class Claim(Record):
    """An attribution around the event, and why it does not vouch for it; empty where it does."""

    source: str
    act: str
    rule: str
    why_not: str


class Step(Record):
    """A ruling on polarity, certainty or tense; the last of each counts."""

    aspect: str
    value: str
    rule: str
    word: str


class Option(Record):
    """A date or place of the sentence, and what it costs as the event's; no cost where it is another's."""

    text: str
    value: str
    cost: int | None
    taken: bool


class Coding(Record):
    """How a predicate was coded, and the event where it is one; `line_type`, modes and contexts are its line's."""

    word: int
    trigger: str
    rule: str
    file: str
    line: int | None
    type: str
    line_type: str
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    light: str
    effects: tuple[str, ...]
    inside: str
    content: tuple[str, ...]
    actors: Side
    recipients: Side
    claims: tuple[Claim, ...]
    steps: tuple[Step, ...]
    times: tuple[Option, ...]
    places: tuple[Option, ...]
    sizes: tuple[str, ...]
    objection: str
    chance: float
    least: float
    reasons: tuple[tuple[str, float], ...]
    outcome: Outcome
    event: Event | None


class Trace(Record):
    """A sentence with every decision about it."""

    text: str
    words: tuple[Word, ...]
    sayings: tuple[Saying, ...]
    triggers: tuple[Trigger, ...]
    unknown: tuple[str, ...]
    codings: tuple[Coding, ...]


class Explanation(Record):
    """The language of a text, what was left out of it as page furniture, and the trace of each sentence read."""

    language: str | None
    furniture: tuple[str, ...]
    traces: tuple[Trace, ...]
