import gzip
import os

import pytest

from coranto.config import Limits
from coranto.intake.articles import Failure, find_articles
from coranto.intake.files import FoundFile, find_files, is_bomb

SMALL = Limits(max_bytes=200_000, max_line_bytes=1_000, max_chars=50_000)


def read(path, limits=SMALL):
    return list(find_articles([path], limits))


def reason(path):
    (failure,) = read(path)
    assert isinstance(failure, Failure)
    assert "\n" not in failure.reason
    return failure.reason


@pytest.mark.parametrize("content", [b"", b" \n\t\n", "\ufeff\n".encode()])
@pytest.mark.parametrize("name", ["a.txt", "a.html", "a"])
def test_an_empty_file_is_listed(tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    found = reason(tmp_path)
    assert "empty" in found or "no article text" in found


def test_an_empty_jsonl_is_listed(tmp_path):
    (tmp_path / "a.jsonl").write_bytes(b"")
    assert "empty" in reason(tmp_path)


def test_binary_is_listed(tmp_path):
    (tmp_path / "a.txt").write_bytes(bytes(range(256)) * 50)
    assert "not text" in reason(tmp_path)


def test_a_long_line_is_passed_over(tmp_path):
    (tmp_path / "a.jsonl").write_bytes(b'{"text": "' + b"a" * 500_000 + b'"}\n{"text": "Good."}\n')
    failure, article = read(tmp_path)
    assert "max_line_bytes" in failure.reason
    assert article.text == "Good."


@pytest.mark.parametrize("tag", ["div", "b", "blockquote", "table><tr><td", "ul><li"])
def test_deeply_nested_html_ends(tmp_path, tag):
    (tmp_path / "a.html").write_text("<html><body>" + f"<{tag}>" * 5_000 + "<p>The end of it all.</p>")
    assert len(read(tmp_path)) == 1


def test_deeply_nested_json_is_listed(tmp_path):
    (tmp_path / "a.json").write_text("[" * 100_000)
    assert "JSON" in reason(tmp_path)


def test_lone_surrogates_can_be_stored(tmp_path):
    (tmp_path / "a.jsonl").write_text('{"id": "x\\udc00", "text": "A \\ud800 lone one.", "title": "\\ud800"}')
    (article,) = read(tmp_path)
    assert article.text == "A \ufffd lone one."
    article.model_dump_json().encode("utf-8")


def test_direction_overrides_are_kept_as_found(tmp_path):
    text = "The \u202egnp.exe\u202c file."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert read(tmp_path)[0].text == text


def test_a_gzip_bomb_is_not_unpacked(tmp_path):
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(b"a" * 3_000_000))
    assert "max_bytes" in reason(tmp_path)


def test_a_damaged_gzip_file_is_listed(tmp_path):
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(os.urandom(5_000))[:-200])
    (tmp_path / "b.jsonl.gz").write_bytes(b"no gzip")
    assert all("gzip" in failure.reason for failure in read(tmp_path))


def test_news_is_no_bomb_and_zeros_are():
    assert not is_bomb(500_000_000, 100_000_000)
    assert is_bomb(500_000_000, 500_000)


def test_a_loop_of_links_ends(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "a.txt").write_text("One.")
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    (tmp_path / "b").symlink_to(tmp_path / "a")
    (tmp_path / "c.txt").symlink_to(tmp_path / "a" / "a.txt")
    (tmp_path / "d.txt").symlink_to(tmp_path / "d.txt")
    found = read(tmp_path)
    assert [item.source for item in found] == ["a/a.txt", "d.txt"]


def test_an_unreadable_file_is_listed_and_the_rest_goes_on(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text("One.")
    (tmp_path / "b.txt").write_text("Two.")
    true_open = type(tmp_path).open

    def refuse(path, *args, **kwargs):
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return true_open(path, *args, **kwargs)

    monkeypatch.setattr(type(tmp_path), "open", refuse)
    failure, article = read(tmp_path)
    assert "permission" in failure.reason
    assert article.text == "Two."


def test_an_unreadable_folder_is_listed(tmp_path, monkeypatch):
    def refuse(path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("coranto.intake.files.os.scandir", refuse)
    assert "permission" in reason(tmp_path)


def test_a_folder_named_like_a_text_is_walked(tmp_path):
    (tmp_path / "x.txt").mkdir()
    (tmp_path / "x.txt" / "a.txt").write_text("One.")
    assert list(find_files([tmp_path])) == [FoundFile(tmp_path / "x.txt" / "a.txt", "x.txt/a.txt")]


def test_a_pipe_is_not_opened(tmp_path):
    os.mkfifo(tmp_path / "a.txt")
    assert "neither a file nor a folder" in reason(tmp_path)


def test_a_name_that_is_no_text_can_be_stored(tmp_path):
    path = os.fsencode(tmp_path) + b"/a\xff.txt"
    with open(path, "wb") as file:  # noqa: PTH123
        file.write(b"One.")
    (article,) = read(tmp_path)
    article.model_dump_json().encode("utf-8")
