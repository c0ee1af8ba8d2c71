"""The map of where events happened."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import cos, radians, sqrt

from markupsafe import Markup

from coranto.model.values import Place
from coranto.report.svg.drawing import count_events, element, link_marks, size_mark
from coranto.report.views import EventView
from coranto.resources import find_resource

WIDTH = 720
TALLEST, FLATTEST = 560, 300
LETTER = 7.6
RADII = (3.0, 20.0)
Point = tuple[float, float]
Box = tuple[float, float, float, float]
WORLD: Box = (-180.0, -58.0, 180.0, 80.0)


@dataclass(frozen=True, slots=True)
class Projection:
    """Equirectangular, true to scale along the middle parallel of the box (west, south, east, north)."""

    box: Box
    scale: float
    squeeze: float

    @property
    def height(self) -> float:
        """Of the drawing; its width is fixed."""
        return (self.box[3] - self.box[1]) * self.scale

    def place(self, lon: float, lat: float) -> Point:
        """Where a point of the earth lies in the drawing."""
        return (lon - self.box[0]) * self.scale * self.squeeze, (self.box[3] - lat) * self.scale


@cache
def read_land() -> tuple[tuple[Point, ...], ...]:
    """The rings of the land outlines, in degrees of longitude and latitude."""
    found = json.loads(find_resource("map/land.json").read_text(encoding="utf-8"))
    return tuple(_unroll([(lon / 10, lat / 10) for lon, lat in ring]) for ring in found["rings"])


def _unroll(ring: Sequence[Point]) -> tuple[Point, ...]:
    """The ring without the jump where it crosses the 180th meridian; one round the pole is closed along it."""
    shift, unrolled = 0.0, [ring[0]]
    for (before, _), (lon, lat) in pairwise(ring):
        shift += 360.0 if lon - before < -180 else -360.0 if lon - before > 180 else 0.0
        unrolled.append((lon + shift, lat))
    if abs(unrolled[-1][0] - unrolled[0][0]) > 180:
        unrolled += [(unrolled[-1][0], -90.0), (unrolled[0][0], -90.0)]
    return tuple(unrolled)


def draw_map(events: Sequence[EventView]) -> Markup | None:
    """A point for each place, sized by its events; null where no event has a point on the earth."""
    spots: dict[Point, list[EventView]] = defaultdict(list)
    for view in events:
        if view.place and view.place.lat is not None and view.place.lon is not None:
            spots[view.place.lon, view.place.lat].append(view)
    if not spots:
        return None
    projection = _fit_projection(list(spots))
    ranked = sorted(spots.items(), key=lambda item: (-len(item[1]), item[0]))
    marks, labels = _draw_spots(ranked, projection)
    return element(
        "svg",
        element("rect", width="100%", height="100%", class_="sea"),
        _draw_grid(projection),
        element("path", d=_draw_land(projection), class_="land"),
        *marks,
        element("g", *labels, class_="names", aria_hidden="true"),
        viewBox=f"0 0 {WIDTH} {projection.height:.0f}",
        class_="map",
        role="group",
        aria_label="Map of events; arrow keys move from place to place",
        data_roving="",
    )


def _fit_projection(points: Sequence[Point]) -> Projection:
    west, east = min(p[0] for p in points), max(p[0] for p in points)
    south, north = min(p[1] for p in points), max(p[1] for p in points)
    if east - west > 200:
        west, south, east, north = WORLD
    else:
        across, up = max(east - west, 12.0), max(north - south, 9.0)
        west, east = (west + east - across * 1.3) / 2, (west + east + across * 1.3) / 2
        south, north = (south + north - up * 1.4) / 2, (south + north + up * 1.4) / 2
    squeeze = max(cos(radians((south + north) / 2)), 0.35)
    ratio = (north - south) / ((east - west) * squeeze)
    if ratio > TALLEST / WIDTH:
        wider = (north - south) / (TALLEST / WIDTH) / squeeze
        west, east = (west + east - wider) / 2, (west + east + wider) / 2
    elif ratio < FLATTEST / WIDTH:
        taller = (east - west) * squeeze * FLATTEST / WIDTH
        south, north = (south + north - taller) / 2, (south + north + taller) / 2
    if south < -90:
        south, north = -90.0, north - south - 90
    if north > 90:
        south, north = south - north + 90, 90.0
    return Projection((west, south, east, north), WIDTH / ((east - west) * squeeze), squeeze)


def _draw_land(projection: Projection) -> str:
    paths = []
    west, south, east, north = projection.box
    for shift in (-360.0, 0.0, 360.0):
        for ring in read_land():
            moved = [(lon + shift, lat) for lon, lat in ring]
            lons, lats = [p[0] for p in moved], [p[1] for p in moved]
            if max(lons) < west or min(lons) > east or max(lats) < south or min(lats) > north:
                continue
            clipped = _clip(moved, (west - 2, south - 2, east + 2, north + 2))
            if len(clipped) > 2:
                paths.append(_write_ring([projection.place(*point) for point in clipped]))
    return "".join(paths)


def _write_ring(points: Sequence[Point]) -> str:
    """A closed path in whole units, each point counted from the one before."""
    rounded = [(round(x), round(y)) for x, y in points]
    steps = [f"{x - px} {y - py}".replace(" -", "-") for (px, py), (x, y) in pairwise(rounded) if (x, y) != (px, py)]
    return f"M{rounded[0][0]} {rounded[0][1]}l{' '.join(steps)}z" if len(steps) > 1 else ""


def _clip(ring: Sequence[Point], box: Box) -> list[Point]:
    """The part of a ring inside a box (Sutherland and Hodgman 1974)."""
    points = list(ring)
    for axis, limit, sign in ((0, box[0], 1), (0, box[2], -1), (1, box[1], 1), (1, box[3], -1)):
        kept: list[Point] = []
        for i, point in enumerate(points):
            before = points[i - 1]
            inside, was_inside = sign * (point[axis] - limit) >= 0, sign * (before[axis] - limit) >= 0
            if inside != was_inside:
                share = (limit - before[axis]) / (point[axis] - before[axis])
                kept.append((before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1])))
            if inside:
                kept.append(point)
        points = kept
    return points


def _draw_grid(projection: Projection) -> Markup:
    west, south, east, north = projection.box
    step = next(step for step in (2, 5, 10, 20, 30) if (east - west) / step <= 8 or step == 30)
    parts = []
    for lon in range(int(west // step) * step, int(east) + step, step):
        x, _ = projection.place(lon, north)
        parts.append(element("path", d=f"M{x:.0f} 0V{projection.height:.0f}"))
    for lat in range(int(south // step) * step, int(north) + step, step):
        _, y = projection.place(west, lat)
        parts.append(element("path", d=f"M0 {y:.0f}H{WIDTH}"))
    return element("g", *parts, class_="grid", aria_hidden="true")


def _draw_spots(
    ranked: Sequence[tuple[Point, list[EventView]]], projection: Projection
) -> tuple[list[Markup], list[Markup]]:
    taken: list[Box] = []
    circles = []
    most = len(ranked[0][1])
    for (lon, lat), views in ranked:
        radius = size_mark(len(views), most, RADII)
        x, y = projection.place(lon, lat)
        circles.append((x, y, radius, views))
        taken.append((x - radius, y - radius, x + radius, y + radius))
    marks, labels = [], []
    for x, y, radius, views in circles:
        place = views[0].place
        if place is None:
            continue
        vague = place.resolution in {"country", "region", "unknown"}
        note = ", the country only" if place.resolution == "country" else ""
        label = f"{place.name}{note}: {count_events(len(views))}"
        marks.append(
            link_marks(views, label, element("circle", cx=x, cy=y, r=radius), class_="vague" if vague else None)
        )
        spot = _find_room(place, (x, y, radius), (taken, projection.height))
        if spot:
            labels.append(element("text", place.name, x=spot[0], y=spot[1], text_anchor=spot[2]))
    return marks, labels


def _find_room(
    place: Place, spot: tuple[float, float, float], room: tuple[list[Box], float]
) -> tuple[float, float, str] | None:
    """Where a name fits beside its point without covering another; null where it does not."""
    x, y, radius = spot
    taken, height = room
    width = LETTER * len(place.name)
    slant = radius / sqrt(2) + 3
    for dx, dy, anchor in (
        (radius + 4, 5, "start"), (-radius - 4, 5, "end"), (0, radius + 14, "middle"), (0, -radius - 5, "middle"),
        (slant, slant + 8, "start"), (-slant, slant + 8, "end"), (slant, -slant, "start"), (-slant, -slant, "end"),
    ):  # fmt: skip
        left = x + dx - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
        box = (left, y + dy - 11, left + width, y + dy + 3)
        inside = box[0] >= 2 and box[2] <= WIDTH - 2 and box[1] >= 2 and box[3] <= height - 2
        if inside and not any(_meets(box, other) for other in taken):
            taken.append(box)
            return round(x + dx, 1), round(y + dy, 1), anchor
    return None


def _meets(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
