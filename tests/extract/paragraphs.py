"""Articles of several paragraphs for tests."""

from __future__ import annotations

from coranto.model.block import Block


def make_paragraphs(*paragraphs: str) -> tuple[tuple[Block, ...], str]:
    """Blocks of the paragraphs, and the article's text with an empty line between them."""
    text = "\n\n".join(paragraphs)
    blocks, start = [], 0
    for paragraph in paragraphs:
        end = start + len(paragraph)
        if paragraph.strip():
            blocks.append(Block(paragraph, range(start, end), range(start + 1, end + 1)))
        start = end + 2
    return tuple(blocks), text
