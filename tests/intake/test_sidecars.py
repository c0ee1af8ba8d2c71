"""What stands beside a text about it."""

from datetime import date

import pytest

from coranto.config import Limits
from coranto.intake.files import FoundFile
from coranto.intake.sidecars import is_sidecar, name_beside, read_beside, read_shelf

LIMITS = Limits()


def write_shelf(folder, content):
    (folder / "articles.toml").write_text(content)
    return read_shelf(folder, "articles.toml", LIMITS)


def test_a_file_has_its_own_details_over_the_defaults(tmp_path):
    (tmp_path / "a.txt").write_text("Words.")
    shelf, failures = write_shelf(
        tmp_path, '[defaults]\noutlet = "Courier"\npublished = 2024-01-02\n["a.txt"]\npublished = "2024-03-04"\n'
    )
    assert failures == []
    assert shelf.find_details("a.txt").outlet == "Courier"
    assert shelf.find_details("a.txt").published.value == date(2024, 3, 4)
    assert shelf.find_details("b.txt").published.value == date(2024, 1, 2)


def test_without_a_table_nothing_is_given(tmp_path):
    shelf, failures = read_shelf(tmp_path, "articles.toml", LIMITS)
    assert (shelf.find_details("a.txt").outlet, failures) == (None, [])


SLIPS = [
    ('outlet = "Courier"', "outlet"),
    ('["gone.txt"]\noutlet = "Courier"', "gone.txt"),
    ('[defaults]\npublished = "soon"', "soon"),
    ("[defaults", "TOML"),
]


@pytest.mark.parametrize(("content", "word"), SLIPS)
def test_a_slip_in_the_table_is_told_in_one_line(tmp_path, content, word):
    _, (failure,) = write_shelf(tmp_path, content)
    assert failure.source == "articles.toml"
    assert word in failure.reason
    assert "\n" not in failure.reason


@pytest.mark.parametrize("name", ["a.json", "a.txt.json"])
def test_a_json_file_of_the_same_name_gives_the_details(tmp_path, name):
    (tmp_path / "a.txt").write_text("Words.")
    (tmp_path / name).write_text('{"outlet": "Courier"}')
    details, failure = read_beside(FoundFile(tmp_path / "a.txt", "a.txt"), LIMITS)
    assert (details.outlet, failure) == ("Courier", None)
    assert is_sidecar(FoundFile(tmp_path / name, name))


@pytest.mark.parametrize("content", ["{", "[]", '{"published": "soon"}'])
def test_a_json_file_that_cannot_be_used_is_told(tmp_path, content):
    (tmp_path / "a.txt").write_text("Words.")
    (tmp_path / "a.json").write_text(content)
    details, failure = read_beside(FoundFile(tmp_path / "a.txt", "sub/a.txt"), LIMITS)
    assert details.published.value is None
    assert failure.source == "sub/a.json"


def test_a_json_file_by_itself_is_an_article(tmp_path):
    (tmp_path / "a.json").write_text("{}")
    file = FoundFile(tmp_path / "a.json", "a.json")
    assert not is_sidecar(file)
    assert read_beside(file, LIMITS)[1] is None


@pytest.mark.parametrize(
    ("source", "wanted"), [("a.txt", "b.json"), ("x/a.txt", "x/b.json"), ("x/y/a.txt", "x/y/b.json")]
)
def test_a_name_beside_another_lies_in_its_folder(source, wanted):
    assert name_beside(source, "b.json") == wanted
