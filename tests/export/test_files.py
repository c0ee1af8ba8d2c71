import os
import stat

import pytest

from coranto.errors import UsageError
from coranto.export import FORMATS, find_exporter
from coranto.export.files import write_whole


def test_a_file_is_there_only_when_it_is_whole(tmp_path):
    path = tmp_path / "out.jsonl"
    with write_whole(path) as out:
        out.write(b"first")
        assert not path.exists()
    assert path.read_bytes() == b"first"
    with pytest.raises(TypeError), write_whole(path) as out:
        out.write("half of it, then an error")
    assert path.read_bytes() == b"first"
    assert [entry.name for entry in tmp_path.iterdir()] == ["out.jsonl"]


def test_a_file_has_the_usual_rights(tmp_path):
    mask = os.umask(0o022)
    try:
        with write_whole(tmp_path / "out") as out:
            out.write(b"")
    finally:
        os.umask(mask)
    assert stat.S_IMODE((tmp_path / "out").stat().st_mode) == 0o644


@pytest.mark.parametrize("name", ["", "no/such/out"])
def test_a_place_that_cannot_hold_a_file_is_told(tmp_path, name):
    with pytest.raises(UsageError), write_whole(tmp_path / name):
        pass


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_a_writer(name):
    assert callable(find_exporter(name))


def test_an_unknown_format_is_told():
    with pytest.raises(UsageError, match="known are jsonl"):
        find_exporter("docx")
