"""How many were killed, injured, arrested, ... in an event, and the amounts that belong to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from coranto.coding.attachment import NOMINAL, SUBJECTS, VERBAL, is_dated, select_within
from coranto.coding.findings import Findings
from coranto.extract.frames.arguments import find_object, find_phrase
from coranto.extract.frames.predicates import Predicate
from coranto.model.sentence import Sentence
from coranto.model.span import Range
from coranto.model.values import Quantity
from coranto.resources import read_yaml

PERSON = "person"
PARTIES = frozenset({PERSON, "country", "year", "nation", "state", "government", "month", "day"})
"""Units of who takes part and of ages, which are no amounts of an event."""


class Sizes(NamedTuple):
    """The counts that a trigger's lemma, or else its type, gives its recipients or actors; harms of other verbs."""

    recipient: dict[str, str]
    actor: dict[str, str]
    types: dict[str, str]
    only: dict[str, frozenset[str]]
    harms: frozenset[str]


@cache
def load_sizes() -> Sizes:
    """Which size a quantity in a slot measures, from `codebook/sizes.yaml`."""
    data = read_yaml("codebook/sizes.yaml")
    recipient, actor, types = (
        {word: size for size, words in data[side].items() for word in words}
        for side in ("recipient", "actor", "actor_types")
    )
    only = {size: frozenset(kinds) for size, kinds in data["only"].items()}
    return Sizes(recipient, actor, types, only, frozenset(data["harms"]))


def find_size(findings: Findings, sentence: Sentence, predicate: Predicate) -> dict[str, str]:
    """The ids of the quantities that count the killed, the arrested, the participants, ..., by what they count."""
    counts = [(sentence.tokens_in(q.span), q) for q in select_within(findings.quantities, sentence) if q.unit == PERSON]
    if not counts:
        return {}
    sizes = load_sizes()
    lemma = sentence.tokens[predicate.head].lemma
    found: dict[str, str] = {}
    slots = [
        (sizes.recipient.get(lemma), (*predicate.recipients, *find_object(sentence, predicate.head))),
        (sizes.actor.get(lemma, sizes.types.get(predicate.entry.type or "")), predicate.actors),
    ]
    if predicate.entry.type == "ASSAULT":
        slots += _list_harms(sentence, predicate, sizes)
    for size, heads in slots:
        if size is None or predicate.entry.type not in sizes.only.get(size, (predicate.entry.type,)):
            continue
        quantity = _find_count(sentence, heads, counts)
        if quantity is not None:
            found.setdefault(size, quantity.id)
    return found


def _find_count(sentence: Sentence, heads: Sequence[int], counts: Sequence[tuple[Range, Quantity]]) -> Quantity | None:
    """The count of the first of the phrases that has one: in the phrase itself, not in what hangs on it."""
    for head in heads:
        phrase = find_phrase(sentence, head)
        for tokens, quantity in counts:
            if tokens.first < phrase.last and phrase.first < tokens.last:
                return quantity
    return None


def _list_harms(sentence: Sentence, predicate: Predicate, sizes: Sizes) -> Iterator[tuple[str, tuple[int, ...]]]:
    """What clauses beside or under the event add: `a blast that killed 12`, `killing 12 and wounding 30`."""
    carriers = [predicate.head] if predicate.light is None else [predicate.head, predicate.light]
    token = sentence.tokens[predicate.head]
    if token.pos in NOMINAL and token.dep in SUBJECTS:
        carriers.append(token.head)
    for carrier in carriers:
        for number in sentence.conjuncts_of(carrier):
            clauses = [number, *(c.i for c in sentence.children_of(number, "advcl", "relcl", "acl"))]
            for clause in {i: None for top in clauses for i in sentence.conjuncts_of(top)}:
                verb = sentence.tokens[clause]
                if verb.pos in VERBAL and sizes.recipient.get(verb.lemma) in sizes.harms:
                    yield sizes.recipient[verb.lemma], find_object(sentence, clause)


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
