"""What an open cue does, told from its content: `said they must leave` demands, `said it was a lie` accuses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import cast

from coranto.extract.speech.lowered import compile_lowered, lower_letters
from coranto.model.attribution import Act
from coranto.model.span import Span
from coranto.resources import read_tsv

ACTS = "attributions/acts.tsv"
READ = 300
NEUTRAL = frozenset(
    "say add tell write tweet continue reply respond state note explain post remark comment read declare conclude "
    "report stress emphasize emphasise reiterate answer observe testify retort counter exclaim cry blog interject "
    "text email utter opine quip repeat joke chime-in weigh-in make-clear make-plain point-out".split()
)
DESCRIBING = frozenset("describe characterize refer portray depict label dub brand".split())
CONTENDING = frozenset("argue insist claim assert contend maintain view see".split())
PROCLAIMING = frozenset("declare proclaim shout chant yell scream".split())
NAMING = frozenset({"call", "label", "dub", "brand"})
KIND = compile_lowered(
    r"\b(?:great(?:est)?|good|best|hero\w*|friends?|allies|ally|partners?|success\w*|victory|triumph\w*|historic|landmark"
    r"|breakthrough|brave|honou?r\w*|wonderful|excellent|outstanding|remarkable|milestone|progress|positive|strong"
    r"|champion|model|blessing|privilege|welcome|constructive|productive|important|personification\s+of\s+the)\b",
)
"""Words of praise: what is called so is not blamed."""
FALSE = compile_lowered(
    r"\bas\W+(?:\w+\W+){0,2}?(?:false|untrue|baseless|groundless|unfounded|nonsense|fabricat\w+|lies?|rumou?rs?|fiction"
    r"|fictional|made\s+up|propaganda|fake\s+news|speculation|hoax|inaccurate|misleading)\b",
)
"""`Denounced the report as false`: that is a denial of it."""
HOSTILE: frozenset[Act] = frozenset({"accuse"})
PROCLAIMED: frozenset[Act] = frozenset({"accuse", "demand", "deny", "threaten"})
CONTENDED: frozenset[Act] = frozenset({"accuse", "demand", "deny"})
THREATS: frozenset[Act] = frozenset({"threaten"})


@cache
def load_acts() -> tuple[tuple[Act, re.Pattern[str], re.Pattern[str] | None], ...]:
    """The patterns in their order: act, content, and, where only some may speak so, source."""
    return tuple(
        (
            cast("Act", row["act"]),
            compile_lowered(row["pattern"]),
            None if row["source"] == "-" else compile_lowered(row["source"]),
        )
        for row in read_tsv(ACTS)
    )


def refine_act(act: Act, lemma: str, content: Sequence[Span], source: str = "") -> Act:
    """The act of a cue by its content and its source's words, where the cue itself leaves it open.

    A neutral cue may do anything; who describes or contends may accuse by it; a vow may be a threat; a name given may
    praise, and who slams a report as false denies it.
    """
    if not content:
        return act
    words = lower_letters(" ".join(span.text for span in content)[:READ])
    if act == "accuse" and lemma in NAMING and KIND.search(words):
        return "claim"
    if (act == "accuse" or lemma in DESCRIBING) and FALSE.search(words):
        return "deny"
    allowed = _find_allowed(act, lemma)
    if allowed == frozenset():
        return act
    source = lower_letters(source)
    for found, pattern, speaker in load_acts():
        if (speaker is None or speaker.search(source)) and pattern.search(words):
            return found if allowed is None or found in allowed else act
    return act


def _find_allowed(act: Act, lemma: str) -> frozenset[Act] | None:
    """Acts that the content may turn the cue's into; None for any."""
    if act in ("announce", "state") and lemma in PROCLAIMING:
        return PROCLAIMED
    if act == "state":
        return None if lemma in NEUTRAL else HOSTILE if lemma in DESCRIBING else frozenset()
    if act == "claim" and lemma in CONTENDING:
        return CONTENDED
    return THREATS if act == "promise" else frozenset()
