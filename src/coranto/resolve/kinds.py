"""What kind of thing a name is, once all of the article is read: texts, places, outlets and firms taken for others.

Events, works, ships and faiths act for nobody: their drafts are left out.
"""

from __future__ import annotations

import re
from functools import cache

from coranto.extract.known import fold_words
from coranto.model.drafts import Mention, TokenRef
from coranto.model.entity import EntityKind
from coranto.model.sentence import Sentence
from coranto.resolve.atlas import load_gazetteer
from coranto.resolve.callings import read_sector
from coranto.resolve.drafts import Board, Draft
from coranto.resolve.leaders import find_leader
from coranto.resolve.names.comparison import FAMILY_FIRST
from coranto.resolve.names.persons import load_given
from coranto.resolve.nobodies import is_nobody, lies_somewhere, list_small, names_family
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
    "mountain mountains lake desert bridge tower beach strait canal dam shrine temple palace cathedral courthouse "
    "station".split()
)
"""Last words of the names of places that act for nobody."""
LANES = frozenset(
    "drive lane plaza stadium arena library airfield airbase cemetery memorial auditorium monument theatre theater "
    "boulevard center centre highway parkway expressway academy hospital institute foundation school".split()
)
"""Last words of names of three words and more that bear a person's name and are none: `Rosa Holm Drive`."""
BEFORE_PLACES = frozenset({"in", "near", "outside"})
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
LINKED = 4
"""Tokens before the long form of a name at least: a name, and a pet form in brackets."""
BODIES = frozenset(
    "motorsports racing entertainment studios records technologies systems industries enterprises holdings partners "
    "capital ventures airlines airways pharmaceuticals bank inc llc ltd corp magazine network committee commission "
    "council association coalition campaign fund project initiative party union league team club agency bureau "
    "department ministry".split()
)
"""Last words of names that are no person's."""
SEATED = frozenset({"mayor", "president", "governor", "senator", "commissioner", "chairman", "minister", "spokesman"})
"""Titles that a place or body stands before, and that are few people's surnames."""
SITE = re.compile(r"\w\.(?:com|org|net|co)\b", re.IGNORECASE)
QUOTES = frozenset({'"', "“", "”", "'", "‘", "’"})
LINKS = frozenset({"of", "for"})
JOINS = frozenset({"and", "&"})
FIELDS = frozenset({"affairs", "relations", "cooperation", "management"})
"""Last words of what officials are for, and of no body."""
COMPOUNDS = frozenset({"compound", "nmod", "amod"})
MANNERS = frozenset({"era", "style", "like", "esque", "type", "class", "backed", "led", "inspired", "brokered"})
"""What stands after a hyphen behind names that only describe: `the Holm-era rules`."""


def mend_kinds(board: Board) -> None:
    """Let names be what their words or the noun before them tell, and leave out those of events and things."""
    people = [d.words for d in board.drafts if d.kind == "person" and d.words]
    halves = {words[-1] for words in people} | {words[0] for words in people if words[0] in FAMILY_FIRST}
    halves |= {d.words[0] for d in board.drafts if d.kind == "state" and len(d.words) == 1}
    _join_surnames(board)
    _join_long_names(board)
    small = list_small(board)
    gone = []
    for draft in board.drafts:
        if is_nobody(board, draft, small):
            gone.append(draft)
            continue
        if names_family(board, draft):
            draft.kind = "group"
        elif _takes_title(draft):
            draft.name, draft.words = draft.name.rpartition(" ")[0], draft.words[:-1]
            draft.kind = "place" if load_gazetteer().find(draft.name) else "organization"
        elif lies_somewhere(board, draft):
            draft.kind = "place"
        if draft.kind == "outlet" and draft.mentions and _names_field(board, draft):
            gone.append(draft)
        if draft.kind not in {"person", "organization"} or not draft.words or not draft.mentions:
            continue
        if not _mend(board, draft) or _joins_two(draft, halves) or _only_describes(board, draft):
            gone.append(draft)
    for draft in gone:
        board.drafts.remove(draft)


def _join_surnames(board: Board) -> None:
    """`Lotte Stahr`, taken for a body, whom the article goes on to call `Stahr`, a person."""
    lone = {d.words[0]: d for d in board.drafts if d.kind == "person" and d.known is None and len(d.words) == 1}
    for draft in list(board.drafts):
        if draft.kind != "organization" or draft.known is not None or draft.sector is not None:
            continue
        person = lone.get(draft.words[-1]) if 1 < len(draft.words) < 4 else None
        if person is None or person not in board.drafts or read_sector(draft.words) is not None:
            continue
        if not all(word.replace("-", "").isalpha() and word.istitle() for word in draft.name.split()):
            continue
        draft.kind = "person"
        board.absorb(draft, person)
        known = find_leader(draft.words, board.published)
        if known is not None:
            draft.known, draft.name, draft.gender = known, known.name, draft.gender or known.gender


def _takes_title(draft: Draft) -> bool:
    """`Erimo Mayor` before a name: a place or body, and the title of someone else."""
    if draft.kind != "person" or draft.known is not None or draft.roles or len(draft.words) != 2:
        return False
    return draft.words[1] in SEATED and draft.words[0] not in load_given()


def _join_long_names(board: Board) -> None:
    """`Dana Holm Dana (Dee) Marie Holm`, where a page shows a link and what it is to: the rest is the same person."""
    full = [d for d in board.drafts if d.kind == "person" and len(d.words) > 1]
    for draft in full:
        first = next((m for m in draft.mentions if m.form == "name"), None)
        if first is None or draft.known is not None or draft not in board.drafts or first.tokens.first < LINKED - 1:
            continue
        tokens = board.sentences[first.sentence].tokens
        start = first.tokens.first
        pet = tokens[start - 1].text == ")" and tokens[start - 3].text == "("
        reach = (1, 2) if tokens[start - 1].pos == "PROPN" else (1,)
        beside = {id(board.inside.get(TokenRef(first.sentence, start - i))) for i in reach}
        others = [d for d in full if d is not draft and d in board.drafts and draft.words[-1] in d.words]
        if (
            len(others) == 1
            and (pet or id(others[0]) in beside)
            and others[0].mentions[0].span.start < first.span.start
        ):
            board.absorb(others[0], draft)


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
    if TAG.match(draft.name) or _names_field(board, draft) or _ends_in_office(draft):
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
    elif draft.kind == "person" and SITE.search(draft.name):
        draft.kind, draft.sector = "outlet", "JRN"
    elif draft.kind == "person" and _reads_as_body(draft.words):
        draft.kind = "organization"
    elif draft.kind == "person" and last in LANES and len(draft.words) > 2 and not draft.roles:
        draft.kind, draft.sector = "place", None
    elif draft.kind in {"person", "organization"} and draft.sector is None and _follows_person(board, draft):
        draft.kind = "place" if load_gazetteer().find(draft.name) else "organization"
    elif draft.sector is None and not draft.roles and _lies(board, draft):
        draft.kind = "place"
    elif draft.kind == "organization" and draft.sector is None and _reads_as_person(draft):
        draft.kind = "person"
    return True


def _reads_as_body(words: tuple[str, ...]) -> bool:
    """`Guard and Reserve`, `Rosa Holm Motorsports`: words that no person's name has."""
    return bool((LINKS | JOINS).intersection(words[1:-1])) or (len(words) > 1 and words[-1] in BODIES)


def _reads_as_person(draft: Draft) -> bool:
    """Two or three words, the first a given name, of which none is a body's: `Rosa Quispe`."""
    words = draft.name.split()
    plain = all(word.replace("-", "").isalpha() and word.istitle() for word in words)
    return plain and 1 < len(words) < 4 and draft.words[0] in load_given() and read_sector(draft.words) is None


def _names_field(board: Board, draft: Draft) -> bool:
    """`Bilateral Affairs` after `director general of`: what an office is for is no body."""
    first = draft.mentions[0]
    words = fold_words(first.span.text)
    if draft.kind == "person" or first.tokens.first == 0 or words[-1] not in FIELDS:
        return False
    return board.sentences[first.sentence].tokens[first.tokens.first - 1].lower in {"of", "for", "on", "and"}


def _ends_in_office(draft: Draft) -> bool:
    """`Tory MPs`, `Martin CEO`: what ends in an office is nobody's name."""
    last = draft.name.rpartition(" ")[2]
    return draft.kind == "person" and len(draft.words) > 1 and last in {"CEO", "CFO", "MP", "MPs", "VP", "COO", "CTO"}


def _follows_person(board: Board, draft: Draft) -> bool:
    """`X of Kvarn Blok`: whom a person is of is a body, if it is no place."""
    if draft.roles or len(draft.mentions) != 1:
        return False
    mention = draft.mentions[0]
    tokens = board.sentences[mention.sentence].tokens
    first = mention.tokens.first
    if first < 2 or tokens[first - 1].lower != "of":
        return False
    before = board.inside.get(TokenRef(mention.sentence, first - 2))
    return before is not None and before is not draft and before.kind == "person"


def _lies(board: Board, draft: Draft) -> bool:
    """Whether a name that the gazetteer has stands only where places do: `a baker in Erimo`."""
    for mention in draft.mentions:
        tokens, first = board.sentences[mention.sentence].tokens, mention.tokens.first
        if mention.form != "name" or first == 0 or tokens[first - 1].lower not in BEFORE_PLACES:
            return False
    return len(draft.words) < 3 and bool(load_gazetteer().find(draft.name))


def _only_describes(board: Board, draft: Draft) -> bool:
    """Whether a person is named only within names of other things: `the Holm administration`, `Holm-era rules`."""
    if draft.kind != "person" or draft.roles:
        return False
    return all(m.form == "name" and _describes(board.sentences[m.sentence], m) for m in draft.mentions)


def _describes(sentence: Sentence, mention: Mention) -> bool:
    tokens, last = sentence.tokens, mention.tokens.last
    if last + 1 < len(tokens) and tokens[last].text == "-" and tokens[last].start == tokens[last - 1].end:
        return tokens[last + 1].lower in MANNERS or (
            mention.tokens.first + 1 == last and tokens[last + 1].pos == "PROPN"
        )
    end = tokens[last - 1]
    head = tokens[end.head]
    if mention.tokens.first > 1 and tokens[mention.tokens.first - 1].text == "-":
        return end.dep in COMPOUNDS and head.pos == "NOUN"
    alone = last - mention.tokens.first == 1
    return alone and last < len(tokens) and end.dep in COMPOUNDS and head.i == last and head.pos in {"NOUN", "PROPN"}


def _noun_before(board: Board, draft: Draft) -> str:
    """The common noun right before the first mention, over a quotation mark; `the tanker, the X` too."""
    mention = draft.mentions[0]
    sentence: Sentence = board.sentences[mention.sentence]
    i = mention.tokens.first - 1
    if i > 1 and sentence.tokens[i].lower == "the" and sentence.tokens[i - 1].text == ",":
        i -= 2
    elif i > 0 and sentence.tokens[i].text == "," and sentence.tokens[i - 1].lemma in VESSELS:
        i -= 1
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
