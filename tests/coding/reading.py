"""What is known of a text before its events are coded, for the tests of single steps."""

from datetime import date

from coranto.clean.blocks import build_blocks
from coranto.coding.findings import Findings
from coranto.extract.frames.predicates import Predicate, find_predicates
from coranto.intake.articles import make_article
from coranto.model.article import Published
from coranto.model.sentence import Sentence
from coranto.parse.sentences import parse_blocks
from coranto.pipeline import clean_article, find_all


def read_findings(text: str, published: str | None = None) -> Findings:
    """The findings of a text."""
    day = Published(value=date.fromisoformat(published), basis="given") if published else Published()
    article = clean_article(make_article(text, source="text", published=day))
    return find_all(article, parse_blocks(build_blocks(text, article.furniture, article.repairs), text))


def find_predicate(findings: Findings, word: str) -> tuple[Sentence, Predicate]:
    """The predicate whose trigger holds the word, with its sentence."""
    for predicate in find_predicates(findings.sentences):
        sentence = findings.sentences[predicate.sentence]
        if word in sentence.span(predicate.trigger).text:
            return sentence, predicate
    raise AssertionError(f"no predicate at {word!r}")
