"""Links worked out only where something changed: the same as all of them worked out."""

import json
import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coranto.compare import registers
from coranto.compare.identities import refresh_identities
from coranto.compare.linking import decide_identity
from coranto.compare.registers import drop_register, import_register, open_to_write, relink
from coranto.errors import NotFoundError
from coranto.model.entity import Entity
from coranto.model.ids import make_id
from coranto.model.reading import Reading
from coranto.store.registers import forget_links
from coranto.store.schema import transact
from coranto.store.writer import open_store
from tests.samples import RUN, find, make_sample, mention

NAMES = (
    "Ada Example",
    "Ada M. Example",
    "Bo Other",
    "Wladimir Kolokolzew",
    "Vladimir Kolokoltsev",
    "Interior Ministry",
)
COUNTRIES = (None, "CUB", "ESP", "RUS")
SECTORS = (None, "GOV", "BUS")
ROWS = (
    "Ada Example\tperson\tCUB\tGOV\tQ1\t2000\t2010",
    "Ada Example\tperson\tCUB\tLEG\tQ1\t2011\t",
    "Ada Example\tperson\tESP\t\tQ2\t\t",
    "Bo Other\tperson\t\tMIL\tQ3\t\t",
    "Vladimir Kolokoltsev\tperson\tRUS\tGOV\tQ4\t2012\t",
    "Interior Ministry\torganization\tCUB\tGOV\tQ5\t\t",
    "Cy Twofold\tperson\tESP\tGOV\tQ6\t\t",
    "Cy Twofold\tperson\tESP\tBUS\tQ7\t\t",
)
KEYS = ("Q1", "Q2", "Q3", "Q6")


def read_people(source, day, people):
    """A reading of an article that names these people: (name, country, sector) each."""
    text = ". ".join(name for name, _, _ in people) + "."
    article = make_sample(source, text=text, published=day)
    entities = [
        Entity(
            id=make_id("entity", article.id, str(place)),
            name=name,
            kind="organization" if "Ministry" in name else "person",
            country=country,
            sector=sector,
            mentions=(mention(find(text, name)),),
        )
        for place, (name, country, sector) in enumerate(people)
    ]
    return Reading(article=article, entities=tuple(entities), run=RUN)


def list_rows(path):
    with open_to_write(path) as connection:
        return [
            [*connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2")] for table in ("links", "filled", "compared")
        ]


def link_all(path):
    with open_to_write(path) as connection, transact(connection):
        forget_links(connection)
    relink(path)


PERSON = st.tuples(st.sampled_from(NAMES), st.sampled_from(COUNTRIES), st.sampled_from(SECTORS))
STEP = st.one_of(
    st.tuples(
        st.just("read"),
        st.sampled_from("abcd"),
        st.sampled_from([None, date(2005, 5, 5), date(2013, 3, 3)]),
        st.lists(PERSON, min_size=3, max_size=5, unique_by=lambda person: person[0]),
    ),
    st.tuples(st.just("import"), st.sampled_from(["r.tsv", "s.tsv"]), st.sets(st.sampled_from(ROWS), min_size=1)),
    st.tuples(st.just("remove"), st.sampled_from(["r.tsv", "s.tsv"])),
    st.tuples(st.just("decide"), st.sampled_from(NAMES), st.sampled_from(KEYS), st.sampled_from(["same", "different"])),
)


def take(step, path, folder):
    match step:
        case "read", source, day, people:
            with open_store(path) as writer:
                writer.write(read_people(source, day, people))
                # (an article whose text changed is another one; here it replaces the former)
                writer.meet(make_sample(source, text=". ".join(p[0] for p in people) + ".", published=day).id, source)
                writer.drop_former()
        case "import", name, rows:
            header = "name\tkind\tcountry\tsector\twikidata\tsince\tuntil\n"
            (folder / name).write_text(header + "\n".join(sorted(rows)), encoding="utf-8")
            import_register(path, folder / name)
        case "remove", name:
            drop_register(path, name)
        case "decide", name, key, verdict:
            try:
                decide_identity(path, name, key, verdict)
            except NotFoundError:
                return
    refresh_identities(path)
    relink(path)


@settings(max_examples=25, deadline=None)
@given(st.lists(STEP, min_size=3, max_size=8))
def test_linking_what_changed_is_linking_all(steps):
    with tempfile.TemporaryDirectory() as made:
        path = Path(made) / "c.db"
        open_store(path).close()
        for step in [("import", "r.tsv", {*ROWS}), *steps]:
            take(step, path, Path(made))
            found = list_rows(path)
            link_all(path)
            assert found == list_rows(path), step


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "c.db"
    with open_store(made) as writer:
        writer.write(read_people("a", date(2005, 5, 5), [("Ada Example", "CUB", None), ("Bo Other", None, None)]))
        writer.write(read_people("b", date(2013, 3, 3), [("Ada Example", "CUB", None)]))
    take(("import", "r.tsv", set(ROWS)), made, tmp_path)
    return made


@pytest.fixture
def compared(monkeypatch):
    """The names of the identities that are compared with the registers from now on."""
    names = []
    former = registers.link_identities

    def note(identities, *rest):
        identities = list(identities)
        names.extend(identity.name for identity in identities)
        return former(identities, *rest)

    monkeypatch.setattr(registers, "link_identities", note)
    return names


def test_nothing_is_compared_where_nothing_changed(path, compared):
    refresh_identities(path)
    assert relink(path) == (2, 0)
    assert compared == []


def test_a_new_article_has_those_compared_whom_it_names(path, compared, tmp_path):
    take(("read", "c", None, [("Bo Other", None, None), ("Vladimir Kolokoltsev", "RUS", None)]), path, tmp_path)
    assert sorted(compared) == ["Bo Other", "Vladimir Kolokoltsev"]
    assert relink(path) == (3, 0)


def test_an_article_that_is_read_again_is_told_of_again(path, tmp_path):
    before = list_rows(path)
    take(("read", "b", date(2013, 3, 3), [("Ada Example", "CUB", None)]), path, tmp_path)
    assert list_rows(path) == before


def test_a_changed_register_has_all_compared(path, compared, tmp_path):
    take(("import", "s.tsv", {ROWS[3]}), path, tmp_path)
    assert sorted(compared) == ["Ada Example", "Bo Other"]


def test_what_is_told_of_an_entity_is_of_the_day_of_its_article(path):
    found = {(json.loads(identifiers)["wikidata"], sector) for *_, sector, _, identifiers in list_rows(path)[1]}
    assert found == {("Q1", "GOV"), ("Q1", "LEG"), ("Q3", "MIL")}
