import pytest
from tests.coding.reading import find_predicate, read_findings

from coranto.coding.circumstances import find_holder, find_place, find_time, list_claims, make_date
from coranto.coding.factuality import judge_event, weigh_date

# published on Wednesday, 13 December 2023
DATES = [
    ("Rebels killed two soldiers on Sunday.", "killed", "2023-12-10"),
    ("Police in Lima were busy: on Monday they arrested two judges.", "arrested", "2023-12-11"),
    ("Two judges were arrested and charged on Monday.", "arrested", "2023-12-11"),
    ("Police raided the camp early Monday, detaining two judges.", "detaining", "2023-12-11"),
    ("On Monday, Peru closed the port to punish Chile.", "punish", "2023-12-11"),
    ("The bombing in 2008 that killed two judges shook Peru.", "killed", "2008-01-01"),
    ("Peru said on Monday that police had arrested two judges.", "arrested", None),
    ("Peru is trying to arrest the judges who fled on Monday.", "arrest", None),
    ("Peru withdrew from the 2015 pact.", "withdrew", None),
    ("Chile condemned the bombing of May 2019.", "condemned", None),
    ("Peru will send 400 soldiers to the border after 2024.", "send", None),
    ("Two judges were arrested when police stormed the court on Monday.", "arrested", "2023-12-11"),
    ("Peru said on Monday it would leave the pact, accusing Chile of arson.", "accusing", "2023-12-11"),
    ("Peru said on Monday that it would give Chile an ultimatum.", "give", "2023-12-11"),
    ("Rebels entered the town on Monday and began to attack the police.", "attack", "2023-12-11"),
]
PLACES = [
    ("Rebels killed two soldiers in Lima.", "killed", "Lima"),
    ("Gunmen opened fire on a mosque in the city of Quetta.", "opened fire", "Quetta"),
    ("The bombing in Lima that killed two judges shook the country.", "killed", "Lima"),
    ("Moon and Kim met in Lima and signed a treaty.", "signed", "Lima"),
    ("The ambassador to Peru was killed.", "killed", None),
    ("Chile condemned the bombing in Lima.", "condemned", None),
    ("The American embassy in Lima was attacked by a mob.", "attacked", "Lima"),
    ("Peru's president met with the Chilean envoy Juan Pena in Lima.", "met", "Lima"),
    ("Rebels came to the coast and began to occupy the town in Peru.", "occupy", "Peru"),
    ("Peru attacked the rebels.", "attacked", None),
    ("Chile clashed with rebels after talks with Peru.", "clashed", None),
]


def read_predicate(text, word, published="2023-12-13"):
    findings = read_findings(text, published)
    return findings, *find_predicate(findings, word)


def read_date(text, word):
    findings, sentence, predicate = read_predicate(text, word)
    return make_date(findings, sentence, predicate, find_time(findings, sentence, predicate))


@pytest.mark.parametrize(("text", "word", "day"), DATES)
def test_a_date_belongs_to_the_clauses_that_share_it(text, word, day):
    found = read_date(text, word)
    assert (found and str(found.start)) == day


@pytest.mark.parametrize(("text", "word", "place"), PLACES)
def test_a_place_belongs_to_the_clauses_that_share_it(text, word, place):
    found = find_place(*read_predicate(text, word))
    assert (found and found.name) == place


@pytest.mark.parametrize(
    ("text", "start", "end", "basis"),
    [
        ("Police have arrested 90 protesters since Sunday.", "2023-12-10", "2023-12-13", "since:time:published"),
        (
            "Between Sunday night and midday Tuesday, police arrested 90 protesters.",
            "2023-12-10",
            "2023-12-12",
            "range:time:published",
        ),
    ],
)
def test_a_range_lasts_to_its_end(text, start, end, basis):
    found = read_date(text, "arrested")
    assert (str(found.start), str(found.end), found.basis) == (start, end, basis)


@pytest.mark.parametrize(
    ("word", "day", "tense"),
    [("convicts", "2003-07-01", "past"), ("arrest", "2003-07-01", "past"), ("killed", None, "past")],
)
def test_the_date_before_an_entry_of_a_timeline_holds_for_what_it_tells_in_the_present(word, day, tense):
    text = "July 2003: A court in Lima convicts nine leaders. Police arrest a judge. Rebels had killed a guard."
    findings, sentence, predicate = read_predicate(text, word, None)
    found = make_date(findings, sentence, predicate, find_time(findings, sentence, predicate))
    assert (found and str(found.start)) == day
    assert weigh_date(judge_event(sentence, predicate), found, None).tense == tense


HOLDERS = [
    ("Peru said that Chile had attacked the village.", "attacked", "Peru"),
    ("Peru said that the rebels who attacked the village had fled.", "attacked", "Peru"),
    ("Peru warned that the rebels who attacked the village would return.", "attacked", "author"),
    ("Peru denied any link to the gunmen who attacked the village.", "attacked", "author"),
    ("“Chile attacked the village,” Peru said.", "attacked", "Peru"),
    ("Chile condemned the attack on the village.", "attack", "author"),
    ("The minister described an attack on the village.", "attack", "minister"),
    ("Chile attacked the village, Peru said.", "attacked", "Peru"),
    ("According to Peru, Chile attacked the village.", "attacked", "Peru"),
    ("Chile attacked the village. Peru said nothing.", "attacked", "author"),
    ("The presidents are expected to meet in Lima.", "meet", "author"),
]


@pytest.mark.parametrize(("text", "word", "holder"), HOLDERS)
def test_the_holder_is_who_vouches_for_the_event(text, word, holder):
    findings, sentence, predicate = read_predicate(text, word)
    _, attribution = find_holder(findings, sentence, predicate)
    source = attribution and findings.cast.by_id[attribution.source.entity].name
    assert (source or "author") == holder


def test_whoever_does_not_vouch_is_listed_with_the_reason():
    findings, sentence, predicate = read_predicate("The presidents are expected to meet in Lima.", "meet")
    (claim,) = list_claims(findings, sentence, predicate)
    assert claim.attribution.rule.startswith("verb_expect")
    assert claim.why_not
