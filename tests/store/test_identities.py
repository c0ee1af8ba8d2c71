"""Identities and decisions as rows."""

import sqlite3
from contextlib import closing

import pytest

from coranto.compare.identities import refresh_identities
from coranto.model.identity import Identity, Membership
from coranto.store.identities import (
    add_decision,
    drop_decision,
    find_ids,
    list_decisions,
    list_identities,
    replace_identities,
)
from coranto.store.profiles import list_profiles
from coranto.store.queries import Store
from coranto.store.schema import VERSION, connect_to_write
from coranto.store.writer import open_store
from tests.samples import make_sample, read_sample


@pytest.fixture
def path(tmp_path):
    with open_store(tmp_path / "c.db") as writer:
        writer.write(read_sample(make_sample("a.txt")))
    return tmp_path / "c.db"


def make_identity(path):
    with Store.open(path) as store:
        (reading,) = store.readings()
    entity = reading.entities[0]
    member = Membership(article=reading.article.id, entity=entity.id, name=entity.name, rule="alone", confidence=1)
    return Identity(id="idn-1", name=entity.name, kind="person", aliases=("Nová",), members=(member,))


def test_what_is_stored_is_listed_as_it_was(path):
    identity = make_identity(path)
    with closing(connect_to_write(path)) as connection:
        replace_identities(connection, [identity])
        assert list_identities(connection) == (identity,)
        assert find_ids(connection, "idn") == ["idn-1"]
        replace_identities(connection, [])
        assert list_identities(connection) == ()


def test_members_go_with_their_article_and_decisions_stay(path):
    identity = make_identity(path)
    with closing(connect_to_write(path)) as connection:
        replace_identities(connection, [identity])
        number = add_decision(connection, "different", [[identity.members[0].entity], ["ent-unknown"]])
        connection.execute("DELETE FROM articles")
        assert list_identities(connection) == ()
        (decision,) = list_decisions(connection)
        assert [one.name for side in decision.sides for one in side] == [identity.name]
        assert drop_decision(connection, number)
        assert not drop_decision(connection, number)
        assert connection.execute("SELECT count(*) FROM decided").fetchone()[0] == 0


def test_numbers_of_decisions_are_not_given_twice(path):
    with closing(connect_to_write(path)) as connection:
        first = add_decision(connection, "same", [])
        drop_decision(connection, first)
        assert add_decision(connection, "same", []) > first


def test_profiles_are_kept_and_hold_what_names_the_entity(path):
    with closing(connect_to_write(path)) as connection:
        found = list_profiles(connection)
        assert found == list_profiles(connection)
        assert connection.execute("SELECT count(*) FROM profiles").fetchone()[0] == 1
    minister = next(profile for profile in found if profile.name == "Šárka Nováková")
    assert minister.roles == (("Foreign Minister", None),)
    assert minister.country == "CZE"
    assert str(minister.published) == "2024-03-05"


def age(path):
    """Make the store one of version 1."""
    with closing(sqlite3.connect(path)) as connection:
        later = ("members", "identities", "profiles", "decided", "decisions")
        for table in later:
            connection.execute(f"DROP TABLE {table}")
        connection.execute("PRAGMA user_version = 1")
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.commit()


def test_a_store_of_version_1_is_brought_up_to_date_and_keeps_what_it_holds(path):
    with Store.open(path) as store:
        before = list(store.lines())
    age(path)
    with Store.open(path) as store:
        assert list(store.lines()) == before
        assert store.identities() == ()
    assert refresh_identities(path) == 4
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone()[0] == VERSION


def test_a_store_of_version_1_that_may_not_be_written_is_read(path, monkeypatch):
    age(path)
    content = path.read_bytes()
    monkeypatch.setattr("coranto.store.schema.os.access", lambda _path, mode: mode == 4)
    with Store.open(path) as store:
        assert store.identities() == ()
        assert len(store.events()) == 2
    assert path.read_bytes() == content
