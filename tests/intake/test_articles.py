import gzip
import json
from datetime import date

import pytest

from coranto.config import Limits
from coranto.intake.articles import Failure, find_articles, make_article
from coranto.intake.details import read_published
from coranto.model.article import Article

LIMITS = Limits()


def read(*paths, limits=LIMITS):
    return list(find_articles(paths, limits))


def sources(found):
    return [item.source for item in found]


def test_a_folder_is_read_in_sorted_order_with_paths_below_it(tmp_path):
    (tmp_path / "b.txt").write_text("Two.")
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "z.md").write_text("One.")
    (tmp_path / ".hidden.txt").write_text("No.")
    (tmp_path / "coranto.db").write_bytes(b"SQLite format 3\0")
    assert sources(read(tmp_path)) == ["a/z.md", "b.txt"]


def test_a_file_given_goes_by_its_name(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("One.")
    (article,) = read(path)
    assert isinstance(article, Article)
    assert (article.source, article.text) == ("a.txt", "One.")


def test_the_text_keeps_its_line_breaks_and_spaces(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"One.\r\n\r\n  Two.\rThree.\n")
    assert read(tmp_path)[0].text == "One.\r\n\r\n  Two.\rThree.\n"


def test_the_id_depends_on_source_and_text_alone(tmp_path):
    one, other = make_article("Text.", source="a"), make_article("Text.", source="a", outlet="The Herald")
    assert one.id == other.id != make_article("Text.", source="b").id


def test_lone_surrogates_are_replaced_one_for_one():
    assert make_article("a\ud800b").text == "a\ufffdb"


def test_jsonl_articles_go_by_their_id_or_line(tmp_path):
    lines = [
        {"id": "n1", "text": "One.", "outlet": "The Herald", "published": "2023-12-12T10:00:00Z", "language": "EN-gb"},
        {"text": "Two.", "published": "yesterday", "byline": ["Ann Roe"]},
        {"id": 7, "text": "Three."},
    ]
    with gzip.open(tmp_path / "a.jsonl.gz", "wt") as file:
        file.write("\n".join(map(json.dumps, lines)))
    one, problem, two, three = read(tmp_path)
    assert problem.source == two.source
    assert (one.source, one.outlet, one.published.value, one.published.basis) == (
        "n1", "The Herald", date(2023, 12, 12), "given",
    )  # fmt: skip
    assert (one.language, two.source, two.published.basis, two.byline) == (
        "en",
        "a.jsonl.gz:2",
        "unknown",
        ("Ann Roe",),
    )
    assert three.source == "7"


def test_a_bad_line_is_named_and_the_rest_goes_on(tmp_path):
    bad = ["{", "[1]", '{"id": "x"}', '{"text": " "}', '{"text": "' + "a" * 300 + '"}', "[" * 5000, '{"text": "Good."}']
    (tmp_path / "a.jsonl").write_text("\n".join(bad))
    found = read(tmp_path, limits=Limits(max_line_bytes=200))
    assert [isinstance(item, Failure) for item in found] == [True] * 6 + [False]
    for number, failure in enumerate(found[:-1], 1):
        assert failure.reason.startswith(f"a.jsonl:{number}")
        assert "\n" not in failure.reason
    assert found[-1].source == "a.jsonl:7"


def test_the_same_id_and_text_comes_once(tmp_path):
    lines = ['{"id": "a", "text": "One."}'] * 2 + ['{"id": "a", "text": "Other."}']
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    assert [article.text for article in read(tmp_path)] == ["One.", "Other."]


def test_a_json_file_holds_an_article_or_a_list(tmp_path):
    (tmp_path / "a.json").write_text('{"text": "One."}')
    (tmp_path / "b.json").write_text('[{"text": "Two."}, {"id": "c", "text": "Three."}]')
    assert sources(read(tmp_path)) == ["a.json", "b.json:1", "c"]


def test_sidecars_give_outlet_and_date(tmp_path):
    (tmp_path / "articles.toml").write_text(
        '[defaults]\noutlet = "The Herald"\npublished = 2023-12-01\n["b.txt"]\npublished = "2023-12-02"\n'
    )
    (tmp_path / "a.txt").write_text("One.")
    (tmp_path / "a.json").write_text('{"outlet": "The Argus", "url": "https://example.org/a"}')
    (tmp_path / "b.txt").write_text("Two.")
    one, two = read(tmp_path)
    assert (one.outlet, one.url, one.published.value) == ("The Argus", "https://example.org/a", date(2023, 12, 1))
    assert (two.outlet, two.published.value) == ("The Herald", date(2023, 12, 2))


def test_a_wrong_sidecar_is_reported_and_the_text_read(tmp_path):
    (tmp_path / "articles.toml").write_text("= 1")
    (tmp_path / "a.txt").write_text("One.")
    (tmp_path / "a.json").write_text("{")
    found = read(tmp_path)
    assert [isinstance(item, Failure) for item in found] == [True, True, False]


def test_what_is_wrong_in_a_sidecar_is_told_under_its_own_path(tmp_path):
    folder = tmp_path / "sub"
    folder.mkdir()
    (folder / "articles.toml").write_text(
        'outlet = "The Herald"\n["a.tx"]\nurl = "x"\n["a.txt"]\npublished = "05/03/2023"\n'
    )
    (folder / "a.txt").write_text("One.")
    (folder / "a.json").write_text('{"published": "soon"}')
    *problems, article = read(tmp_path)
    assert article.published.value is None
    assert [problem.source for problem in problems] == ["sub/articles.toml"] * 3 + ["sub/a.json"]
    told = " ".join(problem.reason for problem in problems)
    assert "[a.txt] is read without its date, since '05/03/2023' is none" in told
    assert "no file 'a.tx'" in told
    assert "'outlet' is no table" in told
    assert "sub/a.json: read without its date, since 'soon' is none" in told


def test_a_line_whose_date_is_none_is_read_and_told(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text(
        '{"id": "a", "text": "One.", "published": "05/03/2023"}\n{"id": "b", "text": "Two.", "published": ""}\n'
    )
    problem, one, two = read(path)
    assert problem.source == one.source == "a"
    assert problem.reason.endswith("write it as 2023-12-31")
    assert (one.published.basis, two.published.basis) == ("unknown", "unknown")


@pytest.mark.parametrize(
    ("given", "day"),
    [
        ("2023-12-01", date(2023, 12, 1)),
        ("2023-12-01T23:30:00+05:00", date(2023, 12, 1)),
        ("2023/12/1", date(2023, 12, 1)),
        ("20231201", date(2023, 12, 1)),
        ("Fri, 01 Dec 2023 10:00:00 GMT", date(2023, 12, 1)),
        ("1st December 2023", date(2023, 12, 1)),
        ("Dec. 1, 2023", date(2023, 12, 1)),
        ("Friday, December 1, 2023 10:00 am", date(2023, 12, 1)),
        ("01/12/2023", None),
        ("2023-13-01", None),
        ("1 Foo 2023", None),
        ("2023", None),
        ("", None),
        (20231201, None),
    ],
)
def test_a_given_date_is_read_where_it_has_one_meaning(given, day):
    assert read_published(given).value == day


def test_an_unknown_ending_is_read_where_it_is_text(tmp_path):
    (tmp_path / "a.article").write_text("One.")
    (tmp_path / "b.bin").write_bytes(bytes(range(256)) * 4)
    article, failure = read(tmp_path)
    assert article.text == "One."
    assert ".bin" in failure.reason


def test_what_is_not_there_is_a_failure(tmp_path):
    (failure,) = read(tmp_path / "none.txt")
    assert "no such file" in failure.reason


def test_a_text_past_the_limit_is_a_failure(tmp_path):
    (tmp_path / "a.txt").write_text("word " * 100)
    assert "max_chars" in read(tmp_path, limits=Limits(max_chars=100))[0].reason
    assert "max_bytes" in read(tmp_path, limits=Limits(max_bytes=100))[0].reason
