"""Names as they are compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coranto.store.folding import fold_words

FOLDED = [
    ("Šárka Nováková", " sarka novakova "),
    ("Recep Tayyip Erdoğan", " recep tayyip erdogan "),
    ("Łukasz Đukić", " lukasz dukic "),
    ("O’Hara", " ohara "),
    ("  St.-Denis,  Paris ", " st denis paris "),
    ("Straße", " strasse "),
    ("習近平", " 習近平 "),
    ("…", ""),
    ("", ""),
]


@pytest.mark.parametrize(("name", "folded"), FOLDED)
def test_case_accents_and_marks_are_left_out(name, folded):
    assert fold_words(name) == folded


def test_a_name_holds_another_by_whole_words_only():
    assert fold_words("petrenko") in fold_words("Igor Petrenko")
    assert fold_words("Petren") not in fold_words("Igor Petrenko")


@given(st.text(max_size=20))
def test_a_folded_name_is_empty_or_stands_between_spaces(name):
    folded = fold_words(name)
    assert not folded or (folded.startswith(" ") and folded.endswith(" ") and folded.strip())
    assert "  " not in folded
