"""The steps in order: an Article into a Reading."""

from __future__ import annotations

from datetime import date
from functools import cache

from coranto import __version__
from coranto.clean.blocks import build_blocks
from coranto.clean.byline import find_byline
from coranto.clean.dateline import find_published
from coranto.clean.furniture import find_furniture
from coranto.clean.language import detect_language
from coranto.clean.repairs import find_repairs
from coranto.coding.events import code_events
from coranto.coding.findings import Findings
from coranto.errors import UsageError
from coranto.extract.amounts.quantities import find_quantities
from coranto.extract.frames.predicates import find_predicates
from coranto.extract.mentions import find_mentions
from coranto.extract.places import find_places
from coranto.extract.speech.attributions import find_attributions
from coranto.extract.timex.times import find_times
from coranto.intake.articles import make_article
from coranto.model.article import Article, Published
from coranto.model.evidence import NO_EVIDENCE, Evidence
from coranto.model.reading import Reading, Run
from coranto.model.sentence import Sentence
from coranto.parse.language_model import NAME, STAMP
from coranto.parse.sentences import parse_blocks
from coranto.resolve.dates import resolve_times
from coranto.resolve.entities import resolve_entities
from coranto.resolve.gazetteer import resolve_places
from coranto.resolve.speakers import resolve_attributions
from coranto.resources import hash_lexicons
from coranto.tag.encoder import load_encoder

LANGUAGE = "en"


@cache
def make_run() -> Run:
    """The versions that a reading is stamped with."""
    encoder = load_encoder()
    learned = {} if encoder is None else {encoder.name: encoder.stamp}
    return Run(coranto=__version__, lexicons=hash_lexicons(), models={NAME: STAMP, **learned})


def read_article(article: Article, evidence: Evidence = NO_EVIDENCE) -> Reading:
    """Read an article. One in another language than English is cleaned and kept, without records.

    `evidence` is what other articles show about this one.

    Raises ModelError where the language model cannot be used.
    """
    article = clean_article(article, evidence)
    if article.language not in {LANGUAGE, None}:
        return Reading(article=article, run=make_run())
    blocks = build_blocks(article.text, article.furniture, article.repairs)
    return read_sentences(article, parse_blocks(blocks, article.text))


def clean_article(article: Article, evidence: Evidence = NO_EVIDENCE) -> Article:
    """The article with its furniture, repairs, language and, where the page prints them, date and writers."""
    furniture = find_furniture(article.text, article.title, evidence.recurring)
    published = article.published
    if published.value is None:
        published = find_published(article.text, furniture)
    return article.model_copy(
        update={
            "furniture": furniture,
            "byline": article.byline or find_byline(article.text, furniture),
            "repairs": find_repairs(article.text, furniture, evidence.names),
            "language": article.language or detect_language(article.text),
            "published": published,
        }
    )


def read_sentences(article: Article, sentences: tuple[Sentence, ...]) -> Reading:
    """Extract, resolve and code what the parsed sentences of a cleaned article say."""
    findings = find_all(article, sentences)
    return Reading(
        article=article,
        entities=findings.cast.entities,
        events=code_events(findings, find_predicates(sentences)),
        attributions=tuple(findings.attributions),
        times=tuple(findings.times),
        places=tuple(findings.places),
        quantities=tuple(findings.quantities),
        run=make_run(),
    )


def find_all(article: Article, sentences: tuple[Sentence, ...]) -> Findings:
    """Everything that the parsed sentences of a cleaned article say, but for its events."""
    mentions = find_mentions(sentences)
    cast = resolve_entities(article, sentences, mentions)
    attributions = resolve_attributions(article, find_attributions(sentences, load_encoder()), cast)
    times = resolve_times(article, sentences, find_times(sentences))
    places = resolve_places(article, find_places(sentences))
    quantities = find_quantities(article, sentences, [time.span for time in times])
    return Findings(article, sentences, cast, attributions, times, places, quantities)


def read_text(
    text: str, *, published: str | date | None = None, outlet: str | None = None, title: str | None = None,
    source: str = "text",
) -> Reading:  # fmt: skip
    """Read one text. `published` is an ISO date (`2023-12-12`) or a date.

    Raises UsageError for a date that is none.
    """
    try:
        day = date.fromisoformat(published) if isinstance(published, str) and published else published or None
    except ValueError as error:
        raise UsageError(f"published: {published!r} is no ISO date such as 2023-12-12") from error
    when = Published(value=day, basis="given") if day else Published()
    return read_article(make_article(text, source=source, outlet=outlet, title=title, published=when))
