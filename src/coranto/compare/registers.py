"""Registers of a store: imported, removed, and the identities linked to their actors."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from hashlib import blake2s
from itertools import batched
from pathlib import Path
from sqlite3 import Connection
from typing import Self

from coranto import __version__
from coranto.compare.fits import LINKED, SEVERAL, Decided, link_identities, list_names
from coranto.errors import NotFoundError
from coranto.intake.details import Failure
from coranto.intake.registers.files import hash_file, read_register, tell_file_format
from coranto.intake.registers.records import RegisterFormat
from coranto.model.identity import Identity
from coranto.store.folding import fold_words
from coranto.store.identities import list_identities
from coranto.store.registers import (
    Filled,
    Finding,
    NumberedActor,
    choose_code,
    count_links,
    drop_strays,
    find_actor,
    find_candidates,
    forget_links,
    list_decided_links,
    list_digests,
    list_findings,
    list_registers,
    remove_register,
    write_links,
    write_register,
)
from coranto.store.schema import connect_to_read, connect_to_write, transact, translate_errors

BATCH = 500
"""Identities that are linked and written together."""


@dataclass(frozen=True, slots=True)
class Imported:
    """A register of a store: its actors, the identities linked to them or left between several, the lines it had."""

    register: str
    format: str
    sha256: str
    actors: int
    linked: int
    several: int
    passed_over: int
    failed: int


@dataclass(frozen=True, slots=True)
class Left:
    """An identity that was not linked though some actor came near: why, and which (`register:key`, name, countries)."""

    id: str
    kind: str
    name: str
    country: str | None
    articles: int
    reason: str
    candidates: tuple[str, ...]


def refresh_links(connection: Connection) -> tuple[int, int]:
    """Link the identities of a store, in one transaction; returns how many are linked, and how many could not be
    decided between several.

    Only those are compared with the registers that are not as they were when they last were; a register that is
    imported or removed makes all of them new. The outcome is that of linking them all.
    """
    with transact(connection):
        if not connection.execute("SELECT 1 FROM registers LIMIT 1").fetchone():
            forget_links(connection)
            return 0, 0
        identities = list_identities(connection)
        decided = _read_decided(connection, identities)
        facts = _Facts.read(connection)
        digests = {
            identity.id: _make_digest(identity, decided.get(identity.id), facts)
            for identity in identities
            if identity.id in decided or identity.kind in LINKED
        }
        former = list_digests(connection)
        forget_links(connection, [key for key, digest in former.items() if digests.get(key) != digest])
        changed = (one for one in identities if one.id in digests and digests[one.id] != former.get(one.id))
        for batch in batched(changed, BATCH):
            findings = {one.identity: one for one in link_identities(batch, partial(_look_up, connection), decided)}
            filled = (fill for one in batch if one.id in findings for fill in _fill(one, findings[one.id], facts))
            write_links(connection, [(one.id, digests[one.id]) for one in batch], findings.values(), filled)
        drop_strays(connection)
        return count_links(connection, SEVERAL)


def import_register(store: Path | str, path: Path, form: RegisterFormat | None = None) -> tuple[list[Failure], int]:
    """Read a register into the store, under its file's name, in one transaction; links stay as they are.

    Returns the first failures, and how many there were. Raises InputError where the file cannot be read, StoreError.
    """
    form = form or tell_file_format(path)
    with open_to_write(store) as connection, transact(connection):
        stamp = (str(form), hash_file(path))
        row, failures = write_register(connection, path.name, stamp, read_register(path, form))
    return failures, row.failed


def drop_register(store: Path | str, name: str) -> bool:
    """Take a register out of a store; False where it holds none of this name. Raises NotFoundError or StoreError."""
    if not Path(store).exists():
        raise NotFoundError(f"{store}: no such store")
    with open_to_write(store) as connection, transact(connection):
        return remove_register(connection, name)


def list_imported(store: Path | str) -> list[Imported]:
    """The registers of a store, with how many identities are linked to each. Raises NotFoundError or StoreError."""
    file = Path(store)
    with closing(connect_to_read(file)) as connection, translate_errors(file):
        return [
            Imported(
                register=one.name,
                format=one.format,
                sha256=one.sha256,
                actors=one.actors,
                linked=_count(connection, "l.actor IS NOT NULL AND k.register = ?", one.name),
                several=sum(
                    finding.reason == SEVERAL and any(name.startswith(f"{one.name}:") for name in finding.candidates)
                    for finding in list_findings(connection).values()
                ),
                passed_over=one.passed_over,
                failed=one.failed,
            )
            for one in list_registers(connection)
        ]


def list_left(store: Path | str) -> list[Left]:
    """Who was not linked though some actor came near: those first of whom several fit, then by the articles they are
    in. Raises NotFoundError or StoreError.
    """
    file = Path(store)
    with closing(connect_to_read(file)) as connection, translate_errors(file):
        findings = {key: one for key, one in list_findings(connection).items() if one.link is None}
        left = [
            Left(
                id=one.id,
                kind=one.kind,
                name=one.name,
                country=one.country,
                articles=len({member.article for member in one.members}),
                reason=findings[one.id].reason.removeprefix("not linked: "),
                candidates=tuple(_describe_actor(connection, key) for key in findings[one.id].candidates),
            )
            for one in list_identities(connection)
            if one.id in findings
        ]
    return sorted(left, key=lambda one: (one.reason != SEVERAL, -one.articles, fold_words(one.name), one.id))


def _describe_actor(connection: Connection, key: str) -> str:
    """An actor by `register:key`, with its name and countries."""
    for register in sorted(one.name for one in list_registers(connection)):
        if key.startswith(f"{register}:"):
            for known in find_actor(connection, key.removeprefix(f"{register}:"), register):
                countries = ", ".join(known.actor.countries)
                return f"{key} {known.actor.name}{f' ({countries})' if countries else ''}"
    return key


def relink(store: Path | str) -> tuple[int, int]:
    """`refresh_links` for the store at a path. Raises StoreError."""
    with open_to_write(store) as connection:
        return refresh_links(connection)


@contextmanager
def open_to_write(store: Path | str) -> Iterator[Connection]:
    """A connection that may write to the store, made where it is missing. Raises StoreError."""
    file = Path(store)
    with closing(connect_to_write(file)) as connection, translate_errors(file):
        yield connection


def _count(connection: Connection, test: str, register: str) -> int:
    query = f"SELECT count(*) FROM links l LEFT JOIN known_actors k ON k.number = l.actor WHERE {test}"
    return int(connection.execute(query, (register,)).fetchone()[0])


def _look_up(connection: Connection, names: Sequence[str], identity: Identity) -> tuple[list[NumberedActor], bool]:
    return find_candidates(connection, names, identity.kind, identity.country)


@dataclass(frozen=True, slots=True)
class _Facts:
    """The number and the day of each article by its id, and country and sector of each entity by both their ids."""

    articles: Mapping[str, tuple[int, str | None]]
    codes: Mapping[tuple[int, str], tuple[str | None, str | None]]

    @classmethod
    def read(cls, connection: Connection) -> Self:
        articles = connection.execute("SELECT id, number, published FROM articles")
        codes = connection.execute("SELECT article, id, country, sector FROM entities")
        return cls(
            {key: (number, day) for key, number, day in articles},
            {(number, entity): (country, sector) for number, entity, country, sector in codes},
        )


def _make_digest(identity: Identity, decided: Decided | None, facts: _Facts) -> bytes:
    """A hash of all that decides which actor the identity is, and what of it is told of each member."""
    same = decided.same.actor if decided and decided.same else None
    members = []
    for member in identity.members:
        number, day = facts.articles[member.article]
        members.append((number, day, member.entity, facts.codes.get((number, member.entity))))
    content = (
        __version__,
        list_names(identity),
        identity.kind,
        identity.country,
        identity.sector,
        (same.source, same.key) if same else None,
        sorted(decided.different) if decided else [],
        members,
    )
    return blake2s(json.dumps(content).encode(), digest_size=12).digest()


def _fill(identity: Identity, finding: Finding, facts: _Facts) -> Iterator[Filled]:
    """What registers tell of each entity of a linked identity, by the day of its article."""
    if not finding.actor:
        return
    for member in identity.members:
        number, day = facts.articles[member.article]
        code = choose_code(finding.actor, day)
        country, sector = facts.codes.get((number, member.entity), (None, None))
        yield Filled(
            article=number,
            entity=member.entity,
            country=None if country else code.country,
            sector=None if sector else code.sector,
            role=code.role,
            identifiers=finding.identifiers,
        )


def _read_decided(connection: Connection, identities: Sequence[Identity]) -> dict[str, Decided]:
    """What persons decided, by identity: found by the entity, else by article, name and kind."""
    decisions = list_decided_links(connection)
    if not decisions:
        return {}
    owners = {member.entity: identity.id for identity in identities for member in identity.members}
    by_name: dict[tuple[str, str, str], str] = {
        (member.article, fold_words(member.name), identity.kind): identity.id
        for identity in identities
        for member in identity.members
    }
    found: dict[str, Decided] = {}
    for one in decisions:
        owner = owners.get(one.entity) or by_name.get((one.article, fold_words(one.name), one.kind))
        if not owner:
            continue
        former = found.get(owner, Decided())
        if one.verdict == "different":
            found[owner] = Decided(former.same, former.different | {(one.register, one.actor)})
        elif known := find_actor(connection, one.actor, one.register):
            found[owner] = Decided(known[0], former.different)
    return found
