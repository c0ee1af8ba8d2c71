"""Why a mention is joined to an entity: the rule, and the share of its links that proved right where they were counted.

The counts are in resources/actors/links.tsv. The confidence is (right + 1) / (right + wrong + 2), so that a rule
that was seldom seen is never certain; a rule that was not counted has 0.5.
"""

from __future__ import annotations

from functools import cache

from coranto.resolve.drafts import Reason
from coranto.resources import read_tsv


@cache
def explain(rule: str) -> Reason:
    """The rule with its confidence."""
    right, wrong = load_counts().get(rule, (0, 0))
    return Reason(rule, round((right + 1) / (right + wrong + 2), 2))


@cache
def load_counts() -> dict[str, tuple[int, int]]:
    """Links that were right and wrong, by rule."""
    return {row["rule"]: (int(row["right"]), int(row["wrong"])) for row in read_tsv("actors/links.tsv")}
