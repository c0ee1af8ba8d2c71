"""Time expressions against TimeML files: `python -m bench.times DATA [--half even|odd]`.

DATA is a folder of .tml files, read with those below it. The figures are those of the scorer `times.py`: relaxed,
strict and value P, R, F. `--half` takes every second file by the order of their names (even: the first, third, ...):
the rules were written on the even half of TBAQ-cleaned, so that the odd half tells how they do on other text.
`words_per_second` is the tagger and the resolution alone, without the parse, in processor time.

HeidelTime on TempEval-3's platinum set: relaxed_f .903, strict_f .813, value_f .776 (UzZaman et al. 2013, table 5).
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from bench.common import (
    BenchError,
    Clock,
    find_scorer,
    make_parser,
    parse_article,
    prepare_articles,
    run_bench,
    run_scorer,
    write_readings,
)
from coranto import __version__
from coranto.extract.timex.times import find_times
from coranto.model.article import Article
from coranto.model.reading import Reading, Run
from coranto.resolve.dates import resolve_times


def read_times(article: Article, clock: Clock) -> Reading:
    """A reading with nothing but times."""
    sentences = parse_article(article)
    times = clock.measure(article, lambda: resolve_times(article, sentences, find_times(sentences)))
    return Reading(article=article, times=times, run=Run(coranto=__version__))


def choose_half(data: Path, half: str, folder: Path) -> Path:
    """A copy of every second .tml file under DATA, by name. Raises BenchError where there are none."""
    files: dict[str, Path] = {}
    for path in sorted(data.rglob("*.tml")):
        files.setdefault(path.stem, path)
    if not files:
        raise BenchError(f"no .tml file under {data}")
    chosen = folder / half
    chosen.mkdir()
    for path in list(files.values())[0 if half == "even" else 1 :: 2]:
        shutil.copyfile(path, chosen / path.name)
    return chosen


def bench(arguments: list[str]) -> None:
    """Print the scorer's figures and the speed."""
    parser = make_parser(__doc__, "a folder of .tml files")
    parser.add_argument("--half", choices=("even", "odd"), help="only every second file")
    options = parser.parse_args(arguments)
    script = find_scorer(options.score, "times.py")
    clock = Clock()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        data = choose_half(options.data, options.half, folder) if options.half else options.data
        readings = options.readings or folder / "readings.jsonl"
        write_readings(prepare_articles(script, data, folder), lambda article: read_times(article, clock), readings)
        print(run_scorer(script, "score", data, readings, "--errors", str(options.errors)), end="")
    clock.print_speed()


if __name__ == "__main__":
    run_bench("bench.times", bench)
