"""Predicates that their clause makes another deed: a refusal, an accusation, an attack in words.

`Would not agree` rejects, `warned that the army had moved` accuses, `attacked him on Twitter` criticises: what the
lexicon says of the word alone is read again with what stands around it.
"""

from __future__ import annotations

from dataclasses import replace

from coranto.extract.frames.arguments import find_slot
from coranto.extract.frames.predicates import Predicate
from coranto.model.event import EventType
from coranto.model.sentence import Sentence, Token

REFUSED = frozenset("agree allow permit let commit cooperate comply consent accept concede budge settle yield".split())
"""Verbs of consent: not to do so is to refuse."""
YIELDING = frozenset({"AGREE", "COOPERATE", "CONCEDE", "SUPPORT", "RETREAT"})
WARNINGS = frozenset({"warn", "caution"})
COMING = frozenset({"will", "would", "'ll", "’ll", "wo", "shall"})
WORDY = frozenset(
    "tweet twitter speech comment remark statement word interview ad advert rhetoric rant op-ed editorial column "
    "critic criticism rally podium air television tv post essay letter insult tirade verbally personally repeatedly "
    "campaign candidate debate rival opponent".split()
)
"""What shows that an attack is made of words."""
VIOLENT = frozenset(
    "bomb gun knife rocket missile shell weapon soldier troop militant gunman rebel police force kill wound injure die "
    "army military airstrike explosive suicide grenade terrorist fighter village convoy base post town embassy".split()
)


def reread(sentence: Sentence, predicate: Predicate) -> Predicate:
    """The predicate with the type that its clause gives it; most are what they were."""
    token, entry = sentence.tokens[predicate.head], predicate.entry
    if entry.pos == "v" and entry.head in REFUSED and entry.type in YIELDING and _is_refused(sentence, token):
        return _retype(predicate, "REJECT", (), ("negative",))
    if entry.type == "THREATEN" and entry.head in WARNINGS:
        told = _find_told(sentence, token)
        if told:
            recipients = tuple(i for i in told if i not in predicate.actors) or predicate.recipients
            return replace(_retype(predicate, "ACCUSE", ("disapprove",)), recipients=recipients)
    if entry.type == "ASSAULT" and entry.head == "attack" and _is_in_words(sentence, predicate):
        return _retype(predicate, "ACCUSE", ("disapprove",))
    return predicate


def _retype(predicate: Predicate, kind: EventType, modes: tuple[str, ...], effects: tuple[str, ...] = ()) -> Predicate:
    entry = replace(predicate.entry, type=kind, modes=modes)
    return replace(predicate, entry=entry, effects=(*predicate.effects, *effects))


def _is_refused(sentence: Sentence, verb: Token) -> bool:
    """`Would not agree`, `won't commit`, `never agreed`; what did not come about is no refusal (`did not yield`)."""
    if not any(sentence.children_of(verb.i, "neg")):
        return False
    helpers = {t.lower for t in sentence.children_of(verb.i, "aux")}
    return bool(helpers & COMING) or verb.lemma in {"agree", "allow", "permit", "let", "commit", "accept"}


def _find_told(sentence: Sentence, warning: Token) -> tuple[int, ...]:
    """Of whom a warning tells what is so, not what will come: the subject of its clause; none for a threat."""
    clauses = list(sentence.children_of(warning.i, "ccomp"))
    for prep in sentence.children_of(warning.i, "prep"):
        if prep.lower in {"of", "about"}:
            clauses += sentence.children_of(prep.i, "pcomp")
    for clause in clauses:
        helpers = {t.lower for t in sentence.children_of(clause.i, "aux")}
        subjects = tuple(t.i for t in sentence.children_of(clause.i, "nsubj") if t.pos in {"NOUN", "PROPN"})
        if subjects and not helpers & COMING:
            return subjects
    return ()


def _is_in_words(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether someone is attacked in words: where the clause speaks of speech and of no violence."""
    lemmas = {t.lemma for t in sentence.tokens[predicate.clause.first : predicate.clause.last]}
    if lemmas & VIOLENT:
        return False
    people = [sentence.tokens[i] for i in find_slot(sentence, predicate.head, "obj") or predicate.recipients]
    named = any(t.label == "PERSON" for t in people)
    doers = [sentence.tokens[i] for i in predicate.actors]
    return bool(lemmas & WORDY) or (named and any(t.label == "PERSON" for t in doers))
