"""What a neutral cue does, told from its content: `said they must leave` demands, `said it was a lie` accuses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import cast

from coranto.model.attribution import Act
from coranto.model.span import Span
from coranto.resources import read_tsv

ACTS = "attributions/acts.tsv"
READ = 300
NEUTRAL = frozenset(
    "say add tell write tweet continue reply respond state note explain post remark comment read declare conclude "
    "argue report insist stress emphasize reiterate answer".split()
)


@cache
def load_acts() -> tuple[tuple[Act, re.Pattern[str]], ...]:
    """The patterns in their order."""
    return tuple((cast("Act", row["act"]), re.compile(row["pattern"], re.IGNORECASE)) for row in read_tsv(ACTS))


def refine_act(act: Act, lemma: str, content: Sequence[Span]) -> Act:
    """The act of a cue by its content, where the cue itself says no more than that something was said."""
    if act != "state" or lemma not in NEUTRAL or not content:
        return act
    words = " ".join(span.text for span in content)[:READ]
    for found, pattern in load_acts():
        if pattern.search(words):
            return found
    return act
