"""Fit what shows page furniture: `furniture/cues.tsv`, and `own` and `weights` of `furniture/lines.yaml`.

    python tools/fit_lines.py DATA

DATA holds `html/` (pages with gold text, half of whose sites are learned from; see bench/flatten.py) and
`abp-sample.jsonl.gz`, of whose articles 600 are taken that no bench reads. Three sorts of texts teach: the pages
flattened; the articles as they are, marked by the patterns of clean/; and the articles with furniture of the pages put
between their paragraphs. Logistic regression by iterated least squares with a ridge, each line by the root of its
length; the words' weights come from other sites than those whose lines they describe. The other values of `lines.yaml`
are written by hand. The same data give the same files.
"""

from __future__ import annotations

import gzip
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.flatten import FlatPage, find_pages, split_pages
from bench.furniture import choose_articles

from coranto.clean import lines as scorer
from coranto.clean.furniture import find_crumbs, find_patterns, is_covered, settle_marks
from coranto.clean.paragraphs import find_paragraphs
from coranto.model.span import Range

RESOURCES = Path(__file__).parents[1] / "src" / "coranto" / "resources" / "furniture"
FOLDS = 3
ARTICLES = 600
STEP = 8
BLOCKS = 5
"""Stretches of furniture put into an article."""
LEAST = 8
"""Texts that must have a word in their furniture, and three times as many in their article."""
RIDGE = 3.0
Table = dict[str, float]
Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Sample:
    """A text with a label for each paragraph: True furniture, False article, None neither; `known` by the patterns."""

    site: str
    text: str
    paragraphs: Sequence[Range]
    labels: Sequence[bool | None]
    known: Sequence[bool]


def sample_page(page: FlatPage) -> Sample:
    """A flattened page, each line with the label that most of it has."""
    paragraphs = find_paragraphs(page.text)
    labels: list[bool | None] = []
    for first, last in paragraphs:
        count = Counter(page.labels[first:last])
        labels.append({"a": False, "f": True}.get(max("af-", key=lambda letter: count[letter])))
    return Sample(page.site, page.text, paragraphs, labels, find_known(page.text, paragraphs))


def sample_article(row: Mapping[str, Any]) -> Sample:
    """An article as it is: what the patterns mark is furniture."""
    paragraphs = find_paragraphs(row["text"])
    known = find_known(row["text"], paragraphs)
    return Sample(row["id"], row["text"], paragraphs, known, known)


def find_known(text: str, paragraphs: Sequence[Range]) -> list[bool]:
    """Which paragraphs the patterns mark."""
    marks = settle_marks(find_crumbs(text, paragraphs) + find_patterns(text, paragraphs))
    return [is_covered(paragraph, marks) for paragraph in paragraphs]


def plant_pages(pages: Sequence[Sample], articles: Sequence[Sample], seed: int) -> list[Sample]:
    """The articles with stretches of up to four lines of the pages' furniture between their paragraphs."""
    chance = random.Random(seed)  # noqa: S311
    stretches = _find_stretches(pages)
    sites = sorted(stretches)
    planted: list[Sample] = []
    for article in articles:
        lines: list[tuple[str, bool | None]] = [
            (article.text[first:last], None if known else False)
            for (first, last), known in zip(article.paragraphs, article.known, strict=True)
        ]
        if len(lines) < 6:
            continue
        for _ in range(BLOCKS):
            stretch = chance.choice(stretches[chance.choice(sites)])
            size = chance.choice((1, 1, 1, 2, 3, 4))
            begin = chance.randrange(max(1, len(stretch) - size + 1))
            at = chance.choice(
                (0, 1, len(lines), len(lines), chance.randrange(len(lines)), chance.randrange(len(lines)))
            )
            lines[at:at] = [(line, True) for line in stretch[begin : begin + size]]
        text = "\n\n".join(line for line, _ in lines)
        labels: dict[int, bool | None] = {}
        start = 0
        for line, label in lines:
            labels[start] = label
            start += len(line) + 2
        paragraphs = find_paragraphs(text)
        known = find_known(text, paragraphs)
        planted.append(Sample(article.site, text, paragraphs, [labels.get(p.first) for p in paragraphs], known))
    return planted


def _find_stretches(pages: Iterable[Sample]) -> dict[str, list[list[str]]]:
    """By site, the runs of lines of furniture of 2 to 60 words."""
    stretches: dict[str, list[list[str]]] = defaultdict(list)
    for page in pages:
        run: list[str] = []
        for (first, last), label in zip([*page.paragraphs, Range(0, 0)], [*page.labels, None], strict=True):
            line = page.text[first:last]
            if label and 2 <= len(line.split()) <= 60:
                run.append(line)
            elif run:
                stretches[page.site].append(run)
                run = []
    return stretches


def learn_cues(samples: Iterable[Sample]) -> Table:
    """For words and pairs, the log of the share of texts with it in their furniture by that in their article."""
    furniture: Counter[str] = Counter()
    article: Counter[str] = Counter()
    totals: Counter[bool] = Counter()
    for sample in samples:
        inside: dict[bool, set[str]] = {True: set(), False: set()}
        for (first, last), label in zip(sample.paragraphs, sample.labels, strict=True):
            if label is not None:
                words = scorer.WORD.findall(sample.text[first:last].casefold().replace("’", "'"))
                inside[label].update(words, (f"{a} {b}" for a, b in zip(["^", *words], words, strict=False)))
        furniture.update(inside[True])
        article.update(inside[False])
        totals.update(label for label, found in inside.items() if found)
    cues: Table = {}
    for word in sorted(furniture.keys() | article.keys()):
        odds = log((furniture[word] + 0.5) / (totals[True] + 1)) - log((article[word] + 0.5) / (totals[False] + 1))
        told = furniture[word] >= LEAST and abs(odds) > 1
        plain = article[word] >= 3 * LEAST and odds < -1 and " " not in word
        if (told or plain) and not word.isdigit():
            cues[word] = round(max(-3.0, min(4.0, odds)), 1)
    return cues


def describe_own(samples: Iterable[Sample]) -> tuple[list[Table], Vector, Vector]:
    """What each line shows of itself, its class and its weight."""
    rows: list[Table] = []
    classes: list[float] = []
    sizes: list[float] = []
    for sample in samples:
        for (first, last), label, known in zip(sample.paragraphs, sample.labels, sample.known, strict=True):
            if label is not None and not known:
                rows.append(scorer.describe_line(sample.text[first:last]).own)
                classes.append(float(label))
                sizes.append(min(last - first, 400) ** 0.5 / 8)
    return rows, np.array(classes), np.array(sizes)


def describe_all(samples: Iterable[Sample]) -> tuple[list[Table], Vector, Vector]:
    """What each line shows and where it stands, its class and its weight; what stands before it is taken as known."""
    rows: list[Table] = []
    classes: list[float] = []
    sizes: list[float] = []
    for sample in samples:
        before = False
        described = scorer.describe_lines(sample.text, sample.paragraphs, sample.known)
        for (first, last), label, known, row in zip(
            sample.paragraphs, sample.labels, sample.known, described, strict=True
        ):
            scorer.follow_line(row, marked=before)
            before = known or bool(label)
            if label is not None and not known:
                rows.append(row)
                classes.append(float(label))
                sizes.append(min(last - first, 400) ** 0.5 / 8)
    return rows, np.array(classes), np.array(sizes)


def fit(parts: Sequence[tuple[list[Table], Vector, Vector]]) -> Table:
    """The weight of each feature."""
    rows = [row for part in parts for row in part[0]]
    classes, sizes = np.concatenate([p[1] for p in parts]), np.concatenate([p[2] for p in parts])
    names = sorted({name for row in rows for name, value in row.items() if value})
    column = {name: i for i, name in enumerate(names)}
    matrix = np.zeros((len(rows), len(names)))
    for i, row in enumerate(rows):
        for name, value in row.items():
            if value:
                matrix[i, column[name]] = value
    weights = np.zeros(len(names))
    for _ in range(25):
        share = 1 / (1 + np.exp(-np.clip(matrix @ weights, -30, 30)))
        slope = matrix.T @ (sizes * (classes - share)) - RIDGE * weights
        bend = (matrix * (sizes * share * (1 - share))[:, None]).T @ matrix + RIDGE * np.eye(len(names))
        step = np.linalg.solve(bend, slope)
        weights += step
        if float(np.abs(step).max()) < 1e-4:
            break
    return {name: round(float(w), 2) for name, w in zip(names, weights, strict=True) if abs(w) >= 0.02}


def give(table: Table) -> Callable[..., Table]:
    """A loader of the table, in place of the resource."""
    return lambda *_: table


def main(data: Path) -> None:
    """Fit and write the two files."""
    pages = [sample_page(page) for page in split_pages(find_pages(data / "html"))[0]]
    with gzip.open(data / "abp-sample.jsonl.gz", "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    kept = {row["id"] for row in choose_articles(rows)}
    articles = [sample_article(row) for row in [row for row in rows if row["id"] not in kept][::STEP][:ARTICLES]]
    sites = {site: i % FOLDS for i, site in enumerate(sorted({page.site for page in pages}))}
    folds: list[list[Sample]] = []
    for fold in range(FOLDS):
        own = [page for page in pages if sites[page.site] == fold]
        folds.append([*own, *articles[fold::FOLDS], *plant_pages(own, articles[fold::FOLDS], fold)])
    cues = [learn_cues([*(p for p in pages if sites[p.site] != fold), *articles]) for fold in range(FOLDS)]

    shown: list[tuple[list[Table], Vector, Vector]] = []
    for fold in range(FOLDS):
        scorer.load_cues = give(cues[fold])  # type: ignore[assignment]
        shown.append(describe_own(folds[fold]))
    placed: list[tuple[list[Table], Vector, Vector]] = []
    for fold in range(FOLDS):
        scorer.load_cues = give(cues[fold])  # type: ignore[assignment]
        scorer.load_weights = give(fit([part for i, part in enumerate(shown) if i != fold]))  # type: ignore[assignment]
        placed.append(describe_all(folds[fold]))

    write_cues(learn_cues([*pages, *articles]))
    write_weights({"own": fit(shown), "weights": fit(placed)})


def write_cues(cues: Table) -> None:
    """`cues.tsv`."""
    head = (
        "# source: counted by tools/fit_lines.py on pages and articles; ^ is the beginning of a line\nwords\tweight\n"
    )
    lines = "".join(f"{words}\t{weight}\n" for words, weight in sorted(cues.items()))
    (RESOURCES / "cues.tsv").write_text(head + lines, encoding="utf-8")


def write_weights(tables: Mapping[str, Table]) -> None:
    """The tables at the end of `lines.yaml`, in place of those there."""
    path = RESOURCES / "lines.yaml"
    kept = path.read_text(encoding="utf-8").split("own:\n")[0]
    for name, table in tables.items():
        kept += f"{name}:\n" + "".join(f'  "{feature}": {weight}\n' for feature, weight in sorted(table.items()))
    path.write_text(kept, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
