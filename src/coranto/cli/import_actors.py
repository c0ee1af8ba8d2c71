"""`coranto import actors`: registers of actors into the store, and links from its entities to them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from coranto.cli.console import make_console, print_json, print_table, tell
from coranto.cli.options import Db, Json, choose_store
from coranto.cli.read import join_articles
from coranto.compare.registers import Imported, Left, drop_register, import_register, list_imported, list_left
from coranto.errors import InputError, NotFoundError, UsageError
from coranto.intake.registers.files import FORMATS
from coranto.intake.registers.records import RegisterFormat

MOST_SHOWN = 20
COLUMNS = ("register", "format", "actors", "linked", "several fit", "passed over", "failed")
COLUMNS_LEFT = ("id", "kind", "name", "country", "articles", "why", "who came near")


def import_actors(  # noqa: PLR0913, PLR0917 (one parameter an option)
    files: Annotated[list[Path] | None, typer.Argument(metavar="FILE", help="Registers, each perhaps as .gz.")] = None,
    form: Annotated[
        str | None, typer.Option("--format", metavar="FORMAT", help=f"{', '.join(FORMATS)}; else told by the content.")
    ] = None,
    list_: Annotated[bool, typer.Option("--list", help="List the registers that are imported.")] = False,
    remove: Annotated[
        str | None, typer.Option("--remove", metavar="NAME", help="Take a register out, with all links to it.")
    ] = None,
    left: Annotated[
        bool, typer.Option("--left", help="List whom registers may know who is not linked: why, and who came near.")
    ] = False,
    db: Db = None,
    json: Json = False,
) -> None:
    """Import registers of actors, and link the entities of the store to them.

    Three formats are read: FollowTheMoney entities or statements as JSON lines (OpenSanctions, Aleph); a table with
    the columns name, kind, country, sector, aliases, wikidata, opensanctions, role, since, until (tab or comma
    between them, any order, only the name must be there); the actor dictionaries of CAMEO's coders (Phoenix, TABARI,
    PETRARCH), with their dated roles.

    A register goes by its file's name: importing it again replaces it. An entity that is linked has the register's
    identifiers, and its country and sector on the day of the article where the article tells none. What the articles
    were read to say is not changed. Nothing is linked where two actors fit equally: --left lists those, and
    `coranto entities link` chooses.
    """
    store = choose_store(db)
    if sum((bool(files), list_, left, remove is not None)) != 1:
        raise UsageError("give FILEs to import, or --list, or --left, or --remove NAME")
    if form is not None and form not in FORMATS:
        raise UsageError(f"unknown format {form!r}; known are {', '.join(FORMATS)}")
    if list_ or left:
        rows = list_imported(store)
        if not rows:
            tell("no register is imported; `coranto import actors FILE` imports one")
        if rows and list_:
            _print(rows, json=json)
        if rows and left:
            _print_left(list_left(store), json=json)
        return
    if remove is not None:
        if not drop_register(store, remove):
            raise NotFoundError(f"{store}: no register {remove!r}; `coranto import actors --list` lists them")
        with _show(f"linking the entities of {store}"):
            join_articles(store)
        tell(f"{remove} removed, with all links to it")
        return
    if not _import_all(store, files or [], _check_format(form), json=json):
        raise typer.Exit(1)


def _check_format(form: str | None) -> RegisterFormat | None:
    return next((known for known in FORMATS if known == form), None)


def _import_all(store: Path, files: list[Path], form: RegisterFormat | None, *, json: bool) -> bool:
    """Import the files; whether all of their lines could be read."""
    for path in files:
        if not path.is_file():
            raise NotFoundError(f"{path}: no such file")
    names, well = [], True
    for path in files:
        try:
            with _show(f"reading {path.name}"):
                failures, failed = import_register(store, path, form)
        except InputError as error:
            tell(str(error))
            well = False
            continue
        names.append(path.name)
        for failure in failures[:MOST_SHOWN]:
            tell(failure.reason)
        if failed > MOST_SHOWN:
            tell(f"{path.name}: and {failed - MOST_SHOWN:,} more lines that could not be read")
        well = well and not failed
    with _show(f"linking the entities of {store}"):
        join_articles(store)
    rows = [row for row in list_imported(store) if row.register in names]
    if rows:
        _print(rows, json=json)
        _tell_next(rows)
    return well


@contextmanager
def _show(doing: str) -> Iterator[None]:
    """Say what goes on, where someone looks on, as long as it does."""
    console = make_console(stderr=True)
    if not console.is_terminal:
        yield
        return
    with console.status(doing):
        yield


def _tell_next(rows: list[Imported]) -> None:
    """What the figures mean for the user, on stderr."""
    if any(row.linked for row in rows):
        tell("`coranto entities list` shows who is linked, with their identifiers")
    else:
        tell("no one in the articles of the store is linked to it; --left tells who came near")
    if several := sum(row.several for row in rows):
        tell(f"of {several:,} several actors fit equally: `coranto import actors --left` lists them")


def _print(rows: list[Imported], *, json: bool) -> None:
    if json:
        print_json(rows)
        return
    cells = [
        (
            row.register,
            row.format,
            *(f"{n:,}" for n in (row.actors, row.linked, row.several, row.passed_over, row.failed)),
        )
        for row in rows
    ]
    print_table(COLUMNS, cells)


def _print_left(rows: list[Left], *, json: bool) -> None:
    if json:
        print_json(rows)
        return
    cells = [
        (row.id, row.kind, row.name, row.country or "", f"{row.articles:,}", row.reason, "; ".join(row.candidates))
        for row in rows
    ]
    print_table(COLUMNS_LEFT, cells)
