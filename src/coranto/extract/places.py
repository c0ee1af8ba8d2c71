"""Names that stand as places: where something is, happens or goes, not who acts there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from coranto.model.sentence import Sentence, Token
from coranto.model.span import Range, Span
from coranto.resources import read_tsv, read_yaml

PLACE_LABELS = {"GPE", "LOC", "FAC"}
DATELINE = re.compile(
    r"(?P<name>(?:[A-Z][A-Z.'’-]+)(?:[ ,]+[A-Z][\w.'’-]+){0,4})(?:,\s+[A-Z][a-z]+\.?\s+\d{1,2})?\s*"
    r"(?:\([^)]{2,40}\)\s*[^\w\s(]{1,2}|[—–-]{1,2})(?:\s|$)"
)


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A name used as a place; `cue` is the word or the construction that tells so, `label` the parser's."""

    span: Span
    name: str
    sentence: int
    head: int
    cue: str
    label: str = "GPE"


@dataclass(frozen=True, slots=True)
class Cues:
    """The word lists of places.yaml."""

    locative: frozenset[str]
    relational: frozenset[str]
    agentive_nouns: frozenset[str]
    place_nouns: frozenset[str]
    event_nouns: frozenset[str]
    still_verbs: frozenset[str]
    relation_verbs: frozenset[str]
    general: frozenset[str]


@cache
def load_cues() -> Cues:
    """The word lists of places.yaml."""
    found: dict[str, Any] = read_yaml("gazetteer/places.yaml")
    return Cues(**{key: frozenset(map(str, value)) for key, value in found.items() if key != "source"})


def find_places(sentences: Sequence[Sentence]) -> tuple[PlaceName, ...]:
    """Every name that stands as a place, in order; a state or city that acts (`Washington said`) is none."""
    found: list[PlaceName] = []
    for sentence in sentences:
        dateline = _find_dateline(sentence)
        if dateline is not None:
            found.append(dateline)
        before: Range | None = None
        for name in _find_names(sentence):
            if dateline is not None and sentence.tokens[name.first].start < dateline.span.end:
                continue
            cue = None if _is_general(sentence, name) else _find_cue(sentence, name, before)
            if cue:
                found.append(_make(sentence, name, cue))
                before = name
    return tuple(found)


def _is_general(sentence: Sentence, name: Range) -> bool:
    """Whether the name is made of general words alone (`the West`, `the Island`)."""
    cues = load_cues()
    return all(t.lower in cues.general or t.lower in cues.place_nouns for t in sentence.tokens[name.first : name.last])


def _make(sentence: Sentence, name: Range, cue: str) -> PlaceName:
    head = _find_head(sentence, name)
    label = next((t.label for t in sentence.tokens[name.first : name.last] if t.label), "")
    return PlaceName(sentence.span(name), sentence.words(name), sentence.number, head, cue, label)


def _find_names(sentence: Sentence) -> Iterator[Range]:
    """Stretches labelled as places, and unlabelled or mislabelled proper names under a locative preposition."""
    tokens, i = sentence.tokens, 0
    while i < len(tokens):
        token, last = tokens[i], i + 1
        if token.label in PLACE_LABELS:
            while last < len(tokens) and tokens[last].label == token.label and not tokens[last].label_start:
                last += 1
            first = i + (token.pos == "DET" and last > i + 1)
            while last > first + 1 and tokens[last - 1].tag == "POS":
                last -= 1
            if any(t.pos in {"PROPN", "NOUN", "ADJ"} for t in tokens[first:last]) and tokens[first].text[0].isupper():
                yield Range(first, last)
        elif token.pos == "PROPN" and token.label in {"", "PERSON", "ORG", "NORP"} and _is_bare_name(sentence, i):
            while last < len(tokens) and tokens[last].pos == "PROPN" and tokens[last].label == token.label:
                last += 1
            yield Range(i, last)
        i = last


def _is_bare_name(sentence: Sentence, i: int) -> bool:
    """Whether the preposition right before a name says that it is a place (`near Kelleyland`)."""
    if i == 0 or not sentence.tokens[i].text[0].isupper():
        return False
    before = sentence.tokens[i - 1]
    if before.lower == "of":
        governor, cues = sentence.tokens[before.head].lemma, load_cues()
        return governor in cues.place_nouns or governor in cues.event_nouns
    return before.tag == "IN" and before.lower in {"in", "near", "outside", "across", "throughout", "inside"}


def _find_head(sentence: Sentence, name: Range) -> int:
    """The token of the name whose head lies outside it."""
    for i in range(name.last - 1, name.first - 1, -1):
        if not name.holds(sentence.tokens[i].head) or sentence.tokens[i].head == i:
            return i
    return name.last - 1


def _find_dateline(sentence: Sentence) -> PlaceName | None:
    """`HAVANA (Reuters) -` at the start of a paragraph."""
    match = DATELINE.match(sentence.text)
    if match is None:
        return None
    words = match["name"].split(",")[0].rstrip(" .")
    if sentence.block.text[: sentence.first].strip() and not words.isupper():
        return None
    if sum(c.isupper() for c in words) < 3 or ("(" not in match.group() and not words.isupper()):
        return None
    span = sentence.span_at(0, len(words))
    head = next((t.i for t in reversed(sentence.tokens) if t.offset < len(words)), 0)
    return PlaceName(span, words, sentence.number, head, "dateline")


def _find_cue(sentence: Sentence, name: Range, before: Range | None) -> str | None:
    """What makes the name a place; None where it acts, is spoken to, or only qualifies something else."""
    tokens, cues = sentence.tokens, load_cues()
    head = tokens[_find_head(sentence, name)]
    label = tokens[name.first].label
    if before is not None and name.first - before.last == 1 and tokens[before.last].text == ",":
        return "containment"
    governor = tokens[head.head]
    while head.dep in {"conj", "appos"} and governor.pos in {"PROPN", "NOUN"}:
        if head.dep == "appos" and governor.lemma in cues.place_nouns:
            return "apposition"
        head, governor = governor, tokens[governor.head]
    if head.dep in {"pobj", "pcomp"} or governor.tag == "IN":
        return _judge_preposition(sentence, governor, label, sentence.words(name))
    if head.dep in {"poss", "compound", "nmod", "amod"}:
        return _judge_modifier(governor, head, label, _is_state(sentence.words(name)))
    if head.dep in {"npadvmod", "advmod", "ROOT", "appos", "dep", "nmod", "attr", "oprd"}:
        return head.dep.lower()
    if head.dep in {"nsubj", "nsubjpass", "dobj"}:
        still = governor.lemma in cues.still_verbs or (
            label in {"LOC", "FAC"} and governor.lemma not in cues.relation_verbs
        )
        if head.dep == "dobj":
            return "object" if governor.lemma not in cues.relation_verbs else None
        return "subject" if still or head.dep == "nsubjpass" else None
    return "loose" if label in {"LOC", "FAC"} else None


@cache
def load_states() -> frozenset[str]:
    """Countries and capitals: the names that stand for a government."""
    names = {name for row in read_tsv("gazetteer/countries.tsv") for name in row["names"].split("|")}
    return frozenset(
        names | {name for row in read_tsv("actors/states.tsv") for name in row["capitals"].split("|") if name}
    )


def _is_state(name: str) -> bool:
    return name.removeprefix("the ").removeprefix("The ") in load_states()


def _judge_preposition(sentence: Sentence, preposition: Token, label: str, name: str) -> str | None:
    cues, word = load_cues(), preposition.lower
    governor = sentence.tokens[preposition.head]
    if word in cues.locative:
        to = word in {"to", "from", "toward", "towards"}
        related = governor.lemma in cues.agentive_nouns or governor.lemma in cues.relation_verbs
        return None if to and related and label == "GPE" and _is_state(name) else word
    if word == "of":
        resident = governor.label == "PERSON" or (governor.pos == "PROPN" and governor.label != "ORG")
        place = governor.lemma in cues.place_nouns or governor.lemma in cues.event_nouns or label in {"LOC", "FAC"}
        return "of" if place or (resident and not _is_state(name)) else None
    if word in cues.relational:
        happens = word == "on" and governor.lemma in cues.event_nouns
        between = word == "between" and not _is_state(name)
        return word if label in {"LOC", "FAC"} or happens or between else None
    return word


def _judge_modifier(governor: Token, head: Token, label: str, state: bool) -> str | None:
    cues = load_cues()
    if governor.lemma in cues.place_nouns or governor.label in {"FAC", "LOC"}:
        return "of"
    if label == "GPE" and not state and head.dep != "poss":
        return "compound"
    if governor.lemma in cues.event_nouns and head.dep != "poss":
        return "compound"
    return "compound" if label in {"LOC", "FAC"} and head.dep != "poss" else None
