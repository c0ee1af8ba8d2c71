"""Quotations given to their speakers: by a cue beside them, or carried on from the attribution before."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from coranto.extract.speech.candidates import Candidate
from coranto.extract.speech.quotes import Quotation
from coranto.model.sentence import Sentence
from coranto.model.span import Span

WORD = re.compile(r"\w")
LEADS_ON = re.compile(r"[,?!—–-][\"”'’»]*,?\s*$|[\"”'’»],\s*$|[\w…][\"”'’»]+\s*$")
ENDED = re.compile(r"[.!?:][\"”'’)]*\s+$")
TWO_ENDED = re.compile(r"[.!?]\s+\S.*[.!?]\s+$", re.DOTALL)
INNER = re.compile(r"\W{0,3}(?:\w+\W{1,2}){0,3}?(?<!\w)(?P<said>[‘'](?=\w)[^‘\n]{2,400}?[’'])(?=[\s,.;!?”\"]|$)")
REACH = 250
"""Code points between a cue and its source beyond which the cue alone is measured from."""


@dataclass(frozen=True, slots=True)
class _Page:
    text: str
    sentence_starts: tuple[int, ...]
    quotations: tuple[Quotation, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def find_near(self, first: int, last: int) -> range:
        """Numbers of the quotations that share a code point with `text[first:last]`."""
        return range(bisect_right(self.ends, first), bisect_left(self.starts, last))

    def span(self, index: int) -> Span:
        return Span.of(self.text, self.starts[index], self.ends[index])


def attach_quotations(
    sentences: Sequence[Sentence], candidates: Sequence[Candidate], quotations: Sequence[Quotation]
) -> list[Candidate]:
    """Contents grown to the quotations that they touch; quotations without a cue given to the speaker before them."""
    page = _Page(
        text=sentences[0].found,
        sentence_starts=tuple(s.start for s in sentences),
        quotations=tuple(quotations),
        starts=tuple(q.start for q in quotations),
        ends=tuple(q.end for q in quotations),
    )
    grown = list(candidates)
    owner: dict[int, int] = {}
    for number, candidate in enumerate(grown):
        grown[number] = _grow(candidate, page, owner, number)
    _keep_together(grown, page, owner)
    for late in (False, True):
        for number, candidate in enumerate(grown):
            if candidate.quotes and not candidate.silent:
                grown[number] = _take_neighbours(candidate, page, owner, (number, late))
        _keep_together(grown, page, owner)
        _carry_speakers(grown, page, owner)
    return [_take_inner(candidate, page) for candidate in grown]


def _keep_together(grown: list[Candidate], page: _Page, owner: dict[int, int]) -> None:
    """Give the paragraphs of one quotation to one speaker, whom any of them has found."""
    quotations = page.quotations
    first = 0
    while first < len(quotations):
        last = first + 1
        while last < len(quotations) and quotations[last].opens:
            last += 1
        holders = {owner[index] for index in range(first, last) if index in owner}
        if last - first > 1 and holders:
            # Where two have found some of it, it is theirs who have found its end.
            holder = owner.get(last - 1, max(holders)) if len(holders) > 1 else next(iter(holders))
            for other in holders - {holder}:
                _take_away(grown, other, [page.span(i) for i in range(first, last) if owner.get(i) == other])
            free = [index for index in range(first, last) if owner.get(index) != holder]
            owner.update(dict.fromkeys(free, holder))
            spans = [*grown[holder].content, *(page.span(index) for index in free)]
            grown[holder] = replace(grown[holder], content=tuple(sorted(spans, key=lambda s: s.start)))
        first = last


def _take_away(grown: list[Candidate], number: int, quotations: Sequence[Span]) -> None:
    """Quotations that prove another's are dropped from a content."""
    kept = tuple(span for span in grown[number].content if not any(q.holds(span) for q in quotations))
    grown[number] = replace(grown[number], content=kept)


def _take_inner(candidate: Candidate, page: _Page) -> Candidate:
    """`“He told me, ‘Leave now,’ and I left”`: the quotation within the quotation is his."""
    if candidate.content or candidate.silent or not candidate.quotes:
        return candidate
    cue = candidate.cue[-1]
    outer = next((i for i in page.find_near(cue.start, cue.end) if page.starts[i] < cue.start), None)
    if outer is None or page.quotations[outer].single or cue.end >= page.ends[outer]:
        return candidate
    found = INNER.match(page.text, cue.end, page.ends[outer])
    if found is None:
        return candidate
    return replace(candidate, content=(Span.of(page.text, found.start("said"), found.end("said")),))


def _grow(candidate: Candidate, page: _Page, owner: dict[int, int], number: int) -> Candidate:
    """The content, with every quotation that it shares a word with as a whole."""
    if not candidate.content:
        return candidate
    spans = list(candidate.content)
    named = [*candidate.cue, *(p.span for p in candidate.source)]
    for index in page.find_near(min(s.start for s in spans), max(s.end for s in spans)):
        whole = page.span(index)
        touched = [s for s in spans if s.overlaps(whole)]
        if not touched or any(n.overlaps(whole) for n in named):
            continue
        if len(touched) == 1 and touched[0].holds(whole):
            owner.setdefault(index, number)
            continue
        start, end = min(s.start for s in (*touched, whole)), max(s.end for s in (*touched, whole))
        if any(start < n.end and n.start < end for n in named):
            continue
        spans = [s for s in spans if s not in touched]
        spans.append(Span.of(page.text, start, end))
        owner.setdefault(index, number)
    return replace(candidate, content=tuple(sorted(spans, key=lambda s: s.start)))


def _take_neighbours(candidate: Candidate, page: _Page, owner: dict[int, int], turn: tuple[int, bool]) -> Candidate:
    """Free quotations right before and right after the cue and its source.

    `"... now." Mr. Lee said ...` begins another sentence, `"... now," Mr. Lee said` goes on; the first is taken only in
    the late turn, where the quotation has found no other speaker and the cue no other content.
    """
    number, late = turn
    named = sorted([*candidate.cue, *(p.span for p in candidate.source)], key=lambda s: s.start)
    first, last = named[0].start, named[-1].end
    if last - first > REACH:
        first, last = candidate.cue[0].start, candidate.cue[-1].end
    taken = list(candidate.content)
    left, right = bisect_right(page.ends, first) - 1, bisect_left(page.starts, last)
    if left >= 0 and left not in owner:
        between = page.text[page.ends[left] : first]
        beside = len(between) <= 3 and not WORD.search(between) and "\n" not in between
        leads = LEADS_ON.search(page.text[max(page.starts[left], first - 8) : first]) is not None
        if beside and (not candidate.content if late else leads):
            owner[left] = number
            taken.append(page.span(left))
    while right < len(page.starts) and right not in owner and not (late and taken):
        if not _is_lead(page.text[last : page.starts[right]], bool(taken)):
            break
        owner[right] = number
        taken.append(page.span(right))
        last = page.ends[right]
    return replace(candidate, content=tuple(sorted(taken, key=lambda s: s.start)))


def _is_lead(between: str, has_content: bool) -> bool:
    """Whether the words between a cue and a quotation lead to it: `told the council on Monday, "..."`."""
    stripped = between.rstrip()
    if "\n" in between and not (stripped.endswith(":") and "\n" not in stripped):
        return False
    if not WORD.search(between):
        return len(between) <= 3 or stripped == ":"
    if has_content or len(between.split()) > 14:
        return False
    return stripped.endswith((":", ",")) and "." not in stripped.replace("Mr.", "").replace("U.S.", "")


def _carry_speakers(grown: list[Candidate], page: _Page, owner: dict[int, int]) -> None:
    """Give a quotation without a cue of its own to the attribution just before it."""
    for index, quotation in enumerate(page.quotations):
        if index in owner or not (quotation.speech or quotation.opens) or quotation.words < 3:
            continue
        holder = owner.get(index - 1) if quotation.opens else _find_holder(grown, page, index)
        if holder is None:
            continue
        owner[index] = holder
        spans = [*grown[holder].content, page.span(index)]
        grown[holder] = replace(grown[holder], content=tuple(sorted(spans, key=lambda s: s.start)))


def _find_holder(grown: Sequence[Candidate], page: _Page, index: int) -> int | None:
    start = page.starts[index]
    best, end = None, -1
    for number, candidate in enumerate(grown):
        if not candidate.quotes or not candidate.content or candidate.silent or candidate.cue[0].start > start:
            continue
        reach = max(candidate.cue[-1].end, candidate.content[-1].end)
        if end < reach <= start:
            best, end = number, reach
    if best is None:
        return None
    between = page.text[end:start]
    if not WORD.search(between):
        return best if between.count("\n") <= 3 else None
    # The rest of the speaker's own sentence may stand between: `"...," he said on Monday. "..."`.
    if len(between) > 200 or not ENDED.search(between):
        return None
    gap = bisect_right(page.sentence_starts, start) - bisect_right(page.sentence_starts, end - 1)
    return best if gap <= 1 or not TWO_ENDED.search(between) else None
