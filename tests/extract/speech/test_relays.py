"""Outlets that pass on what was said to them or in them."""

import pytest

from coranto.extract.speech.attributions import find_attributions
from tests.texts import parse

CASES = [
    ("Lind told Reuters that the port had closed.", "Reuters"),
    ("Lind said on CNN that the port had closed.", "CNN"),
    ('Lind told NBC\'s "Meet the Press" that the port had closed.', "NBC's \"Meet the Press"),
    ("The port had closed, wrote Senator Lind in The Hill.", "The Hill"),
    ("Speaking to Reuters on Monday, Lind said the port had closed.", "Reuters"),
    ("The Courier quoted Lind as saying that the port had closed.", "The Courier"),
]


@pytest.mark.parametrize(("text", "relay"), CASES)
def test_the_outlet_beside_the_cue_passes_it_on(text: str, relay: str) -> None:
    drafts = [d for d in find_attributions(parse(text)) if d.relay]
    assert [phrase.span.text for phrase in drafts[-1].relay] == [relay]


@pytest.mark.parametrize(
    "text", ["Lind said the port had closed, Berg told Dahl.", "Lind said that Reuters had closed its office."]
)
def test_an_outlet_that_is_spoken_of_passes_nothing_on(text: str) -> None:
    assert not [d for d in find_attributions(parse(text)) if d.relay]


@pytest.mark.parametrize(
    "text",
    [
        "The Post, citing a Courier report that cited Anna Lind, said the ship had sunk.",
        "The Courier, quoting the Post, which cited Lind, said that the ship had sunk.",
    ],
)
def test_of_two_who_quote_in_a_row_what_is_told_is_kept(text: str) -> None:
    contents = [span.text.removeprefix("that ") for draft in find_attributions(parse(text)) for span in draft.content]
    assert "the ship had sunk" in contents


@pytest.mark.parametrize(
    "text",
    [
        "“The port will close,” Lind said, referring to a statement by the union.",
        "She said the port had closed, citing the union's report.",
        "“It is a scandal,” the minister said, referring to Berg, the former mayor.",
    ],
)
def test_who_speaks_for_himself_passes_nobody_on(text: str) -> None:
    draft = find_attributions(parse(text))[0]
    assert (draft.source[0].span.text in ("Lind", "She", "the minister"), draft.relay) == (True, ())


def test_a_surname_that_the_parse_does_not_know_speaks_for_itself() -> None:
    draft = find_attributions(parse("“They would like to see him lose,” Dorn tweeted, quoting the ministry's report."))[
        0
    ]
    assert (draft.source[0].span.text, draft.relay) == ("Dorn", ())


def test_who_quotes_somebody_by_title_and_name_passes_that_one_on() -> None:
    text = "A note by the state network Radio Mirna which quotes the Ministry spokesperson, Ann Lind says that it sank."
    draft = next(d for d in find_attributions(parse(text)) if d.relay)
    assert (draft.source[0].span.text, draft.relay[0].span.text) == ("Ann Lind", "Radio Mirna")
