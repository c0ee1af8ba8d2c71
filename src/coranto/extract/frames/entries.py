"""Which entries of the lexicon hold at a token: its fixed words are there and its constraints are met."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from coranto.extract.frames.arguments import find_slot
from coranto.extract.frames.lexicon import Constraint, Entry, Lexicon
from coranto.model.sentence import Sentence, Token

NOUNS = frozenset({"NOUN", "PROPN"})
MODIFIERS = {
    "mod": ("amod", "compound", "nmod", "poss", "nummod"),
    "adv": ("advmod", "prt", "acomp", "oprd", "npadvmod"),
}
ANYTHING = "*"
HELPING = frozenset({"aux", "auxpass"})
PARTS = frozenset(
    "number series kind type sort dozen hundred thousand million billion group amount piece shipment delivery "
    "batch couple lot ton round city town village state province region part member score handful majority barrage "
    "volley".split()
)
"""Heads that are known by what follows their `of`."""
HEDGES = frozenset({"allege", "suspect", "accuse", "propose", "plan", "promise", "threaten", "claim"})
"""Verbs whose participle before a noun only qualifies it (`the alleged mastermind`)."""
NO_EVENTS = frozenset({"PERSON", "DATE", "TIME"})
"""Labels of names that only look like event nouns: `Ms. March`, `in March`."""


def list_entries(token: Token, lexicon: Lexicon) -> tuple[Entry, ...]:
    """The entries for the token's lemma, the most constrained first."""
    if is_verb(token):
        hedging = token.dep == "amod" and token.lemma in HEDGES
        return () if hedging else lexicon.verbs.get(token.lemma, ())
    if token.pos in NOUNS and token.label not in NO_EVENTS:
        return lexicon.nouns.get(token.lemma, ())
    if token.pos == "ADJ":
        return lexicon.adjectives.get(token.lemma, ())
    return ()


def is_verb(token: Token) -> bool:
    """Whether it is a verb of its own, a copula among them (`is in favor of`), and helps no other."""
    return token.pos == "VERB" or (token.pos == "AUX" and token.dep not in HELPING)


class Check(NamedTuple):
    """A word or constraint that an entry asks for, whether it is met, and the tokens that meet it."""

    asked: str | Constraint
    met: bool
    found: tuple[int, ...]


def match_entry(sentence: Sentence, token: Token, entry: Entry) -> tuple[int, ...] | None:
    """The tokens that the entry's words and constraints used, or None where it does not hold."""
    used: list[int] = []
    for check in check_entry(sentence, token, entry):
        if not check.met:
            return None
        used += check.found
    return tuple(used)


def check_entry(sentence: Sentence, token: Token, entry: Entry) -> Iterator[Check]:
    """What the entry asks for at the token, one by one, as far as the reader wants to know."""
    for word in entry.words:
        place = find_word(sentence, token, word)
        met = place is not None and (place <= token.i + 2 or _governs(entry, word))
        yield Check(word, met, (place,) if met and place is not None else ())
    for constraint in entry.constraints:
        hits = _find_hits(sentence, token, constraint)
        yield Check(constraint, constraint.negated != bool(hits), () if constraint.negated else tuple(hits))


def _governs(entry: Entry, word: str) -> bool:
    """Whether the word is a preposition with a slot of its own (`arrive ... in`), not a mere particle (`give in`)."""
    slots = {slot for side in (entry.actor, entry.recipient) for slots in side for slot in slots}
    return word in slots or any(word == constraint.slot for constraint in entry.constraints)


def _find_hits(sentence: Sentence, token: Token, constraint: Constraint) -> list[int]:
    """The heads of the constraint's slot that have one of its lemmas."""
    heads = list_fillers(sentence, token, constraint.slot)
    if constraint.slot in MODIFIERS:
        near = (sentence.tokens[i] for i in heads)
        return [t.i for t in near if t.lemma in constraint.lemmas or t.lower in constraint.lemmas]
    return [i for i in heads if _has_lemma(sentence, i, constraint.lemmas)]


def list_fillers(sentence: Sentence, token: Token, slot: str) -> list[int]:
    """The heads of what stands in a slot that a constraint may name."""
    if slot in MODIFIERS:
        return [t.i for t in sentence.children_of(token.i, *MODIFIERS[slot])]
    return list(find_slot(sentence, token.i, slot))


def find_word(sentence: Sentence, token: Token, word: str) -> int | None:
    """A particle, preposition or other fixed word that hangs on the head, or follows it directly."""
    for child in sentence.children_of(token.i):
        if child.i < token.i and token.pos == "VERB":
            continue
        if word in {child.lower, child.lemma} and child.dep not in {"nsubj", "nsubjpass"}:
            return child.i
        if child.dep in {"prt", "advmod", "prep", "dobj"} and child.i > token.i:
            for inner in sentence.children_of(child.i, "prep", "prt"):
                if inner.lower == word and inner.i <= child.i + 2:
                    return inner.i
    after = token.i + 1
    if after < len(sentence.tokens) and sentence.tokens[after].lower == word:
        return after
    return None


def _has_lemma(sentence: Sentence, head: int, lemmas: frozenset[str]) -> bool:
    """Whether the phrase's head is one of the lemmas, alone or with the word before it, or what it is a part of."""
    token = sentence.tokens[head]
    if ANYTHING in lemmas or token.lemma in lemmas or token.lower in lemmas or token.label in lemmas:
        return True
    for child in sentence.children_of(head, "compound", "amod", "nmod"):
        if f"{child.lemma} {token.lemma}" in lemmas or (child.dep != "amod" and child.lemma in lemmas):
            return True
    if token.lemma not in PARTS and token.pos != "NUM":
        return False
    inner = [
        t for of in sentence.children_of(head, "prep") if of.lower == "of" for t in sentence.children_of(of.i, "pobj")
    ]
    return any(t.lemma in lemmas or t.label in lemmas for t in inner)
