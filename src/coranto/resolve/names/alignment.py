"""Whether two full names of persons may have one bearer: their words are paired, and what stays over decides.

Words that both names have over are a contradiction (`John A. Smith` and `John B. Smith`); what only one has over must
be a middle name, a patronymic, or a second family name where such are borne. A suffix, a ruler's number or land that
differs is a veto. A given name alone, or a family name alone, is never enough.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import DamerauLevenshtein

from coranto.extract.known import find_known
from coranto.resolve.names.persons import PATRONYMIC, SYLLABLE, Person, load_given, load_iberian, parse_person
from coranto.resolve.names.spellings import Match, compare_words

STRAY = 0.25
"""How far all the words of two names may be from each other together."""
LONE_INITIAL = 0.72
"""The score of a family name with one initial: it suffices, but only just."""
LEAST_SLIP = 7
"""Shorter words that are one letter apart are too often two names."""
VOWELS = frozenset("aeiou")
FRONT = re.compile("[^ei]")


@dataclass(frozen=True, slots=True)
class Pair:
    """A word of the first name and a word of the second that are one, by their places."""

    first: int
    second: int
    score: float
    why: str


@lru_cache(maxsize=1 << 16)
def compare_persons(one: str, other: str) -> Match:
    """Whether two full names of persons, in any two articles, may stand for one bearer: names alone, no context."""
    first, second = parse_person(one), parse_person(other)
    listed = _compare_listed(one, other)
    if listed is not None:
        return listed
    if first.generation != second.generation:
        return _refuse("generation")
    if first.place and second.place and first.place != second.place:
        return _refuse("place")
    if first.title == second.title and first.title and 1 in {len(first.words), len(second.words)}:
        first, second = _restore_title(first, second), _restore_title(second, first)
    if first.words == second.words and first.eastern == second.eastern:
        return _accept_equal(first, second)
    found = _align(first, second)
    for variant, fixed in ((first, second), (second, first)):
        if not found.same and variant.pinyin and fixed.eastern:
            turned = Person(variant.pinyin, eastern=True)
            alike = turned.words == fixed.words
            again = Match(same=True, score=0.9, rule="spelling") if alike else _align(turned, fixed)
            found = again if again.same else found
    if found.same and first.latin != second.latin:
        return Match(same=True, score=min(found.score, 0.95), rule="script")
    return found


def _refuse(rule: str, score: float = 0.0) -> Match:
    return Match(same=False, score=score, rule=rule)


def _compare_listed(one: str, other: str) -> Match | None:
    """What the list of known people tells, where it knows both."""
    first = _find_listed(one)
    second = _find_listed(other) if first else ""
    if not first or not second:
        return None
    return Match(same=True, score=1.0, rule="listed") if first == second else _refuse("listed")


@lru_cache(maxsize=1 << 16)
def _find_listed(name: str) -> str:
    known = find_known(name)
    return known.key if known is not None and known.kind == "person" and len(known.words) > 1 else ""


def _restore_title(person: Person, other: Person) -> Person:
    """The name with its title as first word, where one of the two has but one word besides (`Sheikh Hasina`)."""
    words = (person.title, *person.words)
    return Person(words, person.generation, person.title, person.place or other.place, latin=person.latin)


def _accept_equal(first: Person, second: Person) -> Match:
    full = [w for w in first.words if len(w) > 1]
    if not full or (len(first.words) < 2 and not first.generation and not first.place):
        return _refuse("single", 0.5)
    if len(full) == 1 and len(first.words) > 1:
        return Match(same=True, score=0.85 if len(first.words) > 2 else LONE_INITIAL, rule="initials")
    if first.latin != second.latin:
        return Match(same=True, score=0.95, rule="script")
    return Match(same=True, score=1.0, rule="same")


def _align(first: Person, second: Person) -> Match:
    pairs = _pair_words(first, second)
    if not pairs:
        return _refuse("other")
    taken_first, taken_second = {p.first for p in pairs}, {p.second for p in pairs}
    over_first = [i for i in range(len(first.words)) if i not in taken_first]
    over_second = [j for j in range(len(second.words)) if j not in taken_second]
    score = sum(p.score for p in pairs) / (len(pairs) + 0.5 * (len(over_first) + len(over_second)))
    if over_first and over_second:
        left = [first.words[i] for i in over_first] + [second.words[j] for j in over_second]
        return _refuse("initials" if any(len(w) == 1 for w in left) else "other", score / 2)
    full = [p for p in pairs if p.why != "initial" and len(first.words[p.first]) > 1]
    initials = [p for p in pairs if p.why == "initial"]
    if not full or len(full) + len(initials) < 2:
        return _refuse("part", score / 2)
    if sum(1 - p.score for p in full if p.why == "spelling") > STRAY:
        return _refuse("far", score / 2)
    ordered = all(a.second < b.second for a, b in pairwise(pairs))
    if not ordered and not _may_turn(first, second, pairs):
        return _refuse("order", score / 2)
    long, places = (first, [p.first for p in pairs]) if over_first else (second, [p.second for p in pairs])
    short = second if over_first else first
    if not _has_family(first, pairs, ordered=ordered):
        return _refuse("family", score / 2)
    over = over_first or over_second
    if len(first.words) > 2 < len(second.words) and any(len(long.words[i]) == 1 for i in over):
        return _refuse("initials", score / 2)
    if over and not _may_lack(long, short, sorted(places)):
        return _refuse("part", min(score, 0.6))
    return _tell(pairs, score, ordered=ordered, part=any(len(long.words[i]) > 1 for i in over))


def _tell(pairs: list[Pair], score: float, *, ordered: bool, part: bool) -> Match:
    whys = [p.why for p in pairs]
    if "initial" in whys:
        rule, most = "initials", 0.85 if whys.count("initial") > 1 or len(whys) > 2 else LONE_INITIAL
    elif "script" in whys:
        rule, most = "script", 0.9
    elif not ordered:
        rule, most = "order", 0.9
    elif "slip" in whys:
        rule, most = "slip", 0.85
    elif "form" in whys:
        rule, most = "nickname", 0.88
    elif part:
        rule, most = "part", 0.85
    else:
        rule, most = ("spelling", 0.95) if "spelling" in whys else ("same", 1.0)
    return Match(same=True, score=round(min(score, most), 4), rule=rule)


def _pair_words(first: Person, second: Person) -> list[Pair]:
    """The best pairs of words, each word once, by their place in the first name."""
    found: list[Pair] = []
    eastern = first.eastern and second.eastern
    for i, one in enumerate(first.words):
        for j, other in enumerate(second.words):
            score, why = _compare(one, other)
            if score and not (eastern and why == "spelling" and FRONT.sub("", one) != FRONT.sub("", other)):
                found.append(Pair(i, j, score, why))
    if not found:
        return []
    found.sort(key=lambda p: (-p.score, abs(p.first - p.second), p.first + p.second, p.first))
    kept: list[Pair] = []
    for pair in found:
        if all(pair.first != k.first and pair.second != k.second for k in kept):
            kept.append(pair)
    slip = _find_slip(first, second, kept)
    return sorted([*kept, slip] if slip else kept, key=lambda p: p.first)


def _find_slip(first: Person, second: Person, pairs: list[Pair]) -> Pair | None:
    """The last word of both, where it alone is not the same: one letter is wrong in a long word of three or more."""
    if not len(first.words) == len(second.words) == len(pairs) + 1 or any(p.why != "same" for p in pairs):
        return None
    i = next(i for i in range(len(first.words)) if all(i != p.first for p in pairs))
    j = next(j for j in range(len(second.words)) if all(j != p.second for p in pairs))
    one, other = first.words[i], second.words[j]
    full = sum(len(first.words[p.first]) > 1 for p in pairs)
    if full < 2 or i != j or min(len(one), len(other)) < LEAST_SLIP or {one[-1], other[-1]} & VOWELS:
        return None
    near = DamerauLevenshtein.distance(one, other, score_cutoff=1) == 1
    return Pair(i, j, 0.85, "slip") if near else None


def _compare(one: str, other: str) -> tuple[float, str]:
    if len(one) > 1 and len(other) > 1:
        return compare_words(one, other)
    if one == other:
        return 1.0, "same"
    if len(one) != len(other) and one[0] == other[0]:
        return 0.7, "initial"
    return 0.0, ""


def _may_turn(first: Person, second: Person, pairs: list[Pair]) -> bool:
    """Whether one of the names may have its family name first: a patronymic ends it, or not all are given names."""
    if any(PATRONYMIC.search(p.words[-1]) for p in (first, second) if len(p.words) == 3):
        return True
    if any(len(p.words) > 3 or p.filiation for p in (first, second)):
        return False
    given = load_given()
    return not all(first.words[p.first] in given and second.words[p.second] in given for p in pairs)


def _has_family(first: Person, pairs: list[Pair], *, ordered: bool) -> bool:
    """Whether a word that is paired as a family name is so by its spelling, not as a pet form or by an initial."""
    sure = [p for p in pairs if p.why not in {"initial", "form"}]
    if not ordered:
        return bool(sure)
    ends = {0 if first.eastern else p.first for p in pairs[-1:]}
    return any(p.first in ends or p == pairs[-1] for p in sure)


def _may_lack(long: Person, short: Person, places: list[int]) -> bool:
    """Whether the words of the longer name that the shorter has not may be left out of it.

    Words between the paired ones may. A first word may not: it may tell the child from the father. Words behind the
    last pair may where two family names are borne, where an article or filiation shows them to be a tribe's, or
    where they are the Chinese given name of one who bears another too (`Benny Tai Yiu-ting`).
    """
    words = long.words
    if places[0] != 0:
        return _is_turned_with_patronymic(long, places)
    tail = words[places[-1] + 1 :]
    if not tail:
        return True
    if len(tail) > 2:
        return False
    if PATRONYMIC.search(tail[-1]) and len(tail) == 1:
        return True
    if long.nisba.issuperset(tail[-1:]) and (long.filiation or len(places) > 1):
        return True
    if len(tail) == 2 == len(places) and all(SYLLABLE.fullmatch(w) for w in words[1:]):
        return True
    given, family = load_iberian()
    last = words[places[-1]]
    if last in load_given() and last not in family:
        return False
    return words[0] in given or last in family or tail[-1] in family or short.words[0] in given


def _is_turned_with_patronymic(long: Person, places: list[int]) -> bool:
    return bool(PATRONYMIC.search(long.words[-1])) and len(places) == len(long.words) - 1
