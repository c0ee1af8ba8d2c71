"""Numbers of something: people, things, money, shares, measures, with their bounds and equivalents."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from coranto.extract.amounts.counting import (
    FRACTION,
    MORE,
    PARTITIVE,
    PERSON,
    TIME,
    YEAR,
    Context,
    Draft,
    load_bounds,
    read_noun,
)
from coranto.extract.amounts.numbers import Number, find_numbers
from coranto.extract.amounts.ranges import join_ranges
from coranto.extract.amounts.units import (
    Money,
    find_outlet_dollar,
    is_person_noun,
    load_names,
    load_settings,
    load_symbols,
    load_units,
    match_currency_after,
    match_symbol_before,
    match_unit_after,
    measure,
    resolve_currency,
)
from coranto.model.article import Article
from coranto.model.ids import make_id
from coranto.model.sentence import Sentence, Token
from coranto.model.span import Span
from coranto.model.values import Quantity

NAME_LABELS = {"ORG", "PERSON", "GPE", "LOC", "FAC", "PRODUCT", "LAW", "WORK_OF_ART", "EVENT"}
AGE_AFTER = re.compile(r"\s*(?:[,;.)—–]|$)")
YEAR_OLD = re.compile(r"[-\s]+(?:years?|yrs?)[-\s]+olds?\b")
AGED = re.compile(r"\b(?:aged|ages?(?:\s+of)?)\s+(?:just\s+|only\s+)?$", re.IGNORECASE)
NOT_COUNTED_AFTER = re.compile(r"\s?(?:[ap]\.?m\b|o['’]clock|BC\b|AD\b|BCE\b|CE\b|GMT\b|UTC\b|[-–]\d)", re.IGNORECASE)
STATE_AFTER = re.compile(
    r"\s+(?:others?\s+|more\s+)?(?:(?:are|were|is|was|have|has|had|been|are)\s+)*(?:dead|killed|wounded|injured|hurt|missing"
    r"|homeless|arrested|detained|displaced|hospitali[sz]ed|executed)\b"
)
LINK_EQUAL = re.compile(
    r"\s*,?\s*(?:[(\[]|\bor\b|\b(?:the\s+)?equivalent\s+(?:to|of)\b|\bequal\s+to\b|\bworth\b|=|\bthat\s+is\b,?|\bi\.e\.,?|/)"
    r"\s*(?:or|equivalent\s+to|the\s+equivalent\s+of|equal\s+to|worth|i\.e\.,?|=|roughly equal to)?\s*$"
)


def find_quantities(article: Article, sentences: Sequence[Sentence], taken: Sequence[Span]) -> tuple[Quantity, ...]:
    """Every quantity of the sentences, in order; what overlaps a `taken` span (a time expression) is none.

    The span runs from the words of its bound (`more than`) to the noun counted; the unit of people is `person`.
    """
    found: list[Quantity] = []
    blocked = sorted((span.start, span.end) for span in taken)
    for sentence in sentences:
        numbers = find_numbers(sentence.text)
        ratios = _find_ratios(sentence.text)
        if not numbers and not ratios:
            continue
        context = Context(article, sentence, [token.offset for token in sentence.tokens])
        drafts = [draft for draft in _draft_all(context, numbers) if not _is_taken(context, draft, blocked)]
        drafts = sorted([*drafts, *ratios], key=lambda d: (d.start, d.end))
        drafts = [d for i, d in enumerate(drafts) if i == 0 or d.start >= drafts[i - 1].end]
        _fill_bare(context, drafts, found)
        found += _pair_equals(context, [(d, _finish(context, d)) for d in drafts if not d.bare])
    return tuple(found)


def _is_taken(context: Context, draft: Draft, blocked: Sequence[tuple[int, int]]) -> bool:
    if not blocked:
        return False
    span = context.sentence.span_at(draft.number.start, draft.number.end)
    i = bisect_left(blocked, (span.end, -1))
    return any(start < span.end and span.start < end for start, end in blocked[max(0, i - 3) : i])


def _draft_all(context: Context, numbers: Sequence[Number]) -> list[Draft]:
    drafts = []
    for number in join_ranges(context, numbers):
        draft = _draft_number(context, number)
        if draft is not None:
            drafts.append(draft)
    return drafts


def _draft_number(context: Context, number: Number) -> Draft | None:
    """The number with its bound, unit and span; None where it counts nothing."""
    text = context.text
    draft = Draft(number.start, number.end, number)
    symbol = match_symbol_before().search(text, max(0, number.start - 6), number.start)
    if symbol and number.kind != "vague":
        draft.start = symbol.start()
        draft.money = _read_symbol(context, symbol.group().strip(" ."))
    if number.kind == "range" and not symbol:
        inner = re.match(r"(?:between|from)?\s*(US\$|[$£€¥])", text[number.start : number.end], re.IGNORECASE)
        draft.money = _read_symbol(context, inner[1]) if inner else None
    read = _read_unit(context, draft)
    if not read and (draft.money is None and _is_name(context, number)):
        return None
    if not read and draft.money is None and not read_noun(context, draft):
        draft.bare = True
    if draft.money is None and draft.unit is None and not draft.bare:
        return None
    _read_bound(context, draft)
    return draft


def _read_symbol(context: Context, symbol: str) -> Money:
    if symbol == "$":
        return find_outlet_dollar(context.article)
    return Money(load_symbols()[symbol], "stated")


def _read_unit(context: Context, draft: Draft) -> bool:
    """Percent, money in words, units of measure and ages: what stands right after the number."""
    text, number = context.text, draft.number
    old = YEAR_OLD.match(text, number.end)
    if old or AGED.search(text[max(0, number.start - 12) : number.start]):
        draft.unit, draft.end = YEAR, old.end() if old else number.end
        return True
    if draft.money:
        return True
    money = match_currency_after().match(text, number.end)
    if money and not (number.glued and not money["code"]):
        return _read_money(context, draft, money)
    unit = match_unit_after().match(text, number.end)
    if unit:
        form = unit["word"] or unit["mark"]
        if not _is_measure(context, unit, number):
            return False
        draft.unit, draft.end = load_units()[form].name, unit.end()
        if draft.unit == TIME and "-" in unit.group():
            draft.unit = None
        return draft.unit is not None
    if number.kind in {"vague", "cardinal"}:
        of = PARTITIVE.match(text, number.end)
        later = match_currency_after().match(text, of.end() - 1) if of else None
        measured = match_unit_after().match(text, of.end() - 1) if of else None
        if later and later["name"] and number.kind == "vague":
            return _read_money(context, draft, later)
        if measured and measured["word"] and len(measured["word"]) > 2:
            draft.unit, draft.end = load_units()[measured["word"]].name, measured.end()
            return True
    return False


def _is_measure(context: Context, unit: re.Match[str], number: Number) -> bool:
    """Whether a spelling of a unit is one here: `5 m`, `20 C` are, `5 in Iraq`, `3 C students` are not."""
    form = unit["word"] or unit["mark"]
    if len(form) == 1 and form.isalpha():
        return not number.worded and context.text[unit.end() : unit.end() + 1] in {"", ".", ",", ")", ";"}
    spaced = context.text[number.end : unit.start("word")] if unit["word"] else ""
    if not spaced and unit["word"] and number.worded:
        return False
    return not (
        form in {"second", "seconds", "foot", "yard"} and "-" not in spaced and number.worded and form == "second"
    )


def _read_money(context: Context, draft: Draft, match: re.Match[str]) -> bool:
    text, article = context.text, context.article
    if match["code"] or match["sign"]:
        symbol = match["code"] or match["sign"]
        draft.money = _read_symbol(context, symbol)
        draft.end = match.end()
        return True
    name, adjective = match["name"], match["adjective"]
    token = context.sentence.tokens[context.token_over(match.start("name"))]
    if token.pos == "VERB" and name.lower() not in {"dollars", "euros"}:
        return False
    money = resolve_currency(name, adjective, article)
    if name.lower() in {"pound", "pounds"} and not adjective:
        weight = money.basis == "default" or "-" in text[match.start() : match.start("name")]
        weight = weight or bool(PARTITIVE.match(text, match.end()))
        if weight and "million" not in text[draft.start : draft.number.end]:
            draft.unit, draft.end = "pound", match.end()
            return True
    if name.lower() in {"mark", "marks", "sum", "sums", "som", "crown", "crowns", "real"} and money.basis != "stated":
        return False
    draft.end = match.end()
    if money.code is None:
        draft.unit = load_names()[name.lower()][0].names[0]
        return True
    draft.money = money
    if money.scale != 1.0:
        draft.number = _scale(draft.number, money.scale)
    return True


def _scale(number: Number, by: float) -> Number:
    value, low, high = (None if v is None else round(v * by, 9) for v in (number.value, number.low, number.high))
    return replace(number, value=value, low=low, high=high)


def _is_name(context: Context, number: Number) -> bool:
    """Whether the figures belong to a name, a year, a list or a clock time, and count nothing."""
    text, settings, tokens = context.text, load_settings(), context.sentence.tokens
    if number.kind != "cardinal":
        return False
    if number.glued or NOT_COUNTED_AFTER.match(text, number.end):
        return True
    i = context.token_over(number.start)
    if number.start == 0 and not number.worded and re.match(r"[.)]", text[number.end : number.end + 1]):
        return True
    before = tokens[i - 1] if i else None
    joined = before is not None and before.offset + len(before.text) + 1 >= number.start
    if before is not None and joined and before.lower in settings.name_words:
        counted = before.text[0].islower() and read_noun(context, Draft(number.start, number.end, number))
        if not counted:
            return True
    label = tokens[i].label
    if label in NAME_LABELS and (not tokens[i].label_start or (i + 1 < len(tokens) and tokens[i + 1].label == label)):
        counted = tokens[i].dep == "nummod" and tokens[tokens[i].head].tag in {"NNS", "NNPS"}
        if not (counted and tokens[i].label_start):
            return True
    if not number.worded and number.power == 1 and number.value is not None:
        return _is_year(context, number, i)
    return False


def _is_year(context: Context, number: Number, i: int) -> bool:
    figures, tokens = context.text[number.start : number.end], context.sentence.tokens
    if not (figures.isdigit() and len(figures) == 4 and 1000 <= int(figures) <= 2100):
        return False
    if int(figures) < 1700 or figures.endswith("00"):
        return tokens[i].label == "DATE" and tokens[i].dep != "nummod"
    head = tokens[tokens[i].head]
    if tokens[i].label == "CARDINAL" and tokens[i].dep == "nummod" and head.tag == "NNS" and head.i > i:
        return i > 0 and tokens[i - 1].pos in {"DET", "PRON", "ADP"} and not is_person_noun(head.lemma)
    return True


def _read_bound(context: Context, draft: Draft) -> None:
    """The words before and after that bound the number; the span takes them in."""
    before, after, meaning = load_bounds()
    text = context.text
    found = before.search(text, max(0, draft.start - 32), draft.start)
    if draft.number.kind == "vague":
        draft.bound = "vague"
    if draft.number.kind == "range":
        draft.bound = "range"
    if found:
        draft.start = found.start(1)
        if draft.bound == "exact":
            draft.bound = meaning[f"before {re.sub(r'\s+', ' ', found[1].lower())}"]
    elif draft.bound == "exact" and text[draft.number.end : draft.number.end + 1] == "+":
        draft.bound, draft.end = "at_least", max(draft.end, draft.number.end + 1)
    else:
        for place in (draft.number.end, draft.end):
            follows = after.match(text, place)
            if follows and draft.bound == "exact":
                draft.bound = meaning[f"after {re.sub(r'\s+', ' ', follows[1].lower())}"]
                draft.end = max(draft.end, follows.end())


def _find_ratios(text: str) -> list[Draft]:
    """Words that are a number of times: `twice`, `tripled`, `a tenfold increase`."""
    return [
        Draft(m.start(), m.end(), Number(m.start(), m.end(), load_settings().ratio_words[m.group().lower()]), unit=TIME)
        for m in _match_ratios().finditer(text)
    ]


@cache
def _match_ratios() -> re.Pattern[str]:
    words = sorted(load_settings().ratio_words, key=lambda w: (-len(w), w))
    return re.compile(
        rf"(?<![\w-])(?:{'|'.join(words)})(?![\w-])(?!\s+(?:agent|standard|down|check|take|edged))", re.IGNORECASE
    )


def _fill_bare(context: Context, drafts: list[Draft], found: Sequence[Quantity]) -> None:
    """Give numbers without a noun what they count, where the text tells: a verb, or an earlier number."""
    text, tokens = context.text, context.sentence.tokens
    previous: str | None = None
    for draft in drafts:
        if not draft.bare:
            previous = draft.unit if draft.unit not in {"percent", FRACTION, TIME, YEAR} else previous
            continue
        number = draft.number
        last = _find_top(context, number)
        if _is_age(context, number):
            draft.unit, draft.bare = YEAR, False
            continue
        if number.kind == "share" or number.of in {"yes", "no"} or (number.value == 1 and number.worded):
            continue
        more = MORE.match(text, number.end)
        verb = tokens[last.head]
        subject = last.dep in {"nsubj", "nsubjpass", "dobj"} and verb.lemma in load_settings().person_verbs
        if subject or STATE_AFTER.match(text, number.end):
            draft.unit, draft.bare = PERSON, False
        elif number.worded and re.search(r"\bthe\s+$", text[: number.start], re.IGNORECASE):
            same = next((q for q in reversed(found) if q.value == number.value and q.unit), None)
            if same is not None:
                draft.unit, draft.bare = same.unit, False
        elif (more or last.dep in {"conj", "nsubj", "nsubjpass", "dobj"}) and previous:
            draft.unit, draft.bare = previous, False
        elif draft.bound != "exact" or number.power > 1 or "," in text[number.start : number.end]:
            draft.bare = False
        if not draft.bare and more:
            draft.end = max(draft.end, more.end())


def _find_top(context: Context, number: Number) -> Token:
    """The token of the number that hangs outside it."""
    tokens = context.sentence.tokens
    first, last = context.token_over(number.start), context.token_over(max(number.start, number.end - 1))
    return next((tokens[i] for i in range(first, last + 1) if not first <= tokens[i].head <= last), tokens[last])


def _is_age(context: Context, number: Number) -> bool:
    """`Maria Lopez, 59,`: a number below 111 set off after a person's name."""
    text = context.text
    if number.worded or number.value is None or not 1 <= number.value <= 110 or number.value % 1:
        return False
    if not text[: number.start].endswith((", ", " (")) or not AGE_AFTER.match(text, number.end):
        return False
    before = context.sentence.tokens[max(0, context.token_over(number.start) - 2)]
    return before.label == "PERSON" or (before.pos == "PROPN" and before.label not in {"DATE", "GPE", "LOC", "ORG"})


def _finish(context: Context, draft: Draft) -> Quantity:
    number, money = draft.number, draft.money
    span = context.sentence.span_at(draft.start, draft.end)
    value, low, high = number.value, number.low, number.high
    if draft.bound == "at_least" and low is None:
        low = value
    if draft.bound == "at_most" and high is None:
        high = value
    return Quantity(
        id=make_id("quantity", context.article.id, span.start, span.end),
        span=span,
        value=value,
        low=low,
        high=high,
        bound=draft.bound,
        unit=None if money else draft.unit,
        currency=money.code if money else None,
        currency_basis=money.basis if money else None,
    )


def _pair_equals(context: Context, made: list[tuple[Draft, Quantity]]) -> list[Quantity]:
    """Point each of two statements of one amount to the other, with the rate that they imply."""
    quantities = [quantity for _, quantity in made]
    for i, ((one, first), (two, second)) in enumerate(pairwise(made)):
        if LINK_EQUAL.fullmatch(context.text, one.end, two.start) and _may_equal(first, second):
            quantities[i] = first.model_copy(update={"equals": second.id, "implied_rate": _find_rate(first, second)})
            quantities[i + 1] = second.model_copy(
                update={"equals": first.id, "implied_rate": _find_rate(second, first)}
            )
    return quantities


def _find_rate(first: Quantity, second: Quantity) -> float | None:
    return None if first.value is None or not second.value else first.value / second.value


def _may_equal(first: Quantity, second: Quantity) -> bool:
    if first.currency and second.currency:
        return first.currency != second.currency
    one, two = measure(first), measure(second)
    return bool(one and two and one.name != two.name and one.dimension and one.dimension == two.dimension)
