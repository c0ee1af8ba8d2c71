"""Who did it to whom, against ConfliBERT's cameo_ner: `python -m bench.pairs DATA [--part third|rest]`.

DATA is `train.txt` (BIO tags S source, T target, R reciprocal). Each sentence is read as an article. The figures are
those of the scorer `pairs.py`; `overlap_f` is the mean of `source_f` and `target_f`. `--part` takes every third
sentence (the first, the fourth, ...) or the others: only that third was looked at while the rules were written, so
that the rest tells how they do on other text. Nothing is trained on it.

`missed_*` counts the scorer's misses by cause: the span went to the other side (`swapped`), nothing of the sentence
is an event (`no_event`), no event has anyone on that side (`no_side`), or someone else stands there (`other`).
`spurious_*` counts spans that are nobody's of that side in the gold: those marked on the other side (`swapped`), those
in a sentence of which the side is found as well (`extra`), and the rest (`other`).
"""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

from bench.common import (
    find_scorer,
    make_parser,
    prepare_articles,
    print_figures,
    read_english,
    read_figures,
    run_bench,
    run_scorer,
    write_readings,
)

ALL_ERRORS = 1_000_000
SIDES = {"source": "actors", "target": "recipients"}


def choose_part(data: Path, part: str, folder: Path) -> Path:
    """A copy with every third sentence, or with the others."""
    blocks = [block for block in data.read_text(encoding="utf-8").split("\n\n") if block.strip()]
    chosen = [block for number, block in enumerate(blocks) if (number % 3 == 0) == (part == "third")]
    path = folder / f"{data.stem}-{part}.txt"
    path.write_text("\n\n".join(chosen) + "\n\n", encoding="utf-8")
    return path


def count_causes(errors: list[str], readings: Path) -> Counter[str]:
    """The scorer's misses and spurious spans by side and cause."""
    events: dict[str, list[dict[str, Any]]] = {}
    with readings.open(encoding="utf-8") as lines:
        for line in lines:
            reading = json.loads(line)
            events[reading["article"]["source"]] = reading["events"]
    missed = {tuple(line.split(" ")[1:3]) for line in errors if line.startswith("MISS")}
    swapped = {tuple(line.split(" ")[1:3]) for line in errors if line.startswith("MISS") and "(swapped)" in line}
    causes: Counter[str] = Counter()
    for line in errors:
        kind, side, sentence = line.split(" ")[:3]
        found = events.get(sentence, [])
        if kind == "MISS" and "(swapped)" in line:
            cause = "swapped"
        elif kind == "MISS":
            sided = any(event[SIDES[side]] for event in found)
            cause = "other" if sided else "no_side" if found else "no_event"
        else:
            other = next(name for name in SIDES if name != side)
            cause = "swapped" if (other, sentence) in swapped else "other" if (side, sentence) in missed else "extra"
        causes[f"{'missed' if kind == 'MISS' else 'spurious'}_{side}_{cause}"] += 1
    return causes


def show_errors(errors: list[str], limit: int) -> None:
    """The first misses and the first spurious spans."""
    for kind in ("MISS", "SPURIOUS"):
        for line in [line for line in errors if line.startswith(kind)][:limit]:
            print(line)


def bench(arguments: list[str]) -> None:
    """Print the scorer's figures, the mean of both sides and the errors by cause."""
    parser = make_parser(__doc__, "train.txt of cameo_ner")
    parser.add_argument("--part", choices=("third", "rest"), help="only every third sentence, or only the others")
    options = parser.parse_args(arguments)
    script = find_scorer(options.score, "pairs.py")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        data = choose_part(options.data, options.part, folder) if options.part else options.data
        readings = options.readings or folder / "readings.jsonl"
        write_readings(prepare_articles(script, data, folder), read_english, readings)
        printed = run_scorer(script, "score", data, readings, "--errors", str(ALL_ERRORS)).splitlines()
        errors = [line for line in printed if line.startswith(("MISS ", "SPURIOUS "))]
        causes = count_causes(errors, readings)
    print("\n".join(line for line in printed if line not in set(errors)))
    figures = read_figures("\n".join(printed))
    print_figures(overlap_f=(figures["source_f"] + figures["target_f"]) / 2)
    print_figures(**dict(sorted(causes.items())))
    show_errors(errors, options.errors)


if __name__ == "__main__":
    run_bench("bench.pairs", bench)
