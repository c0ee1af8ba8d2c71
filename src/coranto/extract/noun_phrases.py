"""Noun phrases that may stand for someone: where they begin and end, and whether a person or a thing is meant."""

from __future__ import annotations

from coranto.extract.labels import KINDS
from coranto.extract.roles import RoleNoun, find_role
from coranto.model.sentence import Sentence, Token
from coranto.model.span import Range

CROWDS = frozenset({"hundred", "thousand", "million", "dozen", "score"})
THINGS = frozenset(
    "board body unit side website site store shop network brand fleet industry business channel service source host "
    "successor predecessor family ring".split()
)
"""Nouns that name someone only where they act or own: `the board decided`, but `on board`, `the side of the house`."""
MEMBERS = frozenset({"director", "directors", "trustee", "trustees", "governors", "regents"})
DEVICES = frozenset("media music video record cd dvd mp3 portable digital audio".split())
ACTING = frozenset({"nsubj", "agent", "poss", "conj", "appos"})
DOERS = frozenset({"GOV", "MIL", "COP", "REB", "UAF"})
"""Sectors of those who act in a compound (`police raid`, `rebel attack`); a `court hearing` only has its place."""
POSTMODIFIERS = frozenset({"of", "for", "to"})
MODIFIERS = frozenset({"amod", "compound", "nmod"})


def means_thing(sentence: Sentence, token: Token, role: RoleNoun) -> bool:
    """`the side of the house`, `a music player`: a noun that may name someone, but not here."""
    word = role.words[role.head]
    if word == "player":
        return any(t.lower in DEVICES for t in sentence.children_of(token.i, "amod", "compound", "nmod"))
    if _is_hyphenated(sentence, token):
        return True
    if word in MEMBERS and token.dep == "pobj":
        outer = sentence.tokens[sentence.tokens[token.head].head]
        return sentence.tokens[token.head].lower == "of" and outer.lemma == "board"
    if word not in THINGS or len(role.words) > 1:
        return False
    if word == "board" and any(
        noun.lower in MEMBERS for of in sentence.children_of(token.i, "prep") for noun in sentence.children_of(of.i)
    ):
        return False
    for _ in range(5):
        if token.dep != "conj":
            break
        token = sentence.tokens[token.head]
    if token.dep in {"nsubj", "nsubjpass"}:
        return sentence.tokens[token.head].pos != "VERB"
    if token.dep == "pobj":
        before = sentence.tokens[token.head]
        return before.dep != "agent" and sentence.tokens[before.head].lower != "according"
    return token.dep not in ACTING


def _is_hyphenated(sentence: Sentence, token: Token) -> bool:
    """`state` in `state-owned`: a part of an adjective."""
    after = token.i + 2
    if after >= len(sentence.tokens) or sentence.tokens[token.i + 1].text != "-":
        return False
    return token.end == sentence.tokens[token.i + 1].start and sentence.tokens[after].tag in {"VBN", "VBG"}


def find_left(sentence: Sentence, head: int) -> int:
    """Where the noun phrase of the head begins: its modifiers on the left, without a clause or a comma."""
    first = head
    for child in reversed(sentence.children[head]):
        if child > head:
            continue
        token = sentence.tokens[child]
        if token.dep not in {"det", "amod", "compound", "nmod", "poss", "nummod", "predet", "quantmod", "advmod"}:
            break
        edge = sentence.edges[child]
        if edge.last < first and any(sentence.tokens[k].dep != "punct" for k in range(edge.last, first)):
            break
        first = min(first, edge.first)
    while first < head and sentence.tokens[first].pos in {"PUNCT", "CCONJ", "SCONJ"}:
        first += 1
    return first


def find_right(sentence: Sentence, head: int) -> int:
    """Where it ends: a phrase with `of`, `for` or `to` right after it belongs to it."""
    last = head + 1
    for child in sentence.children[head]:
        token = sentence.tokens[child]
        if child == last and token.dep == "prep" and token.lower in POSTMODIFIERS:
            edge = sentence.edges[child].last
            stop = next((k for k in range(child + 1, edge) if _cuts(sentence, k)), edge)
            if stop > child + 1:
                last = stop
    return last


def _cuts(sentence: Sentence, token: int) -> bool:
    t = sentence.tokens[token]
    return t.text in {",", ";", ":", "(", "—", "–"} or t.dep in {"relcl", "acl", "appos"} or t.tag in {"WDT", "WP"}


def modifies_person(sentence: Sentence, token: Token, role: RoleNoun) -> bool:
    """`police` in `police officers` is part of the description; in `a police raid` it is a party of its own."""
    head = sentence.tokens[token.head]
    if head.pos not in {"NOUN", "PROPN"}:
        return False
    if token.dep != "compound" or role.sector not in DOERS or head.label in KINDS:
        return True
    return find_role(sentence, head.i) is not None


def counts_people(sentence: Sentence, token: int) -> bool:
    """`thousands`, `21` as someone who does or suffers something, with no word for what is counted."""
    t = sentence.tokens[token]
    if t.dep not in {"nsubj", "nsubjpass"} or t.label not in {"", "CARDINAL"}:
        return False
    if t.lemma not in CROWDS and (t.pos != "NUM" or t.lower == "one" or t.label != "CARDINAL"):
        return False
    governor = sentence.tokens[t.head]
    after = find_end_of_number(sentence, token)
    return governor.pos == "VERB" and (after == len(sentence.tokens) or sentence.tokens[after].lower != "of")


def find_end_of_number(sentence: Sentence, token: int) -> int:
    """Where it ends, with the numbers that `of` leads to (`hundreds of thousands`)."""
    last = token + 1
    while (
        last + 1 < len(sentence.tokens)
        and sentence.tokens[last].lower == "of"
        and sentence.tokens[last + 1].lemma in CROWDS
    ):
        last += 2
    return last


def find_head(sentence: Sentence, tokens: Range) -> int:
    """The head of a name: its last word that is governed from outside."""
    for i in range(tokens.last - 1, tokens.first - 1, -1):
        token = sentence.tokens[i]
        if (not tokens.holds(token.head) or token.head == i) and token.pos != "PUNCT" and token.tag != "POS":
            return i
    return tokens.last - 1
