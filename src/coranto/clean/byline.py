"""Who wrote an article, where a paragraph near its top says nothing else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coranto.clean.dateline import is_dateline
from coranto.clean.paragraphs import find_paragraphs
from coranto.clean.words import load_given_names
from coranto.model.article import Furniture

NEAR_TOP = 8
LONGEST = 140
WORD = r"(?:[A-Z]\.|[A-Z][\w’'.-]*)"
SMALL = r"(?:de|da|dos|del|della|der|den|van|von|bin|ibn|al|el|la|le|di|du|ter|y|e)"
NAME = rf"{WORD}(?: (?:{SMALL} )*{WORD}){{0,5}}"
NAMES = rf"{NAME}(?:(?:, (?:and )?| and | & ){NAME}){{0,7}}"
BY = re.compile(rf"(?:(?:[Ww]ritten|[Rr]eported|WRITTEN) )?(?:[Bb]y|BY):? (?P<names>{NAMES})")
UNLED = re.compile(rf"(?P<names>{NAME}), (?P<place>{NAME})")
SPLIT = re.compile(r",? and |,? & |, ")
BAR = re.compile(r"\s*(?:[|•·/]|\s[–—-]\s)\s*|,? (?=(?:[Uu]pdated|[Pp]ublished|[Pp]osted|UPDATED|PUBLISHED)\b)")
OUTLET = re.compile(
    r"(?i)\b(?:post|times|news|herald|tribune|journal|gazette|chronicle|observer|guardian|telegraph|standard|mail|"
    r"press|reuters|afp|ap|upi|tass|xinhua|bloomberg|correspondent|writer|reporter|editor|columnist|staff|bureau|"
    r"agency|service|daily|weekly|star|sun|globe|ledger|dispatch|courier|independent|express|today|cnn|bbc|npr|politico|"
    r"magazine|media|network|contributor)$"
)
SHOUTED = re.compile(r"[A-Z]{2}[A-Z.’'-]*(?: [A-Z][A-Z.’'-]*)+(?= [A-Z][a-z])")
STAFF = re.compile(
    r"(?i)(?:the )?(?:[\w.]+ ){0,3}(?:staff|editors?|newsroom|correspondents?|reporters?|agenc(?:y|ies))(?: writers?)?"
)


def find_byline(text: str, furniture: Sequence[Furniture]) -> tuple[str, ...]:
    """The names in the first byline among the first paragraphs, as they are printed; none where there is no byline."""
    for first, last in find_paragraphs(text[:4000])[:NEAR_TOP]:
        if not any(mark.span.start <= first < mark.span.end for mark in furniture):
            names = read_byline(text[first:last])
            if names:
                return names
    return ()


def read_byline(line: str) -> tuple[str, ...]:
    """The names in a paragraph that is a byline and no more ("By Ann Roe and Bo Dahl | Reuters"), else nothing.

    One without "By" needs a given name before the comma and an outlet or an office after it.
    """
    if len(line) > LONGEST:
        return ()
    head, *rest = [part for part in BAR.split(line.strip()) if part] or [""]
    if not all(_is_beside(part) for part in rest):
        return ()
    found = BY.fullmatch(head.rstrip(",:;"))
    if found:
        return _split_names(found["names"])
    found = UNLED.fullmatch(head)
    if found and OUTLET.search(found["place"]) and found["names"].split()[0].casefold() in load_given_names():
        return (found["names"],)
    return ()


def _is_beside(part: str) -> bool:
    """Whether what stands after a bar is a date, a time or the name of an outlet or writer."""
    return (
        bool(re.search(r"\d|(?i:updated|published|posted)", part))
        or re.fullmatch(NAMES, part) is not None
        or is_dateline(part)
    )


def _split_names(names: str) -> tuple[str, ...]:
    shouted = SHOUTED.match(names)
    if shouted:
        names = shouted.group()
    parts = SPLIT.split(names)
    listed = " and " in names or " & " in names
    found = [part for i, part in enumerate(parts) if not i or (listed and not OUTLET.search(part)) or _is_person(part)]
    if not all(" " in part or OUTLET.search(part) for part in found):
        return ()
    return tuple(name for name in found if not STAFF.fullmatch(name))


def _is_person(name: str) -> bool:
    """Whether a further name is a person's rather than that of an outlet, a town or an office."""
    words = name.split()
    return len(words) > 1 and words[0].casefold() in load_given_names() and not OUTLET.search(name)


def is_byline(line: str) -> bool:
    """Whether a paragraph is a byline and no more, of a person, an agency or the staff."""
    if len(line) > LONGEST:
        return False
    found = BY.fullmatch(line.strip())
    return bool(read_byline(line)) or (found is not None and STAFF.fullmatch(found["names"]) is not None)
