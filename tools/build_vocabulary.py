"""Compile the words that the language model knows and the word list lacks: `python tools/build_vocabulary.py`.

The keys of the word vectors of `en_core_web_md` 3.8.0 (MIT), which were counted on the open web: names, brands, newer
words, common slips. Kept are those of plain letters, three at least, in small letters, that `english.txt.gz` lacks.
Left out are function words run together, as `inthe` and `youcould`, which the web has too.
"""

from __future__ import annotations

import gzip
from pathlib import Path

from coranto.clean.words import load_levels
from coranto.parse.language_model import load_model

TARGET = Path(__file__).parents[1] / "src" / "coranto" / "resources" / "words" / "vocabulary.txt.gz"
SOURCE = "# source: keys of the word vectors of en_core_web_md 3.8.0 by Explosion (MIT) that SCOWL 10 to 70 lacks"
SHORTEST = 3
GLUED_FROM = 6
"""Letters from which a word may be two function words run together; shorter ones are names as often."""
FUNCTION = frozenset(
    "a an the of to in on at by for from with and or but is are was were be been has have had will would could should"
    " may might must do does did not no this that these those it its he she they we you i his her their my your our"
    " if so as than then there here what when where which who all any some more most very just about into over under"
    " out up off".split()
)
BEGINNINGS = frozenset("the of with from and that this".split())
ENDS = frozenset(
    "the and for from with was were are has have had will would that this which who what when where your his her their"
    " our its could should not they you she then than there".split()
)
NAMES = frozenset("andover andrew howland ismail mayfair mayland theon willis willa wilson".split())


def is_run_together(word: str) -> bool:
    """Whether it is a function word glued to another word, and no name."""
    levels = load_levels()
    for cut in range(1, len(word)):
        left, right = word[:cut], word[cut:]
        if left in FUNCTION and right in FUNCTION:
            return True
        if (
            left in {"the", "of", "with", "from", "and", "that", "this"}
            and levels.get(right, 99) <= 10
            and len(right) > 3
        ):
            return True
        if right in ENDS and len(left) > 3 and levels.get(left, 99) <= 20:
            return True
    return False


def main() -> None:
    """Write the words, sorted, on one line."""
    vocab = load_model().vocab
    keys = {vocab.strings[key] for key in vocab.vectors.key2row}
    levels = load_levels()
    words = {key.lower() for key in keys if key.isascii() and key.isalpha() and len(key) >= SHORTEST} - set(levels)
    kept = sorted(w for w in words if w in NAMES or len(w) < GLUED_FROM or not is_run_together(w))
    content = f"{SOURCE}\n{' '.join(kept)}\n".encode("ascii")
    TARGET.write_bytes(gzip.compress(content, 9, mtime=0))
    print(len(kept), "words,", len(words) - len(kept), "left out")


if __name__ == "__main__":
    main()
