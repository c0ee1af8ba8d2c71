"""Files found and read."""

import gzip
import io
import os

import pytest

from coranto.config import Limits
from coranto.errors import FormatError, InputError, TooLargeError
from coranto.intake.details import Failure
from coranto.intake.files import FoundFile, describe_error, find_files, is_bomb, read_bytes, read_some


def names(*paths):
    return [item.source for item in find_files(paths)]


def test_files_come_in_sorted_order_under_their_path_below_the_folder(tmp_path):
    for name in ("b.txt", "a/z.txt", "a/b/c.txt", "é.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Words.")
    assert names(tmp_path) == ["a/b/c.txt", "a/z.txt", "b.txt", "é.txt"]


def test_hidden_files_settings_and_stores_are_no_articles(tmp_path):
    for name in (".a.txt", "coranto.toml", "articles.toml", "README.md", "c.db", "c.db-wal", "notes.md"):
        (tmp_path / name).write_text("Words.")
    assert names(tmp_path) == ["notes.md"]


def test_a_file_is_read_once_however_often_it_is_given(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Words.")
    (tmp_path / "b.txt").symlink_to(path)
    assert names(tmp_path, path, tmp_path) == ["a.txt"]


def test_a_loop_of_links_ends(tmp_path):
    (tmp_path / "a.txt").write_text("Words.")
    (tmp_path / "round").symlink_to(tmp_path)
    assert names(tmp_path) == ["a.txt"]


def test_what_is_missing_is_told_and_the_rest_is_found(tmp_path):
    (tmp_path / "a.txt").write_text("Words.")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe")
    found = list(find_files([tmp_path, tmp_path / "none.txt"]))
    assert [item.source for item in found if isinstance(item, FoundFile)] == ["a.txt"]
    reasons = [item.reason for item in found if isinstance(item, Failure)]
    assert len(reasons) == 3
    assert all("\n" not in reason for reason in reasons)


def test_a_packed_file_goes_by_the_ending_of_its_content(tmp_path):
    file = FoundFile(tmp_path / "A.HTML.GZ", "A.HTML.GZ")
    assert (file.packed, file.bare_name, file.ending) == (True, "A.HTML", ".html")


@pytest.mark.parametrize("packed", [False, True])
def test_a_file_at_the_limit_is_read_and_one_beyond_is_not(tmp_path, packed):
    data = b"0123456789"
    path = tmp_path / ("a.txt.gz" if packed else "a.txt")
    path.write_bytes(gzip.compress(data) if packed else data)
    file = FoundFile(path, path.name)
    assert read_bytes(file, Limits(max_bytes=10)) == data
    with pytest.raises(TooLargeError, match=r"a\.txt"):
        read_bytes(file, Limits(max_bytes=9))


@pytest.mark.parametrize(
    "data", [b"no gzip at all", gzip.compress(b"words" * 99)[:20], gzip.compress(b"w")[:10] + b"\xff" * 30]
)
def test_a_damaged_gzip_file_is_named(tmp_path, data):
    path = tmp_path / "a.txt.gz"
    path.write_bytes(data)
    with pytest.raises(FormatError, match=r"a\.txt\.gz"):
        read_bytes(FoundFile(path, "a.txt.gz"), Limits())


def test_an_error_of_the_system_is_an_input_error():
    class Broken(io.BytesIO):
        def read(self, *_):
            raise PermissionError(13, "Permission denied")

    with pytest.raises(InputError, match="permission"):
        read_some(Broken(), 9, "a.txt")
    assert "folder" in describe_error(IsADirectoryError())


def test_news_is_no_bomb_and_a_billion_zeros_are():
    assert not is_bomb(5_000_000, 10)
    assert not is_bomb(400_000_000, 100_000_000)
    assert is_bomb(400_000_000, 400_000)
