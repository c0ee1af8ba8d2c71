import pytest

from coranto.errors import ModelError
from coranto.intake.articles import Failure
from coranto.scale.pool import FEW, count_workers, read_articles
from tests.samples import make_sample, read_sample


def make_many(count, text=None):
    details = {} if text is None else {"text": text}
    return [make_sample(f"{number:03}.txt", **details) for number in range(count)]


def refuse(article, evidence):
    raise ModelError("the model is gone")


def test_workers_give_what_one_process_gives_in_order():
    inputs = make_many(FEW + 12)
    inputs[3] = Failure("x", "x is empty")
    inputs.insert(7, make_sample("bad.txt", text="RAISE"))
    inputs.insert(8, make_sample("slow.txt", text="SLEEP 0.3"))
    alone = list(read_articles(inputs, 1, read_sample))
    assert list(read_articles(iter(inputs), 2, read_sample)) == alone
    assert alone[3] == Failure("x", "x is empty")
    assert [getattr(r, "source", None) or r.article.source for r in alone] == [i.source for i in inputs]


def test_an_error_in_one_article_is_its_failure_on_one_line():
    (failure,) = read_articles([make_sample("bad.txt", text="RAISE")], 1, read_sample)
    assert failure == Failure("bad.txt", "bad.txt: internal error: ValueError: a word that raises; please report it")


def read_wrongly(article, evidence):
    reading = read_sample(article)
    return reading.model_copy(update={"entities": "none"}) if article.source == "bad.txt" else reading


@pytest.mark.filterwarnings("ignore:Pydantic serializer")
@pytest.mark.parametrize("workers", [1, 2])
def test_a_reading_that_is_none_is_a_failure(workers):
    inputs = [*make_many(FEW), make_sample("bad.txt")]
    *good, bad = read_articles(inputs, workers, read_wrongly)
    assert not any(isinstance(result, Failure) for result in good)
    assert bad.source == "bad.txt"
    assert "internal error: " in bad.reason
    assert "\n" not in bad.reason


def test_a_missing_model_stops_the_run():
    with pytest.raises(ModelError, match="the model is gone"):
        list(read_articles(make_many(2), 1, refuse))


@pytest.mark.slow
def test_a_missing_model_stops_the_workers_too():
    with pytest.raises(ModelError, match="the model is gone"):
        list(read_articles(make_many(FEW), 2, refuse))


@pytest.mark.slow
def test_a_worker_that_dies_costs_one_article():
    inputs = make_many(FEW + 2)
    inputs.insert(4, make_sample("deadly.txt", text="DIE"))
    results = list(read_articles(inputs, 2, read_sample))
    failures = [result for result in results if isinstance(result, Failure)]
    assert [failure.source for failure in failures] == ["deadly.txt"]
    assert "the process that read it died" in failures[0].reason
    assert len(results) == len(inputs)
    assert isinstance(results[4], Failure)


def test_the_stream_is_not_read_far_ahead():
    taken = []

    def stream():
        for article in make_many(60):
            taken.append(article.source)
            yield article

    results = read_articles(stream(), 2, read_sample)
    next(results)
    assert len(taken) <= 2 * FEW + 1
    results.close()


def test_few_articles_start_no_process(monkeypatch):
    monkeypatch.setattr("coranto.scale.pool._Pool", None)
    assert len(list(read_articles(make_many(FEW - 1), 4, read_sample))) == FEW - 1


def test_the_default_number_of_workers_is_small():
    assert 1 <= count_workers() <= 2
