"""Cues of a sentence with their source and content, as the parse shows them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coranto.extract.speech.acts import refine_act
from coranto.extract.speech.candidates import Candidate, spans_of
from coranto.extract.speech.contents import find_addressee, find_content, pieces_of
from coranto.extract.speech.cues import CueHit, find_cues
from coranto.extract.speech.relays import QUOTERS, find_relay
from coranto.extract.speech.sources import find_marked, find_named, find_source
from coranto.extract.speech.stances import read_stance
from coranto.model.attribution import Act
from coranto.model.drafts import Phrase
from coranto.model.sentence import Sentence
from coranto.model.span import Range, Span

PUNCTUATION = frozenset({",", "-", "–", "—", "--", "(", ")", '"', "”", "“", "''", "``", ";"})
END = frozenset({".", "!", "?", '"', "”", "''", ")"})
MANDATIVE = frozenset({"insist", "suggest", "propose", "recommend", "urge"})
SINGULAR = frozenset({"NN", "NNP"})
LEADING = frozenset({"advcl", "prep", "advmod", "npadvmod"})
"""What stands before a cue and is not what it tells (`Asked why, she said ...`)."""
WEAKEST, WEAKEST_NOUN, WEAKEST_CLAUSE = 0.35, 0.2, 0.1
"""Uses rarer than this are told apart by nothing but guessing, and are left out; nouns
with a source, or with a clause of what is told, may be weaker."""


def find_reported(sentence: Sentence) -> Iterator[Candidate]:
    """A candidate for every verb or noun cue, in order; one without content may yet find a quotation."""
    hits = list(find_cues(sentence))
    for hit in hits:
        if _is_idle(hit):
            continue
        source = find_source(hit)
        frame, content = find_content(hit, source)
        if not frame and hit.takes("quote"):
            content = _find_parenthetical(hit, source)
            frame = "parenthesis" if content else "quote"
        weakest = WEAKEST_NOUN if hit.cue.pos == "noun" and source is not None else WEAKEST
        if hit.cue.pos == "noun" and frame == "that" and find_marked(sentence, hit.head) is not None:
            weakest = WEAKEST_CLAUSE
        if not frame or (hit.cue.strength < weakest and frame != "quote"):
            continue
        yield Candidate(
            sentence=sentence.number,
            cue=_find_cue_spans(hit, frame),
            source=find_named(sentence, source),
            content=content,
            act=refine_act(
                _find_act(hit, frame),
                hit.cue.lemma,
                _leave_out(hit, hits, content),
                "" if source is None else source.span.text,
            ),
            rule=f"{hit.cue.pos}_{hit.cue.lemma}_{frame}",
            confidence=hit.cue.strength,
            stance=read_stance(hit),
            addressee=find_addressee(hit),
            relay=find_relay(hit, source),
            quotes=hit.takes("quote") and not hit.passive,
            unread="" if content else hit.cue.lemma,
        )


def _find_act(hit: CueHit, frame: str) -> Act:
    """The cue's act; `insisted that she leave`, where `leave` stands bare, demands it."""
    sentence = hit.sentence
    if frame == "that" and hit.cue.lemma in MANDATIVE and not hit.negated:
        for clause in sentence.children_of(hit.head, "ccomp"):
            subject = next(sentence.children_of(clause.i, "nsubj", "nsubjpass"), None)
            finite = next(sentence.children_of(clause.i, "aux", "auxpass"), clause)
            lone = subject is not None and subject.tag in SINGULAR
            if subject is not None and (finite.tag == "VB" or (finite.tag == "VBP" and lone)):
                return "demand"
    return hit.find_act(frame)


def _leave_out(hit: CueHit, hits: Sequence[CueHit], content: tuple[Span, ...]) -> tuple[Span, ...]:
    """The content without what another denies within it: `said that the army had denied it` denies nothing."""
    sentence = hit.sentence
    for inner in hits:
        if inner is hit or inner.cue.act != "deny" or inner.cue.pos != "verb" or inner.negated:
            continue
        subject = next(sentence.children_of(inner.head, "nsubj"), None)
        place = sentence.tokens[inner.head]
        if subject is None or subject.pos == "PRON" or not any(s.start <= place.start < s.end for s in content):
            continue
        first = sentence.tokens[sentence.subtree(inner.head).first].start
        cut = [(s.start, s.end if s.end <= first or s.start > place.start else max(s.start, first)) for s in content]
        content = tuple(Span.of(sentence.found, start, end) for start, end in cut if start < end)
    return content


def _is_idle(hit: CueHit) -> bool:
    """Uses that report nothing: `said bill`, `declined to say`, `that said`, imperatives."""
    token, sentence = hit.token, hit.sentence
    above = sentence.tokens[token.head]
    if token.dep == "xcomp" and above.lemma in ("decline", "refuse", "fail"):
        return True
    # `was quoted as saying`: the saying is the cue, the quoting passes it on.
    if hit.cue.lemma in QUOTERS:
        for child in sentence.children_of(hit.head, "prep"):
            if child.lower == "as" and any(sentence.children_of(child.i, "pcomp")):
                return True
    return False


def _find_cue_spans(hit: CueHit, frame: str) -> tuple[Span, ...]:
    words = set(hit.tokens)
    if frame in ("for", "on", "of", "to", "about", "against", "with", "at"):
        for child in hit.sentence.children_of(hit.head, "prep", "prt"):
            if child.lower == frame and child.i == max(words) + 1:
                words.add(child.i)
    return spans_of(hit.sentence, tuple(sorted(words)))


def _is_led(sentence: Sentence, verb: int, before: Range) -> bool:
    """Whether all that stands before a cue qualifies it: `Asked why, she said ...`."""
    leads = [sentence.subtree(k.i) for k in sentence.children_of(verb) if k.dep in LEADING and k.i < before.last]
    rest = (t for t in sentence.tokens[before.first : before.last] if t.pos != "PUNCT")
    return bool(leads) and all(any(t.i in range(*lead) for lead in leads) for t in rest)


def _find_parenthetical(hit: CueHit, source: Phrase | None) -> tuple[Span, ...]:
    """`Taxes, she said, would rise` and `Taxes would rise, she said`, where the parse gives the cue no clause."""
    if (
        hit.cue.lemma == "continue"
        or source is None
        or source.head.sentence != hit.sentence.number
        or hit.passive
        or hit.cue.strength < 0.5
    ):
        return ()
    sentence = hit.sentence
    tokens = sentence.tokens
    named = sentence.tokens_in(source.span)
    first = min(named.first, hit.tokens[0])
    last = max(named.last, hit.tokens[-1] + 1)
    if last - first > len(named) + named.last - named.first + len(hit.tokens) + 3:
        return ()
    if first == 0 or tokens[first - 1].text not in PUNCTUATION:
        return ()
    above = tokens[hit.head].head
    clause = (
        sentence.subtree(above) if above != hit.head and tokens[hit.head].dep in ("parataxis", "ccomp", "dep") else None
    )
    if clause is None:
        clause = Range(0, len(tokens))
    outside = set(range(first, last))
    if _is_led(sentence, hit.head, Range(clause.first, first)):
        clause = Range(last, clause.last)
    ending = all(t.text in END for t in tokens[last:])
    if not ending and (last >= len(tokens) or tokens[last].text not in PUNCTUATION):
        return pieces_of(sentence, Range(clause.first, first), outside)
    return pieces_of(sentence, clause, outside)
