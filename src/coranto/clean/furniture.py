"""What a reader would not call the article: navigation, repeats, comment forms, appeals, captions and the like."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from coranto.clean.byline import is_byline
from coranto.clean.dateline import is_dateline
from coranto.clean.evidence import fold_line
from coranto.clean.lines import find_page_lines, guess_kind
from coranto.clean.notices import find_notices
from coranto.clean.paragraphs import find_paragraphs
from coranto.clean.patterns import Pattern, find_fitting, load_appeal
from coranto.clean.repeats import find_repeats
from coranto.clean.threads import find_threads
from coranto.clean.words import load_glue
from coranto.model.article import Furniture, FurnitureKind
from coranto.model.span import Range, Span

TOP = 8
BELOW = 3
CRUMB = r"[^\W\d_][\w'’&.,\- ]{0,40}?\s*"
CRUMBS = re.compile(
    rf"(?:(?:home|start|main|homepage|home page|inicio|front page)\s*(?:[»›>→|/]|::)\s*(?:{CRUMB}[»›>→|/]\s*)*"
    rf"|(?:{CRUMB}[»›→]\s*){{2,}})",
    re.IGNORECASE,
)
RULE_LINE = re.compile(r"(?:[_*=~–—-]\s*){3,}")
GLUED = re.compile(r"(?<=[a-z])(?<!\bMc)(?<!\bMac)(?<!\bDe)(?<!\bLe)(?<!\bLa)(?<!\bDi)(?<!\bVan)(?=[A-Z])")
MORE = re.compile(r"(?<!READ)(?<!SEE)(?<!LEARN)(?: |(?<=[a-z]))MORE\b(?=[\s,.;:'’)]|$)")
ENDING_NAME = re.compile(r"(?P<before>.*)\b(?P<last>[A-Z][^\W\d_]*)\Z", re.DOTALL)
LONGEST_NAME = 80
"""Characters in which a name that stands twice has both."""
FARTHEST = 700
"""Characters of headlines that a link's preview pours into a sentence, at most."""
NEXT = re.compile(r"(?:previous|prev|next|older|newer)\b", re.IGNORECASE)
HEADING = re.compile(
    r"(?!\d|share|print|e-?mail|send|listen|save|post|copy|follow)(?:[^\s.!?]+ ){0,3}"
    r"(?:more|most|related|recommended|trending|popular|latest|headlines|stories|articles|posts|"
    r"news|coverage|next|previous|prev|picks|choice|reading|read|watch|missed|miss|like|topics|tags|videos|links|also)\b"
    r"(?: [^\s.!?]+){0,4}[:»>…]?$",
    re.IGNORECASE,
)
LONGEST_HEADLINE = 22
LISTED_WORDS = 8
TEASERS = 8
"""Headlines under one heading, at most."""
APPEAL_WORDS = 160
NONE: frozenset[str] = frozenset()

Mark = tuple[int, int, FurnitureKind, str]
"""Start, end, kind and rule."""


def find_furniture(text: str, title: str | None, recurring: frozenset[str] = NONE) -> tuple[Furniture, ...]:
    """The furniture of a plain text, sorted and not overlapping; `title` is what is given apart from the text.

    `recurring` are the lines, folded by `fold_line`, that other articles of the outlet have too.

    Of what is said twice the running copy is kept: the first title, and the sentence rather than its pull quote.
    """
    paragraphs = find_paragraphs(text)
    marks = find_crumbs(text, paragraphs, title)
    marks += find_patterns(text, paragraphs)
    marks += _find_appeals(text, paragraphs)
    marks += _find_previews(text, paragraphs)
    marks += mark_notices(text, paragraphs, marks)
    marks += find_threads(text, paragraphs)
    marks += _find_teasers(text, paragraphs, marks, title)
    marks += _find_recurring(text, paragraphs, recurring)
    marks += _find_lines(text, title, paragraphs, settle_marks(marks))
    kept = _leave_out(text, paragraphs, settle_marks(marks))
    marks += [(first, last, "repeat", "repeat") for first, last in find_repeats(text, kept, title)]
    return tuple(
        Furniture(span=Span.of(text, start, end), kind=kind, rule=rule)
        for start, end, kind, rule in settle_marks(marks)
    )


def _find_lines(text: str, title: str | None, paragraphs: Sequence[Range], marks: Sequence[Mark]) -> list[Mark]:
    """The paragraphs that their look and place show to be furniture, those side by side as one mark.

    The title given, bylines and lines of a date are kept.
    """
    known = [is_covered(paragraph, marks) for paragraph in paragraphs]
    found: list[Mark] = []
    before = -2
    for i in find_page_lines(text, paragraphs, known):
        first, last = paragraphs[i]
        if text[first:last] == title or _names_author(text[first:last]):
            continue
        kind = guess_kind(text[first:last])
        if i == before + 1 and found[-1][2] == kind:
            found[-1] = (found[-1][0], last, kind, "line_model")
        else:
            found.append((first, last, kind, "line_model"))
        before = i
    return found


def mark_notices(text: str, paragraphs: Sequence[Range], marks: Sequence[Mark]) -> list[Mark]:
    """The paragraphs in which the page speaks to its reader, what is marked of them left out."""
    left = _leave_out(text, paragraphs, settle_marks(marks))
    return [(*left[i], kind, "notice") for i, kind in find_notices(text, left)]


def _names_author(line: str) -> bool:
    """Whether a line is a byline or a date of publication and no more."""
    return is_byline(line) or is_dateline(line)


def is_covered(paragraph: Range, marks: Sequence[Mark]) -> bool:
    """Whether sorted marks cover half of the paragraph."""
    first, last = paragraph
    covered = 0
    for start, end, *_ in marks[bisect_left(marks, first, key=lambda mark: mark[1]) :]:
        if start >= last:
            break
        covered += min(last, end) - max(first, start)
    return covered * 2 >= last - first


def _find_teasers(text: str, paragraphs: Sequence[Range], marks: Sequence[Mark], title: str | None) -> list[Mark]:
    """The headlines that stand one below another under a heading such as "Related stories", or under "Next article".

    Two at least, or one before another heading.
    """
    marked = {mark[0]: mark for mark in marks}
    found: list[Mark] = []
    for i, (start, end) in enumerate(paragraphs):
        mark = marked.get(start)
        if mark is None or mark[2] != "navigation" or mark[1] != end or not HEADING.match(text, start, end):
            continue
        most = 1 if NEXT.match(text, start, end) else TEASERS
        below = 0
        for first, last in paragraphs[i + 1 : i + 1 + most]:
            if first in marked or text[first:last] == title or not _is_headline(text[first:last], listed=below > 1):
                break
            below += 1
        after = paragraphs[i + 1 + below : i + 2 + below]
        if below > 1 or (below and (most == 1 or (after and after[0].first in marked))):
            found += [(first, last, "navigation", "teasers") for first, last in paragraphs[i + 1 : i + 1 + below]]
    return found


def _is_headline(line: str, *, listed: bool) -> bool:
    """Whether a line may be the title of another story; one `listed` below such a title may be a short sentence."""
    words = line.split()
    if not words or len(words) > LONGEST_HEADLINE or line.endswith((":", "”", '"')) or _names_author(line):
        return False
    if line.endswith("."):
        longer = [word for word in words if len(word) > 3]
        titled = sum(word[0].isupper() for word in longer) * 5 >= len(longer) * 3
        return titled or (listed and len(words) <= LISTED_WORDS)
    return len(words) > 2 or not line[0].islower()


def _find_recurring(text: str, paragraphs: Sequence[Range], recurring: frozenset[str]) -> list[Mark]:
    """The paragraphs that other articles of the outlet have too, bylines and dates left out."""
    if not recurring:
        return []
    found = [(text[first:last], first, last) for first, last in paragraphs]
    return [
        (first, last, guess_kind(line), "recurring")
        for line, first, last in found
        if fold_line(line) in recurring and not _names_author(line)
    ]


def find_crumbs(text: str, paragraphs: Sequence[Range], title: str | None = None) -> list[Mark]:
    """The path to the page at the top ("Home » News » ..."), without a title on its line that stands nowhere else."""
    marks: list[Mark] = []
    for first, last in paragraphs[:TOP]:
        found = CRUMBS.match(text, first, last)
        if found:
            rest = text[found.end() : last]
            title_follows = len(rest.split()) > 3 and (title is None or fold_line(rest) != fold_line(title))
            marks.append((first, found.end() if title_follows else last, "navigation", "crumbs"))
    return [_strip(text, mark) for mark in marks]


def find_patterns(text: str, paragraphs: Sequence[Range]) -> list[Mark]:
    """What the patterns mark, paragraph by paragraph."""
    marks: list[Mark] = []
    for number, paragraph in enumerate(paragraphs):
        small = text[paragraph.first : paragraph.last].casefold()
        for pattern in find_fitting(paragraph.last - paragraph.first):
            if pattern.needs and not _has_one(small, pattern.needs):
                continue
            if not _is_place(pattern, text, number, paragraph):
                continue
            found = _match(pattern, text, paragraph)
            if found and pattern.scope == "rest":
                return [*marks, _strip(text, (paragraph.first, paragraphs[-1].last, pattern.kind, pattern.rule))]
            marks += [_strip(text, (first, last, pattern.kind, pattern.rule)) for first, last in found]
            if found and found[0] == paragraph:
                break
    return marks


def _has_one(text: str, words: Sequence[str]) -> bool:
    # (a loop, which costs half of `any`)
    for word in words:  # noqa: SIM110
        if word in text:
            return True
    return False


def _is_place(pattern: Pattern, text: str, number: int, paragraph: Range) -> bool:
    if pattern.scope == "rest":
        return paragraph.first >= len(text) // 2
    if pattern.where == "top":
        return number < TOP
    if pattern.where == "below":
        return number >= BELOW
    return pattern.where == "anywhere" or paragraph.last >= len(text) * 2 // 3


def _match(pattern: Pattern, text: str, paragraph: Range) -> list[Range]:
    """The stretches of the paragraph that the pattern marks."""
    first, last = paragraph
    if pattern.scope in {"line", "rest"}:
        return [paragraph] if pattern.match.fullmatch(text, first, last) else []
    if pattern.scope == "start":
        return [paragraph] if pattern.match.match(text, first, last) else []
    if pattern.scope == "end":
        found = pattern.match.search(text, first, last)
        return [Range(found.start(), last)] if found else []
    return [Range(*found.span()) for found in pattern.match.finditer(text, first, last)]


def _find_appeals(text: str, paragraphs: Sequence[Range]) -> list[Mark]:
    """The few paragraphs after the last rule line, where they ask for money."""
    rules = [i for i, (first, last) in enumerate(paragraphs) if RULE_LINE.fullmatch(text, first, last)]
    if not rules or paragraphs[rules[-1]].first < len(text) // 2:
        return []
    below = paragraphs[rules[-1] + 1 :]
    words = sum(len(text[first:last].split()) for first, last in below)
    asked = [i for i, (first, last) in enumerate(below) if load_appeal().search(text, first, last)]
    if not asked or words > APPEAL_WORDS:
        return []
    return [(first, last, "donation", "appeal") for first, last in below[: asked[-1] + 1]]


def _find_previews(text: str, paragraphs: Sequence[Range]) -> list[Mark]:
    """Headlines glued to a linked name in mid-sentence, up to a MORE in capitals; the name itself is kept."""
    marks: list[Mark] = []
    for first, last in paragraphs if "MORE" in text else ():
        at = first
        for more in MORE.finditer(text, first, last):
            start = _find_preview_start(text, max(at, more.start() - FARTHEST), more.start() - 20)
            if start is not None:
                marks.append((start, more.end(), "navigation", "preview"))
            elif not more.group().startswith(" ") and marks:
                marks.append((more.start(), more.end(), "navigation", "preview_end"))
            at = more.end()
    return marks


def _find_preview_start(text: str, first: int, last: int) -> int | None:
    """Where headlines are glued to a name: to one that stands twice, as `Ann Roe Ann Maria Roe`, if there is one.

    Another place where small letters meet a capital may be a space lost, within a name or before it.
    """
    ends: list[int] = []
    for found in GLUED.finditer(text, first, last):
        name = ENDING_NAME.search(text, max(0, found.start() - LONGEST_NAME), found.start())
        if name is None or name["last"] in load_glue().starters:
            continue
        if len(name["last"]) > 2 and name["last"] in name["before"]:
            return found.start()
        ends.append(found.start())
    return ends[0] if ends else None


def _leave_out(text: str, paragraphs: Sequence[Range], marks: Sequence[Mark]) -> list[Range]:
    """What the marks leave of each paragraph at its two ends; nothing of one that they cover."""
    kept: list[Range] = []
    starts = [mark[0] for mark in marks]
    at = 0
    for first, last in paragraphs:
        while at < len(marks) and marks[at][1] <= first:
            at += 1
        for start, end, *_ in marks[at : bisect_left(starts, last)]:
            if start <= first:
                first = min(max(first, end), last)
            elif end >= last:
                last = start
        stripped = text[first:last].strip()
        if stripped:
            first += len(text[first:last]) - len(text[first:last].lstrip())
            kept.append(Range(first, first + len(stripped)))
    return kept


def settle_marks(marks: Sequence[Mark]) -> list[Mark]:
    """Sorted and without overlaps: of two that overlap the one that begins first, then the longer, has its way."""
    settled: list[Mark] = []
    for start, end, kind, rule in sorted(marks, key=lambda mark: (mark[0], -mark[1])):
        begin = max(start, settled[-1][1]) if settled else start
        if begin < end:
            settled.append((begin, end, kind, rule))
    return settled


def _strip(text: str, mark: Mark) -> Mark:
    start, end, kind, rule = mark
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end, kind, rule
