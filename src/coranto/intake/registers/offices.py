"""Offices as lists write them in words, perhaps with their years: `Inspector General of the Navy (2008-2011)`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coranto.intake.registers.records import guess_sector, is_over
from coranto.model.identity import DatedCode

_YEARS = re.compile(
    r"[\s,]*\((?:(?P<since>since|from) )?(?P<first>\d{4})?\s*(?P<dash>[-–—]|to|until)?\s*"
    r"(?P<last>\d{4}|present|now|today)?\)$",
    re.IGNORECASE,
)


def read_offices(offices: Sequence[str]) -> list[DatedCode]:
    """The sectors and days of the offices of one person.

    Registers list every office that someone ever held, most without days. So only a single one without days is taken
    for that of all days; of several, what all of them agree on. Those that are over are left out.
    """
    dated: list[DatedCode] = []
    undated: list[str] = []
    for office in dict.fromkeys(offices):
        found = _YEARS.search(office)
        words = office[: found.start()] if found else office
        if found and (found["first"] or found["last"]):
            dated.append(_read_dated(words, found))
        elif not is_over(office):
            undated.append(words)
    sectors = {guess_sector(office) for office in undated}
    if len(undated) == 1:
        return [*dated, DatedCode(sector=sectors.pop(), role=undated[0])]
    if len(sectors) == 1 and (sector := sectors.pop()):
        return [*dated, DatedCode(sector=sector)]
    return dated


def _read_dated(office: str, years: re.Match[str]) -> DatedCode:
    first, last = years["first"], years["last"]
    last = last if last and last.isdigit() else None
    if first and not last and not years["dash"] and not years["since"]:
        last = first  # (one year in parentheses)
    return DatedCode(sector=guess_sector(office), role=office, since=first, until=last)
