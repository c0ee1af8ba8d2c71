"""What the clause makes of a predicate."""

import pytest

from coranto.extract.frames.predicates import find_predicates
from coranto.extract.frames.rereadings import reread
from texts import parse

CASES = [
    ("Peru would not agree to the terms.", "agree", "REJECT"),
    ("Peru agreed to the terms.", "agree", "AGREE"),
    ("The ministry will not cooperate with Chile.", "cooperate", "REJECT"),
    ("The ministry cooperates with Chile.", "cooperate", "COOPERATE"),
    ("Norway warned that Peru had sent tanks to the border.", "warn", "ACCUSE"),
    ("Norway warned of Peru moving tanks to the border.", "warn", "ACCUSE"),
    ("Norway warned that it would close the border.", "warn", "THREATEN"),
    ("Norway warned Peru.", "warn", "THREATEN"),
    ("The senator attacked the governor in a speech.", "attack", "ACCUSE"),
    ("Rebels attacked the governor with rockets.", "attack", "ASSAULT"),
    ("Soldiers attacked the village.", "attack", "ASSAULT"),
]


@pytest.mark.parametrize(("text", "lemma", "kind"), CASES)
def test_the_clause_decides_what_is_done(text, lemma, kind):
    (sentence,) = parse(text)
    predicate = next(p for p in find_predicates([sentence]) if sentence.tokens[p.head].lemma == lemma)
    assert reread(sentence, predicate).entry.type == kind


def test_what_is_refused_is_refused_indeed():
    (sentence,) = parse("Peru would not agree to the terms.")
    (predicate,) = (p for p in find_predicates([sentence]) if p.entry.head == "agree")
    assert reread(sentence, predicate).effects[-1:] == ("negative",)


@pytest.mark.parametrize("text", ["Police held the alleged spy.", "The suspected thief ran.", "A planned tour began."])
def test_a_participle_that_only_qualifies_is_no_event(text):
    assert {p.entry.head for p in find_predicates(parse(text))} & {"allege", "suspect", "plan"} == set()
