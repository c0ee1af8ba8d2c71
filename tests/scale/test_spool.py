import pytest

from coranto.intake.details import Failure
from coranto.scale.run import RunOptions, read_into
from coranto.scale.spool import gather_inputs
from coranto.store.dump import dump_store
from coranto.store.writer import open_store
from tests.samples import RUN, make_sample, read_sample
from tests.store.test_evidence import make_articles


def test_inputs_come_back_in_order_and_as_often_as_asked(tmp_path):
    inputs = [make_sample("a.txt"), Failure("x", "x is empty"), make_sample("b.txt")]
    told = []
    with open_store(tmp_path / "c.db") as writer, gather_inputs(writer, inputs, told.append) as spool:
        assert len(spool) == 3
        assert list(spool) == list(spool) == inputs
    assert told == [1, 2, 3]


def test_an_error_in_the_inputs_is_not_swallowed(tmp_path):
    def fail():
        yield make_sample("a.txt")
        raise RuntimeError("gone")

    with open_store(tmp_path / "c.db") as writer, pytest.raises(RuntimeError, match="gone"):
        gather_inputs(writer, fail())


def test_each_article_is_read_with_what_all_the_others_show(tmp_path):
    seen = {}

    def read(article, evidence):
        seen[article.source] = evidence.recurring
        return read_sample(article)

    dumps = []
    for name, articles in (("one", make_articles()), ("two", make_articles()[::-1])):
        path = tmp_path / f"{name}.db"
        with open_store(path) as writer, gather_inputs(writer, articles) as spool:
            outcomes = list(read_into(writer, spool, RunOptions(RUN, 1, read)))
        assert {outcome.kind for outcome in outcomes} == {"read"}
        dumps.append(list(dump_store(path)))
    assert set(seen.values()) == {frozenset({"follow the post"})}
    assert dumps[0] == dumps[1]
    with open_store(tmp_path / "one.db") as writer, gather_inputs(writer, make_articles()) as spool:
        assert {o.kind for o in read_into(writer, spool, RunOptions(RUN, 1, read))} == {"skipped"}
