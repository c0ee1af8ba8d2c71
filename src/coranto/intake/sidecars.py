"""What stands beside a text about it: `articles.toml` in its folder, or a JSON file of its name."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from coranto.config import Limits
from coranto.errors import FormatError, InputError
from coranto.intake.details import Details, Failure, read_details
from coranto.intake.files import FoundFile, read_bytes
from coranto.intake.jsonl import parse_json

TABLE = "articles.toml"
BESIDE = (".txt", ".text", ".md", ".html", ".htm", ".xhtml")
PACKED = tuple(f"{ending}.gz" for ending in BESIDE)


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder's `articles.toml`: `[defaults]`, and a table for each file by its name."""

    defaults: Details = field(default_factory=Details)
    files: Mapping[str, Details] = field(default_factory=dict)

    def find_details(self, name: str) -> Details:
        """What is given for the file of that name, the defaults where nothing is."""
        return self.files.get(name, Details()).over(self.defaults)


def read_shelf(folder: Path, limits: Limits) -> tuple[Shelf, Failure | None]:
    """The folder's `articles.toml`; where it is wrong, an empty shelf and the reason."""
    path = folder / TABLE
    if not path.is_file():
        return Shelf(), None
    try:
        content = _parse_toml(read_bytes(FoundFile(path, TABLE), limits))
    except InputError as error:
        return Shelf(), Failure(TABLE, f"{path}: {error}")
    tables = {name: read_details(table) for name, table in content.items() if isinstance(table, dict)}
    return Shelf(tables.pop("defaults", Details()), tables), None


def read_beside(file: FoundFile, limits: Limits) -> tuple[Details, Failure | None]:
    """What the JSON file of the same name gives (`a.json` or `a.txt.json` beside `a.txt`)."""
    for name in (Path(file.bare_name).stem + ".json", file.bare_name + ".json"):
        path = file.path.with_name(name)
        if path == file.path or not path.is_file():
            continue
        try:
            content = parse_json(read_bytes(FoundFile(path, name), limits), name)
        except InputError as error:
            return Details(), Failure(name, f"{path}: {error}")
        return (read_details(content) if isinstance(content, dict) else Details()), None
    return Details(), None


def is_sidecar(file: FoundFile) -> bool:
    """Whether a JSON file stands beside a text or page of its name, and so is no article itself."""
    if file.ending != ".json":
        return False
    stem = file.path.with_name(Path(file.bare_name).stem)
    if stem.name.lower().endswith((*BESIDE, *PACKED)) and stem.is_file():
        return True
    return any(stem.with_name(stem.name + ending).is_file() for ending in (*BESIDE, *PACKED))


def _parse_toml(data: bytes) -> dict[str, Any]:
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise FormatError(f"not a readable TOML file ({error})") from error
