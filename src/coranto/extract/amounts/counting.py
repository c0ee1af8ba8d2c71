"""What a number counts: the noun it governs in the parse, or the one that follows it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache

from coranto.extract.amounts.numbers import Number
from coranto.extract.amounts.units import Money, is_person_noun, load_names, load_settings, load_units, resolve_currency
from coranto.model.article import Article
from coranto.model.sentence import Sentence, Token
from coranto.model.values import Bound
from coranto.resources import read_tsv

PERSON, FRACTION, TIME, YEAR = "person", "fraction", "time", "year"
NOUNS = {"NOUN", "PROPN"}
BETWEEN_ADJECTIVES = {"ADJ", "NOUN", "PROPN", "ADV", "NUM", "CCONJ", "DET", "PRON", "PART"}
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


def read_noun(context: Context, draft: Draft) -> bool:
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
        if token.text[0].isalpha() and (token.pos in NOUNS or token.tag in {"NNS", "NNPS"}):
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
