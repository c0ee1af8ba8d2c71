"""The file of a store."""

import sqlite3
from contextlib import closing

import pytest

from coranto.errors import NotFoundError, StoreError
from coranto.store.schema import (
    APPLICATION,
    CHILDREN,
    OLDEST,
    VERSION,
    connect_to_read,
    connect_to_write,
    translate_errors,
)


def make(path):
    connect_to_write(path).close()
    return path


def test_a_new_store_is_marked_as_one_and_can_be_opened_again(tmp_path):
    path = make(tmp_path / "c.db")
    with closing(connect_to_write(path)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION
        assert connection.execute("PRAGMA user_version").fetchone()[0] == VERSION
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert {"articles", "failures", *CHILDREN} <= tables


def test_who_reads_cannot_write(tmp_path):
    with closing(connect_to_read(make(tmp_path / "c.db"))) as connection, pytest.raises(sqlite3.OperationalError):
        connection.execute("INSERT INTO failures VALUES ('a', 'b')")


def test_a_file_that_is_not_there_is_told_with_the_command_that_makes_it(tmp_path):
    with pytest.raises(NotFoundError, match=r"c\.db.*coranto read"):
        connect_to_read(tmp_path / "c.db")
    assert not (tmp_path / "c.db").exists()


def spoil(path, kind):
    if kind == "folder":
        path.mkdir()
    elif kind == "text":
        path.write_text("These are words and no database. " * 50)
    else:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("CREATE TABLE other (a)")
            if kind != "foreign":
                connection.execute(f"PRAGMA application_id = {APPLICATION}")
                connection.execute(f"PRAGMA user_version = {VERSION + 1 if kind == 'newer' else OLDEST - 1}")
            connection.commit()


@pytest.mark.parametrize("connect", [connect_to_read, connect_to_write])
@pytest.mark.parametrize("kind", ["folder", "text", "foreign", "newer", "older"])
def test_what_is_no_store_is_refused_in_one_line_and_left_as_it_is(tmp_path, connect, kind):
    path = tmp_path / "c.db"
    spoil(path, kind)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(StoreError, match=r"c\.db: ") as caught:
        connect(path)
    assert "\n" not in str(caught.value)
    assert before == (path.read_bytes() if path.is_file() else None)


def test_an_empty_file_can_be_filled_but_not_read(tmp_path):
    path = tmp_path / "c.db"
    path.touch()
    with pytest.raises(StoreError, match="empty"):
        connect_to_read(path)
    make(path)
    connect_to_read(path).close()


def test_a_store_is_not_made_where_there_is_no_folder(tmp_path):
    with pytest.raises(StoreError, match="no folder"):
        connect_to_write(tmp_path / "none" / "c.db")


def test_what_hangs_on_an_article_goes_with_it(tmp_path):
    with closing(connect_to_write(tmp_path / "c.db")) as connection:
        assert connection.execute("PRAGMA foreign_keys").fetchone()[0] == 1
        for table in CHILDREN:
            (row,) = connection.execute(f"PRAGMA foreign_key_list({table})").fetchall()
            assert "CASCADE" in tuple(row)


@pytest.mark.parametrize(
    ("message", "word"), [("database is locked", "locked"), ("disk is full", "room"), ("image is malformed", "damaged")]
)
def test_an_error_of_the_database_says_how_to_mend_it(tmp_path, message, word):
    with pytest.raises(StoreError, match=word), translate_errors(tmp_path / "c.db"):
        raise sqlite3.OperationalError(message)
