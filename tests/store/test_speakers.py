"""Speakers of attributions, as rows."""

import sqlite3
from contextlib import closing

from coranto.store.schema import connect_to_read, connect_to_write
from coranto.store.writer import open_store
from tests.samples import make_sample, read_sample


def list_speakers(path, connect=connect_to_read):
    with closing(connect(path)) as connection:
        return connection.execute("SELECT * FROM speakers ORDER BY article").fetchall()


def test_a_store_without_them_has_them_added_from_its_readings(tmp_path):
    path = tmp_path / "c.db"
    reading = read_sample(make_sample("a.txt"))
    with open_store(path) as writer:
        writer.write(reading)
        writer.write(read_sample(make_sample("b.txt", text="Nothing is said here.")))
    (quote,) = reading.attributions
    rows = list_speakers(path)
    assert [row[1:] for row in rows] == [(quote.id, quote.source.entity)]
    for connect in (connect_to_read, connect_to_write):
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("DROP TABLE speakers")
            connection.execute("PRAGMA user_version = 1")
        assert list_speakers(path, connect) == rows
