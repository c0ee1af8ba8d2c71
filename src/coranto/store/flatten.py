"""A reading as the rows of the flat tables."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from coranto.model.attribution import Attribution
from coranto.model.entity import Entity, Party
from coranto.model.event import AUTHOR, Event
from coranto.model.reading import Reading
from coranto.store.folding import fold_words

Cell = str | int | float | None
Row = dict[str, Cell]


def flatten_reading(reading: Reading) -> Iterator[tuple[str, Row]]:
    """(table, row) for every record that has a flat row, in order; the article's number is not among them."""
    entities = {entity.id: entity for entity in reading.entities}
    attributions = {attribution.id: attribution for attribution in reading.attributions}
    for position, entity in enumerate(reading.entities):
        yield "entities", {"position": position, **_flatten_entity(entity)}
    for position, attribution in enumerate(reading.attributions):
        yield "attributions", {"position": position, **_flatten_attribution(attribution, entities)}
    for name, attribution in attributions.items():
        if attribution.source.entity:
            yield "speakers", {"attribution": name, "entity": attribution.source.entity}
    places = {place.id: place for place in reading.places}
    for position, event in enumerate(reading.events):
        place = places.get(event.place or "")
        yield (
            "events",
            {
                "position": position,
                **_flatten_event(event, entities),
                **_flatten_holder(attributions.get(event.holder), entities),
                "holder": event.holder,
                "place": place.name if place else None,
                "place_country": place.country if place else None,
                "lat": place.lat if place else None,
                "lon": place.lon if place else None,
            },
        )
        for side, parties in (("actor", event.actors), ("recipient", event.recipients)):
            for number, party in enumerate(parties):
                yield (
                    "parties",
                    {"event": position, "side": side, "position": number, **_flatten_party(party, entities)},
                )


def name_source(attribution: Attribution, entities: dict[str, Entity]) -> str | None:
    """The name of who says it: of the entity, else the words of the text; None where the text has none."""
    entity = entities.get(attribution.source.entity or "")
    return entity.name if entity else " ".join(span.text for span in attribution.source.spans) or None


def name_party(party: Party, entities: dict[str, Entity]) -> str:
    """The entity's name, else the words of the text, on one line."""
    entity = entities.get(party.entity or "")
    return entity.name if entity else " ".join(party.span.text.split())


def _flatten_entity(entity: Entity) -> Row:
    return {
        "id": entity.id,
        "name": entity.name,
        "folded": fold_words(entity.name),
        "kind": entity.kind,
        "country": entity.country,
        "sector": entity.sector,
        "roles": "; ".join(role.title for role in entity.roles),
        "mentions": len(entity.mentions),
    }


def _flatten_attribution(attribution: Attribution, entities: dict[str, Entity]) -> Row:
    entity = entities.get(attribution.source.entity or "")
    name = name_source(attribution, entities)
    addressee = entities.get(attribution.addressee or "")
    return {
        "id": attribution.id,
        "act": attribution.act,
        "form": attribution.form,
        "stance": attribution.stance,
        "source": name,
        "source_folded": fold_words(name or ""),
        "source_kind": attribution.source.kind,
        "source_named": int(attribution.source.named),
        "source_country": entity.country if entity else None,
        "source_sector": entity.sector if entity else None,
        "cue": " … ".join(span.text for span in attribution.cue),
        "content": " … ".join(span.text for span in attribution.content),
        "content_start": attribution.content[0].start if attribution.content else None,
        "relays": _list([name_party(relay, entities) for relay in attribution.relay]),
        "addressee": addressee.name if addressee else None,
        "parent": attribution.parent,
        "rule": attribution.rule,
        "confidence": attribution.confidence,
    }


def _flatten_event(event: Event, entities: dict[str, Entity]) -> Row:
    row: Row = {
        "id": event.id,
        "type": event.type,
        "quad": event.quad,
        "scale": event.scale,
        "cameo": event.cameo,
        "mode": _list(event.mode),
        "contexts": _list(event.contexts),
        "polarity": event.polarity,
        "certainty": event.certainty,
        "tense": event.tense,
        "date_start": event.date.start.isoformat() if event.date and event.date.start else None,
        "date_end": event.date.end.isoformat() if event.date and event.date.end else None,
        "date_precision": event.date.precision if event.date else None,
        "date_basis": event.date.basis if event.date else None,
        "trigger_text": event.trigger.text,
        "trigger_start": event.trigger.start,
        "trigger_end": event.trigger.end,
        "clause_text": event.clause.text,
        "clause_start": event.clause.start,
        "clause_end": event.clause.end,
        "rule": event.rule,
        "confidence": event.confidence,
    }
    for side, parties in (("actor", event.actors), ("recipient", event.recipients)):
        row[f"{side}s"] = "; ".join(name_party(party, entities) for party in parties)
        row[f"{side}_codes"] = "; ".join(_code(entities.get(party.entity or "")) for party in parties)
    return row


def _flatten_holder(attribution: Attribution | None, entities: dict[str, Entity]) -> Row:
    if attribution is None:
        return {
            "holder_kind": AUTHOR,
            "holder_name": None,
            "holder_folded": "",
            "holder_country": None,
            "holder_sector": None,
            "act": None,
            "relays": "[]",
        }
    row = _flatten_attribution(attribution, entities)
    return {
        "holder_kind": row["source_kind"],
        "holder_name": row["source"],
        "holder_folded": row["source_folded"],
        "holder_country": row["source_country"],
        "holder_sector": row["source_sector"],
        "act": row["act"],
        "relays": row["relays"],
    }


def _flatten_party(party: Party, entities: dict[str, Entity]) -> Row:
    entity = entities.get(party.entity or "")
    name = name_party(party, entities)
    return {
        "entity": party.entity,
        "name": name,
        "folded": fold_words(name),
        "country": entity.country if entity else None,
        "sector": entity.sector if entity else None,
        "span_start": party.span.start,
        "span_end": party.span.end,
    }


def _code(entity: Entity | None) -> str:
    return " ".join(code for code in (entity.country, entity.sector) if code) if entity else ""


def _list(items: Sequence[str]) -> str:
    return json.dumps(list(items), ensure_ascii=False)
