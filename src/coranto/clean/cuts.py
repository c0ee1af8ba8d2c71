"""A cut between two parts of a run of letters, and what it costs: little where the letters change to a capital.

The costs are added to those of the parts.
"""

from __future__ import annotations

from typing import NamedTuple

from coranto.clean.pieces import (
    COMMON,
    FREQUENT,
    GENERATIONS,
    NEVER,
    SHORT_NAME,
    UNKNOWN_NAME,
    Piece,
    Surroundings,
    is_listed,
    is_name,
    is_pair,
)
from coranto.clean.words import load_compounding, load_given_names, load_glue, load_levels, load_names

BUDGET = 9
"""What the words and the cut of a run of two may cost together."""
LONG_PAIR = 15
"""Letters of two words that are no brand for their length alone."""
DETERMINERS = frozenset(
    ["the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your", "all"]
)
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
    if is_pair(left.word, right.word, around):
        return 0
    if left.shape == right.shape == "caps" or (left.shape == "name" and left.word.lower() in glue.name_beginnings):
        return NEVER
    if left.shape == "caps":
        # "ISIShas" is no name before "Shas"
        taken = is_name(f"{left.word}{right.word[0]}", around) and is_listed(right.word[1:].lower())
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
    longer = is_name(f"{left.word}{right.word[0]}", around)
    if longer and levels.get(tail, 99) <= level and (tail in glue.function or not plain):
        return NEVER
    shorter = left.word[-1] == "s" and not function and is_name(left.word[:-1], around)
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
        if is_name(name, around) and (levels.get(word, 99) <= max(level, FREQUENT) or right.cost > 0):
            return True
    return False


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
