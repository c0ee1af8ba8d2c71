"""The publication date that a page prints of itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from coranto.clean.paragraphs import find_paragraphs
from coranto.model.article import Furniture, Published

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
CLOCK = r"\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?)?\s*(?:\(?[A-Z]{2,4}(?:[+-]\d{1,2})?\)?)?"
WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)\.?,?\s+"
LABEL = r"(?:first\s+)?(?:published|posted|publication date|date|publicado)(?:\s+(?:on|at))?\s*[:|-]?\s*"
UPDATED = r"(?:\s*[|·•/,;(-]?\s*(?:last\s+)?(?:updated|modified)\b.{0,60})?"
LINE = re.compile(
    rf"(?P<by>by\s+[^\d|·•]{{3,60}}?\s*[,|·•—–-]\s*)?(?P<label>{LABEL})?(?:{CLOCK}\s*[,|·•-]?\s*)?(?:{WEEKDAY})?(?:"
    rf"(?P<day1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH.format('month1')},?\s+(?P<year1>(?:19|20)\d{{2}})"
    rf"|{MONTH.format('month2')}\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year2>(?:19|20)\d{{2}})"
    r"|(?P<year3>(?:19|20)\d{2})-(?P<month3>\d{2})-(?P<day3>\d{2})(?=\D|$)"
    rf")(?:\s*[,|·•T-]?\s*(?:at\s+)?{CLOCK})?{UPDATED}\.?",
    re.IGNORECASE,
)
NEAR_TOP = 8
LONGEST = 120


def find_published(text: str, furniture: Sequence[Furniture]) -> Published:
    """The date on a line of its own, or after "Published", among the first paragraphs; unknown where there is none.

    Two lines with different dates are no evidence. Days written in figures alone (12/11/2023) are ambiguous and left.
    """
    found: set[date] = set()
    for first, last in find_paragraphs(text[:4000])[:NEAR_TOP]:
        if last - first > LONGEST or any(f.kind == "comment" and f.span.start <= first < f.span.end for f in furniture):
            continue
        line = LINE.fullmatch(text[first:last].strip())
        day = _read_day(line) if line else None
        if day:
            found.add(day)
    return Published(value=found.pop(), basis="text") if len(found) == 1 else Published()


def is_dateline(line: str) -> bool:
    """Whether a line is a date of publication and no more, such as "Published on 3 May 2021"."""
    return len(line) <= LONGEST and LINE.fullmatch(line.strip()) is not None


def _read_day(line: re.Match[str]) -> date | None:
    for way in "123":
        if line[f"year{way}"]:
            named = line[f"month{way}"]
            month = int(named) if named.isdigit() else MONTHS.index(named[:3].lower()) + 1
            try:
                return date(int(line[f"year{way}"]), month, int(line[f"day{way}"]))
            except ValueError:
                return None
    return None
