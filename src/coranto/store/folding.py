"""Names as they are compared: without case, accents and punctuation."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"\w+")
_PLAIN = str.maketrans({"ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ı": "i", "’": "", "'": ""})


def fold_words(name: str) -> str:
    """The words of a name in lower case without accents, each between spaces: ` recep tayyip erdogan `.

    A name holds another, by word, where its folded form contains the folded other. Empty without a word.
    """
    if name.isascii():
        words = _WORD.findall(name.replace("'", "").casefold())
        return f" {' '.join(words)} " if words else ""
    parts = unicodedata.normalize("NFKD", name.translate(_PLAIN))
    words = _WORD.findall("".join(c for c in parts if not unicodedata.combining(c)).casefold())
    return f" {' '.join(words)} " if words else ""
