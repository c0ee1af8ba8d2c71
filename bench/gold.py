"""Readings against the project's own gold: `python -m bench.gold DATA`.

DATA is a folder with `text/`, `gold/` and `meta.json`. The figures are those of the scorer `events.py`: detection,
typed and who P, R, F of events, the attributes of those found, attributions, quantities, times, furniture, people,
organisations.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from bench.common import find_scorer, make_parser, prepare_articles, run_bench, run_scorer, write_readings
from coranto.pipeline import read_article


def bench(arguments: list[str]) -> None:
    """Print the scorer's figures."""
    options = make_parser(__doc__, "a folder with text/, gold/ and meta.json").parse_args(arguments)
    script = find_scorer(options.score, "events.py")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        readings = options.readings or folder / "readings.jsonl"
        write_readings(prepare_articles(script, options.data, folder), read_article, readings)
        print(run_scorer(script, "score", options.data, readings, "--errors", str(options.errors)), end="")


if __name__ == "__main__":
    run_bench("bench.gold", bench)
