from hypothesis import given, settings
from hypothesis import strategies as st
from tests.extract.paragraphs import make_paragraphs

from coranto.extract.speech.attributions import find_attributions
from coranto.parse.sentences import parse_blocks
from coranto.tag.features import find_features


def features_of(*paragraphs: str):
    blocks, text = make_paragraphs(*paragraphs)
    sentences = parse_blocks(blocks, text)
    words = [token.text for sentence in sentences for token in sentence.tokens]
    return words, find_features(sentences, find_attributions(sentences))


def test_quotation_marks_open_hold_and_close():
    words, features = features_of("She said: “We leave now.” Then she left.")
    told = {word: feature.quote for word, feature in zip(words, features, strict=True)}
    assert (told["She"], told["“"], told["leave"], told["”"], told["left"]) == (0, 2, 1, 3, 0)


def test_a_quotation_left_open_ends_with_its_paragraph():
    words, features = features_of('"We leave now, the harbour is closed.', "The ship sailed on Monday.")
    assert features[words.index("leave")].quote == 1
    assert features[words.index("sailed")].quote == 0


def test_paragraphs_and_sentences_begin():
    words, features = features_of("Rain fell. Snow followed.", "Ice came.")
    assert [features[words.index(word)].begin for word in ("Rain", "Snow", "Ice", "fell")] == [1, 2, 1, 0]


def test_the_rules_view_marks_first_and_further_words():
    words, features = features_of("The harbour master said the quay was closed.")
    told = dict(zip(words, features, strict=True))
    assert (told["The"].ruled_source, told["harbour"].ruled_source, told["master"].ruled_source) == (1, 2, 2)
    assert told["said"].ruled_cue == 1
    assert told["closed"].ruled_content == 2
    assert told["said"].ruled_content == 0


@given(st.text(st.sampled_from("ab. “”\"'A1\n"), max_size=60))
@settings(max_examples=25, deadline=None)
def test_every_token_has_features(text):
    words, features = features_of(text)
    assert len(words) == len(features)
