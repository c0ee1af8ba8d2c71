"""Names mended by the whole article: parts joined, labels voted on, products told from bodies."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coranto.extract.known import load_products
from coranto.extract.labels import PRODUCT, mend_labels, read_labels
from coranto.model.sentence import Sentence
from coranto.model.span import Range
from tests.texts import parse


def label(sentence: Sentence, *names: tuple[str, str]) -> Sentence:
    """The sentence with only these names labelled, as a tagger might."""
    tokens = [replace(t, label="", label_start=False) for t in sentence.tokens]
    for words, kind in names:
        first = next(
            i for i in range(len(tokens)) if [t.text for t in tokens[i : i + len(words.split())]] == words.split()
        )
        for i in range(first, first + len(words.split())):
            tokens[i] = replace(tokens[i], label=kind, label_start=i == first)
    return replace(sentence, tokens=tuple(tokens))


def mended(*labelled: tuple[str, tuple[tuple[str, str], ...]]) -> list[tuple[str, str]]:
    sentences = [label(parse(text)[0], *names) for text, names in labelled]
    return [
        (sentence.words(type(sentence.edges[0])(one.first, one.last)), one.label)
        for sentence, labels in zip(sentences, mend_labels(sentences), strict=True)
        for one in labels
    ]


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("Halden Marlow won the contract.", (("Halden", "ORG"), ("Marlow", "ORG")), [("Halden Marlow", "ORG")]),
        ("The Orvex A420 jet crashed.", (("Orvex", "ORG"),), [("Orvex", PRODUCT)]),
        ("A Corvia Air Flight 218 passenger was rescued.", (("Corvia Air Flight 218", "ORG"),), [("Corvia Air Flight 218", PRODUCT)]),
        ("They introduced the new Tavira at the fair.", (("Tavira", "ORG"),), [("Tavira", PRODUCT)]),
        ("He spoke at the Lisbon Trade Conference.", (("Lisbon Trade Conference", "ORG"),), [("Lisbon Trade Conference", PRODUCT)]),
        ("It comes with 40GB of memory.", (("GB", "GPE"),), [("GB", PRODUCT)]),
        ("The final Orvex 717 left the plant.", (("Orvex", "ORG"), ("717", "CARDINAL")), [("Orvex", PRODUCT), ("717", "CARDINAL")]),
        ("Orvex 2019 sales fell.", (("Orvex", "ORG"),), [("Orvex", "ORG")]),
        ("The Orvex 787 Skyliner landed.", (("Skyliner", "NORP"),), [("Skyliner", PRODUCT)]),
        ("It has a 4 GB disk.", (("4 GB", "GPE"),), [("4 GB", PRODUCT)]),
        ("Shares fell and the Ostra Composite lost ground.", (("Ostra Composite", "ORG"),), [("Ostra Composite", PRODUCT)]),
        ("The Ostra 50 index rose.", (("Ostra", "ORG"),), [("Ostra", PRODUCT)]),
        ("She sold her MacBook Nova.", (("MacBook Nova", "ORG"),), [("MacBook Nova", PRODUCT)]),
        ("The Bitcoin Council met.", (("Bitcoin Council", "ORG"),), [("Bitcoin Council", "ORG")]),
        ("The new Interior Ministry opened.", (("Interior Ministry", "ORG"),), [("Interior Ministry", "ORG")]),
        ("Division 5 crossed the river.", (("Division 5", "ORG"),), [("Division 5", "ORG")]),
    ],
)  # fmt: skip
def test_names_are_judged_by_the_words_around_them(text, names, expected):
    assert mended((text, names)) == expected


def test_short_for_a_thing_is_one_wherever_it_stands():
    found = mended(
        ("They released the River Traffic Kit (RTK) today.", (("RTK", "ORG"),)),
        ("RTK costs little.", (("RTK", "ORG"),)),
    )
    assert {kind for _, kind in found} == {PRODUCT}


def test_what_a_product_is_named_along_with_is_one_too():
    found = mended(
        ("They unveiled the new Tavira and Tavola.", (("Tavira", "ORG"), ("Tavola", "ORG"))),
        ("The Tavola is cheap.", (("Tavola", "ORG"),)),
    )
    assert {kind for _, kind in found} == {PRODUCT}


def test_products_are_listed_as_makes_or_measures():
    assert set(load_products().values()) == {"", "make"}


def test_a_surname_whose_bearer_is_named_in_full_is_a_person():
    found = mended(
        ("Marta Ilves spoke first.", (("Marta Ilves", "PERSON"),)),
        ("Ilves left early.", (("Ilves", "ORG"),)),
        ("Ilves denied it.", (("Ilves", "PERSON"),)),
        ("Critics of Ilves agreed.", (("Ilves", "ORG"),)),
    )
    assert {kind for _, kind in found} == {"PERSON"}


def test_a_label_given_once_yields_to_one_given_often():
    names = ((("Ostra Group", "ORG"),), (("Ostra Group", "ORG"),), (("Ostra Group", "PERSON"),))
    found = mended(*(("Ostra Group denied the report.", one) for one in names))
    assert {kind for _, kind in found} == {"ORG"}


def test_one_against_one_stays_as_it_was():
    found = mended(
        ("Ostra denied the report.", (("Ostra", "ORG"),)),
        ("Ostra denied the report.", (("Ostra", "PERSON"),)),
    )
    assert [kind for _, kind in found] == ["ORG", "PERSON"]


def test_what_is_a_product_once_and_a_body_often_stays_a_body():
    found = mended(
        ("Velka said so.", (("Velka", "ORG"),)),
        ("Velka denied it.", (("Velka", "ORG"),)),
        ("They introduced the new Velka.", (("Velka", "ORG"),)),
    )
    assert {kind for _, kind in found} == {"ORG"}


def test_a_headlines_verb_is_no_part_of_its_subjects_name():
    (sentence, *_) = parse("Soviet Union Agrees to Withdraw Missiles From Cuba")
    names = [sentence.words(Range(label.first, label.last)) for label in read_labels(sentence)]
    assert "Soviet Union" in names
