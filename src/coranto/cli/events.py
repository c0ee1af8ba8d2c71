"""`coranto events`: the events of the record."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.text import Text

from coranto.cli.console import clean_line, describe_days, print_json, print_table, shorten_id
from coranto.cli.options import Db, Json, choose_store
from coranto.store.queries import Store
from coranto.store.rows import EventRow, PartyRow

COLUMNS = ("date", "type", "actor", "recipient", "who says", "place", "outlet", "clause", "article")
COLOURS = {
    "verbal cooperation": "cyan",
    "material cooperation": "green",
    "verbal conflict": "yellow",
    "material conflict": "red",
}


def events(  # noqa: PLR0913, PLR0917 (one parameter an option)
    type_: Annotated[
        list[str] | None, typer.Option("--type", metavar="TYPE", help="PLOVER type; may be given again, or as A,B.")
    ] = None,
    actor: Annotated[str | None, typer.Option(metavar="NAME", help='Name, or codes: RUS, GOV, "RUS GOV".')] = None,
    recipient: Annotated[str | None, typer.Option(metavar="NAME", help="The same of who it is done to.")] = None,
    since: Annotated[
        str | None, typer.Option(metavar="DAY", help="Not over before that day (2023-12-31); dated events only.")
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="DAY", help="Begun by the end of that day; dated events only.")
    ] = None,
    holder: Annotated[str | None, typer.Option(metavar="NAME", help="Who says so: `author`, or a source.")] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Words of the outlet's name.")] = None,
    limit: Annotated[int | None, typer.Option(min=1, metavar="N", help="At most so many.")] = None,
    db: Db = None,
    json: Json = False,
) -> None:
    """List events: who did what to whom, when, where, and who says so.

    All conditions must hold. Names match by whole words, without regard to case and accents; three capital letters
    match a country (ISO 3166-1 alpha-3) or a PLOVER sector too. Piped, the table is tab-separated and uncut.
    """
    with Store.open(choose_store(db)) as store:
        rows = store.events(
            type=type_,
            actor=actor,
            recipient=recipient,
            since=since,
            until=until,
            holder=holder,
            outlet=outlet,
            limit=limit,
        )
    if json:
        print_json(rows)
    else:
        print_table(COLUMNS, [_describe(row) for row in rows])


def describe_type(row: EventRow) -> str:
    """The type with what turns its sense: `not ASSAULT`, `CONSULT?`, `AID (future)`."""
    negated = "not " if row.polarity == "negative" else ""
    doubt = "" if row.certainty == "certain" else "?"
    future = " (future)" if row.tense == "future" else ""
    return f"{negated}{row.type}{doubt}{future}"


def describe_parties(parties: tuple[PartyRow, ...]) -> str:
    """Names with their codes."""
    return "; ".join(f"{party.name} [{party.codes}]" if party.codes else party.name for party in parties)


def _describe(row: EventRow) -> tuple[str | Text, ...]:
    return (
        describe_days(row.start, row.end),
        Text(describe_type(row), style=COLOURS.get(row.quad, "")),
        describe_parties(row.actors),
        describe_parties(row.recipients),
        row.says,
        row.place or "",
        row.outlet or "",
        clean_line(row.clause),
        shorten_id(row.article),
    )
