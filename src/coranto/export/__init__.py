"""Step 10: the record in other programs' formats, one module a format.

A format is a module with `write(store: Store, out: BinaryIO) -> int`, which writes every record of the store and
says how many lines or records it wrote, and a line in FORMATS. It is imported only when it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import BinaryIO, cast

from coranto.errors import UsageError
from coranto.store.queries import Store

Exporter = Callable[[Store, BinaryIO], int]
FORMATS = {
    "jsonl": "one reading a line, as docs/record.md describes it",
}


def find_exporter(name: str) -> Exporter:
    """The function that writes a format. Raises UsageError for an unknown one."""
    if name not in FORMATS:
        raise UsageError(f"unknown format {name!r}; known are {', '.join(FORMATS)}")
    return cast("Exporter", import_module(f"{__name__}.{name}").write)
