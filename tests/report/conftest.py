"""Two readings made by hand, so that the page is tested without the pipeline."""

from __future__ import annotations

from datetime import date

import pytest

from coranto.model.article import Article, Furniture, Published, Repair
from coranto.model.attribution import Attribution, Source
from coranto.model.entity import Entity, Party, Role
from coranto.model.event import Event, EventDate
from coranto.model.ids import make_id
from coranto.model.reading import Reading, Run
from coranto.model.span import Span
from coranto.model.values import Place, Quantity, Time
from samples import mention

COURIER = """Home » World » Ferries

Ministry denies sending boats to Port Alder

The Ministry of Transport of Norway said on Monday that its minister, Kari Lund, had met the mayor of Reykjavik.

According to the Norse Wire, which quoted the spokeswoman Anna Berg, Norway gave Iceland five boats worth 36.1 million kroner (about four million dollars).

The minister denied that Norway had threatened Iceland. Icelandic officials alleged so.

The port authoritydeclined to comment. <script>alert("x")</script>

Share this page"""

HARBOR = """Lund will visit Oslo

Lund plans to visit Oslo. The crowd demonstrated in Bergen in May 2020."""


def build_article(source, text, outlet, published, *, title=None):
    return {
        "id": make_id("article", source, text), "source": source, "sha256": "0" * 64, "outlet": outlet, "title": title,
        "language": "en", "text": text, "published": published,
    }  # fmt: skip


class Builder:
    """Spans of one text by their words."""

    def __init__(self, text, article):
        self.text, self.article = text, article

    def span(self, words, after=""):
        start = self.text.index(words, self.text.index(after) if after else 0)
        return Span.of(self.text, start, start + len(words))

    def entity(self, name, kind, *words, **more):
        mentions = tuple(mention(self.span(word)) for word in words)
        return Entity(id=make_id("entity", self.article, name), name=name, kind=kind, mentions=mentions, **more)

    def event(self, kind, quad, trigger, clause, **more):
        found = self.span(trigger, clause)
        values = {"scale": 1.0, "rule": f"predicates/{kind.lower()}: {trigger}", "confidence": 0.8} | more
        return Event(
            id=make_id("event", self.article, kind, found.start, more.get("holder")), type=kind, quad=quad,
            trigger=found, clause=self.span(clause), **values,
        )  # fmt: skip

    def party(self, entity, words, after=""):
        return Party(entity=entity.id if entity else None, span=self.span(words, after))


def build_courier():
    article = build_article(
        "courier/1.txt", COURIER, "The Fjord Courier", Published(value=date(2024, 3, 5), basis="given")
    )
    b = Builder(COURIER, article["id"])
    furniture = (
        Furniture(span=b.span("Home » World » Ferries"), kind="navigation", rule="r"),
        Furniture(span=b.span("Share this page"), kind="share", rule="r"),
    )
    repairs = (Repair(span=b.span("authoritydeclined"), repaired="authority declined", kind="space", rule="r"),)
    ministry = b.entity(
        "Ministry of Transport of Norway",
        "organization",
        "The Ministry of Transport of Norway",
        country="NOR",
        sector="GOV",
    )
    lund = b.entity(
        "Kari Lund", "person", "Kari Lund", country="NOR", sector="GOV",
        roles=(Role(title="minister", of="Norway", span=b.span("minister, Kari")),),
    )  # fmt: skip
    mayor = b.entity("mayor of Reykjavik", "unnamed", "the mayor of Reykjavik", country="ISL", sector="GOV")
    wire = b.entity("Norse Wire", "outlet", "the Norse Wire", country="NOR", sector="MED")
    berg = b.entity(
        "Anna Berg",
        "person",
        "Anna Berg",
        country="NOR",
        sector="GOV",
        roles=(Role(title="spokeswoman", span=b.span("spokeswoman")),),
    )
    norway = b.entity("Norway", "state", "Norway gave", country="NOR", sector="GOV")
    iceland = b.entity("Iceland", "state", "Iceland five", country="ISL", sector="GOV")
    officials = b.entity("Icelandic officials", "unnamed", "Icelandic officials", country="ISL", sector="GOV")
    port = b.entity("port authority", "organization", "The port authority", country=None, sector=None)
    said = Attribution(
        id=make_id("attribution", article["id"], "said"), content=(b.span("its minister, Kari Lund, had met the mayor of Reykjavik"),),
        form="indirect", cue=(b.span("said"),), act="state", rule="cues/state: say", confidence=0.9,
        source=Source(spans=(b.span("The Ministry of Transport of Norway"),), entity=ministry.id, kind="organization", named=True),
    )  # fmt: skip
    relayed = Attribution(
        id=make_id("attribution", article["id"], "according"),
        content=(b.span("Norway gave Iceland five boats worth 36.1 million kroner (about four million dollars)"),),
        form="indirect", cue=(b.span("According to"),), act="state", rule="cues/state: according to", confidence=0.9,
        source=Source(spans=(b.span("the spokeswoman Anna Berg"),), entity=berg.id, kind="person", named=True),
        relay=(b.party(wire, "the Norse Wire"),),
    )  # fmt: skip
    denial = Attribution(
        id=make_id("attribution", article["id"], "denied"), content=(b.span("that Norway had threatened Iceland"),),
        form="indirect", cue=(b.span("denied"),), act="deny", rule="cues/deny: deny", confidence=0.9,
        source=Source(spans=(b.span("The minister", "dollars"),), entity=lund.id, kind="person", named=True),
    )  # fmt: skip
    claim = Attribution(
        id=make_id("attribution", article["id"], "alleged"), content=(b.span("so.", "officials"),), form="indirect",
        cue=(b.span("alleged"),), act="allege", rule="cues/allege: allege", confidence=0.9,
        source=Source(spans=(b.span("Icelandic officials"),), entity=officials.id, kind="unnamed"),
    )  # fmt: skip
    silence = Attribution(
        id=make_id("attribution", article["id"], "declined"), form="silence", cue=(b.span("declined to comment"),),
        act="decline_comment", rule="cues/silence: decline to comment", confidence=0.9,
        source=Source(spans=(b.span("The port authority"),), entity=port.id, kind="organization", named=True),
    )  # fmt: skip
    monday = Time(
        id=make_id("time", article["id"], "monday"), span=b.span("Monday"), type="DATE", value="2024-03-04",
        start=date(2024, 3, 4), end=date(2024, 3, 4), anchor=date(2024, 3, 5), basis="published",
    )  # fmt: skip
    town = Place(
        id=make_id("place", article["id"], "rey"), span=b.span("Reykjavik"), name="Reykjavik", geonameid=3413829,
        lat=64.135, lon=-21.895, country="ISL", resolution="city", confidence=0.9,
    )  # fmt: skip
    dollars = Quantity(
        id=make_id("quantity", article["id"], "usd"), span=b.span("about four million dollars"), value=4e6, bound="about",
        currency="USD", currency_basis="default",
    )  # fmt: skip
    kroner = Quantity(
        id=make_id("quantity", article["id"], "nok"), span=b.span("36.1 million kroner"), value=36.1e6, bound="exact",
        currency="NOK", currency_basis="article", equals=dollars.id, implied_rate=9.025,
    )  # fmt: skip
    threat = "Norway had threatened Iceland"
    sides = {
        "actors": (b.party(norway, "Norway", "denied that"),),
        "recipients": (b.party(iceland, "Iceland", "threatened"),),
    }
    events = (
        b.event(
            "CONSULT", "verbal cooperation", "met", "its minister, Kari Lund, had met the mayor of Reykjavik", mode=("meet",),
            actors=(b.party(lund, "Kari Lund"),), recipients=(b.party(mayor, "the mayor of Reykjavik"),), place=town.id,
            time=monday.id, holder=said.id, contexts=("diplomatic",), cameo="040",
            date=EventDate(start=date(2024, 3, 4), end=date(2024, 3, 4), precision="day", basis="sentence"),
        ),
        b.event(
            "AID", "material cooperation", "gave", "Norway gave Iceland five boats worth 36.1 million kroner",
            actors=(b.party(norway, "Norway", "Berg"),), recipients=(b.party(iceland, "Iceland", "gave"),), holder=relayed.id,
            quantities=(kroner.id, dollars.id), scale=7.0,
        ),
        b.event("THREATEN", "verbal conflict", "threatened", threat, holder=denial.id, polarity="negative", scale=-6.0, **sides),
        b.event("THREATEN", "verbal conflict", "threatened", threat, holder=claim.id, certainty="possible", scale=-6.0, **sides),
    )  # fmt: skip
    return Reading(
        article=Article(**article, furniture=furniture, repairs=repairs),
        entities=(ministry, lund, mayor, wire, berg, norway, iceland, officials, port),
        events=events, attributions=(said, relayed, denial, claim, silence), times=(monday,), places=(town,),
        quantities=(kroner, dollars), run=Run(coranto="0.1.0", models={"en_core_web_md": "3.8.0"}),
    )  # fmt: skip


def build_harbor():
    article = build_article("harbor/1.txt", HARBOR, None, Published())
    b = Builder(HARBOR, article["id"])
    lund = b.entity("Lund", "person", "Lund", country="NOR", sector="GOV")
    events = (
        b.event(
            "CONSULT", "verbal cooperation", "visit", "Lund plans to visit Oslo", actors=(b.party(lund, "Lund", "Lund plans"),),
            tense="future",
        ),
        b.event(
            "PROTEST", "material conflict", "demonstrated", "The crowd demonstrated in Bergen in May 2020",
            actors=(b.party(None, "The crowd"),),
            date=EventDate(start=date(2020, 5, 1), end=date(2020, 5, 31), precision="month", basis="time"),
        ),
    )  # fmt: skip
    return Reading(article=Article(**article), entities=(lund,), events=events, run=Run(coranto="0.1.0"))


@pytest.fixture(scope="session")
def readings():
    return (build_courier(), build_harbor())
