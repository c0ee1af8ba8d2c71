"""Readers' comments below an article: names and times between them give them away."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coranto.clean.dateline import CLOCK
from coranto.model.article import FurnitureKind
from coranto.model.span import Range

MONTHS = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
DAY = (
    rf"(?:{MONTHS} \d{{1,2}}(?:st|nd|rd|th)?,?(?: \d{{4}})?|\d{{1,2}} {MONTHS},?(?: \d{{4}})?"
    r"|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})"
)
AGE = r"\d+ (?:seconds?|minutes?|mins?|hours?|days?|weeks?|months?|years?) ago"
SPEAKS = r"[^.!?,]{2,40} (?:says|wrote|writes|said):"
HEAD = re.compile(
    rf"(?:[^.!?]{{0,50}}?\s?(?:\bon )?(?:{DAY},? (?:at |- |\| )?{CLOCK}|{AGE}).{{0,25}}|{SPEAKS})", re.IGNORECASE
)
ANSWER = re.compile(
    r"(?:log ?in to |cancel |click to )?reply(?: to .{2,40}| ↓| ?\(\d+\)| ?→)?|report(?: (?:abuse|comment|this))?|"
    r"(?:up ?votes?|down ?votes?|likes?):? ?\(?\d*\)?|\d+ (?:likes?|replies|up ?votes?|points?)|permalink|flag|quote|"
    r".{0,60}\d (?:at .{4,10} )?(?:says|said|wrote):",
    re.IGNORECASE,
)
LEAST = 3
"""Heads that make a thread, and lines between them such as "Reply" at least one fewer."""
GAP = 25
"""Paragraphs that one comment may have."""

Mark = tuple[int, int, FurnitureKind, str]


def find_threads(text: str, paragraphs: Sequence[Range]) -> list[Mark]:
    """The comments from the first head (a name with a time of day, "Ann says:") to the last with its comment.

    Only below the first third of the text, and only where replies are offered between them.
    """
    heads = [i for i, p in enumerate(paragraphs) if p.last - p.first < 90 and HEAD.fullmatch(text, p.first, p.last)]
    heads = [i for i in heads if i and paragraphs[i].first * 3 >= len(text)]
    if len(heads) < LEAST:
        return []
    answers = [i for i, p in enumerate(paragraphs) if p.last - p.first < 90 and ANSWER.fullmatch(text, p.first, p.last)]
    marks: list[Mark] = []
    run: list[int] = []
    for i in [*heads, len(paragraphs) + 2 * GAP]:
        if run and i - run[-1] > GAP:
            if len(run) >= LEAST and sum(run[0] <= a <= run[-1] + GAP for a in answers) >= LEAST - 1:
                last = _find_end(run, answers, len(paragraphs))
                first = run[0] - 1 if _is_short(text, paragraphs[run[0] - 1]) else run[0]
                marks += [(p.first, p.last, "comment", "thread") for p in paragraphs[first : last + 1]]
            run = []
        run.append(i)
    return marks


def _find_end(run: Sequence[int], answers: Sequence[int], count: int) -> int:
    """The last paragraph of the last comment: up to its reply line, or one paragraph after the head."""
    after = [a for a in answers if run[-1] < a <= run[-1] + GAP]
    return min(count - 1, after[0] if after else run[-1] + 1)


def _is_short(text: str, paragraph: Range) -> bool:
    """Whether the paragraph before a head may be the name that belongs to it."""
    line = text[paragraph.first : paragraph.last]
    return len(line.split()) <= 4 and not line.endswith((".", "!", "?"))
