"""Questions to a store."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from sqlite3 import Connection, OperationalError, Row
from types import TracebackType
from typing import TYPE_CHECKING, Self, Unpack, get_args

from coranto.errors import NotFoundError, StoreError, UsageError
from coranto.model.attribution import Act
from coranto.model.event import AUTHOR, EventType
from coranto.model.identity import Identity
from coranto.model.reading import Reading
from coranto.store.filling import fill_reading, list_known_identities
from coranto.store.flatten import Cell
from coranto.store.folding import fold_words
from coranto.store.mapping import read_article, read_attribution, read_date, read_event, read_hit
from coranto.store.registers import list_filled
from coranto.store.rows import (
    ArticleRow,
    AttributionQuery,
    AttributionRow,
    EventQuery,
    EventRow,
    FailureRow,
    Hit,
    Summary,
)
from coranto.store.schema import DAMAGED, connect_to_read, translate_errors

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

_CODES = re.compile(r"([A-Z]{3})(?: ([A-Z]{3}))?")
_TERM = re.compile(r'"[^"]+"|[^\s"]+')
_ORDER = "a.published IS NULL, a.published, a.source, a.id"
_PARTIES = """(SELECT json_group_array(json_array(name, country, sector, entity, basis, json(identifiers))) FROM (
    SELECT p.name, coalesce(p.country, f.country) AS country, coalesce(p.sector, f.sector) AS sector, p.entity,
        CASE WHEN coalesce(f.country, f.sector) IS NULL THEN NULL ELSE 'register' END AS basis,
        coalesce(f.identifiers, '{{}}') AS identifiers
    FROM parties p LEFT JOIN filled f ON f.article = p.article AND f.entity = p.entity
    WHERE p.article = e.article AND p.event = e.position AND p.side = '{side}' ORDER BY p.position
))"""
_KNOWN = """coalesce({own}_country, k.country) AS known_country, coalesce({own}_sector, k.sector) AS known_sector,
    CASE WHEN coalesce(k.country, k.sector) IS NULL THEN NULL ELSE 'register' END AS known_basis,
    coalesce(k.identifiers, '{{}}') AS known_identifiers"""
_SPEAKER = """LEFT JOIN speakers s ON s.article = {attribution[0]} AND s.attribution = {attribution[1]}
LEFT JOIN filled k ON k.article = s.article AND k.entity = s.entity"""
_EVENTS = f"""SELECT e.*, a.id AS article_id, a.source, a.outlet, a.title, a.published,
    {_PARTIES.format(side="actor")} AS actor_list, {_PARTIES.format(side="recipient")} AS recipient_list,
    {_KNOWN.format(own="e.holder")}
FROM events e JOIN articles a ON a.number = e.article {_SPEAKER.format(attribution=("e.article", "e.holder"))}"""
_ATTRIBUTIONS = f"""SELECT t.*, a.id AS article_id, a.source AS article_source, a.outlet, a.published,
    {_KNOWN.format(own="t.source")}
FROM attributions t JOIN articles a ON a.number = t.article {_SPEAKER.format(attribution=("t.article", "t.id"))}"""
_ARTICLES = """SELECT id, source, sha256, outlet, title, url, published, basis, language, events, attributions
FROM articles a"""


class EventRows(list[EventRow]):
    """Events, also as a data frame."""

    def to_pandas(self) -> pd.DataFrame:
        """One row an event. Raises UsageError where pandas is not installed."""
        from coranto.store.frames import build_pandas

        return build_pandas(self)

    def to_polars(self) -> pl.DataFrame:
        """One row an event. Raises UsageError where polars is not installed."""
        from coranto.store.frames import build_polars

        return build_polars(self)


class Store:
    """A store to be read; a context manager. Another program may write to the file meanwhile."""

    def __init__(self, connection: Connection, path: Path) -> None:
        self.path = path
        self._connection = connection
        connection.row_factory = Row

    @classmethod
    def open(cls, path: Path | str) -> Self:
        """The store at the path. Raises NotFoundError or StoreError."""
        file = Path(path)
        return cls(connect_to_read(file), file)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Store({str(self.path)!r})"

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def events(self, **wanted: Unpack[EventQuery]) -> EventRows:
        """The events asked for, by date, then article and place in the text. Raises UsageError for an unknown type."""
        conditions = _Conditions()
        types = _read_types(wanted.get("type"))
        if types:
            conditions.add(f"e.type IN ({', '.join('?' * len(types))})", *types)
        for side in ("actor", "recipient"):
            words = wanted.get(side)
            if isinstance(words, str):
                test, values = _match_name(
                    words, "p.folded", "coalesce(p.country, f.country)", "coalesce(p.sector, f.sector)"
                )
                # (Who is called so in other articles is meant too.)
                conditions.add(
                    "EXISTS (SELECT 1 FROM parties p LEFT JOIN filled f ON f.article = p.article"
                    " AND f.entity = p.entity WHERE p.article = e.article AND p.event = e.position"
                    f" AND p.side = '{side}' AND ({test} OR p.entity IN (SELECT m.entity FROM members m"
                    " JOIN identities i ON i.id = m.identity WHERE instr(i.folded, ?) > 0)))",
                    *values,
                    _fold(words),
                )
        since, until = _read_day(wanted.get("since")), _read_day(wanted.get("until"))
        if since:
            conditions.add("coalesce(e.date_end, e.date_start) >= ?", since)
        if until:
            conditions.add("coalesce(e.date_start, e.date_end) <= ?", until)
        holder = wanted.get("holder")
        if holder == AUTHOR:
            conditions.add("e.holder = ?", AUTHOR)
        elif holder is not None:
            test, values = _match_name(holder, "e.holder_folded", "known_country", "known_sector")
            conditions.add(f"e.holder <> '{AUTHOR}' AND {test}", *values)
        conditions.add_article(wanted.get("outlet"), wanted.get("article"))
        order = (
            f"coalesce(e.date_start, a.published) IS NULL, coalesce(e.date_start, a.published), {_ORDER}, e.position"
        )
        return EventRows(map(read_event, self._rows(conditions.query(_EVENTS, order, wanted.get("limit")))))

    def attributions(self, **wanted: Unpack[AttributionQuery]) -> list[AttributionRow]:
        """The attributions asked for, by article and place in the text. Raises UsageError for an unknown act."""
        conditions = _Conditions()
        source, act = wanted.get("source"), wanted.get("act")
        if source:
            test, values = _match_name(source, "t.source_folded", "known_country", "known_sector")
            conditions.add(test, *values)
        if act:
            if act not in get_args(Act):
                raise UsageError(f"unknown act {act!r}; known are {', '.join(get_args(Act))}")
            conditions.add("t.act = ?", act)
        conditions.add_article(wanted.get("outlet"), wanted.get("article"))
        query = conditions.query(_ATTRIBUTIONS, f"{_ORDER}, t.position", wanted.get("limit"))
        return [read_attribution(row) for row in self._rows(query)]

    def articles(self) -> list[ArticleRow]:
        """Every article, by date of publication (unknown last), then source."""
        return [read_article(row) for row in self._rows((f"{_ARTICLES} ORDER BY {_ORDER}", ()))]

    def readings(self) -> Iterator[Reading]:
        """Every reading, in the order of `articles`, one at a time."""
        for line in self.lines():
            yield self._read(line)

    def lines(self) -> Iterator[bytes]:
        """Every reading as its canonical JSON (no line break in it), in the order of `articles`.

        Entities that an imported register tells of have its identifiers, and what it fills in of country and sector.
        """
        # (First the ids alone: to sort the readings themselves would hold them all.)
        ids = [row["id"] for row in self._rows((f"SELECT id FROM articles a ORDER BY {_ORDER}", ()))]
        for name in ids:
            for row in self._rows(("SELECT number, reading FROM articles WHERE id = ?", (name,))):
                yield self._fill(self._unpack(row["reading"]), row["number"])

    def reading(self, key: str) -> Reading:
        """The reading of an article: by id, by source, by the first signs of its id, or by the end of its source.

        Raises NotFoundError where none or several fit.
        """
        found = self._find_article(key)
        (row,) = self._rows(("SELECT number, reading FROM articles WHERE id = ?", (found,)))
        return self._read(self._fill(self._unpack(row["reading"]), row["number"]))

    def failures(self) -> list[FailureRow]:
        """The inputs that could not be read, by source."""
        query = ("SELECT source, reason FROM failures ORDER BY source, reason", ())
        return [FailureRow(row["source"], row["reason"]) for row in self._rows(query)]

    def search(self, words: str, limit: int | None = None) -> list[Hit]:
        """Articles with all the words (or "phrases" in quotation marks, or beginnings*), best first."""
        terms = [_quote_term(term) for term in _TERM.findall(words)]
        terms = [term for term in terms if term]
        if not terms:
            raise UsageError("search needs at least one word")
        query = """SELECT a.id, a.source, a.title, a.outlet, a.published,
            snippet(words, -1, char(2), char(3), '…', 24) AS snippet
        FROM words JOIN articles a ON a.number = words.rowid WHERE words MATCH ?
        ORDER BY bm25(words, 4.0, 1.0), a.id LIMIT ?"""
        rows = self._rows((query, (" ".join(terms), -1 if limit is None else limit)))
        return [read_hit(row) for row in rows]

    def identities(self) -> tuple[Identity, ...]:
        """Who is one across the articles, in canonical order, each with its members and why they are.

        Those that a register knows have its link and identifiers, and country and sector where no article tells them.
        """
        return self.ask(list_known_identities)

    def ask[Answer](self, question: Callable[[Connection], Answer]) -> Answer:
        """What a function of the connection answers. Raises StoreError."""
        with translate_errors(self.path):
            return question(self._connection)

    def summary(self) -> Summary:
        """Counts of what the store holds."""
        (row,) = self._rows(
            (
                """SELECT count(*) AS articles, total(language IS NOT NULL AND language <> 'en') AS foreign_ones,
                total(published IS NULL) AS undated, total(events) AS events, total(attributions) AS attributions,
                min(published) AS first, max(published) AS last FROM articles""",
                (),
            )
        )
        return Summary(
            articles=row["articles"],
            not_english=int(row["foreign_ones"]),
            undated=int(row["undated"]),
            events=int(row["events"]),
            attributions=int(row["attributions"]),
            entities=self._count_all("entities"),
            failures=self._count_all("failures"),
            first=read_date(row["first"]),
            last=read_date(row["last"]),
            types=self._count("type", "events"),
            acts=self._count("act", "attributions"),
            actors=self._count("name", "parties WHERE side = 'actor' AND entity IS NOT NULL"),
            outlets=self._count("outlet", "articles WHERE outlet IS NOT NULL"),
        )

    def to_pandas(self, **wanted: Unpack[EventQuery]) -> pd.DataFrame:
        """The events asked for as a pandas frame. Raises UsageError where pandas is not installed."""
        return self.events(**wanted).to_pandas()

    def to_polars(self, **wanted: Unpack[EventQuery]) -> pl.DataFrame:
        """The events asked for as a Polars frame. Raises UsageError where polars is not installed."""
        return self.events(**wanted).to_polars()

    def versions(self) -> list[str]:
        """The versions of Coranto that made the readings."""
        query = ("SELECT DISTINCT json_extract(run, '$.coranto') AS version FROM articles ORDER BY 1", ())
        return [row["version"] for row in self._rows(query)]

    def check(self) -> str:
        """What is wrong with the file, by SQLite's check and the readings' checksums; empty where it is sound."""
        found = [row[0] for row in self._rows(("PRAGMA quick_check(3)", ()))]
        if found != ["ok"]:
            return "; ".join(" ".join(line.split()) for line in found)
        broken = sum(not _is_whole(row["reading"]) for row in self._rows(("SELECT reading FROM articles", ())))
        return f"{broken:,} damaged readings" if broken else ""

    def _unpack(self, packed: bytes) -> bytes:
        try:
            return zlib.decompress(packed)
        except zlib.error as error:
            raise StoreError(f"{self.path}: {DAMAGED}") from error

    def _fill(self, line: bytes, article: int) -> bytes:
        """The reading with what imported registers tell of its entities."""
        with translate_errors(self.path):
            filled = list_filled(self._connection, article)
        return fill_reading(self._read(line), filled).model_dump_json().encode() if filled else line

    def _read(self, line: bytes) -> Reading:
        try:
            return Reading.model_validate_json(line)
        except ValueError as error:
            raise StoreError(f"{self.path}: {DAMAGED}") from error

    def _find_article(self, key: str) -> str:
        tests = (
            ("id = :key OR source = :key", key),
            ("substr(id, 1, length(:key)) = :key OR substr(id, 5, length(:key)) = :key", key),
            ("substr(source, -length(:key)) = :key", "/" + key.lstrip("/")),
        )
        for test, value in tests:
            rows = list(
                self._rows((f"SELECT id, source FROM articles WHERE {test} ORDER BY id LIMIT 6", {"key": value}))
            )
            if key and len(rows) == 1:
                return str(rows[0]["id"])
            if key and rows:
                several = ", ".join(f"{row['id']} ({row['source']})" for row in rows[:5])
                raise NotFoundError(f"{key!r} fits several articles: {several}{', …' if len(rows) > 5 else ''}")
        raise NotFoundError(f"{self.path}: no article {key!r}; `coranto search WORDS` finds articles by their words")

    def _count(self, column: str, table: str) -> tuple[tuple[str, int], ...]:
        query = f"SELECT {column} AS name, count(*) AS n FROM {table} GROUP BY 1 ORDER BY n DESC, 1"
        return tuple((row["name"], row["n"]) for row in self._rows((query, ())))

    def _count_all(self, table: str) -> int:
        (row,) = self._rows((f"SELECT count(*) AS n FROM {table}", ()))
        return int(row["n"])

    def _rows(self, query: tuple[str, Sequence[Cell] | Mapping[str, Cell]]) -> Iterator[Row]:
        with translate_errors(self.path):
            try:
                for row in self._connection.execute(*query):  # noqa: UP028 (which would close the cursor twice)
                    yield row
            except OperationalError as error:
                if "fts5" in str(error):
                    raise UsageError(f"cannot search for that ({error})") from error
                raise


def _is_whole(packed: bytes) -> bool:
    try:
        return bool(zlib.decompress(packed))
    except zlib.error:
        return False


class _Conditions:
    """The WHERE of a query, as it grows."""

    def __init__(self) -> None:
        self._tests: list[str] = []
        self._values: list[Cell] = []

    def add(self, test: str, *values: Cell) -> None:
        self._tests.append(f"({test})")
        self._values += values

    def add_article(self, outlet: str | None, article: str | None) -> None:
        if outlet is not None:
            self.add("instr(a.outlet_folded, ?) > 0", _fold(outlet))
        if article:
            self.add("a.id = ?", article)

    def query(self, select: str, order: str, limit: int | None) -> tuple[str, Sequence[Cell]]:
        where = f" WHERE {' AND '.join(self._tests)}" if self._tests else ""
        return f"{select}{where} ORDER BY {order} LIMIT ?", [*self._values, -1 if limit is None else limit]


def _match_name(words: str, folded: str, country: str, sector: str) -> tuple[str, list[str]]:
    """SQL that tests for the words in a folded name, or for codes such as `RUS`, `GOV`, `RUS GOV`."""
    test, values = f"instr({folded}, ?) > 0", [_fold(words)]
    codes = _CODES.fullmatch(words.strip())
    if codes and codes[2]:
        return f"({test} OR ({country} = ? AND {sector} = ?))", [*values, codes[1], codes[2]]
    if codes:
        return f"({test} OR {country} = ? OR {sector} = ?)", [*values, codes[1], codes[1]]
    return test, values


def _fold(words: str) -> str:
    folded = fold_words(words)
    if not folded:
        raise UsageError(f"{words!r} has no word to look for")
    return folded


def _quote_term(term: str) -> str:
    words = term.strip('"')
    start = "*" if words.endswith("*") and not term.endswith('"') else ""
    return f'"{words.rstrip("*")}"{start}' if fold_words(words) else ""


def _read_types(types: str | Sequence[str] | None) -> list[str]:
    if types is None:
        return []
    wanted = [
        name.strip().upper() for entry in ([types] if isinstance(types, str) else types) for name in entry.split(",")
    ]
    for name in wanted:
        if name not in get_args(EventType):
            raise UsageError(f"unknown event type {name!r}; known are {', '.join(get_args(EventType))}")
    return wanted


def _read_day(day: date | str | None) -> str | None:
    if day is None:
        return None
    try:
        return (day if isinstance(day, date) else date.fromisoformat(day)).isoformat()
    except ValueError as error:
        raise UsageError(f"{day!r} is no date; write it as 2023-12-31") from error


def open(path: Path | str) -> Store:  # noqa: A001 (the name that a user of the package sees)
    """The store at the path, to be read. Raises NotFoundError or StoreError."""
    return Store.open(path)
