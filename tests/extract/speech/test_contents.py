"""What is said."""

import pytest

from coranto.extract.speech.contents import find_addressee, find_content, pieces_of, trim_content
from coranto.extract.speech.cues import find_cues
from coranto.extract.speech.sources import find_source
from coranto.model.span import Range
from tests.texts import parse


def find_hit(text, word):
    return next(hit for s in parse(text) for hit in find_cues(s) if hit.token.text == word)


CASES = [
    ("The mayor said that the ship sank.", "said", "that", ["that the ship sank"]),
    ("The mayor promised to build a ship.", "promised", "inf", ["to build a ship"]),
    ("The mayor denied taking bribes.", "denied", "ing", ["taking bribes"]),
    ("The mayor warned of a storm.", "warned", "of", ["a storm"]),
    ("The mayor called for an inquiry.", "called", "for", ["an inquiry"]),
    ("The mayor confirmed the report.", "confirmed", "obj", ["the report"]),
    ("They made the claim that the ship sank.", "claim", "that", ["that the ship sank"]),
]


@pytest.mark.parametrize(("text", "word", "frame", "content"), CASES)
def test_a_cue_governs_its_content(text, word, frame, content):
    hit = find_hit(text, word)
    found, spans = find_content(hit, find_source(hit))
    assert (found, [span.text for span in spans]) == (frame, content)


@pytest.mark.xfail(strict=True, reason="who is accused is in the content only where the parse hangs `of` on the name")
def test_an_accusation_tells_who_is_accused_and_of_what():
    hit = find_hit("Chile accused Peru of sinking the ship.", "accused")
    assert [span.text for span in find_content(hit, find_source(hit))[1]] == ["Peru of sinking the ship"]


@pytest.mark.parametrize(
    ("text", "word"), [("The mayor said so on Monday.", "said"), ("The mayor denied on Monday.", "denied")]
)
def test_a_cue_that_governs_nothing_has_no_content(text, word):
    hit = find_hit(text, word)
    assert find_content(hit, find_source(hit)) == ("", ())


def test_the_content_ends_where_the_speaker_goes_on():
    hit = find_hit("She denied that the ship sank and accused Chile of lying.", "denied")
    assert [span.text for span in find_content(hit, find_source(hit))[1]] == ["that the ship sank"]


ADDRESSED = [
    ("The mayor told reporters that the ship sank.", "told", "reporters"),
    ("The mayor urged the captain to leave.", "urged", "the captain"),
    ("“The ship sank,” the mayor said to the council.", "said", "the council"),
    ("The captain was told that the ship sank.", "told", "The captain"),
    ("The mayor said that the ship sank.", "said", None),
]


@pytest.mark.parametrize(("text", "word", "addressee"), ADDRESSED)
def test_who_is_told_is_the_addressee(text, word, addressee):
    found = find_addressee(find_hit(text, word))
    assert (found and found.span.text) == addressee


def test_a_range_is_parted_where_words_are_left_out():
    (sentence,) = parse("The ship, she said, sank off Bergen.")
    words = [t.text for t in sentence.tokens]
    outside = {words.index("she"), words.index("said")}
    assert [s.text for s in pieces_of(sentence, Range(0, len(words)), outside)] == ["The ship", "sank off Bergen"]


def test_light_marks_are_trimmed_and_quotation_marks_stay():
    (sentence,) = parse("“The ship sank.”")
    assert sentence.words(trim_content(sentence, Range(0, len(sentence.tokens)))) == "“The ship sank.”"
    (sentence,) = parse("She left, however.")
    comma = [t.text for t in sentence.tokens].index(",")
    assert trim_content(sentence, Range(comma, comma + 1)) is None
