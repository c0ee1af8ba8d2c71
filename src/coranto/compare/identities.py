"""One person, body, state or group across articles: the entities of all readings joined where the evidence suffices.

The result depends on the set of entities and decisions alone, not on the order in which articles were read.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import lru_cache
from hashlib import blake2b
from itertools import product
from pathlib import Path
from sqlite3 import Connection

from coranto import __version__
from coranto.compare.clusters import Cluster, Edge, join_nodes
from coranto.compare.decisions import Place, Verdicts, attach_decisions, clash, settle_decisions
from coranto.compare.evidence import CONFIDENCE, find_edges, fits_alias, make_edge
from coranto.compare.nodes import LIFETIME, Node, build_nodes
from coranto.compare.traits import SORTS, make_skeleton, name_listed
from coranto.model.identity import Identity, Membership
from coranto.model.ids import make_id
from coranto.resolve.names.comparison import compare_bodies, compare_persons
from coranto.resources import hash_lexicons
from coranto.store.folding import fold_words
from coranto.store.identities import (
    count_identities,
    list_decisions,
    read_state,
    replace_identities,
    write_state,
)
from coranto.store.profiles import Profile, fill_profiles, list_profiles, list_some
from coranto.store.schema import connect_to_write, transact, translate_errors

SUCCESSORS = frozenset({frozenset({"RUS", "SUN"})})
"""States of which one went on as the other."""
PERSON = "person"
"""The rule of what a person decided."""


def refresh_identities(path: Path | str) -> int:
    """Work out the identities of the store anew, in one transaction; returns how many there are.

    Nothing is done where neither articles nor decisions nor the lists changed since. A kill leaves the former ones.
    Raises StoreError.
    """
    with open_transaction(path) as connection:
        fill_profiles(connection)
        if read_state(connection) == make_state(connection):
            return count_identities(connection)
        return rework(connection)


def make_state(connection: Connection) -> str:
    """A hash of all that identities follow from: what articles tell of their entities, decisions, lists and rules."""
    digest = blake2b(json.dumps([__version__, hash_lexicons()], sort_keys=True).encode(), digest_size=16)
    queries = [
        """SELECT a.id, a.published, a.outlet, p.content FROM profiles p JOIN articles a ON a.number = p.article
        ORDER BY a.id""",
        "SELECT * FROM decisions ORDER BY number",
        "SELECT * FROM decided ORDER BY decision, side, entity",
    ]
    if connection.execute("SELECT 1 FROM decisions LIMIT 1").fetchone():  # (these may be of entities without a name)
        queries.append(
            """SELECT a.id, a.source, a.sha256, e.id, e.name, e.kind
            FROM entities e JOIN articles a ON a.number = e.article ORDER BY a.id, e.position"""
        )
    for query in queries:
        for row in connection.execute(query):
            digest.update(json.dumps(row, ensure_ascii=False).encode())
    return digest.hexdigest()


@contextmanager
def open_transaction(path: Path | str) -> Iterator[Connection]:
    """The store at the path, to be changed in one transaction: all of it or nothing."""
    file = Path(path)
    with translate_errors(file), closing(connect_to_write(file)) as connection, transact(connection):
        yield connection


def rework(connection: Connection) -> int:
    """Replace the identities by what the entities and decisions say now; the caller holds the transaction."""
    profiles = {profile.id: profile for profile in list_profiles(connection)}
    verdicts, decided = settle_stored(connection)
    profiles |= {profile.id: profile for profile in decided if profile.id not in profiles}
    identities = build_identities(profiles.values(), verdicts)
    replace_identities(connection, identities)
    write_state(connection, make_state(connection))
    return len(identities)


def settle_stored(connection: Connection) -> tuple[Verdicts, list[Profile]]:
    """What the stored decisions say of the entities as they are now, and the nameless entities among those."""
    decisions = list_decisions(connection)
    if not decisions:
        return Verdicts(), []
    rows = connection.execute(
        """SELECT e.id, a.id, a.source, a.sha256, e.name, e.kind
        FROM entities e JOIN articles a ON a.number = e.article ORDER BY a.id, e.position"""
    )
    attached = attach_decisions(decisions, (Place(*row) for row in rows))
    return settle_decisions(decisions, attached), list_some(connection, sorted(set(attached.values())))


def build_identities(profiles: Iterable[Profile], verdicts: Verdicts) -> tuple[Identity, ...]:
    """The identities of these entities, in the canonical order of their earliest members."""
    ordered = sorted(profiles, key=Profile.order)
    nodes = build_nodes(ordered, verdicts)
    edges = [*_bind(nodes, ordered, verdicts), *find_edges(nodes, ordered)]
    clusters = join_nodes([len(node.members) for node in nodes], edges, _make_judge(nodes))
    return tuple(
        _make_identity(cluster, nodes, ordered)
        for cluster in sorted(clusters, key=lambda cluster: min(nodes[n].members[0] for n in cluster.nodes))
    )


def map_entities(identities: Iterable[Identity]) -> dict[str, str]:
    """The identity id of each entity id."""
    return {member.entity: identity.id for identity in identities for member in identity.members}


def _bind(nodes: Sequence[Node], profiles: Sequence[Profile], verdicts: Verdicts) -> list[Edge]:
    """Edges of what persons made one."""
    places = {profiles[node.members[0]].id: place for place, node in enumerate(nodes) if node.decided}
    return [
        make_edge(places[group[0]], places[other], PERSON, -1.0)
        for group in verdicts.groups
        for other in group[1:]
        if group[0] in places and other in places
    ]


def _make_judge(nodes: Sequence[Node]) -> Callable[[Edge, Sequence[int], Sequence[int]], bool]:
    """Whether two groups of nodes may be one: no decision, listed key, country, lifetime or full name against it."""

    def may_join(edge: Edge, one: Sequence[int], other: Sequence[int]) -> bool:
        if edge.rule == PERSON:
            return True
        first, second = [nodes[n] for n in one], [nodes[n] for n in other]
        return (
            not any(clash(a.sides, b.sides) for a, b in product(first, second) if a.sides and b.sides)
            and _agree(_list_keys(first), _list_keys(second))
            and _agree_in_country(first, second)
            and _agree_in_time(first, second)
            and _agree_in_name(first, second)
        )

    return may_join


def _list_keys(nodes: Iterable[Node]) -> set[str]:
    return {node.trait.key for node in nodes if node.trait.key}


def _agree[Item](one: set[Item], other: set[Item]) -> bool:
    return not one or not other or bool(one & other)


def _agree_in_country(one: Sequence[Node], other: Sequence[Node]) -> bool:
    """A body with a name of its own may be placed in several countries; anyone else may not."""
    if one[0].trait.sort == "body" and not any(node.trait.generic for node in (*one, *other)):
        return True
    first = {node.trait.told for node in one if node.trait.told}
    second = {node.trait.told for node in other if node.trait.told}
    return _agree(first, second) or any(frozenset(pair) in SUCCESSORS for pair in product(first, second))


def _agree_in_time(one: Sequence[Node], other: Sequence[Node]) -> bool:
    both = (*one, *other)
    first = min((node.first for node in both if node.first), default=None)
    last = max((node.last for node in both if node.last), default=None)
    return one[0].trait.sort != PERSON or first is None or last is None or last - first <= LIFETIME


def _agree_in_name(one: Sequence[Node], other: Sequence[Node]) -> bool:
    """Whether the full names may all be one (where persons joined some: whether any two may)."""
    first = [node for node in one if not node.trait.lone]
    second = [node for node in other if not node.trait.lone]
    if not first or not second:
        return True
    joined = sum(node.decided for node in one) > 1 or sum(node.decided for node in other) > 1
    tests = (_may_be_named(a, b) for a, b in product(first, second))
    return any(tests) if joined else all(tests)


def _may_be_named(one: Node, other: Node) -> bool:
    first, second = one.trait, other.trait
    if first.words == second.words or (first.key and first.key == second.key):
        return True
    if first.sort == PERSON:
        return _compare_persons(*sorted((one.name, other.name)))
    if first.sort != "body":
        return False
    if first.generic or second.generic:
        return first.generic == second.generic and _compare_bodies(*sorted((one.name, other.name)))
    short, long = sorted(({make_skeleton(w) for w in first.words}, {make_skeleton(w) for w in second.words}), key=len)
    if short < long:
        return True
    return fits_alias(first.words, second.words) or _compare_bodies(*sorted((one.name, other.name)))


@lru_cache(maxsize=1 << 16)
def _compare_persons(one: str, other: str) -> bool:
    return compare_persons(one, other).same


@lru_cache(maxsize=1 << 16)
def _compare_bodies(one: str, other: str) -> bool:
    return compare_bodies(one, other).same


def _make_identity(cluster: Cluster, nodes: Sequence[Node], profiles: Sequence[Profile]) -> Identity:
    why: dict[int, tuple[str, float]] = {}
    several = sum(len(nodes[n].members) for n in cluster.nodes) > 1
    for number, (rule, confidence) in zip(cluster.nodes, cluster.ties, strict=True):
        node = nodes[number]
        own = (node.rule, CONFIDENCE[node.rule]) if several else ("alone", 1.0)
        if not rule and len(node.members) == 1 and several:
            own = _describe_anchor(cluster)
        why.update(dict.fromkeys(node.members, (rule, confidence) if rule else own))
    places = sorted(why)
    members = [profiles[place] for place in places]
    keys = sorted(_list_keys(nodes[n] for n in cluster.nodes))
    listed = [nodes[n].trait for n in cluster.nodes if nodes[n].trait.key]
    name = name_listed(keys[0]) if keys else None
    name = name or _choose_name([member.name for member in members])
    others = {other for m in members for other in (m.name, *(m.names if SORTS.get(m.kind) == "body" else ()))}
    country = listed[0].country if listed else _choose_country(members)
    return Identity(
        id=make_id("identity", members[0].id),
        name=name,
        kind=_choose(member.kind for member in members) or members[0].kind,
        country=country,
        sector=_choose(member.sector for member in members),
        aliases=tuple(sorted(others - {name})),
        members=tuple(
            Membership(
                article=member.article, entity=member.id, name=member.name, rule=why[place][0], confidence=why[place][1]
            )
            for place, member in zip(places, members, strict=True)
        ),
    )


def _describe_anchor(cluster: Cluster) -> tuple[str, float]:
    """The rule of an anchor that stands alone by name: of the surest tie that another has to it."""
    return max(cluster.ties[1:], key=lambda tie: tie[1], default=("alone", 1.0))


def _choose_name(names: Sequence[str]) -> str:
    """The fullest of the names that are borne often enough not to be a slip."""
    counts = Counter(names)
    most = max(counts.values())
    often = [name for name, count in counts.items() if count * 4 >= most and (count > 1 or most == 1)]
    return max(often, key=lambda name: (len(fold_words(name).split()), counts[name], name))


def _choose_country(members: Sequence[Profile]) -> str | None:
    """The most common country, unless most articles tell none."""
    country = _choose(member.country for member in members)
    return country if sum(member.country == country for member in members) * 4 >= len(members) else None


def _choose[Item: str](values: Iterable[Item | None]) -> Item | None:
    """The most common value, the first in the alphabet of those."""
    counts = Counter(value for value in values if value)
    return min(counts, key=lambda value: (-counts[value], value), default=None)
