"""Why a text is coded as it is: each decision of the pipeline with what it went by.

Nothing is decided here: every value comes from the functions that the pipeline calls.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import get_args

from coranto.clean.blocks import build_blocks
from coranto.cli.traces import (
    Claim,
    Coding,
    Explanation,
    Line,
    Option,
    Outcome,
    Saying,
    Side,
    Slot,
    Step,
    Trace,
    Trigger,
    Verdict,
    Word,
)
from coranto.coding.acceptance import LEAST, describe_candidates, load_weights
from coranto.coding.attachment import FAR, select_within
from coranto.coding.candidates import Candidate
from coranto.coding.circumstances import list_claims, weigh_places, weigh_times
from coranto.coding.events import Coded, code_candidates, find_objection, list_candidates
from coranto.coding.factuality import weigh_date
from coranto.coding.findings import Findings
from coranto.coding.repeats import merge_repeats
from coranto.extract.frames.arguments import find_phrase, find_slot
from coranto.extract.frames.entries import Check, check_entry, is_verb, list_entries, list_fillers, match_entry
from coranto.extract.frames.lexicon import Constraint, Entry, Lexicon, load_predicates
from coranto.extract.frames.predicates import Predicate, Settled, find_control, find_light, match_token, settle_sentence
from coranto.model.article import Article
from coranto.model.entity import Party
from coranto.model.event import Event, EventType
from coranto.model.sentence import Sentence, Token
from coranto.parse.sentences import parse_blocks
from coranto.pipeline import clean_article, find_all
from coranto.resources import read_lines

MOST_REASONS = 4


def explain_article(article: Article) -> Explanation:
    """Read the article as the pipeline does, whatever its language, and tell why it is coded so.

    Raises ModelError where the language model cannot be used.
    """
    article = clean_article(article)
    sentences = parse_blocks(build_blocks(article.text, article.furniture, article.repairs), article.text)
    findings = find_all(article, sentences)
    lexicon = load_predicates()
    settled = [settle_sentence(sentence, lexicon) for sentence in sentences]
    candidates = list_candidates(findings, [p for found in settled for p in found.predicates])
    coded = code_candidates(findings, candidates)
    features = list(describe_candidates(findings, candidates))
    kept = {e.id: e for e in merge_repeats([c.event for c in coded if c.event is not None], findings)}
    traces = []
    for sentence, found in zip(sentences, settled, strict=True):
        codings = [
            _trace_coding(findings, one, seen, kept)
            for one, seen in zip(coded, features, strict=True)
            if one.candidate.sentence is sentence
        ]
        traces.append(_trace_sentence(findings, sentence, found, codings))
    furniture = tuple(f"{f.span.text} [{f.rule}]" for f in article.furniture)
    return Explanation(language=article.language, furniture=furniture, traces=tuple(traces))


def _trace_sentence(findings: Findings, sentence: Sentence, settled: Settled, codings: Sequence[Coding]) -> Trace:
    lexicon = load_predicates()
    every = [_trace_trigger(sentence, token, settled, lexicon) for token in sentence.tokens]
    triggers = [trigger for trigger in every if trigger.lines]
    known = {trigger.word for trigger in triggers} | {p.head for p in settled.predicates}
    names = {entity.id: entity.name for entity in findings.cast.entities}
    return Trace(
        text=sentence.text,
        words=tuple(
            Word(
                number=t.i,
                text=t.text,
                lemma=t.lemma,
                pos=t.pos,
                tag=t.tag,
                relation=t.dep,
                head=t.head,
                name=t.label,
            )
            for t in sentence.tokens
        ),
        sayings=tuple(
            Saying(
                source=names.get(a.source.entity or "") or " ".join(s.text for s in a.source.spans),
                act=a.act,
                form=a.form,
                rule=a.rule,
                cue=" ".join(s.text for s in a.cue),
                content=tuple(s.text for s in a.content),
            )
            for a in findings.attributions
            if any(s.start < sentence.end and sentence.start < s.end for s in (*a.content, *a.cue))
        ),
        triggers=tuple(triggers),
        unknown=tuple(t.lemma for t in sentence.tokens if is_verb(t) and t.pos == "VERB" and t.i not in known),
        codings=tuple(codings),
    )


def _trace_trigger(sentence: Sentence, token: Token, settled: Settled, lexicon: Lexicon) -> Trigger:
    taken = match_token(sentence, token, lexicon)
    lines = [_trace_line(sentence, token, entry, taken) for entry in list_entries(token, lexicon)]
    lines += _trace_helpers(sentence, token, settled, lexicon)
    final = next((p for p in settled.predicates if p.head == token.i), None)
    fate = settled.dropped.get(token.i, "")
    if final is not None and taken is not None and final.entry.rule != taken.entry.rule:
        fate = f"taken over by {final.entry.rule}"
    return Trigger(word=token.i, lines=tuple(lines), fate=fate)


def _trace_line(sentence: Sentence, token: Token, entry: Entry, taken: Predicate | None) -> Line:
    verdict, why = _judge_line(sentence, token, entry, taken)
    file, number = find_line(entry.rule)
    return Line(
        file=file,
        line=number,
        predicate=entry.predicate,
        type=entry.type,
        weight=entry.weight,
        verdict=verdict,
        why=why,
    )


def _trace_helpers(sentence: Sentence, token: Token, settled: Settled, lexicon: Lexicon) -> Iterator[Line]:
    """The lines of light.tsv and control.tsv that hold at a verb that carries or governs an event."""
    light = find_light(sentence, token, lexicon) if any(p.light == token.i for p in settled.predicates) else None
    if light is not None:
        file, number = find_line(f"predicates/light:{light.verb}")
        why = f"carries the event, its subject the {light.subject}"
        yield Line(file=file, line=number, predicate=light.verb, type=None, weight=0, verdict="helps", why=why)
    control = find_control(sentence, token, lexicon) if is_verb(token) else None
    if control is not None:
        file, number = find_line(f"predicates/control:{control.verb}")
        why = f"puts what it governs as {control.effect or 'it is'}"
        yield Line(
            file=file, line=number, predicate=control.verb, type=control.type, weight=0, verdict="helps", why=why
        )


def _judge_line(sentence: Sentence, token: Token, entry: Entry, taken: Predicate | None) -> tuple[Verdict, str]:
    """What became of the line at the word, and why."""
    if taken is not None and taken.entry is entry:
        return "taken", ""
    if match_entry(sentence, token, entry) is None:
        missed = next(check for check in check_entry(sentence, token, entry) if not check.met)
        return "rejected", _describe_miss(sentence, token, missed)
    if taken is None:
        return ("no event", "") if entry.type is None else ("outweighed", "a phrase that is no event asks for as much")
    if entry.weight < taken.entry.weight:
        return "outweighed", "the line taken asks for more"
    return "outweighed", "the line taken finds as many sides, and stands first"


def _describe_miss(sentence: Sentence, token: Token, check: Check) -> str:
    if not isinstance(check.asked, Constraint):
        return f"no “{check.asked}” with it"
    slot = check.asked.slot
    there = ", ".join(sentence.tokens[i].lemma for i in list_fillers(sentence, token, slot))
    return f"its {slot} is {there}" if there else f"there is no {slot}"


@cache
def _number_lines(name: str) -> dict[tuple[str, str], int]:
    """The line of each predicate of a file of the lexicon, by predicate and part of speech."""
    key = "verb" if name.endswith(("control.tsv", "light.tsv")) else "predicate"
    return {(row[key], row.get("pos", "v")): number for number, row in read_lines(name)}


def find_line(rule: str) -> tuple[str, int | None]:
    """The file and line of a rule such as `predicates/consult:meet with`; no line where it stands in no table."""
    stem, _, predicate = rule.partition(":")
    if not stem.startswith("predicates/"):
        return f"coding/{stem.partition('/')[0]}.py", None
    name, end = f"{stem}.tsv", predicate[-2:]
    pos = end[1] if end in {"/n", "/a"} else "v"
    return name, _number_lines(name).get((predicate.removesuffix(f"/{pos}"), pos))


def _trace_coding(findings: Findings, coded: Coded, features: Iterable[str], kept: dict[str, Event]) -> Coding:
    candidate, event = coded.candidate, coded.event
    sentence, predicate = candidate.sentence, candidate.predicate
    file, number = find_line(predicate.entry.rule)
    weights = load_weights()
    weighed = [(feature, weights[feature]) for feature in features if feature != "bias" and weights.get(feature)]
    reasons = sorted(weighed, key=lambda found: -abs(found[1]))
    names = {entity.id: entity.name for entity in findings.cast.entities}
    outcome: Outcome = "refused" if event is None else "coded" if event.id in kept else "told again"
    return Coding(
        word=predicate.head,
        trigger=sentence.span(predicate.trigger).text,
        rule=predicate.entry.rule,
        file=file,
        line=number,
        type=candidate.type,
        line_type=_read_type(file),
        modes=candidate.modes,
        contexts=predicate.entry.contexts,
        light="" if predicate.light is None else sentence.tokens[predicate.light].text,
        effects=predicate.effects,
        inside=predicate.inside or "",
        content=predicate.content,
        actors=_trace_side(findings, candidate, coded.completed, "actors"),
        recipients=_trace_side(findings, candidate, coded.completed, "recipients"),
        claims=tuple(
            Claim(
                source=names.get(c.attribution.source.entity or "", "unnamed"),
                act=c.attribution.act,
                rule=c.attribution.rule,
                why_not=c.why_not,
            )
            for c in list_claims(findings, sentence, predicate)
        ),
        steps=_trace_steps(findings, candidate, event),
        times=_trace_times(findings, candidate, event),
        places=_trace_places(findings, candidate, event),
        sizes=_list_sizes(findings, sentence, event),
        objection=find_objection(predicate, candidate.actors, candidate.recipients, candidate.political),
        chance=round(coded.chance, 2),
        least=LEAST,
        reasons=tuple((name, round(weight, 2)) for name, weight in reasons[:MOST_REASONS]),
        outcome=outcome,
        event=None if event is None else kept.get(event.id, event),
    )


def _read_type(file: str) -> str:
    """The type that a file of the lexicon is named after; empty where it is none."""
    name = file.removeprefix("predicates/").removesuffix(".tsv").upper()
    return name if name in get_args(EventType) else ""


def _trace_side(findings: Findings, candidate: Candidate, completed: Candidate | None, side: str) -> Side:
    sentence, predicate = candidate.sentence, candidate.predicate
    slots = predicate.entry.actor if side == "actors" else predicate.entry.recipient
    found: tuple[Party, ...] = getattr(candidate, side)
    whole: tuple[Party, ...] = getattr(completed, side) if completed is not None else found

    def show(heads: Iterable[int]) -> tuple[str, ...]:
        return tuple(sentence.words(find_phrase(sentence, i)) for i in heads)

    return Side(
        alternatives=tuple(
            tuple(Slot(name=slot, phrases=show(find_slot(sentence, predicate.head, slot))) for slot in alternative)
            for alternative in slots
        ),
        phrases=show(getattr(predicate, side)),
        parties=tuple(_describe_party(findings, party) for party in found),
        added=tuple(f"{_describe_party(findings, p)} by {p.implied}" for p in whole if p not in found),
        dropped=tuple(_describe_party(findings, party) for party in found if party not in whole),
    )


def _describe_party(findings: Findings, party: Party) -> str:
    entity = findings.cast.by_id[party.entity or ""]
    codes = " ".join(code for code in (entity.country, entity.sector) if code)
    return f"{entity.name} [{codes}]" if codes else f"{entity.name} ({entity.kind})"


def _trace_steps(findings: Findings, candidate: Candidate, event: Event | None) -> tuple[Step, ...]:
    day = event.date if event is not None else None
    facts = weigh_date(candidate.facts, day, findings.article.published.value)
    tokens = candidate.sentence.tokens
    return tuple(
        Step(
            aspect=ruling.aspect,
            value=ruling.value,
            rule=ruling.rule,
            word="" if ruling.word is None else tokens[ruling.word].text,
        )
        for ruling in facts.rulings
    )


def _trace_times(findings: Findings, candidate: Candidate, event: Event | None) -> tuple[Option, ...]:
    weighed = weigh_times(findings, candidate.sentence, candidate.predicate)
    known = {time.id for time, _ in weighed}
    options = [
        Option(
            text=time.span.text,
            value=time.value,
            cost=cost[0] if cost[0] < FAR else None,
            taken=event is not None and event.time == time.id,
        )
        for time, cost in weighed
    ]
    elsewhere = (t for t in findings.times if event is not None and t.id == event.time and t.id not in known)
    options += [Option(text=time.span.text, value=time.value, cost=None, taken=True) for time in elsewhere]
    return tuple(options)


def _trace_places(findings: Findings, candidate: Candidate, event: Event | None) -> tuple[Option, ...]:
    return tuple(
        Option(
            text=place.span.text,
            value=place.name,
            cost=cost[0] if cost[0] < FAR else None,
            taken=event is not None and event.place == place.id,
        )
        for place, cost in weigh_places(findings, candidate.sentence, candidate.predicate)
    )


def _list_sizes(findings: Findings, sentence: Sentence, event: Event | None) -> tuple[str, ...]:
    if event is None:
        return ()
    texts = {q.id: q.span.text for q in select_within(findings.quantities, sentence)}
    sizes = [f"{name}: {texts.get(number, number)}" for name, number in event.size.items()]
    others = [texts[number] for number in event.quantities if number in texts and number not in event.size.values()]
    return (*sizes, *others)
