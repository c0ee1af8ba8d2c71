"""An article's text with its spans marked: what was said, by whom, what happened, when, where, how much."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup, escape

from coranto.model.reading import Reading
from coranto.model.span import Span
from coranto.report.views import EventView, StatementView, tell_chain

LINE = re.compile(r"[^\n]*[^\s][^\n]*")
ORDER = "cqsepwnfr"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text and how it is shown.

    `look` is a letter: c content, q cue, s source, e event, p place, w time (when), n quantity, f furniture, r repair.
    """

    start: int
    end: int
    look: str
    note: str = ""
    event: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text as HTML; `look` is l where it follows the one before without a blank line, hd for a title."""

    html: Markup
    look: str


@dataclass(frozen=True, slots=True)
class Run:
    """Lines that follow each other; runs of furniture are folded away."""

    furniture: bool
    lines: tuple[Line, ...]


def mark_article(reading: Reading, events: Sequence[EventView], statements: Sequence[StatementView]) -> tuple[Run, ...]:
    """The lines of the text in order, in runs of furniture and of what is none."""
    text = reading.article.text
    marks = sorted(_find_marks(reading, events, statements), key=lambda m: (m.start, m.end, m.look, m.note))
    longest = max((mark.end - mark.start for mark in marks), default=0)
    starts = [mark.start for mark in marks]
    runs: list[tuple[bool, list[Line]]] = []
    before = 0
    for found in LINE.finditer(text):
        start, end = found.span()
        near = marks[bisect_left(starts, start - longest) : bisect_right(starts, end)]
        inside = [mark for mark in near if mark.end >= start]
        furniture = _is_covered(text, (start, end), [mark for mark in inside if mark.look == "f"])
        if not runs or runs[-1][0] != furniture:
            runs.append((furniture, []))
        shown = [mark for mark in inside if not (furniture and mark.look == "f")]
        tight = bool(runs[-1][1]) and text.count("\n", before, start) == 1
        titled = not furniture and all(run[0] or not run[1] for run in runs) and _is_title(found.group())
        look = "hd" if titled else "l" if tight else ""
        runs[-1][1].append(Line(_mark_line(text, (start, end), shown), look))
        before = end
    return tuple(Run(furniture, tuple(lines)) for furniture, lines in runs)


def _is_title(line: str) -> bool:
    return len(line) <= 160 and not line.rstrip().endswith((".", ":", "—"))


def mark_words(clause: Span, triggers: Iterable[Span]) -> Markup:
    """A clause with its triggers in bold, on one line."""
    parts, at = [], clause.start
    for trigger in sorted(triggers, key=lambda span: span.start):
        if trigger.start < at or trigger.end > clause.end:
            continue
        parts.append(escape(_squeeze(clause.text[at - clause.start : trigger.start - clause.start])))
        parts.append(Markup("<b>{}</b>").format(_squeeze(trigger.text)))
        at = trigger.end
    parts.append(escape(_squeeze(clause.text[at - clause.start :])))
    return Markup("").join(parts)


def _squeeze(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def _find_marks(reading: Reading, events: Sequence[EventView], statements: Sequence[StatementView]) -> Iterator[Mark]:
    for view in events:
        trigger = view.event.trigger
        note = f"{view.event.type}, {', '.join(view.status)}" if view.status else view.event.type
        yield Mark(trigger.start, trigger.end, "e", note, view.event.id)
    for statement in statements:
        note = tell_chain(statement.chain[:-1])
        found = statement.attribution
        for look, spans in (("c", found.content), ("q", found.cue), ("s", found.source.spans)):
            yield from (Mark(span.start, span.end, look, note if look == "q" else "") for span in spans)
        for party in found.relay:
            yield Mark(party.span.start, party.span.end, "s", "passed it on")
    for time in reading.times:
        yield Mark(time.span.start, time.span.end, "w", f"{time.value} ({time.basis})")
    for place in reading.places:
        where = ", ".join(part for part in (place.name, place.admin1, place.country) if part)
        yield Mark(place.span.start, place.span.end, "p", f"{where} ({place.resolution})")
    for quantity in reading.quantities:
        yield Mark(quantity.span.start, quantity.span.end, "n", quantity.currency or quantity.unit or "number")
    for furniture in reading.article.furniture:
        yield Mark(furniture.span.start, furniture.span.end, "f", f"page furniture: {furniture.kind}")
    for repair in reading.article.repairs:
        yield Mark(repair.span.start, repair.span.end, "r", f"read as “{repair.repaired}” ({repair.kind})")


def _mark_line(text: str, bounds: tuple[int, int], shown: Sequence[Mark]) -> Markup:
    start, end = bounds
    cuts = {start, end}
    for mark in shown:
        cuts.update(point for point in (mark.start, mark.end) if start <= point <= end)
    edges = sorted(cuts)
    anchored: set[str] = set()
    parts: list[Markup] = []
    for first, last in pairwise(edges):
        parts += [_show_gap(mark) for mark in shown if mark.start == mark.end == first]
        over = [mark for mark in shown if mark.start <= first and last <= mark.end]
        parts.append(_show_piece(text[first:last], over, anchored, first))
    parts += [_show_gap(mark) for mark in shown if mark.start == mark.end == end]
    return Markup("").join(parts)


def _is_covered(text: str, bounds: tuple[int, int], furniture: Sequence[Mark]) -> bool:
    at = bounds[0]
    for mark in furniture:
        if text[at : mark.start].strip() and mark.start > at:
            return False
        at = max(at, mark.end)
    return bool(furniture) and not text[at : bounds[1]].strip()


def _show_gap(mark: Mark) -> Markup:
    """A repair that puts something in where nothing stands."""
    return Markup('<i class="r gap" title="{}"></i>').format(mark.note)


def _show_piece(piece: str, over: Sequence[Mark], anchored: set[str], first: int) -> Markup:
    if not over:
        return escape(piece)
    looks = sorted({mark.look for mark in over}, key=ORDER.index)
    classes = " ".join("c2" if look == "c" and sum(m.look == "c" for m in over) > 1 else look for look in looks)
    notes = list(dict.fromkeys(mark.note for mark in over if mark.note))
    events = [mark for mark in over if mark.event]
    before = Markup("")
    title = Markup(' title="{}"').format(" · ".join(notes)) if notes else Markup("")
    if not events:
        return Markup('<span class="{}"{}>{}</span>').format(classes, title, piece)
    fresh = [mark.event for mark in events if mark.start == first and mark.event not in anchored]
    anchored.update(fresh)
    before = Markup("").join(Markup('<i id="w-{}"></i>').format(event) for event in fresh)
    return Markup('{}<a href="#{}" class="{}"{}>{}</a>').format(before, events[0].event, classes, title, piece)
