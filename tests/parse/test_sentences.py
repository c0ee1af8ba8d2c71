from hypothesis import given, settings
from hypothesis import strategies as st

from coranto.model.block import Block
from coranto.parse.sentences import LONGEST, parse_blocks
from texts import make_block, parse


def test_a_sentence_never_crosses_a_block():
    text = "The minister arrived\nin Havana on Tuesday"
    first = Block(text[:20], range(20), range(1, 21))
    second = Block(text[21:], range(21, len(text)), range(22, len(text) + 1))
    sentences = parse_blocks([first, second], text)
    assert [s.text for s in sentences] == ["The minister arrived", "in Havana on Tuesday"]
    assert [s.paragraph for s in sentences] == [0, 1]
    assert sentences[1].span(sentences[1].subtree(sentences[1].root)).text == text[21:]


def test_a_lost_space_that_was_put_in_has_no_width():
    text = "Zorinsaid no."
    block = Block("Zorin said no.", [*range(5), 5, *range(5, 13)], [*range(1, 6), 5, *range(6, 14)])
    tokens = parse_blocks([block], text)[0].tokens
    assert [(t.text, text[t.start : t.end]) for t in tokens[:2]] == [("Zorin", "Zorin"), ("said", "said")]


def test_a_very_long_block_is_cut_at_a_space():
    text = "word " * (LONGEST // 4)
    sentences = parse_blocks([make_block(text)], text)
    assert sentences[0].start == 0
    assert sentences[-1].end == len(text.rstrip())


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=120))
def test_tokens_lie_in_order_and_trees_are_whole(text):
    for sentence in parse(text):
        starts = [t.start for t in sentence.tokens]
        assert starts == sorted(starts)
        assert all(text[t.start : t.end] == t.text for t in sentence.tokens)
        assert all(t.i in sentence.children[t.head] for t in sentence.tokens if t.head != t.i)
        assert all(sentence.subtree(t.i).holds(t.i) for t in sentence.tokens)


def test_blank_blocks_give_no_sentences():
    assert parse("   ") == ()


def test_a_title_that_is_cut_short_ends_no_sentence():
    text = "Iran fired it, Brig. Gen. Omid Farahi said. Police Capt. Ali Warsame and Lt. Col. Ann Doe agreed."
    sentences = parse_blocks([make_block(text)], text)
    assert [s.tokens[0].text for s in sentences] == ["Iran", "Police"]


def test_no_sentence_begins_right_after_a_title():
    text = "Iran's armed forces spokesman, Brig. Gen. Omid Farahi, said the missile tests would continue."
    assert len(parse_blocks([make_block(text)], text)) == 1
