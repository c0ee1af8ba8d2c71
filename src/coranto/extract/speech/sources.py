"""Who speaks: the phrase that a cue has for its subject, agent or possessor."""

from __future__ import annotations

from collections.abc import Collection

from coranto.extract.speech.cues import CueHit
from coranto.model.drafts import Phrase, TokenRef
from coranto.model.sentence import Sentence, Token
from coranto.model.span import Range

RELATIVE = frozenset({"who", "which", "that", "whom"})
TRAILING = frozenset(",.;:-–—()[]\"“”''``‘’…") | {"''", "``", "--", "and", "or", "but"}
TIMES = frozenset({"later", "then", "now", "meanwhile", "earlier", "afterwards", "also", "recently", "today", "still"})
OWN = ("nsubj", "nsubjpass", "csubj", "expl", "auxpass")
SPEAKING = frozenset({"PERSON", "ORG", "GPE", "NORP"})
LIGHT_VERBS = frozenset(
    "make issue express voice repeat raise have deliver reiterate give renew release file level offer send deny".split()
)


def trim_range(sentence: Sentence, span: Range) -> Range:
    """The range without punctuation (and dangling conjunctions) at its ends."""
    first, last = span
    while last > first + 1 and sentence.tokens[last - 1].lower in TRAILING:
        last -= 1
    while first < last - 1 and sentence.tokens[first].text in TRAILING:
        first += 1
    return Range(first, last)


def make_phrase(sentence: Sentence, head: int, outside: Collection[int] = ()) -> Phrase:
    """The phrase of a head word, cut where it would run into the tokens that must stay outside it."""
    first, last = sentence.subtree(head)
    for token in outside:
        if first <= token < head:
            first = token + 1
        elif head < token < last:
            last = token
    while first < head and sentence.tokens[first].pos == "ADV" and sentence.tokens[first].lower in TIMES:
        first += 1  # `Later a doctor said`
    span = trim_range(sentence, Range(first, last))
    if not span.holds(head):
        span = Range(head, head + 1)
    return Phrase(TokenRef(sentence.number, head), sentence.span(span))


def find_source(hit: CueHit) -> Phrase | None:
    """The phrase that the cue's speaker is named with, or None where the text names none."""
    sentence = hit.sentence
    head = (
        find_noun_source(sentence, hit.head) if hit.cue.pos == "noun" else find_subject(sentence, hit.head, hit.passive)
    )
    if head is None and hit.cue.pos == "verb" and not hit.passive and hit.takes("quote"):
        head = _find_inverted(hit)
        if head is None:
            head = _find_left_neighbour(hit)
    if head is None:
        return None
    outside = set(hit.tokens)
    claimed = find_marked(sentence, head) if hit.cue.pos == "noun" else None
    if claimed is not None:  # `denials by the company that it had paid`
        outside.add(sentence.subtree(claimed).first)
    phrase = make_phrase(sentence, head, outside)
    token = sentence.tokens[head]
    if token.lower in RELATIVE:
        antecedent = find_antecedent(sentence, token)
        if antecedent is not None:
            return Phrase(TokenRef(sentence.number, antecedent), phrase.span)
    return phrase


def find_marked(sentence: Sentence, noun: int) -> int | None:
    """The clause under a noun whose `that` has no part in it."""
    for clause in sentence.children_of(noun, "relcl", "acl"):
        if any(g.lower == "that" and g.i < clause.i for g in sentence.children_of(clause.i, "mark")):
            return clause.i
    return None


def find_named(sentence: Sentence, source: Phrase | None) -> tuple[Phrase, ...]:
    """The source as a tuple; a relative pronoun with the noun phrase that it stands for before it."""
    if source is None:
        return ()
    if source.span.text.lower() not in RELATIVE:
        return (source,)
    pronoun = next((t for t in sentence.tokens if t.start == source.span.start), None)
    if pronoun is None or pronoun.i == source.head.token:
        return (source,)
    return (make_phrase(sentence, source.head.token, (pronoun.i,)), source)


def find_antecedent(sentence: Sentence, token: Token) -> int | None:
    """The noun that a relative pronoun stands for."""
    for above in sentence.ancestors_of(token.i):
        if above.dep == "relcl":
            return above.head
    return None


def find_matrix(sentence: Sentence, verb: int) -> int | None:
    """The verb above the clause that the parse coordinates this one with, though it goes on from the upper verb.

    `She denied that the ship sank and accused Chile of lying`: no ship accuses anyone.
    """
    token = sentence.tokens[verb]
    inner = sentence.tokens[token.head]
    if token.dep != "conj" or token.tag != "VBD" or inner.dep != "ccomp" or inner.pos not in ("VERB", "AUX"):
        return None
    outer = sentence.tokens[inner.head]
    kids = list(sentence.children_of(verb))
    if outer.tag != "VBD" or any(k.dep in (*OWN, "mark", "aux") for k in kids):
        return None
    subject = next(sentence.children_of(inner.i, "nsubj", "nsubjpass", "expl"), None)
    if subject is None or any(k.dep == "aux" and k.tag == "MD" for k in sentence.children_of(inner.i)):
        return outer.i
    return None if subject.label in SPEAKING or subject.pos in ("PRON", "PROPN") else outer.i


def find_subject(sentence: Sentence, verb: int, passive: bool = False, depth: int = 0) -> int | None:
    """Head of the verb's own or inherited subject; of a passive verb, its agent."""
    token = sentence.tokens[verb]
    if passive:
        return _find_agent(sentence, verb)
    # Of two, the farther one belongs to a quotation that the verb parts (`“The ship,” said the mayor, “is lost”`).
    subject = min(sentence.children_of(verb, "nsubj"), key=lambda child: abs(child.i - verb), default=None)
    if subject is not None:
        return subject.i if subject.tag != "EX" else None
    if depth > 5 or token.head == verb:
        return None
    above = sentence.tokens[token.head]
    matrix = find_matrix(sentence, verb)
    if matrix is not None:
        return _find_any_subject(sentence, matrix, depth)
    if token.dep in ("conj", "advcl", "dep") and above.pos in ("VERB", "AUX"):
        return _find_any_subject(sentence, above.i, depth)
    if token.dep == "xcomp":
        for child in sentence.children_of(above.i, "dobj", "dative"):
            if child.i < verb:
                return child.i
        return _find_any_subject(sentence, above.i, depth)
    if token.dep == "pcomp" or (token.dep == "conj" and above.dep == "pcomp"):
        return _find_through_preposition(
            sentence, above if token.dep == "pcomp" else sentence.tokens[above.head], depth
        )
    if token.dep == "acl" and token.tag in ("VBG", "TO") and above.pos in ("NOUN", "PROPN", "PRON"):
        return above.i
    if token.dep == "acl" and token.tag == "VB":
        return find_noun_source(sentence, above.i)
    return None


def _find_any_subject(sentence: Sentence, verb: int, depth: int) -> int | None:
    for child in sentence.children_of(verb, "nsubj", "nsubjpass"):
        return child.i if child.tag != "EX" else None
    return find_subject(sentence, verb, depth=depth + 1)


def _find_agent(sentence: Sentence, verb: int) -> int | None:
    for child in sentence.children_of(verb, "agent", "prep"):
        if child.lower == "by":
            for inner in sentence.children_of(child.i, "pobj"):
                return inner.i
    return None


def _find_through_preposition(sentence: Sentence, preposition: Token, depth: int) -> int | None:
    """`was quoted as saying`, `quoted him as saying`, `by saying`, `in calling for`."""
    above = sentence.tokens[preposition.head]
    if preposition.lower == "as":
        for child in sentence.children_of(above.i, "dobj", "nsubjpass"):
            return child.i
        if above.dep == "acl":
            return above.head
        if above.pos in ("NOUN", "PROPN", "PRON"):
            return above.i
    if above.pos in ("VERB", "AUX"):
        return _find_any_subject(sentence, above.i, depth)
    return None


def find_noun_source(sentence: Sentence, noun: int) -> int | None:
    """Who makes the claim: `Moscow's claim`, `the allegation by`, `X made the accusation that`."""
    for child in sentence.children_of(noun, "poss"):
        return child.i
    for child in sentence.children_of(noun, "prep", "agent"):
        if child.lower in ("by", "from", "among"):
            for inner in sentence.children_of(child.i, "pobj"):
                return inner.i
    for child in sentence.children_of(noun, "amod", "compound"):
        if child.label in ("NORP", "ORG", "GPE", "PERSON"):
            return child.i
    token = sentence.tokens[noun]
    above = sentence.tokens[token.head]
    if token.dep == "dobj" and above.pos == "VERB" and above.lemma in LIGHT_VERBS:
        return find_subject(sentence, above.i, any(sentence.children_of(above.i, "nsubjpass")))
    return None


def _find_inverted(hit: CueHit) -> int | None:
    """`..., said the minister`: the parser may take the speaker for an object."""
    sentence = hit.sentence
    for child in sentence.children_of(hit.head, "dobj", "attr", "npadvmod", "oprd", "dep"):
        between = child.i > hit.head and sentence.subtree(child.i).first == hit.head + 1
        if between and child.pos in ("NOUN", "PROPN", "PRON") and child.label not in ("DATE", "TIME"):
            return child.i
    return None


def _find_left_neighbour(hit: CueHit) -> int | None:
    """The noun phrase that ends right before a finite cue, where the parse lost the subject."""
    sentence = hit.sentence
    if hit.token.tag not in ("VBD", "VBZ", "VBP"):
        return None
    edge = min(hit.tokens)
    while edge > 0 and sentence.tokens[edge - 1].pos in ("PUNCT", "ADV", "AUX") and edge > hit.head - 6:
        edge -= 1
    best = None
    for i in range(edge - 1, max(-1, edge - 30), -1):
        token = sentence.tokens[i]
        if token.pos in ("NOUN", "PROPN", "PRON") and edge - 1 <= sentence.subtree(i).last <= hit.head + 1:
            if token.dep in ("pobj", "dobj", "compound", "poss", "conj", "appos", "attr") and best is not None:
                continue
            best = i
    if best is None or sentence.tokens[best].label in ("DATE", "TIME"):
        return None
    return best
