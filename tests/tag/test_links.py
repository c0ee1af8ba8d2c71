import numpy as np
import pytest

from coranto.tag.links import CONTENT, SOURCE, measure_distance, score_links


@pytest.mark.parametrize(
    ("cue", "span", "distance"),
    [
        ((5, 6), (3, 5), 0),
        ((5, 6), (3, 4), 1),
        ((5, 6), (0, 1), 4),
        ((5, 6), (6, 9), 10),
        ((5, 6), (9, 12), 13),
        ((5, 6), (90, 95), 19),
        ((5, 8), (6, 7), 20),
    ],
)
def test_distances_are_classed_by_side(cue, span, distance):
    assert measure_distance(cue, span) == distance


def make_weights() -> dict[str, np.ndarray]:
    draw = np.random.default_rng(7)
    weights = {f"{n}.weight": draw.normal(size=(4, 6)).astype(np.float32) for n in ("cue", "source", "content")}
    weights |= {f"{n}.bias": draw.normal(size=4).astype(np.float32) for n in ("cue", "source", "content")}
    weights["map"] = draw.normal(size=(2, 4, 4)).astype(np.float32)
    weights["distance"] = draw.normal(size=(22, 2)).astype(np.float32)
    weights["bias"] = np.zeros(2, dtype=np.float32)
    return weights


def test_chances_are_a_row_a_cue_and_hang_on_the_role():
    vectors = np.random.default_rng(1).normal(size=(12, 6)).astype(np.float32)
    cues, spans = [(2, 3), (8, 9)], [(0, 2), (3, 6), (9, 12)]
    by_source = score_links(make_weights(), vectors, cues, spans, SOURCE)
    by_content = score_links(make_weights(), vectors, cues, spans, CONTENT)
    assert by_source.shape == by_content.shape == (2, 3)
    assert ((by_source > 0) & (by_source < 1)).all()
    assert not np.allclose(by_source, by_content)


def test_nothing_to_link_has_no_chances():
    assert score_links(make_weights(), np.zeros((3, 6), np.float32), [], [(0, 1)], SOURCE).shape == (0, 1)
