"""A reading as flat rows."""

import json
from collections import Counter

from coranto.model.entity import Party
from coranto.store.flatten import flatten_reading, name_party, name_source
from tests.samples import find, make_sample, read_sample

READING = read_sample(make_sample())
ENTITIES = {entity.id: entity for entity in READING.entities}


def rows_of(table, reading=READING):
    return [row for name, row in flatten_reading(reading) if name == table]


def test_every_record_has_one_row_in_order():
    counts = Counter(name for name, _ in flatten_reading(READING))
    sides = sum(len(event.actors) + len(event.recipients) for event in READING.events)
    assert counts == {"entities": 4, "attributions": 1, "speakers": 1, "events": 2, "parties": sides}
    for table, records in (("entities", READING.entities), ("events", READING.events)):
        assert [(row["position"], row["id"]) for row in rows_of(table)] == [(i, r.id) for i, r in enumerate(records)]


def test_an_event_shows_where_it_was_and_when():
    met, shelled = rows_of("events")
    assert (met["place"], met["place_country"], met["lat"]) == ("Vienna", "AUT", 48.2)
    assert (met["date_start"], met["date_precision"]) == ("2024-03-04", "day")
    assert (shelled["place"], shelled["lat"], shelled["date_start"]) == (None, None, None)


def test_an_event_shows_who_vouches_for_it():
    met, shelled = rows_of("events")
    assert (met["holder"], met["holder_kind"], met["holder_name"], met["relays"]) == ("author", "author", None, "[]")
    assert (shelled["holder_name"], shelled["holder_country"]) == ("Igor Petrenko", "UKR")
    assert json.loads(shelled["relays"]) == ["Kurier"]


def test_parties_are_named_with_their_codes_and_those_unknown_without():
    met, shelled = rows_of("events")
    assert (met["actors"], met["actor_codes"]) == ("Šárka Nováková", "CZE GOV")
    assert (met["recipients"], met["recipient_codes"]) == ("Igor Petrenko", "UKR")
    assert (shelled["recipients"], shelled["recipient_codes"]) == ("the harbour", "")
    harbour = rows_of("parties")[-1]
    assert (harbour["side"], harbour["name"], harbour["entity"]) == ("recipient", "the harbour", None)


def test_names_are_folded_for_the_search():
    assert rows_of("entities")[0]["folded"] == " sarka novakova "
    assert rows_of("attributions")[0]["source_folded"] == " igor petrenko "


def test_a_party_is_named_by_its_entity_else_by_its_words_on_one_line():
    span = find(READING.article.text, "Moscow").model_copy(update={"text": "the old\n harbour"})
    assert name_party(Party(span=span), {}) == "the old harbour"
    assert name_party(Party(entity=READING.entities[3].id, span=span), ENTITIES) == "Russia"


def test_a_source_without_words_has_no_name():
    (attribution,) = READING.attributions
    assert name_source(attribution, ENTITIES) == "Igor Petrenko"
    assert name_source(attribution, {}) == "Igor Petrenko"
    nobody = attribution.source.model_copy(update={"entity": None, "spans": ()})
    assert name_source(attribution.model_copy(update={"source": nobody}), ENTITIES) is None


def test_a_holder_that_is_missing_is_not_invented():
    shelled = rows_of("events", READING.model_copy(update={"attributions": ()}))[1]
    assert shelled["holder"] == READING.events[1].holder
    assert shelled["holder_name"] is None


def test_a_bare_reading_has_no_rows():
    assert list(flatten_reading(read_sample(make_sample(text="Nothing.")))) == []
