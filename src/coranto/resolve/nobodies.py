"""Names that look like people's and stand for nobody whom the article tells of.

Credits, bylines, law cases, signatures, words with a capital: what all the places tell where the name stands.
"""

from __future__ import annotations

import re
from functools import cache

from coranto.extract.known import fold
from coranto.extract.roles import find_role, load_portfolios
from coranto.model.drafts import Mention, TokenRef
from coranto.model.sentence import Sentence
from coranto.resolve.atlas import load_gazetteer
from coranto.resolve.drafts import Board, Draft
from coranto.resolve.names.persons import load_given
from coranto.resolve.roles.titles import OFFICES

CREDITS = frozenset({"photo", "photos", "photograph", "photographer", "picture", "image", "credit", "illustration"})
CREDITED = frozenset({"by", ":", "/", "|"})
SELLERS = frozenset({"for", "via"})
"""What stands between a photographer and the outlet: `| Ana Roe for Brevik Times`."""
BYLINE = frozenset({"by", "and", ",", "|", "-", "–", "—", "&", "\u2022"})
CASES = frozenset({"v", "v.", "vs", "vs."})
STORMS = frozenset({"hurricane", "typhoon", "cyclone", "storm", "superstorm", "hurricanes", "typhoons"})
MEMORIALS = frozenset(
    "act award awards bill prize medal memorial library museum center centre airport highway bridge building hall "
    "school university college hospital institute foundation committee laureate laureates doctrine amendment law rule "
    "stadium park avenue street boulevard drive square house hotel tower scholarship fellowship fellow lecture "
    "scale comet telescope syndrome disease test bay island strait sea lake mount cup trophy championship "
    "file show hour report project lines administration era".split()
)
"""Nouns after a name that make another thing of it: `the Holm Memorial`, `the Holm prize`."""
OPENING = frozenset({"(", "["})
CLOSING = frozenset({")", "]"})
COURTESIES = frozenset("mr mr. mrs mrs. ms ms. miss dr dr. sir lady lord".split())
BEFORE_PLACES = frozenset({"in", "near", "outside", "to", "from", "at", "across", "around", "toward", "towards"})
PARTICLES = frozenset({"e", "i", "ul", "ud", "ur", "al", "el", "o"})
"""What a hyphen joins to a word that is but the first of a longer name: `Sipah-e-Sahaba`."""
CREDIT_LINE = re.compile(r"\b(?:Getty|Images|AP Photos?|Reuters|AFP)\b")
PREFIXES = ("anti-", "pro-", "non-", "post-", "pre-")
NOUNS = frozenset({"NN", "NNS"})
NEAR = 8
"""Tokens after a name behind a bar within which `Photo` makes it a credit."""
SHORTEST = 3
"""Letters below which a word in capitals is no one's name."""


def is_nobody(board: Board, draft: Draft, small: frozenset[str]) -> bool:
    """Whether a person is but a credit, a byline, a case or a common word; `small` are the article's own nouns."""
    if draft.kind != "person" or not draft.words:
        return False
    named = [m for m in draft.mentions if m.form == "name"]
    if not named:
        return False
    if all(_is_credit(board, m) or _is_byline(board, m) for m in named):
        return True
    if draft.known is not None:
        return False
    if all(_is_case(board, m) or _is_aside(board, m) or _is_part(board, m) for m in named):
        return True
    if _names_field(draft) or _is_word(draft) or _is_noun_phrase(board, draft, named):
        return True
    return not draft.roles and _means_words(board, draft, named, small)


def list_small(board: Board) -> frozenset[str]:
    """The common nouns that the article writes in small letters, folded."""
    return frozenset(
        fold(token.text)
        for sentence in board.sentences
        for token in sentence.tokens
        if token.tag in NOUNS and token.text.islower()
    )


def names_family(board: Board, draft: Draft) -> bool:
    """`the Holms`, `Brevikers`: one word in the plural is a family or a people."""
    if draft.kind != "person" or draft.known is not None or len(draft.words) != 1 or draft.roles:
        return False
    first = next((m for m in draft.mentions if m.form == "name"), None)
    if first is None or not draft.name.endswith("s") or draft.name.endswith("ss"):
        return False
    sentence = board.sentences[first.sentence]
    token, start = sentence.tokens[first.tokens.last - 1], first.tokens.first
    if start and sentence.tokens[start - 1].lower == "the":
        return True
    return token.tag in {"NNPS", "NNS"} or (draft.name.endswith("ers") and len(draft.mentions) == 1)


def lies_somewhere(board: Board, draft: Draft) -> bool:
    """Whether a single word that the gazetteer has stands only where places do: `to Erimo`, `of Tarn, Erimo`."""
    named = [m for m in draft.mentions if m.form == "name"]
    if draft.kind != "person" or draft.known is not None or draft.roles or len(draft.words) > 2 or not named:
        return False
    if draft.words[0] in load_given() or not load_gazetteer().find(draft.name):
        return False
    return all(_is_placed(board, m) for m in named)


def _is_placed(board: Board, mention: Mention) -> bool:
    tokens, first = board.sentences[mention.sentence].tokens, mention.tokens.first
    if not first:
        return False
    if tokens[first - 1].lower in BEFORE_PLACES:
        return True
    if first < 3 or tokens[first - 1].text != ",":
        return False
    before = board.inside.get(TokenRef(mention.sentence, first - 2))
    return before is not None and before.kind == "place" and tokens[first - 3].lower in BEFORE_PLACES | {"of"}


def _is_credit(board: Board, mention: Mention) -> bool:
    """`Ana Roe/Brevik Images`, `Photo by Ana Roe`, `| Ana Roe for Brevik Times`."""
    sentence = board.sentences[mention.sentence]
    tokens, (first, last) = sentence.tokens, mention.tokens
    after = tokens[last] if last < len(tokens) else None
    if after is not None and after.text == "/" and after.start == tokens[last - 1].end:
        return True
    before = tokens[first - 1] if first else None
    if before is None:
        return False
    if (
        before.text == "/"
        and before.end == tokens[first].start
        and first > 1
        and _is_agency(board, sentence, first - 2)
    ):
        return True
    if before.lower in CREDITED and first > 1 and tokens[first - 2].lower in CREDITS:
        return True
    if before.text != "|" or after is None:
        return False
    return after.lower in SELLERS or any(t.lower in CREDITS for t in tokens[last : last + NEAR])


def _is_agency(board: Board, sentence: Sentence, token: int) -> bool:
    draft = board.inside.get(TokenRef(sentence.number, token))
    return sentence.tokens[token].text.isupper() or (draft is not None and draft.kind == "outlet")


def _is_byline(board: Board, mention: Mention) -> bool:
    """Whether the line holds nothing but the name, `By` and other names."""
    sentence = board.sentences[mention.sentence]
    first = sentence.found.rfind("\n", 0, mention.span.start) + 1
    last = sentence.found.find("\n", mention.span.end)
    line = [t for t in sentence.tokens if t.start >= first and (last < 0 or t.end <= last) and t.text.strip()]
    for token in line:
        if mention.tokens.holds(token.i) or token.lower in BYLINE:
            continue
        draft = board.inside.get(TokenRef(sentence.number, token.i))
        if draft is None or draft.kind not in {"person", "outlet"}:
            return False
    return line[0].lower == "by" or len(line) == mention.tokens.last - mention.tokens.first


def _is_case(board: Board, mention: Mention) -> bool:
    """`Holm v. Brevik`: a case is no one who acts."""
    tokens, (first, last) = board.sentences[mention.sentence].tokens, mention.tokens
    if any(t.lower in CASES for t in tokens[first:last]):
        return True
    return any(0 <= i < len(tokens) and tokens[i].lower in CASES for i in (first - 1, last))


def _is_aside(board: Board, mention: Mention) -> bool:
    """One word in brackets (`Dana (Dee) Holm`), or before a writer's sign (`Dee (@deeholm)`)."""
    tokens, (first, last) = board.sentences[mention.sentence].tokens, mention.tokens
    if last - first > 1 or last >= len(tokens):
        return False
    if first and tokens[first - 1].text in OPENING and tokens[last].text in CLOSING:
        return True
    return tokens[last].text == "(" and last + 1 < len(tokens) and tokens[last + 1].text.startswith("@")


def _is_part(board: Board, mention: Mention) -> bool:
    """Whether the name is but a part of another thing's: `Hurricane Dana`, `the Dana Holm Library`, `Dana-e-Holm`."""
    tokens, (first, last) = board.sentences[mention.sentence].tokens, mention.tokens
    if tokens[first].lower in STORMS or (first and tokens[first - 1].lower in STORMS):
        return True
    after = tokens[last] if last < len(tokens) else None
    if after is None:
        return False
    if after.text == "-" and after.start == tokens[last - 1].end and last + 1 < len(tokens):
        return tokens[last + 1].lower in PARTICLES
    end = tokens[last - 1]
    return after.lower in MEMORIALS and end.dep in {"compound", "nmod", "amod"} and end.head >= last


def _names_field(draft: Draft) -> bool:
    """`House Intelligence`, `Brevik Affairs`: a name that ends in what a minister is of, without a given name."""
    if len(draft.words) < 2 or draft.roles or draft.words[0] in load_given():
        return False
    return draft.words[-1] in _list_fields()


@cache
def _list_fields() -> frozenset[str]:
    return frozenset(words[-1] for words in load_portfolios() if len(words[-1]) > SHORTEST) | {"intelligence"}


def _is_noun_phrase(board: Board, draft: Draft, named: list[Mention]) -> bool:
    """`Consumer Reports`, `Executive Order`: one word behind a capitalised noun for people that is no title."""
    if len(draft.words) > 1 or draft.words[0] in load_given():
        return False
    for mention in named:
        sentence, (first, last) = board.sentences[mention.sentence], mention.tokens
        role = find_role(sentence, first) if last - first > 1 else None
        if role is None or role[0].title or role[0].sector in OFFICES or not sentence.tokens[first].text.istitle():
            return False
    return True


def _is_word(draft: Draft) -> bool:
    """`ET`, `W.H.`, `anti-Holm`: no one is called so."""
    if CREDIT_LINE.search(draft.name):
        return True
    if draft.name.isupper() and len(draft.name.replace(".", "")) < SHORTEST:
        return True
    return draft.name.startswith(PREFIXES)


def _means_words(board: Board, draft: Draft, named: list[Mention], small: frozenset[str]) -> bool:
    """`Voter Fraud`, where the article has `voter` and `fraud` in small letters, and no one is called by courtesy."""
    if draft.words[0] in load_given() or not small.issuperset(draft.words):
        return False
    return not any(
        board.sentences[m.sentence].tokens[i].lower in COURTESIES
        for m in named
        for i in (m.tokens.first, m.tokens.first - 1)
        if i >= 0
    )
