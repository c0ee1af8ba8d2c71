"""Bodies that several states have under one name (`Senate`, `Labour Party`): each belongs to the state beside it."""

from __future__ import annotations

from functools import cache

from coranto.extract.known import find_known, fold_words
from coranto.model.drafts import Mention, TokenRef
from coranto.resolve.coreference.reasons import explain
from coranto.resolve.drafts import Board, Draft
from coranto.resources import read_tsv

CODES = frozenset({"IGO", "NGO"})
BESIDE = frozenset({"ADJ", "PART", "PROPN", "NOUN"})
TWICE = frozenset({"GEO"})
"""States whose name another land has too: only where the article has the adjective are they meant for sure."""
LINKS = frozenset({"of", "in"})
BEFORE = 4
"""Tokens before the body's name in which its state may stand."""


@cache
def load_shared() -> frozenset[str]:
    """Names of listed bodies that other states have too."""
    return frozenset(row["name"] for row in read_tsv("actors/shared.tsv"))


def part_namesakes(board: Board) -> None:
    """Let `Poland's Senate` be another body than the one that the list knows, and `the Senate` the one told last."""
    for draft in list(board.drafts):
        if draft.known is None or draft.known.name not in load_shared():
            continue
        others: dict[str, Draft] = {}
        last = draft
        for mention in list(draft.mentions):
            country = _find_state_beside(board, mention)
            if country is None and draft.country and holds_own(mention, draft):
                country = draft.country
            if country is not None:
                last = draft
                if country != draft.country:
                    words = fold_words(mention.span.text)
                    new = Draft(
                        "organization", mention.span.text, country=country, sector=draft.known.sector, words=words
                    )
                    last = others.setdefault(country, new)
            if last is not draft and mention.form == "name":
                board.keep(last, mention, explain("name.part"))
        if not draft.mentions:
            board.drafts.remove(draft)


def holds_own(mention: Mention, draft: Draft) -> bool:
    """Whether the name holds its own country: `United States Senate`, `U.S. Senate`."""
    words = mention.span.text.removeprefix("the ").split()
    found = find_known(words[0]) or find_known(" ".join(words[:2]))
    return found is not None and found.kind == "state" and found.country == draft.country


def _find_state_beside(board: Board, mention: Mention) -> str | None:
    """The country of the state right before the name or, with `of` or `in`, right after it."""
    tokens, (first, last) = board.sentences[mention.sentence].tokens, mention.tokens
    for i in range(first - 1, max(-1, first - 1 - BEFORE), -1):
        draft = board.inside.get(TokenRef(mention.sentence, i)) or board.at.get(TokenRef(mention.sentence, i))
        if draft is not None:
            return draft.country if _is_state(draft) else None
        if tokens[i].pos not in BESIDE:
            break
    if last + 1 < len(tokens) and tokens[last].lower in LINKS:
        for i in (last + 1, last + 2):
            draft = board.at.get(TokenRef(mention.sentence, i))
            if draft is not None:
                return draft.country if _is_state(draft) else None
    return None


def _is_state(draft: Draft) -> bool:
    """Whether a state is meant, and not the American one of the same name (`Georgia's House delegation`)."""
    if draft.kind != "state" or draft.country in CODES:
        return False
    return draft.country not in TWICE or any(m.form == "adjective" for m in draft.mentions)
