"""`coranto search`: articles by their words."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.text import Text

from coranto.cli.console import clean_text, print_json, print_table, shorten_id
from coranto.cli.options import Db, Json, choose_store
from coranto.store.queries import Store
from coranto.store.rows import Hit


def search(
    words: Annotated[list[str], typer.Argument(metavar="WORD", help='Words; "a phrase"; a beginning*.')],
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="At most so many articles.")] = 20,
    db: Db = None,
    json: Json = False,
) -> None:
    """Find the articles that have all the words in title or text, best first.

    Case and accents do not matter. Put a phrase in quotation marks within the shell's: '"cease fire"'.
    """
    with Store.open(choose_store(db)) as store:
        hits = store.search(" ".join(words), limit)
    if json:
        print_json(hits)
    else:
        columns = ("article", "published", "outlet", "title", "words")
        print_table(columns, [_describe(hit) for hit in hits])


def _describe(hit: Hit) -> tuple[str | Text, ...]:
    snippet = Text(clean_text(hit.snippet))
    for start, end in hit.matches:
        snippet.stylize("bold yellow", start, end)
    return shorten_id(hit.article), str(hit.published or ""), hit.outlet or "", hit.title or hit.source, snippet
