"""Articles out of files and folders."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from coranto.config import Limits
from coranto.errors import DecodeError, InputError, TooLargeError
from coranto.intake.decode import decode_bytes
from coranto.intake.details import Details, Failure, mend_surrogates
from coranto.intake.files import FoundFile, find_files, read_bytes
from coranto.intake.html import read_page
from coranto.intake.jsonl import Given, read_lines, read_objects
from coranto.intake.sidecars import TABLE, Shelf, is_sidecar, name_beside, read_beside, read_shelf
from coranto.model.article import Article, Published
from coranto.model.ids import make_id

__all__ = ["Failure", "find_articles", "make_article"]

LINES = {".jsonl", ".ndjson"}
PAGES = {".html", ".htm", ".xhtml"}
TEXTS = {"", ".txt", ".text", ".md"}


def find_articles(paths: Sequence[Path], limits: Limits) -> Iterator[Article | Failure]:
    """The articles of the files and folders, one at a time; what cannot be read is a Failure, and the rest goes on.

    Read are plain text, HTML, JSONL and JSON, each also packed as .gz. A folder's files come in sorted order. An
    article that a JSONL file holds twice, with one id and one text, comes once.
    """
    shelf, folder = Shelf(), None
    for file in find_files(paths):
        if isinstance(file, Failure):
            yield file
            continue
        if file.path.parent != folder:
            folder = file.path.parent
            shelf, problems = read_shelf(folder, name_beside(file.source, TABLE), limits)
            yield from problems
        try:
            yield from _read_file(file, shelf, limits)
        except InputError as error:
            yield Failure(file.source, str(error))


def make_article(  # noqa: PLR0913 (the one constructor)
    text: str,
    *,
    source: str = "text",
    sha256: str = "",
    outlet: str | None = None,
    title: str | None = None,
    url: str | None = None,
    byline: tuple[str, ...] = (),
    published: Published = Published(),  # noqa: B008 (frozen)
    language: str | None = None,
) -> Article:
    """An article of the text; its id follows from source and text. Lone surrogates become U+FFFD, one for one."""
    text = mend_surrogates(text)
    return Article(
        id=make_id("article", source, text),
        source=source,
        sha256=sha256 or _hash_text(text),
        outlet=outlet,
        title=title,
        url=url,
        byline=byline,
        published=published,
        language=language,
        text=text,
    )


def _read_file(file: FoundFile, shelf: Shelf, limits: Limits) -> Iterator[Article | Failure]:
    given = shelf.find_details(file.path.name)
    if file.ending in LINES:
        yield from _read_given(read_lines(file, limits), given, limits)
        return
    if is_sidecar(file):
        return
    data = read_bytes(file, limits)
    if not data.strip():
        yield Failure(file.source, f"{file.source} is empty")
        return
    if file.ending == ".json":
        yield from _read_given(read_objects(data, file.source), given, limits)
        return
    beside, problem = read_beside(file, limits)
    if problem:
        yield problem
    given = beside.over(given)
    if file.ending in PAGES:
        page = read_page(decode_bytes(data, file.source, html=True), file.source)
        text, details = page.text, given.over(page.details)
    else:
        text, details = _decode_text(data, file), given
    if not text.strip():
        yield Failure(file.source, f"{file.source} is empty")
        return
    yield _finish(Given(file.source, text, details), sha256(data).hexdigest(), limits)


def _decode_text(data: bytes, file: FoundFile) -> str:
    try:
        return decode_bytes(data, file.source)
    except DecodeError as error:
        if file.ending in TEXTS:
            raise
        raise DecodeError(f"{error}; {file.ending} is no ending that Coranto knows") from error


def _read_given(found: Iterator[Given | Failure], defaults: Details, limits: Limits) -> Iterator[Article | Failure]:
    seen: set[str] = set()
    for item in found:
        if isinstance(item, Failure):
            yield item
            continue
        if item.problem:
            yield Failure(item.source, item.problem)
        try:
            article = _finish(Given(item.source, item.text, item.details.over(defaults)), "", limits)
        except InputError as error:
            yield Failure(item.source, str(error))
            continue
        if article.id not in seen:
            seen.add(article.id)
            yield article


def _finish(given: Given, digest: str, limits: Limits) -> Article:
    if len(given.text) > limits.max_chars:
        raise TooLargeError(
            f"{given.source}: a text of {len(given.text):,} characters, past {limits.max_chars:,}; "
            "split it, or raise max_chars"
        )
    details = given.details
    return make_article(
        given.text,
        source=given.source,
        sha256=digest,
        outlet=details.outlet,
        title=details.title,
        url=details.url,
        byline=details.byline,
        published=details.published,
        language=details.language,
    )


def _hash_text(text: str) -> str:
    return sha256(text.encode("utf-8")).hexdigest()
