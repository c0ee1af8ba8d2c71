"""Words that lead to a quotation without a verb of speech: `released the following statement:`, `From the Courier:`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coranto.extract.speech.candidates import Candidate, spans_of
from coranto.extract.speech.sources import find_subject, make_phrase
from coranto.model.sentence import Sentence

BEARERS = frozenset({"from", "via", "per"})
WRITTEN = frozenset(
    "statement message post tweet letter note remark comment reply response answer email e-mail text memo quote".split()
)
MARKS = frozenset({'"', "“", "„", "``", "''", "‘", "«"})
SMALL = frozenset({"DET", "PUNCT", "PART"})
NEAR = 4
"""Tokens between a verb of no matter what meaning and the colon (`put it this way:`)."""
CONFIDENCE = 0.6


def find_introductions(sentence: Sentence, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """A candidate for the colon that ends a sentence, where no cue of the sentence takes quotations already."""
    colon = _find_colon(sentence)
    if colon is None or any(c.quotes for c in found):
        return
    tokens = sentence.tokens
    if tokens[0].lower in BEARERS:
        bearer = next((t for t in sentence.children_of(0, "pobj") if t.i < colon), None)
        if bearer is not None and all(t.i <= bearer.i or t.pos in SMALL for t in tokens[:colon]):
            yield _make(sentence, (0,), (bearer.i, colon))
        return
    verbs = [t for t in tokens[:colon] if t.pos == "VERB" and t.dep not in ("relcl", "acl", "amod")]
    verb = min(verbs, key=lambda t: (sum(1 for _ in sentence.ancestors_of(t.i)), t.i), default=None)
    subject = find_subject(sentence, verb.i) if verb else None
    if verb is None or subject is None or subject > verb.i:
        return
    written = next((t.i for t in tokens[verb.i : verb.i + 7] if t.lemma in WRITTEN and t.i < colon), None)
    if written is not None:
        yield _make(sentence, (verb.i, written), (subject, colon))
    elif colon - verb.i <= NEAR:
        yield _make(sentence, (verb.i,), (subject, colon))


def _find_colon(sentence: Sentence) -> int | None:
    """The colon that ends the sentence or stands before a quotation mark."""
    tokens = sentence.tokens
    for token in tokens[2:]:
        if token.text == ":" and (token.i + 1 == len(tokens) or tokens[token.i + 1].text in MARKS):
            return token.i
    return None


def _make(sentence: Sentence, cue: tuple[int, ...], ends: tuple[int, int]) -> Candidate:
    speaker, colon = ends
    return Candidate(
        sentence=sentence.number,
        cue=spans_of(sentence, cue),
        source=(make_phrase(sentence, speaker, (*cue, colon)),),
        content=(),
        act="state",
        rule="introduction",
        confidence=CONFIDENCE,
        quotes=True,
    )
