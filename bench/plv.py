"""The type between a marked source and target: `python -m bench.plv --train FILE --test FILE --out PREDICTIONS.tsv`.

FILE is a TSV of Zero-Shot-PLOVER: `marked_sentence` with <s>source</s> and <t>target</t>, and `gold_root`. What is
learned from one file codes the pairs of the other, one `row number<TAB>root` a line. No column but the marked sentence
is read of the test file; of the train file the root too. `--folds 5` in place of `--test` codes each fifth of the train
file by what the other four taught; the pairs of one sentence stay together.

Two learners, whose logarithms of chances are added. One sees what Coranto codes in the sentence: the types of its
events by whether they join the source and the target, and the frames of its lexicon by where they stand in the parse.
The other sees the words: lemmas, pairs of lemmas, and those on the way between the two in the parse. Both are softmax
regressions, so the bench needs nothing that Coranto itself does not.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import get_args

import numpy as np

from bench.common import BenchError, print_figures
from bench.softmax import Floats, Regression, Weights, fit_regression, fit_weights
from coranto.clean.blocks import build_blocks
from coranto.extract.frames.predicates import Predicate, find_predicates
from coranto.intake.articles import make_article
from coranto.model.entity import Party
from coranto.model.event import Event, EventType
from coranto.model.sentence import Sentence, Token
from coranto.parse.sentences import parse_blocks
from coranto.pipeline import read_sentences

MARK = re.compile(r"</?([st])>")
TYPES: tuple[str, ...] = get_args(EventType)
MERGED = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
CODED_PENALTY, WORDS_PENALTY, WORDS_LENGTH = 2e-3, 3e-4, 3.0
NEAR = 3
"""Steps above a phrase's head that count as near it."""
Place = tuple[int, int]


@dataclass(frozen=True)
class Pair:
    """A sentence as Coranto reads it, with what the two learners see. `root` is empty where it is not known."""

    text: str
    root: str
    coded: Floats
    words: Counter[str]


@dataclass(frozen=True)
class Learned:
    """The two learners and the roots that they know."""

    roots: tuple[str, ...]
    coded: Regression
    words: Regression
    weights: Weights

    def code(self, pairs: Sequence[Pair]) -> list[str]:
        """The likeliest root of each pair."""
        scores = self.coded.score(np.stack([pair.coded for pair in pairs]))
        scores = scores + self.words.score(self.weights.weigh([pair.words for pair in pairs], WORDS_LENGTH))
        return [self.roots[number] for number in scores.argmax(axis=1)]


def main() -> int:
    """Write the predictions and print how many; with --folds, the share that is right too."""
    parser = argparse.ArgumentParser(prog="python -m bench.plv", description=__doc__.splitlines()[0])
    parser.add_argument("--train", type=Path, required=True)
    parser.add_argument("--test", type=Path)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    try:
        taught = list(read_pairs(options.train, with_roots=True))
        if options.test:
            roots = learn(taught).code(list(read_pairs(options.test, with_roots=False)))
        else:
            roots = cross_validate(taught, options.folds)
            right = sum(root == pair.root for root, pair in zip(roots, taught, strict=True))
            print_figures(right=right / len(roots))
    except BenchError as error:
        print(f"bench.plv: {error}")
        return 2
    options.out.write_text("".join(f"{number}\t{root}\n" for number, root in enumerate(roots)), encoding="utf-8")
    print_figures(train_pairs=len(taught), pairs_coded=len(roots))
    return 0


def read_pairs(file: Path, *, with_roots: bool) -> Iterator[Pair]:
    """The file's pairs in order.

    Raises BenchError where a column is missing.
    """
    if not file.is_file():
        raise BenchError(f"{file}: no such file")
    with file.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t")
        wanted = {"marked_sentence", "gold_root"} if with_roots else {"marked_sentence"}
        if missing := wanted - set(rows.fieldnames or ()):
            raise BenchError(f"{file}: no column {', '.join(sorted(missing))}")
        for row in rows:
            yield read_pair(row["marked_sentence"], row["gold_root"] if with_roots else "")


def read_pair(marked: str, root: str) -> Pair:
    """A marked sentence as the learners see it; the first source and the first target count."""
    text, sides = strip_marks(marked)
    article = make_article(text, source="pair")
    sentences = parse_blocks(build_blocks(article.text, (), ()), article.text)
    tree = Tree(sentences, sides)
    events = read_sentences(article, sentences).events
    predicates = find_predicates(sentences)
    coded = np.concatenate([show_events(events, sides), show_frames(tree, predicates)])
    return Pair(text, MERGED.get(root, root), coded, count_words(tree, predicates))


def strip_marks(marked: str) -> tuple[str, dict[str, Place]]:
    """The plain sentence, and where the first source (s) and target (t) stand in it."""
    plain, at = "", 0
    begun: dict[str, int] = {}
    places: dict[str, Place] = {}
    for mark in MARK.finditer(marked):
        plain += marked[at : mark.start()]
        at = mark.end()
        if mark.group().startswith("</"):
            places.setdefault(mark[1], (begun.get(mark[1], len(plain)), len(plain)))
        else:
            begun[mark[1]] = len(plain)
    return plain + marked[at:], places


class Tree:
    """A text's tokens in a row, the heads of its source and target, and the way up from each."""

    def __init__(self, sentences: Sequence[Sentence], sides: dict[str, Place]) -> None:
        self.firsts: dict[int, int] = {}
        self.tokens: list[Token] = []
        self.heads: list[int] = []
        for sentence in sentences:
            first = self.firsts[sentence.number] = len(self.tokens)
            self.tokens += sentence.tokens
            self.heads += [first + token.head for token in sentence.tokens]
        self.covered = [self._cover(sides.get(side)) for side in "st"]
        self.ways = [self._climb(words) for words in self.covered]

    def _cover(self, place: Place | None) -> list[int]:
        if place is None:
            return []
        return [n for n, token in enumerate(self.tokens) if token.start < place[1] and token.end > place[0]]

    def _climb(self, words: Sequence[int]) -> list[int]:
        """From the head of a phrase up to the root."""
        if not words:
            return []
        way = [next((n for n in words if self.heads[n] not in words or self.heads[n] == n), words[0])]
        while self.heads[way[-1]] != way[-1]:
            way.append(self.heads[way[-1]])
        return way

    def find_join(self) -> int | None:
        """The lowest token that is above both, if there is one."""
        return next((n for n in self.ways[0] if n in self.ways[1]), None)


def show_events(events: Sequence[Event], sides: dict[str, Place]) -> Floats:
    """For each type whether an event of it joins the two, has one of them on its side or the other's, or is there."""
    shown = np.zeros((6, len(TYPES)), dtype=np.float32)
    for event in events:
        acts, suffers = _touches(event.actors, sides.get("s")), _touches(event.recipients, sides.get("t"))
        partner, turned = _touches(event.actors, sides.get("t")), _touches(event.recipients, sides.get("s"))
        seen = (acts and (suffers or partner), acts, suffers, True, partner and not acts, turned)
        column = TYPES.index(event.type)
        shown[:, column] = np.maximum(shown[:, column], seen)
    return shown.ravel()


def _touches(parties: Sequence[Party], place: Place | None) -> bool:
    spans = [party.span for party in parties if party.span]
    return place is not None and any(span.start < place[1] and place[0] < span.end for span in spans)


def show_frames(tree: Tree, predicates: Sequence[Predicate]) -> Floats:
    """For each type of the lexicon how often it stands there, near the source or target, above both, nearest above."""
    shown = np.zeros((5, len(TYPES) + 1), dtype=np.float32)
    source, target = tree.ways
    nearest = (len(tree.tokens) + 1, 0, 0)
    for predicate in predicates:
        head = tree.firsts[predicate.sentence] + predicate.head
        column = TYPES.index(predicate.entry.type) if predicate.entry.type else len(TYPES)
        shown[0, column] += 1
        near = (head in source[:NEAR], head in target[:NEAR], head in source and head in target)
        shown[1:4, column] = np.maximum(shown[1:4, column], near)
        steps = source.index(head) if head in source else len(tree.tokens)
        nearest = min(nearest, (steps, head, column))
    if predicates:
        shown[4, nearest[2]] = 1
    return shown.ravel()


def count_words(tree: Tree, predicates: Sequence[Predicate]) -> Counter[str]:
    """Lemmas, pairs of lemmas, lemmas behind the source and before the target, and those above them in the parse."""
    row = list(_name_words(tree))
    counts = Counter(row)
    counts.update(f"{a} {b}" for a, b in pairwise(row))
    if "<s>" in row:
        counts.update(f"behind {word}" for word in row[row.index("<s>") + 1 :][:5])
    if "<t>" in row:
        counts.update(f"before {word}" for word in row[max(0, row.index("<t>") - 5) : row.index("<t>")])
    for side, way in zip("st", tree.ways, strict=True):
        for step, number in enumerate(way[1 : NEAR + 1]):
            counts[f"{side}^{step} {tree.tokens[number].lemma}"] += 2
            counts[f"{side}^ {tree.tokens[number].lemma}"] += 2
        if way:
            counts[f"{side} is {tree.tokens[way[0]].dep}"] += 1
    counts.update(_count_way(tree))
    counts.update(f"mode {mode}" for predicate in predicates for mode in predicate.entry.modes)
    return counts


def _name_words(tree: Tree) -> Iterator[str]:
    """The lemmas in a row, the source and the target as one mark each."""
    before = ""
    for number, token in enumerate(tree.tokens):
        word = next((f"<{s}>" for s, own in zip("st", tree.covered, strict=True) if number in own), token.lemma)
        if word != before or not word.startswith("<"):
            yield word
        before = word


def _count_way(tree: Tree) -> Counter[str]:
    """What joins the source and the target: the token above both, the way, and what else hangs on it."""
    join, counts = tree.find_join(), Counter[str]()
    if join is None:
        return counts
    source, target = (way[1 : way.index(join)] for way in tree.ways)
    counts[f"join {tree.tokens[join].lemma}"] += 3
    way = [*source, join, *reversed(target)]
    counts["way " + " ".join(tree.tokens[number].lemma for number in way)] += 2
    for number, head in enumerate(tree.heads):
        if head == join and number not in tree.covered[0] and number not in tree.covered[1]:
            counts[f"hangs {tree.tokens[number].dep} {tree.tokens[number].lemma}"] += 1
    return counts


def learn(pairs: Sequence[Pair]) -> Learned:
    """Both learners from pairs whose roots are known."""
    roots = tuple(sorted({pair.root for pair in pairs}))
    classes = [roots.index(pair.root) for pair in pairs]
    texts = [pair.words for pair in pairs]
    weights = fit_weights(texts)
    return Learned(
        roots,
        fit_regression(np.stack([pair.coded for pair in pairs]), classes, len(roots), CODED_PENALTY),
        fit_regression(weights.weigh(texts, WORDS_LENGTH), classes, len(roots), WORDS_PENALTY),
        weights,
    )


def cross_validate(pairs: Sequence[Pair], folds: int) -> list[str]:
    """Each pair's root by what the other folds taught; the pairs of a sentence are in one fold."""
    groups = {text: number for number, text in enumerate(dict.fromkeys(pair.text for pair in pairs))}
    part = [groups[pair.text] % folds for pair in pairs]
    found = [""] * len(pairs)
    for fold in range(folds):
        inside = [number for number, own in enumerate(part) if own == fold]
        learned = learn([pair for pair, own in zip(pairs, part, strict=True) if own != fold])
        for number, root in zip(inside, learned.code([pairs[n] for n in inside]), strict=True):
            found[number] = root
    return found


if __name__ == "__main__":
    raise SystemExit(main())
