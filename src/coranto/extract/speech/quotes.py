"""Quotations: what stands between quotation marks, also across sentences and paragraphs.

Straight marks do not say whether they open or close; that is told from what stands beside them. An odd number of
marks never swallows the rest of the article: a quotation ends with its paragraph, unless the next paragraph opens with
a mark of the same kind, as newspapers set a quotation of several paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from coranto.model.sentence import Sentence

MARKS = re.compile(r"''|``|[\"“”„‟«»‹›‘’'‚]")
OPENING = frozenset("“„‟«‹") | {"``"}
CLOSING = frozenset("”»›")
SINGLE = frozenset("‘’'‚")
FAMILY = {
    '"': "d",
    "“": "d",
    "”": "d",
    "„": "d",
    "‟": "d",
    "''": "d",
    "``": "d",
    "«": "g",
    "»": "g",
    "‹": "g",
    "›": "g",
}
ELISION = re.compile(r"['’‘](?:em|til|tis|twas|cause|bout|round|n|\d\ds?)\b", re.IGNORECASE)
LONGEST_SINGLE = 600
SENTENCE_END = re.compile(r"[.!?…,][\"'”’»›)]*$")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch in quotation marks, the marks included; offsets count in the article's text.

    `opens` tells that it goes on from the paragraph before; `unclosed` that its paragraph ended without a mark.
    """

    start: int
    end: int
    words: int
    speech: bool
    paragraph: int
    opens: bool = False
    unclosed: bool = False
    single: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    first: int
    last: int
    family: str
    can_open: bool
    can_close: bool


def find_quotations(sentences: Sequence[Sentence]) -> tuple[Quotation, ...]:
    """Every outermost quotation of the article, in order; a quotation within another is part of it."""
    found: list[Quotation] = []
    pending = ""
    for paragraph, members in groupby(sentences, key=lambda s: s.paragraph):
        group = list(members)
        stretch = _read_paragraph(group)
        marks = _read_marks(stretch.text)
        for first, last, family, closed in _pair_marks(marks, len(stretch.text)):
            opens = family == pending and not stretch.text[:first].strip()
            found.append(_make_quotation(stretch, (first, last), paragraph, (opens, not closed, family == "s")))
        last_one = found[-1] if found and found[-1].paragraph == paragraph else None
        pending = ""
        if last_one is not None and last_one.unclosed:
            pending = "s" if last_one.single else _family_of(stretch, last_one)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Stretch:
    text: str
    first: int
    sentence: Sentence

    def find_offsets(self, first: int, last: int) -> tuple[int, int]:
        return self.sentence.block.find_offsets(self.first + first, self.first + last)


def _read_paragraph(group: Sequence[Sentence]) -> _Stretch:
    head, tail = group[0], group[-1]
    return _Stretch(head.block.text[head.first : tail.first + len(tail.text)], head.first, head)


def _family_of(stretch: _Stretch, quotation: Quotation) -> str:
    for i in range(len(stretch.text)):
        if stretch.find_offsets(i, i + 1)[0] == quotation.start:
            mark = MARKS.match(stretch.text, i)
            return FAMILY.get(mark.group(), "s") if mark else ""
    return ""


def _make_quotation(
    stretch: _Stretch, place: tuple[int, int], paragraph: int, traits: tuple[bool, bool, bool]
) -> Quotation:
    first, last = place
    while last > first + 1 and stretch.text[last - 1].isspace():
        last -= 1
    inner = stretch.text[first:last]
    words = len(inner.split())
    start, end = stretch.find_offsets(first, last)
    ended = bool(SENTENCE_END.search(inner)) or stretch.text[last : last + 1] in (",", ".")
    capital = next((c for c in inner if c.isalnum()), "").isupper() or stretch.text[first + 1 : first + 2] in "…[."
    return Quotation(
        start=start,
        end=end,
        words=words,
        speech=words >= 3 and ended and capital,
        paragraph=paragraph,
        opens=traits[0],
        unclosed=traits[1],
        single=traits[2],
    )


def _read_marks(text: str) -> list[_Mark]:
    found = []
    for match in MARKS.finditer(text):
        mark, first, last = match.group(), match.start(), match.end()
        before, after = text[first - 1 : first], text[last : last + 1]
        free_before = not before or before.isspace() or before in "([{-–—/\"“'‘:;…"
        free_after = not after or after.isspace() or after in ")]}-–—/\"”'’.,:;!?…"
        if mark in SINGLE:
            if before.isalnum() and after.isalnum():
                continue
            if free_before and ELISION.match(text, first):
                continue
            can_open = mark != "’" and free_before and not (after.isspace() or not after)
            can_close = mark not in "‘‚" and not before.isspace() and free_after and bool(before)
            found.append(_Mark(first, last, "s", can_open, can_close))
            continue
        if mark in OPENING:
            can_open, can_close = True, mark == "“" and not free_before and free_after
        elif mark in CLOSING:
            can_open, can_close = mark == "»" and free_before and not free_after, True
        else:
            can_open = free_before and bool(after) and not after.isspace()
            can_close = bool(before) and not before.isspace() and (free_after or not can_open)
            if not can_open and not can_close:
                can_open = can_close = True
        found.append(_Mark(first, last, FAMILY[mark], can_open, can_close))
    return found


def _pair_marks(marks: Sequence[_Mark], length: int) -> list[tuple[int, int, str, bool]]:
    """Outermost pairs as (first, last, family, closed)."""
    pairs: list[tuple[int, int, str, bool]] = []
    number = 0
    while number < len(marks):
        mark = marks[number]
        if not mark.can_open:
            number += 1
            continue
        closing = _find_closing(marks, number)
        if closing is not None and mark.family == "s":
            # Single marks that would part a pair of double ones are apostrophes.
            doubles = sum(m.family == "d" for m in marks[number:closing])
            closing = closing if doubles % 2 == 0 and marks[closing].last - mark.first < LONGEST_SINGLE else None
        if closing is not None:
            pairs.append((mark.first, marks[closing].last, mark.family, True))
            number = closing + 1
        elif mark.family == "s" or any(m.family == mark.family and m.can_open for m in marks[number + 1 :]):
            number += 1
        else:
            pairs.append((mark.first, length, mark.family, False))
            break
    return pairs


def _find_closing(marks: Sequence[_Mark], opening: int) -> int | None:
    family = marks[opening].family
    for number in range(opening + 1, len(marks)):
        mark = marks[number]
        if mark.family != family:
            # An apostrophe that ends a plural possessive must not close; a double mark inside singles is theirs.
            continue
        if mark.can_close:
            return number
        if mark.can_open and family == "d":
            return None
    return None
