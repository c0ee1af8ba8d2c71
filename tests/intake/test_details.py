"""What is known of an article besides its text."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coranto.intake.details import Details, find_problem, read_details, read_line, read_published

DAY = date(2024, 3, 5)
WRITTEN = [
    "2024-03-05",
    "2024-03-05T23:59:00+05:00",
    "2024-03-05 08:00",
    "2024/03/05",
    "2024/3/5",
    "20240305",
    "5 March 2024",
    "5th Mar. 2024",
    "March 5, 2024",
    "Tuesday, March 5th, 2024",
    "Tue, 05 Mar 2024 08:00:00 GMT",
    DAY,
    datetime(2024, 3, 5, 23, 59, tzinfo=UTC),
]


@pytest.mark.parametrize("value", WRITTEN)
def test_a_date_is_read_as_written(value):
    published = read_published(value)
    assert (published.value, published.basis) == (DAY, "given")


@pytest.mark.parametrize(
    "value", ["05/03/2024", "5.3.2024", "2024-02-30", "2024-03", "2024", "soon", "", None, 20240305, [], "5 Foo 2024"]
)
def test_a_date_that_may_be_another_stays_unknown(value):
    published = read_published(value)
    assert (published.value, published.basis) == (None, "unknown")


@settings(max_examples=80, deadline=None)
@given(st.dates(date(1000, 1, 1)), st.sampled_from(["%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%Y%m%d", "%d %b %Y 08:00"]))
def test_every_day_is_read_in_every_way_of_writing(day, way):
    assert read_published(day.strftime(way)).value == day


def test_only_a_date_that_cannot_be_read_is_a_problem():
    assert find_problem({}, "a") is None
    assert find_problem({"published": ""}, "a") is None
    assert find_problem({"published": "2024-03-05"}, "a") is None
    assert find_problem({"published": "05/03/2024"}, "a").startswith("a: ")


def test_fields_of_another_type_count_as_not_given():
    assert read_details({"outlet": 7, "title": ["A"], "url": None, "byline": 3, "language": {}}) == Details()


@pytest.mark.parametrize("field", ["byline", "author"])
@pytest.mark.parametrize("value", ["Anna Lind", ["Anna Lind"], ["Anna Lind", "", 7]])
def test_a_byline_is_one_name_or_several(field, value):
    assert read_details({field: value}).byline == ("Anna Lind",)


@pytest.mark.parametrize(("given_code", "code"), [("EN", "en"), ("en-GB", "en"), ("pt_BR", "pt"), ("", None)])
def test_a_language_is_its_code_alone(given_code, code):
    assert read_details({"language": given_code}).language == code


def test_a_line_has_no_breaks_and_no_lone_surrogates():
    assert read_line(" a\n b\ud800 ") == "a b\ufffd"
    assert read_line("  ") is None


def test_own_details_come_before_those_of_the_folder():
    own = Details(title="Ours", byline=("Anna",))
    other = Details(outlet="Courier", title="Theirs", published=read_published("2024-03-05"))
    merged = own.over(other)
    assert (merged.title, merged.outlet, merged.byline) == ("Ours", "Courier", ("Anna",))
    assert merged.published.value == DAY
    assert Details().over(merged) == merged
