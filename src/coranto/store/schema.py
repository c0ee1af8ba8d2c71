"""The tables of a store, and the one way to open its file."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from coranto.errors import NotFoundError, StoreError
from coranto.store import evidence, identities, registers, speakers

APPLICATION = 0x436F7231
"""SQLite's application id of a store: `Cor1`."""
VERSION = 2
OLDEST = 1
"""The oldest version that can be used: what it lacks is added."""
WAIT_MS = 10_000
DAMAGED = "is damaged; restore it from a copy, or read the articles into a new file"
CHILDREN = ("events", "parties", "entities", "attributions")
"""Tables that hang on an article, by its number."""

SCHEMA = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE articles (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, source TEXT NOT NULL, sha256 TEXT NOT NULL,
    outlet TEXT, outlet_folded TEXT NOT NULL, title TEXT, url TEXT, published TEXT, basis TEXT NOT NULL,
    language TEXT, text TEXT NOT NULL, events INTEGER NOT NULL, attributions INTEGER NOT NULL,
    run TEXT NOT NULL, stamp TEXT NOT NULL, reading BLOB NOT NULL
) STRICT;
CREATE INDEX articles_source ON articles (source);
CREATE INDEX articles_published ON articles (published, source);

CREATE TABLE events (
    article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE, position INTEGER NOT NULL,
    id TEXT NOT NULL, type TEXT NOT NULL, quad TEXT NOT NULL, scale REAL NOT NULL, cameo TEXT,
    mode TEXT NOT NULL, contexts TEXT NOT NULL,
    polarity TEXT NOT NULL, certainty TEXT NOT NULL, tense TEXT NOT NULL,
    date_start TEXT, date_end TEXT, date_precision TEXT, date_basis TEXT,
    holder TEXT NOT NULL, holder_kind TEXT, holder_name TEXT, holder_folded TEXT NOT NULL,
    holder_country TEXT, holder_sector TEXT, act TEXT, relays TEXT NOT NULL,
    actors TEXT NOT NULL, actor_codes TEXT NOT NULL, recipients TEXT NOT NULL, recipient_codes TEXT NOT NULL,
    place TEXT, place_country TEXT, lat REAL, lon REAL,
    trigger_text TEXT NOT NULL, trigger_start INTEGER NOT NULL, trigger_end INTEGER NOT NULL,
    clause_text TEXT NOT NULL, clause_start INTEGER NOT NULL, clause_end INTEGER NOT NULL,
    rule TEXT NOT NULL, confidence REAL NOT NULL,
    PRIMARY KEY (article, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX events_type ON events (type);
CREATE INDEX events_date ON events (date_start);

CREATE TABLE parties (
    article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE, event INTEGER NOT NULL,
    side TEXT NOT NULL, position INTEGER NOT NULL, entity TEXT, name TEXT NOT NULL, folded TEXT NOT NULL,
    country TEXT, sector TEXT, span_start INTEGER NOT NULL, span_end INTEGER NOT NULL,
    PRIMARY KEY (article, event, side, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX parties_country ON parties (country, sector);

CREATE TABLE entities (
    article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE, position INTEGER NOT NULL,
    id TEXT NOT NULL, name TEXT NOT NULL, folded TEXT NOT NULL, kind TEXT NOT NULL, country TEXT, sector TEXT,
    roles TEXT NOT NULL, mentions INTEGER NOT NULL,
    PRIMARY KEY (article, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX entities_folded ON entities (folded);

CREATE TABLE attributions (
    article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE, position INTEGER NOT NULL,
    id TEXT NOT NULL, act TEXT NOT NULL, form TEXT NOT NULL, stance TEXT NOT NULL,
    source TEXT, source_folded TEXT NOT NULL, source_kind TEXT, source_named INTEGER NOT NULL,
    source_country TEXT, source_sector TEXT, cue TEXT NOT NULL, content TEXT NOT NULL, content_start INTEGER,
    relays TEXT NOT NULL, addressee TEXT, parent TEXT, rule TEXT NOT NULL, confidence REAL NOT NULL,
    PRIMARY KEY (article, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE failures (source TEXT NOT NULL, reason TEXT NOT NULL, PRIMARY KEY (source, reason)) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE words USING fts5 (
    title, text, content = 'articles', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER articles_added AFTER INSERT ON articles BEGIN
    INSERT INTO words (rowid, title, text) VALUES (new.number, new.title, new.text);
END;
CREATE TRIGGER articles_removed AFTER DELETE ON articles BEGIN
    INSERT INTO words (words, rowid, title, text) VALUES ('delete', old.number, old.title, old.text);
END;
"""
ADDED = (evidence.TABLES, identities.TABLES, registers.TABLES, speakers.TABLES)
"""What version 2 has more than version 1; each statement makes its table only where it is missing."""


@contextmanager
def translate_errors(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into StoreErrors of one line that name the file and say how to mend it."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise StoreError(f"{path}: {_explain(error)}") from error


def connect_to_write(path: Path) -> sqlite3.Connection:
    """A connection that may write; the store is made where the file is missing or empty.

    Raises StoreError: not a store, a newer version, locked, or a place that cannot be written.
    """
    if path.is_dir():
        raise StoreError(f"{path}: is a folder, not a store; name a file with --db")
    if not path.parent.is_dir():
        raise StoreError(f"{path}: there is no folder {path.parent}; make it first")
    if not os.access(path if path.exists() else path.parent, os.W_OK) or not os.access(path.parent, os.W_OK):
        raise StoreError(f"{path}: cannot be written here; name another file with --db")
    with translate_errors(path):
        connection = _connect(f"{path.absolute().as_uri()}?mode=rwc")
        try:
            _prepare(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def connect_to_read(path: Path) -> sqlite3.Connection:
    """A connection that only reads, also while another program writes, and also where nothing may be written.

    Raises NotFoundError where there is no such file, StoreError where it is not a store.
    """
    if not path.exists():
        raise NotFoundError(f"{path}: no such store; make one with `coranto read PATH --db {path}`")
    if path.is_dir():
        raise StoreError(f"{path}: is a folder, not a store; name a file with --db")
    if not os.access(path, os.R_OK):
        raise StoreError(f"{path}: may not be read; ask its owner for the right to")
    writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    log = path.with_name(path.name + "-wal")
    # SQLite needs to write beside a file in WAL mode, even to read it; a file at rest can be taken as unchanging.
    mode = "mode=rw" if writable else "mode=ro" if log.exists() else "mode=ro&immutable=1"
    with translate_errors(path):
        connection = _connect(f"{path.absolute().as_uri()}?{mode}")
        try:
            version = _check(connection, path)
            if not version:
                raise StoreError(f"{path}: is empty; fill it with `coranto read PATH --db {path}`")
            if version < VERSION and writable:
                _upgrade(connection)
            elif version < VERSION:
                # What cannot be added to the file stands beside it, empty, as long as the connection lasts.
                for script in ADDED:
                    _run(connection, script.replace("CREATE TABLE", "CREATE TEMP TABLE"), skip="CREATE INDEX")
            connection.execute("PRAGMA query_only = ON")
        except BaseException:
            connection.close()
            raise
    return connection


@contextmanager
def transact(connection: sqlite3.Connection) -> Iterator[None]:
    """BEGIN IMMEDIATE ... COMMIT, or ROLLBACK where anything is raised in between."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _connect(uri: str) -> sqlite3.Connection:
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    connection.execute(f"PRAGMA busy_timeout = {WAIT_MS}")
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    version = _check(connection, path)
    if not version:
        connection.execute("PRAGMA journal_mode = WAL")
        # One transaction: a kill leaves an empty file or a whole store. Another program may have come first.
        with transact(connection):
            if not _check(connection, path):
                _create(connection)
    elif version < VERSION:
        _upgrade(connection)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")


def _create(connection: sqlite3.Connection) -> None:
    for script in (SCHEMA, *ADDED):
        _run(connection, script)
    connection.execute("INSERT INTO meta VALUES ('format', 'coranto.reading/1')")
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute(f"PRAGMA user_version = {VERSION}")


def _upgrade(connection: sqlite3.Connection) -> None:
    """Add what the version of the file lacks, in one transaction; what it holds stays as it is."""
    with transact(connection):
        for script in ADDED:
            _run(connection, script)
        speakers.add_speakers(connection)
        connection.execute(f"PRAGMA user_version = {VERSION}")


def _run(connection: sqlite3.Connection, script: str, skip: str = "\0") -> None:
    """Run the statements of a script one by one, within the caller's transaction, but for those that begin so."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            if not statement.lstrip().startswith(skip):
                connection.execute(statement)
            statement = ""


def _check(connection: sqlite3.Connection, path: Path) -> int:
    """The version of the store; 0 where the file is still empty; StoreError where it is something else."""
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if application == 0 and tables == 0:
        return 0
    if application != APPLICATION:
        raise StoreError(f"{path}: is a database of another program; name another file with --db")
    if version > VERSION:
        raise StoreError(
            f"{path}: was made by a newer coranto (store version {version}, known {VERSION}); upgrade coranto"
        )
    if version < OLDEST:
        raise StoreError(f"{path}: has the outdated store version {version}; read the articles into a new file")
    return version


def _explain(error: sqlite3.DatabaseError) -> str:
    message = str(error)
    if "not a database" in message:
        return "is not a database; name another file with --db"
    if "locked" in message or "busy" in message:
        return "is locked by another program; wait for it to end, or name another file with --db"
    if "readonly" in message or "unable to open" in message:
        return "cannot be opened or written here; name another file with --db"
    if "full" in message:
        return "the disk is full; make room and start again, what was read is kept"
    if "malformed" in message:
        return DAMAGED
    return f"cannot be used ({message})"
