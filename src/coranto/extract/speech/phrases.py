"""Attributions without a verb of speech: `according to`, `reportedly`, `in a poll`, `so-called`."""

from __future__ import annotations

from collections.abc import Iterator

from coranto.extract.speech.candidates import Candidate, spans_of
from coranto.extract.speech.contents import pieces_of
from coranto.extract.speech.cues import load_cues
from coranto.extract.speech.sources import find_subject, make_phrase
from coranto.extract.speech.stances import find_so
from coranto.model.sentence import Sentence, Token
from coranto.model.span import Range, Span

POLLS = frozenset({"poll", "polls", "survey", "surveys", "words"})
WORDS = frozenset({"words", "view", "opinion", "account", "eyes", "telling", "estimate", "assessment"})
BARRED = frozenset({"law", "plan", "schedule", "rules", "need", "ability", "size", "age"})


def find_phrases(sentence: Sentence) -> Iterator[Candidate]:
    """Every such attribution of the sentence, in order of its cue."""
    lexicon = load_cues()
    yield from _read_so(sentence)
    for token in sentence.tokens:
        lower = token.lower
        if lower == "according":
            yield from _read_according(sentence, token)
        elif lower == "per" and token.dep == "prep" and token.i + 1 < len(sentence.tokens):
            yield from _read_per(sentence, token)
        elif lower == "in" and token.dep == "prep":
            yield from _read_in(sentence, token)
        elif lower == "called" and token.dep == "amod" and _is_so_called(sentence, token.i):
            yield from _read_so_called(sentence, token)
        elif token.pos == "ADV" and ("adverb", lower) in lexicon:
            yield from _read_adverb(sentence, token)
        elif token.pos == "ADJ" and ("adjective", lower) in lexicon:
            yield from _read_adjective(sentence, token)


def _read_according(sentence: Sentence, token: Token) -> Iterator[Candidate]:
    tokens = sentence.tokens
    if token.i + 2 >= len(tokens) or tokens[token.i + 1].lower != "to":
        return
    to = tokens[token.i + 1]
    head = next((k.i for k in sentence.children_of(to.i, "pobj", "pcomp")), None)
    if head is None:
        head = next((k.i for k in sentence.children_of(token.i, "pobj")), None)
    if head is None or tokens[head].lower in BARRED:
        return
    source = make_phrase(sentence, head, (token.i, to.i))
    cue: tuple[int, ...] = (token.i, to.i)
    last = sentence.tokens_in(source.span).last
    speaker = find_subject(sentence, head) if tokens[head].pos == "VERB" and tokens[to.i + 1].lower == "what" else None
    if speaker is not None:  # `according to what she said on Friday`
        source, cue = make_phrase(sentence, speaker, (to.i + 1, head)), (token.i, to.i, head)
        last = next((t.i for t in tokens[head:] if t.text == ","), last)
    content = _find_clause_around(sentence, token, Range(token.i, last), set(range(token.i, last)))
    yield Candidate(
        sentence=sentence.number,
        cue=spans_of(sentence, cue),
        source=(source,),
        content=content,
        act="state",
        rule="according_to",
        confidence=0.9,
        quotes=True,
    )


def _find_clause_around(sentence: Sentence, token: Token, phrase: Range, taken: set[int]) -> tuple[Span, ...]:
    """The clause that the phrase qualifies: the whole sentence where it stands at an end of it."""
    tokens = sentence.tokens
    size = len(tokens)
    after = phrase.last
    while after < size and not tokens[after].text[0].isalnum():
        after += 1
    at_end, at_start = after >= size, phrase.first <= 1
    head = token.head
    while tokens[head].pos not in ("VERB", "AUX") and tokens[head].head != head:
        head = tokens[head].head
    while tokens[head].dep in ("aux", "auxpass", "xcomp", "conj") and (tokens[head].dep != "conj" or at_start):
        head = tokens[head].head
    if at_start or tokens[head].pos not in ("VERB", "AUX"):
        span = Range(0, size)
    elif at_end and tokens[head].dep in ("ROOT", "conj", "ccomp"):
        while tokens[phrase.first - 1].text == "," and tokens[head].dep == "ccomp":
            head = tokens[head].head
        span = Range(sentence.subtree(head).first, phrase.first)
    else:
        span = sentence.subtree(head)
    return pieces_of(sentence, span, taken)


def _read_per(sentence: Sentence, token: Token) -> Iterator[Candidate]:
    head = next((k for k in sentence.children_of(token.i, "pobj") if k.label in ("ORG", "PERSON")), None)
    if head is None or sentence.tokens[head.i].label == "":
        return
    source = make_phrase(sentence, head.i, (token.i,))
    inside = sentence.tokens_in(source.span)
    content = _find_clause_around(sentence, token, Range(token.i, inside.last), set(range(token.i, inside.last)))
    yield Candidate(
        sentence.number, spans_of(sentence, (token.i,)), (source,), content, "state", "per", 0.6, quotes=True
    )


def _read_in(sentence: Sentence, token: Token) -> Iterator[Candidate]:
    """`in the words of X`, `in X's view`, `in a poll`."""
    head = next(iter(sentence.children_of(token.i, "pobj")), None)
    if head is None or head.lower not in WORDS | POLLS:
        return
    if head.lower in POLLS - {"words"}:
        source = make_phrase(sentence, head.i, (token.i,))
    else:
        owner = next(iter(sentence.children_of(head.i, "poss")), None)
        if owner is None:
            of = next((k for k in sentence.children_of(head.i, "prep") if k.lower == "of"), None)
            owner = next(iter(sentence.children_of(of.i, "pobj")), None) if of else None
        if owner is None:
            return
        source = make_phrase(sentence, owner.i, (token.i, head.i))
    span = sentence.subtree(token.i)
    content = _find_clause_around(sentence, token, span, set(range(span.first, span.last)))
    cue = (token.i,) if head.lower in POLLS - {"words"} else (token.i, head.i)
    yield Candidate(
        sentence.number, spans_of(sentence, cue), (source,), content, "state", "in_phrase", 0.5, quotes=True
    )


def _read_so(sentence: Sentence) -> Iterator[Candidate]:
    """`The harbour is safe, or so it has emerged`."""
    for words, before in find_so(sentence):
        yield Candidate(
            sentence.number, spans_of(sentence, words), (), pieces_of(sentence, before, ()), "claim", "or_so", 0.6,
            stance="distancing",
        )  # fmt: skip


def _read_adverb(sentence: Sentence, token: Token) -> Iterator[Candidate]:
    cue = load_cues()["adverb", token.lower]
    if cue.strength < 0.5:
        return
    head = token.head
    while sentence.tokens[head].pos not in ("VERB", "AUX") and sentence.tokens[head].head != head:
        head = sentence.tokens[head].head
    content = pieces_of(sentence, sentence.subtree(head), {token.i})
    yield Candidate(
        sentence.number, spans_of(sentence, (token.i,)), (), content, cue.act, f"adverb_{cue.lemma}", cue.strength,
        stance=cue.stance,
    )  # fmt: skip


def _read_adjective(sentence: Sentence, token: Token) -> Iterator[Candidate]:
    cue = load_cues()["adjective", token.lower]
    if cue.strength < 0.4 or token.dep != "amod":
        return
    first, last = sentence.subtree(token.head)
    content = pieces_of(sentence, Range(max(first, token.i + 1), last), {token.i})
    yield Candidate(
        sentence.number, spans_of(sentence, (token.i,)), (), content, cue.act, f"adjective_{cue.lemma}", cue.strength,
        stance=cue.stance,
    )  # fmt: skip


def _is_so_called(sentence: Sentence, i: int) -> bool:
    return i > 1 and sentence.tokens[i - 1].text == "-" and sentence.tokens[i - 2].lower == "so"


def _read_so_called(sentence: Sentence, token: Token) -> Iterator[Candidate]:
    """`the so-called council`: the author does not call it so."""
    last = sentence.subtree(token.head).last
    content = pieces_of(sentence, Range(token.i + 1, last), ())
    yield Candidate(
        sentence.number, spans_of(sentence, (token.i - 2, token.i - 1, token.i)), (), content, "claim",
        "adjective_so-called", 0.5, stance="distancing",
    )  # fmt: skip
