"""PLOVER events from predicates, parties and circumstances (PLOVER manual, draft 0.8, 2021)."""

from __future__ import annotations

from collections.abc import Sequence

from coranto.coding.cameo import find_cameo
from coranto.coding.circumstances import find_holder, find_place, find_time, make_date
from coranto.coding.codebook import find_quad, find_scale, load_codebook
from coranto.coding.contexts import find_contexts
from coranto.coding.factuality import Factuality, judge_event
from coranto.coding.findings import Findings
from coranto.coding.modes import find_added, find_modes
from coranto.coding.parties import SETTINGS, find_parties, find_side, is_actor, is_political, part_partners
from coranto.coding.repeats import drop_repeats
from coranto.coding.sizes import find_quantities, find_size
from coranto.coding.statements import find_statements
from coranto.extract.frames.predicates import Predicate
from coranto.model.attribution import Attribution
from coranto.model.entity import Party
from coranto.model.event import Event, EventType
from coranto.model.ids import make_id
from coranto.model.sentence import Sentence
from coranto.model.span import Range
from coranto.model.values import Place

WITHOUT_ACTOR = {
    "v": frozenset({"ASSAULT", "COERCE", "SANCTION", "PROTEST", "ACCUSE", "RETREAT", "AID", "CONSULT"}),
    "n": frozenset({"ASSAULT", "COERCE", "SANCTION", "PROTEST", "RETREAT", "ACCUSE"}),
}
"""Types whose event counts with a recipient alone, as a passive reports it (`17 people were arrested`)."""
OFFICIAL = frozenset({"GOV", "MIL", "LEG", "JUD", "SPY"})


def code_events(findings: Findings, predicates: Sequence[Predicate]) -> tuple[Event, ...]:
    """The events of an article in order of their triggers; a repeat that adds nothing is left out."""
    events = []
    stated = find_statements(findings, predicates)
    for predicate in sorted((*predicates, *stated), key=lambda p: (p.sentence, p.head)):
        event = _code_event(findings, findings.sentences[predicate.sentence], predicate)
        if event is not None:
            events.append(event)
    return drop_repeats(events, findings)


def _code_event(findings: Findings, sentence: Sentence, predicate: Predicate) -> Event | None:
    actors, recipients = _find_sides(findings, sentence, predicate)
    if not _counts(findings, predicate, actors, recipients):
        return None
    kind, given = _settle_type(findings, predicate, actors)
    if kind is None:
        return None
    trigger, clause = sentence.span(predicate.trigger), sentence.span(predicate.clause)
    holder, attribution = find_holder(findings, trigger)
    lemmas = [token.lemma for token in sentence.tokens[predicate.clause.first : predicate.clause.last]]
    modes = find_modes(kind, given, predicate.content, lemmas)
    contexts = find_contexts(lemmas, (*predicate.entry.contexts, *find_added(kind, modes)))
    facts = _adjust(
        judge_event(sentence, predicate.head, predicate.effects),
        attribution,
        _is_denied(sentence, predicate, attribution),
    )
    time = find_time(findings, sentence, predicate)
    place = find_place(findings, sentence, predicate)
    size = find_size(findings, sentence, predicate)
    return Event(
        id=make_id("event", findings.article.id, kind, trigger.start, trigger.end, holder),
        type=kind,
        mode=modes,
        contexts=contexts,
        quad=find_quad(kind),
        scale=find_scale(kind, modes),
        cameo=find_cameo(kind, modes, contexts),
        trigger=trigger,
        clause=clause,
        actors=actors,
        recipients=recipients,
        place=place.id if place else None,
        time=time.id if time else None,
        date=make_date(findings, sentence, predicate, time),
        polarity=facts.polarity,
        certainty=facts.certainty,
        tense=facts.tense,
        holder=holder,
        size=size,
        quantities=tuple(q.id for q in find_quantities(findings, sentence, predicate, size)),
        rule=predicate.entry.rule,
        confidence=_weigh(predicate, actors, recipients, facts),
    )


def _settle_type(
    findings: Findings, predicate: Predicate, actors: Sequence[Party]
) -> tuple[EventType | None, tuple[str, ...]]:
    """The entry's type and modes; the protest of an official is no crowd's (manual, 'PROTEST', ambiguities)."""
    entry = predicate.entry
    if entry.type == "PROTEST" and entry.pos == "v" and actors:
        sectors = {findings.cast.by_id[p.entity].sector for p in actors if p.entity}
        if sectors <= OFFICIAL:
            return "ACCUSE", ("disapprove",)
    return entry.type, entry.modes


def _find_sides(
    findings: Findings, sentence: Sentence, predicate: Predicate
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Actors and recipients, nobody on both sides."""
    cast = findings.cast
    acting, heads = part_partners(sentence, predicate)
    actors = tuple(p for p in find_parties(sentence, acting, cast) if is_actor(p, cast))
    taken = {party.entity for party in actors}
    if predicate.entry.type != "CONSULT":
        heads = tuple(i for i in heads if not _is_setting(sentence, i))
    found = find_side(sentence, heads, predicate.entry.recipient, predicate, cast)
    recipients = tuple(p for p in found if p.entity not in taken)
    if predicate.entry.type == "CONSULT" and not recipients:
        return _part_hosts(findings, find_place(findings, sentence, predicate), actors)
    return actors, recipients


def _part_hosts(
    findings: Findings, place: Place | None, parties: tuple[Party, ...]
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Of those who met in a country that only some of them are of, the others are visitors and these are hosts."""
    country = place.country if place else None
    home = [p for p in parties if country and p.entity and findings.cast.by_id[p.entity].country == country]
    if not home or len(home) == len(parties):
        return parties, ()
    return tuple(p for p in parties if p not in home), tuple(home)


def _is_setting(sentence: Sentence, head: int) -> bool:
    """Whether the phrase tells where (`airstrikes in Iraq`), not whom."""
    token = sentence.tokens[head]
    return token.dep == "pobj" and sentence.tokens[token.head].lower in SETTINGS


def _counts(findings: Findings, predicate: Predicate, actors: Sequence[Party], recipients: Sequence[Party]) -> bool:
    """Whether the manual lets it stand: someone acts, someone is acted upon where required, politics where asked."""
    entry = predicate.entry
    if entry.type == "PROTEST" and entry.pos == "n":
        return True  # the crowd is in the word
    if not actors and not (recipients and entry.type in WITHOUT_ACTOR.get(entry.pos, ())):
        return False
    if entry.weak and not (actors and recipients):
        return False
    if entry.type is not None and load_codebook().types[entry.type].requires_recipient and entry.recipient:
        required = recipients or predicate.recipients
        if not required:
            return False
    return not entry.political or is_political([*actors, *recipients], findings.cast)


def _is_denied(sentence: Sentence, predicate: Predicate, attribution: Attribution | None) -> bool:
    """Whether a denial is of this event: it heads what is denied, or is at most two steps under its head.

    What lies deeper is background that the denial leaves as it is (`denied a part in the attack during the war`).
    """
    if attribution is None or attribution.act != "deny":
        return False
    content = next(c for c in attribution.content if c.holds(sentence.span(Range(predicate.head, predicate.head + 1))))
    inside = sentence.tokens_in(content)
    steps, token = 0, sentence.tokens[predicate.head]
    while inside.holds(token.head) and token.head != token.i:
        if token.dep in {"relcl", "advcl", "acl"}:
            return False
        steps += token.pos != "ADP"
        token = sentence.tokens[token.head]
    return steps <= 2


def _adjust(facts: Factuality, attribution: Attribution | None, denied: bool) -> Factuality:
    """What the one who holds the event does to it: a denial negates, an allegation makes it probable."""
    if attribution is None:
        return facts
    polarity, certainty = facts.polarity, facts.certainty
    if denied:
        polarity = "negative"
    elif certainty == "certain" and attribution.act == "allege":
        certainty = "probable"
    return Factuality(polarity, certainty, facts.tense)


def _weigh(predicate: Predicate, actors: Sequence[Party], recipients: Sequence[Party], facts: Factuality) -> float:
    """How much speaks for the event: a constrained entry, both sides known, a plain assertion. Not a probability."""
    weight = 0.5 + 0.1 * bool(actors) + 0.1 * bool(recipients or not predicate.entry.recipient)
    weight += 0.1 * bool(predicate.entry.weight) + 0.05 * (predicate.entry.pos == "v")
    weight += 0.05 * (facts.certainty == "certain")
    return round(min(weight, 0.95), 2)
