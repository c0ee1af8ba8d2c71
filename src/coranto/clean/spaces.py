"""Spaces lost after a mark, where the mark shows it: "Tuesday.The", "Havana,where", "(RT)which"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from coranto.clean.words import load_glue, load_levels

LETTER = "[^\\W\\d_]"
CLOSERS = "[\"'”’)\\]»]"
# Words are looked up backwards from the mark: a search that began with them would be quadratic in a text of one word.
AFTER_MARK = re.compile(
    rf"(?<={LETTER}{LETTER})(?P<mark>[.!?,;:…]{CLOSERS}?)(?P<open>[\"“‘«(]?)(?P<next>{LETTER}{{1,60}})"
)
WORD_BEFORE = re.compile(rf"{LETTER}+$")
AFTER_BRACKET = re.compile(rf"\((?P<inside>[^()\n]{{1,80}})\)(?P<next>{LETTER}{{2,60}})")
BEFORE_BRACKET = re.compile(rf"(?<={LETTER * 4})(?P<next>\([A-Z]{{2}})")
AFTER_QUOTE = re.compile(rf"(?<=[^\s(\[“])[”»](?P<next>{LETTER}{{2,60}})")
ADDRESS = re.compile(r"[@/#\\_=]|www\.|http|\w\.\w+\.\w", re.IGNORECASE)
RUN = re.compile(r"\S{1,80}")
FAR = 20_000
"""A line longer than this tells nothing of its quotation marks."""

Found = tuple[int, int, str, Literal["space"], str]


def find_lost_spaces(text: str) -> Iterator[Found]:
    """Each lost space after a mark, as the stretch of its neighbours and what is read there."""
    for found in AFTER_MARK.finditer(text):
        gap = _find_gap(text, found)
        if gap is not None:
            yield gap - 1, gap + 1, f"{text[gap - 1]} {text[gap]}", "space", "after_mark"
    for found in AFTER_BRACKET.finditer(text):
        before = text[found.start() - 1] if found.start() else " "
        if not before.isalnum() and not _belongs(found["inside"], found["next"]):
            gap = found.start("next")
            yield gap - 1, gap + 1, f") {text[gap]}", "space", "after_bracket"
    for found in BEFORE_BRACKET.finditer(text):
        gap = found.start("next")
        yield gap - 1, gap + 1, f"{text[gap - 1]} (", "space", "before_bracket"
    for found in AFTER_QUOTE.finditer(text):
        gap = found.start("next")
        if found["next"].lower() in load_levels():
            yield gap - 1, gap + 1, f"{text[gap - 1]} {text[gap]}", "space", "after_quote"


def _find_gap(text: str, found: re.Match[str]) -> int | None:
    """Where the space was, for a word, a mark and the next word without one."""
    mark, opening, following = found["mark"], found["open"], found["next"]
    levels, glue = load_levels(), load_glue()
    run = _run_around(text, found.start(), found.end())
    before = WORD_BEFORE.search(text[max(0, found.start() - 40) : found.start()])
    word = before.group() if before else ""
    if ADDRESS.search(run) or following.lower() in glue.domains - {"in", "it", "is", "at", "so", "to", "no", "us"}:
        return None
    sentence = mark[0] in ".!?…"
    if sentence and not (following[0].isupper() and (following.lower() in levels or len(following) > 3)):
        return None
    if sentence and not (word[-1:].islower() and (word.lower() in levels or len(word) > 3)):
        return None
    if mark[0] == ":" and not following[0].isupper():
        return None
    if mark[0] == "," and len(following) < 2:
        return None
    if mark[0] == ";" and re.search(r"&#?\w+$", text[max(0, found.start() - 8) : found.start()]):
        return None
    if len(mark) > 1 and mark[1] in "\"'":
        # A straight quotation mark closes where an odd number of them stands before it on the line.
        line = text.rfind("\n", max(0, found.start() - FAR), found.start()) + 1
        if text.count(mark[1], line, found.start("mark")) % 2 == 0 and mark[1] == '"':
            return found.start("mark") + 1
        if mark[1] == "'":
            return None
    return found.start("open") if opening else found.start("next")


def _run_around(text: str, start: int, end: int) -> str:
    """The unbroken characters that hold the stretch, without what ends a sentence."""
    first = max(text.rfind(blank, max(0, start - 80), start) for blank in " \n\t\xa0") + 1
    last = RUN.match(text, end - 1)
    return text[first : last.end() if last else end].rstrip(".,;:!?\"'”’)")


def _belongs(inside: str, following: str) -> bool:
    """Whether what stands in brackets is a part of the word after them: (re)building."""
    return inside.lower() in load_glue().bracketed or (inside + following).lower() in load_levels() or len(inside) < 2
