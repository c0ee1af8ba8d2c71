"""When, where, how many, and who vouches for it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from coranto.coding.attachment import FAR, find_reach, measure_place, measure_time
from coranto.coding.findings import Findings
from coranto.extract.arguments import find_phrase
from coranto.extract.predicates import Predicate
from coranto.model.attribution import Attribution
from coranto.model.event import AUTHOR, EventDate, Precision
from coranto.model.sentence import Sentence
from coranto.model.span import Span
from coranto.model.values import Place, Quantity, Time
from coranto.resources import read_yaml

VERBAL = frozenset({"VERB", "AUX"})


class Sizes(NamedTuple):
    """The counts that a predicate's lemma gives its recipients or actors."""

    recipient: dict[str, str]
    actor: dict[str, str]


@cache
def load_sizes() -> Sizes:
    """Which size a quantity in a slot measures, by the trigger's lemma."""
    data = read_yaml("codebook/sizes.yaml")
    return Sizes(*({lemma: size for size, lemmas in data[side].items() for lemma in lemmas} for side in Sizes._fields))


def find_holder(findings: Findings, trigger: Span) -> tuple[str, Attribution | None]:
    """The attribution with the shortest content around the trigger, or the author."""
    best: Attribution | None = None
    length = 0
    for attribution in findings.attributions:
        for content in attribution.content:
            if content.holds(trigger) and (best is None or content.end - content.start < length):
                best, length = attribution, content.end - content.start
    return (best.id, best) if best else (AUTHOR, None)


def find_time(findings: Findings, sentence: Sentence, predicate: Predicate) -> Time | None:
    """The date that the predicate's clause states or shares: the time expression at the least cost, then nearest."""
    best, least = None, (FAR, 0)
    reach = None
    for time in findings.times:
        if time.type in {"SET", "DURATION"} or not _lies_in(time.span, sentence):
            continue
        reach = reach or find_reach(sentence, predicate)
        tokens = sentence.tokens_in(time.span)
        cost = (measure_time(sentence, tokens, predicate, reach), abs(tokens.first - predicate.head))
        if cost < least:
            best, least = time, cost
    return best


def find_place(findings: Findings, sentence: Sentence, predicate: Predicate) -> Place | None:
    """The place that the predicate's clause states or shares: at the least cost, then nearest."""
    best, least = None, (FAR, 0, 0)
    reach = None
    for place in findings.places:
        if not _lies_in(place.span, sentence):
            continue
        reach = reach or find_reach(sentence, predicate)
        tokens = sentence.tokens_in(place.span)
        cost = (
            measure_place(sentence, place, predicate, reach),
            place.resolution == "country",
            abs(tokens.first - predicate.head),
        )
        if cost < least:
            best, least = place, cost
    return best


def _lies_in(span: Span, sentence: Sentence) -> bool:
    return sentence.start <= span.start < sentence.end


def _measure_distance(sentence: Sentence, span: Span, predicate: Predicate) -> int:
    """Steps up the tree from the expression to the predicate, FAR where another verb comes first."""
    tokens = sentence.tokens_in(span)
    if tokens.first == tokens.last:
        return FAR
    head = next(
        (i for i in range(tokens.first, tokens.last) if not tokens.holds(sentence.tokens[i].head)), tokens.last - 1
    )
    accepted = {predicate.head}
    if predicate.light is not None:
        accepted.add(predicate.light)
    elif sentence.tokens[predicate.head].pos not in VERBAL:
        governor = next((t for t in sentence.ancestors_of(predicate.head) if t.pos in VERBAL), None)
        if governor is not None:
            accepted.add(governor.i)
    if head in accepted:
        return 0
    for steps, ancestor in enumerate(sentence.ancestors_of(head), 1):
        if ancestor.i in accepted:
            return steps
        if ancestor.pos in VERBAL and not _is_shared(sentence, ancestor.i, predicate.head):
            return FAR
    return FAR


def _is_shared(sentence: Sentence, verb: int, head: int) -> bool:
    """Whether the verb is a complement of the predicate, or coordinated before it (`came and met on Monday`)."""
    token = sentence.tokens[verb]
    if token.dep == "xcomp" and token.head == head:
        return True
    below = sentence.tokens[head]
    return below.dep in {"conj", "xcomp"} and below.head == verb


def make_date(time: Time | None) -> EventDate | None:
    """The event's date from its time expression; null where that covers no known days."""
    if time is None or (time.start is None and time.end is None):
        return None
    return EventDate(start=time.start, end=time.end, precision=_find_precision(time), basis=f"time:{time.basis}")


def _find_precision(time: Time) -> Precision:
    if time.start is None or time.end is None:
        return "unknown"
    days = (time.end - time.start).days
    bounds: list[tuple[int, Precision]] = [(0, "day"), (7, "week"), (31, "month"), (93, "season"), (366, "year")]
    return next((name for most, name in bounds if days <= most), "unknown")


def find_quantities(findings: Findings, sentence: Sentence, predicate: Predicate) -> tuple[Quantity, ...]:
    """The amounts within the phrases of the predicate's arguments, and those that hang on it itself."""
    inside = [sentence.subtree(head) for head in (*predicate.actors, *predicate.recipients)]
    found = []
    for quantity in findings.quantities:
        if not _lies_in(quantity.span, sentence):
            continue
        tokens = sentence.tokens_in(quantity.span)
        if any(part.first <= tokens.first and tokens.last <= part.last for part in inside) or (
            _measure_distance(sentence, quantity.span, predicate) < FAR
        ):
            found.append(quantity)
    return tuple(found)


def find_size(sentence: Sentence, predicate: Predicate, quantities: Sequence[Quantity]) -> dict[str, str]:
    """Which of the quantities counts the killed, injured, arrested, ... by the trigger's lemma."""
    sizes = load_sizes()
    lemma = sentence.tokens[predicate.head].lemma
    found: dict[str, str] = {}
    for side, heads in ((sizes.recipient, predicate.recipients), (sizes.actor, predicate.actors)):
        name = side.get(lemma)
        if name is None:
            continue
        for head in heads:
            phrase = sentence.span(find_phrase(sentence, head))
            whole = sentence.span(sentence.subtree(head))
            counted = [q for q in quantities if q.currency is None and (q.span.overlaps(phrase) or whole.holds(q.span))]
            if counted and name not in found:
                found[name] = counted[0].id
    return found
