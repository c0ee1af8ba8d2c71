"""Words run together."""

import pytest

from coranto.clean.glued import find_glued

PLAIN = "The mayor of the town left the old harbour on Monday with her friends. "


def read(text, blocked=()):
    return [(text[start:end], repaired) for start, end, repaired, *_ in find_glued(text, blocked)]


SPLIT = [
    ("talks on a cooperationaccording to the mayor", "cooperation according"),
    ("five policetrucks came", "police trucks"),
    ("the officialsThe crowd", "officials The"),
]


@pytest.mark.parametrize(("text", "repaired"), SPLIT)
def test_two_words_that_are_glued_are_parted(text, repaired):
    assert read(PLAIN + text) == [(repaired.replace(" ", ""), repaired)]


WHOLE = ["waterfront", "NATO", "YouTube", "livestreams", "Petrenkos", "photographic", "underestimate", "eyewitness"]


@pytest.mark.parametrize("word", WHOLE)
def test_a_word_is_left_whole(word):
    assert read(f"{PLAIN}They saw the {word} there.") == []


@pytest.mark.parametrize("found", ["@policetrucks", "policetrucks.org", "policetrucks7", "a-policetrucks"])
def test_addresses_and_parts_of_longer_words_are_left(found):
    assert read(f"{PLAIN}They saw {found} there.") == []


def test_what_the_article_writes_twice_is_no_slip():
    assert read(f"{PLAIN}The policetrucks came. Two policetrucks left.") == []


def test_furniture_is_left():
    text = f"{PLAIN}The policetrucks came."
    start = text.index("policetrucks")
    assert read(text)
    assert read(text, [(start, start + 12)]) == []


def test_a_text_of_another_language_is_left():
    assert read("Der Bürgermeister verließ gestern mit seinen policetrucks den alten Hafen der schönen Stadt.") == []


def test_the_name_that_signs_a_post_as_its_account_does_is_left():
    assert read(f"{PLAIN}They saw it — HarbourOfficials (@HarbourOfficials) on Monday.") == []
    assert read(f"{PLAIN}They met HarbourOfficials (@quay) on Monday.") != []
