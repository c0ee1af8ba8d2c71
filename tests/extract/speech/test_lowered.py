from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coranto.extract.speech.lowered import compile_lowered, lower_letters


@given(st.text())
def test_every_offset_holds(text):
    assert len(lower_letters(text)) == len(text)


def test_letters_become_small():
    assert lower_letters("İzmir said “No” to ÅSA") == "izmir said “no” to åsa"


def test_a_pattern_finds_what_was_in_capitals():
    assert compile_lowered(r"\bno\W+comment\b").search(lower_letters("NO Comment."))


def test_a_capital_in_a_pattern_is_an_error():
    with pytest.raises(ValueError, match="capital"):
        compile_lowered("Comment")
