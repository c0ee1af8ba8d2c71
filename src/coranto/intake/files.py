"""The files under the paths given, each once, in sorted order, and their bytes within a limit."""

from __future__ import annotations

import gzip
import os
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from coranto.config import Limits
from coranto.errors import FormatError, InputError, TooLargeError
from coranto.intake.details import Failure

OWN = ("coranto.toml", "articles.toml", "README.md")
STORES = (".db", ".db-wal", ".db-shm", ".db-journal")
MOST_DEPTH = 200
CHUNK = 1 << 16
MOST_RATIO = 100
RATIO_FROM = 100_000_000
"""Beyond this many unpacked bytes, a file that unpacks to MOST_RATIO times its size is no text (a gzip bomb)."""


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file to read, and the name that its article goes by: its path below the folder given."""

    path: Path
    source: str

    @property
    def ending(self) -> str:
        """The ending in lower case, that of the content where the file is packed."""
        return Path(self.bare_name).suffix.lower()

    @property
    def packed(self) -> bool:
        """Whether it is a gzip file."""
        return self.path.suffix.lower() == ".gz"

    @property
    def bare_name(self) -> str:
        """The file's name without `.gz`."""
        return self.path.name[:-3] if self.packed else self.path.name


def find_files(paths: Sequence[Path]) -> Iterator[FoundFile | Failure]:
    """Every file under the paths, a folder's in sorted order; hidden files, Coranto's own, a README.md are left out.

    Symbolic links are followed, but no folder and no file is visited twice, so a loop of links ends.
    """
    seen: set[str] = set()
    for path in paths:
        if not path.is_dir():
            yield from _find_file(path, path.name, seen)
            continue
        yield from _walk(path, "", seen, 0)


def _walk(folder: Path, prefix: str, seen: set[str], depth: int) -> Iterator[FoundFile | Failure]:
    real = os.path.realpath(folder)
    if real in seen:
        return
    seen.add(real)
    if depth > MOST_DEPTH:
        yield Failure(prefix, f"{prefix}: folders nested too deep; give the inner folder by itself")
        return
    try:
        names = sorted(entry.name for entry in os.scandir(folder))
    except OSError as error:
        yield Failure(prefix or folder.name, f"{folder}: {describe_error(error)}")
        return
    for name in names:
        if name.startswith(".") or name in OWN or name.endswith(STORES):
            continue
        path = folder / name
        source = f"{prefix}/{name}" if prefix else name
        if path.is_dir():
            yield from _walk(path, source, seen, depth + 1)
        else:
            yield from _find_file(path, source, seen)


def _find_file(path: Path, source: str, seen: set[str]) -> Iterator[FoundFile | Failure]:
    source = source.encode("utf-8", "replace").decode("utf-8")
    if not path.exists():
        reason = "a link to nowhere; mend or remove it" if path.is_symlink() else "no such file or folder"
        yield Failure(source, f"{source}: {reason}")
        return
    if not path.is_file():
        yield Failure(source, f"{source}: neither a file nor a folder")
        return
    real = os.path.realpath(path)
    if real not in seen:
        seen.add(real)
        yield FoundFile(path, source)


def read_bytes(file: FoundFile, limits: Limits) -> bytes:
    """All of a file's bytes, unpacked; raises TooLargeError past `limits.max_bytes`, never reading much more."""
    with open_file(file) as stream:
        data = read_some(stream, limits.max_bytes + 1, file.source)
    if len(data) > limits.max_bytes:
        raise TooLargeError(f"{file.source}: more than {limits.max_bytes:,} bytes; split it, or raise max_bytes")
    return data


def open_file(file: FoundFile) -> BinaryIO:
    """The file's bytes as a stream, unpacked; raises InputError where it cannot be opened."""
    try:
        return cast("BinaryIO", gzip.open(file.path)) if file.packed else file.path.open("rb")
    except OSError as error:
        raise InputError(f"{file.source}: {describe_error(error)}") from error


def read_some(stream: BinaryIO, count: int, source: str, *, line: bool = False) -> bytes:
    """At most `count` bytes, with `line` to the end of the line; raises FormatError for a damaged gzip file."""
    try:
        return stream.readline(count) if line else stream.read(count)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise FormatError(f"{source}: damaged or no gzip file ({error}); pack it anew") from error
    except OSError as error:
        raise InputError(f"{source}: {describe_error(error)}") from error


def is_bomb(unpacked: int, packed: int) -> bool:
    """Whether so many bytes out of so few can be no text: news packs to a third or a fifth, not to a hundredth."""
    return unpacked > RATIO_FROM and unpacked > MOST_RATIO * max(packed, 1)


def describe_error(error: OSError) -> str:
    """The system's reason in a few words, and what to do."""
    if isinstance(error, PermissionError):
        return "no permission to read it; change its mode or leave it out"
    if isinstance(error, IsADirectoryError):
        return "is a folder; give the files in it"
    return f"cannot be read ({error.strerror or error})"
