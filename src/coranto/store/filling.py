"""Readings and identities with what imported registers tell of them; the store keeps them as they were read."""

from __future__ import annotations

from collections.abc import Mapping
from sqlite3 import Connection

from coranto.model.entity import Entity
from coranto.model.identity import Identity
from coranto.model.reading import Reading
from coranto.store.identities import list_identities
from coranto.store.registers import Filled, Finding, choose_code, list_findings, read_actor


def fill_reading(reading: Reading, filled: Mapping[str, Filled]) -> Reading:
    """The reading with identifiers, and with country and sector where the article tells none, by entity id."""
    entities = tuple(
        fill_entity(entity, filled[entity.id]) if entity.id in filled else entity for entity in reading.entities
    )
    return reading.model_copy(update={"entities": entities})


def fill_entity(entity: Entity, known: Filled) -> Entity:
    """The entity with what a register tells of it; nothing that the article tells is replaced."""
    country, sector = entity.country or known.country, entity.sector or known.sector
    changed = (country, sector) != (entity.country, entity.sector)
    return entity.model_copy(
        update={
            "country": country,
            "sector": sector,
            "basis": "register" if changed else entity.basis,
            "identifiers": dict(known.identifiers) | entity.identifiers,
        }
    )


def list_known_identities(connection: Connection) -> tuple[Identity, ...]:
    """Every identity with its link and the identifiers of the actor that it is; country and sector as the articles
    tell them, else as the register does on all its days (`basis` says so).
    """
    findings = list_findings(connection)
    return tuple(
        _fill_identity(connection, identity, findings.get(identity.id)) for identity in list_identities(connection)
    )


def _fill_identity(connection: Connection, identity: Identity, finding: Finding | None) -> Identity:
    if finding is None or finding.link is None or finding.number is None:
        return identity
    code = choose_code(read_actor(connection, finding.number).actor, None)
    country, sector = identity.country or code.country, identity.sector or code.sector
    return identity.model_copy(
        update={
            "link": finding.link,
            "identifiers": dict(finding.identifiers),
            "country": country,
            "sector": sector,
            "basis": "register" if (country, sector) != (identity.country, identity.sector) else None,
        }
    )
