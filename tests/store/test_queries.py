import sqlite3
from datetime import date

import pytest

from coranto.errors import NotFoundError, StoreError, UsageError
from coranto.store.folding import fold_words
from coranto.store.queries import Store
from coranto.store.queries import open as open_to_read
from coranto.store.writer import open_store
from tests.samples import TEXT, make_sample, read_sample


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "c.db") as writer:
        writer.write(read_sample(make_sample("folder/a.txt")))
        writer.write(read_sample(make_sample("b.txt", text=TEXT + " More.", outlet="Relay Mirror", published=None)))
        writer.write(read_sample(make_sample("c.txt", text="Nothing here.", published=date(2024, 1, 1))))
    with open_to_read(tmp_path / "c.db") as opened:
        yield opened


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Šárka  Nováková", " sarka novakova "),
        ("AL-HILLI", " al hilli "),
        ("Łódź", " lodz "),
        ("O'Neil’s", " oneils "),
        ("…", ""),
        ("Straße", " strasse "),
    ],
)
def test_names_are_folded_to_plain_words(name, folded):
    assert fold_words(name) == folded


def test_an_event_row_has_all_of_the_event(store):
    row = next(row for row in store.events(type="ASSAULT") if row.source == "folder/a.txt")
    assert (row.certainty, row.quad, row.scale) == ("probable", "material conflict", -9.0)
    assert [(p.name, p.codes) for p in row.actors] == [("Russia", "RUS GOV")]
    assert [(p.name, p.entity) for p in row.recipients] == [("the harbour", None)]
    assert (row.holder_name, row.act, row.relays) == ("Igor Petrenko", "state", ("Kurier",))
    assert row.says == "Igor Petrenko (via Kurier)"
    assert (row.start, row.published, row.outlet) == (None, date(2024, 3, 5), "Harbour Courier")
    assert TEXT[row.trigger_start : row.trigger_end] == row.trigger == "shelled"
    met = store.events(type="CONSULT")[0]
    assert (met.place, met.place_country, met.start) == ("Vienna", "AUT", date(2024, 3, 4))


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        ({}, 4),
        ({"actor": "Russia"}, 2),
        ({"actor": "RUS"}, 2),
        ({"actor": "GOV"}, 4),
        ({"actor": "RUS GOV"}, 2),
        ({"actor": "RUS MIL"}, 0),
        ({"actor": "Nova"}, 0),
        ({"actor": "sarka nováková"}, 2),
        ({"recipient": "UKR"}, 2),
        ({"recipient": "harbour"}, 2),
        ({"type": ["CONSULT", "assault"]}, 4),
        ({"type": "CONSULT, AID"}, 2),
        ({"since": date(2024, 3, 4)}, 2),
        ({"since": "2024-03-04", "until": "2024-03-04"}, 2),
        ({"until": "2024-03-03"}, 0),
        ({"holder": "author"}, 2),
        ({"holder": "Petrenko"}, 2),
        ({"holder": "UKR"}, 2),
        ({"holder": "Kurier"}, 0),
        ({"outlet": "harbour courier"}, 2),
        ({"actor": "RUS", "outlet": "mirror"}, 1),
        ({"limit": 1}, 1),
        ({"type": None, "actor": None}, 4),
    ],
)
def test_events_are_chosen(store, wanted, count):
    assert len(store.events(**wanted)) == count


def test_a_name_does_not_become_sql(store):
    assert store.events(actor="x' OR '1'='1") == []
    assert store.events(outlet='%"; DROP TABLE events; --') == []
    assert len(store.events()) == 4


@pytest.mark.parametrize("wanted", [{"type": "WAR"}, {"since": "soon"}, {"actor": "?"}])
def test_a_wrong_question_is_told(store, wanted):
    with pytest.raises(UsageError):
        store.events(**wanted)


def test_articles_come_by_date_with_the_undated_last(store):
    assert [row.source for row in store.articles()] == ["c.txt", "folder/a.txt", "b.txt"]
    assert [reading.article.source for reading in store.readings()] == ["c.txt", "folder/a.txt", "b.txt"]


def test_a_reading_is_found_by_id_source_or_part_of_them(store):
    reading = store.reading("folder/a.txt")
    name = reading.article.id
    for key in (name, name[:9], name[4:], "a.txt"):
        assert store.reading(key) == reading


@pytest.mark.parametrize(("key", "match"), [("art-", "several articles"), ("zzz", "no article"), ("", "no article")])
def test_no_article_or_several_are_told(store, key, match):
    with pytest.raises(NotFoundError, match=match):
        store.reading(key)


def test_attributions_are_chosen(store):
    assert len(store.attributions()) == 2
    (row,) = store.attributions(source="UKR", outlet="courier")
    assert (row.speaker, row.act, row.form, row.relays, row.cue) == (
        "Igor Petrenko",
        "state",
        "direct",
        ("Kurier",),
        "told",
    )
    assert TEXT[row.content_start :].startswith(row.content)
    assert store.attributions(act="deny") == []
    with pytest.raises(UsageError, match="unknown act"):
        store.attributions(act="mumble")


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("harbour", 2),
        ("HARBOUR moscow", 2),
        ('"harbour again"', 2),
        ('"again harbour"', 0),
        ("harb*", 2),
        ("harb", 0),
        ("sarka", 2),
        ("nothing", 1),
        ("vienna talks", 3),
        ("AND", 0),
        ("harbour -moscow", 2),
        ("col:umn NEAR(", 0),
        ("“harbour”", 2),
    ],
)
def test_search_takes_any_words_for_words(store, words, count):
    assert len(store.search(words)) == count


def test_a_hit_tells_where_its_words_are(store):
    hit = store.search("moscow shelled")[0]
    assert [hit.snippet[start:end] for start, end in hit.matches] == ["Moscow", "shelled"]
    assert len(store.search("harbour", limit=1)) == 1


@pytest.mark.parametrize("words", ["", '"', "…"])
def test_a_search_needs_a_word(store, words):
    with pytest.raises(UsageError, match="at least one word"):
        store.search(words)


def test_the_summary_counts(store):
    summary = store.summary()
    assert (summary.articles, summary.events, summary.attributions, summary.entities) == (3, 4, 2, 8)
    assert (summary.undated, summary.not_english, summary.first, summary.last) == (
        1,
        0,
        date(2024, 1, 1),
        date(2024, 3, 5),
    )
    assert summary.types == (("ASSAULT", 2), ("CONSULT", 2))
    assert summary.actors[0] == ("Russia", 2)


def test_a_store_is_read_while_it_is_written_to(tmp_path):
    with open_store(tmp_path / "c.db") as writer:
        writer.write(read_sample(make_sample()))
        with Store.open(tmp_path / "c.db") as store:
            events = iter(store.readings())
            next(events)
            writer.write(read_sample(make_sample("b.txt")))
            assert store.summary().articles == 2


def test_a_store_in_a_folder_that_may_not_be_written_is_read(store, monkeypatch):
    monkeypatch.setattr("coranto.store.schema.os.access", lambda path, mode: mode != 2)
    with Store.open(store.path) as again:
        assert again.summary().articles == 3


def test_a_missing_store_is_not_made(tmp_path):
    with pytest.raises(NotFoundError, match="make one with"):
        Store.open(tmp_path / "none.db")
    (tmp_path / "empty.db").touch()
    with pytest.raises(StoreError, match="is empty"):
        Store.open(tmp_path / "empty.db")
    assert [path.name for path in tmp_path.iterdir()] == ["empty.db"]


@pytest.mark.parametrize("name", ["pandas", "polars"])
def test_a_frame_of_the_events_or_a_clear_error(store, name):
    ask = getattr(store, f"to_{name}")
    try:
        __import__(name)
    except ImportError:
        with pytest.raises(UsageError, match=rf"pip install coranto\[{name}\]"):
            ask()
    else:
        frame = ask(type="CONSULT")
        assert list(frame["actors"]) == ["Šárka Nováková"] * 2
        assert list(frame["actor_codes"]) == ["CZE GOV"] * 2
        assert list(getattr(store.events(type="CONSULT"), f"to_{name}")()["id"]) == list(frame["id"])
        nothing = ask(actor="nobody")
        assert len(nothing) == 0
        assert nothing["scale"].dtype == frame["scale"].dtype
        assert nothing["trigger_start"].dtype == frame["trigger_start"].dtype


def test_a_damaged_reading_is_told_and_found(store):
    connection = sqlite3.connect(store.path)
    connection.execute("UPDATE articles SET reading = x'0011' WHERE number = 1")
    connection.commit()
    connection.close()
    for ask in (lambda: list(store.readings()), lambda: list(store.lines())):
        with pytest.raises(StoreError, match="is damaged; restore it from a copy"):
            ask()
    assert store.check() == "1 damaged readings"
    assert len(store.events()) > 0


def test_the_cells_of_a_frame_are_those_of_its_columns(store):
    from coranto.store.frames import flatten_event, list_columns

    assert set(flatten_event(store.events()[0])) == set(list_columns())
