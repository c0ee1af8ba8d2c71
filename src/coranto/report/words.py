"""Codes in plain words: dates, acts, kinds of event, amounts, and how far an event is vouched for."""

from __future__ import annotations

from datetime import date

from coranto.model.attribution import Act
from coranto.model.event import Event, EventDate, EventType, Quad
from coranto.model.values import Quantity

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
QUADS: tuple[Quad, ...] = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")
TYPES: dict[EventType, tuple[Quad, str]] = {
    "AGREE": ("verbal cooperation", "agrees or offers"),
    "CONSULT": ("verbal cooperation", "meets or talks"),
    "SUPPORT": ("verbal cooperation", "backs"),
    "CONCEDE": ("verbal cooperation", "gives way in words"),
    "COOPERATE": ("material cooperation", "works together"),
    "AID": ("material cooperation", "gives aid"),
    "RETREAT": ("material cooperation", "gives way in deeds"),
    "REQUEST": ("verbal conflict", "asks or demands"),
    "ACCUSE": ("verbal conflict", "accuses"),
    "REJECT": ("verbal conflict", "refuses"),
    "THREATEN": ("verbal conflict", "threatens"),
    "PROTEST": ("material conflict", "demonstrates"),
    "SANCTION": ("material conflict", "cuts ties, punishes"),
    "MOBILIZE": ("material conflict", "readies force"),
    "COERCE": ("material conflict", "seizes, bans, arrests"),
    "ASSAULT": ("material conflict", "attacks"),
}
ACTS: dict[Act, str] = {
    "state": "said",
    "claim": "claimed",
    "allege": "alleged",
    "accuse": "accused",
    "deny": "denied",
    "admit": "admitted",
    "confirm": "confirmed",
    "announce": "announced",
    "promise": "promised",
    "threaten": "threatened",
    "demand": "demanded",
    "ask": "asked",
    "warn": "warned",
    "decline_comment": "declined to comment",
    "silent": "kept silent",
    "learn": "learned",
}
DOUBTING: frozenset[Act] = frozenset({"allege", "accuse", "claim"})
FUTURE_WORDS: dict[Act, str] = {
    "promise": "promised",
    "threaten": "threatened",
    "warn": "threatened",
    "demand": "demanded",
    "ask": "asked for",
}
PLURALS = {
    "person": "people", "man": "men", "woman": "women", "child": "children", "foot": "feet", "life": "lives",
    "crisis": "crises", "aircraft": "aircraft", "series": "series", "percent": "percent", "personnel": "personnel",
}  # fmt: skip
BOUNDS = {"exact": "", "about": "about ", "at_least": "at least ", "at_most": "at most ", "range": "", "vague": "some "}
BASES = {
    "time": "from the words of the clause",
    "sentence": "from a date in the sentence",
    "paragraph": "from a date in the paragraph",
    "published": "counted from the day of publication",
    "explicit": "from the words alone",
    "text": "counted from another date in the text",
    "dateline": "from the dateline",
    "unknown": "nothing in the text tells",
}


def describe_day(day: date) -> str:
    """A day as `23 Oct 1962`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def describe_days(start: date, end: date) -> str:
    """A stretch of days in as few words as it takes: `22–25 Oct 1962`, `Oct 1962`, `1962`."""
    if start == end:
        return describe_day(start)
    if start.year != end.year:
        return f"{describe_day(start)} – {describe_day(end)}"
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return str(start.year)
    if start.month == end.month:
        days = f"{start.day}–{end.day} "
        whole = start.day == 1 and end.day >= 28 and end.fromordinal(end.toordinal() + 1).month != end.month
        return f"{'' if whole else days}{MONTHS[end.month - 1]} {end.year}"
    return f"{start.day} {MONTHS[start.month - 1]} – {describe_day(end)}"


def describe_date(when: EventDate | None) -> str:
    """When an event lies, or an em dash where that is unknown."""
    if when is None or (when.start is None and when.end is None):
        return "—"
    if when.start is None or when.end is None:
        known, word = (when.start, "from") if when.start else (when.end, "until")
        return f"{word} {describe_day(known)}" if known else "—"
    if when.precision == "week":
        return f"week of {describe_days(when.start, when.end)}"
    return describe_days(when.start, when.end)


def describe_basis(basis: str) -> str:
    """What a date was inferred from; of a basis such as `time:published`, its last part."""
    last = basis.rsplit(":", 1)[-1]
    return BASES.get(last, last.replace("_", " "))


def describe_status(event: Event, act: Act | None) -> tuple[str, ...]:
    """What keeps an event from being a plain past fact, such as `denied`, `planned` or `alleged`; empty if nothing.

    `act` is what its holder does by speaking; null where the article's author vouches for the event.
    """
    words = []
    if event.polarity == "negative":
        words.append("denied" if act == "deny" else "will not" if event.tense == "future" else "did not")
    elif event.tense == "future":
        words.append(FUTURE_WORDS.get(act, "planned") if act else "planned")
    if event.certainty == "possible":
        words.append("alleged" if act in DOUBTING and event.tense != "future" else "possible")
    elif event.certainty == "probable":
        words.append("probable")
    elif act in DOUBTING and event.polarity == "positive" and event.tense != "future":
        words.append("alleged")
    return tuple(words)


def describe_number(value: float) -> str:
    """A number with thousands parted, without a needless fraction."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.2f}".rstrip("0").rstrip(".")


def describe_quantity(quantity: Quantity) -> str:
    """The amount that a quantity stands for, such as `about 4,000,000 USD`; its own words where it has no value."""
    unit = quantity.currency or quantity.unit or ""
    if quantity.unit == "fraction":
        return quantity.span.text
    if quantity.bound == "range" and quantity.low is not None and quantity.high is not None:
        amount = f"{describe_number(quantity.low)}–{describe_number(quantity.high)}"
    elif quantity.value is not None:
        amount = f"{BOUNDS[quantity.bound]}{describe_number(quantity.value)}"
    else:
        return quantity.span.text
    if unit == "percent":
        return f"{amount} %"
    single = quantity.value == 1 and quantity.bound != "range"
    return f"{amount} {unit if single or quantity.currency else _name_many(unit)}".strip()


def _name_many(unit: str) -> str:
    """The plural of an English noun, the last of its words; a sign or an abbreviation stays as it is."""
    start, _, noun = unit.rpartition(" ")
    if noun in PLURALS:
        many = PLURALS[noun]
    elif not noun.isalpha() or not noun.islower() or len(noun) < 3:
        many = noun
    elif noun.endswith(("s", "x", "z", "ch", "sh")):
        many = f"{noun}es"
    elif noun.endswith("y") and noun[-2] not in "aeiou":
        many = f"{noun[:-1]}ies"
    else:
        many = f"{noun}s"
    return f"{start} {many}".strip()
