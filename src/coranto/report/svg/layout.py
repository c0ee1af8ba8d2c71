"""Places for the nodes of a network: springs first, then boxes pushed apart so that labels can be read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from math import cos, hypot, pi, sin, sqrt

Point = tuple[float, float]
Size = tuple[float, float]

GOLDEN_ANGLE = pi * (3 - sqrt(5))
ROUNDS = 260


def lay_out(count: int, pull: Mapping[tuple[int, int], float], sizes: Sequence[Size], frame: Size) -> list[Point]:
    """The centre of each of `count` boxes within a frame, from (0, 0) to its size.

    Fruchterman and Reingold's springs from a fixed spiral (no chance in it), fitted to the frame, then boxes that
    overlap are pushed apart. `pull` weighs each linked pair.
    """
    points = [_place_on_spiral(i, count) for i in range(count)]
    if count > 1:
        points = _spread(_relax(points, pull))
    return _part_boxes(_fit(points, sizes, frame), sizes, frame)


def _place_on_spiral(i: int, count: int) -> Point:
    r = sqrt((i + 0.5) / count)
    return r * cos(i * GOLDEN_ANGLE), r * sin(i * GOLDEN_ANGLE)


def _relax(points: list[Point], pull: Mapping[tuple[int, int], float]) -> list[Point]:
    count = len(points)
    ideal = 1.6 / sqrt(count)
    strongest = max(pull.values(), default=1.0)
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    for turn in range(ROUNDS):
        heat = 0.12 * (1 - turn / ROUNDS) + 0.002
        dx, dy = [-0.6 * ideal * x for x in xs], [-0.9 * ideal * y for y in ys]
        for i, j in combinations(range(count), 2):
            x, y = xs[i] - xs[j], ys[i] - ys[j]
            away = ideal * ideal / max(x * x + y * y, 1e-4)
            dx[i] += x * away
            dy[i] += y * away
            dx[j] -= x * away
            dy[j] -= y * away
        for (i, j), weight in pull.items():
            x, y = xs[i] - xs[j], ys[i] - ys[j]
            near = hypot(x, y) / ideal * (0.35 + 0.65 * sqrt(weight / strongest))
            dx[i] -= x * near
            dy[i] -= y * near
            dx[j] += x * near
            dy[j] += y * near
        for i in range(count):
            length = max(hypot(dx[i], dy[i]), 1e-6)
            step = min(length, heat) / length
            xs[i] += dx[i] * step
            ys[i] += dy[i] * step
    return list(zip(xs, ys, strict=True))


def _spread(points: Sequence[Point]) -> list[Point]:
    """The points drawn apart where they crowd: halfway from where each is to its rank from left to right, and down."""
    axes = []
    for values in zip(*points, strict=True):
        low, high = min(values), max(values)
        order = sorted(range(len(values)), key=lambda i: (values[i], i))
        rank = {i: n / (len(values) - 1) for n, i in enumerate(order)}
        axes.append([(value - low) / max(high - low, 1e-6) + rank[i] for i, value in enumerate(values)])
    return list(zip(*axes, strict=True))


def _fit(points: Sequence[Point], sizes: Sequence[Size], frame: Size) -> list[Point]:
    if len(points) < 2:
        return [(frame[0] / 2, frame[1] / 2) for _ in points]
    left, right = min(p[0] for p in points), max(p[0] for p in points)
    top, bottom = min(p[1] for p in points), max(p[1] for p in points)
    margin_x = max(size[0] for size in sizes) / 2
    margin_y = max(size[1] for size in sizes) / 2
    wide = (frame[0] - 2 * margin_x) / max(right - left, 1e-6)
    high = (frame[1] - 2 * margin_y) / max(bottom - top, 1e-6)
    return [(margin_x + (x - left) * wide, margin_y + (y - top) * high) for x, y in points]


def _part_boxes(points: Sequence[Point], sizes: Sequence[Size], frame: Size) -> list[Point]:
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    for _ in range(200):
        moved = False
        for i, j in combinations(range(len(xs)), 2):
            over_x = (sizes[i][0] + sizes[j][0]) / 2 - abs(xs[i] - xs[j])
            over_y = (sizes[i][1] + sizes[j][1]) / 2 - abs(ys[i] - ys[j])
            if over_x <= 0.5 or over_y <= 0.5:
                continue
            moved = True
            if over_y * 1.4 < over_x:
                push = over_y / 2 * (1 if ys[i] >= ys[j] else -1)
                ys[i] += push
                ys[j] -= push
            else:
                push = over_x / 2 * (1 if xs[i] >= xs[j] else -1)
                xs[i] += push
                xs[j] -= push
        for i, (width, height) in enumerate(sizes):
            xs[i] = min(max(xs[i], width / 2), frame[0] - width / 2)
            ys[i] = min(max(ys[i], height / 2), frame[1] - height / 2)
        if not moved:
            break
    return list(zip(xs, ys, strict=True))
