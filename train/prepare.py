"""PolNeAR to rows to train on: `python train/prepare.py FOLDER OUT.jsonl.gz`, in the environment of Coranto itself.

FOLDER holds text/ and attributions/ (PolNeAR's own release). A row is an article: its words' pieces and features as
Coranto's own tagger makes them, the bounds of its paragraphs, and each attribution as numbers of words.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from coranto.extract.speech.attributions import find_attributions
from coranto.intake.articles import make_article
from coranto.model.article import Article
from coranto.model.sentence import Sentence
from coranto.model.span import Span
from coranto.pipeline import build_blocks, clean_article, parse_blocks
from coranto.tag.features import find_covered
from coranto.tag.windows import make_tokens

ROLES = ("source", "cue", "content")
ENTITY = re.compile(r"(T\d+)\t(\w+) ([\d; ]+)\t")
EVENT = re.compile(r"E\d+\t(.+)")
COPY = re.compile(r"_[0-9a-f]{4}\.ann$")
Pair = tuple[int, int]


def read_marks(file: Path) -> Iterator[dict[str, list[Pair]]]:
    """The spans by role of each attribution of a brat file; those without a cue or content are left out."""
    lines = file.read_bytes().decode("utf-8").replace("\r", "").split("\n")
    spans: dict[str, list[Pair]] = {}
    for line in lines:
        if found := ENTITY.match(line):
            places = (place.split() for place in found[3].split(";"))
            spans[found[1]] = [(int(first), int(last)) for first, last in places]
    for line in lines:
        if found := EVENT.fullmatch(line):
            marks: dict[str, list[Pair]] = {role: [] for role in ROLES}
            for part in found[1].split():
                name, _, target = part.partition(":")
                if (role := name.rstrip("0123456789").lower()) in marks:
                    marks[role] += spans[target]
            if marks["cue"] and marks["content"]:
                yield marks


def make_row(article: Article, sentences: Sequence[Sentence], marks: Iterable[dict[str, list[Pair]]]) -> dict[str, Any]:
    """An article as a row."""
    words = [token for sentence in sentences for token in sentence.tokens]
    bounds = [(word.start, word.end) for word in words]
    starts = [start for start, _ in bounds]
    sayings = [
        {role: find_covered(starts, bounds, [Span.of(article.text, *pair) for pair in mark[role]]) for role in ROLES}
        for mark in marks
    ]
    tokens = make_tokens(sentences, find_attributions(sentences))
    return {
        "id": article.source,
        "pieces": tokens.pieces,
        "features": tokens.features,
        "paragraphs": tokens.paragraphs,
        "sayings": [saying for saying in sayings if saying["cue"] and saying["content"]],
    }


def prepare(folder: Path) -> Iterator[dict[str, Any]]:
    """Every article of a PolNeAR folder as a row; the first annotator by file name is taken."""
    chosen: dict[str, Path] = {}
    for file in sorted((folder / "attributions").glob("*.ann")):
        chosen.setdefault(COPY.sub("", file.name), file)
    for name, file in chosen.items():
        text = (folder / "text" / f"{name}.txt").read_bytes().decode("utf-8")
        article = clean_article(make_article(text, source=name))
        sentences = parse_blocks(build_blocks(article.text, article.furniture, article.repairs), article.text)
        yield make_row(article, sentences, read_marks(file))


def main() -> None:
    """Write the rows and say how many."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    rows = 0
    with gzip.open(options.out, "wt", encoding="utf-8") as out:
        for row in prepare(options.folder):
            rows += 1
            out.write(json.dumps(row, separators=(",", ":")) + "\n")
    sys.stdout.write(f"articles {rows}\n")


if __name__ == "__main__":
    main()
