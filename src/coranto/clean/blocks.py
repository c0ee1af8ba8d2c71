"""The paragraphs to parse: without furniture, repaired, each character with its place in the text as found."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from coranto.clean.byline import NEAR_TOP, is_byline
from coranto.clean.paragraphs import find_paragraphs
from coranto.model.article import Furniture, Repair
from coranto.model.block import Block
from coranto.model.span import Range

BLANK = re.compile(r"\s")
OTHER_BLANK = re.compile(r"[^\S ]")
FINAL = re.compile(r"[.!?…,;:][\"'”’»)\]]*$")
HEADING_WORDS = 16
FIRST_WORDS = 30
"""A first paragraph may be a title of this many words; a later heading is shorter."""

Change = tuple[int, int, str | None]
"""Start and end in the text as found, and what is read there: None for furniture."""


def build_blocks(text: str, furniture: Sequence[Furniture], repairs: Sequence[Repair]) -> tuple[Block, ...]:
    """The paragraphs in order. Where nothing is changed in one, its offsets are `range` objects.

    Furniture and repairs are sorted and do not overlap. Furniture inside a paragraph leaves a space where none stands,
    a line break inside a wrapped paragraph is read as a space, and so is any other white space. Bylines near the top
    are left out: who wrote an article is nobody that it tells of.
    """
    changes: list[Change] = [(f.span.start, f.span.end, None) for f in furniture]
    changes += [(r.span.start, r.span.end, r.repaired) for r in repairs]
    changes.sort(key=lambda change: change[:2])
    starts = [change[0] for change in changes]
    blocks: list[Block] = []
    reached = 0
    for number, paragraph in enumerate(find_paragraphs(text)):
        while reached < len(changes) and changes[reached][1] <= paragraph.first:
            reached += 1
        inside = changes[reached : bisect_right(starts, paragraph.last - 1)]
        block = _build_changed(text, paragraph, inside) if inside else _build_plain(text, paragraph)
        if block is not None and not (number < NEAR_TOP and is_byline(block.text)):
            blocks.append(_mark_heading(block, first=not blocks))
    return tuple(blocks)


def _build_plain(text: str, paragraph: Range) -> Block:
    first, last = paragraph
    return Block(OTHER_BLANK.sub(" ", text[first:last]), range(first, last), range(first + 1, last + 1))


def _build_changed(text: str, paragraph: Range, changes: Sequence[Change]) -> Block | None:
    made: list[str] = []
    starts: list[int] = []
    ends: list[int] = []

    def copy(first: int, last: int) -> None:
        if first < last:
            made.append(text[first:last])
            starts.extend(range(first, last))
            ends.extend(range(first + 1, last + 1))

    at = paragraph.first
    for start, end, repaired in changes:
        copy(at, min(start, paragraph.last))
        if repaired is None:
            cut = max(start, at)
            if made and not made[-1][-1].isspace() and not BLANK.match(text, end):
                made.append(" ")
                starts.append(cut)
                ends.append(cut)
        else:
            _apply_repair(text[start:end], repaired, start, (made, starts, ends))
        at = max(at, end)
    copy(at, paragraph.last)
    return _trim("".join(made), starts, ends)


def _apply_repair(found: str, repaired: str, start: int, onto: tuple[list[str], list[int], list[int]]) -> None:
    """Common characters at both ends keep their places; between them what is read covers all that it replaces."""
    made, starts, ends = onto
    if len(repaired) > len(found) and repaired.replace(" ", "") == found:
        # Blanks alone were lost: each character keeps its place.
        at = start
        for character in repaired:
            end = at if character == " " else at + 1
            starts.append(at)
            ends.append(end)
            at = end
        made.append(repaired)
        return
    least = min(len(found), len(repaired))
    head = next((i for i in range(least) if found[i] != repaired[i]), least)
    tail = next((i for i in range(least - head) if found[-1 - i] != repaired[-1 - i]), least - head)
    middle = len(repaired) - head - tail
    first, last = start + head, start + len(found) - tail
    if repaired:
        made.append(repaired)
    starts.extend(range(start, first))
    ends.extend(range(start + 1, first + 1))
    if middle == last - first:
        starts.extend(range(first, last))
        ends.extend(range(first + 1, last + 1))
    else:
        starts.extend([first] * middle)
        ends.extend([last] * middle)
    starts.extend(range(last, last + tail))
    ends.extend(range(last + 1, last + tail + 1))


def _trim(made: str, starts: list[int], ends: list[int]) -> Block | None:
    stripped = made.strip()
    if not stripped:
        return None
    first = len(made) - len(made.lstrip())
    last = first + len(stripped)
    return Block(OTHER_BLANK.sub(" ", stripped), starts[first:last], ends[first:last])


def _mark_heading(block: Block, *, first: bool) -> Block:
    words = block.text.count(" ") + 1
    if words > (FIRST_WORDS if first else HEADING_WORDS) or FINAL.search(block.text, max(0, len(block.text) - 6)):
        return block
    if block.text[0] in "\"'“‘«" and not first:
        return block
    return Block(block.text, block.starts, block.ends, heading=True)
