"""Entities of one name and country as one node, to compare each name with each other once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from coranto.compare.decisions import Verdicts
from coranto.compare.traits import Trait, read_trait
from coranto.store.profiles import Profile

LIFETIME = timedelta(days=80 * 365)
"""A name that is in the news over a longer time has more than one bearer."""
ALONE = frozenset({"other"})


@dataclass(frozen=True, slots=True)
class Node:
    """Entities that are one by their name alone (`members` are places in the list of profiles)."""

    members: tuple[int, ...]
    name: str
    trait: Trait
    first: date | None
    last: date | None
    sides: Mapping[int, int]
    decided: bool = False

    @property
    def rule(self) -> str:
        """What makes the members one."""
        return "listed" if self.trait.key else "same_name"


def build_nodes(profiles: Sequence[Profile], verdicts: Verdicts) -> list[Node]:
    """The nodes, in the order of their first members; entities that persons decided on stand alone."""
    decided = {entity for group in verdicts.groups for entity in group} | set(verdicts.sides)
    groups: dict[tuple[object, ...], list[int]] = defaultdict(list)
    traits: list[Trait] = []
    for place, profile in enumerate(profiles):
        trait = read_trait(profile)
        traits.append(trait)
        groups[_make_signature(profile, trait, apart=profile.id in decided)].append(place)
    found = []
    for members in groups.values():
        for part in _part_by_time(members, profiles) if traits[members[0]].sort == "person" else [members]:
            first = profiles[part[0]]
            days = [day for day in (profiles[place].published for place in part) if day]
            found.append(
                Node(
                    members=tuple(part),
                    name=first.name,
                    trait=traits[part[0]],
                    first=min(days, default=None),
                    last=max(days, default=None),
                    sides=verdicts.sides.get(first.id, {}) if first.id in decided else {},
                    decided=first.id in decided,
                )
            )
    return sorted(found, key=lambda node: node.members[0])


def _make_signature(profile: Profile, trait: Trait, *, apart: bool) -> tuple[object, ...]:
    """What is alike for entities that are one by name alone; unique for one that must not be joined so."""
    if trait.key and not apart:
        return trait.sort, trait.key
    untold = trait.generic and trait.country is None
    surname = trait.sort == "person" and trait.lone
    if apart or untold or surname or trait.sort in ALONE or not trait.words:
        return ("alone", profile.id)
    country = None if trait.sort == "body" and not trait.generic else trait.country
    return trait.sort, trait.words, country, trait.guessed


def _part_by_time(members: list[int], profiles: Sequence[Profile]) -> list[list[int]]:
    """Parts of which none spans more than a lifetime; those without a date go with the first."""
    parts: list[list[int]] = []
    start: date | None = None
    undated = [place for place in members if profiles[place].published is None]
    for place in members:
        day = profiles[place].published
        if day is None:
            continue
        if start is None or day - start > LIFETIME:
            parts.append([])
            start = day
        parts[-1].append(place)
    if not parts:
        return [undated]
    parts[0] += undated
    return parts
