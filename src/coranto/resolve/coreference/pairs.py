"""Pairs: `both governments`, `the two countries`, `the two leaders`, where exactly two that may be meant are in play.

The pair is a group that knows its members, so that an event has each of them for a party. With fewer or more than two
in play the description stays a group of its own, of no country: never one of the two alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from coranto.extract.roles import find_role
from coranto.model.drafts import Mention
from coranto.model.sentence import Sentence
from coranto.resolve.coreference.firms import COMPANIES, may_be_company
from coranto.resolve.drafts import Board, Draft
from coranto.resolve.roles.titles import CODES

STATES = frozenset("country nation state government capital republic power neighbor neighbour kingdom ally".split())
SIDES = frozenset({"side", "party", "belligerent"})
PEOPLE = frozenset({"man", "woman", "politician", "statesman", "candidate", "official", "diplomat"})
"""Nouns for people whose office tells little, so that any two people may be meant."""
GENDERS = {"man": "m", "woman": "f"}
TITLES = {
    "leader": frozenset({"president", "prime minister", "premier", "chancellor", "king", "leader", "supreme leader"}),
    "minister": frozenset({"foreign minister", "defense minister", "defence minister", "minister"}),
}
TWO = frozenset({"both", "two"})
DEFINITE = frozenset({"the", "these", "those", "both", "their", "our", "its"})
BETWEEN = TWO | DEFINITE | frozenset("neighboring neighbouring rival warring opposing".split())
"""Words that may stand before the noun: any other tells a pair of another kind."""
FIGHTING = frozenset({"REB", "UAF", "OPP", "PTY", "CRM"})
REACH = 4
"""Sentences, its own among them, in which the two must be spoken of."""


def is_pair(board: Board, mention: Mention) -> bool:
    """Whether the description is of two, definite, and not told further: `both sides`, not `two countries of Asia`."""
    sentence = board.sentences[mention.sentence]
    words = {t.lower for t in sentence.tokens[mention.tokens.first : mention.head]}
    if sentence.tokens[mention.head].tag not in {"NNS", "NNPS"} or not TWO & words or not words <= BETWEEN:
        return False
    return bool(words & DEFINITE) and not any(
        t.lower in {"of", "in"} for t in sentence.children_of(mention.head, "prep")
    )


def find_pair(board: Board, mention: Mention) -> tuple[Draft, Draft] | None:
    """The two last spoken of that may be called so, in the order of their first mention; null where not exactly two."""
    lemma = _read_noun(board.sentences[mention.sentence], mention)
    found: list[Draft] = []
    for number in range(mention.sentence, max(-1, mention.sentence - REACH), -1):
        for other in board.in_sentence.get(number, []):
            draft = board.find(other)
            if draft is None or other.span.start >= mention.span.start:
                continue
            for meant in _list_meant(board, draft, lemma):
                if meant not in found:
                    found.append(meant)
        if len(found) > 1:
            break
    if len(found) != 2:
        return None
    one, two = sorted(found, key=lambda d: d.mentions[0].span.start)
    return one, two


def name_pair(pair: tuple[Draft, Draft]) -> Draft:
    """A new group of the two."""
    one, two = pair
    draft = Draft("group", f"{one.name} and {two.name}", plural=True, joint=True, members=pair)
    draft.sector = one.sector if one.sector == two.sector else None
    draft.country = one.country if one.country == two.country else None
    return draft


def _read_noun(sentence: Sentence, mention: Mention) -> str:
    """The noun of the description, with the words that make one office of it; none for `the two`."""
    role = find_role(sentence, mention.head)
    phrase = " ".join(role[0].words) if role is not None else ""
    lemma = sentence.tokens[mention.head].lemma
    return phrase if " " in phrase else "" if lemma in TWO else lemma


def _list_meant(board: Board, draft: Draft, lemma: str) -> Iterator[Draft]:
    """The draft, or the state that an official speaks for, where the noun may be said of it."""
    if lemma in STATES or lemma in SIDES:
        state = _find_state(board, draft)
        if state is not None:
            yield state
        elif lemma in SIDES and _takes_sides(draft):
            yield draft
    elif lemma in COMPANIES:
        if may_be_company(draft):
            yield draft
    elif draft.kind == "person" and _may_be_called(draft, lemma):
        yield draft


def _find_state(board: Board, draft: Draft) -> Draft | None:
    """The state itself, or that of one of its officials where the article names it."""
    if draft.kind == "state":
        return draft
    country = draft.country or (draft.known.country if draft.known else None)
    official = draft.kind == "person" and (draft.known is not None or bool(draft.role_words))
    if not official or country is None or country in CODES:
        return None
    return next((d for d in board.drafts if d.kind == "state" and d.country == country and d.mentions), None)


def _takes_sides(draft: Draft) -> bool:
    if draft.kind == "organization":
        return draft.country == "IGO" or (draft.sector or (draft.known.sector if draft.known else None)) in FIGHTING
    return draft.kind == "group" and not draft.joint and bool(draft.country) and draft.sector is None


def _may_be_called(draft: Draft, lemma: str) -> bool:
    if not lemma or lemma in PEOPLE:
        return draft.gender in {"", GENDERS.get(lemma, draft.gender)}
    return bool(draft.role_words & (TITLES.get(lemma, frozenset()) | {lemma}))
