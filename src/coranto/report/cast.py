"""Everyone in a set of readings, each counted once."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from coranto.model.entity import Entity
from coranto.model.reading import Reading


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone who appears in one or more articles; `number` is a place in the list that holds all."""

    number: int
    name: str
    kind: str
    country: str | None
    sector: str | None
    role: str | None


@dataclass(frozen=True, slots=True)
class Roster:
    """All actors, and who stands behind each entity id."""

    actors: tuple[Actor, ...]
    by_entity: dict[str, Actor]

    def find(self, entity: str | None) -> Actor | None:
        """Whom an entity id stands for; null where the record names nobody."""
        return None if entity is None else self.by_entity.get(entity)


def build_roster(readings: Sequence[Reading], identities: Mapping[str, str] | None = None) -> Roster:
    """Joins the entities of all readings as the identities say (identity id by entity id; who has none is alone).

    Without identities, they are joined by name and country.
    A person known by the surname alone joins the one person of the set who bears it, where there is just one and
    the countries do not speak against it. Nothing else is joined: two records are better than one wrong one.
    """
    entities = [entity for reading in readings for entity in reading.entities]
    groups: dict[tuple[str, str], list[Entity]] = defaultdict(list)
    if identities is None:
        groups = _group_by_name(entities)
    else:
        for entity in entities:
            groups[identities.get(entity.id, entity.id), ""].append(entity)
    actors, by_entity = [], {}
    for number, members in enumerate(group for group in groups.values() if group):
        actor = _make_actor(number, members)
        actors.append(actor)
        by_entity.update({member.id: actor for member in members})
    return Roster(tuple(actors), by_entity)


def _group_by_name(entities: Sequence[Entity]) -> dict[tuple[str, str], list[Entity]]:
    groups: dict[tuple[str, str], list[Entity]] = defaultdict(list)
    shared = _find_shared(entities)
    for entity in entities:
        name = _fold(entity.name)
        key = f"{name} {entity.country}" if (name, entity.kind) in shared and entity.country else name
        groups[key, entity.kind].append(entity)
    _join_surnames(groups)
    return groups


def _find_shared(entities: Sequence[Entity]) -> set[tuple[str, str]]:
    """Names that bodies of several countries bear (`Ministry of Defence`): those are as many actors."""
    countries: dict[tuple[str, str], set[str]] = defaultdict(set)
    for entity in entities:
        if entity.country and entity.kind != "person":
            countries[_fold(entity.name), entity.kind].add(entity.country)
    return {name for name, found in countries.items() if len(found) > 1}


def _join_surnames(groups: dict[tuple[str, str], list[Entity]]) -> None:
    bearers: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for name, kind in groups:
        if kind == "person" and " " in name:
            bearers[name.rsplit(" ", 1)[1]].append((name, kind))
    for surname, names in bearers.items():
        # "Lund Meets Berg" is a headline taken for a name where Lund is someone else's surname
        bearers[surname] = [key for key in names if key[0].split()[0] not in bearers]
    for key in [key for key in groups if key[1] == "person" and " " not in key[0]]:
        found = bearers.get(key[0], [])
        if len(found) == 1 and len(_countries(groups[key]) | _countries(groups[found[0]])) < 2:
            groups[found[0]] += groups.pop(key)


def _countries(members: Iterable[Entity]) -> set[str]:
    return {member.country for member in members if member.country}


def _make_actor(number: int, members: Sequence[Entity]) -> Actor:
    best = max(members, key=lambda member: (len(member.name.split()), len(member.mentions)))
    roles = [role for member in members for role in member.roles]
    role = None
    if roles:
        title, of = roles[0].title, roles[0].of
        role = f"{title} ({of})" if of and of.casefold() not in title.casefold() else title
    return Actor(
        number=number,
        name=best.name,
        kind=best.kind,
        country=_most_common(member.country for member in members),
        sector=_most_common(member.sector for member in members),
        role=role,
    )


def _most_common(values: Iterable[str | None]) -> str | None:
    known = [value for value in values if value]
    return max(sorted(set(known)), key=known.count) if known else None


def _fold(name: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join(plain.casefold().split())
