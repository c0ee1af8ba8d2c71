"""What a text says twice."""

import pytest

from coranto.clean.paragraphs import find_paragraphs
from coranto.clean.repeats import find_repeats

LEAD = "The mayor of the town opened the new harbour on Monday."
BODY = "She had promised it for years. The new harbour can hold forty ships at a time, and more are to come."
PULL = "The new harbour can hold forty ships at a time"
TITLE = "New harbour opens at last"


def find(*paragraphs, title=None):
    text = "\n\n".join(paragraphs)
    return [text[first:last] for first, last in find_repeats(text, find_paragraphs(text), title)]


def test_the_second_of_two_equal_paragraphs_is_a_repeat():
    text = f"{LEAD}\n\n{BODY}\n\n{LEAD}"
    paragraphs = find_paragraphs(text)
    assert find_repeats(text, paragraphs, None) == [paragraphs[2]]


def test_in_a_list_many_of_whose_lines_stand_twice_only_the_title_repeats():
    course = [
        f"Walk {n} miles along the old sea wall" for n in ("two", "three", "four", "five", "six", "seven", "eight")
    ]
    assert find(LEAD, BODY, *course, TITLE, *course, *course, title=TITLE) == [TITLE]
    assert find(LEAD, BODY, *course[:2], *course[:2]) == course[:2]


def test_case_and_marks_do_not_make_a_paragraph_new():
    assert find(LEAD, BODY, LEAD.upper().rstrip(".") + "!") == [LEAD.upper().rstrip(".") + "!"]


def test_a_sentence_pulled_out_for_show_is_a_repeat_wherever_it_stands():
    assert find(LEAD, PULL, BODY) == [PULL]
    assert find(LEAD, BODY, PULL) == [PULL]


def test_the_title_repeats_only_below_the_first_paragraph():
    assert find(TITLE, LEAD, title=TITLE) == []
    assert find(LEAD, TITLE, BODY, title=TITLE) == [TITLE]


@pytest.mark.parametrize("paragraphs", [(), (LEAD,), (LEAD, BODY), ("He agreed.", LEAD, "He agreed.")])
def test_what_is_said_once_or_is_very_short_stays(paragraphs):
    assert find(*paragraphs) == []


def test_the_first_paragraph_is_never_left_out():
    assert PULL not in find(PULL, LEAD, BODY)
