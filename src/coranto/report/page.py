"""The report: one HTML file that asks nothing of the network and can be mailed."""

from __future__ import annotations

import json
from base64 import b64encode
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from coranto.model.reading import Reading, Run
from coranto.report.article import Run as TextRun
from coranto.report.article import mark_article, mark_words
from coranto.report.cast import Actor, Roster, build_roster
from coranto.report.svg.drawing import HUES, SHAPES
from coranto.report.svg.network import draw_network
from coranto.report.svg.timeline import draw_timeline
from coranto.report.svg.world_map import draw_map
from coranto.report.views import (
    NO_OUTLET,
    EventView,
    StatementView,
    Voice,
    date_article,
    name_article,
    name_outlet,
    tell_chain,
    view_events,
    view_statements,
)
from coranto.report.words import (
    ACTS,
    QUADS,
    TYPES,
    describe_basis,
    describe_day,
    describe_days,
    describe_quantity,
)

MANY, MOST = 60, 20
"""From so many names on a list, it starts with those most seen."""
DISPUTES = ("accuse", "allege", "deny")


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article with all that the page says of it."""

    reading: Reading
    events: tuple[EventView, ...]
    statements: tuple[StatementView, ...]
    runs: tuple[TextRun, ...]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Someone with all that the articles have them say; `key` is the number of an actor, -1 for sources not named."""

    name: str
    role: str | None
    key: int
    statements: tuple[StatementView, ...]
    acts: str


def build_page(readings: Sequence[Reading], *, title: str, identities: Mapping[str, str] | None = None) -> str:
    """The page over all readings as one HTML document, whose only scripts and styles are its own.

    `identities` tells who is one across the articles: an identity id by entity id.
    """
    readings = tuple({reading.article.id: reading for reading in readings}.values())
    roster = build_roster(readings, identities)
    articles = _view_articles(readings, roster)
    events = sorted((view for article in articles for view in article.events), key=lambda view: view.sort_key)
    statements = [view for article in articles for view in article.statements]
    outlets = list(dict.fromkeys(name_outlet(reading.article) for reading in readings))
    hues = _choose_hues(events)
    style, script = _read_part("style.css"), _read_part("page.js")
    return _load_template().render(
        title=title,
        style=Markup(style),  # noqa: S704 (our own file)
        script=Markup(script),  # noqa: S704 (our own file)
        style_hash=_hash(style),
        script_hash=_hash(script),
        data=_write_data(events, outlets),
        counts=_count_all(articles, outlets, statements),
        span=_describe_span(readings),
        articles=articles,
        events=events,
        silences=[view for view in statements if view.is_silence],
        disputes=[view for view in statements if view.attribution.act in DISPUTES and not view.is_silence],
        speakers=_gather_speakers(statements),
        timeline=draw_timeline(events) if events else None,
        network=draw_network(events, hues) if any(view.parties for view in events) else None,
        map=draw_map(events),
        hues=hues,
        options=_list_options(events, outlets),
        outlet_numbers={outlet: number for number, outlet in enumerate(outlets)},
        runs=sorted({_describe_run(reading.run) for reading in readings}),
    )


def _view_articles(readings: Sequence[Reading], roster: Roster) -> list[ArticleView]:
    articles, number = [], 0
    in_order = sorted(
        readings,
        key=lambda reading: (
            reading.article.published.value is None,
            reading.article.published.value or date.max,
            reading.article.source,
        ),
    )
    for reading in in_order:
        events = view_events(reading, roster, number)
        number += len(events)
        statements = view_statements(reading, roster)
        articles.append(ArticleView(reading, events, statements, mark_article(reading, events, statements)))
    return articles


def _gather_speakers(statements: Iterable[StatementView]) -> list[Speaker]:
    """Each source with its statements, the one with the most first; sources without a name come last, together."""
    groups: dict[int, list[StatementView]] = defaultdict(list)
    for view in statements:
        groups[view.speaker.actor.number if view.speaker.actor else -1].append(view)
    speakers = []
    for key, views in groups.items():
        actor = views[0].speaker.actor
        acts = Counter(ACTS[view.attribution.act] for view in views)
        told = ", ".join(f"{act} {count}" for act, count in sorted(acts.items(), key=lambda item: (-item[1], item[0])))
        speakers.append(
            Speaker(
                actor.name if actor else "Sources without a name",
                actor.role if actor else None,
                key,
                tuple(views),
                told,
            )
        )
    return sorted(speakers, key=lambda speaker: (speaker.key < 0, -len(speaker.statements), speaker.name))


def _choose_hues(events: Sequence[EventView]) -> dict[str, int]:
    """A colour for each of the countries seen most; the others share the last."""
    seen = Counter(actor.country for view in events for actor in view.parties if actor.country)
    ranked = sorted(seen, key=lambda country: (-seen[country], country))
    return {country: number for number, country in enumerate(ranked[:HUES])}


def _list_options(
    events: Sequence[EventView], outlets: Sequence[str]
) -> dict[str, list[tuple[str, list[tuple[object, str]]]]]:
    """The choices of each filter as (group, [(value, words)]), each with its number of events."""
    kinds = Counter(view.event.type for view in events)
    actors = Counter(actor for view in events for actor in set(view.parties))
    holders = Counter(holder for view in events for holder in _holders_of(view))
    papers = Counter(name_outlet(view.article) for view in events)
    numbers = {outlet: number for number, outlet in enumerate(outlets)}
    ranked = sorted(outlets, key=lambda outlet: (outlet == NO_OUTLET, outlet.casefold(), outlet))
    return {
        "type": [
            (quad, [(kind, f"{kind} ({kinds[kind]})") for kind, (of, _) in TYPES.items() if of == quad and kinds[kind]])
            for quad in QUADS
        ],
        "actor": _rank_actors(actors),
        "holder": [
            ("", [(-1, f"the outlets themselves ({sum(view.statement is None for view in events):,})")]),
            *_rank_actors(holders),
        ],
        "outlet": [("", [(numbers[outlet], f"{outlet} ({papers[outlet]:,})") for outlet in ranked])],
    }


def _rank_actors(counts: Counter[Actor]) -> list[tuple[str, list[tuple[object, str]]]]:
    """Everyone by name; where they are many, those of the most events stand first too."""
    by_name = sorted(counts, key=lambda actor: (actor.name.casefold(), actor.number))
    told: list[tuple[object, str]] = [(actor.number, f"{actor.name} ({counts[actor]:,})") for actor in by_name]
    if len(told) <= MANY:
        return [("", told)]
    most = sorted(range(len(told)), key=lambda place: (-counts[by_name[place]], place))[:MOST]
    return [("in most events", [told[place] for place in most]), ("everyone", told)]


def _holders_of(view: EventView) -> set[Actor]:
    return {voice.actor for voice in view.chain if voice.actor} if view.statement else set()


def _write_data(events: Sequence[EventView], outlets: Sequence[str]) -> Markup:
    """What the filters need, by number of event: [id, type, actors, holders, outlet]."""
    places = {outlet: number for number, outlet in enumerate(outlets)}
    rows = [
        [
            view.event.id,
            view.event.type,
            sorted({actor.number for actor in view.parties}),
            sorted(actor.number for actor in _holders_of(view)) if view.statement else [-1],
            places[name_outlet(view.article)],
        ]
        for view in sorted(events, key=lambda view: view.number)
    ]
    text = json.dumps(rows, separators=(",", ":"), ensure_ascii=True)
    return Markup(text.replace("<", "\\u003c").replace("&", "\\u0026"))  # noqa: S704 (no tag can open or close in it)


def _count_all(
    articles: Sequence[ArticleView], outlets: Sequence[str], statements: Sequence[StatementView]
) -> list[tuple[int, str]]:
    silent = sum(view.is_silence for view in statements)
    counted = [
        (len(articles), "article", "articles"),
        (len(outlets), "outlet", "outlets"),
        (sum(len(article.events) for article in articles), "event", "events"),
        (len(statements) - silent, "statement", "statements"),
        (silent, "silence", "silences"),
    ]
    return [(count, one if count == 1 else many) for count, one, many in counted]


def _describe_span(readings: Sequence[Reading]) -> str:
    days = sorted(reading.article.published.value for reading in readings if reading.article.published.value)
    undated = len(readings) - len(days)
    note = f"{undated} undated" if undated else ""
    known = f"published {describe_days(days[0], days[-1])}" if days else ""
    return ", ".join(part for part in (known, note) if part)


def _describe_run(run: Run) -> str:
    models = ", ".join(f"{name} {version}" for name, version in sorted(run.models.items()))
    return f"coranto {run.coranto}" + (f", {models}" if models else "")


@cache
def _load_template() -> Template:
    environment = Environment(
        loader=PackageLoader("coranto.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        ACTS=ACTS,
        HUES=HUES,
        QUADS=QUADS,
        SHAPES=SHAPES,
        TYPES=TYPES,
        date_article=date_article,
        describe_basis=describe_basis,
        describe_day=describe_day,
        describe_quantity=describe_quantity,
        mark_words=mark_words,
        name_article=name_article,
        name_outlet=name_outlet,
        tell_chain=tell_chain,
        key_voices=_key_voices,
    )
    return environment.get_template("page.html.j2")


def _key_voices(chain: Sequence[Voice]) -> str:
    """The numbers of everyone in a chain, for the filter by holder."""
    return " ".join(str(voice.actor.number) for voice in chain if voice.actor)


@cache
def _read_part(name: str) -> str:
    return files("coranto.report").joinpath("templates", name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """How a content security policy names a script or style."""
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()
