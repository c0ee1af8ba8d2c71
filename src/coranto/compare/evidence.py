"""What speaks for two nodes being one: edges between them, each with its rule."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from datetime import timedelta
from itertools import combinations

from coranto.compare.clusters import Edge
from coranto.compare.nodes import Node
from coranto.compare.traits import is_generic, list_skeletons, make_skeleton, split_body
from coranto.resolve.names.comparison import FAMILY_FIRST, SUFFIXES, compare_bodies, compare_persons, make_initials
from coranto.resolve.names.spellings import load_forms
from coranto.store.folding import fold_words
from coranto.store.profiles import Profile

NEAR = timedelta(days=30)
"""How far apart two articles may be of which one gives a surname and an office, the other the full name with it."""
LARGEST_BLOCK = 400
"""Nodes that are compared pair by pair at most; the names of a larger block tell too little."""
LEAST, MOST = 2, 6
"""Letters of an acronym."""
SURE = frozenset({"same", "listed"})
"""Rules of comparing names that need nothing beside them; a letter or two that differ (`Barker`, `Parker`) do."""
SHORTEST = 3
"""Letters of a given name that tells more than an initial does."""
CONFIDENCE = {"listed": 0.95, "same_name": 0.9, "spelling": 0.8, "alias": 0.8, "role": 0.6, "person": 1.0}


def find_edges(nodes: Sequence[Node], profiles: Sequence[Profile]) -> Iterator[Edge]:
    """Every edge between nodes that their names or circumstances suggest."""
    yield from _match_keys(nodes)
    yield from _match_words(nodes, profiles)
    yield from _match_persons(nodes, profiles)
    yield from _match_bodies(nodes)
    yield from _match_aliases(nodes, profiles)
    yield from _match_officers(nodes, profiles)
    yield from _match_roles(nodes, profiles)


def make_edge(one: int, other: int, rule: str, cost: float) -> Edge:
    """An edge of that rule; the lower the cost, the earlier it is taken."""
    return Edge(cost, min(one, other), max(one, other), rule, CONFIDENCE[rule])


def _match_keys(nodes: Sequence[Node]) -> Iterator[Edge]:
    """Nodes of one listed key (they are several where persons decided on some)."""
    by_key: dict[str, list[int]] = defaultdict(list)
    for place, node in enumerate(nodes):
        if node.trait.key:
            by_key[node.trait.key].append(place)
    for places in by_key.values():
        yield from (make_edge(places[0], other, "listed", 0.0) for other in places[1:])
        yield from (make_edge(one, other, "listed", 0.01) for one, other in combinations(places[1:40], 2))


def _match_words(nodes: Sequence[Node], profiles: Sequence[Profile]) -> Iterator[Edge]:
    """Nodes of the same words: a country told in one and not in the other, or parted by a decision.

    Of persons whom only the settings of their articles put into two countries, nothing else may tell them apart.
    """
    by_words: dict[tuple[str, tuple[str, ...]], list[int]] = defaultdict(list)
    for place, node in enumerate(nodes):
        trait = node.trait
        if trait.words and trait.sort != "other" and not (trait.sort == "person" and trait.lone):
            if trait.key and not trait.generic:
                continue
            by_words[trait.sort, trait.words].append(place)
    for places in by_words.values():
        countries = {nodes[place].trait.told for place in places} - {None}
        for one, other in combinations(places[:LARGEST_BLOCK], 2):
            first, second = nodes[one].trait, nodes[other].trait
            if first.generic and (first.country is None or first.country != second.country):
                continue
            if first.country == second.country or (first.sort == "body" and not first.generic):
                yield make_edge(one, other, "same_name", 0.1)
            elif (
                None in {first.told, second.told}
                and len(countries) < 2
                and (None in {first.country, second.country} or _may_be_abroad(nodes[one], nodes[other], profiles))
            ):
                yield make_edge(one, other, "same_name", 0.15)


def _may_be_abroad(one: Node, other: Node, profiles: Sequence[Profile]) -> bool:
    """Whether a full name that two countries were guessed for is one person's: of one calling, as far as told."""
    if one.trait.sort != "person" or len(one.trait.words[0]) < SHORTEST:
        return False
    first, second = _list_sectors(one, profiles), _list_sectors(other, profiles)
    return not first or not second or bool(first & second)


def _list_sectors(node: Node, profiles: Sequence[Profile]) -> set[str]:
    return {sector for member in node.members if (sector := profiles[member].sector)}


def _match_persons(nodes: Sequence[Node], profiles: Sequence[Profile]) -> Iterator[Edge]:
    """Full names that are spellings of each other; one that is less sure needs the circumstances to agree."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for place, node in enumerate(nodes):
        if node.trait.sort == "person" and len(node.trait.words) > 1:
            for key in list_person_keys(node.trait.words):
                blocks[key].append(place)
    initials = {place for place, node in enumerate(nodes) if node.trait.words and len(node.trait.words[0]) == 1}
    for one, other in _pair(blocks, initials):
        first, second = nodes[one], nodes[other]
        if first.trait.words == second.trait.words or not _agree_in_country(first, second):
            continue
        match = compare_persons(first.name, second.name)
        sure = match.rule in SURE
        spelt = match.rule == "spelling"
        if match.same and (sure or _agree_in_circumstances(first, second, profiles, told=spelt)):
            yield make_edge(one, other, "spelling", 0.4 - 0.1 * match.score)


def list_person_keys(words: tuple[str, ...]) -> list[str]:
    """Keys of which two names share one at least where they may be one person's: a family and a given name.

    A key that begins with `@` is of the initial of a given name, and only tells where one of the names has no more.
    """
    forms = load_forms()
    telling = [word for word in words if word not in SUFFIXES and (len(word) > 1 or word == words[0])]
    keys = {" ".join(sorted((make_skeleton(telling[0]), make_skeleton(telling[-1]))))} if telling else set()
    for place, word in enumerate(telling):
        if not place and word not in FAMILY_FIRST:
            continue
        for given in telling[:place] + telling[place + 1 :]:
            for family in list_skeletons(word):
                keys.update(f"{family} {skeleton[:2]}" for skeleton in list_skeletons(given) if len(given) > 1)
                keys.update(f"{family} #{row}" for row in forms.get(given, ()))
                keys.add(f"@{family} {given[0]}")
    return sorted(keys)


def _agree_in_country(one: Node, other: Node) -> bool:
    return None in {one.trait.told, other.trait.told} or one.trait.told == other.trait.told


def _agree_in_circumstances(one: Node, other: Node, profiles: Sequence[Profile], *, told: bool) -> bool:
    """Whether both are of one known country, and of one sector or office where both have any or it must be told."""
    if one.trait.country is None or one.trait.country != other.trait.country:
        return False
    first_sectors, second_sectors = _list_sectors(one, profiles), _list_sectors(other, profiles)
    if first_sectors & second_sectors or (not told and not (first_sectors and second_sectors)):
        return True
    first, second = (
        {fold_words(title) for m in node.members for title, _ in profiles[m].roles} for node in (one, other)
    )
    return bool(first & second)


def _match_bodies(nodes: Sequence[Node]) -> Iterator[Edge]:
    """Names of bodies that are spellings or translations of each other; a part of a name needs more than that."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for place, node in enumerate(nodes):
        trait = node.trait
        if trait.sort != "body" or (trait.generic and not trait.country):
            continue
        if trait.generic:
            blocks[f"{trait.country} {len(trait.words)}"].append(place)
        else:
            for word in sorted({word for word in trait.words if not is_generic((word,))}):
                blocks[make_skeleton(word) + word[:4]].append(place)
    for one, other in _pair(blocks):
        first, second = nodes[one].trait, nodes[other].trait
        countries = (first.country, second.country) if first.generic else (None, None)
        match = compare_bodies(nodes[one].name, nodes[other].name, countries)
        short, long = sorted((set(first.words), set(second.words)), key=len)
        if match.same and (match.rule == "label" or not short < long):
            yield make_edge(one, other, "spelling", 0.45 - 0.1 * match.score)


def _match_aliases(nodes: Sequence[Node], profiles: Sequence[Profile]) -> Iterator[Edge]:
    """Bodies that an article calls by both names: `General Motors` and `GM`."""
    by_words = _index_bodies(nodes)
    for place, node in enumerate(nodes):
        if node.trait.sort != "body" or node.trait.generic:
            continue
        support: Counter[tuple[str, ...]] = Counter()
        for member in node.members:
            for name in profiles[member].names:
                words = split_body(name)[0]
                if words != node.trait.words and fits_alias(words, node.trait.words):
                    support[words] += 1
        for words, count in support.items():
            for other in by_words.get(words, ()):
                if other != place:
                    yield make_edge(place, other, "alias", 0.5 + 0.2 / (count + 1))


def _match_officers(nodes: Sequence[Node], profiles: Sequence[Profile]) -> Iterator[Edge]:
    """Bodies of which one person holds one office, one called by the beginning of the other's name."""
    by_words = _index_bodies(nodes)
    for node in nodes:
        if node.trait.sort != "person" or node.trait.lone or len(node.members) < LEAST:
            continue
        held: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        for member in node.members:
            for title, of in profiles[member].roles:
                if of:
                    held[fold_words(title)].add(split_body(of)[0])
        for bodies in held.values():
            for one, other in combinations(sorted(bodies), 2):
                if fits_alias(one, other):
                    for first in by_words.get(one, ()):
                        yield from (make_edge(first, second, "alias", 0.7) for second in by_words.get(other, ()))


def _index_bodies(nodes: Sequence[Node]) -> dict[tuple[str, ...], list[int]]:
    """The nodes of bodies that are not generic, by their words."""
    found: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, node in enumerate(nodes):
        if node.trait.sort == "body" and not node.trait.generic:
            found[node.trait.words].append(place)
    return found


def fits_alias(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether one name is the beginning of the other, or its initials."""
    short, long = sorted((tuple(one), tuple(other)), key=len)
    if not short or is_generic(short):
        return False
    if long[: len(short)] == short:
        return True
    if len(short) > 1 or len(long) < 2 or not LEAST <= len(short[0]) <= MOST:
        return False
    return make_initials(long).startswith(short[0]) or short[0] in long[1:] or _is_drawn(short[0], long)


def _is_drawn(acronym: str, words: Sequence[str]) -> bool:
    """Whether it is made of the beginnings of all the words: `SIA` of Singapore Airlines, `MININT`."""
    if not words:
        return not acronym
    return any(
        words[0].startswith(acronym[:length]) and _is_drawn(acronym[length:], words[1:])
        for length in range(1, len(acronym) + 1)
    )


def _match_roles(nodes: Sequence[Node], profiles: Sequence[Profile]) -> Iterator[Edge]:
    """A surname with an office, and the one full name that bore both at the time."""
    by_surname: dict[str, list[int]] = defaultdict(list)
    for place, node in enumerate(nodes):
        if node.trait.sort == "person" and node.trait.words:
            by_surname[_find_surname(node)].append(place)
    for place, node in enumerate(nodes):
        if node.trait.sort != "person" or not node.trait.lone or node.trait.key or not node.trait.words:
            continue
        bearers = [
            other
            for other in by_surname[_find_surname(node)][:LARGEST_BLOCK]
            if other != place
            and any(_share_office(profiles[node.members[0]], profiles[m]) for m in nodes[other].members)
        ]
        full = {nodes[other].trait.words for other in bearers if len(nodes[other].trait.words) > 1}
        if len(full) < 2:
            yield from (make_edge(place, other, "role", 0.8 if full else 0.85) for other in bearers)


def _find_surname(node: Node) -> str:
    return next((word for word in reversed(node.trait.words) if word not in SUFFIXES), node.trait.words[-1])


def _share_office(one: Profile, other: Profile) -> bool:
    """Whether both hold the same office of the same country or body, in articles of nearly the same day."""
    if one.published is None or other.published is None or abs(one.published - other.published) > NEAR:
        return False
    for title, of in one.roles:
        for other_title, other_of in other.roles:
            if fold_words(title) == fold_words(other_title):
                if of and other_of and fold_words(of) == fold_words(other_of):
                    return True
                if not (of and other_of) and one.country and one.country == other.country:
                    return True
    return False


def _pair(blocks: dict[str, list[int]], initials: Container[int] = ()) -> Iterator[tuple[int, int]]:
    """Each pair of a block once; a block that is too large gives none.

    Of a block of initials (`@`) only the pairs with a node among `initials`.
    """
    seen: set[tuple[int, int]] = set()
    for key in sorted(blocks):
        places = blocks[key]
        pairs: Iterable[tuple[int, int]] = combinations(places, 2) if len(places) <= LARGEST_BLOCK else ()
        if key.startswith("@"):
            short = [place for place in places if place in initials][:LARGEST_BLOCK]
            pairs = ((min(one, other), max(one, other)) for one in short for other in places if one != other)
        for pair in pairs:
            if pair not in seen:
                seen.add(pair)
                yield pair
