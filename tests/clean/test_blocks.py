from hypothesis import given, settings
from hypothesis import strategies as st

from coranto.clean.blocks import build_blocks
from coranto.clean.furniture import find_furniture
from coranto.clean.repairs import find_repairs
from coranto.model.article import Furniture, Repair
from coranto.model.span import Span


def repair(text, found, repaired, kind="space"):
    start = text.index(found)
    return Repair(span=Span.of(text, start, start + len(found)), repaired=repaired, kind=kind, rule="r")


def places(block, word):
    first = block.text.index(word)
    return block.find_offsets(first, first + len(word))


def test_paragraphs_become_blocks_with_their_places():
    text = "  One two.  \r\n\r\nThree\tfour.\n"
    one, two = build_blocks(text, (), ())
    assert (one.text, two.text) == ("One two.", "Three four.")
    assert one.starts == range(2, 10)
    assert text[slice(*places(two, "four"))] == "four"


def test_a_split_word_gives_each_half_its_own_place():
    text = "Kovalenkoarrived here."
    (block,) = build_blocks(text, (), (repair(text, "Kovalenkoarrived", "Kovalenko arrived"),))
    assert block.text == "Kovalenko arrived here."
    assert places(block, "Kovalenko") == (0, 9)
    assert places(block, "arrived") == (9, 16)
    assert places(block, "here") == (17, 21)
    assert places(block, "Kovalenko arrived") == (0, 16)


def test_a_replacement_covers_all_that_it_replaces():
    text = "fish &amp; chips o\ufb03ce har\u00adbour"
    repairs = (
        repair(text, "&amp;", "&", "entity"),
        repair(text, "\ufb03", "ffi", "ligature"),
        repair(text, "\u00ad", "", "hyphen"),
    )
    (block,) = build_blocks(text, (), repairs)
    assert block.text == "fish & chips office harbour"
    assert text[slice(*places(block, "& chips"))] == "&amp; chips"
    assert text[slice(*places(block, "office"))] == "o\ufb03ce"
    assert text[slice(*places(block, "harbour"))] == "har\u00adbour"


def test_furniture_is_left_out_whole_or_in_part():
    text = "Home » News » The quay is open.\n\nADVERTISEMENT\n\nRoePREVIEW left."
    spans = [(0, 13), (33, 46), (51, 58)]
    furniture = tuple(Furniture(span=Span.of(text, *span), kind="navigation", rule="r") for span in spans)
    one, two = build_blocks(text, furniture, ())
    assert (one.text, two.text) == ("The quay is open.", "Roe left.")
    assert text[slice(*places(two, "left"))] == "left"


def test_wrapped_lines_are_one_paragraph():
    lines = [
        "The minister of fisheries arrived in the harbour town on Monday to",
        "open the new market, and was received by the mayor, who thanked the",
        "ministry for its support during the long years of building.",
        "The market replaces a hall that burned down four winters ago, and it",
        "will give work to two hundred people from the villages around.",
    ]
    text = "\n".join(lines)
    (block,) = build_blocks(text, (), ())
    assert block.text == " ".join(lines)
    assert block.starts == range(len(text))


def test_lines_that_end_sentences_stay_apart():
    text = "The minister came.\nThe mayor was there to meet her.\nThe town was glad of it."
    assert len(build_blocks(text, (), ())) == 3


def test_titles_and_subheads_are_headings():
    text = "Minister opens the market\n\nShe came on Monday.\n\nA long time coming\n\nThe hall burned down."
    assert [block.heading for block in build_blocks(text, (), ())] == [True, False, True, False]


def test_a_quotation_without_a_stop_is_no_heading():
    text = "Title\n\n“We are glad of it”\n\nShe left."
    assert [block.heading for block in build_blocks(text, (), ())] == [True, False, False]


PIECES = [
    "cooperationaccording",
    "&amp;",
    "Ã©",
    "\u00ad",
    "left.The",
    "___",
    "ADVERTISEMENT",
    "Home » News »",
    " ",
    "\n",
]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.one_of(st.text(max_size=20), st.sampled_from(PIECES)), max_size=14).map("".join))
def test_any_blocks_keep_their_places(text):
    furniture = find_furniture(text, None)
    for block in build_blocks(text, furniture, find_repairs(text, furniture)):
        assert block.text == block.text.strip() != ""
        assert len(block.text) == len(block.starts) == len(block.ends)
        assert all(0 <= first <= last <= len(text) for first, last in zip(block.starts, block.ends, strict=True))
        assert list(block.starts) == sorted(block.starts)
        assert list(block.ends) == sorted(block.ends)
    for block in build_blocks(text, furniture, ()):
        for char, first, last in zip(block.text, block.starts, block.ends, strict=True):
            assert (char == text[first:last]) or (char == " " and not text[first:last].strip())
