import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coranto.resolve.names.scripts import make_pattern, romanise, split_surname, turn_to_pinyin
from coranto.resolve.names.spellings import compare_words, is_form

WORDS = st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=10)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("tschernow", "chernov"), ("kharitonov", "haritonov"), ("yuri", "juri"), ("nasser", "nasir"),
        ("rashid", "rasheed"), ("moussa", "musa"), ("eremenko", "yeremenko"), ("mueller", "muller"),
        ("ivanchenko", "ivanchenka"), ("dmitriy", "dmitry"), ("zhdanov", "jdanov"), ("puschkarew", "pushkarev"),
        ("schirkow", "zhirkov"), ("schoibin", "shoibin"),
    ],
)  # fmt: skip
def test_spellings_of_one_name(one, other):
    assert compare_words(one, other)[1] == "spelling"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("orlov", "orlova"), ("hansen", "jansen"), ("karim", "karam"), ("peterson", "petersen"), ("marina", "mariana"),
        ("wang", "yang"), ("rashid", "rashad"), ("fernando", "fernanda"), ("li", "lu"),
    ],
)  # fmt: skip
def test_names_that_are_near_are_not_one(one, other):
    assert compare_words(one, other) == (0.0, "")


@given(WORDS, WORDS)
@settings(max_examples=200, deadline=None)
def test_words_compare_the_same_both_ways(one, other):
    assert compare_words(one, other) == compare_words(other, one)
    assert compare_words(one, one) == (1.0, "same")


def test_forms_of_a_given_name():
    assert is_form("kostya", "konstantin")
    assert not is_form("kostya", "nikolai")


@pytest.mark.parametrize(
    ("text", "latin"),
    [
        ("Щербаков", "shcherbakov"), ("Юрий", "yuriy"), ("Παπαδόπουλος", "papadopoulos"), ("გიორგი", "giorgi"),
        ("Łukasz", "lukasz"), ("ÅSE", "ase"), ("Straße", "strasse"), ("大观", "daguan"), ("Kolósov", "kolosov"),
    ],
)  # fmt: skip
def test_other_letters_in_latin(text, latin):
    assert romanise(text) == latin


@pytest.mark.parametrize(
    ("word", "latin"), [("كريم", "karim"), ("יוסף", "yosef"), ("박", "park"), ("성우", "seongwoo")]
)
def test_letters_that_leave_sounds_open_have_a_pattern(word, latin):
    assert make_pattern(romanise(word)).fullmatch(latin)
    assert not make_pattern(romanise(word)).fullmatch("heller")


def test_a_chinese_or_korean_name_is_parted_behind_its_surname():
    assert split_surname("欧阳修") == ("欧阳", "修")
    assert split_surname("박성우") == ("박", "성우")
    assert split_surname("Park") == ("Park",)


@pytest.mark.parametrize(
    ("wade", "pinyin"), [("chou", "zhou"), ("ch'ing", "qing"), ("hsiao", "xiao"), ("tung", "dong")]
)
def test_wade_giles_in_pinyin(wade, pinyin):
    assert turn_to_pinyin(wade) == pinyin
