"""Titles and roles: the office that the words beside a name tell, and the body or state that it belongs to.

Sectors are those of the PLOVER manual.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from coranto.extract.roles import HOLDERS, RoleNoun, find_portfolio, find_role, find_title
from coranto.model.drafts import Mention, TokenRef
from coranto.model.entity import Role
from coranto.model.sentence import Sentence
from coranto.model.span import Range
from coranto.resolve.atlas import load_gazetteer
from coranto.resolve.callings import read_sector
from coranto.resolve.drafts import Board, Claim, Draft
from coranto.resolve.roles.owners import LINKS, PASSED, body_at, find_owner
from coranto.resolve.roles.tenures import CURRENT, FORMER, Tenure, is_past, read_status, read_time

OFFICES = frozenset({"GOV", "MIL", "LEG", "SPY", "JUD", "COP", "PTY"})
PRIVATE = frozenset({"PTY", "LAB", "EDU", "BUS", "SOC", "REL", "OPP", "REB", "AGR"})
"""Bodies whose secretaries are no officials of a state."""
ARMED = frozenset({"REB", "UAF", "COP", "CRM", "OPP"})
EXECUTIVES = frozenset({"executive", "executives"})
"""Of a firm they are of business, of a city or territory its government."""
OFFICERS = frozenset({"officer", "officers"})
SENT = frozenset({"ambassador", "ambassadors", "delegate"})
"""Those at a body of many states who are of the one that sends them."""
LONGEST = 8
STATES = frozenset({"republic", "state", "nation", "council", "government"})
UNITED_STATES = frozenset({"congressman", "congresswoman", "congressperson"})
PORTFOLIO = re.compile(r"(?i)\b(minister|secretary) of (?:the )?(\w+)")
STATECRAFT = re.compile(r"(?i)\b(?:portfolio|diplomacy|ministry|cabinet)\b")
"""What one who holds it or leads it is of the government by."""
BRANCHES = re.compile(r"\b(?:army|navy|air force|armed forces|troops|artillery|general staff|police|policing)\b")
AFTER = 5
"""Tokens behind a title that may still tell what it is of."""
SEAT = re.compile(r"\s*[(,]\s*(?:[RDI]|Republican|Democrat)\.?\s*[-–—,]\s*(?:[A-Z][\w.]*)")
CODES = frozenset({"IGO", "NGO"})
LANDS = frozenset({"state", "place"})
UNRULY = frozenset({"organization", "group", "outlet"})
"""Kinds of bodies that have presidents and spokesmen who are of no government."""
SOCIETIES = frozenset({"association", "organization", "organisation", "group", "society", "federation", "club"})
PRESIDENTS = frozenset({"president", "presidents"})
PARTY_OFFICE = "(of a party)"
"""Noted among the role words of those who hold an office of a party."""
LARGE = 50_000
"""Inhabitants of the least place whose name alone tells the country of its officials."""
DWARFS = 20


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
        if found is not None and found[0].words[-1] != "counterpart":
            noun, head = found
            of = find_owner(board, sentence, title.first) or find_seat(board, sentence, mention)
            of = of or _find_inside(board, sentence, title)
            noun = _read_group(sentence, title.first, noun) if of is None else noun
            start = find_start(sentence, title.first)
            tenure = read_time(sentence, Range(start, title.last))
            claim = Claim(TokenRef(mention.sentence, mention.head), noun, strip_title(sentence, title, head), of)
            add_role(board, draft, claim, tenure)
            if sentence.tokens[title.last - 1].tag in {"NNS", "NNPS"}:
                _share_title(board, mention, claim, tenure)
    _read_owner(board, mention, draft)
    if SEAT.match(sentence.text, sentence.tokens[mention.tokens.last - 1].offset + len(_last(sentence, mention))):
        draft.sectors.append("LEG")
        draft.country = draft.country or "USA"


def _read_group(sentence: Sentence, first: int, noun: RoleNoun) -> RoleNoun:
    """The office as the common noun before it tells: `association President X` is of no government."""
    found = find_role(sentence, first - 1) if first and noun.sector in {None, "GOV"} else None
    if found is None or found[0].kind != "group" or sentence.tokens[first - 1].pos != "NOUN":
        return noun
    if found[0].sector in OFFICES or (found[0].sector is None and found[0].words[-1] not in SOCIETIES):
        return noun
    return replace(noun, sector=found[0].sector, inherits=True)


def _find_inside(board: Board, sentence: Sentence, title: Range) -> Draft | None:
    """The body that the title takes in: `Metropolitan Police assistant commissioner`."""
    for i in range(title.first, title.last - 1):
        draft = board.at.get(TokenRef(sentence.number, i))
        if draft is not None and draft.kind == "organization" and draft.sector:
            return draft
    return None


def find_start(sentence: Sentence, first: int) -> int:
    """Where the words before a title begin that belong to it: adjectives, names of bodies, `then`."""
    while first > 0:
        token = sentence.tokens[first - 1]
        told = is_past(sentence, token)
        if token.pos not in {"ADJ", "PROPN", "ADV"} and not told and token.text not in {"-", "–"}:
            break
        first -= 1
    return first


def strip_title(sentence: Sentence, title: Range, head: int) -> Range:
    """The title without what tells of its time (`former`, `the then`), which the status says."""
    first = title.first
    while first < min(head, title.last - 1):
        low = sentence.tokens[first].lower
        if low.removesuffix("-") not in FORMER and low not in {"the", "a", "an", "-", "–", "current"}:
            break
        first += 1
    return Range(first, title.last)


def _read_owner(board: Board, mention: Mention, draft: Draft) -> None:
    """`Iran's X`, `Reuters' X`: what owns a name tells of country and calling."""
    sentence = board.sentences[mention.sentence]
    before = sentence.tokens[mention.tokens.first - 1] if mention.tokens.first > 1 else None
    if before is None or before.tag != "POS":
        return
    owner = board.at.get(TokenRef(mention.sentence, mention.tokens.first - 2))
    if owner is None:
        return
    if owner.kind == "outlet":
        draft.sectors.append("JRN")
        draft.country = draft.country or owner.country
    elif owner.kind == "state":
        draft.country = draft.country or owner.country
    elif owner.kind == "organization" and owner.sector and owner.sector != "CVL" and not draft.sectors:
        draft.sectors.append(owner.sector)
        draft.country = draft.country or owner.country


def find_seat(board: Board, sentence: Sentence, mention: Mention) -> Draft | None:
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


def _last_role(sentence: Sentence, title: Range) -> tuple[RoleNoun, int] | None:
    for i in range(title.first, title.last):
        found = find_role(sentence, i) if sentence.tokens[i].lower in HOLDERS else None
        if found and found[1].last < title.last == find_portfolio(sentence, found[1].last):
            return found[0], i
    best: tuple[RoleNoun, int] | None = None
    for i in range(title.last - 1, title.first - 1, -1):
        found = find_role(sentence, i)
        if found and found[0].kind == "person" and (found[0].sector or found[0].gender or found[0].inherits):
            if best is None:
                best = found[0], i
            elif found[1].holds(best[1]):  # `chief` in `editor-in-chief`
                return found[0], i
            else:
                break
    return best


def _share_title(board: Board, mention: Mention, claim: Claim, tenure: Tenure) -> None:
    """`justices X and Y`: the others hold the office too, each of the state or place after the name."""
    sentence = board.sentences[mention.sentence]
    for number in sorted({*sentence.conjuncts_of(mention.head), *_list_row(board, mention)}):
        ref = TokenRef(mention.sentence, number)
        draft, other = board.at.get(ref), board.by_head.get(ref)
        if draft is not None and other is not None and draft.kind == "person" and number != mention.head:
            of = find_seat(board, sentence, other) or claim.of
            add_role(board, draft, Claim(ref, claim.noun, claim.title, of), tenure)


def _list_row(board: Board, mention: Mention) -> list[int]:
    """The heads of the names that follow with nothing but commas and `and` between: `economists X, Y and Z`."""
    tokens = board.sentences[mention.sentence].tokens
    names = {m.tokens.first: m for m in board.in_sentence.get(mention.sentence, []) if m.form == "name"}
    found: list[int] = []
    i = mention.tokens.last
    while i < len(tokens):
        start = i
        while i < len(tokens) and tokens[i].lower in {",", "and", "&"}:
            i += 1
        name = names.get(i)
        if i == start or name is None or name.kind != "person":
            break
        found.append(name.head)
        i = name.tokens.last
    return found


def is_former(sentence: Sentence, words: Range) -> bool:
    """Whether the words tell of an office no longer held."""
    return read_status(sentence, words) == "former"


def add_role(board: Board, draft: Draft, claim: Claim, tenure: Tenure = CURRENT) -> None:
    """Record an office with the body or state that it belongs to, and what it tells of sector, country and gender."""
    noun, of = claim.noun, claim.of
    sentence = board.sentences[claim.holder.sentence]
    if (noun.sector and noun.sector != "CVL") or noun.inherits or of is not None:
        span = sentence.span(claim.title)
        if not any(r.span == span for r in draft.roles):
            draft.roles.append(
                Role(
                    title=" ".join(noun.words) if sentence.tokens[claim.title.first].pos == "VERB" else span.text,
                    of=of.name if of else None,
                    span=span,
                    status=tenure.status,
                    since=tenure.since,
                    until=tenure.until,
                )
            )
            board.claims.append(claim)
    former = tenure.status == "former" and not tenure.then
    draft.role_words.add(noun.words[noun.head])
    draft.role_words.add(" ".join(noun.words))
    portfolio = PORTFOLIO.search(sentence.words(claim.title))
    if portfolio:
        draft.role_words.add(f"{portfolio[2]} {portfolio[1]}".lower())
    if noun.gender and not draft.gender:
        draft.gender = noun.gender
    party = _is_party_adjective(board, claim)
    if of is not None and of.sector == "PTY" and not party:
        draft.role_words.add(PARTY_OFFICE)
    sector = noun.sector if party and noun.sector in OFFICES else pick_sector(noun, of)
    if _is_lawmaker(sentence, claim, of):
        sector = "LEG"
    if sector == "MIL" and (of is None or of.kind in {"state", "place"}):
        sector = _read_force(sentence, claim.title.first) or sector
    if noun.inherits and noun.sector is None and (of is None or of.kind in {"state", "place"}):
        sector = _read_branch(sentence, claim.title) or sector
        if sector == "GOV" and "MIL" in draft.sectors:
            sector = None  # a general who is the chief of something
    if sector is None and noun.inherits and STATECRAFT.search(sentence.words(claim.title)):
        sector = "GOV"
    if sector:
        draft.sectors.append("ELI" if former and sector in OFFICES - {"PTY"} else sector)
    draft.former = draft.former or former
    if of is not None and of.country == "IGO" and noun.words[noun.head] in SENT:
        of = find_sender(board, sentence, claim.title.first)
    take_country(draft, of)
    if draft.country is None and noun.words[noun.head] in UNITED_STATES:
        draft.country = "USA"


def _is_party_adjective(board: Board, claim: Claim) -> bool:
    """Whether the party is but an adjective before the title: `Republican Senator`, `Democratic former President`."""
    if claim.of is None or claim.of.sector != "PTY":
        return False
    tokens, i = board.sentences[claim.holder.sentence].tokens, claim.title.first - 1
    while i >= 0 and (tokens[i].lower in PASSED or tokens[i].lower in FORMER):
        i -= 1
    mention = board.by_head.get(TokenRef(claim.holder.sentence, i))
    return mention is not None and mention.form == "adjective"


def _is_lawmaker(sentence: Sentence, claim: Claim, of: Draft | None) -> bool:
    """`Representative X`, with a capital and of no body but a state, place or party."""
    if claim.noun.words != ("representative",) or (of is not None and of.kind not in LANDS and of.sector != "PTY"):
        return False
    return sentence.words(claim.title) in {"Representative", "Representatives"}


def _read_branch(sentence: Sentence, title: Range) -> str | None:
    """The force that a chief or head is said to lead: `chief of the Russian missile troops`, `head of policing`."""
    words = []
    for token in sentence.tokens[title.first : title.last + AFTER]:
        if token.i >= title.last and token.pos in {"VERB", "AUX", "PUNCT"}:
            break
        words.append(token.lower)
    found = BRANCHES.search(" ".join(words))
    return None if found is None else "COP" if found[0].startswith("pol") else "MIL"


def _read_force(sentence: Sentence, first: int) -> str | None:
    """The force that the word before a rank tells: `police` Captain, `rebel` General."""
    found = find_role(sentence, first - 1) if first else None
    return found[0].sector if found is not None and found[0].sector in ARMED else None


def find_sender(board: Board, sentence: Sentence, first: int) -> Draft | None:
    """The state that sends the envoy: `Estonia's U.N. ambassador`, `the Chinese ambassador to the UN`."""
    for i in range(first - 1, max(-1, first - LONGEST), -1):
        if sentence.tokens[i].pos in {"VERB", "AUX", "ADP", "PUNCT"}:
            break
        draft = body_at(board, sentence, i)
        if draft is not None and draft.kind == "state":
            return draft
    return None


def take_country(draft: Draft, of: Draft | None) -> None:
    """Give someone the country of the body or place of the office, where none is known yet."""
    if of is None or (draft.country is not None and draft.country not in CODES):
        return
    country = of.country or (of.known.country if of.known else None)
    if country is None and of.kind == "place":
        country = find_seat_country(of.name)
    draft.country = country or draft.country


@cache
def find_seat_country(name: str) -> str | None:
    """The country of a city or province, where one place of that name dwarfs those of other countries."""
    named = load_gazetteer().find(name)
    found = sorted([e for e in named if e.own] or named, key=lambda e: -e.population)
    if not found or found[0].population < LARGE:
        return None
    rivals = (e.population for e in found if e.country != found[0].country)
    return found[0].country if found[0].population > DWARFS * max(rivals, default=0) else None


def pick_sector(noun: RoleNoun, of: Draft | None) -> str | None:
    """The sector that a role noun tells, or that of the body where it takes it from there."""
    own, last = _find_own_sector(of), noun.words[-1]
    lands = of is not None and of.kind in LANDS
    if noun.inherits:
        if own:
            return own
        if noun.sector == "GOV" and of is not None and of.kind in UNRULY and of.known is None:
            return None
        if last in EXECUTIVES and lands:
            return "GOV"
        return noun.sector or ("GOV" if of is not None and of.kind == "state" and noun.kind == "person" else None)
    if last in OFFICERS and own and own not in {"PTY", "LEG"}:
        return own
    if last in PRESIDENTS and of is not None and of.kind in UNRULY:
        return own or (None if of.known is None and not STATES.intersection(of.words) else noun.sector)
    if (noun.sector == "MIL" and own in ARMED) or (noun.sector == "JUD" and own in PRIVATE | {"CVL"}):
        return own
    if noun.sector == "GOV" and own in PRIVATE and last in {"general", "secretary", "secretaries"}:
        return own
    return noun.sector


def _find_own_sector(of: Draft | None) -> str | None:
    """The sector of the body, as a list or its name tells it."""
    if of is None or of.kind == "state":
        return None
    if of.kind == "group" and of.known is None:
        return next((s for s in of.sectors if s != "CVL"), of.sector)
    return of.sector or (read_sector(of.words) if of.kind == "organization" and of.known is None else None)


def read_modifier(sentence: Sentence, head: int) -> str | None:
    """The sector that a noun or adjective before the head tells: `rebel` commander, `union` official."""
    own = find_role(sentence, head)
    first = head if own is None else own[1].first
    for child in sentence.children_of(head, "compound", "amod", "nmod", "poss"):
        if child.i < first:
            found = find_role(sentence, child.i)
            if found and found[0].sector:
                return found[0].sector
    return None


def find_body(board: Board, sentence: Sentence, head: int) -> Draft | None:
    """The state, place or body that a description belongs to: modifiers first, then `of`, `for`, `in` phrases."""
    nearest: Draft | None = None
    for i in range(head - 1, min(sentence.edges[head].first, head) - 1, -1):
        draft = body_at(board, sentence, i)
        if draft is None:
            continue
        if draft.kind in {"organization", "outlet", "group"} and (draft.sector or draft.country):
            return draft
        nearest = nearest or draft
    if nearest is not None:
        return nearest
    for child in sentence.children_of(head, "prep"):
        if child.i > head and child.lower in LINKS:
            edge = sentence.edges[child.i]
            for i in range(child.i + 1, edge.last):
                if sentence.tokens[i].dep in {"relcl", "acl"} or sentence.tokens[i].text == ",":
                    break
                outer = board.inside.get(TokenRef(sentence.number, i))
                draft = outer if outer is not None and outer.kind == "organization" else body_at(board, sentence, i)
                if draft is not None:
                    return draft
    return None
