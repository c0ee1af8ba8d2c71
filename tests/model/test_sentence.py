"""Sentences and their tokens."""

import pytest

from coranto.model.span import Range, Span
from tests.texts import parse

TEXT = "The mayor met Anna Lind and Erik Dahl in Bergen. They left."


def find(word):
    return next((s, t) for s in parse(TEXT) for t in s.tokens if t.text == word)


def test_tokens_stand_in_the_article_and_in_the_sentence():
    for sentence in parse(TEXT):
        for token in sentence.tokens:
            assert TEXT[token.start : token.end] == token.text
            assert sentence.text[token.offset : token.offset + len(token.text)] == token.text
        assert TEXT[sentence.start : sentence.end] == sentence.text


def test_the_root_is_its_own_head_and_has_no_ancestors():
    for sentence in parse(TEXT):
        assert sentence.tokens[sentence.root].head == sentence.root
        assert list(sentence.ancestors_of(sentence.root)) == []
        for token in sentence.tokens:
            chain = [token.i, *(t.i for t in sentence.ancestors_of(token.i))]
            assert chain[-1] == sentence.root


def test_children_are_those_that_have_the_token_for_head():
    sentence, met = find("met")
    children = [t.text for t in sentence.children_of(met.i)]
    assert {"mayor", "in"} <= set(children)
    assert [t.text for t in sentence.children_of(met.i, "nsubj")] == ["mayor"]
    assert list(sentence.children_of(met.i, "no such relation")) == []


def test_conjuncts_come_in_order_with_the_token_itself():
    sentence, lind = find("Lind")
    assert [sentence.tokens[i].text for i in sentence.conjuncts_of(lind.i)] == ["Lind", "Dahl"]


def test_a_subtree_is_the_phrase_of_its_head():
    sentence, mayor = find("mayor")
    assert sentence.words(sentence.subtree(mayor.i)) == "The mayor"
    assert sentence.subtree(sentence.root) == Range(0, len(sentence.tokens))


def test_words_found_by_an_expression_are_a_span_of_the_article():
    sentence, _ = find("They")
    first = sentence.text.index("left")
    span = sentence.span_at(first, first + 4)
    assert (span.text, TEXT[span.start : span.end]) == ("left", "left")


@pytest.mark.parametrize(
    ("words", "tokens"), [("Anna Lind", ["Anna", "Lind"]), ("nna L", ["Anna", "Lind"]), ("They", [])]
)
def test_the_tokens_of_a_span_are_those_it_touches(words, tokens):
    sentence = parse(TEXT)[0]
    at = TEXT.index(words)
    found = sentence.tokens_in(Span.of(TEXT, at, at + len(words)))
    assert [t.text for t in sentence.tokens[found.first : found.last]] == tokens
