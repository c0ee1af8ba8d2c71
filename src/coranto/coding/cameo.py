"""CAMEO codes of PLOVER events, by the manual's crosswalk read backwards."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast, get_args

from coranto.errors import CorantoError
from coranto.model.event import EventType
from coranto.resources import read_tsv

RESOURCE = "codebook/cameo.tsv"
Base = Literal["", "any", "bare", "prefer"]


@dataclass(frozen=True, slots=True)
class CameoCode:
    """A CAMEO code and the PLOVER events that it stands for: any one of the modes, any one of the sets of contexts."""

    code: str
    type: EventType
    modes: frozenset[str]
    contexts: tuple[frozenset[str], ...]
    base: Base
    label: str


@cache
def load_cameo() -> dict[EventType, tuple[CameoCode, ...]]:
    """The codes of each type, shorter codes first. Raises CorantoError on a row of an unknown type."""
    found: dict[EventType, list[CameoCode]] = {name: [] for name in get_args(EventType)}
    for row in read_tsv(RESOURCE):
        if row["type"] not in found or row["base"] not in get_args(Base):
            raise CorantoError(f"{RESOURCE}: {row['code']} has an unknown type or base")
        found[row["type"]].append(
            CameoCode(
                code=row["code"],
                type=row["type"],
                modes=frozenset(filter(None, row["mode"].split(","))),
                contexts=tuple(frozenset(part.split("+")) for part in row["contexts"].split(",") if part),
                base=cast("Base", row["base"]),
                label=row["label"],
            )
        )
    return {name: tuple(sorted(codes, key=lambda c: (len(c.code), c.code))) for name, codes in found.items()}


def find_cameo(event_type: EventType, modes: Collection[str] = (), contexts: Collection[str] = ()) -> str | None:
    """The most specific code whose mode and context the event has; None where the crosswalk has none for its mode.

    A mode weighs more than a context. Of codes that fit equally well, the one marked `prefer` counts, else the code
    above them all, else the shortest.
    """
    codes = load_cameo().get(event_type, ())
    having = frozenset(contexts)
    fitting = [
        code
        for code in codes
        if (code.modes or code.contexts)
        and (not code.modes or not code.modes.isdisjoint(modes))
        and (not code.contexts or any(needed <= having for needed in code.contexts))
    ]
    known = not modes or any(not code.modes.isdisjoint(modes) for code in codes)
    base = next((c.code for c in codes if c.base == "any" or (c.base == "bare" and not modes)), None)
    if not fitting or (modes and not known):
        # Where no code knows the mode, the context alone would tell another deed.
        return base
    best = max(_rate(code) for code in fitting)
    return _settle_ties([code for code in fitting if _rate(code) == best], {code.code for code in codes})


def _rate(code: CameoCode) -> tuple[bool, int]:
    return bool(code.modes), max(map(len, code.contexts), default=0)


def _settle_ties(tied: list[CameoCode], known: set[str]) -> str:
    preferred = [code.code for code in tied if code.base == "prefer"]
    if preferred:
        return preferred[0]
    parents = {code.code[:3] for code in tied}
    if len(tied) > 1 and len(parents) == 1 and (parent := parents.pop()) in known:
        return parent
    return tied[0].code
