"""What imported registers know, as rows; and which identity was taken for which of their actors."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import batched
from sqlite3 import Connection
from typing import Literal

from coranto.intake.details import Failure
from coranto.intake.registers.records import Item, PassedOver, Post, Tenure, join_actors
from coranto.model.identity import DatedCode, KnownActor, Link
from coranto.store.blocking import make_keys

TABLES = """
CREATE TABLE IF NOT EXISTS registers (
    name TEXT PRIMARY KEY, format TEXT NOT NULL, sha256 TEXT NOT NULL, actors INTEGER NOT NULL,
    passed_over INTEGER NOT NULL, failed INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS known_actors (
    number INTEGER PRIMARY KEY, register TEXT NOT NULL REFERENCES registers (name) ON DELETE CASCADE,
    key TEXT NOT NULL, name TEXT NOT NULL, kind TEXT, content TEXT NOT NULL, UNIQUE (register, key)
) STRICT;
CREATE TABLE IF NOT EXISTS known_keys (
    key INTEGER NOT NULL, actor INTEGER NOT NULL, PRIMARY KEY (key, actor)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS known_tenures (
    actor INTEGER NOT NULL REFERENCES known_actors (number) ON DELETE CASCADE, position INTEGER NOT NULL,
    country TEXT, sector TEXT, role TEXT, since TEXT, until TEXT, PRIMARY KEY (actor, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS links (
    identity TEXT PRIMARY KEY, actor INTEGER, rule TEXT NOT NULL, score REAL NOT NULL, identifiers TEXT NOT NULL,
    reason TEXT NOT NULL, candidates TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS compared (identity TEXT PRIMARY KEY, digest BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS filled (
    article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE, entity TEXT NOT NULL,
    country TEXT, sector TEXT, role TEXT, identifiers TEXT NOT NULL, PRIMARY KEY (article, entity)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS decided_links (
    entity TEXT NOT NULL, article TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, register TEXT NOT NULL,
    actor TEXT NOT NULL, verdict TEXT NOT NULL CHECK (verdict IN ('same', 'different')),
    PRIMARY KEY (entity, register, actor)
) STRICT, WITHOUT ROWID;
"""
"""The tables of registers. `links` and `filled` follow from the others; `compared` has a hash of what they follow
from, of each identity that was compared with the registers as they are."""
BATCH = 2_000
MOST_LISTED = 1_000
"""Failures that are kept with their reasons; further ones are counted."""
MOST_CANDIDATES = 200
"""Actors looked at under one key; a key that more share is no help but for the exact name."""
_CACHE_KIB = 128 * 1024


@dataclass(frozen=True, slots=True)
class ImportedRegister:
    """A register of the store, with what became of its lines."""

    name: str
    format: str
    sha256: str
    actors: int
    passed_over: int
    failed: int


@dataclass(frozen=True, slots=True)
class NumberedActor:
    """A known actor with its number in the store."""

    number: int
    actor: KnownActor


@dataclass(frozen=True, slots=True)
class Finding:
    """What registers know of an identity: the actor it is, or candidates of which none could be chosen, and why.

    `actor` has what all records of it tell, `number` is that of the first in the store.
    """

    identity: str
    link: Link | None
    reason: str
    number: int | None = None
    actor: KnownActor | None = None
    identifiers: Mapping[str, str] = field(default_factory=dict)
    candidates: tuple[str, ...] = ()

    def describe(self) -> str:
        """The actor and the rule, or why there is none and who came near, in one line."""
        if self.link:
            return f"{self.link.actor} (rule {self.link.rule}, score {self.link.score:g})"
        return f"{self.reason}: {', '.join(self.candidates)}"


@dataclass(frozen=True, slots=True)
class Filled:
    """What a register tells of an entity of an article, by the article's day."""

    article: int
    entity: str
    country: str | None
    sector: str | None
    role: str | None
    identifiers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class DecidedLink:
    """A person's verdict that an entity is an actor of a register, or that it is not."""

    entity: str
    article: str
    name: str
    kind: str
    register: str
    actor: str
    verdict: Literal["same", "different"]


def write_register(
    connection: Connection, name: str, stamp: tuple[str, str], items: Iterable[Item]
) -> tuple[ImportedRegister, list[Failure]]:
    """Put what was read of a register in place of what is stored under its name; the caller holds the transaction.

    `stamp` is its format and SHA-256. Memory is bounded: actors are written in batches, and offices and who held
    them wait in temporary tables until all are there. Returns the row and the first failures.
    """
    remove_register(connection, name)
    connection.execute("INSERT INTO registers VALUES (?, ?, ?, 0, 0, 0)", (name, *stamp))
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    connection.execute("CREATE TEMP TABLE posts (key TEXT PRIMARY KEY, name TEXT, country TEXT, sector TEXT)")
    connection.execute("CREATE TEMP TABLE tenures (holder TEXT, post TEXT, since TEXT, until TEXT)")
    failures: list[Failure] = []
    passed_over = failed = 0
    for batch in batched(items, BATCH):
        _write_actors(connection, [item for item in batch if isinstance(item, KnownActor)], name)
        connection.executemany(
            "INSERT OR REPLACE INTO temp.posts VALUES (?, ?, ?, ?)",
            [(item.key, item.name, item.country, item.sector) for item in batch if isinstance(item, Post)],
        )
        connection.executemany(
            "INSERT INTO temp.tenures VALUES (?, ?, ?, ?)",
            [(item.holder, item.post, item.since, item.until) for item in batch if isinstance(item, Tenure)],
        )
        passed_over += sum(isinstance(item, PassedOver) for item in batch)
        for item in batch:
            if isinstance(item, Failure):
                failed += 1
                if len(failures) < MOST_LISTED:
                    failures.append(item)
    _join_tenures(connection, name)
    connection.execute("DROP TABLE temp.posts")
    connection.execute("DROP TABLE temp.tenures")
    actors = connection.execute("SELECT count(*) FROM known_actors WHERE register = ?", (name,)).fetchone()[0]
    connection.execute(
        "UPDATE registers SET actors = ?, passed_over = ?, failed = ? WHERE name = ?",
        (actors, passed_over, failed, name),
    )
    return ImportedRegister(name, *stamp, actors, passed_over, failed), failures


def remove_register(connection: Connection, name: str) -> bool:
    """Take a register out of the store, with all links to it; False where there is none. The caller holds the
    transaction.
    """
    first, last = connection.execute(
        "SELECT min(number), max(number) FROM known_actors WHERE register = ?", (name,)
    ).fetchone()
    if first is not None:
        # (numbers of one register follow each other, for it is written in one transaction)
        connection.execute("DELETE FROM known_keys WHERE actor BETWEEN ? AND ?", (first, last))
        connection.execute("DELETE FROM links WHERE actor BETWEEN ? AND ?", (first, last))
    connection.execute("DELETE FROM compared")
    return bool(connection.execute("DELETE FROM registers WHERE name = ?", (name,)).rowcount)


def list_registers(connection: Connection) -> list[ImportedRegister]:
    """Every register, by name."""
    return [ImportedRegister(*row) for row in connection.execute("SELECT * FROM registers ORDER BY name")]


def find_candidates(
    connection: Connection, names: Sequence[str], kind: str, country: str | None = None
) -> tuple[list[NumberedActor], bool]:
    """The known actors that share a key with one of the names, by register and key; and whether all were looked at.

    Not all are where a key is shared by too many; the actors of exactly this name are among them in any case.
    """
    numbers: set[int] = set()
    whole = True
    keys = sorted({key for name in names for key in make_keys(name, kind, (country,))})
    for key in keys:
        rows = connection.execute(
            "SELECT actor FROM known_keys WHERE key = ? LIMIT ?", (key, MOST_CANDIDATES + 1)
        ).fetchall()
        if len(rows) > MOST_CANDIDATES:
            whole = False
        numbers.update(number for (number,) in rows[:MOST_CANDIDATES])
    found = _read_actors(connection, sorted(numbers))
    return sorted(found, key=lambda one: (one.actor.source, one.actor.key)), whole


def read_actor(connection: Connection, number: int) -> NumberedActor:
    """A known actor by its number, with the offices it held."""
    (found,) = _read_actors(connection, [number])
    return found


def _read_actors(connection: Connection, numbers: Sequence[int]) -> list[NumberedActor]:
    """The actors of these numbers, in order of number, with the offices they held."""
    tenures: dict[int, list[DatedCode]] = defaultdict(list)
    wanted = (json.dumps(numbers),)
    rows = connection.execute(
        """SELECT actor, country, sector, role, since, until FROM known_tenures
        WHERE actor IN (SELECT value FROM json_each(?)) ORDER BY actor, position""",
        wanted,
    )
    for number, country, sector, role, since, until in rows:
        tenures[number].append(DatedCode(country=country, sector=sector, role=role, since=since, until=until))
    rows = connection.execute(
        "SELECT number, content FROM known_actors WHERE number IN (SELECT value FROM json_each(?)) ORDER BY number",
        wanted,
    )
    return [_join_offices(number, content, tenures.get(number, [])) for number, content in rows]


def _join_offices(number: int, content: str, tenures: Sequence[DatedCode]) -> NumberedActor:
    actor = KnownActor.model_validate_json(content)
    if tenures:
        countries = {*actor.countries, *(code.country for code in tenures if code.country)}
        actor = actor.model_copy(update={"codes": (*tenures, *actor.codes), "countries": tuple(sorted(countries))})
    return NumberedActor(number, actor)


def find_actor(connection: Connection, key: str, register: str | None = None) -> list[NumberedActor]:
    """The known actors of this key in any register, or in one of this name."""
    rows = connection.execute(
        "SELECT number FROM known_actors WHERE key = ? AND (? IS NULL OR register = ?) ORDER BY register",
        (key, register, register),
    ).fetchall()
    return [read_actor(connection, number) for (number,) in rows]


def choose_code(actor: KnownActor, day: str | None) -> DatedCode:
    """Country, sector and office that a register gives an actor on a day (ISO), as far as it tells.

    Of the codes whose days cover it, the latest to begin comes first; codes for all days follow. Where the day is
    unknown, those for all days count, and of the dated ones only what all of them agree on.
    """
    dated = [code for code in actor.codes if code.since or code.until]
    always = [code for code in actor.codes if not (code.since or code.until)]
    if day is None:
        fitting = always or _agree(dated)
    else:
        covering = [code for code in dated if _covers(code, day)]
        fitting = [*sorted(covering, key=lambda code: code.since or "", reverse=True), *always]
    return DatedCode(
        country=next((code.country for code in fitting if code.country), None) or actor.country,
        sector=next((code.sector for code in fitting if code.sector), None),
        role=next((code.role for code in fitting if code.role), None),
    )


def list_digests(connection: Connection) -> dict[str, bytes]:
    """The identities that were compared with the registers as they are, each with a hash of what it then was.

    Without those of which an article was read again, for with its rows went what was filled in.
    """
    rows = connection.execute(
        """SELECT identity, digest FROM compared WHERE identity NOT IN (
            SELECT m.identity FROM links l JOIN members m ON m.identity = l.identity
            LEFT JOIN filled f ON f.article = m.article AND f.entity = m.entity
            WHERE l.actor IS NOT NULL AND f.entity IS NULL
        )"""
    )
    return dict(rows.fetchall())


def forget_links(connection: Connection, identities: Sequence[str] | None = None) -> None:
    """Drop what was found for these identities, or all; the caller holds the transaction."""
    if identities is None:
        for table in ("links", "filled", "compared"):
            connection.execute(f"DELETE FROM {table}")
        return
    for table in ("links", "compared"):
        connection.executemany(f"DELETE FROM {table} WHERE identity = ?", [(key,) for key in identities])


def write_links(
    connection: Connection,
    digests: Sequence[tuple[str, bytes]],
    findings: Iterable[Finding],
    filled: Iterable[Filled],
) -> None:
    """Note what was found for the identities of these digests, in place of what was found before, and what it tells of
    their entities; the caller holds the transaction.
    """
    connection.executemany("DELETE FROM links WHERE identity = ?", [(key,) for key, _ in digests])
    connection.executemany("INSERT OR REPLACE INTO compared VALUES (?, ?)", digests)
    connection.executemany(
        "INSERT INTO links VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (
                one.identity,
                one.number,
                one.link.rule if one.link else "none",
                one.link.score if one.link else 0.0,
                _write(one.identifiers),
                one.reason,
                _write(one.candidates),
            )
            for one in findings
        ),
    )
    connection.executemany(
        "INSERT OR REPLACE INTO filled VALUES (?, ?, ?, ?, ?, ?)",
        ((one.article, one.entity, one.country, one.sector, one.role, _write(one.identifiers)) for one in filled),
    )


def drop_strays(connection: Connection) -> None:
    """Drop the links of identities that are no more, and what was filled in for entities that are of no linked one; the
    caller holds the transaction.
    """
    connection.execute("DELETE FROM links WHERE identity NOT IN (SELECT identity FROM compared)")
    connection.execute(
        """DELETE FROM filled WHERE NOT EXISTS (
            SELECT 1 FROM members m JOIN links l ON l.identity = m.identity
            WHERE m.article = filled.article AND m.entity = filled.entity AND l.actor IS NOT NULL
        )"""
    )


def count_links(connection: Connection, reason: str) -> tuple[int, int]:
    """How many identities are linked, and how many are not for this reason."""
    query = "SELECT total(actor IS NOT NULL), total(actor IS NULL AND reason = ?) FROM links"
    linked, others = connection.execute(query, (reason,)).fetchone()
    return int(linked), int(others)


def list_findings(connection: Connection) -> dict[str, Finding]:
    """What was found for each identity that any known actor came near to."""
    found = {}
    rows = connection.execute(
        """SELECT l.identity, l.actor, l.rule, l.score, l.identifiers, l.reason, l.candidates, k.key
        FROM links l LEFT JOIN known_actors k ON k.number = l.actor ORDER BY l.identity"""
    )
    for identity, number, rule, score, identifiers, reason, candidates, key in rows:
        found[identity] = Finding(
            identity=identity,
            link=Link(actor=key, rule=rule, score=score) if key else None,
            reason=reason,
            number=number,
            identifiers=json.loads(identifiers),
            candidates=tuple(json.loads(candidates)),
        )
    return found


def decide_link(connection: Connection, decision: DecidedLink) -> None:
    """Note what a person decided, in place of what was decided of the two before; the caller holds the transaction.

    An entity is one actor: another that it was decided to be is forgotten.
    """
    if decision.verdict == "same":
        connection.execute("DELETE FROM decided_links WHERE entity = ? AND verdict = 'same'", (decision.entity,))
    connection.execute(
        "INSERT OR REPLACE INTO decided_links VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            decision.entity,
            decision.article,
            decision.name,
            decision.kind,
            decision.register,
            decision.actor,
            decision.verdict,
        ),
    )


def list_decided_links(connection: Connection) -> list[DecidedLink]:
    """What persons decided of links, in canonical order."""
    rows = connection.execute("SELECT * FROM decided_links ORDER BY entity, register, actor")
    return [DecidedLink(*row) for row in rows]


def list_filled(connection: Connection, article: int) -> dict[str, Filled]:
    """What registers tell of an article's entities, by their ids."""
    rows = connection.execute("SELECT * FROM filled WHERE article = ? ORDER BY entity", (article,))
    return {
        entity: Filled(number, entity, country, sector, role, json.loads(identifiers))
        for number, entity, country, sector, role, identifiers in rows
    }


def _write(content: Mapping[str, str] | Sequence[str]) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _covers(code: DatedCode, day: str) -> bool:
    """Whether the day lies in the code's days, compared as far as each is exact (`2012` covers all of 2012)."""
    since, until = code.since or "", code.until or "9999"
    return since <= day and day[: len(until)] <= until


def _agree(codes: Sequence[DatedCode]) -> list[DatedCode]:
    if not codes:
        return []
    countries, sectors = {code.country for code in codes}, {code.sector for code in codes}
    return [
        DatedCode(
            country=codes[0].country if len(countries) == 1 else None,
            sector=codes[0].sector if len(sectors) == 1 else None,
        )
    ]


def _write_actors(connection: Connection, actors: Sequence[KnownActor], register: str) -> None:
    keys: list[tuple[int, int]] = []
    for actor in actors:
        row = connection.execute(
            "SELECT number, content FROM known_actors WHERE register = ? AND key = ?", (register, actor.key)
        ).fetchone()
        if row:
            actor = join_actors(KnownActor.model_validate_json(row[1]), actor)
            number = row[0]
            connection.execute(
                "UPDATE known_actors SET kind = ?, content = ? WHERE number = ?",
                (actor.kind, actor.model_dump_json(exclude_defaults=True), number),
            )
        else:
            number = connection.execute(
                "INSERT INTO known_actors (register, key, name, kind, content) VALUES (?, ?, ?, ?, ?)",
                (register, actor.key, actor.name, actor.kind, actor.model_dump_json(exclude_defaults=True)),
            ).lastrowid
        names = (actor.name, *actor.aliases, *actor.weak_aliases)
        keys += [(key, number) for name in names for key in make_keys(name, actor.kind, actor.countries)]
    connection.executemany("INSERT OR IGNORE INTO known_keys VALUES (?, ?)", sorted(set(keys)))


def _join_tenures(connection: Connection, register: str) -> None:
    connection.execute(
        """INSERT INTO known_tenures
        SELECT k.number, row_number() OVER (
            PARTITION BY k.number ORDER BY t.since IS NULL, t.since, t.until, p.name, t.post
        ), p.country, p.sector, p.name, t.since, t.until
        FROM (SELECT DISTINCT holder, post, since, until FROM temp.tenures) t
        JOIN known_actors k ON k.register = ? AND k.key = t.holder
        JOIN temp.posts p ON p.key = t.post""",
        (register,),
    )
