"""The map."""

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from coranto.report.svg.world_map import WIDTH, Projection, draw_map, read_land
from tests.report.svg.views import view

PLACES = {"Oslo": (59.9, 10.7), "Lima": (-12.0, -77.0), "Suva": (-18.1, 178.4)}


def put(*names, **changes):
    """Views of an event in each of the places."""
    views = view(*({} for _ in names))
    return [
        replace(v, place=v.place.model_copy(update={"name": n, "lat": PLACES[n][0], "lon": PLACES[n][1], **changes}))
        for v, n in zip(views, names, strict=True)
    ]


def draw(views):
    return ET.fromstring(draw_map(views))


def points(root):
    return {
        a.get("aria-label").split(":")[0]: (float(c.get("cx")), float(c.get("cy")))
        for a in root.iter("a")
        for c in a.iter("circle")
    }


def test_places_lie_as_on_the_earth():
    found = points(draw(put("Oslo", "Lima", "Suva")))
    assert found["Lima"][0] < found["Oslo"][0] < found["Suva"][0]
    assert found["Oslo"][1] < found["Lima"][1] < found["Suva"][1]
    assert all(0 <= x <= WIDTH for x, _ in found.values())


def test_events_of_one_place_are_one_point():
    root = draw(put("Oslo", "Oslo", "Lima"))
    assert {a.get("aria-label"): a.get("data-e") for a in root.iter("a")} == {
        "Oslo: 2 events": "0 1",
        "Lima: 1 event": "2",
    }


@pytest.mark.parametrize(("resolution", "vague"), [("city", None), ("country", "vague"), ("region", "vague")])
def test_a_place_known_only_roughly_is_shown_to_be(resolution, vague):
    (mark,) = draw(put("Oslo", resolution=resolution)).iter("a")
    assert mark.get("class") == vague
    assert ("the country only" in mark.get("aria-label")) is (resolution == "country")


def test_a_place_without_a_point_is_not_put_anywhere():
    assert draw_map(put("Oslo", lat=None, lon=None)) is None
    assert draw_map([]) is None
    both = put("Oslo", "Lima")
    nowhere = replace(both[1], place=both[1].place.model_copy(update={"lat": None}))
    assert list(points(draw([both[0], nowhere]))) == ["Oslo"]


def test_a_name_is_written_beside_its_point():
    texts = [t.text for t in draw(put("Oslo", "Lima")).iter("text")]
    assert sorted(texts) == ["Lima", "Oslo"]


def test_a_projection_fills_its_width():
    projection = Projection((0.0, 0.0, 90.0, 45.0), 8.0, 1.0)
    assert projection.place(0.0, 45.0) == (0, 0)
    assert projection.place(90.0, 0.0) == (720, 360)
    assert projection.height == 360


def test_there_is_land_in_every_part_of_the_earth():
    lons = [lon for ring in read_land() for lon, _ in ring]
    lats = [lat for ring in read_land() for _, lat in ring]
    assert min(lons) <= -160
    assert max(lons) >= 160
    assert min(lats) < -50
    assert max(lats) > 70
