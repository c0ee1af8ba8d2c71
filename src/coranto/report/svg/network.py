"""Who did what to whom, drawn as a network."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from math import hypot

from markupsafe import Markup

from coranto.report.cast import Actor
from coranto.report.svg.drawing import HUES, count_events, element, link_marks, size_mark
from coranto.report.svg.layout import Point, Size, lay_out
from coranto.report.views import EventView

WIDTH, SHORTEST, TALLEST = 720, 260, 560
MOST_NODES = 36
MOST_EDGES = 110
LETTER = 7.8
LONGEST = 26
RADII = (5.0, 24.0)
STROKES = (0.8, 5.0)


def draw_network(events: Sequence[EventView], hues: dict[str, int]) -> Markup:
    """Nodes are actors, sized by their events and coloured by country; edges run from actor to recipient."""
    nodes = _choose_nodes(events)
    edges = _find_edges(events, {actor.number: i for i, (actor, _) in enumerate(nodes)})
    linked = sorted({end for a, b, _ in edges for end in (a, b)})
    if linked:
        # Who stands in a pair only with others than those drawn would float apart from all.
        places = {i: n for n, i in enumerate(linked)}
        nodes = [nodes[i] for i in linked]
        edges = {(places[a], places[b], colour): views for (a, b, colour), views in edges.items()}
    pull: Counter[tuple[int, int]] = Counter()
    for (a, b, _), views in edges.items():
        pull[min(a, b), max(a, b)] += len(views)
    most = max((len(views) for _, views in nodes), default=1)
    radii = [size_mark(len(views), most, RADII) for _, views in nodes]
    widest = max((len(views) for views in edges.values()), default=1)
    sizes = [_measure(actor, radius) for (actor, _), radius in zip(nodes, radii, strict=True)]
    height = min(SHORTEST + 20 * len(nodes), TALLEST)
    points = lay_out(len(nodes), pull, sizes, (WIDTH, height))
    centres = [(x, y - size[1] / 2 + radius + 3) for (x, y), size, radius in zip(points, sizes, radii, strict=True)]
    drawn = [
        _draw_edge(
            (nodes[a][0], nodes[b][0]),
            views,
            ((*centres[a], radii[a]), (*centres[b], radii[b])),
            size_mark(len(views), widest, STROKES),
        )
        for (a, b, _), views in edges.items()
    ]
    marks = [
        _draw_node(actor, views, centre, (radius, hues.get(actor.country or "", HUES)))
        for (actor, views), centre, radius in zip(nodes, centres, radii, strict=True)
    ]
    return element(
        "svg",
        element("defs", _draw_arrow("co"), _draw_arrow("cx")),
        element("g", *drawn, class_="edges"),
        element("g", *marks, class_="nodes"),
        viewBox=f"0 0 {WIDTH} {height}",
        class_="network",
        role="group",
        aria_label="Network of actors; arrow keys move from mark to mark",
        data_roving="",
    )


def _choose_nodes(events: Sequence[EventView]) -> list[tuple[Actor, list[EventView]]]:
    """The actors of the most events, those that stand in a pair first."""
    seen: dict[int, tuple[Actor, list[EventView]]] = {}
    paired: Counter[int] = Counter()
    for view in events:
        pair = bool(view.actors and view.recipients)
        for actor in {party.number: party for party in view.parties}.values():
            seen.setdefault(actor.number, (actor, []))[1].append(view)
            paired[actor.number] += pair
    ranked = sorted(seen.values(), key=lambda node: (-paired[node[0].number], -len(node[1]), node[0].number))
    return [node for node in ranked if paired[node[0].number]][:MOST_NODES] or ranked[:MOST_NODES]


def _find_edges(events: Sequence[EventView], places: dict[int, int]) -> dict[tuple[int, int, str], list[EventView]]:
    edges: dict[tuple[int, int, str], list[EventView]] = defaultdict(list)
    for view in events:
        colour = "co" if view.event.quad.endswith("cooperation") else "cx"
        for doer in view.actors:
            for other in view.recipients:
                if doer.actor and other.actor and doer.actor.number != other.actor.number:
                    a, b = places.get(doer.actor.number), places.get(other.actor.number)
                    if a is not None and b is not None:
                        edges[a, b, colour].append(view)
    ranked = sorted(edges.items(), key=lambda item: (-len(item[1]), item[0]))
    return dict(sorted(ranked[:MOST_EDGES]))


def _shorten(name: str) -> str:
    return name if len(name) <= LONGEST else name[: LONGEST - 1].rstrip() + "…"


def _measure(actor: Actor, radius: float) -> Size:
    return max(LETTER * len(_shorten(actor.name)), 2 * radius) + 14, 2 * radius + 28


def _draw_arrow(colour: str) -> Markup:
    tip = element("path", d="M0 0L10 5L0 10z", class_=f"tip {colour}")
    return element(
        "marker", tip, id=f"tip-{colour}", viewBox="0 0 10 10", refX=6, refY=5,
        markerWidth=10, markerHeight=10, markerUnits="userSpaceOnUse", orient="auto",
    )  # fmt: skip


def _draw_edge(
    pair: tuple[Actor, Actor], views: Sequence[EventView], ends: tuple[tuple[float, float, float], ...], width: float
) -> Markup:
    """A bent line, so that an answer lies beside its question, and cooperation beside conflict."""
    doer, other = pair
    (x1, y1, r1), (x2, y2, r2) = ends
    length = max(hypot(x2 - x1, y2 - y1), 1.0)
    colour = "co" if views[0].event.quad.endswith("cooperation") else "cx"
    bend = (0.10 if colour == "co" else 0.20) * length
    middle = ((x1 + x2) / 2 - (y2 - y1) / length * bend, (y1 + y2) / 2 + (x2 - x1) / length * bend)
    start, end = _step_to((x1, y1), middle, r1 + 1), _step_to((x2, y2), middle, r2 + 4)
    word = "cooperation" if colour == "co" else "conflict"
    denied = sum(view.event.polarity == "negative" for view in views)
    note = f", {denied} of them denied or not done" if denied else ""
    return link_marks(
        views,
        f"{doer.name} → {other.name}: {word}, {count_events(len(views))}{note}",
        element(
            "path",
            d="M{:.0f} {:.0f}Q{:.0f} {:.0f} {:.0f} {:.0f}".format(*start, *middle, *end),
            stroke_width=width,
            marker_end=f"url(#tip-{colour})",
        ),
        class_=colour + (" neg" if denied == len(views) else ""),
    )


def _step_to(start: Point, goal: Point, distance: float) -> Point:
    length = max(hypot(goal[0] - start[0], goal[1] - start[1]), 1.0)
    share = min(distance / length, 0.9)
    return start[0] + (goal[0] - start[0]) * share, start[1] + (goal[1] - start[1]) * share


def _draw_node(actor: Actor, views: Sequence[EventView], centre: Point, look: tuple[float, int]) -> Markup:
    x, y = centre
    radius, hue = look
    country = f" ({actor.country})" if actor.country else ""
    return link_marks(
        views,
        f"{actor.name}{country}: {count_events(len(views))}",
        element("circle", cx=round(x), cy=round(y), r=radius, class_=f"h{hue}"),
        element("text", _shorten(actor.name), x=round(x), y=round(y + radius + 14), text_anchor="middle"),
    )
