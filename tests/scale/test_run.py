import pytest

from coranto.intake.articles import Failure
from coranto.scale.count import count_inputs
from coranto.scale.pool import FEW
from coranto.scale.run import RunOptions, read_into
from coranto.scale.spool import gather_inputs
from coranto.store.dump import dump_store
from coranto.store.queries import Store
from coranto.store.writer import open_store
from tests.samples import RUN, make_sample, read_sample

OPTIONS = RunOptions(RUN, 1, read_sample)


def make_inputs():
    inputs = [make_sample(f"{number}.txt") for number in range(FEW + 4)]
    inputs.insert(2, Failure("x.txt", "x.txt is empty"))
    inputs.insert(5, make_sample("bad.txt", text="RAISE"))
    return inputs


def run(path, inputs, options=OPTIONS):
    with open_store(path) as writer, gather_inputs(writer, inputs) as spool:
        return [(outcome.kind, outcome.source) for outcome in read_into(writer, spool, options)]


def test_each_input_has_one_outcome_in_order(tmp_path):
    outcomes = run(tmp_path / "c.db", make_inputs())
    assert [source for _, source in outcomes] == [item.source for item in make_inputs()]
    assert [source for kind, source in outcomes if kind == "failed"] == ["x.txt", "bad.txt"]
    with Store.open(tmp_path / "c.db") as store:
        assert [row.source for row in store.failures()] == ["bad.txt", "x.txt"]


def test_a_second_run_skips_what_is_read_and_tries_the_rest_again(tmp_path):
    run(tmp_path / "c.db", make_inputs())
    before = list(dump_store(tmp_path / "c.db"))
    again = run(tmp_path / "c.db", make_inputs())
    assert {kind for kind, _ in again} == {"skipped", "failed"}
    assert list(dump_store(tmp_path / "c.db")) == before


@pytest.mark.parametrize("stop", [1, 3, 6, 9])
def test_a_run_that_was_cut_off_ends_the_same(tmp_path, stop):
    run(tmp_path / "whole.db", make_inputs())
    with open_store(tmp_path / "cut.db") as writer, gather_inputs(writer, make_inputs()) as spool:
        outcomes = read_into(writer, spool, OPTIONS)
        for _ in range(stop):
            next(outcomes)
        outcomes.close()
    run(tmp_path / "cut.db", make_inputs())
    assert list(dump_store(tmp_path / "cut.db")) == list(dump_store(tmp_path / "whole.db"))


def test_several_workers_fill_the_same_store(tmp_path):
    run(tmp_path / "one.db", make_inputs())
    run(tmp_path / "two.db", make_inputs(), RunOptions(RUN, 2, read_sample))
    assert list(dump_store(tmp_path / "one.db")) == list(dump_store(tmp_path / "two.db"))


def test_other_versions_read_again(tmp_path):
    inputs = [make_sample()]
    run(tmp_path / "c.db", inputs)
    newer = RunOptions(RUN.model_copy(update={"coranto": "9"}), 1, read_sample)
    assert run(tmp_path / "c.db", inputs, newer) == [("read", "a.txt")]


def test_an_article_given_twice_is_read_once(tmp_path):
    assert run(tmp_path / "c.db", [make_sample(), make_sample()]) == [("read", "a.txt"), ("skipped", "a.txt")]


def test_the_last_of_two_versions_of_an_article_stays(tmp_path):
    inputs = [make_sample(), make_sample(outlet="Relay Mirror")]
    many = [make_sample(f"{number}.txt") for number in range(FEW)]
    run(tmp_path / "one.db", inputs + many)
    run(tmp_path / "two.db", inputs + many, RunOptions(RUN, 2, read_sample))
    with Store.open(tmp_path / "one.db") as store:
        assert store.reading("a.txt").article.outlet == "Relay Mirror"
    assert list(dump_store(tmp_path / "one.db")) == list(dump_store(tmp_path / "two.db"))


def test_inputs_are_counted_by_file_and_line(tmp_path):
    (tmp_path / "a.txt").write_text("One.")
    (tmp_path / "b.jsonl").write_text('{"id": "1"}\n{"id": "2"}')
    (tmp_path / "c.jsonl.gz").write_bytes(b"no gzip")
    (tmp_path / "d.jsonl").write_text("")
    found = count_inputs([tmp_path])
    assert found.articles == 5
    assert found.sources == ("a.txt", "articles.toml", "b.jsonl", "c.jsonl.gz", "d.jsonl")
