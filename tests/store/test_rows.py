"""What the store's queries yield, and how SQLite's rows become it."""

import json
from dataclasses import replace
from datetime import date

import pytest

from coranto.store.mapping import read_date, read_hit, read_parties
from coranto.store.queries import Store
from coranto.store.rows import PartyRow, flatten_row
from coranto.store.writer import open_store
from tests.samples import make_sample, read_sample


@pytest.fixture
def rows(tmp_path):
    with open_store(tmp_path / "c.db") as writer:
        writer.write(read_sample(make_sample()))
    with Store.open(tmp_path / "c.db") as store:
        return {row.type: row for row in store.events()}


@pytest.mark.parametrize(
    ("country", "sector", "codes"),
    [("RUS", "GOV", "RUS GOV"), ("RUS", None, "RUS"), (None, "GOV", "GOV"), (None, None, "")],
)
def test_codes_are_those_that_are_known(country, sector, codes):
    assert PartyRow("Anna Lind", country, sector, None).codes == codes


def test_who_says_so_is_told_in_words(rows):
    assert rows["CONSULT"].says == "author"
    assert rows["ASSAULT"].says == "Igor Petrenko (via Kurier)"
    assert replace(rows["ASSAULT"], holder_name=None, relays=()).says == "(unnamed source)"


def test_a_row_keeps_the_offsets_of_its_words(rows):
    text = make_sample().text
    for row in rows.values():
        assert text[row.trigger_start : row.trigger_end] == row.trigger
        assert text[row.clause_start : row.clause_end] == row.clause


def test_a_row_is_plain_json_with_days_as_iso_strings(rows):
    flat = flatten_row(rows["CONSULT"])
    assert json.loads(json.dumps(flat)) == flat
    assert (flat["start"], flat["published"]) == ("2024-03-04", "2024-03-05")
    assert flat["actors"][0]["name"] == "Šárka Nováková"


def test_a_day_that_is_unknown_stays_so(rows):
    assert rows["ASSAULT"].start is None
    assert read_date(None) is None
    assert read_date("2024-03-05") == date(2024, 3, 5)
    assert read_parties("[]") == ()


def test_a_match_is_marked_by_its_range_in_the_snippet():
    cells = {"id": "art-1", "source": "a.txt", "title": None, "outlet": None, "published": None}
    hit = read_hit(cells | {"snippet": "the \x02old\x03\n harbour and \x02old\x03 ships"})
    assert hit.snippet == "the old harbour and old ships"
    assert [hit.snippet[first:last] for first, last in hit.matches] == ["old", "old"]
