"""The actor dictionaries of CAMEO's coders (TABARI, PETRARCH, Phoenix), with their dated roles.

    JOHN_EXAMPLE_  # a comment, also after `;`
    +JOHNNY_EXAMPLE_
        [USAGOV 940101-980131]
        [USAELI >980131]

A name stands at the line's start, `_` for each blank; further names of it begin with `+`; codes stand in brackets
behind a name or on lines of their own, each for days from and to (both included), before a day (`<`) or from it on
(`>`), or for all others. A code for an agent (`[~GOV]`) makes its name a common noun. Years 00 to 30 are of this
century.
Sources: the headers of openeventdata/Dictionaries; PETRARCH2's reader, for the dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from hashlib import blake2s
from typing import Literal

from coranto.intake.details import Failure
from coranto.intake.registers.cameo import NOBODY, read_code
from coranto.intake.registers.records import Item, PassedOver, clean_name, read_country
from coranto.model.identity import DatedCode, KnownActor
from coranto.resources import read_tsv

_BLOCK = re.compile(r"\[([^\]\[}]*)[\]}]")
_MARKUP = re.compile(r"<!-*.*?-*>|</?[A-Z]+>")
_PLURAL = re.compile(r"\{[^}]*\}")
_SHORT = re.compile(r"\(([^()]{2,12})\)")
_INVERTED = re.compile(r"^(.+), (the)$", re.IGNORECASE)
_DATES = re.compile(r"(?:(\d+)\s*-\s*(\d+)|([<>])\s*(\d+))\s*$")
_BODY = frozenset(
    "agency alliance army assembly association authority bank board brigade brigades bureau cell cells centre center "
    "church club commission committee company congress corps corporation council court department embassy faction "
    "federation force forces foundation front fund government group guard guards institute international jihad league "
    "liberation militia ministry mission movement nations navy network nuclei office opposition organisation "
    "organization party police programme program rebels resistance service society state states troops tribunal union "
    "united university".split()
)
_TITLES = frozenset(
    "president minister premier king queen prince princess general colonel sheikh mullah ayatollah secretary chairman "
    "senator ambassador lord lady baron baroness mr mrs dr pope bishop judge king emperor sultan emir".split()
)

_LOWER = frozenset("of the and for in on to de da di del la le al el bin ibn van von der".split())
Kind = Literal["person", "organization", "state"]


@dataclass(slots=True)
class _Entry:
    line: int
    names: list[str] = field(default_factory=list)
    blocks: list[tuple[int, str]] = field(default_factory=list)


def read_phoenix(lines: Iterable[tuple[int, str]], source: str) -> Iterator[Item]:
    """The actors of a dictionary; what is wrong in a line is a Failure that names it, and the rest goes on."""
    for entry in _find_entries(lines):
        if isinstance(entry, Failure):
            yield Failure(f"{source}:{entry.source}", f"{source}:{entry.source}: {entry.reason}")
        elif any(block.lstrip().startswith("~") for _, block in entry.blocks):
            yield PassedOver(entry.line, "common noun")
        else:
            yield from _read_entry(entry, source)


def _find_entries(lines: Iterable[tuple[int, str]]) -> Iterator[_Entry | Failure]:
    """The entries, whole; the source of a Failure is the number of its line alone."""
    entry, nouns, hidden = None, False, False
    for number, line in lines:
        hidden, line = _strip_comments(line, hidden=hidden)
        if "<NOUN>" in line or "</NOUN>" in line:
            nouns = "</NOUN>" not in line
            continue
        line = _PLURAL.sub("", _MARKUP.sub("", line))
        if nouns or not line.strip() or line.startswith("!"):
            continue
        name = line.partition("[")[0].strip()
        if name.startswith("+"):
            if entry is None:
                yield Failure(str(number), "a further name (+) without a first one; write a name before it")
                continue
            entry.names += [part.strip() for part in name.split("+") if part.strip()]
        elif name:
            if entry:
                yield entry
            entry = _Entry(number, [name])
        if "[" not in line:
            continue
        blocks = _BLOCK.findall(line)
        if not blocks or entry is None:
            yield Failure(str(number), "a code without its closing bracket, or without a name before it")
            continue
        entry.blocks += [(number, block) for block in blocks]
    if entry:
        yield entry


def _strip_comments(line: str, *, hidden: bool) -> tuple[bool, str]:
    """The line without comments, and whether a comment that spans lines (`<!-- ... -->`) goes on."""
    if hidden:
        before, end, line = line.partition("-->")
        if not end:
            return True, ""
    while "<!" in line:
        before, _, rest = line.partition("<!")
        _, end, after = rest.partition(">")
        if not end or ("--" in rest and "-->" not in rest):
            return True, before
        line = before + (rest.partition("-->")[2] if "-->" in rest else after)
    return False, re.split("[#;]", line, maxsplit=1)[0]


def _read_entry(entry: _Entry, source: str) -> Iterator[Item]:
    codes: list[DatedCode] = []
    problems: list[tuple[int, str]] = []
    for number, block in entry.blocks:
        if not block.strip().startswith(NOBODY):
            read = _read_block(block)
            if isinstance(read, str):
                problems.append((number, read))
            else:
                codes.append(read)
    names = list(dict.fromkeys(spelling for name in entry.names for spelling in _spell(name)))
    if not entry.blocks:
        problems.append((entry.line, f"{' '.join(entry.names[0].split())!r} has no code; write one in brackets"))
    for number, reason in problems:
        yield Failure(f"{source}:{number}", f"{source}:{number}: {reason}")
    if not codes or not names:
        if entry.blocks and not problems:
            yield PassedOver(entry.line, "name without a code")
        return
    countries = sorted({code.country for code in codes if code.country})
    names = [_mark_acronym(name, names) for name in names]
    key = blake2s("\0".join((*entry.names, *(block for _, block in entry.blocks))).encode(), digest_size=6)
    yield KnownActor(
        key=key.hexdigest(),
        source=source,
        name=names[0],
        kind=_guess_kind(names[0], codes),
        aliases=tuple(name for name in dict.fromkeys(names[1:]) if name != names[0]),
        country=countries[0] if len(countries) == 1 else None,
        countries=tuple(countries),
        codes=tuple(dict.fromkeys(codes)),
    )


def _read_block(block: str) -> DatedCode | str:
    """The code in brackets with its days; else what is wrong with it."""
    word, _, days = block.strip().partition(" ")
    found = _DATES.search(block)
    if found and found.start() < len(word) + block.index(word):
        word, days = block[: found.start()].strip(), found.group()
    code = read_code(word)
    if code is None:
        return f"{block.strip()!r} is no CAMEO code, of three capitals and more; such as [USAGOV 940101-980131]"
    since = until = None
    if days.strip():
        if not found:
            return f"{days.strip()!r} are no days; write 940101-980131, <940101 or >940101"
        first, last = _read_day(found[1] or found[4]), _read_day(found[2] or found[4])
        if not first or not last or first > last:
            return f"{days.strip()!r} are no days; write 940101-980131, <940101 or >940101"
        since = None if found[3] == "<" else first
        until = None if found[3] == ">" else last - timedelta(days=1) if found[3] == "<" else last
    return DatedCode(
        country=code.country,
        sector=code.sector,
        since=since.isoformat() if since else None,
        until=until.isoformat() if until else None,
    )


def _read_day(digits: str) -> date | None:
    """A day of six signs (`940131`), or of eight and perhaps more behind them."""
    if len(digits) in {6, 7}:
        digits = ("20" if int(digits[:2]) <= 30 else "19") + digits
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return None


def _spell(name: str) -> list[str]:
    """A name as it is written in a text, and the short one behind it in parentheses."""
    plain = clean_name(name.replace("_", " ").rstrip("= "))
    plain = _INVERTED.sub(r"\2 \1", plain)
    if plain.isdigit():
        return []
    behind = [found for found in _SHORT.findall(plain) if " " not in found or read_country(found)]
    lands = {found for found in behind if len(found) > 3 and read_country(found)}
    short = [found for found in behind if found not in lands and (len(found) < 7 or not found.isalpha())]
    bare = clean_name(_SHORT.sub(" ", plain)) if behind else plain
    words = [word if any(c.islower() for c in word) else _capitalise(word) for word in bare.split()]
    spelled = " ".join(word.lower() if at and word.lower() in _LOWER else word for at, word in enumerate(words))
    return [spelling for spelling in (spelled, *short) if spelling]


def _capitalise(word: str) -> str:
    return re.sub(r"[^\W\d_]+(?:'(?![sS]\b)[^\W\d_]+)*", lambda found: found[0].capitalize(), word)


def _mark_acronym(name: str, names: list[str]) -> str:
    """The name in capitals where it is the initials of another one of the same entry."""
    if " " in name or len(name) > 8:
        return name
    for other in names:
        words = [word for word in re.split(r"[\s-]+", other) if word]
        if len(words) > 1 and name.casefold() in {
            "".join(word[0] for word in words).casefold(),
            "".join(word[0] for word in words if word.lower() not in _LOWER).casefold(),
        }:
            return name.upper()
    return name


def _guess_kind(name: str, codes: list[DatedCode]) -> Kind | None:
    """What the entry is, as far as its name and codes tell: the dictionaries do not say it."""
    words = set(re.findall(r"[^\W\d_]+", name.casefold()))
    if all(code.country and code.sector is None and code.country not in {"IGO", "NGO"} for code in codes):
        return "state" if read_country(name.casefold()) == codes[0].country else None
    if words & _BODY:
        return "organization"
    if any(code.sector == "ELI" for code in codes) or words & _TITLES:
        return "person"
    if " " in name and name.casefold().split()[0] in _load_given_names():
        return "person"
    if all(code.sector is None and code.country in {"IGO", "NGO"} for code in codes):
        return None if any(code.since or code.until for code in codes) else "organization"
    return "person" if " " in name and any(code.since or code.until for code in codes) else None


@cache
def _load_given_names() -> frozenset[str]:
    return frozenset(row["name"] for row in read_tsv("actors/given_names.tsv"))
