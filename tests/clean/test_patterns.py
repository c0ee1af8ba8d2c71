"""The patterns of furniture as compiled."""

import pytest

from coranto.clean import patterns
from coranto.clean.patterns import LONGEST, find_fitting, load_appeal, load_patterns

ARTICLE = [
    "The mayor opened the harbour on Monday.",
    "“We will build more,” she told the council.",
    "More than 40 ships arrived, the port authority said.",
]


def test_every_rule_has_a_name_of_its_own():
    names = [pattern.rule for pattern in load_patterns()]
    assert len(names) > 20
    assert len(set(names)) == len(names)


def test_no_pattern_matches_nothing_or_reaches_beyond_its_scope():
    for pattern in load_patterns():
        found = pattern.match.match("")
        assert found is None or pattern.scope in {"end", "part"}, pattern.rule
        assert 0 < pattern.most <= LONGEST["end"], pattern.rule


@pytest.mark.parametrize("paragraph", ARTICLE)
def test_a_line_of_an_article_is_wholly_no_furniture(paragraph):
    hits = [p.rule for p in load_patterns() if p.scope == "line" and p.match.fullmatch(paragraph)]
    assert hits == []


FURNITURE = [
    ("Post navigation", "navigation"),
    ("Read also: Harbour opens", "navigation"),
    ("Sign up for our newsletter", "advert"),
]


@pytest.mark.parametrize(("paragraph", "kind"), FURNITURE)
def test_a_line_of_a_page_is_told_by_its_kind(paragraph, kind):
    hits = {p.kind for p in load_patterns() if p.scope in {"line", "start"} and p.match.match(paragraph)}
    assert kind in hits


def test_only_a_request_for_money_is_an_appeal():
    assert load_appeal().search("Please donate to keep our journalism free.")
    assert not load_appeal().search("The mayor opened the harbour on Monday.")


@pytest.mark.parametrize("slip", [{"scope": "all"}, {"kind": "noise"}, {"where": "left"}])
def test_a_slip_in_the_file_is_named_with_its_rule(monkeypatch, slip):
    row = {"rule": "mine", "kind": "share", "scope": "line", "match": "x"} | slip
    monkeypatch.setattr(patterns, "read_yaml", lambda _: {"patterns": [row]})
    with pytest.raises(ValueError, match="mine"):
        load_patterns.__wrapped__()


@pytest.mark.parametrize("size", [1, 10, 11, 120, 250, 700, 99_999, 100_000, 100_001])
def test_a_paragraph_is_matched_by_the_patterns_for_its_size_alone(size):
    assert find_fitting(size) == tuple(pattern for pattern in load_patterns() if size <= pattern.most)
