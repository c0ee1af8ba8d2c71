import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coranto.clean.furniture import find_furniture
from coranto.clean.lines import (
    describe_line,
    describe_lines,
    find_doubtful,
    find_lists,
    find_page_lines,
    guess_kind,
    load_cues,
    load_kinds,
    load_weights,
)
from coranto.clean.paragraphs import find_paragraphs

PROSE = [
    "The minister of fisheries arrived in the harbour town on Monday and met the builders of the new quay.",
    "She said the works would be over by the spring, and that the town would have to pay a third of what they cost.",
    "The mayor told reporters that he had not been asked, and that the council would look at the figures again.",
    "Fishermen have waited for the quay since the storm of three years ago took the old one away.",
    "“We were promised it for last year,” said one of them, who has sold two of his boats since then.",
    "The ministry did not answer questions about the price of the stone, which comes from a quarry in the north.",
    "A vote in the council is expected on Thursday, after a hearing to which the builders have been called.",
    "If it fails, the works will stop, and the stone that lies on the beach will have to be taken back.",
]
TITLE = "Minister meets builders of the new quay in the harbour town"
MENU = ["Home", "News", "Sport", "Weather", "Subscribe", "Sign in", "Search", "Newsletters", "Contact us", "Podcasts"]
FOOT = [
    "Share on Facebook",
    "Most read",
    "Ten walks to take this autumn",
    "Why the ferry is late again",
    "Sign up for our newsletter",
    "Privacy Policy",
    "Terms of Use",
    "Advertise with us",
    "© 2021 The Harbour News. All rights reserved.",
]


def mark_lines(lines, title=None):
    """The lines that are marked, whatever the rule."""
    text = "\n\n".join(lines)
    found = find_furniture(text, title)
    covered = {i for f in found for i in range(f.span.start, f.span.end)}
    return [text[p.first : p.last] for p in find_paragraphs(text) if p.first in covered]


def test_the_menus_of_a_flattened_page_are_marked_and_its_article_is_kept():
    marked = mark_lines([*MENU, TITLE, "By Ann Roe", *PROSE, *FOOT])
    assert not set(marked) & {TITLE, "By Ann Roe", *PROSE}
    assert len(marked) >= len(MENU) + len(FOOT) - 2


def test_an_article_alone_has_no_page_lines():
    text = "\n\n".join([TITLE, "By Ann Roe", *PROSE])
    paragraphs = find_paragraphs(text)
    assert find_page_lines(text, paragraphs, [False] * len(paragraphs)) == []


@pytest.mark.parametrize(
    "line",
    [
        "Ann Roe",
        "What comes next",
        "Is the quay worth it?",
        "“Follow the money,” she told the council.",
        "He asked his listeners to subscribe to the plan.",
        "The newspaper said it would share the letters with the court.",
    ],
)
def test_a_line_of_the_article_between_its_paragraphs_is_kept(line):
    assert mark_lines([TITLE, *PROSE[:4], line, *PROSE[4:]]) == []


@pytest.mark.parametrize(
    "line",
    [
        "Sign up to receive our best stories every day in your email",
        "Click here to read more about our privacy policy and cookies",
        "Share this with your friends on Facebook",
        "Subscribe for more news and updates",
    ],
)
def test_a_line_in_a_page_s_own_words_is_marked_at_the_foot_of_an_article(line):
    assert mark_lines([TITLE, *PROSE, line]) == [line]


PAGE_PROSE = {"long:body_main": 1.0, "long:page": 1.0}
FARES = ["May 3 – Oban, pier 5", "May 4 – Mallaig, pier 6", "May 5 – Ullapool, pier 7"]


@pytest.mark.parametrize(
    ("lines", "cues", "kept"),
    [
        (FARES, [0.1, 0.0, -0.2], {1, 2, 3}),
        (FARES, [1.5, 0.0, -0.2], set()),
        (FARES[:2], [0.0, 0.0], set()),
        (["World", "Sport", "Weather"], [0.0, 0.0, 0.0], set()),
    ],
)
def test_a_list_with_figures_right_below_the_prose_of_a_page_is_kept(lines, cues, kept):
    text = "\n".join([PROSE[0], *lines])
    described = [PAGE_PROSE, *({"cue": cue, "often": 0.0} for cue in cues)]
    assert find_lists(text, find_paragraphs(text), described, [False] * len(described)) == kept


def test_a_long_stretch_whose_lines_only_hold_one_another_up_is_doubtful():
    weak = [-0.5] * 8
    assert find_doubtful(range(8), [False] * 8, weak) == set(range(8))
    assert not find_doubtful(range(4), [False] * 4, weak[:4])
    assert not find_doubtful(range(8), [False] * 8, [3.0] * 8)
    assert not find_doubtful(range(1, 7), [True, *[False] * 6, True], [1.0, *weak[:6], 1.0])


def test_nothing_is_found_in_another_language_or_in_a_few_words():
    spanish = ["El ministro llegó el lunes a la ciudad y habló con los obreros del puerto nuevo."] * 3
    for lines in ([*MENU, *spanish], [*MENU, "Short."], []):
        text = "\n".join(lines)
        paragraphs = find_paragraphs(text)
        assert find_page_lines(text, paragraphs, [False] * len(paragraphs)) == []


def test_a_long_paragraph_is_kept_wherever_it_stands():
    long = " ".join(PROSE * 2)
    assert long not in mark_lines([*MENU, *FOOT, long, *MENU])


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Donate now", "donation"),
        ("12 Comments", "comment"),
        ("Photo courtesy of the harbour", "caption"),
        ("Follow us for more", "share"),
        ("Subscribe today", "advert"),
        ("World", "navigation"),
        ("The harbour is open.", "other"),
    ],
)
def test_the_kind_is_told_by_the_words(line, kind):
    assert guess_kind(line) == kind


def test_sentences_are_prose_and_labels_are_not():
    assert describe_line(PROSE[0]).prose == len(PROSE[0].split())
    assert [describe_line(line).prose for line in [*MENU, "Ten walks to take this autumn"]] == [0] * 11


def test_each_weight_is_of_a_feature_that_there_is():
    text = "\n\n".join([*MENU, *PROSE, *FOOT, *PROSE[:1]])
    paragraphs = find_paragraphs(text)
    named = {name.split(":")[0] for row in describe_lines(text, paragraphs, [False] * len(paragraphs)) for name in row}
    named |= {"text", "page", "text_short", "text_long", "long", "short", "previous", "next"}
    named |= {f"size_{size}" for size in (1, 3, 6, 10, 20, 40, "more")}
    assert {name.split(":")[0] for name in load_weights("weights")} <= named
    assert set(load_weights("own")) <= named
    kinds = {f"{place}_{sort}" for place in ("page", "article", "inside") for sort in ("short", "long")}
    assert set(load_weights("least")) == {*kinds, "beside"}
    assert len(load_kinds()) == 5
    assert all(-3 <= weight <= 4 for weight in load_cues().values())


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([*MENU, *FOOT, *PROSE, "", "1", "Ann Roe:"]), max_size=40))
def test_page_lines_are_in_order_and_never_known_ones(lines):
    text = "\n".join(lines)
    paragraphs = find_paragraphs(text)
    known = [i % 3 == 0 for i in range(len(paragraphs))]
    found = find_page_lines(text, paragraphs, known)
    assert found == sorted(set(found))
    assert not any(known[i] for i in found)


def test_the_title_that_opens_a_text_of_prose_is_kept():
    prose = (
        "The harbour master said on Monday that the old quay would be closed until the end of the month, and that the "
        "ships which had been waiting outside the port would be sent to the northern harbour instead of it.\n\n"
    )
    text = (
        "Port closes quay, sends ships north\n\n"
        + prose
        + prose.replace("Monday", "Friday")
        + prose.replace("old", "new")
    )
    assert not [f for f in find_furniture(text, None) if f.span.start == 0]
