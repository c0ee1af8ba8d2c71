"""What a part of a run of letters would cost as a word of its own, and where a run is cut: less is better.

The costs are judgements in points, set on articles outside the bench's figures; a cut is made where they stay within
`BUDGET`, and where nothing says that the run is one word.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from coranto.clean.words import (
    load_compounding,
    load_given_names,
    load_glue,
    load_levels,
    load_names,
    load_pairs,
    load_vocabulary,
)

BUDGET = 9
"""Of a run of two words."""
CERTAIN = 5
FURTHER = 3
"""What each word after the second may add."""
MOST = 4
NEVER = 1_000
SHORT_NAME = 4
LONG_PAIR = 15
"""Letters of two words that are no brand for their length alone."""
UNKNOWN_NAME = 5
COMMON = 50
FREQUENT = 35
WORD_COSTS = ((10, 1), (20, 2), (35, 3), (40, 4), (COMMON, 5), (60, 7), (70, 8))
SEGMENT = re.compile(r"[A-ZÀ-ÖØ-Þ]+(?![a-zß-ÿ])|[A-ZÀ-ÖØ-Þ]?[^\W\d_A-ZÀ-ÖØ-Þ]+")
"""Letters between two changes from small to capital."""
MAC = re.compile("(?:Mc|Mac|O)[A-Z][a-z]{2,}|[A-Z]{2,5}s")
DETERMINERS = frozenset(
    ["the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your", "all"]
)
GENERATIONS = frozenset(["Jr", "Sr"])
LEADING = frozenset(["and", "as", "at", "by", "for", "from", "in", "of", "on", "to", "with"])
"""Words that lead to what follows them."""
FIRMS = frozenset(["Co", "Corp", "Corporation", "Company", "Group", "Holdings", "Inc", "LLC", "LLP", "Ltd", "Partners"])
PLACE_WORDS = frozenset(["in", "of", "to"])
PRONOUNS = frozenset(["i", "you", "we", "he", "she", "they", "it", "my", "your", "our", "his", "her", "their", "its"])
COMBINING = (
    "sphere",
    "scape",
    "scapes",
    "phobia",
    "phobic",
    "graphic",
    "logical",
    "sexual",
    "sexuals",
    "genic",
    "holic",
)
DERIVING = ("s", "es", "ed", "d", "ing", "er", "ers", "ism", "ist", "ists", "ian", "ians", "ite", "ites", "ly", "a")
"""Endings with which a known word or name makes another."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the article says of its words: how often each occurs, those that are names within it, and its text.

    `elsewhere` are the names of other articles, and pairs of them, as `White House`.
    """

    counts: Counter[str]
    here: frozenset[str] = frozenset()
    elsewhere: frozenset[str] = frozenset()
    text: str = ""


class Beside(NamedTuple):
    """The words that stand one character before a run and one blank after it, as far as there are any."""

    before: str = ""
    after: str = ""

    def follows_name(self) -> bool:
        """Whether the word before has a capital."""
        return self.before[:1].isupper()

    def is_led(self) -> bool:
        """Whether the word after is such as a preposition or a conjunction leads to, and a name seldom."""
        return self.after[:1].isupper() or self.after[:1].isdigit() or self.after in DETERMINERS


ALONE = Beside()


class Piece(NamedTuple):
    """A part of a run as a word of its own."""

    word: str
    shape: str
    """`lower`, `name` (one capital), `caps`, or `mixed`."""
    cost: int
    seen: bool
    """Whether it stands as a name in the article, in others, or in a table."""
    common: bool
    """Whether it is a common word that is no name within the article."""
    paired: bool = False
    """Whether it makes a known pair with the word before the run: `Hill` after `Capitol`."""


def split_word(word: str, around: Surroundings, beside: Beside = ALONE) -> tuple[int, ...]:
    """The places where a run of letters is cut; none where it is one word, or where nothing shows that it is more."""
    if _is_one(word, around):
        return ()
    paired: dict[str, bool] = {}
    best: tuple[int, int, tuple[int, ...]] = (BUDGET + 1, 0, ())
    for pieces in _part(word, 0, around, (_find_inner(word), MOST)):
        if len(pieces) > 1:
            first = pieces[0]
            if first.word not in paired:
                paired[first.word] = _is_paired(beside.before, first.word, around)
            if paired[first.word]:
                cost = min(first.cost, 2)
                pieces = (first._replace(cost=cost, seen=True, common=False, paired=True), *pieces[1:])
            total = sum(piece.cost for piece in pieces) - FURTHER * (len(pieces) - 2)
            for left, right in pairwise(pieces):
                at_end = Beside(beside.before if left is pieces[0] else "", beside.after if right is pieces[-1] else "")
                total += weigh_cut(left, right, around, at_end)
            best = min(best, (total, len(pieces), tuple(accumulate(len(piece.word) for piece in pieces[:-1]))))
    if best[2] and (around.counts[word] > 1 or word in around.elsewhere) and word[1:].islower():
        # Written so twice, or in others too, it is no slip, unless the name before a plain word stands apart oftener.
        name = word[: best[2][0]]
        if best[0] > CERTAIN or word[0].islower() or around.counts[name] <= around.counts[word]:
            return ()
    return best[2]


def weigh_piece(word: str, around: Surroundings) -> Piece | None:
    """What the letters cost as a word; None where they are none."""
    levels, glue = load_levels(), load_glue()
    small = word.lower()
    level = levels.get(small, 99)
    if word.islower():
        if word in glue.function:
            return Piece(word, "lower", 0 if len(word) > 1 else 2, seen=True, common=True)
        cost = next((cost for most, cost in WORD_COSTS if level <= most), NEVER) if len(word) > 2 else NEVER
        if cost == NEVER and len(word) > 4:
            # A word that the article has by itself, or a newer one: a term, a name in small letters.
            cost = 5 if around.counts[word] > 0 else 7 if word in load_vocabulary() else NEVER
        return Piece(word, "lower", cost, seen=around.counts[word] > 0, common=True) if cost < NEVER else None
    shape = "caps" if word.isupper() and len(word) > 1 else "name" if word[1:].islower() or len(word) == 1 else "mixed"
    known, here = word in load_names(), word in around.here
    common = level <= COMMON and not known and not here and shape != "caps"
    if word in glue.starters:
        return Piece(word, shape, 2, seen=False, common=True)
    if known or here:
        return Piece(word, shape, 1, seen=True, common=False)
    if word in around.elsewhere:
        return Piece(word, shape, 2, seen=True, common=common)
    if around.counts[word] > 0 and not common:
        return Piece(word, shape, 2, seen=True, common=False)
    if word in GENERATIONS:
        return Piece(word, shape, 1, seen=False, common=False)
    if MAC.fullmatch(word):
        return Piece(word, shape, 3 if small in load_vocabulary() else UNKNOWN_NAME, seen=False, common=False)
    if shape == "mixed" or len(word) < (2 if shape == "caps" else 3):
        return None
    if small in load_given_names():
        return Piece(word, shape, 3, seen=False, common=common)
    if level <= COMMON:
        return Piece(word, shape, 3 if level <= FREQUENT else 4, seen=False, common=True)
    if small in load_vocabulary():
        return Piece(word, shape, 3, seen=False, common=False)
    return Piece(word, shape, UNKNOWN_NAME, seen=False, common=False) if len(word) >= SHORT_NAME else None


def weigh_cut(left: Piece, right: Piece, around: Surroundings, beside: Beside = ALONE) -> int:
    """What it costs to part the two: little where letters change from small to capital, much within small letters."""
    glue = load_glue()
    if right.shape == "lower":
        if left.shape == "lower":
            return _weigh_words(left, right, around)
        return _weigh_after_name(left, right, around, beside)
    if left.shape == "lower":
        # "onFriday", "officialsThe"
        return NEVER if left.word in glue.particles and f" {left.word} {right.word}" not in around.text else 1
    if _is_pair(left.word, right.word, around):
        return 0
    if left.shape == right.shape == "caps" or (left.shape == "name" and left.word.lower() in glue.name_beginnings):
        return NEVER
    if left.shape == "caps":
        # "ISIShas" is no name before "Shas"
        taken = _is_name(f"{left.word}{right.word[0]}", around) and is_listed(right.word[1:].lower())
        if right.cost >= UNKNOWN_NAME or (taken and right.shape == "name"):
            return NEVER
    if right.word in glue.starters and len(right.word) > 1:
        return 1 if not left.common or left.word.isupper() or len(right.word) > 2 else 4
    if left.word in glue.starters:
        small = left.word.lower()
        if small in PRONOUNS or (small not in glue.function and small not in glue.certain_ends):
            return NEVER
        if right.seen and right.common and len(right.word) > SHORT_NAME:
            return 5
        return 3 if right.seen and not right.common else NEVER
    if left.word in glue.titles or left.word.lower() in load_given_names():
        return 1 if right.shape != "caps" and len(right.word) >= SHORT_NAME and not right.common else 3
    if right.word in glue.titles and left.seen:
        return 3
    if right.word in GENERATIONS:
        return 1 if left.seen else NEVER
    if len(right.word) == 3 and right.word.lower() in load_given_names():
        return 3 if left.seen and len(left.word) > SHORT_NAME and beside.after[:1].isupper() else NEVER
    if right.word in glue.institutions and len(left.word) >= SHORT_NAME:
        return 2 if left.common else 1
    if "caps" not in {left.shape, right.shape}:
        known = left.seen and not left.common and len(left.word) + 1 == SHORT_NAME < len(right.word)
        if not known and min(len(left.word), len(right.word)) < SHORT_NAME:
            return NEVER
    if right.word in glue.brand_ends:
        return NEVER
    if left.common and right.common and left.cost < UNKNOWN_NAME and _make_no_brand(left, right, beside):
        return BUDGET - left.cost - right.cost
    # Two common words with capitals are a brand as often as a slip.
    if left.seen and right.seen and left.common and right.common:
        sizes = sorted([len(left.word), len(right.word)])
        return 5 if right.word in glue.titles or (sizes[0] >= 5 and sizes[1] >= 7) else 7
    return 1 + 3 * (left.common + right.common)


def _weigh_after_name(left: Piece, right: Piece, around: Surroundings, beside: Beside) -> int:
    """A cut between a name and a word in small letters: "Moscowwhere", "BBCreports"."""
    glue = load_glue()
    if left.word == "The":
        return 3 if len(right.word) > SHORT_NAME and right.cost <= 3 else NEVER
    if right.word in glue.name_endings or left.word.lower() in glue.name_beginnings:
        return NEVER
    if left.word in glue.starters and not left.paired:
        return _weigh_after_starter(left, right, beside)
    if right.word == "an" and left.word not in load_names():
        return NEVER
    if right.word in glue.certain_ends:
        return 2 if len(left.word) >= SHORT_NAME else 4
    function = right.word in glue.function
    if _leads_on(left, right, beside) and not _may_part_elsewhere(left, right, around):
        return 3
    if left.common and beside.before in DETERMINERS and left.shape == "name" and not function:
        # "our Enemyharder": what an article or a pronoun stands before is seldom a surname.
        plain = min(len(left.word), len(right.word)) >= SHORT_NAME and right.cost <= 2 and left.cost <= 3
        if plain and not _may_compound(left, right):
            return 4
    if left.shape == "caps" and not left.seen and is_listed(f"{left.word[-1]}{right.word}".lower()) and not function:
        return NEVER
    short = left.shape != "caps" and right.word not in glue.small
    if len(right.word) < 3 and (short or (left.common and not _is_place_before(left, right))):
        return NEVER
    if right.word in {"an", "a"} and (left.word[-1:] in "aeiou") != (right.word == "a"):
        return NEVER
    if not left.seen:
        if left.shape == "caps" and len(left.word) > 2 and left.cost < UNKNOWN_NAME:
            return 3 if function and len(right.word) > 2 else 4 if len(right.word) > SHORT_NAME else NEVER
        if left.common and len(left.word) > 5 and function and right.word != "and":
            return 5 if len(right.word) > 2 or right.word in PLACE_WORDS else NEVER
        if left.shape == "caps" or left.common or len(left.word) < SHORT_NAME or not beside.follows_name():
            return NEVER
        if _may_part_elsewhere(left, right, around):
            return NEVER
        if len(right.word) >= SHORT_NAME and (right.word in glue.ends or right.word in glue.verbs):
            return 2
        return 3 if left.cost < UNKNOWN_NAME and min(len(left.word), len(right.word)) > 5 and right.cost < 4 else NEVER
    if left.word in glue.titles and not function and len(left.word) <= SHORT_NAME:
        return NEVER
    levels = load_levels()
    level = levels.get(right.word, 99)
    plain = (function and len(right.word) > 2 and right.word != "and") or right.word in glue.verbs
    tail = right.word[1:]
    longer = _is_name(f"{left.word}{right.word[0]}", around)
    if longer and levels.get(tail, 99) <= level and (tail in glue.function or not plain):
        return NEVER
    shorter = left.word[-1] == "s" and not function and _is_name(left.word[:-1], around)
    if shorter and levels.get(f"s{right.word}", 99) <= level:
        return NEVER
    if left.shape == "name" and len(left.word) <= 5 and not (plain or left.paired or _is_here(left, around)):
        # Short words of other articles are the beginnings of rare surnames as often.
        if left.common and len(left.word) == 5 and right.word in PLACE_WORDS:
            return 5
        rare = left.common or len(left.word) < SHORT_NAME or left.word in glue.calendar
        if rare or not function or (right.word == "and" and len(left.word) == SHORT_NAME):
            return NEVER
    if function or right.word in glue.verbs:
        return 5 if left.common else 3
    if left.shape == "name" and len(left.word) < SHORT_NAME:
        return 5 if left.cost == 1 and len(right.word) >= SHORT_NAME and right.cost < 3 else NEVER
    if left.common:
        return 3 if len(right.word) > SHORT_NAME and right.cost <= 3 and not _may_compound(left, right) else NEVER
    return 3 if left.cost == 1 and min(len(left.word), len(right.word)) > SHORT_NAME else 4


def _weigh_after_starter(left: Piece, right: Piece, beside: Beside) -> int:
    """A cut between a word that begins a sentence and one in small letters: "Thesepeople"; none after a name."""
    if len(left.word) < 3 or len(right.word) < SHORT_NAME or beside.follows_name():
        return NEVER
    known = right.word in load_glue().function or (len(left.word) > 3 and right.cost <= 1)
    return 3 if known and left.word.lower() in load_glue().function else NEVER


def _make_no_brand(left: Piece, right: Piece, beside: Beside) -> bool:
    """Whether two common words with capitals are long, or have another capital beside them, and make no compound."""
    firsts, lasts = load_compounding()
    if left.word.lower() in firsts or right.word.lower() in lasts or is_listed(f"{left.word}{right.word}".lower()):
        return False
    sizes = (len(left.word), len(right.word))
    if beside.after in FIRMS:
        return False
    if min(sizes) > 5 and sum(sizes) >= LONG_PAIR:
        return True
    least = SHORT_NAME if left.seen and right.seen else SHORT_NAME + 1
    return min(sizes) >= least and (beside.follows_name() or beside.after[:1].isupper())


def _leads_on(left: Piece, right: Piece, beside: Beside) -> bool:
    """Whether a word that leads on, by what follows it, ends a run that begins with a word or a known name."""
    determined = beside.before.lower() in DETERMINERS
    if right.word not in LEADING or left.shape != "name" or not (beside.is_led() or determined):
        return False
    if right.word == "of":
        least = SHORT_NAME - 1
    else:
        short = left.paired or (determined and right.word == "and" and beside.after.islower())
        least = SHORT_NAME if short else SHORT_NAME + 1
    sure = left.seen or left.common or (left.cost < UNKNOWN_NAME and beside.follows_name())
    return sure and len(left.word) >= least


def _may_part_elsewhere(left: Piece, right: Piece, around: Surroundings) -> bool:
    """Whether the run may as well be a shorter name and a longer word, one no rarer than the one at its end."""
    levels = load_levels()
    level = levels.get(right.word, 99)
    for size in (1, 2):
        name, word = left.word[:-size], f"{left.word[-size:]}{right.word}"
        if _is_name(name, around) and (levels.get(word, 99) <= max(level, FREQUENT) or right.cost > 0):
            return True
    return False


def _is_paired(before: str, word: str, around: Surroundings) -> bool:
    """Whether the word and the one before the run stand side by side elsewhere."""
    if not before or not before[0].isupper() or not word[0].isupper():
        return False
    pair = f"{before} {word}"
    if pair in around.elsewhere or pair in load_pairs():
        return True
    return pair in around.text and re.search(rf"\b{pair}(?![^\W\d_])", around.text) is not None


def _may_compound(left: Piece, right: Piece) -> bool:
    firsts, lasts = load_compounding()
    return left.word.lower() in firsts or right.word in lasts or right.word.endswith(COMBINING)


def _is_here(left: Piece, around: Surroundings) -> bool:
    """Whether it is a name of the article, or one of the tables: of short words those of other articles show little."""
    return left.word in around.here or (left.word in load_names() and left.word not in load_glue().calendar)


def _is_place_before(left: Piece, right: Piece) -> bool:
    """Whether a common word that is a name in other articles may end before a short word: "Departmentof"."""
    return left.seen and len(left.word) >= SHORT_NAME and right.word in PLACE_WORDS


def _weigh_words(left: Piece, right: Piece, around: Surroundings) -> int:
    """Two words in small letters: one at least is of the kind that is found glued."""
    levels, glue = load_levels(), load_glue()
    level, right_level = levels.get(left.word, 99), levels.get(right.word, 99)
    if right.word in glue.certain_ends:
        return 2 if len(left.word) > 3 and level <= COMMON else NEVER
    if right.word in glue.ends:
        return 3 if level <= COMMON and len(left.word) > 3 else NEVER
    if right.word in glue.short_ends:
        return 4 if level <= FREQUENT and len(left.word) > 4 else NEVER
    if left.word in glue.beginnings:
        return 3 if right_level <= FREQUENT and len(right.word) > 4 else NEVER
    if f" {left.word} {right.word}" in around.text and min(len(left.word), len(right.word)) > 2:
        return 2
    if level > FREQUENT or right_level > FREQUENT or min(len(left.word), len(right.word)) < 5:
        return NEVER
    # Two words of content make many a new compound: only two that make none otherwise.
    return NEVER if _may_compound(left, right) else 2


def _part(word: str, at: int, around: Surroundings, limits: tuple[frozenset[int], int]) -> Iterator[tuple[Piece, ...]]:
    """The ways to part the run from `at` on into pieces, each a word by itself.

    The limits are where it may not be cut, and how many pieces it may have.
    """
    inner, most = limits
    if at == len(word):
        yield ()
        return
    if most == 0:
        return
    for end in range(at + 1, len(word) + 1):
        if end in inner or (end == at + 1 and (word[at] not in "aAI" or (at and word[at - 1].isupper()))):
            continue
        piece = weigh_piece(word[at:end], around)
        if piece is None or piece.cost > BUDGET:
            continue
        if piece.cost == UNKNOWN_NAME and end < len(word) and word[end].islower() and not _is_tail(word[end:]):
            continue
        for rest in _part(word, end, around, (inner, most - 1)):
            yield (piece, *rest)


def _find_inner(word: str) -> frozenset[int]:
    """Where the run may not be cut: inside a word of the lists that begins and ends where letters change."""
    inner: set[int] = set()
    for found in SEGMENT.finditer(word):
        # After capitals it is not told to which word the last of them belongs: "FBIhas", "FBIAgent".
        mixed = found.start() > 0 and word[found.start() - 1].isupper()
        segment = found.group()
        if not mixed and is_listed(segment.lower()):
            inner.update(
                at
                for at in range(found.start() + 1, found.end())
                if not (segment.isupper() and f"{word[:at]} {word[at:]}" in load_pairs())
            )
    return frozenset(inner)


def _is_pair(left: str, right: str, around: Surroundings) -> bool:
    """Whether two words with capitals stand side by side elsewhere."""
    pair = f"{left} {right}"
    return pair in around.elsewhere or pair in load_pairs() or f" {pair}" in around.text


def _is_one(word: str, around: Surroundings) -> bool:
    """Whether anything says that the run is one word: the lists, or the article or others that have it so."""
    if word[1:].islower():
        return _is_derived(word.lower())
    if word[:-1].isupper() and word[-1] == "s":
        return True
    if word.lower() in load_glue().whole:
        return True
    if _follows_small(word, around):
        return False
    if _is_person(word, around):
        return False
    known, near = _count_pairs(word, around)
    if any(f"{word[:cut]} {word[cut:]}" in load_pairs() for cut in range(2, len(word) - 1)):
        return False
    if near:
        return near < around.counts[word]
    if around.counts[word] > 1 or word in around.elsewhere:
        return True
    if word.isupper():
        return not known
    cut = next((at for at in range(1, len(word)) if word[at].isupper()), 0)
    # "TheIRS" is no form of "theirs".
    return is_listed(word.lower()) and not known and not (cut > 1 and len(word) > cut + 1 and word[cut:].isupper())


def _follows_small(word: str, around: Surroundings) -> bool:
    """Whether the run is a function word and a name: "onFriday"."""
    glue = load_glue()
    cut = next((at for at, letter in enumerate(word) if letter.isupper()), 0)
    left = word[:cut]
    right = word[cut:]
    if (cut < 2 and not right.isupper()) or left not in glue.function or left in glue.particles:
        return False
    return _is_name(right, around) or around.counts[right] > 0


def _is_person(word: str, around: Surroundings) -> bool:
    """Whether the run is a given name and a surname that stand side by side elsewhere: "AnnaWintour"."""
    cut = next((at for at in range(2, len(word) - 1) if word[at].isupper()), 0)
    if not cut or word[:cut].lower() not in load_given_names():
        return False
    pair = f"{word[:cut]} {word[cut:]}"
    return pair in around.elsewhere or pair in load_pairs()


def _count_pairs(word: str, around: Surroundings) -> tuple[bool, int]:
    """Whether the run is two words that stand together in a table, and how often they do so in the article."""
    known, near = False, 0
    for cut in range(2, len(word) - 1):
        if word[cut].isupper() and word[0].isupper():
            pair = f"{word[:cut]} {word[cut:]}"
            known = known or pair in load_pairs() or (not is_listed(word.lower()) and pair in around.elsewhere)
            near += around.text.count(f" {pair}")
    return known, near


def _is_name(word: str, around: Surroundings) -> bool:
    glue = load_glue()
    return (
        word in around.here
        or word in around.elsewhere
        or word in load_names()
        or word in glue.titles
        or (len(word) > 2 and word in glue.starters)
    )


def _is_derived(small: str) -> bool:
    """Whether it is a word or a name of the lists, or made of one with an ending."""
    if small.endswith("is"):
        # "Congressis", but not the plural "Azerbaijanis"
        return is_listed(small) or small[:-1] in load_levels() or small[:-1].capitalize() in load_names()
    stems = (small, *(small.removesuffix(ending) for ending in DERIVING if small.endswith(ending)))
    return any(is_listed(stem) and len(stem) > 3 for stem in stems)


@cache
def _is_tail(small: str) -> bool:
    """Whether it is a word that may follow a name of no list."""
    glue = load_glue()
    return small in glue.certain_ends or small in glue.ends or small in glue.verbs


def is_listed(small: str) -> bool:
    """Whether a word in small letters is on a list of words, of names or of newer words."""
    if small.endswith("in") and f"{small}g" in load_levels():
        return small in load_levels()  # (slang that the web has: "partyin")
    return small in load_vocabulary() or small in load_levels() or small in load_glue().whole
