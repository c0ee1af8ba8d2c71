"""The coreference measures on the examples of their papers."""

from __future__ import annotations

import pytest
from bench.chains import align, count_b_cubed, count_ceaf, count_muc


def chains(*words):
    return [frozenset(word) for word in words]


KEY = chains("abcde", "fg", "hijkl")
ONE_WRONG_LINK = chains("abcde", "fghijkl")
WORSE_LINK = chains("abcdehijkl", "fg")


@pytest.mark.parametrize(
    ("response", "muc", "b_cubed"),
    [
        # Bagga and Baldwin 1998, section 2: MUC sees one wrong link in both, B-cubed tells them apart
        (ONE_WRONG_LINK, (1.0, 0.9), (1.0, 0.7619)),
        (WORSE_LINK, (1.0, 0.9), (1.0, 0.5833)),
    ],
)
def test_wrong_links_cost_as_published(response, muc, b_cubed):
    counts = count_muc(KEY, response)
    assert (counts.recall, counts.precision) == pytest.approx(muc)
    counts = count_b_cubed(KEY, response)
    assert (counts.recall, counts.precision) == pytest.approx(b_cubed, abs=1e-4)


@pytest.mark.parametrize(
    ("key", "response", "recall", "precision"),
    [
        # Vilain et al. 1995, the table of examples
        (chains("abcd"), chains("ab", "cd"), 2 / 3, 1.0),
        (chains("ab", "cd"), chains("abcd"), 1.0, 2 / 3),
        (chains("abcd"), chains("abcd"), 1.0, 1.0),
        (chains("abcd"), chains("ab"), 1 / 3, 1.0),
    ],
)
def test_muc_counts_links(key, response, recall, precision):
    counts = count_muc(key, response)
    assert (counts.recall, counts.precision) == pytest.approx((recall, precision))


@pytest.mark.parametrize(
    ("response", "recall", "precision"),
    [
        # Luo 2005, table 1 (CEAF with phi4), the same key and responses as above
        (ONE_WRONG_LINK, 0.6111, 0.9167),
        (WORSE_LINK, 0.5556, 0.8333),
        (chains("abcdefghijkl"), 0.1961, 0.5882),
    ],
)
def test_ceaf_aligns_entities(response, recall, precision):
    counts = count_ceaf(KEY, response)
    assert (counts.recall, counts.precision) == pytest.approx((recall, precision), abs=1e-4)


def test_counts_of_documents_add_up():
    both = count_muc(KEY, KEY).plus(count_muc(chains("ab"), chains("a", "b")))
    assert both.recall == pytest.approx(9 / 10)
    assert both.precision == 1


def test_the_greedy_choice_is_not_the_best_alignment():
    assert align([[0.9, 0.8], [0.8, 0.1]]) == pytest.approx(1.6)
    assert align([[0.5], [0.9], [0.1]]) == pytest.approx(0.9)
    assert align([]) == 0
