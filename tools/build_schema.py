"""Writes docs/record.schema.json from the models: `python tools/build_schema.py [--check]`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from coranto.model.base import Record
from coranto.model.reading import FORMAT, Reading

FILE = Path(__file__).parents[1] / "docs" / "record.schema.json"


def build_schema() -> str:
    """The JSON Schema (2020-12) of a reading, as the file has it."""
    schema = Reading.model_json_schema(mode="serialization")
    for part in (schema, *schema["$defs"].values()):
        part["required"] = list(part["properties"])  # (a field at its default is written all the same)
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:coranto:{FORMAT.replace('/', ':')}",
        "title": FORMAT,
    }
    return json.dumps(head | {key: value for key, value in schema.items() if key != "title"}, indent=1) + "\n"


def list_models(model: type[Record] = Reading) -> Iterator[type[Record]]:
    """The model and those within it, each once, in the order that a reader meets them."""
    seen: list[type[Record]] = []
    pending = [model]
    while pending:
        found = pending.pop(0)
        if found in seen:
            continue
        seen.append(found)
        pending = [
            *(inner for field in found.model_fields.values() for inner in _find_models(field.annotation)),
            *pending,
        ]
    yield from seen


def describe_type(annotation: Any) -> str:
    """A field's type in the words of docs/record.md, such as `list of Span` or `string or null`."""
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is tuple:
        return f"list of {describe_type(args[0])}"
    if origin is dict:
        return f"object of {describe_type(args[1])}"
    if origin in (Union, UnionType):
        kinds = [describe_type(arg) for arg in args if arg is not NoneType]
        return " or ".join([*kinds, *(["null"] if NoneType in args else [])])
    if origin is Literal:
        return "one of " + ", ".join(f"`{arg}`" for arg in args)
    if annotation.__name__ in NAMES:
        return NAMES[annotation.__name__]
    return str(annotation.__name__)


NAMES = {"str": "string", "int": "integer", "float": "number", "bool": "boolean", "date": "date"}


def _find_models(annotation: Any) -> Iterator[type[Record]]:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for arg in get_args(annotation):
        yield from _find_models(arg)


def main() -> int:
    """Write the file, or with `--check` only say whether it is up to date."""
    built = build_schema()
    if "--check" in sys.argv[1:]:
        same = FILE.is_file() and FILE.read_text(encoding="utf-8") == built
        print(f"{FILE.name} is {'up to date' if same else 'out of date: run python tools/build_schema.py'}")
        return 0 if same else 1
    FILE.write_text(built, encoding="utf-8")
    print(f"{FILE.name} written")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
