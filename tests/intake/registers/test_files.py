"""Files of actors: their format by their content, and what they hold besides text."""

import gzip

import pytest

from coranto.errors import FormatError, InputError
from coranto.intake.details import Failure
from coranto.intake.registers.files import hash_file, read_register, tell_format
from coranto.intake.registers.records import read_country, read_day


@pytest.mark.parametrize(
    ("lines", "form"),
    [
        (['{"id": "x", "schema": "Person"}'], "ftm"),
        (["{broken", '{"id": "x"}'], "ftm"),
        (["# comment", "", "name\tcountry", "A\tCUB"], "tsv"),
        (["country,name", "CUB,A"], "tsv"),
        (["name", "Ada Example"], "tsv"),
        (["# x", "ADA_EXAMPLE_", "\t[CUBGOV]"], "phoenix"),
        (["<!-- x -->", "ADA_EXAMPLE_ [CUBGOV]"], "phoenix"),
    ],
)
def test_the_format_is_told_by_the_content(lines, form):
    assert tell_format(lines, "f") == form


@pytest.mark.parametrize("lines", [[], ["", "#"], ["any words"], ["one,two,three"]])
def test_what_is_none_is_an_error(lines):
    with pytest.raises(FormatError, match=r"^f: "):
        tell_format(lines, "f")


def test_packed_files_and_byte_order_marks(tmp_path):
    (tmp_path / "a.tsv.gz").write_bytes(gzip.compress("\ufeffname\nAda Example\n".encode()))
    assert [actor.name for actor in read_register(tmp_path / "a.tsv.gz")] == ["Ada Example"]


def test_what_is_no_utf8_is_told_but_in_dictionaries(tmp_path):
    (tmp_path / "a.tsv").write_bytes("name\nJos\xe9\nAda Example\n".encode("latin-1"))
    items = list(read_register(tmp_path / "a.tsv"))
    assert [item.reason for item in items if isinstance(item, Failure)] == [
        "a.tsv:2: not UTF-8; save the file as UTF-8"
    ]
    assert [item.name for item in items if not isinstance(item, Failure)] == ["Ada Example"]
    (tmp_path / "b.txt").write_bytes("JOS\xc9_EXAMPLE_ [CUBGOV]\n".encode("latin-1"))
    assert [actor.name for actor in read_register(tmp_path / "b.txt")] == ["José Example"]


def test_a_binary_file_is_none(tmp_path):
    (tmp_path / "a.tsv").write_bytes(b"name\n\0\1")
    with pytest.raises(FormatError, match="not a text file"):
        list(read_register(tmp_path / "a.tsv"))
    with pytest.raises(InputError):
        hash_file(tmp_path)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("ru", "RUS"), ("RUS", "RUS"), ("Russia", "RUS"), ("gb-sct", "GBR"), ("pr", "USA"), ("eu", "IGO"),
        ("suhh", "SUN"), ("xk", "XKX"), ("zz", None), ("Atlantis", None), ("", None), ("igo", "IGO"),
    ],
)  # fmt: skip
def test_countries(text, country):
    assert read_country(text) == country


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2012", "2012"), ("2012-03", "2012-03"), ("2012-03-31", "2012-03-31"), ("2012-03-31T10:00:00", "2012-03-31"),
        ("2012-13", None), ("2012-02-30", None), ("31.3.2012", None), ("", None), (None, None),
    ],
)  # fmt: skip
def test_days(text, day):
    assert read_day(text) == day
