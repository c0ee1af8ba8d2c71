"""What speakers blame, demand, refuse and promise by its content."""

import pytest

from coranto.clean.blocks import build_blocks
from coranto.coding.events import list_candidates
from coranto.coding.judgements import load_words
from coranto.extract.frames.predicates import find_predicates
from coranto.intake.articles import make_article
from coranto.pipeline import clean_article, find_all, parse_blocks


def find(text):
    article = clean_article(make_article(text, source="text"))
    blocks = build_blocks(article.text, article.furniture, article.repairs)
    findings = find_all(article, parse_blocks(blocks, article.text))
    names = {entity.id: entity.name for entity in findings.cast.entities}
    return [
        (c.type, c.trigger.text, [names[p.entity] for p in c.actors])
        for c in list_candidates(findings, find_predicates(findings.sentences))
        if c.predicate.entry.rule.startswith("judgements/")
    ]


@pytest.mark.parametrize(
    ("text", "kind", "trigger", "actor"),
    [
        ("“The policy of Peru is shameful,” Ana Ruiz said.", "ACCUSE", "shameful", "Ana Ruiz"),
        ("“This cruel policy must not stand in Peru,” Ana Ruiz said.", "ACCUSE", "cruel", "Ana Ruiz"),
        ("“The treaty is a disgrace,” Ana Ruiz said.", "ACCUSE", "disgrace", "Ana Ruiz"),
        ("“We will not wait,” Ana Ruiz said.", "REJECT", "wait", "Ana Ruiz"),
        ("“Peru will suffer,” Ana Ruiz said.", "THREATEN", "suffer", "Ana Ruiz"),
    ],
)
def test_the_content_tells_the_act_of_its_speaker(text, kind, trigger, actor):
    assert (kind, trigger, [actor]) in find(text)


@pytest.mark.parametrize(
    "text",
    [
        "The policy of Peru is shameful.",  # the article's own opinion
        "“The policy of Peru is not shameful,” Ana Ruiz said.",
        "“The harbour of Lima is wide,” Ana Ruiz said.",
        "“We must leave early,” Ana Ruiz said.",
    ],
)
def test_nobody_is_blamed_or_asked(text):
    assert [found for found in find(text) if found[0] in {"ACCUSE", "REQUEST"}] == []


def test_a_word_judges_in_one_way():
    words = load_words()
    assert not words["bad"] & words["good"]
    assert not words["bad_nouns"] & words["good_nouns"]
