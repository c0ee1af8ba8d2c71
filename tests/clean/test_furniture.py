import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coranto.clean.furniture import find_furniture
from coranto.clean.patterns import load_patterns

TITLE = "Minister of fisheries arrives in Porto Novo for talks"
BODY = (
    "The minister of fisheries arrived in Porto Novo on Monday for talks on the new quay.\n\n"
    "She will stay until Friday, the ministry said, and visit three harbours in the south of the country.\n\n"
)


def marked(text, title=None):
    return [(f.kind, f.span.text) for f in find_furniture(text, title)]


def test_an_article_alone_has_none():
    assert marked(f"{TITLE}\n\nBy Ann Roe\n\nPORTO NOVO, Dec 12 - {BODY}") == []


def test_a_repeated_title_keeps_its_first_copy():
    text = f"{TITLE}\n\n{TITLE}\n{TITLE}\n\n{BODY}"
    found = find_furniture(text, None)
    assert [(f.kind, f.span.start) for f in found] == [("repeat", len(TITLE) + 2), ("repeat", 2 * len(TITLE) + 3)]


def test_a_breadcrumb_glued_to_the_title_is_marked_alone():
    assert marked(f"Home » today » News » {TITLE}\n\n{TITLE}\n\n{BODY}") == [
        ("navigation", "Home » today » News »"),
        ("repeat", TITLE),
    ]


@pytest.mark.parametrize("before", [True, False])
def test_a_pull_quote_goes_and_the_running_sentence_stays(before):
    quote = "She will stay until Friday, the ministry said"
    text = f"{TITLE}\n\n{quote}\n\n{BODY}" if before else f"{TITLE}\n\n{BODY}{quote}\n\nThe end came soon after that."
    assert marked(text) == [("repeat", quote)]


def test_a_paragraph_said_twice_keeps_its_first_copy():
    again = "The quay cost more than its builders had foreseen."
    text = f"{TITLE}\n\n{again}\n\n{BODY}{again}"
    (found,) = find_furniture(text, None)
    assert (found.kind, found.span.start) == ("repeat", text.rindex(again))


def test_an_appeal_under_a_rule_is_marked_to_its_end():
    appeal = "Work with us:\n\nOur small team needs you. Become a member of our journal and keep us going."
    found = marked(f"{BODY * 2}________\n\n{appeal}")
    assert [kind for kind, _ in found if kind == "donation"] == ["donation"] * 2


def test_credits_under_a_rule_are_no_appeal():
    found = marked(f"{BODY * 2}___\n\nThe quay opens in the spring, its builders said.")
    assert [kind for kind, _ in found if kind != "repeat"] == ["other"]


def test_all_after_a_comment_form_is_marked():
    tail = "Leave a Comment\n\nThis site uses Akismet to reduce spam.\n\nNice piece!"
    assert marked(BODY + tail)[-1] == ("comment", tail)


def test_a_comment_in_the_first_half_ends_nothing():
    assert marked(f"Comments\n\n{BODY}") == []


def test_headlines_poured_into_a_sentence_go_and_the_name_stays():
    preview = "Harbour votes put off until spring Overnight: the quay and its critics MORE"
    assert marked(f"{BODY}Minister Ann Maria Roe{preview} on Friday left the town.") == [("navigation", preview)]


PREVIEW = "Harbour votes put off until spring Overnight: the quay and its critics MORE"


@pytest.mark.parametrize(
    "before",
    ["Talks byMinister Ann Roe Ann Maria Roe", "Minister AnnRoe Ann Maria Roe", "Minister Ann RoeAnn Maria Roe"],
)
def test_headlines_begin_after_the_full_name_not_where_a_space_before_it_was_lost(before):
    assert marked(f"{BODY}{before}{PREVIEW} on Friday left the town.") == [("navigation", PREVIEW)]


def test_a_lost_space_before_more_in_capitals_is_no_preview():
    assert marked(f"{BODY}The towns needMORE boats, said the mayor, and not fewer of them.") == []


CASES = [
    ("share", "For Latest Updates Follow us on Google News"),
    ("navigation", "PREV The quay that nobody wanted"),
    ("navigation", "NEXT Spending cuts are announced"),
    ("navigation", "Read also: The quay that nobody wanted"),
    ("navigation", "Related: The quay that nobody wanted"),
    ("advert", "Sign up for Daily Newsletters"),
    ("advert", "ADVERTISEMENT"),
    ("advert", "We use cookies to give you the best experience."),
    ("share", "Share Tweet Post Email"),
    ("donation", "Please donate to keep us going."),
    ("caption", "Enlarge this image toggle caption Ann Roe/AP Ann Roe/AP"),
    ("caption", "The quay at dusk. (Ann Roe/Reuters)"),
    ("other", "Copyright © 2019 The Herald, LLC."),
    ("other", "The Associated Press contributed to this report."),
    ("other", "(Reporting by Ann Roe; Editing by John Doe)"),
    ("other", "Updated at 8:30 a.m. ET"),
    ("other", "___"),
    ("comment", "Leave a Reply"),
    ("caption", "The minister on the quay in the spring. (Ann Roe/Harbour Press)"),
    ("caption", "Minister Ann Roe (left) walks along the quay with the mayor"),
    ("caption", "In this photo taken last year, ships wait outside the harbour"),
    ("caption", "Smoke rises from a boat in an undated handout photo, released by the navy."),
    ("donation", "Our newsroom needs you: support reporting on the harbour with a gift of any size."),
    ("advert", "Poll: Should the quay be built?"),
]


@pytest.mark.parametrize(("kind", "line"), CASES)
def test_furniture_at_the_foot_is_marked(kind, line):
    assert marked(BODY + line) == [(kind, line)]


KEPT = [
    "Next week she will meet the fishermen of the south.",
    "Next, she turned to the mayor.",
    "Related companies paid for the quay, he said.",
    "Share prices fell by a tenth on Monday.",
    "She asked them to donate blood.",
    "Support for the minister fell in the south.",
    "The minister contributed to the fund.",
    "Read the law, she told them.",
    "More than two hundred people work there.",
    "Sign up, the posters said, and thousands did so.",
    "Comments by the mayor angered the fishermen.",
    "Updated rules came into force, she said.",
    "“We follow the rules on the quay,” he said.",
    "Opinion polls put her party ahead.",
    "Photo editors at the paper refused.",
    "Associated Press reporters saw the ships leave.",
    "Get out of the harbour, the crowd shouted.",
    "She wants more.",
    "Ann Roe (R) won the seat, and John Doe (D) lost his.",
    "The quay (left to the town by a merchant) was sold.",
    "In this picture of the town nobody would know it.",
    "The newsroom of the daily was searched, and its reporters asked for support from members of the council.",
]


def test_a_teaser_in_brackets_goes_and_the_sentences_around_it_stay():
    text = BODY + "She left early. [Read more: The quay that nobody wanted] The mayor stayed."
    assert marked(text) == [("navigation", "[Read more: The quay that nobody wanted]")]


def test_headlines_under_a_heading_go_and_the_article_goes_on():
    heads = "Related stories\n\nTen walks to take this autumn\n\nWhy the ferry is late again\n\n"
    found = marked(BODY + heads + "The mayor stayed in the town until the vote was over.")
    assert [text for _, text in found] == heads.strip().split("\n\n")
    assert marked(BODY + "Related stories\n\nWhat comes next\n\nThe mayor stayed.") == [
        ("navigation", "Related stories")
    ]


def test_lines_that_recur_are_marked_and_bylines_are_kept():
    text = f"By Ann Roe\n\n{BODY}Follow the harbour desk"
    found = find_furniture(text, None, frozenset(("by ann roe", "follow the harbour desk")))
    assert [(f.kind, f.rule, f.span.text) for f in found] == [("share", "recurring", "Follow the harbour desk")]


@pytest.mark.parametrize("line", KEPT)
def test_what_only_looks_like_furniture_is_kept(line):
    assert marked(BODY + line) == []


def test_every_pattern_has_a_name_of_its_own_and_matches_something():
    patterns = load_patterns()
    assert len({p.rule for p in patterns}) == len(patterns)
    assert not [p.rule for p in patterns if p.match.fullmatch("The minister left.")]


TEXTS = st.lists(
    st.one_of(st.text(max_size=60), st.sampled_from([TITLE, BODY, "___", "Home » News »", "Leave a Comment", " MORE"])),
    max_size=12,
).map("\n".join)


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.one_of(st.none(), st.just(TITLE)))
def test_any_furniture_is_sorted_apart_and_equal_to_its_slice(text, title):
    reached = 0
    for found in find_furniture(text, title):
        assert reached <= found.span.start < found.span.end <= len(text)
        assert found.span.text == text[found.span.start : found.span.end]
        assert re.search(r"\S", found.span.text)
        reached = found.span.end


@pytest.mark.parametrize(
    "line",
    [
        "The ferry leaves the old quay for the last time in March (Photo: Harbour Trust)",
        "Two of the builders look over the plans for the quay. Photo by Ann Roe",
        "The quay was closed for a day after the stormCredit: Ann Roe",
        "Men carry stones up from the beach below the town Ann Roe/Getty Images",
        "The minister of fisheries Ann Roe, left, and the mayor, Jo Bell, look at the quay in Porto Novo.",
    ],
)
def test_a_caption_with_its_credit_or_with_who_stands_where_is_marked_whole(line):
    assert ("caption", line) in marked(f"{TITLE}\n\n{BODY}{line}\n\n{BODY.replace('quay', 'pier')}")


@pytest.mark.parametrize(
    "line",
    [
        "The mayor told the council that a photo by Ann Roe had shown the old quay before the storm.",
        "The two parties, left and right, voted for the quay (and for the road to it).",
        "“The captain, left, was my brother,” she told the court.",
    ],
)
def test_a_sentence_with_a_photo_or_a_left_hand_side_is_no_caption(line):
    assert marked(f"{TITLE}\n\n{BODY}{line}") == []
