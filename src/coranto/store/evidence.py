"""What the articles of a store, and of the run at hand, show about each other: a table of marks.

A mark is a line of an outlet, a word that is a name, or the outlet itself; each is kept with the articles that bear it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import blake2s
from sqlite3 import Connection

from coranto.clean.evidence import choose_recurring, fold_lines, list_candidates, name_publisher
from coranto.clean.names import collect_names
from coranto.model.article import Article
from coranto.model.evidence import Evidence

TABLES = """
CREATE TABLE IF NOT EXISTS marks (
    mark INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (mark, article)
) STRICT, WITHOUT ROWID;
"""
MOST = 60
"""Articles looked at for one line, at most."""


def register(connection: Connection, articles: Iterable[Article]) -> None:
    """Keep the marks of articles as the intake gave them."""
    for article in articles:
        _register(connection, article.id, article.text, name_publisher(article.outlet, article.url))


def settle_marks(connection: Connection) -> None:
    """Drop the marks of articles that are not in the store, and make those of articles that have none.

    A run that was cut off had yet to read the former; a store of an older version has the latter.
    """
    stored = {number_article(id_) for (id_,) in connection.execute("SELECT id FROM articles")}
    marked = {number for (number,) in connection.execute("SELECT DISTINCT article FROM marks")}
    strays = sorted(marked - stored)
    connection.execute("CREATE TEMP TABLE strays (article INTEGER PRIMARY KEY)")
    connection.executemany("INSERT INTO strays VALUES (?)", [(number,) for number in strays])
    if strays:
        connection.execute("DELETE FROM marks WHERE article IN (SELECT article FROM strays)")
    connection.execute("DROP TABLE strays")
    if stored - marked:
        for id_, text, outlet, url in connection.execute("SELECT id, text, outlet, url FROM articles ORDER BY id"):
            if number_article(id_) not in marked:
                _register(connection, id_, text, name_publisher(outlet, url))


def find_evidence(connection: Connection, article: Article) -> Evidence:
    """What the others show about an article; nothing of its outlet's lines where no outlet is known."""
    number = number_article(article.id)
    names = (
        word for word in list_candidates(article.text) if _find_bearers(connection, _hash("name", word), number, 1)
    )
    publisher = name_publisher(article.outlet, article.url)
    if publisher is None:
        return Evidence(names=frozenset(names))
    lines = fold_lines(article.text)
    others = {
        line.folded: _find_bearers(connection, _hash("line", publisher, line.folded), number, MOST) for line in lines
    }
    (published,) = connection.execute(
        "SELECT count(*) FROM marks WHERE mark = ?", (_hash("outlet", publisher),)
    ).fetchone()
    return Evidence(choose_recurring(lines, others, published), frozenset(names))


def number_article(article: str) -> int:
    """An article's id as a number, as the marks have it."""
    return int(article.rpartition("-")[2], 16)


def _register(connection: Connection, article: str, text: str, publisher: str | None) -> None:
    number = number_article(article)
    rows = [(mark, number) for mark in _make_marks(text, publisher)]
    connection.executemany("INSERT OR IGNORE INTO marks VALUES (?, ?)", rows)


def _make_marks(text: str, publisher: str | None) -> Iterator[int]:
    if publisher is not None:
        yield _hash("outlet", publisher)
        for line in fold_lines(text):
            yield _hash("line", publisher, line.folded)
    for word in sorted(collect_names(text)):
        yield _hash("name", word)


def _find_bearers(connection: Connection, mark: int, but: int, most: int) -> list[int]:
    query = "SELECT article FROM marks WHERE mark = ? AND article <> ? ORDER BY article LIMIT ?"
    return [number for (number,) in connection.execute(query, (mark, but, most))]


def _hash(*parts: str) -> int:
    content = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2s(content, digest_size=8).digest(), signed=True)
