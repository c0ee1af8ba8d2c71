"""What every verb prints with: tables for people, plain lines for pipes, JSON for programs."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Sequence
from datetime import date

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from coranto.store.rows import flatten_row

WIDE = 100_000
LEAST_WIDTH = 9
READABLE = 14
"""A column of words that has less than this breaks in the middle of them."""
SHORT = 10
WHOLE = ("article", "date", "type", "published")
"""Columns whose cells are never broken."""
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def make_console(*, stderr: bool = False) -> Console:
    """A console that never cuts a line where its output is piped."""
    stream = sys.stderr if stderr else sys.stdout
    console = Console(file=stream, highlight=False, soft_wrap=False, emoji=False, markup=False)
    if not console.is_terminal:
        console = Console(file=stream, highlight=False, emoji=False, markup=False, width=WIDE, no_color=True)
    return console


def clean_text(text: str) -> str:
    """The text without signs that would steer the terminal, each replaced by one other, so that offsets hold."""
    return _CONTROL.sub("\ufffd", text)


def clean_line(text: str | None) -> str:
    """The text on one line, safe to print; empty for None."""
    return clean_text(" ".join((text or "").split()))


def print_json(rows: Iterable[object]) -> None:
    """One JSON object a line."""
    for row in rows:
        sys.stdout.write(json.dumps(flatten_row(row), ensure_ascii=False) + "\n")


def print_table(columns: Sequence[str], rows: Sequence[Sequence[str | Text]]) -> None:
    """A table on a terminal, its cells wrapped; else one line a row, its cells separated by tabs."""
    console = make_console()
    if not rows:
        tell("nothing found")
    if not console.is_terminal:
        for row in (columns, *rows):
            sys.stdout.write("\t".join(clean_line(str(cell)) for cell in row) + "\n")
        return
    if _is_too_wide(columns, rows, console.width):
        _print_blocks(console, columns, rows)
        return
    table = Table(box=box.SIMPLE_HEAD, header_style="bold", pad_edge=False, padding=(0, 1, 0, 0))
    shown = [number for number in range(len(columns)) if any(str(row[number]) for row in rows)]
    for number in shown:
        longest = max(len(row[number]) for row in rows)
        whole = columns[number] in WHOLE
        table.add_column(columns[number], overflow="fold", no_wrap=whole, min_width=min(longest, LEAST_WIDTH))
    for row in rows:
        cells = [row[number] for number in shown]
        table.add_row(*(cell if isinstance(cell, Text) else clean_line(cell) for cell in cells))
    if shown:
        console.print(table)


def _is_too_wide(columns: Sequence[str], rows: Sequence[Sequence[str | Text]], width: int) -> bool:
    """Whether some column would have less than a readable width."""
    needed = 0
    for number, name in enumerate(columns):
        longest = max((len(row[number]) for row in rows), default=0)
        needed += (max(longest, len(name)) if name in WHOLE else min(longest, READABLE)) + (1 if longest else 0)
    return needed > width


def _print_blocks(console: Console, columns: Sequence[str], rows: Sequence[Sequence[str | Text]]) -> None:
    """A row as lines of its own, each cell after its column's name, for a terminal too narrow for the table."""
    widest = max(len(name) for name in columns) + 1
    for row in rows:
        table = Table.grid(padding=(0, 1, 0, 0))
        table.add_column(style="dim", min_width=widest, no_wrap=True)
        table.add_column(overflow="fold")
        for name, cell in zip(columns, row, strict=True):
            if str(cell):
                table.add_row(name, cell if isinstance(cell, Text) else clean_line(cell))
        console.print(table)
        console.print()


def shorten_id(name: str) -> str:
    """On a terminal the first signs of an id, which are enough to name it by; else all of it."""
    return name[:SHORT] if sys.stdout.isatty() else name


def describe_days(start: date | None, end: date | None) -> str:
    """A day, or the days from and to; empty where both are unknown."""
    if start is None or end is None or start == end:
        return str(start or end or "")
    return f"{start}..{end}"


def tell(message: str) -> None:
    """One line on stderr, in the program's name."""
    sys.stderr.write(f"coranto: {clean_line(message)}\n")
