"""What leads to a quotation without a verb of speech (`released the following statement:`, `From the Courier:`), and
what is quoted without marks, as a paragraph of its own behind a colon.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from coranto.extract.speech.candidates import Candidate, spans_of
from coranto.extract.speech.sources import find_subject, make_phrase
from coranto.model.sentence import Sentence
from coranto.model.span import Span

BEARERS = frozenset({"from", "via", "per"})
WRITTEN = frozenset(
    "statement message post tweet letter note remark comment reply response answer email e-mail text memo quote".split()
)
MARKS = frozenset({'"', "“", "„", "``", "''", "‘", "«"})
SMALL = frozenset({"DET", "PUNCT", "PART"})
NEAR = 4
"""Tokens between a verb of no matter what meaning and the colon (`put it this way:`)."""
RULE = "introduction"
CONFIDENCE = 0.6
SHORTEST_BLOCK = 12
"""Tokens of the shortest paragraph that is taken for a quotation: shorter ones are items of a list."""
ENDS = frozenset({".", "!", "?", "…", "..."})


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
        rule=RULE,
        confidence=CONFIDENCE,
        quotes=True,
    )


def take_blocks(sentences: Sequence[Sentence], candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, those without content that a colon ends with the paragraph behind it (`The judges held:`)."""
    return [
        replace(c, content=(block,), verbatim=True)
        if c.quotes and not c.content and not c.silent and (block := _find_block(sentences, c)) is not None
        else c
        for c in candidates
    ]


def _find_block(sentences: Sequence[Sentence], candidate: Candidate) -> Span | None:
    """The paragraph behind the one that the candidate's sentence ends with a colon."""
    sentence = sentences[candidate.sentence]
    following = candidate.sentence + 1
    if sentence.tokens[-1].text != ":" or following >= len(sentences) or not _may_lead(sentence, candidate):
        return None
    first = last = sentences[following]
    if first.paragraph == sentence.paragraph or first.heading or sentence.heading:
        return None
    while last.number + 1 < len(sentences) and sentences[last.number + 1].paragraph == first.paragraph:
        last = sentences[last.number + 1]
    length = sum(len(s.tokens) for s in sentences[first.number : last.number + 1])
    if length < SHORTEST_BLOCK or last.tokens[-1].text not in ENDS or not first.tokens[0].text[0].isalpha():
        return None
    return Span.of(first.found, first.start, last.end)


def _may_lead(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether more than a quotation mark's promise leads there: any verb at all may have brought the candidate."""
    last = candidate.cue[-1]
    if candidate.rule != RULE or last.text.lower() in WRITTEN | BEARERS:
        return True
    return sentence.tokens[-1].start <= last.end
