"""Who did what to whom."""

import re
from xml.etree import ElementTree as ET

from coranto.report.svg.drawing import HUES
from coranto.report.svg.network import draw_network
from tests.report.svg.views import MET, SHELLED, view


def draw(*changes, hues=None):
    return ET.fromstring(draw_network(view(*changes), hues or {}))


def labels(root, group):
    return [a.get("aria-label") for a in next(g for g in root.iter("g") if g.get("class") == group).iter("a")]


BACK = {"actors": MET.recipients, "recipients": MET.actors}
CONFLICT = {"quad": "verbal conflict", "type": "ACCUSE"}


def test_an_edge_runs_from_the_actor_to_the_recipient():
    assert labels(draw({}), "edges") == ["Šárka Nováková → Igor Petrenko: cooperation, 1 event"]


def test_events_of_one_pair_and_colour_share_an_edge():
    found = labels(draw({}, {}, CONFLICT, BACK), "edges")
    assert sorted(found) == [
        "Igor Petrenko → Šárka Nováková: cooperation, 1 event",
        "Šárka Nováková → Igor Petrenko: conflict, 1 event",
        "Šárka Nováková → Igor Petrenko: cooperation, 2 events",
    ]


def test_what_is_denied_is_said_to_be():
    (label,) = labels(draw({}, {"polarity": "negative"}), "edges")
    assert label.endswith("2 events, 1 of them denied or not done")


def test_a_node_is_coloured_by_its_country():
    root = draw({}, hues={"CZE": 2})
    assert [c.get("class") for c in root.iter("circle")] == ["h2", f"h{HUES}"]
    assert labels(root, "nodes") == ["Šárka Nováková (CZE): 1 event", "Igor Petrenko (UKR): 1 event"]


def test_nobody_acts_on_himself():
    root = draw({"recipients": MET.actors})
    assert labels(root, "edges") == []
    assert labels(root, "nodes") == ["Šárka Nováková (CZE): 1 event"]


def test_words_that_name_nobody_are_no_node():
    root = draw({"actors": SHELLED.actors, "recipients": SHELLED.recipients})
    assert labels(root, "edges") == []
    assert "the harbour" not in " ".join(labels(root, "nodes"))


def test_no_coordinate_is_lost_and_no_event_draws_nothing():
    text = draw_network(view({}, CONFLICT, BACK), {})
    assert not re.search(r"\b(?:nan|inf|None)\b", text)
    assert labels(draw(), "nodes") == []
