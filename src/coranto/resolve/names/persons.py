"""Persons' names: their parts, whatever the script, the order and the titles before them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from coranto.extract.known import load_known
from coranto.resolve.names.scripts import (
    ALEPH_LAMED,
    GOD,
    is_chinese,
    is_hangul,
    romanise,
    split_surname,
    turn_to_pinyin,
)
from coranto.resolve.names.spellings import load_forms
from coranto.resources import read_tsv

SUFFIXES = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr"}
NUMERALS = frozenset("ii iii iv vii viii ix xii xiii xiv xv xvi xvii xviii".split())
REGNAL_NUMERALS = NUMERALS | frozenset("i v vi x xi".split())
"""These are words of names too (`Xi`, `Vi`): they count only behind a ruler's title."""
RULERS = frozenset(
    "king queen pope emperor empress tsar czar patriarch kaiser sultan emir shah prince princess".split()
)
HONORIFICS = frozenset(
    "mr mrs ms miss dr prof professor sir dame lord lady sayyid seyyed ayatollah hojatoleslam sheikh shaykh sheik hajj "
    "haji mullah rabbi imam father rev reverend monsignor mgr saint st comrade senor señor senora don dona herr frau "
    "monsieur madame gen general lt lieutenant col colonel maj capt captain sgt sergeant adm admiral marshal brig "
    "brigadier cpl pvt cmdr commander gov sen rep amb ambassador pres president premier chancellor hon honourable "
    "honorable justice his her majesty highness excellency grand crown".split()
)
QUALIFIERS = frozenset(
    "prime foreign interior defence defense finance justice health deputy vice first former late acting then new chief "
    "of the for and affairs internal external european economy energy education trade home state homeland security "
    "treasury labor labour commerce agriculture transport culture environment".split()
)
ARTICLES = frozenset("al el ul".split())
SUN_ARTICLES = frozenset("ad an ar as ash at az".split())
"""Forms of the Arabic article that are words of names elsewhere: dropped only where a hyphen follows."""
FILIATIONS = frozenset("bin ibn bint ben".split())
PARTICLES = frozenset("de da do dos das del della di van von der den ter zu du y".split())
SERVANT = frozenset("abd abdul abdel abdal abdol abdoul عبد".split())
PATRONYMIC = re.compile(r"(?:[oei]vich|[oei]vych|[oy]vna|ichna|ivna|yevich|ovitch|evitch|owitsch|ewitsch|ovic)$")
FAMILY_FIRST = frozenset(
    "kim gim xi park pak lee moon li wang zhang chen hu tsai choe choi ri yoon yun hwang ahn wu liu zhao yang "
    "gui nguyen ban mao deng zhou jiang ho tran pham hoang vo dang bui ngo duong sun ma zhu lin he gao luo "
    "zheng liang xie song tang xu han feng cheng cao peng zeng xiao tian dong pan yuan cai yu du ye su lu lai "
    "jung jeong chung kang cho jo jang lim shin seo kwon roh noh chiang chou teng chang hsi lo tong bo wen qin "
    "meng qi geng hua yao".split()
)
"""Family names that stand first in the names of Korea, China and Vietnam."""
SYLLABLE = re.compile(
    r"(?:zh|ch|sh|ts|tz|hs|ng|ph|th|kh|tr|gw|hw|kw|[bcdfghjklmnpqrstvwxyz])?"
    r"[aeiouy]{1,3}(?:ng|nh|[hnmkptlrwbc])?"
)
SYLLABLES = re.compile(f"(?:{SYLLABLE.pattern})+")
TWO_SYLLABLES = re.compile(f"(?:{SYLLABLE.pattern}){{2}}")
WORD = re.compile(r"[^\s,()\[\]\"“”«»]+")
QUOTED = re.compile(r"[\"“«(][^\"”»)]*[\"”»)]")
INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?\.?")
APOSTROPHES = str.maketrans("", "", "'’‘`´ʼʻʿʾ")


@dataclass(frozen=True, slots=True)
class Person:
    """A name's parts: `words` in the order of given, middle, family name (family name first where `eastern`)."""

    words: tuple[str, ...]
    generation: str = ""
    title: str = ""
    place: str = ""
    eastern: bool = False
    latin: bool = True
    filiation: bool = False
    nisba: frozenset[str] = frozenset()
    pinyin: tuple[str, ...] = ()


@cache
def load_iberian() -> tuple[frozenset[str], frozenset[str]]:
    """Given and family names of those who may bear two family names."""
    rows = {row["kind"]: frozenset(row["names"].split()) for row in read_tsv("names/iberian.tsv")}
    return rows["given"], rows["family"]


@cache
def load_given() -> frozenset[str]:
    """Given names, as far as they are known, without pet forms."""
    names = {row["name"] for row in read_tsv("actors/given_names.tsv")}
    return frozenset(names.union(*load_forms().values()))


@cache
def load_titles() -> tuple[frozenset[str], frozenset[str]]:
    """Titles of one word, and the words that may stand before them: demonyms and portfolios."""
    roles = {
        row["noun"]
        for row in read_tsv("actors/roles.tsv")
        if row["title"] and row["kind"] == "person" and " " not in row["noun"]
    }
    states = {
        entry.words[0]
        for entries in load_known().values()
        for entry in entries
        if entry.kind == "state" and len(entry.words) == 1 and entry.use in {"name", "adjective"}
    }
    return frozenset((roles | HONORIFICS | RULERS) - load_given()), frozenset(states | QUALIFIERS)


@lru_cache(maxsize=1 << 16)
def parse_person(name: str) -> Person:
    """The parts of a person's name: without title, honorific, nickname in quotes, article and particle."""
    plain = QUOTED.sub(" ", name).strip() or name
    left, comma, right = plain.partition(",")
    turned = bool(comma) and romanise(right.strip(" .")) not in SUFFIXES and romanise(right.strip(" .")) not in NUMERALS
    if turned and right.strip():
        plain = f"{right} {left}"
    parts, joined = _split_words(plain)
    parts, joined, title = _strip_titles(parts, joined)
    parts, place = _strip_place(parts)
    parts, generation = _strip_generation(parts, title)
    words, filiation, nisba = _drop_particles(parts, joined)
    latin = all(c < "ɐ" or c in "ʻʼ’‘" for c in name)
    eastern = _read_eastern(words, parts)
    if eastern is None:
        return Person(tuple(words), generation, title, place, False, latin, filiation, frozenset(nisba))
    family, given, pinyin = eastern
    return Person((family, given), generation, title, place, True, latin, pinyin=pinyin)


def _split_words(text: str) -> tuple[list[str], list[bool]]:
    """The words in Latin letters where that can be; for each, whether a hyphen ties it to the next."""
    words: list[str] = []
    tied: list[bool] = []
    found = WORD.findall(text)
    for raw in found:
        if INITIALS.fullmatch(raw) and romanise(raw).replace(".", "") not in load_titles()[1]:
            letters = [romanise(c) for c in raw if c != "."]
            words += [letter[:1] or letter for letter in letters]
            tied += [False] * len(letters)
            continue
        if len(found) == 1 and (is_chinese(raw) or is_hangul(raw)):
            pieces: Sequence[str] = split_surname(raw)
        else:
            pieces = [p for p in re.split(r"[-‐‑–·]", raw) if p]
        for i, piece in enumerate(pieces):
            word = romanise(re.sub(r"['’]s$", "", piece)).replace(".", "")
            if word == GOD and words:  # (`Nasr Allah`, `Abd Allah` are one word in Latin letters)
                words[-1] += word
                continue
            if word.startswith(ALEPH_LAMED) and len(word) > 4:
                word = word[2:]
            if word:
                words.append(word)
                tied.append(i + 1 < len(pieces) and len(pieces) > 1 and "-" in raw)
    return words, tied


def _strip_titles(words: list[str], tied: list[bool]) -> tuple[list[str], list[bool], str]:
    titles, before = load_titles()
    last = -1
    for i, word in enumerate(words[:-1]):
        if word in titles:
            last = i
        elif word not in before:
            break
    if last < 0:
        return words, tied, ""
    title = words[last]
    if words[last + 1] == "of":
        while last + 2 < len(words) and words[last + 1] in before:
            last += 1
    return words[last + 1 :], tied[last + 1 :], title


def _strip_place(words: list[str]) -> tuple[list[str], str]:
    if "of" in words[1:]:
        at = words.index("of", 1)
        return words[:at], " ".join(w for w in words[at + 1 :] if w != "the")
    return words, ""


def _strip_generation(words: list[str], title: str) -> tuple[list[str], str]:
    if len(words) > 1:
        last = words[-1]
        if last in SUFFIXES:
            return words[:-1], SUFFIXES[last]
        if last in NUMERALS or (title in RULERS and last in REGNAL_NUMERALS):
            return words[:-1], last
    return words, ""


def _drop_particles(words: list[str], tied: list[bool]) -> tuple[list[str], bool, set[str]]:
    kept: list[str] = []
    nisba: set[str] = set()
    filiation = servant = False
    for i, word in enumerate(words):
        more = i + 1 < len(words)
        apostrophes_gone = word.translate(APOSTROPHES)
        article = more and (
            (apostrophes_gone in ARTICLES and (i > 0 or tied[i])) or (apostrophes_gone in SUN_ARTICLES and tied[i])
        )
        if article:
            nisba.add(words[i + 1].translate(APOSTROPHES))
        elif more and i > 0 and apostrophes_gone in FILIATIONS:
            filiation = True
        elif more and i > 0 and apostrophes_gone in PARTICLES:
            continue
        elif more and apostrophes_gone in SERVANT:
            servant = True
        elif servant:
            kept.append(("عبدال" if not word.isascii() else "abdul") + apostrophes_gone)
            servant = False
        else:
            kept.append(_join_servant(apostrophes_gone) or word)
    return kept, filiation, nisba


def _join_servant(word: str) -> str:
    if word[:5] in SERVANT and len(word) > 8 and word[5:] not in {"la", "lah"}:
        return "abdul" + word[5:]
    return word


def _read_eastern(words: list[str], parts: list[str]) -> tuple[str, str, tuple[str, ...]] | None:
    """Family name, given name, and both in pinyin, of a name in the manner of China, Korea or Vietnam."""
    if not 2 <= len(words) <= 3:
        return None
    if not words[0].isascii() or not words[-1].isascii():
        return None
    known = load_given()
    if len(words) == 2:
        if words[0] in FAMILY_FIRST and SYLLABLES.fullmatch(words[1]):
            return words[0], _smooth(words[1]), ()
        last = words[1] in FAMILY_FIRST and words[0] not in known | FAMILY_FIRST
        return (words[1], _smooth(words[0]), ()) if last and TWO_SYLLABLES.fullmatch(words[0]) else None
    first = words[0] in FAMILY_FIRST and _are_syllables(words[1:]) and not (words[1] in known and words[2] in known)
    raw = [w for w in parts if w.translate(APOSTROPHES) in words] if len(parts) >= 3 else words
    if first:
        pinyin = (turn_to_pinyin(raw[0]), "".join(turn_to_pinyin(w) for w in raw[1:])) if len(raw) == 3 else ()
        return words[0], _smooth(words[1] + words[2]), pinyin
    if words[2] in FAMILY_FIRST and words[0] not in known and _are_syllables(words[:2]):
        return words[2], _smooth(words[0] + words[1]), ()
    return None


def _are_syllables(words: Sequence[str]) -> bool:
    return all(SYLLABLE.fullmatch(word) for word in words)


def _smooth(given: str) -> str:
    """Korean vowels that take two letters as the one that older spellings give them."""
    return given.replace("eo", "o").replace("eu", "u")
