"""Whom pronouns stand for."""

import pytest

from tests.resolve.casts import cast_of

STANDS = [
    ("Anna Lind left Bergen. She was ill.", "She", "Anna Lind"),
    ("Erik Dahl left Bergen because he was ill.", "he", "Erik Dahl"),
    ("Erik Dahl met Anna Lind. She praised the plan.", "She", "Anna Lind"),
    ("Anna Lind met Erik Dahl. He praised the plan.", "He", "Erik Dahl"),
    ("Anna Lind sold her ship.", "her", "Anna Lind"),
    ("The captain who met Anna Lind has left.", "who", "captain"),
    ("Norway closed its harbours.", "its", "Norway"),
    ("The rebels said they would leave.", "they", "rebels"),
    ("The rebels fired two shots at a car that approached them.", "them", "rebels"),
    ("Norway sent ships. It has two thousand soldiers.", "It", "Norway"),
    ("Anna Lind hurt herself.", "herself", "Anna Lind"),
    ("“I am ill,” Anna Lind said.", "I", "Anna Lind"),
    ("Erik Dahl left. The spokeswoman Anna Lind He reported a delay.", "He", "Anna Lind"),
    ("Anna Lind said: “We will rebuild it, and I will pay.”", "I", "Anna Lind"),
]


def bearer(text, word):
    """The name of the entity that has this word, standing by itself, among its mentions; None where none has."""
    names = [e.name for e in cast_of(text).entities if word in {m.text for m in e.mentions}]
    assert len(names) < 2
    return names[0] if names else None


@pytest.mark.parametrize(("text", "word", "name"), STANDS)
def test_a_pronoun_stands_for_the_one_who_fits(text, word, name):
    assert name in (bearer(text, word) or "")


NOBODY = [
    ("Erik Dahl left. Norway denied it, although he admitted a delay.", "he"),
    ("It rained in Bergen.", "It"),
    ("He was ill.", "He"),
    ("The ship left Bergen. She was ill.", "She"),
    ("Norway left. He was ill.", "He"),
    ("It is clear that Norway will leave.", "It"),
    ("Norway bought two ships. It is expected that they will sail.", "It"),
    ("Norway leads the pact. The treaty is the first of its kind.", "its"),
    ("Farmers met in Bergen. Norway buys the ships and then leases them.", "them"),
    ("Bergen Motors sells the Fjord 900 truck. The truck is red. It has six wheels.", "It"),
    ("Apple unveiled the MacBook Nova. The MacBook Nova is thin. It comes in red.", "It"),
]


@pytest.mark.parametrize(("text", "word"), NOBODY)
def test_where_nobody_fits_a_pronoun_stands_for_nobody(text, word):
    assert bearer(text, word) is None


def test_a_pronoun_does_not_reach_back_without_end():
    far = "Anna Lind left. " + "The rain fell for days. " * 6 + "She was ill."
    assert bearer(far, "She") is None


def test_the_object_of_a_clause_is_not_its_subject():
    assert bearer("Anna Lind and Berit Dahl fought. Anna Lind hit her.", "her") != "Anna Lind"
