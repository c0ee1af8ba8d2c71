"""Attributions: who, by what words, says what."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coranto.extract.speech.attributions import find_attributions
from coranto.model.drafts import AttributionDraft
from coranto.parse.sentences import parse_blocks
from tests.extract.paragraphs import make_paragraphs
from tests.texts import parse


def find(*paragraphs: str) -> tuple[AttributionDraft, ...]:
    blocks, text = make_paragraphs(*paragraphs)
    return find_attributions(parse_blocks(blocks, text))


def source_of(draft: AttributionDraft) -> str:
    return " / ".join(phrase.span.text for phrase in draft.source)


def content_of(draft: AttributionDraft) -> list[str]:
    return [span.text for span in draft.content]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The mayor said that the bridge would close.", "The mayor", ["that the bridge would close"]),
        ("The bridge would close, the mayor said.", "the mayor", ["The bridge would close"]),
        ("The bridge, she said, would close on Monday.", "she", ["The bridge", "would close on Monday"]),
        ("According to the mayor, the bridge would close.", "the mayor", ["the bridge would close"]),
        ("The bridge would close, according to the mayor.", "the mayor", ["The bridge would close"]),
        ("“The bridge will close,” said the mayor.", "the mayor", ["“The bridge will close,”"]),
        ("The mayor told reporters that the bridge would close.", "The mayor", ["that the bridge would close"]),
        ("He denied taking bribes.", "He", ["taking bribes"]),
        ("The envoy promised to withdraw the troops.", "The envoy", ["to withdraw the troops"]),
        ("The rebels accused the army of shelling the town.", "The rebels", ["the army of shelling the town"]),
        ("The envoy called for an inquiry.", "The envoy", ["an inquiry"]),
        ("The party warned of a long war.", "The party", ["a long war"]),
        ("There was Norway's claim that the ship sank.", "Norway's", ["that the ship sank"]),
        ("The report says the dam is weak.", "The report", ["the dam is weak"]),
        ("The plan was criticized by farmers for its cost.", "farmers", ["The plan", "for its cost"]),
        ("He was quoted as saying that the ship sank.", "He", ["that the ship sank"]),
        ("Reportedly the ship sank off Bergen.", "", ["the ship sank off Bergen"]),
    ],
)
def test_source_and_content_in_every_order(text: str, source: str, content: list[str]) -> None:
    draft = find(text)[0]
    assert (source_of(draft), content_of(draft)) == (source, content)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("“The bridge will close,” she said.", "direct"),
        ("She said the bridge was “a ruin” and would close.", "mixed"),
        ("She said the bridge would close.", "indirect"),
        ("She declined to comment.", "silence"),
    ],
)
def test_the_form_follows_the_quotation_marks(text: str, form: str) -> None:
    assert find(text)[0].form == form


def test_a_participle_has_the_speaker_of_its_clause() -> None:
    drafts = find("The mayor said the bridge would close, adding that the ferry would run.")
    assert [source_of(draft) for draft in drafts] == ["The mayor", "The mayor"]
    assert content_of(drafts[1]) == ["that the ferry would run"]


def test_the_next_quotation_has_the_same_speaker() -> None:
    drafts = find("“The bridge will close,” Mr. Lee said on Monday. “The ferry will run.”")
    assert content_of(drafts[0]) == ["“The bridge will close,”", "“The ferry will run.”"]


def test_a_quotation_of_several_paragraphs_has_one_speaker() -> None:
    drafts = find("“The bridge will close,” she said. “The ferry will run.", "“We shall build another one.”")
    assert content_of(drafts[0])[-1] == "“We shall build another one.”"


def test_a_quotation_before_a_new_sentence_is_not_the_next_speakers() -> None:
    drafts = find("“The bridge will close,” Ann Lee said. “It is old.” Bo Dahl said he was sad.")
    assert content_of(drafts[0]) == ["“The bridge will close,”", "“It is old.”"]
    assert content_of(drafts[1]) == ["he was sad"]


def test_a_colon_leads_to_the_next_paragraph() -> None:
    drafts = find("The mayor responded:", "“The bridge will close. It is too old to mend.”")
    assert source_of(drafts[0]) == "The mayor"
    assert drafts[0].form == "direct"


def test_a_headline_names_its_speaker() -> None:
    draft = find("Norway: Fishing Fleet Will Stay In Port Until Spring")[0]
    assert (source_of(draft), draft.rule) == ("Norway", "headline_colon")


def test_what_stands_within_a_content_has_it_for_parent() -> None:
    drafts = find("The paper said the minister claimed that the bridge was safe.")
    assert [draft.parent for draft in drafts] == [None, 0]
    assert [source_of(draft) for draft in drafts] == ["The paper", "the minister"]


def test_an_outlet_according_to_which_someone_said_it_passes_it_on() -> None:
    [draft] = find("The minister said the bridge was safe, according to the Harbour Courier.")
    assert source_of(draft) == "The minister"
    assert [phrase.span.text for phrase in draft.relay] == ["the Harbour Courier"]


def test_what_someone_said_according_to_a_person_is_part_of_what_that_person_tells() -> None:
    drafts = find("According to the ombudsman, the bank said that the files were lost.")
    said = next(draft for draft in drafts if draft.rule.startswith("verb_say"))
    assert said.parent is not None
    assert source_of(drafts[said.parent]) == "the ombudsman"


def test_who_quotes_someone_passes_it_on() -> None:
    draft = find("State television quoted the general as saying that the war was over.")[0]
    assert source_of(draft) == "the general"
    assert [phrase.span.text for phrase in draft.relay] == ["State television"]


def test_who_is_told_is_the_addressee() -> None:
    draft = find("The mayor told reporters that the bridge would close.")[0]
    assert draft.addressee is not None
    assert draft.addressee.span.text == "reporters"


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The mayor did not respond to a request for comment.", "silent"),
        ("The mayor declined to comment.", "decline_comment"),
        ("The ministry refused to give details.", "decline_comment"),
        ("The army had no immediate comment.", "decline_comment"),
        ("Mr. Lee could not be reached for comment.", "silent"),
        ("The palace remained silent about the affair.", "silent"),
        ("The general gave no details.", "silent"),
        ("The mayor won't say why.", "decline_comment"),
        ("The letter made no mention of the fleet.", "silent"),
        ("The candidates have not discussed the harbour.", "silent"),
        ("She declined to describe the cargo.", "decline_comment"),
    ],
)
def test_silence_has_a_source_and_no_content(text: str, act: str) -> None:
    draft = find(text)[0]
    assert (draft.form, draft.act, draft.content) == ("silence", act, ())
    assert draft.source


@pytest.mark.parametrize(
    "text",
    [
        "The ship sank off Bergen on Monday.",
        "The said bill became law.",
        "Snow fell according to plan.",
        "Troops crossed the river and took the town.",
    ],
)
def test_plain_narration_is_nobodys_words(text: str) -> None:
    assert find(text) == ()


def test_what_is_not_known_is_nobodys_silence() -> None:
    draft = find("It was not immediately clear how many were aboard.")[0]
    assert (draft.form, draft.source) == ("silence", ())


def test_a_comment_that_is_not_dismissed_is_no_silence() -> None:
    assert all(d.form != "silence" for d in find("The palace did not dismiss a comment by the mayor."))


def test_a_quoted_i_think_is_no_second_attribution() -> None:
    assert len(find("“I think the bridge will close,” she said.")) == 1


def test_claimed_keeps_its_distance() -> None:
    assert find("The rebels claimed that the town had fallen.")[0].stance == "distancing"


@given(
    st.text(alphabet="aT .,:\"“”'’\n", max_size=40), st.sampled_from(["he said", "according to Ann", "she denied it"])
)
@settings(max_examples=30, deadline=None)
def test_spans_are_the_articles_words_and_parents_exist(noise: str, cue: str) -> None:
    blocks, text = make_paragraphs(*f"{noise} {cue} {noise}".split("\n"))
    drafts = find_attributions(parse_blocks(blocks, text))
    for number, draft in enumerate(drafts):
        assert draft.parent is None or 0 <= draft.parent < len(drafts)
        assert draft.parent != number
        for span in (*draft.content, *draft.cue, *(phrase.span for phrase in draft.source)):
            assert span.text == text[span.start : span.end]
        assert all(a.end <= b.start for a, b in pairwise(draft.content))


def test_no_sentence_gives_no_attribution() -> None:
    assert find_attributions(()) == ()
    assert find_attributions(parse("Rain.")) == ()


def test_the_act_is_read_from_the_quotation_that_a_cue_was_given() -> None:
    drafts = find("Asked whether he had sold it, Lind replied: “No.”")
    assert [draft.act for draft in drafts] == ["ask", "deny"]
