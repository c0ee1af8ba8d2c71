"""How the article stands to what it passes on: `falsely claimed` keeps away from it, `rightly noted` stands by it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import cast

from coranto.extract.speech.cues import CueHit
from coranto.extract.speech.lowered import compile_lowered
from coranto.model.attribution import Stance
from coranto.model.sentence import Sentence
from coranto.model.span import Range
from coranto.resources import read_tsv

STANCES = "attributions/stances.tsv"
REACH = 4
"""Tokens before a cue among which its adverb stands (`has falsely and often claimed`)."""
SO = re.compile(r"(?:^|[,;:—–(-]\s*|\b(?:or|at\s+least)\s+)so\s+(?:[\w.'’-]+\s+){1,5}$", re.IGNORECASE)
"""What stands before the cue of `or so the ministry claims`."""
CREDITS = frozenset({"responsibility", "credit", "victory", "title", "asylum", "ownership"})
"""What is claimed without any assertion: `claimed responsibility`."""


@cache
def load_stances() -> tuple[dict[str, Stance], tuple[tuple[re.Pattern[str], Stance], ...]]:
    """The adverbs, and the patterns over what follows the cue in its sentence."""
    rows = read_tsv(STANCES)
    adverbs = {row["pattern"]: cast("Stance", row["stance"]) for row in rows if row["place"] == "adverb"}
    after = [(compile_lowered(row["pattern"]), row) for row in rows if row["place"] == "after"]
    return adverbs, tuple((pattern, cast("Stance", row["stance"])) for pattern, row in after)


def read_stance(hit: CueHit) -> Stance:
    """The stance that the words about the cue show, else the cue's own; a negated `confirm` endorses nothing."""
    sentence, adverbs = hit.sentence, load_stances()[0]
    first, last = hit.tokens[0], hit.tokens[-1]
    near = [t for t in sentence.tokens[max(0, first - REACH) : last + 2] if t.lower in adverbs]
    for token in near:
        if token.i in hit.tokens or token.head in (hit.head, token.i) or token.i == first - 1:
            return adverbs[token.lower]
    rest = _read_rest(sentence, last + 1)
    for pattern, stance in load_stances()[1]:
        if pattern.search(rest):
            return stance
    if _says_so(hit):
        return "distancing"
    if hit.cue.lemma == "claim" and any(k.lemma in CREDITS for k in sentence.children_of(hit.head, "dobj")):
        return "neutral"
    return "neutral" if hit.negated else hit.cue.stance


def _read_rest(sentence: Sentence, first: int) -> str:
    return " ".join([t.lower for t in sentence.tokens[first:]])


def _says_so(hit: CueHit) -> bool:
    """`..., or so the ministry claims.`: the cue ends its clause, and `so` begins it."""
    sentence = hit.sentence
    follower = sentence.tokens[hit.tokens[-1] + 1 :][:1]
    ends = not follower or not follower[0].text[0].isalnum()
    return ends and SO.search(" ".join(t.text for t in sentence.tokens[: hit.tokens[0]]) + " ") is not None


def find_so(sentence: Sentence) -> Iterator[tuple[tuple[int, ...], Range]]:
    """`The harbour is safe, or so it has emerged`: the cue's tokens and what stands before them."""
    tokens = sentence.tokens
    for token in tokens[1:-2]:
        if token.lower != "so" or tokens[token.i - 1].lower != "or" or tokens[token.i + 1].lower != "it":
            continue
        verb = next((t for t in tokens[token.i + 2 : token.i + 5] if t.lemma in ("emerge", "seem", "appear")), None)
        if verb is not None and token.i > 1:
            yield tuple(range(token.i, verb.i + 1)), Range(0, token.i - 1)
