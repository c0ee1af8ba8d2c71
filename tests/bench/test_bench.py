"""The benches' command line, and a whole run over a document of our own."""

from __future__ import annotations

import pytest
from bench.common import (
    BenchError,
    find_scorer,
    iterate_articles,
    print_command,
    print_figures,
    read_figures,
    run_bench,
)
from tests.texts import find_shared

from bench import times
from coranto.errors import UsageError

TML = """<?xml version="1.0" ?>
<TimeML><DOCID>{name}</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2023-12-13" functionInDocument="CREATION_TIME">2023-12-13</TIMEX3></DCT>
<TEXT>The envoy arrived on <TIMEX3 tid="t1" type="DATE" value="2023-12-12">Tuesday</TIMEX3>.</TEXT></TimeML>
"""


def write_documents(folder, *names):
    for name in names:
        (folder / f"{name}.tml").write_text(TML.format(name=name), encoding="utf-8")


def test_times_bench_prints_figures_and_speed(tmp_path, capsys):
    score = find_shared("score")
    write_documents(tmp_path, "a", "b", "c")
    times.bench([str(tmp_path), "--score", str(score), "--half", "even"])
    figures = read_figures(capsys.readouterr().out)
    assert figures["documents"] == 2
    assert figures["relaxed_f"] == figures["strict_f"] == figures["value_f"] == 1
    assert figures["words"] == 10


def test_halves_share_no_file(tmp_path):
    write_documents(tmp_path, "a", "b", "c")
    even, odd = tmp_path / "x", tmp_path / "y"
    even.mkdir()
    odd.mkdir()
    first = {path.name for path in times.choose_half(tmp_path, "even", even).iterdir()}
    assert first == {"a.tml", "c.tml"}


def test_a_folder_without_documents_is_refused(tmp_path):
    with pytest.raises(BenchError, match=r"no \.tml"):
        times.choose_half(tmp_path, "odd", tmp_path)


def test_a_missing_scorer_is_named(tmp_path):
    with pytest.raises(BenchError, match="no scorer"):
        find_scorer(tmp_path, "times.py")


def test_an_article_that_cannot_be_read_ends_the_bench(tmp_path):
    path = tmp_path / "articles.jsonl"
    path.write_text('{"id": "a"}\n', encoding="utf-8")
    with pytest.raises(BenchError):
        list(iterate_articles(path))


def test_figures_are_printed_one_a_line(capsys):
    print_figures(found=3, share=0.5)
    print_command("bench.times", ["a folder"])
    assert capsys.readouterr().out == "found 3\nshare 0.5000\n$ python -m bench.times 'a folder'\n"


def test_a_bench_that_cannot_run_exits_with_two(monkeypatch, capsys):
    def fail(_arguments):
        raise UsageError("no data")

    monkeypatch.setattr("sys.argv", ["bench"])
    with pytest.raises(SystemExit) as stop:
        run_bench("bench.times", fail)
    assert stop.value.code == 2
    assert "no data" in capsys.readouterr().err
