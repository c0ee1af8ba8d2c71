"""Event views for the drawings: copies of the sample's events with other days, parties and places."""

from __future__ import annotations

from datetime import date

from coranto.model.event import EventDate
from coranto.report.cast import build_roster
from coranto.report.views import EventView, view_events
from tests.samples import make_sample, read_sample

READING = read_sample(make_sample())
MET, SHELLED = READING.events


def view(*changes: dict[str, object]) -> list[EventView]:
    """A view for each set of changes to the sample's meeting in Vienna."""
    events = tuple(MET.model_copy(update={"id": f"evt-{n:03}", **change}) for n, change in enumerate(changes))
    reading = READING.model_copy(update={"events": events})
    return view_events(reading, build_roster((reading,)), 0)


def on(*days: str) -> list[dict[str, object]]:
    """Changes that put an event on each of the days."""
    return [
        {"date": EventDate(start=date.fromisoformat(d), end=date.fromisoformat(d), precision="day", basis="time")}
        for d in days
    ]
