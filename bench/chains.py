"""How well chains of mentions agree: MUC, B-cubed, CEAF-e and their mean, the CoNLL figure.

A chain is a set of mentions that stand for one entity; a mention that key and response share has one name in both.
Chains of one mention count, as in ACE and MEANTIME (MUC cannot see them).
MUC: Vilain et al. 1995. B-cubed: Bagga and Baldwin 1998, over all mentions of either side. CEAF-e: Luo 2005, entities
aligned one to one for the largest sum of phi4 (Dice).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence
from typing import NamedTuple

Chain = frozenset[Hashable]
Chains = Sequence[Chain]


class Counts(NamedTuple):
    """What recall and precision are made of; counts of several documents add up."""

    hit_key: float = 0.0
    key: float = 0.0
    hit_response: float = 0.0
    response: float = 0.0

    def plus(self, other: Counts) -> Counts:
        """Both together."""
        return Counts(*(a + b for a, b in zip(self, other, strict=True)))

    @property
    def recall(self) -> float:
        """Share of the key that is found."""
        return self.hit_key / self.key if self.key else 0.0

    @property
    def precision(self) -> float:
        """Share of the response that is right."""
        return self.hit_response / self.response if self.response else 0.0

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        total = self.recall + self.precision
        return 2 * self.recall * self.precision / total if total else 0.0


def _index(chains: Chains) -> dict[Hashable, int]:
    return {mention: number for number, chain in enumerate(chains) for mention in chain}


def _count_links(chains: Chains, others: Chains) -> tuple[int, int]:
    """The links of the chains that the others keep, and all of them."""
    where = _index(others)
    kept = total = 0
    for chain in chains:
        parts = {where[m] for m in chain if m in where}
        alone = sum(m not in where for m in chain)
        kept += len(chain) - len(parts) - alone
        total += len(chain) - 1
    return kept, total


def count_muc(key: Chains, response: Chains) -> Counts:
    """Links: how many joins each side needs that the other has made."""
    return Counts(*_count_links(key, response), *_count_links(response, key))


def _share_mentions(chains: Chains, others: Chains) -> float:
    where = _index(others)
    total = 0.0
    for chain in chains:
        together: dict[int, int] = defaultdict(int)
        for mention in chain:
            if mention in where:
                together[where[mention]] += 1
        total += sum(count * count for count in together.values()) / len(chain)
    return total


def count_b_cubed(key: Chains, response: Chains) -> Counts:
    """Mentions: the share of each one's chain that the other side has in its chain too."""
    return Counts(
        _share_mentions(key, response),
        sum(map(len, key)),
        _share_mentions(response, key),
        sum(map(len, response)),
    )


def count_ceaf(key: Chains, response: Chains) -> Counts:
    """Entities: the best one-to-one alignment by 2 * shared / (both sizes)."""
    likeness = [[2 * len(k & r) / (len(k) + len(r)) for r in response] for k in key]
    best = align(likeness)
    return Counts(best, len(key), best, len(response))


def align(gains: Sequence[Sequence[float]]) -> float:
    """The largest sum of gains with each row and each column taken at most once (Hungarian method, O(n^3))."""
    if not gains or not gains[0]:
        return 0.0
    rows = gains if len(gains) <= len(gains[0]) else list(zip(*gains, strict=True))
    height, width = len(rows), len(rows[0])
    of_row, of_column = [0.0] * (height + 1), [0.0] * (width + 1)
    taken, way = [0] * (width + 1), [0] * (width + 1)
    for row in range(1, height + 1):
        taken[0], column = row, 0
        least = [float("inf")] * (width + 1)
        seen = [False] * (width + 1)
        while taken[column]:
            seen[column] = True
            current, step, following = taken[column], float("inf"), 0
            for j in range(1, width + 1):
                if seen[j]:
                    continue
                cost = -rows[current - 1][j - 1] - of_row[current] - of_column[j]
                if cost < least[j]:
                    least[j], way[j] = cost, column
                if least[j] < step:
                    step, following = least[j], j
            for j in range(width + 1):
                if seen[j]:
                    of_row[taken[j]] += step
                    of_column[j] -= step
                else:
                    least[j] -= step
            column = following
        while column:
            taken[column] = taken[way[column]]
            column = way[column]
    return sum(rows[taken[j] - 1][j - 1] for j in range(1, width + 1) if taken[j])
