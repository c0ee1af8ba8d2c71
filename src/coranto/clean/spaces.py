"""Spaces lost or doubled around a mark or a figure: "Tuesday.The", "Havana,where", "(RT)which", "March15", "( so )"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from coranto.clean.words import load_given_names, load_glue, load_levels, load_names, load_vocabulary

LETTER = "[^\\W\\d_]"
CAPITAL = "[A-ZÀ-ÖØ-Þ]"
CLOSERS = "[\"'”’)\\]»]"
# Words are looked up backwards from the mark: a search that began with them would be quadratic in a text of one word.
# Each pattern begins with the character that is rarest in it, and looks back from there: so most of a text is skipped.
AFTER_MARK = re.compile(
    rf"(?P<mark>[.!?,;:…)\"”](?<={LETTER}{LETTER}.)(?:(?<=[.!?,;:…])(?:''|{CLOSERS})?|(?<=[)\"”])[.,;:!?]))"
    rf"(?P<open>[\"“‘«(]?)(?P<next>{LETTER}{{1,60}})"
)
AFTER_FIGURE = re.compile(
    rf"(?P<mark>[.!?,;:](?<=[\d)%\]].){CLOSERS}?)(?P<open>[\"“‘«(]?)(?P<next>{CAPITAL}{LETTER}{{1,60}})"
)
BEFORE_ITEM = re.compile(rf"(?P<mark>[.:](?<={LETTER * 4}.))(?P<next>\d{{1,2}}\. {CAPITAL})")
BEFORE_INITIALS = re.compile(rf"(?P<mark>[.!?](?<=[a-z]{{3}}.))(?P<next>(?:{CAPITAL}\.){{2,4}} )")
AFTER_ORDINAL = re.compile(rf"\d(?<![\w./-].)\d{{0,2}}(?:st|nd|rd|th)(?P<next>{CAPITAL}[a-z]{{2,30}})(?![\w@=])")
BEFORE_FIGURE = re.compile(rf"(?P<mark>[.,;](?<={LETTER * 4}.))(?P<next>\d{{1,2}}(?::\d\d)? {LETTER})")
AFTER_HOUR = re.compile(rf"[ap](?<=\b.)\.m\.(?P<next>{CAPITAL}{LETTER}{{2,}}|A [a-z])")
BEFORE_INITIAL = re.compile(
    rf"(?P<name>{CAPITAL}(?<![\w@#/.-].)[a-z]{{2,20}})(?P<next>{CAPITAL})\. ?(?={CAPITAL}[a-z])"
)
BEFORE_STARTER = re.compile(rf"\d(?<= .)(?P<next>{CAPITAL}[a-z]{{1,10}})(?= )")
AFTER_INITIALS = re.compile(rf"{CAPITAL}(?<![\w.].)\.(?:{CAPITAL}\.){{1,3}}(?P<next>{CAPITAL}[a-zß-ÿ]{{2,60}})")
AFTER_BRACKET = re.compile(rf"\((?P<inside>[^()\n]{{1,80}})\)(?P<next>{LETTER}{{2,60}}|“)")
BEFORE_BRACKET = re.compile(
    rf"\((?:(?<={LETTER * 3}\()(?={CAPITAL}{CAPITAL}|{CAPITAL}-|{CAPITAL}\.,|@|\d+%)"
    rf"|(?<={LETTER}[a-z]{{2}}\()(?={CAPITAL}[a-zA-Z]+[ )]|{CAPITAL}\. {CAPITAL}|[a-z]{{2,}} (?:[a-z]|I\b)))"
)
AFTER_SQUARE = re.compile(rf"\](?<=[a-zA-Z].)(?={CAPITAL}[a-z]{{2}})")
AFTER_QUOTE = re.compile(rf"[”»](?<=[^\s(\[“].)(?P<next>{LETTER}{{2,60}})")
BEFORE_QUOTE = re.compile(r"“(?<=[\w”»,;:.!?)]“)(?=[\w\[(‘'])|\[(?<=[a-z][.!?]\[)(?=[A-Z])")
STRAIGHT_QUOTE = re.compile(rf"\"(?<={LETTER}{LETTER}\")(?={LETTER}{LETTER})")
AFTER_ENDING = re.compile(rf"['’](?<={LETTER}{LETTER}['’])[st](?={CAPITAL}[a-zß-ÿ]{{2}})")
AFTER_NAME = re.compile(
    rf"(?P<name>{CAPITAL}(?<![A-Z\d@#/.&_=-].)[a-zß-ÿ]{{2,30}})(?P<next>\d{{1,4}})(?:st|nd|rd|th)?(?![\w/=&@]|\.\d)"
)
AFTER_NUMBER = re.compile(
    rf"\d(?:(?<![\w./#@$€£:=&-].)\d{{1,3}}|(?<=\b\d:.)\d)(?P<next>{CAPITAL}[a-zß-ÿ]{{2,30}})(?![\w@=])"
)
COUNTED = re.compile(" [a-z]")
BULLET = re.compile(r"[•▪●■](?<=\S.)(?= )")
DASHES = ("—", "–", "&", "--")
DASH = re.compile(
    rf"[—–&](?:(?<={LETTER * 3}.)(?P<before> )(?=\S)|(?<=[^\s.!?”\"] .)(?={CAPITAL}[a-z]))"
    rf"|--(?:(?<={LETTER * 3}--)(?P<between> )(?=\S)|(?<=[^\s.!?”\"] --)(?={CAPITAL}[a-z]))"
)
BEFORE_MARK = re.compile(
    r"(?P<blank>[ \xa0](?=[ \xa0,;.:!?])(?<=[\w”’\"')].)[ \xa0]*)"
    r"(?P<mark>[,;.:!?])(?=(?P<next>\s|[^\W\d_]{2}|$))"
)
IN_BRACKETS = re.compile(r"(?<=[(\[«])(?P<open>[ \xa0]+)(?=[\w“\"'])|(?<=[\w.,!?”\"'])(?P<close>[ \xa0]+)(?=[)\]»])")
DOUBLED = re.compile(r"(?<=\S) (?P<more>[ \xa0]+)(?=\S)")
ADDRESS = re.compile(r"[@/#\\_=]|www\.|http|\w\.\w+\.\w", re.IGNORECASE)
BLANK_BRACKETS = tuple(f"{mark}{blank}" for mark in "([«" for blank in " \xa0") + tuple(
    f"{blank}{mark}" for mark in ")]»" for blank in " \xa0"
)
RUN = re.compile(r"\S{1,80}")
WORD_BEFORE = re.compile(rf"{LETTER}+$")
SPOKEN_DOMAINS = frozenset(["in", "it", "is", "at", "so", "to", "no", "us", "me"])
FAR = 20_000
"""A line longer than this tells nothing of its quotation marks."""

Found = tuple[int, int, str, Literal["space"], str]


def find_lost_spaces(text: str) -> Iterator[Found]:
    """Each lost space, as the mark or the character beside it and what is read there; each blank too much, as nothing.

    A straight quotation mark opens or closes by the number of them before it on the line.
    """
    for found in AFTER_MARK.finditer(text):
        gap = _find_gap(text, found)
        if gap is not None:
            yield _put_blank(text, gap, "after_mark")
    for found in AFTER_FIGURE.finditer(text):
        if not _is_address(text, found) and _begins_sentence(found["next"]):
            gap = _find_quote_gap(text, found)
            if gap is not None:
                yield _put_blank(text, gap, "after_mark")
    for found in BEFORE_INITIAL.finditer(text):
        if found["name"].lower() in load_given_names() or found["name"].lower() in load_vocabulary():
            yield _put_blank(text, found.start("next"), "before_initial")
    for pattern, rule in (
        (BEFORE_FIGURE, "after_mark"),
        (BEFORE_ITEM, "after_mark"),
        (BEFORE_INITIALS, "after_mark"),
        (AFTER_ORDINAL, "after_figure"),
        (AFTER_HOUR, "after_mark"),
        (AFTER_INITIALS, "after_initials"),
    ):
        for found in pattern.finditer(text):
            if not _is_address(text, found):
                yield _put_blank(text, found.start("next"), rule)
    yield from _find_at_brackets(text)
    yield from _find_at_quotes(text)
    yield from _find_at_figures(text)
    if any(dash in text for dash in DASHES):
        for found in DASH.finditer(text):
            yield _put_blank(text, found.start() if found["before"] or found["between"] else found.end(), "beside_dash")
    for found in BULLET.finditer(text):
        yield _put_blank(text, found.start(), "before_bullet")


def find_extra_spaces(text: str) -> Iterator[Found]:
    """Each blank that stands before a mark or inside brackets, and each but the first of several, read as nothing."""
    for found in BEFORE_MARK.finditer(text):
        if found["mark"] == "." and text[found.end() : found.end() + 2] == " .":
            continue
        yield *found.span("blank"), "", "space", "blank_before_mark"
        if found["next"][:1].isalpha():
            at = found.start("mark")
            yield at, at + 1, f"{found['mark']} ", "space", "after_mark"
    if any(pair in text for pair in BLANK_BRACKETS):
        for found in IN_BRACKETS.finditer(text):
            yield *found.span("open" if found["open"] else "close"), "", "space", "blank_in_brackets"
    if "  " in text or " \xa0" in text:
        for found in DOUBLED.finditer(text):
            yield *found.span("more"), "", "space", "doubled_blank"


def _put_blank(text: str, gap: int, rule: str) -> Found:
    """A blank at the gap, beside the one character that is no letter, so that words at both sides stay free."""
    if gap < len(text) and text[gap - 1].isalpha() and not text[gap].isalpha():
        return gap, gap + 1, f" {text[gap]}", "space", rule
    return gap - 1, gap, f"{text[gap - 1]} ", "space", rule


def _find_at_brackets(text: str) -> Iterator[Found]:
    for found in AFTER_BRACKET.finditer(text):
        before = text[found.start() - 1] if found.start() else " "
        if not before.isalnum() and not _belongs(found["inside"], found["next"]):
            yield _put_blank(text, found.start("next"), "after_bracket")
    for found in AFTER_SQUARE.finditer(text):
        yield _put_blank(text, found.end(), "after_bracket")
    for found in BEFORE_BRACKET.finditer(text):
        yield _put_blank(text, found.start(), "before_bracket")


def _find_at_quotes(text: str) -> Iterator[Found]:
    for found in AFTER_QUOTE.finditer(text):
        if _begins_word(found["next"]):
            yield _put_blank(text, found.start("next"), "after_quote")
    for found in BEFORE_QUOTE.finditer(text):
        yield _put_blank(text, found.start(), "before_quote")
    for found in STRAIGHT_QUOTE.finditer(text):
        opens = _count_quotes(text, found.start()) % 2 == 0
        yield _put_blank(text, found.start() if opens else found.end(), "before_quote" if opens else "after_quote")
    for found in AFTER_ENDING.finditer(text):
        yield found.end() - 1, found.end(), f"{found.group()[-1]} ", "space", "after_ending"


def _find_at_figures(text: str) -> Iterator[Found]:
    for found in AFTER_NAME.finditer(text):
        name = found["name"]
        apart = found.start() == 0 or not text[found.start() - 1].isalpha()
        counted = apart and COUNTED.match(text, found.end()) and name.lower() in load_levels()
        if name in load_glue().calendar or (counted and name not in load_names() and len(found["next"]) < 4):
            yield _put_blank(text, found.start("next"), "before_figure")
    for found in BEFORE_STARTER.finditer(text):
        if found["next"] in load_glue().starters:
            yield _put_blank(text, found.start("next"), "after_figure")
    for found in AFTER_NUMBER.finditer(text):
        if _begins_word(found["next"]):
            yield _put_blank(text, found.start("next"), "after_figure")


def _find_gap(text: str, found: re.Match[str]) -> int | None:
    """Where the space was, for a word, a mark and the next word without one."""
    mark, following = found["mark"].lstrip(')"”') or found["mark"], found["next"]
    levels, glue = load_levels(), load_glue()
    before = WORD_BEFORE.search(text[max(0, found.start() - 40) : found.start()])
    word = before.group() if before else ""
    if _is_address(text, found) or (
        following.lower() in glue.domains - SPOKEN_DOMAINS and following not in glue.titles
    ):
        return None
    if mark[0] in ".!?…":
        if not (following[0].isupper() and (len(following) > 3 or _begins_sentence(following))):
            return None
        if not (word[-1:].islower() or (len(word) > 1 and word.isupper() and _begins_sentence(following))):
            return None
        if len(word) < 4 and not word[0].isupper() and word.lower() not in levels:
            return None
    if mark[0] == ":" and not following[0].isupper():
        return None
    if mark[0] == "," and len(following) < 2:
        return None
    if mark[0] == ";" and re.search(r"&#?\w+$", text[max(0, found.start() - 8) : found.start()]):
        return None
    return _find_quote_gap(text, found)


def _find_quote_gap(text: str, found: re.Match[str]) -> int | None:
    """The gap after the mark, before or after its quotation mark; None where an apostrophe stands there."""
    mark = found["mark"]
    if len(mark) > 1 and mark[1] == '"' and _opens_quote(text, found.start("mark") + 1):
        return found.start("mark") + 1
    if len(mark) == 2 and mark[1] == "'":
        return found.end("mark") if mark[0] in ".!?," and found["next"][0].isupper() and not found["open"] else None
    return found.start("open") if found["open"] else found.start("next")


def _opens_quote(text: str, at: int) -> bool:
    """Whether a straight quotation mark between two words opens: where the next on its line plainly closes.

    Where that one tells nothing, where an even number of them stands before this one, and one after it.
    """
    end = text.find("\n", at)
    following = text.find('"', at + 1, end if end >= 0 else len(text))
    if following < 0:
        return False
    before, after = text[following - 1], text[following + 1 : following + 2]
    if not before.isspace() and (not after or after.isspace()):
        return True
    if before.isspace() and after.isalnum():
        return False
    return _count_quotes(text, at - 1) % 2 == 0


def _count_quotes(text: str, at: int) -> int:
    line = text.rfind("\n", max(0, at - FAR), at) + 1
    return text.count('"', line, at)


@cache
def _begins_word(word: str) -> bool:
    small = word.lower()
    return small in load_levels() or small in load_vocabulary() or word in load_names()


@cache
def _begins_sentence(word: str) -> bool:
    """Whether it is a known word with a capital, such as begins a sentence."""
    glue = load_glue()
    if word in glue.starters or word in glue.titles:
        return True
    return len(word) > 2 and word[0].isupper() and (word.startswith("Mc") or _begins_word(word))


def _is_address(text: str, found: re.Match[str]) -> bool:
    """Whether the unbroken characters that hold the stretch, without what ends a sentence, are an address."""
    start, end = found.span()
    first = max(text.rfind(blank, max(0, start - 80), start) for blank in " \n\t\xa0") + 1
    last = RUN.match(text, end - 1)
    run = text[first : last.end() if last else end].rstrip(".,;:!?\"'”’)")
    return ADDRESS.search(run) is not None and found.re not in {AFTER_INITIALS, BEFORE_INITIALS, AFTER_HOUR}


def _belongs(inside: str, following: str) -> bool:
    """Whether what stands in brackets is a part of the word after them: (re)building."""
    return inside.lower() in load_glue().bracketed or (inside + following).lower() in load_levels() or len(inside) < 2
