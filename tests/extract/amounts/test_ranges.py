"""Two numbers that are one."""

import pytest

from coranto.extract.amounts.counting import Context
from coranto.extract.amounts.numbers import find_numbers
from coranto.extract.amounts.ranges import join_ranges
from coranto.intake.articles import make_article
from tests.texts import parse


def join(text):
    (sentence,) = parse(text)
    context = Context(make_article(text), sentence, [t.offset for t in sentence.tokens])
    return [(n.low, n.high) if n.value is None else n.value for n in join_ranges(context, find_numbers(sentence.text))]


RANGES = [
    ("Between 20 and 30 ships sank.", (20, 30)),
    ("They lost 20 to 30 ships.", (20, 30)),
    ("They lost 20-30 ships.", (20, 30)),
    ("They lost 20–30 ships.", (20, 30)),
    ("They lost two or three ships.", (2, 3)),
    ("It cost 2 to 3 million euros.", (2e6, 3e6)),
    ("It cost $2-3 million.", (2e6, 3e6)),
    ("From 20 to 30 ships sank.", (20, 30)),
]


@pytest.mark.parametrize(("text", "wanted"), RANGES)
def test_two_numbers_that_bound_one_are_a_range(text, wanted):
    assert join(text) == [wanted]


APART = [
    ("They sank 20 ships and 30 boats.", [20, 30]),
    ("The price rose from 20 to 30 euros.", [20, 30]),
    ("They lost 30 to 20 ships.", [30, 20]),
]


@pytest.mark.parametrize(("text", "wanted"), APART)
def test_two_numbers_that_count_two_things_stay_two(text, wanted):
    assert join(text) == wanted


@pytest.mark.parametrize("text", ["Call 555-020-7788 today.", "Bergen won 3-1 on Monday.", "It lasted from 1914-1918."])
def test_scores_years_and_telephone_numbers_count_nothing(text):
    assert join(text) == []
