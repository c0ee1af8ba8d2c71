import pytest

from coranto.clean.notices import find_notices, gives_advice, load_phrases, load_words, read_notice, split_words
from coranto.clean.paragraphs import find_paragraphs
from coranto.resources import read_yaml

NOTICES = [
    ("Want the harbour's news in your inbox? Sign up for our letter.", "advert"),
    ("We and our 12 partners store data on your device. Manage preferences.", "advert"),
    ("You must be logged in to post a comment.", "comment"),
    ("Readers like you pay for our work, from $5 a month.", "donation"),
    ("Follow us on Telegram for more.", "share"),
    ("Your browser does not support this player.", "navigation"),
    ("Ann Roe contributed to this report from Lisbon.", "other"),
    ("Photo courtesy of the harbour's museum", "caption"),
]
KEPT = [
    "The mayor said that you could sign up for our newsletter on Monday.",
    "“Please donate now and support our work,” she told the crowd.",
    "Share prices fell by a tenth on Monday.",
    "The company's newsletter reported a profit.",
    "Ministers declined a request for comment.",
    "We should read the report before we judge our editors.",
    "Who pays for us? — Ann Roe (@annroe) May 3, 2018",
    "They are about US troops in the harbour.",
]


@pytest.mark.parametrize(("line", "kind"), NOTICES)
def test_a_page_that_speaks_to_its_reader_is_known_by_its_phrases(line, kind):
    assert read_notice(line) == kind


@pytest.mark.parametrize("line", KEPT)
def test_what_the_article_tells_is_no_notice(line):
    assert read_notice(line) is None


def test_a_long_paragraph_needs_more_than_one_phrase():
    line = "The quay was sold to a merchant of the town who means to build there. " * 3 + "It was all in your inbox."
    assert read_notice(line) is None


def test_numbers_and_amounts_are_read_as_such():
    assert split_words("Give $5 or 6,000 to @ann-roe’s") == ["^", "give", "$0", "or", "0", "to", "@_", "roe's", "$"]


def test_each_list_has_words_and_points_of_one_to_three():
    table = read_yaml("furniture/notices.yaml")
    assert load_phrases().next
    assert load_words("orders")
    assert load_words("services")
    assert all(points in {1, 2, 3} for levels in table["phrases"].values() for points in levels)


def test_an_article_of_advice_may_speak_to_its_reader():
    advice = [
        f"Before you paint your {part}, you should wash it down with warm water and leave it for a day, and then look at "
        "it in the morning light."
        for part in ("door", "fence", "shed", "boat", "gate", "porch", "bench")
    ]
    order = "Click the link above so you can start"
    paragraphs = find_paragraphs("\n\n".join([*advice, order]))
    text = "\n\n".join([*advice, order])
    assert gives_advice(text, paragraphs)
    assert not gives_advice(text, paragraphs[:5])
    assert len(list(find_notices(text, paragraphs))) <= len(list(find_notices(text, paragraphs[-1:])))
    assert not list(find_notices(text, paragraphs))
