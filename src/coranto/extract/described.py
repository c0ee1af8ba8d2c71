"""Names that only the words beside them show to be people's: `the minister, X, said`, `X, who resigned as ...`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coranto.extract.known import find_known
from coranto.extract.roles import find_role, find_title
from coranto.model.sentence import Sentence
from coranto.model.span import Range

LONGEST = 4
SEATED = frozenset("mayor governor akim prefect archbishop bishop alderman vice-mayor burgomaster metropolitan".split())
"""Officials of a town or province, so that what follows `of` is a place."""
FORCES = frozenset({"COP", "MIL", "SPY"})
REGAL = frozenset("king queen prince princess emperor empress pope sultan emir patriarch sister brother".split())
"""Titles of those who go by one name."""
SUBJECTS = frozenset({"nsubj", "nsubjpass", "appos", "conj", "dobj", "pobj", "attr", "ROOT"})


def names_seat(sentence: Sentence, first: int) -> bool:
    """Whether the lone name stands where the town of a mayor or bishop is named."""
    tokens = sentence.tokens
    return first > 1 and tokens[first - 1].lower == "of" and tokens[first - 2].lower in SEATED


def names_force(sentence: Sentence, first: int, last: int) -> bool:
    """Whether capitals after `of the` make a force of what else is one of its members: `head of the Border Guard`."""
    tokens = sentence.tokens
    if last - first < 2 or first < 2 or tokens[first - 1].lower != "the" or tokens[first - 2].lower != "of":
        return False
    role = find_role(sentence, last - 1)
    return role is not None and role[0].sector in FORCES and all(t.text[0].isupper() for t in tokens[first:last])


def find_state_after(sentence: Sentence, last: int) -> int:
    """Where a body's name ends that goes on with its state: `Security Council of the Russian Federation`."""
    tokens = sentence.tokens
    if last + 1 >= len(tokens) or tokens[last].lower != "of":
        return last
    first = last + 1 + (tokens[last + 1].lower == "the")
    for end in range(min(first + LONGEST, len(tokens)), first, -1):
        known = find_known(sentence.words(Range(first, end)))
        if known is not None and known.kind == "state" and known.use == "name":
            return end
    return last


def find_described(sentence: Sentence, taken: Sequence[bool]) -> Iterator[Range]:
    """Runs of two to four capitalised words without a label, beside an office or before `who`."""
    tokens = sentence.tokens
    i = 0
    while i < len(tokens):
        if tokens[i].pos != "PROPN":
            i += 1
            continue
        last = i
        while last < len(tokens) and not taken[last] and _reads_as_name(sentence, last):
            last += 1
        if last == i:
            i += 1
            continue
        first = _skip_title(sentence, i, last)
        least = 1 if tokens[first - 1].lower in REGAL and first else 2
        if least <= last - first <= LONGEST and _is_described(sentence, first, last):
            yield Range(first, last)
        i = last


def _reads_as_name(sentence: Sentence, i: int) -> bool:
    token = sentence.tokens[i]
    return token.pos == "PROPN" and not token.label and token.text[0].isupper() and not token.text.isupper()


def _skip_title(sentence: Sentence, first: int, last: int) -> int:
    """The first word after a title that the run begins with."""
    for i in range(last - 1, first, -1):
        title = find_title(sentence, i)
        if title is not None and title.first <= first:
            return i
    return first


def _is_described(sentence: Sentence, first: int, last: int) -> bool:
    tokens = sentence.tokens
    if tokens[last - 1].dep not in SUBJECTS or find_role(sentence, last - 1) or find_known(tokens[first].text):
        return False
    if find_title(sentence, first) is not None:
        return True
    if first > 1 and tokens[first - 1].text == "," and _follows_office(sentence, first - 1):
        return True
    if last + 1 >= len(tokens) or tokens[last].text not in {",", "("}:
        return last < len(tokens) and tokens[last].lower == "who"
    if tokens[last + 1].lower in {"who", "whose"}:
        return True
    return any(_is_office(sentence, child.i) for child in sentence.children_of(tokens[last - 1].i, "appos"))


def _follows_office(sentence: Sentence, comma: int) -> bool:
    """Whether the phrase before the comma is an office: no verb or comma stands between them."""
    for i in range(comma - 1, max(-1, comma - 12), -1):
        if sentence.tokens[i].pos in {"VERB", "AUX", "PUNCT"}:
            return False
        if _is_office(sentence, i):
            return True
    return False


def _is_office(sentence: Sentence, token: int) -> bool:
    role = find_role(sentence, token)
    return role is not None and role[0].kind == "person"
