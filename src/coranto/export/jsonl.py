"""The readings as JSON lines, each exactly as the store keeps it."""

from __future__ import annotations

from typing import BinaryIO

from coranto.store.queries import Store


def write(store: Store, out: BinaryIO) -> int:
    """One canonical reading a line (UTF-8), by date of publication, then source; returns how many."""
    count = 0
    for line in store.lines():
        out.write(line + b"\n")
        count += 1
    return count
