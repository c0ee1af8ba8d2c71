"""The examples of docs/import_actors.md are read as it says."""

import re
from pathlib import Path

import pytest

from coranto.intake.registers.files import read_register
from coranto.intake.registers.records import Post, Tenure
from coranto.model.identity import KnownActor
from coranto.store.registers import choose_code

DOC = Path(__file__).parents[3] / "docs" / "import_actors.md"
BLOCKS = re.findall(r"^```\n(.*?)^```", DOC.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize(
    ("start", "kinds"),
    [
        ("name\t", [KnownActor, KnownActor]),
        ('{"id"', [KnownActor, Post, Tenure]),
        ("ADA_", [KnownActor, KnownActor]),
    ],
)
def test_each_example_is_read_whatever_its_files_name(tmp_path, start, kinds):
    (block,) = (block for block in BLOCKS if block.startswith(start))
    (tmp_path / "register").write_text(block, encoding="utf-8")
    assert [type(item) for item in read_register(tmp_path / "register")] == kinds


def test_the_office_is_that_of_the_articles_day(tmp_path):
    (block,) = (block for block in BLOCKS if block.startswith("name\t"))
    (tmp_path / "register").write_text(block, encoding="utf-8")
    ada = next(iter(read_register(tmp_path / "register")))
    codes = [choose_code(ada, day) for day in ("2010-05-01", "2014-05-01", "2012-12-01")]
    assert [(code.country, code.sector, code.role) for code in codes] == [
        ("CUB", "GOV", "interior minister"),
        ("CUB", "GOV", "president"),
        ("CUB", None, None),
    ]
