"""The table of names is whole, and its bench prints its figures."""

from collections import Counter

import pytest
from bench.common import BenchError, read_figures

from bench import names


def test_the_table_is_whole_and_names_no_pair_twice():
    rows = names.read_table(names.TABLE)
    assert len(rows) == 150
    assert len({frozenset((row.one, row.other)) for row in rows}) == 150
    assert min(Counter(row.same for row in rows).values()) >= 65


def test_the_bench_joins_no_pair_wrongly(capsys):
    names.bench([])
    figures = read_figures(capsys.readouterr().out)
    assert figures["pairs"] == 150
    assert figures["f1"] >= 0.97
    assert figures["wrong"] == 0
    assert figures["rapidfuzz_ratio_best_f1"] < figures["f1"]


def test_a_row_that_is_not_whole_is_refused(tmp_path):
    table = tmp_path / "t.tsv"
    table.write_text("# source: own\none\tother\tkind\tsame\tdifficulty\nA\tB\tperson\n", encoding="utf-8")
    with pytest.raises(BenchError):
        names.read_table(table)
