"""Time expressions in the sentences, after the TimeML 1.2.1 guidelines (Saurí et al. 2006), before any date is known.

The spans are TimeBank's: the noun phrase without its preposition (`Tuesday`, `last May`, `the end of August`, `two
weeks ago`). Ages are left out.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from coranto.extract.timex.patterns import load_patterns
from coranto.extract.timex.readings import Found, Meaning
from coranto.extract.timex.words import OTHER, Words, cut_words, fill_classes
from coranto.model.sentence import Sentence, Token
from coranto.model.span import Span
from coranto.resources import read_yaml

Tense = Literal["past", "present", "future", "unknown"]
STARTERS = (
    "{month}{month_short}{weekday}{weekday_short}{weekdays}{season}{unit}{units}{weekend}{weekends}{part}{hour}"
    "{deictic}{year}{iso}{slash}{time}{clock}{decade}{set}{oclock}{number}"
)
PREPOSITIONS = frozenset(
    "in since by until till from during before after through throughout of for between and to early late around about "
    "circa or as".split()
)
BESIDE = frozenset({"unit_beside", "part"})
ENDS = (".", ",", ";", ":", "!", "?", ")", "-", "—", "–", "and", "but", "when", "that", '"', "”", "’")
HOURLY = frozenset("at by around about from until till since before after shortly approximately".split())
NAMES = frozenset({"PERSON", "ORG", "EVENT", "WORK_OF_ART", "FAC", "GPE", "PRODUCT"})
AWAITING = frozenset(
    "schedule expect plan slate set due hope intend aim prepare want vow pledge promise threaten agree offer postpone "
    "extend delay effective payable".split()
)
"""Words after which a participle or infinitive looks ahead."""
UP_TO = ("to", "until", "by", "till")


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression: what it says (`meaning`), in which tense its clause stands, and the rule that found it."""

    span: Span
    sentence: int
    meaning: Meaning
    tense: Tense
    rule: str


@dataclass(frozen=True, slots=True)
class _Candidate:
    first: int
    last: int
    order: int
    rule: str
    meaning: Meaning | None


def find_times(sentences: Sequence[Sentence]) -> tuple[TimeExpression, ...]:
    """Every time expression, in the order of the text; none overlaps another."""
    return tuple(expression for sentence in sentences for expression in _find_in(sentence))


def _find_in(sentence: Sentence) -> Iterator[TimeExpression]:
    words = cut_words(sentence.text)
    found = _find_phrases(words)
    if not _load_starters().isdisjoint(words.classes):
        found += _find_patterns(words)
    if not found:
        return
    taken = 0
    for chosen in _choose(found):
        first, last = words.spans[chosen.first][0], words.spans[chosen.last - 1][1]
        meaning = chosen.meaning
        if first < taken or meaning is None:
            continue
        token = _find_head(sentence, first, last)
        if not _is_time(sentence, words, chosen, token):
            continue
        taken = last
        if chosen.rule in BESIDE and _goes_on(words, chosen):
            meaning = replace(meaning, form="value", value="XXXX-XX-XX")
        tense = find_tense(sentence, token) if meaning.form == "calendar" else "unknown"
        yield TimeExpression(sentence.span_at(first, last), sentence.number, meaning, tense, chosen.rule)


def _goes_on(words: Words, chosen: _Candidate) -> bool:
    """Whether `the day before` is followed by what it is the day before of, which tells no date."""
    if words.lower[chosen.last - 1] not in ("before", "after"):
        return False
    return words.lower[chosen.last : chosen.last + 1] not in ([], *([mark] for mark in ENDS))


def _find_patterns(words: Words) -> list[_Candidate]:
    found = []
    for order, (rule, pattern, read) in enumerate(load_patterns()):
        for match in pattern.finditer(words.classes):
            meaning = read(Found(words, match))
            if meaning is not None:
                found.append(_Candidate(match.start(), match.end(), order, rule, meaning))
    return found


def _find_phrases(words: Words) -> list[_Candidate]:
    found = []
    phrases = _load_phrases()
    for first, word in enumerate(words.lower):
        for phrase, rule, meaning in phrases.get(word, ()):
            last = first + len(phrase)
            if tuple(words.lower[first:last]) == phrase:
                if rule == "holiday" and meaning and words.classes[last : last + 1] == fill_classes("{year}"):
                    meaning = replace(meaning, value=f"{words.values[last]}{meaning.value[4:]}")
                    last += 1
                found.append(_Candidate(first, last, -1, rule, meaning))
    return found


def _choose(found: list[_Candidate]) -> list[_Candidate]:
    """The longest first, of equals the earlier pattern; what overlaps a chosen one is dropped."""
    chosen: list[_Candidate] = []
    taken: set[int] = set()
    for candidate in sorted(found, key=lambda c: (c.first - c.last, c.order, c.first)):
        words = range(candidate.first, candidate.last)
        if taken.isdisjoint(words):
            taken.update(words)
            chosen.append(candidate)
    return sorted(chosen, key=lambda c: c.first)


def _get_offset(token: Token) -> int:
    return token.offset


def _find_head(sentence: Sentence, first: int, last: int) -> Token:
    """The token within the text's stretch that hangs on a word outside it."""
    tokens = sentence.tokens
    begin = max(bisect_right(tokens, first, key=_get_offset) - 1, 0)
    inside = tokens[begin : max(bisect_left(tokens, last, key=_get_offset), begin + 1)]
    numbers = {t.i for t in inside}
    return next((t for t in inside if t.head not in numbers), inside[-1])


def _is_time(sentence: Sentence, words: Words, chosen: _Candidate, head: Token) -> bool:
    """Whether the words are no verb, name or count that looks like a time."""
    before = words.lower[chosen.first - 1] if chosen.first else ""
    after = words.lower[chosen.last] if chosen.last < len(words.lower) else ""
    text = words.lower[chosen.first : chosen.last]
    single = len(text) == 1
    match chosen.rule:
        case "month" if words.values[chosen.first] == 5 and text == ["may"]:
            return head.tag != "MD" and head.label not in NAMES
        case "month":
            if "may" in text and head.tag == "MD":
                return False
            return not (single and (head.label in NAMES or head.pos in ("VERB", "AUX")))
        case "weekday":
            return not (single and head.label in ("PERSON", "WORK_OF_ART", "ORG", "PRODUCT"))
        case "season":
            return _is_season(sentence, words, chosen, head)
        case "year":
            return not single or _is_year(sentence, (before, after), head, words.values[chosen.first])
        case "vague":
            return after not in ("old", "-") and _is_vague(sentence, words, chosen, head)
        case "unit":
            return before not in ("a", "an") and not _is_title(sentence, words, chosen)
        case "length":
            return (
                _is_length(sentence, words, chosen)
                and not (after == "old" or (after == "-" and "old" in words.lower[chosen.last : chosen.last + 2]))
                and not (after == "of" and words.lower[chosen.last + 1 : chosen.last + 2] == ["age"])
            )
        case "clock":
            return before not in ("$", "€", "£") and (not re.fullmatch(r"\d+:\d\d", "".join(text)) or before in HOURLY)
        case "reference":
            return _is_reference(words, chosen, head)
        case "set_word":
            return not (text[0] in ("daily", "weekly") and head.pos == "PROPN")
    return True


def _is_vague(sentence: Sentence, words: Words, chosen: _Candidate, head: Token) -> bool:
    """`for years`, but neither `school days` nor `the bad old days`."""
    before = words.lower[chosen.first - 1] if chosen.first else ""
    if words.lower[chosen.first] == "the":
        return True
    left = (
        child for child in sentence.children_of(head.i, "amod", "compound", "poss", "det", "nummod") if child.i < head.i
    )
    return before not in ("-", "the") and next(left, None) is None and not _is_title(sentence, words, chosen)


def _is_title(sentence: Sentence, words: Words, chosen: _Candidate) -> bool:
    """Whether the last word has a capital that no sentence's start gives it, as in `60 Minutes`."""
    return chosen.first > 0 and sentence.text[words.spans[chosen.last - 1][0]].isupper() and not sentence.text.isupper()


def _is_length(sentence: Sentence, words: Words, chosen: _Candidate) -> bool:
    """No fraction (`a quarter of`), no rate (`$500 million a year`), no title (`60 Minutes`)."""
    text, last = words.lower[chosen.first : chosen.last], chosen.last
    fraction = text[-1] == "quarter" or (text[-1] == "quarters" and "three" in text)
    if fraction and (words.lower[last : last + 1] == ["of"] or "-" in text or "than" in text[0]):
        return False
    if _is_title(sentence, words, chosen):
        return False
    if chosen.first and len(text) == 2 and text[0] in ("a", "an"):
        return not _is_rate(sentence, words.spans[chosen.first][0])
    return True


def _is_rate(sentence: Sentence, start: int) -> bool:
    """Whether a number, or a noun with one, stands right before: `358,000 a month`, `four flights a week`."""
    end = bisect_left(sentence.tokens, start, key=_get_offset)
    before = sentence.tokens[max(end - 3, 0) : end]
    if not before or before[-1].pos not in ("NOUN", "NUM", "SYM", "PROPN"):
        return False
    return before[-1].text == "%" or any(token.pos == "NUM" for token in before)


def _is_year(sentence: Sentence, beside: tuple[str, str], head: Token, value: int) -> bool:
    before, after = beside
    if before in ("$", "€", "£", "#", "-", "no") or after == "%" or head.label in ("MONEY", "QUANTITY", "PERCENT"):
        return False
    if head.label == "DATE" or before in PREPOSITIONS - {"of", "for", "about", "around", "and", "or", "between", "to"}:
        return 1000 <= value <= 2100 and (head.label != "CARDINAL" or head.dep == "pobj")
    return (
        1900 <= value <= 2050
        and head.label not in ("ORG", "PRODUCT", "PERSON")
        and (head.dep != "nummod" or sentence.tokens[head.head].tag in ("NN", "NNP"))
    )


def _is_season(sentence: Sentence, words: Words, chosen: _Candidate, head: Token) -> bool:
    if head.pos in ("VERB", "AUX", "ADV"):
        return False
    season = words.spans[chosen.last - 1][0]
    if head.label in ("PERSON", "ORG", "GPE", "FAC", "LOC", "NORP"):
        return False
    if chosen.last - chosen.first > 1:
        return (
            "fall" not in words.lower[chosen.last - 1] or head.label == "DATE" or "the" not in words.lower[chosen.first]
        )
    if sentence.text[season].isupper() and chosen.first:
        return False
    return head.label == "DATE" or (
        chosen.first > 0 and words.lower[chosen.first - 1] in ("in", "by", "since", "until", "this")
    )


def _is_reference(words: Words, chosen: _Candidate, head: Token) -> bool:
    if chosen.last - chosen.first > 1:
        return True
    word = words.lower[chosen.first]
    before = words.lower[chosen.first - 1] if chosen.first else ""
    if word in ("future", "current", "recent", "upcoming", "contemporary"):
        return head.pos in ("ADJ", "NOUN") and before not in ("its", "his", "their", "her", "our", "my", "your")
    if word == "soon":
        return before != "as" and words.lower[chosen.last : chosen.last + 1] not in (["after"], ["before"])
    if word == "now":
        return words.lower[chosen.last : chosen.last + 1] != ["that"]
    return True


def find_tense(sentence: Sentence, token: Token) -> Tense:
    """The tense of the clause that the token stands in, as seen from the day of writing."""
    inside = token.dep in ("poss", "compound", "nmod")
    child = token
    if sentence.tokens[token.head].lower == "since":
        return "past"
    for word in sentence.ancestors_of(token.i):
        if word.lemma in ("due", "effective", "payable", "upcoming") and child.lower != "to":
            return "future"
        if word.pos in ("VERB", "AUX"):
            tense = _read_verb(sentence, word, child, loose=inside)
            if tense != "unknown":
                return tense
        child = word
    return "unknown"


def _read_verb(sentence: Sentence, verb: Token, child: Token, *, loose: bool) -> Tense:
    """`child` led here from the time; loose: the time only modifies a noun, so that an infinitive tells nothing."""
    helpers = list(sentence.children_of(verb.i, "aux", "auxpass"))
    tags = {helper.tag for helper in helpers}
    lemmas = {helper.lemma for helper in helpers}
    if "MD" in tags:
        if "have" in lemmas and verb.tag == "VBN":
            return "past"
        if lemmas & {"can", "could"} and verb.tag == "VB":
            return "present"
        return "future"
    if verb.tag == "VB" or "TO" in tags:
        if "have" in lemmas and verb.tag == "VBN":
            return "past"
        return "future" if "TO" in tags and verb.dep != "advcl" and not loose else "unknown"
    if verb.tag == "VBD" or "VBD" in tags:
        perfect = verb.tag == "VBN" and "have" in lemmas and "be" not in lemmas
        if verb.lemma in AWAITING and ((verb.tag == "VBN" and not perfect) or child.lower in UP_TO):
            return "future"
        return "future" if verb.lemma in ("plan", "schedule", "slate") and not perfect else "past"
    if verb.tag == "VBN":
        if verb.lemma in AWAITING and "have" not in lemmas:
            return "future"
        return "present" if tags & {"VBZ", "VBP"} and "have" not in lemmas else "past"
    if verb.tag in ("VBZ", "VBP"):
        return "present"
    if verb.tag == "VBG" and tags & {"VBZ", "VBP"}:
        return "present"
    return "unknown"


@cache
def _load_starters() -> frozenset[str]:
    return frozenset(fill_classes(STARTERS)) - {OTHER}


@cache
def _load_phrases() -> dict[str, tuple[tuple[tuple[str, ...], str, Meaning | None], ...]]:
    """Phrases by their first word: their words, the rule, the meaning (None for a name that is no time)."""
    read = read_yaml("times/phrases.yaml")
    phrases: dict[str, list[tuple[tuple[str, ...], str, Meaning | None]]] = {}

    def add(phrase: str, rule: str, meaning: Meaning | None) -> None:
        cut = tuple(cut_words(phrase).lower)
        phrases.setdefault(cut[0], []).append((cut, rule, meaning))

    for value, names in read["references"].items():
        for name in names:
            add(name, "reference", Meaning("DATE", value))
    for name, rule in read["holidays"].items():
        for spelling in dict.fromkeys((name, name.replace("'", "’"))):
            fixed = len(rule) == 10 and rule[:4].isdigit()
            add(spelling, "holiday", Meaning("DATE", rule) if fixed else Meaning("DATE", f"XXXX-{rule}", "calendar"))
    for name in read["no_times"]:
        add(name, "no_time", None)
    return {first: tuple(found) for first, found in phrases.items()}
