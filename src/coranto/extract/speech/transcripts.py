"""Transcripts: paragraphs that begin with the one who speaks (`REID: We will build the road.`)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from coranto.extract.speech.candidates import Candidate, spans_of
from coranto.extract.speech.headlines import NOT_SPEAKERS
from coranto.model.drafts import Phrase, TokenRef
from coranto.model.sentence import Sentence
from coranto.model.span import Range, Span

CAPITALS = re.compile(r"^(?:Q|A|Q\.|A\.|(?:[A-Z][A-Z.'’\-]+|[A-Z]\.)(?:\s[A-Z][A-Z.'’\-]*){0,3}(?:\s\([^)]{1,40}\))?)$")
TITLED = re.compile(r"^(?:[A-Z][\w.'’\-]+)(?:\s[A-Z][\w.'’\-]*){0,3}$")
FEWEST_CAPITALS, FEWEST_TITLED = 2, 3
"""Turns that make a transcript: labels in capitals, and labels written as names are."""
LONGEST_LABEL = 8
"""Tokens of the longest label."""


def find_turns(sentences: Sequence[Sentence]) -> list[Candidate]:
    """A candidate for every paragraph that is a turn of a transcript, in order; () where the text is none."""
    turns = []
    for _, members in groupby(sentences, key=lambda s: s.paragraph):
        paragraph = list(members)
        label = _read_label(paragraph[0])
        if label is not None:
            turns.append((paragraph, *label))
    capitals = [turn for turn in turns if CAPITALS.match(turn[2])]
    counts = Counter(turn[2] for turn in turns)
    if len(turns) >= FEWEST_TITLED and max(counts.values()) > 1:
        chosen = turns
    elif len(capitals) >= FEWEST_CAPITALS:
        chosen = capitals
    else:
        return []
    made = (_make_turn(paragraph, colon) for paragraph, colon, _ in chosen)
    return [turn for turn in made if turn is not None]


def _read_label(sentence: Sentence) -> tuple[int, str] | None:
    """The colon's token and the words before it."""
    if sentence.heading:
        return None
    colon = next((t.i for t in sentence.tokens[:LONGEST_LABEL] if t.text == ":"), None)
    if not colon:
        return None
    words = sentence.words(Range(0, colon))
    if NOT_SPEAKERS.match(words) or not (CAPITALS.match(words) or TITLED.match(words)):
        return None
    return colon, words


def _make_turn(paragraph: Sequence[Sentence], colon: int) -> Candidate | None:
    first = paragraph[0]
    if colon + 1 < len(first.tokens):
        start = first.tokens[colon + 1].start
    elif len(paragraph) > 1:
        start = paragraph[1].start
    else:
        return None
    content = Span.of(first.found, start, paragraph[-1].end)
    name = max((t.i for t in first.tokens[:colon] if t.text[0].isalpha()), default=0)
    return Candidate(
        sentence=first.number,
        cue=spans_of(first, (colon,)),
        source=(Phrase(TokenRef(first.number, name), first.span(Range(0, colon))),),
        content=(content,),
        act="ask" if content.text.rstrip().endswith("?") else "state",
        rule="transcript",
        confidence=0.8,
        verbatim=True,
    )
