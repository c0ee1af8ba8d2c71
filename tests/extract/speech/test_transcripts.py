"""Turns of transcripts."""

import pytest

from coranto.extract.speech.transcripts import find_turns
from coranto.parse.sentences import parse_blocks
from tests.extract.paragraphs import make_paragraphs


def list_turns(*paragraphs):
    blocks, text = make_paragraphs(*paragraphs)
    turns = find_turns(parse_blocks(blocks, text))
    return [(t.source[0].span.text, t.content[0].text, t.act) for t in turns]


def test_each_paragraph_with_a_name_in_capitals_is_a_turn_to_its_end():
    turns = list_turns("REID: We will build it. It is late.", "HAAS: Who will pay for it?")
    assert turns == [("REID", "We will build it. It is late.", "state"), ("HAAS", "Who will pay for it?", "ask")]


def test_names_written_small_need_a_speaker_who_comes_back():
    once = ("Anna Reid: We will build it now.", "Willem Haas: I doubt it very much.")
    assert list_turns(*once) == []
    assert len(list_turns(*once, "Anna Reid: You will see it soon.")) == 3


@pytest.mark.parametrize("text", ["KABUL: The road was cut on Monday.", "UPDATE: The ferry sank off Bergen."])
def test_one_label_makes_no_transcript(text):
    assert list_turns(text, "The army sent trucks.") == []
