"""Read everything under a path and count what becomes of it.

    python -m bench.intake PATH

Prints `articles`, `failures`, one `failure.REASON` for each sort of reason, and seconds. Where the path holds the
article-extraction benchmark of scrapinghub (a `ground-truth.json` beside `html/`), also its figures on the text read:
`shingle_precision`, `shingle_recall` and `shingle_f1` by shared runs of four words, as the benchmark defines them.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from time import perf_counter

from coranto.config import Limits
from coranto.intake.articles import Failure, find_articles

WORD = re.compile(r"\w+")
SHINGLE = 4
TRUTH = "ground-truth.json"


def count_articles(path: Path) -> tuple[Counter[str], dict[str, str]]:
    """The figures, and the text of each HTML page by its file name without ending."""
    figures: Counter[str] = Counter(articles=0, characters=0, failures=0, dated=0, titled=0)
    texts: dict[str, str] = {}
    for item in find_articles([path], Limits()):
        if isinstance(item, Failure):
            figures["failures"] += 1
            figures[f"failure.{_sort_reason(item)}"] += 1
            continue
        figures["articles"] += 1
        figures["characters"] += len(item.text)
        figures["dated"] += item.published.value is not None
        figures["titled"] += item.title is not None
        if ".htm" in item.source:
            texts[Path(item.source).name.split(".htm")[0]] = item.text
    return figures, texts


def _sort_reason(failure: Failure) -> str:
    plain = failure.reason.removeprefix(failure.source).lstrip(": ").split(";")[0]
    return re.sub(r"\W+", "_", re.sub(r"\(.*", "", plain)).strip("_")[:60]


def score_pages(texts: Mapping[str, str], truth: Mapping[str, Mapping[str, str]]) -> dict[str, float]:
    """Precision, recall and F1 over shingles, each page weighing the same."""
    right = spurious = missed = 0.0
    for name, page in truth.items():
        found, wanted = _count_shingles(texts.get(name, "")), _count_shingles(page["articleBody"])
        both, only, lost = (sum(c.values()) for c in (found & wanted, found - wanted, wanted - found))
        total = both + only + lost or 1
        right, spurious, missed = right + both / total, spurious + only / total, missed + lost / total
    precision, recall = right / (right + spurious), right / (right + missed)
    f1 = 2 * precision * recall / (precision + recall)
    return {"shingle_precision": precision, "shingle_recall": recall, "shingle_f1": f1}


def _count_shingles(text: str) -> Counter[tuple[str, ...]]:
    words = WORD.findall(text)
    if not words:
        return Counter()
    return Counter(tuple(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1)))


def main(path: Path) -> None:
    """Print one `name value` a line, and the command."""
    begin = perf_counter()
    figures, texts = count_articles(path)
    for name, value in figures.items():
        print(name, value)
    truth = path / TRUTH if path.is_dir() else None
    if truth and truth.is_file():
        for name, share in score_pages(texts, json.loads(truth.read_text(encoding="utf-8"))).items():
            print(name, f"{share:.4f}")
    print("seconds", f"{perf_counter() - begin:.1f}")
    print(f"# python -m bench.intake {path}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
