"""Places named, and where they lie: one of the gazetteer's places for each name, or none.

Names of one spelling in an article are one place. Each candidate is weighed by its size, by what stands after the
name (`Paris, Texas`), by the countries and provinces that the article names and by the nearness of its other
places. A name without a place in the gazetteer is kept as unknown where the parser took it for a place, and left
out where it did not.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from coranto.extract.places import PLACE_LABELS, PlaceName
from coranto.model.article import Article
from coranto.model.ids import make_id
from coranto.model.values import Place
from coranto.resolve.atlas import Entry, Gazetteer, fold_name, load_gazetteer
from coranto.resources import read_tsv

Resolution = Literal["country", "admin1", "city", "region", "unknown"]
RESOLUTIONS: dict[str, Resolution] = {
    "country": "country", "admin1": "admin1", "county": "region", "city": "city", "capital": "city", "region": "region",
}  # fmt: skip
AFTER = re.compile(r"\s*(?:,|\()\s*((?:[A-Z][\w'’-]*\.?|[a-z]{2})(?:\s?[A-Z][\w'’-]*\.?){0,2})")
DIRECTIONS = re.compile(
    r"^(?:(?:north|south|east|west|central|upper|lower|mid|greater|downtown|mainland|occupied|rural|coastal|inner|outer|far)"
    r"(?:ern)?[- ]?(?:east|west)?(?:ern)?(?: and (?:north|south|east|west)(?:ern)?)?|city of|town of|village of|"
    r"province of|state of|republic of|island of|port of)\s+",
    re.IGNORECASE,
)
KIND_WORDS = re.compile(
    r"\s+(?:province|governorate|region|district|state|oblast|prefecture|department|territory|city|town|county|parish|"
    r"municipality|islands?|peninsula|krai|republic|voivodeship|canton|metropolitan area|suburbs?|area|camp|airport)$",
    re.IGNORECASE,
)
COUNTY = re.compile(r"\b(?:county|parish|borough)$", re.IGNORECASE)
STREETS = {
    "street",
    "st",
    "avenue",
    "ave",
    "road",
    "rd",
    "highway",
    "drive",
    "lane",
    "boulevard",
    "blvd",
    "way",
    "route",
}
WIDE = {"country", "admin1", "region", "county"}
PROVINCE_OF = re.compile(r"^(?:province|state|republic|island) of\b", re.IGNORECASE)
APART = {"island", "islands", "peninsula", "republic", "krai", "province", "oblast", "governorate", "prefecture"}
"""Kind words after a name that make it another place than the city of that name."""
TOWN = 30_000
LARGE = 200_000
"""A facility is looked for where the one word that its name begins with is a city of this size, or wider."""
SURE_POPULATION = 15_000
"""A name that the parser did not take for a place is one only where a place of this size has it, or a hint says so."""
NEAR_KM = 250.0
ROUNDS = 2
LEAST_BELIEF = 0.3
"""Below it two of three candidates chosen were wrong (LGL and GeoWebNews): the place stays unknown."""
STATES_OF = {"USA", "CAN", "AUS"}
"""Countries whose provinces are meant by their names more often than a city of the same name."""


@dataclass
class Group:
    """All mentions of one spelling (with one hint), and the candidates for them."""

    key: str
    hint: str
    label: str
    members: list[PlaceName] = field(default_factory=list)
    candidates: list[Entry] = field(default_factory=list)
    scores: list[float] = field(default_factory=list)


@dataclass(frozen=True)
class Setting:
    """The countries and provinces that the article names, with how often."""

    countries: Counter[str]
    provinces: Counter[int]


def resolve_places(article: Article, names: Sequence[PlaceName]) -> tuple[Place, ...]:
    """A place for each name, in order; no point and the resolution `unknown` where none fits well enough."""
    if not names:
        return ()
    gazetteer = load_gazetteer()
    groups = _group_names(article, names, gazetteer)
    setting = _read_setting(article, gazetteer)
    for group in groups:
        group.candidates = [entry for entry in group.candidates if not _is_far_town(entry, group, setting)]
        group.scores = [_weigh(entry, group, setting, gazetteer) for entry in group.candidates]
    first = [list(group.scores) for group in groups]
    for _ in range(ROUNDS):
        _weigh_nearness(groups, first)
    chosen: dict[int, tuple[Entry | None, float]] = {}
    for group in groups:
        choice = _choose(group)
        for name in group.members:
            chosen[name.span.start] = choice
    places = []
    for name in names:
        entry, confidence = chosen[name.span.start]
        if entry is None and name.label not in PLACE_LABELS:
            continue
        places.append(_make_place(article, name, entry, confidence))
    return tuple(places)


def _make_place(article: Article, name: PlaceName, entry: Entry | None, confidence: float) -> Place:
    identity = make_id("place", article.id, name.span.start, name.span.end)
    if entry is None:
        return Place(id=identity, span=name.span, name=name.name, resolution="unknown", confidence=0.0)
    province = load_gazetteer().entry(entry.admin1) if entry.admin1 else None
    return Place(
        id=identity,
        span=name.span,
        name=entry.name,
        geonameid=entry.geonameid or None,
        lat=entry.lat,
        lon=entry.lon,
        country=entry.country or None,
        admin1=province.name if province else None,
        resolution=RESOLUTIONS[entry.kind],
        confidence=round(confidence, 3),
    )


def _group_names(article: Article, names: Sequence[PlaceName], gazetteer: Gazetteer) -> list[Group]:
    groups: dict[tuple[str, str], Group] = {}
    hints: dict[str, str] = {}
    for name in names:
        key = fold_name(name.name)
        hint = _read_hint(article.text, name, gazetteer)
        if hint:
            hints.setdefault(key, hint)
    for name in names:
        key = fold_name(name.name)
        # A hint given once (`Paris, Texas`) holds for the later bare name.
        hint = _read_hint(article.text, name, gazetteer) or hints.get(key, "")
        group = groups.setdefault((key, hint), Group(key, hint, name.label))
        group.members.append(name)
        if name.label in PLACE_LABELS:
            group.label = name.label
    for group in groups.values():
        group.candidates = _find_candidates(group.members[0].name, gazetteer)
    return list(groups.values())


def _read_hint(text: str, name: PlaceName, gazetteer: Gazetteer) -> str:
    """The country or province named right after a place (`Benghazi, Libya`; `Alexandria, Va.`), folded."""
    match = AFTER.match(text, name.span.end, name.span.end + 40)
    if not match:
        return ""
    words = match[1].split()
    for last in range(len(words), 0, -1):
        key = fold_name(" ".join(words[:last]))
        if any(entry.kind in {"country", "admin1"} for entry in gazetteer.find(key)):
            return key
    return ""


def _find_candidates(name: str, gazetteer: Gazetteer) -> list[Entry]:
    """The places of that name, else of the name without its direction or kind (`northern Iraq`, `Homs province`)."""
    found = gazetteer.find(name)
    plain = DIRECTIONS.sub("", name)
    if not found and plain != name:
        found = gazetteer.find(plain)
        if PROVINCE_OF.match(name):
            found = [entry for entry in found if entry.kind in WIDE]
    sense = _load_senses().get(fold_name(name))
    if sense and all(entry.geonameid != sense for entry in found):
        found = [*found, gazetteer.entry(gazetteer.find_id(sense))]
    kind = KIND_WORDS.search(plain)
    if not found and not kind:
        found = _find_prefix(plain, gazetteer)
    if not found and kind:
        found = gazetteer.find(plain[: kind.start()])
        wide = [entry for entry in found if entry.kind in WIDE]
        cityish = kind.group().strip().lower() in {"city", "town", "airport", "camp", "area", "suburb", "suburbs"}
        apart = kind.group().strip().lower() in APART
        found = wide if apart or (wide and not cityish) else found
    return found


def _find_prefix(name: str, gazetteer: Gazetteer) -> list[Entry]:
    """The places that a facility's name begins with (`Henderson County Jail`); a street's name tells nothing."""
    words = re.sub(r"['’]s\b", "", name).split()
    if len(words) < 2 or words[-1].rstrip(".").lower() in STREETS:
        return []
    for last in range(len(words) - 1, 0, -1):
        found = [entry for entry in gazetteer.find(" ".join(words[:last])) if entry.own]
        if last == 1:
            found = [e for e in found if e.kind in {"capital", "country", "admin1"} or e.population >= LARGE]
        if found:
            return found
    return []


def _read_setting(article: Article, gazetteer: Gazetteer) -> Setting:
    """Count the countries and large provinces that the article's text names."""
    countries: Counter[str] = Counter()
    provinces: Counter[int] = Counter()
    for match in _match_wide().finditer(article.text):
        for entry in _list_wide(gazetteer).get(match.group().strip(), ()):
            countries[entry.country] += 1
            if entry.kind == "admin1":
                provinces[entry.row] += 1
    return Setting(countries, provinces)


@cache
def _list_names() -> tuple[tuple[str, str], ...]:
    rows = [(name, "country") for row in read_tsv("gazetteer/countries.tsv") for name in row["names"].split("|")]
    for row in read_tsv("gazetteer/admin1.tsv"):
        rows += [(name, "admin1") for name in (row["name"], *row["aliases"].split(";")) if len(name) > 2]
    return tuple(rows)


@cache
def _match_wide() -> re.Pattern[str]:
    names = sorted({name for name, _ in _list_names()}, key=lambda n: (-len(n), n))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, names)) + r")(?!\w)")


@cache
def _list_wide(gazetteer: Gazetteer) -> dict[str, tuple[Entry, ...]]:
    wide: dict[str, tuple[Entry, ...]] = {}
    for name, kind in _list_names():
        found = tuple(entry for entry in gazetteer.find(name) if entry.kind == kind)
        wide[name] = wide.get(name, ()) + found[:1]
    return wide


@cache
def _load_senses() -> dict[str, int]:
    return {fold_name(row["name"]): int(row["geonameid"]) for row in read_tsv("gazetteer/senses.tsv")}


def _weigh(entry: Entry, group: Group, setting: Setting, gazetteer: Gazetteer) -> float:
    """How well a candidate fits, in units of a tenfold population."""
    size = math.log10(entry.population + 10)
    score = {
        "country": 10.0,
        "region": 6.5,
        "admin1": size + (0.3 if entry.country in STATES_OF else -0.8),
        "county": size - 2.0,
    }.get(entry.kind, size)
    if entry.kind == "county" and COUNTY.search(group.key):
        score += 4.0
    if entry.kind == "capital":
        score += 1.5
    if not entry.own:
        score -= 1.0 if entry.kind in {"city", "capital", "admin1"} else 0.0
    if _load_senses().get(fold_name(group.members[0].name)) == entry.geonameid:
        score += 2.0
    score += min(1.5, 0.8 * math.log2(1 + setting.countries[entry.country]))
    if entry.kind != "admin1":
        score += min(2.0, 1.2 * math.log2(1 + setting.provinces[entry.admin1]))
    elif setting.provinces:
        score += (
            1.0 if any(_same_country(row, entry, gazetteer) for row in setting.provinces if row != entry.row) else 0
        )
    if group.hint:
        inside = any(
            (wide.kind == "country" and wide.country == entry.country and entry.kind != "country")
            or (wide.kind == "admin1" and wide.row == entry.admin1 and entry.kind != "admin1")
            for wide in gazetteer.find(group.hint)
        )
        score += 8.0 if inside else -3.0
    return score


def _is_far_town(entry: Entry, group: Group, setting: Setting) -> bool:
    """A town of a country that the article never names, while it names others: more likely another place."""
    named = setting.countries and entry.country not in setting.countries
    return bool(named and not group.hint and entry.kind == "city" and entry.population < TOWN)


def _same_country(row: int, entry: Entry, gazetteer: Gazetteer) -> bool:
    return gazetteer.countries[gazetteer.country_numbers[row]] == entry.country


def _weigh_nearness(groups: Sequence[Group], first: Sequence[Sequence[float]]) -> None:
    """Add to each candidate what the article's other places, as they seem so far, lend it by lying near."""
    leaders = []
    for group in groups:
        if group.candidates:
            best = max(range(len(group.scores)), key=lambda i: (group.scores[i], -i))
            entry = group.candidates[best]
            if entry.kind in {"city", "capital", "county", "admin1"}:
                leaders.append((group, entry, _share(group.scores, best)))
    shares: defaultdict[int, float] = defaultdict(float)
    states: defaultdict[str, float] = defaultdict(float)
    for _, entry, weight in leaders:
        shares[entry.admin1] += weight
        states[entry.country] += weight
    for group, alone in zip(groups, first, strict=True):
        if len(group.candidates) < 2:
            continue
        group.scores = list(alone)
        for i, entry in enumerate(group.candidates):
            near = sum(
                weight
                for other, place, weight in leaders
                if other is not group and (place.kind != "admin1") and measure_distance(entry, place) < NEAR_KM
            )
            mine = [(place, weight) for other, place, weight in leaders if other is group]
            same = shares[entry.admin1] - sum(w for p, w in mine if p.admin1 == entry.admin1) if entry.admin1 else 0.0
            state = states[entry.country] - sum(w for p, w in mine if p.country == entry.country)
            group.scores[i] += min(2.5, 0.9 * near) + min(1.5, 0.5 * max(0.0, same)) + min(2.0, 0.4 * max(0.0, state))


def measure_distance(one: Entry, two: Entry) -> float:
    """Great-circle distance in km (haversine, mean radius)."""
    lat_a, lon_a, lat_b, lon_b = map(math.radians, (one.lat, one.lon, two.lat, two.lon))
    h = math.sin((lat_b - lat_a) / 2) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin((lon_b - lon_a) / 2) ** 2
    return 12742.0 * math.asin(min(1.0, math.sqrt(h)))


def _share(scores: Sequence[float], i: int) -> float:
    top = max(scores)
    return math.exp(1.5 * (scores[i] - top)) / sum(math.exp(1.5 * (score - top)) for score in scores)


def _choose(group: Group) -> tuple[Entry | None, float]:
    """The best candidate with its share of belief; none where the name is more likely no place at all."""
    if not group.candidates:
        return None, 0.0
    best = max(range(len(group.scores)), key=lambda i: (group.scores[i], -i))
    entry, belief = group.candidates[best], 0.95 * _share(group.scores, best)
    wide = entry.kind in {"country", "admin1", "region", "capital"}
    if group.label not in PLACE_LABELS and not (wide or group.hint or entry.population >= SURE_POPULATION):
        return None, 0.0
    if not wide and not entry.own and entry.population < SURE_POPULATION:
        return None, 0.0
    if entry.kind in {"city", "county"} and not group.hint and group.scores[best] < 4.0:
        belief *= 0.6
    if group.label not in PLACE_LABELS:
        belief *= 0.7
    return (entry, belief) if belief >= LEAST_BELIEF else (None, 0.0)
