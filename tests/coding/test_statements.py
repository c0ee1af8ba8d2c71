"""Statements that are events: who accuses or demands by an open cue, and who is meant."""

import pytest

from coranto.pipeline import read_text

CASES = [
    ("Serbia said Croatia was a disgrace to the region.", "ACCUSE", "said", "Serbia", "Croatia"),
    ("President Vera Lind called Norway a “paper tiger”.", "ACCUSE", "called", "Vera Lind", "Norway"),
    ("Foreign Minister Ana Ruiz wrote that Chile is lying.", "ACCUSE", "wrote", "Ana Ruiz", "Chile"),
    ("Peru said Bolivia must leave the zone.", "REQUEST", "said", "Peru", "Bolivia"),
    ("Kenya wants Uganda to pay for the bridge.", "REQUEST", "wants", "Kenya", "Uganda"),
]


@pytest.mark.parametrize(("text", "kind", "cue", "speaker", "meant"), CASES)
def test_an_open_cue_with_both_sides_named_is_an_event(
    text: str, kind: str, cue: str, speaker: str, meant: str
) -> None:
    reading = read_text(text)
    names = {entity.id: entity.name for entity in reading.entities}
    found = [
        (
            e.type,
            e.trigger.text,
            [names[p.entity] for p in e.actors if p.entity],
            [names[p.entity] for p in e.recipients if p.entity],
        )
        for e in reading.events
        if e.rule.startswith("statements/")
    ]
    assert found == [(kind, cue, [speaker], [meant])]


@pytest.mark.parametrize(
    "text",
    [
        "Serbia said Croatia was a large country.",
        "Critics said the harbour was a disgrace.",
        "The group calls itself “Free Harbour”.",
        "Serbia said Croatia brutally attacked the town.",
        "Serbia condemned Croatia.",
    ],
)
def test_what_blames_nobody_or_is_told_by_another_predicate_is_none(text: str) -> None:
    assert not [e for e in read_text(text).events if e.rule.startswith("statements/")]


def test_the_holder_is_the_one_who_tells_of_the_statement() -> None:
    reading = read_text("Reuters reported that Serbia called Croatia a “paper tiger”.")
    event = next(e for e in reading.events if e.rule.startswith("statements/"))
    holder = next(a for a in reading.attributions if a.id == event.holder)
    assert [span.text for span in holder.source.spans] == ["Reuters"]
