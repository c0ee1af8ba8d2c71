"""Lexicons, ontology, outlets and gazetteer: data with their sources, and the few lines that read them.

A TSV file starts with `# source: ...` (further `#` lines are comments); its first other line names the columns.
A YAML file has a top-level `source` key.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import yaml

HASHED = (".tsv", ".yaml", ".json", ".gz")


def find_resource(name: str) -> Traversable:
    """A file of this folder, by its path below it, such as `predicates/consult.tsv`."""
    return files(__name__).joinpath(*name.split("/"))


def read_tsv(name: str) -> list[dict[str, str]]:
    """The rows of a TSV resource by column name; cells left out at the end of a row are empty."""
    return [row for _, row in read_lines(name)]


def read_lines(name: str) -> list[tuple[int, dict[str, str]]]:
    """The same, each row with the number of its line in the file."""
    lines = enumerate(find_resource(name).read_text(encoding="utf-8").split("\n"), 1)
    rows = [(number, line.split("\t")) for number, line in lines if line.strip() and not line.startswith("#")]
    columns = rows[0][1]
    return [
        (number, dict(zip(columns, [*row, *[""] * (len(columns) - len(row))], strict=True))) for number, row in rows[1:]
    ]


def read_yaml(name: str) -> Any:
    """The content of a YAML resource, its `source` among it."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(find_resource(name).read_text(encoding="utf-8"), Loader=loader)  # noqa: S506 (a safe loader)


def list_resources(folder: str, ending: str = "") -> list[str]:
    """The files right under a folder of resources, sorted, as paths for the functions above."""
    return sorted(
        f"{folder}/{entry.name}"
        for entry in find_resource(folder).iterdir()
        if entry.is_file() and entry.name.endswith(ending)
    )


@cache
def hash_lexicons() -> dict[str, str]:
    """For each folder of resources, the first 12 hex digits of the SHA-256 over its files in order of name."""
    stamps = {}
    for folder in sorted(e.name for e in files(__name__).iterdir() if e.is_dir() and not e.name.startswith("_")):
        content = hashlib.sha256()
        for name in list_resources(folder):
            if name.endswith(HASHED):
                content.update(name.encode() + b"\0" + find_resource(name).read_bytes())
        stamps[folder] = content.hexdigest()[:12]
    return stamps
