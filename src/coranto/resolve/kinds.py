"""What kind of thing a name is, once all of the article is read: texts, places, outlets and firms taken for others.

Events, works, ships and faiths act for nobody: their drafts are left out.
"""

from __future__ import annotations

import re
from functools import cache

from coranto.extract.known import fold_words
from coranto.model.entity import EntityKind
from coranto.model.sentence import Sentence
from coranto.resolve.drafts import Board, Draft
from coranto.resolve.names import FAMILY_FIRST
from coranto.resources import read_tsv

TEXTS = frozenset(
    "agreement treaty accord accords act pact protocol protocols convention declaration constitution resolution bill "
    "amendment memorandum charter law laws report plan ordinance doctrine manifesto petition dossier verdict".split()
)
"""Last words of the names of texts."""
TEXT_PARTS = frozenset({"article", "articles", "plan", "letter", "rules", "code", "statement", "memorandum", "treaty"})
"""First words of the names of texts where `of` or `for` follows: `Articles of Impeachment`."""
EVENTS = frozenset(
    "summit cup games olympics festival war referendum ceremony awards anniversary crisis scandal caucuses massacre "
    "revolution uprising holocaust genocide marathon intifada meeting race weekend".split()
)
"""Last words of the names of events."""
SITES = frozenset(
    "avenue street road boulevard highway freeway coast bay river island islands airport territory peninsula valley "
    "mountain mountains lake desert bridge tower beach strait canal dam".split()
)
"""Last words of the names of places that act for nobody."""
VESSELS = frozenset(
    "ship vessel submarine carrier frigate destroyer corvette yacht tanker ferry boat cruiser gunship icebreaker "
    "freighter".split()
)
WORKS = frozenset("book novel memoir film movie song album documentary play podcast bestseller".split())
APPOSED: dict[str, tuple[EntityKind, str]] = {
    **dict.fromkeys(("newspaper", "daily", "tabloid", "magazine", "broadcaster", "newsweekly"), ("outlet", "JRN")),
    **dict.fromkeys(("company", "firm", "manufacturer", "retailer", "startup", "airline"), ("organization", "BUS")),
    **dict.fromkeys(("charity", "nonprofit", "foundation", "institute"), ("organization", "")),
}
"""Nouns right before a name that tell its kind and sector: `the newspaper X`."""
TAG = re.compile(r"[RDI]-[A-Z][A-Za-z.]+$")
"""What is left of `Sen. X (R-Ohio)`."""
QUOTES = frozenset({'"', "“", "”", "'", "‘", "’"})
LINKS = frozenset({"of", "for"})


def mend_kinds(board: Board) -> None:
    """Let names be what their words or the noun before them tell, and leave out those of events and things."""
    people = [d.words for d in board.drafts if d.kind == "person" and d.words]
    halves = {words[-1] for words in people} | {words[0] for words in people if words[0] in FAMILY_FIRST}
    halves |= {d.words[0] for d in board.drafts if d.kind == "state" and len(d.words) == 1}
    gone = []
    for draft in board.drafts:
        if draft.kind not in {"person", "organization"} or not draft.words or not draft.mentions:
            continue
        if not _mend(board, draft) or _joins_two(draft, halves):
            gone.append(draft)
    for draft in gone:
        board.drafts.remove(draft)


def _mend(board: Board, draft: Draft) -> bool:
    """Set the kind anew where something tells it; false where the name acts for nobody."""
    before = _noun_before(board, draft)
    if before in VESSELS or (before in WORKS and not draft.roles):
        return False
    if draft.known is not None:
        return True
    listed = load_nobody().get(draft.words)
    if listed is not None:
        draft.kind, draft.sector = "document", None
        return bool(listed)
    if TAG.match(draft.name):
        return False
    if before in APPOSED:
        draft.kind, sector = APPOSED[before]
        draft.sector = sector or draft.sector
        return True
    last = draft.words[-1]
    if last in EVENTS and len(draft.words) > 1:
        return False
    linked = len(draft.words) > 1 and draft.words[1] in LINKS
    if (last in TEXTS and len(draft.words) > 1) or (linked and draft.words[0] in TEXT_PARTS):
        draft.kind, draft.sector = "document", None
    elif last in SITES and len(draft.words) > 1:
        draft.kind, draft.sector = "place", None
    elif draft.kind == "person" and LINKS.intersection(draft.words[1:-1]):
        draft.kind = "organization"
    return True


def _noun_before(board: Board, draft: Draft) -> str:
    """The common noun right before the first mention, over a quotation mark."""
    mention = draft.mentions[0]
    sentence: Sentence = board.sentences[mention.sentence]
    i = mention.tokens.first - 1
    if i >= 0 and sentence.tokens[i].text in QUOTES:
        i -= 1
    if i < 0 or sentence.tokens[i].pos != "NOUN":
        return ""
    return sentence.tokens[i].lemma


def _joins_two(draft: Draft, halves: set[str]) -> bool:
    """`the Rojas-Lund meeting`: two of the article with a hyphen between are no third."""
    if draft.known is not None or draft.name.count("-") != 1 or " " in draft.name:
        return False
    one, _, other = (fold_words(part)[-1:] for part in draft.name.partition("-"))
    return bool(one and other) and one[0] in halves and other[0] in halves


@cache
def load_nobody() -> dict[tuple[str, ...], str]:
    """Names that act for nobody, with the kind of those that are texts."""
    return {fold_words(row["name"]): row["kind"] for row in read_tsv("actors/nobody.tsv")}
