"""One event once: a later sentence that tells it again and adds nothing is left out."""

from __future__ import annotations

from collections.abc import Sequence

from coranto.coding.findings import Findings
from coranto.model.event import Event

STEM = 5


def drop_repeats(events: Sequence[Event], findings: Findings) -> tuple[Event, ...]:
    """The events without those that an earlier one of the same type, holder's stand, root and parties covers."""
    kept: list[Event] = []
    for event in events:
        if not any(_covers(earlier, event, findings) for earlier in kept):
            kept.append(event)
    return tuple(kept)


def _covers(earlier: Event, later: Event, findings: Findings) -> bool:
    if (earlier.type, earlier.polarity) != (later.type, later.polarity):
        return False
    if _find_source(earlier, findings) != _find_source(later, findings):
        return False
    if later.date is not None and later.date != earlier.date:
        return False
    if later.place is not None and later.place != earlier.place and earlier.place is not None:
        return False
    sides = ((earlier.actors, later.actors), (earlier.recipients, later.recipients))
    if not all({p.entity for p in late} <= {p.entity for p in early} for early, late in sides):
        return False
    return _share_root(earlier.trigger.text, later.trigger.text)


def _find_source(event: Event, findings: Findings) -> str | None:
    return next((a.source.entity for a in findings.attributions if a.id == event.holder), None)


def _share_root(one: str, other: str) -> bool:
    """Whether the first words of two triggers begin alike: `arrested`, `arrests`, `arrest`."""
    return one.casefold().split()[0][:STEM] == other.casefold().split()[0][:STEM]
