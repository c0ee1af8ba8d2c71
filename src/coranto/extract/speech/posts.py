"""Posts of social media as web pages set them: the words, then `— Ann Lind (@annlind) May 9, 2018`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from coranto.extract.speech.acts import refine_act
from coranto.extract.speech.candidates import Candidate
from coranto.model.drafts import Phrase, TokenRef
from coranto.model.sentence import Sentence
from coranto.model.span import Span

SIGNED = re.compile(
    r"(?P<dash>[—–]|--?)\s*(?P<name>[^\s—–()@][^—–()@\n]{1,60}?)\s*\(@\w{2,20}\)"
    r"(?=\s*(?:$|\n|[A-Z][a-z]+\.?\s\d{1,2},\s\d{4}|\d{1,2}\s[A-Z][a-z]+\s\d{4}))"
)
"""Name, handle, and the date or the end of the paragraph."""
WORDS = re.compile(r"\w\W+\w")
RULE = "post"
CONFIDENCE = 0.85


def find_posts(sentences: Sequence[Sentence]) -> list[Candidate]:
    """A candidate for every signed post, in order: the words before its signature, there or in the paragraph above."""
    found: list[Candidate] = []
    above: list[Sentence] = []
    for _, members in groupby(sentences, key=lambda s: s.paragraph):
        paragraph = list(members)
        if any("(@" in sentence.text for sentence in paragraph):
            found.extend(_read_paragraph(paragraph, above))
        above = paragraph
    return found


def _read_paragraph(paragraph: Sequence[Sentence], above: Sequence[Sentence]) -> Iterator[Candidate]:
    text, start = paragraph[0].found, paragraph[0].start
    for match in SIGNED.finditer(text, start, paragraph[-1].end):
        content = _trim(text, start, match.start())
        if content is None and above and not above[0].heading:
            content = _trim(text, above[0].start, above[-1].end)
        start, above = match.end(), ()
        speaker = _find_token(paragraph, match.end("name"))
        if content is None or speaker is None:
            continue
        yield Candidate(
            sentence=speaker.sentence,
            cue=(Span.of(text, match.start("dash"), match.end("dash")),),
            source=(Phrase(speaker, Span.of(text, match.start("name"), match.end("name"))),),
            content=(content,),
            act=refine_act("state", "tweet", (content,), match["name"]),
            rule=RULE,
            confidence=CONFIDENCE,
            verbatim=True,
        )


def _trim(text: str, start: int, end: int) -> Span | None:
    """What is left without white space at the ends, where that is words."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span.of(text, start, end) if WORDS.search(text, start, end) else None


def _find_token(paragraph: Sequence[Sentence], end: int) -> TokenRef | None:
    """The token that ends there."""
    for sentence in paragraph:
        for token in sentence.tokens:
            if token.start < end <= token.end:
                return TokenRef(sentence.number, token.i)
    return None
