"""What speakers say that is an act by its content: blame, praise, demands, refusals, promises and threats.

No verb of blame or demand stands there (`The policy is a disgrace`, `Peru must leave`, `we will not negotiate`), and
the cue is as often in another sentence; the one who acts is the source to whom the words are attributed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from coranto.coding.findings import Findings
from coranto.extract.frames.arguments import find_clause, is_passive
from coranto.extract.frames.lexicon import Entry
from coranto.extract.frames.predicates import Predicate
from coranto.model.attribution import Attribution
from coranto.model.entity import Entity, Party
from coranto.model.event import EventType
from coranto.model.sentence import Sentence, Token
from coranto.model.span import Range
from coranto.resources import read_yaml

WORDS = "codebook/judgements.yaml"
FOLDER = "judgements"
SPEAKERS = frozenset({"person", "state", "organization", "group", "unnamed"})
JUDGED = frozenset({"person", "state", "organization", "group"})
SUBJECTS = ("nsubj", "nsubjpass")
DUTIES = frozenset({"should", "must"})
WILL = frozenset({"will", "would", "'ll", "’ll", "wo", "ca", "can", "could", "shall"})
ABLE = frozenset({"can", "ca", "could"})
OPEN = frozenset({"VERB", "ADJ", "NOUN"})
FIRST = frozenset({"i", "we"})
MODES: dict[EventType, tuple[str, ...]] = {"ACCUSE": ("disapprove",)}


@cache
def load_words() -> dict[str, frozenset[str]]:
    """The lists of judging words by name, lower case lemmas."""
    return {name: frozenset(words.split()) for name, words in read_yaml(WORDS).items() if name != "source"}


def find_judgements(findings: Findings, predicates: Sequence[Predicate]) -> tuple[Predicate, ...]:
    """One predicate of each type in a sentence at most, where no other predicate of the type stands in its clause."""
    taken = {(p.sentence, i) for p in predicates for i in range(p.trigger.first, p.trigger.last)}
    told = {(p.sentence, p.clause, p.entry.type) for p in predicates}
    found: list[Predicate] = []
    for sentence, attribution in _list_contents(findings):
        speaker = attribution.source.entity
        types: set[EventType] = set()
        for token in sentence.tokens:
            if token.pos not in OPEN:
                continue
            judged = _judge(findings, sentence, token, speaker)
            if judged is None or judged[0] in types or (sentence.number, token.i) in taken:
                continue
            if not any(c.start <= token.start and token.end <= c.end for c in attribution.content):
                continue
            kind, rule, recipients = judged
            clause = find_clause(sentence, token.i)
            if (sentence.number, clause, kind) not in told:
                types.add(kind)
                found.append(_make_predicate(sentence, token, kind, rule, recipients))
    return tuple(found)


def find_speaker(findings: Findings, predicate: Predicate, sentence: Sentence) -> tuple[Party, ...]:
    """The source of the words in which a judgement stands; nobody for other predicates."""
    if not predicate.entry.rule.startswith(FOLDER):
        return ()
    start = sentence.tokens[predicate.head].start
    for attribution in findings.attributions:
        if any(c.start <= start < c.end for c in attribution.content) and _find_source(findings, attribution):
            return (Party(entity=attribution.source.entity, span=attribution.source.spans[0]),)
    return ()


def _find_source(findings: Findings, attribution: Attribution) -> Entity | None:
    entity = findings.cast.by_id.get(attribution.source.entity or "")
    return entity if entity is not None and entity.kind in SPEAKERS and attribution.source.spans else None


def _list_contents(findings: Findings) -> Iterator[tuple[Sentence, Attribution]]:
    """Each sentence with the first attribution of a known source whose content has a part of it."""
    sourced = [a for a in findings.attributions if a.content and _find_source(findings, a)]
    for sentence in findings.sentences:
        for attribution in sourced:
            if any(c.start < sentence.end and sentence.start < c.end for c in attribution.content):
                yield sentence, attribution
                break


def _judge(
    findings: Findings, sentence: Sentence, token: Token, speaker: str | None
) -> tuple[EventType, str, tuple[int, ...]] | None:
    """The type of the judgement that the token makes, how it does so, and whom it is about."""
    words = load_words()
    if token.pos == "VERB":
        return _judge_verb(findings, sentence, token, speaker)
    kind: EventType | None = None
    if token.pos == "ADJ" and token.dep in {"amod", "acomp", "conj", "ROOT"}:
        kind = "ACCUSE" if token.lemma in words["bad"] else "SUPPORT" if token.lemma in words["good"] else None
    elif token.pos == "NOUN" and token.dep in {"attr", "oprd", "ROOT"}:
        kind = (
            "ACCUSE" if token.lemma in words["bad_nouns"] else "SUPPORT" if token.lemma in words["good_nouns"] else None
        )
    carriers = (token.i,) if token.dep == "amod" else (token.i, token.head)
    denied = any(True for i in carriers for _ in sentence.children_of(i, "neg"))
    if kind is None or denied or (kind == "SUPPORT" and token.dep == "amod"):
        return None
    if token.dep == "amod":
        about: tuple[int, ...] = (token.head,)
    else:
        about = tuple(t.i for t in sentence.children_of(token.head, *SUBJECTS))
    if kind == "SUPPORT" and not _find_judged(findings, sentence, about, speaker):
        return None
    return kind, f"{'praise' if kind == 'SUPPORT' else 'blame'}/{token.dep}", about


def _judge_verb(
    findings: Findings, sentence: Sentence, token: Token, speaker: str | None
) -> tuple[EventType, str, tuple[int, ...]] | None:
    words = load_words()
    modals = {t.lower for t in sentence.children_of(token.i, "aux")}
    if not modals and token.lemma not in words["bad_verbs"]:
        return None
    subjects = tuple(t.i for t in sentence.children_of(token.i, *SUBJECTS))
    negated = any(sentence.children_of(token.i, "neg"))
    own = any(_is_speaker(findings, sentence, i, speaker) for i in subjects)
    if modals & (WILL - ABLE) and own and negated and token.lemma in words["volitional"]:
        return "REJECT", "refusal", ()
    if modals & (WILL - ABLE - {"would"}) and own and not negated and token.lemma in words["volitional"]:
        return "AGREE", "promise", ()
    if not own and modals & WILL and token.lemma in words["consequence"] and subjects:
        return "THREATEN", "consequence", subjects
    if modals & DUTIES and not own and subjects:
        judged = _find_judged(findings, sentence, subjects, speaker)
        if judged or is_passive(sentence, token.i):
            return "REQUEST", "duty", judged
    if token.lemma in words["bad_verbs"] and not own and not negated:
        judged = _find_judged(findings, sentence, subjects, speaker)
        if judged:
            return "ACCUSE", "blame/verb", judged
    return None


def _find_judged(findings: Findings, sentence: Sentence, heads: Sequence[int], speaker: str | None) -> tuple[int, ...]:
    """Those of the tokens that stand for someone else than the speaker, or for what is someone's."""
    found = []
    for head in heads:
        for place in (head, *(t.i for t in sentence.children_of(head, "poss", "compound", "nmod", "amod"))):
            entity = findings.cast.find(sentence.number, place)
            if entity is not None and entity.kind in JUDGED and entity.id != speaker:
                found.append(place)
                break
    return tuple(found)


def _is_speaker(findings: Findings, sentence: Sentence, token: int, speaker: str | None) -> bool:
    if sentence.tokens[token].lower in FIRST:
        return True
    entity = findings.cast.find(sentence.number, token)
    return entity is not None and entity.id == speaker


def _make_predicate(
    sentence: Sentence, token: Token, kind: EventType, rule: str, recipients: tuple[int, ...]
) -> Predicate:
    entry = Entry(
        predicate=token.lemma,
        head=token.lemma,
        pos="v" if token.pos == "VERB" else "a",
        words=(),
        constraints=(),
        type=kind,
        modes=MODES.get(kind, ()),
        contexts=(),
        actor=(),
        recipient=(("obj",),),
        political=True,
        weak=False,
        rule=f"{FOLDER}/{rule}:{token.lemma}",
        loose=True,
    )
    return Predicate(
        sentence=sentence.number,
        head=token.i,
        trigger=Range(token.i, token.i + 1),
        clause=find_clause(sentence, token.i),
        entry=entry,
        actors=(),
        recipients=recipients,
    )
