"""Who says what: cues, quotations and carried speakers put together into drafts of attributions.

The way: every cue of a sentence gives a candidate (`reported`); contents grow to the whole quotation that they touch;
quotations left over go to the speaker just before them; an attribution within another's content has it for a parent.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from coranto.extract.speech.acts import refine_act
from coranto.extract.speech.candidates import Candidate
from coranto.extract.speech.headlines import find_headline, find_trailer
from coranto.extract.speech.introductions import find_introductions, take_blocks
from coranto.extract.speech.phrases import find_phrases
from coranto.extract.speech.posts import find_posts
from coranto.extract.speech.quoted import attach_quotations
from coranto.extract.speech.quotes import Quotation, find_quotations
from coranto.extract.speech.relays import add_channels, join_accounts, join_cited
from coranto.extract.speech.reported import find_reported
from coranto.extract.speech.silence import find_silence, is_question
from coranto.extract.speech.tagged import group_sayings, merge_sayings
from coranto.extract.speech.tails import cut_at_silences, cut_tails, part_tails
from coranto.extract.speech.transcripts import find_turns
from coranto.model.attribution import Form
from coranto.model.drafts import AttributionDraft
from coranto.model.sentence import Sentence
from coranto.model.span import Span
from coranto.tag.encoder import Encoder
from coranto.tag.roles import tag_sayings

WORD = re.compile(r"\w")
FIRST_PERSONS = frozenset({"i", "we", "you", "us", "me"})
NESTED_STRENGTH = 0.75
"""Within a quotation only cues at least this sure count: a quoted `I think` is the speaker's own voice."""


@dataclass(frozen=True, slots=True)
class _Found:
    """What the rules see in one sentence: a headline's speaker, cues with what they tell, silences."""

    heads: tuple[Candidate, ...]
    told: tuple[Candidate, ...]
    silences: tuple[Candidate, ...]


def find_attributions(sentences: Sequence[Sentence], encoder: Encoder | None = None) -> tuple[AttributionDraft, ...]:
    """Every attribution of the article, in order of its first word; by the rules alone where there is no encoder."""
    if not sentences:
        return ()
    quotations = find_quotations(sentences)
    found = [_find_in_sentence(sentence, quotations) for sentence in sentences]
    turns = [*find_turns(sentences), *find_posts(sentences)]
    ruled = _put_together(sentences, found, turns, quotations)
    if encoder is None:
        return ruled
    sayings = group_sayings(sentences, tag_sayings(encoder, sentences, ruled))
    merged = [
        replace(seen, told=merge_sayings(sentences, seen.told, seen.silences, sayings.get(number, ())))
        for number, seen in enumerate(found)
    ]
    return _put_together(sentences, merged, turns, quotations)


def _put_together(
    sentences: Sequence[Sentence],
    found: Sequence[_Found],
    turns: Sequence[Candidate],
    quotations: Sequence[Quotation],
) -> tuple[AttributionDraft, ...]:
    """The sentences' findings with relays, quotations, turns of transcripts and parents.

    It runs once for what the tagger is told of the rules, and once for what comes of both.
    """
    candidates = [c for sentence, seen in zip(sentences, found, strict=True) for c in _pass_on(sentence, seen)]
    candidates = [*turns, *(c for c in candidates if not turns or _may_stand_in_turn(c, turns))]
    candidates = take_blocks(sentences, attach_quotations(sentences, candidates, quotations))
    kept = [_read_act(c) for c in candidates if c.content or c.silent]
    kept = sorted(_drop_doubles(kept), key=_place)
    parents = _find_parents(kept)
    text = sentences[0].found
    return tuple(_make_draft(c, parent, text, quotations) for c, parent in zip(kept, parents, strict=True))


def _read_act(candidate: Candidate) -> Candidate:
    """The act by the quotation that the cue was given, where it had no content of its own."""
    if not candidate.unread or candidate.silent:
        return candidate
    named = candidate.source[0].span.text if candidate.source else ""
    return replace(candidate, act=refine_act(candidate.act, candidate.unread, candidate.content, named))


def _place(candidate: Candidate) -> tuple[int, int, str]:
    spans = candidate.cue + candidate.content
    return min(s.start for s in spans), min(s.start for s in candidate.cue), candidate.rule


def _find_in_sentence(sentence: Sentence, quotations: Sequence[Quotation]) -> _Found:
    headline = find_headline(sentence) or find_trailer(sentence)
    silences = tuple(find_silence(sentence))
    phrases = list(find_phrases(sentence))
    told = [*cut_tails(part_tails(sentence, list(find_reported(sentence))), phrases), *phrases]
    # What was asked in vain is told by nobody.
    quiet = [span for c in silences for span in (*c.cue, *(a for a in c.about if is_question(a)))]
    near = _find_near(quotations, sentence.start, sentence.end)
    kept = (c for c in told if not any(q.overlaps(span) for q in quiet for span in c.cue) and _may_stand_in(c, near))
    return _Found((headline,) if headline else (), tuple(join_accounts(sentence, list(kept))), silences)


def _pass_on(sentence: Sentence, found: _Found) -> list[Candidate]:
    """A sentence's candidates, with who passes them on and who introduces them."""
    told = add_channels(sentence, join_accounts(sentence, join_cited(sentence, found.told)))
    told = [*found.heads, *cut_at_silences(told, found.silences)]
    return [*told, *find_introductions(sentence, told), *found.silences]


def _find_near(quotations: Sequence[Quotation], first: int, last: int) -> Sequence[Quotation]:
    """The quotations that share a code point with `text[first:last]`."""
    begin = bisect_right(quotations, first, key=lambda q: q.end)
    return quotations[begin : bisect_left(quotations, last, key=lambda q: q.start)]


def _may_stand_in(candidate: Candidate, quotations: Sequence[Quotation]) -> bool:
    cue = candidate.cue[0]
    inside = next((q for q in quotations if q.start <= cue.start and cue.end <= q.end), None)
    if inside is None or inside.words < 4:
        return inside is None
    return _is_of_another(candidate)


def _may_stand_in_turn(candidate: Candidate, turns: Sequence[Candidate]) -> bool:
    cue = candidate.cue[0]
    inside = any(
        min(t.cue[0].start, t.content[0].start) <= cue.start < max(t.cue[0].end, t.content[0].end) for t in turns
    )
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
