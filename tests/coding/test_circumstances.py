import pytest

from coranto.pipeline import read_text

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
]
PLACES = [
    ("Rebels killed two soldiers in Lima.", "killed", "Lima"),
    ("Gunmen opened fire on a mosque in the city of Quetta.", "opened fire", "Quetta"),
    ("The bombing in Lima that killed two judges shook the country.", "killed", "Lima"),
    ("Moon and Kim met in Lima and signed a treaty.", "signed", "Lima"),
    ("The ambassador to Peru was killed.", "killed", None),
    ("Chile condemned the bombing in Lima.", "condemned", None),
    ("The American embassy in Lima was attacked by a mob.", "attacked", "Lima"),
]


def read_event(text, word):
    reading = read_text(text, published="2023-12-13")
    event = next(e for e in reading.events if word in e.trigger.text)
    return event, {place.id: place.name for place in reading.places}


@pytest.mark.parametrize(("text", "word", "day"), DATES)
def test_a_date_belongs_to_the_clauses_that_share_it(text, word, day):
    event, _ = read_event(text, word)
    assert (event.date and str(event.date.start)) == day


@pytest.mark.parametrize(("text", "word", "place"), PLACES)
def test_a_place_belongs_to_the_clauses_that_share_it(text, word, place):
    event, places = read_event(text, word)
    assert places.get(event.place) == place


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
    event, _ = read_event(text, "arrested")
    assert event.date
    assert (str(event.date.start), str(event.date.end), event.date.basis) == (start, end, basis)


HOLDERS = [
    ("Peru said that Chile had attacked the village.", "attacked", "Peru"),
    ("Peru said that the rebels who attacked the village had fled.", "attacked", "Peru"),
    ("Peru warned that the rebels who attacked the village would return.", "attacked", "author"),
    ("Peru denied any link to the gunmen who attacked the village.", "attacked", "author"),
    ("“Chile attacked the village,” Peru said.", "attacked", "Peru"),
    ("Chile attacked the village, Peru said.", "attacked", "Peru"),
    ("According to Peru, Chile attacked the village.", "attacked", "Peru"),
    ("Chile attacked the village. Peru said nothing.", "attacked", "author"),
    ("The presidents are expected to meet in Lima.", "meet", "author"),
]


@pytest.mark.parametrize(("text", "word", "holder"), HOLDERS)
def test_the_holder_is_who_vouches_for_the_event(text, word, holder):
    reading = read_text(text, published="2023-12-13")
    names = {entity.id: entity.name for entity in reading.entities}
    sources = {a.id: names.get(a.source.entity or "") for a in reading.attributions}
    event = next((e for e in reading.events if word in e.trigger.text), None)
    assert event is not None
    assert sources.get(event.holder, "author") == holder
