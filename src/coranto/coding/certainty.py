"""How sure the words are of the event: certain, probable or possible (FactBank, Saurí & Pustejovsky 2009)."""

from __future__ import annotations

from coranto.coding.clauses import (
    NOMINAL,
    SUBJECTS,
    VERBAL,
    Cues,
    Ruling,
    find_auxiliaries,
    find_promise,
    find_top,
    find_word,
    is_report,
    list_governors,
    list_words,
)
from coranto.extract.frames.predicates import Predicate
from coranto.model.sentence import Sentence, Token

CLOSE = frozenset({"in", "under", "into", "to", "for", "at", "with", "on", "by", "of"})
CONTENT = frozenset({"of", "for", "to", "on", "about", "against"})
HEARSAY, MODAL = "hearsay", "modal"
SEEMING = frozenset({"appear", "seem"})
PASSIVE_REPORT = frozenset({"xcomp", "ccomp"})


def judge_certainty(sentence: Sentence, predicate: Predicate, verb: Token | None, cues: Cues) -> Ruling:
    """Certain unless a modal, an adverb, a condition or what stands over the event makes it less."""
    token = sentence.tokens[predicate.head]
    ruling = None
    if verb is not None and (verb.i == token.i or is_argument(sentence, token, verb)):
        ruling = _judge_verb(sentence, verb, cues)
        if ruling is not None and ruling.rule == MODAL and find_promise(sentence, predicate, verb) is not None:
            ruling = None
    return (
        ruling
        or _judge_modifiers(sentence, token, cues)
        or _judge_above(sentence, token, cues)
        or Ruling("certainty", "certain", "plainly said")
    )


def is_argument(sentence: Sentence, noun: Token, verb: Token) -> bool:
    """Whether the verb tells about the noun's event: it is its subject or object, or hangs on it by one of CLOSE."""
    top = find_top(sentence, noun)
    head = sentence.tokens[top.head]
    if top.dep == "pobj" and head.lower in CLOSE:
        head = sentence.tokens[head.head]
    return head.i == verb.i


def _judge_verb(sentence: Sentence, verb: Token, cues: Cues) -> Ruling | None:
    auxiliaries = find_auxiliaries(sentence, verb)
    words = list_words(auxiliaries)
    condition = _find_condition(sentence, verb, cues)
    if condition is not None:
        return Ruling("certainty", "possible", "in a condition", condition.i)
    if words & {"would", "could", "will", "'ll", "might"}:
        clause = _find_clause(sentence, verb, cues)
        if clause is not None:
            return Ruling("certainty", "possible", "hangs on a condition", clause.i)
    for word in auxiliaries:
        value = cues.modals.get(word.lower)
        if value is None or (word.lower == "would" and is_report(sentence, verb, cues)):
            continue
        if word.lower == "must" and "have" not in words:
            continue
        return Ruling("certainty", value, MODAL, word.i)
    adverbs = list(sentence.children_of(verb.i, "advmod"))
    for value, listed in (("possible", cues.possible_adverbs), ("probable", cues.probable_adverbs)):
        adverb = find_word(adverbs, listed)
        if adverb is not None:
            return Ruling("certainty", value, "adverb", adverb.i)
    return None


def _find_condition(sentence: Sentence, verb: Token, cues: Cues) -> Token | None:
    """The conjunction of the if-clause that the verb stands in."""
    clauses = [verb]
    for above in sentence.ancestors_of(verb.i):
        if above.pos not in VERBAL or clauses[-1].dep in {"relcl", "acl"} or len(clauses) > 2:
            break
        clauses.append(above)
    for clause in clauses:
        word = find_word(sentence.children_of(clause.i, "mark", "advmod"), cues.conditions)
        if word is not None and word.i < verb.i:
            return word
    return None


def _find_clause(sentence: Sentence, verb: Token, cues: Cues) -> Token | None:
    """The conjunction of an if-clause that hangs on the verb."""
    for clause in sentence.children_of(verb.i, "advcl"):
        word = find_word(sentence.children_of(clause.i, "mark"), cues.conditions)
        if word is not None:
            return word
    return None


def _judge_modifiers(sentence: Sentence, token: Token, cues: Cues) -> Ruling | None:
    """What stands before an event noun: `an alleged attack`, `a possible strike`."""
    if token.pos in VERBAL:
        return None
    near = list(sentence.children_of(token.i, "amod", "advmod", "compound"))
    word = find_word(near, cues.possible_modifiers)
    if word is not None:
        return Ruling("certainty", "possible", "adjective", word.i)
    word = find_word(near, cues.probable_modifiers)
    return Ruling("certainty", "probable", "adjective", word.i) if word else None


def _judge_above(sentence: Sentence, token: Token, cues: Cues) -> Ruling | None:
    """What stands over the event: `the possibility of talks`, `plans to meet`, `is believed to have killed`."""
    below = find_top(sentence, token)
    for governor in list_governors(sentence, below, 2):
        if below.dep in {"relcl", "advcl", "poss", "nsubj"} and below.pos in VERBAL:
            return None
        if governor.lemma in cues.possible_governors:
            return Ruling("certainty", "possible", "what stands over it", governor.i)
        if governor.lemma in cues.probable_governors and _reaches(sentence, below, governor):
            return Ruling("certainty", "probable", "what stands over it", governor.i)
        if governor.lemma in cues.hearsay and _is_hearsay(sentence, below, governor):
            return Ruling("certainty", "probable", HEARSAY, governor.i)
        if governor.pos in VERBAL and governor.tag != "VB":
            return None
        below = governor
    return None


def _reaches(sentence: Sentence, below: Token, governor: Token) -> bool:
    """Whether the event is what is planned, expected or believed, not who plans it or what goes on beside it."""
    if below.dep == "pobj":
        return sentence.tokens[below.head].lower in CONTENT
    if below.dep in {"dobj", "nsubjpass"}:
        return governor.lemma not in SEEMING
    return below.dep in {"xcomp", "ccomp", "acl", "pcomp"} or (governor.pos == "ADJ" and below.dep in SUBJECTS)


def _is_hearsay(sentence: Sentence, below: Token, governor: Token) -> bool:
    """`Is said to have attacked`, `reports of an attack`, `the claim that they attacked`; not `said they attacked`."""
    if governor.pos in NOMINAL:
        return below.dep in {"acl", "pobj", "prep", "pcomp", "ccomp", "relcl"} and below.i > governor.i
    return below.dep in PASSIVE_REPORT and any(sentence.children_of(governor.i, "auxpass"))
