"""Speakers: phrases to entities, relays, addressees, parents."""

from __future__ import annotations

import pytest

from coranto.extract.speech.attributions import find_attributions
from coranto.intake.articles import make_article
from coranto.model.attribution import Attribution
from coranto.model.drafts import Cast, TokenRef
from coranto.model.entity import Entity, EntityKind
from coranto.resolve.speakers import load_source_nouns, resolve_attributions
from tests.texts import parse


def read(text: str, **kinds: EntityKind) -> tuple[Attribution, ...]:
    """Attributions of one paragraph; each word given stands for an entity of that kind, `ent-word`."""
    sentences = parse(text)
    entities = tuple(Entity(id=f"ent-{word}", name=word, kind=kind) for word, kind in kinds.items())
    at = {
        TokenRef(sentence.number, token.i): f"ent-{token.text}"
        for sentence in sentences
        for token in sentence.tokens
        if token.text in kinds
    }
    cast = Cast(entities=entities, at=at, by_id={entity.id: entity for entity in entities})
    return resolve_attributions(make_article(text), find_attributions(sentences), cast)


def test_a_known_person_is_a_named_source() -> None:
    found = read("Dahl said the ship sank.", Dahl="person")[0]
    assert (found.source.entity, found.source.kind, found.source.named) == ("ent-Dahl", "person", True)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Officials said the ship sank.", "unnamed"),
        ("A poll found that few were content.", "document"),
        ("State television said the ship sank.", "outlet"),
    ],
)
def test_an_unknown_source_has_the_kind_of_its_noun(text: str, kind: str) -> None:
    found = read(text)[0]
    assert (found.source.entity, found.source.kind, found.source.named) == (None, kind, False)


def test_an_unknown_source_stays_unknown() -> None:
    assert read("Zorb said the ship sank.")[0].source.kind is None


def test_an_outlet_that_is_told_passes_it_on() -> None:
    found = read("Dahl told Reuters that the ship sank.", Dahl="person", Reuters="outlet")[0]
    assert found.addressee == "ent-Reuters"
    assert [party.entity for party in found.relay] == ["ent-Reuters"]


def test_a_person_who_is_told_passes_nothing_on() -> None:
    found = read("Dahl told Berg that the ship sank.", Dahl="person", Berg="person")[0]
    assert found.addressee == "ent-Berg"
    assert found.relay == ()


def test_parents_are_ids() -> None:
    outer, inner = read("Dahl said Berg claimed that the ship sank.", Dahl="person", Berg="person")
    assert (outer.parent, inner.parent) == (None, outer.id)


def test_ids_depend_on_the_article_alone() -> None:
    text = "Dahl said the ship sank. Berg denied that it sank."
    first, again = read(text), read(text)
    assert [a.id for a in first] == [a.id for a in again]
    assert len({a.id for a in first}) == len(first)


def test_source_nouns_have_known_kinds() -> None:
    assert set(load_source_nouns().values()) <= {"unnamed", "document", "outlet", "group"}
