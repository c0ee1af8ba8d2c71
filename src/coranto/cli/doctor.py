"""`coranto doctor`: whether everything is there, and how to mend what is not."""

from __future__ import annotations

import platform
import sqlite3
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import typer
from rich.text import Text

from coranto.cli.console import print_json, print_table
from coranto.cli.options import Db, Json, choose_store
from coranto.errors import CorantoError

OLDEST_PYTHON = (3, 12)
OLDEST_SQLITE = (3, 38, 0)
NEEDED = ("spacy", "pydantic", "typer", "rich", "jinja2", "trafilatura", "py3langid", "rapidfuzz", "PyYAML", "numpy")
REINSTALL = "run `pip install --force-reinstall coranto`"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at; `mend` says what to do where it is not well."""

    what: str
    well: bool
    found: str
    mend: str = ""


def doctor(db: Db = None, json: Json = False) -> None:
    """Check the installation and the store: Python, packages, language model, lexicons, SQLite.

    Exit status 1 where anything is wrong; the last column says how to mend it. Nothing is changed.
    """
    findings = [finding for check in CHECKS for finding in _look(check)]
    findings += list(_look(lambda: check_store(choose_store(db))))
    if json:
        print_json(findings)
    else:
        rows = [
            (
                finding.what,
                Text("well", "green") if finding.well else Text("wrong", "bold red"),
                finding.found,
                finding.mend,
            )
            for finding in findings
        ]
        print_table(("what", "state", "found", "to mend it"), rows)
    if not all(finding.well for finding in findings):
        raise typer.Exit(1)


def check_python() -> Iterator[Finding]:
    """The interpreter's version."""
    yield Finding(
        "Python",
        sys.version_info >= OLDEST_PYTHON,
        platform.python_version(),
        "" if sys.version_info >= OLDEST_PYTHON else "install Python 3.12 or newer",
    )


def check_packages() -> Iterator[Finding]:
    """Coranto and what it needs."""
    for name in ("coranto", *NEEDED):
        try:
            yield Finding(name, True, version(name))
        except PackageNotFoundError:
            yield Finding(name, False, "not installed", REINSTALL)


def check_language_model() -> Iterator[Finding]:
    """The model's place and the hashes of its weights. Raises ModelError."""
    from coranto.parse.language_model import NAME, VERSION, check_model, find_model, hash_weights

    files = find_model()
    check_model(files)
    hashes = ", ".join(f"{part} {found[:8]}" for part, found in hash_weights(files.folder).items())
    yield Finding("language model", True, f"{NAME} {VERSION} from {files.package} ({hashes})")


def check_tagger() -> Iterator[Finding]:
    """The learned tagger and the hashes of its files; without ONNX Runtime the rules read alone. Raises ModelError."""
    from coranto.tag.encoder import RUNTIME, load_encoder

    encoder = load_encoder()
    if encoder is None:
        yield Finding("tagger", False, f"{RUNTIME} is not installed: the rules read attributions alone", REINSTALL)
    else:
        yield Finding("tagger", True, f"{encoder.name} {encoder.stamp}, {RUNTIME} {version(RUNTIME)}")


def check_lexicons() -> Iterator[Finding]:
    """The stamps of the lexicons."""
    from coranto.resources import hash_lexicons

    stamps = hash_lexicons()
    found = ", ".join(f"{folder} {stamp}" for folder, stamp in stamps.items())
    yield Finding("lexicons", bool(stamps), found or "none", "" if stamps else REINSTALL)


def check_sqlite() -> Iterator[Finding]:
    """SQLite's version, and that it has full-text search."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("CREATE VIRTUAL TABLE t USING fts5(x)")
        search = True
    except sqlite3.OperationalError:
        search = False
    finally:
        connection.close()
    recent = sqlite3.sqlite_version_info >= OLDEST_SQLITE
    yield Finding(
        "SQLite",
        search and recent,
        f"{sqlite3.sqlite_version}{'' if search else ' without FTS5'}",
        "" if search and recent else "use a Python built with SQLite 3.38 or newer and FTS5",
    )


def check_store(path: Path) -> Iterator[Finding]:
    """The store, where there is one: its soundness, its size, the versions that read it. Raises CorantoError."""
    from coranto.store.queries import Store

    if not path.exists():
        yield Finding(f"store {path}", True, "none yet")
        return
    with Store.open(path) as store:
        problems = store.check()
        summary = store.summary()
        versions = ", ".join(store.versions()) or "none"
    found = f"{summary.articles:,} articles, {summary.events:,} events, read by coranto {versions}"
    mend = "restore it from a copy, or read the articles into a new file" if problems else ""
    yield Finding(f"store {path}", not problems, f"{found}; {problems}" if problems else found, mend)


CHECKS: tuple[Callable[[], Iterator[Finding]], ...] = (
    check_python,
    check_packages,
    check_language_model,
    check_tagger,
    check_lexicons,
    check_sqlite,
)


def _look(check: Callable[[], Iterator[Finding]]) -> Iterator[Finding]:
    try:
        yield from check()
    except CorantoError as error:
        found, _, mend = str(error).rpartition("; ")
        yield Finding(_name(check), False, found or mend, mend if found else "")
    except ImportError as error:
        yield Finding(_name(check), False, str(error), REINSTALL)


def _name(check: Callable[[], Iterator[Finding]]) -> str:
    return check.__name__.removeprefix("check_").replace("_", " ").replace("<lambda>", "store")
