import json
import subprocess
import sys
from io import StringIO

import pytest
from rich.console import Console

from coranto.cli.app import VERBS
from coranto.cli.console import print_table
from coranto.model.reading import Reading


def read_rows(out):
    header, *lines = out.splitlines()
    return [dict(zip(header.split("\t"), line.split("\t"), strict=True)) for line in lines]


def test_events_piped_are_uncut_lines(filled):
    rows = read_rows(filled("events").out)
    assert len(rows) == 4
    assert {row["type"] for row in rows} == {"CONSULT", "ASSAULT?"}
    met = next(row for row in rows if row["type"] == "CONSULT")
    assert met["date"] == "2024-03-04"
    assert met["actor"] == "Šárka Nováková [CZE GOV]"
    assert met["who says"] == "author"
    assert met["clause"].endswith("in Vienna on Monday")
    assert next(row for row in rows if row["type"] == "ASSAULT?")["who says"] == "Igor Petrenko (via Kurier)"


@pytest.mark.parametrize(
    ("args", "count"),
    [
        (["--type", "consult"], 2),
        (["--type", "CONSULT,ASSAULT"], 4),
        (["--type", "CONSULT", "--type", "AID"], 2),
        (["--actor", "rus"], 0),
        (["--actor", "RUS"], 2),
        (["--actor", "RUS GOV"], 2),
        (["--actor", "novakova"], 2),
        (["--recipient", "Petrenko"], 2),
        (["--since", "2024-03-04", "--until", "2024-03-04"], 2),
        (["--since", "2024-03-05"], 0),
        (["--holder", "author"], 2),
        (["--holder", "igor petrenko"], 2),
        (["--outlet", "courier"], 4),
        (["--outlet", "mirror"], 0),
        (["--limit", "3"], 3),
    ],
)
def test_events_are_chosen(filled, args, count):
    lines = filled("events", "--json", *args).out.splitlines()
    assert len([json.loads(line) for line in lines]) == count


def test_show_lists_the_articles_and_shows_one(filled):
    listed = read_rows(filled("show").out)
    assert [row["source"] for row in listed] == ["a.txt", "b.txt"]
    page = filled("show", "a.txt").out
    assert "Moscow shelled the harbour again" in page
    assert "Who says what (1)" in page
    assert "Igor Petrenko (state, direct, via Kurier)" in page
    assert "CONSULT [visit]" in page
    assert "\x1b" not in page
    assert filled("show", listed[0]["article"]).out == page
    reading = Reading.model_validate_json(filled("show", "a.txt", "--json").out)
    assert reading.article.source == "a.txt"


def test_search_finds_articles_by_words(filled):
    rows = read_rows(filled("search", '"harbour again"', "novak*").out)
    assert len(rows) == 2
    assert "harbour again" in rows[0]["words"]
    assert filled("search", "zebra").out.count("\n") == 1
    hit = json.loads(filled("search", "harbour", "--json", "--limit", "1").out)
    start, end = hit["matches"][0]
    assert hit["snippet"][start:end] == "harbour"


def test_export_to_a_file_and_to_a_pipe_is_the_same(filled, folder):
    assert filled("export", "jsonl", "-o", "record.jsonl").status == 0
    lines = (folder / "record.jsonl").read_text(encoding="utf-8").splitlines()
    assert [Reading.model_validate_json(line).article.source for line in lines] == ["a.txt", "b.txt"]
    assert filled("export", "jsonl", "-o", "-").out.splitlines() == lines


def test_doctor_is_content_with_a_good_store(filled):
    call = filled("doctor", "--json")
    findings = {finding["what"]: finding for finding in map(json.loads, call.out.splitlines())}
    assert call.status == 0, call.out
    assert "2 articles" in findings["store coranto.db"]["found"]
    assert findings["language model"]["well"]


def test_doctor_says_how_to_mend_a_bad_store(coranto, folder):
    (folder / "coranto.db").write_text("no database " * 100)
    call = coranto("doctor", "--json")
    wrong = [finding for finding in map(json.loads, call.out.splitlines()) if not finding["well"]]
    assert call.status == 1
    assert [finding["what"] for finding in wrong] == ["store"]
    assert "name another file with --db" in wrong[0]["mend"]


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["events", "--db", "none.db"], "none.db: no such store; make one with"),
        (["events", "--type", "WAR"], "unknown event type 'WAR'; known are AGREE"),
        (["events", "--since", "soon"], "'soon' is no date"),
        (["events", "--actor", "?!"], "has no word to look for"),
        (["events", "--limit", "0"], "--limit"),
        (["events", "--holder", ""], "has no word to look for"),
        (["events", "--outlet", " "], "has no word to look for"),
        (["show", "zzz"], "no article 'zzz'"),
        (["show", "art-"], "fits several articles"),
        (["search", '"'], "at least one word"),
        (["export", "docx", "-o", "x"], "unknown format 'docx'; known are jsonl"),
        (["export", "jsonl", "-o", "no/such/x"], "cannot be written"),
        (["export", "jsonl"], "--output"),
        (["events", "--nonsense"], "see `coranto events --help`"),
    ],
)
def test_a_wrong_call_is_told_in_one_line(filled, args, message):
    call = filled(*args)
    assert (call.status, call.out) == (2, "")
    assert message in call.err
    assert call.err.startswith("coranto: ")
    assert call.err.count("\n") == 1


@pytest.mark.parametrize(
    "verb",
    [
        verb
        for group in VERBS.values()
        for verb in group
        if verb not in ("read", "import", "entities", "explain", "doctor")
    ],
)
def test_every_verb_that_looks_says_where_there_is_no_store(coranto, verb):
    rest = {"search": ["x"], "export": ["jsonl", "-o", "x"]}.get(verb, [])
    call = coranto(verb, *rest)
    assert (call.status, call.out) == (2, "")
    assert "coranto.db: no such store" in call.err


def test_the_manual_names_every_verb_and_status(coranto):
    page = coranto("--help").out
    for section in ("NAME", "SYNOPSIS", "DESCRIPTION", "VERBS", "OPTIONS", "EXAMPLES", "EXIT STATUS", "FILES"):
        assert f"\n{section}\n" in f"\n{page}"
    for group in VERBS.values():
        for verb in group:
            assert f"      {verb} " in page
            assert coranto(verb, "--help").status == 0
    assert max(len(line) for line in page.splitlines()) <= 120


def test_the_help_of_a_verb_ends_with_its_examples(coranto):
    page = coranto("read", "--help").out
    assert "\n    coranto read news.jsonl.gz --workers 4       read one article a line" in page
    assert ".ndjson" in page
    assert page.startswith("Usage: coranto read [OPTIONS] PATH...\n")
    assert "\n  PATH  Files and folders" in page
    assert "coranto events" not in page


def test_a_table_too_wide_for_the_terminal_is_told_row_by_row(monkeypatch):
    console = Console(file=StringIO(), width=40, force_terminal=True, color_system=None)
    monkeypatch.setattr("coranto.cli.console.make_console", lambda: console)
    rows = [("2024-03-05", "a name of some length", "what was said in so many words", "art-1234567890")]
    print_table(("date", "actor", "clause", "article"), rows)
    lines = [line.rstrip() for line in console.file.getvalue().splitlines()]
    assert "date     2024-03-05" in lines
    assert "article  art-1234567890" in lines
    print_table(("date", "type"), [("2024-03-05", "AID")])
    assert "date        type" in console.file.getvalue()


def test_the_version_is_printed(coranto):
    assert coranto("--version").out == f"coranto {sys.modules['coranto'].__version__}\n"


def test_a_call_without_a_verb_shows_the_manual(coranto):
    call = coranto()
    assert call.status == 2
    assert call.out.startswith("NAME\n")


def test_looking_into_the_record_loads_no_parser():
    code = (
        "import sys, coranto, coranto.cli.app;"
        "print(sorted({'spacy', 'numpy', 'trafilatura', 'coranto.pipeline'} & set(sys.modules)))"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout == "[]\n"
