"""Speech acts that are events: `she said the council had lied` accuses, `he said they must leave` demands.

The lexicon of predicates knows the verbs that tell so by themselves (`condemn`, `urge`); here the act of an
attribution tells it, where its cue is open (`said`, `wrote`, `called`). Only what names both sides is taken: who
speaks, and in the same sentence who is blamed or asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coranto.coding.findings import Findings
from coranto.coding.parties import find_parties
from coranto.extract.frames.arguments import find_clause
from coranto.extract.frames.lexicon import Entry
from coranto.extract.frames.predicates import Predicate
from coranto.model.attribution import Act, Attribution
from coranto.model.entity import Entity
from coranto.model.event import EventType
from coranto.model.sentence import Sentence, Token
from coranto.model.span import Range

TYPES: dict[Act, tuple[EventType, tuple[str, ...]]] = {
    "accuse": ("ACCUSE", ("disapprove",)),
    "demand": ("REQUEST", ()),
}
"""Acts whose statements are events; promises and denials told so proved too often no event of their own."""
SPEAKERS = frozenset({"person", "state", "organization", "group"})
BLAMED = frozenset({"person", "state", "organization"})
NAMING = frozenset("call describe characterize label dub brand portray depict view refer".split())
"""Cues whose object is the one who is blamed (`called the envoy a liar`)."""
BARRED = frozenset({"explain", "view", "see", "regard"})
"""Cues that tell of a thought or a reason, no act towards anyone."""
SUBJECTS = ("nsubj", "nsubjpass")
OBJECTS = ("dobj", "obj", "pobj")
REFLEXIVES = ("self", "selves")


@dataclass(frozen=True, slots=True)
class _Statement:
    """An attribution whose cue is a verb of this sentence, with the tokens of its content that stand here too."""

    attribution: Attribution
    sentence: Sentence
    cue: Token
    content: tuple[Token, ...]


def find_statements(findings: Findings, predicates: Sequence[Predicate]) -> tuple[Predicate, ...]:
    """Predicates of the statements that are events, in order; none where a predicate stands at the cue already."""
    taken = {(p.sentence, i) for p in predicates for i in range(p.trigger.first, p.trigger.last)}
    found = []
    for statement in _list_statements(findings):
        number = statement.sentence.number
        if (number, statement.cue.i) in taken:
            continue
        if _only_vouches(statement) and any((number, t.i) in taken for t in statement.content):
            continue
        predicate = _make_predicate(findings, statement)
        if predicate is not None:
            taken.add((number, statement.cue.i))
            found.append(predicate)
    return tuple(sorted(found, key=lambda p: (p.sentence, p.head)))


def _only_vouches(statement: _Statement) -> bool:
    """Whether an event within what is said is the news, and the saying merely vouches for it."""
    return statement.attribution.act == "accuse" and statement.cue.lemma not in NAMING


def _list_statements(findings: Findings) -> Iterator[_Statement]:
    starts = [(s.start, s.end, s) for s in findings.sentences]
    position = 0
    for attribution in sorted(findings.attributions, key=lambda a: a.cue[0].start if a.cue else 0):
        if attribution.act not in TYPES or not attribution.cue or attribution.rule.partition("_")[0] != "verb":
            continue
        place = attribution.cue[0].start
        while position < len(starts) - 1 and starts[position][1] <= place:
            position += 1
        sentence = starts[position][2]
        words = [sentence.tokens[i] for span in attribution.cue for i in range(*sentence.tokens_in(span))]
        cue = next((t for t in words if t.pos == "VERB" and t.lemma not in BARRED), None)
        inside = tuple(
            t for t in sentence.tokens if any(s.start <= t.start and t.end <= s.end for s in attribution.content)
        )
        if cue is not None and inside:
            yield _Statement(attribution, sentence, cue, inside)


def _make_predicate(findings: Findings, statement: _Statement) -> Predicate | None:
    speaker = _find_speaker(findings, statement)
    if speaker is None:
        return None
    blamed = _find_blamed(findings, statement)
    if blamed is None:
        return None
    cue, sentence = statement.cue, statement.sentence
    return Predicate(
        sentence=sentence.number,
        head=cue.i,
        trigger=Range(cue.i, cue.i + 1),
        clause=find_clause(sentence, cue.i),
        entry=_make_entry(statement),
        actors=(speaker,),
        recipients=(blamed,),
    )


def _make_entry(statement: _Statement) -> Entry:
    kind, modes = TYPES[statement.attribution.act]
    return Entry(
        predicate=statement.cue.lemma,
        head=statement.cue.lemma,
        pos="v",
        words=(),
        constraints=(),
        type=kind,
        modes=modes,
        contexts=(),
        actor=(("subj",),),
        recipient=(("obj",),),
        political=True,
        weak=True,
        rule=f"statements/{statement.attribution.act}:{statement.cue.lemma}",
    )


def _find_speaker(findings: Findings, statement: _Statement) -> int | None:
    """The token that stands for the source, the nearest to the cue; None for outlets, documents and the unnamed."""
    entity = findings.cast.by_id.get(statement.attribution.source.entity or "")
    if entity is None or entity.kind not in SPEAKERS:
        return None
    outside = [
        t.i
        for t in statement.sentence.tokens
        if t not in statement.content and _is_at(findings, statement.sentence, t, entity)
    ]
    return min(outside, key=lambda i: abs(i - statement.cue.i), default=None)


def _is_at(findings: Findings, sentence: Sentence, token: Token, entity: Entity) -> bool:
    found = findings.cast.find(sentence.number, token.i)
    return found is not None and found.id == entity.id


def _find_blamed(findings: Findings, statement: _Statement) -> int | None:
    """Who is blamed or asked: the subject of what is said, the object that is called something, else who is named."""
    sentence, speaker = statement.sentence, statement.attribution.source.entity
    inside = {t.i for t in statement.content}
    top = min(statement.content, key=lambda t: (sum(1 for _ in sentence.ancestors_of(t.i)), t.i))
    deps = SUBJECTS if statement.cue.lemma not in NAMING else (*SUBJECTS, *OBJECTS)
    first = [t.i for t in sentence.children_of(top.i, *deps) if t.i in inside]
    if statement.cue.lemma in NAMING:
        first += [t.i for t in sentence.children_of(statement.cue.i, *OBJECTS) if t.i in inside]
    if any(sentence.tokens[i].lower.endswith(REFLEXIVES) for i in first):
        return None
    named = statement.cue.lemma in NAMING or statement.attribution.act == "demand"
    others = [] if named else [t.i for t in statement.content]
    for place in (*first, *others):
        if place not in first and findings.cast.find(sentence.number, place) is None:
            continue
        for party in find_parties(sentence, (place,), findings.cast):
            entity = findings.cast.by_id[party.entity] if party.entity else None
            if entity is not None and entity.kind in BLAMED and entity.id != speaker:
                return place
    return None
