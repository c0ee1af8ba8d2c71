"""`coranto.toml` as one frozen settings object.

    db = "coranto.db"          # the store, relative to this file
    workers = 1                # processes that read articles; left out, two where there are two cores

    [limits]
    max_bytes = 20_000_000     # of one text or HTML file, unpacked
    max_line_bytes = 5_000_000 # of one JSONL line
    max_chars = 1_000_000      # of one article's text

Every key may be left out; a key that is not known is an error, so that a slip is seen.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from coranto.errors import ConfigError

FILE_NAME = "coranto.toml"


@dataclass(frozen=True, slots=True)
class Limits:
    """What one input may weigh; beyond it, it is reported and left out."""

    max_bytes: int = 20_000_000
    max_line_bytes: int = 5_000_000
    max_chars: int = 1_000_000


@dataclass(frozen=True, slots=True)
class Settings:
    """All that can be set, with its defaults; `workers` is None where the program chooses."""

    db: Path = Path("coranto.db")
    workers: int | None = None
    limits: Limits = Limits()


def find_settings(folder: Path) -> Settings:
    """The settings of `coranto.toml` in the folder; the defaults where there is none."""
    path = folder / FILE_NAME
    return read_settings(path) if path.is_file() else Settings()


def read_settings(path: Path) -> Settings:
    """The settings in a TOML file; raises ConfigError where it cannot be read or a key or value is wrong."""
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"{path}: not a readable TOML file ({error})") from error
    _check_keys(path, found, {"db", "workers", "limits"})
    table = found.get("limits", {})
    if not isinstance(table, dict):
        raise ConfigError(f"{path}: [limits] must be a table, not {table!r}")
    _check_keys(path, table, {field.name for field in fields(Limits)})
    settings = Settings(limits=Limits(**{key: _read_count(path, key, value) for key, value in table.items()}))
    if "workers" in found:
        settings = replace(settings, workers=_read_count(path, "workers", found["workers"]))
    if "db" in found:
        if not isinstance(found["db"], str) or not found["db"]:
            raise ConfigError(f"{path}: db must be a file name, not {found['db']!r}")
        settings = replace(settings, db=path.parent / found["db"])
    return settings


def _check_keys(path: Path, found: Mapping[str, Any], known: set[str]) -> None:
    unknown = sorted(set(found) - known)
    if unknown:
        raise ConfigError(f"{path}: unknown key {unknown[0]!r}; known are {', '.join(sorted(known))}")


def _read_count(path: Path, key: str, value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise ConfigError(f"{path}: {key} must be a whole number of at least 1, not {value!r}")
    return value
