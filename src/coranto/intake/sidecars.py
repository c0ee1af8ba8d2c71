"""What stands beside a text about it: `articles.toml` in its folder, or a JSON file of its name."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from coranto.config import Limits
from coranto.errors import FormatError, InputError
from coranto.intake.details import Details, Failure, find_problem, read_details
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


def read_shelf(folder: Path, source: str, limits: Limits) -> tuple[Shelf, list[Failure]]:
    """The folder's `articles.toml`, and what is wrong with it under the name `source`; empty where it is no TOML."""
    path = folder / TABLE
    if not path.is_file():
        return Shelf(), []
    try:
        content = _parse_toml(read_bytes(FoundFile(path, source), limits), source)
    except InputError as error:
        return Shelf(), [Failure(source, str(error))]
    tables = {name: table for name, table in content.items() if isinstance(table, dict)}
    reasons = [
        f"{source}: {name!r} is no table; write [defaults], or the name of a file in brackets and quotation marks"
        for name in content.keys() - tables.keys()
    ]
    for name, table in tables.items():
        if name != "defaults" and not (folder / name).exists():
            reasons.append(f"{source}: there is no file {name!r} beside it; mend the name or leave it out")
        if problem := find_problem(table, source):
            reasons.append(problem.replace("read without its date", f"[{name}] is read without its date"))
    details = {name: read_details(table) for name, table in tables.items()}
    shelf = Shelf(details.pop("defaults", Details()), details)
    return shelf, [Failure(source, reason) for reason in sorted(reasons)]


def name_beside(source: str, name: str) -> str:
    """The source that a file of this name has in the folder of another source."""
    folder = source.rpartition("/")[0]
    return f"{folder}/{name}" if folder else name


def read_beside(file: FoundFile, limits: Limits) -> tuple[Details, Failure | None]:
    """What the JSON file of the same name gives (`a.json` or `a.txt.json` beside `a.txt`)."""
    for name in (Path(file.bare_name).stem + ".json", file.bare_name + ".json"):
        path = file.path.with_name(name)
        if path == file.path or not path.is_file():
            continue
        source = name_beside(file.source, name)
        try:
            content = parse_json(read_bytes(FoundFile(path, source), limits), source)
        except InputError as error:
            return Details(), Failure(source, str(error))
        if not isinstance(content, dict):
            return Details(), Failure(source, f"{source}: no object with an outlet or a date; mend or remove it")
        problem = find_problem(content, source)
        return read_details(content), Failure(source, problem) if problem else None
    return Details(), None


def is_sidecar(file: FoundFile) -> bool:
    """Whether a JSON file stands beside a text or page of its name, and so is no article itself."""
    if file.ending != ".json":
        return False
    stem = file.path.with_name(Path(file.bare_name).stem)
    if stem.name.lower().endswith((*BESIDE, *PACKED)) and stem.is_file():
        return True
    return any(stem.with_name(stem.name + ending).is_file() for ending in (*BESIDE, *PACKED))


def _parse_toml(data: bytes, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise FormatError(f"{name}: not a readable TOML file ({error})") from error
