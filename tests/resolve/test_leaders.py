"""Those who spoke for states in their time."""

from datetime import date

import pytest

from coranto.resolve.leaders import SLACK, find_leader, load_leaders, serves, was_soviet
from coranto.resources import read_tsv


@pytest.mark.parametrize(("year", "wanted"), [(1960, False), (1961, True), (1963, True), (1964, True), (1965, False)])
def test_a_term_lasts_from_its_first_year_to_a_little_after_its_last(year, wanted):
    assert SLACK == 1
    assert serves("GOV:1961-1963", year) is wanted


def test_any_one_of_several_terms_counts_and_an_open_one_goes_on():
    assert serves("GOV:1961-1963|GOV:1970-1972", 1971)
    assert not serves("GOV:1961-1963|GOV:1970-1972", 1967)
    assert serves("GOV:2020-", 2090)


def find_row():
    """A leader of one closed term whose surname nobody else of the list bears."""
    rows = read_tsv("actors/leaders.tsv")
    for row in rows:
        words = row["name"].split()
        alone = sum(other["name"].split()[-1] == words[-1] for other in rows) == 1
        if len(words) == 2 and alone and "|" not in row["terms"] and row["terms"][-1].isdigit() and not row["aliases"]:
            return row
    raise AssertionError("no such leader in the list")


def test_a_surname_means_a_leader_only_in_office():
    row = find_row()
    surname = (row["name"].split()[-1].casefold(),)
    first, last = (int(year) for year in row["terms"].partition(":")[2].split("-"))
    assert find_leader(surname, date(first, 6, 1)).name == row["name"]
    assert find_leader(surname, date(last + SLACK + 1, 1, 1)) is None
    assert find_leader(surname, date(first - 1, 12, 31)) is None
    assert find_leader(surname, None) is None


def test_a_full_name_means_a_leader_at_any_time():
    row = find_row()
    told = tuple(word.casefold() for word in row["name"].split())
    for day in (None, date(1900, 1, 1), date(2090, 1, 1)):
        known = find_leader(told, day)
        assert (known.name, known.country, known.kind) == (row["name"], row["country"], "person")


def test_a_name_that_no_leader_bears_is_nobody():
    assert find_leader(("zzyzx",), date(2000, 1, 1)) is None
    assert find_leader(("anna", "zzyzx"), None) is None


def test_every_leader_has_terms_that_can_be_read():
    for ways in load_leaders().values():
        for _, known in ways:
            for term in known.terms.split("|"):
                first, _, last = term.partition(":")[2].partition("-")
                assert 1900 < int(first) <= int(last or 9999), known.name


@pytest.mark.parametrize(
    ("day", "wanted"),
    [(date(1991, 12, 25), True), (date(1991, 12, 26), False), (date(2024, 1, 1), False), (None, False)],
)
def test_moscow_spoke_for_the_union_until_its_last_day(day, wanted):
    assert was_soviet(day) is wanted
