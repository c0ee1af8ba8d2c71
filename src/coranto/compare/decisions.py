"""What persons decided of entities, found again in the readings as they are now, the later decision first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from coranto.store.folding import fold_words
from coranto.store.identities import Decision, Reference

Standing = Literal["holds", "in part", "superseded", "waits"]
"""Whether it holds: in full, in part, not at all (later ones say otherwise), or not yet (its entities are gone)."""


@dataclass(frozen=True, slots=True)
class Place:
    """An entity as it is now, with what it may be found by."""

    entity: str
    article: str
    source: str
    sha256: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What holds of all decisions together.

    `groups` are entities that are one; `sides` says for an entity on which side of which division (decision) it stands:
    two that stand on different sides of one are never one.
    """

    groups: tuple[tuple[str, ...], ...] = ()
    sides: dict[str, dict[int, int]] = field(default_factory=dict)
    standings: dict[int, Standing] = field(default_factory=dict)


def attach_decisions(decisions: Sequence[Decision], places: Iterable[Place]) -> dict[Reference, str]:
    """The entity of today for each reference that has one; see `Reference` for how it is sought."""
    wanted = {reference for decision in decisions for side in decision.sides for reference in side}
    if not wanted:
        return {}
    by_id: dict[str, Place] = {}
    by_name: dict[tuple[str, str, str, str], list[str]] = defaultdict(list)
    for place in sorted(places, key=lambda place: (place.article, place.entity)):
        by_id[place.entity] = place
        for where, value in (("article", place.article), ("sha256", place.sha256), ("source", place.source)):
            by_name[where, value, fold_words(place.name), place.kind].append(place.entity)
    found: dict[Reference, str] = {}
    ordered = sorted(wanted, key=lambda one: (one.article, one.entity))
    for reference in ordered:
        here = by_name.get(("article", reference.article, fold_words(reference.name), reference.kind), [])
        if reference.entity in by_id:
            found[reference] = reference.entity
        elif here:
            found[reference] = here[0]
    # (A copy of the article that another reference names is not what became of this one.)
    taken = set(found.values())
    for reference in ordered:
        for where, value in (("sha256", reference.sha256), ("source", reference.source)):
            entities = by_name.get((where, value, fold_words(reference.name), reference.kind), [])
            left = [entity for entity in entities if entity not in taken]
            if reference not in found and left:
                found[reference] = left[0]
    return found


def settle_decisions(decisions: Sequence[Decision], attached: dict[Reference, str]) -> Verdicts:
    """What holds of the decisions: a later one goes before an earlier one that contradicts it."""
    board = _Board()
    standings: dict[int, Standing] = {}
    for decision in sorted(decisions, key=lambda decision: -decision.number):
        sides = [
            tuple(dict.fromkeys(attached[reference] for reference in side if reference in attached))
            for side in decision.sides
        ]
        sides = [side for side in sides if side]
        if len(sides) < 2:
            standings[decision.number] = "waits"
        elif decision.verdict == "same":
            standings[decision.number] = board.join(sides)
        else:
            standings[decision.number] = board.divide(decision.number, sides)
    return Verdicts(board.list_groups(), board.list_sides(), dict(sorted(standings.items())))


class _Board:
    """Groups of entities that are one, with the divisions that they stand on a side of."""

    def __init__(self) -> None:
        self.parent: dict[str, str] = {}
        self.labels: dict[str, dict[int, int]] = {}

    def find(self, entity: str) -> str:
        self.parent.setdefault(entity, entity)
        while self.parent[entity] != entity:
            self.parent[entity] = self.parent[self.parent[entity]]
            entity = self.parent[entity]
        return entity

    def join(self, sides: Sequence[Sequence[str]]) -> Standing:
        """Make all of them one, but for those that later divisions keep apart."""
        groups: list[str] = []
        for side in sides:
            for entity in side:
                root = self.find(entity)
                for place, group in enumerate(groups):
                    group = self.find(group)
                    if group == root or self._may_join(group, root):
                        groups[place] = self._unite(group, root)
                        break
                else:
                    groups.append(root)
        if len({self.find(group) for group in groups}) == 1:
            return "holds"
        roots = [root for side in sides for root in {self.find(entity) for entity in side}]
        return "in part" if len(set(roots)) < len(roots) else "superseded"

    def divide(self, number: int, sides: Sequence[Sequence[str]]) -> Standing:
        """Keep the sides apart, but for those that later decisions made one."""
        roots = [{self.find(entity) for entity in side} for side in sides]
        seen = [root for side in roots for root in sorted(side)]
        torn = {root for root in seen if seen.count(root) > 1}
        left = [side - torn for side in roots]
        for side, found in enumerate(left):
            for root in found:
                self.labels.setdefault(root, {})[number] = side
        if not torn:
            return "holds"
        return "in part" if sum(bool(side) for side in left) > 1 else "superseded"

    def list_groups(self) -> tuple[tuple[str, ...], ...]:
        found: dict[str, list[str]] = defaultdict(list)
        for entity in sorted(self.parent):
            found[self.find(entity)].append(entity)
        return tuple(sorted(tuple(group) for group in found.values() if len(group) > 1))

    def list_sides(self) -> dict[str, dict[int, int]]:
        found = {entity: self.labels.get(self.find(entity), {}) for entity in sorted(self.parent)}
        return {entity: sides for entity, sides in found.items() if sides}

    def _may_join(self, one: str, other: str) -> bool:
        return not clash(self.labels.get(one, {}), self.labels.get(other, {}))

    def _unite(self, one: str, other: str) -> str:
        root, gone = sorted((one, other))
        if root != gone:
            self.parent[gone] = root
            labels = self.labels.pop(gone, {})
            if labels:
                self.labels[root] = self.labels.get(root, {}) | labels
        return root


def clash(one: Mapping[int, int], other: Mapping[int, int]) -> bool:
    """Whether two stand on different sides of a division."""
    short, long = sorted((one, other), key=len)
    return any(number in long and long[number] != side for number, side in short.items())
