"""Ids that depend on content alone."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coranto.model.ids import KINDS, make_id


@pytest.mark.parametrize("kind", KINDS)
def test_an_id_tells_its_kind(kind):
    assert re.fullmatch(rf"{KINDS[kind]}-[0-9a-f]{{12}}", make_id(kind, "a"))


def test_an_id_never_changes():
    assert make_id("event", "art-1", 7, "met") == "evt-d5f57f6234c8"


def test_parts_are_kept_apart():
    ids = {
        make_id("event", "ab", "c"),
        make_id("event", "a", "bc"),
        make_id("event", "abc"),
        make_id("event", "ab", "c", ""),
    }
    assert len(ids) == 4


def test_a_number_and_its_figures_are_one():
    assert make_id("event", 7) == make_id("event", "7")


@given(st.text(alphabet=st.characters(), max_size=10))
def test_any_text_has_an_id(text):
    assert make_id("article", text) == make_id("article", text)
    assert len(make_id("article", "\ud800")) == len(make_id("article", text))


def test_a_kind_that_there_is_not_is_refused():
    with pytest.raises(KeyError):
        make_id("rumour", "a")
