"""Identities and the actors of imported registers: which of them are one.

A link needs a name, and whatever else both sides tell must agree. Where two actors fit equally, none is chosen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from sqlite3 import Connection

from coranto.errors import NotFoundError
from coranto.intake.details import Failure
from coranto.intake.registers.files import hash_file, read_register, tell_file_format
from coranto.intake.registers.records import RegisterFormat, join_actors
from coranto.model.entity import EntityKind
from coranto.model.identity import Identity, KnownActor, Link
from coranto.resolve.names import SUFFIXES, Match, compare_bodies, compare_persons
from coranto.store.folding import fold_words
from coranto.store.identities import list_identities
from coranto.store.registers import (
    Filled,
    Finding,
    NumberedActor,
    choose_code,
    find_actor,
    find_candidates,
    list_decided_links,
    list_findings,
    list_registers,
    remove_register,
    replace_links,
    write_register,
)
from coranto.store.schema import connect_to_read, connect_to_write, translate_errors

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


def refresh_links(connection: Connection) -> tuple[int, int]:
    """Link the identities of a store anew, in one transaction; returns how many are linked, and how many could not
    be decided between several. Changes nothing where no register was imported.
    """
    if not connection.execute("SELECT 1 FROM registers LIMIT 1").fetchone():
        if connection.execute("SELECT 1 FROM links UNION ALL SELECT 1 FROM filled LIMIT 1").fetchone():
            _replace(connection, [], [])
        return 0, 0
    identities = list_identities(connection)
    decided = _read_decided(connection, identities)

    def look_up(names: Sequence[str], identity: Identity) -> tuple[list[NumberedActor], bool]:
        return find_candidates(connection, names, identity.kind, identity.country)

    findings = list(link_identities(identities, look_up, decided))
    _replace(connection, findings, list(_fill(connection, identities, findings)))
    linked = sum(finding.link is not None for finding in findings)
    return linked, sum(finding.reason == SEVERAL for finding in findings)


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


@contextmanager
def transact(connection: Connection) -> Iterator[None]:
    """BEGIN IMMEDIATE ... COMMIT, or ROLLBACK where anything is raised in between."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _count(connection: Connection, test: str, register: str) -> int:
    query = f"SELECT count(*) FROM links l LEFT JOIN known_actors k ON k.number = l.actor WHERE {test}"
    return int(connection.execute(query, (register,)).fetchone()[0])


def _replace(connection: Connection, findings: Sequence[Finding], filled: Sequence[Filled]) -> None:
    with transact(connection):
        replace_links(connection, findings, filled)


def _fill(connection: Connection, identities: Sequence[Identity], findings: Sequence[Finding]) -> Iterator[Filled]:
    """What registers tell of each entity of the linked identities, by the day of its article."""
    linked = {finding.identity: finding for finding in findings if finding.link}
    articles = {
        key: (number, day) for key, number, day in connection.execute("SELECT id, number, published FROM articles")
    }
    coded = {
        (number, entity): (country, sector)
        for number, entity, country, sector in connection.execute("SELECT article, id, country, sector FROM entities")
    }
    for identity in identities:
        finding = linked.get(identity.id)
        if not finding or not finding.actor:
            continue
        for member in identity.members:
            number, day = articles[member.article]
            code = choose_code(finding.actor, day)
            country, sector = coded.get((number, member.entity), (None, None))
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


