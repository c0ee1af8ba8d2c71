"""One event once: where a later sentence tells it again and adds nothing, that is a mention of the first."""

from __future__ import annotations

from collections.abc import Sequence

from coranto.coding.findings import Findings
from coranto.model.event import Event

STEM = 5
NOUN = "/n"
"""How the rules of event nouns end: a noun told again (`the summit`) is rarely a new event."""


def merge_repeats(events: Sequence[Event], findings: Findings) -> tuple[Event, ...]:
    """The events, each with the triggers of the later ones that it covers: of its type, root, parties and stand."""
    kept: list[Event] = []
    for event in events:
        place = next((n for n, earlier in enumerate(kept) if _covers(earlier, event, findings)), None)
        if place is None:
            kept.append(event)
        else:
            first = kept[place]
            kept[place] = first.model_copy(update={"mentions": (*first.mentions, event.trigger, *event.mentions)})
    return tuple(kept)


def _covers(earlier: Event, later: Event, findings: Findings) -> bool:
    if (earlier.type, earlier.polarity) != (later.type, later.polarity):
        return False
    if not _share_root(earlier.trigger.text, later.trigger.text):
        return False
    if later.date is not None and later.date != earlier.date:
        return False
    if later.place and earlier.place and _find_place(later, findings) != _find_place(earlier, findings):
        return False
    ours, theirs = _list_parties(later), _list_parties(earlier)
    if later.rule.endswith(NOUN) and (earlier.rule.endswith(NOUN) or ours <= theirs):
        return not ours or bool(ours & theirs)
    if _find_source(earlier, findings) != _find_source(later, findings):
        return False
    if not later.rule.endswith(NOUN) and earlier.trigger.text.casefold() != later.trigger.text.casefold():
        return False
    return {p.entity for p in later.actors} <= {p.entity for p in earlier.actors} and ours <= theirs


def _list_parties(event: Event) -> set[str | None]:
    return {p.entity for p in (*event.actors, *event.recipients)}


def _find_place(event: Event, findings: Findings) -> tuple[str, str | None] | None:
    return next(((p.name, p.country) for p in findings.places if p.id == event.place), None)


def _find_source(event: Event, findings: Findings) -> str | None:
    return next((a.source.entity for a in findings.attributions if a.id == event.holder), None)


def _share_root(one: str, other: str) -> bool:
    """Whether the first words of two triggers begin alike: `arrested`, `arrests`, `arrest`."""
    return one.casefold().split()[0][:STEM] == other.casefold().split()[0][:STEM]
