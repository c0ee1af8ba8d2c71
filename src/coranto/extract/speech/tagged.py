"""The tagger's sayings as candidates: its spans, with act, stance and addressee as the rules read the cue."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from math import exp, log, log1p

from coranto.extract.speech.acts import refine_act
from coranto.extract.speech.candidates import Candidate
from coranto.extract.speech.cues import find_cues
from coranto.extract.speech.outlets import load_source_nouns
from coranto.extract.speech.stances import read_stance
from coranto.model.attribution import Act, Stance
from coranto.model.drafts import Phrase, TokenRef
from coranto.model.sentence import Sentence
from coranto.model.span import Span
from coranto.tag.roles import Saying, Words

RULE = "tagged"
WORD = re.compile(r"\w")
LEAST_LIKELY = 0.33
"""A saying whose cue no rule knows counts from this chance of being right on (`rate_alone`)."""
BASE, SURE, NOBODY, LONG = -1.67, 0.38, -1.11, 0.50
"""Weights of that chance: logistic regression over such sayings of the held-out train articles of PolNeAR (513, of them
247 right) and of gold-train (166, 51), both corpora weighing alike. In five-fold cross-validation by article it beats
every threshold on the tagger's own chance in both."""
MOST_SURE = 0.999
QUOTES = ("“", "”", '"')
"""What somebody's words stand in: a saying with them needs no such chance."""
FRAMES = ("_that", "_quote")
PHRASES = ("adverb_", "adjective_")
LOOSE_FRAMES = ("_obj", "_inf", "_to", "_about", "_for")
OPEN_ACTS: frozenset[Act] = frozenset({"state", "claim", "ask", "demand"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})
HANGING = (" the", " a", " an", " of", " in", " for", " by")
"""Words that end no phrase."""
LEANING = frozenset("det amod compound nummod poss aux auxpass mark nmod neg case predet quantmod cc preconj".split())
JOINING = frozenset({"ADP", "SCONJ", "PART", "AUX", "CCONJ"})
"""Words that need what follows them."""
LONGEST_MEND = 8
RELATIVES = frozenset({"who", "which", "that", "whom"})


def group_sayings(sentences: Sequence[Sentence], sayings: Sequence[Saying]) -> dict[int, list[Saying]]:
    """The sayings by the sentence of their cue, their contents mended."""
    grouped: dict[int, list[Saying]] = {}
    for saying in sayings:
        near = _keep_in_paragraph(sentences, saying)
        content = tuple(_stop_before(_mend_end(sentences, words), saying.cue) for words in near)
        grouped.setdefault(saying.cue[0].sentence, []).append(replace(saying, content=content))
    return grouped


def _mend_end(sentences: Sequence[Sentence], words: Words, *, short: bool = False) -> Words:
    """The words to the end of the phrase that they break off in (`a ship in the` `harbour`)."""
    sentence, first, last = sentences[words[-1].sentence], words[-1].token, words[-1].token
    for _ in range(LONGEST_MEND):
        missing = _find_missing(sentence, last)
        if missing is None:
            break
        last = missing
    if last == first or sentence.tokens[first + 1].pos == "PUNCT":
        return words
    end = last + 1 if short else sentence.subtree(last).last
    return (*words, *(TokenRef(sentence.number, i) for i in range(first + 1, end)))


def _stop_before(words: Words, cue: Words) -> Words:
    """The words up to the cue, where mending has run into it."""
    return words[: words.index(cue[0])] if cue[0] in words[1:] else words


def _find_missing(sentence: Sentence, last: int) -> int | None:
    """The word further on that the last one needs: `the` its noun, `in` what is in it."""
    token = sentence.tokens[last]
    if (token.dep in LEANING or token.lower in RELATIVES) and token.head > last:
        return token.head
    if token.dep == "cc":
        return next((k.i for k in sentence.children_of(token.head, "conj") if k.i > last), None)
    if token.pos not in JOINING:
        return None
    below = next((k.i for k in sentence.children_of(last) if k.i > last), None)
    return below if below is not None or token.head <= last else token.head


def _keep_in_paragraph(sentences: Sequence[Sentence], saying: Saying) -> tuple[Words, ...]:
    """The contents in the cue's paragraph; where there is none, the first after it.

    Of 54 in another paragraph 46 were somebody else's, on held-out train articles of PolNeAR. What goes on there is
    left to the rules for quotations.
    """
    home = sentences[saying.cue[0].sentence].paragraph
    near = tuple(words for words in saying.content if sentences[words[0].sentence].paragraph == home)
    return near or tuple(words for words in saying.content if words[0] > saying.cue[0])[:1] or saying.content[-1:]


def merge_sayings(
    sentences: Sequence[Sentence],
    ruled: Sequence[Candidate],
    silences: Sequence[Candidate],
    sayings: Sequence[Saying],
) -> tuple[Candidate, ...]:
    """The candidates of one sentence: each saying once, with what the rules know of its cue.

    A candidate of the rules whose cue the tagger marks too gets the tagger's spans; one that it does not mark stays
    where such candidates were mostly right, or where it stands within another's content, since the tagger's corpus
    marks one level alone. A cue of a silence says nothing.
    """
    merged: list[Candidate] = []
    matched: set[int] = set()
    for saying in sayings:
        cue = make_spans(sentences, saying.cue)
        if _share_cue(cue, [c.cue for c in silences]):
            continue
        near = _share_cue(cue, [c.cue for c in ruled])
        if near:
            matched.update(near)
            merged.append(_correct(sentences, saying, ruled[near[0]]))
        else:
            found = _make_candidate(sentences, saying, cue)
            quoted = any(mark in span.text for span in found.content for mark in QUOTES)
            if quoted or rate_alone(sentences, saying) >= LEAST_LIKELY:
                merged.append(found)
    merged = [c for c in merged if c.rule != RULE or not _says_nothing_new(c, [*merged, *ruled])]
    left = [c for n, c in enumerate(ruled) if n not in matched]
    return (*merged, *(c for c in left if _stands_alone(c) or _is_nested(c, merged)))


def rate_alone(sentences: Sequence[Sentence], saying: Saying) -> float:
    """The chance that a saying whose cue no rule knows is one: what is long and somebody's mostly is."""
    words = [sentences[ref.sentence].tokens[ref.token] for part in saying.content for ref in part]
    sure = min(saying.confidence, MOST_SURE)
    score = BASE + SURE * log(sure / (1 - sure)) + LONG * log1p(sum(word.pos != "PUNCT" for word in words))
    return 1 / (1 + exp(-score - NOBODY * (not saying.source)))


def _says_nothing_new(tagged: Candidate, others: Sequence[Candidate]) -> bool:
    """A mark beside another cue of the same content, or one who quotes: `the Courier quoted her as saying`."""
    rest = [c for c in others if c is not tagged]
    if not WORD.search(tagged.cue[0].text):
        return any(a.overlaps(b) for c in rest for a in c.content for b in tagged.content)
    return any(p.span.overlaps(q.span) for c in rest for p in c.relay for q in tagged.source)


def _share_cue(cue: Sequence[Span], others: Sequence[Sequence[Span]]) -> list[int]:
    """Numbers of those that have a word of the cue."""
    return [n for n, spans in enumerate(others) if any(a.overlaps(b) for a in cue for b in spans)]


def _stands_alone(candidate: Candidate) -> bool:
    return candidate.rule.endswith(FRAMES) or candidate.rule.startswith(PHRASES)


def _is_nested(candidate: Candidate, tagged: Sequence[Candidate]) -> bool:
    """Whether it stands in another's content, and does more there than to name a wish or a subject."""
    empty = not candidate.source or (candidate.act in OPEN_ACTS and not _is_document(candidate))
    if empty and candidate.rule.endswith(LOOSE_FRAMES):
        return False
    return any(span.holds(candidate.cue[0]) for outer in tagged for span in outer.content)


def _is_document(candidate: Candidate) -> bool:
    nouns = load_source_nouns()
    return any(nouns.get(word) == "document" for p in candidate.source for word in p.span.text.lower().split())


def make_spans(sentences: Sequence[Sentence], words: Words) -> tuple[Span, ...]:
    """A run of words as spans of the article."""
    if not words:
        return ()
    first, last = words[0], words[-1]
    start = sentences[first.sentence].tokens[first.token].start
    return (Span.of(sentences[0].found, start, sentences[last.sentence].tokens[last.token].end),)


def make_phrase(sentences: Sequence[Sentence], words: Words) -> Phrase:
    """A run of words as a phrase; its head is the first noun whose own head lies outside, else its first word."""
    inside = set(words)
    best = words[0]
    for ref in words:
        token = sentences[ref.sentence].tokens[ref.token]
        head = TokenRef(ref.sentence, token.head)
        if (head not in inside or head == ref) and token.pos in NOMINAL:
            best = ref
            break
    return Phrase(best, make_spans(sentences, words)[0])


def _correct(sentences: Sequence[Sentence], saying: Saying, ruled: Candidate) -> Candidate:
    """The rules' candidate with the tagger's spans."""
    tagged = tuple(make_phrase(sentences, words) for words in saying.source)
    if not ruled.source:
        tagged = tuple(phrase for phrase in tagged if not _is_acted_on(sentences, phrase, saying.cue))
    within = any(relay.span.overlaps(phrase.span) for relay in ruled.relay for phrase in tagged)
    source = ruled.source if within else _choose_source(ruled.source, tagged)
    content = tuple(span for words in saying.content for span in make_spans(sentences, words))
    return replace(
        ruled,
        cue=_choose_cue(sentences, saying.cue, ruled.cue),
        content=_cut_names(content, source) if not _keeps_content(ruled) else ruled.content,
        source=source,
        confidence=saying.confidence,
    )


def _is_acted_on(sentences: Sequence[Sentence], phrase: Phrase, cue: Words) -> bool:
    """`He was charged with theft`: he is no source of it."""
    token = sentences[phrase.head.sentence].tokens[phrase.head.token]
    return token.dep == "nsubjpass" and TokenRef(phrase.head.sentence, token.head) in cue


def _choose_cue(sentences: Sequence[Sentence], tagged: Words, ruled: tuple[Span, ...]) -> tuple[Span, ...]:
    """The tagger's words without a hanging end (`said in an`); the rules' where it lets the verb out (`are` `told`)."""
    words = [sentences[ref.sentence].tokens[ref.token] for ref in tagged]
    last = len(words)
    while last > 1 and words[last - 1].pos == "DET":
        last -= 1
    if last > 1 and (words[last - 1].lower == "in" or (last < len(words) and words[last - 1].pos == "ADP")):
        last -= 1
    cue = make_spans(sentences, tagged[:last])
    held = len(ruled) == 1 and cue[0].start == ruled[0].start and cue[0].end < ruled[0].end
    return ruled if held else cue


def _keeps_content(ruled: Candidate) -> bool:
    """`the claim that the ship sank was denied`: the parse knows better where the clause of a noun ends."""
    return bool(ruled.content) and ruled.rule.startswith("noun_") and ruled.rule.endswith("_that")


def _choose_source(ruled: tuple[Phrase, ...], tagged: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """The tagger's phrases, with the rules' heads where both mean one phrase; the rules' own where it marks none.

    Of `Lind, who said`, the rules know that `who` is Lind.
    """
    words = [phrase.span.text.lower() for phrase in tagged]
    if all(word in RELATIVES for word in words) or any(word.endswith(HANGING) for word in words):
        return ruled or tagged
    chosen = []
    for phrase in tagged:
        same = next((r for r in ruled if r.span.overlaps(phrase.span)), None)
        chosen.append(phrase if same is None else Phrase(same.head, phrase.span))
    return tuple(chosen)


def _cut_names(content: Sequence[Span], source: Sequence[Phrase]) -> tuple[Span, ...]:
    """The content without the first words of the source, where the tagger lets it run into them."""
    cut = []
    for span in content:
        if any(p.span.holds(span) for p in source):
            continue
        start = min((p.span.start for p in source if span.start < p.span.start < span.end <= p.span.end), default=None)
        if start is None:
            cut.append(span)
        elif kept := span.text[: start - span.start].rstrip(" ,"):
            cut.append(Span(start=span.start, end=span.start + len(kept), text=kept))
    return tuple(cut)


def _make_candidate(sentences: Sequence[Sentence], saying: Saying, cue: tuple[Span, ...]) -> Candidate:
    """A candidate whose cue no rule knows."""
    content = tuple(span for words in saying.content for span in make_spans(sentences, words))
    source = tuple(
        make_phrase(sentences, words if len(words) == 1 else _mend_end(sentences, words, short=True))
        for words in saying.source
    )
    sentence = sentences[saying.cue[0].sentence]
    act, stance = _read_cue(sentence, saying, content, source)
    return Candidate(
        sentence=sentence.number,
        cue=cue,
        source=source,
        content=_cut_names(content, source),
        act=act,
        rule=RULE,
        confidence=saying.confidence,
        stance=stance,
    )


def _read_cue(
    sentence: Sentence, saying: Saying, content: tuple[Span, ...], source: tuple[Phrase, ...]
) -> tuple[Act, Stance]:
    words = {ref.token for ref in saying.cue}
    named = source[0].span.text if source else ""
    for hit in find_cues(sentence):
        if words & set(hit.tokens):
            return refine_act(hit.find_act("clause"), hit.cue.lemma, content, named), read_stance(hit)
    return refine_act("state", "say", content, named), "neutral"
