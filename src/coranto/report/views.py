"""Events and statements as the page shows them, with every id followed to what it stands for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from coranto.model.article import Article
from coranto.model.attribution import Act, Attribution
from coranto.model.entity import Party
from coranto.model.event import AUTHOR, Event
from coranto.model.reading import Reading
from coranto.model.values import Place, Quantity, Time
from coranto.report.cast import Actor, Roster
from coranto.report.words import ACTS, describe_date, describe_day, describe_status

NO_OUTLET = "outlet unknown"
SENTENCE_END = re.compile(r"(?<![A-Z])[.!?][”’\"')]*(?=\s|$)|(?=\n)|$")
BREADCRUMBS = re.compile(r"^(?:[^»›]{1,40}[»›]\s*)+")
"""The way to a page in front of its headline: `Home » News » `."""
SILENT: frozenset[Act] = frozenset({"silent", "decline_comment"})


@dataclass(frozen=True, slots=True)
class Voice:
    """One link of the chain from the speaker to the reader; `actor` is null where nobody is named."""

    name: str
    actor: Actor | None
    words: str
    implied: bool = False


@dataclass(frozen=True, slots=True)
class StatementView:
    """An attribution: who said it, the way it came here, and the words."""

    attribution: Attribution
    article: Article
    chain: tuple[Voice, ...]
    words: str

    @property
    def speaker(self) -> Voice:
        """The one who said it first."""
        return self.chain[0]

    @property
    def sentence(self) -> str:
        """The words around a silence, from its source or cue to the end of the sentence, on one line."""
        spans = (*self.attribution.source.spans, *self.attribution.cue)
        if not spans:
            return ""
        text, last = self.article.text, max(span.end for span in spans)
        ending = SENTENCE_END.search(text, last)
        return " ".join(text[min(span.start for span in spans) : ending.end() if ending else last].split())

    @property
    def is_silence(self) -> bool:
        """Whether what it records is that nothing was said."""
        return self.attribution.form == "silence" or self.attribution.act in SILENT


@dataclass(frozen=True, slots=True)
class EventView:
    """An event with its parties, place, amounts and holders at hand; `number` counts through the whole page."""

    number: int
    event: Event
    article: Article
    actors: tuple[Voice, ...]
    recipients: tuple[Voice, ...]
    chain: tuple[Voice, ...]
    statement: Attribution | None
    status: tuple[str, ...]
    place: Place | None
    time: Time | None
    amounts: tuple[tuple[str, Quantity], ...]

    @property
    def when(self) -> str:
        """Its date in words."""
        return describe_date(self.event.date)

    @property
    def sort_key(self) -> tuple[bool, date, date, int]:
        """By date, the undated last, then in order of the articles."""
        when = self.event.date
        start = when and (when.start or when.end)
        end = when and (when.end or when.start)
        return (start is None, start or date.max, end or date.max, self.number)

    @property
    def parties(self) -> tuple[Actor, ...]:
        """All known actors and recipients."""
        return tuple(voice.actor for voice in (*self.actors, *self.recipients) if voice.actor)


def name_outlet(article: Article) -> str:
    """The outlet, or that it is unknown."""
    return article.outlet or NO_OUTLET


def name_article(article: Article) -> str:
    """Its title, or the first line that is no furniture, or where it came from."""
    at, first = 0, article.source
    furniture = [found.span for found in article.furniture]
    for line in article.text.splitlines(keepends=True):
        end = at + len(line.rstrip())
        if line.strip() and not any(span.start <= at and end <= span.end for span in furniture):
            first = line.strip()
            break
        at += len(line)
    first = BREADCRUMBS.sub("", first) or first
    return article.title or (first if len(first) <= 120 else first[:117].rstrip() + "…")


def date_article(article: Article) -> str:
    """Its day of publication in words."""
    return describe_day(article.published.value) if article.published.value else "undated"


def view_statements(reading: Reading, roster: Roster) -> tuple[StatementView, ...]:
    """Every attribution of the reading, in order of the text."""
    by_id = {found.id: found for found in reading.attributions}
    views = [
        StatementView(
            attribution=found,
            article=reading.article,
            chain=trace_chain(found, by_id, roster, reading.article),
            words=" […] ".join(span.text.strip() for span in found.content),
        )
        for found in reading.attributions
    ]
    return tuple(sorted(views, key=lambda view: _start_of(view.attribution)))


def view_events(reading: Reading, roster: Roster, first: int) -> tuple[EventView, ...]:
    """Every event of the reading in order of the text, numbered from `first`."""
    statements = {found.id: found for found in reading.attributions}
    places = {place.id: place for place in reading.places}
    times = {time.id: time for time in reading.times}
    views = []
    for number, event in enumerate(sorted(reading.events, key=lambda e: (e.trigger.start, e.id)), start=first):
        statement = None if event.holder == AUTHOR else statements.get(event.holder)
        views.append(
            EventView(
                number=number,
                event=event,
                article=reading.article,
                actors=tuple(_name_party(party, roster) for party in event.actors),
                recipients=tuple(_name_party(party, roster) for party in event.recipients),
                chain=_chain_of(event, statement, statements, roster, reading.article),
                statement=statement,
                status=describe_status(event, statement.act if statement else None),
                place=places.get(event.place or ""),
                time=times.get(event.time or ""),
                amounts=_find_amounts(event, {quantity.id: quantity for quantity in reading.quantities}),
            )
        )
    return tuple(views)


def trace_chain(
    found: Attribution, by_id: dict[str, Attribution], roster: Roster, article: Article
) -> tuple[Voice, ...]:
    """From the speaker outwards: the source, its relays, the sources of the statements around it, the outlet."""
    chain: list[Voice] = []
    seen: set[str] = set()
    current: Attribution | None = found
    while current is not None and current.id not in seen:
        seen.add(current.id)
        words = ACTS[current.act] if current is found else f"{ACTS[current.act]} so"
        chain.append(_name_source(current, roster, words))
        for party in current.relay:
            voice = _name_party(party, roster)
            chain.append(Voice(voice.name, voice.actor, "quoted by"))
        current = by_id.get(current.parent or "")
    chain.append(Voice(name_outlet(article), None, "reported by"))
    return tuple(chain)


def tell_chain(chain: Sequence[Voice]) -> str:
    """The chain in words: `Irina Volk said, quoted by Russia Today, reported by The Relay`."""
    told = []
    for voice in chain:
        if voice.words.endswith(" by"):
            told.append(f"{voice.words} {voice.name}")
        elif voice.words.endswith(" so"):
            told.append(f"as {voice.name} {voice.words.removesuffix(' so')}")
        else:
            told.append(f"{voice.name} {voice.words}".strip())
    return ", ".join(told)


def _chain_of(
    event: Event, statement: Attribution | None, by_id: dict[str, Attribution], roster: Roster, article: Article
) -> tuple[Voice, ...]:
    if statement is not None:
        return trace_chain(statement, by_id, roster, article)
    words = "in its own words" if event.holder == AUTHOR else "(the statement is missing from the record)"
    return (Voice(name_outlet(article), None, words),)


def _name_source(found: Attribution, roster: Roster, words: str) -> Voice:
    actor = roster.find(found.source.entity)
    if actor is not None:
        return Voice(actor.name, actor, words)
    text = " ".join(span.text.strip() for span in found.source.spans)
    return Voice(f"“{text}”" if text else "someone not named", None, words)


def _name_party(party: Party, roster: Roster) -> Voice:
    actor = roster.find(party.entity)
    text = " ".join(party.span.text.split())
    return Voice(actor.name if actor else f"“{text}”", actor, text, party.implied is not None)


def _find_amounts(event: Event, by_id: dict[str, Quantity]) -> tuple[tuple[str, Quantity], ...]:
    named = [(kind, by_id[key]) for kind, key in sorted(event.size.items()) if key in by_id]
    sizes = set(event.size.values())
    return (*named, *(("", by_id[key]) for key in event.quantities if key in by_id and key not in sizes))


def _start_of(found: Attribution) -> tuple[int, str]:
    spans = (*found.content, *found.cue, *found.source.spans)
    return (min((span.start for span in spans), default=0), found.id)
