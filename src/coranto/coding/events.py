"""PLOVER events from predicates, parties and circumstances (PLOVER manual, draft 0.8, 2021)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from coranto.coding.acceptance import LEAST, judge_candidates
from coranto.coding.cameo import find_cameo
from coranto.coding.candidates import Candidate
from coranto.coding.circumstances import find_holder, find_place, find_time, make_date
from coranto.coding.codebook import find_quad, find_scale, load_codebook
from coranto.coding.contexts import find_contexts
from coranto.coding.factuality import judge_event, weigh_date
from coranto.coding.findings import Findings
from coranto.coding.implied import complete_candidates
from coranto.coding.judgements import find_judgements, find_speaker
from coranto.coding.modes import find_added, find_modes
from coranto.coding.parties import SETTINGS, find_parties, find_side, is_actor, is_political, part_partners
from coranto.coding.repeats import merge_repeats
from coranto.coding.sizes import find_quantities, find_size
from coranto.coding.statements import find_statements
from coranto.extract.frames.predicates import Predicate
from coranto.extract.frames.rereadings import reread
from coranto.model.entity import Party
from coranto.model.event import Event, EventType
from coranto.model.ids import make_id
from coranto.model.sentence import Sentence
from coranto.model.values import Place

WITHOUT_ACTOR = {
    "v": frozenset({"ASSAULT", "COERCE", "SANCTION", "PROTEST", "ACCUSE", "RETREAT", "AID", "CONSULT"}),
    "n": frozenset({"ASSAULT", "COERCE", "SANCTION", "PROTEST", "RETREAT", "ACCUSE"}),
}
"""Types whose event counts with a recipient alone, as a passive reports it (`17 people were arrested`)."""
OFFICIAL = frozenset({"GOV", "MIL", "LEG", "JUD", "SPY"})


class Coded(NamedTuple):
    """A candidate with its chance, and, where that suffices, with its sides completed and its event."""

    candidate: Candidate
    chance: float
    completed: Candidate | None = None
    event: Event | None = None


def code_events(findings: Findings, predicates: Sequence[Predicate]) -> tuple[Event, ...]:
    """The events of an article in order of their triggers; a repeat that adds nothing is a mention of the first."""
    coded = code_candidates(findings, list_candidates(findings, predicates))
    return merge_repeats([found.event for found in coded if found.event is not None], findings)


def code_candidates(findings: Findings, candidates: Sequence[Candidate]) -> list[Coded]:
    """What becomes of each candidate of an article."""
    chances = judge_candidates(findings, candidates)
    accepted = [candidate for candidate, chance in zip(candidates, chances, strict=True) if chance >= LEAST]
    completed = iter(complete_candidates(findings.cast, accepted))
    coded = []
    for candidate, chance in zip(candidates, chances, strict=True):
        whole = next(completed) if chance >= LEAST else None
        event = code_event(findings, whole, chance) if whole is not None else None
        coded.append(Coded(candidate, chance, whole, event))
    return coded


def list_candidates(findings: Findings, predicates: Sequence[Predicate]) -> tuple[Candidate, ...]:
    """What may be an event of the article, in order of the text."""
    predicates = [reread(findings.sentences[p.sentence], p) for p in predicates]
    stated = find_statements(findings, [p for p in predicates if not p.entry.loose])
    cues = {(p.sentence, p.head) for p in stated}
    predicates = [p for p in predicates if (p.sentence, p.head) not in cues]
    judged = find_judgements(findings, (*predicates, *stated))
    ordered = sorted((*predicates, *stated, *judged), key=lambda p: (p.sentence, p.head))
    made = (_make_candidate(findings, findings.sentences[p.sentence], p) for p in ordered)
    return tuple(candidate for candidate in made if candidate is not None)


def _make_candidate(findings: Findings, sentence: Sentence, predicate: Predicate) -> Candidate | None:
    actors, recipients = _find_sides(findings, sentence, predicate)
    actors = actors or find_speaker(findings, predicate, sentence)
    kind, given = _settle_type(findings, predicate, actors)
    if kind is None:
        return None
    trigger = sentence.span(predicate.trigger)
    holder, attribution = find_holder(findings, sentence, predicate)
    facts = judge_event(sentence, predicate, attribution)
    political = is_political([*actors, *recipients], findings.cast)
    return Candidate(
        sentence=sentence,
        predicate=predicate,
        type=kind,
        modes=given,
        actors=actors,
        recipients=recipients,
        trigger=trigger,
        holder=holder,
        attribution=attribution,
        facts=facts,
        political=political,
        strict=not find_objection(predicate, actors, recipients, political),
    )


def code_event(findings: Findings, candidate: Candidate, chance: float) -> Event:
    """The event of an accepted candidate, with its modes, contexts, circumstances and amounts."""
    sentence, predicate, kind = candidate.sentence, candidate.predicate, candidate.type
    trigger = candidate.trigger
    clause = sentence.span(predicate.clause)
    lemmas = [token.lemma for token in sentence.tokens[predicate.clause.first : predicate.clause.last]]
    modes = find_modes(kind, candidate.modes, predicate.content, lemmas)
    contexts = find_contexts(lemmas, (*predicate.entry.contexts, *find_added(kind, modes)))
    time = find_time(findings, sentence, predicate)
    day = make_date(findings, sentence, predicate, time)
    facts = weigh_date(candidate.facts, day, findings.article.published.value)
    place = find_place(findings, sentence, predicate)
    size = find_size(findings, sentence, predicate)
    return Event(
        id=make_id("event", findings.article.id, kind, trigger.start, trigger.end, candidate.holder),
        type=kind,
        mode=modes,
        contexts=contexts,
        quad=find_quad(kind),
        scale=find_scale(kind, modes),
        cameo=find_cameo(kind, modes, contexts),
        trigger=trigger,
        clause=clause,
        actors=candidate.actors,
        recipients=candidate.recipients,
        place=place.id if place else None,
        time=time.id if time else None,
        date=day,
        polarity=facts.polarity,
        certainty=facts.certainty,
        tense=facts.tense,
        holder=candidate.holder,
        size=size,
        quantities=tuple(q.id for q in find_quantities(findings, sentence, predicate, size)),
        rule=predicate.entry.rule,
        confidence=round(chance, 2),
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


def find_objection(predicate: Predicate, actors: Sequence[Party], recipients: Sequence[Party], political: bool) -> str:
    """Why the manual does not let it stand by the rules alone; empty where someone acts, upon whom, in politics."""
    entry = predicate.entry
    if entry.loose or predicate.inside:
        return "its line is loose" if entry.loose else f"it is the content of a {predicate.inside}"
    if entry.type == "PROTEST" and entry.pos == "n":
        return ""  # the crowd is in the word
    if not actors and not (recipients and entry.type in WITHOUT_ACTOR.get(entry.pos, ())):
        return "nobody acts" if recipients else "nobody acts or is acted upon"
    if entry.weak and not (actors and recipients):
        return "its line is weak, and one side is missing"
    if entry.type is not None and load_codebook().types[entry.type].requires_recipient and entry.recipient:
        required = recipients or predicate.recipients
        if not required:
            return f"{entry.type} needs a recipient"
    return "its line is political, and no party is" if entry.political and not political else ""
