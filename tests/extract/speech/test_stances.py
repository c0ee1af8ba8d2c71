"""Whether the article keeps away from what it passes on, or stands by it."""

from __future__ import annotations

import pytest

from coranto.extract.speech.attributions import find_attributions
from coranto.extract.speech.stances import load_stances
from coranto.model.attribution import Stance
from tests.texts import parse

CASES = [
    ("The minister said the bridge was safe.", "said", "neutral"),
    ("The minister claimed the bridge was safe.", "claimed", "distancing"),
    ("The minister falsely said the bridge was safe.", "said", "distancing"),
    ("The ferrymen wrongly believed that the ice would hold.", "believed", "distancing"),
    ("The clerk rightly warned that the ice would break.", "warned", "endorsing"),
    ("The clerk correctly predicted that the ice would break.", "predicted", "endorsing"),
    ("The mayor said, without offering any evidence, that the votes were bought.", "said", "distancing"),
    ("The mayor said the votes were bought, without giving proof.", "said", "distancing"),
    ("The mayor said the votes were bought but offered no evidence.", "said", "distancing"),
    ("The mayor says the well is clean, despite all the evidence.", "says", "distancing"),
    ("The mayor said the votes were bought, a baseless claim.", "said", "distancing"),
    ("The well is clean, or so the mayor says.", "says", "distancing"),
    ("The well is clean, or so it has emerged.", "so it has emerged", "distancing"),
    ("The well is clean, or so it seems.", "so it seems", "distancing"),
    ("The rebels claimed responsibility for the blast.", "claimed responsibility", "neutral"),
    ("The ministry confirmed that the bridge fell.", "confirmed", "endorsing"),
    ("The ministry acknowledged that the bridge fell.", "acknowledged", "endorsing"),
    ("The ministry has not confirmed that the bridge fell.", "has not confirmed", "neutral"),
    ("The minister made it clear that the harbour would stay closed.", "made it clear", "endorsing"),
    ("The engineer pointed out that the bridge was old.", "pointed out", "endorsing"),
    ("Norway's claim that the ship sank was doubted.", "claim", "distancing"),
    ("The allegation that the judge took bribes was read out.", "allegation", "distancing"),
    ("The judge allegedly took bribes.", "allegedly", "distancing"),
    ("The governor purportedly owns the mine.", "purportedly", "distancing"),
    ("The mayor told the council that the bridge was safe.", "told", "neutral"),
]


@pytest.mark.parametrize(("text", "cue", "stance"), CASES)
def test_the_words_about_a_cue_show_the_stance(text: str, cue: str, stance: Stance) -> None:
    found = {" ".join(span.text for span in draft.cue): draft.stance for draft in find_attributions(parse(text))}
    hits = [value for words, value in found.items() if cue in words]
    assert hits[:1] == [stance], found


def test_every_line_names_a_stance() -> None:
    adverbs, after = load_stances()
    assert len(adverbs) >= 20
    assert {*adverbs.values(), *(stance for _, stance in after)} <= {"distancing", "endorsing"}
