from __future__ import annotations

import pytest

from tests.resolve.casts import cast_of, entity_of


@pytest.mark.parametrize(
    ("text", "name", "country", "sector"),
    [
        ("Norwegian Fisheries Minister Kari Lund arrived in Lima.", "Kari Lund", "NOR", "GOV"),
        ("Kari Lund, the spokeswoman for the Peruvian Foreign Ministry, spoke.", "Kari Lund", "PER", "GOV"),
        ("The Minister of the Interior of Peru, Luis Rojas, arrived.", "Luis Rojas", "PER", "GOV"),
        ("Turkish President Orhan Demir left.", "Orhan Demir", "TUR", "GOV"),
        ("Sen. Martin Heller (R-Ariz.) objected.", "Martin Heller", "USA", "LEG"),
        ("Former Peruvian President Luis Rojas was arrested.", "Luis Rojas", "PER", "ELI"),
        ("FBI Director Martin Heller resigned.", "Martin Heller", "USA", "COP"),
        ("Opposition leader Kari Lund spoke.", "Kari Lund", None, "OPP"),
        ("Kari Lund spoke.", "Kari Lund", None, None),
    ],
)
def test_a_person_has_the_country_and_sector_of_the_role(text, name, country, sector):
    found = next(e for e in cast_of(text).entities if e.name == name)
    assert (found.kind, found.country, found.sector) == ("person", country, sector)


def test_a_role_is_recorded_with_its_body():
    role = entity_of(
        cast_of("Russian Interior Minister Ivan Kolosov arrived."), "Interior Minister Ivan Kolosov"
    ).roles[0]
    assert (role.title, role.of) == ("Interior Minister", "Russia")
