from hypothesis import given, settings
from hypothesis import strategies as st

from coranto.tag.features import TokenFeatures
from coranto.tag.pieces import BEGIN, END
from coranto.tag.windows import LONGEST, LONGEST_WINDOW, Tokens, cut_windows


def make_tokens(paragraphs: list[list[int]]) -> Tokens:
    """Tokens of so many pieces each, in paragraphs."""
    pieces = tuple((1000,) * count for paragraph in paragraphs for count in paragraph)
    bounds, begins, at = [], [], 0
    for paragraph in paragraphs:
        bounds.append((at, at + len(paragraph)))
        begins += [1, *[0] * (len(paragraph) - 1)]
        at += len(paragraph)
    features = tuple(TokenFeatures(0, 0, 0, 0, begin, 0, 0, 0) for begin in begins)
    return Tokens(pieces, features, tuple(bounds))


paragraphs = st.lists(st.lists(st.integers(1, 12), min_size=1, max_size=18), min_size=1, max_size=12)


@given(paragraphs)
@settings(max_examples=60, deadline=None)
def test_windows_hold_every_token_once_in_order(given_paragraphs):
    tokens = make_tokens(given_paragraphs)
    windows = cut_windows(tokens)
    assert [n for w in windows for n in range(w.first, w.last)] == list(range(len(tokens.pieces)))


@given(paragraphs)
@settings(max_examples=60, deadline=None)
def test_a_window_of_several_paragraphs_stays_short(given_paragraphs):
    tokens = make_tokens(given_paragraphs)
    for window in cut_windows(tokens):
        own = sum(len(tokens.pieces[n]) for n in range(window.first, window.last))
        assert own <= LONGEST_WINDOW or (window.first, window.last) in tokens.paragraphs
        assert len(window.pieces) <= LONGEST
        assert window.pieces[0] == BEGIN
        assert len(window.places) == window.last - window.first


def test_a_place_is_that_of_a_tokens_first_piece_after_the_mark_between_paragraphs():
    window = cut_windows(make_tokens([[2, 1], [3]]))[0]
    assert window.places == (1, 3, 5)
    assert window.pieces[4] == END


def test_no_tokens_make_no_window():
    assert cut_windows(Tokens((), (), ())) == []
