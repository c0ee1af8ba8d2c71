"""`coranto report`: the record as one page."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from coranto.cli.console import tell
from coranto.cli.options import Db, choose_store
from coranto.export.files import write_whole
from coranto.store.queries import Store


def report(
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="The page.")] = Path("record.html"),
    title: Annotated[str, typer.Option(metavar="WORDS", help="The page's title.")] = "What the articles report",
    db: Db = None,
) -> None:
    """Write one HTML page: timeline, network, map, table, articles with their spans, who says what.

    The page holds all it shows; it needs no network and no other file: send it by mail, or keep it. Some 40 kB an
    article: of more than a few hundred, make a store of those that matter (`coranto read ... --db mine.db`).
    """
    from coranto.compare.identities import map_entities
    from coranto.report.page import build_page

    with Store.open(choose_store(db)) as store:
        page = build_page(list(store.readings()), title=title, identities=map_entities(store.identities()))
    with write_whole(output) as out:
        out.write(page.encode("utf-8"))
    tell(f"{output} written; open it in a browser")
