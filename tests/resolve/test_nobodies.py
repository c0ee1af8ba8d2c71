"""Names that look like people's and stand for nobody."""

from __future__ import annotations

import pytest

from tests.resolve.casts import cast_of


def people_of(text: str) -> list[str]:
    return [e.name for e in cast_of(text).entities if e.kind == "person"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The crowd gathers at dawn. Marta Lind/Brevik Images", "Marta Lind"),
        ("Workers leave the harbour. Photo by Marta Lind.", "Marta Lind"),
        ("Police stand guard. | Marta Lind for POLITICO", "Marta Lind"),
        ("Marta Lind\n\nThe mayor of Bergen resigned on Monday, and the council met.", "Marta Lind"),
        ("By Marta Lind and Erik Holm\n\nThe mayor of Bergen resigned on Monday.", "Marta Lind"),
        ("The judges cited Holm v. Brevik in the ruling.", "Holm"),
        ("He praised Robert (Bob) on Monday.", "Bob"),
        ("Hurricane Marta hit the coast on Monday.", "Marta"),
        ("They met at the Marta Lind Library on Monday.", "Marta Lind"),
        ("Sipah-e-Brevik denied it on Monday.", "Sipah"),
        ("They fear voter fraud. Stop this Voter Fraud now, he wrote.", "Fraud"),
        ("House Intelligence Chairman Erik Holm spoke on Monday.", "House Intelligence"),
        ("The report came out at 8 a.m. ET.", "ET"),
        ("The anti-Holm rebels fled.", "anti-Holm"),
        ("He kept up with the Joneses, she said.", "Joneses"),
        ("He told BrevikNews.com that he would resign.", "BrevikNews.com"),
        ("The National Guard and Reserve trained in Ohio.", "Guard and Reserve"),
        ("Consumer Reports did not recommend the car.", "Reports"),
        ("The officers carried pistols and Tasers.", "Tasers"),
        ("Erimo Mayor James Holm spoke on Monday.", "Erimo"),
        ("It was hit by hurricanes Irma, then Marta.", "Irma"),
        ("They met at the Brevik Shrine on Monday.", "Shrine"),
        ("The driver works for Marta Lind Motorsports, his team said.", "Motorsports"),
    ],
)
def test_names_of_other_things_are_no_people(text, name):
    assert not [found for found in people_of(text) if name in found]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Marta Lind spoke to reporters on Monday.", "Marta Lind"),
        ("Mr. Book said on Monday that the book was bad.", "Book"),
        ("Marta Lind, the mayor, spoke. By then Lind had left.", "Marta Lind"),
        ("Gov. Marta Lind signed the bill at the Holm Library.", "Marta Lind"),
        ("Judge Erik Holm ruled in Lind v. Brevik on Monday.", "Erik Holm"),
    ],
)
def test_people_stay(text, name):
    assert name in " ".join(people_of(text))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Marta Lind Marta Sofie Lind said so on Monday.", 1),
        ("Marta Lind and Sofie Lind said so on Monday.", 2),
        ("Marta Lind Martha (Marta) Sofie Lind said so. Lind left.", 1),
    ],
)
def test_a_link_and_what_it_is_to_are_one_person(text, count):
    assert len(people_of(text)) == count
