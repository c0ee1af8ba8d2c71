"""Readings made by hand, for tests of what comes after the pipeline."""

from __future__ import annotations

import os
import re
import signal
import time
from datetime import date

from coranto.intake.articles import make_article
from coranto.model.article import Article, Published
from coranto.model.attribution import Attribution, Source
from coranto.model.entity import Entity, EntityMention, Party, Role
from coranto.model.event import Event, EventDate
from coranto.model.evidence import NO_EVIDENCE, Evidence
from coranto.model.ids import make_id
from coranto.model.reading import Reading, Run
from coranto.model.span import Span
from coranto.model.values import Place, Quantity, Time

RUN = Run(coranto="0.0", lexicons={"events": "abc"}, models={"en": "m1"})
TEXT = (
    "Foreign Minister Šárka Nováková met Igor Petrenko in Vienna on Monday, the daily Kurier reported. "
    "“Moscow shelled the harbour again,” Petrenko told the Kurier. About 30 people were hurt."
)


def mention(span: Span) -> EntityMention:
    """A name at the span."""
    return EntityMention(**span.model_dump(), form="name", rule="same_name", confidence=1.0)


def find(text: str, words: str) -> Span:
    """The first place of the words."""
    start = text.index(words)
    return Span.of(text, start, start + len(words))


def make_sample(source: str = "a.txt", **details: object) -> Article:
    """An article of TEXT."""
    given = {"outlet": "Harbour Courier", "title": "Talks in Vienna", "published": date(2024, 3, 5)} | details
    day = given.pop("published")
    published = Published(value=day, basis="given") if day else Published()
    text = str(given.pop("text", TEXT))
    return make_article(text, source=source, published=published, **given).model_copy(update={"language": "en"})


def read_sample(article: Article, evidence: Evidence = NO_EVIDENCE) -> Reading:
    """A stand-in for the pipeline: a full reading of TEXT, a bare one of any other text."""
    if "RAISE" in article.text:
        raise ValueError("a word\nthat raises")
    if "DIE" in article.text:
        os.kill(os.getpid(), signal.SIGKILL)
    if match := re.search(r"SLEEP ([\d.]+)", article.text):
        time.sleep(float(match[1]))
    if not article.text.startswith(TEXT):
        return Reading(article=article, run=RUN)
    at = {
        words: find(article.text, words) for words in ("Šárka Nováková", "Igor Petrenko", "Kurier", "Moscow", "Vienna")
    }

    def name(kind: str, words: str) -> str:
        return make_id(kind, article.id, words)

    minister = Entity(
        id=name("entity", "1"),
        name="Šárka Nováková",
        kind="person",
        country="CZE",
        sector="GOV",
        roles=(Role(title="Foreign Minister", span=find(article.text, "Foreign Minister")),),
        mentions=(mention(at["Šárka Nováková"]),),
    )
    petrenko = Entity(
        id=name("entity", "2"),
        name="Igor Petrenko",
        kind="person",
        country="UKR",
        mentions=(mention(at["Igor Petrenko"]),),
    )
    daily = Entity(id=name("entity", "3"), name="Kurier", kind="outlet", mentions=(mention(at["Kurier"]),))
    russia = Entity(
        id=name("entity", "4"),
        name="Russia",
        kind="state",
        country="RUS",
        sector="GOV",
        mentions=(mention(at["Moscow"]),),
    )
    quote = Attribution(
        id=name("attribution", "1"),
        content=(find(article.text, "Moscow shelled the harbour again"),),
        form="direct",
        cue=(find(article.text, "told"),),
        act="state",
        source=Source(spans=(at["Igor Petrenko"],), entity=petrenko.id, kind="person", named=True),
        relay=(Party(entity=daily.id, span=at["Kurier"]),),
        rule="quote",
        confidence=0.9,
    )
    day = date(2024, 3, 4)
    time_found = Time(
        id=name("time", "1"),
        span=find(article.text, "on Monday"),
        type="DATE",
        value="2024-03-04",
        start=day,
        end=day,
        anchor=article.published.value,
        basis="published",
    )
    place = Place(
        id=name("place", "1"),
        span=at["Vienna"],
        name="Vienna",
        geonameid=2761369,
        lat=48.2,
        lon=16.37,
        country="AUT",
        resolution="city",
        confidence=0.9,
    )
    quantity = Quantity(
        id=name("quantity", "1"), span=find(article.text, "About 30 people"), value=30, bound="about", unit="person"
    )
    met = Event(
        id=name("event", "1"),
        type="CONSULT",
        mode=("visit",),
        contexts=("diplomatic",),
        quad="verbal cooperation",
        scale=1.0,
        trigger=find(article.text, "met"),
        clause=find(article.text, "Foreign Minister Šárka Nováková met Igor Petrenko in Vienna on Monday"),
        actors=(Party(entity=minister.id, span=at["Šárka Nováková"]),),
        recipients=(Party(entity=petrenko.id, span=at["Igor Petrenko"]),),
        place=place.id,
        time=time_found.id,
        date=EventDate(start=day, end=day, precision="day", basis="time"),
        rule="consult:meet",
        confidence=0.8,
    )
    shelled = Event(
        id=name("event", "2"),
        type="ASSAULT",
        quad="material conflict",
        scale=-9.0,
        trigger=find(article.text, "shelled"),
        clause=find(article.text, "Moscow shelled the harbour again"),
        actors=(Party(entity=russia.id, span=at["Moscow"]),),
        recipients=(Party(span=find(article.text, "the harbour")),),
        certainty="probable",
        holder=quote.id,
        size={"injured": quantity.id},
        quantities=(quantity.id,),
        rule="assault:shell",
        confidence=0.7,
    )
    return Reading(
        article=article,
        entities=(minister, petrenko, daily, russia),
        events=(met, shelled),
        attributions=(quote,),
        times=(time_found,),
        places=(place,),
        quantities=(quantity,),
        run=RUN,
    )
