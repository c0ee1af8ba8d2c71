import pytest
from bench.flatten import flatten_page, label_page, split_pages
from bench.furniture import LISTS, mark_characters, plant_furniture, read_lists

ARTICLE = {
    "id": "quay",
    "title": "The quay is sold",
    "text": "The quay was sold on Monday. The mayor was not told of it, she said.\n\nThe town will vote in May. It may be late.",
}
TITLES = ["Ten walks to take", "The ferry is late", "A day at the fair"]
PAGE = (
    "<html><head><title>x</title><script>var a</script></head><body><ul><li>Home</li><li>News</li></ul>"
    "<h1>The quay is sold</h1><p>By Ann Roe</p><p>The quay was <b>sold</b> on Monday to a merchant of the town.</p>"
    "<p hidden>no</p><div>Follow us<br>for more</div></body></html>"
)


def test_there_are_eighty_patterns_half_of_them_set_aside():
    lists = read_lists()
    halves = [row["half"] for row in lists["patterns"]]
    assert (halves.count("dev"), halves.count("held")) == (40, 40)
    assert len({row["name"] for row in [*lists["patterns"], *lists["kept"]]}) == 80 + len(lists["kept"])
    assert {row["where"] for row in lists["patterns"]} == {"top", "between", "middle", "bottom"}
    assert LISTS.is_file()


@pytest.mark.parametrize("half", ["dev", "held"])
def test_a_planted_article_is_the_article_and_its_plants(half):
    lists = read_lists()
    planted = plant_furniture(ARTICLE, [p for p in lists["patterns"] if p["half"] == half], lists, TITLES)
    kept = [(c, place) for c, place in zip(planted.text, planted.origin, strict=True) if place >= 0]
    assert "".join(c for c, _ in kept) == ARTICLE["text"]
    assert [place for _, place in kept] == list(range(len(ARTICLE["text"])))
    assert not [plant.text for plant in planted.plants if "{" in plant.text]
    assert planted == plant_furniture(ARTICLE, [p for p in lists["patterns"] if p["half"] == half], lists, TITLES)


def test_white_space_is_never_counted_as_marked():
    text = "Home » News » Town\n\nThe quay was sold."
    marked = mark_characters(text, None)
    assert sum(marked) == len("Home»News»Town")


def test_a_page_is_flattened_to_the_lines_a_reader_sees():
    assert flatten_page(PAGE).split("\n") == [
        *("Home", "News", "The quay is sold", "By Ann Roe"),
        *("The quay was sold on Monday to a merchant of the town.", "Follow us", "for more"),
    ]


def test_words_of_the_gold_text_are_article_and_title_and_byline_are_neither():
    page = label_page(("a", "site"), PAGE, "The quay was sold on Monday to a merchant of the town.", None, ())
    labels = [page.labels[page.text.index(line)] for line in page.text.split("\n")]
    assert labels == ["f", "f", "-", "-", "a", "f", "f"]
    assert len(page.labels) == len(page.text)
    assert split_pages([page, page]) == ([page, page], [])
