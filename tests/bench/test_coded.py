"""The benches of coded events: what they take from their data, and how they compare."""

import json

import pytest
from tests.texts import find_shared

from bench import pairs, petrarch, plover
from coranto.model.entity import Entity, Party
from coranto.model.span import Span


def make_party(name="Peru", **known):
    entity = Entity(id="e1", name=name, kind=known.pop("kind", "state"), **known)
    return Party(entity="e1", span=Span(start=0, end=len(name), text=name)), entity


def test_markup_gives_the_text_and_the_places_of_its_marked_words():
    text, marked = plover.read_markup("(SRC: Peru) has (EVT: sent} aid) (LOC:to (TAR: Chile)) (via Lima).")
    assert text == "Peru has sent aid to Chile (via Lima)."
    assert [text[a:b] for a, b in marked] == ["sent"]


@pytest.mark.parametrize(
    ("code", "known", "by_sector", "same"),
    [
        (plover.Code("PER", None), {"country": "PER", "sector": "GOV"}, True, True),
        (plover.Code("PER", "MIL"), {"country": "PER", "sector": "GOV"}, True, False),
        (plover.Code("PER", "MIL"), {"country": "PER", "sector": "GOV"}, False, True),
        (plover.Code("PER", "CVL"), {"country": "PER", "kind": "place"}, True, True),
        (plover.Code("CHL", None), {"country": "PER", "sector": "GOV"}, True, False),
    ],
)
def test_plover_parties_agree_by_country_and_sector(code, known, by_sector, same):
    assert plover.agrees(code, make_party(**known)[1], by_sector) is same


def test_old_labels_and_mistyped_codes_are_put_right(tmp_path):
    row = {
        "id": "r1",
        "event": "FIGHT",
        "source": [{"code": "ITL", "sector": "MILsrp"}],
        "target": "",
        "textInfo": {"markup": "(SRC: Italy) (EVT: fought)."},
    }
    path = tmp_path / "records.txt"
    path.write_text(json.dumps([{"id": "r0", "event": "DOCUMENT"}, row]), encoding="utf-8")
    (record,) = plover.load_records(path)
    assert (record.type, record.actors, record.targets) == ("ASSAULT", (plover.Code("ITA", "MIL"),), ())


def test_real_states_stand_in_for_imagined_lands():
    assert petrarch.replace_lands("Arnorian envoys of Gondor's king left Dol_Amroth.") == (
        "Norwegian envoys of Greece's king left Monaco."
    )


@pytest.mark.parametrize(
    ("source", "target", "code", "reason"),
    [
        ("ARN", "GON", "064", None),
        ("ARN", "---", "064", "no_actor"),
        ("ARN", "GON", "345", "no_code"),
        ("ARN", "GON", "023", "comment"),
        ("FRO", "GON", "064", "dictionary_actor"),
    ],
)
def test_what_no_reading_can_tell_is_left_out(source, target, code, reason):
    assert petrarch.find_reason(petrarch.Triple(source, target, code)) == reason


@pytest.mark.parametrize(
    ("code", "name", "known", "same"),
    [
        ("ARN", "Norway", {"country": "NOR", "sector": "GOV"}, True),
        ("ARNMIL", "Norway", {"country": "NOR", "sector": "GOV"}, False),
        ("ARN", "Arnor", {}, True),
        ("HOBGOV", "Sam Gamgee", {"kind": "person"}, True),
        ("GON", "Norway", {"country": "NOR"}, False),
    ],
)
def test_unit_actors_agree_by_country_sector_or_imagined_name(code, name, known, same):
    party, entity = make_party(name, **known)
    assert petrarch.agrees(code, party, entity) is same


def test_a_third_and_the_rest_share_no_sentence(tmp_path):
    data = tmp_path / "train.txt"
    data.write_text("\n\n".join(f"Word{i} O" for i in range(7)) + "\n", encoding="utf-8")
    third, rest = (pairs.choose_part(data, part, tmp_path).read_text(encoding="utf-8") for part in ("third", "rest"))
    assert third.split() == ["Word0", "O", "Word3", "O", "Word6", "O"]
    assert rest.count("Word") == 4


def test_pairs_bench_prints_figures_and_causes(tmp_path, capsys):
    score = find_shared("score")
    data = tmp_path / "train.txt"
    rows = ["Chile B-S", "expelled O", "two O", "Peruvian B-T", "diplomats I-T", "on O", "Monday O", ". O"]
    data.write_text("\n".join(rows) + "\n\n", encoding="utf-8")
    pairs.bench([str(data), "--score", str(score)])
    printed = capsys.readouterr().out
    assert "overlap_f 1.0000" in printed
    assert "missed_" not in printed
