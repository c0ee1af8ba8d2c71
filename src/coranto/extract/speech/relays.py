"""Who passes it on: the outlet that was spoken to, that quotes, or in which the words appeared.

What a cue's own grammar shows is found with the cue (`find_relay`); `join_cited` and `add_channels` work on candidates
whatever found them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from coranto.extract.roles import find_role
from coranto.extract.speech.candidates import Candidate
from coranto.extract.speech.cues import CueHit
from coranto.extract.speech.outlets import find_outlet, load_source_nouns, match_outlet
from coranto.extract.speech.sources import RELATIVE, find_antecedent, find_subject, make_phrase
from coranto.model.drafts import Phrase
from coranto.model.sentence import Sentence, Token
from coranto.model.span import Range, Span

QUOTERS = frozenset({"quote", "cite"})
REFERENCES = frozenset({"reference", "link"})
"""`with reference to the ministry`, as translated texts say for `citing`."""
INTERVIEWS = frozenset({"interview", "appearance", "email", "e-mail"})
HEARD = frozenset({"interview", "speak", "remark", "article", "column", "comment", "op-ed", "essay"})
"""Words of a leading phrase that tell that the speaker's words were heard there, whatever the verb."""
CHANNELS = frozenset({"on", "in", "to", "with", "by", "for"})
LEADING = frozenset({"on", "with", "to", "for", "in", "by"})
"""Prepositions before an outlet that stands before the speaker (`Speaking to Reuters, she said`)."""
CARRYING = frozenset("quote cite carry publish air broadcast report release distribute relay post".split())
"""Verbs that tell in which outlet words appeared: `in remarks carried by`, `as quoted by`."""
PLACES = frozenset({"air", "pages", "airwaves", "programme", "program", "broadcast"})
"""`on the air of`, `in the pages of`."""
ACCOUNT = "according to"
BESIDE = 2
"""Code points between a title and the name in apposition to it."""
MOST_LEFT = 3
"""Words beside a saying, such as `on Monday`, that an account of it may hold."""
REACH = 14
"""Tokens after a cue within which its outlet is looked for."""
MARKS = frozenset({'"', "“", "”", "''", "``"})
SPEAKING = frozenset({"PERSON", "ORG", "GPE", "NORP"})
BODIES = frozenset({"ORG", "GPE", "NORP"})
OFFICES = frozenset({"service", "ministry", "police", "agency"})
SOURCES = frozenset({"person", "unnamed", "outlet", "document", "group"})


@dataclass(frozen=True, slots=True)
class _Citation:
    """`X, citing Y`: the verb, the head of X (None where the parse shows none), and Y."""

    verb: int
    citer: int | None
    cited: Phrase


def find_relay(hit: CueHit, source: Phrase | None) -> tuple[Phrase, ...]:
    """`X quoted Y as saying`, `Y said in an interview with X`, `Y said on X`; () where nobody is named."""
    quoter = find_quoter(hit)
    if quoter is not None:
        return (quoter,)
    if hit.cue.pos != "verb" or not hit.takes("quote"):
        return ()
    outlet = _find_channel(hit.sentence, Range(hit.tokens[0], hit.tokens[-1] + 1), source)
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


def join_cited(sentence: Sentence, candidates: Sequence[Candidate]) -> list[Candidate]:
    """`X, citing Y, said ...` and `a note by X, which quotes Y, says ...` are one attribution: Y's, passed on by X."""
    citations = list(_find_citations(sentence))
    kept = list(candidates)
    used: set[int] = set()
    for citation in citations:
        for number, told in enumerate(kept):
            if citation.verb in used or not _cites(sentence, citation, told):
                continue
            kept[number] = _pass_on_cited(sentence, citation, told)
            kept[number] = _cite_further(sentence, kept[number], citations, used)
            used.add(citation.verb)
            break
    return [c for c in kept if not any(_is_at(sentence, c, verb) for verb in used)]


def _pass_on_cited(sentence: Sentence, citation: _Citation, told: Candidate) -> Candidate:
    """What the citing one told, as said by whom it cites; a name right behind the cited one's title is that one's."""
    source = told.source[0]
    if citation.citer is not None and _is_right_behind(source, citation.cited):
        citer = make_phrase(sentence, citation.citer)
        others = (relay for relay in told.relay if not citer.span.overlaps(relay.span))
        return replace(told, relay=(_find_outlet_in(sentence, citer, told.cue), *others))
    outlet = _find_outlet_in(sentence, source, told.cue)
    return replace(told, source=(_cut_relative(sentence, citation.cited),), relay=(outlet, *told.relay))


def join_accounts(sentence: Sentence, candidates: Sequence[Candidate]) -> list[Candidate]:
    """`X said so, according to Y` is one attribution, X's, passed on by Y, where Y is an outlet or a document.

    `According to the mayor, X said so` is two: what X said is part of what the mayor tells.
    """
    kept = list(candidates)
    for account in candidates:
        if not account.source or account.cue[0].text.lower() != ACCOUNT or not _is_carrier(sentence, account.source[0]):
            continue
        for number, told in enumerate(kept):
            if told is not account and told.source and _is_account_of(sentence, account, told):
                kept[number] = replace(told, relay=(*told.relay, account.source[0]))
                kept.remove(account)
                break
    return kept


def _is_carrier(sentence: Sentence, source: Phrase) -> bool:
    """Whether the phrase names an outlet or a document."""
    inside = sentence.tokens_in(source.span)
    nouns = load_source_nouns()
    return any(
        nouns.get(sentence.tokens[i].lower) in ("outlet", "document") or find_outlet(sentence, i) is not None
        for i in range(inside.first, inside.last)
    )


def _is_account_of(sentence: Sentence, account: Candidate, told: Candidate) -> bool:
    """Whether what it tells is the saying itself: its verb heads the account's content, or little else is in it."""
    inside = {i for span in account.content for i in range(*sentence.tokens_in(span))}
    cue = {i for span in told.cue for i in range(*sentence.tokens_in(span))}
    if not cue & inside:
        return False
    if any(sentence.tokens[i].head == i or sentence.tokens[i].head not in inside for i in cue & inside):
        return True
    parts = (*told.content, *(p.span for p in told.source))
    rest = inside - cue - {i for span in parts for i in range(*sentence.tokens_in(span))}
    return sum(sentence.tokens[i].pos != "PUNCT" for i in rest) <= MOST_LEFT


def _find_citations(sentence: Sentence) -> Iterator[_Citation]:
    for token in sentence.tokens:
        if token.lemma in QUOTERS and token.pos == "VERB":
            if any(k.lower == "as" for k in sentence.children_of(token.i, "prep")):
                continue
            cited = next((k.i for k in sentence.children_of(token.i, "dobj") if k.i > token.i), None)
        elif token.lower == "referring" or (token.lower in REFERENCES and sentence.tokens[token.head].lower == "with"):
            to = next((k for k in sentence.children_of(token.i, "prep") if k.lower == "to"), None)
            cited = next((k.i for k in sentence.children_of(to.i, "pobj")), None) if to else None
        else:
            continue
        if cited is not None and _may_speak(sentence, cited):
            citer = find_subject(sentence, token.i) if token.pos == "VERB" else None
            if citer is not None and sentence.tokens[citer].lower in RELATIVE:
                citer = find_antecedent(sentence, sentence.tokens[citer])
            yield _Citation(token.i, citer, make_phrase(sentence, cited, (token.i,)))


def _may_speak(sentence: Sentence, head: int) -> bool:
    """Whether the noun stands for someone, or for words that someone wrote: not `citing safety`."""
    token = sentence.tokens[head]
    if token.label in SPEAKING or token.pos == "PRON" or find_role(sentence, head) is not None:
        return True
    return load_source_nouns().get(token.lower) in SOURCES or token.lemma in OFFICES


def _cites(sentence: Sentence, citation: _Citation, told: Candidate) -> bool:
    """Whether the candidate is what the citing one says, or passes on."""
    if told.silent or not told.source or _is_at(sentence, told, citation.verb):
        return False
    if not _is_right_behind(told.source[0], citation.cited) and not _may_pass_on(sentence, citation, told.source[0]):
        return False
    verb = sentence.tokens[citation.verb].start
    if any(s.start <= verb < s.end for s in told.content):
        return False
    source = sentence.tokens_in(told.source[0].span)
    cues = {i for span in told.cue for i in range(*sentence.tokens_in(span))}
    if citation.verb in source or (citation.citer is not None and citation.citer in range(*source)):
        return True
    return any(above.i in cues for above in sentence.ancestors_of(citation.verb)) and _stands_beside(
        sentence, citation.verb, source, cues
    )


def _is_right_behind(name: Phrase, title: Phrase) -> bool:
    return 0 <= name.span.start - title.span.end <= BESIDE


def _may_pass_on(sentence: Sentence, citation: _Citation, citer: Phrase) -> bool:
    """Whether it is an outlet's way to name its source: who speaks for himself cites what bears him out.

    `She said, citing the statement` is hers, and `he said, referring to the report` tells what he means by it.
    """
    if citer.head.sentence != sentence.number:
        return True
    head = sentence.tokens[citer.head.token]
    named = head.pos == "PROPN" and head.label not in BODIES
    office = any(sentence.tokens[i].lower in OFFICES for i in range(*sentence.tokens_in(citer.span)))
    if office or _is_carrier(sentence, citer):
        return True
    if not named and head.pos != "PRON" and find_role(sentence, head.i) is None:
        return True
    inside = sentence.tokens_in(citation.cited.span)
    return sentence.tokens[citation.verb].lemma in QUOTERS and any(
        find_outlet(sentence, i) is not None for i in range(inside.first, inside.last)
    )


def _stands_beside(sentence: Sentence, verb: int, source: Range, cues: set[int]) -> bool:
    """Whether no other clause lies between the citing verb and the cue with its source."""
    ends = [*range(*source), *cues]
    first, last = min(ends), max(ends)
    between = sentence.tokens[last + 1 : verb] if verb > last else sentence.tokens[verb + 1 : first]
    return sum(t.pos == "VERB" for t in between) == 0 or verb in range(first, last)


def _is_at(sentence: Sentence, candidate: Candidate, token: int) -> bool:
    place = sentence.tokens[token]
    return any(s.start <= place.start < s.end for s in candidate.cue)


def _cut_relative(sentence: Sentence, phrase: Phrase) -> Phrase:
    """The phrase without a relative clause that quotes in its turn (`a Courier report that cited Lind`)."""
    inside = sentence.tokens_in(phrase.span)
    for clause in sentence.children_of(phrase.head.token, "relcl", "acl"):
        if clause.lemma in QUOTERS and clause.i in range(*inside):
            first = min(sentence.subtree(clause.i).first, clause.i)
            return Phrase(phrase.head, sentence.span(Range(inside.first, max(first, phrase.head.token + 1))))
    return phrase


def _cite_further(sentence: Sentence, told: Candidate, citations: Sequence[_Citation], used: set[int]) -> Candidate:
    """The candidate with whom its new source cites in turn, each passing on the one before."""
    for citation in citations:
        head = told.source[0].head.token
        if citation.citer is not None and head == citation.citer and citation.verb not in used:
            outlet = _find_outlet_in(sentence, told.source[0], told.cue)
            used.add(citation.verb)
            told = replace(told, source=(_cut_relative(sentence, citation.cited),), relay=(outlet, *told.relay))
    return told


def _find_outlet_in(sentence: Sentence, source: Phrase, cue: Sequence[Span]) -> Phrase:
    """The outlet that begins within the source's words (`a note published by the network X`), else the source."""
    inside = sentence.tokens_in(source.span)
    known = (match_outlet(sentence, i) for i in range(inside.first, inside.last))
    called = (find_outlet(sentence, i) for i in range(inside.first, inside.last) if sentence.tokens[i].pos != "DET")
    found = (o for o in (*known, *called) if o is not None and not any(c.overlaps(o.span) for c in cue))
    return next(found, source)


def add_channels(sentence: Sentence, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, each with the outlet that its speaker was heard through, where the sentence names one."""
    kept = []
    carriers: list[Span] = []
    for candidate in candidates:
        found = _add_channel(sentence, candidate)
        if found.relay and found.source != candidate.source:  # what followed the speaker tells of the outlet
            carriers.append(Span.of(sentence.found, found.source[0].span.end, found.relay[-1].span.end))
        kept.append(found)
    if not carriers:
        return kept
    kept = [c for c in kept if not any(carrier.holds(c.cue[0]) for carrier in carriers)]
    return [replace(c, content=tuple(s for s in c.content if not any(k.holds(s) for k in carriers))) for c in kept]


def _add_channel(sentence: Sentence, candidate: Candidate) -> Candidate:
    if candidate.silent or candidate.relay or not candidate.source:
        return candidate
    source = candidate.source[0]
    if source.head.sentence != sentence.number:
        return candidate
    if not candidate.quotes:
        leading = _find_leading(sentence, sentence.tokens_in(source.span).first)
        heard = leading is not None and any(t.lemma in HEARD for t in sentence.tokens[: leading.head.token])
        return replace(candidate, relay=(leading,)) if leading is not None and heard else candidate
    carried = _find_carrier(sentence, source)
    if carried is not None:
        outlet, cut = carried
        return replace(candidate, source=(cut, *candidate.source[1:]), relay=(outlet,))
    cue = sentence.tokens_in(Span.of(sentence.found, candidate.cue[0].start, candidate.cue[-1].end))
    outlet_found = _find_channel(sentence, cue, source) if cue.last else None
    return candidate if outlet_found is None else replace(candidate, relay=(outlet_found,))


def _find_carrier(sentence: Sentence, source: Phrase) -> tuple[Phrase, Phrase] | None:
    """`an officer quoted by the Courier`: the outlet, and the source without it."""
    inside = sentence.tokens_in(source.span)
    for i in range(source.head.token + 1, min(inside.last, len(sentence.tokens) - 2)):
        if sentence.tokens[i].lemma not in QUOTERS or sentence.tokens[i + 1].lower != "by":
            continue
        outlet = find_outlet(sentence, i + 2)
        if outlet is not None:
            return outlet, Phrase(source.head, sentence.span(Range(inside.first, i)))
    return None


def _find_channel(sentence: Sentence, cue: Range, source: Phrase | None) -> Phrase | None:
    """An outlet right after the cue, or after a preposition beside it: `told NBC`, `said Monday on NBC`."""
    tokens = sentence.tokens
    after = cue.last
    named = sentence.tokens_in(source.span) if source and source.head.sentence == sentence.number else Range(0, 0)
    if named.first == after:
        after = named.last
    for i in range(after, min(after + REACH, len(tokens))):
        token = tokens[i]
        carries = token.lemma in CARRYING and i + 1 < len(tokens) and tokens[i + 1].lower == "by"
        if token.dep == "mark" and token.lower != "as":
            break
        if token.text in MARKS or (token.pos in ("VERB", "AUX") and not token.label and not carries):
            break
        if i == after or _follows(tokens, i, CHANNELS):
            found = find_outlet(sentence, i)
            if found is not None:
                return found
    return _find_leading(sentence, named.first)


def _find_leading(sentence: Sentence, speaker: int) -> Phrase | None:
    """The outlet of a phrase that a comma parts from the speaker after it: `Speaking to Reuters, she said`."""
    tokens = sentence.tokens
    for i in range(1, min(speaker, 2 * REACH)):
        found = find_outlet(sentence, i) if _follows(tokens, i, LEADING) else None
        if found is not None and any(t.text == "," for t in tokens[i:speaker]):
            return found
    return None


def _follows(tokens: Sequence[Token], i: int, prepositions: frozenset[str]) -> bool:
    """Whether the word stands right after one of the prepositions, or after the `of` in `on the air of`."""
    if i and (tokens[i - 1].pos == "DET" or tokens[i - 1].tag == "PRP$"):
        i -= 1
    if not i:
        return False
    before = tokens[i - 1].lower
    return before in prepositions or (before == "of" and i > 1 and tokens[i - 2].lower in PLACES)


def _find_interviewer(sentence: Sentence, noun: int) -> int | None:
    for preposition in sentence.children_of(noun, "prep"):
        if preposition.lower in ("with", "on", "to"):
            for inner in sentence.children_of(preposition.i, "pobj"):
                if inner.label in ("ORG", "PERSON"):
                    return inner.i
    return next((k.i for k in sentence.children_of(noun, "poss", "compound") if k.label == "ORG"), None)
