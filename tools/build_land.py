"""Compile the map's land outlines: `python tools/build_land.py LAND_110M_JSON`.

The input is `land-110m.json` of the npm package `world-atlas` 2.0.2 (a TopoJSON of Natural Earth 1:110m, public
domain). Written is `resources/map/land.json`: rings of [longitude, latitude] in tenths of a degree, first point not
repeated at the end, largest ring first.
"""

from __future__ import annotations

import json
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

TARGET = Path(__file__).parents[1] / "src" / "coranto" / "resources" / "map" / "land.json"
SOURCE = "Natural Earth 1:110m land (public domain), from land-110m.json of the npm package world-atlas 2.0.2"
SOUTH, NORTH = -58.0, 84.0
TOLERANCE = 0.12
"""Degrees that an outline may move by being simplified."""
SMALLEST = 0.4
"""Square degrees; a smaller island is a speck on the map."""
Point = tuple[float, float]


def decode_arcs(topology: dict[str, Any]) -> list[list[Point]]:
    """The arcs' points in degrees (TopoJSON delta encoding)."""
    (scale_x, scale_y), (shift_x, shift_y) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * scale_x + shift_x, y * scale_y + shift_y))
        arcs.append(points)
    return arcs


def join_rings(geometry: dict[str, Any], arcs: list[list[Point]]) -> list[list[Point]]:
    """Every ring of a geometry, as points without the closing one."""
    if geometry["type"] == "GeometryCollection":
        return [ring for inner in geometry["geometries"] for ring in join_rings(inner, arcs)]
    polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
    rings = []
    for numbers in (ring for polygon in polygons for ring in polygon):
        points: list[Point] = []
        for number in numbers:
            arc = arcs[number] if number >= 0 else arcs[~number][::-1]
            points += arc[1:] if points else arc
        rings.append(points[:-1])
    return rings


def clip_ring(ring: list[Point], limit: float, sign: int) -> list[Point]:
    """The part of a ring where sign * latitude >= sign * limit (Sutherland and Hodgman)."""
    kept: list[Point] = []
    for (ax, ay), (bx, by) in pairwise([*ring, ring[0]]):
        inside_a, inside_b = sign * (ay - limit) >= 0, sign * (by - limit) >= 0
        if inside_a:
            kept.append((ax, ay))
        if inside_a != inside_b:
            kept.append((ax + (bx - ax) * (limit - ay) / (by - ay), limit))
    return kept


def simplify_line(points: list[Point]) -> list[Point]:
    """Douglas and Peucker's simplification of an open line."""
    if len(points) < 3:
        return points
    (ax, ay), (bx, by) = points[0], points[-1]
    length = ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5
    worst, where = 0.0, 0
    for i, (x, y) in enumerate(points[1:-1], 1):
        if length:
            off = abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length
        else:
            off = ((x - ax) ** 2 + (y - ay) ** 2) ** 0.5
        if off > worst:
            worst, where = off, i
    if worst <= TOLERANCE:
        return [points[0], points[-1]]
    return simplify_line(points[: where + 1])[:-1] + simplify_line(points[where:])


def measure_area(ring: list[Point]) -> float:
    """The ring's area in square degrees."""
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairwise([*ring, ring[0]]))) / 2


def build_land(topology: dict[str, Any]) -> dict[str, Any]:
    """The resource's content."""
    rings = []
    for ring in join_rings(topology["objects"]["land"], decode_arcs(topology)):
        clipped = clip_ring(ring, SOUTH, 1)
        clipped = clip_ring(clipped, NORTH, -1) if clipped else []
        if len(clipped) < 3 or measure_area(clipped) < SMALLEST:
            continue
        middle = len(clipped) // 2
        simple = simplify_line(clipped[: middle + 1])[:-1] + simplify_line([*clipped[middle:], clipped[0]])[:-1]
        whole = [[round(x * 10), round(y * 10)] for x, y in simple]
        whole = [point for i, point in enumerate(whole) if point != whole[i - 1]]
        if len(whole) > 2:
            rings.append((-measure_area(clipped), whole))
    return {
        "source": SOURCE,
        "unit": "tenths of a degree, [longitude, latitude]",
        "rings": [r for _, r in sorted(rings)],
    }


def main() -> None:
    """Write the resource."""
    land = build_land(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
    TARGET.write_text(json.dumps(land, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{TARGET.name}: {len(land['rings'])} rings, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
