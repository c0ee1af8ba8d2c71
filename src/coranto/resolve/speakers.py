"""Drafts of attributions to attributions: who the speakers, relays and addressees are, and what stands within what."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import cast as as_type

from coranto.model.article import Article
from coranto.model.attribution import Attribution, Source, SourceKind
from coranto.model.drafts import AttributionDraft, Cast, Phrase
from coranto.model.entity import Entity, Party
from coranto.model.ids import make_id
from coranto.resources import read_tsv

NOUNS = "attributions/source_nouns.tsv"
NAMED = frozenset({"person", "organization", "state", "place", "outlet", "document"})
SELF = frozenset({"i", "me", "we", "us", "you"})


def resolve_attributions(article: Article, drafts: Sequence[AttributionDraft], cast: Cast) -> tuple[Attribution, ...]:
    """The attributions of the drafts, in their order; a phrase that stands for no known entity stays without one."""
    ids = [_make_id(article, draft) for draft in drafts]
    sources = [_resolve_source(draft, drafts, cast) for draft in drafts]
    return tuple(
        Attribution(
            id=ids[number],
            content=draft.content,
            form=draft.form,
            cue=draft.cue,
            act=draft.act,
            source=sources[number],
            addressee=None if draft.addressee is None else _find_id(draft.addressee, cast),
            parent=None if draft.parent is None else ids[draft.parent],
            relay=_resolve_relays(draft, sources[number], cast),
            stance=draft.stance,
            rule=draft.rule,
            confidence=draft.confidence,
        )
        for number, draft in enumerate(drafts)
    )


def _make_id(article: Article, draft: AttributionDraft) -> str:
    cue = [(span.start, span.end) for span in draft.cue]
    content = [(span.start, span.end) for span in draft.content]
    return make_id("attribution", article.id, cue, content)


def _find_entity(phrase: Phrase, cast: Cast) -> Entity | None:
    return cast.find(phrase.head.sentence, phrase.head.token)


def _find_id(phrase: Phrase, cast: Cast) -> str | None:
    entity = _find_entity(phrase, cast)
    return None if entity is None else entity.id


def _resolve_source(draft: AttributionDraft, drafts: Sequence[AttributionDraft], cast: Cast) -> Source:
    entities = [e for e in (_find_entity(phrase, cast) for phrase in draft.source) if e is not None]
    spans = tuple(phrase.span for phrase in draft.source)
    if not entities and draft.source and spans[0].text.lower() in SELF and draft.parent is not None:
        # The quoted `I` is the one who is quoted.
        above = drafts[draft.parent]
        entities = [e for e in (_find_entity(phrase, cast) for phrase in above.source) if e is not None]
    if not entities:
        return Source(spans=spans, kind=_guess_kind(draft.source))
    entity = entities[0]
    kind: SourceKind = entity.kind
    noun = _guess_kind(draft.source)
    if kind in ("group", "unnamed") and noun is not None:
        kind = noun
    return Source(spans=spans, entity=entity.id, kind=kind, named=entity.kind in NAMED)


def _guess_kind(phrases: Sequence[Phrase]) -> SourceKind | None:
    """By the phrase's words: officials are unnamed, a report is a document, state television an outlet."""
    nouns = load_source_nouns()
    for phrase in phrases:
        words = [word.strip("\"“”'’.,").lower() for word in phrase.span.text.split()]
        for size in (2, 1):
            for number in range(len(words) - size + 1):
                kind = nouns.get(" ".join(words[number : number + size]))
                if kind is not None:
                    return kind
            words = words[:8]
    return None


@cache
def load_source_nouns() -> dict[str, SourceKind]:
    """Kind by noun, from the lexicon."""
    return {row["noun"]: as_type("SourceKind", row["kind"]) for row in read_tsv(NOUNS)}


def _resolve_relays(draft: AttributionDraft, source: Source, cast: Cast) -> tuple[Party, ...]:
    """Who is named as passing it on, and an outlet that was spoken to."""
    parties = [Party(entity=_find_id(phrase, cast), span=phrase.span) for phrase in draft.relay]
    if draft.addressee is not None:
        entity = _find_entity(draft.addressee, cast)
        if entity is not None and entity.kind == "outlet" and entity.id != source.entity:
            parties.append(Party(entity=entity.id, span=draft.addressee.span))
    return tuple(parties)
