"""Readings into the store, one transaction each, so that a kill at any moment loses at most the one in hand."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2s
from pathlib import Path
from sqlite3 import Connection
from types import TracebackType
from typing import Self

from coranto.model.article import Article
from coranto.model.evidence import NO_EVIDENCE, Evidence
from coranto.model.reading import Reading, Run
from coranto.store import evidence as marks
from coranto.store.flatten import Row, flatten_reading
from coranto.store.folding import fold_words
from coranto.store.schema import connect_to_write, transact, translate_errors


def open_store(path: Path | str) -> Writer:
    """The store at the path, made where it is missing, to be written to.

    Raises StoreError: not a database, of another program, of a newer version, locked, or not writable.
    """
    file = Path(path)
    return Writer(connect_to_write(file), file)


def make_stamp(run: Run, article: Article | None = None, evidence: Evidence = NO_EVIDENCE) -> str:
    """A hash of the versions that read, of the article as the intake gave it (with its date and outlet), and of what
    other articles show about it.

    An article stored under the same id and stamp need not be read again.
    """
    content = blake2s(run.model_dump_json().encode(), digest_size=12)
    if article is not None:
        content.update(b"\0" + article.model_dump_json().encode())
    for shown in (evidence.recurring, evidence.names):
        if shown:
            content.update("\0".join(("", *sorted(shown))).encode("utf-8", "surrogatepass"))
    return content.hexdigest()


class Writer:
    """An open store; a context manager that closes it."""

    def __init__(self, connection: Connection, path: Path) -> None:
        self.path = path
        self._connection = connection
        with translate_errors(path):
            self._failing = {source for (source,) in self._connection.execute("SELECT DISTINCT source FROM failures")}
        self._failed_now: set[str] = set()
        self._met: set[tuple[str, str]] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; everything written is in it already."""
        self._connection.close()

    def is_current(self, article: str, stamp: str) -> bool:
        """Whether the article of this id is stored with this stamp."""
        with translate_errors(self.path):
            found = self._connection.execute("SELECT stamp FROM articles WHERE id = ?", (article,)).fetchone()
        return found is not None and found[0] == stamp

    def register(self, articles: Sequence[Article]) -> None:
        """Keep what the articles, about to be read, show about others."""
        if articles:
            with translate_errors(self.path), transact(self._connection):
                marks.register(self._connection, articles)

    def find_evidence(self, article: Article) -> Evidence:
        """What the articles that are registered or stored show about this one."""
        with translate_errors(self.path):
            return marks.find_evidence(self._connection, article)

    def settle_marks(self) -> None:
        """Drop what articles show that never came into the store; make up for what stored ones lack."""
        with translate_errors(self.path), transact(self._connection):
            marks.settle_marks(self._connection)

    def write(self, reading: Reading, stamp: str | None = None) -> None:
        """Store the reading in one transaction, in place of any former one of the same article."""
        content = reading.model_dump_json().encode()
        article = reading.article
        row: Row = {
            "id": article.id,
            "source": article.source,
            "sha256": article.sha256,
            "outlet": article.outlet,
            "outlet_folded": fold_words(article.outlet or ""),
            "title": article.title,
            "url": article.url,
            "published": article.published.value.isoformat() if article.published.value else None,
            "basis": article.published.basis,
            "language": article.language,
            "text": article.text,
            "events": len(reading.events),
            "attributions": len(reading.attributions),
            "run": reading.run.model_dump_json(),
            "stamp": make_stamp(reading.run) if stamp is None else stamp,
        }
        rows = list(flatten_reading(reading))
        with translate_errors(self.path), transact(self._connection):
            self._connection.execute("DELETE FROM articles WHERE id = ?", (article.id,))
            number = _insert(self._connection, "articles", row | {"reading": zlib.compress(content, 6)})
            for table, child in rows:
                _insert(self._connection, table, {"article": number, **child})
            self._clear_failures(article.source)

    def fail(self, source: str, reason: str) -> None:
        """Note that the input could not be read; what was noted of it in former runs goes."""
        with translate_errors(self.path), transact(self._connection):
            self._clear_failures(source)
            self._failed_now.add(source)
            self._connection.execute("INSERT OR IGNORE INTO failures VALUES (?, ?)", (source, reason))

    def forget(self, sources: Iterable[str]) -> None:
        """Drop what failed in former runs of these files, and of the lines in them (`file.jsonl:12`)."""
        if self._failing:
            seen = set(sources)
            with translate_errors(self.path), transact(self._connection):
                for source in sorted(self._failing):
                    if source in seen or source.rpartition(":")[0] in seen:
                        self._clear_failures(source)

    def skip(self, source: str) -> None:
        """Note that the input is stored and current: what failed of it in former runs goes."""
        if source in self._failing:
            with translate_errors(self.path), transact(self._connection):
                self._clear_failures(source)

    def meet(self, article: str, source: str) -> None:
        """Note that the article is among the inputs of this run."""
        self._met.add((source, article))

    def count_former(self) -> int:
        """How many articles are stored under the source of one that was met, but were not met themselves."""
        return len(self._find_former())

    def drop_former(self) -> None:
        """Remove those articles: texts that a file held before it was changed."""
        former = self._find_former()
        if former:
            with translate_errors(self.path), transact(self._connection):
                self._connection.executemany("DELETE FROM articles WHERE id = ?", [(article,) for article in former])

    def _find_former(self) -> list[str]:
        sources = {source for source, _ in self._met}
        with translate_errors(self.path):
            stored = self._connection.execute("SELECT source, id FROM articles ORDER BY source, id")
            return [article for source, article in stored if source in sources and (source, article) not in self._met]

    def forget_all(self) -> int:
        """Drop all that is noted of inputs that failed; returns how many lines."""
        with translate_errors(self.path), transact(self._connection):
            self._failing.clear()
            return self._connection.execute("DELETE FROM failures").rowcount

    def _clear_failures(self, source: str) -> None:
        if source in self._failing and source not in self._failed_now:
            self._connection.execute("DELETE FROM failures WHERE source = ?", (source,))
            self._failing.discard(source)


def _insert(connection: Connection, table: str, row: Mapping[str, object]) -> int | None:
    names = ", ".join(row)
    marks = ", ".join("?" * len(row))
    return connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(row.values())).lastrowid
