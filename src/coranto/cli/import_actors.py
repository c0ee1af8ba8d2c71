"""`coranto import actors`: registers of actors into the store, and links from its entities to them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from coranto.cli.console import print_json, print_table, tell
from coranto.cli.options import Db, Json, choose_store
from coranto.cli.read import join_articles
from coranto.compare.registers import Imported, drop_register, import_register, list_imported
from coranto.errors import InputError, NotFoundError, UsageError
from coranto.intake.registers.files import FORMATS
from coranto.intake.registers.records import RegisterFormat

MOST_SHOWN = 20
COLUMNS = ("register", "format", "actors", "linked", "several fit", "passed over", "failed")


def import_actors(  # noqa: PLR0913, PLR0917 (one parameter an option)
    files: Annotated[list[Path] | None, typer.Argument(metavar="FILE", help="Registers, each perhaps as .gz.")] = None,
    form: Annotated[
        str | None, typer.Option("--format", metavar="FORMAT", help=f"{', '.join(FORMATS)}; else told by the content.")
    ] = None,
    list_: Annotated[bool, typer.Option("--list", help="List the registers that are imported.")] = False,
    remove: Annotated[
        str | None, typer.Option("--remove", metavar="NAME", help="Take a register out, with all links to it.")
    ] = None,
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
    were read to say is not changed. Nothing is linked where two actors fit equally; `coranto entities list` tells.
    """
    store = choose_store(db)
    if sum((bool(files), list_, remove is not None)) != 1:
        raise UsageError("give FILEs to import, or --list, or --remove NAME")
    if form is not None and form not in FORMATS:
        raise UsageError(f"unknown format {form!r}; known are {', '.join(FORMATS)}")
    if list_:
        _print(list_imported(store), json=json)
        return
    if remove is not None:
        if not drop_register(store, remove):
            raise NotFoundError(f"{store}: no register {remove!r}; `coranto import actors --list` lists them")
        join_articles(store)
        tell(f"{remove} removed")
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
    join_articles(store)
    _print([row for row in list_imported(store) if row.register in names], json=json)
    return well


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
