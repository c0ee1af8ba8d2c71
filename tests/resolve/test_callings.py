"""Sectors that the words of a body's name tell."""

from __future__ import annotations

import pytest

from coranto.resolve.callings import read_sector


@pytest.mark.parametrize(
    ("words", "sector"),
    [
        (("andina", "futura", "ltd"), "BUS"),
        (("brevik", "times"), "JRN"),
        (("center", "for", "nordic", "policy"), "EDU"),
        (("brevik", "center"), None),
        (("association", "of", "weavers"), "SOC"),
        (("hospital",), None),
    ],
)
def test_a_word_of_a_name_tells_a_sector(words, sector):
    assert read_sector(words) == sector
