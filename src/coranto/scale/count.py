"""How many articles there may be, counted cheaply before they are read."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from coranto.errors import InputError
from coranto.intake.articles import LINES
from coranto.intake.details import Failure
from coranto.intake.files import FoundFile, find_files, open_file
from coranto.intake.sidecars import TABLE, name_beside

CHUNK = 1 << 20
MOST_COUNTED = 1 << 31
"""Unpacked bytes of line files that are looked at, in all; beyond them the number is a guess from their size."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """The names of the files found and of the tables beside them, and about how many articles are in them."""

    sources: tuple[str, ...]
    articles: int


def count_inputs(paths: Sequence[Path]) -> Inputs:
    """One article a file, and one a line of the JSONL files. Files that cannot be read count as one."""
    sources: dict[str, None] = {}
    articles = 0
    left = MOST_COUNTED
    for file in find_files(paths):
        sources[file.source] = None
        sources[name_beside(file.source, TABLE)] = None
        if isinstance(file, Failure) or file.ending not in LINES:
            articles += 1
            continue
        lines, size = _count_lines(file, left)
        left -= size
        articles += lines
    return Inputs(tuple(sources), articles)


def _count_lines(file: FoundFile, most: int) -> tuple[int, int]:
    lines = size = 0
    last = b"\n"
    try:
        with open_file(file) as stream:
            while size < most and (data := stream.read(CHUNK)):
                size += len(data)
                lines += data.count(b"\n")
                last = data[-1:]
    except (OSError, EOFError, zlib.error, InputError):
        return max(lines, 1), size
    return max(lines + (last != b"\n"), 1), size
