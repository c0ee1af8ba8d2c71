from coranto.clean.evidence import choose_recurring, fold_line, fold_lines, list_candidates, name_publisher

BODY = (
    "The harbour master said that {} ships had left the port before the storm, and that the rest would follow by night."
)
PLEA = "We need your help to go on: give what you can today, and our reporters will be in the harbour again tomorrow."


def recurring(text, others, published=10):
    lines = fold_lines(text)
    return choose_recurring(lines, {fold_line(line): bearers for line, bearers in others.items()}, published)


def test_lines_are_compared_without_case_blanks_and_figures():
    assert fold_line("  12  Comments ") == fold_line("7 comments")
    assert [line.folded for line in fold_lines("Share\n\nShare\n\nBy Ann Roe\n\nAnn Roe\n\n***\n\n5 comments")] == [
        "share",
        "0 comments",
    ]


def test_a_short_line_in_three_others_recurs():
    assert recurring("Share this story\n\nA ship sank.", {"Share this story": [1, 2, 3], "A ship sank.": [1, 2]}) == {
        "share this story"
    }


def test_a_long_line_recurs_only_where_it_speaks_to_the_reader():
    body = BODY.format("two")
    found = recurring(f"{body}\n\n{PLEA}\n\nOne more.", {body: range(3, 9), PLEA: range(20, 26)})
    assert found == {fold_line(PLEA)}


def test_a_long_line_must_stand_in_its_share_of_a_big_outlet():
    assert recurring(PLEA, {PLEA: range(20)}, published=900)
    assert not recurring(PLEA, {PLEA: range(10)}, published=900)


def test_copies_of_an_article_show_nothing():
    lines = [BODY.format(word) for word in ("two", "three", "four")]
    text = "\n\n".join(["Port closes", *lines])
    copies = {line: [1, 2, 3, 4, 5] for line in ("Port closes", *lines)}
    assert recurring(text, copies) == frozenset()
    assert recurring(text, {"Port closes": [1, 2, 3]}) == {"port closes"}


def test_what_is_asked_of_the_corpus_are_the_halves_of_unknown_words():
    asked = list_candidates("The minister Petrenkoarrived in byVasilenko by night.")
    assert {"Petrenko", "Petrenkoarrived", "Vasilenko"} <= asked
    assert {"Grey House", "Grey", "House"} <= list_candidates("They left the GreyHousewhere they met.")
    assert "minister" not in asked


def test_an_article_is_its_outlets_else_its_hosts():
    assert name_publisher("Harbour  Post", "https://x.org") == "harbour post"
    assert name_publisher(None, "https://www.example.org/a") == "example.org"
    assert name_publisher(None, None) is name_publisher(None, "http://[") is None
