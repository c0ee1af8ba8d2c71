"""Two scraped, machine-translated reports of one visit: what a reader must find in their record."""

from __future__ import annotations

import unicodedata

import pytest

from coranto.pipeline import read_text
from texts import find_shared

FIRST, SECOND = "000_1dbb4ff3a3ca9094.txt", "001_4bc8831711aade3b.txt"
DATES = {FIRST: "2023-12-12", SECOND: "2023-12-13"}


@pytest.fixture(scope="module", params=["dated", "undated"])
def readings(request):
    found = {}
    for name, day in DATES.items():
        text = find_shared("data", "seeds", name).read_text(encoding="utf-8")
        found[name] = read_text(text, source=name, published=day if request.param == "dated" else None)
    return found


def list_events(reading):
    """(type, actor names, recipient names, polarity, holder's name) of each event."""
    names = {e.id: e.name for e in reading.entities}
    holders = {a.id: names.get(a.source.entity or "", "?") for a in reading.attributions}
    return [
        (
            event.type,
            {names[p.entity] for p in event.actors},
            {names[p.entity] for p in event.recipients},
            event.polarity,
            holders.get(event.holder, event.holder),
        )
        for event in reading.events
    ]


def fold(name):
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


def has_event(reading, kind, actor, recipient="", polarity="positive"):
    actor, recipient = fold(actor), fold(recipient)
    return any(
        found == kind
        and found_polarity == polarity
        and any(actor in fold(name) for name in actors)
        and (not recipient or any(recipient in fold(name) for name in recipients | actors))
        for found, actors, recipients, found_polarity, _ in list_events(reading)
    )


@pytest.mark.parametrize(
    ("article", "fact"),
    [
        (FIRST, ("CONSULT", "Kolokoltsev", "Cuba", "positive")),
        (FIRST, ("CONSULT", "Álvarez Casas", "Patrushev", "positive")),
        (FIRST, ("COERCE", "Cuba", "17 people", "positive")),
        (FIRST, ("MOBILIZE", "Russia", "", "negative")),
        (FIRST, ("AID", "Russia", "Cuba", "positive")),
        (SECOND, ("AGREE", "Russia", "Cuban agents", "positive")),
        (SECOND, ("CONSULT", "Kolokoltsev", "Álvarez Casas", "positive")),
        (SECOND, ("CONSULT", "Kolokoltsev", "Raúl Castro", "positive")),
        (SECOND, ("CONSULT", "Kolokoltsev", "Díaz-Canel", "positive")),
        (SECOND, ("ACCUSE", "Kolokoltsev", "Western special services", "positive")),
        (SECOND, ("ACCUSE", "Kolokoltsev", "United States", "positive")),
        (SECOND, ("REQUEST", "Kolokoltsev", "Cuba", "positive")),
    ],
)
def test_the_events_a_reader_must_find(readings, article, fact):
    assert has_event(readings[article], *fact), list_events(readings[article])


def test_the_amounts_are_paired_with_their_equivalents(readings):
    quantities = {q.id: q for q in readings[FIRST].quantities}
    pairs = {
        (q.value, q.currency, quantities[q.equals].value, quantities[q.equals].currency)
        for q in quantities.values()
        if q.equals
    }
    assert (410_800_000, "RUB", 4_000_000, "USD") in pairs
    assert any(rubles == 36_100_000 and dollars == 553_000 for rubles, _, dollars, _ in pairs)


@pytest.mark.parametrize(("article", "words"), [(FIRST, "press"), (SECOND, "Communist Party"), (SECOND, "Russia")])
def test_silences_are_kept(readings, article, words):
    names = {e.id: e.name for e in readings[article].entities}
    silent = [a for a in readings[article].attributions if a.form == "silence"]
    assert any(words in names.get(a.source.entity or "", "") or words in s.text for a in silent for s in a.source.spans)


def test_the_denial_has_its_speaker(readings):
    names = {e.id: e.name for e in readings[FIRST].entities}
    denied = [a for a in readings[FIRST].attributions if a.act == "deny"]
    assert [names.get(a.source.entity or "") for a in denied] == ["Russia"]


def test_the_spokeswoman_is_passed_on_by_the_broadcaster(readings):
    names = {e.id: e.name for e in readings[FIRST].entities}
    volk = [a for a in readings[FIRST].attributions if "Volk" in names.get(a.source.entity or "", "")]
    relays = {names.get(p.entity or "") for a in volk for p in a.relay}
    assert relays & {"RT", "Russia Today"}


def test_what_is_not_the_article_is_furniture(readings):
    marked = " ".join(f.span.text for f in readings[FIRST].article.furniture)
    assert "Google" in marked
    assert "PREV" in marked
    kinds = {f.kind for f in readings[SECOND].article.furniture}
    assert {"navigation", "repeat", "donation", "comment"} <= kinds
