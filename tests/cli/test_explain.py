"""`coranto explain`, with the real pipeline: what is shown is what was decided."""

import json
import subprocess
import sys
from types import SimpleNamespace

import pytest
from typer.testing import CliRunner

from coranto.cli.app import app
from coranto.cli.explain import lay_out
from coranto.cli.explanations import find_line
from coranto.extract.frames.lexicon import FOLDER, load_predicates
from coranto.pipeline import read_text
from coranto.resources import find_resource

EXPELLED = "Britain expelled two Russian diplomats on Monday."


def explain(*args, text=None):
    result = CliRunner().invoke(app, ["explain", *args], input=text, prog_name="coranto")
    return SimpleNamespace(status=result.exit_code, out=result.stdout, err=result.stderr)


def explain_in_json(text, *args):
    call = explain(text, "--json", *args)
    assert call.status == 0, call.err
    return [json.loads(line) for line in call.out.splitlines()]


def test_every_step_is_told_in_order():
    page = explain(EXPELLED, "--published", "2023-12-13").out
    sections = ["Parse", "Who says so", "Lexicon", "Coding of “expelled"]
    assert [page.index(f"\n{section}") for section in sections] == sorted(page.index(f"\n{s}") for s in sections)
    assert page.startswith(EXPELLED)
    assert "of 1 expelled" in page
    assert "taken" in page
    assert "predicates/sanction.tsv:" in page
    assert "“Monday” = 2023-12-11 (taken, 0 steps off)" in page
    assert "=  SANCTION [expel]: United Kingdom [GBR GOV] →" in page
    assert "\x1b" not in page


def test_the_line_named_is_the_line_of_the_file():
    (trace,) = explain_in_json(EXPELLED)
    (coding,) = trace["codings"]
    line = find_resource(coding["file"]).read_text(encoding="utf-8").splitlines()[coding["line"] - 1]
    assert line.startswith("expel ")
    assert coding["rule"] == f"predicates/sanction:{line.split(chr(9))[0]}"


def test_every_entry_of_the_lexicon_is_found_in_its_file():
    for entry in load_predicates().list_entries():
        name, number = find_line(entry.rule)
        assert number, entry.rule
        assert name.startswith(f"{FOLDER}/")


@pytest.mark.parametrize(
    "text",
    [
        EXPELLED,
        "Chile denied that its police had arrested 30 protesters.",
        "The presidents of Peru and Chile met in Lima and vowed to hold talks next week.",
        "Foreign Minister Ana Ruiz wrote that Chile is lying.",
        "Rebels attacked the army. The attack killed 12 soldiers. Peru suffered an attack.",
    ],
)
def test_the_events_explained_are_the_events_read(text):
    read = {event.id: event.model_dump(mode="json") for event in read_text(text, published="2023-12-13").events}
    traces = explain_in_json(text, "--published", "2023-12-13")
    told = [c["event"] for trace in traces for c in trace["codings"] if c["outcome"] == "coded"]
    assert {strip_ids(event) for event in told} == {strip_ids(event) for event in read.values()}


def strip_ids(event):
    """The event without ids, which carry that of the article."""
    fields = ("type", "mode", "contexts", "trigger", "polarity", "certainty", "tense", "date", "rule", "confidence")
    return json.dumps({name: event[name] for name in fields}, sort_keys=True)


def test_a_line_that_does_not_hold_says_what_it_misses():
    (trace,) = explain_in_json("Peru met the deadline.")
    (trigger,) = [t for t in trace["triggers"] if trace["words"][t["word"]]["lemma"] == "meet"]
    verdicts = {line["predicate"]: (line["verdict"], line["why"]) for line in trigger["lines"]}
    assert verdicts["meet with"][0] == "rejected"
    assert "with" in verdicts["meet with"][1]
    assert not trace["codings"]


def test_a_word_that_is_part_of_another_predicate_is_told_so():
    (trace,) = explain_in_json("Peru launched an attack on Chile.")
    fates = {trace["words"][t["word"]]["lemma"]: t["fate"] for t in trace["triggers"]}
    assert len(trace["codings"]) == 1
    assert not fates[trace["words"][trace["codings"][0]["word"]]["lemma"]]


def test_control_verbs_are_told_with_their_line():
    (trace,) = explain_in_json("The presidents of Peru and Chile are planning to meet in Lima.")
    helps = [line for trigger in trace["triggers"] for line in trigger["lines"] if line["verdict"] == "helps"]
    assert [(line["file"], line["predicate"]) for line in helps] == [("predicates/control.tsv", "plan")]
    assert helps[0]["line"]
    steps = trace["codings"][0]["steps"]
    assert any("future" in step["rule"] for step in steps)


def test_what_is_read_again_is_told_so():
    page = explain("The rebels of Peru would not agree to a truce with Chile.").out
    assert "its line says AGREE; what stands around it makes it REJECT" in page


def test_an_event_told_again_is_no_second_one():
    text = "Police in Lima arrested 17 people. The police arrested the 17 people on Monday, officials said."
    outcomes = [c["outcome"] for trace in explain_in_json(text) for c in trace["codings"] if c["trigger"] == "arrested"]
    assert outcomes[0] == "coded"
    assert set(outcomes) <= {"coded", "told again"}


def test_verbs_without_a_line_are_named():
    (trace,) = explain_in_json("The minister defenestrated the envoy.")
    assert trace["unknown"] == ["defenestrate"]
    assert "no line for defenestrate" in explain("The minister defenestrated the envoy.").out


def test_who_does_not_vouch_is_told_with_the_reason():
    page = explain("The presidents are expected to meet in Lima.").out
    assert "what is expected is the author's to say" in page


def test_all_shows_every_line():
    short, whole = explain("Peru held talks with Chile.").out, explain("Peru held talks with Chile.", "--all").out
    assert "more rejected (--all shows them)" in short
    assert "--all" not in whole
    assert len(whole.splitlines()) > len(short.splitlines())


def test_several_sentences_come_one_by_one_and_from_a_pipe():
    page = explain("-", text=f"{EXPELLED} Russia expelled two British diplomats.").out
    assert "Sentence 1 of 2: " in page
    assert "Sentence 2 of 2: " in page


@pytest.mark.parametrize(
    ("args", "message"),
    [
        ([""], "there is no text to explain"),
        ([EXPELLED, "--published", "soon"], "'soon' is no ISO date"),
        ([], "Missing argument"),
        ([EXPELLED, "--nonsense"], "see `coranto explain --help`"),
    ],
)
def test_a_wrong_call_is_told_in_one_line(args, message):
    call = explain(*args)
    assert (call.status, call.out) == (2, "")
    assert message in call.err
    assert call.err.count("\n") == 1


def test_what_is_left_out_and_what_is_not_english_is_told():
    assert explain("Share this article").out.startswith("Left out as page furniture: Share this article")
    french = "Le ministre a rencontré son homologue à Paris mardi pour parler de la paix."
    assert explain(french).out.startswith("Taken for another language (fr)")


def test_signs_that_would_steer_the_terminal_are_replaced():
    assert "\x1b" not in explain("Peru expelled \x1b[31mtwo diplomats.").out


def test_long_cells_are_wrapped_below_themselves():
    lines = lay_out([("a", "word " * 20), ("bb", "short")], 60, "  ")
    assert lines[0].startswith("  a   word")
    assert lines[1].startswith("      word")
    assert lines[-1] == "  bb  short"
    assert max(map(len, lines)) <= 60


def test_the_manual_does_not_load_the_pipeline():
    code = "import sys, coranto.cli.app; print('coranto.cli.explanations' in sys.modules, 'spacy' in sys.modules)"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout == "False False\n"
