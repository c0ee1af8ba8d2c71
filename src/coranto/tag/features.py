"""What the tagger is told of each token beside its pieces: the parse, its shape, quotation marks, the rules' view."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from coranto.model.drafts import AttributionDraft
from coranto.model.sentence import Sentence, Token
from coranto.model.span import Span

POS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X SPACE".split()
DEPS = (
    "ROOT acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj csubj csubjpass dative "
    "dep det dobj expl intj mark meta neg nmod npadvmod nsubj nsubjpass nummod oprd parataxis pcomp pobj poss preconj "
    "predet prep prt punct quantmod relcl xcomp"
).split()
POS_NUMBER = {name: number for number, name in enumerate(POS, 1)}
DEP_NUMBER = {name: number for number, name in enumerate(DEPS, 1)}
STRAIGHT_QUOTES = frozenset({'"', "``", "''"})


class TokenFeatures(NamedTuple):
    """Numbers from 0, each with its own table in the model; 0 of `pos` and `dep` is a label not known.

    `shape`: small letters, a capital, all capitals, a figure, a mark, mixed. `quote`: outside, inside, opening,
    closing. `begin`: within a sentence, first of a paragraph, first of another sentence. `ruled_...`: outside, first or
    further word of what the rules take for a source, cue or content.
    """

    pos: int
    dep: int
    shape: int
    quote: int
    begin: int
    ruled_source: int
    ruled_cue: int
    ruled_content: int


def find_shape(word: str) -> int:
    """The shape of a word, as `TokenFeatures` numbers it."""
    first = word[0]
    if first.isdigit():
        return 3
    if not first.isalpha():
        return 4
    if word.islower():
        return 0
    if len(word) > 1 and word.isupper():
        return 2
    return 1 if first.isupper() else 5


def find_features(sentences: Sequence[Sentence], ruled: Sequence[AttributionDraft]) -> list[TokenFeatures]:
    """The features of all tokens of the sentences, in order. `ruled`: the attributions that the rules find."""
    features: list[TokenFeatures] = []
    views = _find_views(sentences, ruled)
    inside, paragraph = False, None
    for sentence in sentences:
        begin = 2
        if sentence.paragraph != paragraph:
            paragraph, inside, begin = sentence.paragraph, False, 1
        for token in sentence.tokens:
            quote, inside = _read_quote(token, inside=inside)
            pos, dep = POS_NUMBER.get(token.pos, 0), DEP_NUMBER.get(token.dep, 0)
            view = (row[len(features)] for row in views)
            features.append(TokenFeatures(pos, dep, find_shape(token.text), quote, begin, *view))
            begin = 0
    return features


def _find_views(sentences: Sequence[Sentence], ruled: Sequence[AttributionDraft]) -> tuple[list[int], ...]:
    """For each role a number for every token: 1 for the first word of a span, 2 for its further words."""
    bounds = [(token.start, token.end) for sentence in sentences for token in sentence.tokens]
    starts = [start for start, _ in bounds]
    views = [0] * len(bounds), [0] * len(bounds), [0] * len(bounds)
    for draft in ruled:
        roles: tuple[Iterable[Span], ...] = ((p.span for p in draft.source), draft.cue, draft.content)
        for view, spans in zip(views, roles, strict=True):
            before = None
            for number in find_covered(starts, bounds, spans):
                view[number] = view[number] or (2 if before == number - 1 else 1)
                before = number
    return views


def find_covered(starts: Sequence[int], bounds: Sequence[tuple[int, int]], spans: Iterable[Span]) -> list[int]:
    """Numbers of the tokens that share a character with a span, in order. `bounds`: each token's start and end."""
    covered = set()
    for span in spans:
        number = max(0, bisect_right(starts, span.start) - 1)
        while number < len(bounds) and bounds[number][0] < span.end:
            if bounds[number][1] > max(span.start, bounds[number][0]):
                covered.add(number)
            number += 1
    return sorted(covered)


def _read_quote(token: Token, *, inside: bool) -> tuple[int, bool]:
    """The token's place in a quotation, and whether the next one is inside."""
    if "“" in token.text:
        return 2, True
    if "”" in token.text:
        return 3, False
    if token.text in STRAIGHT_QUOTES:
        return (3, False) if inside else (2, True)
    return int(inside), inside
