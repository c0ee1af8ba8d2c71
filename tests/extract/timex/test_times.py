"""Which words are time expressions, of which type; and the tense that they stand in."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coranto.extract.timex.patterns import load_patterns
from coranto.extract.timex.times import find_times
from coranto.extract.timex.words import class_number, cut_words, load_classes
from coranto.resolve.calendar import find_holiday
from coranto.resources import read_yaml
from tests.texts import parse


def find(text: str) -> list[tuple[str, str]]:
    return [(found.span.text, found.meaning.type) for found in find_times(parse(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The envoys met on 12 December 2023 in Vienna.", [("12 December 2023", "DATE")]),
        ("The envoys met on Sunday, Dec. 10, in Vienna.", [("Sunday, Dec. 10", "DATE")]),
        ("The treaty of 2023-12-12 was signed on 23/12/2023.", [("2023-12-12", "DATE"), ("23/12/2023", "DATE")]),
        ("He visited Ankara in October 1962.", [("October 1962", "DATE")]),
        (
            "Prices rose at the end of August and in early October.",
            [("the end of August", "DATE"), ("early October", "DATE")],
        ),
        ("He was arrested last May.", [("last May", "DATE")]),
        ("In February of last year the port closed.", [("February of last year", "DATE")]),
        ("The envoy left late Tuesday.", [("late Tuesday", "DATE")]),
        (
            "The envoy left on Wednesday morning and came back last night.",
            [("Wednesday morning", "TIME"), ("last night", "TIME")],
        ),
        ("At 2:30 p.m. on Friday the guns fell silent.", [("2:30 p.m. on Friday", "TIME")]),
        ("At noon Saturday the market opened.", [("noon Saturday", "TIME")]),
        ("In the 1990s and the late '80s the army ruled.", [("the 1990s", "DATE"), ("the late '80s", "DATE")]),
        ("In the 19th century a king ruled.", [("the 19th century", "DATE")]),
        ("The war began in the summer of 2014.", [("the summer of 2014", "DATE")]),
        ("Output fell in the third quarter and in Q3 2022.", [("the third quarter", "DATE"), ("Q3 2022", "DATE")]),
        ("Rebels seized the town two weeks ago.", [("two weeks ago", "DATE")]),
        ("It happened the day before yesterday.", [("the day before yesterday", "DATE")]),
        ("The strike lasted three days.", [("three days", "DURATION")]),
        ("A 16-hour flight followed.", [("16-hour", "DURATION")]),
        ("Over the last two weeks ten people fled.", [("the last two weeks", "DURATION")]),
        (
            "The council meets every Tuesday and twice a week in war.",
            [("every Tuesday", "SET"), ("twice a week", "SET")],
        ),
        ("They now rule; soon they will not.", [("now", "DATE"), ("soon", "DATE")]),
        ("Labor Day 2019 was long.", [("Labor Day 2019", "DATE")]),
        ("The 2016 election was close.", [("2016", "DATE")]),
    ],
)
def test_spans_are_noun_phrases_without_preposition(text, expected):
    assert find(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A 38-year-old man came.",
        "The man, 38 years old, came.",
        "He may go home.",
        "The minister, Theresa May, spoke.",
        "He paid $1,990 for it.",
        "It cost 2.35 dollars.",
        "The second man is here.",
        "They march and fall and spring.",
        "A quarter of the men fled.",
        "The score was 3:30.",
        "It earns $500 million a year.",
        "She wrote for the Sunday Times.",
        "Some 2016 people came.",
    ],
)
def test_what_only_looks_like_a_time_is_none(text):
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("The envoy arrived on Tuesday.", "past"),
        ("The envoy will leave on Friday.", "future"),
        ("The envoy plans to leave on Friday.", "future"),
        ("The talks are scheduled for Friday.", "future"),
        ("He said that he would resign on Friday.", "future"),
        ("The court had ruled on Monday.", "past"),
        ("The court meets on Monday.", "present"),
        ("He should have gone on Monday.", "past"),
    ],
)
def test_tense_is_that_of_the_clause(text, tense):
    assert [found.tense for found in find_times(parse(text))] == [tense]


def test_spans_stand_in_the_text_as_found():
    text = "On 4 March 2019 the bridge fell. The next day the mayor resigned, and two days later he fled."
    spans = [found.span for found in find_times(parse(text))]
    assert spans
    assert all(span.text == text[span.start : span.end] for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))


def test_every_expression_names_its_rule():
    rules = {name for name, _, _ in load_patterns()} | {"reference", "holiday"}
    found = find_times(parse("On Christmas Day he now rests, as he did on Monday."))
    assert {expression.rule for expression in found} == {"holiday", "reference", "weekday"} <= rules


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("12", ("n12", 12)),
        ("1990", ("year", 1990)),
        ("1,990", ("int", 1990)),
        ("1990s", ("decade", "1990")),
        ("21st", ("nth", 21)),
        ("14:30", ("time", (14, 30))),
        ("25:71", ("", None)),
        ("1/2", ("frac", 0.5)),
        ("45s", ("", None)),
    ],
)
def test_numbers_are_classed_by_shape_and_size(word, expected):
    assert class_number(word) == expected


def test_the_vocabulary_holds_no_word_twice_within_a_class_and_a_source():
    words = read_yaml("times/words.yaml")
    assert words.pop("source")
    assert all(isinstance(word, str) and word == word.lower() for names in words.values() for word in names)
    assert set(words) <= set(load_classes())


def test_the_phrases_are_known_values_and_rules_of_the_calendar():
    phrases = read_yaml("times/phrases.yaml")
    assert phrases["source"]
    assert set(phrases["references"]) == {"PRESENT_REF", "PAST_REF", "FUTURE_REF"}
    for name, rule in phrases["holidays"].items():
        assert rule[:4].isdigit() or find_holiday(rule, 2024) is not None, name


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=80))
def test_words_are_cut_where_they_stand(text):
    words = cut_words(text)
    assert len(words.classes) == len(words.values) == len(words.spans) == len(words.lower)
    assert [text[a:b].lower() for a, b in words.spans] == words.lower


def test_a_long_row_of_numbers_or_dates_is_read():
    assert len(find("Monday, " * 2000)) == 2000
    assert find("9" * 5000 + " years ago and one " + "one " * 3000) is not None
