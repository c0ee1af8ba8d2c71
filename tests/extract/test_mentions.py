from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coranto.extract.known import find_known, fold_words, load_known
from coranto.extract.mentions import find_mentions
from coranto.extract.roles import find_role, find_title, load_roles
from coranto.model.entity import Entity
from coranto.resources import read_tsv
from tests.texts import parse

SECTORS = set(Entity.model_fields["sector"].annotation.__args__[0].__args__)
TABLES = ("states", "organisations", "outlets", "people", "places", "roles", "given_names", "regions")


def mentions_of(text):
    return find_mentions(parse(text))


@pytest.mark.parametrize(
    ("text", "span", "form", "kind"),
    [
        ("Norwegian Fisheries Minister Kari Lund arrived in Lima.", "Fisheries Minister Kari Lund", "name", "person"),
        ("Norwegian Fisheries Minister Kari Lund arrived in Lima.", "Norwegian", "adjective", "state"),
        ("Norwegian Fisheries Minister Kari Lund arrived in Lima.", "Lima", "name", "state"),
        ("Sixty diplomats left the city.", "Sixty diplomats", "nominal", "unnamed"),
        ("Police dispersed the crowd.", "Police", "nominal", "group"),
        ("The minister of the interior of Peru resigned.", "Peru", "name", "state"),
        ("The Kremlin rejected the plan.", "Kremlin", "name", "state"),
        ("She met the envoy who had called her.", "who", "pronoun", None),
        ("The United Nations condemned the raid.", "United Nations", "name", "organization"),
        ("The deal was first reported by Reuters.", "Reuters", "name", "outlet"),
        ("Three Peruvians were arrested.", "Three Peruvians", "nominal", "group"),
    ],
)
def test_finds_a_mention_with_its_form_and_kind(text, span, form, kind):
    assert (form, kind) in [(m.form, m.kind) for m in mentions_of(text) if m.span.text == span]


@pytest.mark.parametrize(
    ("text", "adjectives"),
    [
        ("A U.S.-led force entered the town.", ["U.S."]),
        ("The Russian-Cuban centre opened in May.", ["Russian", "Cuban"]),
        ("The Chilean ambassador spoke.", ["Chilean"]),
    ],
)
def test_hyphenated_nationalities_are_mentions_of_their_own(text, adjectives):
    assert [m.span.text for m in mentions_of(text) if m.form == "adjective"] == adjectives


def test_a_surname_that_is_a_plural_noun_is_a_name_where_it_speaks():
    text = "Kari Woods arrived. Woods said that the woods were burning. Woods were felled too."
    assert [m.span.text for m in mentions_of(text) if m.kind == "person"] == ["Kari Woods", "Woods"]


def test_a_possessive_ending_is_cut():
    assert "Ecuador" in [m.span.text for m in mentions_of("Ecuador's president flew home.")]


def test_the_pronoun_us_is_no_state():
    found = mentions_of("They told us to leave.")
    assert [(m.span.text, m.form) for m in found] == [("They", "pronoun"), ("us", "pronoun")]


def test_a_body_in_a_title_is_no_organization():
    found = mentions_of("The Minister of the Interior of Peru, Luis Rojas, arrived in Oslo.")
    assert not [m for m in found if m.kind == "organization"]


def test_one_mention_a_head_in_the_order_of_the_text():
    found = mentions_of("The Chilean Foreign Ministry said its envoy, Ana Rojas, met U.S. officials who visited Quito.")
    heads = [(m.sentence, m.head) for m in found]
    assert len(heads) == len(set(heads))
    assert [m.span.start for m in found] == sorted(m.span.start for m in found)


WORDS = ["Peru", "the", "minister", "said", "Ana", "Rojas", "'s", "U.S.-led", "(", ")", "police", "and", "of", ",", "-"]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12))
def test_every_span_holds_its_words(words):
    text = " ".join(words)
    for mention in mentions_of(text):
        assert mention.span.text == text[mention.span.start : mention.span.end] != ""
        assert mention.tokens.first <= mention.head < mention.tokens.last


@pytest.mark.parametrize(
    ("noun", "sector"),
    [
        ("spokeswoman", "GOV"), ("colonel", "MIL"), ("detective", "COP"), ("judge", "JUD"), ("senators", "LEG"),
        ("guerrillas", "REB"), ("smugglers", "CRM"), ("gunmen", "UAF"), ("protesters", "CVL"), ("nurse", "MED"), ("reporter", "JRN"),
        ("professor", "EDU"), ("bishop", "REL"), ("miners", "LAB"), ("refugees", "REF"), ("farmers", "AGR"),
        ("activists", "SOC"), ("billionaire", "ELI"), ("bank", "BUS"), ("dissident", "OPP"), ("spy", "SPY"),
    ],
)  # fmt: skip
def test_a_role_noun_tells_its_sector(noun, sector):
    sentence = parse(f"The {noun} left.")[0]
    found = find_role(sentence, 1)
    assert found is not None
    assert found[0].sector == sector


def test_a_title_is_taken_whole():
    sentence = parse("Yesterday former Deputy Prime Minister Ana Rojas spoke.")[0]
    title = find_title(sentence, 5)
    assert title is not None
    assert sentence.words(title) == "former Deputy Prime Minister"


@pytest.mark.parametrize("name", TABLES)
def test_a_table_of_actors_has_no_row_twice(name):
    rows = [tuple(row.values()) for row in read_tsv(f"actors/{name}.tsv")]
    assert len(rows) > 15
    assert len(rows) == len(set(rows))


def test_every_sector_and_country_of_the_tables_is_known():
    states = {row["iso3"] for row in read_tsv("actors/states.tsv")} | {"IGO", "NGO", "ESH", ""}
    for table in ("organisations", "outlets", "people", "places"):
        for row in read_tsv(f"actors/{table}.tsv"):
            assert row["country"] in states, row
            assert row.get("sector", "") in SECTORS | {""}, row
    for row in read_tsv("actors/people.tsv"):
        for term in row["terms"].split("|"):
            assert not term or term.split(":")[0] in SECTORS, row
    assert {role.sector for roles in load_roles().values() for role in roles} <= SECTORS | {None}
    for row in read_tsv("actors/regions.tsv"):
        assert set(row["states"].split()) <= states, row


def test_the_tables_are_broad():
    assert len(read_tsv("actors/states.tsv")) >= 200
    assert len(read_tsv("actors/outlets.tsv")) >= 150
    assert len(read_tsv("actors/roles.tsv")) >= 400
    assert sum(len(entries) for entries in load_known().values()) > 3000


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("the Élysée", "state:FRA"), ("Cote d'Ivoire", "state:CIV"), ("DPRK", "state:PRK"), ("U.S.", "state:USA"),
        ("USSR", "state:SUN"), ("Médecins Sans Frontières", "organization:Doctors Without Borders"),
        ("us", None), ("who", None), ("Nobody Inc", None),
    ],
)  # fmt: skip
def test_a_known_name_is_found_whatever_its_accents(text, key):
    known = find_known(text)
    assert (known.key if known else None) == key


def test_words_are_folded():
    assert fold_words("Kolokóltsev’s U.N.-Mission") == ("kolokoltsev", "'s", "un", "-", "mission")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hundreds of thousands marched through the town.", "Hundreds of thousands"),
        ("In all, 21 were detained near the port.", "21"),
        ("Someone shot at the marchers.", "Someone"),
        ("The town woke to a police raid on a bakery.", "police"),
    ],
)
def test_people_who_are_only_counted_or_hinted_at_are_mentioned(text, words):
    found = find_mentions(parse(text))
    assert words in {mention.span.text.removeprefix("a ") for mention in found}


def test_a_court_is_no_party_to_its_hearing():
    found = find_mentions(parse("They waited for a court hearing."))
    assert not any("court" in mention.span.text for mention in found)


def test_a_known_surname_opens_a_sentence():
    found = find_mentions(parse("Trump said he would go."))
    assert any(mention.span.text == "Trump" and mention.kind == "person" for mention in found)
