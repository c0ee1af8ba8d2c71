"""The paragraphs of a text by its line breaks, those of hard-wrapped text joined."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from coranto.model.span import Range

LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
CLOSED = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
WIDEST = 100
NARROWEST = 50


def find_paragraphs(text: str) -> list[Range]:
    """The paragraphs in order as offsets, white space around them left out.

    Each line is one, unless lines without a blank one between them are wrapped at a width.
    """
    paragraphs: list[Range] = []
    for group in _find_groups(text):
        paragraphs += _join_wrapped(text, group) if _is_wrapped(text, group) else group
    return paragraphs


def _find_groups(text: str) -> list[list[Range]]:
    """The lines that are not blank, grouped where nothing but one line break stands between them."""
    groups: list[list[Range]] = []
    end = None
    for found in LINE.finditer(text):
        line = found.group()
        stripped = line.strip()
        if not stripped:
            continue
        first = found.start() + len(line) - len(line.lstrip())
        if end is not None and len(text[end : found.start()].strip(" \t").replace("\r\n", "\n")) == 1:
            groups[-1].append(Range(first, first + len(stripped)))
        else:
            groups.append([Range(first, first + len(stripped))])
        end = found.end()
    return groups


def _is_wrapped(text: str, group: Sequence[Range]) -> bool:
    """Whether the lines have the width of wrapped prose, break off in mid-sentence, and go on in small letters."""
    if len(group) < 3 or max(line.last - line.first for line in group) > WIDEST:
        return False
    inner, following = group[:-1], group[1:]
    wide = sum(line.last - line.first >= NARROWEST for line in inner)
    open_ = sum(not CLOSED.search(text, max(line.first, line.last - 8), line.last) for line in inner)
    small = sum(text[line.first].islower() for line in following)
    return wide * 5 >= len(inner) * 3 and open_ * 5 >= len(inner) * 3 and small * 5 >= len(following) * 2


def _join_wrapped(text: str, group: Sequence[Range]) -> list[Range]:
    """One paragraph, or several where a line that ends a sentence stops well short of the width."""
    width = max(line.last - line.first for line in group)
    paragraphs = [group[0]]
    for before, line in pairwise(group):
        short = before.last - before.first < 0.7 * width
        if short and CLOSED.search(text, max(before.first, before.last - 8), before.last):
            paragraphs.append(line)
        else:
            paragraphs[-1] = Range(paragraphs[-1].first, line.last)
    return paragraphs
