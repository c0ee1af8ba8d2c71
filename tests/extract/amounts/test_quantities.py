from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coranto.extract.amounts.quantities import find_quantities
from coranto.extract.amounts.units import load_currencies, load_settings, load_units
from coranto.intake.articles import make_article
from coranto.model.span import Span
from coranto.parse.sentences import parse_blocks
from coranto.resources import read_tsv
from tests.extract.paragraphs import make_paragraphs
from tests.texts import parse

TABLE = Path(__file__).with_name("quantities.tsv")


def read_table():
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")][1:]
    return [line.split("\t") for line in lines]


def read_quantities(text, taken=(), **known):
    return find_quantities(make_article(text, **known), parse(text), taken)


@cache
def read_all():
    rows = read_table()
    blocks, text = make_paragraphs(*(sentence for sentence, _ in rows))
    found = find_quantities(make_article(text), parse_blocks(blocks, text), ())
    starts = [block.starts[0] for block in blocks]
    ends = [block.ends[-1] for block in blocks]
    return {
        sentence: [q for q in found if start <= q.span.start < end]
        for (sentence, _), start, end in zip(rows, starts, ends, strict=True)
    }


def show(number):
    return "-" if number is None else f"{number:.10g}" if number < 1e10 else str(int(number))


@pytest.mark.parametrize(("sentence", "expected"), read_table())
def test_expression(sentence, expected):
    found = [
        f"{q.span.text} | {show(q.value and round(q.value, 6))} | {show(q.low)} | {show(q.high)} | {q.bound} | "
        f"{q.currency or q.unit or '-'}"
        for q in read_all()[sentence]
    ]
    assert "; ".join(found) == expected


def test_an_amount_in_parentheses_is_the_equivalent_of_the_one_before():
    first, second = read_quantities("It was worth more than 553,000 dollars (36.1 million rubles).")
    assert (first.equals, second.equals) == (second.id, first.id)
    assert first.implied_rate == pytest.approx(553_000 / 36_100_000)
    assert second.value == 36_100_000


def test_miles_in_parentheses_are_the_kilometers_before():
    first, second = read_quantities("The 55-kilometer (34-mile) bridge was closed.")
    assert (first.unit, second.unit, first.equals) == ("kilometer", "mile", second.id)


def test_two_amounts_of_one_currency_are_not_equivalents():
    assert all(q.equals is None for q in read_quantities("He paid $5 million or $6 million."))


def test_a_vague_equivalent_has_no_rate():
    first, second = read_quantities("They got millions of rubles (about 40,000 dollars).")
    assert first.equals == second.id
    assert first.implied_rate is None


@pytest.mark.parametrize(
    ("known", "currency", "basis"),
    [
        ({}, "USD", "default"),
        ({"outlet": "CBC News"}, "CAD", "outlet"),
        ({"url": "https://www.example.com.au/a"}, "AUD", "outlet"),
        ({"outlet": "Example Times"}, "USD", "default"),
    ],
)
def test_a_bare_dollar_is_the_outlets(known, currency, basis):
    (found,) = read_quantities("It cost $5 million.", **known)
    assert (found.currency, found.currency_basis) == (currency, basis)


def test_a_shared_name_is_the_country_that_the_article_names():
    (found,) = read_quantities("Mexico paid 40,000 pesos.")
    assert (found.currency, found.currency_basis) == ("MXN", "article")


def test_a_shared_name_stays_unknown_between_two_countries():
    found = read_quantities("Iraq and Kuwait will pay 5 million dinars.")
    assert [(q.currency, q.unit) for q in found] == [(None, "dinar")]


def test_pounds_are_a_weight_where_nothing_speaks_of_britain():
    (found,) = read_quantities("Agents seized 200 pounds of cocaine.")
    assert (found.unit, found.currency) == ("pound", None)


def test_a_time_expression_is_no_quantity():
    text = "They talked for three hours with two men."
    taken = [Span.of(text, text.index("three"), text.index(" with"))]
    assert [q.span.text for q in read_quantities(text, taken)] == ["two men"]


def test_the_two_are_those_counted_before():
    found = read_quantities("Police freed two hostages. The two were taken to a hospital.")
    assert [(q.value, q.unit) for q in found] == [(2, "person"), (2, "person")]


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet="0123456789$%., -()abmk€£\n", max_size=60))
def test_every_span_is_the_articles_text(noise):
    text = f"About {noise} people"
    for quantity in find_quantities(make_article(text), parse(text.replace("\n", " ")), ()):
        assert quantity.span.text == text.replace("\n", " ")[quantity.span.start : quantity.span.end]


def test_the_currencies_are_iso_codes_once_each():
    codes = [currency.code for currency in load_currencies()]
    assert len(set(codes)) == len(codes) > 100
    assert all(len(code) == 3 and code.isupper() for code in codes)


def test_the_unit_factors_and_bounds_are_numbers_and_known():
    assert all(unit.factor is None or unit.factor > 0 for unit in load_units().values())
    assert {row["bound"] for row in read_tsv("quantities/bounds.tsv")} <= {"about", "at_least", "at_most"}
    assert all(value > 1 for value in load_settings().ratio_words.values())
