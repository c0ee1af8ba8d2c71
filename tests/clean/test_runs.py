"""What a run of letters is parted into."""

from collections import Counter

import pytest

from coranto.clean.cuts import Beside
from coranto.clean.pieces import Surroundings
from coranto.clean.runs import split_word

HERE = frozenset(["Tamara", "Belsk", "Kremlin", "BBC", "Horvatinski", "Turkish", "House"])
ELSEWHERE = frozenset(["Lorin", "Quay House", "McHorva"])
AROUND = Surroundings(Counter(), HERE, ELSEWHERE, "They met at Harbour Court in Belsk.")


def part(word, around=AROUND, before="", after=""):
    cuts = split_word(word, around, Beside(before, after))
    return " ".join(word[start:end] for start, end in zip((0, *cuts), (*cuts, len(word)), strict=True))


PARTED = [
    "Tamara arrived",
    "Belsk where",
    "by Horvatinski",
    "the Kremlin said",
    "in Turkish politics",
    "on Friday",
    "BBC reports",
    "the BBC",
    "BBC Director",
    "Tamara Belsk",
    "Quay House",
    "Harbour Court",
    "President Obamson",
    "Lorin warned",
    "Russia is",
    "prisoners with",
]


@pytest.mark.parametrize("words", PARTED)
def test_words_run_together_are_parted(words):
    assert part(words.replace(" ", "")) == words


WHOLE = [
    "McCain", "DeVos", "YouTube", "iPhone", "eBay", "MacArthur", "JPMorgan", "McHorva", "alQaeda", "BuzzFeed",
    "Kremlinology", "Tamaras", "Obamacare", "thoughtcrimes", "Belskism", "NGOs", "ICBMs", "Azerbaijanis",
    "Blackwoodson", "Romanova", "TheBlaze", "PolitiFact", "ExxonMobil",
]  # fmt: skip


@pytest.mark.parametrize("word", WHOLE)
def test_a_word_or_a_name_stays_whole(word):
    assert part(word) == word


def test_a_name_of_no_list_ends_before_a_verb_only_after_another_name():
    around = Surroundings(Counter())
    assert part("Ushakovskystates", around) == "Ushakovskystates"
    assert part("Ushakovskystates", around, before="Dimitri") == "Ushakovsky states"


def test_what_the_article_has_so_twice_is_one_word():
    around = Surroundings(Counter({"QuayHouse": 2}), elsewhere=frozenset(["Quay House"]))
    assert part("QuayHouse", around) == "QuayHouse"


def test_what_the_article_mostly_has_apart_is_two():
    text = "The Quay House is old. The Quay House is new. The Quay House is shut."
    assert part("QuayHouse", Surroundings(Counter({"QuayHouse": 2}), text=text)) == "Quay House"


def test_a_word_that_makes_a_known_pair_with_the_one_before_is_a_name():
    around = Surroundings(Counter(), elsewhere=frozenset(["Quay Hill"]))
    assert part("Hilltrembled", around) == "Hilltrembled"
    assert part("Hillreacted", around, before="Quay") == "Hill reacted"


def test_a_small_word_that_leads_to_the_next_is_parted_from_a_common_one():
    for after in ("Belsk", "the", "1965"):
        assert part("Fishermenin", after=after) == "Fishermen in"
    assert part("Fishermenin", after="said") == "Fishermenin"
    assert part("Fishermenin") == "Fishermenin"


def test_a_common_word_after_an_article_is_no_surname():
    assert part("Basketsoon", before="our") == "Basket soon"
    assert part("Blanketreally", before="the") == "Blanket really"
    assert part("Blanketreally", before="Tamara") == "Blanketreally"


@pytest.mark.parametrize("words", ["Horvat Hospital", "Fishermen Committee", "Superior Tribunal"])
def test_an_institution_ends_a_name(words):
    assert part(words.replace(" ", "")) == words


def test_two_common_words_in_a_heading_are_parted_and_a_firm_is_not():
    assert part("CarefulWindows", before="Harbour") == "Careful Windows"
    assert part("CarefulWindows", after="Corp") == "CarefulWindows"
    assert part("CarefulWindows") == "CarefulWindows"


def test_a_surname_takes_its_suffix_and_a_state_its_short_given_name():
    assert part("LorinJr") == "Lorin Jr"
    assert part("TurkishIan", after="Horvatinski") == "Turkish Ian"
