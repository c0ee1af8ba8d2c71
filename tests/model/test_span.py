"""Where something stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from coranto.model.span import Range, Span

TEXT = "A 🚢 sank off Tromsø."


@given(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))
def test_a_span_has_the_words_that_stand_there(start, end):
    start, end = sorted((start, end))
    span = Span.of(TEXT, start, end)
    assert TEXT[span.start : span.end] == span.text


def test_offsets_count_code_points():
    assert Span.of(TEXT, 2, 3).text == "🚢"


CASES = [
    ((0, 3), (3, 5), False, False),
    ((0, 4), (3, 5), True, False),
    ((0, 5), (1, 5), True, True),
    ((2, 4), (2, 4), True, True),
]


@pytest.mark.parametrize(("one", "other", "overlaps", "holds"), CASES)
def test_spans_that_only_touch_do_not_overlap(one, other, overlaps, holds):
    a, b = Span.of(TEXT, *one), Span.of(TEXT, *other)
    assert a.overlaps(b) is b.overlaps(a) is overlaps
    assert a.holds(b) is holds


def test_a_span_cannot_be_changed_nor_begin_before_the_text():
    span = Span.of(TEXT, 0, 1)
    with pytest.raises(ValidationError):
        span.start = 5
    with pytest.raises(ValidationError):
        Span(start=-1, end=0, text="")


def test_a_range_is_half_open():
    assert [i for i in range(6) if Range(2, 4).holds(i)] == [2, 3]
    assert not Range(2, 2).holds(2)
