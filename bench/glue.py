"""Lost blanks put back: `python -m bench.glue DATA.jsonl[.gz] [--articles 500] [--skip 0] [--seed 7]`.

What is damaged. In each article, outside what cleaning marks as its furniture, the places are

- beside names: a single blank before or after a capitalised word of two letters or more that stands within a sentence
  (what precedes it, quotation marks and brackets aside, is neither the line's beginning nor the end of a sentence);
- line ends: the break between two lines, with the blanks around it.

Each place loses its blank by a draw of `--share` (0.02) from a generator seeded with the seed and the article's id.
A place is restored where the repaired view has a blank at precisely that place. Another blank put into the same
unbroken characters is a wrong cut. The cleaning sees the damaged articles alone: the names that count as seen elsewhere
are collected from the other damaged articles of the sample, as a run over these articles would.

False splits. The untouched articles are cleaned in the same way. Each blank put in where the text has none is a
split, beside a mark (`Tuesday.The`) or in a word. Many articles do have glued words, so that a split is judged by eye:
`glue_reviewed.tsv` keeps the verdicts, `glued` for a blank that a reader would put there and `whole` for one that he
would not, under the hash of what was split, so that no text is kept. A split without a verdict counts as false.
`--unreviewed` prints these, `--misses N` the first N places that were not restored: for the tuning part only.
The figures of the project are those of the first 500 articles; its rules were tuned on articles from the 1,000th on.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import random
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from time import process_time

from bench.common import BenchError, print_figures, run_bench
from coranto.clean.blocks import build_blocks
from coranto.clean.furniture import find_furniture
from coranto.clean.names import collect_names
from coranto.clean.repairs import find_repairs

REVIEWED = Path(__file__).with_name("glue_reviewed.tsv")
NAME = re.compile(r"(?<![^\W_])[A-ZÀ-ÖØ-Þ][^\W\d_]+")
LINE_END = re.compile(r"(?<=\S)[^\S\n]*\n\s*(?=\S)")
OPENING = " \t\"'“‘«([-–—*•"
BEGINNING = re.compile(r"(?:^|\n|[.!?…:][\"'”’»)\]]*)$")


@dataclass(frozen=True, slots=True)
class Place:
    """The blanks between two offsets of the untouched text, and whether a line ends there."""

    start: int
    end: int
    line_end: bool


@dataclass(frozen=True, slots=True)
class Case:
    """An article as damaged; `lost` are the offsets in it of the blanks that it lost, `places` what they were."""

    text: str
    title: str | None
    lost: tuple[int, ...]
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Options:
    """The command line."""

    data: Path
    articles: int
    skip: int
    seed: int
    share: float
    misses: int
    unreviewed: bool


@dataclass
class Tally:
    """Counts of one run over damaged articles."""

    lost: Counter[str]
    restored: Counter[str]
    wrong: int = 0
    furniture: int = 0
    """Places not restored that the cleaning takes for furniture, whole or beside them, once they are damaged."""
    shown: int = 0


def find_places(text: str, furniture: Sequence[tuple[int, int]]) -> list[Place]:
    """Where a blank may be lost, in order."""
    places = [Place(found.start(), found.end(), line_end=True) for found in LINE_END.finditer(text)]
    taken = {place.start for place in places}
    for found in NAME.finditer(text):
        before = text[max(0, found.start() - 20) : found.start()].rstrip(OPENING)
        if BEGINNING.search(before) or not before:
            continue
        for at in (found.start() - 1, found.end()):
            if at not in taken and text[at : at + 1] == " " and text[at - 1 : at + 2].count(" ") == 1:
                inside = text[at - 1 : at + 2]
                if len(inside) == 3 and not inside[0].isspace() and not inside[2].isspace():
                    places.append(Place(at, at + 1, line_end=False))
                    taken.add(at)
    places.sort(key=lambda place: place.start)
    starts = [start for start, _ in furniture]

    def is_read(place: Place) -> bool:
        at = bisect_right(starts, place.end) - 1
        return at < 0 or furniture[at][1] < place.start

    return [place for place in places if is_read(place)]


def damage(text: str, title: str | None, share: float, generator: random.Random) -> Case:
    """The article without the blanks that the draw takes."""
    furniture = [(f.span.start, f.span.end) for f in find_furniture(text, title)]
    chosen = [place for place in find_places(text, furniture) if generator.random() < share]
    made: list[str] = []
    lost: list[int] = []
    at = length = 0
    for place in chosen:
        made.append(text[at : place.start])
        length += place.start - at
        lost.append(length)
        at = place.end
    return Case("".join([*made, text[at:]]), title, tuple(lost), tuple(chosen))


def find_gaps(text: str, title: str | None, names: frozenset[str]) -> set[int]:
    """The offsets at which the repaired view has a blank that the text lacks."""
    repairs = find_repairs(text, find_furniture(text, title), names)
    gaps = set()
    for block in build_blocks(text, (), repairs):
        for character, start, end in zip(block.text, block.starts, block.ends, strict=True):
            if character == " " and start == end:
                gaps.add(start)
    return gaps


def gather_names(texts: Sequence[str]) -> Iterator[frozenset[str]]:
    """For each text, the names that the others have."""
    collected = [collect_names(text) for text in texts]
    counts = Counter(name for names in collected for name in names)
    for names in collected:
        yield frozenset(name for name, count in counts.items() if count > (name in names))


def hash_split(text: str, gap: int) -> tuple[str, str]:
    """What was split, with its blank, and the hash that its verdict is kept under."""
    first = max(text.rfind(blank, 0, gap) for blank in " \n\t\xa0") + 1
    last = min((at for at in (text.find(blank, gap) for blank in " \n\t\xa0") if at >= 0), default=len(text))
    shown = f"{text[first:gap]} {text[gap:last]}"
    return shown, hashlib.sha256(shown.encode()).hexdigest()[:16]


def read_verdicts(path: Path = REVIEWED) -> dict[str, str]:
    """`glued` or `whole` by hash; empty where there is no such file."""
    if not path.is_file():
        return {}
    rows = [line.split("\t") for line in path.read_text(encoding="ascii").splitlines() if not line.startswith("#")]
    return {row[0]: row[1] for row in rows[1:]}


def count_restored(cases: Sequence[Case], misses: int = 0) -> Tally:
    """Clean the damaged articles and count the places restored."""
    tally = Tally(Counter(), Counter())
    for case, names in zip(cases, gather_names([case.text for case in cases]), strict=True):
        gaps = find_gaps(case.text, case.title, names) if case.lost else set()
        furniture = find_furniture(case.text, case.title) if case.lost else ()
        runs = {_find_run(case.text, at) for at in case.lost}
        wrong = [gap for gap in sorted(gaps - set(case.lost)) if _find_run(case.text, gap) in runs]
        tally.wrong += len(wrong)
        for at, place in zip(case.lost, case.places, strict=True):
            kind = "line_ends" if place.line_end else "names"
            tally.lost[kind] += 1
            tally.restored[kind] += at in gaps
            tally.furniture += at not in gaps and any(f.span.start <= at <= f.span.end for f in furniture)
            if at not in gaps and tally.shown < misses:
                tally.shown += 1
                print("missed", kind, repr(case.text[max(0, at - 25) : at] + "|" + case.text[at : at + 25]))
        for gap in wrong if misses else []:
            print("wrong", repr(hash_split(case.text, gap)[0]))
    return tally


def _find_run(text: str, at: int) -> int:
    """Where the unbroken characters around the offset begin."""
    return max(text.rfind(blank, 0, at) for blank in " \n\t\xa0") + 1


def bench(arguments: list[str]) -> None:
    """Print one `name value` a line."""
    options = _read_options(arguments)
    articles = [(row["id"], row["text"], row.get("title")) for row in _read_rows(options)]
    cases = [
        damage(text, title, options.share, random.Random(f"{options.seed}:{source}"))  # noqa: S311
        for source, text, title in articles
    ]
    tally = count_restored(cases, options.misses)
    lost, restored = tally.lost.total(), tally.restored.total()
    words = sum(len(text.split()) for _, text, _ in articles)
    print_figures(articles=len(articles), words=words, places=lost, restored=restored / max(1, lost))
    for kind in ("names", "line_ends"):
        count = tally.lost[kind]
        print_figures(**{f"places_{kind}": count, f"restored_{kind}": tally.restored[kind] / max(1, count)})
    print_figures(missed_as_furniture=tally.furniture, wrong_cuts=tally.wrong)
    verdicts = read_verdicts()
    counts: Counter[str] = Counter()
    began = process_time()
    gaps = [
        (text, gap)
        for (_, text, title), names in zip(articles, gather_names([text for _, text, _ in articles]), strict=True)
        for gap in sorted(find_gaps(text, title, names))
    ]
    seconds = process_time() - began
    for text, gap in gaps:
        shown, key = hash_split(text, gap)
        verdict = verdicts.get(key, "unreviewed")
        counts[verdict] += 1
        if options.unreviewed and verdict == "unreviewed":
            print("split", key, repr(shown), repr(text[max(0, gap - 40) : gap + 40]), sep="\t")
    false = counts["whole"] + counts["unreviewed"]
    print_figures(splits=len(gaps), glued=counts["glued"], whole=counts["whole"], unreviewed=counts["unreviewed"])
    print_figures(splits_per_10000=1e4 * len(gaps) / words, false_splits_per_10000=1e4 * false / words)
    print_figures(cleaning_ms_per_800_words=800e3 * seconds / words)


def _read_options(arguments: list[str]) -> Options:
    parser = argparse.ArgumentParser(prog="python -m bench.glue")
    parser.add_argument("data", type=Path, help="articles in the JSONL intake format")
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--skip", type=int, default=0, help="articles left out at the beginning of the file")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--share", type=float, default=0.02, help="of the places that lose their blank")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="print the first N misses")
    parser.add_argument("--unreviewed", action="store_true", help="print the splits that have no verdict")
    return Options(**vars(parser.parse_args(arguments)))


def _read_rows(options: Options) -> Iterator[dict[str, str]]:
    opener = gzip.open if options.data.suffix == ".gz" else open
    try:
        with opener(options.data, "rt", encoding="utf-8") as lines:
            for line in islice(lines, options.skip, options.skip + options.articles):
                yield json.loads(line)
    except OSError as error:
        raise BenchError(f"{options.data}: {error}") from None


if __name__ == "__main__":
    run_bench("bench.glue", bench)
