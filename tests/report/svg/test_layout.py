"""Places for the nodes of a network."""

from itertools import combinations
from math import hypot

import pytest

from coranto.report.svg.layout import lay_out

FRAME = (700.0, 500.0)


def distance(points, a, b):
    return hypot(points[a][0] - points[b][0], points[a][1] - points[b][1])


@pytest.mark.parametrize("count", [0, 1, 2, 3, 20])
def test_each_box_has_a_place_in_the_frame(count):
    points = lay_out(count, {}, [(60.0, 30.0)] * count, FRAME)
    assert len(points) == count
    assert all(29 <= x <= 671 and 14 <= y <= 486 for x, y in points)


def test_one_box_stands_in_the_middle():
    assert lay_out(1, {}, [(60.0, 30.0)], FRAME) == [(350, 250)]


def test_boxes_do_not_cover_one_another():
    sizes = [(90.0, 30.0)] * 12
    points = lay_out(12, dict.fromkeys(combinations(range(12), 2), 1.0), sizes, FRAME)
    for a, b in combinations(range(12), 2):
        assert abs(points[a][0] - points[b][0]) >= 87 or abs(points[a][1] - points[b][1]) >= 27


def test_those_who_are_linked_stand_nearer_than_those_who_are_not():
    pull = {(0, 1): 5.0, (2, 3): 5.0}
    points = lay_out(4, pull, [(40.0, 20.0)] * 4, FRAME)
    linked = max(distance(points, 0, 1), distance(points, 2, 3))
    apart = [distance(points, a, b) for a in (0, 1) for b in (2, 3)]
    assert linked < sum(apart) / len(apart)


def test_there_is_no_chance_in_it():
    pull = {(0, 1): 2.0, (1, 4): 1.0}
    assert lay_out(6, pull, [(40.0, 20.0)] * 6, FRAME) == lay_out(6, pull, [(40.0, 20.0)] * 6, FRAME)
