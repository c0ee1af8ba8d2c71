from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.resolve.casts import cast_of, entity_of


def test_a_surname_is_joined_to_the_full_name():
    cast = cast_of("Chilean President Ana Rojas arrived in Oslo. Rojas met farmers. Mrs. Rójas left on Monday.")
    assert {"President Ana Rojas", "Rojas", "Mrs. Rójas"} <= {m.text for m in entity_of(cast, "Rojas").mentions}


def test_two_people_of_one_surname_stay_two():
    cast = cast_of("Senator Martin Heller accused Governor Julia Heller of fraud. Mrs. Heller denied it.")
    assert entity_of(cast, "Mrs. Heller").name == "Julia Heller"
    assert entity_of(cast, "Senator Martin Heller").name == "Martin Heller"


def test_a_state_is_one_entity_whatever_it_is_called():
    text = "Russia protested. The Kremlin denied the report. The Russian government gave no details."
    state = entity_of(cast_of(text), "Kremlin")
    assert (state.name, state.kind, state.country, state.sector) == ("Russia", "state", "RUS", "GOV")
    assert {"Russia", "Russian", "The Russian government"} <= {m.text for m in state.mentions}


def test_a_regime_named_after_its_ruler_or_seat_is_the_state():
    cast = cast_of("Cuba protested. The Havana regime arrested ten men. Vladimir Putin spoke. The Putin regime agreed.")
    assert entity_of(cast, "The Havana regime").name == "Cuba"
    assert entity_of(cast, "The Putin regime").country == "RUS"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ankara rejected the offer.", "state"),
        ("The talks between Ankara and Athens failed.", "state"),
        ("The minister arrived in Ankara.", "place"),
        ("A bomb exploded near Ankara.", "place"),
    ],
)
def test_a_capital_is_its_government_only_where_it_acts(text, kind):
    capital = entity_of(cast_of(text), "Ankara")
    assert (capital.kind, capital.country) == (kind, "TUR")


def test_an_acronym_is_joined_to_the_name_it_stands_by():
    cast = cast_of("The Harbour Workers Federation (HWF) called a strike. HWF members marched.")
    assert entity_of(cast, "HWF").name == "Harbour Workers Federation"


def test_ministries_of_two_countries_stay_two():
    cast = cast_of("The Peruvian Foreign Ministry protested. The Chilean Foreign Ministry denied the claim.")
    ministries = [e for e in cast.entities if "Foreign Ministry" in e.name]
    assert [e.country for e in ministries] == ["PER", "CHL"]


def test_a_listed_alias_leads_to_one_entity():
    cast = cast_of("Hizbollah fired rockets. Hezbollah denied it.")
    assert [e.name for e in cast.entities if e.kind == "organization"] == ["Hezbollah"]


def test_unnamed_groups_with_the_same_words_are_one():
    cast = cast_of("Cuban officials met on Monday. The Cuban officials signed a deal.")
    officials = entity_of(cast, "Cuban officials")
    assert officials.kind == "unnamed"
    assert len(officials.mentions) == 2


def test_entities_come_in_the_order_of_their_first_mention():
    cast = cast_of("Peru thanked Chile. Ana Rojas praised Peru.")
    starts = [e.mentions[0].start for e in cast.entities]
    assert starts == sorted(starts)
    assert len({e.id for e in cast.entities}) == len(cast.entities)


PARTS = ["Peru", "said", "the minister", "he", "Ana Rojas", "Rojas", "its", "police in Lima", ".", ",", "Moscow", "who"]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=12))
def test_every_mention_holds_its_words_and_every_place_leads_to_an_entity(parts):
    text = " ".join(parts)
    cast = cast_of(text)
    assert cast_of(text) == cast
    for entity in cast.entities:
        assert entity.mentions
        for span in (*entity.mentions, *(role.span for role in entity.roles)):
            assert span.text == text[span.start : span.end]
    assert set(cast.at.values()) <= set(cast.by_id)


def test_a_headline_verb_between_two_surnames_parts_them():
    cast = cast_of("Gromyko Sees Kennedy. Andrei Gromyko met President Kennedy.", day=date(1962, 10, 19))
    assert entity_of(cast, "Gromyko").name == "Andrei Gromyko"
    assert entity_of(cast, "Kennedy").country == "USA"


def test_a_titled_name_has_the_country_of_its_seat():
    assert entity_of(cast_of("Senator Martin Heller of New York objected."), "Senator Martin Heller").country == "USA"


def test_the_administration_is_the_american_one_where_the_article_speaks_of_america():
    cast = cast_of("The United States warned Cuba. Cuba protested. The Administration said nothing.")
    assert entity_of(cast, "The Administration").country == "USA"


def test_a_name_that_stands_in_capitals_only_is_told_in_small_letters():
    cast = cast_of("HAVANA, March 3. ANNA LINDQVIST met the UN envoy.")
    assert {"Havana", "Anna Lindqvist"} <= {entity.name for entity in cast.entities}
