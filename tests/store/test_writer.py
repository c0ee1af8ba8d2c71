import sqlite3

import pytest

from coranto.errors import StoreError
from coranto.store.dump import dump_store
from coranto.store.queries import Store
from coranto.store.schema import VERSION
from coranto.store.writer import make_stamp, open_store
from tests.samples import RUN, TEXT, make_sample, read_sample


def test_a_reading_comes_back_as_it_went_in(tmp_path):
    reading = read_sample(make_sample())
    with open_store(tmp_path / "c.db") as writer:
        writer.write(reading)
    with Store.open(tmp_path / "c.db") as store:
        assert list(store.readings()) == [reading]


def test_writing_again_replaces_and_leaves_nothing_behind(tmp_path):
    first, again = tmp_path / "first.db", tmp_path / "again.db"
    article = make_sample()
    with open_store(first) as writer:
        writer.write(read_sample(article))
    with open_store(again) as writer:
        writer.write(read_sample(article.model_copy(update={"outlet": "Old Name"})), "old")
        writer.write(read_sample(article))
    assert list(dump_store(first)) == list(dump_store(again))
    with Store.open(again) as store:
        assert store.summary().events == 2
        assert len(store.events()) == 2
        assert len(store.search("harbour")) == 1


def test_the_order_of_writing_does_not_show_in_the_dump(tmp_path):
    readings = [read_sample(make_sample(f"{n}.txt")) for n in range(4)]
    for name, order in (("a.db", readings), ("b.db", readings[::-1])):
        with open_store(tmp_path / name) as writer:
            for reading in order:
                writer.write(reading)
    lines = list(dump_store(tmp_path / "a.db"))
    assert lines == list(dump_store(tmp_path / "b.db"))
    assert sum(line.startswith('["articles"') for line in lines) == 4


def test_the_dump_shows_any_difference(tmp_path):
    article = make_sample()
    for name, update in (("a.db", {}), ("b.db", {"url": "https://example.org/a"})):
        with open_store(tmp_path / name) as writer:
            writer.write(read_sample(article.model_copy(update=update)), "same")
    assert list(dump_store(tmp_path / "a.db")) != list(dump_store(tmp_path / "b.db"))


def test_a_stamp_depends_on_versions_and_on_the_article_as_given():
    article = make_sample()
    stamps = {
        make_stamp(RUN, article),
        make_stamp(RUN, article.model_copy(update={"outlet": "Other"})),
        make_stamp(RUN.model_copy(update={"coranto": "0.1"}), article),
        make_stamp(RUN),
    }
    assert len(stamps) == 4


def test_an_article_is_current_under_its_own_stamp_only(tmp_path):
    reading = read_sample(make_sample())
    with open_store(tmp_path / "c.db") as writer:
        assert not writer.is_current(reading.article.id, "s1")
        writer.write(reading, "s1")
        assert writer.is_current(reading.article.id, "s1")
        assert not writer.is_current(reading.article.id, "s2")


def test_a_reading_that_cannot_be_stored_leaves_the_former_one(tmp_path):
    article = make_sample()
    path = tmp_path / "c.db"
    with open_store(path) as writer:
        writer.write(read_sample(article))
        before = list(dump_store(path))
        broken = read_sample(article)
        object.__setattr__(broken.events[0], "scale", "no number")
        with pytest.warns(UserWarning, match="serialized"), pytest.raises(StoreError):
            writer.write(broken)
        assert list(dump_store(path)) == before
        writer.write(read_sample(make_sample("b.txt")))
    with Store.open(path) as store:
        assert store.summary().articles == 2


def list_failures(path):
    with Store.open(path) as store:
        return [(row.source, row.reason) for row in store.failures()]


def test_failures_are_replaced_by_a_later_run(tmp_path):
    path = tmp_path / "c.db"
    with open_store(path) as writer:
        writer.fail("a.txt", "a.txt is empty")
        writer.fail("lines.jsonl:3", "lines.jsonl:3: no JSON")
        writer.fail("other.txt", "other.txt is empty")
        writer.fail("other.txt", "and worse")
    assert len(list_failures(path)) == 4
    with open_store(path) as writer:
        writer.forget(["a.txt", "lines.jsonl"])
        assert [source for source, _ in list_failures(path)] == ["other.txt", "other.txt"]
        writer.fail("other.txt", "other.txt: no text")
        writer.write(read_sample(make_sample("a.txt")))
    assert list_failures(path) == [("other.txt", "other.txt: no text")]


@pytest.mark.parametrize("settle", ["write", "skip"])
def test_what_is_read_no_longer_counts_as_failed(tmp_path, settle):
    path = tmp_path / "c.db"
    with open_store(path) as writer:
        writer.fail("a.txt", "internal error")
    with open_store(path) as writer:
        if settle == "write":
            writer.write(read_sample(make_sample("a.txt")))
        else:
            writer.skip("a.txt")
    assert list_failures(path) == []


def test_former_texts_of_the_inputs_met_are_dropped_on_demand(tmp_path):
    path = tmp_path / "c.db"
    old, new, other = make_sample("a.txt"), make_sample("a.txt", text="New text."), make_sample("b.txt")
    with open_store(path) as writer:
        for article in (old, new, other):
            writer.write(read_sample(article))
        assert writer.count_former() == 0
        writer.meet(new.id, "a.txt")
        assert writer.count_former() == 1
        writer.drop_former()
        assert writer.count_former() == 0
    with Store.open(path) as store:
        assert [row.id for row in store.articles()] == [new.id, other.id]
        assert store.search("new") != []


def test_a_file_that_is_no_database_is_refused_in_one_line(tmp_path):
    path = tmp_path / "c.db"
    path.write_text(TEXT * 50)
    with pytest.raises(StoreError, match=r"c\.db: is not a database; name another") as caught:
        open_store(path)
    assert "\n" not in str(caught.value)
    assert path.read_text() == TEXT * 50


def test_a_database_of_another_program_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "c.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE t (x)")
    other.close()
    with pytest.raises(StoreError, match="another program"):
        open_store(path)
    with pytest.raises(StoreError, match="another program"):
        Store.open(path)
    with sqlite3.connect(path) as other:
        assert other.execute("SELECT name FROM sqlite_master").fetchall() == [("t",)]
    other.close()


def test_a_newer_store_is_refused(tmp_path):
    path = tmp_path / "c.db"
    open_store(path).close()
    with sqlite3.connect(path) as other:
        other.execute(f"PRAGMA user_version = {VERSION + 1}")
    other.close()
    with pytest.raises(StoreError, match="newer coranto"):
        open_store(path)
    with pytest.raises(StoreError, match="newer coranto"):
        Store.open(path)


def test_a_locked_store_is_named_so(tmp_path, monkeypatch):
    monkeypatch.setattr("coranto.store.schema.WAIT_MS", 20)
    path = tmp_path / "c.db"
    with open_store(path) as writer:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="locked by another program"):
            writer.write(read_sample(make_sample()))
        other.execute("ROLLBACK")
        other.close()
        writer.write(read_sample(make_sample()))


@pytest.mark.parametrize(("name", "match"), [("", "is a folder"), ("no/such/c.db", "there is no folder")])
def test_a_place_that_cannot_hold_a_store_is_refused(tmp_path, name, match):
    with pytest.raises(StoreError, match=match):
        open_store(tmp_path / name)


def test_an_empty_file_becomes_a_store(tmp_path):
    path = tmp_path / "c.db"
    path.touch()
    with open_store(path) as writer:
        writer.write(read_sample(make_sample()))
    with Store.open(path) as store:
        assert store.summary().articles == 1
