"""Drafts of attributions to attributions: who the speakers, relays and addressees are, and what stands within what."""

from __future__ import annotations

from collections.abc import Sequence

from coranto.extract.speech.outlets import load_outlet_words, load_source_nouns
from coranto.model.article import Article
from coranto.model.attribution import Attribution, Source, SourceKind
from coranto.model.drafts import AttributionDraft, Cast, Phrase
from coranto.model.entity import Entity, Party
from coranto.model.ids import make_id

NAMED = frozenset({"person", "organization", "state", "place", "outlet", "document"})
NEAR = 700
"""Code points within which someone is taken to be still speaking to the same outlet."""
SELF = frozenset({"i", "me", "we", "us", "you"})


def resolve_attributions(article: Article, drafts: Sequence[AttributionDraft], cast: Cast) -> tuple[Attribution, ...]:
    """The attributions of the drafts, in their order; a phrase that stands for no known entity stays without one."""
    ids = [_make_id(article, draft) for draft in drafts]
    sources = [_resolve_source(draft, drafts, cast) for draft in drafts]
    relays = _resolve_relays(drafts, sources, cast)
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
            relay=relays[number],
            stance=draft.stance,
            rule=draft.rule,
            confidence=draft.confidence,
            about=draft.about,
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


def _resolve_relays(
    drafts: Sequence[AttributionDraft], sources: Sequence[Source], cast: Cast
) -> list[tuple[Party, ...]]:
    """Who is named as passing it on, and an outlet that was spoken to.

    What someone says right after telling it to an outlet was told to the same outlet.
    """
    found: list[tuple[Party, ...]] = []
    told: dict[str, tuple[int, tuple[Party, ...]]] = {}
    for draft, source in zip(drafts, sources, strict=True):
        parties = [Party(entity=_find_id(phrase, cast), span=phrase.span) for phrase in draft.relay]
        if draft.addressee is not None and not parties and _is_outlet(draft.addressee, cast):
            parties.append(Party(entity=_find_id(draft.addressee, cast), span=draft.addressee.span))
        parties = [party for party in parties if party.entity is None or party.entity != source.entity]
        place = draft.cue[0].start if draft.cue else 0
        if source.entity and parties:
            told[source.entity] = (place, tuple(parties))
        elif source.entity in told and draft.parent is None:
            before, others = told[source.entity]
            if place - before < NEAR:
                parties = list(others)
                told[source.entity] = (place, others)
        found.append(tuple(parties))
    return found


def _is_outlet(phrase: Phrase, cast: Cast) -> bool:
    """Whether the phrase names an outlet: a known one, or a body that is called like one."""
    entity = _find_entity(phrase, cast)
    if entity is not None and entity.kind == "outlet":
        return True
    if entity is not None and entity.kind in ("person", "state", "place", "unnamed"):
        return False
    words = [word.strip(".,'’\"”") for word in phrase.span.text.split()]
    capitals = sum(word[:1].isupper() for word in words)
    return any(word.lower() in load_outlet_words() for word in words if word[:1].isupper() or capitals)
