"""The dispatches of examples/: the record as it stands, and the facts that a reader finds in them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from tools.build_examples import (
    EXPECTED,
    explain_miss,
    explain_missed_silence,
    list_records,
    read_examples,
    read_table,
)


@cache
def read_by_file():
    return {Path(reading.article.source).name: reading for reading in read_examples()}


MISSES = {(row["file"], row["words"]): row["reason"] for row in read_table("known_misses.tsv")}


def list_cases(name, column):
    cases = []
    for row in read_table(name):
        reason = MISSES.get((row["file"], row[column]))
        marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
        cases.append(pytest.param(row, id=f"{row['file']}-{row[column]}", marks=marks))
    return cases


@pytest.mark.parametrize("fact", list_cases("facts.tsv", "words"))
def test_a_fact_that_a_reader_finds_is_in_the_record(fact):
    assert explain_miss(fact, read_by_file()[fact["file"]]) is None


@pytest.mark.parametrize("silence", list_cases("silences.tsv", "source_words"))
def test_a_silence_that_a_reader_finds_is_in_the_record(silence):
    assert explain_missed_silence(silence, read_by_file()[silence["file"]]) is None


def test_the_record_is_the_one_expected():
    expected = EXPECTED.read_text(encoding="utf-8").splitlines()
    assert list(list_records(tuple(read_by_file().values()))) == expected, "see tools/build_examples.py"


def test_every_known_miss_is_a_fact():
    asked = {(row["file"], row["words"]) for row in read_table("facts.tsv")}
    asked |= {(row["file"], row["source_words"]) for row in read_table("silences.tsv")}
    assert set(MISSES) <= asked


def test_the_two_speakers_of_one_deed_are_both_heard():
    holders = set()
    for reading in read_by_file().values():
        names = {entity.id: entity.name for entity in reading.entities}
        holders |= {names.get(found.source.entity) for found in reading.attributions if found.act == "deny"}
    assert any(name and "Zorin" in name for name in holders)


def test_furniture_of_the_reprint_yields_no_record():
    reading = read_by_file()["zorin-denies.txt"]
    furniture = [found.span for found in reading.article.furniture]
    assert any("Follow us" in span.text for span in furniture)
    assert not any(span.holds(event.trigger) for span in furniture for event in reading.events)


def test_a_date_that_nobody_gave_stays_unknown():
    reading = read_by_file()["plane-lost.txt"]
    assert reading.article.published.value is None
    assert all(time.start is None for time in reading.times if time.span.text == "Saturday")
