"""Who says what, as the learned tagger marks it: spans of sources, cues and contents, linked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from coranto.model.drafts import AttributionDraft, TokenRef
from coranto.model.sentence import Sentence
from coranto.tag.decoding import decode_tags, find_spans
from coranto.tag.encoder import Encoder, Scores, score_windows
from coranto.tag.links import CONTENT, SOURCE, Floats, Pair, score_links
from coranto.tag.windows import Window, cut_windows, make_tokens

SOURCE_LINK = 0.5
CONTENT_LINK = 0.3
"""A content goes to its likeliest cue, from this chance on; several cues may share a source that is likely enough. A
content with no cue so likely is left out: of 250 on held-out train articles the rules had heard 48 already, and only 16
of the others were quotations."""

Words = tuple[TokenRef, ...]


@dataclass(frozen=True, slots=True)
class Saying:
    """One attribution as tagged: runs of words of each role."""

    content: tuple[Words, ...]
    source: tuple[Words, ...]
    cue: Words
    confidence: float


def tag_sayings(
    encoder: Encoder, sentences: Sequence[Sentence], ruled: Sequence[AttributionDraft]
) -> tuple[Saying, ...]:
    """The attributions of an article's sentences, in order of their first word. `ruled`: those that the rules find."""
    if not any(sentence.tokens for sentence in sentences):
        return ()
    refs = [TokenRef(number, token.i) for number, s in enumerate(sentences) for token in s.tokens]
    tokens = make_tokens(sentences, ruled)
    windows = cut_windows(tokens)
    found: list[tuple[int, Saying]] = []
    for window, scores in zip(windows, score_windows(encoder, tokens, windows), strict=True):
        for saying in link_spans(encoder, window, scores):
            content, source, (cue,) = (
                tuple(tuple(refs[first:last]) for first, last in spans)
                for spans in (saying.content, saying.source, (saying.cue,))
            )
            start = min(first for first, _ in (*saying.content, saying.cue))
            found.append((start, Saying(content, source, cue, saying.confidence)))
    return tuple(saying for _, saying in sorted(found, key=lambda pair: pair[0]))


@dataclass(frozen=True, slots=True)
class Linked:
    """A saying in numbers of the article's tokens."""

    content: tuple[Pair, ...]
    source: tuple[Pair, ...]
    cue: Pair
    confidence: float


def link_spans(encoder: Encoder, window: Window, scores: Scores) -> list[Linked]:
    """The sayings of a window."""
    sources, cues, contents = (find_spans(decode_tags(scores.tags[:, role].tolist())) for role in range(3))
    by_source = score_links(encoder.linker, scores.vectors, cues, sources, SOURCE)
    by_content = score_links(encoder.linker, scores.vectors, cues, contents, CONTENT)
    taken: dict[int, list[tuple[Pair, float]]] = {number: [] for number in range(len(cues))}
    for number, content in enumerate(contents):
        best = int(by_content[:, number].argmax()) if cues else 0
        if cues and by_content[best, number] > CONTENT_LINK:
            taken[best].append((content, float(by_content[best, number])))
    linked = []
    for number, cue in enumerate(cues):
        if taken[number]:
            said = tuple(sources[s] for s in np.flatnonzero(by_source[number] > SOURCE_LINK))
            sure = min([_rate_span(scores.tags[:, 2], c) * chance for c, chance in taken[number]])
            linked.append(_shift(window, Linked(tuple(c for c, _ in taken[number]), said, cue, sure)))
    return linked


def _rate_span(scores: Floats, span: Pair) -> float:
    """The chance of a span's tags, as the geometric mean over its words."""
    marks = [scores[span[0], 1], *scores[span[0] + 1 : span[1], 2]]
    return float(np.exp(np.mean(marks)))


def _shift(window: Window, linked: Linked) -> Linked:
    """The same in numbers of the article's tokens."""
    content, source, (cue,) = (
        tuple((first + window.first, last + window.first) for first, last in spans)
        for spans in (linked.content, linked.source, (linked.cue,))
    )
    return Linked(content, source, cue, round(linked.confidence, 3))
