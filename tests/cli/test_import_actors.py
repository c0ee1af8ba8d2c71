"""`coranto import actors`."""

import json

GOOD = "name\tkind\tcountry\twikidata\nIhor Petrenko\tperson\tUKR\tQ7\n"


def test_a_register_is_imported_listed_and_removed(filled, folder):
    (folder / "people.tsv").write_text(GOOD)
    call = filled("import", "actors", "people.tsv", "--json")
    assert call.status == 0, call.err
    row = json.loads(call.out)
    assert (row["register"], row["format"], row["actors"], row["linked"], row["failed"]) == (
        "people.tsv",
        "tsv",
        1,
        1,
        0,
    )
    assert "people.tsv" in filled("import", "actors", "--list").out
    assert '"identifiers": {"wikidata": "Q7"}' in filled("events", "--json").out
    shown = json.loads(filled("show", "a.txt", "--json").out)
    assert {"wikidata": "Q7"} in [entity["identifiers"] for entity in shown["entities"]]
    assert '{"wikidata":"Q7"}' in filled("export", "jsonl", "-o", "-").out
    listed = [json.loads(line) for line in filled("entities", "list", "--json").out.splitlines()]
    (known,) = (one for one in listed if one["identifiers"])
    assert (known["name"], known["link"]["actor"], known["identifiers"]) == ("Igor Petrenko", "Q7", {"wikidata": "Q7"})
    assert "wikidata Q7" in filled("entities", "list").out
    assert "in registers: Q7 (rule" in filled("entities", "show", known["id"]).err
    assert filled("import", "actors", "--remove", "people.tsv").status == 0
    assert "Q7" not in filled("export", "jsonl", "-o", "-").out


def test_bad_lines_are_listed_and_the_rest_is_imported(filled, folder):
    (folder / "people.tsv").write_text(GOOD + "Bad\trobot\n")
    (folder / "none.txt").write_text("no register\n")
    call = filled("import", "actors", "people.tsv", "none.txt", "--json")
    assert call.status == 1
    assert "people.tsv:3: unknown kind 'robot'" in call.err
    assert "none.txt: neither FollowTheMoney" in call.err
    assert json.loads(call.out)["actors"] == 1


def test_wrong_calls(filled, folder):
    (folder / "people.tsv").write_text(GOOD)
    for call in (
        ("nowhere.tsv",),
        (),
        ("--list", "people.tsv"),
        ("people.tsv", "--format", "xml"),
        ("--remove", "nothing"),
    ):
        assert filled("import", "actors", *call).status == 2, call


def test_a_store_is_made_where_there_is_none(coranto, folder):
    (folder / "people.tsv").write_text(GOOD)
    assert coranto("import", "actors", "people.tsv", "--db", "new.db").status == 0
    assert '"actors": 1' in coranto("import", "actors", "--list", "--db", "new.db", "--json").out


def test_a_person_has_the_last_word(filled, folder):
    (folder / "people.tsv").write_text(GOOD + "Someone Else\tperson\tESP\tQ8\n")
    filled("import", "actors", "people.tsv")
    call = filled("entities", "unlink", "Igor Petrenko")
    assert call.status == 0, call.err
    assert "is not Ihor Petrenko (people.tsv:Q7)" in call.err
    assert "Q7" not in filled("events", "--json").out
    assert filled("entities", "link", "Igor Petrenko", "people.tsv:Q8").status == 0
    filled("import", "actors", "people.tsv")
    assert "Q8" in filled("events", "--json").out
    assert "Q7" not in filled("events", "--json").out


def test_links_of_what_is_not_there(filled, folder):
    (folder / "people.tsv").write_text(GOOD)
    filled("import", "actors", "people.tsv")
    for call in (("link", "Nobody", "Q7"), ("link", "Igor Petrenko", "Q9"), ("unlink", "Kurier")):
        assert filled("entities", *call).status == 2, call


def test_who_is_left_between_several_is_listed(filled, folder):
    (folder / "people.tsv").write_text(GOOD + "Ihor Petrenko\tperson\tUKR\tQ8\nŠárka Nováková\tperson\tAUT\tQ9\n")
    call = filled("import", "actors", "people.tsv")
    assert "no one in the articles" in call.err
    assert "of 1 several actors fit equally" in call.err
    several, other = (json.loads(line) for line in filled("import", "actors", "--left", "--json").out.splitlines())
    assert (several["name"], several["reason"], several["articles"]) == ("Igor Petrenko", "several fit equally", 2)
    assert several["candidates"] == ["people.tsv:Q7 Ihor Petrenko (UKR)", "people.tsv:Q8 Ihor Petrenko (UKR)"]
    assert (other["name"], other["reason"]) == ("Šárka Nováková", "another country (AUT, not CZE)")
    assert "people.tsv:Q9 Šárka Nováková (AUT)" in filled("import", "actors", "--left").out
    filled("entities", "link", several["id"], "people.tsv:Q7")
    assert len(filled("import", "actors", "--left", "--json").out.splitlines()) == 1


def test_a_store_without_registers_says_so(filled):
    for option in ("--list", "--left"):
        call = filled("import", "actors", option)
        assert (call.status, call.out) == (0, "")
        assert "no register is imported" in call.err
