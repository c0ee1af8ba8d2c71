"""Whom diplomatic and military news names: the country and sector of each, and names that stand for nobody."""

from __future__ import annotations

from datetime import date

import pytest

from tests.resolve.casts import cast_of

PERU = "Peru holds an election on Sunday. Peruvian voters are angry, and Lima is tense. "


@pytest.mark.parametrize(
    ("text", "name", "country", "sector"),
    [
        ("Iran's armed forces spokesman, Brig. Gen. Omid Farahi, said so.", "Omid Farahi", "IRN", "MIL"),
        ("Omid Farahi, a commander in Iran's Revolutionary Guards, said so.", "Omid Farahi", "IRN", "MIL"),
        ("Omid Farahi, a Quds Force officer, is at large.", "Omid Farahi", "IRN", "MIL"),
        ("Somali police Capt. Ali Warsame said so.", "Ali Warsame", "SOM", "COP"),
        ("Metropolitan Police assistant commissioner Rob Tarn spoke.", "Rob Tarn", "GBR", "COP"),
        ("NATO Secretary General Jens Stoltenberg spoke.", "Jens Stoltenberg", "IGO", "GOV"),
        ("Estonia's U.N. ambassador, Rein Tamm, spoke.", "Rein Tamm", "EST", "GOV"),
        ("Erik Halvor, the chief executive of Brevik Shipping, spoke.", "Erik Halvor", None, "BUS"),
        ("Ana Roe, president of the Brevik Association, spoke.", "Ana Roe", None, "SOC"),
        ("Ana Roe, an economist at the Federal Reserve, spoke.", "Ana Roe", "USA", "GOV"),
        ("Ana Roe, director of arms control at the Brevik Institute, spoke.", "Ana Roe", None, "EDU"),
        ("Ana Roe, whose son died in the attack, wept.", "Ana Roe", None, "CVL"),
        (PERU + "Rosa Quispe, a potter in Puno, said so.", "Rosa Quispe", "PER", "CVL"),
        ("U.S. Pacific Command tracked it, said the spokesman, Cmdr. Erik Holm.", "Erik Holm", "USA", "MIL"),
        ("Sergey V. Lavrov of Russia came.", "Lavrov", "RUS", "GOV"),
        ("Former campaign manager Dana Holm was jailed.", "Dana Holm", None, "PTY"),
    ],
)
def test_a_person_has_the_country_and_sector_that_the_words_tell(text, name, country, sector):
    found = [(e.country, e.sector) for e in cast_of(text, day=date(2019, 3, 1)).entities if name in e.name]
    assert found == [(country, sector)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Obama administration sent cash.", "Obama"),
        ("They tore up the Obama-era deal.", "Obama"),
        ("It was a John McCain-style speech.", "McCain"),
        ("Iran fired a Sejjil on Monday.", "Sejjil"),
        ("He lives on Lyndon Johnson Drive.", "Johnson"),
        ("It was fired at the tanker, the Stena Orlik, on Monday.", "Orlik"),
        ("The Minister of Foreign Affairs spoke.", "Foreign Affairs"),
    ],
)
def test_names_within_names_and_things_are_nobody(text, name):
    kinds = {"person", "organization", "outlet"}
    assert [e.name for e in cast_of(text).entities if name in e.name and e.kind in kinds] == []


def test_a_body_sits_where_the_sentence_says():
    cast = cast_of("In Bucharest the Senate rejected the motion. Poland's president was angry.")
    assert [e.country for e in cast.entities if e.sector == "LEG"] == ["ROU"]


def test_a_full_name_taken_for_a_body_is_the_person_whom_the_article_calls_by_the_surname():
    cast = cast_of("He spoke with CBS' Lesley Stahl on Sunday. Stahl asked him why. Stahl told him more.")
    assert [(e.kind, e.sector) for e in cast.entities if "Stahl" in e.name] == [("person", "JRN")]
