"""What is counted: currencies, measures, persons."""

import pytest

from coranto.extract.amounts.units import (
    find_outlet_dollar,
    is_person_noun,
    load_currencies,
    load_units,
    match_currency_after,
    match_symbol_before,
    measure,
    resolve_currency,
)
from coranto.intake.articles import make_article
from coranto.model.span import Span
from coranto.model.values import Quantity

PLAIN = make_article("The price rose.")


def test_a_currency_of_one_country_is_stated():
    assert resolve_currency("euros", None, PLAIN)[:2] == ("EUR", "stated")
    assert resolve_currency("zloty", None, PLAIN)[:2] == ("PLN", "stated")


def test_an_adjective_tells_whose_currency_it_is():
    assert resolve_currency("dollars", "Canadian", PLAIN)[:2] == ("CAD", "stated")
    assert resolve_currency("dollars", "Norwegian", PLAIN)[:2] == (None, None)


def test_a_shared_name_means_the_currency_of_the_country_that_the_article_is_about():
    article = make_article("Norway will build a road. In Norway, all agreed; Norwegian towns will pay.")
    assert resolve_currency("kroner", None, article)[:2] == ("NOK", "article")


def test_a_shared_name_without_any_country_is_said_to_be_assumed():
    assert resolve_currency("kroner", None, PLAIN).basis == "default"


def test_cents_are_a_hundredth():
    assert resolve_currency("cents", None, PLAIN).scale == 0.01


def test_a_bare_dollar_is_the_us_one_unless_the_outlet_is_known_to_mean_another():
    assert find_outlet_dollar(PLAIN)[:2] == ("USD", "default")
    article = make_article("The price rose.", url="https://www.news.com.au/a")
    assert find_outlet_dollar(article)[:2] == ("AUD", "outlet")
    other = make_article("The price rose.", url="https://notnews.example.org/a.com.au")
    assert find_outlet_dollar(other)[:2] == ("USD", "default")


PERSONS = [("soldier", True), ("tourist", True), ("fisherman", True), ("spokeswoman", True), ("checklist", False)]


@pytest.mark.parametrize(("noun", "person"), [*PERSONS, ("ship", False), ("talisman", False), ("village", False)])
def test_nouns_for_persons_are_told_from_things(noun, person):
    assert is_person_noun(noun) is person


def test_a_part_of_the_body_is_no_person():
    assert not is_person_noun("abdomen")


def test_spellings_of_a_unit_are_one_unit():
    units = load_units()
    assert units["km"] == units["kilometers"] == units["kilometres"]
    quantity = Quantity(id="qty-1", span=Span.of("5 km", 0, 4), value=5, bound="exact", unit=units["km"].name)
    assert measure(quantity) == units["km"]
    assert measure(quantity.model_copy(update={"unit": "ship"})) is None
    assert measure(quantity.model_copy(update={"unit": None})) is None


@pytest.mark.parametrize(("text", "sign"), [("paid $", "$"), ("paid US$", "US$"), ("paid €", "€"), ("paid £ ", "£")])
def test_a_sign_before_figures_is_seen_whole(text, sign):
    found = match_symbol_before().search(text)
    assert (found["sign"] or found["code"]) == sign


@pytest.mark.parametrize(
    ("text", "name"), [(" euros", "euros"), (" US dollars", "dollars"), ("-euro fine", "euro"), (" eurosceptics", None)]
)
def test_a_name_after_figures_is_a_word_of_its_own(text, name):
    found = match_currency_after().match(text)
    assert (found and found["name"]) == name


def test_every_currency_has_a_code_and_a_name():
    for currency in load_currencies():
        assert len(currency.code) == 3
        assert currency.code.isupper()
        assert currency.names
    codes = [currency.code for currency in load_currencies()]
    assert len(set(codes)) == len(codes)
