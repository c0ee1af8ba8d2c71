"""Bodies described: `the ministry`, `the group`, `the company`, `the Irish airline, Ryanair`."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from coranto.extract.known import fold
from coranto.extract.roles import RoleNoun, find_role
from coranto.model.drafts import Mention, TokenRef
from coranto.model.sentence import Sentence
from coranto.resolve.actors import load_regions
from coranto.resolve.drafts import Board, Draft

BODIES = {
    "group": ("organization", "group"), "organization": ("organization",), "organisation": ("organization",),
    "alliance": ("organization",), "bloc": ("organization",), "party": ("organization",),
    "agency": ("organization", "outlet"),
    "company": ("organization",), "firm": ("organization",), "newspaper": ("outlet",), "magazine": ("outlet",),
    "network": ("outlet",), "outlet": ("outlet",), "broadcaster": ("outlet",), "court": ("organization",),
    "ministry": ("organization",), "department": ("organization",), "committee": ("organization",),
    "council": ("organization",), "commission": ("organization",), "union": ("organization",),
    "bank": ("organization",), "office": ("organization",), "embassy": ("organization",),
}  # fmt: skip
SECTORS: dict[str, set[str | None]] = {
    "group": {None, "REB", "UAF", "SOC", "CRM", "OPP", "REL"}, "party": {"PTY", "OPP"}, "company": {"BUS"},
    "firm": {"BUS"}, "alliance": {"MIL", None},
}  # fmt: skip
COMPANIES = frozenset(
    "company firm corporation business enterprise conglomerate giant manufacturer maker producer developer".split()
)
"""Nouns for any company; those for one kind of company must be told by its name or by the article."""
TRADES: dict[str, frozenset[str]] = {
    "airline": frozenset({"air", "airlines", "airways", "airline"}),
    "carrier": frozenset({"air", "airlines", "airways", "airline"}),
    "bank": frozenset({"bank", "banco", "banque"}),
    "automaker": frozenset({"motor", "motors", "auto"}),
    "carmaker": frozenset({"motor", "motors", "auto"}),
    "retailer": frozenset({"store", "stores"}),
    "university": frozenset({"university"}),
    "hospital": frozenset({"hospital"}),
}
MAKERS = frozenset(
    "airline carrier automaker carmaker retailer planemaker airframer chipmaker drugmaker brewer insurer".split()
)
"""Trades that only companies follow: a name need not tell them."""
KINDS = frozenset({"organization", "outlet", "group"})
BUSY = frozenset({"BUS", None})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})
REACH = 5


def find_same_body(board: Board, mention: Mention, word: str) -> Draft | None:
    """The body last spoken of that may be called so; a bare `the company` may be any company.

    `the Irish company` is one of that country; a company of none that is told may be it too.
    """
    lands = _read_lands(board, mention)
    if lands is None or _goes_on(board, mention):
        return None
    told = TRADES.get(word, frozenset())

    def is_called(draft: Draft) -> bool:
        named = word in draft.role_words or word in draft.words or bool(told.intersection(draft.words))
        return named and _is_bare(board, draft) and (not lands or draft.country in lands)

    found = _find_salient(board, mention, is_called)
    if found is not None:
        return found
    if word in COMPANIES:
        if lands:
            found = _find_salient(board, mention, lambda d: may_be_company(d) and d.country in lands)
            return found or _find_salient(board, mention, lambda d: may_be_company(d) and d.country is None)
        return find_company(board, mention)
    if word in MAKERS:
        return _find_salient(board, mention, lambda d: may_be_company(d) and not d.role_words & TRADES.keys())
    kinds, sectors = BODIES.get(word), SECTORS.get(word)
    if kinds is None or word in TRADES or lands:
        return None
    if sectors is None and "outlet" not in kinds and word not in {"organization", "organisation"}:
        return None
    return _find_salient(board, mention, lambda d: d.kind in kinds and d.kind != "group" and _has(d, sectors))


def find_company(board: Board, mention: Mention) -> Draft | None:
    """The company last spoken of."""
    return _find_salient(board, mention, may_be_company)


def find_titled(board: Board, mention: Mention) -> Draft | None:
    """`the Air Force`, `the Ministry`, in capitals: the body of the article whose name ends so."""
    sentence = board.sentences[mention.sentence]
    tokens = sentence.tokens[mention.tokens.first : mention.head + 1]
    words = [t for t in tokens if t.dep not in {"det", "predet"}]
    if sentence.heading or not words or not all(t.text[0].isupper() for t in words) or words[0].i == 0:
        return None
    told = tuple(fold(t.text) for t in words)
    return _find_salient(
        board,
        mention,
        lambda d: d.kind == "organization" and len(d.words) > len(told) and d.words[-len(told) :] == told,
    )


def _read_lands(board: Board, mention: Mention) -> frozenset[str] | None:
    """The countries that the words between article and noun tell; none for a bare noun, null for other words."""
    sentence = board.sentences[mention.sentence]
    first = mention.tokens.first + (sentence.tokens[mention.tokens.first].dep == "det")
    lands: frozenset[str] = frozenset()
    for i in range(first, mention.head):
        draft = board.at.get(TokenRef(mention.sentence, i))
        adjective = draft is not None and draft.kind in {"state", "place"} and sentence.tokens[i].dep != "poss"
        if draft is None or not adjective or lands:
            return None
        region = load_regions().get(sentence.tokens[i].lower, frozenset())
        lands = frozenset({draft.country}) if draft.country else region
        if not lands:
            return None
    return lands


def _goes_on(board: Board, mention: Mention) -> bool:
    """`the maker of the phone`, `the daily The Times`: described by more than the noun, or named after it."""
    sentence = board.sentences[mention.sentence]
    after = mention.tokens.last
    after += after < len(sentence.tokens) and sentence.tokens[after].lower == "the"
    if TokenRef(mention.sentence, after) in board.inside:
        return True
    return any(child.lower == "of" for child in sentence.children_of(mention.head, "prep"))


def _is_bare(board: Board, draft: Draft) -> bool:
    """Whether it is one body, and not another's (`its parent company`, `the two companies`)."""
    if draft.kind != "group" or not draft.mentions:
        return True
    mention = draft.mentions[0]
    if board.token(mention).tag in {"NNS", "NNPS"}:
        return False
    owners = board.sentences[mention.sentence].children_of(mention.head, "poss")
    return not any(owner.tag == "PRP$" for owner in owners)


def _has(draft: Draft, sectors: set[str | None] | None) -> bool:
    return sectors is None or draft.sector in sectors


def may_be_company(draft: Draft) -> bool:
    """Whether it is a body that the text or a list has for a company, or that nothing tells to be another."""
    return draft.kind == "organization" and draft.sector in BUSY and draft.country not in {"IGO", "NGO"}


def _find_salient(board: Board, mention: Mention, fits: Callable[[Draft], bool]) -> Draft | None:
    """The body that the last sentences speak of most, subjects twice; else the one last named."""
    scores: dict[int, float] = {}
    best: tuple[float, int, Draft] | None = None
    for number in range(mention.sentence, max(-1, mention.sentence - REACH), -1):
        for other in board.in_sentence.get(number, []):
            draft = board.find(other)
            if draft is None or other.span.start >= mention.span.start or draft.kind not in KINDS or not fits(draft):
                continue
            weight = 2.0 if board.token(other).dep in SUBJECTS else 1.0
            scores[id(draft)] = scores.get(id(draft), 0.0) + weight / (1 + mention.sentence - number)
            if best is None or scores[id(draft)] > best[0]:
                best = (scores[id(draft)], other.span.start, draft)
    if best is not None:
        return best[2]
    last: tuple[int, Draft] | None = None
    for draft in board.drafts:
        if draft.kind in KINDS and fits(draft):
            starts = [m.span.start for m in draft.mentions if m.span.start < mention.span.start]
            if starts and (last is None or max(starts) > last[0]):
                last = (max(starts), draft)
    return last[1] if last else None


def find_described(board: Board) -> Iterator[tuple[TokenRef, Draft]]:
    """Descriptions of a named body beside it: `X, a maker of Y`, `the Irish airline, X`, `X is an airline`."""
    for mention in board.mentions:
        if mention.form != "nominal":
            continue
        sentence = board.sentences[mention.sentence]
        token = sentence.tokens[mention.head]
        found = find_role(sentence, mention.head)
        if found is None or token.tag in {"NNS", "NNPS"} or not _names_body(found[0]):
            continue
        draft = None if _is_capitalised(board, mention) else _find_beside(board, sentence, mention)
        if draft is not None:
            draft.role_words.add(found[0].words[found[0].head])
            if found[0].sector and draft.sector is None and draft.known is None:
                draft.sector = found[0].sector
            yield TokenRef(mention.sentence, mention.head), draft


def _is_capitalised(board: Board, mention: Mention) -> bool:
    """`X, the Air Force, and Y`: a name in a list, no description."""
    sentence, token = board.sentences[mention.sentence], board.token(mention)
    return token.text[0].isupper() and not sentence.heading and token.i > 0 and token.dep == "appos"


def _names_body(role: RoleNoun) -> bool:
    return role.kind == "group" or role.words[role.head] in COMPANIES or role.words[role.head] in TRADES


def _find_beside(board: Board, sentence: Sentence, mention: Mention) -> Draft | None:
    token = sentence.tokens[mention.head]
    others: list[int] = [child.i for child in sentence.children_of(mention.head, "appos")]
    if token.dep == "appos":
        others.append(token.head)
    elif token.dep == "attr" and sentence.tokens[token.head].lemma in {"be", "become", "remain"}:
        others += [child.i for child in sentence.children_of(token.head, "nsubj")]
    for other in others:
        ref = TokenRef(sentence.number, other)
        draft = board.at.get(ref)
        named = board.by_head.get(ref)
        if (
            draft is not None
            and named is not None
            and named.form == "name"
            and draft.kind in {"organization", "outlet"}
        ):
            return draft
    return None
