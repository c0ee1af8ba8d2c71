"""Owners of offices: the state, place or organisation that one belongs to, read from the words beside the title.

Read token by token, so that a wrong parse of a long title does little harm.
"""

from __future__ import annotations

from typing import NamedTuple

from coranto.model.drafts import Mention, TokenRef
from coranto.model.sentence import Sentence
from coranto.resolve.drafts import Board, Draft

LINKS = frozenset({"of", "for", "in", "at", "from", "with"})
ENVOYS = frozenset({"ambassador", "envoy", "representative", "delegate", "consul", "emissary", "nuncio", "minister"})
"""Those who are sent to the body or state named after `to`, and belong to another."""
STOPS = frozenset({"VERB", "AUX", "ADP", "CCONJ", "SCONJ", "PRON", "ADV"})
WORDS = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM"})
HYPHENS = frozenset({"-", "–"})
PASSED = frozenset({"then", "former", "ousted", "deposed", "retired", "newly", "long", "appointed", "elected"})
"""Words of any kind that may stand between a title and what owns it."""
REACH = 16
ORIGINS = frozenset({"origin", "origins", "descent", "heritage", "ancestry", "extraction", "background", "birth"})
"""What someone is `of` without being of that state: `a businessman of Russian origin`."""
BEARERS = frozenset({"organization", "outlet", "group", "state", "place"})
GROUPS = frozenset({"organization", "outlet", "group"})


class Complement(NamedTuple):
    """What follows a title with `of` or `for`: the mentions in it, where it ends, and its first word."""

    mentions: tuple[Mention, ...]
    last: int
    link: str


def body_at(board: Board, sentence: Sentence, token: int) -> Draft | None:
    """The body, state or place that stands at the token; a person only as an owner (`X's lawyer`)."""
    draft = board.at.get(TokenRef(sentence.number, token))
    if draft is None or draft.kind == "unnamed":
        return None
    if draft.kind == "person":
        return draft if sentence.tokens[token].dep == "poss" else None
    return draft


def find_owner(board: Board, sentence: Sentence, last: int) -> Draft | None:
    """The body or state that stands before a title: `Russian`, `Peru's`, `the ministry's`, `Foreign Ministry`."""
    nearest: Draft | None = None
    for i in range(last - 1, -1, -1):
        token = sentence.tokens[i]
        if token.lower in PASSED:
            continue
        if token.pos in STOPS or (token.pos == "PUNCT" and token.text not in HYPHENS):
            break
        draft = body_at(board, sentence, i)
        if draft is None:
            continue
        if draft.kind in GROUPS and (draft.sector or draft.country):
            return draft
        nearest = nearest or draft
    return nearest


def read_complement(board: Board, sentence: Sentence, after: int) -> Complement:
    """The phrase with `of`, `for`, `at` that follows a title at the token `after`."""
    tokens = sentence.tokens
    link = tokens[after].lower if after + 1 < len(tokens) else ""
    if link and tokens[after - 1].pos == "VERB":
        after, link = after - 1, "of"
    if link not in LINKS and link != "to":
        return Complement((), after, "")
    widest = _list_widest(board, sentence)
    found: list[Mention] = []
    i = last = after + 1
    while i < min(len(tokens), after + REACH):
        mention = widest.get(i)
        if mention is not None and mention.kind == "person":
            break
        if mention is not None:
            found.append(mention)
            i = last = mention.tokens.last
            owns = i < len(tokens) and tokens[i].tag == "POS"
            lies = i < len(tokens) and tokens[i].lower in {"of", "in"} and (i + 1 in widest or i + 2 in widest)
            if owns or lies:
                i += 1
            elif mention.form != "adjective" and not (i < len(tokens) and tokens[i].pos == "NOUN"):
                break
        elif tokens[i].label in {"DATE", "TIME"}:
            break
        elif tokens[i].pos in WORDS or (tokens[i].lower == "of" and i == last and not found):
            last = i + 1 if tokens[i].pos in {"NOUN", "PROPN"} else last
            i += 1
        else:
            break
    if tokens[last - 1].lower in ORIGINS:
        return Complement((), after, "")
    if last == after + 1 or (not found and link not in {"of", "for"}):
        return Complement((), after, "")
    sent = link == "to" and tokens[after - 1].lower in ENVOYS
    return Complement(() if sent else tuple(found), last, link)


def choose_body(
    board: Board, sentence: Sentence, first: int, complement: Complement
) -> tuple[Draft | None, str | None]:
    """The body of an office whose title begins at `first`, and the country told beside it.

    A body behind the title goes before one in front of it, a state in front before a state behind but for `of`.
    """
    mentions = [m for m in complement.mentions if m.tokens.last == complement.last or not _is_part(board, sentence, m)]
    behind = [d for m in mentions if (d := board.find(m)) is not None and d.kind in BEARERS]
    groups = [d for d in behind if d.kind in GROUPS and not (d.kind == "group" and d.sector in {None, "CVL"})]
    lands = [d for d in behind if d.kind in {"state", "place"}]
    if not lands and complement.mentions:
        inner = (body_at(board, sentence, m.tokens.first + k) for m in complement.mentions for k in (0, 1, 2))
        lands = [d for d in inner if d is not None and d.kind == "state"]
    if complement.link in {"in", "at", "with"}:
        lands = []
    owner = find_owner(board, sentence, first)
    country = next((d.country for d in (*groups, *lands) if d.country), None)
    if groups:
        return groups[0], country or (owner.country if owner is not None else None)
    if owner is not None and owner.kind in GROUPS:
        return owner, owner.country
    if lands and (complement.link == "of" or owner is None):
        return lands[0], country
    return owner, owner.country if owner is not None else None


def _is_part(board: Board, sentence: Sentence, mention: Mention) -> bool:
    """Whether a name that no list knows is but part of a longer noun: `the Defense portfolio`."""
    draft, after = board.find(mention), mention.tokens.last
    unknown = draft is not None and draft.kind == "organization" and draft.known is None
    return unknown and after < len(sentence.tokens) and sentence.tokens[after].pos == "NOUN"


def _list_widest(board: Board, sentence: Sentence) -> dict[int, Mention]:
    """The widest mention that begins at each token, of bodies, places and groups; names of people too."""
    widest: dict[int, Mention] = {}
    for mention in board.in_sentence.get(sentence.number, []):
        if mention.form == "pronoun" or mention.kind == "unnamed":
            continue
        old = widest.get(mention.tokens.first)
        if old is None or mention.tokens.last > old.tokens.last:
            widest[mention.tokens.first] = mention
    return widest
