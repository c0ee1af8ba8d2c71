"""Posts of social media, signed."""

import pytest

from coranto.extract.speech.attributions import find_attributions
from coranto.extract.speech.posts import find_posts
from coranto.parse.sentences import parse_blocks
from tests.extract.paragraphs import make_paragraphs

SIGNED = "— Ann Lind (@annlind) May 9, 2018"


def find(*paragraphs):
    blocks, text = make_paragraphs(*paragraphs)
    return find_posts(parse_blocks(blocks, text))


@pytest.mark.parametrize(
    "paragraphs", [(f"The bridge will close. Take care! {SIGNED}",), ("The bridge will close. Take care!", SIGNED)]
)
def test_who_signs_a_post_says_all_that_stands_before(paragraphs):
    [post] = find("The mayor wrote on Monday.", *paragraphs)
    assert [phrase.span.text for phrase in post.source] == ["Ann Lind"]
    assert [span.text for span in post.content] == ["The bridge will close. Take care!"]


def test_of_two_posts_in_a_paragraph_each_has_its_own_words():
    posts = find(f"The bridge will close. {SIGNED} It is a shame. {SIGNED.replace('Ann Lind', 'Bo Dahl')}")
    assert [post.content[0].text.split()[-1] for post in posts] == ["close.", "shame."]


@pytest.mark.parametrize(
    "text", ["Write to Ann Lind (@annlind) today.", SIGNED, "The bridge - old as it is (@1900) - will close."]
)
def test_a_handle_alone_signs_nothing(text):
    assert find(text) == []


def test_the_posts_own_voice_is_no_other_attribution():
    blocks, text = make_paragraphs(f"I am glad to say that the bridge is open! {SIGNED}")
    assert [draft.rule for draft in find_attributions(parse_blocks(blocks, text))] == ["post"]
