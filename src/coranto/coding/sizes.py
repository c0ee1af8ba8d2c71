"""How many were killed, injured, arrested, ... in an event, and the amounts that belong to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from coranto.coding.attachment import NOMINAL, SUBJECTS, VERBAL, is_dated, select_within
from coranto.coding.findings import Findings
from coranto.extract.frames.arguments import find_object, find_phrase, find_subject
from coranto.extract.frames.predicates import Predicate
from coranto.model.sentence import Sentence, Token
from coranto.model.span import Range
from coranto.model.values import Quantity
from coranto.resources import read_yaml

PERSON, LIFE = "person", "life"
COUNTED = frozenset({PERSON, LIFE})
PARTIES = frozenset({PERSON, "country", "year", "nation", "state", "government", "month", "day"})
"""Units of who takes part and of ages, which are no amounts of an event."""


class Sizes(NamedTuple):
    """What a count in a slot measures, by the trigger's lemma, the modes of its line, or its type; and what others add.

    `harms` are the sizes that clauses beside or under an ASSAULT add to it, `states` those of who is left dead or hurt.
    """

    recipient: dict[str, str]
    actor: dict[str, str]
    modes: dict[str, str]
    types: dict[str, str]
    states: dict[str, str]
    only: dict[str, frozenset[str]]
    harms: frozenset[str]
    costing: frozenset[str]
    gathering: frozenset[str]


type Counts = Sequence[tuple[Range, Quantity]]
"""The counts of people in a sentence, with their tokens."""
type Slot = tuple[str | None, Sequence[int]]
"""A size, and the heads of the phrases whose first count it is."""


@cache
def load_sizes() -> Sizes:
    """Which size a quantity in a slot measures, from `codebook/sizes.yaml`."""
    data = read_yaml("codebook/sizes.yaml")
    recipient, actor, modes, types, states = (
        {word: size for size, words in data[side].items() for word in words}
        for side in ("recipient", "actor", "modes", "actor_types", "states")
    )
    only = {size: frozenset(kinds) for size, kinds in data["only"].items()}
    sets = (frozenset(data[name]) for name in ("harms", "costing", "gathering"))
    return Sizes(recipient, actor, modes, types, states, only, *sets)


def find_size(findings: Findings, sentence: Sentence, predicate: Predicate) -> dict[str, str]:
    """The ids of the quantities that count the killed, the arrested, the participants, ..., by what they count."""
    counts = [
        (sentence.tokens_in(q.span), q) for q in select_within(findings.quantities, sentence) if q.unit in COUNTED
    ]
    if not counts:
        return {}
    sizes = load_sizes()
    found: dict[str, str] = {}
    for size, heads in _list_slots(sentence, predicate, counts, sizes):
        quantity = _find_count(sentence, heads, counts) if _suits(size, predicate, sizes) else None
        if size is not None and quantity is not None:
            found.setdefault(size, quantity.id)
    return found


def _suits(size: str | None, predicate: Predicate, sizes: Sizes) -> bool:
    """Whether events of the predicate's type have such a size."""
    return size is not None and predicate.entry.type in sizes.only.get(size, (predicate.entry.type,))


def _list_slots(sentence: Sentence, predicate: Predicate, counts: Counts, sizes: Sizes) -> Iterator[Slot]:
    entry, lemma = predicate.entry, sentence.tokens[predicate.head].lemma
    suffering = (*find_object(sentence, predicate.head), *predicate.recipients)
    yield sizes.recipient.get(lemma), suffering
    yield sizes.actor.get(lemma, sizes.types.get(entry.type or "")), predicate.actors
    if not _suits(sizes.recipient.get(lemma), predicate, sizes):
        size = next((sizes.modes[mode] for mode in entry.modes if mode in sizes.modes), None)
        yield size, suffering
        if entry.type == "MOBILIZE":
            yield size, predicate.actors
    if entry.type == "ASSAULT":
        for clause in _list_clauses(sentence, predicate):
            yield from _list_harms(sentence, clause, counts, sizes)
    if entry.type == "PROTEST":
        for clause in _list_clauses(sentence, predicate):
            if clause.lemma in sizes.gathering:
                yield sizes.types["PROTEST"], find_object(sentence, clause.i)


def _find_count(sentence: Sentence, heads: Sequence[int], counts: Counts) -> Quantity | None:
    """The count of the first of the phrases that has one: in the phrase itself, not in what hangs on it."""
    for head in heads:
        phrase = find_phrase(sentence, head)
        for tokens, quantity in counts:
            if tokens.first < phrase.last and phrase.first < tokens.last:
                return quantity
    return None


def _list_clauses(sentence: Sentence, predicate: Predicate) -> Iterator[Token]:
    """The verbs of the event and of the clauses beside and under it: `a blast that killed 12`, `killing 12`."""
    carriers = [predicate.head] if predicate.light is None else [predicate.head, predicate.light]
    token = sentence.tokens[predicate.head]
    if token.pos in NOMINAL and token.dep in SUBJECTS:
        carriers.append(token.head)
    if token.dep == "ccomp" and sentence.tokens[token.head].pos in VERBAL and _is_listed(sentence, token):
        carriers.append(token.head)
    seen = set()
    for number in (i for carrier in carriers for i in sentence.conjuncts_of(carrier)):
        for top in (number, *(c.i for c in sentence.children_of(number, "advcl", "relcl", "acl"))):
            for clause in sentence.conjuncts_of(top):
                if clause not in seen and sentence.tokens[clause].pos in VERBAL:
                    seen.add(clause)
                    yield sentence.tokens[clause]


def _is_listed(sentence: Sentence, clause: Token) -> bool:
    """Whether the clause stands beside the one it hangs on, with no more than a comma: `12 were killed, 40 injured`."""
    after = sentence.subtree(clause.i).last
    return after < len(sentence.tokens) and sentence.tokens[after].text in {",", ";"} and clause.i < clause.head


def _list_harms(sentence: Sentence, clause: Token, counts: Counts, sizes: Sizes) -> Iterator[Slot]:
    """Who is harmed by the verb of a clause: `killed 12`, `in which 12 died`, `took 12 lives`, `left 12 dead`."""
    objects = find_object(sentence, clause.i)
    if sizes.recipient.get(clause.lemma) in sizes.harms:
        yield sizes.recipient[clause.lemma], objects
    if sizes.actor.get(clause.lemma) in sizes.harms:
        yield sizes.actor[clause.lemma], find_subject(sentence, clause.i)
    if clause.lemma in sizes.costing:
        lives = [i for i in objects if sentence.tokens[i].lemma == LIFE]
        owners = [
            t.i for i in lives for of in sentence.children_of(i, "prep") for t in sentence.children_of(of.i, "pobj")
        ]
        yield "killed", [*owners, *lives]
    if clause.lemma == "leave":
        span = sentence.subtree(clause.i)
        for state in (t for t in sentence.tokens[clause.i + 1 : span.last] if t.lower in sizes.states):
            before = [tokens for tokens, _ in counts if clause.i < tokens.first and tokens.first <= state.i]
            if before:
                yield sizes.states[state.lower], [before[-1].last - 1]


def find_quantities(
    findings: Findings, sentence: Sentence, predicate: Predicate, size: dict[str, str]
) -> tuple[Quantity, ...]:
    """The amounts of the event: its sizes, and money, goods and shares within its own phrases, in order of the text.

    How many its parties are is none, unless it is its size.
    """
    kept = set(size.values())
    return tuple(
        quantity
        for quantity in select_within(findings.quantities, sentence)
        if (quantity.id in kept or (quantity.unit not in PARTIES and _belongs(sentence, quantity, predicate)))
    )


def _belongs(sentence: Sentence, quantity: Quantity, predicate: Predicate) -> bool:
    """Whether the amount stands under the event with no other verb or event noun between, nor in its subject."""
    tokens = sentence.tokens_in(quantity.span)
    own = {predicate.head, predicate.head if predicate.light is None else predicate.light}
    inside = next((i for i in range(tokens.first, tokens.last) if i in own), None)
    if inside is not None or tokens.first == tokens.last:
        return inside is not None
    top = next((i for i in range(tokens.first, tokens.last) if not tokens.holds(sentence.tokens[i].head)), tokens.first)
    below = sentence.tokens[top]
    for ancestor in sentence.ancestors_of(top):
        if ancestor.i in own:
            return below.dep not in SUBJECTS or below.dep == "nsubjpass"
        given = quantity.currency is not None and predicate.entry.type == "AID"
        if ancestor.pos in VERBAL or (ancestor.pos in NOMINAL and is_dated(ancestor) and not given):
            return False
        below = ancestor
    return False
