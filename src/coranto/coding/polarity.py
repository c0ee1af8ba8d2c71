"""Whether the words say that the event happened, or that it did not."""

from __future__ import annotations

from collections.abc import Iterable

from coranto.coding.clauses import (
    NOMINAL,
    SUBJECTS,
    VERBAL,
    Cues,
    Ruling,
    find_auxiliaries,
    find_top,
    find_word,
    is_infinitive,
    list_words,
)
from coranto.extract.frames.predicates import Predicate
from coranto.model.sentence import Sentence, Token

RAISED = 3
"""Most infinitives between an event and the negated verb above: `did not want to try to attack`."""
EMPTY = frozenset({"no", "neither"})
INSTEAD = frozenset({("rather", "than"), ("instead", "of")})


def judge_polarity(sentence: Sentence, predicate: Predicate, verb: Token | None, cues: Cues) -> Ruling:
    """Positive unless a word denies the event: a negator on it, on its verb, or on a verb above that passes it on."""
    token = sentence.tokens[predicate.head]
    word = _find_negator(sentence, sentence.children_of(token.i), cues)
    if word is not None:
        return Ruling("polarity", "negative", "negated", word.i)
    found = None
    if verb is not None and verb.i == token.i:
        found = _judge_verb(sentence, verb, cues)
    else:
        found = _judge_noun(sentence, predicate, verb, cues)
    return found or Ruling("polarity", "positive", "nothing denies it")


def _find_negator(sentence: Sentence, words: Iterable[Token], cues: Cues) -> Token | None:
    """A negator among the words, but for `not only`."""
    for word in words:
        if word.dep == "neg" or word.lower.replace("’", "'") in cues.negators:
            after = sentence.tokens[word.i + 1].lower if word.i + 1 < len(sentence.tokens) else ""
            if after not in cues.focus:
                return word
        elif word.dep == "advmod" and word.lower == "longer":
            before = next((t for t in sentence.children_of(word.i) if t.lower == "no"), None)
            if before is not None:
                return before
    return None


def _find_empty(sentence: Sentence, verb: Token, cues: Cues) -> Token | None:
    """A subject or object that is nobody: `no one attacked`, `took no hostages`."""
    for child in sentence.children_of(verb.i, "nsubj", "nsubjpass", "dobj"):
        if child.lower in cues.negators:
            return child
        word = find_word(sentence.children_of(child.i, "det", "preconj"), EMPTY)
        if word is not None:
            return word
    return None


def _judge_verb(sentence: Sentence, verb: Token, cues: Cues) -> Ruling | None:
    empty = _find_empty(sentence, verb, cues)
    if empty is not None:
        return Ruling("polarity", "negative", "nobody did, or to nobody", empty.i)
    first = sentence.subtree(verb.i).first
    before = tuple(t.lower for t in sentence.tokens[max(0, first - 2) : first])
    opening = tuple(t.lower for t in sentence.tokens[first : first + 2])
    if before in INSTEAD or opening in INSTEAD or before[-1:] == ("without",):
        return Ruling("polarity", "negative", "something else instead", max(0, first - 1))
    auxiliaries = list_words(find_auxiliaries(sentence, verb))
    if "should" in auxiliaries and "have" in auxiliaries:
        return Ruling("polarity", "negative", "should have been done, and was not", verb.i)
    return _judge_governors(sentence, verb, cues) or _judge_coordinated(sentence, verb, cues)


def _judge_governors(sentence: Sentence, verb: Token, cues: Cues) -> Ruling | None:
    """What is denied above and reaches down: `did not plan to attack`, `do not believe that they attacked`."""
    below, depth = verb, 0
    while below.dep in {"xcomp", "ccomp", "acl", "advcl"} and below.head != below.i and depth < RAISED:
        governor = sentence.tokens[below.head]
        if below.dep == "ccomp" and governor.lemma not in cues.raising:
            return None
        if governor.pos in NOMINAL:
            return _judge_proof(sentence, governor, cues) if below.dep in {"acl", "ccomp"} else None
        if below.dep in {"advcl", "acl"}:
            return _judge_degree(sentence, below, governor)
        if governor.pos not in VERBAL:
            return _judge_degree(sentence, below, governor)
        word = _find_negator(sentence, sentence.children_of(governor.i), cues) or _find_empty(sentence, governor, cues)
        if word is not None and governor.lemma not in cues.averting:
            return Ruling("polarity", "negative", "denied of the verb above", word.i)
        below = governor
        depth += 1
    return None


def _judge_degree(sentence: Sentence, below: Token, governor: Token) -> Ruling | None:
    """`Too weak to attack`."""
    if not is_infinitive(sentence, below):
        return None
    near = [governor, *sentence.children_of(governor.i, "acomp", "attr", "advmod")]
    for word in near:
        too = next((t for t in sentence.children_of(word.i, "advmod") if t.lower == "too" and t.i < below.i), None)
        if too is not None:
            return Ruling("polarity", "negative", "too much for it", too.i)
    return None


def _judge_proof(sentence: Sentence, noun: Token, cues: Cues) -> Ruling | None:
    """`No evidence that they attacked`, `not enough evidence to indict him`."""
    if noun.lemma not in cues.proof:
        return None
    governor = sentence.tokens[noun.head]
    words = [*sentence.children_of(noun.i), *(sentence.children_of(governor.i) if governor.pos in VERBAL else ())]
    word = _find_negator(sentence, words, cues)
    return Ruling("polarity", "negative", "no proof of it", word.i) if word else None


def _judge_coordinated(sentence: Sentence, verb: Token, cues: Cues) -> Ruling | None:
    """`Neither met nor spoke`, `did not attack or arrest anyone`."""
    if verb.dep != "conj":
        return None
    head = sentence.tokens[verb.head]
    word = find_word(sentence.children_of(head.i, "cc", "preconj"), {"nor", "neither"})
    if word is not None:
        return Ruling("polarity", "negative", "neither nor", word.i)
    either = find_word(sentence.children_of(head.i, "cc"), {"or"})
    alone = not any(sentence.children_of(verb.i, *SUBJECTS, "aux"))
    word = _find_negator(sentence, sentence.children_of(head.i), cues) if either and alone else None
    return Ruling("polarity", "negative", "denied together with the verb before", word.i) if word else None


def _judge_noun(sentence: Sentence, predicate: Predicate, verb: Token | None, cues: Cues) -> Ruling | None:
    """A noun is denied by the verb that carries it, by one of happening, or by what stands over it."""
    token = sentence.tokens[predicate.head]
    top = find_top(sentence, token)
    head = sentence.tokens[top.head]
    if top.i != token.i:
        word = find_word(sentence.children_of(top.i, "det", "preconj"), EMPTY)
        if word is not None:
            return Ruling("polarity", "negative", "negated with the noun before", word.i)
    above = sentence.tokens[head.head] if top.dep == "pobj" else head
    if top.dep == "pobj" and head.lower == "without":
        return Ruling("polarity", "negative", "something else instead", head.i)
    if above.pos in NOMINAL:
        if above.lemma in cues.absence:
            return Ruling("polarity", "negative", "said to be absent", above.i)
        return _judge_proof(sentence, above, cues)
    if verb is None or above.i != verb.i:
        return None
    if above.lemma in cues.denying and top.dep == "dobj":
        return Ruling("polarity", "negative", "denied", above.i)
    carried = predicate.light == above.i and above.lemma not in cues.averting
    happens = above.lemma in cues.occurring and not any(
        t.lower != "place" for t in sentence.children_of(above.i, "dobj")
    )
    if carried or (top.dep in SUBJECTS and happens):
        word = _find_negator(sentence, sentence.children_of(above.i), cues) or _find_empty(sentence, above, cues)
        if word is not None:
            return Ruling("polarity", "negative", "its verb is negated", word.i)
        if above.dep in {"xcomp", "ccomp"}:
            return _judge_governors(sentence, above, cues)
    return None
