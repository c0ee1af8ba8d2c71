"""Two numbers that are one: ranges, as against scores, votes, years and telephone numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coranto.extract.amounts.counting import Context
from coranto.extract.amounts.numbers import Number
from coranto.extract.amounts.units import load_settings

RANGE_LINK = re.compile(
    r"(?:\s?(?:%|per\s?cent|percent))?(?P<link>\s*[-–—]\s*|\s+(?:to|and|or)\s+)(?P<sign>US\$|[$£€¥])?$"
)


def join_ranges(context: Context, numbers: Sequence[Number]) -> list[Number]:
    """Two numbers made one range; both sides of a score, a vote or a telephone number left out."""
    text, joined, i = context.text, [], 0
    while i < len(numbers):
        first, second = numbers[i], numbers[i + 1] if i + 1 < len(numbers) else None
        link = RANGE_LINK.match(text, first.end, second.start) if second else None
        if second is None or link is None or first.value is None or second.value is None:
            joined.append(first)
            i += 1
            continue
        kind, before = link["link"].strip(), text[: first.start].rstrip(" $£€¥US")
        low, high = first.value, abs(second.value) if kind in "-–—" else second.value
        if first.power == 1 and second.power > 1 and low < high / second.power:
            low *= second.power
        third = numbers[i + 2] if i + 2 < len(numbers) else None
        dashed = third is not None and text[second.end : third.start].strip() in {"-", "–"}
        if kind in {"-", "–", "—"} and (dashed or _is_score(text, low, high, second)):
            i += 3 if dashed else 2
            continue
        between = re.search(r"\b(?:between|from)$", before, re.IGNORECASE)
        if low < high and _is_range(context, (kind, low, high), first, between.group().lower() if between else ""):
            start = between.start() if between else first.start
            glued = second.glued
            joined.append(
                Number(start, second.end, None, low, high, kind="range", worded=first.worded, glued=glued, of=second.of)
            )
            i += 2
            continue
        joined.append(first)
        i += 1
    return joined


def _is_score(text: str, low: float, high: float, second: Number) -> bool:
    following = re.match(r"[\s-]+([\w-]+)", text[second.end : second.end + 20])
    years = 1000 <= low <= 2100 and (1000 <= high <= 2100 or high < 100)
    return low >= high or years or bool(following and following[1].lower() in load_settings().score_words)


def _is_range(context: Context, link: tuple[str, float, float], first: Number, between: str) -> bool:
    kind, low, high = link
    if kind == "and":
        return between == "between"
    if kind == "or":
        return first.kind == "cardinal" and (high - low == 1 or (high <= 2.5 * low and low >= 10)) and low >= 1
    if kind == "to" and between == "from":
        verbs = load_settings().change_verbs
        return not any(t.lemma in verbs for t in context.sentence.tokens if t.offset < first.start)
    return first.kind == "cardinal" and low > 0
