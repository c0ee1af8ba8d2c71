import html
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from coranto.model.article import Article, Furniture, Repair
from coranto.model.reading import Reading, Run
from coranto.model.span import Span
from coranto.model.values import Time
from coranto.report.article import mark_article, mark_words
from coranto.report.cast import build_roster
from coranto.report.views import view_events, view_statements


def mark(reading):
    roster = build_roster((reading,))
    return mark_article(reading, view_events(reading, roster, 0), view_statements(reading, roster))


def read_back(markup):
    return html.unescape(re.sub(r"<[^>]*>", "", markup))


def test_furniture_is_folded_away_in_runs(readings):
    runs = mark(readings[0])
    assert [run.furniture for run in runs] == [True, False, True]
    assert "Share this page" in runs[2].lines[0].html


def test_a_script_in_an_article_is_only_words(readings):
    page = "".join(line.html for run in mark(readings[0]) for line in run.lines)
    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_a_trigger_links_to_its_event_and_is_its_anchor(readings):
    event = readings[0].events[0]
    page = "".join(line.html for run in mark(readings[0]) for line in run.lines)
    assert f'<i id="w-{event.id}"></i><a href="#{event.id}"' in page


def test_each_event_has_one_anchor_though_they_share_a_trigger(readings):
    page = "".join(line.html for run in mark(readings[0]) for line in run.lines)
    assert sorted(re.findall(r'id="w-([^"]+)"', page)) == sorted(event.id for event in readings[0].events)


def test_a_repair_says_what_was_read(readings):
    page = "".join(line.html for run in mark(readings[0]) for line in run.lines)
    assert "read as “authority declined” (space)" in page


def test_a_repair_that_puts_something_in_leaves_the_text_as_found():
    text = "Portauthority"
    repair = Repair(span=Span.of(text, 4, 4), repaired=" ", kind="space", rule="r")
    article = Article(id="art-1", source="a", sha256="", text=text, repairs=(repair,))
    line = mark(Reading(article=article, run=Run(coranto="0")))[0].lines[0]
    assert read_back(line.html) == text
    assert "gap" in line.html


TEXTS = st.text(alphabet=st.sampled_from("ab <>&\"'\n\ré\U0001f4f0"), min_size=1, max_size=40)
PAIRS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=5)


@settings(max_examples=80, deadline=None)
@given(TEXTS, PAIRS, PAIRS)
def test_marks_change_no_character_and_are_well_formed(text, times, furniture):
    def spans(pairs):
        for a, b in pairs:
            start, end = sorted((min(a, len(text)), min(b, len(text))))
            if start < end:
                yield Span.of(text, start, end)

    article = Article(
        id="art-1",
        source="a",
        sha256="",
        text=text,
        furniture=tuple(Furniture(span=s, kind="other", rule="r") for s in spans(furniture)),
    )
    found = tuple(
        Time(id=f"tim-{i}", span=s, type="DATE", value="<x>", basis="unknown") for i, s in enumerate(spans(times))
    )
    lines = [
        line.html for run in mark(Reading(article=article, times=found, run=Run(coranto="0"))) for line in run.lines
    ]
    wanted = [line for line in text.split("\n") if line.strip()]
    assert [read_back(line) for line in lines] == wanted
    for line in lines:
        depth = 0
        for tag in re.findall(r"<(/?)(?:span|a)\b", line):
            depth += -1 if tag else 1
            assert depth in {0, 1}
        assert depth == 0


def test_a_clause_shows_its_trigger_in_bold_on_one_line():
    text = "They <met>\nin Oslo."
    assert mark_words(Span.of(text, 0, 19), [Span.of(text, 6, 9)]) == "They &lt;<b>met</b>&gt; in Oslo."


def test_a_trigger_outside_the_clause_is_left_alone():
    text = "They met in Oslo."
    assert mark_words(Span.of(text, 0, 8), [Span.of(text, 12, 16)]) == "They met"
