"""What the benches share: the command line, the scorers' scripts, reading JSONL articles, printing figures."""

from __future__ import annotations

import argparse
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import process_time

from coranto.clean.blocks import build_blocks
from coranto.clean.furniture import find_furniture
from coranto.clean.repairs import find_repairs
from coranto.config import Limits
from coranto.errors import CorantoError
from coranto.intake.articles import Failure, find_articles
from coranto.model.article import Article
from coranto.model.reading import Reading
from coranto.model.sentence import Sentence
from coranto.parse.sentences import parse_blocks
from coranto.pipeline import read_article

SCORE = Path("../shared/score")


class BenchError(CorantoError):
    """The bench cannot run: a scorer or the data is missing, or a text could not be read."""


@dataclass
class Clock:
    """Words read, and the processor seconds that the measured step took."""

    words: int = 0
    seconds: float = 0.0

    def measure[Found](self, article: Article, step: Callable[[], Found]) -> Found:
        """What the step gives; its time and the article's words are added."""
        began = process_time()
        found = step()
        self.seconds += process_time() - began
        self.words += len(article.text.split())
        return found

    def print_speed(self) -> None:
        """`words` and `words_per_second`."""
        print_figures(words=self.words, words_per_second=round(self.words / self.seconds) if self.seconds else 0)


def parse_article(article: Article) -> tuple[Sentence, ...]:
    """The article's sentences, without its furniture and with its repairs."""
    furniture = find_furniture(article.text, article.title)
    blocks = build_blocks(article.text, furniture, find_repairs(article.text, furniture))
    return parse_blocks(blocks, article.text)


def read_english(article: Article) -> Reading:
    """The reading of a text that is known to be English, short as it may be."""
    return read_article(article.model_copy(update={"language": "en"}))


def make_parser(doc: str | None, data: str = "the data set, as its scorer takes it") -> argparse.ArgumentParser:
    """A parser with DATA, --score, --errors and --readings."""
    parser = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help=data)
    parser.add_argument("--score", type=Path, default=SCORE, metavar="FOLDER", help="the scorers (default %(default)s)")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print the first N misses and N spurious")
    parser.add_argument("--readings", type=Path, metavar="FILE", help="keep the readings in this JSONL file")
    return parser


def find_scorer(folder: Path, name: str) -> Path:
    """The scorer's script. Raises BenchError where it is not there."""
    script = folder / name
    if not script.is_file():
        raise BenchError(f"no scorer {script}: name its folder with --score")
    return script


def run_scorer(script: Path, *arguments: str | Path) -> str:
    """What the scorer prints. Raises BenchError with its last line where it fails."""
    command = [sys.executable, script.name, *(str(a.resolve() if isinstance(a, Path) else a) for a in arguments)]
    done = subprocess.run(command, cwd=script.parent, capture_output=True, text=True, check=False)
    if done.returncode:
        raise BenchError(f"{script}: {(done.stderr.strip().splitlines() or ['failed'])[-1]}")
    return done.stdout


def prepare_articles(script: Path, data: Path, folder: Path) -> Path:
    """The data set as intake JSONL, without its labels: `articles.jsonl` in the folder."""
    prepared = folder / "articles.jsonl"
    run_scorer(script, "prepare", data, prepared)
    return prepared


def iterate_articles(prepared: Path) -> Iterator[Article]:
    """The articles of an intake JSONL file. Raises BenchError at the first that cannot be read."""
    for article in find_articles([prepared], Limits()):
        if isinstance(article, Failure):
            raise BenchError(f"{article.source}: {article.reason}")
        yield article


def write_readings(prepared: Path, read: Callable[[Article], Reading], path: Path) -> None:
    """Read every article of the file, in order; one reading a line."""
    with path.open("w", encoding="utf-8") as out:
        for article in iterate_articles(prepared):
            out.write(read(article).model_dump_json() + "\n")


def read_figures(printed: str) -> dict[str, float]:
    """The `name value` lines of a scorer by name; lines of errors are left out."""
    figures: dict[str, float] = {}
    for line in printed.splitlines():
        name, _, value = line.partition(" ")
        try:
            figures[name] = float(value)
        except ValueError:
            continue
    return figures


def print_figures(**figures: float | str) -> None:
    """One `name value` a line: counts as they are, shares with four digits."""
    for name, value in figures.items():
        print(name, f"{value:.4f}" if isinstance(value, float) else value)


def print_command(module: str, arguments: list[str]) -> None:
    """The command that made the figures above, as the last line."""
    print("$", shlex.join(["python", "-m", module, *arguments]))


def run_bench(module: str, bench: Callable[[list[str]], None]) -> None:
    """Run a bench with the command line's arguments, ending with the command; exit 2 where it cannot run."""
    arguments = sys.argv[1:]
    try:
        bench(arguments)
    except CorantoError as error:
        print(error, file=sys.stderr)
        raise SystemExit(2) from None
    print_command(module, arguments)
