from datetime import date

import pytest

from coranto.config import Limits
from coranto.errors import FormatError
from coranto.intake.articles import find_articles
from coranto.intake.html import read_page

PARAGRAPHS = [
    "The minister of fisheries arrived in the harbour town on Monday to open the new fish market, officials said.",
    "He was received by the mayor, who thanked the ministry for its support during the years of building.",
    "The market replaces a hall that burned down four winters ago, and will give work to two hundred people.",
]
PAGE = (
    '<html lang="en"><head><title>Minister opens fish market</title>'
    '<meta property="og:site_name" content="The Herald"><meta name="author" content="Ann Roe">'
    '<meta property="article:published_time" content="2023-12-12T10:00:00Z"></head><body>'
    '<nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>Minister opens fish market</h1>'
    + "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    + "</article><footer>All rights reserved</footer></body></html>"
)


def test_a_page_gives_its_paragraphs_and_metadata():
    page = read_page(PAGE, "a.html")
    assert [line for line in page.text.split("\n") if line in PARAGRAPHS] == PARAGRAPHS
    assert "All rights" not in page.text
    assert (page.details.outlet, page.details.byline) == ("The Herald", ("Ann Roe",))
    assert (page.details.published.value, page.details.published.basis) == (date(2023, 12, 12), "metadata")


def test_what_is_given_beats_the_metadata(tmp_path):
    (tmp_path / "a.html").write_text(PAGE)
    (tmp_path / "a.json").write_text('{"outlet": "The Argus", "published": "2023-12-13"}')
    (article,) = find_articles([tmp_path], Limits())
    assert (article.outlet, article.published.value, article.published.basis) == (
        "The Argus",
        date(2023, 12, 13),
        "given",
    )
    assert article.title == "Minister opens fish market"


def test_the_declared_charset_is_believed(tmp_path):
    page = PAGE.replace("<head>", '<head><meta charset="windows-1251">').replace("The minister", "Министр")
    (tmp_path / "a.html").write_bytes(page.encode("cp1251"))
    (article,) = find_articles([tmp_path], Limits())
    assert "Министр" in article.text


@pytest.mark.parametrize("markup", ["<html></html>", "", "<", "<p></p>", "<!-- -->", "plain", "\0"])
def test_a_page_without_an_article_is_an_error(markup):
    with pytest.raises(FormatError):
        read_page(markup, "a.html")
