"""What the words of a time expression mean before any date is known, and how the parts of a match are read."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any, Literal

from coranto.extract.timex.words import Words
from coranto.model.values import TimeType

Form = Literal["value", "calendar", "shift", "span"]
Base = Literal["published", "previous", "near"]
Edge = Literal["", "start", "mid", "end", "earlier", "later"]
TIMED = ("TS", "TM", "TH")
DECADES = {2: 192, 3: 193, 4: 194, 5: 195, 6: 196, 7: 197, 8: 198, 9: 199}


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a time expression says, whatever the day it is read on.

    form `value`: `value` is the TIMEX3 value. `calendar`: `value` has X where the text leaves it open, as in `XXXX-05`;
    `direction` is -1 for last, 0 for this, 1 for next, None where the tense tells; `within` counts years from the
    base (`May last year`). `shift`: `shift` units away from the base. `span`: `value` is a length, the `shift` units
    that end or begin with the base. `base`: the publication date, the last date that the text told of (`previous`), or
    a date of the same sentence, else the publication date (`near`). `part` is put after the day: `TNI`, `T14:30`.
    `edge` narrows the days.
    """

    type: TimeType
    value: str = ""
    form: Form = "value"
    unit: str = ""
    shift: int = 0
    base: Base = "published"
    direction: int | None = None
    within: int | None = None
    part: str = ""
    edge: Edge = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A pattern's match: words first..last of `words`, and its named groups as word numbers."""

    words: Words
    match: re.Match[str]

    def has(self, name: str) -> bool:
        """Whether the group took part."""
        return bool(self.match.groupdict().get(name))

    def get(self, name: str) -> Any:
        """What the group's first word stands for; None where the group took no part."""
        return self.words.values[self.match.start(name)] if self.has(name) else None

    def word(self, name: str) -> str:
        """The group's first word in lower case."""
        return self.words.lower[self.match.start(name)] if self.has(name) else ""

    def all(self, name: str) -> list[Any]:
        """What each word of the group stands for."""
        return self.words.values[self.match.start(name) : self.match.end(name)] if self.has(name) else []

    def spelled(self, name: str) -> list[str]:
        """The words of the group in lower case."""
        return self.words.lower[self.match.start(name) : self.match.end(name)] if self.has(name) else []

    @property
    def edge(self) -> Edge:
        """`early`, `the end of`, `later`: which part of the period is meant."""
        for name in ("e1", "e2"):
            if self.has(name):
                return self.get(name)  # type: ignore[no-any-return]
        match self.word("e3"):
            case "earlier":
                return "earlier"
            case "later":
                return "later"
        return ""


def read_number(found: Found, name: str = "num") -> float | None:
    """The number that the group spells, in figures or words; None for `a few`."""
    total, part, seen = 0.0, 0.0, False
    for word, value in zip(found.spelled(name), found.all(name), strict=True):
        if isinstance(value, bool) or not isinstance(value, int | float) or word in ("of", "and", "a", "an"):
            continue
        if word in ("few", "several", "many", "couple", "dozens", "countless"):
            return 2 if word == "couple" else None
        seen = True
        if word in ("hundred", "thousand"):
            part = max(part, 1) * value
            if word == "thousand":
                total, part = total + part, 0
        else:
            part += value
    return total + part if seen else 1 if found.has(name) else None


def write_length(number: float | None, unit: str, half: bool = False) -> str:
    """A TIMEX3 length: `P3D`, `PT30M`, `PXY`, `P2Y6M`."""
    head, letter = ("PT", unit[1]) if unit in TIMED else ("P", unit)
    if letter == "F":
        number, letter = None if number is None else number * 2, "W"
    if number is None:
        return f"{head}X{letter}"
    if half or number % 1 == 0.5:
        whole, smaller = int(number), {"Y": (6, "M"), "DE": (5, "Y"), "CE": (50, "Y"), "TH": (30, "M"), "TM": (30, "S")}
        if unit in smaller:
            rest = "{}{}".format(*smaller[unit])
            if unit in TIMED:
                return f"PT{whole}{letter}{rest}" if whole else f"PT{rest}"
            return f"P{whole}{letter}{rest}" if whole else f"P{rest}"
        return f"{head}{whole}.5{letter}"
    return f"{head}{number:g}{letter}" if number % 1 else f"{head}{int(number)}{letter}"


def read_ordinal(found: Found, name: str) -> int:
    """`third`, `3rd`, `twenty-first` as a number."""
    return sum(value for value in found.all(name) if isinstance(value, int))


def read_clock(found: Found) -> str | None:
    """`T14:30` from the groups t (14:30), h (2), ap (am or pm), named (noon)."""
    if found.has("named"):
        return str(found.get("named"))
    told = found.get("t") if found.has("t") else (found.get("h"), 0)
    hour, minute = (int(told), round(told % 1 * 100)) if isinstance(told, float) else told
    if hour is None or minute > 59:
        return None
    if found.get("ap") == "pm" and hour < 12:
        hour += 12
    if found.get("ap") == "am" and hour == 12:
        hour = 0
    return f"T{hour:02}:{minute:02}" if hour < 25 else None


def put_part(meaning: Meaning, part: str | None) -> Meaning:
    """The meaning, at that part or hour of the day."""
    return replace(meaning, type="TIME", part=part) if part else meaning
