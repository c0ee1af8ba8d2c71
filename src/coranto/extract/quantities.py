"""Numbers of something: people, things, money, shares, measures, with their bounds and equivalents."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from coranto.extract.numbers import Number, find_numbers
from coranto.extract.units import (
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
from coranto.model.values import Bound, Quantity
from coranto.resources import read_tsv

PERSON, FRACTION, TIME, YEAR = "person", "fraction", "time", "year"
NAME_LABELS = {"ORG", "PERSON", "GPE", "LOC", "FAC", "PRODUCT", "LAW", "WORK_OF_ART", "EVENT"}
NOUNS = {"NOUN", "PROPN"}
BETWEEN_ADJECTIVES = {"ADJ", "NOUN", "PROPN", "ADV", "NUM", "CCONJ", "DET", "PRON", "PART"}
AGE_AFTER = re.compile(r"\s*(?:[,;.)—–]|$)")
YEAR_OLD = re.compile(r"[-\s]+(?:years?|yrs?)[-\s]+olds?\b")
AGED = re.compile(r"\b(?:aged|ages?(?:\s+of)?)\s+(?:just\s+|only\s+)?$", re.IGNORECASE)
NOT_COUNTED_AFTER = re.compile(r"\s?(?:[ap]\.?m\b|o['’]clock|BC\b|AD\b|BCE\b|CE\b|GMT\b|UTC\b|[-–]\d)", re.IGNORECASE)
STATE_AFTER = re.compile(
    r"\s+(?:others?\s+|more\s+)?(?:(?:are|were|is|was|have|has|had|been|are)\s+)*(?:dead|killed|wounded|injured|hurt|missing"
    r"|homeless|arrested|detained|displaced|hospitali[sz]ed|executed)\b"
)
RANGE_LINK = re.compile(
    r"(?:\s?(?:%|per\s?cent|percent))?(?P<link>\s*[-–—]\s*|\s+(?:to|and|or)\s+)(?P<sign>US\$|[$£€¥])?$"
)
LINK_EQUAL = re.compile(
    r"\s*,?\s*(?:[(\[]|\bor\b|\b(?:the\s+)?equivalent\s+(?:to|of)\b|\bequal\s+to\b|\bworth\b|=|\bthat\s+is\b,?|\bi\.e\.,?|/)"
    r"\s*(?:or|equivalent\s+to|the\s+equivalent\s+of|equal\s+to|worth|i\.e\.,?|=|roughly equal to)?\s*$"
)
MORE = re.compile(r"\s+(?:more|others?|additional|further)\b")
PARTITIVE = re.compile(r"\s+of\s+")


@dataclass(slots=True)
class Draft:
    """A quantity in the making: offsets in its sentence's repaired text."""

    start: int
    end: int
    number: Number
    bound: Bound = "exact"
    unit: str | None = None
    money: Money | None = None
    bare: bool = False


@dataclass(slots=True)
class Context:
    """What reading one sentence's numbers needs."""

    article: Article
    sentence: Sentence
    offsets: list[int]

    @property
    def text(self) -> str:
        """The sentence's repaired text."""
        return self.sentence.text

    def token_at(self, offset: int) -> int:
        """The first token that starts at or after the offset."""
        return bisect_left(self.offsets, offset)

    def token_over(self, offset: int) -> int:
        """The token that the offset lies in, or the last before it."""
        return max(0, bisect_right(self.offsets, offset) - 1)


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
    for number in _join_ranges(context, numbers):
        draft = _draft_number(context, number)
        if draft is not None:
            drafts.append(draft)
    return drafts


def _join_ranges(context: Context, numbers: Sequence[Number]) -> list[Number]:
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


@cache
def load_bounds() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, Bound]]:
    """The words of a bound before and after a number, and what each means."""
    rows = read_tsv("quantities/bounds.tsv")
    meaning: dict[str, Bound] = {f"{row['side']} {row['phrase']}": row["bound"] for row in rows}  # type: ignore[misc]
    sides = []
    for side in ("before", "after"):
        phrases = sorted((r["phrase"] for r in rows if r["side"] == side), key=lambda p: (-len(p), p))
        sides.append("|".join(re.escape(p).replace(r"\ ", r"\s+") for p in phrases))
    before = re.compile(rf"(?<![\w-])({sides[0]})\s*$", re.IGNORECASE)
    after = re.compile(rf"(?:\s+|,\s+)({sides[1]})\b", re.IGNORECASE)
    return before, after, meaning


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
    if not read and draft.money is None and not _read_noun(context, draft):
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
        weight = money.basis == "default" or re.match(r"\s+of\s", text[match.end() : match.end() + 5])
        weight = weight or "-" in text[match.start() : match.start("name")]
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
        counted = before.text[0].islower() and _read_noun(context, Draft(number.start, number.end, number))
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


def _read_noun(context: Context, draft: Draft) -> bool:
    """The noun that the number counts, from the parse, else from the words that follow."""
    number, tokens, text = draft.number, context.sentence.tokens, context.text
    if number.kind == "share":
        draft.unit = FRACTION
        return _is_fraction(context, number)
    following = context.token_at(number.end)
    if text[number.end : number.end + 1] == "-":
        return _read_compound(context, draft, following)
    of = PARTITIVE.match(text, number.end)
    if (more := MORE.match(text, number.end)) and PARTITIVE.match(text, more.end()):
        of = PARTITIVE.match(text, more.end())
    noun: Token | None = None
    if of and number.of != "no":
        following = context.token_at(of.end())
        noun = _find_noun(context, following, of_phrase=True)
        if noun is None:
            pronoun = tokens[following] if following < len(tokens) else None
            if pronoun is not None and pronoun.lower in {"them", "us", "you", "whom", "those", "these"}:
                draft.end = pronoun.offset + len(pronoun.text)
                if pronoun.lower in {"us", "you", "whom"}:
                    draft.unit = PERSON
                    return True
            return False
    elif number.of == "yes" and not text[: number.end].endswith("of"):
        return False
    else:
        noun = _find_head(context, number) or _find_noun(context, following, of_phrase=False)
    if noun is None:
        return False
    if number.value == 1 and number.worded and not _counts_one(context, number, noun):
        return False
    if number.kind == "vague" and noun.tag not in {"NNS", "NNPS"} and not is_person_noun(noun.lemma):
        return False
    draft.unit = _name_unit(noun)
    if of is None or not any(t.pos == "NUM" for t in tokens[following : noun.i]):
        draft.end = noun.offset + len(noun.text)
    if noun.lower in load_names() and noun.lower not in {"pound", "pounds", "won", "real", "sum", "mark", "marks"}:
        draft.money = resolve_currency(noun.lower, None, context.article)
        draft.unit = None
    return True


def _is_fraction(context: Context, number: Number) -> bool:
    """Whether `half` or `a third` is a share of something (not `the first half`, `half-brother`)."""
    text = context.text
    if text[number.end : number.end + 1] == "-":
        return False
    if re.match(r"half\b", text[number.start : number.end], re.IGNORECASE):
        before = text[max(0, number.start - 12) : number.start].lower()
        if re.search(r"(?:first|second|latter|last|top|bottom|other|final|back|each|a)\s+$", before):
            return False
        return bool(
            re.match(r"\s+(?:of|the|its|their|his|her|our|those|these|all|as)\b", text[number.end :])
            or load_bounds()[0].search(text[: number.start])
        )
    return True


def _counts_one(context: Context, number: Number, noun: Token) -> bool:
    """`one official said` counts; `Ann, one of the judges` and `one way` do not."""
    if noun.lemma in load_settings().uncounted or not is_person_noun(noun.lemma):
        return False
    one = context.sentence.tokens[context.token_over(number.start)]
    return one.dep == "nummod" or one.dep in {"nsubj", "nsubjpass", "dobj"}


def _read_compound(context: Context, draft: Draft, following: int) -> bool:
    """`31-truck convoy`, `10,000-strong force`: the noun that a hyphen joins."""
    tokens = context.sentence.tokens
    match = re.match(r"-([^\W\d_]+)", context.text[draft.number.end :])
    if not match:
        return False
    word, end = match[1].lower(), draft.number.end + match.end()
    if word == "strong":
        draft.unit, draft.end = PERSON, end
        return True
    token = next((t for t in tokens[following : following + 3] if t.lower == word), None)
    if word == "plus":
        draft.end = end
        noun = _find_noun(context, context.token_at(end), of_phrase=False)
        draft.bound = "at_least"
        if noun is None:
            return False
        draft.unit, draft.end = _name_unit(noun), noun.offset + len(noun.text)
        return True
    if token is None or token.pos not in NOUNS or word in load_settings().hyphen_uncounted or token.tag == "VBG":
        return False
    if draft.number.value == 1:
        return False
    draft.unit, draft.end = token.lemma, end
    return True


def _find_head(context: Context, number: Number) -> Token | None:
    """The noun that governs the number in the parse, when it follows and nothing but its modifiers lies between."""
    tokens = context.sentence.tokens
    last = context.token_over(max(number.start, number.end - 1))
    first = context.token_over(number.start)
    head = tokens[tokens[last].head]
    steps = 0
    while first <= head.i <= last and head.head != head.i and steps < 6:
        head, steps = tokens[head.head], steps + 1
    if not last < head.i <= last + 8 or head.pos not in NOUNS or tokens[last].dep in {"pobj", "dobj", "nsubj", "conj"}:
        return None
    for token in tokens[last + 1 : head.i]:
        modifier = (
            token.pos in BETWEEN_ADJECTIVES or token.tag in {"VBN", "VBG", "HYPH", "POS"} or token.text in ",\"'“”‘’"
        )
        if not modifier:
            return None
    return head if _is_countable(head, number) else None


def _find_noun(context: Context, first: int, *, of_phrase: bool) -> Token | None:
    """The last noun of the run of modifiers and nouns that starts at a token."""
    tokens = context.sentence.tokens
    noun: Token | None = None
    for token in tokens[first : first + 9]:
        opening = token.i == first or (of_phrase and noun is None)
        if token.pos in NOUNS or (token.tag in {"NNS", "NNPS"}):
            if noun is not None and noun.tag in {"NNS", "NNPS"} and noun.dep != "compound":
                break
            noun = token
        elif token.pos == "ADJ" or token.tag in {"VBN", "VBG", "HYPH"} or (opening and token.pos == "ADV"):
            if noun is not None and noun.tag in {"NNS", "NNPS"}:
                break
        elif token.tag == "POS" and of_phrase:
            noun = None
        elif of_phrase and noun is None and (token.pos in {"DET", "NUM"} or token.tag == "PRP$"):
            continue
        else:
            break
    return noun if noun is not None and _is_countable(noun, None) else None


def _is_countable(noun: Token, number: Number | None) -> bool:
    plural = noun.tag in {"NNS", "NNPS"} or is_person_noun(noun.lemma)
    if number is not None and number.value == 1:
        plural = noun.pos == "NOUN"
    # `6 million dollar` and typing errors aside, what is counted is plural.
    return (
        plural and not noun.text.isdigit() and noun.lemma not in {"%", "percent"} and noun.label not in {"DATE", "TIME"}
    )


def _name_unit(noun: Token) -> str:
    """What the noun counts: `person` for people of every name, else the noun in the singular."""
    lemma = noun.lemma
    if noun.label == "NORP" and noun.tag in {"NNPS", "NNS"}:
        return PERSON
    if noun.lower in {"people", "folks", "personnel", "police", "troops", "staff", "forces"} and noun.lower != "forces":
        return PERSON
    if is_person_noun(lemma) or is_person_noun(lemma.removesuffix("s")):
        return PERSON
    if noun.tag == "NNPS" and noun.text[0].isupper() and noun.lower.endswith(("ans", "ians", "is", "ites", "ese")):
        return PERSON
    unit = load_units().get(noun.lower)
    return unit.name if unit else lemma


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
        last = tokens[context.token_over(max(number.start, number.end - 1))]
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
