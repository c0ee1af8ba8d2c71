from __future__ import annotations

import pytest

from tests.resolve.casts import cast_of, entity_of


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Kari Lund met Martin Heller. She praised him.", "She", "Kari Lund"),
        ("Kari Lund met Martin Heller. She praised him.", "him", "Martin Heller"),
        ("Chilean Defense Minister Ana Rojas arrived. The minister met soldiers.", "The minister", "Ana Rojas"),
        (
            "Chilean Defense Minister Ana Rojas met Peruvian Defense Minister Luis Vega. The Chilean minister smiled.",
            "The Chilean minister",
            "Ana Rojas",
        ),
        ("Cuba arrested ten men. The Caribbean country gave no reason.", "The Caribbean country", "Cuba"),
        ("Cuba arrested ten men. The regime gave no reason.", "The regime", "Cuba"),
        ("Ana Rojas, who leads the party, resigned.", "who", "Ana Rojas"),
        ("“I will not resign,” Ana Rojas said.", "I", "Ana Rojas"),
        ("Hezbollah fired rockets. The group claimed success.", "The group", "Hezbollah"),
        ("Protesters gathered in Lima. They burned tyres.", "They", "Protesters"),
        ("Hamas said its men were ready.", "its", "Hamas"),
        ("Luis Vega is the president of Peru. The president left.", "The president", "Luis Vega"),
        (
            "Chilean Trade Minister lands in Oslo. The Minister of Trade of Chile, Luis Vega, spoke.",
            "Chilean Trade Minister",
            "Luis Vega",
        ),
        ("A group of protesters marched.", "A group of protesters", "protesters"),
        ("Ana Rojas was elected in May. Her government resigned.", "Her", "Ana Rojas"),
        ("Nordwind Airlines met Toyota. The Japanese company lost money.", "The Japanese company", "Toyota"),
        ("The Chilean Air Force has bought jets. The Air Force needs them.", "The Air Force", "Chilean Air Force"),
        ("Brevik Motors leads its parent company. The company lost money.", "The company", "Brevik Motors"),
        ("The court forced Brevik Motors to lower its prices.", "its", "Brevik Motors"),
        ('A statement by Brevik Motors spokesman Luis Vega said "Obviously we are glad."', "we", "Brevik Motors"),
        ("Brevik Motors lost money. A company spokesman said so.", "company", "Brevik Motors"),
        ("The Chilean Air Force bought jets. Senior Air Force officials left.", "Air Force", "Chilean Air Force"),
        ('"We grow fast," said Ana Rojas, chief executive of Brevik Motors.', "We", "Brevik Motors"),
        ('Ana Rojas said: "It rained. We stayed. I slept." Luis Vega said nothing.', "I", "Ana Rojas"),
        ('Ana Rojas met Kari Lund. "My aunt is old. She is ill," she added.', "she", "Ana Rojas"),
    ],
)
def test_a_description_or_pronoun_stands_for_the_one_it_follows(text, words, name):
    found = [e.name for e in cast_of(text).entities if words in {m.text for m in e.mentions}]
    assert found == [name]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It is raining in Lima.", "It"),
        ("Maria Lund arrived. He left.", "He"),
        ("They say so.", "They"),
    ],
)
def test_a_pronoun_without_a_fitting_candidate_stands_for_nobody(text, words):
    assert not [e.name for e in cast_of(text).entities if words in {m.text for m in e.mentions}]


def test_his_country_is_the_state_that_he_speaks_for():
    cast = cast_of("The Norwegian ambassador, Kari Lund, said that her country has no weapons.")
    assert entity_of(cast, "her country").country == "NOR"


def test_they_reaches_back_one_sentence_only():
    cast = cast_of("Protesters marched. The rain fell. It was a long day. They left.")
    assert not any(mention.text == "They" for entity in cast.entities for mention in entity.mentions)


def test_an_acronym_that_the_text_gives_to_another_body_is_not_the_listed_one():
    cast = cast_of("Arctic Norse Airways (ANA) bought jets. ANA will fly them to Oslo.")
    assert entity_of(cast, "ANA").name == "Arctic Norse Airways"
