"""Registers in a store: written as a whole, replaced as a whole."""

import json
import tracemalloc

import pytest

from coranto.compare.identities import refresh_identities
from coranto.compare.registers import import_register, open_to_write, relink
from coranto.errors import FormatError
from coranto.model.identity import DatedCode, KnownActor
from coranto.store.blocking import make_keys
from coranto.store.dump import dump_store
from coranto.store.queries import Store
from coranto.store.registers import (
    DecidedLink,
    choose_code,
    decide_link,
    find_candidates,
    list_registers,
    read_actor,
    remove_register,
)
from coranto.store.schema import transact
from coranto.store.writer import open_store
from tests.samples import make_sample, read_sample

PETRENKO = (
    "name\tkind\tcountry\tsector\twikidata\trole\tsince\tuntil\n"
    "Ihor Petrenko\tperson\tUKR\tMIL\tQ7\tgeneral\t2010\t2019-12-31\n"
    "Ihor Petrenko\tperson\tUKR\tGOV\tQ7\tminister\t2020-01-01\t\n"
)


@pytest.fixture
def path(tmp_path):
    with open_store(tmp_path / "c.db") as writer:
        writer.write(read_sample(make_sample("a.txt")))
    refresh_identities(tmp_path / "c.db")
    return tmp_path / "c.db"


def write(tmp_path, name, text):
    (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path / name


@pytest.mark.parametrize(
    ("day", "sector", "role"),
    [
        ("2007-12-31", None, None),
        ("2008-02-24", "GOV", "minister"),
        ("2012-06-30", "GOV", "minister"),
        ("2012-07-01", "ELI", None),
        ("2013-02-24", "LEG", "president"),
        ("2030-01-01", "LEG", "president"),
        (None, None, None),
    ],
)
def test_the_office_is_that_of_the_day(day, sector, role):
    actor = KnownActor(
        key="k",
        source="r",
        name="Ada Example",
        kind="person",
        codes=(
            DatedCode(country="CUB", sector="GOV", role="minister", since="2008-02-24", until="2012-06"),
            DatedCode(country="CUB", sector="ELI", since="2012-07", until="2013-02-24"),
            DatedCode(country="CUB", sector="LEG", role="president", since="2013-02-24"),
        ),
    )
    code = choose_code(actor, day)
    assert (code.sector, code.role) == (sector, role)


def test_a_code_for_all_days_stands_in_where_no_dated_one_covers_the_day():
    codes = (DatedCode(sector="GOV", since="2001", until="2002"), DatedCode(sector="ELI"))
    actor = KnownActor(key="k", source="r", name="Ada Example", kind="person", codes=codes)
    assert [choose_code(actor, day).sector for day in ("2001-05-01", "2010-01-01", None)] == ["GOV", "ELI", "ELI"]


def test_a_linked_entity_has_identifiers_and_the_sector_of_the_articles_day(path, tmp_path):
    before = list(dump_store(path))
    import_register(path, write(tmp_path, "people.tsv", PETRENKO))
    assert relink(path) == (1, 0)
    with Store.open(path) as store:
        entity = next(e for e in store.reading("a.txt").entities if e.name == "Igor Petrenko")
        assert (entity.country, entity.sector, entity.basis) == ("UKR", "GOV", "register")
        assert entity.identifiers == {"wikidata": "Q7"}
        minister = next(e for e in store.reading("a.txt").entities if e.name == "Šárka Nováková")
        assert (minister.basis, minister.identifiers) == (None, {})
        (event,) = store.events(recipient="UKR GOV")
        (party,) = event.recipients
        assert (party.sector, party.basis, dict(party.identifiers)) == ("GOV", "register", {"wikidata": "Q7"})
        assert event.actors[0].basis is None
        (told,) = store.events(holder="UKR GOV")
        assert (told.holder_name, told.holder_country, told.holder_sector) == ("Igor Petrenko", "UKR", "GOV")
        assert (told.holder_basis, dict(told.holder_identifiers)) == ("register", {"wikidata": "Q7"})
        assert (event.holder_country, event.holder_basis, dict(event.holder_identifiers)) == (None, None, {})
        (said,) = store.attributions(source="GOV")
        assert (said.speaker_sector, said.speaker_basis, dict(said.speaker_identifiers)) == (
            "GOV",
            "register",
            {"wikidata": "Q7"},
        )
    with open_to_write(path) as connection, transact(connection):
        assert remove_register(connection, "people.tsv")
    assert relink(path) == (0, 0)
    assert list(dump_store(path)) == before


def test_importing_again_replaces(path, tmp_path):
    import_register(path, write(tmp_path, "people.tsv", PETRENKO))
    import_register(path, write(tmp_path, "people.tsv", "name\nBo Other\n"))
    with open_to_write(path) as connection:
        assert [(one.name, one.actors) for one in list_registers(connection)] == [("people.tsv", 1)]
        assert not find_candidates(connection, ["Ihor Petrenko"], "person")[0]
        assert find_candidates(connection, ["Bo Other"], "person")[0]


def test_a_file_that_cannot_be_read_leaves_the_former_register(path, tmp_path):
    import_register(path, write(tmp_path, "people.tsv", PETRENKO))
    with pytest.raises(FormatError):
        import_register(path, write(tmp_path, "people.tsv", "nothing here"))
    with pytest.raises(FormatError):
        import_register(path, write(tmp_path, "people.tsv", "name\nBo\n" * 1000 + "\0"), "tsv")
    with open_to_write(path) as connection:
        assert [one.actors for one in list_registers(connection)] == [1]


def test_decisions_outlast_new_links(path, tmp_path):
    import_register(path, write(tmp_path, "people.tsv", PETRENKO + "Someone Else\tperson\tESP\t\tQ8\n"))
    with Store.open(path) as store:
        reading = store.reading("a.txt")
    entity = next(e for e in reading.entities if e.name == "Igor Petrenko")
    for actor, verdict, linked in (("Q7", "different", 0), ("Q8", "same", 1)):
        with open_to_write(path) as connection, transact(connection):
            decide_link(
                connection,
                DecidedLink(entity.id, reading.article.id, entity.name, entity.kind, "people.tsv", actor, verdict),
            )
        assert relink(path) == (linked, 0)
    with Store.open(path) as store:
        entity = next(e for e in store.reading("a.txt").entities if e.name == "Igor Petrenko")
    assert (entity.identifiers, entity.country) == ({"wikidata": "Q8"}, "UKR")


def test_offices_are_joined_whatever_the_order_of_lines(path, tmp_path):
    lines = [
        {"id": "o", "schema": "Occupancy", "properties": {"holder": ["p"], "post": ["Q5"], "startDate": ["2020"]}},
        {"id": "p", "schema": "Person", "properties": {"name": ["Ihor Petrenko"], "nationality": ["ua"]}},
        {"id": "Q5", "schema": "Position", "properties": {"name": ["Minister of Defence"], "country": ["ua"]}},
    ]
    for order in (lines, lines[::-1]):
        import_register(path, write(tmp_path, "f.json", "\n".join(map(json.dumps, order))))
        with open_to_write(path) as connection:
            ((known,), _) = find_candidates(connection, ["Ihor Petrenko"], "person")
        assert known.actor.codes == (DatedCode(country="UKR", sector="GOV", role="Minister of Defence", since="2020"),)


def test_memory_does_not_grow_with_the_file(path, tmp_path):
    def measure(count):
        with (tmp_path / "f.json").open("w") as out:
            for number in range(count):
                record = {
                    "id": f"p{number}",
                    "schema": "Person",
                    "properties": {"name": [f"Person{number % 300} Example"]},
                }
                out.write(json.dumps(record) + "\n")
        tracemalloc.start()
        import_register(path, tmp_path / "f.json")
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    measure(100)
    assert measure(16_000) < 2 * measure(4_000)


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Vladimir Kolokoltsev", "Wladimir Kolokolzew", "person"),
        ("Muammar Gaddafi", "Moammar al-Qadhafi", "person"),
        ("Park Geun-hye", "Geun-hye Park", "person"),
        ("Владимир Колокольцев", "Vladimir Kolokoltsev", "person"),
        ("Bill Example", "William Example", "person"),
        ("محمد خاتمي", "Mohammad Khatami", "person"),
        ("حسن نصر الله", "Hassan Nasrallah", "person"),
        ("חיים ויצמן", "Chaim Weizmann", "person"),
        ("בנימין נתניהו", "Benjamin Netanyahu", "person"),
        ("윤석열", "Yoon Suk-yeol", "person"),
        ("이명박", "Lee Myung-bak", "person"),
        ("Supreme Court", "Supreme Court of Cuba", "organization"),
        ("Miguel Díaz-Canel Bermúdez", "Miguel Diaz-Canel", "person"),
        ("Vladimir Vladimirovich Putin", "Vladimir Putin", "person"),
        ("Ministry of Internal Affairs of Cuba", "Cuban Interior Ministry", "organization"),
        ("Cuban Ministry of Defence", "Ministry of Defense", "organization"),
        ("The Example Organisation", "Example Organization", None),
    ],
)
def test_spellings_share_a_key(one, other, kind):
    assert make_keys(one, kind, ("CUB",)) & make_keys(other, kind, ("CUB",))


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [("Ada Example", "Bo Other", "person"), ("", "", "person"), ("Ministry", "Ministry of Trade", "organization")],
)
def test_other_names_do_not(one, other, kind):
    assert not make_keys(one, kind) & make_keys(other, kind)


def test_an_actor_reads_as_it_was_written(path, tmp_path):
    import_register(path, write(tmp_path, "people.tsv", PETRENKO))
    with open_to_write(path) as connection:
        ((known,), whole) = find_candidates(connection, ["Igor Petrenko"], "person")
        assert read_actor(connection, known.number) == known
    assert whole
    assert known.actor.identifiers == {"wikidata": "Q7"}
