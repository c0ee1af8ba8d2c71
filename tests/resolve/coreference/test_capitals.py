"""Capitals: of their governments in politics, of teams and towns in sport."""

from __future__ import annotations

import pytest

from tests.resolve.casts import cast_of


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Washington beat Dallas on Sunday. The quarterback threw a touchdown.", "Washington", "place"),
        ("London lost to Paris. The coach blamed the referee.", "London", "place"),
        ("Berlin won the title. The goalkeeper saved a shot in the semifinal.", "Berlin", "place"),
        ("Moscow plays at home. It leads the league with ten fixtures left.", "Moscow", "place"),
        ("Washington accused Tehran of lying.", "Washington", "state"),
        ("Moscow rejected the offer. The coach of the delegates broke down.", "Moscow", "state"),
        ("Berlin summoned the envoy before the football final.", "Berlin", "state"),
    ],
)
def test_a_capital_is_its_government_but_in_sport(text, word, kind):
    assert {e.kind for e in cast_of(text).entities for m in e.mentions if m.text == word} == {kind}
