"""A repaired paragraph and where its words stand."""

from coranto.clean.blocks import build_blocks
from coranto.model.article import Repair
from coranto.model.block import Block
from coranto.model.span import Span


def test_without_repairs_offsets_are_those_of_the_article():
    block = Block("sank", range(10, 14), range(11, 15))
    assert block.find_offsets(0, 4) == (10, 14)
    assert block.find_offsets(1, 2) == (11, 12)


def test_the_words_beside_a_space_put_in_are_found_whole_and_apart():
    text = "The shipsank off Bergen."
    repair = Repair(span=Span.of(text, 4, 12), repaired="ship sank", kind="space", rule="r")
    (block,) = build_blocks(text, (), (repair,))
    assert block.text == "The ship sank off Bergen."

    def found(words):
        at = block.text.index(words)
        first, last = block.find_offsets(at, at + len(words))
        return text[first:last]

    assert [found(words) for words in ("ship", "sank", "ship sank", "Bergen")] == ["ship", "sank", "shipsank", "Bergen"]


def test_a_character_that_replaces_several_covers_them_all():
    text = "The mayor&#8217;s ship sank off Bergen."
    repair = Repair(span=Span.of(text, 9, 16), repaired="’", kind="entity", rule="r")
    (block,) = build_blocks(text, (), (repair,))
    assert block.text == "The mayor’s ship sank off Bergen."
    assert text[slice(*block.find_offsets(9, 10))] == "&#8217;"
    assert text[slice(*block.find_offsets(4, 16))] == "mayor&#8217;s ship"
