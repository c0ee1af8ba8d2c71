"""Role nouns and titles."""

import pytest

from coranto.extract.roles import find_role, find_title, load_roles
from tests.texts import parse

ROLES = [
    ("The minister left.", "minister", "minister", "GOV"),
    ("The prime minister left.", "minister", "prime minister", "GOV"),
    ("The chief of staff left.", "chief", "chief of staff", None),
    ("Soldiers left.", "Soldiers", "Soldiers", "MIL"),
    ("The rebels left.", "rebels", "rebels", "REB"),
    ("The judges left.", "judges", "judges", "JUD"),
]


@pytest.mark.parametrize(("text", "word", "words", "sector"), ROLES)
def test_the_longest_role_phrase_at_its_head_tells_the_sector(text, word, words, sector):
    (sentence,) = parse(text)
    role, tokens = find_role(sentence, next(t.i for t in sentence.tokens if t.text == word))
    assert sentence.words(tokens) == words
    assert sector is None or role.sector == sector


@pytest.mark.parametrize("word", ["harbour", "left", "The"])
def test_any_other_word_is_no_role(word):
    (sentence,) = parse("The harbour left.")
    assert find_role(sentence, next(t.i for t in sentence.tokens if t.text == word)) is None


TITLES = [
    ("Prime Minister Anna Lind left.", "Anna", "Prime Minister"),
    ("Fisheries Minister Anna Lind left.", "Anna", "Fisheries Minister"),
    ("Former President Anna Lind left.", "Anna", "Former President"),
    ("Gen. Anna Lind left.", "Anna", "Gen."),
    ("Yesterday Anna Lind left.", "Anna", None),
    ("Anna Lind left.", "Anna", None),
]


@pytest.mark.parametrize(("text", "word", "title"), TITLES)
def test_a_title_ends_right_before_the_name(text, word, title):
    (sentence,) = parse(text)
    found = find_title(sentence, next(t.i for t in sentence.tokens if t.text == word))
    assert (found and sentence.words(found)) == title


def test_every_role_is_found_under_its_head_and_longer_ones_first():
    for head, roles in load_roles().items():
        assert all(role.words[role.head] == head for role in roles)
        lengths = [len(role.words) for role in roles]
        assert lengths == sorted(lengths, reverse=True)
