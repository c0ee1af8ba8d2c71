"""Ten inputs made to break a reader, and what becomes of each: read, or listed with its reason.

    python -m bench.hostile

Prints one line an input, `handled N of N`, and the command; exit status 1 where one of them raises or takes too long.
"""

from __future__ import annotations

import gzip
import json
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from coranto.clean.blocks import build_blocks
from coranto.clean.furniture import find_furniture
from coranto.clean.repairs import find_repairs
from coranto.config import Limits
from coranto.intake.articles import Failure, find_articles

NEWS = "The minister arrived in the harbour town on Monday. He was received by the mayor, officials said.\n\n"
SLOWEST = 60.0


def make_empty(folder: Path) -> None:
    """Three files of nothing."""
    (folder / "empty.txt").touch()
    (folder / "empty.jsonl").touch()
    (folder / "blank.html").write_text(" \n")


def make_binary(folder: Path) -> None:
    """Bytes that are no text, one under the name of a text."""
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 4096)
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(1000))
    (folder / "paper.pdf").write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 8)


def make_long_line(folder: Path) -> None:
    """A line of 50 MB: in JSONL before a good one, and as a text."""
    with (folder / "long.jsonl").open("w") as file:
        file.write('{"text": "' + "a" * 50_000_000 + '"}\n')
        file.write(json.dumps({"id": "good", "text": NEWS}) + "\n")
    (folder / "long.txt").write_text("word " * 10_000_000)
    (folder / "unbroken.txt").write_text("a" * 900_000)


def make_deep_html(folder: Path) -> None:
    """Tags within tags, a hundred thousand deep, and JSON as deep."""
    for tag in ("div", "b", "blockquote"):
        (folder / f"deep-{tag}.html").write_text(f"<html><body>{f'<{tag}>' * 100_000}<p>{NEWS}</p>")
    (folder / "deep.json").write_text("[" * 1_000_000)


def make_surrogates(folder: Path) -> None:
    """Halves of characters, which JSON allows and UTF-8 does not."""
    (folder / "lone.jsonl").write_text(
        '{"id": "a\\udc00", "text": "The \\ud800 minister \\udfff left.", "title": "\\ud8ff"}'
    )


def make_overrides(folder: Path) -> None:
    """Direction overrides, zero-width characters and controls within words."""
    (folder / "direction.txt").write_text(
        NEWS
        + "\u202eThe\u202c min\u200bis\u00adter \u2066left\u2069 the town on a Monday in the rain with its\x07 mayor. "
        * 2_000
    )


def make_encodings(folder: Path) -> None:
    """Texts in other encodings, one that declares the wrong one, and one that is broken in the middle."""
    russian = "Министр прибыл в город в понедельник. Его встретил мэр, сообщили чиновники. " * 4
    (folder / "cp1251.txt").write_bytes(russian.encode("cp1251"))
    (folder / "utf16.txt").write_bytes(NEWS.encode("utf-16-le"))
    (folder / "liar.html").write_bytes(f'<meta charset="utf-16"><p>{NEWS * 9}</p>'.encode())
    (folder / "broken.txt").write_bytes(russian.encode()[:-1] + b"\xff\xfe" + NEWS.encode())


def make_bomb(folder: Path) -> None:
    """Gzip files that unpack to hundreds of times their size."""
    for name in ("bomb.txt.gz", "bomb.jsonl.gz", "bomb.html.gz"):
        with gzip.open(folder / name, "wb", compresslevel=9) as file:
            for _ in range(400):
                file.write(bytes(1_000_000))
    (folder / "cut.txt.gz").write_bytes(gzip.compress(NEWS.encode() * 100)[:-20])


def make_loop(folder: Path) -> None:
    """Links that lead back, to themselves, and to nowhere."""
    (folder / "inner").mkdir()
    (folder / "inner" / "news.txt").write_text(NEWS)
    (folder / "inner" / "loop").symlink_to(folder)
    (folder / "self.txt").symlink_to(folder / "self.txt")
    (folder / "nowhere.txt").symlink_to(folder / "none")


def make_unreadable(folder: Path) -> None:
    """A file and a folder without permission, a folder named as a text, a pipe."""
    (folder / "secret.txt").write_text(NEWS)
    (folder / "secret.txt").chmod(0)
    (folder / "folder.txt").mkdir()
    os.mkfifo(folder / "pipe.txt")
    (folder / "good.txt").write_text(NEWS)


INPUTS: dict[str, Callable[[Path], None]] = {
    "empty": make_empty,
    "binary": make_binary,
    "long_line": make_long_line,
    "deep_nesting": make_deep_html,
    "lone_surrogates": make_surrogates,
    "direction_overrides": make_overrides,
    "wrong_encodings": make_encodings,
    "gzip_bomb": make_bomb,
    "link_loop": make_loop,
    "unreadable": make_unreadable,
}


def read_all(folder: Path) -> list[str]:
    """What becomes of each input in the folder, in a few words; what is read is also cleaned."""
    found = []
    for item in find_articles([folder], Limits()):
        if isinstance(item, Failure):
            found.append(f"listed: {item.reason}")
            continue
        item.model_dump_json().encode("utf-8")
        furniture = find_furniture(item.text, item.title)
        blocks = build_blocks(item.text, furniture, find_repairs(item.text, furniture))
        found.append(f"read: {item.source} ({len(item.text):,} characters, {len(blocks)} blocks)")
    return found


def main() -> int:
    """Print one line an input; the exit status."""
    handled = 0
    for name, make in INPUTS.items():
        with tempfile.TemporaryDirectory() as folder:
            make(Path(folder))
            begin = perf_counter()
            try:
                lines = read_all(Path(folder))
            except Exception as error:  # noqa: BLE001 (whatever is raised is the finding)
                lines = [f"raised: {type(error).__name__}: {error}"]
            seconds = perf_counter() - begin
        fine = bool(lines) and not lines[-1].startswith("raised") and seconds < SLOWEST
        handled += fine
        print(name, "handled" if fine else "FAILED", f"{seconds:.1f}s")
        for line in lines:
            print("   ", line)
    print(f"handled {handled} of {len(INPUTS)}")
    print("# python -m bench.hostile")
    return 0 if handled == len(INPUTS) else 1


if __name__ == "__main__":
    sys.exit(main())
