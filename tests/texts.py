"""How the tests make sentences from their own words, and find the shared data where it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from coranto.model.block import Block
from coranto.model.sentence import Sentence
from coranto.parse.sentences import parse_blocks

SHARED = Path(__file__).resolve().parents[2] / "shared"


def make_block(text: str) -> Block:
    """A block without repairs that begins the article."""
    return Block(text, range(len(text)), range(1, len(text) + 1))


def parse(text: str) -> tuple[Sentence, ...]:
    """The sentences of one paragraph."""
    return parse_blocks([make_block(text)], text)


def find_shared(*parts: str) -> Path:
    """A path of the shared data; skips the test where it is absent."""
    path = SHARED.joinpath(*parts)
    if not path.exists():
        pytest.skip(f"shared data {'/'.join(parts)} is not here")
    return path
