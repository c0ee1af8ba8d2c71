import pytest

from coranto.pipeline import read_text


def read_events(text, published="2023-12-12"):
    reading = read_text(text, published=published)
    return reading, list(reading.events)


def show_parties(reading, parties):
    by_id = {e.id: e for e in reading.entities}
    return [(by_id[p.entity].name, by_id[p.entity].country) for p in parties]


def test_an_event_has_type_mode_quad_scale_and_code():
    reading, (event,) = read_events("Police in Havana arrested 17 people on Monday.")
    assert (event.type, event.mode, event.quad) == ("COERCE", ("arrest",), "material conflict")
    assert event.scale == -7
    assert event.cameo == "173"
    assert event.rule.startswith("predicates/coerce:arrest")
    assert show_parties(reading, event.actors)[0][0].lower().endswith("police")


def test_a_role_read_from_the_text_gives_country_and_sector():
    reading, (event,) = read_events("Norwegian Fisheries Minister Kari Solvang visited Iceland.")
    actor = next(e for e in reading.entities if e.id == event.actors[0].entity)
    assert (actor.name, actor.country, actor.sector) == ("Kari Solvang", "NOR", "GOV")
    assert show_parties(reading, event.recipients) == [("Iceland", "ISL")]


def test_what_is_denied_is_held_by_the_denier_and_negative():
    reading, events = read_events("Iran denied that it had tested a missile.")
    tested = next(e for e in events if e.type == "MOBILIZE")
    holder = next(a for a in reading.attributions if a.id == tested.holder)
    assert tested.polarity == "negative"
    assert holder.act == "deny"
    assert show_parties(reading, tested.actors) == [("Iran", "IRN")]


def test_what_the_article_asserts_is_held_by_its_author():
    _, (event,) = read_events("Britain expelled 60 Russian diplomats.")
    assert event.holder == "author"
    assert event.polarity == "positive"


def test_the_content_of_a_threat_is_its_mode_and_no_second_event():
    _, events = read_events("Turkey threatened to attack Greece.")
    assert [(e.type, e.mode) for e in events] == [("THREATEN", ("violence",))]


def test_an_officials_protest_is_an_accusation():
    _, events = read_events("Foreign Minister Ana Ruiz of Spain protested against the arrests in Morocco.")
    assert next((e.type, e.mode) for e in events) == ("ACCUSE", ("disapprove",))


def test_a_repeat_that_adds_nothing_is_no_second_event():
    _, events = read_events("Turkey invaded Syria on Monday. Many feared it. Turkey invaded Syria with tanks.")
    assert [e.type for e in events] == ["ASSAULT"]


@pytest.mark.parametrize(
    "text",
    [
        "Boston beat Chicago 4-2 on Sunday.",
        "Shares of the company fell after it met analysts' expectations.",
        "Beat the butter and the sugar, then fold in the flour.",
        "A storm will hit the coast on Friday with heavy rain.",
        "She met her friend at a cafe and talked about the film.",
        "The striker fired a shot over the bar.",
    ],
)
def test_ordinary_news_has_no_political_events(text):
    assert read_events(text)[1] == []


def test_the_harm_is_counted():
    reading, events = read_events("A bomb attack by rebels killed 12 soldiers in Colombia.")
    killed = next(e for e in events if "killed" in e.size)
    quantity = next(q for q in reading.quantities if q.id == killed.size["killed"])
    assert quantity.value == 12
