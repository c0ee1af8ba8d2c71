"""Which entity of its article says each attribution, as rows: through them what registers tell reaches the speakers."""

from __future__ import annotations

import zlib
from sqlite3 import Connection

TABLES = """
CREATE TABLE IF NOT EXISTS speakers (
    article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE, attribution TEXT NOT NULL,
    entity TEXT NOT NULL, PRIMARY KEY (article, attribution)
) STRICT, WITHOUT ROWID;
"""


def add_speakers(connection: Connection) -> None:
    """Make up for a store whose readings were written without these rows; the caller holds the transaction."""
    connection.create_function("unpack", 1, _unpack, deterministic=True)
    connection.execute(
        """INSERT OR IGNORE INTO speakers
        SELECT a.number, json_extract(said.value, '$.id'), json_extract(said.value, '$.source.entity')
        FROM articles a, json_each(unpack(a.reading), '$.attributions') said
        WHERE a.attributions > 0 AND json_extract(said.value, '$.source.entity') IS NOT NULL"""
    )


def _unpack(reading: bytes) -> str:
    """The JSON of a packed reading; of a damaged one, which the store tells of where it is asked for, an empty one."""
    try:
        return zlib.decompress(reading).decode()
    except (zlib.error, UnicodeDecodeError):
        return "{}"
