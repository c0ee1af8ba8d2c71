import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coranto.clean.furniture import find_furniture
from coranto.clean.repairs import find_repairs
from coranto.clean.words import load_compounding, load_glue, load_levels, load_mojibake

REST = " The minister left the harbour on Monday, and the mayor of the town went with her to the old market."


def repaired(text):
    out, at = [], 0
    for repair in find_repairs(text, ()):
        out += [text[at : repair.span.start], repair.repaired]
        at = repair.span.end
    return "".join([*out, text[at:]])


SPLIT = [
    ("on police cooperationaccording to the paper.", "on police cooperation according to the paper."),
    ("Kovalenkoarrived. Then Kovalenko spoke.", "Kovalenko arrived. Then Kovalenko spoke."),
    ("Nikolai Horvatinskiwithin the framework", "Nikolai Horvatinski within the framework"),
    ("Irina Belskstates that", "Irina Belsk states that"),
    ("of prisonerswith a value", "of prisoners with a value"),
    ("five policetrucks came", "five police trucks came"),
    ("the officialsThe crowd", "the officials The crowd"),
    ("He left on Tuesday.The crowd stayed.", "He left on Tuesday. The crowd stayed."),
    ("He left.”The crowd stayed.", "He left.” The crowd stayed."),
    ("He left.“The crowd stayed,” she said.", "He left. “The crowd stayed,” she said."),
    ('"He left."The crowd stayed.', '"He left." The crowd stayed.'),
    ("in the harbour,where he", "in the harbour, where he"),
    ("the agency (RT)which said", "the agency (RT) which said"),
    ("the Ministry(MININT) said", "the Ministry (MININT) said"),
]


@pytest.mark.parametrize(("found", "wanted"), SPLIT)
def test_a_lost_space_is_put_back(found, wanted):
    assert repaired(found + REST) == wanted + REST


WHOLE = [
    "the U.S.A and the U.N. Security",
    "see example.com or www.Example.Org/The now",
    "write to Ann.Roe@Herald.org today",
    "the iPhone, YouTube, BuzzFeed and McDonald of LinkedIn",
    "Obamacare and Obama met the frontrunner",
    "the livestreams of a cryptocurrency podcast",
    "Pope Francis and Michael Jackson of New Zealand",
    "the storylines of a roundtable at a flashpoint",
    "(re)building the town, (s)he said",
    "at 10:30 he paid 1,000.50 for No.7",
    "#TakeTheQuay and @HarbourWatchNow",
    "Kovalenkov met the Kovalenkovs",
    "a counterprotester undercounted the servicemembers",
]


@pytest.mark.parametrize("text", WHOLE)
def test_what_is_one_word_is_left(text):
    assert repaired(text + REST) == text + REST


CHARACTERS = [
    ("The minister\u00e2\u20ac\u2122s ship", "The minister’s ship", "encoding"),
    ("the caf\u00c3\u00a9 of the town", "the café of the town", "encoding"),
    ("fish &amp; chips", "fish & chips", "entity"),
    ("the minister&#8217;s ship", "the minister’s ship", "entity"),
    ("the minister&amp;#8217;s ship", "the minister’s ship", "entity"),
    ("the har\u00adbour", "the harbour", "hyphen"),
    ("the har\u200bbour", "the harbour", "control"),
    ("the \u202eharbour", "the harbour", "control"),
    ("the \ufb01shing o\ufb03ce", "the fishing office", "ligature"),
    ("the minister\u00c3\u00a2\u00e2\u201a\u00ac\u00e2\u201e\u00a2s ship", "the minister’s ship", "encoding"),
    ("the minister\u201a\u00c4\u00f4s ship", "the minister’s ship", "encoding"),
    ("the caf\u221a\u00a9 of the town", "the café of the town", "encoding"),
    ("the minis-\nter left", "the minister left", "hyphen"),
    ("「The harbour」 he said", "“The harbour” he said", "quote"),
    ("‘‘The harbour’’ he said", "“The harbour” he said", "quote"),
    ("&amp;quot;The harbour&amp;quot; he said", '"The harbour" he said', "entity"),
    ("``The harbour'' he said", "“The harbour” he said", "quote"),
]


@pytest.mark.parametrize(("found", "wanted", "kind"), CHARACTERS)
def test_a_broken_character_is_read_as_it_was_meant(found, wanted, kind):
    assert repaired(found) == wanted
    assert {r.kind for r in find_repairs(found, ())} == {kind}


@pytest.mark.parametrize(
    "text", ["AT&T; and Q&A;", "São Paulo, Ångström, Ã", "naïve café", "the well-\nknown town", "«So» „so“ ‹so›"]
)
def test_what_is_right_is_left(text):
    assert repaired(text) == text


def test_words_of_another_language_are_not_split():
    text = (
        "Der Innenminister reiste nach Havanna, wo er sich mit den dortigen Behörden trifft, wie Zeitungen berichten."
    )
    assert repaired(text) == text


def test_a_split_covers_the_whole_glued_word():
    (repair,) = find_repairs("the cooperationaccording to all" + REST, ())
    assert (repair.span.text, repair.repaired, repair.kind) == (
        "cooperationaccording",
        "cooperation according",
        "space",
    )


def test_furniture_is_not_repaired():
    text = f"He left.{REST}\n\nRelated:The harbour.The town."
    assert find_repairs(text, find_furniture(text, None)) == ()


def test_the_tables_are_sound():
    assert load_levels()["the"] == 10
    assert len(load_levels()) > 100_000
    assert all(firsts <= set(load_levels()) for firsts in load_compounding())
    glue = load_glue()
    for words in (glue.certain_ends, glue.ends, glue.short_ends, glue.beginnings):
        assert all(isinstance(word, str) and word in load_levels() for word in words)
    assert load_mojibake()["â€™"] == "’"
    assert all(found != repaired for found, repaired in load_mojibake().items())


PIECES = [
    "cooperationaccording",
    "&amp;",
    "Ã©",
    "\u00ad",
    "left.The",
    "(RT)which",
    "``",
    "ﬁ",
    "Kovalenko",
    " ",
    "\n",
    "”",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(st.text(max_size=20), st.sampled_from(PIECES)), max_size=12).map("".join))
def test_any_repairs_are_sorted_apart_and_equal_to_their_slices(text):
    reached = 0
    for repair in find_repairs(text, find_furniture(text, None)):
        assert reached <= repair.span.start < repair.span.end <= len(text)
        assert repair.span.text == text[repair.span.start : repair.span.end] != repair.repaired
        reached = repair.span.end
