"""Articles in JSONL, one a line, read line by line; and in a single JSON file."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO

from coranto.config import Limits
from coranto.errors import FormatError, InputError
from coranto.intake.details import Details, Failure, find_problem, mend_surrogates, read_details
from coranto.intake.files import CHUNK, FoundFile, is_bomb, open_file, read_some


@dataclass(frozen=True, slots=True)
class Given:
    """An article as JSON gives it: `{"id", "text"}` and perhaps title, outlet, url, published, language, byline.

    `problem` tells what of it could not be used.
    """

    source: str
    text: str
    details: Details
    problem: str | None = None


def read_lines(file: FoundFile, limits: Limits) -> Iterator[Given | Failure]:
    """The articles of a JSONL file, in order; a line that is none is a Failure, and the rest goes on.

    A line longer than `limits.max_line_bytes` is passed over in pieces and never held whole.
    """
    packed = file.path.stat().st_size if file.packed else None
    number = read = 0
    with open_file(file) as stream:
        while line := read_some(stream, limits.max_line_bytes + 1, file.source, line=True):
            number += 1
            read += len(line)
            name = f"{file.source}:{number}"
            if len(line) > limits.max_line_bytes and not line.endswith(b"\n"):
                for piece in _pass_over(stream, file.source):
                    read += piece
                    _check_ratio(file.source, read, packed)
                yield Failure(
                    name, f"{name}: a line of more than {limits.max_line_bytes:,} bytes; raise max_line_bytes"
                )
            elif line.strip(b"\xef\xbb\xbf \t\r\n"):
                yield _read_line(line, name)
            _check_ratio(file.source, read, packed)
    if not number:
        yield Failure(file.source, f"{file.source} is empty")


def read_objects(data: bytes, source: str) -> Iterator[Given | Failure]:
    """The article of a JSON file, or the articles of the list in it."""
    try:
        content = parse_json(data, source)
    except InputError as error:
        yield Failure(source, str(error))
        return
    several = isinstance(content, list)
    for number, record in enumerate(content if several else [content], 1):
        yield read_record(record, f"{source}:{number}" if several else source)


def parse_json(data: bytes, name: str) -> Any:
    """The JSON value in the bytes; raises FormatError."""
    try:
        return json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise FormatError(f"{name}: not UTF-8 (byte {error.start}); save it as UTF-8") from error
    except json.JSONDecodeError as error:
        raise FormatError(f"{name}: not JSON ({error.msg}, character {error.pos})") from error
    except (RecursionError, ValueError) as error:
        raise FormatError(f"{name}: JSON that cannot be read ({type(error).__name__})") from error


def read_record(record: object, name: str) -> Given | Failure:
    """The article in a JSON object; `name` serves as its source where it has no id."""
    if not isinstance(record, Mapping):
        return Failure(name, f"{name}: not an article but a {_name_type(record)}; an object with a text is needed")
    text = record.get("text")
    if not isinstance(text, str):
        return Failure(name, f"{name}: no text; an object with a string under `text` is needed")
    if not text.strip():
        return Failure(name, f"{name}: its text is empty")
    given = record.get("id")
    known = mend_surrogates(str(given)).strip() if isinstance(given, str | int) and not isinstance(given, bool) else ""
    return Given(known or name, mend_surrogates(text), read_details(record), find_problem(record, known or name))


def _read_line(line: bytes, name: str) -> Given | Failure:
    try:
        return read_record(parse_json(line, name), name)
    except InputError as error:
        return Failure(name, str(error))


def _pass_over(stream: BinaryIO, source: str) -> Iterator[int]:
    while piece := read_some(stream, CHUNK, source, line=True):
        yield len(piece)
        if piece.endswith(b"\n"):
            return


def _check_ratio(source: str, read: int, packed: int | None) -> None:
    if packed is not None and is_bomb(read, packed):
        raise FormatError(f"{source}: unpacks to more than a text can; the rest of it was not read")


def _name_type(value: object) -> str:
    names = {list: "list", str: "string", int: "number", float: "number", bool: "truth value", type(None): "null"}
    return names.get(type(value), type(value).__name__)
