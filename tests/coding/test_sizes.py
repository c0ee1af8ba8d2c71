import pytest
from tests.coding.reading import find_predicate, read_findings

from coranto.coding.codebook import load_codebook
from coranto.coding.sizes import find_quantities, find_size, load_sizes

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
    ("Peru holds three Chileans in a prison.", "holds", {"arrested": "three Chileans"}),
    ("Roughly 600 people have been sent back to Chile.", "sent back", {"expelled": "Roughly 600 people"}),
    ("Peru keeps 8,000 troops in the valley.", "keeps", {"deployed": "8,000 troops"}),
    ("More than 800 troops remain in the valley.", "remain", {"deployed": "More than 800 troops"}),
    ("The attack on the village took the lives of four soldiers.", "attack", {"killed": "four soldiers"}),
    ("The bombing claimed 12 lives.", "bombing", {"killed": "12 lives"}),
    ("A blast in Lima left 12 people dead and 30 wounded.", "blast", {"killed": "12 people", "injured": "30"}),
    ("Rebels attacked the village, leaving 12 dead.", "attacked", {"killed": "12"}),
    ("The attack, in which 12 people died, shocked Peru.", "attack", {"killed": "12 people"}),
    ("12 soldiers were killed in Peru, 40 were injured.", "killed", {"killed": "12 soldiers", "injured": "40"}),
    ("The protests drew thousands of people.", "protests", {"participants": "thousands of people"}),
    ("Rallies that drew thousands of people shook Lima.", "Rallies", {"participants": "thousands of people"}),
    ("Ten envoys condemned the attack.", "attack", {}),
    ("The attack on the village went on, said three envoys.", "attack", {}),
    ("Police who guard 300 villagers arrested a rebel.", "arrested", {}),
]


@pytest.mark.parametrize(("text", "word", "sizes"), SIZES)
def test_a_count_measures_what_the_trigger_does(text, word, sizes):
    findings = read_findings(text)
    quantities = {q.id: q.span.text for q in findings.quantities}
    found = find_size(findings, *find_predicate(findings, word))
    assert {size: quantities[number] for size, number in found.items()} == sizes


@pytest.mark.parametrize(
    ("text", "word", "amounts"),
    [
        ("France gave Mali $40 million in aid.", "gave", ["$40 million"]),
        ("Two ministers of Mali met three generals of Peru.", "met", []),
        ("Mali arrested two officials of Peru who stole $40 million.", "arrested", ["two officials"]),
        ("Mali fined the firm $40 million and arrested two officials.", "arrested", ["two officials"]),
    ],
)
def test_the_amounts_of_an_event_are_those_under_it(text, word, amounts):
    findings = read_findings(text)
    sentence, predicate = find_predicate(findings, word)
    size = find_size(findings, sentence, predicate)
    assert [q.span.text for q in find_quantities(findings, sentence, predicate, size)] == amounts


def test_every_size_that_is_limited_or_harmful_is_one():
    sizes = load_sizes()
    names = {*sizes.recipient.values(), *sizes.actor.values(), *sizes.types.values()}
    assert sizes.harms | set(sizes.only) | {*sizes.modes.values(), *sizes.states.values()} <= names


def test_modes_with_a_size_are_those_of_the_codebook():
    known = {mode for kind in load_codebook().types.values() for mode in kind.modes}
    assert load_sizes().modes.keys() <= known
