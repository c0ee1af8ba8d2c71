"""Names that stand by themselves."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coranto.clean.names import collect_names

COLLECTED = [
    ("The mayor met Horvatinski there.", {"Horvatinski"}),
    ("Then Irina Belsk’s ship left.", {"Irina", "Belsk", "Irina Belsk"}),
    ("The NATO envoy, McHorva, left.", {"NATO"}),
    ("They say the White House is shut.", {"White", "House", "White House"}),
    ("In Lima McDonald met McHorva, and McHorva left.", {"Lima", "McHorva"}),
]


@pytest.mark.parametrize(("text", "names"), COLLECTED)
def test_capitalised_words_within_a_sentence_are_names(text, names):
    assert collect_names(text) == names


LEFT = [
    "Harbours are shut. Ships wait.",
    "In fact The mayor left.",
    "He met Horvatinskiwhere she stood.",
    "He met IrinaBelsk there.",
    "See the Horvatinski.org page, the @Horvatinski page and Horvatinski7.",
]


@pytest.mark.parametrize("text", LEFT)
def test_what_may_be_another_word_shows_nothing(text):
    assert collect_names(text) == frozenset()


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=200))
def test_every_name_is_of_the_text(text):
    assert all(name in text and name[0].isupper() for name in collect_names(text))
