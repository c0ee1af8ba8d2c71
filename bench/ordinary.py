"""Political events found in ordinary news: `python -m bench.ordinary DATA.jsonl[.gz] [--events FILE]`.

DATA holds the articles that `bench/ordinary.tsv` lists by id: sport, markets, culture, science and weather. Few of them
report a politically relevant act, so that most events found there are false: `events_per_article` is to stay at or
below .3. The events are those of politics by their words alone, whoever looks at them in FILE decides.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from bench.common import BenchError, print_figures, run_bench
from coranto.config import Limits
from coranto.intake.articles import find_articles
from coranto.model.article import Article
from coranto.model.reading import Reading
from coranto.pipeline import read_article

LIST = Path(__file__).with_name("ordinary.tsv")


def bench(arguments: list[str]) -> None:
    """Print the events per article, of all and by topic; with --events, write each of them to a file."""
    parser = argparse.ArgumentParser(prog="python -m bench.ordinary", description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--events", type=Path, metavar="FILE", help="write every event found, as TSV, to look at")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="only every Nth article of the list")
    chosen = parser.parse_args(arguments)
    topics = dict(list(load_list().items())[:: chosen.every])
    readings = [
        read_article(article)
        for article in find_articles([chosen.data], Limits())
        if isinstance(article, Article) and article.source in topics
    ]
    if len(readings) != len(topics):
        raise BenchError(f"{len(topics) - len(readings)} articles of {LIST.name} are not in {chosen.data}")
    if chosen.events is not None:
        chosen.events.write_text("\n".join(show_event(r, n) for r in readings for n in range(len(r.events))) + "\n")
    articles = Counter(topics[reading.article.source] for reading in readings)
    events = Counter(topics[reading.article.source] for reading in readings for _ in reading.events)
    print_figures(
        articles=len(readings),
        events=events.total(),
        articles_with_events=sum(bool(reading.events) for reading in readings),
        events_per_article=events.total() / len(readings),
        **{f"events_per_article_{topic}": events[topic] / articles[topic] for topic in sorted(articles)},
    )


def load_list() -> dict[str, str]:
    """The topic of each article, by the article's id."""
    lines = LIST.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {row[0]: row[1] for row in rows[1:]}


def show_event(reading: Reading, number: int) -> str:
    """An event in one line: article, type, rule, trigger, actors, recipients, clause."""
    event = reading.events[number]
    actors, recipients = ("; ".join(party.span.text for party in side) for side in (event.actors, event.recipients))
    cells = (reading.article.source, event.type, event.rule, event.trigger.text, actors, recipients, event.clause.text)
    return "\t".join(" ".join(cell.split()) for cell in cells)


if __name__ == "__main__":
    run_bench("bench.ordinary", bench)
