"""The table of who stands where."""

import pytest

from coranto.extract.mentions import find_mentions
from coranto.model.drafts import TokenRef
from coranto.resolve.drafts import Draft, start_board
from tests.texts import parse


@pytest.fixture
def board():
    sentences = parse("Anna Lind met Erik Dahl. She left.")
    return start_board(sentences, find_mentions(sentences))


def mention_of(board, words):
    return next(m for m in board.mentions if m.span.text == words)


def test_nobody_stands_on_a_new_board(board):
    assert board.drafts == []
    assert [board.find(m) for m in board.mentions] == [None] * len(board.mentions)
    assert len(board.by_head) == len(board.mentions) == sum(map(len, board.in_sentence.values()))


def test_a_name_stands_at_each_of_its_words(board):
    mention = mention_of(board, "Anna Lind")
    anna = board.add(Draft("person", "Anna Lind"))
    board.link(mention, anna)
    assert board.find(mention) is anna
    assert [board.inside[TokenRef(0, i)] for i in (0, 1)] == [anna, anna]
    assert board.token(mention).text == "Lind"


def test_a_mention_stands_for_one_at_a_time(board):
    mention = mention_of(board, "She")
    anna, berit = board.add(Draft("person", "Anna")), board.add(Draft("person", "Berit"))
    for draft in (anna, anna, berit):
        board.link(mention, draft)
    assert (anna.mentions, berit.mentions) == ([], [mention])


def test_two_who_prove_to_be_one_keep_all_that_is_known(board):
    name, pronoun = mention_of(board, "Anna Lind"), mention_of(board, "She")
    kept, gone = board.add(Draft("person", "Anna Lind")), board.add(Draft("person", "Lind", country="NOR", gender="f"))
    board.link(name, kept)
    board.link(pronoun, gone)
    board.absorb(kept, gone)
    board.absorb(kept, kept)
    assert board.drafts == [kept]
    assert kept.mentions == [name, pronoun]
    assert (kept.country, kept.gender) == ("NOR", "f")
    assert board.find(pronoun) is kept
