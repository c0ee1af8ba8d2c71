"""The cast: drafts of entities made records."""

from __future__ import annotations

from string import capwords

from coranto.model.article import Article
from coranto.model.drafts import Cast, Mention, TokenRef
from coranto.model.entity import Entity, EntityMention
from coranto.model.ids import make_id
from coranto.resolve.actors import find_home, follow_patrons, read_fates, settle
from coranto.resolve.drafts import Board, Draft
from coranto.resolve.kinds import mend_kinds
from coranto.resolve.leaders import was_soviet
from coranto.resolve.settings import settle_countries

SHORT = 4
"""Letters of a name in capitals, at most, that may be an acronym."""


def build_cast(article: Article, board: Board) -> Cast:
    """The entities of the drafts that have a mention, and who stands at which token."""
    published, home = article.published.value, find_home(article.outlet)
    entities: list[tuple[Draft, Entity]] = []
    mend_kinds(board)
    board.drafts[:] = [draft for draft in board.drafts if not draft.thing]
    for draft in board.drafts:
        settle(draft, published, home)
    follow_patrons(board)
    read_fates(board)
    told = {id(draft): draft.country for draft in board.drafts}
    settle_countries(board, home)
    nested = _find_nested(board)
    for draft in board.drafts:
        meant = [m for m in draft.mentions if (m.sentence, m.head) not in nested]
        if not meant:
            continue
        if draft.country == "RUS" and was_soviet(published):
            draft.country = "SUN"
        spans = {(m.span.start, m.span.end): _tell_mention(board, m) for m in meant}
        ordered = tuple(spans[key] for key in sorted(spans))
        name = _lower_capitals(draft)
        entity = Entity(
            id=make_id("entity", article.id, draft.kind, ordered[0].start, name),
            name=name,
            kind=draft.kind,
            country=draft.country,
            sector=draft.sector,
            basis="setting" if draft.country and draft.country != told.get(id(draft)) else None,
            roles=tuple(sorted(draft.roles, key=lambda r: (r.span.start, r.span.end))),
            mentions=ordered,
        )
        entities.append((draft, entity))
    entities.sort(key=lambda pair: (pair[1].mentions[0].start, -pair[1].mentions[0].end, pair[1].id))
    ids = {id(draft): entity.id for draft, entity in entities}
    at = {ref: ids[id(draft)] for ref, draft in board.inside.items() if id(draft) in ids}
    at.update({ref: ids[id(draft)] for ref, draft in board.at.items() if id(draft) in ids and ref not in nested})
    members = {
        entity.id: tuple(ids[id(member)] for member in draft.members)
        for draft, entity in entities
        if draft.members and all(id(member) in ids for member in draft.members)
    }
    return Cast(tuple(entity for _, entity in entities), at, {entity.id: entity for _, entity in entities}, members)


def _lower_capitals(draft: Draft) -> str:
    """The draft's name, a dateline's `HAVANA` and a headline's `ANNA LIND` as `Havana` and `Anna Lind`."""
    shouted = draft.kind in {"place", "person"} and len(draft.name) > SHORT and draft.name.isupper()
    return capwords(draft.name) if shouted else draft.name


def _find_nested(board: Board) -> frozenset[TokenRef]:
    """Names that are but a part of a body's name: `Qatar` in `Qatar Airways` tells a country and means nobody."""
    found = set()
    for outer in board.mentions:
        whole = board.find(outer)
        if outer.form != "name" or outer.kind not in {"organization", "outlet"} or whole is None:
            continue
        for inner in board.in_sentence[outer.sentence]:
            within = inner.head != outer.head and outer.tokens.holds(inner.head)
            if within and inner.form in {"name", "adjective"} and board.find(inner) is not whole:
                found.add(TokenRef(inner.sentence, inner.head))
    return frozenset(found)


def _tell_mention(board: Board, mention: Mention) -> EntityMention:
    why = board.explain(mention)
    span = mention.span
    return EntityMention(
        start=span.start, end=span.end, text=span.text, form=mention.form, rule=why.rule, confidence=why.confidence
    )
