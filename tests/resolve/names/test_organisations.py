import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coranto.resolve.names.comparison import compare_bodies

SAME = [
    ("Peruvian Ministry of Health", "Ministerio de Salud del Perú", "ministry"),
    ("Norwegian Foreign Ministry", "Ministry of Foreign Affairs of Norway", "ministry"),
    ("МИД Польши", "Polish Foreign Ministry", "ministry"),
    ("Министерство обороны Польши", "Polish Defense Ministry", "ministry"),
    ("Ministry of Foreign Affairs and Trade of Hungary", "Hungarian Foreign Ministry", "part"),
    ("Kolosov Steel AG", "Kolosov Steel", "same"),
    ("Kolosov Mining Company", "Kolosov", "label"),
    ("Third Brigade of Norway", "3rd Norwegian Brigade", "same"),
    ("University of Lund", "Lund University", "order"),
    ("LRSF", "Lund River Salmon Fund", "acronym"),
    ("Green Party of Norway", "Norwegian Green Party", "same"),
    ("Lund Labour Organisation", "Lund Labor Organization", "same"),
]
OTHERS = [
    ("Norwegian Foreign Ministry", "Swedish Foreign Ministry", "country"),
    ("Norwegian Foreign Ministry", "Norwegian Health Ministry", "portfolio"),
    ("Foreign Ministry", "Foreign Ministry", "generic"),
    ("Supreme Court", "Supreme Court of Norway", "generic"),
    ("Kolosov", "Kolosov Bank", "part"),
    ("Kolosov News", "Kolosov News Norway", "branch"),
    ("Norway Today", "Today", "branch"),
    ("3rd Lund Brigade", "4th Lund Brigade", "number"),
    ("LRF", "Lund River Fund", "acronym"),
]
NAMES = st.sampled_from(sorted({name for row in [*SAME, *OTHERS] for name in row[:2]}))


@pytest.mark.parametrize(("one", "other", "rule"), SAME)
def test_names_of_one_body_are_joined_and_the_rule_is_told(one, other, rule):
    match = compare_bodies(one, other)
    assert match.same
    assert match.rule == rule


@pytest.mark.parametrize(("one", "other", "rule"), OTHERS)
def test_names_of_two_bodies_are_not_joined_and_the_rule_is_told(one, other, rule):
    match = compare_bodies(one, other)
    assert not match.same
    assert match.rule == rule


def test_countries_that_the_text_tells_count_where_the_name_tells_none():
    assert compare_bodies("Foreign Ministry", "Foreign Ministry", ("NOR", "NOR")).same
    assert compare_bodies("Foreign Ministry", "Norwegian Foreign Ministry", ("NOR", None)).same
    assert not compare_bodies("Foreign Ministry", "Foreign Ministry", ("NOR", "SWE")).same


@given(NAMES, NAMES)
@settings(max_examples=150, deadline=None)
def test_the_order_of_the_two_names_does_not_matter(one, other):
    there, back = compare_bodies(one, other), compare_bodies(other, one)
    assert (there.same, there.score) == (back.same, back.score)


@given(st.text(max_size=30), st.text(max_size=30))
@settings(max_examples=200, deadline=None)
def test_any_text_can_be_compared(one, other):
    assert 0 <= compare_bodies(one, other).score <= 1
