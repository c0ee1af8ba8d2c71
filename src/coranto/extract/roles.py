"""Role nouns: `minister`, `police chief`, `protester`, with the sector that each tells."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from coranto.extract.known import find_known
from coranto.model.sentence import Sentence, Token
from coranto.model.span import Range
from coranto.resources import read_tsv

LONGEST = 5
QUALIFIERS = frozenset(
    "former ex acting deputy vice senior top chief assistant associate interim outgoing incoming then current late new "
    "old veteran special national federal regional provincial local first lead retired principal designate "
    "longtime long time prominent powerful".split()
)
"""Words that may stand before a title and belong to it, but tell no sector."""
PORTFOLIOS = frozenset({"minister", "secretary", "commissioner"})


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


@cache
def load_roles() -> dict[str, tuple[RoleNoun, ...]]:
    """The role nouns by head word, the longest first."""
    index: dict[str, list[RoleNoun]] = defaultdict(list)
    for row in read_tsv("actors/roles.tsv"):
        words = tuple(row["noun"].replace("-", " - ").split())
        joined = next((i for i, w in enumerate(words) if w in {"of", "to", "in"} and i), len(words))
        role = RoleNoun(
            words=words,
            head=joined - 1,
            sector=row["sector"] or None,
            kind=row["kind"],
            inherits=bool(row["inherits"]),
            title=bool(row["title"]),
            gender=row["gender"],
        )
        index[words[role.head]].append(role)
    return {word: tuple(sorted(roles, key=lambda r: -len(r.words))) for word, roles in index.items()}


def find_role(sentence: Sentence, head: int) -> tuple[RoleNoun, Range] | None:
    """The longest role phrase with its head at the token, and the tokens that it takes."""
    token = sentence.tokens[head]
    roles = load_roles()
    for form in dict.fromkeys((token.lower, token.lemma, _singular(token))):
        for role in roles.get(form, ()):
            first, last = head - role.head, head - role.head + len(role.words)
            if first < 0 or last > len(sentence.tokens):
                continue
            if all(i == role.head or sentence.tokens[first + i].lower == word for i, word in enumerate(role.words)):
                return role, Range(first, last)
    return None


def find_title(sentence: Sentence, last: int) -> Range | None:
    """The title that ends right before the token: `Interior Minister`, `Sen.`, `former Defense Secretary`."""
    first = last
    while first > 0:
        step = _step_title(sentence, first)
        if step is None:
            break
        first = step
    if first == last:
        return None
    while first > 0 and (_qualifies(sentence.tokens[first - 1]) or _names_portfolio(sentence, first, last)):
        first -= 1
    return Range(first, last)


def _step_title(sentence: Sentence, last: int) -> int | None:
    """Where the role phrase that ends at `last` begins; phrases such as `chief of staff` end after their head."""
    for length in range(LONGEST, 0, -1):
        head = last - length
        if head < 0:
            continue
        token = sentence.tokens[head]
        if token.pos not in {"NOUN", "PROPN"} and not token.text.endswith("."):
            continue
        found = find_role(sentence, head)
        if found and found[1].last == last and found[0].kind == "person":
            return found[1].first
    return None


def _names_portfolio(sentence: Sentence, first: int, last: int) -> bool:
    """`Fisheries` in `Fisheries Minister`: a capitalised noun that is no name of its own."""
    token = sentence.tokens[first - 1]
    if sentence.tokens[last - 1].lemma not in PORTFOLIOS or not token.text[0].isupper():
        return False
    return token.dep == "compound" and token.pos in {"NOUN", "PROPN"} and find_known(token.text) is None


def _qualifies(token: Token) -> bool:
    return token.lower in QUALIFIERS


def _singular(token: Token) -> str:
    low = token.lower
    if token.tag == "NNPS" or (token.tag == "NNS" and token.lemma == low):
        return low.removesuffix("s")
    return token.lemma
