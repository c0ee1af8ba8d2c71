"""Words run together, as "policecooperation" and "theKremlinsaid": split only where the parts are words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal

from coranto.clean.cuts import Beside
from coranto.clean.names import collect_names
from coranto.clean.pieces import Surroundings, is_listed
from coranto.clean.runs import split_word
from coranto.clean.words import load_levels

WORD = re.compile(r"[^\W\d_]+")
ACCOUNT = re.compile(r" \(@(\w{3,})")
NEXT = re.compile(r"[^\W_]+")
SHORTEST = 6
SHORTEST_MIXED = 3
LONGEST = 40
ENOUGH = 8
"""Small words that a line must have to show its language; a shorter one has that of the whole text."""
UNKNOWN = 6
"""English has no more than one in so many small words that no list has, unless many of the others are glued."""
FUNCTION = 5
"""English has at least one in so many small words of `FUNCTION_WORDS`."""
FUNCTION_WORDS = frozenset(
    ["the", "of", "and", "to", "is", "that", "for", "with", "are", "by", "at", "his", "has", "it"]
)
PART_BEFORE = "@#/\\_=&'’0123456789"
PART_AFTER = "@#/\\_=&0123456789"
ADDRESS = re.compile(r"[@/#\\_={}]|www\.|http", re.IGNORECASE)

Found = tuple[int, int, str, Literal["space"], str]


def find_glued(
    text: str, blocked: Sequence[tuple[int, int]], elsewhere: frozenset[str] = frozenset()
) -> Iterator[Found]:
    """Each word that is more than one, with what is read there; nothing in lines whose words are not English.

    `elsewhere` are words that stand as names by themselves in other articles, and pairs of them, as `White House`.
    """
    runs = list(WORD.finditer(text))
    if blocked:
        runs = _leave_out(runs, blocked)
    words = [run.group() for run in runs]
    counts = Counter(words)
    doubtful = {word for word in counts if may_be_glued(word)}
    if not doubtful:
        return
    around = Surroundings(counts, collect_names(text), elsewhere, text)
    english: dict[int, bool] = {}
    small = [word for word in words if len(word) > 1 and word.islower()]
    for number, word in enumerate(words):
        if word not in doubtful or _in_longer(text, runs[number]):
            continue
        run = runs[number]
        before = words[number - 1] if number and runs[number - 1].end() == run.start() - 1 else ""
        line = text.rfind("\n", 0, run.start()) + 1
        if line not in english:
            english[line] = _is_english(text, line, small)
        cuts = split_word(word, around, Beside(before, _find_next(text, run.end()))) if english[line] else ()
        if cuts:
            parts = [word[start:end] for start, end in zip((0, *cuts), (*cuts, len(word)), strict=True)]
            yield run.start(), run.end(), " ".join(parts), "space", "glued_words"


def _find_next(text: str, end: int) -> str:
    """The word or the number one blank after the offset, if there is one."""
    found = NEXT.match(text, end + 1) if text[end : end + 1] == " " else None
    return found.group() if found else ""


@lru_cache(maxsize=1 << 16)
def may_be_glued(word: str) -> bool:
    """Whether a run of letters is looked at: long enough, and on no list of words."""
    if not SHORTEST_MIXED <= len(word) <= LONGEST:
        return False
    if word[1:].islower():
        least = SHORTEST - 1 if word.endswith("of") else SHORTEST
        return len(word) >= least and not is_listed(word.lower())
    return len(word) >= SHORTEST or not word.isupper()


def _in_longer(text: str, run: re.Match[str]) -> bool:
    """Whether it is a part of an address, a number or a longer word."""
    start, end = run.span()
    before = text[start - 1] if start else " "
    after = text[end : end + 3]
    account = ACCOUNT.match(text, end) if after == " (@" else None
    if account:
        # "AnnRoe (@AnnRoe)" signs a post so.
        handle, name = account[1].lower(), text[start:end].lower()
        if handle.startswith(name) or name.startswith(handle):
            return True
    irish = before in "'’" and text[start - 2 : start - 1] in {"O", "D"} and text[start].isupper()
    quoted = before in "'’" and text[start - 2 : start - 1] in {"", " ", "\n", "(", "“"} and text[start].isupper()
    if (
        (before in PART_BEFORE and not irish and not quoted)
        or after[:1] in PART_AFTER
        or (before in "-‑" and text[start:end].islower())
    ):
        return True
    if before == "." and not (start > 1 and text[start - 2].isalpha() and text[start].isupper()):
        return True
    if after[:1] in {"'", "’"} and after[1:2].isalnum() and (after[1] not in "st" or after[2:3].isalnum()):
        return True
    if after[:1] == "." and after[1:2].isalnum() and not after[1].isupper():
        return True
    first = max(text.rfind(blank, max(0, start - 80), start) for blank in " \n\t\xa0") + 1
    last = next((at for at in range(end, min(len(text), end + 80)) if text[at].isspace()), end + 80)
    return ADDRESS.search(text, first, last) is not None


def _is_english(text: str, line: int, small: list[str]) -> bool:
    """Whether the line that begins there is English, or, where it is short, all the small words of the text."""
    end = text.find("\n", line)
    words = [
        word for word in WORD.findall(text, line, len(text) if end < 0 else end) if len(word) > 1 and word.islower()
    ]
    if len(words) < ENOUGH:
        words = small
    levels = load_levels()
    if sum(word not in levels for word in words) * UNKNOWN <= len(words):
        return True
    return sum(word in FUNCTION_WORDS for word in words) * FUNCTION >= len(words)


def _leave_out(runs: Sequence[re.Match[str]], blocked: Sequence[tuple[int, int]]) -> list[re.Match[str]]:
    """The runs outside the blocked stretches; both are in order."""
    free, at = [], 0
    for run in runs:
        while at < len(blocked) and blocked[at][1] <= run.start():
            at += 1
        if at == len(blocked) or blocked[at][0] > run.start():
            free.append(run)
    return free
