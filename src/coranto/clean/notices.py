"""Paragraphs in which a page speaks to its reader or of itself: offers, requests, terms, notes on how it was made."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import product

from coranto.model.article import FurnitureKind
from coranto.model.span import Range
from coranto.resources import read_yaml

TOKEN = re.compile(r"[$£€]?\d[\d,.]*|@\w+|[^\W\d_]+(?:['’-][^\W\d_]+)*")
QUOTED = re.compile(r"[“\"][^“”\"]*[”\"]?")
ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.\w+")
SIGNED = re.compile(r"[—–-] [^—–()]{2,50} \(@\w+\)")
"""The author of a post that an article quotes."""
STATES = re.compile(r"\bUS\b")
"""(That is no word for the writers.)"""
SAID = frozenset("said says told tells added asked argued tweeted according denied claimed claims".split())
READER = frozenset("you your yours our please".split())
HINTS = (
    *("you", "our ", " us ", "please", "sign", "subscri", "newsletter", "contribut", "click", "copyright", "rights"),
    *("cookie", "follow", "comment", "privacy", "@", "report", "writer", "edited", "editing", "publish", "updated"),
    *("donat", "support", "photo", "image", "picture", "this story", "this article", "this post", "this page", "inbox"),
    *("twitter", "facebook", "terms", "permission", "reached", "opinions", "views", "paywall", "funded", "nonprofit"),
    *("delayed", "supplied", "translat", "appeared", "sponsor", "related", "browser", "video", "podcast", "download"),
)
"""One of these is in any notice of some length."""
PLAIN = 120
"""Characters of a paragraph from which it is looked through for the hints first."""
LONGEST = 900
"""Characters of a paragraph that may be a notice."""
YOU = re.compile(r"\b[Yy]our?\b")
ADVISED = 6
ADVICE = 2
"""Paragraphs that speak to the reader in an article of advice, and the points asked there beyond the usual ones."""
ENOUGH = 3
WEAK = 2
"""Points of single words at most, where the reader is spoken to; and from which on that is worth one more."""
BRIEF = 35
"""Words of a paragraph in which single words count."""
SHORT, STEP = 25, 20
"""Words that the first points answer for, and each one more."""


@dataclass(slots=True)
class Node:
    """Where words of a phrase lead: to the next word, and to the points of a phrase that ends here."""

    next: dict[str, Node] = field(default_factory=dict)
    points: int = 0
    kind: FurnitureKind = "other"


@cache
def load_phrases() -> Node:
    """The phrases as a tree of words."""
    root = Node()
    for kind, levels in read_yaml("furniture/notices.yaml")["phrases"].items():
        for points, phrases in levels.items():
            for phrase in phrases:
                for words in product(*(slot.split("|") for slot in str(phrase).split())):
                    _grow(root, words, int(points), kind)
    return root


def _grow(root: Node, words: Sequence[str], points: int, kind: FurnitureKind) -> None:
    node = root
    for word in words:
        node = node.next.setdefault(word, Node())
    if points > node.points:
        node.points, node.kind = points, kind


@cache
def load_words(name: str) -> frozenset[str]:
    """Words that begin an order (`orders`), or that tell of a page's services once it speaks to the reader."""
    return frozenset(read_yaml("furniture/notices.yaml")[name].split())


def find_notices(text: str, paragraphs: Sequence[Range]) -> Iterator[tuple[int, FurnitureKind]]:
    """The numbers of the paragraphs that are notices, with their kind.

    Where the article speaks to its reader throughout (advice, a test of goods), more points are asked.
    """
    more = ADVICE if gives_advice(text, paragraphs) else 0
    for i, (first, last) in enumerate(paragraphs):
        if last - first > LONGEST:
            continue
        line = text[first:last]
        if last - first > PLAIN:
            small = line.casefold()
            if not any(hint in small for hint in HINTS):
                continue
        kind = read_notice(line, more)
        if kind:
            yield i, kind


def gives_advice(text: str, paragraphs: Sequence[Range]) -> bool:
    """Whether a third of the longer paragraphs speak to the reader, six at least."""
    long = [text[first:last] for first, last in paragraphs if last - first > PLAIN]
    told = sum(YOU.search(line) is not None and "“" not in line and '"' not in line for line in long)
    return told >= ADVISED and told * 3 >= len(long)


def read_notice(line: str, more: int = 0) -> FurnitureKind | None:
    """The kind of notice that a paragraph is; None where its phrases, quotations left out, have too few points.

    `more` are points asked beyond what is usual.
    """
    if SIGNED.search(line):
        return None
    plain = QUOTED.sub(" ", line) if "“" in line or '"' in line else line
    words = split_words(plain)
    points, kind = count_points(words)
    if not points and len(words) > SHORT:
        return None
    if points and ADDRESS.search(plain):
        points += 1
    reader = any(word in READER for word in words)
    if len(words) <= BRIEF and (reader or words[1] in load_words("orders")):
        named = min(WEAK, len(load_words("services").intersection(words)))
        points += named + (points + named >= WEAK and (reader or named > 0))
    if any(word in SAID for word in words):
        points -= 2 * ENOUGH
    longer = max(0, line.count(" ") + 1 - SHORT)
    return kind if points >= ENOUGH + more + -(-longer // STEP) else None


def split_words(line: str) -> list[str]:
    """The words as phrases have them: small letters, numbers as 0 and amounts as $0."""
    words = ["^"]
    for found in TOKEN.findall(STATES.sub("U.S.", line).casefold().replace("’", "'")):
        head = found[0]
        if head.isdigit():
            words.append("0")
        elif head in "$£€":
            words.append("$0")
        elif "-" in found:
            words += found.split("-")
        else:
            words.append("@_" if head == "@" else found)
    words.append("$")
    return words


def count_points(words: Sequence[str]) -> tuple[int, FurnitureKind]:
    """The points of the phrases in the words, from the left and the longest first, and the kind that has most."""
    found: dict[FurnitureKind, int] = {}
    counted: set[int] = set()
    root = load_phrases().next
    at = 0
    while at < len(words):
        best, size = None, 1
        if words[at] in root:
            best, size = _follow(words, at)
        if best and id(best) not in counted:
            counted.add(id(best))
            found[best.kind] = found.get(best.kind, 0) + best.points
        at += size
    return sum(found.values()), max(found, key=lambda kind: found[kind], default="other")


def _follow(words: Sequence[str], at: int) -> tuple[Node | None, int]:
    """The phrase of most points that begins at a word, of equal ones the longest, and its number of words."""
    best: Node | None = None
    size = 1
    nodes = [load_phrases().next[words[at]]]
    taken = 1
    while nodes:
        for node in nodes:
            if node.points and (best is None or node.points >= best.points):
                best, size = node, taken
        if at + taken >= len(words):
            break
        word = words[at + taken]
        nodes = [after for node in nodes for after in (node.next.get(word), node.next.get("_")) if after]
        taken += 1
    return best, size
