"""`coranto failures`: what could not be read."""

from __future__ import annotations

from coranto.cli.console import print_json, print_table
from coranto.cli.options import Db, Json, choose_store
from coranto.store.queries import Store


def failures(db: Db = None, json: Json = False) -> None:
    """List the inputs that could not be read, and why.

    An input leaves the list when it is read, or when the folder or file it lies in is read again.
    """
    with Store.open(choose_store(db)) as store:
        rows = store.failures()
    if json:
        print_json(rows)
    else:
        print_table(("input", "why"), [(row.source, row.reason) for row in rows])
