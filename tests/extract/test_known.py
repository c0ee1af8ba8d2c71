"""The names that are known beforehand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coranto.extract.known import find_known, fold, fold_words, load_by_key, load_known, match_known
from tests.texts import parse

NAMES = [
    ("Norway", "state:NOR", "name"),
    ("the Norwegian", "state:NOR", "adjective"),
    ("Norwegians", "state:NOR", "demonym"),
    ("Oslo", "state:NOR", "capital"),
    ("the Kremlin", "state:RUS", "metonym"),
    ("U.S.", "state:USA", "name"),
    ("US", "state:USA", "name"),
]


@pytest.mark.parametrize(("text", "key", "use"), NAMES)
def test_every_way_to_name_a_state_leads_to_it(text, key, use):
    known = find_known(text)
    assert (known.key, known.use) == (key, use)


@pytest.mark.parametrize("text", ["", "the", "Nowhereland", "us", "who", "Norway Spruce"])
def test_what_only_looks_like_a_name_is_none(text):
    assert find_known(text) is None


TOLD = [
    ("He told us about it.", "us", None),
    ("The US left.", "US", "state:USA"),
    ("The U.S. left.", "U.S.", "state:USA"),
    ("A turkey ran.", "turkey", None),
    ("Turkey left.", "Turkey", "state:TUR"),
    ("South Korea left.", "South", "state:KOR"),
]


@pytest.mark.parametrize(("text", "word", "key"), TOLD)
def test_a_name_is_matched_as_it_is_written(text, word, key):
    (sentence,) = parse(text)
    folded = [fold(t.text) for t in sentence.tokens]
    known = match_known(sentence, folded, next(t.i for t in sentence.tokens if t.text == word))
    assert (known and known.key) == key


def test_the_longest_name_wins():
    for entries in load_known().values():
        lengths = [len(entry.words) for entry in entries]
        assert lengths == sorted(lengths, reverse=True)


def test_an_entity_bears_the_name_of_its_first_entry():
    by_key = load_by_key()
    assert by_key["state:NOR"].name == "Norway"
    assert all(entry.key == key and entry.use == "name" for key, entry in by_key.items())


@settings(max_examples=80, deadline=None, derandomize=True)
@given(st.sampled_from(["Málaga", "U.S.", "O’Hara", "São Tomé"]) | st.text(min_size=1, max_size=8))
def test_folding_twice_folds_no_more(word):
    assert fold(fold(word)) == fold(word)


def test_accents_case_and_points_do_not_tell_names_apart():
    assert fold_words("Côte d’Ivoire") == fold_words("COTE D'IVOIRE")
    assert fold_words("U.S.") == ("us",)
