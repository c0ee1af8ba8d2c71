"""The content of a store as sorted lines, to compare two of them whatever the order they were filled in."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from coranto.store.identities import STATE
from coranto.store.schema import CHILDREN, connect_to_read, translate_errors


def dump_store(path: Path | str) -> Iterator[str]:
    """Canonical lines, one a row: a JSON array of the table, and the row's cells (an article's number is its id).

    Two stores with the same lines hold the same. Raises NotFoundError or StoreError.
    """
    file = Path(path)
    with closing(connect_to_read(file)) as connection, translate_errors(file):
        for row in connection.execute("SELECT * FROM articles ORDER BY id"):
            *cells, reading = row[1:]
            yield _line("articles", *cells, json.loads(zlib.decompress(reading)))
        for table in CHILDREN:
            rows = connection.execute(
                f"SELECT a.id, t.* FROM {table} t JOIN articles a ON a.number = t.article ORDER BY a.id, 3, 4, 5"
            )
            for article, _, *cells in rows:
                yield _line(table, article, *cells)
        for table in ("failures", "meta"):
            for row in connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2"):
                if row[0] != STATE:
                    yield _line(table, *row)


def _line(*cells: object) -> str:
    return json.dumps(cells, ensure_ascii=False, separators=(",", ":"))
