"""Names that the parser labels: where each begins and ends, what it names, and the title before it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

from coranto.extract.described import names_force, names_seat
from coranto.extract.known import Known
from coranto.extract.labels import KINDS, Label
from coranto.extract.roles import find_role, find_title
from coranto.model.entity import EntityKind
from coranto.model.sentence import Sentence
from coranto.model.span import Range

PRONOUNS = frozenset(
    "i me my mine myself we us our ours ourselves he him his himself she her hers herself it its itself they them "
    "their theirs themselves you your".split()
)
HONORIFICS = frozenset(
    "mr mrs ms miss dr sen rep gov gen col lt sgt capt maj adm prof rev president senator mr. mrs. ms.".split()
)
NOT_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december god internet christmas easter ramadan utc gmt est edt pst cet".split()
)
PIXELS = re.compile(r"\d+px")
"""The width of a picture, left before its caption by a wiki."""


class Name(NamedTuple):
    """A name as it is taken: `tokens` without the title, `whole` with a person's."""

    tokens: Range
    whole: Range
    kind: EntityKind
    rule: str


def read_name(sentence: Sentence, label: Label, known: Mapping[int, tuple[int, Known]]) -> Name | None:
    """The labelled words with their ends mended; None where they are no name, or a listed one covers them.

    `known` are the listed names by their first token, each with its end.
    """
    kind = KINDS.get(label.label)
    first, last = trim_name(sentence, label.first, label.last)
    if kind is None or first >= last:
        return None
    entry = known.get(first)
    if entry and entry[0] >= last:
        return None
    rule = f"name.{label.label.lower()}"
    title = find_title(sentence, first)
    inner = _find_inner_title(sentence, first, last)
    if inner is not None:
        title = Range(title.first if title and title.last == first else first, inner)
        first = inner
        kind, rule = "person", "name.title"
        entry = known.get(first)
        if entry and entry[0] >= last and entry[1].kind != "person":
            return None
    elif title and kind != "person" and _names_person(sentence, title, first, last):
        kind, rule = "person", "name.title"
    if kind == "group":
        return Name(Range(first, last), Range(first, last), kind, rule)
    if kind == "person" and not title and _reads_as_body(sentence, first, last):
        kind, rule = "organization", "name.body"
    if kind == "person" and entry and entry[1].use in ("adjective", "name") and entry[1].kind == "state":
        first = _skip_adjective(sentence, first, last, entry)
    if kind == "person" and last - first == 1 and names_seat(sentence, first):
        kind, rule = "place", "name.seat"
    if kind == "person":
        last = _take_rest(sentence, last)
    if not _reads_as_name(sentence, first, last, kind):
        return None
    whole = Range(title.first, last) if title and kind == "person" else Range(first, last)
    return Name(Range(first, last), whole, kind, rule)


def trim_name(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """The name without an article, punctuation and possessive ending at its edges."""
    tokens = sentence.tokens
    while first < last and (
        tokens[first].pos in {"DET", "PUNCT", "NUM"}
        or tokens[first].tag == "POS"
        or PIXELS.fullmatch(tokens[first].text)
    ):
        if tokens[first].pos == "NUM" and tokens[first].text[0].isupper():
            break
        first += 1
    for i in range(first, last):
        if tokens[i].text in {"(", "/", "—", "|"} and i > first:
            last = i
            break
    while last > first and (tokens[last - 1].tag == "POS" or tokens[last - 1].pos == "PUNCT"):
        last -= 1
    return first, last


def _find_inner_title(sentence: Sentence, first: int, last: int) -> int | None:
    """Where the name proper begins, when the parser took a title into it."""
    for i in range(last - 1, first, -1):
        title = find_title(sentence, i)
        if title and sentence.tokens[i].pos == "PROPN" and _may_hold_title(sentence, last):
            found = find_role(sentence, i)
            return None if found and found[0].words == (sentence.tokens[i].lower,) else i
    return None


def _may_hold_title(sentence: Sentence, last: int) -> bool:
    """A name that ends in a body's noun (`Justice Department`, `General Assembly`) holds no title."""
    found = find_role(sentence, last - 1)
    return found is None or found[0].kind == "person"


def _names_person(sentence: Sentence, title: Range, first: int, last: int) -> bool:
    word = sentence.tokens[title.last - 1].lower.removesuffix(".")
    capital = sentence.tokens[title.last - 1].text[0].isupper()
    return (word in HONORIFICS or capital) and last - first <= 4 and sentence.tokens[first].text[0].isupper()


def _reads_as_body(sentence: Sentence, first: int, last: int) -> bool:
    """A `person` that ends in a body's noun or holds `for`, `and`: `International Refugee Assistance Project`."""
    if last - first < 3:
        return False
    found = find_role(sentence, last - 1)
    linked = any(t.lower in {"for", "and", "&", "of"} for t in sentence.tokens[first:last])
    return linked or (found is not None and found[0].kind == "group")


def _skip_adjective(sentence: Sentence, first: int, last: int, entry: tuple[int, Known]) -> int:
    named = entry[1].use == "name" and sentence.tokens[first - 1].lower == "of" and entry[0] < last - 1
    return entry[0] if (named or entry[1].use == "adjective") and entry[0] < last else first


def _take_rest(sentence: Sentence, last: int) -> int:
    """The end of a name that the parser cut: a surname after its given name, the half after a hyphen."""
    tokens = sentence.tokens
    if last < len(tokens) and tokens[last].pos == "PROPN" and not tokens[last].label:
        before = tokens[last - 1]
        if before.dep == "compound" and before.head == last and tokens[last].text[0].isupper():
            return last + 1
    if last + 1 >= len(tokens) or tokens[last].text not in {"-", "–"} or not tokens[last + 1].text[0].isupper():
        return last
    joined = tokens[last - 1].end == tokens[last].start and tokens[last].end == tokens[last + 1].start
    return last + 2 if joined and not tokens[last + 1].label else last


def _reads_as_name(sentence: Sentence, first: int, last: int, kind: EntityKind) -> bool:
    words = [t for t in sentence.tokens[first:last] if t.text[0].isalpha()]
    if not words or not any(t.text[0].isupper() for t in words):
        return False
    if len(words) == 1 and words[0].lower in NOT_NAMES:
        return False
    if kind == "organization":
        if first and sentence.tokens[first - 1].lower in {"of", "the"} and _names_office(sentence, first):
            return False
        found = find_role(sentence, last - 1)
        if found and found[1].first <= first and not names_force(sentence, first, last):
            return False
        after = find_role(sentence, last) if last < len(sentence.tokens) else None
        return not (after and after[1].first <= first)
    if kind == "person":
        if all(t.lower in PRONOUNS or t.pos in {"VERB", "AUX", "ADP", "ADV", "DET"} for t in words):
            return False
        found = find_role(sentence, last - 1)
        return not (found and found[1].first <= first)
    return True


def _names_office(sentence: Sentence, first: int) -> bool:
    """`the Interior of Russia` after `Minister of`: a part of the title, no body."""
    before = [t.lower for t in sentence.tokens[max(0, first - 3) : first]]
    return any(a in {"minister", "ministers", "secretary", "ministry"} and b == "of" for a, b in pairwise(before))
