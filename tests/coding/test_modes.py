import pytest

from coranto.coding.codebook import load_codebook
from coranto.coding.modes import find_added, find_modes
from coranto.resources import read_yaml


@pytest.mark.parametrize(
    ("kind", "given", "content", "lemmas", "expected"),
    [
        ("REQUEST", (), ("RETREAT",), (), ("yield",)),
        ("REQUEST", (), (), ("demand", "talk"), ("meet",)),
        ("THREATEN", (), ("ASSAULT",), (), ("violence",)),
        ("CONSULT", ("visit",), (), ("summit",), ("visit",)),
        ("ASSAULT", ("explosives",), (), ("bomb", "drone"), ("explosives", "drone")),
        ("AID", (), (), ("aid",), ()),
    ],
)
def test_modes_come_from_the_lexicon_then_the_content_then_the_clause(kind, given, content, lemmas, expected):
    assert find_modes(kind, given, content, lemmas) == expected


def test_cyber_acts_add_their_context():
    assert find_added("COERCE", ("cyber",)) == ("cyber",)


def test_every_mode_of_the_cues_is_in_the_codebook():
    data = read_yaml("codebook/mode_cues.yaml")
    types = load_codebook().types
    for kind, modes in data["words"].items():
        assert set(modes) <= set(types[kind].modes), kind
    for kind, contents in data["content"].items():
        assert set(contents.values()) <= set(types[kind].modes)
        assert set(contents) <= set(types)
