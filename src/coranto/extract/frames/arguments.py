"""The arguments of a verb or an event noun, read from the dependencies: who stands in which slot.

Slots are logical, not grammatical: `subj` is the one who acts (the by-phrase of a passive, the one who controls an
infinitive, the noun before a participle), `obj` the one acted upon. Relations are those of the ClearNLP scheme that
the parse uses (Choi & Palmer 2012).
"""

from __future__ import annotations

from collections.abc import Iterable

from coranto.model.sentence import Sentence, Token
from coranto.model.span import Range

RELATIVE = frozenset({"who", "which", "that", "whom"})
CLAUSES = frozenset({"ROOT", "ccomp", "advcl", "relcl", "acl", "parataxis", "csubj", "csubjpass", "pcomp"})
NAMED = frozenset({"NORP", "GPE", "ORG", "PERSON", "LOC", "FAC"})
SUBJECT_CONTROL = frozenset(
    "agree promise threaten refuse offer decline vow pledge plan intend try attempt seek want hope begin start "
    "continue decide prepare fail manage use swear volunteer commit resolve aim wish expect".split()
)
MEANS = frozenset(
    "statement letter report resolution message bill law decree order petition tweet post announcement declaration "
    "article appeal call note comment remark speech memo editorial effort campaign operation offensive raid attack "
    "strike lawsuit complaint motion proposal deal agreement pact treaty policy plan video".split()
)
"""Nouns before a participle whose maker is the one who acts (`issued a letter urging`, `an operation targeting`)."""
UNDERGOING = frozenset({"have", "get", "see", "want", "find", "keep", "leave"})
ASIDE = frozenset({"under", "amid", "despite"})
"""Prepositions behind which a deed is no part of what the verb does (`announced a ban on goods under shipment`)."""
DEPTH = 6


def is_passive(sentence: Sentence, verb: int) -> bool:
    """Whether the verb stands in the passive, a bare past participle after its noun among them."""
    token = sentence.tokens[verb]
    if any(sentence.children_of(verb, "nsubjpass", "auxpass", "csubjpass")):
        return True
    if token.tag != "VBN":
        return False
    if token.dep in {"acl", "amod"} or any(sentence.children_of(verb, "agent")) or is_undergone(sentence, token):
        return True
    if token.dep == "conj" and not any(sentence.children_of(verb, "nsubj", "aux")):
        return is_passive(sentence, token.head)
    return False


def is_undergone(sentence: Sentence, token: Token) -> bool:
    """`had its embassy burnt`, `saw three men arrested`: a participle whose subject undergoes it."""
    if token.dep != "ccomp" or sentence.tokens[token.head].lemma not in UNDERGOING:
        return False
    return not any(sentence.children_of(token.i, "aux")) and any(sentence.children_of(token.i, "nsubj"))


def find_slot(sentence: Sentence, head: int, slot: str) -> tuple[int, ...]:
    """Head tokens of the phrases in a slot of a verb or noun, conjuncts among them, in order; empty where none."""
    verbal = sentence.tokens[head].pos in {"VERB", "AUX"}
    if slot == "subj":
        found = find_subject(sentence, head) if verbal else _find_noun_subject(sentence, head)
    elif slot == "obj":
        found = find_object(sentence, head) if verbal else ()
    elif slot == "iobj":
        found = tuple(token.i for token in sentence.children_of(head, "dative") if token.pos != "ADP")
        found = found or _find_prepositional(sentence, head, "to")
    elif slot == "poss":
        found = _find_possessors(sentence, head)
    elif slot == "whose":
        found = _find_possessed(sentence, head)
    elif slot == "comp-subj":
        found = _find_complement_subject(sentence, head)
    else:
        found = _find_prepositional(sentence, head, slot)
    return _spread(sentence, found)


def find_subject(sentence: Sentence, verb: int, depth: int = 0) -> tuple[int, ...]:
    """The one who acts: subject, by-agent, or the phrase that controls a verb without a subject of its own."""
    if depth > DEPTH:
        return ()
    if is_passive(sentence, verb):
        agents = [p.i for by in sentence.children_of(verb, "agent") for p in sentence.children_of(by.i, "pobj")]
        return tuple(agents)
    own = [_find_antecedent(sentence, token) for token in sentence.children_of(verb, "nsubj", "expl")]
    if own:
        return tuple(own)
    return _find_controller(sentence, verb, depth)


def _find_controller(sentence: Sentence, verb: int, depth: int) -> tuple[int, ...]:
    token = sentence.tokens[verb]
    head = sentence.tokens[token.head]
    if head.i == token.i:
        return ()
    if token.dep == "conj" and head.pos in {"VERB", "AUX"}:
        if is_passive(sentence, head.i) and not is_passive(sentence, verb):
            return find_object(sentence, head.i, depth + 1)
        return find_subject(sentence, head.i, depth + 1)
    if token.dep in {"acl", "relcl"} and head.pos in {"NOUN", "PROPN", "PRON"}:
        if token.tag == "VBG" and head.lemma not in MEANS:
            return (head.i,)
        return _find_possessors(sentence, head.i) or _find_noun_subject(sentence, head.i)
    if token.dep in {"xcomp", "ccomp", "advcl", "pcomp", "prep", "dep", "conj"}:
        governor = head
        while governor.pos not in {"VERB", "AUX"} and governor.head != governor.i:
            if governor.pos in {"NOUN", "PROPN"}:
                owners = _find_possessors(sentence, governor.i)
                if owners:
                    return owners
            governor = sentence.tokens[governor.head]
        if governor.pos not in {"VERB", "AUX"}:
            return ()
        if token.dep == "xcomp" and governor.lemma not in SUBJECT_CONTROL:
            objects = find_object(sentence, governor.i, depth + 1)
            if objects:
                return objects
        if token.dep == "pcomp" and head.lemma in {"of", "for", "from"}:
            objects = find_object(sentence, governor.i, depth + 1)
            if objects:
                return objects
        if is_passive(sentence, governor.i):
            return find_object(sentence, governor.i, depth + 1)
        return find_subject(sentence, governor.i, depth + 1)
    return ()


def find_object(sentence: Sentence, verb: int, depth: int = 0) -> tuple[int, ...]:
    """The one acted upon: direct object, passive subject, or the noun that a participle or relative clause modifies."""
    token = sentence.tokens[verb]
    if is_passive(sentence, verb):
        own = [_find_antecedent(sentence, t) for t in sentence.children_of(verb, "nsubjpass")]
        own = own or [t.i for t in sentence.children_of(verb, "nsubj")]
        if own:
            return tuple(own)
        if token.dep in {"acl", "amod"}:
            return (token.head,)
        if token.dep == "pcomp" and depth <= DEPTH:  # `died after being jailed`
            governor = sentence.tokens[token.head].head
            return find_subject(sentence, governor, depth + 1) if sentence.tokens[governor].pos == "VERB" else ()
        if token.dep in {"conj", "advcl", "xcomp", "ccomp"} and depth <= DEPTH and token.head != verb:
            head = token.head
            if sentence.tokens[head].pos in {"VERB", "AUX"}:
                if is_passive(sentence, head):
                    return find_object(sentence, head, depth + 1)
                return find_subject(sentence, head, depth + 1)
        return ()
    own = [_find_antecedent(sentence, t) for t in sentence.children_of(verb, "dobj", "oprd") if t.pos != "ADP"]
    if own:
        return tuple(own)
    if token.dep == "relcl" and any(sentence.children_of(verb, "nsubj")):
        subject = next(sentence.children_of(verb, "nsubj"))
        if subject.lower not in RELATIVE and not any(sentence.children_of(verb, "ccomp", "xcomp", "prep")):
            return (token.head,)
    return ()


def _find_antecedent(sentence: Sentence, token: Token) -> int:
    """The noun that a relative pronoun stands for; other words stand for themselves."""
    if token.lower not in RELATIVE or token.tag not in {"WDT", "WP", "IN"}:
        return token.i
    for clause in sentence.ancestors_of(token.i):
        if clause.dep == "relcl":
            return _find_nearer(sentence, token, clause.head)
    return token.i


def _find_nearer(sentence: Sentence, pronoun: Token, head: int) -> int:
    """For `who`, the person named right before it rather than the farther noun that the parse hung the clause on."""
    before = pronoun.i - 1
    while before > head and sentence.tokens[before].pos in {"PUNCT", "ADP"}:
        before -= 1
    near = sentence.tokens[before]
    named = near.pos == "PROPN" and near.label in {"PERSON", ""}
    return near.i if pronoun.lower == "who" and before > head and named else head


def _find_possessors(sentence: Sentence, noun: int) -> tuple[int, ...]:
    """Possessive, nationality adjective or name before a noun, or the group in a compound (`police raid`)."""
    owners = [t.i for t in sentence.children_of(noun, "poss")]
    owners += [
        t.i
        for t in sentence.children_of(noun, "amod", "compound", "nmod")
        if t.label in NAMED or (t.dep == "compound" and t.pos in {"NOUN", "PROPN"})
    ]
    return tuple(owners)


def _find_possessed(sentence: Sentence, noun: int) -> tuple[int, ...]:
    """Whose fate the noun tells: the possessor, or a person's name before it (`his arrest`, `the Kennedy murder`)."""
    near = sentence.children_of(noun, "poss", "compound", "nmod")
    return tuple(t.i for t in near if t.dep == "poss" or t.label == "PERSON")


def _find_noun_subject(sentence: Sentence, noun: int) -> tuple[int, ...]:
    """The subject of the verb that governs an event noun as its object (`Cuba launched an attack`)."""
    token = sentence.tokens[noun]
    if token.dep in {"acomp", "oprd"} and token.pos == "ADJ":  # `was reluctant to`, `grew angry over`
        return find_subject(sentence, token.head)
    governor = find_governor(sentence, noun)
    if governor is None:
        return ()
    return find_subject(sentence, governor)


def find_governor(sentence: Sentence, noun: int) -> int | None:
    """The verb of which the noun is the object, directly or through one preposition (`took part in the talks`)."""
    token = sentence.tokens[noun]
    for _ in range(2):
        if token.dep == "conj":
            token = sentence.tokens[token.head]
    if token.dep in {"dobj", "nsubjpass", "attr", "oprd"}:
        head = sentence.tokens[token.head]
    elif token.dep == "pobj":
        head = sentence.tokens[sentence.tokens[token.head].head]
        if sentence.tokens[token.head].lower in ASIDE:
            return None
        if head.pos == "NOUN" and head.dep == "dobj":
            head = sentence.tokens[head.head]
    elif token.dep == "acl":
        head = token
    else:
        return None
    return head.i if head.pos in {"VERB", "AUX"} else None


def _find_complement_subject(sentence: Sentence, verb: int) -> tuple[int, ...]:
    objects = find_object(sentence, verb)
    if objects:
        return objects
    for clause in sentence.children_of(verb, "ccomp", "xcomp", "advcl"):
        if clause.dep == "advcl" and not any(t.tag == "TO" for t in sentence.children_of(clause.i, "aux")):
            continue
        inner = [t.i for t in sentence.children_of(clause.i, "nsubj", "nsubjpass")]
        if inner:
            return tuple(inner)
    return ()


def _find_prepositional(sentence: Sentence, head: int, preposition: str) -> tuple[int, ...]:
    """Objects of a preposition under the head, under its object, or under the verb that carries the noun."""
    places = [head]
    if sentence.tokens[head].pos in {"VERB", "AUX"}:
        places += [t.i for t in sentence.children_of(head, "dobj", "prt", "advmod", "xcomp") if t.pos != "VERB"]
    else:
        if preposition == "by":  # `the expulsion of diplomats by Britain`: the parse hangs it on the diplomats
            places += [t.i for of in sentence.children_of(head, "prep") for t in sentence.children_of(of.i, "pobj")]
        governor = find_governor(sentence, head)
        if governor is not None:
            places.append(governor)
    for place in places:
        found = []
        for prep in sentence.children_of(place, "prep", "dative", "agent", "advmod", "prt"):
            if prep.lower == preposition or (preposition == "towards" and prep.lower == "toward"):
                found += [t.i for t in sentence.children_of(prep.i, "pobj")]
            else:  # `out of`, `from inside`: the second preposition hangs on the first
                for inner in sentence.children_of(prep.i, "prep"):
                    if inner.lower == preposition and prep.lower in {"out", "away", "together", "along"}:
                        found += [t.i for t in sentence.children_of(inner.i, "pobj")]
        if found:
            return tuple(found)
    return ()


def _spread(sentence: Sentence, heads: Iterable[int]) -> tuple[int, ...]:
    """The heads with their conjuncts, each once, in order of the sentence; dates are nobody."""
    found = {i for head in heads for i in sentence.conjuncts_of(head)}
    return tuple(
        sorted(
            i for i in found if sentence.tokens[i].pos != "VERB" and sentence.tokens[i].label not in {"DATE", "TIME"}
        )
    )


def find_clause(sentence: Sentence, head: int) -> Range:
    """The smallest clause around the head that reads by itself: its governing verb's subtree."""
    token = sentence.tokens[head]
    while token.head != token.i and not (
        token.dep in CLAUSES and token.pos in {"VERB", "AUX"} and token.dep != "xcomp"
    ):
        token = sentence.tokens[token.head]
    return sentence.subtree(token.i)


def find_phrase(sentence: Sentence, head: int) -> Range:
    """The noun phrase up to its head: determiners, numbers, adjectives, compounds and possessors before it."""
    first = head
    for child in sentence.children_of(head, "det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "predet"):
        edge = sentence.subtree(child.i)
        if child.i < head and edge.last <= head:
            first = min(first, edge.first)
    while first < head and sentence.tokens[first].pos in {"PUNCT", "SPACE"}:
        first += 1
    return Range(first, head + 1)
