"""What a part of a run of letters is taken for."""

from collections import Counter

import pytest

from coranto.clean.pieces import Surroundings, is_listed, is_name, is_pair, weigh_piece

AROUND = Surroundings(
    Counter({"belskite": 1, "Ostrel": 1}), frozenset(["Horvatin"]), frozenset(["Lorin"]), "At Harbour Court."
)


@pytest.mark.parametrize(
    ("word", "shape", "seen", "common"),
    [
        ("the", "lower", True, True),
        ("belskite", "lower", True, True),
        ("harbour", "lower", False, True),
        ("Horvatin", "name", True, False),
        ("Lorin", "name", True, False),
        ("Ostrel", "name", True, False),
        ("Harbour", "name", False, True),
        ("BBC", "caps", True, False),
        ("McHorva", "mixed", False, False),
        ("Jr", "name", False, False),
    ],
)
def test_a_piece_has_a_shape_and_tells_whether_it_is_seen_and_common(word, shape, seen, common):
    piece = weigh_piece(word, AROUND)
    assert (piece.shape, piece.seen, piece.common) == (shape, seen, common)


@pytest.mark.parametrize("word", ["qx", "zvorkt", "Kv", "fRaud"])
def test_letters_that_are_no_word_are_no_piece(word):
    assert weigh_piece(word, AROUND) is None


@pytest.mark.parametrize(("less", "more"), [("the", "harbour"), ("Horvatin", "Lorin"), ("Lorin", "Ushakovsky")])
def test_the_better_known_a_word_the_less_it_costs(less, more):
    assert weigh_piece(less, AROUND).cost < weigh_piece(more, AROUND).cost


def test_a_name_is_one_of_the_article_of_others_or_of_the_tables():
    assert [is_name(word, AROUND) for word in ("Horvatin", "Lorin", "Russia", "President", "Ushakovsky")] == [
        True, True, True, True, False,
    ]  # fmt: skip


def test_two_words_that_stand_together_elsewhere_are_a_pair():
    assert is_pair("Harbour", "Court", AROUND)
    assert is_pair("White", "House", AROUND)
    assert not is_pair("Harbour", "House", AROUND)


def test_slang_without_its_last_letter_is_listed_only_where_it_is_a_word_too():
    assert is_listed("harbour")
    assert not is_listed("sailin")
