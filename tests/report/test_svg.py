from datetime import date, timedelta
from itertools import combinations, pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coranto.report.cast import build_roster
from coranto.report.svg.drawing import element
from coranto.report.svg.layout import lay_out
from coranto.report.svg.network import draw_network
from coranto.report.svg.timeline import _find_core, draw_timeline
from coranto.report.svg.world_map import draw_map, read_land
from coranto.report.views import view_events


@pytest.fixture(scope="module")
def views(readings):
    roster = build_roster(readings)
    found = []
    for reading in readings:
        found += view_events(reading, roster, len(found))
    return found


def numbers_in(svg):
    root = ET.fromstring(svg)
    return [set(node.get("data-e").split()) for node in root.iter("a") if node.get("data-e")]


def test_an_element_escapes_what_it_holds():
    assert (
        element("text", "<b>&", class_='"x"', fill=None, x=1.25)
        == '<text class="&#34;x&#34;" x="1.2">&lt;b&gt;&amp;</text>'
    )


def test_the_timeline_shows_every_event_once(views):
    shown = [number for mark in numbers_in(draw_timeline(views)) for number in mark]
    assert sorted(shown, key=int) == [str(view.number) for view in views]


def test_events_of_one_day_and_type_share_a_mark(views):
    assert {"2", "3"} in numbers_in(draw_timeline(views))


def test_the_timeline_is_drawn_for_events_without_any_date(views):
    undated = [view for view in views if view.event.date is None]
    assert "date unknown" in draw_timeline(undated)


def test_the_undated_stand_first_where_they_are_the_most(views):
    def find_column(events):
        root = ET.fromstring(draw_timeline(events))
        return next(float(node.get("x")) for node in root.iter() if node.text == "date unknown")

    dated = [view for view in views if view.event.date is not None]
    undated = [view for view in views if view.event.date is None]
    assert find_column([*dated, undated[0]]) > 1000
    assert find_column([dated[0], *undated, *undated]) < 300


def test_the_network_links_actor_to_recipient_by_cooperation_and_conflict(views):
    svg = draw_network(views, {"NOR": 0})
    assert "Norway → Iceland: cooperation, 1 event" in svg
    assert "Norway → Iceland: conflict, 2 events, 1 of them denied or not done" in svg


def test_an_actor_without_a_pair_is_not_drawn_beside_those_with_one(views):
    assert "Anna Berg" not in draw_network(views, {})


@pytest.mark.parametrize(
    ("offsets", "core"),
    [
        ([0, 3, 9, 20], (0, 3)),
        ([0, 400, 401, 402, 405, 405, 410], (1, 6)),
        ([0, 1, 2, 3, 4, 900], (0, 4)),
        ([0, 400], (0, 1)),
        ([7] * 5, (0, 4)),
        ([0, *range(1000, 3000)], (1, 2000)),
    ],
)
def test_days_far_from_the_rest_are_not_drawn_to_scale(offsets, core):
    assert _find_core([date(1960, 1, 1) + timedelta(days=n) for n in offsets]) == core


def test_who_stands_in_a_pair_with_nobody_drawn_is_not_drawn(views, monkeypatch):
    monkeypatch.setattr("coranto.report.svg.network.MOST_EDGES", 1)
    assert len(ET.fromstring(draw_network(views, {})).findall(".//{*}circle")) == 2


def test_drawings_are_the_same_each_time(views):
    assert draw_network(views, {}) == draw_network(list(views), {})
    assert draw_timeline(views) == draw_timeline(views)


def test_the_map_shows_places_that_have_a_point(views):
    svg = draw_map(views)
    assert numbers_in(svg) == [{"0"}]
    assert "Reykjavik: 1 event" in svg


def test_there_is_no_map_without_a_point(views):
    assert draw_map([view for view in views if view.place is None]) is None


@pytest.mark.parametrize(("lon", "lat"), [(179.9, -16.0), (-179.9, 66.0), (0.0, 89.9), (10.0, -89.9), (-75.7, 20.1)])
def test_any_point_of_the_earth_can_be_drawn(views, lon, lat):
    place = views[0].place.model_copy(update={"lon": lon, "lat": lat})
    svg = draw_map([views[0].__class__(**{f: getattr(views[0], f) for f in views[0].__slots__} | {"place": place})])
    circle = next(ET.fromstring(svg).iter("circle"))
    assert 0 <= float(circle.get("cx")) <= 720


def test_land_does_not_jump_over_the_map():
    for ring in read_land():
        assert all(abs(a[0] - b[0]) <= 180 or a[1] == b[1] == -90 for a, b in pairwise(ring))


BOXES = st.lists(st.tuples(st.floats(30, 120), st.floats(20, 40)), min_size=1, max_size=12)


@settings(max_examples=25, deadline=None)
@given(BOXES, st.data())
def test_boxes_lie_in_the_frame_and_do_not_overlap(sizes, data):
    pairs = list(combinations(range(len(sizes)), 2))
    pull = dict.fromkeys(data.draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else [], 1.0)
    points = lay_out(len(sizes), pull, sizes, (900, 700))
    for (x, y), (width, height) in zip(points, sizes, strict=True):
        assert width / 2 - 1 <= x <= 900 - width / 2 + 1
        assert height / 2 - 1 <= y <= 700 - height / 2 + 1
    for i, j in pairs:
        apart_x = abs(points[i][0] - points[j][0]) - (sizes[i][0] + sizes[j][0]) / 2
        apart_y = abs(points[i][1] - points[j][1]) - (sizes[i][1] + sizes[j][1]) / 2
        assert max(apart_x, apart_y) >= -3
