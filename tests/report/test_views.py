from coranto.model.reading import Reading
from coranto.report.cast import build_roster
from coranto.report.views import name_article, tell_chain, view_events, view_statements


def test_a_person_known_by_surname_joins_the_one_who_bears_it(readings):
    roster = build_roster(readings)
    people = [actor.name for actor in roster.actors if "Lund" in actor.name]
    assert people == ["Kari Lund"]


def test_a_surname_that_two_bear_joins_neither(readings):
    courier, harbor = readings
    other = courier.entities[1].model_copy(update={"id": "ent-other", "name": "Ola Lund"})
    crowded = courier.model_copy(update={"entities": (*courier.entities, other)})
    people = [actor.name for actor in build_roster((crowded, harbor)).actors if "Lund" in actor.name]
    assert sorted(people) == ["Kari Lund", "Lund", "Ola Lund"]


def test_a_surname_of_another_country_stays_apart(readings):
    courier, harbor = readings
    swede = harbor.entities[0].model_copy(update={"country": "SWE"})
    people = [a.name for a in build_roster((courier, harbor.model_copy(update={"entities": (swede,)}))).actors]
    assert "Lund" in people


def test_the_chain_runs_from_the_speaker_to_the_outlet(readings):
    views = view_events(readings[0], build_roster(readings), 0)
    told = [tell_chain(view.chain) for view in views]
    assert told[0] == "Ministry of Transport of Norway said, reported by The Fjord Courier"
    assert told[1] == "Anna Berg said, quoted by Norse Wire, reported by The Fjord Courier"
    assert "Kari Lund denied, reported by The Fjord Courier" in told


def test_what_the_author_vouches_for_is_the_outlets_own(readings):
    view = view_events(readings[1], build_roster(readings), 0)[0]
    assert tell_chain(view.chain) == "outlet unknown in its own words"


def test_a_statement_within_a_statement_names_both_speakers(readings):
    courier = readings[0]
    inner, outer = courier.attributions[2], courier.attributions[1]
    nested = inner.model_copy(update={"parent": outer.id})
    reading = courier.model_copy(update={"attributions": (outer, nested)})
    told = [tell_chain(view.chain) for view in view_statements(reading, build_roster((reading,)))]
    assert told[1] == "Kari Lund denied, as Anna Berg said, quoted by Norse Wire, reported by The Fjord Courier"


def test_parents_in_a_circle_end(readings):
    courier = readings[0]
    a, b = courier.attributions[:2]
    circle = (a.model_copy(update={"parent": b.id}), b.model_copy(update={"parent": a.id}))
    reading = courier.model_copy(update={"attributions": circle})
    assert all(len(view.chain) == 4 for view in view_statements(reading, build_roster((reading,))))


def test_a_holder_that_is_missing_is_said_to_be(readings):
    reading = readings[0].model_copy(update={"attributions": ()})
    view = view_events(reading, build_roster((reading,)), 0)[0]
    assert "missing" in tell_chain(view.chain)


def test_silence_is_told_from_speech(readings):
    views = view_statements(readings[0], build_roster(readings))
    assert [view.speaker.name for view in views if view.is_silence] == ["port authority"]


def test_a_silence_is_shown_with_its_sentence(readings):
    views = view_statements(readings[0], build_roster(readings))
    assert [view.sentence for view in views if view.is_silence] == ["The port authoritydeclined to comment."]


def test_an_article_is_named_by_its_first_line_that_is_no_furniture(readings):
    assert name_article(readings[0].article) == "Ministry denies sending boats to Port Alder"
    assert name_article(readings[0].article.model_copy(update={"title": "Boats"})) == "Boats"


def test_an_empty_article_is_named_by_its_source(readings):
    article = readings[1].article.model_copy(update={"text": ""})
    assert name_article(article) == "harbor/1.txt"
    assert view_events(Reading(article=article, run=readings[1].run), build_roster(()), 0) == ()


def test_the_way_to_a_page_is_no_part_of_its_name(readings):
    article = readings[1].article.model_copy(update={"text": "Home » News » Boats leave » again"})
    assert name_article(article) == "again"
    assert name_article(article.model_copy(update={"text": "Home »"})) == "Home »"
