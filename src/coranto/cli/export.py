"""`coranto export`: the record for other programs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from coranto.cli.console import tell
from coranto.cli.options import Db, choose_store
from coranto.export import FORMATS, find_exporter
from coranto.export.files import write_whole
from coranto.store.queries import Store


def export(
    format_: Annotated[str, typer.Argument(metavar="FORMAT", help=f"One of: {', '.join(FORMATS)}.")],
    output: Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="The file; - is standard output.")],
    db: Db = None,
) -> None:
    """Write the whole record to a file, in another format.

    The file is there whole or not at all. jsonl: one article a line, with all that was read in it, as
    docs/record.md describes.
    """
    write = find_exporter(format_)
    with Store.open(choose_store(db)) as store:
        if output == "-":
            write(store, sys.stdout.buffer)
            return
        with write_whole(Path(output)) as out:
            count = write(store, out)
    tell(f"{count:,} records written to {output}")
