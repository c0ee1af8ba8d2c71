"""Who stands on either side of an event."""

import pytest
from tests.texts import parse

from coranto.coding.parties import find_parties, find_side, is_actor, is_political, part_partners
from coranto.extract.frames.predicates import find_predicates
from coranto.extract.mentions import find_mentions
from coranto.model.article import Article
from coranto.model.entity import Party
from coranto.resolve.entities import resolve_entities


def read(text):
    sentences = parse(text)
    cast = resolve_entities(Article(id="art-1", source="a", sha256="", text=text), sentences, find_mentions(sentences))
    return sentences[0], cast


def find(text, word):
    """The parties at the token of this word, as (name, words)."""
    sentence, cast = read(text)
    head = next(t.i for t in sentence.tokens if t.text == word)
    return [(cast.by_id[p.entity].name, p.span.text) for p in find_parties(sentence, [head], cast)]


BEARERS = [
    ("Norway closed the port.", "Norway", "Norway"),
    ("The decision of Norway shook the port.", "decision", "Norway"),
    ("Norwegian bases were hit.", "bases", "Norwegian"),
]


@pytest.mark.parametrize(("text", "word", "words"), BEARERS)
def test_a_phrase_that_is_nobody_stands_for_its_owner(text, word, words):
    assert find(text, word) == [("Norway", words)]


GROUPS = [
    ("Peruvian and Chilean negotiators met in Cuba.", "negotiators", ["Peru", "Chile"]),
    ("Lawmakers in Peru and Chile welcomed the pact.", "Lawmakers", ["Lawmakers", "Chile"]),
    ("The two neighbours, Peru and Chile, renewed their ties.", "neighbours", ["Peru", "Chile"]),
    ("The rockets fired by Chile hit a bridge.", "rockets", ["Chile"]),
]


@pytest.mark.parametrize(("text", "word", "names"), GROUPS)
def test_groups_of_several_states_stand_for_each(text, word, names):
    assert [name for name, _ in find(text, word)] == names


def test_what_lies_near_a_thing_does_not_own_it():
    assert find("A blast near the Peruvian embassy shook the square.", "blast") == []


def test_a_pronoun_is_shown_by_the_name_it_stands_for():
    assert find("Chile said it would withdraw its troops.", "it") == [("Chile", "Chile")]


def test_a_part_of_a_group_is_named_with_the_group():
    assert [words for _, words in find("Most of the soldiers left.", "Most")] == ["Most of the soldiers"]


def test_a_thing_of_nobody_is_no_party():
    assert find("The weather spoiled the harvest.", "weather") == []


def test_one_entity_is_one_party_however_often_it_is_named():
    sentence, cast = read("Norway said Norway would pay.")
    heads = [t.i for t in sentence.tokens if t.text == "Norway"]
    assert len(heads) == 2
    assert len(find_parties(sentence, heads, cast)) == 1


def test_parties_keep_the_order_of_their_heads_and_the_words_of_the_text():
    text = "Peru and Chile signed a treaty."
    sentence, cast = read(text)
    heads = [t.i for t in sentence.tokens if t.text in {"Peru", "Chile"}]
    for order in (heads, heads[::-1]):
        parties = find_parties(sentence, order, cast)
        assert [p.span.text for p in parties] == [sentence.tokens[i].text for i in order]
        assert all(p.span.text == text[p.span.start : p.span.end] for p in parties)


def test_the_one_met_with_is_the_recipient():
    sentence, _ = read("Chile met with Peru on Monday.")
    (predicate,) = find_predicates([sentence])
    actors, recipients = part_partners(sentence, predicate)
    assert [sentence.tokens[i].text for i in (*actors, *recipients)] == ["Chile", "Peru"]
    assert len(recipients) == 1


PARTNERS = [
    ("Chilean President Rosa Holm called Peruvian President Ana Ruiz on Monday.", "Holm", "Ruiz"),
    ("Rosa Holm was involved in talks with Peru.", "Holm", "Peru"),
    ("His contacts with Peru angered the senate.", "His", "Peru"),
]


@pytest.mark.parametrize(("text", "actor", "recipient"), PARTNERS)
def test_the_partner_is_the_recipient_where_someone_else_acts(text, actor, recipient):
    sentence, _ = read(text)
    predicate = next(p for p in find_predicates([sentence]) if p.entry.type == "CONSULT")
    actors, recipients = part_partners(sentence, predicate)
    assert [sentence.tokens[i].text for i in actors] == [actor]
    assert [sentence.tokens[i].text for i in recipients] == [recipient]


def find_recipients(text, lemma):
    sentence, cast = read(text)
    predicate = next(p for p in find_predicates([sentence]) if sentence.tokens[p.head].lemma == lemma)
    parties = find_side(sentence, predicate.recipients, predicate.entry.recipient, predicate, cast)
    return [p.span.text for p in parties]


def test_a_side_is_whoever_stands_at_its_heads():
    assert find_recipients("Soldiers attacked the protesters.", "attack") == ["the protesters"]


@pytest.mark.parametrize("object_", ["shots", "tear gas"])
def test_where_the_object_is_nobody_the_next_slot_is_the_side(object_):
    assert find_recipients(f"Police fired {object_} at the protesters.", "fire") == ["the protesters"]


KINDS = [("Norway", True, True), ("NATO", True, True), ("The rebels", True, True), ("The shopkeeper", False, True)]


@pytest.mark.parametrize(("who", "political", "actor"), KINDS)
def test_states_and_armed_groups_are_political_and_shopkeepers_are_not(who, political, actor):
    sentence, cast = read(f"{who} left the harbour on Monday.")
    head = next(t.head if t.dep == "compound" else t.i for t in sentence.tokens if t.text == who.split()[-1])
    parties = find_parties(sentence, [head], cast)
    assert len(parties) == 1
    assert is_political(parties, cast) is political
    assert is_actor(parties[0], cast) is actor


def test_words_that_stand_for_nobody_are_no_actor():
    sentence, cast = read("The weather changed.")
    unknown = Party(span=sentence.span(sentence.subtree(1)))
    assert not is_actor(unknown, cast)
    assert not is_political([unknown], cast)
