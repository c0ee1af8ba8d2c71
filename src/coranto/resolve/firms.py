"""Bodies described: `the ministry`, `the group`, `the company`, `the Irish airline, Ryanair`."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from coranto.extract.roles import RoleNoun, find_role
from coranto.model.drafts import Mention, TokenRef
from coranto.model.sentence import Sentence
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
KINDS = frozenset({"organization", "outlet", "group"})
BUSY = frozenset({"BUS", None})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})
REACH = 5


def find_same_body(board: Board, mention: Mention, word: str) -> Draft | None:
    """The body last spoken of that may be called so; a bare `the company` may be any company."""
    if mention.head - mention.tokens.first != 1:
        return None
    told = TRADES.get(word, frozenset())
    found = _find_salient(board, mention, lambda d: word in d.role_words or word in d.words or bool(told & {*d.words}))
    if found is not None:
        return found
    if word in COMPANIES:
        return _find_salient(board, mention, _may_be_company)
    kinds, sectors = BODIES.get(word), SECTORS.get(word)
    if kinds is None or word in TRADES:
        return None
    if sectors is None and "outlet" not in kinds and word not in {"organization", "organisation"}:
        return None
    return _find_salient(board, mention, lambda d: d.kind in kinds and d.kind != "group" and _has(d, sectors))


def _has(draft: Draft, sectors: set[str | None] | None) -> bool:
    return sectors is None or draft.sector in sectors


def _may_be_company(draft: Draft) -> bool:
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
        draft = _find_beside(board, sentence, mention)
        if draft is not None:
            draft.role_words.add(found[0].words[found[0].head])
            if found[0].sector and draft.sector is None and draft.known is None:
                draft.sector = found[0].sector
            yield TokenRef(mention.sentence, mention.head), draft


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
