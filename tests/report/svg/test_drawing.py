"""SVG elements."""

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coranto.report.svg.drawing import count_events, element, link_marks, list_events, size_mark, write_number
from tests.report.svg.views import view

NUMBERS = [(0.0, "0"), (0.04, "0"), (-0.04, "0"), (10.0, "10"), (1.25, "1.2"), (-0.5, "-.5"), (-10.06, "-10.1")]


@pytest.mark.parametrize(("value", "shown"), NUMBERS)
def test_a_number_is_written_to_a_tenth(value, shown):
    assert write_number(value) == shown


@given(st.floats(-2000, 2000))
def test_a_written_number_is_near_the_one_meant(value):
    assert abs(float(write_number(value)) - value) <= 0.0501


@pytest.mark.parametrize("words", ["<script>", 'a"b', "a & b", "’"])
def test_any_words_can_stand_in_an_element_and_its_attributes(words):
    root = ET.fromstring(element("a", words, title=words))
    assert (root.text, root.get("title")) == (words, words)


def test_attribute_names_are_those_of_svg():
    assert element("path", stroke_width=2, class_="x", viewBox="0 0 1 1", fill=None) == (
        '<path stroke-width="2" class="x" viewBox="0 0 1 1"></path>'
    )


def test_a_mark_grows_with_its_events_within_its_limits():
    radii = [size_mark(count, 100, (3.0, 20.0)) for count in (1, 4, 25, 100)]
    assert radii == sorted(radii)
    assert 3.0 < radii[0] < radii[-1] == 20.0


def test_a_handful_of_events_does_not_look_like_many():
    assert size_mark(2, 2, (3.0, 20.0)) < size_mark(100, 100, (3.0, 20.0))


def test_a_mark_opens_its_events_and_says_what_it_is():
    views = view({}, {})
    root = ET.fromstring(link_marks(views, "two <events>"))
    assert (root.get("href"), root.get("data-e")) == ("#evt-000", "0 1")
    assert root.get("aria-label") == root.find("title").text == "two <events>"
    assert list_events(views) == "0 1"


@pytest.mark.parametrize(("count", "words"), [(0, "0 events"), (1, "1 event"), (12, "12 events")])
def test_events_are_counted_in_words(count, words):
    assert count_events(count) == words
