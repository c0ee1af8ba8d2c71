"""Offices: phrases that name one, with the body they belong to and the time they tell of, wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coranto.extract.roles import QUALIFIERS, RoleNoun, find_portfolio, find_role
from coranto.model.drafts import Mention, TokenRef
from coranto.model.sentence import Sentence, Token
from coranto.model.span import Range
from coranto.resolve.drafts import Board
from coranto.resolve.roles.owners import Complement, read_complement
from coranto.resolve.roles.tenures import FORMER, FUTURE, Tenure, read_time

MODIFIERS = frozenset({"amod", "compound", "nmod"})
BEFORE = frozenset({"ADJ", "PROPN", "NOUN", "ADV", "PART", "NUM"})
COURTESIES = frozenset(
    {"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "sir", "lady", "someone", "anyone", "everyone"}
)
COUNTERPARTS = frozenset({"counterpart", "counterparts", "homologue"})
"""Words for one who holds the same office elsewhere."""
HYPHENED = frozenset({"based", "born", "educated", "trained", "owned", "run", "led", "backed", "appointed", "elected"})
"""What stands behind a hyphen before a role noun: `a Bergen-based consultant`."""
VAGUE = frozenset({"every", "each", "no", "any", "some", "many", "all", "other", "another", "more", "most"})
PLURALS = frozenset({"NNS", "NNPS"})


@dataclass(frozen=True, slots=True)
class Office:
    """A phrase that names an office: its title, and the whole of it with owner and complement."""

    noun: RoleNoun
    head: int
    title: Range
    whole: Range
    complement: Complement
    tenure: Tenure
    plural: bool


def find_offices(board: Board, sentence: Sentence, names: list[Mention]) -> list[Office]:
    """Every office phrase of the sentence outside people's names, in order."""
    taken = {i for name in names for i in range(name.tokens.first, name.tokens.last)}
    taken -= {i for i in taken if sentence.tokens[i].lower in COUNTERPARTS}
    found: list[Office] = []
    for token in sentence.tokens:
        if token.i in taken or token.pos not in {"NOUN", "PROPN", "ADJ"} or (found and token.i < found[-1].title.last):
            continue
        role = find_role(sentence, token.i)
        if role is None or role[0].kind != "person" or role[0].words[0] in COURTESIES:
            continue
        if _modifies(sentence, token) or _continues(sentence, role[1].last, taken):
            continue
        found.append(read_office(board, sentence, (role[0], role[1], token.i), taken))
    return found


def read_office(
    board: Board, sentence: Sentence, role: tuple[RoleNoun, Range, int], taken: set[int] | frozenset[int]
) -> Office:
    """The office whose role noun stands there; `taken` are the tokens of people's names."""
    noun, words, head = role
    title = Range(_find_first(board, sentence, words.first, head), find_portfolio(sentence, words.last))
    complement = read_complement(board, sentence, title.last)
    title, complement = _read_on(board, sentence, title, complement)
    first = _find_left(sentence, title.first, taken)
    tenure = read_time(sentence, Range(first, min(title.last + 2, len(sentence.tokens))))
    last = max(title.last, complement.last)
    if complement.link == "of" and last < len(sentence.tokens) and sentence.tokens[last].lower == "to":
        last = max(last, read_complement(board, sentence, last).last)
    if not _names_body(board, complement):
        title = Range(title.first, last)
    title = Range(_skip_times(sentence, title, head), title.last)
    if (
        last + 1 < len(sentence.tokens)
        and sentence.tokens[last].text == "-"
        and sentence.tokens[last + 1].lower in FUTURE
    ):
        title = Range(title.first, last + 2) if title.last == last else title
        last += 2
    plural = sentence.tokens[head].tag in PLURALS
    return Office(noun, head, title, Range(first, last), complement, tenure, plural)


def _read_on(board: Board, sentence: Sentence, title: Range, complement: Complement) -> tuple[Range, Complement]:
    """`director of defence studies at X`: the body stands behind what the office is for."""
    last = complement.last
    if complement.mentions or complement.link not in {"of", "for"} or last >= len(sentence.tokens):
        return title, complement
    if sentence.tokens[last].lower not in {"at", "for", "with"}:
        return title, complement
    further = read_complement(board, sentence, last)
    return (Range(title.first, last), further) if further.mentions else (title, complement)


def chain(sentence: Sentence, offices: list[Office]) -> Iterator[list[Office]]:
    """Offices that one person holds together: `Vice Minister and head of the Border Guard`."""
    links: list[Office] = []
    for office in offices:
        if links and _joins(sentence, links[-1].whole.last, office.whole.first) and links[-1].plural == office.plural:
            links.append(office)
            continue
        if links:
            yield links
        links = [office]
    if links:
        yield links


def _joins(sentence: Sentence, last: int, first: int) -> bool:
    words = [t.lower for t in sentence.tokens[last:first]]
    return words in (["and"], ["&"], [",", "and"], ["and", "also"], ["as", "well", "as"])


def _modifies(sentence: Sentence, token: Token) -> bool:
    """`Muslim` in `Muslim women` and `conservative` in `a conservative pundit` are no offices of their own."""
    if token.dep not in MODIFIERS or token.head <= token.i:
        return False
    head = find_role(sentence, token.head)
    return head is not None and head[0].kind == "person" and not head[1].holds(token.i)


def _continues(sentence: Sentence, last: int, taken: set[int]) -> bool:
    """Whether another role noun follows right on: `deputy` in `deputy head` is part of that."""
    if last >= len(sentence.tokens) or last in taken:
        return False
    after = find_role(sentence, last)
    return after is not None and after[0].kind == "person" and sentence.tokens[last].pos in {"NOUN", "PROPN"}


def _find_first(board: Board, sentence: Sentence, first: int, head: int) -> int:
    """Where the title begins: its qualifiers and nouns, without article, nation or body."""
    tokens = sentence.tokens
    while first > 0:
        before = tokens[first - 1]
        ref = TokenRef(sentence.number, first - 1)
        if ref in board.at or ref in board.inside or before.tag == "POS" or before.pos == "DET":
            break
        mention = board.by_head.get(ref)
        if mention is not None and mention.kind not in {"unnamed", "group"}:
            break
        linked = before.dep in MODIFIERS and first - 1 < before.head <= head and before.pos in {"ADJ", "NOUN", "PROPN"}
        joined = before.text == "-" and first > 1 and tokens[first - 2].lower in QUALIFIERS
        if not linked and not joined and before.lower not in QUALIFIERS:
            break
        first -= 1
    return first


def _skip_times(sentence: Sentence, title: Range, head: int) -> int:
    first = title.first
    while first < head:
        low = sentence.tokens[first].lower
        if low.removesuffix("-") not in FORMER and low not in {"-", "–", "current", "the"}:
            break
        first += 1
    return first


def _find_left(sentence: Sentence, first: int, taken: set[int] | frozenset[int]) -> int:
    """Where the whole phrase begins: its article, owner and nation."""
    tokens = sentence.tokens
    while first > 0:
        before = tokens[first - 1]
        if before.pos == "DET" or before.tag == "PRP$":
            return first - 1
        owns = before.tag == "POS" or tokens[first].tag == "POS"
        if first - 1 in taken and not owns:
            break
        joined = before.text in {"-", "–"} and before.end == tokens[first].start
        tells = before.lower in HYPHENED and first > 1 and tokens[first - 2].text == "-"
        if not owns and before.pos not in BEFORE and before.lower not in FORMER and not joined and not tells:
            break
        first -= 1
    return first


def _names_body(board: Board, complement: Complement) -> bool:
    """Whether the complement ends in a body, state or place, which is then no part of the title."""
    if not complement.mentions:
        return complement.link not in {"of", "for"}
    last = complement.mentions[-1]
    if last.tokens.last < complement.last or last.form == "adjective":
        return False
    role = find_role(board.sentences[last.sentence], last.head)
    return last.form == "name" or role is None or role[0].kind == "group"
