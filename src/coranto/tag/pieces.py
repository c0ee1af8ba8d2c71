"""Word pieces: a token's numbers in the vocabulary of uncased BERT.

Wu et al. 2016 (arXiv:1609.08144), as BERT's own tokenizer does it: small letters, accents off, punctuation apart,
then the longest piece that fits, from the left.
"""

from __future__ import annotations

import gzip
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

UNKNOWN = 100
BEGIN = 101
END = 102
MOST_PIECES = 12
"""Pieces kept of one token: a web address has dozens, and tells no more."""
LONGEST_WORD = 100


@cache
def load_vocabulary() -> Mapping[str, int]:
    """Each piece with its number; pieces within a word begin with `##`."""
    packed = files("coranto").joinpath("resources", "models", "vocabulary.txt.gz").read_bytes()
    return {piece: number for number, piece in enumerate(gzip.decompress(packed).decode().split("\n"))}


@cache
def cut_word(word: str) -> tuple[int, ...]:
    """The numbers of a token's pieces, at least one and at most twelve."""
    vocabulary = load_vocabulary()
    numbers = [number for part in _part_word(word) for number in _fit_pieces(part, vocabulary)]
    return tuple(numbers[:MOST_PIECES]) or (UNKNOWN,)


def _part_word(word: str) -> Iterator[str]:
    """The word in small letters without accents, parted at white space and around punctuation and ideographs."""
    part = ""
    for letter in unicodedata.normalize("NFD", word).lower():
        category = unicodedata.category(letter)
        if category == "Mn" or (category.startswith("C") and letter not in "\t\n\r") or letter == "\ufffd":
            continue
        if letter.isspace() or _stands_alone(letter, category):
            if part:
                yield part
            part = ""
            if not letter.isspace():
                yield letter
        else:
            part += letter
    if part:
        yield part


def _stands_alone(letter: str, category: str) -> bool:
    return category.startswith("P") or (letter.isascii() and category.startswith("S")) or "\u4e00" <= letter <= "\u9fff"


def _fit_pieces(word: str, vocabulary: Mapping[str, int]) -> list[int]:
    """The longest pieces from the left; `UNKNOWN` alone where a rest fits none."""
    if len(word) > LONGEST_WORD:
        return [UNKNOWN]
    found, start = [], 0
    while start < len(word):
        mark = "##" if start else ""
        end = next((e for e in range(len(word), start, -1) if mark + word[start:e] in vocabulary), None)
        if end is None:
            return [UNKNOWN]
        found.append(vocabulary[mark + word[start:end]])
        start = end
    return found
