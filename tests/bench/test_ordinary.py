"""The list of ordinary news."""

from pathlib import Path

from bench.ordinary import load_list

ROOT = Path(__file__).parents[2]


def test_two_hundred_articles_are_listed_each_with_its_topic():
    listed = load_list()
    assert len(listed) == 200
    assert set(listed.values()) == {"sport", "markets", "culture", "science", "weather"}


def test_none_of_them_is_trained_on():
    trained = (ROOT / "train" / "ordinary.tsv").read_text(encoding="utf-8").split("\n")[2:]
    assert len(set(filter(None, trained))) > 100
    assert not set(load_list()) & set(trained)
