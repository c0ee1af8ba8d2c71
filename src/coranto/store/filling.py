"""A reading with what imported registers tell of its entities; the store keeps it as it was read."""

from __future__ import annotations

from collections.abc import Mapping

from coranto.model.entity import Entity
from coranto.model.reading import Reading
from coranto.store.registers import Filled


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
