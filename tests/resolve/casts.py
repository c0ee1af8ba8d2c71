"""Casts of sentences written in the tests."""

from __future__ import annotations

from datetime import date

from coranto.extract.mentions import find_mentions
from coranto.model.article import Article, Published
from coranto.model.drafts import Cast
from coranto.model.entity import Entity
from coranto.resolve.entities import resolve_entities
from tests.texts import parse


def cast_of(text: str, outlet: str | None = None, day: date | None = None) -> Cast:
    """Everyone in the text."""
    published = Published(value=day, basis="given" if day else "unknown")
    article = Article(id="art-1", source="a", sha256="", text=text, outlet=outlet, published=published)
    sentences = parse(text)
    return resolve_entities(article, sentences, find_mentions(sentences))


def entity_of(cast: Cast, words: str) -> Entity:
    """The one entity with a mention of these words."""
    found = [e for e in cast.entities if words in {m.text for m in e.mentions}]
    assert len(found) == 1, [(e.name, [m.text for m in e.mentions]) for e in cast.entities]
    return found[0]
