"""Web pages flattened to plain text, each character labelled article, furniture or neither by the page's gold text."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from coranto.clean.language import detect_language

SKIPPED = {"script", "style", "noscript", "template", "svg", "head", "iframe", "object", "select", "textarea", "math"}
INLINE = {
    *(
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "s",
    ),
    *("small", "span", "strong", "sub", "sup", "time", "tt", "u", "wbr", "data", "dfn", "samp", "var", "del", "strike"),
}
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
WORD = re.compile(r"\w+")
DAY = re.compile(
    r"(?i)\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2}\b|"
    r"\b\d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\b(?:19|20)\d\d-\d\d-\d\d|"
    r"\b\d{1,2}[/.]\d{1,2}[/.](?:19|20)?\d\d\b"
)
ARTICLE, FURNITURE, NEITHER = "a", "f", "-"


@dataclass(frozen=True, slots=True)
class FlatPage:
    """A page's visible text, a line a block; `labels` has a letter for each character of the text."""

    name: str
    site: str
    title: str | None
    text: str
    labels: str


def find_pages(folder: Path) -> Iterator[FlatPage]:
    """The pages of scrapinghub and fundus under the folder whose gold text is English, in order of name."""
    truth_file = folder / "scrapinghub" / "ground-truth.json"
    if truth_file.is_file():
        for name, truth in sorted(json.loads(truth_file.read_text(encoding="utf-8")).items()):
            markup = _read(truth_file.parent / "html" / f"{name}.html.gz")
            if detect_language(truth["articleBody"]) != "en":
                continue
            site = urlsplit(truth["url"]).netloc.removeprefix("www.")
            yield label_page((name, site), markup, truth["articleBody"], None, ())
    for path in sorted((folder / "fundus").rglob("*.html.gz")):
        found = _find_expected(path)
        if found is None:
            continue
        body, title, authors = found
        if detect_language(body) == "en":
            yield label_page((path.name, path.name.split("_")[0]), _read(path), body, title, authors)


def split_pages(pages: Iterable[FlatPage]) -> tuple[list[FlatPage], list[FlatPage]]:
    """Two halves by site, so that none is in both: the even ones to develop on, the odd ones to report."""
    pages = list(pages)
    sites = {site: i % 2 for i, site in enumerate(sorted({page.site for page in pages}))}
    return [p for p in pages if not sites[p.site]], [p for p in pages if sites[p.site]]


def _read(path: Path) -> str:
    return gzip.decompress(path.read_bytes()).decode("utf-8", "replace")


def _find_expected(path: Path) -> tuple[str, str | None, tuple[str, ...]] | None:
    """What fundus expects of a page: the record whose title stands in it and whose day of crawl is nearest."""
    outlet = path.name.split("_")[0]
    file = path.parent / f"{outlet}.json"
    if not file.is_file():
        return None
    markup = " ".join(WORD.findall(_read(path)))
    best: tuple[float, Any] = (0.0, None)
    for record in json.loads(file.read_text(encoding="utf-8")).values():
        lines = _list_lines(record["body"])
        there = [" ".join(WORD.findall(line)) in markup for line in lines]
        share = sum(there) / len(there) if there else 0.0
        if share > best[0]:
            best = (share, record)
    if best[1] is None or best[0] < 0.5:
        return None
    record = best[1]
    return "\n".join(_list_lines(record["body"])), record.get("title"), tuple(record.get("authors") or ())


def _list_lines(body: dict[str, Any]) -> list[str]:
    lines = list(body.get("summary") or [])
    for section in body.get("sections") or []:
        lines += [*section["headline"], *section["paragraphs"]]
    return lines


def flatten_page(markup: str) -> str:
    """The page's visible text: a line for each block, white space as one blank, nothing of the markup."""
    from lxml import html

    root = html.document_fromstring(markup.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8"))
    pieces: list[str] = []
    _collect(root, pieces)
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)


def _collect(root: Any, pieces: list[str]) -> None:
    # A stack instead of recursion: pages nest deeply.
    stack: list[tuple[Any, bool]] = [(root, False)]
    while stack:
        element, closing = stack.pop()
        tag = element.tag if isinstance(element.tag, str) else None
        block = tag is not None and tag not in INLINE
        if closing:
            pieces += ["\n"] if block else []
            pieces.append(" ".join((element.tail or "").split("\n")))
            continue
        if (
            tag is None
            or tag in SKIPPED
            or element.get("hidden") is not None
            or HIDDEN.search(element.get("style", ""))
        ):
            pieces.append(" ".join((element.tail or "").split("\n")))
            continue
        pieces += ["\n"] if block else []
        pieces.append(" ".join((element.text or "").split("\n")))
        stack.append((element, True))
        stack += [(child, False) for child in reversed(element)]


def label_page(name: tuple[str, str], markup: str, gold: str, title: str | None, authors: tuple[str, ...]) -> FlatPage:
    """The page flattened, under its name and site.

    Words aligned with the gold text are article; title, byline and date lines are neither.
    """
    text = flatten_page(markup)
    title = title or _find_heading(markup)
    spots = [found.span() for found in WORD.finditer(text)]
    words = [text[first:last].casefold() for first, last in spots]
    wanted = [word.casefold() for word in WORD.findall(gold)]
    matched = bytearray(len(words))
    for at, _, size in SequenceMatcher(None, words, wanted).get_matching_blocks():
        if size >= 3:
            matched[at : at + size] = b"\1" * size
        elif size:
            line_first = text.rfind("\n", 0, spots[at][0]) + 1
            line_last = (text.find("\n", spots[at][0]) + 1 or len(text) + 1) - 1
            if not WORD.search(text, line_first, spots[at][0]) and not WORD.search(
                text, spots[at + size - 1][1], line_last
            ):
                matched[at : at + size] = b"\1" * size
    return FlatPage(*name, title, text, _label_lines(text, spots, matched, (title, authors)))


def _find_heading(markup: str) -> str | None:
    from lxml import html

    root = html.document_fromstring(markup.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8"))
    for path in ("//meta[@property='og:title']/@content", "//h1//text()", "//title//text()"):
        found = " ".join(" ".join(root.xpath(path)[:1]).split())
        if found:
            return found
    return None


def _label_lines(
    text: str, spots: list[tuple[int, int]], matched: bytearray, known: tuple[str | None, tuple[str, ...]]
) -> str:
    title, authors = known
    named = set(_fold(title or ""))
    labels: list[str] = []
    at = start = 0
    for line in text.split("\n"):
        first = at
        while at < len(spots) and spots[at][0] < start + len(line):
            at += 1
        inside = list(matched[first:at])
        share = sum(inside) / len(inside) if inside else 0.0
        if share >= 0.9:
            labels.append(ARTICLE * len(line))
        elif share > 0.1:
            labels.append(_label_parts(line, start, spots[first:at], inside))
        else:
            words = _fold(line)
            heading = bool(named) and len(words) >= 3 and len(named & set(words)) >= 0.8 * max(len(named), len(words))
            author = any(a.casefold() in line.casefold() for a in authors) or line.casefold().startswith("by ")
            dated = len(words) <= 12 and bool(DAY.search(line))
            neither = heading or dated or (author and len(words) <= 12)
            labels.append((NEITHER if neither else FURNITURE) * len(line))
        labels.append(NEITHER)
        start += len(line) + 1
    return "".join(labels)[: len(text)]


def _label_parts(line: str, start: int, spots: list[tuple[int, int]], inside: list[int]) -> str:
    """A line of both: up to three strange words between words of the article count as its own."""
    kept = [i for i, flag in enumerate(inside) if flag]
    letters = [FURNITURE] * len(line)
    for before, now in zip([kept[0], *kept], kept, strict=False):
        begin = spots[before][0] if now - before <= 4 else spots[now][0]
        letters[begin - start : spots[now][1] - start] = [ARTICLE] * (spots[now][1] - begin)
    return "".join(letters)


def _fold(text: str) -> list[str]:
    return [word.casefold() for word in WORD.findall(text)]
