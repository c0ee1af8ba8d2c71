"""How a name is worded: its words without the titles before it."""

from __future__ import annotations

from coranto.model.drafts import Mention
from coranto.model.span import Range
from coranto.resolve.drafts import Board
from coranto.resolve.roles.titles import start_of_name


def read_words(board: Board, mention: Mention) -> str:
    """The words of a name, without titles."""
    sentence = board.sentences[mention.sentence]
    return sentence.words(Range(start_of_name(sentence, mention), mention.tokens.last))
