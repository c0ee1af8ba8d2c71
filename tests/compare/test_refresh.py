"""Identities are worked out again only where something changed, and written only where they differ."""

import sqlite3
from contextlib import closing

import pytest

from coranto.compare import identities
from coranto.compare.identities import refresh_identities
from coranto.compare.judgements import split_identity
from coranto.store.queries import Store
from coranto.store.writer import open_store
from tests.samples import make_sample, read_sample

TABLES = ("SELECT * FROM identities ORDER BY id", "SELECT a.id, m.* FROM members m JOIN articles a ON number = article")


@pytest.fixture
def path(tmp_path):
    fill(tmp_path / "c.db", "a.txt", "b.txt")
    refresh_identities(tmp_path / "c.db")
    return tmp_path / "c.db"


def fill(path, *sources):
    with open_store(path) as writer:
        for source in sources:
            writer.write(read_sample(make_sample(source)))


def list_rows(path):
    """The rows of identities and members, without the numbers of articles."""
    with closing(sqlite3.connect(path)) as connection:
        own, members = (connection.execute(query).fetchall() for query in TABLES)
    return own, sorted((article, *row) for article, _, *row in members)


def forbid(monkeypatch):
    def fail(*_):
        raise AssertionError("worked out again")

    monkeypatch.setattr(identities, "build_identities", fail)


def test_nothing_is_done_where_nothing_changed(path, monkeypatch):
    forbid(monkeypatch)
    assert refresh_identities(path) > 0


def test_an_article_that_is_written_again_gets_its_members_back(path):
    before = list_rows(path)
    fill(path, "b.txt")
    assert list_rows(path) != before
    refresh_identities(path)
    assert list_rows(path) == before


def test_new_articles_and_decisions_are_told_from_the_former_state(path, monkeypatch):
    with Store.open(path) as store:
        several = next(one for one in store.identities() if len(one.members) > 1)
    split_identity(path, several.id, [several.members[-1].entity])
    fill(path, "c.txt")
    with monkeypatch.context() as patched:
        forbid(patched)
        with pytest.raises(AssertionError, match="worked out again"):
            refresh_identities(path)
    refresh_identities(path)
    forbid(monkeypatch)
    refresh_identities(path)


def test_the_rows_are_those_of_a_store_that_was_filled_at_once(path, tmp_path):
    fill(path, "c.txt", "d.txt")
    refresh_identities(path)
    fill(tmp_path / "other.db", "d.txt", "b.txt", "a.txt", "c.txt")
    refresh_identities(tmp_path / "other.db")
    assert list_rows(path) == list_rows(tmp_path / "other.db")
