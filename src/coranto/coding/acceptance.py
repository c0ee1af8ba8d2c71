"""Which candidates are events that the article reports: what speaks for and against each, weighed.

The weights are those of a logistic regression over what is known of a candidate (`codebook/acceptance.tsv`, made by
`train/acceptance.py`); their sum gives the chance that a trained coder would have coded it. Without weights the rules
alone decide (`Candidate.strict`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from math import exp

from coranto.coding.candidates import Candidate
from coranto.coding.findings import Findings
from coranto.model.entity import Party
from coranto.model.sentence import Sentence, Token
from coranto.resources import read_tsv, read_yaml

POLITICS = "codebook/politics.yaml"
WEIGHTS = "codebook/acceptance.tsv"
LEAST = 0.27
"""The least chance at which a candidate is an event. Near half of the F1 that it leads to, F1 is highest."""
RULES_ALONE = 0.65
"""How often an event that the rules alone find is right."""
SHORT = 6
"""Sentences below which a text does not show what it is about: what stands by the rules alone is an event there."""
MODALS = frozenset("would could should must can may might will shall".split())
NOMINAL = frozenset({"NOUN", "PROPN"})
PRONOUNS = frozenset({"PRON"})
SHARES = (0.008, 0.016, 0.03, 0.05)
"""Upper bounds of the share of an article's words that tell of politics."""
DENSITIES = (0.001, 0.06, 0.12, 0.2, 0.35)
"""Upper bounds of how many other candidates a sentence of the article has that stand by the rules alone."""


@cache
def load_politics() -> frozenset[str]:
    """The lemmas of news about politics, conflict and law."""
    return frozenset(read_yaml(POLITICS)["words"].split())


@cache
def load_weights() -> dict[str, float]:
    """What each feature adds to the log-odds; empty where there are none."""
    return {row["feature"]: float(row["weight"]) for row in read_tsv(WEIGHTS)}


def judge_candidates(findings: Findings, candidates: Sequence[Candidate]) -> tuple[float, ...]:
    """The chance of each candidate of an article, in order of the text."""
    weights = load_weights()
    alone = tuple(RULES_ALONE if candidate.strict else 0.0 for candidate in candidates)
    if not weights:
        return alone
    chances = tuple(_judge(features, weights) for features in describe_candidates(findings, candidates))
    if len(findings.sentences) >= SHORT:
        return chances
    return tuple(max(chance, least) for chance, least in zip(chances, alone, strict=True))


def _judge(features: Sequence[str], weights: dict[str, float]) -> float:
    return 1 / (1 + exp(-sum(weights.get(feature, 0.0) for feature in features)))


def describe_candidates(findings: Findings, candidates: Sequence[Candidate]) -> Iterator[tuple[str, ...]]:
    """What is known of each candidate of an article, as the names of features."""
    strict = [c for c in candidates if c.strict]
    sentences = max(len(findings.sentences), 8)
    by_sentence: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        by_sentence.setdefault(candidate.sentence.number, []).append(candidate)
    politics = _find_share(findings)
    seen: set[tuple[str, ...]] = set()
    for candidate in candidates:
        others = len(strict) - candidate.strict
        beside = [c for c in by_sentence[candidate.sentence.number] if c is not candidate]
        features = [
            "bias",
            *_describe_predicate(candidate),
            *_describe_sides(findings, candidate),
            *_describe_words(candidate),
            f"density={sum(others / sentences > bound for bound in DENSITIES)}",
            f"beside={min(len(beside), 3)}",
            f"place={min(candidate.sentence.number // 4, 3)}",
            f"politics={politics}",
        ]
        if any(c.type == candidate.type for c in beside):
            features.append("beside=same")
        marks = _list_marks(candidate)
        features += [f"seen={mark[0]}/{candidate.predicate.entry.pos}" for mark in marks if mark in seen]
        seen.update(marks)
        yield tuple(features)


def _find_share(findings: Findings) -> int:
    """How many of the bounds the share of political words in the article exceeds."""
    politics = load_politics()
    lemmas = [token.lemma for sentence in findings.sentences for token in sentence.tokens]
    share = sum(lemma in politics for lemma in lemmas) / max(len(lemmas), 150)
    return sum(share > bound for bound in SHARES)


def _list_marks(candidate: Candidate) -> list[tuple[str, ...]]:
    """What makes a later candidate look like the same event again."""
    parties = [party.entity or "" for party in (*candidate.actors, *candidate.recipients)]
    return [("root", candidate.type, candidate.root), *(("party", candidate.type, party) for party in parties)]


def _describe_predicate(candidate: Candidate) -> Iterator[str]:
    entry = candidate.predicate.entry
    origin = entry.rule.partition(":")[0]
    kind = (
        origin
        if origin.startswith("judgements")
        else "control"
        if origin.endswith("control")
        else "statement"
        if origin.startswith("statement")
        else "lexicon"
    )
    yield f"origin={kind}"
    yield f"type={candidate.type}"
    yield f"type={candidate.type}/{entry.pos}"
    yield f"weight={min(entry.weight, 3)}/{entry.pos}"
    yield f"words={min(len(entry.words), 1)}/{entry.pos}"
    if entry.loose:
        yield "loose"
        yield f"loose/{candidate.type}"
    if candidate.predicate.light is not None:
        yield "light"
    if candidate.predicate.inside:
        yield "inside"
        yield f"inside={candidate.predicate.inside}"
        yield f"inside/{candidate.facts.tense}"
    if candidate.predicate.content:
        yield "content"
    if candidate.strict:
        yield "strict"
    if candidate.political:
        yield "political"
        yield f"political/{entry.pos}"


def _describe_sides(findings: Findings, candidate: Candidate) -> Iterator[str]:
    predicate = candidate.predicate
    slots = (("actor", predicate.actors, candidate.actors), ("recipient", predicate.recipients, candidate.recipients))
    for side, heads, parties in slots:
        found = _describe_side(findings, candidate.sentence, heads, parties)
        yield f"{side}={found}"
        yield f"{side}={found}/{predicate.entry.pos}"
        if not parties:
            yield f"{side}=none/{candidate.type}"
    if candidate.actors and candidate.recipients:
        yield "both"
    if not predicate.entry.recipient:
        yield "onesided"


def _describe_side(findings: Findings, sentence: Sentence, heads: Sequence[int], parties: Sequence[Party]) -> str:
    if parties:
        entity = findings.cast.by_id[parties[0].entity or ""]
        return entity.kind if entity.sector is None else f"{entity.kind}+"
    if not heads:
        return "none"
    token = sentence.tokens[heads[0]]
    return "pronoun" if token.pos in PRONOUNS else "name" if token.pos == "PROPN" else "noun"


def _describe_words(candidate: Candidate) -> Iterator[str]:
    sentence, token = candidate.sentence, candidate.sentence.tokens[candidate.predicate.head]
    yield f"dep={token.dep}/{candidate.predicate.entry.pos}"
    for name, value in (
        ("tense", candidate.facts.tense),
        ("polarity", candidate.facts.polarity),
        ("certainty", candidate.facts.certainty),
    ):
        yield f"{name}={value}"
    yield "holder=author" if candidate.attribution is None else f"holder={candidate.attribution.form}"
    if sentence.heading:
        yield "heading"
    if token.pos in NOMINAL:
        yield f"determiner={_find_determiner(sentence, token)}"
        yield f"tag={token.tag}"
    modal = next((t.lower for t in sentence.children_of(token.i, "aux") if t.lower in MODALS), None)
    if modal is not None:
        yield f"modal={modal}"
    if any(
        t.label in {"DATE", "TIME"}
        for t in sentence.tokens[candidate.predicate.clause.first : candidate.predicate.clause.last]
    ):
        yield "dated"


def _find_determiner(sentence: Sentence, noun: Token) -> str:
    near = list(sentence.children_of(noun.i, "det", "poss", "nummod"))
    if not near:
        return "none"
    first = near[0]
    return (
        first.dep if first.dep != "det" else first.lower if first.lower in {"the", "a", "an", "this", "no"} else "det"
    )
