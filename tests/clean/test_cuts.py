"""What a cut between two parts of a run of letters costs."""

from collections import Counter

import pytest

from coranto.clean.cuts import BUDGET, Beside, weigh_cut
from coranto.clean.pieces import Surroundings, weigh_piece

AROUND = Surroundings(Counter(), frozenset(["Tamara", "Belsk"]), frozenset(["Lorin"]), "At Harbour Court.")


def weigh(words, before="", after=""):
    left, right = (weigh_piece(word, AROUND) for word in words.split())
    return weigh_cut(left, right, AROUND, Beside(before, after))


@pytest.mark.parametrize("words", ["on Friday", "Harbour Court", "Belsk where", "Russia is", "BBC reports", "Lorin Jr"])
def test_a_cut_where_a_space_was_lost_is_cheap(words):
    assert weigh(words) <= 3


@pytest.mark.parametrize("words", ["You Tube", "Belsk land", "Van Ostrel", "ME LOT", "black smith"])
def test_a_word_or_a_name_is_not_cut(words):
    assert weigh(words) > BUDGET


def test_a_word_that_leads_on_is_parted_where_something_follows():
    assert weigh("Fishermen in", after="Belsk") < weigh("Fishermen in", after="said")


def test_two_common_words_are_parted_after_a_name_and_kept_before_a_firm():
    assert weigh("Careful Windows", before="Harbour") < weigh("Careful Windows", after="Corp")
