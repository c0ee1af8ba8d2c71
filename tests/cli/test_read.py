import json
import sys

import pytest

from coranto.errors import ModelError
from coranto.store.queries import Store


def test_reading_fills_the_store_and_tells_what_is_in_it(coranto, folder):
    call = coranto("read", "articles")
    assert (call.status, call.err) == (0, "")
    lines = [" ".join(line.split()) for line in call.out.splitlines()]
    assert "read 2" in lines
    assert "events 4" in lines
    assert "attributions 2" in lines
    assert "CONSULT 2" in lines
    assert "Russia 2" in lines
    assert any(line.startswith("no date known 2") for line in lines)
    assert any(line.startswith("coranto events ") for line in lines)
    with Store.open(folder / "coranto.db") as store:
        assert [row.source for row in store.articles()] == ["a.txt", "b.txt"]


def test_what_is_read_is_skipped_until_something_is_given_anew(coranto):
    coranto("read", "articles")
    assert "skipped  2 (in the store already)" in coranto("read", "articles").out
    again = json.loads(coranto("read", "articles", "--published", "2024-03-05", "--json").out)
    assert (again["read"], again["skipped"], again["store"]["articles"]) == (2, 0, 2)
    assert (again["store"]["first"], again["store"]["undated"]) == ("2024-03-05", 0)


def test_a_bad_input_is_listed_and_the_rest_goes_on(coranto, folder):
    (folder / "articles" / "aa.txt").write_bytes(b"")
    (folder / "articles" / "ab.txt").write_text("RAISE this")
    call = coranto("read", "articles")
    assert call.status == 1
    assert call.err == ""
    assert "aa.txt  is empty" in call.out
    assert "ab.txt  internal error: ValueError: a word that raises; please report it" in call.out
    assert json.loads(coranto("read", "articles", "--json").out)["failures"][0]["source"] == "aa.txt"
    listed = coranto("failures").out.splitlines()
    assert [line.split("\t")[0] for line in listed] == ["input", "aa.txt", "ab.txt"]


def test_a_mended_input_is_no_longer_listed(coranto, folder):
    lines = folder / "news.jsonl"
    lines.write_text('{"id": "n1", "text": "One."}\n{broken\n')
    assert coranto("read", "news.jsonl").status == 1
    lines.write_text('{"id": "n1", "text": "One."}\n{"id": "n2", "text": "Two."}\n')
    assert coranto("read", "news.jsonl").status == 0
    assert coranto("failures", "--json").out == ""


def test_many_failures_are_cut_with_a_way_to_see_all(coranto, folder):
    (folder / "bad.jsonl").write_text("{broken\n" * 25)
    call = coranto("read", "bad.jsonl", "--db", "my.db")
    assert "5 more: coranto failures --db my.db" in call.out
    assert len(coranto("failures", "--json", "--db", "my.db").out.splitlines()) == 25


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["read", "nowhere"], "coranto: nowhere: no such file or folder"),
        (["read", "articles", "--published", "yesterday"], "is no date; write it as 2023-12-31"),
        (["read", "articles", "--outlet", " "], "--outlet needs a name"),
        (["read", "articles", "--db", "no/such/x.db"], "there is no folder no/such"),
        (["read", "articles", "--db", "articles"], "is a folder, not a store"),
        (["read", "articles", "--workers", "0"], "see `coranto read --help`"),
        (["read"], "PATH"),
        (["reed", "articles"], "reed"),
    ],
)
def test_a_wrong_call_is_told_in_one_line(coranto, args, message):
    call = coranto(*args)
    assert call.status == 2
    assert call.out == ""
    assert message in call.err
    assert call.err.startswith("coranto: ")
    assert call.err.count("\n") == 1


def test_a_missing_model_is_told_in_one_line(coranto, monkeypatch):
    def refuse(article, evidence):
        raise ModelError("the language model is not installed; run this")

    monkeypatch.setattr(sys.modules["coranto.pipeline"], "read_article", refuse)
    call = coranto("read", "articles")
    assert (call.status, call.out) == (2, "")
    assert call.err == "coranto: the language model is not installed; run this\n"


@pytest.mark.parametrize("case", [("workers = 1", [], 1), ("workers = 3", [], 3),
    ("workers = 3", ["--workers", "1"], 1), ("", [], 2)])  # fmt: skip
def test_the_number_of_workers_is_the_one_asked_for(coranto, folder, monkeypatch, case):
    content, args, workers = case
    asked = []

    def note(writer, articles, options):
        asked.append(options.workers)
        yield from ()

    monkeypatch.setattr("coranto.scale.run.read_into", note)
    monkeypatch.setattr("coranto.scale.pool.count_workers", lambda: 2)
    (folder / "coranto.toml").write_text(content)
    assert coranto("read", "articles", *args).status == 0
    assert asked == [workers]


def test_a_changed_text_stays_beside_the_former_one_until_replaced(coranto, folder):
    coranto("read", "articles")
    changed = folder / "articles" / "a.txt"
    changed.write_text("Something else altogether.")
    assert "same name  1 (in the store with another text" in coranto("read", "articles").out
    with Store.open(folder / "coranto.db") as store:
        assert [row.source for row in store.articles()] == ["a.txt", "a.txt", "b.txt"]
    assert "same name" not in coranto("read", "articles", "--replace").out
    with Store.open(folder / "coranto.db") as store:
        assert [row.source for row in store.articles()] == ["a.txt", "b.txt"]
        assert store.reading("a.txt").article.text == "Something else altogether."


def test_replacing_spares_articles_of_one_name_in_two_folders_of_a_call(coranto, folder):
    (folder / "more").mkdir()
    (folder / "more" / "a.txt").write_text("Another article of that name.")
    call = coranto("read", "articles", "more", "--replace", "--json")
    assert json.loads(call.out)["store"]["articles"] == 3


def test_a_mended_table_beside_the_articles_is_no_longer_listed(coranto, folder):
    table = folder / "articles" / "articles.toml"
    table.write_text("= 1")
    assert coranto("read", "articles").status == 1
    table.write_text('[defaults]\noutlet = "The Herald"\n')
    assert coranto("read", "articles").status == 0
    assert coranto("failures", "--json").out == ""


def test_failures_of_files_that_are_gone_can_be_cleared(coranto, folder):
    gone = folder / "articles" / "gone.txt"
    gone.touch()
    coranto("read", "articles")
    gone.unlink()
    coranto("read", "articles")
    assert "gone.txt" in coranto("failures").out
    assert coranto("failures", "--clear").err == "coranto: 1 failures forgotten\n"
    assert coranto("failures", "--json").out == ""


def test_an_empty_folder_is_told(coranto, folder):
    (folder / "none").mkdir()
    call = coranto("read", "none")
    assert (call.status, call.err) == (0, "coranto: no article in none\n")
    assert "Next" not in call.out


def test_settings_name_the_store(coranto, folder):
    (folder / "coranto.toml").write_text('db = "mine.db"\nworkers = 1\n')
    assert coranto("read", "articles").status == 0
    assert (folder / "mine.db").exists()
    assert not (folder / "coranto.db").exists()


def test_ctrl_c_ends_cleanly_and_the_next_call_goes_on(coranto, folder, monkeypatch):
    pipeline = sys.modules["coranto.pipeline"]
    whole = pipeline.read_article
    seen = []

    def interrupt(article, evidence):
        seen.append(article.source)
        if len(seen) == 2:
            raise KeyboardInterrupt
        return whole(article)

    monkeypatch.setattr(pipeline, "read_article", interrupt)
    call = coranto("read", "articles")
    assert call.status == 130
    assert call.err == "coranto: stopped; 1 articles read and kept; the same call goes on from here\n"
    monkeypatch.setattr(pipeline, "read_article", whole)
    again = json.loads(coranto("read", "articles", "--json").out)
    assert (again["read"], again["skipped"]) == (1, 1)


def test_signs_that_steer_a_terminal_are_not_printed(coranto, folder):
    (folder / "articles" / "x\x1b[31m.txt").write_bytes(b"")
    assert "\x1b" not in coranto("read", "articles").out


def test_an_outlet_given_holds_for_all(coranto, folder):
    coranto("read", "articles", "--outlet", "Relay Mirror")
    with Store.open(folder / "coranto.db") as store:
        assert {row.outlet for row in store.articles()} == {"Relay Mirror"}
