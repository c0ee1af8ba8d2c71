from itertools import pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coranto.tag.decoding import decode_tags, find_spans

rows = st.lists(st.tuples(*[st.floats(-9, 0, width=32)] * 3), min_size=1, max_size=6)


def worth(scores, tags):
    return sum(row[tag] for row, tag in zip(scores, tags, strict=True))


def may_stand(tags):
    return tags[0] != 2 and not any(a == 0 and b == 2 for a, b in pairwise(tags))


@given(rows)
@settings(max_examples=80, deadline=None)
def test_no_allowed_row_of_tags_is_likelier_than_the_one_chosen(scores):
    best = max(worth(scores, tags) for tags in product(range(3), repeat=len(scores)) if may_stand(tags))
    chosen = decode_tags(scores)
    assert may_stand(chosen)
    assert worth(scores, chosen) == pytest.approx(best)


@pytest.mark.parametrize(
    ("tags", "spans"),
    [([0, 1, 2, 0], [(1, 3)]), ([1, 1, 2], [(0, 1), (1, 3)]), ([1, 0, 1], [(0, 1), (2, 3)]), ([0, 0], []), ([], [])],
)
def test_spans_run_from_begin_over_inside(tags, spans):
    assert find_spans(tags) == spans


def test_no_tokens_have_no_tags():
    assert decode_tags([]) == []
