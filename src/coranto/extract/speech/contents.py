"""What is said: the clause or phrase that a cue governs."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from coranto.extract.speech.cues import CueHit, find_lemma, load_cues
from coranto.extract.speech.sources import find_marked, find_matrix, trim_range
from coranto.model.drafts import Phrase, TokenRef
from coranto.model.sentence import Sentence, Token
from coranto.model.span import Range, Span

ATTACHED = frozenset({"of", "for", "as", "about", "over", "against"})
ADDRESSED = frozenset(
    "tell ask warn urge assure remind inform notify advise brief order instruct caution promise beg implore persuade "
    "convince reassure alert command encourage press exhort call lobby".split()
)
LETTERS = frozenset("letter message statement note memo email e-mail telegram reply speech address".split())
VERBAL = ("VERB", "AUX")
SURE = 0.6
"""Cues this sure may open a statement of their own beside another."""


def pieces_of(sentence: Sentence, span: Range, outside: Collection[int]) -> tuple[Span, ...]:
    """The range as spans, parted where tokens are left out."""
    runs: list[list[int]] = []
    for i in range(span.first, span.last):
        if i in outside:
            continue
        if runs and runs[-1][-1] == i - 1:
            runs[-1].append(i)
        else:
            runs.append([i])
    found = []
    for run in runs:
        trimmed = trim_content(sentence, Range(run[0], run[-1] + 1))
        if trimmed is not None:
            found.append(sentence.span(trimmed))
    return tuple(found)


def trim_content(sentence: Sentence, span: Range) -> Range | None:
    """The range without light punctuation at its ends (quotation marks stay); None where no word is left."""
    first, last = span
    light = (",", ".", ";", ":", "-", "–", "—", "--", "...")
    while first < last and sentence.tokens[first].text in light:
        first += 1
    while first < last and sentence.tokens[last - 1].text in light:
        last -= 1
    if not any(any(c.isalnum() for c in sentence.tokens[i].text) for i in range(first, last)):
        return None
    return Range(first, last)


def find_content(hit: CueHit, source: Phrase | None) -> tuple[str, tuple[Span, ...]]:
    """The frame that the cue shows here, and its content; ("", ()) where it governs none."""
    outside = set(hit.tokens) | _tokens_of(hit.sentence, source, hit.head)
    reader = _read_noun if hit.cue.pos == "noun" else _read_verb
    frame, ranges = reader(hit)
    pieces: tuple[Span, ...] = ()
    for span in ranges:
        pieces += pieces_of(hit.sentence, span, outside)
    return (frame, tuple(sorted(pieces, key=lambda s: s.start))) if pieces else ("", ())


def _tokens_of(sentence: Sentence, source: Phrase | None, cue: int) -> set[int]:
    if source is None or source.head.sentence != sentence.number:
        return set()
    inside = sentence.tokens_in(source.span)
    # A source that is the antecedent's `who` leaves the antecedent out of the content by itself.
    return set(range(inside.first, inside.last)) - {cue}


def _read_verb(hit: CueHit) -> tuple[str, list[Range]]:
    sentence, verb = hit.sentence, hit.head
    kids = hit.list_kids()
    if hit.passive:
        return _read_passive(hit, kids)
    if hit.takes("that"):
        clause = _find_clause(hit, kids)
        if clause is not None:
            return "that", [_cut_conjuncts(hit, clause)]
    if hit.takes("inf"):
        for kid in kids:
            if kid.dep in ("xcomp", "ccomp", "advcl") and kid.i > verb and _is_infinitive(sentence, kid.i):
                if kid.dep == "advcl" and kid.i - verb > 12:
                    continue
                first = sentence.subtree(kid.i).first
                for other in kids:
                    if other.dep in ("dobj", "dative") and verb < other.i < first and other.pos != "ADP":
                        first = min(first, sentence.subtree(other.i).first)
                return "inf", [Range(first, sentence.subtree(kid.i).last)]
    if hit.takes("ing"):
        for kid in kids:
            if kid.dep in ("xcomp", "ccomp") and kid.i > verb and kid.tag == "VBG":
                return "ing", [sentence.subtree(kid.i)]
    if hit.takes("oprd"):
        for kid in kids:
            if kid.dep in ("oprd", "ccomp", "attr") and kid.i > verb:
                first = min(
                    (sentence.subtree(k.i).first for k in kids if k.dep in ("dobj", "nsubj") and verb < k.i < kid.i),
                    default=sentence.subtree(kid.i).first,
                )
                return "oprd", [Range(min(first, sentence.subtree(kid.i).first), sentence.subtree(kid.i).last)]
    prepositional = _find_prepositional(hit, kids)
    if prepositional is not None:
        return prepositional
    if hit.takes("obj") or hit.takes("as"):
        return _read_object(hit, kids)
    return "", []


def _cut_conjuncts(hit: CueHit, clause: int) -> Range:
    """The clause up to a verb that goes on from the cue itself (`said that it sank and accused Chile`)."""
    sentence = hit.sentence
    first, last = sentence.subtree(clause)
    for kid in sentence.children_of(clause, "conj"):
        known = load_cues().get(("verb", find_lemma(kid)))
        if kid.i < hit.head or known is None or known.strength < SURE or find_matrix(sentence, kid.i) != hit.head:
            continue
        start = sentence.subtree(kid.i).first
        while start > first and sentence.tokens[start - 1].dep in ("cc", "punct", "advmod"):
            start -= 1
        last = min(last, start)
    return Range(first, last)


def _read_object(hit: CueHit, kids: Sequence[Token]) -> tuple[str, list[Range]]:
    sentence, verb = hit.sentence, hit.head
    for kid in kids:
        if kid.dep not in ("dobj", "ccomp", "oprd") or kid.label in ("DATE", "TIME"):
            continue
        if kid.i < verb and kid.lower in ("which", "what", "that", "whom"):
            return "obj", [sentence.subtree(kid.i)]
        if kid.i < verb:
            continue
        first, last = sentence.subtree(kid.i)
        if kid.lower.endswith(("self", "selves")) or first > verb + 12:
            continue
        has_as = False
        for other in kids:
            if other.dep in ("prep", "oprd", "xcomp") and other.i >= last and other.i - last <= 3:
                if other.dep == "prep" and other.lower not in ATTACHED:
                    continue
                has_as = has_as or other.lower == "as"
                last = sentence.subtree(other.i).last
        if hit.takes("obj") or has_as:
            return "obj", [Range(first, last)]
    return "", []


def _read_passive(hit: CueHit, kids: Sequence[Token]) -> tuple[str, list[Range]]:
    """`was told that`, `is expected to`, `were criticized by X for Y`."""
    sentence, verb = hit.sentence, hit.head
    clause = _find_clause(hit, kids) if hit.takes("that") else None
    if clause is not None:
        return "that", [sentence.subtree(clause)]
    subject = next((kid for kid in kids if kid.dep == "nsubjpass"), None)
    for kid in kids:
        if kid.dep in ("xcomp", "ccomp", "oprd") and kid.i > verb and (hit.takes("inf") or hit.takes("oprd")):
            found = [sentence.subtree(kid.i)]
            if subject is not None and hit.cue.lemma not in ADDRESSED:
                found.append(sentence.subtree(subject.i))
            return "inf", found
    if not hit.takes("obj"):
        return "", []
    found = []
    if subject is not None:
        found.append(sentence.subtree(subject.i))
    elif hit.token.dep == "acl":
        above = sentence.subtree(hit.token.head)
        found.append(Range(above.first, sentence.subtree(verb).first))
    for kid in kids:
        if kid.dep == "prep" and kid.i > verb and kid.lower in ("for", "of", "as"):
            found.append(sentence.subtree(kid.i))
    has_agent = any(kid.lower == "by" for kid in kids if kid.dep in ("agent", "prep"))
    if not has_agent and hit.cue.lemma not in (
        "accuse",
        "charge",
        "blame",
        "suspect",
        "criticize",
        "condemn",
        "report",
    ):
        return "", []
    return ("obj", found) if found else ("", [])


def _read_noun(hit: CueHit) -> tuple[str, list[Range]]:
    sentence, noun = hit.sentence, hit.head
    kids = [kid for kid in sentence.children_of(noun) if kid.i > noun]
    for kid in kids:
        if kid.dep in ("acl", "ccomp", "relcl"):
            marks = [g for g in sentence.children_of(kid.i) if g.i < kid.i]
            that = any(g.lower == "that" and g.dep in ("mark", "nsubj", "dobj") for g in marks)
            if that and hit.takes("that"):
                return "that", [sentence.subtree(_find_claimed(kid.i, marks))]
            if hit.takes("inf") and any(g.tag == "TO" for g in marks):
                return "inf", [sentence.subtree(kid.i)]
        if kid.dep == "prep" and hit.takes(kid.lower):
            for inner in sentence.children_of(kid.i, "pobj", "pcomp"):
                return kid.lower, [sentence.subtree(inner.i)]
    claimed = _find_after_agent(sentence, kids) if hit.takes("that") else None
    if claimed is not None:
        return "that", [sentence.subtree(claimed)]
    token = hit.token
    above = sentence.tokens[token.head]
    if token.dep == "nsubj" and above.lemma == "be" and hit.takes("that"):
        for kid in sentence.children_of(above.i, "ccomp"):
            return "that", [sentence.subtree(kid.i)]
    return "", []


def _find_after_agent(sentence: Sentence, kids: Sequence[Token]) -> int | None:
    """The clause that the parse hangs on who claims it (`denials by the company that it had paid`)."""
    for kid in kids:
        if kid.dep in ("prep", "agent") and kid.lower in ("by", "from"):
            for inner in sentence.children_of(kid.i, "pobj"):
                return find_marked(sentence, inner.i)
    return None


def _find_claimed(verb: int, marks: Sequence[Token]) -> int:
    """The clause that is claimed, where the parse takes it for the subject of what became of the claim.

    `Norway's claim that the ship sank was doubted`.
    """
    for kid in marks:
        if kid.dep in ("nsubj", "nsubjpass", "csubj", "csubjpass") and kid.pos == "VERB":
            return kid.i
    return verb


def _find_clause(hit: CueHit, kids: Sequence[Token]) -> int | None:
    sentence, verb = hit.sentence, hit.head
    best = None
    for kid in kids:
        if kid.dep == "ccomp" or (kid.dep == "parataxis" and kid.pos in VERBAL):
            if _is_infinitive(sentence, kid.i) and not any(sentence.children_of(kid.i, "mark")):
                continue
            if best is None or kid.i > verb:
                best = kid.i
        elif kid.dep in ("advcl", "xcomp", "acl", "relcl") and kid.i > verb and best is None:
            marks = [g.lower for g in sentence.children_of(kid.i, "mark", "advmod") if g.i < kid.i]
            if "that" in marks or "whether" in marks or (kid.dep == "advcl" and "if" in marks and hit.cue.act == "ask"):
                best = kid.i
    if best is None:
        # `claimed in a letter that no one was hurt`: the parse may hang the clause on the letter.
        nouns = (n for k in kids if k.dep == "prep" and k.i > verb for n in sentence.children_of(k.i, "pobj"))
        best = next((c for n in nouns if (c := find_marked(sentence, n.i)) is not None), None)
    return best


def _is_infinitive(sentence: Sentence, verb: int) -> bool:
    return any(kid.tag == "TO" for kid in sentence.children_of(verb, "aux"))


def _find_prepositional(hit: CueHit, kids: Sequence[Token]) -> tuple[str, list[Range]] | None:
    sentence = hit.sentence
    for kid in kids:
        if kid.dep in ("prep", "prt") and kid.i > hit.head and hit.takes(kid.lower):
            for inner in sentence.children_of(kid.i, "pobj", "pcomp"):
                if inner.label not in ("DATE", "TIME"):
                    last = sentence.subtree(inner.i).last
                    for other in kids:
                        if (
                            other.dep in ("xcomp", "ccomp", "advcl")
                            and other.i >= last
                            and _is_infinitive(sentence, other.i)
                        ):
                            last = sentence.subtree(other.i).last
                    return kid.lower, [Range(sentence.subtree(inner.i).first, last)]
    return None


def _find_written_to(sentence: Sentence, verb: int) -> Token | None:
    """Who got it: `said in a letter to the council`."""
    for preposition in sentence.children_of(verb, "prep"):
        for written in sentence.children_of(preposition.i, "pobj"):
            if preposition.lower == "in" and written.lemma in LETTERS:
                to = next((k for k in sentence.children_of(written.i, "prep") if k.lower == "to"), None)
                return next(sentence.children_of(to.i, "pobj"), None) if to else None
    return None


def _find_addressed(sentence: Sentence, verb: Token) -> Token | None:
    """`Asked why it sank, the minister said ...`: he was asked."""
    return next(sentence.children_of(verb.head, "nsubj"), None) if verb.dep == "advcl" else None


def find_addressee(hit: CueHit) -> Phrase | None:
    """Who is told: `told reporters`, `said to the council`, `was asked by` has its subject."""
    sentence = hit.sentence
    if hit.cue.pos == "noun":
        return None
    chosen = None
    if hit.passive and hit.cue.lemma in ADDRESSED:
        asked = _find_addressed(sentence, hit.token)
        chosen = next(sentence.children_of(hit.head, "nsubjpass"), asked)
    elif hit.cue.lemma in ADDRESSED:
        chosen = next((k for k in sentence.children_of(hit.head, "dobj", "dative") if k.i > hit.head), None)
        if chosen is None:
            for clause in sentence.children_of(hit.head, "ccomp"):
                if _is_infinitive(sentence, clause.i):
                    chosen = next(sentence.children_of(clause.i, "nsubj"), None)
    elif hit.takes("quote") and not hit.takes("to"):
        for kid in sentence.children_of(hit.head, "prep", "dative"):
            if kid.lower == "to" and kid.i > hit.head:
                chosen = next(sentence.children_of(kid.i, "pobj"), None)
        if chosen is None:
            chosen = _find_written_to(sentence, hit.head)
    if chosen is None or chosen.pos not in ("NOUN", "PROPN", "PRON"):
        return None
    span = trim_range(sentence, sentence.subtree(chosen.i))
    return Phrase(TokenRef(sentence.number, chosen.i), sentence.span(span))
