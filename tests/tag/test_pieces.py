import pytest

from coranto.tag.pieces import MOST_PIECES, UNKNOWN, cut_word, load_vocabulary


def pieces_of(word: str) -> list[str]:
    names = {number: piece for piece, number in load_vocabulary().items()}
    return [names[number] for number in cut_word(word)]


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("Said", ["said"]),
        ("spokeswoman", ["spoke", "##sw", "##oman"]),
        ("Díaz-Canel", ["diaz", "-", "cane", "##l"]),
        ("U.S.", ["u", ".", "s", "."]),
        ("“", ["“"]),
        ("n't", ["n", "'", "t"]),
        ("co\u00adoperation", ["cooperation"]),
        ("中国", ["中", "国"]),
    ],
)
def test_words_are_cut_as_uncased_bert_cuts_them(word, pieces):
    assert pieces_of(word) == pieces


@pytest.mark.parametrize("word", ["😀", "\u200b", " ", "x" * 101])
def test_a_word_of_no_known_piece_has_one_unknown(word):
    assert cut_word(word) == (UNKNOWN,)


def test_a_long_word_is_cut_short():
    assert len(cut_word("/".join("abcdefghijkl"))) == MOST_PIECES
