"""What each step of the reading takes: `python -m bench.steps DATA.jsonl[.gz] [--articles N]`.

Processor seconds in one process, the lexicons loaded before; the first article is read once and not counted.
`cleaning_and_entities_extra` is the time of the cleaning, the mentions and the entities over that of all other steps:
what they add to a reading.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from time import process_time

from bench.common import print_figures, run_bench
from coranto.clean.blocks import build_blocks
from coranto.config import Limits
from coranto.extract.mentions import find_mentions
from coranto.intake.articles import find_articles
from coranto.model.article import Article
from coranto.parse.sentences import parse_blocks
from coranto.pipeline import clean_article, read_article, read_sentences
from coranto.resolve.entities import resolve_entities


def bench(arguments: list[str]) -> None:
    """Print the seconds of each step, and the shares."""
    parser = argparse.ArgumentParser(prog="python -m bench.steps")
    parser.add_argument("data", type=Path)
    parser.add_argument("--articles", type=int, default=200)
    chosen = parser.parse_args(arguments)
    found = find_articles([chosen.data], Limits())
    articles = list(islice((item for item in found if isinstance(item, Article)), chosen.articles))
    read_article(articles[0])
    spent: defaultdict[str, float] = defaultdict(float)
    for article in articles:
        _read(article, spent)
    whole = spent["cleaning"] + spent["parse"] + spent["records"]
    own = spent["cleaning"] + spent["mentions"] + spent["entities"]
    print_figures(
        articles=len(articles),
        words=sum(len(article.text.split()) for article in articles),
        **{f"{step}_seconds": round(seconds, 2) for step, seconds in spent.items()},
        cleaning_and_entities_extra=own / (whole - own),
    )


def _read(article: Article, spent: defaultdict[str, float]) -> None:
    def measure[Found](step: str, work: Callable[[], Found]) -> Found:
        began = process_time()
        found = work()
        spent[step] += process_time() - began
        return found

    cleaned = measure("cleaning", lambda: clean_article(article))
    if cleaned.language not in {"en", None}:
        return
    blocks = measure("cleaning", lambda: build_blocks(cleaned.text, cleaned.furniture, cleaned.repairs))
    sentences = measure("parse", lambda: parse_blocks(blocks, cleaned.text))
    mentions = measure("mentions", lambda: find_mentions(sentences))
    measure("entities", lambda: resolve_entities(cleaned, sentences, mentions))
    measure("records", lambda: read_sentences(cleaned, sentences))


if __name__ == "__main__":
    run_bench("bench.steps", bench)
