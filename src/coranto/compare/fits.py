"""How well an actor of a register fits an identity, and which of several is it.

A link needs a name, and whatever else both sides tell must agree. Where two actors fit equally, none is chosen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from coranto.intake.registers.records import join_actors
from coranto.model.entity import EntityKind
from coranto.model.identity import Identity, KnownActor, Link
from coranto.resolve.names.comparison import SUFFIXES, Match, compare_bodies, compare_persons
from coranto.store.folding import fold_words
from coranto.store.registers import Finding, NumberedActor

SEVERAL = "several fit equally"
LEAST = 0.75
"""The least score of a link."""
MARGIN = 0.04
"""By how much the best actor must lead the next."""
UNKNOWN_COUNTRY = 0.85
OTHER_SECTOR = 0.95
HEIRS = {
    "SUN": frozenset("RUS UKR BLR KAZ GEO ARM AZE UZB KGZ TJK TKM MDA EST LVA LTU".split()),
    "YUG": frozenset("SRB HRV BIH SVN MKD MNE XKX SCG".split()),
    "SCG": frozenset("SRB MNE XKX".split()),
    "CSK": frozenset({"CZE", "SVK"}),
    "DDR": frozenset({"DEU"}),
}
"""States that are no more, with those whose people theirs are."""
FREE = frozenset({"IGO", "NGO"})
"""In place of a country: tells nothing of where a person is from."""
BODIES = frozenset({"organization", "group", "outlet"})
LINKED = frozenset({"person", "state", "place", *BODIES})
"""Kinds that registers know."""
MOST_CANDIDATES = 5
MOST_NAMES = 20
SURE = frozenset({"same", "listed", "script", "state"})
"""Rules by which a name suffices also where a country is not known of both."""
REFUSED = {
    "generation": "another generation",
    "initials": "other initials",
    "place": "of another place",
    "country": "another country",
    "number": "another number",
    "generic": "a name that bodies of many countries bear, without a country that agrees",
}
"""Why names that look alike are of two, by the rule that refused them."""
Lookup = Callable[[Sequence[str], Identity], tuple[list[NumberedActor], bool]]


@dataclass(frozen=True, slots=True)
class Decided:
    """What a person decided of an identity: the actor it is, and those it is not, as (register, key)."""

    same: NumberedActor | None = None
    different: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a known actor fits an identity; `veto` tells why it cannot be it, empty where it can."""

    known: NumberedActor
    score: float
    rule: str
    veto: str = ""


@dataclass(slots=True)
class _Bearer:
    """Records of one actor, in one register or several."""

    fits: list[Fit] = field(default_factory=list)

    def join(self) -> KnownActor:
        joined = self.fits[0].known.actor
        for fit in self.fits[1:]:
            joined = join_actors(joined, fit.known.actor)
        return joined


def link_identity(
    identity: Identity, found: Sequence[NumberedActor], decided: Decided | None = None, *, whole: bool = True
) -> Finding | None:
    """The known actor that the identity is, or why none was chosen; None where none comes near.

    What a person decided comes first. `whole`: whether `found` has all actors of such a name.
    """
    decided = decided or Decided()
    if decided.same:
        return _make_finding(identity, Fit(decided.same, 1.0, "person"), decided.same.actor, "decided by a person")
    fits = [
        fit_actor(identity, known) for known in found if (known.actor.source, known.actor.key) not in decided.different
    ]
    near = sorted((fit for fit in fits if fit.score), key=_rank)
    bearers = _join_bearers([fit for fit in near if not fit.veto])
    if not bearers:
        reason = f"not linked: {near[0].veto}" if near else ""
        return Finding(identity.id, None, reason, candidates=_name_candidates(near)) if near else None
    best = bearers[0].fits[0]
    if best.score < LEAST:
        return Finding(identity.id, None, f"not linked: {best.rule} alone", candidates=_name_candidates(near))
    if len(bearers) > 1 and bearers[1].fits[0].score > best.score - MARGIN:
        return Finding(identity.id, None, SEVERAL, candidates=_name_candidates(near))
    if not whole and best.rule != "same":
        return Finding(identity.id, None, "too many of such a name", candidates=_name_candidates(near))
    return _make_finding(identity, best, bearers[0].join(), best.rule)


def fit_actor(identity: Identity, known: NumberedActor) -> Fit:
    """How well the actor fits: names first, then kind, country and sector; a score of 0 where no name comes near."""
    actor = known.actor
    if not _agree_kinds(identity.kind, actor.kind):
        return Fit(known, 0.0, "kind")
    mine, theirs = _choose_countries(identity, actor)
    agreed = mine in theirs
    if mine and theirs and not agreed:
        # (nothing can make them one; the same name is worth telling)
        written = {_fold(name) for name in (actor.name, *actor.aliases)}
        near = 1.0 if any(_fold(name) in written for name in list_names(identity)) else 0.0
        return Fit(known, near, "same", f"another country ({', '.join(sorted(theirs))}, not {mine})")
    match = _compare(identity, actor, (actor.name, *actor.aliases))
    if not match.same:
        weak = _compare(identity, actor, actor.weak_aliases)
        if weak.same:
            return Fit(known, weak.score, "weak alias", "a weak alias alone")
        reason = REFUSED.get(match.rule, "")
        return Fit(known, max(match.score, 0.1) if reason else 0.0, match.rule, reason)
    score = match.score
    if not agreed:
        if match.rule not in SURE:
            return Fit(known, score, match.rule, "another spelling, without a country that agrees")
        score *= UNKNOWN_COUNTRY
    sectors = {code.sector for code in actor.codes if code.sector}
    if identity.sector and sectors and identity.sector not in sectors:
        score *= OTHER_SECTOR
    return Fit(known, round(score, 4), match.rule)


def link_identities(
    identities: Iterable[Identity], look_up: Lookup, decided: Mapping[str, Decided] | None = None
) -> Iterator[Finding]:
    """What is found for each identity that any known actor comes near to."""
    for identity in identities:
        verdict = (decided or {}).get(identity.id)
        if not verdict and identity.kind not in LINKED:
            continue
        names = list_names(identity)
        found, whole = look_up(names, identity) if names else ([], True)
        finding = link_identity(identity, found, verdict, whole=whole)
        if finding:
            yield finding


def _make_finding(identity: Identity, fit: Fit, actor: KnownActor, reason: str) -> Finding:
    return Finding(
        identity=identity.id,
        link=Link(actor=fit.known.actor.key, rule=fit.rule, score=fit.score),
        reason=reason,
        number=fit.known.number,
        actor=actor,
        identifiers=dict(sorted(actor.identifiers.items())),
    )


def _rank(fit: Fit) -> tuple[bool, float, int, str, str]:
    """The best first; of equals the one with more identifiers, then by register and key."""
    actor = fit.known.actor
    return bool(fit.veto), -fit.score, -len(actor.identifiers), actor.source, actor.key


def _join_bearers(fits: Sequence[Fit]) -> list[_Bearer]:
    """The fits, best first, those together that are records of one actor."""
    bearers: list[_Bearer] = []
    for fit in fits:
        owner = next((one for one in bearers if any(_is_one(fit, other) for other in one.fits)), None)
        if owner is None:
            owner = _Bearer()
            bearers.append(owner)
        owner.fits.append(fit)
    return bearers


def _is_one(one: Fit, other: Fit) -> bool:
    """Whether two records are of one actor: by an identifier, or by name and country in two registers."""
    first, second = one.known.actor, other.known.actor
    shared = first.identifiers.keys() & second.identifiers.keys() & {"wikidata", "opensanctions"}
    if shared:
        return any(first.identifiers[name] == second.identifiers[name] for name in shared)
    if first.born and second.born and not _agree_days(first.born, second.born):
        return False
    return (
        first.source != second.source
        and first.kind == second.kind
        and _fold(first.name) == _fold(second.name)
        and (not first.countries or not second.countries or bool({*first.countries} & {*second.countries}))
    )


def _agree_days(one: str, other: str) -> bool:
    exact = min(len(one), len(other))
    return one[:exact] == other[:exact]


def _name_candidates(fits: Sequence[Fit]) -> tuple[str, ...]:
    return tuple(f"{fit.known.actor.source}:{fit.known.actor.key}" for fit in fits[:MOST_CANDIDATES])


def list_names(identity: Identity) -> list[str]:
    """The names to look for: of a person only full ones, for a surname tells no one across articles."""
    names = [identity.name, *identity.aliases][:MOST_NAMES]
    if identity.kind == "person":
        return [name for name in names if _count_words(name) > 1]
    return names


@lru_cache(maxsize=1 << 16)
def _fold(name: str) -> str:
    return fold_words(name)


@lru_cache(maxsize=1 << 16)
def _count_words(name: str) -> int:
    """The words of a person's name that are more than an initial."""
    return sum(len(word) > 1 and word not in SUFFIXES for word in _fold(name).split())


def _agree_kinds(kind: EntityKind, other: str | None) -> bool:
    if kind in BODIES:
        return other is None or other in BODIES
    return kind == other or (kind == "person" and other is None)


def _choose_countries(identity: Identity, actor: KnownActor) -> tuple[str | None, set[str]]:
    """The countries that must agree; that someone is with an international body tells nothing of it."""
    mine, theirs = identity.country, {*actor.countries}
    if mine in theirs:
        return mine, theirs
    for one in sorted(theirs & HEIRS.keys()):
        theirs |= HEIRS[one]
    if mine in HEIRS and theirs & HEIRS[mine]:
        theirs |= {mine}
    if identity.kind == "person" or not {mine, *theirs} <= FREE:
        return (None if mine in FREE else mine), theirs - FREE
    return mine, theirs


def _compare(identity: Identity, actor: KnownActor, names: Sequence[str]) -> Match:
    """The best comparison of any two names; else one that tells why they are of two."""
    best = Match(same=False, score=0.0, rule="other")
    mine_all = list_names(identity)
    theirs = [name for name in names if identity.kind != "person" or _count_words(name) > 1]
    if len(theirs) > MOST_NAMES:
        # (some registers give a hundred spellings in no order: those that share a word come first)
        words = {word for name in mine_all for word in _fold(name).split()}
        theirs = sorted(theirs, key=lambda name: -len(words.intersection(_fold(name).split())))[:MOST_NAMES]
    for mine in mine_all:
        for other in theirs:
            found = _compare_two(mine, other, identity, actor)
            if (found.same, found.score, found.rule in REFUSED) > (best.same, best.score, best.rule in REFUSED):
                best = found
    return best


def _compare_two(mine: str, other: str, identity: Identity, actor: KnownActor) -> Match:
    written_so = _fold(mine) == _fold(other) != ""
    if identity.kind == "person":
        # (without a kind, the register may mean a body: no other spelling will do)
        return compare_persons(mine, other) if actor.kind or written_so else Match(same=False, score=0.0, rule="kind")
    if identity.kind in BODIES:
        if not actor.kind and not written_so:
            return Match(same=False, score=0.0, rule="kind")
        country, countries = _choose_countries(identity, actor)
        told = country if country in countries else min(countries, default=None)
        return compare_bodies(mine, other, (country, told))
    if identity.kind == "state" and identity.country and identity.country == actor.country:
        return Match(same=True, score=1.0, rule="state")
    return Match(same=written_so, score=float(written_so), rule="same" if written_so else "other")
