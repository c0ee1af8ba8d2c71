"""Who speaks."""

import pytest

from coranto.extract.speech.cues import find_cues
from coranto.extract.speech.sources import find_named, find_source, make_phrase, trim_range
from coranto.model.span import Range
from tests.texts import parse

CASES = [
    ("The mayor said that the ship sank.", "said", "The mayor"),
    ("“The ship sank,” said the mayor of Bergen.", "said", "the mayor of Bergen"),
    ("The ship, the mayor said, had sunk.", "said", "the mayor"),
    ("The plan was criticized by farmers.", "criticized", "farmers"),
    ("The mayor came to the harbour and said that the ship sank.", "said", "The mayor"),
    ("The captain was quoted as saying that the ship sank.", "saying", "The captain"),
    ("The mayor wants to announce a plan.", "announce", "The mayor"),
    ("There was Norway's claim that the ship sank.", "claim", "Norway's"),
    ("The claim by fishermen that the ship sank was false.", "claim", "fishermen"),
    ("Anna Lind, the captain, said that the ship sank.", "said", "Anna Lind, the captain"),
]


def find(text, word):
    return next((s, find_source(hit)) for s in parse(text) for hit in find_cues(s) if hit.token.text == word)


@pytest.mark.parametrize(("text", "word", "source"), CASES)
def test_the_source_is_the_one_who_speaks(text, word, source):
    assert find(text, word)[1].span.text == source


@pytest.mark.parametrize(
    ("text", "word"), [("It was said that the ship sank.", "said"), ("There were claims.", "claims")]
)
def test_where_nobody_is_named_there_is_no_source(text, word):
    assert find(text, word)[1] is None


def test_who_that_speaks_is_named_with_its_noun():
    sentence, source = find("The captain who said that the ship sank has left.", "said")
    assert [p.span.text for p in find_named(sentence, source)] == ["The captain", "who"]
    assert sentence.tokens[source.head.token].text == "captain"


def test_a_verb_that_goes_on_from_the_upper_one_has_the_upper_subject():
    assert find("She denied that the ship sank and accused Chile of lying.", "accused")[1].span.text == "She"


def test_the_head_of_a_source_lies_in_its_words():
    for text, word, _ in CASES:
        sentence, source = find(text, word)
        assert sentence.tokens_in(source.span).holds(source.head.token)
        assert text[source.span.start : source.span.end] == source.span.text


def test_a_phrase_is_cut_before_what_must_stay_outside():
    (sentence,) = parse("The mayor of the town spoke.")
    assert make_phrase(sentence, 1).span.text == "The mayor of the town"
    assert make_phrase(sentence, 1, [2]).span.text == "The mayor"


def test_marks_at_the_ends_are_trimmed_but_never_all():
    (sentence,) = parse("“The mayor,” he said.")
    assert sentence.words(trim_range(sentence, Range(0, 5))) == "The mayor"
    assert trim_range(sentence, Range(0, 1)) == Range(0, 1)
