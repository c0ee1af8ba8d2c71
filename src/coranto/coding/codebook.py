"""PLOVER as data: its types, their modes, scores and quads (manual 0.8 of 2021)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, cast, get_args

from coranto.errors import CorantoError
from coranto.model.event import EventType, Quad
from coranto.resources import read_yaml

RESOURCE = "codebook/plover.yaml"


@dataclass(frozen=True, slots=True)
class Mode:
    """How an event of its type was done; `adds` names the context that goes with it always."""

    name: str
    scale: float
    definition: str
    adds: str | None = None


@dataclass(frozen=True, slots=True)
class TypeEntry:
    """One of the sixteen types."""

    name: EventType
    quad: Quad
    scale: float
    requires_recipient: bool
    definition: str
    modes: dict[str, Mode]


@dataclass(frozen=True, slots=True)
class Context:
    """One of the general contexts, which any type may take, with the words that point to it."""

    name: str
    definition: str
    cues: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Codebook:
    """Types by name in the manual's order, and contexts by name in its order."""

    types: dict[EventType, TypeEntry]
    contexts: dict[str, Context]


@cache
def load_codebook() -> Codebook:
    """The codebook, read once. Raises CorantoError where the resource leaves out a type or knows one too many."""
    types = {name: _read_type(name, row) for name, row in read_yaml(RESOURCE)["types"].items()}
    if set(types) != set(get_args(EventType)):
        raise CorantoError(f"{RESOURCE}: the types are not those of coranto.model.event")
    return Codebook({name: types[name] for name in get_args(EventType)}, _read_contexts())


def find_quad(event_type: EventType) -> Quad:
    """The quad class of a type."""
    return load_codebook().types[event_type].quad


def find_scale(event_type: EventType, modes: Iterable[str] = ()) -> float:
    """The PLOVER score: of the mode with the greatest absolute score, or of the type where no mode is known.

    Of two modes that lie equally far from zero, the conflictual one counts.
    """
    entry = load_codebook().types[event_type]
    scores = [entry.modes[mode].scale for mode in modes if mode in entry.modes]
    return max(scores, key=lambda score: (abs(score), -score)) if scores else entry.scale


def _read_type(name: str, row: dict[str, Any]) -> TypeEntry:
    if row["quad"] not in get_args(Quad):
        raise CorantoError(f"{RESOURCE}: {name} has the unknown quad {row['quad']!r}")
    modes = {
        mode: Mode(mode, float(given["scale"]), given["definition"], given.get("adds"))
        for mode, given in (row.get("modes") or {}).items()
    }
    return TypeEntry(
        name=cast("EventType", name),
        quad=row["quad"],
        scale=float(row["scale"]),
        requires_recipient=bool(row["requires_recipient"]),
        definition=row["definition"].strip(),
        modes=modes,
    )


def _read_contexts() -> dict[str, Context]:
    listed = read_yaml("codebook/contexts.yaml")["contexts"]
    return {
        name: Context(name, row["definition"], tuple(dict.fromkeys(cue.strip() for cue in row["cues"].split(","))))
        for name, row in listed.items()
    }
