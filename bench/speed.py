"""Coranto's time beside the bare parse's: `python -m bench.speed DATA.jsonl[.gz] [--articles N] [--coranto-only]`.

Times, in one process and on the same texts, first `nlp.pipe` of the same language model over whole articles (the
least that anything built on it can take), then all of Coranto: cleaning, parse, records, store. The articles are in
memory before either begins. Resident memory is taken as the system gives it, at the start, after 1,000 articles, and
at the end. `--coranto-only` leaves the bare parse out, so that the peak of memory is Coranto's own. `--rules` reads as
where ONNX Runtime is not installed, without the learned tagger.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from contextlib import ExitStack
from itertools import islice
from pathlib import Path

from coranto.config import Limits
from coranto.intake.articles import find_articles
from coranto.model.article import Article
from coranto.parse.language_model import load_model
from coranto.pipeline import make_run, read_article
from coranto.scale.run import RunOptions, read_into
from coranto.scale.spool import gather_inputs
from coranto.store.writer import open_store
from coranto.tag import encoder

BATCH = 8
MARK = 1_000


def main() -> int:
    """Print one `name value` a line."""
    arguments = _read_arguments()
    limits = Limits()
    found = find_articles([arguments.data], limits)
    articles = list(islice((item for item in found if isinstance(item, Article)), arguments.articles))
    words = sum(len(article.text.split()) for article in articles)
    print(f"articles {len(articles)}")
    print(f"words {words}")
    if arguments.rules:
        encoder.has_runtime = lambda: False
    load_model()
    read_article(articles[0])  # (lexicons are loaded at their first use)
    print(f"rss_loaded_mb {_measure_memory():.0f}")
    bare = 0.0
    if not arguments.coranto_only:
        bare = _time_parse(articles)
        print(f"parse_seconds {bare:.1f}")
        print(f"parse_words_per_second {words / bare:.0f}")
    whole = _time_coranto(articles)
    print(f"coranto_seconds {whole:.1f}")
    print(f"coranto_words_per_second {words / whole:.0f}")
    if bare:
        print(f"ratio {whole / bare:.2f}")
    print(f"rss_end_mb {_measure_memory():.0f}")
    print(f"rss_peak_mb {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f}")
    print("command python -m bench.speed", *sys.argv[1:])
    return 0


def _read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.speed")
    parser.add_argument("data", type=Path)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--coranto-only", action="store_true")
    parser.add_argument("--rules", action="store_true")
    return parser.parse_args()


def _time_parse(articles: list[Article]) -> float:
    nlp = load_model()
    start = time.perf_counter()
    for _ in nlp.pipe((article.text for article in articles), batch_size=BATCH):
        pass
    return time.perf_counter() - start


def _time_coranto(articles: list[Article]) -> float:
    with ExitStack() as stack, tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "speed.db") as writer:
        start = time.perf_counter()
        spool = stack.enter_context(gather_inputs(writer, articles))
        for number, _ in enumerate(read_into(writer, spool, RunOptions(make_run())), 1):
            if number == MARK:
                print(f"rss_after_{MARK}_mb {_measure_memory():.0f}")
        return time.perf_counter() - start


def _measure_memory() -> float:
    """Resident memory now, in MB; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    if not status.is_file():
        return 0.0
    line = next(line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    raise SystemExit(main())
