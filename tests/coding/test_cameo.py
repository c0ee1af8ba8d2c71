import pytest

from coranto.coding.cameo import find_cameo, load_cameo
from coranto.coding.codebook import load_codebook


@pytest.mark.parametrize(
    ("event_type", "modes", "contexts", "code"),
    [
        ("CONSULT", (), (), "040"),
        ("CONSULT", ("visit",), ("diplomatic",), "042"),
        ("CONSULT", ("phone",), (), "041"),
        ("CONSULT", ("multilateral",), (), "040"),
        ("AGREE", (), (), "030"),
        ("AGREE", (), ("economic",), "0311"),
        ("AID", (), ("military",), "072"),
        ("ACCUSE", (), (), "110"),
        ("ACCUSE", ("allege",), (), "112"),
        ("ACCUSE", ("investigate",), ("corruption",), "091"),
        ("ACCUSE", ("investigate",), ("legal",), "090"),
        ("ACCUSE", ("investigate",), ("legal", "military"), "094"),
        ("REQUEST", ("yield",), ("military",), "1056"),
        ("REQUEST", ("yield",), ("legal",), "105"),
        ("RETREAT", ("release",), ("legal",), "0841"),
        ("RETREAT", ("ceasefire",), ("military",), "0871"),
        ("SANCTION", ("expel",), ("diplomatic",), "166"),
        ("MOBILIZE", ("troops",), (), "154"),
        ("PROTEST", ("riot",), (), "145"),
        ("PROTEST", ("strike",), ("economic",), "143"),
        ("COERCE", ("arrest",), ("legal",), "173"),
        ("COERCE", ("cyber",), ("cyber",), "170"),
        ("ASSAULT", (), (), "180"),
        ("ASSAULT", (), ("military",), "190"),
        ("ASSAULT", ("aerial",), (), "195"),
        ("ASSAULT", ("firearms",), (), "180"),
        ("ASSAULT", ("firearms",), ("military",), "193"),
        ("ASSAULT", ("targeted",), (), "185"),
    ],
)
def test_finds_the_most_specific_code(event_type, modes, contexts, code):
    assert find_cameo(event_type, modes, contexts) == code


@pytest.mark.parametrize(("event_type", "mode"), [("RETREAT", "resign"), ("SANCTION", "convict")])
def test_a_deed_that_cameo_does_not_have_gets_no_code(event_type, mode):
    assert find_cameo(event_type, (mode,), ("legal",)) is None


def test_every_row_is_written_in_the_codebook_s_terms():
    book = load_codebook()
    for name, codes in load_cameo().items():
        assert sum(code.base in {"any", "bare"} for code in codes) == 1, name
        for code in codes:
            assert code.code.isdigit()
            assert 3 <= len(code.code) <= 4
            assert code.label
            assert code.modes <= set(book.types[name].modes), code
            assert frozenset().union(*code.contexts) <= set(book.contexts), code


def test_no_code_stands_twice():
    listed = [code.code for codes in load_cameo().values() for code in codes]
    assert len(listed) == len(set(listed)) == 256


def test_every_event_that_the_codebook_allows_can_be_asked_for():
    book = load_codebook()
    for entry in book.types.values():
        known = {code.code for code in load_cameo()[entry.name]}
        for mode in [None, *entry.modes]:
            for context in [None, *book.contexts]:
                code = find_cameo(entry.name, (mode,) if mode else (), (context,) if context else ())
                assert code is None or code in known
