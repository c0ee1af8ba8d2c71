"""Acronyms: those that the text defines (`the Ministry of the Interior (MININT)`), and those of several bodies.

What the text defines goes before any list. Of several bodies known by one acronym (`RSF`, `PPP`) the one is meant that
the article names in full, else the one told by the words beside it, else the one whose country the article names most.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache
from typing import NamedTuple

from coranto.extract.known import find_known, fold_words, load_by_key
from coranto.model.drafts import Mention
from coranto.model.sentence import Sentence
from coranto.resolve.coreference.reasons import explain
from coranto.resolve.drafts import Board, Draft
from coranto.resolve.names.comparison import make_initials
from coranto.resources import read_tsv

ACRONYM = re.compile(r"\(\s*(?:the\s+|or\s+)?[“\"']?([A-Z][A-Za-z.&-]{1,9}[A-Z]|[A-Z]{2,10})[”\"']?\s*\)")
CALLED = re.compile(r",?\s+(?:or|(?:also |better |commonly )?known as|abbreviated as)\s+(?:the\s+)?([A-Z]{2,10})\b")
"""`the Rapid Support Forces, or RSF`; the name's initials must agree."""


class Body(NamedTuple):
    """One of the bodies that an acronym stands for; `cues` are words that tell it from the others."""

    name: str
    country: str
    sector: str | None
    cues: frozenset[str]


def link_acronyms(board: Board) -> None:
    """Join `MININT` to `the Ministry of the Interior (MININT)`, and `ABC` to a body with those initials."""
    bodies = [d for d in board.drafts if d.kind in {"organization", "outlet"}]
    by_text = {m.span.text.replace(".", ""): d for d in bodies for m in d.mentions}
    for sentence in board.sentences:
        for match in (*ACRONYM.finditer(sentence.text), *CALLED.finditer(sentence.text)):
            short = match.group(1).replace(".", "")
            before = _body_before(board, sentence, match.start())
            other = by_text.get(short)
            if match.re is CALLED and (before is None or make_initials(before.words) != short.lower()):
                continue
            if before is not None and other is not None and before is not other and other in board.drafts:
                kept, gone = (other, before) if other.known and not before.known else (before, other)
                if kept.known and gone.known:
                    _give(board, before, other, short)
                    continue
                if kept is other and _is_another(other, before, short):
                    kept, gone = before, other
                    gone.country, gone.sectors = None, []
                board.absorb(kept, gone, explain("name.acronym"))
    for draft in list(board.drafts):
        if draft.kind != "organization" or draft.known or len(draft.words) != 1 or not draft.name.isupper():
            continue
        full = [
            d
            for d in board.drafts
            if d.kind == "organization" and make_initials(d.words) == draft.words[0] and d != draft
        ]
        if len(full) == 1:
            board.absorb(full[0], draft, explain("name.initials"))


def _is_another(listed: Draft, told: Draft, short: str) -> bool:
    """Whether the text gives the acronym to a body with no word of the listed one's name: another of those initials."""
    initials = make_initials(told.words)
    drawn = len(initials) > 1 and short.lower().endswith(initials)  # (`All` may be lost from the name's beginning)
    shared = set(told.words) & set(listed.words)
    return drawn and len(listed.words) > 1 and 2 * len(shared) < len(told.words)


def _give(board: Board, body: Draft, listed: Draft, short: str) -> None:
    """Let the acronym stand for the body that the text gives it to, where the list has it for another's."""
    for mention in list(listed.mentions):
        if mention.span.text.replace(".", "") == short:
            board.link(mention, body, explain("name.acronym"))
    if not listed.mentions:
        board.drafts.remove(listed)


def tell_acronyms(board: Board) -> None:
    """Part the bodies that one acronym stands for, where the text does not define it."""
    shared = load_acronyms()
    found: dict[str, list[Mention]] = defaultdict(list)
    for mention in board.mentions:
        short = mention.span.text.replace(".", "")
        if mention.form == "name" and short in shared:
            found[short].append(mention)
    for short, mentions in found.items():
        drafts = [board.find(m) for m in mentions]
        if any(d is None or any(m.span.text.replace(".", "") != short for m in d.mentions) for d in drafts):
            continue
        body = _pick(board, shared[short], mentions)
        draft = _find_or_make(board, body)
        if draft in drafts:
            continue
        for mention, old in zip(mentions, drafts, strict=True):
            board.keep(draft, mention, explain("name.acronym"))
            if old is not None and not old.mentions and old in board.drafts:
                board.drafts.remove(old)


def _pick(board: Board, bodies: tuple[Body, ...], mentions: list[Mention]) -> Body:
    """The body named in full, told by a word beside the acronym, or of the country named most; else the best known."""
    named = {d.words for d in board.drafts} | {d.known.words for d in board.drafts if d.known is not None}
    full = [body for body in bodies if fold_words(body.name) in named and not _is_listed_so(body, mentions)]
    if len(full) == 1:
        return full[0]
    beside = {t.lemma for m in mentions for t in board.sentences[m.sentence].tokens}
    told = [body for body in bodies if body.cues & beside]
    if len(told) == 1:
        return told[0]
    counts: Counter[str] = Counter()
    for draft in board.drafts:
        if draft.kind in {"state", "place"} and draft.country:
            counts[draft.country] += sum(m.form in {"name", "adjective"} for m in draft.mentions)
    most = max(counts[body.country] for body in bodies)
    leading = [body for body in bodies if counts[body.country] == most]
    return leading[0] if most and len(leading) == 1 else bodies[0]


def _is_listed_so(body: Body, mentions: list[Mention]) -> bool:
    """Whether it is the body that the list has for the acronym, whose draft bears its full name anyway."""
    known, full = find_known(mentions[0].span.text), find_known(body.name)
    return known is not None and full is not None and known.key == full.key


def _find_or_make(board: Board, body: Body) -> Draft:
    known = find_known(body.name)
    words = fold_words(body.name)
    for draft in board.drafts:
        if draft.words == words or (known is not None and draft.known is not None and draft.known.key == known.key):
            return draft
    if known is None:
        return Draft("organization", body.name, country=body.country, sector=body.sector, words=words)
    base = load_by_key().get(known.key, known)
    return Draft(known.kind, base.name, country=known.country, sector=known.sector, known=base, words=words)


@cache
def load_acronyms() -> dict[str, tuple[Body, ...]]:
    """The bodies of each acronym that several have, the best known first."""
    found: dict[str, list[Body]] = defaultdict(list)
    for row in read_tsv("actors/acronyms.tsv"):
        cues = frozenset(row["cues"].split("|")) - {""}
        found[row["acronym"]].append(Body(row["name"], row["country"], row["sector"] or None, cues))
    return {short: tuple(bodies) for short, bodies in found.items()}


def _body_before(board: Board, sentence: Sentence, offset: int) -> Draft | None:
    for mention in reversed(board.in_sentence.get(sentence.number, [])):
        end = sentence.tokens[mention.tokens.last - 1]
        if mention.form == "name" and 0 <= offset - (end.offset + len(end.text)) <= 1:
            draft = board.find(mention)
            return draft if draft is not None and draft.kind in {"organization", "outlet"} else None
    return None
