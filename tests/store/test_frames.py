"""Events as data frames."""

import builtins
from datetime import date

import pytest

from coranto.errors import UsageError
from coranto.store.frames import build_pandas, build_polars, flatten_event, list_columns
from coranto.store.queries import Store
from coranto.store.writer import open_store
from tests.samples import make_sample, read_sample


@pytest.fixture
def rows(tmp_path):
    with open_store(tmp_path / "c.db") as writer:
        writer.write(read_sample(make_sample()))
    with Store.open(tmp_path / "c.db") as store:
        return store.events()


def test_every_column_has_a_plain_cell(rows):
    for row in rows:
        cells = flatten_event(row)
        assert set(cells) >= set(list_columns())
        assert all(value is None or isinstance(value, str | int | float) for value in cells.values())


def test_several_names_are_joined_and_codes_stand_beside_them(rows):
    cells = next(flatten_event(row) for row in rows if row.type == "CONSULT")
    assert (cells["actors"], cells["actor_codes"]) == ("Šárka Nováková", "CZE GOV")
    assert (cells["mode"], cells["start"]) == ("visit", "2024-03-04")


def test_pandas_has_a_row_an_event_with_days_as_timestamps(rows):
    pytest.importorskip("pandas")
    frame = build_pandas(rows)
    assert list(frame.columns) == list_columns()
    assert len(frame) == 2
    assert frame["start"].dt.date.dropna().tolist() == [date(2024, 3, 4)]
    assert list(build_pandas([]).columns) == list_columns()


def test_polars_has_a_row_an_event_with_days_as_dates(rows):
    pytest.importorskip("polars")
    frame = build_polars(rows)
    assert frame.columns == list_columns()
    assert frame["start"].drop_nulls().to_list() == [date(2024, 3, 4)]
    assert build_polars([]).columns == list_columns()


@pytest.mark.parametrize(("build", "name"), [(build_pandas, "pandas"), (build_polars, "polars")])
def test_where_the_library_is_missing_the_way_to_install_it_is_told(monkeypatch, build, name):
    real = builtins.__import__

    def refuse(module, *rest):
        if module == name:
            raise ImportError(module)
        return real(module, *rest)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(UsageError, match=rf"coranto\[{name}\]"):
        build([])
