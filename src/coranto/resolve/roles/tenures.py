"""Tenures: whether an office is held, was held or will be, and from when to when, as the words beside it tell."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal, NamedTuple

from coranto.extract.timex.times import find_times
from coranto.model.sentence import Sentence, Token
from coranto.model.span import Range
from coranto.resolve.dates import resolve_time

Status = Literal["current", "former", "future"]
THEN = frozenset({"then", "late"})
"""Words for who held the office in what is told, whatever they are today."""
FORMER = THEN | frozenset("former ex onetime one-time retired ousted deposed erstwhile past".split())
FUTURE = frozenset({"elect", "designate", "incoming", "future", "nominee", "nominated"})
STARTS = frozenset({"since", "from", "between"})
ENDS = frozenset({"until", "till", "to", "and", "through", "-", "–", "—"})
POINTS = frozenset({"in", "on", "during", "last", "this", "next", "earlier", "early", "late", "at", "the", "("})
REACH = 9
"""Tokens after an office within which its dates stand."""
VALUE = re.compile(r"\d{4}(?:-\d{2}){0,2}$")


class Tenure(NamedTuple):
    """What is told of the time of an office; dates are TIMEX3 values.

    `then` marks an office held at the time that the article tells of (`the then minister`).
    """

    status: Status = "current"
    since: str | None = None
    until: str | None = None
    then: bool = False


CURRENT = Tenure()


def read_time(sentence: Sentence, words: Range) -> Tenure:
    """The tenure that the words of a title and those before it tell, without dates."""
    lows = {t.lower.removesuffix("-") for t in sentence.tokens[words.first : words.last] if is_past(sentence, t)}
    return Tenure(read_status(sentence, words), then=bool(lows & THEN) and not lows & (FORMER - THEN))


def is_past(sentence: Sentence, token: Token) -> bool:
    """Whether the word tells that an office is one of the past; `then` may also tell what came next."""
    low = token.lower.removesuffix("-")
    if low not in FORMER or (token.pos == "VERB" and token.dep != "amod"):
        return False
    return low != "then" or sentence.tokens[token.head].pos in {"NOUN", "PROPN", "ADJ"}


def read_status(sentence: Sentence, words: Range) -> Status:
    """What the words of a title and those before it tell: `former`, `ex-`, `the then`; `-elect`, `incoming`."""
    for token in sentence.tokens[words.first : words.last]:
        low = token.lower.removesuffix("-")
        if is_past(sentence, token) or low.startswith("ex-"):
            return "former"
        if low in FUTURE or low.endswith(("-elect", "-designate")):
            return "future"
    return "current"


def read_tenure(sentence: Sentence, after: int, told: Tenure, published: date | None) -> tuple[Tenure, int]:
    """The tenure with the dates that follow the office at the token `after`, and where these end.

    `told` is what the title and the verb tell so far; a date with no `since` or `until` begins an office that the
    verb gives (its `since` is then `?`), or ends one that it takes away (its `until` is `?`).
    """
    tokens = sentence.tokens
    cue = after
    while cue < len(tokens) and cue < after + 2 and tokens[cue].text in {",", "("}:
        cue += 1
    open_ended = told.since == "?" or told.until == "?"
    low = tokens[cue].lower if cue < len(tokens) else ""
    bracketed = cue > after and tokens[cue - 1].text == "(" and low[:4].isdigit()
    if not (low in STARTS or low in {"until", "till"} or bracketed or (open_ended and _points(sentence, cue))):
        return _close(told), after
    times = [t for t in _find_values(sentence, published) if cue <= t[0] < cue + REACH]
    if not times:
        return _close(told), after
    return _read_dates(sentence, cue, told, (times, published))


def _points(sentence: Sentence, token: int) -> bool:
    if token >= len(sentence.tokens):
        return False
    t = sentence.tokens[token]
    return t.lower in POINTS or t.label in {"DATE", "TIME"}


def _read_dates(
    sentence: Sentence, cue: int, told: Tenure, dates: tuple[list[tuple[int, int, str]], date | None]
) -> tuple[Tenure, int]:
    times, published = dates
    tokens = sentence.tokens
    low = tokens[cue].lower
    first, last, value = times[0]
    if first > cue + 3:
        return _close(told), cue
    if low in {"until", "till"}:
        return _judge(told._replace(until=value), published), last
    begin, _, end = value.partition("/")
    if end:
        return _judge(told._replace(since=begin, until=end), published), last
    ends = last < len(tokens) and tokens[last].lower in ENDS
    if ends and len(times) > 1 and times[1][0] <= last + 2:
        return _judge(told._replace(since=value, until=times[1][2]), published), times[1][1]
    if ends and last + 1 < len(tokens) and tokens[last + 1].lower in {"present", "now", "today"}:
        return told._replace(since=value), last + 2
    if low in STARTS or told.since == "?":
        return _judge(_close(told._replace(since=value)), published), last
    if told.until == "?":
        return _judge(_close(told._replace(until=value)), published), last
    return _close(told), cue


def _judge(tenure: Tenure, published: date | None) -> Tenure:
    """An office that ended before the day of the article is a former one; without a day, `until` says so."""
    if tenure.status == "current" and tenure.since and published and tenure.since > published.isoformat():
        return tenure._replace(status="future")
    if tenure.status != "current" or not tenure.until or tenure.until == "?":
        return tenure
    today = published.isoformat() if published else "9999"
    return tenure._replace(status="former") if tenure.until <= today[: len(tenure.until)] else tenure


def _close(tenure: Tenure) -> Tenure:
    return tenure._replace(
        since=None if tenure.since == "?" else tenure.since, until=None if tenure.until == "?" else tenure.until
    )


def _find_values(sentence: Sentence, published: date | None) -> list[tuple[int, int, str]]:
    """The dates of the sentence, each with its first token, the token after it, and its value."""
    found = []
    for expression in find_times([sentence]):
        if expression.meaning.type != "DATE":
            continue
        words = sentence.tokens_in(expression.span)
        value = resolve_time(expression, published).value
        if words.last and VALUE.match(value.partition("/")[0]):
            found.append((words.first, words.last, value))
    return found
