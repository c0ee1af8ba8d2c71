"""Who says what: cues, quotations and carried speakers put together into drafts of attributions.

The way: every cue of a sentence gives a candidate (`reported`); contents grow to the whole quotation that they touch;
quotations left over go to the speaker just before them; an attribution within another's content has it for a parent.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from coranto.extract.candidates import Candidate
from coranto.extract.phrases import find_headline, find_phrases
from coranto.extract.quotes import Quotation, find_quotations
from coranto.extract.reported import find_reported
from coranto.extract.silence import find_silence
from coranto.model.attribution import Form
from coranto.model.drafts import AttributionDraft
from coranto.model.sentence import Sentence
from coranto.model.span import Span

WORD = re.compile(r"\w")
LEADS_ON = re.compile(r"[,?!—–-][\"”'’»]*,?\s*$|[\"”'’»],\s*$|[\w…][\"”'’»]+\s*$")
FIRST_PERSONS = frozenset({"i", "we", "you", "us", "me"})
NESTED_STRENGTH = 0.75
"""Within a quotation only cues at least this sure count: a quoted `I think` is the speaker's own voice."""


def find_attributions(sentences: Sequence[Sentence]) -> tuple[AttributionDraft, ...]:
    """Every attribution of the article, in order of its first word."""
    if not sentences:
        return ()
    quotations = find_quotations(sentences)
    candidates: list[Candidate] = []
    for sentence in sentences:
        candidates += _find_in_sentence(sentence, quotations)
    candidates = attach_quotations(sentences, candidates, quotations)
    kept = [c for c in candidates if c.content or c.silent]
    kept = sorted(_drop_doubles(kept), key=_place)
    parents = _find_parents(kept)
    text = sentences[0].found
    return tuple(_make_draft(c, parent, text, quotations) for c, parent in zip(kept, parents, strict=True))


def _place(candidate: Candidate) -> tuple[int, int, str]:
    spans = candidate.cue + candidate.content
    return min(s.start for s in spans), min(s.start for s in candidate.cue), candidate.rule


def _find_in_sentence(sentence: Sentence, quotations: Sequence[Quotation]) -> list[Candidate]:
    headline = find_headline(sentence)
    silences = list(find_silence(sentence))
    found = [*find_reported(sentence), *find_phrases(sentence)]
    quiet = [span for c in silences for span in c.cue]
    kept = [c for c in found if not any(q.overlaps(span) for q in quiet for span in c.cue)]
    near = [q for q in quotations if q.start < sentence.end and sentence.start < q.end]
    kept = [c for c in kept if _may_stand_in(c, near)]
    return [*([headline] if headline else []), *kept, *silences]


def _may_stand_in(candidate: Candidate, quotations: Sequence[Quotation]) -> bool:
    cue = candidate.cue[0]
    inside = next((q for q in quotations if q.start <= cue.start and cue.end <= q.end), None)
    if inside is None or inside.words < 4:
        return inside is None
    if not candidate.source or candidate.confidence < NESTED_STRENGTH:
        return False
    return candidate.source[0].span.text.lower() not in FIRST_PERSONS


def _drop_doubles(candidates: Sequence[Candidate]) -> list[Candidate]:
    kept: list[Candidate] = []
    seen: set[tuple[int, int]] = set()
    for candidate in candidates:
        key = (candidate.cue[0].start, candidate.cue[0].end)
        if key not in seen:
            seen.add(key)
            kept.append(candidate)
    return kept


# --- quotations -----------------------------------------------------------------------------------------------------


def attach_quotations(
    sentences: Sequence[Sentence], candidates: Sequence[Candidate], quotations: Sequence[Quotation]
) -> list[Candidate]:
    """Contents grown to the quotations that they touch; quotations without a cue given to the speaker before them."""
    text = sentences[0].found
    grown = list(candidates)
    owner: dict[int, int] = {}
    for number, candidate in enumerate(grown):
        grown[number] = _grow(candidate, quotations, text, owner, number)
    for late in (False, True):
        for number, candidate in enumerate(grown):
            if candidate.quotes and not candidate.silent:
                grown[number] = _take_neighbours(candidate, quotations, text, owner, (number, late))
        _carry_speakers(sentences, grown, quotations, owner)
    return grown


def _grow(
    candidate: Candidate, quotations: Sequence[Quotation], text: str, owner: dict[int, int], number: int
) -> Candidate:
    """The content, with every quotation that it shares a word with as a whole."""
    spans = list(candidate.content)
    named = [*candidate.cue, *(p.span for p in candidate.source)]
    for index, quotation in enumerate(quotations):
        whole = Span.of(text, quotation.start, quotation.end)
        touched = [s for s in spans if s.overlaps(whole)]
        if not touched or any(n.overlaps(whole) for n in named):
            continue
        if len(touched) == 1 and touched[0].holds(whole):
            owner.setdefault(index, number)
            continue
        spans = [s for s in spans if s not in touched]
        start, end = min(s.start for s in (*touched, whole)), max(s.end for s in (*touched, whole))
        if any(start < n.end and n.start < end for n in named):
            spans += [*touched]
            continue
        spans.append(Span.of(text, start, end))
        owner.setdefault(index, number)
    return replace(candidate, content=tuple(sorted(spans, key=lambda s: s.start)))


def _take_neighbours(
    candidate: Candidate, quotations: Sequence[Quotation], text: str, owner: dict[int, int], turn: tuple[int, bool]
) -> Candidate:
    """Free quotations right before and right after the cue and its source."""
    number, late = turn
    named = sorted([*candidate.cue, *(p.span for p in candidate.source)], key=lambda s: s.start)
    first, last = named[0].start, named[-1].end
    if last - first > 250:
        first, last = candidate.cue[0].start, candidate.cue[-1].end
    taken = list(candidate.content)
    for index, quotation in enumerate(quotations):
        if index in owner or quotation.words < 1:
            continue
        before = text[quotation.end : first] if quotation.end <= first else None
        after = text[last : quotation.start] if quotation.start >= last else None
        if before is not None:
            close = len(before) <= 3 and not WORD.search(before) and "\n" not in before
            # `"... now." Mr. Lee said ...` begins another sentence; `"... now," Mr. Lee said` goes on.
            close = close and (LEADS_ON.search(text[: quotation.end] + before, quotation.start) is not None or late)
            close = close and not (late and candidate.content)
        elif after is not None:
            close = "\n" not in after.strip(" ") and _is_lead(after, bool(candidate.content))
        else:
            close = False
        if close:
            owner[index] = number
            taken.append(Span.of(text, quotation.start, quotation.end))
    return replace(candidate, content=tuple(sorted(taken, key=lambda s: s.start)))


def _is_lead(between: str, has_content: bool) -> bool:
    """Whether the words between a cue and a quotation lead to it: `told the council on Monday, "..."`."""
    words = len(between.split())
    if not WORD.search(between):
        return len(between) <= 3
    stripped = between.rstrip()
    if has_content or words > 14:
        return False
    return stripped.endswith((":", ",")) and "." not in stripped.replace("Mr.", "").replace("U.S.", "")


def _carry_speakers(
    sentences: Sequence[Sentence], grown: list[Candidate], quotations: Sequence[Quotation], owner: dict[int, int]
) -> None:
    """Give a quotation without a cue of its own to the attribution just before it."""
    text = sentences[0].found
    starts = [sentence.start for sentence in sentences]
    for index, quotation in enumerate(quotations):
        if index in owner or not (quotation.speech or quotation.opens) or quotation.words < 3:
            continue
        holder = _find_holder(grown, quotations, owner, (index, text, starts))
        if holder is None:
            continue
        owner[index] = holder
        candidate = grown[holder]
        spans = [*candidate.content, Span.of(text, quotation.start, quotation.end)]
        grown[holder] = replace(candidate, content=tuple(sorted(spans, key=lambda s: s.start)))


def _find_holder(
    grown: Sequence[Candidate],
    quotations: Sequence[Quotation],
    owner: dict[int, int],
    place: tuple[int, str, Sequence[int]],
) -> int | None:
    index, text, starts = place
    quotation = quotations[index]
    if quotation.opens and index > 0:
        return owner.get(index - 1)
    best, end = None, -1
    for number, candidate in enumerate(grown):
        if not candidate.quotes or not candidate.content or candidate.silent:
            continue
        reach = max(s.end for s in (*candidate.cue, *candidate.content))
        if end < reach <= quotation.start:
            best, end = number, reach
    if best is None:
        return None
    between = text[end : quotation.start]
    if not WORD.search(between):
        return best if between.count("\n") <= 3 else None
    # The rest of the speaker's own sentence may stand between: `"...," he said on Monday. "..."`.
    ended = re.search(r"[.!?:][\"”'’)]*\s+$", between)
    if not ended or len(between) > 200:
        return None
    gap = bisect_right(starts, quotation.start) - bisect_right(starts, end - 1)
    return best if gap <= 1 or not re.search(r"[.!?]\s+\S.*[.!?]\s+$", between, re.DOTALL) else None


# --- chains and forms -----------------------------------------------------------------------------------------------


def _find_parents(candidates: Sequence[Candidate]) -> list[int | None]:
    """For each, the one whose content holds its cue most closely."""
    parents: list[int | None] = []
    for number, inner in enumerate(candidates):
        best, size = None, 0
        for other, outer in enumerate(candidates):
            if other == number:
                continue
            holding = [s for s in outer.content if s.holds(inner.cue[0])]
            if not holding:
                continue
            length = sum(s.end - s.start for s in outer.content)
            mutual = any(s.holds(outer.cue[0]) for s in inner.content)
            if mutual or (best is not None and length >= size):
                continue
            best, size = other, length
        parents.append(best)
    return parents


def find_form(content: Sequence[Span], quotations: Sequence[Quotation]) -> Form:
    """direct: nothing but quoted words; mixed: some; indirect: none."""
    quoted = unquoted = False
    for span in content:
        inside = [q for q in quotations if q.start < span.end and span.start < q.end]
        quoted = quoted or bool(inside)
        rest = span.text
        for quotation in inside:
            first = max(0, quotation.start - span.start)
            last = min(len(rest), quotation.end - span.start)
            rest = rest[:first] + " " * (last - first) + rest[last:]
        unquoted = unquoted or bool(WORD.search(rest))
    return "mixed" if quoted and unquoted else "direct" if quoted else "indirect"


def _make_draft(
    candidate: Candidate, parent: int | None, text: str, quotations: Sequence[Quotation]
) -> AttributionDraft:
    content = _join(candidate.content, text)
    return AttributionDraft(
        content=content,
        cue=candidate.cue,
        form="silence" if candidate.silent else find_form(content, quotations),
        act=candidate.act,
        source=candidate.source,
        relay=candidate.relay,
        addressee=candidate.addressee,
        parent=parent,
        stance=candidate.stance,
        rule=candidate.rule,
        confidence=candidate.confidence,
    )


def _join(spans: Sequence[Span], text: str) -> tuple[Span, ...]:
    """Sorted spans, those that touch or are parted by white space alone made one."""
    joined: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, s.end)):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span.of(text, joined[-1].start, max(joined[-1].end, span.end))
        elif joined and not text[joined[-1].end : span.start].strip(" "):
            joined[-1] = Span.of(text, joined[-1].start, span.end)
        else:
            joined.append(span)
    return tuple(joined)
