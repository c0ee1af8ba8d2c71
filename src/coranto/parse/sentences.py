"""Sentences with tokens, dependencies and names, block by block."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc
from spacy.tokens import Span as Stretch

from coranto.model.block import Block
from coranto.model.sentence import Sentence, Token
from coranto.model.span import Range
from coranto.parse.language_model import drop_remembered_lemmas, load_model

BATCH = 16
LONGEST = 20_000
"""Characters of one parse; a longer block is cut at a space, since spaCy's memory grows with the length."""


def parse_blocks(blocks: Sequence[Block], text: str) -> tuple[Sentence, ...]:
    """Parse each block for itself (a sentence never crosses one); `text` is the article's text as found."""
    nlp = load_model()
    pieces = [piece for number, block in enumerate(blocks) for piece in _cut_block(number, block)]
    sentences: list[Sentence] = []
    with nlp.memory_zone():  # what the vocabulary learns from one article goes with it
        docs = nlp.pipe((block.text[first:last] for _, block, first, last in pieces), batch_size=BATCH)
        for (number, block, first, _), doc in zip(pieces, docs, strict=True):
            for stretch in doc.sents:
                if stretch.text.strip():
                    sentences.append(_read_sentence(len(sentences), number, block, (stretch, first, text)))
    drop_remembered_lemmas(nlp)
    return tuple(sentences)


def _cut_block(number: int, block: Block) -> list[tuple[int, Block, int, int]]:
    pieces, first = [], 0
    while len(block.text) - first > LONGEST:
        last = block.text.rfind(" ", first + LONGEST // 2, first + LONGEST) + 1 or first + LONGEST
        pieces.append((number, block, first, last))
        first = last
    if block.text[first:].strip():
        pieces.append((number, block, first, len(block.text)))
    return pieces


def _read_sentence(number: int, paragraph: int, block: Block, parsed: tuple[Stretch, int, str]) -> Sentence:
    """Copy spaCy's sentence, white space left out; what hung on white space hangs on its head."""
    stretch, shift, found = parsed
    doc: Doc = stretch.doc
    kept = [token for token in stretch if not token.is_space]
    index = {token.i: i for i, token in enumerate(kept)}
    begin = kept[0].idx
    tokens = []
    for i, token in enumerate(kept):
        head = token.head
        while head.i not in index and head.head.i != head.i:
            head = head.head
        start, end = block.find_offsets(shift + token.idx, shift + token.idx + len(token.text))
        tokens.append(
            Token(
                i=i,
                text=token.text,
                lemma=token.lemma_.lower(),
                pos=token.pos_,
                tag=token.tag_,
                dep=token.dep_,
                head=index.get(head.i, i),
                label=token.ent_type_,
                label_start=token.ent_iob_ == "B",
                start=start,
                end=end,
                offset=token.idx - begin,
                lower=token.text.lower(),
            )
        )
    children: list[list[int]] = [[] for _ in tokens]
    for made in tokens:
        if made.head != made.i:
            children[made.head].append(made.i)
    last = kept[-1]
    return Sentence(
        number=number,
        paragraph=paragraph,
        heading=block.heading,
        text=doc.text[begin : last.idx + len(last.text)],
        tokens=tuple(tokens),
        children=tuple(tuple(c) for c in children),
        edges=_find_edges(tokens, children),
        block=block,
        first=shift + begin,
        found=found,
    )


def _find_edges(tokens: Sequence[Token], children: Sequence[Sequence[int]]) -> tuple[Range, ...]:
    edges: list[Range | None] = [None] * len(tokens)
    pending = [token.i for token in tokens if token.head == token.i]
    order: list[int] = []
    while pending:
        node = pending.pop()
        order.append(node)
        pending += children[node]
    for node in reversed(order):
        first, last = node, node + 1
        for child in children[node]:
            inner = edges[child]
            if inner is not None:
                first, last = min(first, inner.first), max(last, inner.last)
        edges[node] = Range(first, last)
    return tuple(edge if edge is not None else Range(i, i + 1) for i, edge in enumerate(edges))
