"""Those who spoke for states in their time: a dated list, consulted once the year of the article is known.

A surname alone means a leader only in the years of office; a full name means one at any time. Of the far more numerous
figures (legislators, ministers, judges, journalists), only a full name means one.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from functools import cache

from coranto.extract.known import Known, find_known, fold, fold_words, load_by_key
from coranto.resolve.names.comparison import FAMILY_FIRST, agree_persons, read_person
from coranto.resources import find_resource, read_tsv

SOVIET_END = date(1991, 12, 26)
"""From this day on, Moscow spoke for Russia alone (declaration 142-N of the Soviet of the Republics)."""
COLUMNS = ("name", "aliases", "country", "terms")
FIGURES_HEAD = 3
"""Lines before the first figure: two comments and the columns' names."""
SUFFIXES = frozenset({"Jr.", "Jr", "Sr.", "Sr"})
SLACK = 1
"""Years by which a report may follow the term it tells of."""


@cache
def load_leaders() -> dict[str, tuple[tuple[tuple[str, ...], Known], ...]]:
    """The ways to name each leader, as told words, by the last of them."""
    index: dict[str, list[tuple[tuple[str, ...], Known]]] = defaultdict(list)
    for row in read_tsv("actors/leaders.tsv"):
        known = _make_known(row)
        for way in (row["name"], *(alias for alias in row["aliases"].split("|") if alias)):
            told = read_person(way)
            index[told[-1]].append((told, known))
    return {word: tuple(found) for word, found in index.items()}


def find_leader(told: tuple[str, ...], published: date | None) -> Known | None:
    """The leader whom the name (as told by `read_person`) means in an article of that day.

    Without a date only a full name can mean one; of two who bear one surname, the first of the list is meant.
    """
    if told[-1] in told[1:-1]:  # `Dana Holm Dana Maria Holm`, where a page shows a link and what it is to
        told = told[: told.index(told[-1], 1) + 1]
    for words, known in load_leaders().get(told[-1], ()):
        if len(told) > 1 and (words == told or agree_persons(told, words)):
            return known
        if len(told) == 1 and published is not None and serves(known.terms, published.year):
            return known
    if len(told) > 1:
        listed = find_known(" ".join(told))  # `read_person` has left out initials, which the text may have
        if listed is not None and listed.kind == "person":
            return load_by_key().get(listed.key, listed)
    return find_figure(told) if len(told) > 1 else None


@cache
def load_figures() -> dict[str, tuple[str, ...]]:
    """The rows of the figures, unread, by the last word folded of each way to name them."""
    index: dict[str, list[str]] = defaultdict(list)
    for line in find_resource("actors/figures.tsv").read_text(encoding="utf-8").split("\n")[FIGURES_HEAD:]:
        name, _, rest = line.partition("\t")
        if not name or name[0] == "#":
            continue
        aliases = rest.partition("\t")[0]
        for way in (name, *aliases.split("|")) if aliases else (name,):
            last = way.rpartition(" ")[2]
            if last in SUFFIXES:
                last = way.split()[-2]
            key = fold(last.rpartition("-")[2])
            if not index[key] or index[key][-1] is not line:
                index[key].append(line)
    return {word: tuple(lines) for word, lines in index.items()}


@cache
def _load_figures_called(last: str) -> tuple[tuple[tuple[str, ...], dict[str, str]], ...]:
    """The ways to name the figures whose name ends in the word, as told words, each with its row."""
    found = []
    for line in load_figures().get(last, ()):
        row = dict(zip(COLUMNS, [*line.split("\t"), "", "", ""], strict=False))
        for way in (row["name"], *(alias for alias in row["aliases"].split("|") if alias)):
            words = read_person(way)
            if words[-1] == last:
                found.append((words, row))
    return tuple(found)


def find_figure(told: tuple[str, ...]) -> Known | None:
    """The figure whom the full name means: one of the same words first, else one whose first and last words agree."""
    near: dict[str, str] | None = None
    for words, row in _load_figures_called(told[-1]):
        if words == told:
            return _make_known(row)
        if near is None and told[0] not in FAMILY_FIRST and words[0][:3] == told[0][:3] and agree_persons(told, words):
            near = row
    return None if near is None else _make_known(near)


def _make_known(row: dict[str, str]) -> Known:
    return Known(
        key=f"person:{row['name']}", name=row["name"], kind="person", country=row["country"] or None, sector=None,
        use="name", words=fold_words(row["name"]), exact="", gender=row.get("gender", ""), terms=row["terms"],
    )  # fmt: skip


def serves(terms: str, year: int) -> bool:
    """Whether a year lies in one of the terms (`GOV:1961-1963|...`), or right after it."""
    for term in terms.split("|"):
        first, _, last = term.partition(":")[2].partition("-")
        if int(first) <= year <= int(last or 9999) + SLACK:
            return True
    return False


def was_soviet(published: date | None) -> bool:
    """Whether Russia was a part of the Soviet Union on that day."""
    return published is not None and published < SOVIET_END
