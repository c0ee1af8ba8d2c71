"""What a person says of who is one, in a store."""

import pytest

from coranto.compare.identities import refresh_identities
from coranto.compare.judgements import list_standings, merge_entities, split_identity, undo_decision
from coranto.errors import NotFoundError, UsageError
from coranto.store.queries import Store
from coranto.store.writer import open_store
from tests.samples import TEXT, make_sample, read_sample


@pytest.fixture
def path(tmp_path):
    with open_store(tmp_path / "c.db") as writer:
        for source in ("a.txt", "b.txt", "c.txt"):
            writer.write(read_sample(make_sample(source)))
    refresh_identities(tmp_path / "c.db")
    return tmp_path / "c.db"


def find(path, name):
    with Store.open(path) as store:
        return [identity for identity in store.identities() if identity.name == name]


def members(identity):
    return [member.entity for member in identity.members]


def test_a_split_holds_against_the_rules_and_every_later_run(path):
    (petrenko,) = find(path, "Igor Petrenko")
    taken = members(petrenko)[-1]
    outcome = split_identity(path, petrenko.id, [taken])
    assert len(outcome.identities) == 2
    refresh_identities(path)
    assert sorted(len(identity.members) for identity in find(path, "Igor Petrenko")) == [1, 2]


def test_a_merge_holds_and_says_so(path):
    one, other = find(path, "Igor Petrenko")[0], find(path, "Šárka Nováková")[0]
    outcome = merge_entities(path, [one.id, other.id])
    assert len(outcome.identities) == 1
    refresh_identities(path)
    with Store.open(path) as store:
        (found,) = [i for i in store.identities() if i.id == outcome.identities[0]]
    assert len(found.members) == 6
    assert "person" in {member.rule for member in found.members}


def test_a_decision_survives_a_reading_by_another_version(path):
    (petrenko,) = find(path, "Igor Petrenko")
    split_identity(path, petrenko.id, members(petrenko)[-1:])
    with open_store(path) as writer:
        for source in ("a.txt", "b.txt", "c.txt"):
            reading = read_sample(make_sample(source))
            renamed = tuple(e.model_copy(update={"id": f"{e.id}-new"}) for e in reading.entities)
            writer.write(reading.model_copy(update={"entities": renamed}))
    refresh_identities(path)
    found = find(path, "Igor Petrenko")
    assert sorted(len(identity.members) for identity in found) == [1, 2]
    assert all(entity.endswith("-new") for identity in found for entity in members(identity))


def test_a_decision_waits_where_its_article_is_gone_and_holds_when_it_is_back(path):
    (petrenko,) = find(path, "Igor Petrenko")
    last = petrenko.members[-1]
    split_identity(path, petrenko.id, [last.entity])
    with Store.open(path) as store:
        source = store.reading(last.article).article.source
    with open_store(path) as writer:
        writer.meet("art-none", source)
        writer.drop_former()
    refresh_identities(path)
    with Store.open(path) as store:
        assert [standing for _, standing in store.ask(list_standings)] == ["waits"]
    with open_store(path) as writer:
        writer.write(read_sample(make_sample(source, text=TEXT)))
    refresh_identities(path)
    assert len(find(path, "Igor Petrenko")) == 2


def test_a_decision_is_taken_back(path):
    (petrenko,) = find(path, "Igor Petrenko")
    number = split_identity(path, petrenko.id, members(petrenko)[-1:]).number
    undo_decision(path, number)
    assert find(path, "Igor Petrenko") == [petrenko]
    with pytest.raises(NotFoundError, match="no decision 1"):
        undo_decision(path, number)


@pytest.mark.parametrize("keys", [["idn-"], ["nobody", "else"], [""]])
def test_a_key_must_fit_one(path, keys):
    with pytest.raises(NotFoundError):
        merge_entities(path, keys)


def test_what_changes_nothing_is_refused_and_leaves_no_decision(path):
    (petrenko,) = find(path, "Igor Petrenko")
    other = members(find(path, "Šárka Nováková")[0])[0]
    for call in (
        lambda: merge_entities(path, [petrenko.id]),
        lambda: split_identity(path, petrenko.id, members(petrenko)),
        lambda: split_identity(path, petrenko.id, [other]),
        lambda: split_identity(path, other, [other]),
    ):
        with pytest.raises(UsageError):
            call()
    with Store.open(path) as store:
        assert store.ask(list_standings) == []
