"""What was broken on the way to the page: lost spaces, mojibake, entities, stray characters; marked, not mended."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from functools import cache

from coranto.clean.glued import find_glued
from coranto.clean.spaces import find_extra_spaces, find_lost_spaces
from coranto.clean.words import load_levels, load_mojibake
from coranto.model.article import Furniture, Repair, RepairKind
from coranto.model.span import Span

ENTITY = re.compile(r"&(?:amp;)*(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
SOFT_HYPHENS = re.compile("\u00ad+")
# C0 and C1 controls but line breaks and tabs, zero-width characters, direction marks and overrides.
CONTROLS = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]+"
)
LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
LIGATURE = re.compile(f"[{''.join(LIGATURES)}]")
NO_NAMES: frozenset[str] = frozenset()
TEX_QUOTES = re.compile("``|''")
# Corner brackets and ornaments that quote; two single marks for one double, unless a third is beside them.
QUOTES = {"「": "“", "」": "”", "『": "“", "』": "”", "〝": "“", "〞": "”", "❝": "“", "❞": "”", "‘‘": "“", "’’": "”"}
QUOTE = re.compile("[「」『』〝〞❝❞]|(?<!‘)‘‘(?!‘)|(?<!’)’’(?!’)")
LINE_END_HYPHEN = re.compile(
    r"(?<![^\W\d_])(?P<left>[^\W\d_]{2,20})(?P<gap>-[ \t]*\r?\n[ \t]*)(?P<right>[a-zß-ÿ]{2,20})(?!\w)"
)

Found = tuple[int, int, str, RepairKind, str]
"""Start, end, what is read there, the kind, and the rule."""


def find_repairs(text: str, furniture: Sequence[Furniture], names: frozenset[str] = NO_NAMES) -> tuple[Repair, ...]:
    """The repairs of a text, sorted and not overlapping, none of them in its furniture.

    `names` are words that stand as names by themselves in other articles.

    Of two that overlap the earlier kind has its way: encoding, entity, control, ligature, quote, space.
    A lost space between words covers them all; one beside a mark or a figure covers the character beside it.
    """
    blocked = [(f.span.start, f.span.end) for f in furniture]
    taken: list[tuple[int, int]] = sorted(blocked)
    found: list[Found] = []
    for group in (
        _find_characters(text),
        find_lost_spaces(text),
        find_glued(text, blocked, names),
        find_extra_spaces(text),
    ):
        fresh = _without_overlaps(sorted(group, key=lambda item: item[:2]), taken)
        found += fresh
        taken = sorted(taken + [found[:2] for found in fresh])
    return tuple(
        Repair(span=Span.of(text, start, end), repaired=repaired, kind=kind, rule=rule)
        for start, end, repaired, kind, rule in sorted(found, key=lambda item: item[:2])
    )


def _without_overlaps(found: Sequence[Found], taken: Sequence[tuple[int, int]]) -> list[Found]:
    """Those that share no character with what is taken (sorted), nor with one before."""
    free: list[Found] = []
    at, reached = 0, -1
    for item in found:
        start, end = item[:2]
        while at < len(taken) and taken[at][1] <= start:
            at += 1
        if start < reached or (at < len(taken) and taken[at][0] < end):
            continue
        free.append(item)
        reached = end
    return free


def _find_characters(text: str) -> Iterator[Found]:
    if not text.isascii():
        table = load_mojibake()
        for found in _mojibake().finditer(text):
            yield found.start(), found.end(), table[found.group()], "encoding", "mojibake"
        for found in SOFT_HYPHENS.finditer(text):
            yield found.start(), found.end(), "", "hyphen", "soft_hyphen"
        if any(mark in text for mark in QUOTES):
            for found in QUOTE.finditer(text):
                yield found.start(), found.end(), QUOTES[found.group()], "quote", "quotation_mark"
        for found in LIGATURE.finditer(text):
            yield found.start(), found.end(), LIGATURES[found.group()], "ligature", "ligature"
    for found in CONTROLS.finditer(text):
        yield found.start(), found.end(), "", "control", "control"
    if "-\n" in text or "-\r" in text or "- \n" in text:
        for found in LINE_END_HYPHEN.finditer(text):
            # "minis-" and "ter", but not "well-" and "known"
            if f"{found['left']}{found['right']}".lower() in load_levels():
                yield *found.span("gap"), "", "hyphen", "line_end_hyphen"
    if "&" in text:
        yield from _find_entities(text)
    if "``" in text:
        for found in TEX_QUOTES.finditer(text):
            yield found.start(), found.end(), "“" if found.group() == "``" else "”", "quote", "tex_quote"


def _find_entities(text: str) -> Iterator[Found]:
    for found in ENTITY.finditer(text):
        read = found.group()
        while read.startswith("&amp;") and len(read) > len("&amp;"):
            read = "&" + read[5:]
        shown = html.unescape(read)
        if shown != read and "\ufffd" not in shown:
            yield found.start(), found.end(), CONTROLS.sub("", " ".join(shown.split()) or " "), "entity", "html_entity"


@cache
def _mojibake() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(load_mojibake(), key=lambda key: (-len(key), key)))))
