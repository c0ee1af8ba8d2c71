"""`coranto show`: one article with what was read in it."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from coranto.cli.console import clean_line, clean_text, describe_days, make_console, print_json, print_table, shorten_id
from coranto.cli.events import describe_parties, describe_type
from coranto.cli.options import Db, Json, choose_store
from coranto.model.attribution import Attribution
from coranto.model.reading import Reading
from coranto.store.flatten import name_party, name_source
from coranto.store.queries import Store
from coranto.store.rows import EventRow

STYLES = {
    "event": "bold red",
    "said": "italic",
    "cue": "blue",
    "source": "bold cyan",
    "time": "yellow",
    "place": "green",
    "quantity": "magenta",
    "left out": "dim",
}


def show(
    article: Annotated[
        str | None, typer.Argument(metavar="ARTICLE", help="Its file name, its id, or the first signs of its id.")
    ] = None,
    db: Db = None,
    json: Json = False,
) -> None:
    """Show an article: its text with its spans coloured, its events, and who says what.

    Without ARTICLE, the articles of the store are listed. Colours are left out where the output is piped.
    """
    with Store.open(choose_store(db)) as store:
        if article is None:
            _list_articles(store, json=json)
            return
        reading = store.reading(article)
        rows = store.events(article=reading.article.id)
    if json:
        typer.echo(reading.model_dump_json())
        return
    console = make_console()
    _print_head(console, reading)
    console.print(colour_text(reading), soft_wrap=not console.is_terminal)
    if console.is_terminal:
        console.print(Text("  ").join(Text(name, style=style) for name, style in STYLES.items()), end="\n\n")
    _print_events(console, rows)
    _print_attributions(console, reading)


def colour_text(reading: Reading) -> Text:
    """The article's text with a style on each span; signs that would steer the terminal are replaced."""
    text = Text(clean_text(reading.article.text))

    def mark(style: str, start: int, end: int) -> None:
        text.stylize(STYLES[style], start, end)

    for attribution in reading.attributions:
        for span in attribution.content:
            mark("said", span.start, span.end)
        for span in attribution.cue:
            mark("cue", span.start, span.end)
        for span in attribution.source.spans:
            mark("source", span.start, span.end)
    for name, records in (("time", reading.times), ("place", reading.places), ("quantity", reading.quantities)):
        for record in records:
            mark(name, record.span.start, record.span.end)
    for event in reading.events:
        mark("event", event.trigger.start, event.trigger.end)
    for furniture in reading.article.furniture:
        mark("left out", furniture.span.start, furniture.span.end)
    return text


def _list_articles(store: Store, *, json: bool) -> None:
    rows = store.articles()
    if json:
        print_json(rows)
        return
    columns = ("article", "published", "outlet", "language", "events", "attributions", "source", "title")
    print_table(
        columns,
        [
            (
                shorten_id(row.id),
                str(row.published or ""),
                row.outlet or "",
                row.language or "",
                str(row.events),
                str(row.attributions),
                row.source,
                row.title or "",
            )
            for row in rows
        ],
    )


def _print_head(console: Console, reading: Reading) -> None:
    article = reading.article
    console.print(Text(clean_line(article.title or article.source), style="bold"))
    when = f"{article.published.value} ({article.published.basis})" if article.published.value else "date unknown"
    facts = (article.id, article.source, article.outlet or "outlet unknown", when, article.language or "")
    console.print(Text(" · ".join(clean_line(fact) for fact in facts if fact), style="dim"), end="\n\n")


def _print_events(console: Console, rows: list[EventRow]) -> None:
    console.print(Text(f"\nEvents ({len(rows)})", style="bold"))
    for row in sorted(rows, key=lambda row: row.trigger_start):
        who = describe_parties(row.actors) or "(no one named)"
        whom = f" → {describe_parties(row.recipients)}" if row.recipients else ""
        facts = ", ".join(fact for fact in (describe_days(row.start, row.end), row.place or "") if fact)
        modes = f" [{', '.join(row.mode)}]" if row.mode else ""
        line = Text(f"  {describe_type(row)}{modes}", style="bold").append(
            f"  {clean_line(who + whom)}{f' ({clean_line(facts)})' if facts else ''}; says {clean_line(row.says)}",
            style="not bold",
        )
        console.print(line)
        where = f"{row.trigger_start}-{row.trigger_end}"
        console.print(Text(f"      “{clean_line(row.clause)}”  {where}, {row.rule}", style="dim"))


def _print_attributions(console: Console, reading: Reading) -> None:
    entities = {entity.id: entity for entity in reading.entities}
    console.print(Text(f"\nWho says what ({len(reading.attributions)})", style="bold"))
    known = {attribution.id: attribution for attribution in reading.attributions}
    for attribution in reading.attributions:
        indent = "  " * (1 + _count_parents(attribution, known))
        name = name_source(attribution, entities) or "(source not named)"
        relays = ", ".join(name_party(relay, entities) for relay in attribution.relay)
        how = f"{attribution.act}, {attribution.form}{f', via {relays}' if relays else ''}"
        stance = "" if attribution.stance == "neutral" else f", {attribution.stance}"
        content = " … ".join(clean_line(span.text) for span in attribution.content)
        line = Text(f"{indent}{clean_line(name)}", style="cyan").append(
            clean_text(f" ({how}{stance})") + (f": {content}" if content else ""), style="default"
        )
        console.print(line)


def _count_parents(attribution: Attribution, known: dict[str, Attribution]) -> int:
    """How deep it lies in what others say; a ring of parents, which should not be, ends."""
    seen = {attribution.id}
    while attribution.parent in known and attribution.parent not in seen:
        attribution = known[attribution.parent]
        seen.add(attribution.id)
    return len(seen) - 1
