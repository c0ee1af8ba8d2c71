"""MEANTIME's documents as text, and entities across them."""

from datetime import date

import pytest
from bench.chains import count_b_cubed
from bench.linking import Item, group, score
from bench.newsreader import find_head, read_date, read_document, set_text

XML = """<?xml version="1.0" ?><Document doc_id="1" doc_name="1_Talks" lang="en">
<token number="0" sentence="0" t_id="1">Talks</token><token number="1" sentence="1" t_id="2">March</token>
<token number="2" sentence="1" t_id="3">01</token><token number="3" sentence="1" t_id="4">,</token>
<token number="4" sentence="1" t_id="5">2008</token><token number="5" sentence="2" t_id="6">Nordwind</token>
<token number="6" sentence="2" t_id="7">'s</token><token number="7" sentence="2" t_id="8">chief</token>
<token number="8" sentence="2" t_id="9">left</token><token number="9" sentence="2" t_id="10">.</token>
<Markables><ENTITY_MENTION head="" m_id="1" syntactic_type="NAM"><token_anchor t_id="6"/></ENTITY_MENTION>
<ENTITY_MENTION head="chief" m_id="2" syntactic_type="NOM"><token_anchor t_id="6"/><token_anchor t_id="7"/>
<token_anchor t_id="8"/></ENTITY_MENTION><ENTITY ent_type="ORG" instance_id="ORG1" m_id="3"/>
<ENTITY ent_type="PER" m_id="4"/></Markables>
<Relations><REFERS_TO r_id="1"><source m_id="1"/><target m_id="3"/></REFERS_TO>
<REFERS_TO r_id="2"><source m_id="2"/><target m_id="4"/></REFERS_TO></Relations></Document>"""


def test_a_document_is_text_with_its_mentions(tmp_path):
    (tmp_path / "1_Talks.xml").write_text(XML)
    document = read_document(tmp_path / "1_Talks.xml", "ships")
    assert document.text == "Talks\n\nMarch 01, 2008\n\nNordwind's chief left."
    assert document.published == date(2008, 3, 1)
    assert all(document.text[t.start : t.end] == t.text for t in document.tokens)
    told = [
        (document.text[m.start : m.end], document.text[slice(*m.head)], m.kind, m.instance) for m in document.mentions
    ]
    assert sorted(told) == [("Nordwind", "Nordwind", "ORG", "ORG1"), ("Nordwind's chief", "chief", "PER", None)]
    assert document.make_article().published.value == date(2008, 3, 1)


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("He said , `` we ( all ) do n't know '' .", 'He said, "we (all) don\'t know".'),
        ("Nordwind ' s and Brevik Airways ' boats", "Nordwind's and Brevik Airways' boats"),
        ("I' m sure , said Sean O' Casey , we ' re late", "I'm sure, said Sean O'Casey, we're late"),
        ("the “ secret ” plan of ` drop it ' fame in '11", "the “secret” plan of `drop it' fame in '11"),
    ],
)
def test_spaces_and_quotation_marks_are_those_of_print(words, text):
    assert set_text([(word, 2) for word in words.split()])[0] == text


@pytest.mark.parametrize(
    ("phrase", "told", "named", "head"),
    [
        ("the chief executive of the firm", "", False, "executive"),
        ("the firm 's chief", "chief", False, "chief"),
        ("Bank of Oslo", "", True, "Oslo"),
        ("a ship , the largest", "", False, "ship"),
    ],
)
def test_the_head_stands_before_what_follows_the_core(phrase, told, named, head):
    words = phrase.split()
    assert words[find_head(words, told, named=named)] == head


def test_a_date_line_that_is_none_gives_no_day():
    assert read_date("Monday") is None


def test_a_mention_that_is_missed_is_a_cluster_of_its_own():
    items = [
        Item(("d", number), "ORG", named=True, instance="x", entity=entity, text="x")
        for number, entity in enumerate(["a", "a", None, None])
    ]
    chains = group(items, lambda item: item.entity)
    assert sorted(map(len, chains)) == [1, 1, 2]
    counts = score(items, lambda item: item.entity)
    assert counts == count_b_cubed([frozenset(item.place for item in items)], chains)
    assert counts.precision == 1
    assert counts.recall == pytest.approx((2 * 2 / 4 + 2 / 4) / 4)
