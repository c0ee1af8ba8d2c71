"""`coranto failures`: what could not be read."""

from __future__ import annotations

from typing import Annotated

import typer

from coranto.cli.console import print_json, print_table, tell
from coranto.cli.options import Db, Json, choose_store
from coranto.store.queries import Store
from coranto.store.writer import open_store


def failures(
    clear: Annotated[bool, typer.Option("--clear", help="Empty the list, say of files that are gone.")] = False,
    db: Db = None,
    json: Json = False,
) -> None:
    """List the inputs that could not be read, and why.

    An input leaves the list when it is found again, and read. One that was removed stays, until --clear: what can
    still not be read is listed again by the next `coranto read`.
    """
    if clear:
        with Store.open(choose_store(db)) as store, open_store(store.path) as writer:
            tell(f"{writer.forget_all():,} failures forgotten")
        return
    with Store.open(choose_store(db)) as store:
        rows = store.failures()
    if json:
        print_json(rows)
    else:
        print_table(("input", "why"), [(row.source, row.reason) for row in rows])
