"""Explicit silence: who was asked and did not answer, declined to comment, gave no details."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import cast

from coranto.extract.candidates import Candidate
from coranto.extract.sources import find_subject, make_phrase
from coranto.model.attribution import Act
from coranto.model.sentence import Sentence
from coranto.resources import read_tsv

SILENCE = "attributions/silence.tsv"
UNKNOWN = "not_known"
"""The pattern whose `it` stands for nobody."""


@cache
def load_silence() -> tuple[tuple[re.Pattern[str], Act, str], ...]:
    """The patterns in their order, with act and name."""
    return tuple(
        (re.compile(row["pattern"], re.IGNORECASE), cast("Act", row["act"]), row["name"]) for row in read_tsv(SILENCE)
    )


@cache
def load_gate() -> re.Pattern[str]:
    """Any of the patterns: most sentences are done with at once."""
    return re.compile("|".join(f"(?:{pattern.pattern})" for pattern, _, _ in load_silence()), re.IGNORECASE)


def find_silence(sentence: Sentence) -> Iterator[Candidate]:
    """Every silence that the sentence tells of; the source is the subject of the pattern's first verb."""
    if not load_gate().search(sentence.text):
        return
    done: list[tuple[int, int]] = []
    for pattern, act, name in load_silence():
        for match in pattern.finditer(sentence.text):
            first, last = match.span()
            if any(a < last and first < b for a, b in done):
                continue
            done.append((first, last))
            inside = [t for t in sentence.tokens if first <= t.offset < last]
            verbs = [t for t in inside if t.pos in ("VERB", "AUX")]
            subject = None
            for verb in verbs:
                passive = next(sentence.children_of(verb.i, "nsubjpass"), None)
                subject = passive.i if passive else find_subject(sentence, verb.i)
                if subject is not None:
                    break
            outside = tuple(t.i for t in inside)
            unsaid = name == UNKNOWN  # `it was not immediately known`: nobody is named
            source = (
                () if subject is None or unsaid or subject in outside else (make_phrase(sentence, subject, outside),)
            )
            yield Candidate(
                sentence.number, (sentence.span_at(first, last),), source, (), act, f"silence_{name}", 0.85, silent=True
            )
