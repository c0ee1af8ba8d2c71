"""What a person decides of links: that an entity is an actor of a register, or that it is not."""

from __future__ import annotations

from pathlib import Path
from sqlite3 import Connection
from typing import Literal

from coranto.compare.registers import open_to_write, refresh_links
from coranto.errors import NotFoundError
from coranto.model.identity import Identity
from coranto.store.folding import fold_words
from coranto.store.identities import list_identities
from coranto.store.registers import DecidedLink, NumberedActor, decide_link, find_actor, list_findings
from coranto.store.schema import transact

MOST_SHOWN = 5


def decide_identity(store: Path | str, entity: str, key: str | None, verdict: Literal["same", "different"]) -> str:
    """Note a person's verdict on an entity and an actor, and link anew; returns one line that tells what was decided.

    `entity` is the id or name of an identity, or the id of an entity; `key` an actor's key, perhaps after its register
    and a colon, or None for the actor that it is linked to. Raises NotFoundError where one is not found or several fit.
    """
    if not Path(store).exists():
        raise NotFoundError(f"{store}: no such store; make one with `coranto read PATH --db {store}`")
    with open_to_write(store) as connection:
        identity = find_identity(connection, entity)
        known = _find_known(connection, key) if key else _find_linked(connection, identity)
        actor = known.actor
        with transact(connection):
            for member in identity.members:
                decide_link(
                    connection,
                    DecidedLink(
                        entity=member.entity,
                        article=member.article,
                        name=member.name,
                        kind=identity.kind,
                        register=actor.source,
                        actor=actor.key,
                        verdict=verdict,
                    ),
                )
        refresh_links(connection)
    is_ = "is" if verdict == "same" else "is not"
    return f"{identity.name} ({identity.id}) {is_} {actor.name} ({actor.source}:{actor.key})"


def find_identity(connection: Connection, words: str) -> Identity:
    """The identity of this id, or of this entity id, or the one of this name. Raises NotFoundError."""
    identities = list_identities(connection)
    for identity in identities:
        if words == identity.id or any(words == member.entity for member in identity.members):
            return identity
    folded = fold_words(words)
    found = [one for one in identities if folded and folded in map(fold_words, (one.name, *one.aliases))]
    if len(found) == 1:
        return found[0]
    if found:
        several = ", ".join(f"{one.id} ({one.name})" for one in found[:MOST_SHOWN])
        raise NotFoundError(f"{words!r} fits several entities: {several}; name one by its id")
    raise NotFoundError(f"no entity {words!r}; `coranto entities list` lists them")


def _find_known(connection: Connection, key: str) -> NumberedActor:
    register, colon, bare = key.rpartition(":")
    found = find_actor(connection, key) or (find_actor(connection, bare, register) if colon else [])
    if len(found) == 1:
        return found[0]
    if found:
        several = ", ".join(f"{one.actor.source}:{one.actor.key}" for one in found)
        raise NotFoundError(f"{key!r} fits several actors: {several}; write the register before it")
    raise NotFoundError(f"no actor {key!r} in the registers; `coranto import actors --list` lists them")


def _find_linked(connection: Connection, identity: Identity) -> NumberedActor:
    finding = list_findings(connection).get(identity.id)
    if finding is None or finding.link is None or finding.number is None:
        raise NotFoundError(f"{identity.name} ({identity.id}) is not linked")
    row = connection.execute("SELECT register FROM known_actors WHERE number = ?", (finding.number,)).fetchone()
    (known,) = find_actor(connection, finding.link.actor, row[0])
    return known
