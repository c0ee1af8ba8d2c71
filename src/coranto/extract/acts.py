"""What an open cue does, told from its content: `said they must leave` demands, `said it was a lie` accuses."""

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
    "report stress emphasize reiterate answer".split()
)
DESCRIBING = frozenset("describe characterize refer portray depict label dub brand".split())
CONTENDING = frozenset("argue insist claim assert contend maintain view see".split())
HOSTILE: frozenset[Act] = frozenset({"accuse"})
CONTENDED: frozenset[Act] = frozenset({"accuse", "demand", "deny"})
THREATS: frozenset[Act] = frozenset({"threaten"})


@cache
def load_acts() -> tuple[tuple[Act, re.Pattern[str], re.Pattern[str] | None], ...]:
    """The patterns in their order: act, content, and, where only some may speak so, source."""
    return tuple(
        (
            cast("Act", row["act"]),
            re.compile(row["pattern"], re.IGNORECASE),
            None if row["source"] == "-" else re.compile(row["source"], re.IGNORECASE),
        )
        for row in read_tsv(ACTS)
    )


def refine_act(act: Act, lemma: str, content: Sequence[Span], source: str = "") -> Act:
    """The act of a cue by its content and its source's words, where the cue itself leaves it open.

    A neutral cue may do anything; who describes or contends may accuse by it; a vow may be a threat.
    """
    allowed = _find_allowed(act, lemma)
    if not content or allowed == frozenset():
        return act
    words = " ".join(span.text for span in content)[:READ]
    for found, pattern, speaker in load_acts():
        if pattern.search(words) and (speaker is None or speaker.search(source)):
            return found if allowed is None or found in allowed else act
    return act


def _find_allowed(act: Act, lemma: str) -> frozenset[Act] | None:
    """Acts that the content may turn the cue's into; None for any."""
    if act == "state":
        return None if lemma in NEUTRAL else HOSTILE if lemma in DESCRIBING else frozenset()
    if act == "claim" and lemma in CONTENDING:
        return CONTENDED
    return THREATS if act == "promise" else frozenset()
