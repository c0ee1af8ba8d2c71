import sqlite3
from contextlib import closing

from coranto.model.evidence import NO_EVIDENCE
from coranto.store.writer import open_store
from tests.samples import make_sample, read_sample

BODY = "The harbour master told reporters that ship number {0} had left the {1} port before the storm and would not return."
PLACES = ("eastern", "western", "northern", "southern", "inner")


def make_articles(**details):
    return [
        make_sample(
            f"{place}.txt",
            text=f"{BODY.format('x', place)}\n\nFollow the Post\n\nThen Petrenko left the {place} quay.",
            **details,
        )
        for place in PLACES
    ]


def test_a_line_of_the_outlet_recurs_and_a_name_is_known(tmp_path):
    articles = make_articles()
    asked = make_sample("a.txt", text="Petrenkoarrived.\n\nFollow the Post")
    with open_store(tmp_path / "c.db") as writer:
        assert writer.find_evidence(asked) == NO_EVIDENCE
        writer.register(articles)
        evidence = writer.find_evidence(asked)
        assert evidence.recurring == {"follow the post"}
        assert evidence.names == {"Petrenko"}
        assert writer.find_evidence(articles[0]).recurring == {"follow the post"}


def test_other_outlets_show_nothing_of_the_lines(tmp_path):
    with open_store(tmp_path / "c.db") as writer:
        writer.register(make_articles())
        assert not writer.find_evidence(make_sample("a.txt", text="Follow the Post", outlet="Other")).recurring


def test_what_was_never_read_shows_nothing_in_the_next_run(tmp_path):
    articles = make_articles()
    with open_store(tmp_path / "c.db") as writer:
        writer.register(articles)
        writer.write(read_sample(articles[0]))
        writer.settle_marks()
        assert not writer.find_evidence(articles[1]).recurring
        writer.register(articles)
        assert writer.find_evidence(articles[1]).recurring == {"follow the post"}


def test_a_store_without_marks_gets_those_of_its_articles(tmp_path):
    path = tmp_path / "c.db"
    articles = make_articles()
    with open_store(path) as writer:
        for article in articles:
            writer.write(read_sample(article))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DELETE FROM marks")
        connection.commit()
    with open_store(path) as writer:
        assert writer.find_evidence(articles[0]) == NO_EVIDENCE
        writer.settle_marks()
        assert writer.find_evidence(articles[0]).recurring == {"follow the post"}
