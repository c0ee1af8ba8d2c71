"""When the event lies, seen from the article: past, present or future."""

from __future__ import annotations

from datetime import date

from coranto.coding.certainty import is_argument
from coranto.coding.clauses import (
    JUDGEMENTS,
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
    list_words,
)
from coranto.extract.frames.predicates import Predicate
from coranto.model.event import EventDate, Tense
from coranto.model.sentence import Sentence, Token

DEPTH = 5
"""Most verbs above that are asked for a tense."""
PERFORMED = frozenset({"ACCUSE", "REQUEST", "REJECT", "SUPPORT", "THREATEN", "CONCEDE"})
"""Types that are done by saying so: `we condemn the attack` was done when it was said."""
SPEAKERS = frozenset({"i", "we"})
CONTENT = frozenset({"for", "to", "of", "on", "about", "against"})
"""Prepositions of what is planned or asked for."""


def judge_tense(sentence: Sentence, predicate: Predicate, verb: Token | None, cues: Cues) -> Ruling:
    """The tense of the verb, or of the words that put an event noun ahead or behind."""
    token = sentence.tokens[predicate.head]
    if verb is not None and verb.i == token.i:
        return _judge_performed(sentence, predicate, verb, cues) or _judge_verb(sentence, verb, cues, 0)
    return _judge_noun(sentence, predicate, verb, cues)


def date_tense(tense: Tense, day: EventDate | None, published: date | None) -> Ruling | None:
    """What the day says of a tense that the words left present: a timeline's past, a schedule's future."""
    if day is None or tense != "present":
        return None
    if published is None:
        return Ruling("tense", "past", "an entry of a timeline") if day.basis.startswith("label") else None
    if day.end is not None and day.end < published and day.start is not None:
        return Ruling("tense", "past", f"its date {day.start} is over when it was published")
    if day.start is not None and day.start > published:
        return Ruling("tense", "future", f"its date {day.start} lies after the publication")
    return None


def _judge_performed(sentence: Sentence, predicate: Predicate, verb: Token, cues: Cues) -> Ruling | None:
    """`We condemn`, `we have been asking`; a threat is made where it is said what will follow."""
    modal = find_promise(sentence, predicate, verb)
    if modal is not None:
        past = modal.lower == "would" or predicate.entry.rule.startswith(JUDGEMENTS) or is_report(sentence, verb, cues)
        return Ruling("tense", "past" if past else "present", "done by saying so", modal.i)
    if predicate.entry.type not in PERFORMED:
        return None
    words = list_words(find_auxiliaries(sentence, verb))
    if verb.tag == "VBG" and "been" in words and words & {"has", "have", "'ve"}:
        return Ruling("tense", "past", "has been said", verb.i)
    if verb.tag != "VBP" or any(sentence.children_of(verb.i, "aux", "neg")):
        return None
    speaker = next((t for t in sentence.children_of(verb.i, "nsubj") if t.lower in SPEAKERS), None)
    return Ruling("tense", "past", "done by saying so", speaker.i) if speaker else None


def _judge_noun(sentence: Sentence, predicate: Predicate, verb: Token | None, cues: Cues) -> Ruling:
    token = sentence.tokens[predicate.head]
    own = _judge_modifiers(sentence, token, cues)
    if own is not None:
        return own
    if predicate.light is not None and verb is not None:
        ruling = _judge_verb(sentence, verb, cues, 0)
        return ruling._replace(rule=f"the verb that carries it: {ruling.rule}")
    top = find_top(sentence, token)
    head = sentence.tokens[top.head]
    above = sentence.tokens[head.head] if top.dep == "pobj" else head
    if top.dep == "pobj" and (head.lower in cues.ahead or above.lower in cues.ahead):
        return Ruling("tense", "future", "what it is ahead of", head.i)
    if top.dep == "pobj" and head.lower in cues.afterwards:
        return Ruling("tense", "past", "what comes after it", head.i)
    if above.pos in NOMINAL and above.lemma in cues.planned_nouns | cues.possible_governors and top.dep == "pobj":
        return Ruling("tense", "future", "it is what is planned", above.i)
    if verb is None or not is_argument(sentence, token, verb):
        return Ruling("tense", "past", "a noun that no verb tells about")
    near = top.dep in {"dobj", "nsubjpass"} or (top.dep == "pobj" and head.lower in CONTENT)
    if verb.lemma in cues.planning_verbs and near:
        return Ruling("tense", "future", "it is what is planned", verb.i)
    if verb.lemma in cues.blaming and near:
        return Ruling("tense", "past", "it came before", verb.i)
    if top.dep in SUBJECTS:
        coming = find_word((t for t in sentence.tokens[verb.i :] if t.i <= verb.i + 5), cues.agenda)
        if coming is not None and verb.lemma == "be":
            return Ruling("tense", "future", "it is on the agenda", coming.i)
    ruling = _judge_verb(sentence, verb, cues, 0)
    return ruling._replace(rule=f"the verb over it: {ruling.rule}")


def _judge_modifiers(sentence: Sentence, noun: Token, cues: Cues) -> Ruling | None:
    """`The upcoming talks`, `the ongoing siege`, `the recent raids`."""
    for word in sentence.children_of(noun.i, "amod", "compound", "advmod"):
        if word.lower in cues.future_modifiers:
            return Ruling("tense", "future", "adjective", word.i)
        if word.lower in cues.present_modifiers:
            return Ruling("tense", "present", "adjective", word.i)
        if word.lower in cues.past_modifiers:
            return Ruling("tense", "past", "adjective", word.i)
    return None


def _judge_verb(sentence: Sentence, verb: Token, cues: Cues, depth: int) -> Ruling:
    auxiliaries = find_auxiliaries(sentence, verb)
    words = list_words(auxiliaries)
    perfect = "'ve" in words or any(t.lemma == "have" for t in auxiliaries)
    word = find_word(auxiliaries, cues.future_auxiliaries)
    if word is not None and not (perfect and words & {"would", "should", "could"}):
        return Ruling("tense", "future", "auxiliary", word.i)
    if verb.tag == "VBG" and perfect and "been" in words and any(t.tag in {"VBZ", "VBP"} for t in auxiliaries):
        return Ruling("tense", "present", "has been doing", verb.i)
    word = next((t for t in auxiliaries if _is_past(t, verb)), None)
    if word is not None:
        return Ruling("tense", "past", "auxiliary", word.i)
    word = next((t for t in auxiliaries if t.tag in {"VBZ", "VBP"} or t.lower in {"may", "can", "must"}), None)
    if word is not None:
        return Ruling("tense", "past" if sentence.heading else "present", "auxiliary", word.i)
    if verb.tag == "VBD":
        return Ruling("tense", "past", "past form", verb.i)
    if verb.tag in {"VBZ", "VBP"}:
        return _judge_present(sentence, verb, cues)
    return _judge_unfinite(sentence, verb, words, cues, depth)


def _is_past(auxiliary: Token, verb: Token) -> bool:
    """`Was`, `did`, any form of `have`, and the `'s` of `he's agreed`."""
    if auxiliary.lemma == "have" or auxiliary.lower in {"'ve", "’ve"} or auxiliary.tag == "VBD":
        return True
    return auxiliary.lower in {"'s", "’s"} and auxiliary.dep == "aux" and verb.tag in {"VBN", "VBD"}


def _judge_unfinite(sentence: Sentence, verb: Token, words: set[str], cues: Cues, depth: int) -> Ruling:
    """A participle or infinitive: by its own kind, by the noun or preposition before it, else as the verb above."""
    if verb.tag == "VBN" and verb.dep in {"acl", "amod"}:
        return Ruling("tense", "past", "participle after a noun", verb.i)
    head = sentence.tokens[verb.head]
    if verb.dep == "pcomp":
        above = sentence.tokens[head.head]
        if above.lemma in cues.planned_nouns | cues.planning_verbs or head.lower in cues.ahead:
            return Ruling("tense", "future", "it is what is planned", above.i)
        if above.lemma in cues.blaming or head.lower in cues.afterwards:
            return Ruling("tense", "past", "it came before", above.i if above.lemma in cues.blaming else head.i)
    governor = next((t for t in sentence.ancestors_of(verb.i) if t.pos in VERBAL), None)
    if verb.tag == "VB" and "to" in words and (governor is None or _is_planned(sentence, verb, governor, cues)):
        return Ruling("tense", "future", "infinitive of what is planned", head.i)
    if governor is not None and depth < DEPTH:
        if verb.dep == "advcl" and verb.tag == "VBG":
            governor = _find_sayer(sentence, governor, cues) or governor
        return _judge_verb(sentence, governor, cues, depth + 1)
    if verb.tag in {"VBN", "VBG"}:
        return Ruling("tense", "past", "participle with no verb above", verb.i)
    return Ruling("tense", "present", "infinitive with no verb above", verb.i)


def _find_sayer(sentence: Sentence, verb: Token, cues: Cues) -> Token | None:
    """`Said it would leave, accusing Chile`: the one who accuses is the one who said, whatever the parse."""
    head = sentence.tokens[verb.head]
    return head if verb.dep == "ccomp" and head.lemma in cues.reporting else None


def _judge_present(sentence: Sentence, verb: Token, cues: Cues) -> Ruling:
    """A headline's present is past; one after `when` or `until` under a coming event is future."""
    if sentence.heading:
        return Ruling("tense", "past", "a headline's present", verb.i)
    word = find_word(sentence.children_of(verb.i, "mark", "advmod"), cues.forward_marks)
    if verb.dep == "advcl" and word is not None:
        main = sentence.tokens[verb.head]
        if list_words(find_auxiliaries(sentence, main)) & (cues.future_auxiliaries | {"to"}):
            return Ruling("tense", "future", "with a coming event", word.i)
    return Ruling("tense", "present", "present form", verb.i)


def _is_planned(sentence: Sentence, verb: Token, governor: Token, cues: Cues) -> bool:
    """Whether the infinitive lies ahead (`a plan to meet`, `is to meet`); one of purpose has its verb's tense."""
    head = sentence.tokens[verb.head]
    if verb.dep in {"acl", "relcl"} and head.lemma in cues.planned_nouns:
        return True
    if verb.dep in {"xcomp", "ccomp"} and (governor.lemma in cues.planning_verbs):
        return True
    if verb.dep == "xcomp" and governor.lemma in {"be", "go"}:
        if head.pos == "ADJ":
            return head.lemma in cues.planned_adjectives and governor.tag not in {"VBD", "VBN"}
        supposed = find_word(sentence.children_of(governor.i, "mark"), cues.conditions)
        return governor.tag not in {"VBD", "VBN"} or supposed is not None
    return sentence.heading and governor.dep != "ROOT"
