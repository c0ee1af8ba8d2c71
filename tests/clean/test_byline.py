import pytest

from coranto.clean.blocks import build_blocks
from coranto.clean.byline import find_byline, is_byline, read_byline


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ann Roe", ("Ann Roe",)),
        ("BY ANN ROE", ("ANN ROE",)),
        ("By Ann Roe and Bo Dahl | Reuters", ("Ann Roe", "Bo Dahl")),
        ("By Ann Roe, Peter Dahl and Maria de la Cruz", ("Ann Roe", "Peter Dahl", "Maria de la Cruz")),
        ("By Ann Roe, Harbour Post", ("Ann Roe",)),
        ("Ann Roe, Harbour Post", ("Ann Roe",)),
        ("By ANN ROE Associated Press", ("ANN ROE",)),
        ("By Ann Roe | May 4, 2019", ("Ann Roe",)),
        ("Written by J. P. Roe", ("J. P. Roe",)),
        ("By Harbour Post Staff", ()),
        ("By the time she came the ship had left.", ()),
        ("Ann Roe, Prime Minister", ()),
        ("Lisbon, Capital News", ()),
        ("By Monday the harbour was empty.", ()),
        ("What comes next", ()),
        ("|", ()),
    ],
)
def test_names_are_read_from_a_line_that_is_a_byline_and_no_more(line, names):
    assert read_byline(line) == names


def test_the_first_byline_near_the_top_is_the_articles():
    body = "\n\n".join(["The quay was sold on Monday."] * 9)
    assert find_byline(f"The quay\n\nBy Ann Roe\n\n{body}\n\nBy Bo Dahl", ()) == ("Ann Roe",)
    assert find_byline(f"{body}\n\nBy Bo Dahl", ()) == ()


def test_a_byline_is_kept_in_the_text_and_left_out_of_what_is_parsed():
    text = "By Ann Roe, Harbour Post\n\nThe quay was sold on Monday.\n\nBy Land and Sea"
    assert [block.text for block in build_blocks(text, (), ())] == ["The quay was sold on Monday.", "By Land and Sea"]
    assert is_byline("By Harbour Post Staff")
