"""Attributions against annotated articles: `python -m bench.attributions DATA [--score FOLDER]`.

DATA is a PolNeAR folder such as `polnear/data/dev` (text/ and attributions/), or a folder of the project's own gold
(text/ and gold/), of whose figures only those of attributions are printed. The scorers' folder holds the scripts
`attributions.py` and `events.py`, each with the commands `prepare` and `score`. Nothing is learned here: the labels are
read by the scorer alone.
"""

from __future__ import annotations

import argparse
import shlex
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from coranto import __version__
from coranto.clean.blocks import build_blocks
from coranto.clean.furniture import find_furniture
from coranto.clean.repairs import find_repairs
from coranto.config import Limits
from coranto.extract.attributions import find_attributions
from coranto.extract.mentions import find_mentions
from coranto.intake.articles import find_articles
from coranto.model.article import Article
from coranto.model.reading import Reading, Run
from coranto.parse.sentences import parse_blocks
from coranto.resolve.entities import resolve_entities
from coranto.resolve.speakers import resolve_attributions

SHOWN = ("attribution", "silence", "documents")


def main(argv: list[str] | None = None) -> int:
    """Prepare, read, score and print; returns the scorer's exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="a PolNeAR folder or a folder of the project's gold")
    parser.add_argument("--score", type=Path, default=Path("../shared/score"), help="the scorers' folder")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print the first N misses and N spurious")
    options = parser.parse_args(argv)
    own = (options.data / "gold").is_dir()
    script = options.score / ("events.py" if own else "attributions.py")
    with tempfile.TemporaryDirectory() as folder:
        articles, readings = Path(folder) / "articles.jsonl", Path(folder) / "readings.jsonl"
        _run(script, "prepare", options.data, articles)
        seconds = write_readings(articles, readings)
        report = _run(script, "score", options.data, readings, "--errors", str(options.errors))
    for line in report.splitlines():
        if not own or line.startswith(SHOWN) or line.split()[1:2] == ["attribution"]:
            print(line)
    print(f"seconds_finding {seconds:.2f}")
    print("python -m bench.attributions", shlex.join(sys.argv[1:] if argv is None else argv))
    return 0


def write_readings(articles: Path, readings: Path) -> float:
    """Read the articles as far as their attributions; returns the seconds that finding the drafts took."""
    seconds = 0.0
    with readings.open("w", encoding="utf-8") as out:
        for article in _load(articles):
            article = article.model_copy(update={"furniture": find_furniture(article.text, article.title)})
            blocks = build_blocks(article.text, article.furniture, find_repairs(article.text, article.furniture))
            sentences = parse_blocks(blocks, article.text)
            start = time.perf_counter()
            drafts = find_attributions(sentences)
            seconds += time.perf_counter() - start
            cast = resolve_entities(article, sentences, find_mentions(sentences))
            reading = Reading(
                article=article,
                entities=cast.entities,
                attributions=resolve_attributions(article, drafts, cast),
                run=Run(coranto=__version__),
            )
            out.write(reading.model_dump_json() + "\n")
    return seconds


def _load(articles: Path) -> Iterator[Article]:
    for found in find_articles([articles], Limits()):
        if not isinstance(found, Article):
            raise SystemExit(f"{found.source}: {found.reason}")
        yield found


def _run(script: Path, *arguments: str | Path) -> str:
    done = subprocess.run(
        [sys.executable, str(script), *map(str, arguments)], check=True, capture_output=True, text=True
    )
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
