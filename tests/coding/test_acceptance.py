"""Which candidates are events."""

import pytest

from coranto.clean.blocks import build_blocks
from coranto.coding import acceptance
from coranto.coding.acceptance import LEAST, describe_candidates, judge_candidates, load_politics, load_weights
from coranto.coding.events import list_candidates
from coranto.extract.frames.predicates import find_predicates
from coranto.intake.articles import make_article
from coranto.pipeline import clean_article, find_all, parse_blocks, read_text

NEWS = (
    "The government of Peru arrested two opposition leaders on Monday. Police fired tear gas at demonstrators in Lima. "
    "The foreign minister of Chile condemned the arrests. Peru rejected the criticism. "
    "Chile recalled its ambassador from Lima. The two presidents will meet in Quito on Friday. "
    "Parliament voted against the government."
)
STORM = (
    "The storm killed twelve people on the coast. Rain fell all night and the river rose. "
    "The wind tore roofs from houses. Two fishermen were killed when their boat sank. "
    "The harbour is closed until the water falls. Forecasters expect more rain on Monday. Schools stay closed."
)


def find(text):
    article = clean_article(make_article(text, source="text"))
    blocks = build_blocks(article.text, article.furniture, article.repairs)
    findings = find_all(article, parse_blocks(blocks, article.text))
    return findings, list_candidates(findings, find_predicates(findings.sentences))


def test_every_weight_has_a_feature_of_its_own_and_is_worth_something():
    weights = load_weights()
    assert len(weights) > 100
    assert all(name and weight for name, weight in weights.items())


def test_the_features_of_a_candidate_have_weights():
    findings, candidates = find(NEWS)
    for features in describe_candidates(findings, candidates):
        assert features[0] == "bias"
        assert sum(name in load_weights() for name in features) > len(features) / 2


def test_news_of_politics_has_events_and_news_of_a_storm_none():
    assert {"COERCE", "ACCUSE", "REJECT"} <= {event.type for event in read_text(NEWS).events}
    assert read_text(STORM).events == ()


def test_the_chance_is_the_confidence_and_never_below_the_least():
    assert all(LEAST <= event.confidence <= 1 for event in read_text(NEWS).events)


def test_a_short_text_is_judged_by_the_rules_too():
    (event,) = read_text("Peru arrested two opposition leaders.").events
    assert (event.type, event.confidence) == ("COERCE", acceptance.RULES_ALONE)


def test_without_weights_the_rules_decide_alone(monkeypatch):
    monkeypatch.setattr(acceptance, "load_weights", dict)
    findings, candidates = find(NEWS)
    chances = judge_candidates(findings, candidates)
    assert [chance > 0 for chance in chances] == [candidate.strict for candidate in candidates]


@pytest.mark.parametrize("word", ["minister", "sanction", "protester", "ceasefire"])
def test_words_of_politics_are_lemmas(word):
    assert word in load_politics()
    assert all(lemma == lemma.lower() for lemma in load_politics())
