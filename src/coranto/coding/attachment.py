"""Which clause a time, place or amount belongs to: how far, in steps up the tree, it stands from an event.

An expression has a host, the verb or event noun that it hangs on. An event has a reach: the words whose circumstances
are its own too, each with a cost (`came and met`: met shares those of came; `launched raids, detaining five`; `the
attacks that killed 130`). A verb of speech shares nothing with what is said, nor a plan with what is planned.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from coranto.coding.clauses import find_promise
from coranto.coding.clauses import load_cues as load_factuality_cues
from coranto.extract.frames.lexicon import load_predicates
from coranto.extract.frames.predicates import Predicate
from coranto.extract.roles import find_role
from coranto.extract.speech.cues import load_cues
from coranto.model.sentence import Sentence, Token
from coranto.model.span import Range
from coranto.model.values import Place, Quantity, Time

FAR = 1000
VERBAL = frozenset({"VERB", "AUX"})
NOMINAL = frozenset({"NOUN", "PROPN"})
MODIFIERS = frozenset({"compound", "nummod", "amod", "poss", "nmod"})
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
SHARING_MARKS = frozenset({"as", "when", "while", "after", "where", "whereupon"})
PERCEPTION = frozenset({"see", "watch", "hear", "have", "leave", "find", "involve"})
OCCASIONS = frozenset(
    "election vote referendum war conference anniversary speech interview poll debate crisis revolution season "
    "campaign deadline deal accord agreement report budget law treaty".split()
)
"""Nouns with a date of their own, beside the lexicon's event nouns."""
HOLDING = frozenset({"in", "at", "during", "with", "by", "for", "on", "after", "through", "to", "into", "of"})
"""Prepositions that tie an event noun to the event of its verb (`met for talks`)."""
OUTSIDE = frozenset({"by", "until", "till", "before", "after", "through"})
"""Prepositions whose date bounds an event, but is not its own."""
MEANS = frozenset({"by", "in", "with", "while", "after", "when", "upon"})
"""Prepositions whose clause shares the circumstances of the one above (`by firing`), unlike a reason (`for firing`)."""
VERBAL_TYPES = frozenset({"ACCUSE", "SUPPORT", "REQUEST", "REJECT", "AGREE", "THREATEN", "CONCEDE"})
DOCUMENTS = frozenset("deal accord agreement report budget law treaty resolution deadline anniversary".split())
"""Those whose date is never that of what happens to them."""
UNDONE = frozenset({"future", "possible"})
"""Effects of control verbs that put their complement ahead."""
PLACED = frozenset({"in", "at", "near", "outside", "inside"})
"""Prepositions that tell where someone is met, wherever the parse hangs them (`met the envoy in Lima`)."""
UNPLACED = frozenset({"with", "between", "against", "for", "about", "than", "like"})
"""Prepositions of those who take part."""
ENTERED = frozenset({"CONSULT", "RETREAT", "MOBILIZE", "ASSAULT", "COERCE"})
"""Types whose object may be the country where they happen (`visited Peru`)."""
STEPS = 6


@cache
def _list_dated_nouns() -> frozenset[str]:
    return OCCASIONS | load_predicates().nouns.keys()


@cache
def _list_speech() -> frozenset[str]:
    """Verbs whose complement is said, thought, asked or planned rather than done; not `began to`, `tried to`."""
    said = {lemma for pos, lemma in load_cues() if pos == "verb"}
    rows = (row for rows in load_predicates().control.values() for row in rows)
    planned = {row.head for row in rows if row.type is not None or row.effect in UNDONE}
    return frozenset(said | planned)


def select_within[T: (Time, Place, Quantity)](records: Sequence[T], sentence: Sentence) -> Sequence[T]:
    """Those of the records, which stand in order of the text, that begin in the sentence."""
    first = bisect_left(records, sentence.start, key=lambda record: record.span.start)
    last = bisect_left(records, sentence.end, lo=first, key=lambda record: record.span.start)
    return records[first:last]


def is_dated(noun: Token) -> bool:
    """Whether the noun tells of an event, which has a date and amounts of its own."""
    return noun.lemma in _list_dated_nouns()


def find_head(sentence: Sentence, tokens: Range) -> int:
    """The token of the expression that hangs on a word outside it."""
    return next(
        (i for i in range(tokens.first, tokens.last) if not tokens.holds(sentence.tokens[i].head)), tokens.last - 1
    )


def find_reach(sentence: Sentence, predicate: Predicate) -> dict[int, int]:
    """The words whose circumstances are the event's, by token number, with their cost."""
    reach = {predicate.head: 0}
    verb = sentence.tokens[predicate.head]
    if predicate.light is not None:
        verb = sentence.tokens[predicate.light]
        reach[verb.i] = 0
    elif verb.pos not in VERBAL:
        governor = _find_governor(sentence, verb, reach)
        if governor is None:
            return reach
        verb = governor
        reach[verb.i] = 1
    _spread_down(sentence, verb, reach)
    _climb(sentence, verb, reach)
    sayer = _find_sayer(sentence, predicate, verb)
    if sayer is not None:
        reach.setdefault(sayer.i, 2)
    return reach


def _find_sayer(sentence: Sentence, predicate: Predicate, verb: Token) -> Token | None:
    """The verb of saying that does the event: `said on Friday that it would not agree`, `..., accusing Chile`."""
    clause = verb
    if verb.dep == "advcl" and verb.tag == "VBG" and predicate.entry.type in VERBAL_TYPES:
        clause = sentence.tokens[verb.head]
    elif find_promise(sentence, predicate, verb) is None:
        return None
    head = sentence.tokens[clause.head]
    return head if clause.dep == "ccomp" and head.lemma in load_factuality_cues().reporting else None


def _find_governor(sentence: Sentence, noun: Token, reach: dict[int, int]) -> Token | None:
    """The verb under which the event noun stands, where it shares its circumstances; its own clauses come along."""
    for clause in sentence.children_of(noun.i, "relcl", "acl"):
        reach.setdefault(clause.i, 1)
    top = noun
    while top.dep in {"conj", "appos"} and sentence.tokens[top.head].pos in NOMINAL:
        top = sentence.tokens[top.head]
    governor = sentence.tokens[top.head]
    if top.dep == "pobj" and governor.lower in HOLDING:
        governor = sentence.tokens[governor.head]
    if governor.pos not in VERBAL or governor.i == noun.i or governor.lemma in _list_speech():
        return None
    return governor


def _spread_down(sentence: Sentence, verb: Token, reach: dict[int, int]) -> None:
    """Later verbs of the same subject: `were arrested and charged on Wednesday`."""
    for number in sentence.conjuncts_of(verb.i):
        other = sentence.tokens[number]
        if number > verb.i and other.pos in VERBAL and not any(sentence.children_of(number, *SUBJECTS)):
            reach.setdefault(number, reach[verb.i] + 1)
    for clause in sentence.children_of(verb.i, "advcl"):
        if clause.i > verb.i and any(
            t.lower in SHARING_MARKS for t in sentence.children_of(clause.i, "mark", "advmod")
        ):
            reach.setdefault(clause.i, reach[verb.i] + 3)


def _climb(sentence: Sentence, verb: Token, reach: dict[int, int]) -> None:
    cost = reach[verb.i]
    for _ in range(STEPS):
        head = sentence.tokens[verb.head]
        step = _measure_step(sentence, verb, head)
        if head.i == verb.i or step == FAR:
            return
        cost += step
        if head.pos not in VERBAL:
            reach.setdefault(head.i, cost)
            governor = next((t for t in sentence.ancestors_of(head.i) if t.pos in VERBAL), None)
            if governor is None or verb.tag != "VBG" or verb.dep == "relcl":
                return
            head = governor
            cost += 1
        reach.setdefault(head.i, cost)
        verb = head


def _measure_step(sentence: Sentence, verb: Token, head: Token) -> int:
    """What it costs to share the circumstances of the clause above, FAR where that is another matter."""
    tags = {t.tag for t in sentence.children_of(verb.i, "aux")}
    match verb.dep:
        case "conj":
            return 1
        case "advcl":
            marks = {t.lower for t in sentence.children_of(verb.i, "mark", "advmod")}
            sharing = not any(sentence.children_of(verb.i, "mark")) or bool(marks & SHARING_MARKS)
            return 2 if sharing and "MD" not in tags else FAR
        case "xcomp":
            return FAR if head.lemma in _list_speech() else 1
        case "ccomp":
            return 2 if head.lemma in PERCEPTION else FAR
        case "acl" | "relcl":
            return 1
        case "pcomp":
            return 1 if head.lower in MEANS else FAR
        case "prep":
            return 1
    return FAR


def measure_time(sentence: Sentence, tokens: Range, predicate: Predicate, reach: dict[int, int]) -> int:
    """The cost of taking the time expression for the event's; FAR where it dates something else."""
    token = sentence.tokens[find_head(sentence, tokens)]
    if token.i in reach and token.i != predicate.head:
        return reach[token.i]
    if sentence.tokens[token.head].lower in OUTSIDE:
        return FAR
    passed = 0
    for ancestor in sentence.ancestors_of(token.i):
        if ancestor.i in reach:
            return reach[ancestor.i] + passed
        if ancestor.pos in VERBAL:
            return FAR
        if ancestor.pos in NOMINAL:
            passed += 1
            if token.dep in MODIFIERS or ancestor.lemma in _list_dated_nouns():
                if not _lends_its_date(sentence, ancestor, token, predicate):
                    return FAR
                passed += 2 * (ancestor.dep != "pobj")
        token = ancestor
    return FAR


def _lends_its_date(sentence: Sentence, noun: Token, child: Token, predicate: Predicate) -> bool:
    """Whether the noun's date is also the clause's: `during a call on Friday`, `launched the hearing Wednesday`."""
    preposition = sentence.tokens[noun.head].lower
    if noun.dep == "pobj" and preposition in {"during", "at", "in"}:
        return noun.lemma in _list_dated_nouns() and noun.lemma not in DOCUMENTS
    late = child.i > noun.i and child.dep in {"npadvmod", "prep"}
    return late and noun.dep == "dobj" and predicate.entry.type not in VERBAL_TYPES


def measure_place(sentence: Sentence, place: Place, predicate: Predicate, reach: dict[int, int]) -> int:
    """The cost of taking the place for the event's; FAR where it tells where something else is."""
    token = sentence.tokens[find_head(sentence, sentence.tokens_in(place.span))]
    if token.i in reach and token.i != predicate.head:
        return reach[token.i]
    country = place.resolution == "country"
    if _takes_part(sentence, token, place, predicate):
        return FAR
    passed = 0
    for ancestor in sentence.ancestors_of(token.i):
        if country and token.dep in MODIFIERS - {"poss"}:
            return FAR
        if ancestor.i in reach:
            return reach[ancestor.i] + passed
        if ancestor.pos in VERBAL:
            return FAR
        if ancestor.label == "PERSON" or _is_office(sentence, ancestor):
            if token.dep != "prep" or token.lower not in PLACED:
                return FAR
            passed += 1
        if ancestor.pos in NOMINAL:
            if predicate.entry.type in VERBAL_TYPES and ancestor.lemma in _list_dated_nouns():
                return FAR
            passed += 1
        token = ancestor
    return FAR


def _takes_part(sentence: Sentence, token: Token, place: Place, predicate: Predicate) -> bool:
    """Whether the place is named as one who acts or is acted upon: `Peru attacked`, `expelled from talks with Peru`."""
    if token.dep == "pobj":
        return sentence.tokens[token.head].lower in UNPLACED
    if place.resolution not in {"country", "unknown"}:
        return False
    if token.dep in SUBJECTS:
        return True
    return token.dep == "dobj" and (place.resolution == "unknown" or predicate.entry.type not in ENTERED)


def _is_office(sentence: Sentence, noun: Token) -> bool:
    """Whether the noun is a title, whose place is where it is held: `the ambassador to Libya`."""
    if noun.pos not in NOMINAL:
        return False
    found = find_role(sentence, noun.i)
    return found is not None and found[0].title
