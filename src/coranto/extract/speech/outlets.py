"""Outlets by name: those known beforehand, and any that is called like one (`the Harbour Courier`, `Radio Mirna`).

The words that outlets are called by stand in `resources/attributions/source_nouns.tsv`.
"""

from __future__ import annotations

from functools import cache
from typing import cast

from coranto.extract.known import fold, match_known
from coranto.extract.speech.sources import trim_range
from coranto.model.attribution import SourceKind
from coranto.model.drafts import Phrase, TokenRef
from coranto.model.sentence import Sentence, Token
from coranto.model.span import Range
from coranto.resources import read_tsv

NOUNS = "attributions/source_nouns.tsv"
LONGEST = 8
"""Words of the longest name that is looked for."""
MARKS = frozenset({'"', "“", "”", "''", "``"})
PROGRAMMES = frozenset({"PROPN", "DET", "CCONJ", "ADP"})
JOINING = frozenset({"of", "and", "&", "de", "al", "-"})
GENERAL = frozenset({"press", "media"})
"""Words that name an outlet only with one before them that tells which: `state media`, not `the media`."""
BEARING = frozenset({"agency", "site", "service"})
"""Nouns that make an outlet of the word before them: `news agency`, `wire service`."""
MAKING = frozenset({"news", "press", "wire", "information"})
OFFICE = ("press", "service")
"""A body's press service speaks for the body."""


@cache
def load_source_nouns() -> dict[str, SourceKind]:
    """What a source is that is called so, by noun; without the words that only stand in names."""
    return {row["noun"]: cast("SourceKind", row["kind"]) for row in _read_nouns() if row["name"] != "only"}


@cache
def load_outlet_words() -> frozenset[str]:
    """Words that outlets' names are made of."""
    return frozenset(row["noun"] for row in _read_nouns() if row["name"])


def _read_nouns() -> list[dict[str, str]]:
    return list(read_tsv(NOUNS))


def find_outlet(sentence: Sentence, i: int) -> Phrase | None:
    """The outlet whose name, or whose description with its article, begins at the token; None where none does."""
    known = match_outlet(sentence, i)
    if known is not None:
        return known
    tokens = sentence.tokens
    if (tokens[i].pos == "DET" or tokens[i].tag == "PRP$") and i + 1 < len(tokens):
        return match_outlet(sentence, i + 1) or _match_called(sentence, i + 1)
    return _match_called(sentence, i)


def match_outlet(sentence: Sentence, i: int) -> Phrase | None:
    """The known outlet whose name begins at the token, with the programme that it owns (`NBC's "Meet the Press"`)."""
    if not sentence.tokens[i].text[0].isupper():
        return None
    folded = [*[""] * i, *(fold(t.text) for t in sentence.tokens[i : i + LONGEST])]
    entry = match_known(sentence, folded, i)
    if entry is None or entry.kind != "outlet":
        return None
    head, last = i + len(entry.words) - 1, i + len(entry.words)
    if last < len(sentence.tokens) and sentence.tokens[last].tag == "POS":
        last = _find_end_of_programme(sentence, last + 1)
    return Phrase(TokenRef(sentence.number, head), sentence.span(trim_range(sentence, Range(i, last))))


def _find_end_of_programme(sentence: Sentence, first: int) -> int:
    last = first
    tokens = sentence.tokens
    while last < len(tokens) and (_is_titled(tokens[last]) or (last == first and tokens[last].text in MARKS)):
        last += 1
    return last


def _is_titled(token: Token) -> bool:
    return token.label == "WORK_OF_ART" or (token.pos in PROGRAMMES and token.text[0].isupper())


def _match_called(sentence: Sentence, i: int) -> Phrase | None:
    """A run of words that is called like an outlet: its noun with a name or a description beside it."""
    tokens = sentence.tokens
    last = i
    while last < len(tokens) and last < i + LONGEST and _may_belong(tokens, i, last):
        last += 1
    while last > i and tokens[last - 1].lower in JOINING:
        last -= 1
    run = tokens[i:last]
    nouns = [t.i for t in run if _is_outlet_noun(tokens, t.i, i)]
    if not nouns or len(run) < 2:
        return None
    names = [t.i for t in run if t.text[0].isupper() and t.pos in ("PROPN", "NOUN", "ADJ", "X")]
    qualifies = run[-1].dep == "compound" and run[-1].head >= last  # `a state television announcement`
    if not names and (
        qualifies
        or any(tokens[i].lower in GENERAL or tokens[i].tag == "NNS" for i in nouns)
        or not any(t.pos in ("ADJ", "NOUN", "PROPN") for t in run if t.i not in nouns)
    ):
        return None
    head = next((t.i for t in run if not i <= t.head < last or t.head == t.i), run[-1].i)
    return Phrase(TokenRef(sentence.number, head), sentence.span(Range(i, last)))


def _may_belong(tokens: tuple[Token, ...], first: int, i: int) -> bool:
    token = tokens[i]
    if token.text[0].isupper() or token.text[0].isdigit():
        return token.pos not in ("PRON", "DET", "PUNCT", "ADP") or i > first
    if token.lower in JOINING:
        return i > first and i + 1 < len(tokens) and tokens[i + 1].text[0].isupper()
    if _is_outlet_noun(tokens, i, first) or (token.lower in MAKING and i + 1 < len(tokens)):
        return True
    # What describes it stands before it: `the official Banda news agency`, `Russian state television`.
    return token.pos in ("ADJ", "NOUN") and token.dep in ("amod", "compound") and i - first < 3


def _is_outlet_noun(tokens: tuple[Token, ...], i: int, first: int) -> bool:
    token = tokens[i]
    if token.lower in BEARING:
        return i > first and tokens[i - 1].lower in MAKING and (tokens[i - 1].lower, token.lower) != OFFICE
    if token.lower in GENERAL and (i == first or not token.text[0].islower()):
        return False
    if token.text[0].isupper() and token.lower in load_outlet_words():
        return token.pos in ("PROPN", "NOUN", "ADJ", "ADV")
    before_name = i + 1 < len(tokens) and tokens[i + 1].pos == "PROPN"  # `the weekly Der Turm`
    noun = token.pos in ("NOUN", "PROPN") or (token.pos == "ADJ" and before_name)
    return noun and load_source_nouns().get(token.lower) == "outlet"
