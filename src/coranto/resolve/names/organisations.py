"""Bodies' names: ministries by country and portfolio, legal forms, numbers, acronyms and translated words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from coranto.clean.words import load_levels
from coranto.extract.known import Known, find_known, load_by_key, load_known
from coranto.resolve.names.scripts import romanise
from coranto.resolve.names.spellings import Match, make_code, weigh
from coranto.resources import read_tsv

LONGEST = 6
WORD = re.compile(r"[^\W_]+(?:\.[^\W_]+)+\.?|[^\W_]+(?:['’](?!s\b)[^\W_]+)*|['’]s\b")
NUMBER = re.compile(r"(\d+)(?:st|nd|rd|th)?")
ORDINALS = {
    word: str(number)
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
}
FREE = frozenset({"party", "court", "bank", "assembly", "parliament", "senate", "army", "police", "union", "council"})
GENERIC = FREE | frozenset(
    "ministry department agency office committee group commission bureau service university institute centre "
    "association federation foundation company international national united state federal house central "
    "general security government human republic people free popular front movement supreme constitutional high "
    "liberal conservative socialist communist democratic labour workers air force navy guard border coast "
    "armed forces military defence intelligence foreign interior justice finance health education statistics "
    "customs tax revenue news public television radio royal presidency president prime minister cabinet "
    "congress chamber deputies lower upper election electoral space nuclear energy science academy sciences "
    "chief staff joint prosecutor attorney embassy football red cross society trade commerce industry stock "
    "exchange airlines railways post bar union unions 1 2 3".split()
)
"""Words of names that many countries' bodies bear: a name of these alone means one body only with its country."""
OF = frozenset("of in de del di da du des la the von для".split())
COMMON = 50
"""SCOWL's level up to which a word is a common one: such a word alone names a body only with its country."""
SPELT = 0.5
"""What two spellings of a word of a body's name may be apart."""
LEAST_ACRONYM = 4
"""Shorter acronyms stand for too many bodies to go by their letters alone, across articles."""


@dataclass(frozen=True, slots=True)
class Body:
    """A name's parts: `words` that tell, in one sense and spelling; `portfolios` of a ministry; countries it names.

    `branch`: a country stands last in it without a preposition, as in names of what an outlet or firm has there.
    """

    words: tuple[str, ...]
    countries: frozenset[str]
    portfolios: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    initials: str = ""
    acronym: str = ""
    labels: tuple[str, ...] = ()
    branch: bool = False


@cache
def load_senses() -> dict[tuple[str, ...], tuple[str, str]]:
    """Class and sense of each word and phrase of the names of bodies."""
    return {
        _fold(phrase): (row["class"], row["sense"])
        for row in read_tsv("names/bodies.tsv")
        for phrase in row["phrases"].split("|")
    }


@cache
def load_countries() -> dict[tuple[str, ...], tuple[str, str]]:
    """State (ISO 3166-1 alpha-3) by its names and adjectives; with the exact spelling where that is needed (`US`)."""
    found: dict[tuple[str, ...], tuple[str, str]] = {}
    for row in read_tsv("names/countries.tsv"):
        for name in row["words"].split("|"):
            found[_fold(name)] = (row["iso3"], "")
    for entries in load_known().values():
        for entry in entries:
            if entry.kind == "state" and entry.country and entry.use in {"name", "adjective", "demonym"}:
                words = _fold(" ".join(entry.words))
                if words and (not found.get(words) or not entry.exact):
                    found[words] = (entry.country, entry.exact)
    return found


def _fold(text: str) -> tuple[str, ...]:
    return tuple(romanise(w).replace(".", "").replace("’", "'") for w in WORD.findall(text))


@lru_cache(maxsize=1 << 16)
def parse_body(name: str) -> Body:
    """The parts of the name of a body; countries are taken out of it unless nothing else is left."""
    raw = WORD.findall(name)
    words = _fold(name)
    countries: list[str] = []
    branch = False
    senses: list[tuple[str, str]] = []
    i = 0
    while i < len(words):
        step, country = _find_country(words, raw, i)
        if country:
            countries.append(country)
            branch = i > 0 and i + step == len(words) and words[i - 1] not in OF
        else:
            step, kind, sense = _find_sense(words, i)
            senses.append((kind, sense))
        i += step
    return replace(_build(name, senses, frozenset(countries)), branch=branch and bool(senses))


def _find_country(words: tuple[str, ...], raw: list[str], first: int) -> tuple[int, str]:
    table = load_countries()
    for length in range(min(LONGEST, len(words) - first), 0, -1):
        found = table.get(words[first : first + length])
        if found and (not found[1] or raw[first].replace(".", "") == found[1]):
            return length, found[0]
    return 1, ""


def _find_sense(words: tuple[str, ...], first: int) -> tuple[int, str, str]:
    table = load_senses()
    for length in range(min(LONGEST, len(words) - first), 0, -1):
        found = table.get(words[first : first + length])
        if found:
            return length, *found
    word = words[first]
    if word in ORDINALS:
        return 1, "number", ORDINALS[word]
    number = NUMBER.fullmatch(word)
    if number:
        return 1, "number", number.group(1)
    return 1, "", _respell(word)


@lru_cache(maxsize=1 << 14)
def _respell(word: str) -> str:
    """American for British spelling, and no apostrophe: `organisation` as `organization`, `people's` as `peoples`."""
    word = word.replace("'", "")
    if len(word) > 6 and "is" in word:
        word = re.sub(r"is(?=ation|ed$|ing$)", "iz", word)
    return word


def _build(name: str, senses: list[tuple[str, str]], countries: frozenset[str]) -> Body:
    kinds = {kind for kind, _ in senses}
    ministry = bool(kinds & {"head", "office"})
    portfolios = tuple(sorted({s for k, s in senses if k in {"portfolio", "office"}})) if ministry else ()
    words: list[str] = []
    for kind, sense in senses:
        if kind == "small" or (kind == "form" and len(senses) > 1):
            continue
        if ministry and portfolios and kind in {"head", "office", "portfolio"}:
            continue
        if kind == "label":
            continue
        words += [sense] if kind in {"", "word", "number"} else sense.split()
    labels = tuple(sense for kind, sense in senses if kind == "label")
    if not words and not portfolios:
        words = [sense for _, sense in senses]
    letters = [w for w in re.split(r"[\s-]+", name) if w]
    lone = letters[0].replace(".", "").strip("()") if len(letters) == 1 else ""
    acronym = romanise(lone) if len(lone) >= 2 and lone.isalpha() and lone.isupper() else ""
    initials = "".join(romanise(w[:1]) for w in letters if w[:1].isupper()) if len(letters) > 1 else ""
    numbers = tuple(sorted(sense for kind, sense in senses if kind == "number"))
    return Body(tuple(words), countries, portfolios, numbers, initials, acronym, labels)


@lru_cache(maxsize=1 << 16)
def _find_listed(name: str) -> Known | None:
    known = find_known(name)
    return known if known is not None and known.kind != "person" and known.use == "name" else None


@lru_cache(maxsize=1 << 16)
def compare_bodies(one: str, other: str, countries: tuple[str | None, str | None] = (None, None)) -> Match:
    """Whether two names of bodies stand for one; `countries` are theirs where the text tells (ISO 3166-1 alpha-3).

    A ministry, party or court means one body only together with its country; two such names without it do not suffice.
    """
    first, second = _find_listed(one), _find_listed(other)
    if first is not None and second is not None:
        same = first.key == second.key
        return Match(same=same, score=1.0 if same else 0.0, rule="listed")
    match = _compare(parse_body(one), parse_body(other), countries)
    if not match.same and match.rule not in {"country", "number"} and (first or second):
        again = _compare_by_list(first, second, (one, other), countries)
        match = again if again.same else match
    return match


def _compare_by_list(
    first: Known | None, second: Known | None, names: tuple[str, str], countries: tuple[str | None, str | None]
) -> Match:
    """The comparison once more, with the name that the list has for the one it knows."""
    known = first or second
    assert known is not None
    base = parse_body(load_by_key().get(known.key, known).name)
    return _compare(base, parse_body(names[1]), countries) if first else _compare(parse_body(names[0]), base, countries)


def _refuse(rule: str, score: float = 0.0) -> Match:
    return Match(same=False, score=score, rule=rule)


def _compare(first: Body, second: Body, told: tuple[str | None, str | None]) -> Match:
    lands = (_find_lands(first, told[0]), _find_lands(second, told[1]))
    if lands[0] and lands[1] and lands[0].isdisjoint(lands[1]):
        return _refuse("country")
    if first.countries and second.countries and first.countries != second.countries:
        return _refuse("country")
    if first.numbers != second.numbers:
        return _refuse("number")
    agreed = bool(lands[0]) and bool(lands[1])
    if first.portfolios or second.portfolios:
        return _compare_ministries(first, second, agreed=agreed)
    found = _compare_acronym(first, second) or _compare_acronym(second, first)
    if found is not None:
        return found
    if not first.words or not second.words:
        same = not first.words and not second.words and first.countries == second.countries and bool(first.countries)
        return Match(same=same, score=1.0 if same else 0.0, rule="state")
    match = _compare_all_words(first, second)
    if not match.same:
        return match
    if not agreed and {*first.words} <= GENERIC:
        return _refuse("generic", match.score / 2)
    if first.countries != second.countries and not _may_lack_country(first, second):
        return _refuse("branch", match.score / 2)
    return match


def _may_lack_country(first: Body, second: Body) -> bool:
    """Whether the country that but one of the names has may be left out: `Russian Gazprom`, not `USA Today`."""
    longer = first if first.countries else second
    if longer.branch:
        return False
    if len(longer.words) > 1 or longer.words[0] in GENERIC:
        return True
    return load_levels().get(longer.words[0], COMMON + 1) > COMMON


def _find_lands(body: Body, told: str | None) -> frozenset[str]:
    return body.countries or (frozenset({told}) if told else frozenset())


def _compare_ministries(first: Body, second: Body, *, agreed: bool) -> Match:
    """Ministries are one where country and portfolio agree; a wider portfolio may be cut short (`... and Trade`)."""
    one, other = set(first.portfolios), set(second.portfolios)
    if not one & other or sorted(first.words) != sorted(second.words):
        return _refuse("portfolio")
    if not agreed:
        return _refuse("generic", 0.5)
    if one == other:
        return Match(same=True, score=0.98, rule="ministry")
    if one < other or other < one:
        return Match(same=True, score=0.8, rule="part")
    return _refuse("portfolio", 0.4)


def _compare_acronym(short: Body, full: Body) -> Match | None:
    if not short.acronym or not full.initials or short.acronym != full.initials:
        return None
    if len(short.acronym) < LEAST_ACRONYM:
        return _refuse("acronym", 0.6)
    return Match(same=True, score=0.8, rule="acronym")


def _compare_all_words(first: Body, second: Body) -> Match:
    if first.words == second.words:
        rule = "same" if first.labels == second.labels else "label"
        return Match(same=True, score=1.0 if rule == "same" else 0.85, rule=rule)
    if sorted(first.words) == sorted(second.words):
        return Match(same=True, score=0.92, rule="order")
    if len(first.words) != len(second.words):
        return _compare_joined(first, second)
    cost = 0.0
    for one, other in zip(first.words, second.words, strict=True):
        if one == other:
            continue
        if min(len(one), len(other)) < 5 or one in GENERIC or other in GENERIC:
            return _refuse("other")
        cost += weigh(make_code(one), make_code(other))
        if cost > SPELT:
            return _refuse("other")
    return Match(same=True, score=round(0.93 - cost / 8, 4), rule="spelling")


def _compare_joined(first: Body, second: Body) -> Match:
    """The same letters, in one word or several: `Boko Haram`, `Bokoharam`."""
    one, other = "".join(first.words), "".join(second.words)
    if len(one) > 5 and one == other:
        return Match(same=True, score=0.9, rule="spelling")
    shared = len({*first.words} & {*second.words}) / max(len(first.words), len(second.words))
    return _refuse("part" if shared else "other", round(shared / 2, 4))
