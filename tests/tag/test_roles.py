import pytest
from tests.texts import parse

from coranto.extract.speech.attributions import find_attributions
from coranto.tag.encoder import load_encoder
from coranto.tag.roles import tag_sayings


def sayings_of(text: str):
    sentences = parse(text)
    model = load_encoder()
    assert model is not None

    def words(refs):
        return " ".join(sentences[ref.sentence].tokens[ref.token].text for ref in refs)

    return [
        (words(saying.cue), [words(run) for run in saying.source], [words(run) for run in saying.content])
        for saying in tag_sayings(model, sentences, find_attributions(sentences))
    ]


@pytest.mark.parametrize(
    ("text", "cue", "source", "content"),
    [
        ("The mayor said that the bridge would close.", "said", "The mayor", "that the bridge would close"),
        ("The bridge would close, the mayor of Brevik said on Monday.", "said", "the mayor", "The bridge would close"),
        (
            "According to the port authority, the quay is unsafe.",
            "According to",
            "port authority",
            "the quay is unsafe",
        ),
    ],
)
def test_plain_statements_are_tagged_with_their_parts_linked(text, cue, source, content):
    [(found_cue, [found_source], [found_content])] = sayings_of(text)
    assert found_cue == cue
    assert source in found_source
    assert content in found_content


def test_a_content_in_two_parts_belongs_to_one_cue():
    [(cue, _, content)] = sayings_of("“The bridge,” she said, “will close on Monday.”")
    assert cue == "said"
    assert len(content) == 2


def test_a_text_without_words_has_no_sayings():
    assert sayings_of("") == []


def test_plain_narrative_has_no_sayings():
    assert sayings_of("Rain fell on the harbour all day. Two ships left for Brevik.") == []
