import pytest

from coranto.coding.sizes import load_sizes
from coranto.pipeline import read_text

SIZES = [
    ("Police arrested 17 people in Lima.", "arrested", {"arrested": "17 people"}),
    ("In Lima, 17 people were arrested.", "arrested", {"arrested": "17 people"}),
    ("Police said the arrest of 17 people would calm the city.", "arrest", {"arrested": "17 people"}),
    (
        "Rebels attacked the village, killing 12 people and wounding 30 people.",
        "attacked",
        {"killed": "12 people", "injured": "30 people"},
    ),
    ("Rebels carried out an attack that killed 12 soldiers.", "attack", {"killed": "12 soldiers"}),
    (
        "Rebels killed 12 soldiers and wounded 30 villagers.",
        "killed",
        {"killed": "12 soldiers", "injured": "30 villagers"},
    ),
    ("A protest by 2,000 workers began in Lima.", "protest", {"participants": "2,000 workers"}),
    ("Two ministers met in Lima with three generals.", "met", {}),
    ("Peru sent 400 soldiers to the border.", "sent", {"deployed": "400 soldiers"}),
    ("Soldiers arrested Ivan Petrov, 64, in Lima.", "arrested", {}),
]


def read_event(text, word):
    reading = read_text(text, published="2023-12-13")
    event = next(e for e in reading.events if word in e.trigger.text)
    return event, {q.id: q.span.text for q in reading.quantities}


@pytest.mark.parametrize(("text", "word", "sizes"), SIZES)
def test_a_count_measures_what_the_trigger_does(text, word, sizes):
    event, quantities = read_event(text, word)
    assert {size: quantities[number] for size, number in event.size.items()} == sizes


@pytest.mark.parametrize(
    ("text", "word", "amounts"),
    [
        ("France gave Mali $40 million in aid.", "gave", ["$40 million"]),
        ("Two ministers of Mali met three generals of Peru.", "met", []),
        ("Mali arrested two officials of Peru who stole $40 million.", "arrested", ["two officials"]),
    ],
)
def test_the_amounts_of_an_event_are_those_under_it(text, word, amounts):
    event, quantities = read_event(text, word)
    assert [quantities[number] for number in event.quantities] == amounts


def test_every_size_that_is_limited_or_harmful_is_one():
    sizes = load_sizes()
    names = {*sizes.recipient.values(), *sizes.actor.values(), *sizes.types.values()}
    assert sizes.harms | set(sizes.only) <= names
