"""Who passes it on: the outlet that was spoken to, that quotes, or in which the words appeared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from coranto.extract.candidates import Candidate
from coranto.extract.cues import CueHit
from coranto.extract.known import fold, match_known
from coranto.extract.sources import make_phrase, trim_range
from coranto.model.drafts import Phrase, TokenRef
from coranto.model.sentence import Sentence, Token
from coranto.model.span import Range

QUOTING = frozenset({"verb_quote_obj", "verb_cite_obj"})
"""Rules of cues whose object is the one who speaks."""
QUOTERS = frozenset({"quote", "cite"})
INTERVIEWS = frozenset({"interview", "appearance", "email", "e-mail"})
CHANNELS = frozenset({"on", "in", "to", "with", "by", "for"})
LEADING = frozenset({"on", "with", "to"})
"""Prepositions before an outlet; those before the speaker are fewer (`Speaking to Reuters, she said`)."""
REACH = 14
"""Tokens after a cue within which its outlet is looked for."""
LONGEST = 8
"""Words of the longest name that is looked for."""
MARKS = frozenset({'"', "“", "”", "''", "``"})
PROGRAMMES = frozenset({"PROPN", "DET", "CCONJ", "ADP"})


def find_relay(hit: CueHit, source: Phrase | None) -> tuple[Phrase, ...]:
    """`X quoted Y as saying`, `Y said in an interview with X`, `Y told X`, `Y wrote in X`; () where nobody is named."""
    quoter = find_quoter(hit)
    if quoter is not None:
        return (quoter,)
    if hit.cue.pos != "verb" or not hit.takes("quote"):
        return ()
    outlet = _find_channel(hit, source)
    if outlet is not None:
        return (outlet,)
    sentence = hit.sentence
    for preposition in sentence.children_of(hit.head, "prep"):
        for inner in sentence.children_of(preposition.i, "pobj"):
            if preposition.lower == "on" and inner.label == "ORG" and inner.pos == "PROPN":
                return (make_phrase(sentence, inner.i, (preposition.i,)),)
            if inner.lemma in INTERVIEWS:
                interviewer = _find_interviewer(sentence, inner.i)
                if interviewer is not None:
                    return (make_phrase(sentence, interviewer, (inner.i,)),)
    return ()


def find_quoter(hit: CueHit) -> Phrase | None:
    """Who quotes the cue's speaker (`the Courier quoted her as saying`)."""
    sentence, token = hit.sentence, hit.token
    above = sentence.tokens[token.head]
    if token.dep != "pcomp" or above.lower != "as":
        return None
    quoter = sentence.tokens[above.head]
    if quoter.lemma not in QUOTERS:
        return None
    subject = next(sentence.children_of(quoter.i, "nsubj"), None)
    if subject is None:
        agent = next((k for k in sentence.children_of(quoter.i, "agent", "prep") if k.lower == "by"), None)
        subject = next(sentence.children_of(agent.i, "pobj"), None) if agent else None
    return None if subject is None else make_phrase(sentence, subject.i, (quoter.i,))


def join_quoted(sentence: Sentence, candidates: Sequence[Candidate]) -> list[Candidate]:
    """`A note by X, which quotes Y, says ...` and `X, citing Y, said ...` are one attribution: Y's, passed on by X."""
    kept = list(candidates)
    for quoting in candidates:
        if quoting.rule not in QUOTING or len(quoting.content) != 1 or not quoting.source or quoting not in kept:
            continue  # (one that another has changed is a relay already)
        speaker = quoting.content[0]
        for number, told in enumerate(kept):
            if told is quoting or not told.source or any(c.overlaps(quoting.cue[0]) for c in told.content):
                continue
            start = told.source[0].span.start
            outlet = _find_outlet(sentence, quoting.source[0])
            if speaker.start <= start <= speaker.end + 2:
                kept[number] = replace(told, relay=(*told.relay, outlet))
            elif start <= quoting.source[0].span.start <= told.source[0].span.end and start < speaker.start:
                head = _find_head(sentence, sentence.tokens_in(speaker))
                said = Phrase(TokenRef(sentence.number, head), speaker)
                kept[number] = replace(told, source=(said,), relay=(*told.relay, outlet))
            else:
                continue
            kept.remove(quoting)
            break
    return kept


def _find_outlet(sentence: Sentence, source: Phrase) -> Phrase:
    """The known outlet within the source's words (`a note published by the network X`), else the source itself."""
    inside = sentence.tokens_in(source.span)
    found = (_match_outlet(sentence, i) for i in range(inside.first, inside.last))
    return next((outlet for outlet in found if outlet is not None), source)


def _find_head(sentence: Sentence, tokens: Range) -> int:
    return next(
        i for i in range(tokens.first, tokens.last) if not tokens.holds(sentence.tokens[i].head) or i == sentence.root
    )


def _find_channel(hit: CueHit, source: Phrase | None) -> Phrase | None:
    """A known outlet right after the cue, or after a preposition beside it: `told NBC`, `said Monday on NBC`."""
    sentence = hit.sentence
    after = max(hit.tokens) + 1
    named = sentence.tokens_in(source.span) if source and source.head.sentence == sentence.number else Range(0, 0)
    if named.first == after:
        after = named.last
    for i in range(after, min(after + REACH, len(sentence.tokens))):
        token = sentence.tokens[i]
        if token.dep == "mark" or token.text in MARKS or (token.pos in ("VERB", "AUX") and not token.label):
            break
        found = _match_outlet(sentence, i)
        if found is not None and (i == after or _follows(sentence, i, CHANNELS)):
            return found
    for i in range(1, min(named.first, 2 * REACH)):
        found = _match_outlet(sentence, i) if _follows(sentence, i, LEADING) else None
        if found is not None and any(t.text == "," for t in sentence.tokens[i : named.first]):
            return found
    return None


def _follows(sentence: Sentence, i: int, prepositions: frozenset[str]) -> bool:
    before = sentence.tokens[i - 1]
    if before.pos == "DET" and i > 1:
        before = sentence.tokens[i - 2]
    return before.lower in prepositions


def _match_outlet(sentence: Sentence, i: int) -> Phrase | None:
    """The outlet whose name begins at the token, with the programme that it owns (`NBC's "Meet the Press"`)."""
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


def _find_interviewer(sentence: Sentence, noun: int) -> int | None:
    for preposition in sentence.children_of(noun, "prep"):
        if preposition.lower in ("with", "on", "to"):
            for inner in sentence.children_of(preposition.i, "pobj"):
                if inner.label in ("ORG", "PERSON"):
                    return inner.i
    return next((k.i for k in sentence.children_of(noun, "poss", "compound") if k.label == "ORG"), None)
