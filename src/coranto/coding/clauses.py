"""The verb whose auxiliaries tell about an event, the words around it, and the cues that they are compared with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from coranto.extract.frames.predicates import Predicate
from coranto.model.sentence import Sentence, Token
from coranto.resources import read_yaml

VERBAL = frozenset({"VERB", "AUX"})
NOMINAL = frozenset({"NOUN", "PROPN"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
JUDGEMENTS = "judgements/"
"""How the rules begin that read an act from what is said without a verb for it."""
SPEAKING = frozenset({"will", "would", "'ll", "wo", "shall", "should", "must"})
Aspect = Literal["polarity", "certainty", "tense"]


class Ruling(NamedTuple):
    """One step of a judgement: what it makes of the aspect, by which rule, and the token that it went by."""

    aspect: Aspect
    value: str
    rule: str
    word: int | None = None


@dataclass(frozen=True, slots=True)
class Cues:
    """Word lists of resources/factuality/cues.yaml."""

    negators: frozenset[str]
    focus: frozenset[str]
    raising: frozenset[str]
    denying: frozenset[str]
    averting: frozenset[str]
    forestalling: frozenset[str]
    absence: frozenset[str]
    proof: frozenset[str]
    occurring: frozenset[str]
    modals: dict[str, str]
    possible_adverbs: frozenset[str]
    probable_adverbs: frozenset[str]
    possible_modifiers: frozenset[str]
    probable_modifiers: frozenset[str]
    possible_governors: frozenset[str]
    probable_governors: frozenset[str]
    hearsay: frozenset[str]
    conditions: frozenset[str]
    reporting: frozenset[str]
    future_auxiliaries: frozenset[str]
    future_modifiers: frozenset[str]
    present_modifiers: frozenset[str]
    past_modifiers: frozenset[str]
    planned_nouns: frozenset[str]
    planning_verbs: frozenset[str]
    planned_adjectives: frozenset[str]
    ahead: frozenset[str]
    afterwards: frozenset[str]
    agenda: frozenset[str]
    forward_marks: frozenset[str]
    blaming: frozenset[str]
    effects: dict[str, dict[str, str]]


@cache
def load_cues() -> Cues:
    """The cue words, read once."""
    data = read_yaml("factuality/cues.yaml")
    lists = {name: frozenset(words) for name, words in data.items() if isinstance(words, list)}
    return Cues(**lists, modals=data["modals"], effects=data["effects"])


def list_words(tokens: Iterable[Token]) -> set[str]:
    """The words in lower case, with straight apostrophes."""
    return {t.lower.replace("’", "'") for t in tokens}


def find_word(tokens: Iterable[Token], words: Iterable[str]) -> Token | None:
    """The first of the tokens that is one of the words, by its form or its lemma."""
    return next((t for t in tokens if t.lower.replace("’", "'") in words or t.lemma in words), None)


def find_verb(sentence: Sentence, predicate: Predicate) -> Token | None:
    """The verb that tells about the event: its own, the light one that carries its noun, or the one above the noun."""
    token = sentence.tokens[predicate.head]
    if token.pos in VERBAL:
        return token
    if predicate.light is not None:
        return sentence.tokens[predicate.light]
    return next((t for t in sentence.ancestors_of(token.i) if t.pos in VERBAL), None)


def find_top(sentence: Sentence, token: Token) -> Token:
    """The first of the coordinated nouns that the token is one of."""
    while token.dep in {"conj", "appos"} and sentence.tokens[token.head].pos in NOMINAL:
        token = sentence.tokens[token.head]
    return token


def find_auxiliaries(sentence: Sentence, verb: Token) -> list[Token]:
    """Auxiliaries of the verb, or, where it is not finite, of the verb that it is coordinated with."""
    own = list(sentence.children_of(verb.i, "aux", "auxpass"))
    shared = verb.dep == "conj" and not any(sentence.children_of(verb.i, "nsubj", "nsubjpass"))
    if shared and verb.tag not in FINITE and not any(t.tag in {*FINITE, "TO"} for t in own):
        head = sentence.tokens[verb.head]
        if head.pos in VERBAL:
            own += [t for t in sentence.children_of(head.i, "aux", "auxpass") if t.i < verb.i]
    return own


def list_governors(sentence: Sentence, token: Token, most: int) -> Iterator[Token]:
    """The words above a token, prepositions and auxiliaries left out, at most so many."""
    for ancestor in sentence.ancestors_of(token.i):
        if ancestor.pos in {"ADP", "SCONJ", "PART"}:
            continue
        yield ancestor
        most -= 1
        if not most:
            return


def is_report(sentence: Sentence, verb: Token, cues: Cues) -> bool:
    """Whether the clause is what a verb of the past says, so that its `would` is a plain future."""
    governor = next((t for t in sentence.ancestors_of(verb.i) if t.pos == "VERB"), None)
    return (
        verb.dep in {"ccomp", "conj"}
        and governor is not None
        and governor.tag in {"VBD", "VBN"}
        and governor.lemma in cues.reporting
    )


def is_infinitive(sentence: Sentence, verb: Token) -> bool:
    """Whether the verb stands with `to`."""
    return verb.tag in {"VB", "VBN", "VBG"} and any(
        t.tag == "TO" for t in sentence.children_of(verb.i, "aux", "auxpass")
    )


def find_promise(sentence: Sentence, predicate: Predicate, verb: Token) -> Token | None:
    """The modal with which something is threatened, refused or laid upon somebody: the act is done by saying so.

    `They would not agree`, `Peru will pay for it`, `Chile must leave`: no more lies ahead than what is spoken of.
    """
    entry = predicate.entry
    refused = entry.type == "REJECT" and any(sentence.children_of(verb.i, "neg"))
    if not (refused or entry.type == "THREATEN" or entry.rule.startswith(JUDGEMENTS)):
        return None
    return next((t for t in find_auxiliaries(sentence, verb) if t.lower.replace("’", "'") in SPEAKING), None)


def find_averted(sentence: Sentence, token: Token, cues: Cues) -> Token | None:
    """The infinitive that is to keep the event from happening: `took steps to avoid being banned`.

    Whether that came about is not said, so that what is to be averted is possible, and lies ahead.
    """
    top = find_top(sentence, token)
    for governor in list_governors(sentence, top, 2):
        if governor.pos in VERBAL:
            return governor if governor.lemma in cues.forestalling and is_infinitive(sentence, governor) else None
    return None
