"""Country and sector of people by what news calls them: joint titles, parties, bodies that no list knows, fates."""

from __future__ import annotations

from datetime import date

import pytest

from tests.resolve.casts import cast_of


@pytest.mark.parametrize(
    ("text", "name", "country", "sector"),
    [
        ("Brevik Motors president and CEO Ana Roe spoke.", "Ana Roe", None, "BUS"),
        ("Representative Erik Holm of Texas spoke.", "Erik Holm", "USA", "LEG"),
        ("Former Republican Representative Erik Holm spoke.", "Erik Holm", "USA", "ELI"),
        ("Ana Roe, president of the gun-rights group, spoke.", "Ana Roe", None, "SOC"),
        ("Ana Roe, a spokesman for the Citizens for Ethics, spoke.", "Ana Roe", None, "SOC"),
        ("Crowdpick spokesman Erik Holm spoke.", "Erik Holm", None, None),
        ("Erik Holm, the executive director of an advocacy group, spoke.", "Erik Holm", None, "SOC"),
        ("Erik Holm, editor-in-chief of Time, spoke.", "Erik Holm", None, "JRN"),
        ("Mark Lind, a former U.N. ambassador, spoke.", "Mark Lind", None, "ELI"),
        ("Erik Holm, a businessman of Russian origin, spoke.", "Erik Holm", None, "BUS"),
        ("CIA spokesman Dean Holm said so.", "Dean Holm", "USA", "SPY"),
        ("They freed Ana Roe, Erik Holm and Kim Dorn, the three American citizens.", "Erik Holm", "USA", "CVL"),
        ("Erik Lind spoke. Lind's spokeswoman, Ana Roe, spoke. Sen. Erik Lind left.", "Ana Roe", None, "LEG"),
        ("The group said association President Ana Roe would resign.", "Ana Roe", None, None),
        ("Ana Roe, president of GLAMU, spoke.", "Ana Roe", None, None),
        ("Brevik Weekly editor-in-chief Erik Holm spoke.", "Erik Holm", None, "JRN"),
        ("Republican National Committee Chairman Erik Holm spoke.", "Erik Holm", "USA", "PTY"),
        ("Dr. Ben Carson spoke.", "Ben Carson", "USA", "GOV"),
        ("Police shot Erik Holm on Monday.", "Erik Holm", None, "CVL"),
        ("Protests followed the death of Erik Holm.", "Erik Holm", None, "CVL"),
        ("Reporters met Erik Holm's family.", "Erik Holm", None, "CVL"),
        ("They mourned 26-year-old Erik Holm.", "Erik Holm", None, "CVL"),
        ("Donald Trump Jr. spoke.", "Donald Trump Jr.", "USA", "BUS"),
        ("The party nominated Rosa Lind. Running mate Paul Ryan spoke.", "Paul Ryan", "USA", "PTY"),
        ("Erik Holm, a spokesman for Senate Majority Leader Harry Reid, spoke.", "Erik Holm", "USA", "LEG"),
        ("Google's Sustainability Officer Ana Roe announced it.", "Ana Roe", "USA", "BUS"),
        ("Ana Roe, president of March for Peace, hailed it.", "Ana Roe", None, "SOC"),
        ("Ana Roe, a Bergen-based political consultant, said so.", "Ana Roe", None, "PTY"),
        ("Her partner, Erik Holm, told the paper so.", "Erik Holm", None, "CVL"),
        ("Ana Roe, a senior at Brevik University, agreed.", "Ana Roe", None, "EDU"),
        ("Secretary of State for East Asian and Pacific Affairs Erik Holm spoke.", "Erik Holm", None, "GOV"),
        ("The CDC's Ana Roe said so.", "Ana Roe", "USA", "MED"),
        ("Fed economists Ana Roe and Erik Holm concluded so.", "Erik Holm", "USA", "GOV"),
        ("The head of Romania's Senate, Ion Popa, resigned.", "Ion Popa", "ROU", "LEG"),
    ],
)
def test_what_news_calls_someone_tells_country_and_sector(text, name, country, sector):
    found = [(e.country, e.sector) for e in cast_of(text, day=date(2019, 3, 1)).entities if e.name == name]
    assert found == [(country, sector)]


@pytest.mark.parametrize(
    "text",
    [
        "Brevik Motors president and CEO Ana Roe spoke.",
        "Chairman and former Sen. Ana Roe spoke.",
        "Ana Roe, president and CEO of Brevik Motors, spoke.",
    ],
)
def test_two_titles_before_a_name_have_one_holder(text):
    [holder] = [e for e in cast_of(text).entities if e.name == "Ana Roe"]
    assert len(holder.roles) == 2
    assert not [e for e in cast_of(text).entities if e.kind == "unnamed"]


def test_two_people_with_and_between_are_two():
    text = "He met the president and Secretary of State Ana Roe."
    assert len(next(e for e in cast_of(text).entities if e.name == "Ana Roe").roles) == 1


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Poland's Senate rejected it. The Senate will vote again.", ["POL"]),
        ("The Polish Senate rejected it.", ["POL"]),
        ("The U.S. Senate agreed. The Romanian Senate did not.", ["ROU", "USA"]),
        ("The Senate agreed on Monday.", ["USA"]),
    ],
)
def test_a_body_that_several_states_have_belongs_to_the_state_beside_it(text, countries):
    found = [e.country for e in cast_of(text).entities if "Senate" in e.name]
    assert sorted(c or "" for c in found) == countries
