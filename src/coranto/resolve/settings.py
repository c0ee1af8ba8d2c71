"""The country of those whom neither an office nor a list places: where the article puts them.

Most articles are about one country; whom they name without a word on where they come from is taken to be of it. Where
no country leads, nobody is placed.
"""

from __future__ import annotations

from collections import Counter

from coranto.model.drafts import TokenRef
from coranto.resolve.actors import KIN
from coranto.resolve.coreference.namesakes import holds_own, load_shared
from coranto.resolve.drafts import Board, Draft
from coranto.resolve.roles.titles import CODES

SHARE = 0.4
"""The share of the mentions of countries that the leading one must have."""
RATIO = 1.5
"""How many times as often as the next one it must be named."""
ALONE = 3.0
"""How many times as often it must be named to place an army: where two states meet, each has one."""
FULL = 2
"""Words of a name without which someone is no one whom the article would place: a bare surname is known, or strange."""
FEWEST = 3
"""Mentions of countries below which none leads."""
SHORT = 2
"""Sentences up to which a text is of the one country that it names."""
SEATS = {"pope": "VAT", "pontiff": "VAT"}
"""Offices of one country."""
HEADS = frozenset({"president", "premier", "prime minister", "chancellor", "king", "queen", "emir", "sultan"})
"""Offices whose American and British holders are on the lists: one who is not is of another country."""
LISTED = frozenset({"USA", "GBR"})
BODIES = frozenset({"state", "place", "organization", "group", "unnamed", "person"})
STATELY = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY"})
PLACING = frozenset({"in", "at", "near"})
RESIDENT = frozenset({"BUS", "MED", "EDU", "LAB", "AGR", "REL", "CRM"})
"""Callings that are mostly followed in one's own country; whoever is held or hurt abroad has none of them."""
GROUPS = STATELY | {"CVL", "PTY", "OPP"}
"""Sectors of groups that are of the country they are spoken of in; rebels and gunmen may be of any."""
OUTLAWS = frozenset({"REB", "UAF", "CRM"})
AT_HOME = STATELY | {"PTY", "OPP", "MED", "ELI"}
"""Callings of those whom an outlet names without a word on their country where they are of its own."""
NEAR = 3
"""Tokens between a place that opens a sentence and the body that sits there."""
REACH = 2
"""Sentences in which a place tells where someone is."""
UNIVERSAL = frozenset({"international", "global", "world", "worldwide", "european", "african", "asian", "islamic"})
"""Words of the names of bodies that are of no one country."""


def settle_countries(board: Board, home: str | None = None) -> None:
    """Give people, groups and bodies without a country that of their sentence, or the one that the article is about.

    Where none leads, officials, parties and the like without a word on where are those at `home`, the outlet's country.
    """
    counts = count_countries(board)
    sole = _find_sole(board, counts)
    leading = find_leading(counts)
    alone = find_leading(counts, ALONE)
    at_home = leading or (home if home and counts[home] * RATIO >= max(counts.values(), default=1) else None)
    for draft in board.drafts:
        if draft.kind == "organization" and draft.known is not None and draft.known.name in load_shared():
            _move_body(board, draft, counts, at_home)
        if draft.country and not (draft.kind == "person" and draft.country == "NGO"):
            continue
        if draft.kind == "person":
            if draft.known is not None and not draft.known.country:
                continue  # the list knows of none
            if len(draft.words) < FULL or draft.role_words & HEADS:
                draft.country = next((SEATS[word] for word in sorted(draft.role_words & SEATS.keys())), None)
                if sole not in LISTED and draft.role_words & HEADS:
                    draft.country = draft.country or sole
                continue
            draft.country = _place_person(board, draft, leading)
            if draft.country is None and draft.sector in AT_HOME:
                draft.country = at_home
        elif draft.sector == "MIL":
            draft.country = alone if _is_local(draft) else None
        elif _is_local(draft):
            draft.country = at_home if draft.sector in AT_HOME and draft.kind == "organization" else leading
        if draft.country is None and draft.kind in {"group", "unnamed"} and not draft.joint:
            draft.country = sole
    for draft in board.drafts:
        if draft.kind == "person" and draft.country is None and draft.known is None and len(draft.words) >= FULL:
            draft.country = _find_kin(board, draft) or _find_around(board, draft, counts)


def _find_sole(board: Board, counts: Counter[str]) -> str | None:
    """The one country that a text of a sentence or two names, where it is too short for one to lead."""
    named = [country for country, count in counts.items() if count]
    return named[0] if len(board.sentences) <= SHORT and len(named) == 1 else None


def _find_kin(board: Board, draft: Draft) -> str | None:
    """The country of the one whose wife, son or friend the text calls them."""
    for claim in board.claims:
        if claim.of is not None and claim.of.kind == "person" and board.at.get(claim.holder) is draft:
            return claim.of.country if claim.of.country not in CODES else None
    first = draft.mentions[0]
    tokens = board.sentences[first.sentence].tokens
    start = first.tokens.first
    if start > 1 and tokens[start - 1].lemma in KIN and tokens[start - 2].tag == "PRP$":
        owner = board.at.get(TokenRef(first.sentence, start - 2))
        return owner.country if owner is not None and owner.country not in CODES else None
    return None


def _find_around(board: Board, draft: Draft, counts: Counter[str]) -> str | None:
    """The one country of which the sentence, or the one before it, tells that things happen there: `in Kyiv`.

    The article must name something else of it too.
    """
    first = draft.mentions[0].sentence
    for number in range(first, max(-1, first - REACH), -1):
        found = _list_places(board, number)
        if found:
            country = found.pop() if len(found) == 1 else ""
            return country if counts[country] > 1 else None
    return None


def _is_local(draft: Draft) -> bool:
    if draft.joint:
        return False
    if draft.kind in {"group", "unnamed"}:
        return draft.sector in GROUPS
    return draft.kind == "organization" and draft.sector not in OUTLAWS and not UNIVERSAL.intersection(draft.words)


def _move_body(board: Board, draft: Draft, counts: Counter[str], at_home: str | None) -> None:
    """`the Democratic Party` in an article on Serbia that names nothing else American is another one.

    So is `the Senate` in a sentence that begins `In Bucharest`.
    """
    if any(holds_own(m, draft) for m in draft.mentions):
        return
    staff = _list_staff(board, draft)
    own = sum(m.form in {"name", "adjective"} for d in (draft, *staff) for m in d.mentions)
    near = _find_seat(board, draft)
    if near and draft.country and near != draft.country and not _is_told_near(board, (draft, *staff)):
        country: str | None = near
    elif at_home and draft.country and at_home != draft.country and counts[draft.country] <= own:
        country = at_home
    else:
        return
    for holder in staff:
        holder.country = country if holder.known is None else holder.known.country or holder.country
    draft.name, draft.known, draft.country = draft.mentions[0].span.text, None, country


def _find_seat(board: Board, draft: Draft) -> str | None:
    """Where the text says that the body sits: `the Senate in Bucharest`, `In Bucharest the Senate`."""
    first = draft.mentions[0]
    tokens = board.sentences[first.sentence].tokens
    last = first.tokens.last
    for mention in board.in_sentence.get(first.sentence, []):
        other = board.find(mention)
        if other is None or other.kind not in {"state", "place"} or not mention.tokens.first:
            continue
        behind = mention.tokens.first == last + 1 and tokens[last].lower in {"in", "of"}
        opens = mention.tokens.first == 1 and tokens[0].lower == "in"
        if behind or (opens and first.tokens.first - mention.tokens.last <= NEAR):
            return other.country if other.country not in CODES else None
    return None


def _list_staff(board: Board, draft: Draft) -> list[Draft]:
    """Those who hold an office of the body and are of its country."""
    found: list[Draft] = []
    for claim in board.claims:
        holder = board.at.get(claim.holder)
        if claim.of is draft and holder is not None and holder.country == draft.country and holder not in found:
            found.append(holder)
    return found


def _is_told_near(board: Board, own: tuple[Draft, ...]) -> bool:
    """Whether the sentence that first names the body names its own country too."""
    number = own[0].mentions[0].sentence
    others = (board.find(m) for m in board.in_sentence.get(number, []))
    return any(d is not None and d not in own and d.country == own[0].country for d in others)


def _place_person(board: Board, draft: Draft, leading: str | None) -> str | None:
    seat = next((SEATS[w] for w in sorted(draft.role_words) if w in SEATS), None)
    if seat:
        return seat
    near = _find_near(board, draft) if draft.sector in STATELY else None
    if draft.sector in RESIDENT:
        near = _find_place(board, draft)
    if near or not (draft.sector == "GOV" and draft.role_words & HEADS and leading in LISTED):
        return near or leading
    return None


def count_countries(board: Board) -> Counter[str]:
    """How often the article names something of each country: states, places, bodies, people."""
    counts: Counter[str] = Counter()
    for draft in board.drafts:
        if draft.country and draft.country not in CODES and draft.kind in BODIES:
            counts[draft.country] += sum(m.form in {"name", "adjective"} for m in draft.mentions)
    return counts


def find_leading(counts: Counter[str], ratio: float = RATIO) -> str | None:
    """The country that the article is about, if one leads clearly."""
    total = sum(counts.values())
    if total < FEWEST:
        return None
    (country, most), (_, next_most) = [*sorted(counts.items(), key=lambda c: (-c[1], c[0])), ("", 0)][:2]
    return country if most >= SHARE * total and most >= ratio * next_most else None


def _find_near(board: Board, draft: Draft) -> str | None:
    """The one country that the sentence which first names the official speaks of before the name."""
    first = draft.mentions[0]
    found = set()
    for mention in board.in_sentence.get(first.sentence, []):
        other = board.find(mention)
        if other is None or other is draft or mention.head >= first.head or other.kind not in {"state", "place"}:
            continue
        if other.country and other.country not in CODES:
            found.add(other.country)
    return found.pop() if len(found) == 1 else None


def _find_place(board: Board, draft: Draft) -> str | None:
    """The one country where the sentence that first names someone puts what it tells: `X was held in Tehran`."""
    found = _list_places(board, draft.mentions[0].sentence)
    return found.pop() if len(found) == 1 else None


def _list_places(board: Board, number: int) -> set[str]:
    """The countries of the places where the sentence says that things happen."""
    sentence = board.sentences[number]
    found = set()
    for mention in board.in_sentence.get(number, []):
        other = board.find(mention)
        if other is None or other.kind not in {"state", "place"} or not other.country or other.country in CODES:
            continue
        token = sentence.tokens[mention.head]
        if token.dep == "pobj" and sentence.tokens[token.head].lower in PLACING:
            found.add(other.country)
    return found
