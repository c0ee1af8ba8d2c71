"""Titles and roles: the office that the words beside a name tell, and the body or state that it belongs to.

Sectors are those of the PLOVER manual.
"""

from __future__ import annotations

import re

from coranto.extract.roles import RoleNoun, find_role, find_title
from coranto.model.drafts import Mention, TokenRef
from coranto.model.entity import Role
from coranto.model.sentence import Sentence
from coranto.model.span import Range
from coranto.resolve.drafts import Board, Draft

OFFICES = frozenset({"GOV", "MIL", "LEG", "SPY", "JUD", "COP", "PTY"})
FORMER = frozenset({"former", "ex", "onetime", "retired", "ousted", "deposed"})
ARMED = frozenset({"REB", "UAF", "COP", "CRM", "OPP"})
AFFILIATIONS = frozenset({"of", "for", "in", "at", "from", "with"})
UNITED_STATES = frozenset({"congressman", "congresswoman", "congressperson"})
PORTFOLIO = re.compile(r"(?i)\b(minister|secretary) of (?:the )?(\w+)")
SEAT = re.compile(r"\s*[(,]\s*(?:[RDI]|Republican|Democrat)\.?\s*[-–—,]\s*(?:[A-Z][\w.]*)")
CODES = frozenset({"IGO", "NGO"})
STOPS = frozenset({"VERB", "AUX", "ADP", "CCONJ", "SCONJ", "PRON", "ADV"})


def start_of_name(sentence: Sentence, mention: Mention) -> int:
    """The first token of the name itself, after the titles that the mention takes in."""
    if mention.kind != "person":
        return mention.tokens.first
    for i in range(mention.tokens.last - 1, mention.tokens.first, -1):
        title = find_title(sentence, i)
        if title and title.first <= mention.tokens.first:
            return i
    return mention.tokens.first


def read_titles(board: Board, mention: Mention, draft: Draft) -> None:
    """Take the office that stands before a name: `Russian Interior Minister X`, `Sen. X (R-Ariz.)`."""
    sentence = board.sentences[mention.sentence]
    first = start_of_name(sentence, mention)
    if first > mention.tokens.first:
        title = Range(mention.tokens.first, first)
        found = _last_role(sentence, title)
        if found is not None:
            of = find_body(board, sentence, mention.head, title.first) or _find_seat(board, sentence, mention)
            start = title.first
            while start > 0 and sentence.tokens[start - 1].pos in {"ADJ", "PROPN", "ADV"}:
                start -= 1
            former = is_former(sentence, Range(start, title.last))
            add_role(draft, (found, former), (sentence, title), of)
            if sentence.tokens[title.last - 1].tag in {"NNS", "NNPS"}:
                _share_title(board, mention, (found, former), of)
    before = sentence.tokens[mention.tokens.first - 1] if mention.tokens.first > 1 else None
    if before is not None and before.tag == "POS":
        owner = board.at.get(TokenRef(mention.sentence, mention.tokens.first - 2))
        if owner is not None and owner.kind == "outlet":
            draft.sectors.append("JRN")
            draft.country = draft.country or owner.country
    if SEAT.match(sentence.text, sentence.tokens[mention.tokens.last - 1].offset + len(_last(sentence, mention))):
        draft.sectors.append("LEG")
        draft.country = draft.country or "USA"


def _find_seat(board: Board, sentence: Sentence, mention: Mention) -> Draft | None:
    """The state or place after a titled name: `Governor X of Texas`, `President X of Peru`."""
    after = mention.tokens.last
    if after + 1 >= len(sentence.tokens) or sentence.tokens[after].lower != "of":
        return None
    for i in (after + 1, after + 2):
        ref = TokenRef(sentence.number, i)
        draft = board.at.get(ref) or board.inside.get(ref)
        if draft is not None:
            return draft if draft.kind in {"state", "place"} else None
    return None


def _last(sentence: Sentence, mention: Mention) -> str:
    return sentence.tokens[mention.tokens.last - 1].text


def _last_role(sentence: Sentence, title: Range) -> RoleNoun | None:
    for i in range(title.last - 1, title.first - 1, -1):
        found = find_role(sentence, i)
        if found and (found[0].sector or found[0].gender or found[0].inherits):
            return found[0]
    return None


def _share_title(board: Board, mention: Mention, role: tuple[RoleNoun, bool], of: Draft | None) -> None:
    """`justices X and Y`: the others hold the office too."""
    sentence = board.sentences[mention.sentence]
    for number in sentence.conjuncts_of(mention.head):
        draft = board.at.get(TokenRef(mention.sentence, number))
        if draft is not None and draft.kind == "person" and number != mention.head:
            add_role(draft, role, (sentence, Range(mention.tokens.first, start_of_name(sentence, mention))), of)


def is_former(sentence: Sentence, words: Range) -> bool:
    """Whether the words tell of an office no longer held."""
    return any(t.lower.removesuffix("-") in FORMER for t in sentence.tokens[words.first : words.last])


def add_role(draft: Draft, role: tuple[RoleNoun, bool], where: tuple[Sentence, Range], of: Draft | None) -> None:
    """Record a role with the body or state that it belongs to, and what it tells of sector, country and gender."""
    noun, former = role
    sentence, tokens = where
    if (noun.sector and noun.sector != "CVL") or noun.inherits or of is not None:
        span = sentence.span(tokens)
        if not any(r.span == span for r in draft.roles):
            draft.roles.append(Role(title=span.text, of=of.name if of else None, span=span))
    draft.role_words.add(noun.words[noun.head])
    draft.role_words.add(" ".join(noun.words))
    portfolio = PORTFOLIO.search(sentence.words(tokens))
    if portfolio:
        draft.role_words.add(f"{portfolio[2]} {portfolio[1]}".lower())
    if noun.gender and not draft.gender:
        draft.gender = noun.gender
    sector = pick_sector(noun, of)
    if sector:
        draft.sectors.append("ELI" if former and sector in OFFICES else sector)
    draft.former = draft.former or former
    country = of.country or (of.known.country if of.known else None) if of is not None else None
    if country and (draft.country is None or draft.country in CODES):
        draft.country = country
    if draft.country is None and noun.words[noun.head] in UNITED_STATES:
        draft.country = "USA"


def pick_sector(noun: RoleNoun, of: Draft | None) -> str | None:
    """The sector that a role noun tells, or that of the body where it takes it from there."""
    own = of.sector if of is not None and of.kind != "state" else None
    if noun.inherits:
        if own:
            return own
        return noun.sector or ("GOV" if of is not None and of.kind == "state" and noun.kind == "person" else None)
    if noun.sector == "MIL" and own in ARMED:
        return own
    return noun.sector


def read_modifier(sentence: Sentence, head: int) -> str | None:
    """The sector that a noun or adjective before the head tells: `rebel` commander, `union` official."""
    for child in sentence.children_of(head, "compound", "amod", "nmod", "poss"):
        if child.i < head:
            found = find_role(sentence, child.i)
            if found and found[0].sector:
                return found[0].sector
    return None


def find_body(board: Board, sentence: Sentence, head: int, before: int | None = None) -> Draft | None:
    """The state, place or body that a role belongs to: modifiers before the head, then `of`, `for`, `in` phrases.

    `before` is the token that the modifiers stand before (a title), else they stand before the head.
    """
    last = head if before is None else before
    first = min(sentence.edges[head].first, last) if before is None else 0
    nearest: Draft | None = None
    for i in range(last - 1, first - 1, -1):
        token = sentence.tokens[i]
        if before is not None and (token.pos in STOPS or (token.pos == "PUNCT" and token.text not in {"-", "–"})):
            break
        draft = _body_at(board, sentence, i)
        if draft is None:
            continue
        if draft.kind in {"organization", "outlet", "group"} and (draft.sector or draft.country):
            return draft
        nearest = nearest or draft
    if nearest is not None or before is not None:
        return nearest
    for child in sentence.children_of(head, "prep"):
        if child.i > head and child.lower in AFFILIATIONS:
            edge = sentence.edges[child.i]
            for i in range(child.i + 1, edge.last):
                if sentence.tokens[i].dep in {"relcl", "acl"} or sentence.tokens[i].text == ",":
                    break
                outer = board.inside.get(TokenRef(sentence.number, i))
                draft = outer if outer is not None and outer.kind == "organization" else _body_at(board, sentence, i)
                if draft is not None:
                    return draft
    return None


def _body_at(board: Board, sentence: Sentence, token: int) -> Draft | None:
    ref = TokenRef(sentence.number, token)
    draft = board.at.get(ref)
    if draft is None or draft.kind == "unnamed":
        return None
    if draft.kind == "person":
        return draft if sentence.tokens[token].dep == "poss" else None
    return draft


def title_range(board: Board, mention: Mention) -> Range:
    """The words of a description that name the office: without article, nation and what hangs behind."""
    sentence = board.sentences[mention.sentence]
    found = find_role(sentence, mention.head)
    first, last = (found[1].first, found[1].last) if found else (mention.head, mention.head + 1)
    while first > mention.tokens.first:
        before = sentence.tokens[first - 1]
        ref = TokenRef(mention.sentence, first - 1)
        if before.dep in {"det", "poss", "case", "nummod"} or ref in board.at or ref in board.inside:
            break
        if before.dep not in {"amod", "compound", "nmod"}:
            break
        first -= 1
    for i in range(last, mention.tokens.last):
        ref = TokenRef(mention.sentence, i)
        if ref in board.at:
            break
        if sentence.tokens[i].pos in {"NOUN", "PROPN"}:
            last = i + 1
    return Range(first, last)
