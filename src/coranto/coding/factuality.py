"""Whether an event is said to have happened: polarity, certainty, tense (PLOVER's auxiliary modes).

PLOVER's `negation` is polarity negative, `future` is tense future, `hypothetical` is certainty possible. The type is
kept as it is: a planned meeting is a CONSULT of tense future.
The scale of certainty follows FactBank (Saurí & Pustejovsky 2009): certain, probable, possible.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from coranto.model.event import Certainty, Polarity, Tense
from coranto.model.sentence import Sentence, Token
from coranto.resources import read_yaml


@dataclass(frozen=True, slots=True)
class Factuality:
    """What the words commit their speaker to."""

    polarity: Polarity
    certainty: Certainty
    tense: Tense


@dataclass(frozen=True, slots=True)
class Cues:
    """Word lists of resources/factuality/cues.yaml."""

    negators: frozenset[str]
    possible: frozenset[str]
    probable: frozenset[str]
    future: frozenset[str]
    future_modifiers: frozenset[str]
    planned_nouns: frozenset[str]
    forward_marks: frozenset[str]
    reporting: frozenset[str]
    possible_modifiers: frozenset[str]
    probable_modifiers: frozenset[str]
    conditions: frozenset[str]
    effects: dict[str, dict[str, str]]


CLOSE = frozenset({"in", "under", "into", "to", "for", "at", "with", "on", "by"})
DEPTH = 5
"""Most verbs above that are asked for a tense."""


@cache
def load_cues() -> Cues:
    """The cue words, read once."""
    data = read_yaml("factuality/cues.yaml")
    lists = {name: frozenset(words) for name, words in data.items() if name not in {"source", "effects"}}
    return Cues(**lists, effects=data["effects"])


def judge_event(sentence: Sentence, head: int, effects: Sequence[str] = ()) -> Factuality:
    """Judge the event of the token `head`; `effects` are those of the control verbs over it."""
    cues = load_cues()
    token = sentence.tokens[head]
    verb = _find_verb(sentence, token)
    polarity: Polarity = "negative" if _is_negated(sentence, token, verb, cues) else "positive"
    certainty = _judge_certainty(sentence, token, verb, cues)
    tense = _judge_tense(sentence, token, verb, cues)
    for effect in effects:
        change = cues.effects.get(effect, {})
        if change.get("polarity") == "negative":
            polarity = "negative" if polarity == "positive" else "positive"
        if "certainty" in change and certainty == "certain":
            certainty = change["certainty"]  # type: ignore[assignment]
        if change.get("tense") == "future":
            tense = "future"
    return Factuality(polarity, certainty, tense)


def _find_verb(sentence: Sentence, token: Token) -> Token:
    """The verb whose auxiliaries tell about the token: itself, or the one that governs the noun."""
    if token.pos in {"VERB", "AUX"}:
        return token
    return next((t for t in sentence.ancestors_of(token.i) if t.pos in {"VERB", "AUX"}), token)


def _list_words(tokens: Iterable[Token]) -> set[str]:
    """The words in lower case, with straight apostrophes."""
    return {t.lower.replace("’", "'") for t in tokens}


def _find_auxiliaries(sentence: Sentence, verb: Token) -> list[Token]:
    """Auxiliaries of the verb, or, where it has none of its own, of the verb that it is coordinated with."""
    own = list(sentence.children_of(verb.i, "aux", "auxpass"))
    shared = verb.dep == "conj" and not any(sentence.children_of(verb.i, "nsubj", "nsubjpass"))
    if shared and not any(t.tag in {"MD", "TO", "VBD", "VBZ", "VBP"} for t in own):
        head = sentence.tokens[verb.head]
        if head.pos in {"VERB", "AUX"}:
            own += [t for t in sentence.children_of(head.i, "aux", "auxpass") if t.i < verb.i]
    return own


def _is_negated(sentence: Sentence, token: Token, verb: Token, cues: Cues) -> bool:
    if any(t.dep == "neg" or t.lower in cues.negators for t in sentence.children_of(token.i)):
        return True
    if token.i != verb.i:
        close = token.dep in {"dobj", "nsubjpass", "nsubj", "attr", "pobj"} and (
            token.head == verb.i or sentence.tokens[token.head].head == verb.i
        )
        return close and any(t.dep == "neg" or t.lower in cues.negators for t in sentence.children_of(verb.i))
    for child in sentence.children_of(verb.i, "nsubj", "nsubjpass", "dobj"):
        if child.lower in cues.negators or any(t.lower == "no" for t in sentence.children_of(child.i, "det")):
            return True
    if verb.dep == "pcomp" and sentence.tokens[verb.head].lower == "without":
        return True
    if verb.dep == "xcomp":
        governor = sentence.tokens[verb.head]
        return any(t.dep == "neg" for t in sentence.children_of(governor.i))
    return verb.dep == "conj" and any(
        t.lower in {"nor", "neither"} for t in sentence.children_of(verb.head, "cc", "preconj")
    )


def _judge_certainty(sentence: Sentence, token: Token, verb: Token, cues: Cues) -> Certainty:
    if token.i != verb.i and not _is_argument(sentence, token, verb):
        return _judge_words(sentence, token, cues)
    words = _list_words(_find_auxiliaries(sentence, verb))
    if "would" in words and _is_reported(sentence, verb, cues):
        words.discard("would")  # the future seen from the past: `said that it would veto`
    words |= {t.lower for t in sentence.children_of(verb.i, "advmod")}
    if words & cues.possible or _is_conditional(sentence, verb, cues):
        return "possible"
    if words & cues.probable:
        return "probable"
    return _judge_words(sentence, token, cues)


def _is_argument(sentence: Sentence, noun: Token, verb: Token) -> bool:
    """Whether the verb tells about the noun's event: it is its subject or object, or hangs on it by one of CLOSE."""
    top = noun
    while top.dep == "conj" and sentence.tokens[top.head].pos in {"NOUN", "PROPN"}:
        top = sentence.tokens[top.head]
    head = sentence.tokens[top.head]
    if top.dep == "pobj" and head.lower in CLOSE:
        head = sentence.tokens[head.head]
    return head.i == verb.i


def _judge_words(sentence: Sentence, token: Token, cues: Cues) -> Certainty:
    """What the adjectives and governors of the event say: `an alleged attack`, `a possible strike`."""
    own = (
        {t.lower for t in sentence.children_of(token.i, "amod", "advmod")}
        if token.pos not in {"VERB", "AUX"}
        else set()
    )
    if own & cues.possible_modifiers:
        return "possible"
    if own & cues.probable_modifiers:
        return "probable"
    for governor in list(sentence.ancestors_of(token.i))[:2]:
        if governor.lemma in cues.possible_modifiers:
            return "possible"
        if governor.lemma in cues.probable_modifiers:
            return "probable"
    return "certain"


def _is_conditional(sentence: Sentence, verb: Token, cues: Cues) -> bool:
    """In an if-clause, or the main clause of one with `would`."""
    clauses = [verb, *[t for t in sentence.ancestors_of(verb.i) if t.pos in {"VERB", "AUX"}][:2]]
    for clause in clauses:
        if any(t.lower in cues.conditions for t in sentence.children_of(clause.i, "mark", "advmod")):
            return True
    would = bool(_list_words(_find_auxiliaries(sentence, verb)) & {"would", "could"})
    return would and any(
        t.lower in cues.conditions
        for clause in sentence.children_of(verb.i, "advcl")
        for t in sentence.children_of(clause.i, "mark")
    )


def _judge_tense(sentence: Sentence, token: Token, verb: Token, cues: Cues) -> Tense:
    if token.i != verb.i or token.pos not in {"VERB", "AUX"}:
        modifiers = {t.lower for t in sentence.children_of(token.i, "amod", "compound", "advmod")}
        if modifiers & cues.future_modifiers:
            return "future"
        if _is_ahead(sentence, token, cues):
            return "future"
        if token.pos not in {"VERB", "AUX"} and not _is_argument(sentence, token, verb):
            return "past"
    return _judge_verb_tense(sentence, verb, cues, 0)


def _is_ahead(sentence: Sentence, noun: Token, cues: Cues) -> bool:
    """Whether the words before the noun put it ahead: `ahead of the talks`, `the possibility of talks`."""
    preposition = sentence.tokens[noun.head]
    if noun.dep != "pobj" or preposition.lower != "of":
        return False
    return sentence.tokens[preposition.head].lower in cues.planned_nouns | {"ahead"}


def _judge_verb_tense(sentence: Sentence, verb: Token, cues: Cues, depth: int) -> Tense:
    auxiliaries = _find_auxiliaries(sentence, verb)
    words = _list_words(auxiliaries)
    perfect = "'ve" in words or any(t.lemma == "have" for t in auxiliaries)
    if words & cues.future and not (perfect and words & {"would", "should", "could"}):
        return "future"
    if verb.tag == "VBG" and perfect and "been" in words and any(t.tag in {"VBZ", "VBP"} for t in auxiliaries):
        return "present"
    if perfect or any(t.tag == "VBD" for t in auxiliaries):
        return "past"
    if any(t.tag in {"VBZ", "VBP"} for t in auxiliaries) or words & {"may", "can", "must"}:
        return "present"
    if verb.tag == "VBD":
        return "past"
    if verb.tag in {"VBZ", "VBP"}:
        return _judge_present(sentence, verb, cues)
    if verb.tag == "VBN" and verb.dep == "acl":
        return "past"
    if verb.dep == "pcomp" and sentence.tokens[sentence.tokens[verb.head].head].lemma in cues.planned_nouns:
        return "future"
    governor = next((t for t in sentence.ancestors_of(verb.i) if t.pos in {"VERB", "AUX"}), None)
    if verb.tag == "VB" and "to" in words and (governor is None or _is_planned(sentence, verb, governor, cues)):
        return "future"
    if governor is not None and depth < DEPTH:
        return _judge_verb_tense(sentence, governor, cues, depth + 1)
    return "past" if verb.tag in {"VBN", "VBG"} else "present"


def _judge_present(sentence: Sentence, verb: Token, cues: Cues) -> Tense:
    """A headline's present is past; one after `when` or `until` under a coming event is future."""
    if sentence.heading:
        return "past"
    marks = _list_words(sentence.children_of(verb.i, "mark", "advmod"))
    if verb.dep == "advcl" and marks & cues.forward_marks:
        main = sentence.tokens[verb.head]
        if _list_words(_find_auxiliaries(sentence, main)) & (cues.future | {"to"}):
            return "future"
    return "present"


def _is_planned(sentence: Sentence, verb: Token, governor: Token, cues: Cues) -> bool:
    """Whether the infinitive lies ahead (`a plan to meet`, `is to meet`); one of purpose has its verb's tense."""
    head = sentence.tokens[verb.head]
    if verb.dep in {"acl", "relcl"} and head.lemma in cues.planned_nouns:
        return True
    if governor.lemma == "be" and verb.dep == "xcomp":
        return True
    return sentence.heading and governor.dep != "ROOT"


def _is_reported(sentence: Sentence, verb: Token, cues: Cues) -> bool:
    """Whether the clause is what a verb of the past says."""
    governor = next((t for t in sentence.ancestors_of(verb.i) if t.pos == "VERB"), None)
    return (
        verb.dep in {"ccomp", "conj"}
        and governor is not None
        and governor.tag == "VBD"
        and governor.lemma in cues.reporting
    )
