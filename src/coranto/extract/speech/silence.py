"""Explicit silence: who was asked and did not answer, declined to comment, gave no details."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import cast

from coranto.extract.speech.candidates import Candidate
from coranto.extract.speech.cues import load_cues
from coranto.extract.speech.lowered import compile_lowered, lower_letters
from coranto.extract.speech.sources import RELATIVE, find_antecedent, find_named, find_subject, make_phrase, trim_range
from coranto.model.attribution import Act
from coranto.model.drafts import Phrase, TokenRef
from coranto.model.sentence import Sentence, Token
from coranto.model.span import Range, Span
from coranto.resources import read_tsv

SILENCE = "attributions/silence.tsv"
SENT = frozenset("request call email e-mail message question inquiry enquiry letter query text".split())
"""What is sent to one who keeps silent."""
REQUESTS = SENT | frozenset("comment response reply reporter journalist press medium".split())
"""That, and those whom silence is kept towards: no topic by themselves."""
UNMET = frozenset({"returned", "answered", "unanswered", "unreturned", "acknowledged", "without"})
SOUGHT = frozenset({"comment", "interview", "response", "reaction", "information"})
TOWARDS = frozenset({"to", "with", "for", "at"})
FROM = frozenset({"from", "by"})
ASKING = frozenset({"whether", "when", "where", "who", "why", "how", "what", "which", "if", "whom"})
ABOUT = frozenset({"on", "about", "regarding", "concerning", "over", "of"})
ANSWERING = frozenset({"respond", "reply", "react", "reference", "answer", "allude"})
AHEAD = 12
"""Tokens after the silence within which its topic begins."""
UNKNOWN = "not_known"
"""The pattern whose `it` stands for nobody."""


@cache
def load_silence() -> tuple[tuple[re.Pattern[str], Act, str], ...]:
    """The patterns in their order, with act and name."""
    return tuple((compile_lowered(row["pattern"]), cast("Act", row["act"]), row["name"]) for row in read_tsv(SILENCE))


@cache
def load_gate() -> re.Pattern[str]:
    """Any of the patterns: most sentences are done with at once."""
    return compile_lowered("|".join(f"(?:{pattern.pattern})" for pattern, _, _ in load_silence()))


def find_silence(sentence: Sentence) -> Iterator[Candidate]:
    """Every silence that the sentence tells of; the source is the subject of the pattern's first verb."""
    words = lower_letters(sentence.text)
    if not load_gate().search(words):
        return
    done: list[tuple[int, int]] = []
    for pattern, act, name in load_silence():
        for match in pattern.finditer(words):
            first, last = match.span()
            if any(a < last and first < b for a, b in done):
                continue
            done.append((first, last))
            inside = [t for t in sentence.tokens if first <= t.offset < last]
            unsaid = name == UNKNOWN  # `it was not immediately known`: nobody is named
            source = () if unsaid or not inside else _find_quiet(sentence, inside)
            about = find_topic(sentence, inside)
            yield Candidate(
                sentence.number, (sentence.span_at(first, last),), source, (), act, f"silence_{name}", 0.85,
                silent=True, about=() if about is None else (sentence.span(about),),
            )  # fmt: skip


def _find_quiet(sentence: Sentence, inside: Sequence[Token]) -> tuple[Phrase, ...]:
    """Who says nothing: the subject, the one who was asked (`calls to X`), or whom no word came from."""
    subject = None
    outside = tuple(t.i for t in inside)
    for verb in inside:
        if verb.pos not in ("VERB", "AUX"):
            continue
        passive = next(sentence.children_of(verb.i, "nsubjpass"), None)
        subject = passive.i if passive else _find_teller(sentence, verb) or find_subject(sentence, verb.i)
        if subject is not None:
            break
        if any(sentence.children_of(verb.i, "expl")):
            subject = next((_find_object(sentence, t.i, FROM) for t in inside if t.pos == "NOUN"), None)
            break
    unmet = any(t.lower in UNMET for t in inside)  # the request, not who is asked
    if unmet and subject is not None and sentence.tokens[subject].lemma in SENT:
        subject = _find_asked(sentence, subject)
    if subject is None or subject in outside:
        return ()
    phrase = make_phrase(sentence, subject, outside)
    antecedent = find_antecedent(sentence, sentence.tokens[subject]) if phrase.span.text.lower() in RELATIVE else None
    if antecedent is None:
        return (phrase,)
    return find_named(sentence, Phrase(TokenRef(sentence.number, antecedent), phrase.span))


def _find_teller(sentence: Sentence, verb: Token) -> int | None:
    """`She said the plane had crashed, without giving details`: it is she who gives none, not the plane."""
    without = sentence.tokens[verb.head]
    if verb.dep != "pcomp" or without.lower != "without" or not without.i:
        return None
    told = sentence.tokens[without.head]
    above = sentence.tokens[told.head]
    if told.dep == "ccomp" and ("verb", above.lemma) in load_cues():
        return find_subject(sentence, above.i)
    return None


def _find_asked(sentence: Sentence, request: int) -> int | None:
    first, last = sentence.subtree(request)
    for token in sentence.tokens[first:last]:
        if token.lower in TOWARDS and token.i > request:
            asked = next(sentence.children_of(token.i, "pobj"), None)
            if asked is not None and asked.lemma not in SENT | SOUGHT:
                return asked.i
    return None


def _find_object(sentence: Sentence, noun: int, prepositions: frozenset[str]) -> int | None:
    for child in sentence.children_of(noun, "prep"):
        if child.lower in prepositions:
            return next((k.i for k in sentence.children_of(child.i, "pobj", "pcomp")), None)
    return None


def find_topic(sentence: Sentence, inside: Sequence[Token]) -> Range | None:
    """What the silence told by these tokens is about; None where the sentence does not tell."""
    if not inside:
        return None
    tokens, first = sentence.tokens, inside[0].i
    after = inside[-1].i + 1
    for i in (after - 1, after):
        if i < len(tokens) and tokens[i].lower in ASKING:
            clause = next((a for a in sentence.ancestors_of(i) if a.i > i and a.pos in ("VERB", "AUX")), None)
            if clause is not None:
                return trim_range(sentence, Range(i, max(i + 1, sentence.subtree(clause.i).last)))
    verbs = [t for t in inside if t.pos == "VERB"]
    for token in tokens[first : after + AHEAD]:
        if token.i >= after and (token.pos in ("VERB", "AUX", "CCONJ") or token.text in (",", ";", ".")):
            break
        answers = token.lower == "to" and tokens[token.head].lemma in ANSWERING
        if token.pos == "ADP" and (token.lower in ABOUT or answers):
            topic = next(sentence.children_of(token.i, "pobj", "pcomp"), None)
            if topic is not None and topic.lemma not in REQUESTS and topic.label not in ("DATE", "TIME"):
                return trim_range(sentence, sentence.subtree(topic.i))
    objects = (k for verb in verbs for k in sentence.children_of(verb.i, "dobj"))
    topic = next((k for k in objects if k.i >= after and k.lemma not in REQUESTS), None)
    return None if topic is None else trim_range(sentence, sentence.subtree(topic.i))


def is_question(topic: Span) -> bool:
    """Whether the topic is a question: `whether the missiles had been fired`."""
    return topic.text.split(maxsplit=1)[0].lower() in ASKING
