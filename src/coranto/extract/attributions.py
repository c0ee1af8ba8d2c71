"""Who says what: cues, quotations and carried speakers put together into drafts of attributions.

The way: every cue of a sentence gives a candidate (`reported`); contents grow to the whole quotation that they touch;
quotations left over go to the speaker just before them; an attribution within another's content has it for a parent.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from coranto.extract.candidates import Candidate
from coranto.extract.headlines import find_headline, find_trailer
from coranto.extract.introductions import find_introductions
from coranto.extract.phrases import find_phrases
from coranto.extract.quoted import attach_quotations
from coranto.extract.quotes import Quotation, find_quotations
from coranto.extract.relays import add_channels, join_cited
from coranto.extract.reported import find_reported
from coranto.extract.silence import find_silence, is_question
from coranto.extract.transcripts import find_turns
from coranto.model.attribution import Form
from coranto.model.drafts import AttributionDraft
from coranto.model.sentence import Sentence
from coranto.model.span import Span

WORD = re.compile(r"\w")
FIRST_PERSONS = frozenset({"i", "we", "you", "us", "me"})
REASON = "verb_cite_obj"
REASON_GAP = 40
"""Code points between a silence and the word that tells its reason."""
NESTED_STRENGTH = 0.75
"""Within a quotation only cues at least this sure count: a quoted `I think` is the speaker's own voice."""


def find_attributions(sentences: Sequence[Sentence]) -> tuple[AttributionDraft, ...]:
    """Every attribution of the article, in order of its first word."""
    if not sentences:
        return ()
    quotations = find_quotations(sentences)
    turns = find_turns(sentences)
    candidates: list[Candidate] = []
    for sentence in sentences:
        candidates += _find_in_sentence(sentence, quotations)
    candidates = [*turns, *(c for c in candidates if not turns or _may_stand_in_turn(c, turns))]
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
    headline = find_headline(sentence) or find_trailer(sentence)
    silences = list(find_silence(sentence))
    phrases = list(find_phrases(sentence))
    found = [*_cut_tails(_part_tails(sentence, list(find_reported(sentence))), phrases), *phrases]
    # What was asked in vain is told by nobody.
    quiet = [span for c in silences for span in (*c.cue, *(a for a in c.about if is_question(a)))]
    kept = [c for c in found if not any(q.overlaps(span) for q in quiet for span in c.cue)]
    near = _find_near(quotations, sentence.start, sentence.end)
    kept = join_cited(sentence, [c for c in kept if _may_stand_in(c, near)])
    kept = add_channels(sentence, kept)
    heads = [headline] if headline else []
    kept = cut_at_silences(kept, silences)
    return [*heads, *kept, *find_introductions(sentence, [*heads, *kept]), *silences]


def _find_near(quotations: Sequence[Quotation], first: int, last: int) -> Sequence[Quotation]:
    """The quotations that share a code point with `text[first:last]`."""
    begin = bisect_right(quotations, first, key=lambda q: q.end)
    return quotations[begin : bisect_left(quotations, last, key=lambda q: q.start)]


def _part_tails(sentence: Sentence, candidates: list[Candidate]) -> list[Candidate]:
    """`The minister said it was over, the ministry's website reported`: what reports is not within what was said."""
    end = sentence.tokens[-1].start
    for place, outer in enumerate(candidates):
        if not outer.source or not outer.content or outer.cue[-1].end < end - 2:
            continue
        start = outer.source[0].span.start
        for number, inner in enumerate(candidates):
            last = inner.content[-1] if inner.content else None
            if last is None or inner is outer or not last.start < start < last.end or inner.cue[0].start > start:
                continue
            left = last.text[: start - last.start].rstrip()
            if not left.endswith(","):
                continue
            cut = Span(start=last.start, end=last.start + len(left) - 1, text=left[:-1])
            candidates[number] = replace(inner, content=(*inner.content[:-1], cut))
            if not any(s.holds(inner.cue[0]) for s in outer.content):
                first = min(s.start for s in (*inner.cue, *(p.span for p in inner.source)))
                candidates[place] = replace(outer, content=(Span.of(sentence.found, first, cut.end),))
    return candidates


def _cut_tails(candidates: list[Candidate], phrases: Sequence[Candidate]) -> list[Candidate]:
    """`She said the ship sank, according to the Courier`: the Courier is not within what she said."""
    for phrase in phrases:
        if phrase.rule != "according_to":
            continue
        start, end = phrase.cue[0].start, max(p.span.end for p in phrase.source)
        for number, candidate in enumerate(candidates):
            if not candidate.content or candidate.cue[0].start > start:
                continue
            last = candidate.content[-1]
            if last.start == start and len(candidate.content) > 1:
                candidates[number] = replace(candidate, content=candidate.content[:-1])
                continue
            before = last.text[: max(0, start - last.start)].rstrip()
            if last.start < start and last.end <= end and before.endswith((",", "”", '"')):
                kept = before.rstrip(",")
                cut = Span(start=last.start, end=last.start + len(kept), text=kept)
                candidates[number] = replace(candidate, content=(*candidate.content[:-1], cut))
    return candidates


def cut_at_silences(candidates: Sequence[Candidate], silences: Sequence[Candidate]) -> list[Candidate]:
    """`She said the plane had crashed, without giving details`: that she gave none is not what she said.

    A reason given for a silence (`declined to comment, citing safety`) is no statement of its own.
    """
    kept = list(candidates)
    for silence in silences:
        quiet, start = silence.source, silence.cue[0].start
        for number, candidate in enumerate(kept):
            if not quiet or not candidate.source or not candidate.content or candidate.source[0].head != quiet[0].head:
                continue
            last = candidate.content[-1]
            if last.start < start < last.end:
                left = last.text[: start - last.start].rstrip(" ,;")
                cut = Span(start=last.start, end=last.start + len(left), text=left)
                kept[number] = replace(candidate, content=(*candidate.content[:-1], *((cut,) if left else ())))
        after = silence.cue[-1].end
        kept = [
            c
            for c in kept
            if not (c.rule == REASON and quiet and c.source[:1] == quiet and 0 <= c.cue[0].start - after < REASON_GAP)
        ]
    return kept


def _may_stand_in(candidate: Candidate, quotations: Sequence[Quotation]) -> bool:
    cue = candidate.cue[0]
    inside = next((q for q in quotations if q.start <= cue.start and cue.end <= q.end), None)
    if inside is None or inside.words < 4:
        return inside is None
    return _is_of_another(candidate)


def _may_stand_in_turn(candidate: Candidate, turns: Sequence[Candidate]) -> bool:
    cue = candidate.cue[0]
    inside = any(t.cue[0].start <= cue.start < t.content[0].end for t in turns)
    return not inside or (cue.text != ":" and _is_of_another(candidate))


def _is_of_another(candidate: Candidate) -> bool:
    """Whether, within someone's own words, it tells of another speaker."""
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


def _find_parents(candidates: Sequence[Candidate]) -> list[int | None]:
    """For each, the one whose content holds its cue most closely."""
    parents: list[int | None] = []
    reaches = [(c.content[0].start, c.content[-1].end) if c.content else (0, 0) for c in candidates]
    for number, inner in enumerate(candidates):
        best, size = None, 0
        start, end = inner.cue[0].start, inner.cue[0].end
        for other, (first, last) in enumerate(reaches):
            if not first <= start < end <= last or other == number:
                continue
            outer = candidates[other]
            if not any(s.holds(inner.cue[0]) for s in outer.content):
                continue
            length = sum(s.end - s.start for s in outer.content)
            mutual = any(s.holds(outer.cue[0]) for s in inner.content)
            if mutual or (best is not None and length >= size):
                continue
            best, size = other, length
        parents.append(None if best is not None and _leads_back(parents, best, number) else best)
    return parents


def _leads_back(parents: Sequence[int | None], start: int, number: int) -> bool:
    """Whether the parents already known lead from one attribution up to another."""
    step: int | None = start
    while step is not None and step != number:
        step = parents[step] if step < len(parents) else None
    return step == number


def find_form(content: Sequence[Span], quotations: Sequence[Quotation]) -> Form:
    """direct: nothing but quoted words; mixed: some; indirect: none."""
    quoted = unquoted = False
    for span in content:
        inside = _find_near(quotations, span.start, span.end)
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
        form="silence" if candidate.silent else "direct" if candidate.verbatim else find_form(content, quotations),
        act=candidate.act,
        source=candidate.source,
        relay=candidate.relay,
        addressee=candidate.addressee,
        parent=parent,
        stance=candidate.stance,
        rule=candidate.rule,
        confidence=candidate.confidence,
        about=candidate.about,
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
