"""The words that repairs go by."""

import pytest

from coranto.clean.words import load_compounding, load_glue, load_levels, load_mojibake, load_names


def test_common_words_have_a_lower_level_than_rare_ones():
    levels = load_levels()
    assert levels["house"] < levels["quay"] <= 70
    assert set(levels.values()) <= set(range(10, 71, 5))


@pytest.mark.parametrize("word", ["policetrucks", "cooperationaccording", "thecrowd"])
def test_glued_words_are_no_words(word):
    assert word not in load_levels()


def test_words_are_in_small_letters():
    assert all(word == word.lower() for word in load_levels())


def test_states_and_capitals_of_one_word_are_known_names():
    names = load_names()
    assert {"Norway", "Lima", "Chile"} <= names
    assert not {"New Zealand", "Oman City", ""} & names
    assert all(name.isalpha() for name in names)


@pytest.mark.parametrize("word", ["on", "no"])
def test_a_word_that_yaml_takes_for_a_truth_value_is_still_a_word(word):
    glue = load_glue()
    lists = [getattr(glue, name) for name in glue.__slots__]
    assert all(isinstance(entry, str) for entries in lists for entry in entries)
    assert any(word in entries for entries in lists)


def test_mojibake_is_what_a_misreading_makes_of_the_character():
    table = load_mojibake()
    for character in "’“é–":
        assert table[character.encode().decode("cp1252")] == character
    assert not any(found.isascii() or found == repaired for found, repaired in table.items())


def test_compounds_begin_and_end_with_words_of_the_list():
    firsts, lasts = load_compounding()
    assert "under" in firsts
    assert firsts != lasts
