"""What a person says of who is one: merged, split, taken back, each in one transaction with what follows from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from sqlite3 import Connection

from coranto.compare.decisions import Standing
from coranto.compare.identities import open_transaction, rework, settle_stored
from coranto.errors import NotFoundError, UsageError
from coranto.store.identities import (
    Decision,
    add_decision,
    drop_decision,
    find_identity,
    find_ids,
    list_decisions,
    list_members,
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a decision: its number, and the identities that its entities now belong to."""

    number: int
    identities: tuple[str, ...]


def merge_entities(path: Path | str, keys: Sequence[str]) -> Outcome:
    """Decide that all of these are one: identities with all their members, or entities by themselves.

    Raises NotFoundError where a key fits nothing or several, UsageError where there are not two to merge.
    """
    with open_transaction(path) as connection:
        sides = [_list_entities(connection, key) for key in keys]
        entities = {entity for side in sides for entity in side}
        if len(sides) < 2 or len(entities) < 2:
            raise UsageError("merge needs two or more identities or entities")
        number = add_decision(connection, "same", sides)
        rework(connection)
        return Outcome(number, _list_identities(connection, [entity for side in sides for entity in side]))


def split_identity(path: Path | str, key: str, taken: Sequence[str]) -> Outcome:
    """Decide that these members are not the others of the identity.

    Raises NotFoundError where a key fits nothing or several, UsageError where nothing is taken or nothing left.
    """
    with open_transaction(path) as connection:
        identity = find_one(connection, key)
        members = list_members(connection, identity)
        if not members:
            raise UsageError(f"{identity} is no identity; name one (idn-…), then the members to take out")
        out = [entity for one in taken for entity in _list_entities(connection, one)]
        strange = [entity for entity in out if entity not in members]
        if strange:
            raise UsageError(f"{strange[0]} is no member of {identity}")
        rest = [entity for entity in members if entity not in out]
        if not out or not rest:
            raise UsageError(f"name some members of {identity}, and not all of them")
        number = add_decision(connection, "different", [rest, out])
        rework(connection)
        return Outcome(number, _list_identities(connection, [*rest, *out]))


def undo_decision(path: Path | str, number: int) -> None:
    """Take the decision back. Raises NotFoundError where there is none of this number."""
    with open_transaction(path) as connection:
        if not drop_decision(connection, number):
            raise NotFoundError(f"there is no decision {number}; `coranto entities decisions` lists them")
        rework(connection)


def list_standings(connection: Connection) -> list[tuple[Decision, Standing]]:
    """What persons decided, in order, and whether each still holds."""
    verdicts, _ = settle_stored(connection)
    return [(decision, verdicts.standings[decision.number]) for decision in list_decisions(connection)]


def find_one(connection: Connection, key: str) -> str:
    """The one id of an identity or entity that begins so. Raises NotFoundError where none or several do."""
    found = find_ids(connection, key.strip())
    if key in found:
        return key
    if not found or not key.strip():
        raise NotFoundError(f"{key!r} is no identity or entity of the store; `coranto entities list` lists them")
    if len(found) > 1:
        raise NotFoundError(f"{key!r} fits several: {', '.join(found[:5])}")
    return found[0]


def _list_entities(connection: Connection, key: str) -> list[str]:
    found = find_one(connection, key)
    return list_members(connection, found) if found.startswith("idn-") else [found]


def _list_identities(connection: Connection, entities: Sequence[str]) -> tuple[str, ...]:
    found = [find_identity(connection, entity) for entity in entities]
    return tuple(dict.fromkeys(identity for identity in found if identity))
