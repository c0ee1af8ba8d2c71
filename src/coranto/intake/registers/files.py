"""A file of actors, read line by line in whichever of the formats it is."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import chain, islice
from pathlib import Path
from typing import BinaryIO, get_args

from coranto.errors import FormatError, InputError
from coranto.intake.details import SURROGATE, Failure
from coranto.intake.files import CHUNK, FoundFile, describe_error, open_file, read_some
from coranto.intake.registers.ftm import read_ftm
from coranto.intake.registers.phoenix import read_phoenix
from coranto.intake.registers.records import Item, RegisterFormat
from coranto.intake.registers.tsv import COLUMNS, read_table

FORMATS: tuple[RegisterFormat, ...] = get_args(RegisterFormat)
LONGEST = 8_000_000
"""A line of more bytes is passed over."""
_SAMPLE = 400
Line = tuple[int, str]


def read_register(path: Path, form: RegisterFormat | None = None) -> Iterator[Item]:
    """What the file says of actors, in order, one at a time; its format is told by its content where none is given.

    A line that cannot be read is a Failure with its number, and the rest goes on. A file may be packed (.gz).
    Raises InputError where the file cannot be opened, FormatError where its format cannot be told.
    """
    file = FoundFile(path, path.name)
    with open_file(file) as stream:
        failures: list[Failure] = []
        lines = _read_lines(stream, file.source, failures)
        sample = list(islice(lines, _SAMPLE))
        form = form or tell_format([line for _, line in sample], file.source)
        read = {"ftm": read_ftm, "tsv": read_table, "phoenix": read_phoenix}[form]
        decoded = _settle_encoding(chain(sample, lines), file.source, form, failures)
        for item in read(decoded, file.source):
            while failures:
                yield failures.pop(0)
            yield item
        yield from failures


def tell_file_format(path: Path) -> RegisterFormat:
    """The format of a file by its first lines. Raises InputError, FormatError where they are of none."""
    file = FoundFile(path, path.name)
    with open_file(file) as stream:
        return tell_format([line for _, line in islice(_read_lines(stream, file.source, []), _SAMPLE)], file.source)


def hash_file(path: Path) -> str:
    """The SHA-256 of the file's bytes, packed or not. Raises InputError."""
    digest = sha256()
    try:
        with path.open("rb") as stream:
            while piece := stream.read(1 << 20):
                digest.update(piece)
    except OSError as error:
        raise InputError(f"{path.name}: {describe_error(error)}") from error
    return digest.hexdigest()


def tell_format(lines: list[str], source: str) -> RegisterFormat:
    """The format of a file by its first lines. Raises FormatError where they are of none."""
    told = [line for line in lines if line.strip() and not line.startswith(("#", "<!"))]
    if not told:
        raise FormatError(f"{source}: no line with an actor in it")
    if told[0].lstrip().startswith("{") and _is_json(told[:3]):
        return "ftm"
    named = {name for names in COLUMNS.values() for name in names}
    for mark in ("\t", ",", ";"):
        cells = [cell.strip().strip('"').casefold().replace("_", " ") for cell in told[0].split(mark)]
        if len(set(cells) & named) >= min(2, len(cells)) and "[" not in told[0]:
            return "tsv"
    if any("[" in line and "]" in line for line in told):
        return "phoenix"
    raise FormatError(
        f"{source}: neither FollowTheMoney lines, nor a table whose first line names its columns, nor a dictionary of "
        "actors with codes in brackets; say which with --format"
    )


def _settle_encoding(
    lines: Iterable[Line], source: str, form: RegisterFormat, failures: list[Failure]
) -> Iterator[Line]:
    """The lines without those that are no UTF-8; in a dictionary these are taken for Windows-1252."""
    for number, line in lines:
        if line.isascii() or not SURROGATE.search(line):
            yield number, line
        elif form == "phoenix":
            yield number, line.encode("utf-8", "surrogateescape").decode("cp1252", "replace")
        else:
            failures.append(Failure(f"{source}:{number}", f"{source}:{number}: not UTF-8; save the file as UTF-8"))


def _is_json(lines: list[str]) -> bool:
    for line in lines:
        try:
            return isinstance(json.loads(line), dict)
        except (ValueError, RecursionError):
            continue
    return False


def _read_lines(stream: BinaryIO, source: str, failures: list[Failure]) -> Iterator[Line]:
    """The lines with their numbers, from 1; what is no text is added to the failures."""
    number = 0
    while line := read_some(stream, LONGEST + 1, source, line=True):
        number += 1
        if len(line) > LONGEST and not line.endswith(b"\n"):
            while (piece := read_some(stream, CHUNK, source, line=True)) and not piece.endswith(b"\n"):
                pass
            failures.append(Failure(f"{source}:{number}", f"{source}:{number}: a line of more than {LONGEST:,} bytes"))
            continue
        if b"\0" in line:
            raise FormatError(f"{source}: not a text file (line {number})")
        # (the old dictionaries are in Latin-1: what is no UTF-8 is settled once the format is known)
        text = line.decode("utf-8-sig" if number == 1 else "utf-8", errors="surrogateescape")
        yield number, text.rstrip("\r\n")
