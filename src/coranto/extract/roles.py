"""Role nouns: `minister`, `police chief`, `protester`, with the sector that each tells."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from coranto.extract.known import find_known
from coranto.model.sentence import Sentence, Token
from coranto.model.span import Range
from coranto.resources import read_tsv

LONGEST = 6
LINKS = frozenset({"of", "to", "in", "at"})
"""Words before which the head of a role phrase stands: `chief of staff`, `editor-in-chief`."""
AFTER_HEAD = LINKS | {"-"}
APOSTROPHE = re.compile(r"('s|(?<=s)')(?= )")
QUALIFIERS = frozenset(
    "former ex acting deputy vice senior top chief assistant associate interim outgoing incoming then current late new "
    "old veteran special national federal regional provincial local first second lead retired principal designate "
    "longtime long time prominent powerful caretaker provisional erstwhile onetime ousted deposed".split()
)
"""Words that may stand before a title and belong to it, but tell no sector."""
PORTFOLIOS = frozenset({"minister", "secretary", "commissioner"})
HOLDERS = frozenset("minister ministers secretary secretaries undersecretary commissioner commissioners".split())
"""Titles that name what they are of: `Minister of Health`."""
FIELD_LENGTH = 6
GIVEN = frozenset({"dean", "earl", "duke", "prince", "king", "baron", "major", "judge", "pope", "marshal", "rabbi"})
"""Titles that are given names too."""


@dataclass(frozen=True, slots=True)
class RoleNoun:
    """A role noun or phrase; `head` is the number of its head word."""

    words: tuple[str, ...]
    head: int
    sector: str | None
    kind: str
    inherits: bool
    title: bool
    gender: str


NEVER_ROLES = frozenset({"PUNCT", "SPACE", "DET", "ADP", "CCONJ", "PART", "NUM"})
"""Parts of speech that no role noun is ever taken for: most words of a text are told apart by them alone."""


PLURALS = frozenset({"NNS", "NNPS"})


@cache
def load_roles() -> dict[str, tuple[RoleNoun, ...]]:
    """The role nouns by head word, the longest first."""
    index: dict[str, list[RoleNoun]] = defaultdict(list)
    for row in read_tsv("actors/roles.tsv"):
        words = tuple(APOSTROPHE.sub(r" \1", row["noun"].replace("-", " - ")).split())
        joined = next((i for i, w in enumerate(words) if w in LINKS and i), len(words))
        role = RoleNoun(
            words=words,
            head=joined - (2 if words[joined - 1] == "-" else 1),
            sector=row["sector"] or None,
            kind=row["kind"],
            inherits=bool(row["inherits"]),
            title=bool(row["title"]),
            gender=row["gender"],
        )
        index[words[role.head]].append(role)
    return {word: tuple(sorted(roles, key=lambda r: -len(r.words))) for word, roles in index.items()}


@cache
def _load_by_neighbours() -> dict[str, dict[str, tuple[RoleNoun, ...]]]:
    """The role nouns by head word and by the word before it, the longest first; `""` holds those that begin with it."""
    index: dict[str, dict[str, tuple[RoleNoun, ...]]] = {}
    for head, roles in load_roles().items():
        words = {role.words[role.head - 1] for role in roles if role.head}
        index[head] = {
            word: tuple(r for r in roles if not r.head or r.words[r.head - 1] == word) for word in sorted(words | {""})
        }
    return index


def find_role(sentence: Sentence, head: int) -> tuple[RoleNoun, Range] | None:
    """The longest role phrase with its head at the token, and the tokens that it takes."""
    token = sentence.tokens[head]
    if token.pos in NEVER_ROLES:
        return None
    roles = _load_by_neighbours()
    low, lemma = token.lower, token.lemma
    found = _find_longest(sentence, head, roles[low]) if low in roles else None
    if found is None and lemma != low and lemma in roles:
        found = _find_longest(sentence, head, roles[lemma])
    if found is None and token.tag in PLURALS:
        single = low.removesuffix("s") if token.tag == "NNPS" or lemma == low else lemma
        found = _find_longest(sentence, head, roles[single]) if single in roles and single != lemma else None
    return found


def _find_longest(
    sentence: Sentence, head: int, by_before: dict[str, tuple[RoleNoun, ...]]
) -> tuple[RoleNoun, Range] | None:
    tokens = sentence.tokens
    for role in by_before.get(tokens[head - 1].lower if head else "") or by_before[""]:
        words = role.words
        if len(words) == 1:
            return role, Range(head, head + 1)
        first = head - role.head
        last = first + len(words)
        if first < 0 or last > len(tokens):
            continue
        for at, word in enumerate(words, first):
            if at != head and tokens[at].lower != word:
                break
        else:
            return role, Range(first, last)
    return None


@cache
def load_portfolios() -> frozenset[tuple[str, ...]]:
    """What a minister may be of or for, as folded words."""
    return frozenset(tuple(row["words"].replace("'", " '").split()) for row in read_tsv("actors/portfolios.tsv"))


def find_portfolio(sentence: Sentence, last: int) -> int:
    """Where the field of the minister ends whose title ends at `last`; `last` where none follows.

    `of the Interior`, `for Interior Relations, Justice and Peace`.
    """
    tokens = sentence.tokens
    if not 0 < last < len(tokens) - 1 or tokens[last].lower not in {"of", "for"}:
        return last
    if tokens[last - 1].lower not in HOLDERS and not (
        tokens[last - 1].lower == "state" and tokens[last].lower == "for"
    ):
        return last
    end = _find_field(sentence, last + 1)
    while end is not None:
        last = end
        mark = tokens[last].lower if last < len(tokens) else ""
        end = _find_field(sentence, last + 1) if mark in {"and", "&", ","} else None
        if mark == "," and end is not None and not _goes_on(sentence, end):
            break
    return last


@cache
def _list_ends() -> frozenset[str]:
    return frozenset(words[-1] for words in load_portfolios())


def _goes_on(sentence: Sentence, end: int) -> bool:
    """Whether a list of fields goes on: after a comma, another must follow with `and` or a comma and a field."""
    if end >= len(sentence.tokens):
        return False
    mark = sentence.tokens[end].lower
    return mark in {"and", "&"} or (mark == "," and _find_field(sentence, end + 1) is not None)


def _find_field(sentence: Sentence, first: int) -> int | None:
    """The end of the longest field that begins at the token, an article before it aside."""
    tokens = sentence.tokens
    while first < len(tokens) and tokens[first].lower in {"the", "for", "of", "people", "'s", "popular", "power"}:
        first += 1
    for length in range(FIELD_LENGTH, 0, -1):
        words = tuple(t.lower.replace("’", "'") for t in tokens[first : first + length])
        if len(words) == length and words in load_portfolios():
            return first + length
    return None


def find_title(sentence: Sentence, last: int) -> Range | None:
    """The title that ends right before the token: `Interior Minister`, `Sen.`, `former Defense Secretary`."""
    first = last
    while first > 0:
        step = _step_title(sentence, first)
        if step is None:
            break
        if first == last and step == last - 1 and _reads_as_given(sentence, step):
            return None
        first = step
    if first == last:
        return None
    while first > 0 and (_qualifies(sentence.tokens[first - 1]) or _names_portfolio(sentence, first, last)):
        first -= 1
    return Range(first, last)


def _reads_as_given(sentence: Sentence, word: int) -> bool:
    """Whether a word that is a title and a given name too stands behind a title: `spokesman Dean Holm`."""
    token = sentence.tokens[word]
    return token.lower in GIVEN and token.text.istitle() and word > 0 and _step_title(sentence, word) is not None


def _step_title(sentence: Sentence, last: int) -> int | None:
    """Where the role phrase that ends at `last` begins; phrases such as `chief of staff` end after their head."""
    ministry = _step_ministry(sentence, last)
    if ministry is not None:
        return ministry
    if last > 1 and sentence.tokens[last - 1].text == "." and _abbreviates(sentence.tokens[last - 2]):
        return _step_title(sentence, last - 1)
    for length in range(LONGEST, 0, -1):
        head = last - length
        # (what a role phrase has after its head begins so)
        if head < 0 or (length > 1 and sentence.tokens[head + 1].lower not in AFTER_HEAD):
            continue
        token = sentence.tokens[head]
        if token.pos not in {"NOUN", "PROPN"} and not token.text.endswith("."):
            continue
        found = find_role(sentence, head)
        if found and found[1].last == last and found[0].kind == "person":
            return found[1].first
    return None


def _abbreviates(token: Token) -> bool:
    """`Maj` of `Maj.`, where the full stop came to be a token of its own."""
    return token.text[0].isupper() and f"{token.lower}." in load_roles()


def _step_ministry(sentence: Sentence, last: int) -> int | None:
    """Where `Minister of the Interior` begins, which ends at `last`."""
    if last < 3 or sentence.tokens[last - 1].lower not in _list_ends():
        return None
    for i in range(last - 2, max(-1, last - 2 * LONGEST), -1):
        if sentence.tokens[i].lower in HOLDERS:
            found = find_role(sentence, i)
            return found[1].first if found and find_portfolio(sentence, found[1].last) == last else None
    return None


def _names_portfolio(sentence: Sentence, first: int, last: int) -> bool:
    """`Fisheries` in `Fisheries Minister`: a capitalised noun that is no name of its own."""
    token = sentence.tokens[first - 1]
    if sentence.tokens[last - 1].lemma not in PORTFOLIOS or not token.text[0].isupper():
        return False
    return token.dep == "compound" and token.pos in {"NOUN", "PROPN"} and find_known(token.text) is None


def _qualifies(token: Token) -> bool:
    return token.lower in QUALIFIERS
