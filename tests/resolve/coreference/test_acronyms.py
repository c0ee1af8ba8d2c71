"""Acronyms that the text defines, and those of several bodies."""

from __future__ import annotations

import pytest

from coranto.extract.known import find_known
from coranto.resolve.coreference.acronyms import load_acronyms
from tests.resolve.casts import cast_of


@pytest.mark.parametrize(
    ("text", "short", "name", "country"),
    [
        ("Sudan's Rapid Support Forces (RSF) left. RSF men denied it.", "RSF", "Rapid Support Forces", "SDN"),
        ("The Rapid Support Forces, or RSF, left. RSF men denied it.", "RSF", "Rapid Support Forces", "SDN"),
        ("The Sudan Dockers Federation, known as the SDF, left.", "SDF", "Sudan Dockers Federation", "SDN"),
        ("Lima's Port Pilots Panel (PPP) met. The PPP struck.", "PPP", "Port Pilots Panel", "PER"),
        ("Sudan's army shelled the RSF. The RSF fled.", "RSF", "Rapid Support Forces", "SDN"),
        ("RSF condemned the arrest of two journalists in Sudan.", "RSF", "Reporters Without Borders", "NGO"),
        ("RSF criticised the law.", "RSF", "Reporters Without Borders", "NGO"),
        ("The SDF shelled a village in Syria.", "SDF", "Syrian Democratic Forces", "SYR"),
        ("Japan will send the SDF to the island.", "SDF", "Self-Defense Forces", "JPN"),
        ("The PPP won the vote in Guyana.", "PPP", "People's Progressive Party", "GUY"),
        ("The PPP won the vote in Pakistan.", "PPP", "Pakistan Peoples Party", "PAK"),
        ("Uganda's army fought the ADF in Congo.", "ADF", "Allied Democratic Forces", "COD"),
        ("Australia will send the ADF north.", "ADF", "Australian Defence Force", "AUS"),
        ("The Free Syrian Army lost ground. FSA men fled to Japan.", "FSA", "Free Syrian Army", "SYR"),
    ],
)
def test_an_acronym_is_of_the_body_that_the_text_tells(text, short, name, country):
    found = {(e.name, e.country) for e in cast_of(text).entities for m in e.mentions if m.text == short}
    assert found == {(name, country)}


def test_each_listed_acronym_has_several_bodies_of_the_lists_countries():
    for bodies in load_acronyms().values():
        assert len(bodies) > 1
        for body in bodies:
            known = find_known(body.name)
            assert known is None or (known.country, known.sector) == (body.country, body.sector)
