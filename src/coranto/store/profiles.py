"""What an article tells of each of its entities, brief enough to compare those of all articles at once."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from sqlite3 import Connection
from typing import Any

from coranto.model.entity import EntityKind
from coranto.model.reading import Reading
from coranto.store.folding import fold_words

MOST_NAMES = 8
NAMELESS = frozenset({"group", "unnamed"})
"""Kinds of which those without a name are left out: each article's `a spokesman` is its own."""

SMALL = frozenset("of the for and on in".split())


@dataclass(frozen=True, slots=True)
class Profile:
    """An entity of one article; `names` are other names that the article gives it, `roles` are (title, of)."""

    id: str
    name: str
    kind: EntityKind
    article: str
    names: tuple[str, ...] = ()
    country: str | None = None
    sector: str | None = None
    roles: tuple[tuple[str, str | None], ...] = ()
    published: date | None = None
    outlet: str | None = None
    position: int = 0
    guessed: bool = False
    """Whether the country is only that of the article's setting."""

    def order(self) -> tuple[bool, date, str, int, str]:
        """What sorts the entities of a store into canonical order: by day (unknown last), article and place."""
        return self.published is None, self.published or date.min, self.article, self.position, self.id


def list_profiles(connection: Connection) -> list[Profile]:
    """The profiles of all named entities, in canonical order; those not yet kept are made from the readings.

    The caller holds a transaction in which it may write.
    """
    fill_profiles(connection)
    rows = connection.execute(
        "SELECT a.id, a.published, a.outlet, p.content FROM profiles p JOIN articles a ON a.number = p.article"
    )
    return sorted((profile for row in rows for profile in _read_profiles(*row)), key=Profile.order)


def fill_profiles(connection: Connection) -> None:
    """Make the profiles of the articles that have none yet; the caller holds the transaction."""
    missing = connection.execute(
        "SELECT number FROM articles WHERE number NOT IN (SELECT article FROM profiles) ORDER BY number"
    ).fetchall()
    for (number,) in missing:
        (packed,) = connection.execute("SELECT reading FROM articles WHERE number = ?", (number,)).fetchone()
        content = _summarize(json.loads(zlib.decompress(packed))["entities"])
        connection.execute("INSERT INTO profiles VALUES (?, ?)", (number, content))


def list_some(connection: Connection, entities: Sequence[str]) -> list[Profile]:
    """Brief profiles of the entities of these ids, also of those without a name."""
    found = []
    for entity in entities:
        rows = connection.execute(
            """SELECT e.id, e.name, e.kind, a.id, e.country, e.sector, a.published, a.outlet, e.position
            FROM entities e JOIN articles a ON a.number = e.article WHERE e.id = ?""",
            (entity,),
        )
        for key, name, kind, article, country, sector, published, outlet, position in rows:
            day = date.fromisoformat(published) if published else None
            found.append(Profile(key, name, kind, article, (), country, sector, (), day, outlet, position))
    return found


def make_profiles(reading: Reading) -> list[Profile]:
    """The profiles of a reading's named entities."""
    article = reading.article
    content = _summarize([entity.model_dump() for entity in reading.entities])
    day = article.published.value
    return list(_read_profiles(article.id, day.isoformat() if day else None, article.outlet, content))


def is_named(entity: dict[str, Any]) -> bool:
    """Whether the article gives the entity a name."""
    if entity["kind"] not in NAMELESS:
        return True
    if entity["kind"] != "group":
        return False
    words = [word for word in entity["name"].split() if word[0].isalpha() and word not in SMALL]
    titled = len(words) > 1 and all(word[0].isupper() for word in words)  # (`the Air Force`)
    return titled or any(mention.get("form") == "name" for mention in entity["mentions"])


def _summarize(entities: list[dict[str, Any]]) -> str:
    """JSON of the named entities, an array each."""
    rows = [
        (
            entity["id"],
            entity["name"],
            entity["kind"],
            _list_names(entity),
            entity["country"],
            entity["sector"],
            sorted({(role["title"], role["of"]) for role in entity["roles"]}, key=str),
            position,
            entity.get("basis") == "setting",
        )
        for position, entity in enumerate(entities)
        if is_named(entity)
    ]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def _list_names(entity: dict[str, Any]) -> list[str]:
    """The names by which the article calls it, other than the first; one of those that differ in case or accents."""
    texts = sorted(" ".join(m["text"].split()) for m in entity["mentions"] if m.get("form", "name") == "name")
    own = fold_words(entity["name"])
    others = [next(group) for folded, group in groupby(sorted(texts, key=fold_words), key=fold_words) if folded != own]
    return others[:MOST_NAMES]


def _read_profiles(article: str, published: str | None, outlet: str | None, content: str) -> Iterator[Profile]:
    day = date.fromisoformat(published) if published else None
    for key, name, kind, names, country, sector, roles, position, *rest in json.loads(content):
        yield Profile(
            id=key,
            name=name,
            kind=kind,
            article=article,
            names=tuple(names),
            country=country,
            sector=sector,
            roles=tuple((title, of) for title, of in roles),
            published=day,
            outlet=outlet,
            position=position,
            guessed=any(rest),
        )
