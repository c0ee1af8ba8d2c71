from typing import get_args

import pytest

from coranto.coding.codebook import find_quad, find_scale, load_codebook
from coranto.model.event import EventType


def test_knows_the_sixteen_types_in_order():
    assert tuple(load_codebook().types) == get_args(EventType)


def test_knows_the_thirty_seven_contexts():
    contexts = load_codebook().contexts
    assert len(contexts) == 37
    assert {"military", "diplomatic", "cbrn", "lgbt", "trafficking"} <= set(contexts)


@pytest.mark.parametrize(
    ("event_type", "quad"),
    [
        ("AGREE", "verbal cooperation"),
        ("CONCEDE", "verbal cooperation"),
        ("RETREAT", "material cooperation"),
        ("REQUEST", "verbal conflict"),
        ("THREATEN", "verbal conflict"),
        ("PROTEST", "material conflict"),
        ("ASSAULT", "material conflict"),
    ],
)
def test_quads(event_type, quad):
    assert find_quad(event_type) == quad


@pytest.mark.parametrize(
    ("event_type", "modes", "scale"),
    [
        ("AID", (), 10),
        ("ACCUSE", (), -3),
        ("ACCUSE", ("disapprove",), -2),
        ("CONSULT", ("visit",), 4),
        ("CONSULT", ("phone", "multilateral"), 4),
        ("REQUEST", ("change", "assist"), -1),
        ("PROTEST", ("vandalize",), -5),
        ("ASSAULT", ("firearms", "unconventional"), -10),
        ("ASSAULT", ("no such mode",), -9),
    ],
)
def test_scale_is_that_of_the_strongest_mode(event_type, modes, scale):
    assert find_scale(event_type, modes) == scale


def test_signs_follow_the_quad():
    for entry in load_codebook().types.values():
        scores = [entry.scale, *(mode.scale for mode in entry.modes.values())]
        if entry.quad.endswith("cooperation"):
            assert min(scores) > 0
        elif entry.name != "REQUEST":
            assert max(scores) < 0
        assert all(-10 <= score <= 10 for score in scores)


def test_only_these_types_require_a_recipient():
    assert {t.name for t in load_codebook().types.values() if t.requires_recipient} == {"COOPERATE", "AID", "SANCTION"}


def test_every_context_has_cues_and_a_definition():
    for context in load_codebook().contexts.values():
        assert context.definition.endswith(".")
        assert 10 <= len(context.cues) <= 80, context.name
        assert all(cue == cue.lower().strip() and cue for cue in context.cues), context.name


def test_modes_that_add_a_context_name_a_known_one():
    book = load_codebook()
    added = {mode.adds for entry in book.types.values() for mode in entry.modes.values() if mode.adds}
    assert added == {"misinformation", "cyber"}
    assert added <= set(book.contexts)
