import json
import re
from base64 import b64encode
from collections import Counter
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from coranto.model.reading import Reading
from coranto.report import build_page
from coranto.report.cast import Actor
from coranto.report.page import _rank_actors


@pytest.fixture(scope="module")
def page(readings):
    return build_page(readings, title="Boats & <ferries>")


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attributes):
        self.found.append((tag, dict(attributes)))


def read_tags(page):
    parser = Tags()
    parser.feed(page)
    return parser.found


def test_the_page_is_the_same_each_time(readings, page):
    assert build_page(readings, title="Boats & <ferries>") == page


def test_the_order_of_the_readings_does_not_change_the_order_of_the_articles(readings, page):
    turned = build_page(readings[::-1], title="Boats & <ferries>")
    order = [reading.article.id for reading in readings]
    for text in (page, turned):
        assert [a["id"] for tag, a in read_tags(text) if tag == "details" and a.get("class") == "art"] == order


def test_nothing_on_the_page_asks_the_network(page):
    for tag, attributes in read_tags(page):
        assert tag not in {"link", "img", "iframe", "object", "base"}
        assert not {"src", "srcset", "style", "onclick", "action"} & set(attributes)
        assert attributes.get("href", "#").startswith("#")
    assert "url(" not in page.replace("url(#tip-", "")
    assert "@import" not in page


def test_only_the_pages_own_script_and_style_may_run(page):
    policy = next(a["content"] for tag, a in read_tags(page) if a.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'")
    for tag in ("style", "script"):
        body = re.search(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL).group(1)
        assert b64encode(sha256(body.encode()).digest()).decode() in policy


def test_words_from_outside_are_escaped(page):
    assert "<ferries>" not in page
    assert page.count("<script") == 2
    assert "<title>Boats &amp; &lt;ferries&gt;</title>" in page


def test_data_cannot_close_its_script(readings):
    entity = readings[1].entities[0].model_copy(update={"name": "</script><b>"})
    text = build_page((readings[1].model_copy(update={"entities": (entity,)}),), title="x")
    assert "</script><b>" not in text


def test_the_data_names_every_event(readings, page):
    data = json.loads(re.search(r'id="data">(.*?)</script>', page, re.DOTALL).group(1))
    assert {row[0] for row in data} == {event.id for reading in readings for event in reading.events}


def test_every_inner_link_leads_somewhere_and_ids_are_single(page):
    tags = read_tags(page)
    ids = [a["id"] for _, a in tags if "id" in a]
    assert len(ids) == len(set(ids))
    missing = {a["href"] for _, a in tags if "href" in a and a["href"][1:] not in ids}
    assert not missing


def test_silences_and_denials_stand_out(page):
    silences = page.split('class="silences"')[1].split("</section>")[0]
    assert "port authority" in silences
    disputes = page.split('class="disputes"')[1].split("</section>")[0]
    assert "Kari Lund" in disputes
    assert "denied" in disputes


def test_a_page_of_nothing_can_be_built(readings):
    assert "No events were found" in build_page((), title="Nothing")
    bare = Reading(article=readings[0].article, run=readings[0].run)
    assert "Nobody is quoted" in build_page((bare,), title="Bare")


def test_an_article_given_twice_is_shown_once(readings, page):
    assert build_page((*readings, readings[0]), title="Boats & <ferries>") == page


def test_a_long_list_of_names_starts_with_those_most_seen():
    actors = [Actor(number, f"Name {number:03}", "person", None, None, None) for number in range(80)]
    (most, first), (everyone, rest) = _rank_actors(Counter({actor: actor.number + 1 for actor in actors}))
    assert (most, everyone) == ("in most events", "everyone")
    assert first[0] == (79, "Name 079 (80)")
    assert [number for number, _ in rest] == list(range(80))
    assert len(_rank_actors(Counter(actors[:5]))) == 1
