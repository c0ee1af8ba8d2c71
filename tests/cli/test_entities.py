"""`coranto entities`."""

import json

import pytest

from tests.cli.test_verbs import read_rows


def find(call, *options):
    return [json.loads(line) for line in call("entities", "list", "--json", *options).out.splitlines()]


def test_everyone_is_listed_once_with_the_articles(filled):
    rows = read_rows(filled("entities", "list").out)
    assert {row["name"] for row in rows} == {"Šárka Nováková", "Igor Petrenko", "Kurier", "Russia"}
    assert {row["articles"] for row in rows} == {"2"}


@pytest.mark.parametrize(
    ("options", "count"),
    [
        (["--name", "novakova"], 1),
        (["--kind", "person"], 2),
        (["--country", "cze"], 1),
        (["--limit", "1"], 1),
        (["--name", "nobody"], 0),
    ],
)
def test_entities_are_chosen(filled, options, count):
    assert len(find(filled, *options)) == count


def test_one_is_shown_with_the_reason_of_each_member(filled):
    (petrenko,) = find(filled, "--name", "Petrenko")
    call = filled("entities", "show", petrenko["id"][:9])
    rows = read_rows(call.out)
    assert [row["source"] for row in rows] == ["a.txt", "b.txt"] or [row["source"] for row in rows] == [
        "b.txt",
        "a.txt",
    ]
    assert {(row["rule"], row["confidence"]) for row in rows} == {("same_name", "0.9")}
    assert filled("entities", "show", petrenko["members"][0]["entity"], "--json").out.count("idn-") == 1


def test_split_merge_and_undo_in_a_row(filled):
    (petrenko,) = find(filled, "--name", "Petrenko")
    call = filled("entities", "split", petrenko["id"], petrenko["members"][1]["entity"])
    assert call.status == 0, call.err
    assert call.err.count("\n") == 1
    apart = find(filled, "--name", "Petrenko")
    assert len(apart) == 2
    filled("read", "articles")
    assert len(find(filled, "--name", "Petrenko")) == 2
    assert filled("entities", "merge", apart[0]["id"], apart[1]["id"]).status == 0
    assert len(find(filled, "--name", "Petrenko")) == 1
    rows = read_rows(filled("entities", "decisions").out)
    assert [(row["verdict"], row["standing"]) for row in rows] == [("different", "superseded"), ("same", "holds")]
    assert filled("entities", "undo", "2").status == 0
    assert len(find(filled, "--name", "Petrenko")) == 2
    assert json.loads(filled("entities", "decisions", "--json").out)["number"] == 1


@pytest.mark.parametrize(
    "args",
    [
        ("show", "nobody"), ("merge", "idn-"), ("split", "nobody", "ent-1"), ("undo", "7"),
        ("list", "--kind", "ship"), ("list", "--name", "?"),
    ],
)  # fmt: skip
def test_a_wrong_call_is_told_in_one_line(filled, args):
    call = filled("entities", *args)
    assert call.status == 2
    assert call.out == ""
    assert call.err.count("\n") == 1


@pytest.mark.parametrize("args", [("list",), ("show", "x"), ("merge", "x", "y"), ("undo", "1"), ("decisions",)])
def test_where_there_is_no_store_none_is_made(coranto, folder, args):
    assert coranto("entities", *args).status == 2
    assert not (folder / "coranto.db").exists()


def test_events_are_found_by_the_name_that_their_actor_has_elsewhere(filled):
    (petrenko,), (minister,) = find(filled, "--name", "Petrenko"), find(filled, "--name", "Nováková")
    assert filled("events", "--actor", "Petrenko", "--json").out == ""
    filled("entities", "merge", minister["id"], petrenko["id"])
    (merged,) = find(filled, "--name", "Petrenko")
    found = filled("events", "--actor", merged["name"], "--json").out
    assert found.count('"CONSULT"') == 2
