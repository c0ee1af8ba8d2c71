"""What the steps before found in one article, as the coding needs it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coranto.model.article import Article
from coranto.model.attribution import Attribution
from coranto.model.drafts import Cast
from coranto.model.sentence import Sentence
from coranto.model.values import Place, Quantity, Time


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything known of an article before its events are coded."""

    article: Article
    sentences: Sequence[Sentence]
    cast: Cast
    attributions: Sequence[Attribution]
    times: Sequence[Time]
    places: Sequence[Place]
    quantities: Sequence[Quantity]
