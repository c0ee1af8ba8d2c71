"""The options that several verbs share, and the settings behind them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from coranto.config import Settings, find_settings

Db = Annotated[
    Path | None, typer.Option("--db", metavar="FILE", help="The store (coranto.db here, or as coranto.toml says).")
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON, one object a line.")]


def read_settings() -> Settings:
    """The settings of coranto.toml in the current folder. Raises ConfigError."""
    return find_settings(Path.cwd())


def choose_store(db: Path | None) -> Path:
    """The store that was asked for, else that of the settings."""
    return read_settings().db if db is None else db
