"""Who is one across the articles of a store: the identities as rows, and what persons decided of them.

Identities follow from the entities and are replaced where they differ; decisions are kept for good.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from sqlite3 import Connection
from typing import Literal

from coranto.model.identity import Identity, Membership
from coranto.store.folding import fold_words

TABLES = """
CREATE TABLE IF NOT EXISTS identities (
    id TEXT PRIMARY KEY, position INTEGER NOT NULL, name TEXT NOT NULL, folded TEXT NOT NULL, kind TEXT NOT NULL,
    country TEXT, sector TEXT, aliases TEXT NOT NULL, identifiers TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS members (
    article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE, entity TEXT NOT NULL,
    identity TEXT NOT NULL REFERENCES identities (id) ON DELETE CASCADE, position INTEGER NOT NULL,
    name TEXT NOT NULL, rule TEXT NOT NULL, confidence REAL NOT NULL,
    PRIMARY KEY (article, entity)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS members_identity ON members (identity, position);
CREATE INDEX IF NOT EXISTS members_entity ON members (entity);
CREATE TABLE IF NOT EXISTS profiles (
    article INTEGER PRIMARY KEY REFERENCES articles (number) ON DELETE CASCADE, content TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS decisions (
    number INTEGER PRIMARY KEY AUTOINCREMENT, verdict TEXT NOT NULL CHECK (verdict IN ('same', 'different'))
) STRICT;
CREATE TABLE IF NOT EXISTS decided (
    decision INTEGER NOT NULL REFERENCES decisions (number) ON DELETE CASCADE, side INTEGER NOT NULL,
    entity TEXT NOT NULL, article TEXT NOT NULL, source TEXT NOT NULL, sha256 TEXT NOT NULL,
    name TEXT NOT NULL, folded TEXT NOT NULL, kind TEXT NOT NULL,
    PRIMARY KEY (decision, side, entity)
) STRICT, WITHOUT ROWID;
"""
"""What a store of version 2 has more than one of version 1."""

UPSERT_IDENTITY = """INSERT INTO identities VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET
    position = excluded.position, name = excluded.name, folded = excluded.folded, kind = excluded.kind,
    country = excluded.country, sector = excluded.sector, aliases = excluded.aliases,
    identifiers = excluded.identifiers"""
UPSERT_MEMBER = """INSERT INTO members VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (article, entity) DO UPDATE SET
    identity = excluded.identity, position = excluded.position, name = excluded.name, rule = excluded.rule,
    confidence = excluded.confidence"""
STATE = "identities"
"""The row of `meta` that tells what the identities were worked out from."""

Verdict = Literal["same", "different"]


@dataclass(frozen=True, slots=True)
class Reference:
    """An entity that a person decided on, told so that it is found again after the article is read anew.

    It is sought in the article of this id, else in one of these bytes, else in one of this source; there by its id,
    else by its folded name and kind.
    """

    entity: str
    article: str
    source: str
    sha256: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided: that the entities of all sides are one, or that no two of different sides are."""

    number: int
    verdict: Verdict
    sides: tuple[tuple[Reference, ...], ...]


def list_identities(connection: Connection) -> tuple[Identity, ...]:
    """Every identity that has a member, in canonical order, with its members by date and place."""
    members: dict[str, list[Membership]] = defaultdict(list)
    rows = connection.execute(
        """SELECT m.identity, a.id, m.entity, m.name, m.rule, m.confidence
        FROM members m JOIN articles a ON a.number = m.article ORDER BY m.identity, m.position"""
    )
    for identity, article, entity, name, rule, confidence in rows:
        members[identity].append(
            Membership(article=article, entity=entity, name=name, rule=rule, confidence=confidence)
        )
    rows = connection.execute(
        "SELECT id, name, kind, country, sector, aliases, identifiers FROM identities ORDER BY position"
    )
    return tuple(
        Identity(
            id=key,
            name=name,
            kind=kind,
            country=country,
            sector=sector,
            aliases=tuple(json.loads(aliases)),
            identifiers=json.loads(identifiers),
            members=tuple(members[key]),
        )
        for key, name, kind, country, sector, aliases, identifiers in rows
        if key in members
    )


def replace_identities(connection: Connection, identities: Iterable[Identity]) -> None:
    """Put these in place of all that are stored, writing what differs; the caller holds the transaction.

    A member of an article that the store does not hold is left out.
    """
    numbers = dict(connection.execute("SELECT id, number FROM articles").fetchall())
    former = {row[0]: row for row in connection.execute("SELECT * FROM identities")}
    stale = {row[:2]: row for row in connection.execute("SELECT * FROM members")}
    rows: list[tuple[object, ...]] = []
    members: list[tuple[object, ...]] = []
    for position, one in enumerate(identities):
        folded, aliases, identifiers = fold_words(one.name), _write(one.aliases), _write(one.identifiers)
        row = (one.id, position, one.name, folded, one.kind, one.country, one.sector, aliases, identifiers)
        if former.pop(one.id, None) != row:
            rows.append(row)
        for place, m in enumerate(one.members):
            if m.article not in numbers:
                continue
            member = (numbers[m.article], m.entity, one.id, place, m.name, m.rule, m.confidence)
            if stale.pop(member[:2], None) != member:
                members.append(member)
    connection.executemany("DELETE FROM members WHERE article = ? AND entity = ?", stale)
    connection.executemany(UPSERT_IDENTITY, rows)
    connection.executemany(UPSERT_MEMBER, members)
    connection.executemany("DELETE FROM identities WHERE id = ?", ((key,) for key in former))


def read_state(connection: Connection) -> str | None:
    """What the identities were worked out from, as `write_state` noted it; null where identities are not all there."""
    row = connection.execute("SELECT value FROM meta WHERE name = ?", (STATE,)).fetchone()
    counts, _, state = str(row[0]).partition(" ") if row else ("", "", "")
    return state if counts == _count_rows(connection) else None


def write_state(connection: Connection, state: str) -> None:
    """Note what the identities follow from; the caller holds the transaction."""
    value = f"{_count_rows(connection)} {state}"
    connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (STATE, value))


def _count_rows(connection: Connection) -> str:
    """How many there are: an article that is written anew takes its members with it."""
    (members,) = connection.execute("SELECT count(*) FROM members").fetchone()
    return f"{count_identities(connection)}/{members}"


def count_identities(connection: Connection) -> int:
    """How many identities are stored."""
    return int(connection.execute("SELECT count(*) FROM identities").fetchone()[0])


def list_decisions(connection: Connection) -> tuple[Decision, ...]:
    """What persons decided, in the order they did."""
    verdicts = dict(connection.execute("SELECT number, verdict FROM decisions ORDER BY number").fetchall())
    sides: dict[int, dict[int, list[Reference]]] = {number: defaultdict(list) for number in verdicts}
    rows = connection.execute(
        """SELECT decision, side, entity, article, source, sha256, name, kind FROM decided
        ORDER BY decision, side, article, name, entity"""
    )
    for decision, side, *cells in rows:
        sides[decision][side].append(Reference(*cells))
    return tuple(
        Decision(number, verdict, tuple(tuple(sides[number][side]) for side in sorted(sides[number])))
        for number, verdict in verdicts.items()
    )


def add_decision(connection: Connection, verdict: Verdict, sides: Sequence[Sequence[str]]) -> int:
    """Note what a person decided of these entities (by id, a sequence a side); returns its number.

    The caller holds the transaction. Entities that the store does not hold are left out.
    """
    number = connection.execute("INSERT INTO decisions (verdict) VALUES (?)", (verdict,)).lastrowid
    for side, entities in enumerate(sides):
        for entity in entities:
            connection.execute(
                """INSERT OR IGNORE INTO decided
                SELECT ?, ?, e.id, a.id, a.source, a.sha256, e.name, e.folded, e.kind
                FROM entities e JOIN articles a ON a.number = e.article WHERE e.id = ?""",
                (number, side, entity),
            )
    if number is None:  # (an INSERT gives the number of its row)
        raise AssertionError
    return number


def drop_decision(connection: Connection, number: int) -> bool:
    """Take a decision back, as if it had never been made; False where there is none of this number."""
    return bool(connection.execute("DELETE FROM decisions WHERE number = ?", (number,)).rowcount)


def find_ids(connection: Connection, beginning: str) -> list[str]:
    """The ids of identities (`idn-…`) and entities (`ent-…`) that begin so, sorted; at most ten of each."""
    found: set[str] = set()
    for query in (
        "SELECT id FROM identities WHERE substr(id, 1, ?) = ? ORDER BY id LIMIT 10",
        "SELECT DISTINCT id FROM entities WHERE substr(id, 1, ?) = ? ORDER BY id LIMIT 10",
    ):
        found.update(key for (key,) in connection.execute(query, (len(beginning), beginning)))
    return sorted(found)


def list_members(connection: Connection, identity: str) -> list[str]:
    """The entity ids of an identity's members, in order."""
    rows = connection.execute("SELECT entity FROM members WHERE identity = ? ORDER BY position", (identity,))
    return [entity for (entity,) in rows]


def find_identity(connection: Connection, entity: str) -> str | None:
    """The id of the identity that the entity is a member of."""
    row = connection.execute("SELECT identity FROM members WHERE entity = ?", (entity,)).fetchone()
    return str(row[0]) if row else None


def _write(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
