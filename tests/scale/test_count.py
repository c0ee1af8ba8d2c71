"""How many articles there may be."""

import gzip

import pytest

from coranto.scale.count import count_inputs

LINE = '{"text": "Words."}'


def count(folder):
    return count_inputs([folder]).articles


def test_a_file_is_one_article(tmp_path):
    for name in ("a.txt", "b.html", "c.md"):
        (tmp_path / name).write_text("Words.\n\nMore.\n")
    assert count(tmp_path) == 3


@pytest.mark.parametrize(("content", "wanted"), [(LINE, 1), (f"{LINE}\n", 1), (f"{LINE}\n{LINE}", 2), ("", 1)])
def test_a_line_is_one_article_with_or_without_a_last_line_break(tmp_path, content, wanted):
    (tmp_path / "a.jsonl").write_text(content)
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(content.encode()))
    assert count(tmp_path) == 2 * wanted


def test_the_sources_are_those_of_the_files_and_of_the_tables_beside_them(tmp_path):
    (tmp_path / "x").mkdir()
    for name in ("a.txt", "b.txt", "x/c.txt"):
        (tmp_path / name).write_text("Words.")
    assert sorted(count_inputs([tmp_path]).sources) == ["a.txt", "articles.toml", "b.txt", "x/articles.toml", "x/c.txt"]


def test_what_is_missing_counts_as_one(tmp_path):
    assert count_inputs([tmp_path / "none.txt"]).articles == 1
    assert count_inputs([]).articles == 0


DAMAGED = {"no gzip": b"words", "cut short": gzip.compress(f"{LINE}\n".encode() * 99)[:30]}


@pytest.mark.parametrize("data", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_file_counts_as_one(tmp_path, data):
    (tmp_path / "a.jsonl.gz").write_bytes(data)
    assert count(tmp_path) == 1


def test_a_file_spoilt_in_the_middle_counts_as_one(tmp_path):
    packed = gzip.compress(f"{LINE}\n".encode() * 99)
    (tmp_path / "a.jsonl.gz").write_bytes(packed[:10] + b"\xff" * 30)
    assert count(tmp_path) == 1


def test_a_file_that_may_not_be_opened_counts_as_one(tmp_path, monkeypatch):
    path = tmp_path / "a.jsonl"
    path.write_text(LINE)

    def refuse(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(path), "open", refuse)
    assert count(tmp_path) == 1
