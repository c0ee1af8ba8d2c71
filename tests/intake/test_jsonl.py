"""Articles in JSON."""

import gzip
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coranto.config import Limits
from coranto.errors import FormatError
from coranto.intake.details import Failure
from coranto.intake.files import FoundFile
from coranto.intake.jsonl import Given, parse_json, read_lines, read_objects, read_record


def read(tmp_path, data, limits=None, name="a.jsonl"):
    path = tmp_path / name
    path.write_bytes(data)
    return list(read_lines(FoundFile(path, name), limits or Limits()))


def test_each_line_is_an_article_and_a_bad_one_does_not_stop_the_rest(tmp_path):
    lines = [b'{"id": "one", "text": "Words."}', b"{", b"", b'{"text": "More."}', b'"words"', b'{"id": "no text"}']
    found = read(tmp_path, b"\n".join(lines))
    assert [(type(item), item.source) for item in found] == [
        (Given, "one"),
        (Failure, "a.jsonl:2"),
        (Given, "a.jsonl:4"),
        (Failure, "a.jsonl:5"),
        (Failure, "a.jsonl:6"),
    ]
    assert all("\n" not in item.reason for item in found if isinstance(item, Failure))


def test_a_byte_order_mark_and_other_line_ends_do_no_harm(tmp_path):
    found = read(tmp_path, b'\xef\xbb\xbf{"text": "One."}\r\n{"text": "Two."}')
    assert [item.text for item in found] == ["One.", "Two."]


def test_a_line_too_long_is_passed_over_and_the_next_is_read(tmp_path):
    long = json.dumps({"text": "w" * 500}).encode()
    found = read(tmp_path, long + b'\n{"text": "Two."}\n', Limits(max_line_bytes=100))
    assert isinstance(found[0], Failure)
    assert "max_line_bytes" in found[0].reason
    assert (found[1].source, found[1].text) == ("a.jsonl:2", "Two.")


def test_a_packed_file_is_read_and_an_empty_one_is_told(tmp_path):
    assert [i.text for i in read(tmp_path, gzip.compress(b'{"text": "One."}'), name="a.jsonl.gz")] == ["One."]
    (failure,) = read(tmp_path, b"")
    assert "empty" in failure.reason


def test_a_json_file_holds_one_article_or_a_list():
    assert [i.source for i in read_objects(b'{"text": "One."}', "a.json")] == ["a.json"]
    found = list(read_objects(b'[{"text": "One."}, 7, {"id": 5, "text": "Two."}]', "a.json"))
    assert [i.source for i in found] == ["a.json:1", "a.json:2", "5"]
    assert isinstance(found[1], Failure)
    assert isinstance(next(read_objects(b"[", "a.json")), Failure)


@pytest.mark.parametrize("data", [b"{", b"\xff\xfe", b"[" * 200_000, b"1" * 5000])
def test_what_is_no_json_is_named(data):
    with pytest.raises(FormatError, match=r"^a\.json: "):
        parse_json(data, "a.json")


@pytest.mark.parametrize("given_id", [True, None, "", "  ", [], 1.5])
def test_an_id_that_is_none_gives_way_to_the_name(given_id):
    assert read_record({"id": given_id, "text": "Words."}, "a.json").source == "a.json"


def test_a_lone_surrogate_is_replaced_one_for_one():
    given_record = read_record({"text": "a\ud800b"}, "a.json")
    assert given_record.text == "a\ufffdb"
    given_record.text.encode()


def test_a_date_that_is_none_is_told_and_the_article_is_read():
    record = read_record({"text": "Words.", "published": "soon"}, "a.json")
    assert record.details.published.value is None
    assert "soon" in record.problem


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "text", "title", "published", "byline"]), inner)
    ),
    max_leaves=8,
)


@settings(max_examples=80, deadline=None)
@given(JSON)
def test_any_json_is_articles_or_failures(value):
    for item in read_objects(json.dumps(value).encode(), "a.json"):
        assert isinstance(item, Given | Failure)
        assert item.source
        assert isinstance(item, Failure) or item.text.strip()
