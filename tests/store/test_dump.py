"""The content of a store as lines."""

import json

import pytest

from coranto.errors import NotFoundError, StoreError
from coranto.store.dump import dump_store
from coranto.store.writer import open_store
from tests.samples import make_sample, read_sample


def dump(path, *sources):
    with open_store(path) as writer:
        for source in sources:
            writer.write(read_sample(make_sample(source)))
    return [json.loads(line) for line in dump_store(path)]


def test_every_row_of_every_table_is_a_line(tmp_path):
    lines = dump(tmp_path / "c.db", "a.txt")
    tables = [line[0] for line in lines]
    assert {table: tables.count(table) for table in ("articles", "events", "entities", "attributions")} == {
        "articles": 1,
        "events": 2,
        "entities": 4,
        "attributions": 1,
    }


def test_rows_name_their_article_by_its_id_not_by_its_number(tmp_path):
    ids = {make_sample(source).id for source in ("a.txt", "b.txt")}
    lines = dump(tmp_path / "c.db", "a.txt", "b.txt")
    assert {line[1] for line in lines if line[0] in ("articles", "events", "parties")} == ids


def test_names_are_written_as_they_are(tmp_path):
    dump(tmp_path / "c.db", "a.txt")
    assert any("Šárka Nováková" in line for line in dump_store(tmp_path / "c.db"))


def test_the_path_may_be_a_string_and_an_empty_store_has_only_its_format(tmp_path):
    open_store(tmp_path / "c.db").close()
    assert {json.loads(line)[0] for line in dump_store(str(tmp_path / "c.db"))} == {"meta"}


def test_what_is_no_store_is_refused(tmp_path):
    with pytest.raises(NotFoundError):
        list(dump_store(tmp_path / "none.db"))
    (tmp_path / "words.db").write_text("words " * 500)
    with pytest.raises(StoreError):
        list(dump_store(tmp_path / "words.db"))
