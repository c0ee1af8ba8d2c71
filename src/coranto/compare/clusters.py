"""Groups of nodes, joined by their best links first, as long as nothing speaks against it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Edge:
    """Evidence that two nodes are one; edges are taken in order of `cost`, then of `one` and `other` (one < other)."""

    cost: float
    one: int
    other: int
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Cluster:
    """Nodes that are one, the anchor first; for each the rule and confidence that tie it to the anchor."""

    nodes: tuple[int, ...]
    ties: tuple[tuple[str, float], ...]


def join_nodes(
    sizes: Sequence[int], edges: Iterable[Edge], may_join: Callable[[Edge, Sequence[int], Sequence[int]], bool]
) -> list[Cluster]:
    """Clusters of the nodes 0 to n - 1; `may_join` says whether an edge may join two groups of nodes.

    The cheapest edge comes first; an edge whose groups may not be joined is left out, whatever chain leads there. The
    anchor of a cluster is its largest node, the first of those.
    """
    group = list(range(len(sizes)))
    inside: list[list[int]] = [[node] for node in range(len(sizes))]
    taken: dict[int, list[tuple[int, Edge]]] = {}
    for edge in sorted(edges):
        one, other = group[edge.one], group[edge.other]
        if one == other or not may_join(edge, inside[one], inside[other]):
            continue
        if len(inside[one]) < len(inside[other]):
            one, other = other, one
        for node in inside[other]:
            group[node] = one
        inside[one] += inside[other]
        inside[other] = []
        taken.setdefault(edge.one, []).append((edge.other, edge))
        taken.setdefault(edge.other, []).append((edge.one, edge))
    return [_tie(nodes, sizes, taken) for nodes in inside if nodes]


def _tie(nodes: Sequence[int], sizes: Sequence[int], taken: dict[int, list[tuple[int, Edge]]]) -> Cluster:
    anchor = min(nodes, key=lambda node: (-sizes[node], node))
    ties: dict[int, tuple[str, float]] = {anchor: ("", 1.0)}
    waiting = deque([anchor])
    while waiting:
        node = waiting.popleft()
        for other, edge in sorted(taken.get(node, ())):
            if other not in ties:
                ties[other] = (edge.rule, min(edge.confidence, ties[node][1]))
                waiting.append(other)
    return Cluster(tuple(ties), tuple(ties.values()))
