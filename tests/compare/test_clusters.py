"""Groups joined by their best links."""

from hypothesis import given, settings
from hypothesis import strategies as st

from coranto.compare.clusters import Edge, join_nodes


def edge(cost, one, other, rule="r"):
    return Edge(cost, one, other, rule, 1 - cost / 10)


def always(_edge, _one, _other):
    return True


def test_the_best_edge_goes_first_and_a_veto_stops_the_chain():
    def apart(_edge, one, other):
        return not {0, 2} <= {*one, *other}

    groups = {frozenset(c.nodes) for c in join_nodes([1, 1, 1], [edge(0.2, 1, 2), edge(0.1, 0, 1)], apart)}
    assert groups == {frozenset({0, 1}), frozenset({2})}


def test_the_anchor_is_the_largest_and_each_is_tied_by_the_weakest_link_on_its_way():
    (cluster,) = join_nodes([1, 5, 1], [edge(1, 0, 1, "near"), edge(2, 0, 2, "far")], always)
    assert cluster.nodes == (1, 0, 2)
    assert cluster.ties == (("", 1.0), ("near", 0.9), ("far", 0.8))


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(0, 5)), max_size=25))
def test_without_vetoes_clusters_are_what_the_edges_connect(made):
    edges = [edge(cost, min(a, b), max(a, b)) for a, b, cost in made if a != b]
    reached = {n: {n} for n in range(10)}
    for _ in range(10):
        for one in edges:
            both = reached[one.one] | reached[one.other]
            for n in both:
                reached[n] = reached[n] | both
    assert {frozenset(c.nodes) for c in join_nodes([1] * 10, edges, always)} == {frozenset(g) for g in reached.values()}
