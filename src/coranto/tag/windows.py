"""Windows: stretches of an article short enough for the encoder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coranto.model.drafts import AttributionDraft
from coranto.model.sentence import Sentence
from coranto.tag.features import TokenFeatures, find_features
from coranto.tag.pieces import BEGIN, END, cut_word

LONGEST_WINDOW = 130
"""Pieces of a window of several paragraphs. Longer ones, or more shown around them, did worse on articles held out."""
LONGEST_PARAGRAPH = 230
LONGEST = 512


@dataclass(frozen=True, slots=True)
class Tokens:
    """An article's tokens, all sentences in a row: their pieces, features and the bounds of paragraphs."""

    pieces: tuple[tuple[int, ...], ...]
    features: tuple[TokenFeatures, ...]
    paragraphs: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Window:
    """Tokens `first` to `last`: their pieces, paragraphs parted, and the place of each token's first piece."""

    first: int
    last: int
    pieces: tuple[int, ...]
    places: tuple[int, ...]


def make_tokens(sentences: Sequence[Sentence], ruled: Sequence[AttributionDraft]) -> Tokens:
    """The sentences' tokens with what the encoder needs of each. `ruled`: the attributions that the rules find."""
    pieces = tuple(cut_word(token.text) for sentence in sentences for token in sentence.tokens)
    return Tokens(pieces, tuple(find_features(sentences, ruled)), tuple(_part_paragraphs(sentences, pieces)))


def _part_paragraphs(sentences: Sequence[Sentence], pieces: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    """First and last token of each paragraph; a long one is cut where it grows too long."""
    parts: list[tuple[int, int]] = []
    start, length, at, paragraph = 0, 0, 0, None
    for sentence in sentences:
        for _ in sentence.tokens:
            new = sentence.paragraph != paragraph
            if at > start and (new or length + len(pieces[at]) > LONGEST_PARAGRAPH):
                parts.append((start, at))
                start, length = at, 0
            paragraph = sentence.paragraph
            length += len(pieces[at])
            at += 1
    return [*parts, (start, at)] if at > start else parts


def cut_windows(tokens: Tokens, longest: int = LONGEST_WINDOW) -> list[Window]:
    """Windows of whole paragraphs that hold every token once, in order. `longest` counts pieces."""
    windows = []
    group: list[tuple[int, int]] = []
    length = 0
    for first, last in tokens.paragraphs:
        more = sum(len(p) for p in tokens.pieces[first:last])
        if group and length + more > longest:
            windows.append(_make_window(tokens, group[0][0], group[-1][1]))
            group, length = [], 0
        group.append((first, last))
        length += more
    if group:
        windows.append(_make_window(tokens, group[0][0], group[-1][1]))
    return windows


def _make_window(tokens: Tokens, first: int, last: int) -> Window:
    pieces, places = [BEGIN], []
    for at in range(first, last):
        if tokens.features[at].begin == 1 and at > first:
            pieces.append(END)
        places.append(min(len(pieces), LONGEST - 1))
        pieces += tokens.pieces[at]
    pieces.append(END)
    return Window(first, last, tuple(pieces[:LONGEST]), tuple(places))
