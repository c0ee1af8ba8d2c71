"""Headlines that name their speaker: `Iran: Sanctions will fail`, `Three held over theft: police`."""

from __future__ import annotations

import re

from coranto.extract.roles import find_role
from coranto.extract.speech.candidates import Candidate, spans_of
from coranto.extract.speech.contents import pieces_of
from coranto.extract.speech.outlets import load_source_nouns
from coranto.model.drafts import Phrase, TokenRef
from coranto.model.sentence import Sentence
from coranto.model.span import Range

NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
HEADLINE = re.compile(r"^(?P<source>[A-Z][^:.!?\"“”]{1,48}):\s+(?P<content>\S.*\S)$", re.DOTALL)
NOT_SPEAKERS = re.compile(
    r"^(?:breaking|update|updated|exclusive|watch|video|photos?|opinion|analysis|report|live|read|related|note"
    r"|editor'?s? note|source|image|credit|file|here|why|how|what|who|when|where|the latest|live updates|fact check"
    r"|part|chapter|step|by|re)\b",
    re.IGNORECASE,
)
TRAILERS = frozenset({":", "-", "–", "—", "--"})
LONGEST_TRAILER = 5
"""Tokens of the longest speaker behind a headline."""
SHORTEST = 3
"""Tokens of the shortest statement before one."""
BODIES = frozenset(
    "police army navy military government court ministry parliament palace watchdog union agency".split()
)


def find_headline(sentence: Sentence) -> Candidate | None:
    """`Iran: Sanctions will fail`: a name, a colon, what its bearer says."""
    match = HEADLINE.match(sentence.text)
    if match is None or NOT_SPEAKERS.match(match["source"]):
        return None
    colon = next((t for t in sentence.tokens if t.offset >= match.end("source")), None)
    if colon is None or colon.text != ":" or not 0 < colon.i <= 8 or len(sentence.tokens) - colon.i < 4:
        return None
    if any(t.pos in ("VERB", "AUX") for t in sentence.tokens[: colon.i]):
        return None
    name = sentence.tokens[colon.i - 1]
    if name.label not in NAMES and not all(t.pos == "PROPN" for t in sentence.tokens[: colon.i]):
        return None
    source = Phrase(TokenRef(sentence.number, name.i), sentence.span(Range(0, colon.i)))
    content = pieces_of(sentence, Range(colon.i + 1, len(sentence.tokens)), ())
    return Candidate(
        sentence.number, spans_of(sentence, (colon.i,)), (source,), content, "claim", "headline_colon", 0.8, quotes=True
    )


def find_trailer(sentence: Sentence) -> Candidate | None:
    """`Grain exports to double - minister`: who says so stands behind a dash or a colon."""
    tokens = sentence.tokens
    if not sentence.heading or len(tokens) <= SHORTEST + 1:
        return None
    mark = next((t.i for t in reversed(tokens[-LONGEST_TRAILER - 1 : -1]) if t.text in TRAILERS), None)
    if mark is None or mark < SHORTEST or any(t.pos in ("VERB", "AUX", "PUNCT") for t in tokens[mark + 1 :]):
        return None
    spaced = tokens[mark].text == ":" or tokens[mark].offset > tokens[mark - 1].offset + len(tokens[mark - 1].text)
    if not spaced:
        return None
    head = next((t.i for t in tokens[mark + 1 :] if not mark < t.head < len(tokens) or t.head == t.i), len(tokens) - 1)
    if not _may_speak(sentence, head):
        return None
    source = Phrase(TokenRef(sentence.number, head), sentence.span(Range(mark + 1, len(tokens))))
    content = pieces_of(sentence, Range(0, mark), ())
    return Candidate(
        sentence.number, spans_of(sentence, (mark,)), (source,), content, "claim", "headline_trailer", 0.8, quotes=True
    )


def _may_speak(sentence: Sentence, head: int) -> bool:
    token = sentence.tokens[head]
    return (
        token.label in ("PERSON", "ORG", "NORP")
        or token.lower in BODIES
        or find_role(sentence, head) is not None
        or load_source_nouns().get(token.lower) in ("unnamed", "document", "outlet")
    )
