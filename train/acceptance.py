"""Weights of the candidates' features: `python train/acceptance.py OUT.tsv --gold FOLDER --ordinary DATA.jsonl.gz`.

In the environment of Coranto itself. FOLDER holds text/, gold/ and meta.json after the project's annotation guide; DATA
the articles that train/ordinary.tsv lists by id, ordinary news in which candidates are taken as no events. The labels
come from the scorer's own matching (`events.py` in --score): 1 where type, actors and recipients of a candidate agree
with a marked event, SOFT where the type alone does, 0 else. Repeats are left out. `--folds N` prints the figures of an
N-fold cross-validation over the articles too, for several least chances.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from coranto.coding.acceptance import describe_candidates
from coranto.coding.candidates import Candidate
from coranto.coding.events import code_event, list_candidates
from coranto.coding.findings import Findings
from coranto.coding.implied import complete_candidates
from coranto.coding.repeats import merge_repeats
from coranto.config import Limits
from coranto.extract.frames.predicates import find_predicates
from coranto.intake.articles import find_articles, make_article
from coranto.model.article import Article, Published
from coranto.model.event import Event
from coranto.pipeline import build_blocks, clean_article, find_all, parse_blocks

SOFT = 0.7
WEIGHT = 0.4
"""What a candidate of ordinary news counts, beside one of the marked articles."""
RIDGE = 20.0
STEPS = 9
RAREST = 5
LEAST = 0.005
CHANCES = (0.2, 0.25, 0.3, 0.35)
Features = tuple[str, ...]


@dataclass
class Read:
    """An article's candidates with what is known of each and, where it is known, how far it is an event."""

    marked: Any
    findings: Findings
    candidates: Sequence[Candidate]
    features: list[Features]
    labels: list[float | None]


def main() -> None:
    """Write the weights, and print the figures asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--ordinary", type=Path, required=True)
    parser.add_argument("--score", type=Path, default=Path("../shared/score"))
    parser.add_argument("--folds", type=int, default=0)
    chosen = parser.parse_args()
    sys.path.insert(0, str(chosen.score))
    marked = [read_marked(article) for article in _load_gold(chosen.gold)]
    ordinary = [read_ordinary(article) for article in _find_ordinary(chosen.ordinary)]
    figures: Counter[tuple[float, str]] = Counter()
    for fold in range(chosen.folds):
        kept = [read for place, read in enumerate(marked) if place % chosen.folds != fold]
        model = fit_weights(kept, ordinary)
        for read in (read for place, read in enumerate(marked) if place % chosen.folds == fold):
            figures.update(_tally(read, model))
    if chosen.folds:
        _show(figures)
    write_weights(chosen.out, fit_weights(marked, ordinary))


def _load_gold(folder: Path) -> list[Any]:
    import gold

    return [article for article in gold.load(folder) if article.record is not None]


def _find_ordinary(data: Path) -> Iterator[Article]:
    listed = Path(__file__).with_name("ordinary.tsv").read_text(encoding="utf-8").splitlines()
    names = {line for line in listed if line and not line.startswith("#")}
    for article in find_articles([data], Limits()):
        if isinstance(article, Article) and article.source in names:
            yield article


def _find_all(article: Article) -> Findings:
    article = clean_article(article)
    blocks = build_blocks(article.text, article.furniture, article.repairs)
    return find_all(article, parse_blocks(blocks, article.text))


def read_ordinary(article: Article) -> Read:
    """The candidates of an ordinary article, none an event."""
    findings = _find_all(article)
    candidates = list_candidates(findings, find_predicates(findings.sentences))
    features = list(describe_candidates(findings, candidates))
    return Read(None, findings, candidates, features, [0.0] * len(candidates))


def read_marked(marked: Any) -> Read:
    """The candidates of a marked article, each with how far a marked event stands for it."""
    meta = marked.record.get("published") or marked.meta.get("published")
    article = make_article(
        marked.text,
        source=marked.id,
        outlet=marked.meta.get("outlet"),
        title=marked.meta.get("title"),
        published=Published(value=meta, basis="given") if meta else Published(),
    )
    findings = _find_all(article)
    candidates = list_candidates(findings, find_predicates(findings.sentences))
    events = [code_event(findings, c, 0.5) for c in complete_candidates(findings.cast, list(candidates))]
    kept = merge_repeats(events, findings)
    pairs = _match(marked, findings, kept)
    typed, who = ({kept[found].id for _, found in pairs[level]} for level in ("typed", "who"))
    first = {event.id for event in kept}
    labels = [
        None if event.id not in first else 1.0 if event.id in who else SOFT if event.id in typed else 0.0
        for event in events
    ]
    return Read(marked, findings, candidates, list(describe_candidates(findings, candidates)), labels)


def _match(marked: Any, findings: Findings, events: Sequence[Event]) -> dict[str, list[tuple[int, int]]]:
    import events as scorer

    reading = {
        "article": {"id": marked.id},
        "entities": [entity.model_dump(mode="json") for entity in findings.cast.entities],
        "events": [event.model_dump(mode="json") for event in events],
        "attributions": [attribution.model_dump(mode="json") for attribution in findings.attributions],
        "times": [],
        "places": [],
        "quantities": [],
    }
    found: dict[str, list[tuple[int, int]]] = scorer.match(marked, scorer.records.Record(reading))
    return found


def fit_weights(marked: Sequence[Read], ordinary: Sequence[Read]) -> dict[str, float]:
    """A ridge logistic regression by Newton's method; the intercept is not held back."""
    counts = Counter(name for read in (*marked, *ordinary) for known in read.features for name in known)
    names = ["bias", *sorted(name for name, count in counts.items() if count >= RAREST and name != "bias")]
    place = {name: number for number, name in enumerate(names)}
    rows = [row for reads, weight in ((marked, 1.0), (ordinary, WEIGHT)) for row in _list_rows(reads, weight)]
    given = np.zeros((len(rows), len(names)))
    for number, (features, _, _) in enumerate(rows):
        given[number, [place[name] for name in features if name in place]] = 1
    wanted, counted = (np.array(column, dtype=float) for column in zip(*((y, w) for _, y, w in rows), strict=True))
    held = np.full(len(names), RIDGE)
    held[0] = 1e-6
    weights: NDArray[np.float64] = np.zeros(len(names))
    for _ in range(STEPS):
        chances = 1 / (1 + np.exp(-given @ weights))
        slope = given.T @ (counted * (chances - wanted)) + held * weights
        bend = (given * (counted * chances * (1 - chances))[:, None]).T @ given + np.diag(held)
        weights -= np.linalg.solve(bend, slope)
    return dict(zip(names, weights.tolist(), strict=True))


def _list_rows(reads: Iterable[Read], weight: float) -> Iterator[tuple[Features, float, float]]:
    for read in reads:
        for features, label in zip(read.features, read.labels, strict=True):
            if label is not None:
                yield features, label, weight


def write_weights(path: Path, weights: dict[str, float]) -> None:
    """The weights as a resource, those that are all but nothing left out."""
    lines = [f"{name}\t{weight:.2f}" for name, weight in weights.items() if abs(weight) >= LEAST]
    source = "# source: made by train/acceptance.py from the events marked in 62 articles and from ordinary news"
    path.write_text("\n".join([source, "feature\tweight", *lines]) + "\n", encoding="utf-8")


def _tally(read: Read, weights: dict[str, float]) -> Counter[tuple[float, str]]:
    figures: Counter[tuple[float, str]] = Counter()
    for least in CHANCES:
        chosen = [
            candidate
            for candidate, known in zip(read.candidates, read.features, strict=True)
            if 1 / (1 + np.exp(-sum(weights.get(name, 0.0) for name in known))) >= least
        ]
        made = [code_event(read.findings, c, 0.5) for c in complete_candidates(read.findings.cast, chosen)]
        events = merge_repeats(made, read.findings)
        pairs = _match(read.marked, read.findings, events)
        figures[least, "predicted"] += len(events)
        figures[least, "marked"] += len(read.marked.record["events"])
        for level, found in pairs.items():
            figures[least, level] += len(found)
    return figures


def _show(figures: Counter[tuple[float, str]]) -> None:
    for least in CHANCES:
        for level in ("detection", "typed", "who"):
            both = figures[least, "predicted"] + figures[least, "marked"]
            sys.stdout.write(f"least {least} {level}_f {2 * figures[least, level] / both:.4f}\n")


if __name__ == "__main__":
    main()
