"""A sentence as a row of word classes: one character a word, so that time expressions are regular expressions over it.

The words and their classes are `resources/times/words.yaml`; numbers are classed here by their shape and size.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from coranto.resources import read_yaml

OTHER = "_"
CAPITAL = frozenset({"month", "month_short", "weekday", "weekday_short", "weekdays", "zone"})
"""Classes whose words count only with a capital: `march` and `sun` are other words."""
NUMBERS = (
    "n12",
    "n24",
    "n31",
    "n59",
    "int",
    "year",
    "nth",
    "dec",
    "frac",
    "decade",
    "iso",
    "slash",
    "time",
    "zero",
    "q",
)
MARKS = {
    ",": "comma",
    ".": "dot",
    "-": "hyphen",
    "–": "hyphen",
    "—": "dash",
    "/": "stroke",
    "(": "open",
    "'s": "poss",
    "’s": "poss",
    "'": "quote",
    "’": "quote",
    "‘": "quote",
}
LONGEST = 15
"""Most characters of a number that can be part of a time."""
TOKEN = re.compile(
    r"\d{4}-\d\d?-\d\d?\b|\d{1,2}/\d{1,2}(?:/\d{2,4})?\b|\b[Qq][1-4]\b|\d{1,2}\.\d{1,2}\.\d{4}\b|\d{1,2}[:.]\d\d(?=\s?[ap]\.?m\b)|\d{1,2}:\d\d\b"
    r"|\d+(?:,\d{3})+\b|\d+\.\d+|['’‘]?\d+(?:st|nd|rd|th|s)\b|\d+|(?<=[\d\s])[apAP]\.\s?[mM]\b\.?|o['’]clock\b"
    r"|(?i:more than|less than|at least|at most|up to|fewer than|just over|just under|well over|as many as)\b"
    r"|['’]s\b|[^\W\d_]+|½|[^\w\s]"
)
APPROXIMATE = (
    "more than", "less than", "at least", "at most", "up to", "fewer than", "just over", "just under", "well over",
    "as many as",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Words:
    """`classes[i]` is the class of word i, `values[i]` what it stands for, `spans[i]` where it is in the text."""

    classes: str
    values: list[Any]
    spans: list[tuple[int, int]]
    lower: list[str]


@cache
def load_classes() -> dict[str, str]:
    """The character of each class of words, by its name."""
    names = [*_read_words(), *NUMBERS, *dict.fromkeys(MARKS.values()), "approx"]
    return {name: chr(0xE000 + number) for number, name in enumerate(dict.fromkeys(names))}


def fill_classes(pattern: str) -> str:
    """The pattern with each `{name}` replaced by the character of that class."""
    classes = load_classes()
    return re.sub(r"\{(\w+)\}", lambda found: classes[found[1]], pattern)


def cut_words(text: str) -> Words:
    """The words of a sentence with their classes."""
    lexicon, classes = _load_lexicon(), load_classes()
    row: list[str] = []
    values: list[Any] = []
    spans: list[tuple[int, int]] = []
    lower: list[str] = []
    for found in TOKEN.finditer(text):
        word = found[0]
        low = word.lower()
        known = lexicon.get(low)
        if known is not None:
            mark, value, capital = known
            if capital and not word[0].isupper():
                mark, value = OTHER, None
        elif word[0].isdigit() or word[-1].isdigit() or (word[0] in "'’‘" and len(word) > 2):
            name, value = class_number(low)
            mark = classes[name] if name else OTHER
        else:
            mark, value = OTHER, None
        row.append(mark)
        values.append(value)
        spans.append(found.span())
        lower.append(low)
    return Words("".join(row), values, spans, lower)


def class_number(word: str) -> tuple[str, Any]:
    """The class of a word with digits, and its value; an empty class where it is none that we know."""
    if len(word) > LONGEST:
        return "", None
    if word.isdecimal():
        value = int(word)
        if len(word) > 1 and word[0] == "0":
            return ("zero", value) if len(word) == 2 else ("", None)
        if len(word) == 4 and 1000 <= value <= 2199:
            return "year", value
        for name, most in (("n12", 12), ("n24", 24), ("n31", 31), ("n59", 59)):
            if 0 < value <= most:
                return name, value
        return "int", value
    if found := re.fullmatch(r"(\d{4})-(\d\d?)-(\d\d?)", word):
        return "iso", tuple(map(int, found.groups()))
    if found := re.fullmatch(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d\d)", word):
        return "slash", tuple(map(int, found.groups()))
    if found := re.fullmatch(r"(\d{1,2}):(\d\d)", word):
        hour, minute = map(int, found.groups())
        return ("time", (hour, minute)) if hour < 25 and minute < 60 else ("", None)
    if re.fullmatch(r"q[1-4]", word):
        return "q", int(word[1])
    if found := re.fullmatch(r"(\d+)(?:st|nd|rd|th)", word):
        return "nth", int(found[1])
    if found := re.fullmatch(r"['’‘]?(\d{2}|\d{4})s", word):
        return ("decade", found[1]) if found[1][-1] == "0" else ("", None)
    if found := re.fullmatch(r"(\d+)/(\d+)", word):
        return ("frac", int(found[1]) / int(found[2])) if 0 < int(found[1]) < int(found[2]) <= 8 else ("", None)
    if re.fullmatch(r"\d+(?:,\d{3})+", word):
        return "int", int(word.replace(",", ""))
    if re.fullmatch(r"\d+\.\d+", word):
        return "dec", float(word)
    return "", None


@cache
def _read_words() -> dict[str, dict[str, Any]]:
    return {name: words for name, words in read_yaml("times/words.yaml").items() if name != "source"}


@cache
def _load_lexicon() -> dict[str, tuple[str, Any, bool]]:
    """What `cut_words` knows of a word: its class, its value, whether it needs a capital."""
    classes = load_classes()
    lexicon: dict[str, tuple[str, Any, bool]] = {}
    for name, words in _read_words().items():
        for word, value in words.items():
            lexicon.setdefault(word, (classes[name], value, name in CAPITAL))
    for mark, name in MARKS.items():
        lexicon[mark] = (classes[name], mark, False)
    for phrase in APPROXIMATE:
        lexicon[phrase] = (classes["approx"], phrase, False)
    lexicon["½"] = (classes["frac"], 0.5, False)
    for spelling in ("a.m", "a.m.", "a. m.", "p.m", "p.m.", "p. m."):
        lexicon[spelling] = (classes["clock"], spelling[0] + "m", False)
    lexicon["o’clock"] = lexicon["o'clock"]
    return lexicon
