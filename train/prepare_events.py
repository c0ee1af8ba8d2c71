"""Marked events to rows to train on: `python train/prepare_events.py OUT.jsonl.gz --gold FOLDER --plv F --plover F`.

In the environment of Coranto itself, with the repository's root on PYTHONPATH. FOLDER holds text/, gold/ and meta.json,
after the project's annotation guide, with every event and attribution of each article; PLV is the TSV of
Zero-Shot-PLOVER, sentences with a source and a target; the last file is PLOVER's own gold records, one event marked in
each. Any of the three may be left out.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from bench.plover import RENAMED
from bench.plv import strip_marks

from coranto.extract.frames.predicates import find_predicates
from coranto.extract.speech.attributions import find_attributions
from coranto.intake.articles import make_article
from coranto.model.sentence import Sentence, Token
from coranto.model.span import Span
from coranto.pipeline import build_blocks, clean_article, parse_blocks
from coranto.tag.features import find_covered
from coranto.tag.windows import make_tokens
from rows import TYPES

NUMBER = {name: number for number, name in enumerate(TYPES, 1)}
OLD = {**RENAMED, "YIELD": "CONCEDE"}
"""What PLOVER's records and PLV call types that have another name now."""
MARK = re.compile(r"\((SRC/TAR|SRC|TAR|EVT): *([^()]*)\)")
Words = list[int]


class Text:
    """A text as read: its sentences, and which words lie in a stretch of it."""

    def __init__(self, name: str, text: str) -> None:
        article = clean_article(make_article(text, source=name))
        self.name, self.text = name, article.text
        blocks = build_blocks(article.text, article.furniture, article.repairs)
        self.sentences: Sequence[Sentence] = parse_blocks(blocks, article.text)
        self.words: list[tuple[Sentence, Token]] = [(s, t) for s in self.sentences for t in s.tokens]
        self.bounds = [(token.start, token.end) for _, token in self.words]
        self.starts = [start for start, _ in self.bounds]

    def make_row(self) -> dict[str, Any]:
        """What every row has."""
        tokens = make_tokens(self.sentences, find_attributions(self.sentences))
        frames = [0] * len(self.words)
        firsts, first = [], 0
        for sentence in self.sentences:
            firsts.append(first)
            first += len(sentence.tokens)
        for predicate in find_predicates(self.sentences):
            number = next(n for n, s in enumerate(self.sentences) if s.number == predicate.sentence)
            frames[firsts[number] + predicate.head] = NUMBER.get(predicate.entry.type or "", 0)
        return {
            "id": self.name,
            "pieces": tokens.pieces,
            "features": tokens.features,
            "paragraphs": tokens.paragraphs,
            "frames": frames,
        }

    def cover(self, start: int, end: int) -> Words:
        """Numbers of the words in a stretch."""
        return find_covered(self.starts, self.bounds, [Span.of(self.text, start, end)])

    def find_head(self, words: Words) -> int | None:
        """The word of a stretch that the others hang on."""
        for word in words:
            _, token = self.words[word]
            at = word - token.i
            if (token.head + at not in words or token.head == token.i) and token.pos not in {"PUNCT", "SPACE", "DET"}:
                return word
        return words[0] if words else None

    def find_heads(self, marks: Iterable[tuple[int, int]]) -> Words:
        """The heads of stretches, in order, each once."""
        heads = {head for start, end in marks if (head := self.find_head(self.cover(start, end))) is not None}
        return sorted(heads)


def find_within(text: str, context: str, part: str) -> tuple[int, int] | None:
    """Where a string stands within a stretch of the text that is there once."""
    first = text.find(context)
    start = text.find(part, first, first + len(context)) if first >= 0 and part else -1
    return (start, start + len(part)) if start >= 0 else None


def find_nearest(text: str, part: str, place: int) -> tuple[int, int] | None:
    """Where a string stands nearest to a place."""
    places = [m.start() for m in re.finditer(re.escape(part), text)] if part else []
    start = min(places, key=lambda p: abs(p - place), default=None)
    return None if start is None else (start, start + len(part))


def read_gold(folder: Path) -> Iterator[dict[str, Any]]:
    """The annotated articles: events, their repeats and attributions."""
    for file in sorted((folder / "gold").glob("*.json")):
        told = json.loads(file.read_text(encoding="utf-8"))
        text = Text(
            file.stem, (folder / "text" / f"{file.stem}.txt").read_bytes().decode("utf-8").replace("\r\n", "\n")
        )
        events = []
        for event in told["events"]:
            kinds = [NUMBER[event["type"]], *(NUMBER[kind] for kind in event.get("also") or ())]
            whole = True
            for mark in (event, *(event.get("repeats") or ())):
                place = find_within(text.text, mark["context"], mark["trigger"])
                trigger = text.find_head(text.cover(*place)) if place else None
                if place is None or trigger is None:
                    continue
                sides = [
                    text.find_heads(
                        found for party in event[side] if (found := find_nearest(text.text, party["text"], place[0]))
                    )
                    for side in ("actors", "recipients")
                ]
                events.append(make_event(trigger, kinds, sides, whole=whole))
                whole = False
        yield text.make_row() | {"sayings": read_sayings(text, told), "events": events, "every_event": True}


def make_event(trigger: int, kinds: Sequence[int], sides: Sequence[Words], *, whole: bool) -> dict[str, Any]:
    """An event as a row has it."""
    return {"trigger": trigger, "type": kinds, "actors": sides[0], "recipients": sides[1], "whole": whole}


def read_sayings(text: Text, told: dict[str, Any]) -> list[dict[str, Words]]:
    """The attributions that have a cue and a content, as words."""
    sayings = []
    for mark in told["attributions"]:
        cue = find_within(text.text, mark["context"], mark["cue"])
        if cue is None or not mark["content"]:
            continue
        content = find_nearest(text.text, mark["content"], cue[0])
        source = find_nearest(text.text, mark["source_text"], cue[0]) if mark["source_text"] else None
        words = {
            "source": text.cover(*source) if source else [],
            "cue": text.cover(*cue),
            "content": text.cover(*content) if content else [],
        }
        if words["cue"] and words["content"]:
            sayings.append(words)
    return sayings


def name_types(root: str) -> list[int]:
    """A root's number; YIELD is either concession or retreat."""
    return [NUMBER["CONCEDE"], NUMBER["RETREAT"]] if root == "YIELD" else [NUMBER[OLD.get(root, root)]]


def read_plv(file: Path) -> Iterator[dict[str, Any]]:
    """The marked sentences of PLV; only the marks and the root are read."""
    with file.open(encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.DictReader(lines, delimiter="\t")):
            marked = row["marked_sentence"]
            yield make_pair(f"plv-{number}", marked, row.get("gold_root") or "") | {"group": strip_marks(marked)[0]}


def make_pair(name: str, marked: str, root: str) -> dict[str, Any]:
    """A sentence with a source and a target in tags. An empty root is for one to be coded."""
    plain, places = strip_marks(marked)
    text = Text(name, plain)
    sides = [text.cover(*places[side]) if side in places else [] for side in "st"]
    return text.make_row() | {"pair": [*sides, name_types(root) if root else []]}


def read_plover(file: Path) -> Iterator[dict[str, Any]]:
    """PLOVER's own records whose markup stands within their text."""
    for record in json.loads(file.read_text(encoding="utf-8")):
        told = record.get("textInfo")
        markup = told.get("markup", "") if isinstance(told, dict) else ""
        kind = OLD.get(record["event"], record["event"])
        if kind not in NUMBER or "(EVT:" not in markup:
            continue
        marks: dict[str, list[tuple[int, int]]] = {"SRC": [], "TAR": [], "EVT": []}
        plain, at = "", 0
        for mark in MARK.finditer(markup):
            plain += markup[at : mark.start()]
            for side in mark[1].split("/"):
                marks[side].append((len(plain), len(plain) + len(mark[2])))
            plain += mark[2]
            at = mark.end()
        text = Text(record["id"], plain + markup[at:])
        trigger = text.find_head(text.cover(*marks["EVT"][0])) if marks["EVT"] else None
        if trigger is not None:
            sides = [text.find_heads(marks[side]) for side in ("SRC", "TAR")]
            yield text.make_row() | {"events": [make_event(trigger, [NUMBER[kind]], sides, whole=True)]}


def main() -> None:
    """Write the rows and say how many."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--plv", type=Path)
    parser.add_argument("--plover", type=Path)
    options = parser.parse_args()
    readers = ((options.gold, read_gold), (options.plv, read_plv), (options.plover, read_plover))
    with gzip.open(options.out, "wt", encoding="utf-8") as out:
        for file, reader in readers:
            rows = 0
            for row in reader(file) if file else ():
                rows += 1
                out.write(json.dumps(row, separators=(",", ":")) + "\n")
            sys.stdout.write(f"{file} {rows}\n")


if __name__ == "__main__":
    main()
