"""Furniture in plain text: planted in clean articles, and that of web pages flattened.

    python -m bench.furniture DATA [--errors N] [--patterns FILE]

DATA holds `abp-sample.jsonl.gz` and `html/`. The 80 patterns of `furniture.yaml` are planted, eight an article, in 300
articles; a half of the patterns was set aside when they were written, and read since. The articles have furniture of
their own, so what is marked in the untouched article is no fault of the planted one. For each half and for all:

- `recall`: characters planted that are marked; `precision`: against characters outside marked because of the planting,
  lines that only look like furniture among them; `lost`: share of the article's text marked because of the planting;
- `raw_precision`: against all characters marked outside what was planted.

With `--patterns` another list is planted in the same articles, and its totals alone are printed.

`untouched_marked` is the share marked in the untouched articles. For pages (`pages_even` to develop on, `pages_odd`
set aside by site) a character's class is that of `flatten.py`; `lost` is the share of the gold text that is marked.
"""

from __future__ import annotations

import gzip
import json
import random
import re
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bench.common import BenchError, print_figures, run_bench
from bench.flatten import ARTICLE, FURNITURE, FlatPage, find_pages, split_pages
from coranto.clean.furniture import find_furniture
from coranto.clean.paragraphs import find_paragraphs

LISTS = Path(__file__).with_suffix(".yaml")
ARTICLES = 300
PLANTED = 8
KEPT = 2
MONTHS = ("January", "March", "April", "June", "July", "September", "October", "December")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
SENTENCE = re.compile(r"(?<=[.!?”\"] )(?=[A-Z“\"])")


@dataclass(frozen=True, slots=True)
class Plant:
    """A text put into an article: before which of its characters, and whether it is furniture."""

    at: int
    text: str
    name: str
    furniture: bool


@dataclass(frozen=True, slots=True)
class Planted:
    """An article with what was planted; `origin` has for each character its place in the untouched one, or a plant."""

    text: str
    origin: list[int]
    plants: tuple[Plant, ...]


def read_lists(own: Path | None = None) -> dict[str, Any]:
    """The patterns, the lines to be kept, and what their slots are filled with; those of `own` go before."""
    lists: dict[str, Any] = yaml.safe_load(LISTS.read_text(encoding="utf-8"))
    if own:
        lists |= yaml.safe_load(own.read_text(encoding="utf-8"))
    return lists


def choose_articles(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The articles of the bench, the same ones always; no fitting may read them."""
    chosen = random.Random("furniture").sample(range(len(rows)), ARTICLES)  # noqa: S311
    return [rows[i] for i in chosen]


def plant_furniture(row: dict[str, Any], patterns: Sequence[Any], lists: dict[str, Any], titles: list[str]) -> Planted:
    """The article with eight of the patterns and two lines to be kept, all chosen by its id."""
    chance = random.Random(row["id"])  # noqa: S311
    text: str = row["text"]
    slots = _fill_slots(row, chance, lists, titles)
    plants: list[Plant] = []
    chosen = chance.sample(list(patterns), PLANTED)
    for i, pattern in enumerate(chosen + chance.sample(lists["kept"], KEPT)):
        lines = [line.format_map(slots) for line in pattern["lines"]]
        if "None" in lines:
            continue
        plants.append(_place(text, pattern, lines, chance, furniture=i < PLANTED))
    return _join(text, sorted(plants, key=lambda p: p.at))


def _fill_slots(row: dict[str, Any], chance: random.Random, lists: dict[str, Any], titles: list[str]) -> dict[str, str]:
    heads, people, tags = chance.sample(titles, 3), chance.sample(lists["people"], 2), chance.sample(lists["tags"], 3)
    outlet = chance.choice(lists["outlets"])
    whole = [s.strip() for line in row["text"].split("\n") for s in SENTENCE.split(line) if s.strip() != line.strip()]
    pulls = [s for s in whole if 8 <= len(s.split()) <= 35]
    return {
        "outlet": outlet,
        "handle": re.sub(r"\W", "", outlet),
        "title": row.get("title") or "None",
        "agency": chance.choice(lists["agencies"]),
        "place": chance.choice(lists["places"]),
        "n": str(chance.randint(11, 60)),
        "n2": str(chance.randint(2, 9)),
        "year": str(chance.randint(2012, 2022)),
        "clock": f"{chance.randint(6, 22)}:{chance.randint(10, 59)}",
        "day": chance.choice(DAYS),
        "month": chance.choice(MONTHS),
        "pull": chance.choice(pulls) if pulls else "None",
        **dict(zip(("headline", "headline2", "headline3"), heads, strict=True)),
        **dict(zip(("person", "person2"), people, strict=True)),
        **dict(zip(("tag", "tag2", "tag3"), tags, strict=True)),
    }


def _place(text: str, pattern: Any, lines: list[str], chance: random.Random, *, furniture: bool) -> Plant:
    paragraphs = find_paragraphs(text)
    block = "\n\n".join(lines)
    where = pattern["where"]
    if where == "middle":
        spots = [m.start() for first, last in paragraphs for m in SENTENCE.finditer(text, first, last)]
        if spots:
            return Plant(chance.choice(spots), block + " ", pattern["name"], furniture)
        where = "between"
    if where == "bottom":
        return Plant(len(text.rstrip()), "\n\n" + block, pattern["name"], furniture)
    choices = paragraphs[:2] if where == "top" else paragraphs[1:] or paragraphs
    return Plant(chance.choice(choices).first, block + "\n\n", pattern["name"], furniture)


def _join(text: str, plants: Sequence[Plant]) -> Planted:
    pieces: list[str] = []
    origin: list[int] = []
    at = 0
    for number, plant in enumerate(plants):
        pieces += [text[at : plant.at], plant.text]
        origin += [*range(at, plant.at), *[-1 - number] * len(plant.text)]
        at = plant.at
    return Planted("".join([*pieces, text[at:]]), [*origin, *range(at, len(text))], tuple(plants))


def mark_characters(text: str, title: str | None) -> bytearray:
    """1 for each character that is marked as furniture and is no white space."""
    marked = bytearray(len(text))
    for found in find_furniture(text, title):
        marked[found.span.start : found.span.end] = b"\1" * (found.span.end - found.span.start)
    for i, c in enumerate(text):
        if c.isspace():
            marked[i] = 0
    return marked


def count_planted(row: dict[str, Any], planted: Planted, before: bytearray) -> tuple[Counter[str], Counter[str]]:
    """Characters by what became of them, and those of each pattern missed or wrongly marked."""
    found: Counter[str] = Counter()
    errors: Counter[str] = Counter()
    marked = mark_characters(planted.text, row.get("title"))
    for c, mark, place in zip(planted.text, marked, planted.origin, strict=True):
        if c.isspace():
            continue
        if place >= 0:
            known = before[place]
            found["article"] += not known
            found["lost"] += mark and not known
            found["raw"] += mark
            continue
        plant = planted.plants[-1 - place]
        if plant.furniture:
            found["hit" if mark else "missed"] += 1
        else:
            found["kept_marked"] += mark
            found["raw"] += mark
        if bool(mark) != plant.furniture:
            errors[plant.name] += 1
    return found, errors


def print_planted(name: str, found: Counter[str]) -> None:
    """The figures of one half of the patterns, or of all."""
    hit, missed, wrong = found["hit"], found["missed"], found["lost"] + found["kept_marked"]
    print_figures(
        **{
            f"{name}_precision": hit / ((hit + wrong) or 1),
            f"{name}_recall": hit / ((hit + missed) or 1),
            f"{name}_f1": 2 * hit / ((2 * hit + wrong + missed) or 1),
            f"{name}_lost": float(found["lost"] / (found["article"] or 1)),
            f"{name}_raw_precision": hit / ((hit + found["raw"]) or 1),
        }
    )


def bench_planted(path: Path, errors: int, own: Path | None = None) -> Counter[str]:
    """Plant each half of the patterns in the articles, print what is found, and give the counts of all.

    Of an `own` list of patterns, planted as one part, the totals alone are printed: it is to stay unseen.
    """
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    lists = read_lists(own)
    titles = [row["title"] for row in rows if row.get("title")]
    chosen = choose_articles(rows)
    untouched = [mark_characters(row["text"], row.get("title")) for row in chosen]
    total: Counter[str] = Counter()
    for half in ("all",) if own else ("dev", "held"):
        patterns = [p for p in lists["patterns"] if own or p["half"] == half]
        found: Counter[str] = Counter()
        wrong: Counter[str] = Counter()
        for row, before in zip(chosen, untouched, strict=True):
            counted, mistaken = count_planted(row, plant_furniture(row, patterns, lists, titles), before)
            found += counted
            wrong += mistaken
        total += found
        if own:
            continue
        print_planted(f"planted_{half}", found)
        for name, n in wrong.most_common(errors):
            print(f"# {half} {name}: {n} characters")
    print_planted("planted", total)
    every = sum(not c.isspace() for row in chosen for c in row["text"])
    print_figures(untouched_marked=float(sum(map(sum, untouched)) / every))
    return total


def count_pages(pages: Iterable[FlatPage]) -> Counter[str]:
    """Characters of the pages by what became of them."""
    found: Counter[str] = Counter()
    for page in pages:
        marked = mark_characters(page.text, page.title)
        for c, label, mark in zip(page.text, page.labels, marked, strict=True):
            if c.isspace():
                continue
            if label == FURNITURE:
                found["hit" if mark else "missed"] += 1
            elif label == ARTICLE:
                found["article"] += 1
                found["lost"] += mark
    return found


def bench_pages(folder: Path) -> Counter[str]:
    """Print the figures of the flattened pages by half, and give the counts of all."""
    pages = list(find_pages(folder))
    total: Counter[str] = Counter()
    for name, half in zip(("pages_even", "pages_odd"), split_pages(pages), strict=True):
        found = count_pages(half)
        found["raw"] = found["lost"]
        print_figures(**{name: len(half)})
        print_planted(name, found)
        total += found
    print_figures(pages=len(pages))
    print_planted("pages", total)
    return total


def read_arguments(arguments: list[str]) -> Namespace:
    """The command line."""
    parser = ArgumentParser(description=__doc__, formatter_class=RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="the folder with abp-sample.jsonl.gz and html/")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="name the N patterns with most errors")
    parser.add_argument("--patterns", type=Path, metavar="FILE", help="plant this list instead; no pages")
    return parser.parse_args(arguments)


def bench(arguments: list[str]) -> None:
    """Print one `name value` a line."""
    options = read_arguments(arguments)
    sample = options.data / "abp-sample.jsonl.gz"
    if not sample.is_file():
        raise BenchError(f"no {sample}")
    if options.patterns:
        bench_planted(sample, 0, options.patterns)
        return
    total = bench_planted(sample, options.errors) + bench_pages(options.data / "html")
    print_planted("both", total)


if __name__ == "__main__":
    run_bench("bench.furniture", bench)
