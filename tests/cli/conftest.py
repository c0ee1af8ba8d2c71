import sys
from types import ModuleType, SimpleNamespace

import pytest
from typer.testing import CliRunner

from tests.samples import RUN, TEXT, read_sample


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The current folder, with two articles in `articles/`, and the stand-in for the pipeline."""
    stand_in = ModuleType("coranto.pipeline")
    stand_in.make_run, stand_in.read_article = lambda: RUN, read_sample
    monkeypatch.setitem(sys.modules, "coranto.pipeline", stand_in)
    monkeypatch.chdir(tmp_path)
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "a.txt").write_text(TEXT, encoding="utf-8")
    (articles / "b.txt").write_text(TEXT + " And more.", encoding="utf-8")
    return tmp_path


@pytest.fixture
def coranto(folder):
    """Calls the program: `coranto("read", "articles")` gives status, stdout and stderr."""
    from coranto.cli.app import app

    def call(*args):
        result = CliRunner().invoke(app, list(args), prog_name="coranto")
        return SimpleNamespace(status=result.exit_code, out=result.stdout, err=result.stderr)

    return call


@pytest.fixture
def filled(coranto):
    """The same, with the articles read."""
    call = coranto("read", "articles", "--outlet", "Harbour Courier", "--published", "2024-03-05")
    assert call.status == 0, call.err
    return coranto
