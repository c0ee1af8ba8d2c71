"""An attribution as one sentence shows it, before quotations, carried speakers and chains are seen."""

from __future__ import annotations

from dataclasses import dataclass

from coranto.model.attribution import Act, Stance
from coranto.model.drafts import Phrase
from coranto.model.sentence import Sentence
from coranto.model.span import Span


@dataclass(frozen=True, slots=True)
class Candidate:
    """A cue with what could be found for it; `quotes` tells that it may introduce a quotation.

    `unread` is the lemma of a cue whose act is still to be told from its content, which quotations may yet give it.
    """

    sentence: int
    cue: tuple[Span, ...]
    source: tuple[Phrase, ...]
    content: tuple[Span, ...]
    act: Act
    rule: str
    confidence: float
    stance: Stance = "neutral"
    addressee: Phrase | None = None
    relay: tuple[Phrase, ...] = ()
    quotes: bool = False
    silent: bool = False
    about: tuple[Span, ...] = ()
    verbatim: bool = False
    unread: str = ""


def spans_of(sentence: Sentence, tokens: tuple[int, ...]) -> tuple[Span, ...]:
    """The tokens as spans, neighbours joined."""
    runs: list[list[int]] = []
    for i in tokens:
        if runs and runs[-1][-1] == i - 1:
            runs[-1].append(i)
        else:
            runs.append([i])
    return tuple(Span.of(sentence.found, sentence.tokens[run[0]].start, sentence.tokens[run[-1]].end) for run in runs)
