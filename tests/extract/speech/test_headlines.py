"""Speakers before and behind headlines."""

import pytest

from coranto.extract.speech.headlines import find_trailer
from coranto.model.block import Block
from coranto.parse.sentences import parse_blocks


def find(text):
    block = Block(text, range(len(text)), range(1, len(text) + 1), heading=True)
    return find_trailer(parse_blocks([block], text)[0])


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Grain exports to double next year – minister", "minister", "Grain exports to double next year"),
        ("Three held over museum theft: police", "police", "Three held over museum theft"),
    ],
)
def test_who_stands_behind_a_headline_says_it(text, speaker, content):
    found = find(text)
    assert (found.source[0].span.text, found.content[0].text) == (speaker, content)


@pytest.mark.parametrize("text", ["The long road home – a summer in Bergen", "A well-known mayor", "Bergen: a harbour"])
def test_what_is_no_speaker_says_nothing(text):
    assert find(text) is None
