"""Names of persons and bodies, same and not same: `python -m bench.names [TABLE] [--gold FOLDER] [--errors N]`.

TABLE is bench/names.tsv: 150 pairs with their kind of difficulty. Odd rows (the first, third, ...) were for
development, even rows are only reported; `wrong_*` counts pairs joined wrongly by kind, `missed_*` those not joined.
The table and the rules have one author, who knew the kinds of difficulty beforehand.

Anchors: the F1 of the threshold that serves each best on the whole table, chosen with hindsight, and what it joins
wrongly there (`_missed_where_none_is_wrong`: what the strictest misses): rapidfuzz's ratios on lower case without
accents, and, where `nomenklatura` is installed, its `logic-v2` (the matcher made of rigour's names) as it comes.

With --gold (a folder of our own gold), natural names too: the full names and aliases that the gold gives each person
and body. Within an article, pairs of one bearer are same and those of two are not; across articles, bearers of one
name in the gold count as one, and the pairs of different names that are joined are `across_joined` (`--errors` lists
them, to be judged by eye).
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from itertools import combinations
from pathlib import Path
from time import process_time
from typing import Any

from rapidfuzz import fuzz

from bench.common import BenchError, print_figures, run_bench
from coranto.extract.known import fold
from coranto.resolve.names.comparison import compare_bodies, compare_persons
from coranto.resolve.names.persons import parse_person

TABLE = Path(__file__).with_suffix(".tsv")
Scorer = Callable[["Row"], float]


@dataclass(frozen=True, slots=True)
class Row:
    """A pair of the table."""

    one: str
    other: str
    kind: str
    same: bool
    difficulty: str


@dataclass(slots=True)
class Counts:
    """Pairs joined rightly, joined wrongly, and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / max(2 * self.right + self.wrong + self.missed, 1)


def read_table(path: Path) -> list[Row]:
    """The pairs of the table, in order. Raises BenchError where a row is not whole."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    rows = []
    for line in lines[1:]:
        cells = line.split("\t")
        if len(cells) != 5 or cells[2] not in {"person", "body"} or cells[3] not in {"yes", "no"}:
            raise BenchError(f"{path}: not a pair: {line}")
        rows.append(Row(cells[0], cells[1], cells[2], cells[3] == "yes", cells[4]))
    return rows


def join(row: Row) -> bool:
    """What Coranto says."""
    return (compare_persons if row.kind == "person" else compare_bodies)(row.one, row.other).same


def count(rows: Sequence[Row], says: Callable[[Row], bool]) -> Counts:
    """The counts of a way to decide."""
    counts = Counts()
    for row in rows:
        said = says(row)
        counts.right += said and row.same
        counts.wrong += said and not row.same
        counts.missed += row.same and not said
    return counts


def find_best(rows: Sequence[Row], score: Scorer) -> tuple[Counts, Counts]:
    """The counts at the threshold of the best F1, and at that which joins most and none wrongly; with hindsight."""
    scored = {id(row): score(row) for row in rows}
    thresholds = sorted(set(scored.values()))
    found = [count(rows, lambda row, least=least: scored[id(row)] >= least) for least in thresholds]  # type: ignore[misc]
    careful = [counts for counts in found if not counts.wrong]
    best = max(found, key=lambda counts: counts.f1)
    return best, max(careful, key=lambda counts: counts.right, default=Counts(missed=sum(r.same for r in rows)))


def list_anchors() -> Iterator[tuple[str, Scorer]]:
    """The anchors that are installed, by name."""

    def use(ratio: Callable[[str, str], float]) -> Scorer:
        return lambda row: ratio(fold(row.one), fold(row.other))

    yield "rapidfuzz_ratio", use(fuzz.ratio)
    yield "rapidfuzz_token_sort", use(fuzz.token_sort_ratio)
    yield "rapidfuzz_token_set", use(fuzz.token_set_ratio)
    yield "rapidfuzz_wratio", use(fuzz.WRatio)
    logic = make_logic()
    if logic is not None:
        yield "logic_v2", logic


def make_logic() -> Scorer | None:
    """Nomenklatura's logic-v2 on entities that have but a name; None where it is not installed."""
    try:
        model = import_module("followthemoney").model
        logic = import_module("nomenklatura.matching").LogicV2
    except ImportError:
        return None
    settings = logic.default_config()

    def make(name: str, side: str, kind: str) -> Any:
        # It keeps what it read by the id alone, so each name needs its own.
        schema = "Person" if kind == "person" else "Organization"
        return model.get_proxy({"id": f"{side} {kind} {name}", "schema": schema, "properties": {"name": [name]}})

    def score(row: Row) -> float:
        found = logic.compare(make(row.one, "one", row.kind), make(row.other, "other", row.kind), settings)
        return float(found.score)

    return score


def print_halves(rows: Sequence[Row]) -> None:
    """The figures of the table: whole, and each half; what is wrong, by kind of difficulty."""
    for name, part in (("", rows), ("dev_", rows[::2]), ("held_", rows[1::2])):
        counts = count(part, join)
        print_figures(**{f"{name}pairs": len(part), f"{name}f1": counts.f1})
        print_figures(**{f"{name}wrong": counts.wrong, f"{name}missed": counts.missed})
    wrong = Counter(row.difficulty.replace(" ", "_") for row in rows if join(row) and not row.same)
    missed = Counter(row.difficulty.replace(" ", "_") for row in rows if row.same and not join(row))
    print_figures(**{f"wrong_{kind}": number for kind, number in sorted(wrong.items())})
    print_figures(**{f"missed_{kind}": number for kind, number in sorted(missed.items())})


def read_bearers(folder: Path, key: str) -> list[list[tuple[str, list[str], str | None]]]:
    """For each article of the gold, its people or organisations: name, all its full names, country."""
    articles = []
    for path in sorted((folder / "gold").glob("*.json")):
        bearers = []
        for entry in json.loads(path.read_text(encoding="utf-8")).get(key, []):
            names = dict.fromkeys([entry["name"], *entry["aliases"]])
            full = [n for n in names if key != "people" or len(parse_person(n).words) > 1]
            if full:
                bearers.append((entry["name"], full, entry["country"]))
        articles.append(bearers)
    return articles


def print_gold(folder: Path, key: str, errors: int) -> None:
    """The counts of the natural names of the gold, within articles and across them."""
    articles = read_bearers(folder, key)
    persons = key == "people"

    def says(one: str, other: str, lands: tuple[str | None, str | None]) -> bool:
        return (compare_persons(one, other) if persons else compare_bodies(one, other, lands)).same

    within, told = Counts(), []
    for bearers in articles:
        for (name, names, land), (other_name, other_names, other_land) in combinations(bearers, 2):
            for one in names:
                for other in other_names:
                    if one != other and says(one, other, (land, other_land)):
                        within.wrong += 1
                        told.append(f"wrong within: {one} | {other} ({name} | {other_name})")
        for _, names, land in bearers:
            for one, other in combinations(names, 2):
                joined = says(one, other, (land, land))
                within.right += joined
                within.missed += not joined
                if not joined:
                    told.append(f"missed: {one} | {other}")
    everyone = sorted({(name, land or "") for bearers in articles for name, _, land in bearers})
    across = 0
    began, pairs = process_time(), 0
    for (one, land), (other, other_land) in combinations(everyone, 2):
        pairs += 1
        if one != other and says(one, other, (land or None, other_land or None)):
            across += 1
            told.append(f"joined across: {one} | {other}")
    seconds = process_time() - began
    print_figures(**{
        f"{key}_within_right": within.right, f"{key}_within_missed": within.missed, f"{key}_within_wrong": within.wrong,
        f"{key}_across_pairs": pairs, f"{key}_across_joined": across,
        f"{key}_microseconds_a_pair": seconds / max(pairs, 1) * 1e6,
    })  # fmt: skip
    for line in sorted(told, key=lambda t: not t.startswith(("wrong", "joined")))[:errors]:
        print(line)


def bench(arguments: list[str]) -> None:
    """Print the figures of the table, of the anchors, and of the gold where it is given."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("table", type=Path, nargs="?", default=TABLE, help="the pairs (default %(default)s)")
    parser.add_argument("--gold", type=Path, metavar="FOLDER", help="our own gold, for natural names")
    parser.add_argument(
        "--errors", type=int, default=0, metavar="N", help="print N of the gold's wrong and missed pairs"
    )
    options = parser.parse_args(arguments)
    if not options.table.is_file():
        raise BenchError(f"no table {options.table}")
    rows = read_table(options.table)
    print_halves(rows)
    for name, score in list_anchors():
        best, careful = find_best(rows, score)
        print_figures(**{f"{name}_best_f1": best.f1, f"{name}_wrong": best.wrong, f"{name}_missed": best.missed})
        print_figures(**{f"{name}_missed_where_none_is_wrong": careful.missed})
    if options.gold is not None:
        for key in ("people", "organisations"):
            print_gold(options.gold, key, options.errors)


if __name__ == "__main__":
    run_bench("bench.names", bench)
