"""Scripts: a name written in another alphabet, in Latin letters or as a pattern of the ways to write it in them.

Cyrillic, Greek, Georgian, Armenian and Chinese characters are written in Latin letters. Arabic, Hebrew and Hangul,
whose letters leave open how a name sounds or is spelled abroad, are matched by a regular expression instead.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from coranto.resources import read_tsv

PATTERNED = frozenset({"arabic", "hebrew", "hangul"})
SHORT_VOWEL = "[aeiou]?"
ALEPH_LAMED = "ال"
GOD = "الله"
COMPOUND_SURNAMES = frozenset(
    "欧阳 歐陽 司马 司馬 诸葛 諸葛 上官 东方 東方 皇甫 尉迟 尉遲 公孙 公孫 令狐 司徒 夏侯".split()
)
LONE_VOWEL = unicodedata.normalize("NFD", "이")
LEE = "(?:l|r|rh)?(?:ee|i|yi|ie)"
"""The ways to write the Korean surname that is spelled as a lone vowel."""


@cache
def load_letters() -> dict[str, str]:
    """How each letter (or pair of letters) of an alphabet is written in Latin."""
    return {r["letter"]: r["latin"] for r in read_tsv("names/letters.tsv") if r["script"] not in PATTERNED}


@cache
def load_patterns() -> dict[str, str]:
    """Per letter of Arabic, Hebrew and Hangul (jamo), a regular expression of the ways to write it."""
    return {r["letter"]: r["latin"] for r in read_tsv("names/letters.tsv") if r["script"] in PATTERNED}


@cache
def load_pinyin() -> dict[str, str]:
    """The syllable of each Chinese character, without its tone."""
    return {c: row["syllable"] for row in read_tsv("names/pinyin.tsv") for c in row["characters"]}


@cache
def _find_letters() -> re.Pattern[str]:
    letters = sorted(load_letters(), key=lambda k: (-len(k), k))
    return re.compile("|".join(map(re.escape, letters)))


@lru_cache(maxsize=1 << 16)
def romanise(text: str) -> str:
    """The text in lower case and plain Latin letters; what is Arabic, Hebrew or Hangul (as jamo) stays."""
    text = text.casefold()
    if text.isascii():
        return text
    letters = load_letters()
    kept = []
    for letter in unicodedata.normalize("NFC", text):
        if letter in letters:
            kept.append(letter)
        elif is_chinese(letter):
            kept.append(load_pinyin().get(letter, letter))
        elif letter in load_patterns():
            kept.append(letter)
        else:
            kept += [c for c in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(c)]
    return _find_letters().sub(lambda m: letters[m.group()], "".join(kept))


def is_chinese(text: str) -> bool:
    """Whether the text is of Chinese characters alone."""
    return all("一" <= c <= "龥" for c in text) and bool(text)


def is_hangul(text: str) -> bool:
    """Whether the text is of Hangul syllables alone."""
    return all("가" <= c <= "힣" for c in text) and bool(text)


def is_jamo(letter: str) -> bool:
    """Whether the letter is a part of a Hangul syllable, as `romanise` leaves them."""
    return "ᄀ" <= letter <= "ᇿ"


def split_surname(word: str) -> tuple[str, ...]:
    """A name of two to four Chinese characters or Hangul syllables, as its family name and its given name."""
    if not 2 <= len(word) <= 4 or not (is_chinese(word) or is_hangul(word)):
        return (word,)
    length = 2 if len(word) > 2 and word[:2] in COMPOUND_SURNAMES else 1
    return word[:length], word[length:]


@lru_cache(maxsize=1 << 12)
def make_pattern(word: str) -> re.Pattern[str]:
    """What the Latin spellings of a word in Arabic, Hebrew or Hangul look like; `word` as `romanise` gives it."""
    patterns = load_patterns()
    if is_jamo(word[0]):
        if word == LONE_VOWEL:
            return re.compile(LEE)
        return re.compile("".join(patterns.get(c, re.escape(c)) for c in word))
    parts = [patterns.get(c, re.escape(c)) for c in word]
    return re.compile(SHORT_VOWEL + SHORT_VOWEL.join(parts) + SHORT_VOWEL)


@cache
def load_ways() -> dict[str, tuple[str, ...]]:
    """Per letter of Arabic, Hebrew and Hangul (jamo), the ways to write it in Latin, each vowel and length once."""
    return {letter: _list_ways(pattern) for letter, pattern in load_patterns().items()}


def _list_ways(pattern: str) -> tuple[str, ...]:
    """The strings that one of the table's patterns stands for, without repetitions: `(?:b+|v)?` gives b, v and none."""
    bare = pattern.replace("[aeiou]*", "(?:a)?").replace("+", "")
    inner = bare.removeprefix("(?:").rstrip("?").removesuffix(")")
    return tuple(dict.fromkeys((*inner.split("|"), *([""] if bare.endswith("?") else []))))


WADE_STARTS = (
    ("ch'", "q", "ch"), ("ch", "j", "zh"), ("ts'", "c", "c"), ("tz'", "c", "c"), ("ts", "z", "z"), ("tz", "z", "z"),
    ("hs", "x", "x"), ("ss", "s", "s"), ("sz", "s", "s"), ("p'", "p", "p"), ("t'", "t", "t"), ("k'", "k", "k"),
    ("p", "b", "b"), ("t", "d", "d"), ("k", "g", "g"), ("j", "r", "r"),
)  # fmt: skip
"""First sounds of Wade-Giles, and how pinyin writes each before `i` or `ü`, and before other vowels."""
WADE_ENDS = {"ung": "ong", "ien": "ian", "ieh": "ie", "ih": "i", "ueh": "ue", "eh": "ie", "erh": "er", "iung": "iong"}


def turn_to_pinyin(syllable: str) -> str:
    """A syllable of Wade-Giles (with its apostrophe) in pinyin: `tse` as `ze`, `p'ing` as `ping`."""
    for start, before_i, before_others in WADE_STARTS:
        if syllable.startswith(start):
            end = syllable[len(start) :]
            sound = before_i if end.startswith("i") and end != "ih" else before_others
            break
    else:
        sound, end = "", syllable
        while end and end[0] not in "aeiou":
            sound, end = sound + end[0], end[1:]
    return sound + WADE_ENDS.get(end, end)
