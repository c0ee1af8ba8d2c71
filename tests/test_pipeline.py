import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coranto.errors import UsageError
from coranto.intake.articles import make_article
from coranto.pipeline import read_article, read_text
from coranto.scale.pool import read_articles

SENTENCES = [
    "Russian Interior Minister Vladimir Kolokoltsev arrived in Havana on Tuesday.",
    "“We will not accept threats,” the spokeswoman said.",
    "Cuba denied that it had expelled 12 diplomats.",
    "The Kremlin announced aid of 410.8 million rubles (about four million dollars).",
    "He declined to comment.",
    "Kolokoltsevarrived in Moscowwhere he met the president.",
    "Home » News » World",
    "For latest updates follow us on Google News",
    "HAVANA (Agency) - Police arrested 17 people last May, according to state television.",
    "\u202eسلام\u202c and \u0000 control\u00ad signs &amp; ligatures: ﬁve oﬃcers.",
    "a" * 300,
    "«Nous», “never closed, 'he said",
]
TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(st.sampled_from(SENTENCES), max_size=6).map("\n\n".join),
    st.tuples(st.sampled_from(SENTENCES), st.text(max_size=60), st.sampled_from(SENTENCES)).map(" ".join),
)
CALM = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


def find_spans(value):
    """Every span object of a record, however deep."""
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys() and isinstance(value["start"], int):
            yield value
        for inner in value.values():
            yield from find_spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from find_spans(inner)


@CALM
@given(TEXTS)
def test_every_span_equals_its_slice(text):
    reading = read_text(text)
    assert reading.article.text == text
    for span in find_spans(json.loads(reading.model_dump_json())):
        assert span["text"] == text[span["start"] : span["end"]]


@CALM
@given(TEXTS)
def test_every_reference_resolves(text):
    reading = read_text(text, published="2023-12-12")
    entities = {e.id for e in reading.entities}
    attributions = {a.id for a in reading.attributions}
    quantities = {q.id for q in reading.quantities}
    for event in reading.events:
        assert event.holder == "author" or event.holder in attributions
        assert {p.entity for p in (*event.actors, *event.recipients)} <= entities
        assert set(event.quantities) <= quantities
        assert set(event.size.values()) <= quantities
        assert event.time is None or event.time in {t.id for t in reading.times}
        assert event.place is None or event.place in {p.id for p in reading.places}
    for attribution in reading.attributions:
        assert attribution.source.entity is None or attribution.source.entity in entities
        assert attribution.parent is None or attribution.parent in attributions
        assert attribution.form != "silence" or not attribution.content


@CALM
@given(TEXTS)
def test_reading_twice_gives_the_same(text):
    assert read_text(text).model_dump_json() == read_text(text).model_dump_json()


def test_ids_are_unique_within_an_article():
    reading = read_text("\n\n".join(SENTENCES), published="2023-12-12")
    records = (
        reading.entities,
        reading.events,
        reading.attributions,
        reading.times,
        reading.places,
        reading.quantities,
    )
    ids = [record.id for group in records for record in group]
    assert len(ids) == len(set(ids))


def test_another_language_is_kept_without_records():
    text = "Der Minister traf am Montag in Berlin ein und sprach mit der Kanzlerin über die Hilfe für Kuba. " * 5
    reading = read_text(text)
    assert reading.article.language == "de"
    assert reading.article.text == text
    assert reading.events == ()


def test_a_date_that_is_none_is_refused():
    with pytest.raises(UsageError, match="12 Dec"):
        read_text("Police arrested two men.", published="12 Dec")


def test_without_a_date_relative_times_stay_open():
    reading = read_article(make_article("The minister arrived in Havana on Tuesday.", source="a"))
    assert [time.start for time in reading.times] == [None]
    assert reading.times[0].basis == "unknown"


def make_articles():
    texts = ["\n\n".join(SENTENCES[i:] + SENTENCES[:i]) for i in range(len(SENTENCES))]
    return [make_article(text, source=f"{number:02}.txt") for number, text in enumerate(texts)]


@pytest.mark.slow
def test_workers_and_order_change_no_reading():
    articles = make_articles()
    alone = {r.article.source: r.model_dump_json() for r in read_articles(articles, 1)}
    together = {r.article.source: r.model_dump_json() for r in read_articles(reversed(articles), 2)}
    assert len(alone) == len(articles)
    assert together == alone
