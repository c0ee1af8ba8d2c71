"""Files that are either there whole or not there."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from coranto.errors import UsageError


@contextmanager
def write_whole(path: Path) -> Iterator[BinaryIO]:
    """A file to write to, which takes its name (and any former file's place) only when all is written.

    Raises UsageError where it cannot be written.
    """
    if path.is_dir():
        raise UsageError(f"{path}: is a folder; name a file")
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({error.strerror})") from error
    try:
        with os.fdopen(handle, "wb") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        _give_usual_rights(name)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _give_usual_rights(name: str) -> None:
    """Those that a new file gets (mkstemp makes it private)."""
    mask = os.umask(0)
    os.umask(mask)
    Path(name).chmod(0o666 & ~mask)
