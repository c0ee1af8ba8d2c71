"""Whether a killed run loses or doubles anything: `python -m bench.kill PATHS... [--times N] [--seed N] [--workers N]`.

Reads the paths once undisturbed. Then, `--times` times, starts the same call, kills it (SIGKILL, with its whole
process group) at a random moment, checks the store, and at last lets a call end and compares the content of the
two stores, line by line. A store that has come to its end is taken away, so that every kill hits a working call.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from hashlib import sha256
from itertools import zip_longest
from pathlib import Path

from coranto.store.dump import dump_store

CALL = [sys.executable, "-c", "from coranto.cli import main; main()", "read"]
DONE = (0, 1)


def main() -> int:
    """Print one `name value` a line; the exit status is 1 where anything differs."""
    arguments = _read_arguments()
    folder = Path(tempfile.mkdtemp(prefix="coranto-kill-"))
    try:
        return _run(arguments, folder)
    finally:
        shutil.rmtree(folder)


def _read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.kill")
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--times", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=1)
    return parser.parse_args()


def _run(arguments: argparse.Namespace, folder: Path) -> int:
    whole, cut = folder / "whole.db", folder / "cut.db"
    options = ["--workers", str(arguments.workers), *(str(path.absolute()) for path in arguments.paths)]
    started = time.monotonic()
    _end(_start(whole, options))
    lasts = time.monotonic() - started
    expected = list(dump_store(whole))
    chance = random.Random(arguments.seed)  # noqa: S311 (moments to kill at, the same in each run)
    kills = broken = ended = different = 0
    articles = []
    while kills < arguments.times:
        process = _start(cut, options)
        try:
            process.wait(timeout=chance.uniform(0.0, lasts))
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            kills += 1
            broken += not _is_sound(cut)
            articles.append(_count_articles(cut))
            continue
        # It came to its end: compare, and begin anew with an empty store.
        _end(process)
        ended += 1
        different += _differs(cut, expected)
        _remove(cut)
    _end(_start(cut, options))
    ended += 1
    different += _differs(cut, expected)
    print(f"articles {sum(line.startswith('["articles"') for line in expected)}")
    print(f"lines {len(expected)}")
    print(f"content {sha256(chr(10).join(expected).encode()).hexdigest()[:16]}")
    print(f"kills {kills}")
    print(f"articles_stored_at_kill_min {min(articles, default=0)}")
    print(f"articles_stored_at_kill_max {max(articles, default=0)}")
    print(f"broken_after_a_kill {broken}")
    print(f"ended_runs {ended}")
    print(f"ended_runs_that_differ {different}")
    print("command python -m bench.kill", *sys.argv[1:])
    return 1 if broken or different else 0


def _start(db: Path, options: list[str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [*CALL, "--db", str(db), *options],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # (its own group: workers are killed with it)
    )


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.wait() not in DONE:
        raise SystemExit(f"bench.kill: an undisturbed `coranto read` ended with {process.returncode}")


def _is_sound(db: Path) -> bool:
    """Whether SQLite finds nothing wrong, in the file, its full-text index and its references."""
    if not db.exists():
        return True
    connection = sqlite3.connect(db)
    try:
        if not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            return True
        connection.execute("INSERT INTO words (words, rank) VALUES ('integrity-check', 1)")
        connection.rollback()
        sound = connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        return sound and not connection.execute("PRAGMA foreign_key_check").fetchall()
    except sqlite3.DatabaseError:
        return False
    finally:
        connection.close()


def _count_articles(db: Path) -> int:
    if not db.exists():
        return 0
    connection = sqlite3.connect(db)
    try:
        return int(connection.execute("SELECT count(*) FROM articles").fetchone()[0])
    except sqlite3.DatabaseError:  # (killed before the tables were made)
        return 0
    finally:
        connection.close()


def _differs(db: Path, expected: list[str]) -> bool:
    for found, line in zip_longest(dump_store(db), expected, fillvalue=""):
        if found != line:
            at = next((i for i, pair in enumerate(zip(found, line, strict=False)) if pair[0] != pair[1]), 0)
            print(
                f"differs: {found[max(0, at - 60) : at + 60]!r} where {line[max(0, at - 60) : at + 60]!r} was expected"
            )
            return True
    return False


def _remove(db: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        db.with_name(db.name + ending).unlink(missing_ok=True)


if __name__ == "__main__":
    raise SystemExit(main())
