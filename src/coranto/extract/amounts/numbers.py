"""Numbers as they are written in English, in figures and in words.

A number here is only its figures or words: `410.8 million`, `three thousand five hundred`, `half a dozen`,
`tens of thousands`. What it counts, and the words around it, are read by `quantities`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from coranto.resources import read_tsv

GLYPHS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125, "⅕": 0.2}
DENOMINATORS = {2, 3, 4, 5, 8, 10}
HUNDRED, THOUSAND = 100.0, 1000.0
ATOMS = re.compile(
    r"(?P<figures>\d{1,3}(?:[,\u00a0\u202f\u2009]\d{3})+(?!\d)(?:\.\d+)?|\d{1,3}(?:\.\d{3}){2,}(?!\d)|\d+(?:\.\d+)?|(?<![\w.])\.\d+)"
    r"|(?P<glyph>[½¼¾⅓⅔⅛⅕])|(?P<word>[^\W\d_½¼¾⅓⅔⅛⅕]+)|(?P<mark>[^\w\s])"
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number at `start`..`end` of the string read; `value` is None where the words are vague."""

    start: int
    end: int
    value: float | None
    low: float | None = None
    high: float | None = None
    power: float = 1.0
    kind: str = "cardinal"
    worded: bool = False
    glued: str = ""
    of: str = "any"


class Vague(NamedTuple):
    """A vague expression: what it allows, and whether `of` follows it (yes, no, any)."""

    words: tuple[str, ...]
    low: float | None
    high: float | None
    of: str


class Atom(NamedTuple):
    """A run of figures, a word in lower case, a fraction glyph or another mark."""

    kind: str
    text: str
    start: int
    end: int


class Reading(NamedTuple):
    """A value read from the atoms up to `end`, with the power that multiplied it last."""

    end: int
    value: float
    power: float = 1.0


@cache
def load_words() -> dict[str, tuple[str, float]]:
    """Each number word's kind and value."""
    return {row["word"]: (row["kind"], float(row["value"])) for row in read_tsv("quantities/numbers.tsv")}


@cache
def load_vague() -> dict[str, tuple[Vague, ...]]:
    """The vague expressions by their first word, longest first."""
    found: dict[str, list[Vague]] = {}
    for row in read_tsv("quantities/vague.tsv"):
        low, high = (float(row[name]) if row[name] else None for name in ("low", "high"))
        words = tuple(row["phrase"].split())
        found.setdefault(words[0], []).append(Vague(words, low, high, row["of"]))
    return {first: tuple(sorted(rows, key=lambda v: (-len(v.words), v.words))) for first, rows in found.items()}


@cache
def load_prefilter() -> re.Pattern[str]:
    """What a text must hold to hold a number."""
    words = {w for w, (kind, _) in load_words().items() if kind != "short"}
    words |= {vague.words[-1 if vague.of == "any" else 0] for rows in load_vague().values() for vague in rows}
    words |= {vague.words[0] for rows in load_vague().values() for vague in rows} - {"a", "an"}
    words |= {vague.words[1] for rows in load_vague().values() for vague in rows if vague.words[0] in {"a", "an"}}
    words |= {f"{w}s" for w, (kind, _) in load_words().items() if kind == "share"}
    return re.compile(r"\d|[½¼¾⅓⅔⅛⅕]|\b(?:" + "|".join(sorted(words)) + r")\b", re.IGNORECASE)


@cache
def load_starters() -> frozenset[str]:
    """The words that a number may begin with."""
    words = {w for w, (kind, _) in load_words().items() if kind in {"one", "teen", "ten"}}
    return frozenset(words | set(load_vague()) | {"a", "an", "half"})


def find_numbers(text: str) -> list[Number]:
    """Every number of the text, in order, none within another."""
    if not load_prefilter().search(text):
        return []
    atoms = [
        Atom(str(m.lastgroup), m.group() if m.lastgroup == "figures" else m.group().lower(), m.start(), m.end())
        for m in ATOMS.finditer(text)
    ]
    starters = load_starters()
    found, i = [], 0
    while i < len(atoms):
        if atoms[i].kind == "mark" or (atoms[i].kind == "word" and atoms[i].text not in starters):
            i += 1
            continue
        step = _read_vague(atoms, i) or _read_exact(atoms, i, text)
        if step is None:
            i += 1
            continue
        number, i = step
        found.append(number)
    return found


def _read_vague(atoms: Sequence[Atom], i: int) -> tuple[Number, int] | None:
    if atoms[i].kind != "word" or _follows_hyphen(atoms, i):
        return None
    for vague in load_vague().get(atoms[i].text, ()):
        last = i + len(vague.words)
        if all(a.text == w for a, w in zip(atoms[i:last], vague.words, strict=False)) and last <= len(atoms):
            made = Number(
                atoms[i].start, atoms[last - 1].end, None, vague.low, vague.high, kind="vague", worded=True, of=vague.of
            )
            return made, last
    return None


def _read_exact(atoms: Sequence[Atom], i: int, text: str) -> tuple[Number, int] | None:
    atom = atoms[i]
    if atom.kind == "mark" or not _may_begin(atoms, i, text):
        return None
    share = _read_share(atoms, i)
    if share:
        return Number(atom.start, atoms[share.end - 1].end, share.value, kind="share", worded=True), share.end
    read = _read_part(atoms, i) or _read_cardinal(atoms, i)
    if read is None or re.match(r"/\d", text[atom.end : atom.end + 2]):
        return None
    odds = _read_odds(atoms, read)
    if odds:
        return Number(atom.start, atoms[odds.end - 1].end, odds.value, kind="share", worded=True), odds.end
    value, start = read.value, atom.start
    if atom.kind == "figures" and start and text[start - 1] in "-−–" and (start == 1 or text[start - 2] in " ("):
        value, start = -value, start - 1
    last = atoms[read.end - 1]
    glued = ""
    if read.end < len(atoms) and atoms[read.end].start == last.end and atoms[read.end].kind == "word":
        glued = text[last.end : atoms[read.end].end]
    made = Number(start, last.end, value, power=read.power, worded=atom.kind == "word", glued=glued)
    return made, read.end


def _may_begin(atoms: Sequence[Atom], i: int, text: str) -> bool:
    """Not within a word, date, score, address or code (`F-16`, `9/11`, `5:30`, `#3`, `G20`)."""
    atom = atoms[i]
    before = text[atom.start - 1] if atom.start else " "
    if atom.kind == "word":
        return not before.isalnum() and not _follows_hyphen(atoms, i)
    if before.isalnum() or before in "_/:#@&'’." or (before == "+" and text[atom.start - 2 : atom.start - 1].isalnum()):
        return False
    if before in "-–−,":
        earlier = text[atom.start - 2] if atom.start > 1 else " "
        # A digit before the hyphen may be a range, which the caller sees from both numbers.
        if earlier.isalpha() or earlier in ")]":
            return False
    after = text[atom.end : atom.end + 2]
    return not (after[:1] in {":", "."} and after[1:].isdigit())


def _follows_hyphen(atoms: Sequence[Atom], i: int) -> bool:
    if i < 2 or atoms[i - 1].text != "-" or atoms[i - 1].end != atoms[i].start:
        return False
    return atoms[i - 2].end == atoms[i - 1].start and atoms[i - 2].kind == "word"


def _read_cardinal(atoms: Sequence[Atom], i: int) -> Reading | None:
    """Figures or words with their powers: `1.2bn`, `410.8 million`, `two hundred and fifty thousand`."""
    if atoms[i].kind == "figures":
        value = _read_figures(atoms[i].text)
        if i + 1 < len(atoms) and atoms[i + 1].kind == "glyph":
            return _read_powers(atoms, Reading(i + 2, value + GLYPHS[atoms[i + 1].text]))
        return _read_powers(atoms, Reading(i + 1, value))
    if atoms[i].kind == "glyph":
        return Reading(i + 1, GLYPHS[atoms[i].text])
    return _read_words(atoms, i)


def _read_figures(figures: str) -> float:
    plain = re.sub(r"[,\u00a0\u202f\u2009]", "", figures)
    return float(plain.replace(".", "") if plain.count(".") > 1 else plain)


def _read_powers(atoms: Sequence[Atom], read: Reading) -> Reading:
    """The powers that follow figures, and `and a half` before or after them."""
    words, end, value, power = load_words(), read.end, read.value, 1.0
    half = _read_half(atoms, end)
    if half:
        end, value = half.end, value + half.value
    while (end < len(atoms) and atoms[end].kind == "word") or _is_joined_power(atoms, end):
        at = end + 1 if atoms[end].kind == "mark" else end
        glued = atoms[at].start == atoms[at - 1].end
        kind, factor = words.get(atoms[at].text, ("", 1.0))
        # `5 m` may be metres, `5 b` and `5 k` nothing at all: the single letters must touch the figures.
        if kind != "power" and not (kind == "short" and power == 1 and (glued or len(atoms[at].text) > 1)):
            break
        value, power, end = value * factor, power * factor, at + 1
    return Reading(end, _round(value), power)


def _is_joined_power(atoms: Sequence[Atom], end: int) -> bool:
    """A hyphen and a power, as in `2.5-million`."""
    if end + 1 >= len(atoms) or atoms[end].text != "-" or atoms[end + 1].kind != "word":
        return False
    return load_words().get(atoms[end + 1].text, ("", 0))[0] == "power"


def _read_half(atoms: Sequence[Atom], i: int) -> Reading | None:
    """`and a half`, `-and-a-half`, `and a quarter`."""
    words = [(n, a.text) for n, a in enumerate(atoms[i : i + 6], i) if a.text != "-"][:3]
    if len(words) == 3 and words[0][1] == "and" and words[1][1] in {"a", "one"} and words[2][1] in {"half", "quarter"}:
        return Reading(words[2][0] + 1, 0.5 if words[2][1] == "half" else 0.25)
    return None


def _read_words(atoms: Sequence[Atom], i: int) -> Reading | None:
    """A number in words, by the usual sum of groups, each group times its power."""
    words = load_words()
    total, group, power, smallest = 0.0, -1.0, 1.0, float("inf")
    before, end, at = "", i, i
    if atoms[i].text in {"a", "an"}:
        following = words.get(atoms[i + 1].text, ("", 0.0)) if i + 1 < len(atoms) else ("", 0.0)
        if following[0] != "power":
            return None
        group, before, at = 1.0, "a", i + 1
    while at < len(atoms):
        text = atoms[at].text
        if text == "-" and before and atoms[at].start == atoms[at - 1].end and at + 1 < len(atoms):
            at += 1
            continue
        if text == "and" and before in {"hundred", "power"}:
            at += 1
            continue
        kind, value = words.get(text, ("", 0.0))
        if kind in {"one", "teen", "ten"}:
            fits = group < 0 or (before == "ten" and kind == "one" and value) or before == "hundred"
            if not fits:
                break
            group, before = max(group, 0.0) + value, kind
        elif kind == "power" and group > 0 and value == HUNDRED and before in {"one", "teen", "ten", "a"}:
            group, before, power = group * HUNDRED, "hundred", HUNDRED
        elif kind == "power" and group > 0 and value < HUNDRED:
            return Reading(at + 1, total + group * value, value)
        elif kind == "power" and group > 0 and THOUSAND <= value < smallest:
            total, group, before, power, smallest = total + group * value, -1.0, "power", value, value
        elif kind == "power" and before == "power" and value > smallest:
            total, power, smallest = total * value, power * value, value
        else:
            break
        at += 1
        end = at
    if end == i:
        return None
    value = total + max(group, 0.0)
    half = _read_half(atoms, end)
    if half and total == 0 and before in {"one", "teen", "ten"}:
        return _read_powers(atoms, Reading(half.end, value + half.value))
    if half and before in {"power", "hundred"}:
        return Reading(half.end, value + half.value * power, power)
    return Reading(end, value, power if before in {"power", "hundred"} else 1.0)


def _read_part(atoms: Sequence[Atom], i: int) -> Reading | None:
    """`half a million`, `half-a-dozen`, `a quarter of a million`, `three quarters of a billion`."""
    words = load_words()
    after = [(n, a.text) for n, a in enumerate(atoms[i : i + 8], i) if a.text != "-"]
    texts = [text for _, text in after]
    share, skip = 0.0, 0
    if texts[0] == "half":
        share, skip = 0.5, 1
    elif texts[:2] == ["a", "quarter"] or texts[:2] == ["one", "quarter"]:
        share, skip = 0.25, 2
    elif texts[:2] == ["three", "quarters"]:
        share, skip = 0.75, 2
    if not share:
        return None
    while skip < len(texts) and texts[skip] in {"of", "a"}:
        skip += 1
    if skip >= len(texts) or words.get(texts[skip], ("", 0))[0] != "power":
        return None
    factor = words[texts[skip]][1]
    return Reading(after[skip][0] + 1, share * factor, factor)


def _read_share(atoms: Sequence[Atom], i: int) -> Reading | None:
    """`two-thirds`, `a third` (of), `three quarters`, `half`, `3/4`."""
    texts = [a.text for a in atoms[i : i + 4]]
    words = load_words()
    if atoms[i].kind == "figures" and texts[1:2] == ["/"] and len(texts) > 2 and texts[2].isdigit():
        above, below = float(texts[0].replace(",", "")), int(texts[2])
        closed = len(texts) == 3 or texts[3] not in {"/", "-"}
        return Reading(i + 3, above / below) if below in DENOMINATORS and above < below and closed else None
    if texts[0] == "half":
        return None if _read_part(atoms, i) else Reading(i + 1, 0.5)
    at = 2 if len(texts) > 2 and texts[1] == "-" else 1
    kind, part = words.get(texts[at].removesuffix("s"), ("", 0.0)) if len(texts) > at else ("", 0.0)
    if kind != "share" or texts[at] == "half" or _read_part(atoms, i):
        return None
    if texts[0] in {"a", "one"} and not texts[at].endswith("s"):
        # `a third party`, `one quarter later` are no fractions.
        hyphened = at == 2
        return Reading(i + at + 1, part) if hyphened or texts[at + 1 : at + 2] == ["of"] else None
    times = words.get(texts[0], ("", 0.0))
    if times[0] == "one" and times[1] > 1 and texts[at].endswith("s") and times[1] * part < 1:
        return Reading(i + at + 1, times[1] * part)
    return None


def _read_odds(atoms: Sequence[Atom], read: Reading) -> Reading | None:
    """`one in five`, `three out of every ten`."""
    texts = [a.text for a in atoms[read.end : read.end + 4]]
    at = read.end + (2 if texts[:2] == ["out", "of"] else 1)
    if not texts or (texts[0] != "in" and texts[:2] != ["out", "of"]):
        return None
    if at < len(atoms) and atoms[at].text == "every":
        at += 1
    if at >= len(atoms) or atoms[at].kind == "mark":
        return None
    whole = _read_cardinal(atoms, at)
    round_number = whole is not None and (whole.value <= 12 or whole.value % 10 == 0) and whole.value <= 100_000
    if whole is None or not round_number or not 0 < read.value < whole.value or read.value > 99:
        return None
    if texts[0] == "in" and (atoms[read.end - 1].kind == "figures" or whole.value in {11.0, 12.0}):
        return None
    return Reading(whole.end, read.value / whole.value)


def _round(value: float) -> float:
    """Without the noise that 410.8 * 1,000,000 leaves in binary."""
    return round(value) * 1.0 if abs(value) >= THOUSAND and abs(value - round(value)) < 1e-3 else round(value, 9)
