"""Actors and recipients: from the phrases in a predicate's slots to entities."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from coranto.extract.frames.arguments import find_object, find_phrase, find_slot, find_subject
from coranto.extract.frames.predicates import Predicate
from coranto.model.drafts import Cast
from coranto.model.entity import Entity, Party
from coranto.model.sentence import Sentence
from coranto.model.span import Range, Span

POLITICAL_KINDS = frozenset({"state"})
POLITICAL_SECTORS = frozenset("GOV MIL COP JUD LEG SPY PTY REB UAF OPP REF AGR LAB SOC".split())
COUNTRIES_BEYOND = frozenset({"IGO", "NGO"})
PARTITIVES = frozenset(
    "number group series majority dozen hundred thousand million score handful couple part member most some many all "
    "any both each several none one two three half rest minority team crowd lot wave bunch pair trio remainder".split()
)

SETTINGS = frozenset({"in", "near", "across", "inside"})
PARTNERS = frozenset({"with", "alongside", "to"})
MUTUAL = frozenset({"CONSULT", "COOPERATE"})
TYING = frozenset({"of", "by", "from", "for", "with", "to", "among", "between"})
"""Prepositions that tie a thing to those it belongs to."""
HOMES = frozenset({"of", "from", "in"})
CALLED = frozenset({"obj"})
"""Slots of the one who is met or called."""
PRONOUNS = frozenset({"PRP", "PRP$", "WP", "WDT", "WP$"})
SAYING = frozenset({"name", "nominal"})
"""Forms of mentions that say who it is."""


def part_partners(sentence: Sentence, predicate: Predicate) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The heads of the actors and of the recipients; the one with whom someone meets or works is a recipient.

    Where nobody else is named, the partners are all there is, and stay actors (`a meeting with farmers`).
    """
    if predicate.recipients or predicate.entry.recipient:
        return predicate.actors, predicate.recipients
    if predicate.entry.pos != "v":
        return _part_noun(sentence, predicate)
    slots = {slot for alternative in predicate.entry.actor for slot in alternative}
    met = slots & (PARTNERS | CALLED if predicate.entry.type == "CONSULT" else PARTNERS)
    partners = [i for slot in sorted(met) for i in find_slot(sentence, predicate.head, slot)]
    actors = tuple(i for i in predicate.actors if i not in partners)
    if not actors:
        return predicate.actors, predicate.recipients
    return actors, tuple(i for i in predicate.actors if i in partners)


def _part_noun(sentence: Sentence, predicate: Predicate) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """`X was in contact with Y`, `X's dealings with Y`: where only Y stands in the slots, X acts."""
    partners = find_slot(sentence, predicate.head, "with")
    if not partners or not set(predicate.actors) <= set(partners) or predicate.entry.type not in MUTUAL:
        return predicate.actors, predicate.recipients
    owners = tuple(t.i for t in sentence.children_of(predicate.head, "poss"))
    if owners:
        return owners, partners
    verb = next((t for t in sentence.ancestors_of(predicate.head) if t.pos in {"VERB", "AUX"}), None)
    subjects = find_subject(sentence, verb.i) or find_object(sentence, verb.i) if verb is not None else ()
    subjects = tuple(i for i in subjects if i not in partners and i != predicate.head)
    return (subjects, partners) if subjects else (predicate.actors, predicate.recipients)


def find_parties(sentence: Sentence, heads: Iterable[int], cast: Cast) -> tuple[Party, ...]:
    """The parties whose phrases have these head tokens, one an entity, in order.

    A pair (`both governments`) stands for each of its members. A phrase that is nobody itself stands for the one it
    belongs to: `Israeli settlements`, `the decision of Iran`.
    """
    found: dict[str, Party] = {}
    for head in heads:
        for place in _find_bearers(sentence, head, cast):
            entity = cast.find(sentence.number, place)
            if entity is None:
                continue
            for meant in cast.members.get(entity.id, (entity.id,)):
                if meant in found:
                    continue
                phrase = find_phrase(sentence, place)
                if sentence.tokens[head].lemma in PARTITIVES and head < place and phrase.first > head:
                    phrase = Range(find_phrase(sentence, head).first, phrase.last)
                span = _find_name(sentence, place, cast.by_id[meant]) or sentence.span(phrase)
                found[meant] = Party(entity=meant, span=span)
    return tuple(found.values())


def _find_name(sentence: Sentence, place: int, entity: Entity) -> Span | None:
    """For a pronoun, the nearest name or description of the same one before it in its sentence, if there is one."""
    token = sentence.tokens[place]
    if token.tag not in PRONOUNS:
        return None
    said = [m for m in entity.mentions if m.form in SAYING and sentence.start <= m.start and m.end <= token.start]
    nearest = max(said, key=lambda m: m.start, default=None)
    return None if nearest is None else sentence.span(find_phrase(sentence, _find_last(sentence, nearest)))


def _find_last(sentence: Sentence, span: Span) -> int:
    return sentence.tokens_in(span).last - 1


def find_side(
    sentence: Sentence, heads: Iterable[int], slots: Sequence[Sequence[str]], predicate: Predicate, cast: Cast
) -> tuple[Party, ...]:
    """The parties at the heads; where nobody stands there, those of the first slots of the entry that have anyone.

    `fired shots at a crowd`: the object comes first among the slots of `fire`, but only the crowd is somebody.
    """
    heads = tuple(heads)
    found = find_parties(sentence, heads, cast)
    tried = set(heads)
    for alternative in () if found else slots:
        named = [slot for slot in alternative if slot not in SETTINGS]
        places = [i for slot in named for i in find_slot(sentence, predicate.head, slot) if i not in tried]
        tried.update(places)
        found = find_parties(sentence, places, cast)
        if found:
            break
    return tuple(p for p in found if _may_suffer(cast.by_id[p.entity or ""]))


def _may_suffer(entity: Entity) -> bool:
    """Whether an act may be done to the entity: a document is no one, nor is a place of no country."""
    return entity.kind != "document" and (entity.kind != "place" or entity.country is not None)


def _find_bearers(sentence: Sentence, head: int, cast: Cast) -> list[int]:
    """The tokens of the phrase that stand for entities: its head, what follows a partitive, its owner."""
    entity = cast.find(sentence.number, head)
    if entity is not None:
        nations = _list_nations(sentence, head, cast) if entity.country is None else []
        nations = nations or _list_apposed(sentence, head, entity, cast)
        return nations if len(nations) > 1 else [head, *_list_homes(sentence, head, entity, cast)]
    token = sentence.tokens[head]
    tied = [p for p in sentence.children_of(head, "prep") if p.lower in TYING or token.lemma in PARTITIVES]
    inner = [t.i for of in tied for t in sentence.children_of(of.i, "pobj")]
    if token.lemma in PARTITIVES or token.pos in {"NUM", "SYM"}:
        spread = [i for first in inner[:1] for i in sentence.conjuncts_of(first)]
        return [found for i in spread for found in _find_bearers(sentence, i, cast)]
    owners = [t.i for t in sentence.children_of(head, "appos", "poss", "amod", "compound", "nmod")]
    makers = (head, *(t.i for t in sentence.children_of(head, "acl") if t.tag == "VBN"))
    owners += [
        t.i
        for maker in makers
        for by in sentence.children_of(maker, "agent")
        for t in sentence.children_of(by.i, "pobj")
    ]
    for group in (owners, inner):
        known = [i for i in group if _is_someone(cast.find(sentence.number, i))]
        if known:
            return known
    return []


def _list_nations(sentence: Sentence, head: int, cast: Cast) -> list[int]:
    """`Peruvian and Chilean negotiators`: the words for the states that a group of no one country is of."""
    near = [t.i for t in sentence.children_of(head, "amod", "compound", "nmod")]
    spread = [i for first in near for i in sentence.conjuncts_of(first)]
    found = {i: cast.find(sentence.number, i) for i in sorted(set(spread))}
    return [i for i, entity in found.items() if entity is not None and entity.kind == "state"]


def _list_apposed(sentence: Sentence, head: int, entity: Entity, cast: Cast) -> list[int]:
    """`old foes Peru and Chile`, `Peru, the proud Chile and Cuba`: those named beside the description or the first."""
    apposed = [i for t in sentence.children_of(head, "appos") for i in sentence.conjuncts_of(t.i)]
    named = [i for i in apposed if (found := cast.find(sentence.number, i)) is not None and found.kind == "state"]
    if entity.kind == "state":
        return [head, *named] if named else []
    return named if entity.kind == "unnamed" else []


def _list_homes(sentence: Sentence, head: int, entity: Entity, cast: Cast) -> list[int]:
    """`the envoys of Peru, Chile and Cuba`: the states after the first, of which the group is too."""
    if entity.kind not in {"unnamed", "group"}:
        return []
    homes = [
        t for p in sentence.children_of(head, "prep") if p.lower in HOMES for t in sentence.children_of(p.i, "pobj")
    ]
    rest = [i for t in homes for i in sentence.conjuncts_of(t.i)[1:]]
    return [i for i in rest if (found := cast.find(sentence.number, i)) is not None and found.kind == "state"]


def _is_someone(entity: Entity | None) -> bool:
    return entity is not None and entity.kind not in {"place", "document"}


def is_political(parties: Sequence[Party], cast: Cast) -> bool:
    """Whether one of the parties is a state, a body of one, an armed or political group, or an international one."""
    return any(_is_political(cast.by_id[p.entity]) for p in parties if p.entity)


def _is_political(entity: Entity) -> bool:
    if entity.kind in POLITICAL_KINDS or entity.country in COUNTRIES_BEYOND:
        return True
    return entity.sector in POLITICAL_SECTORS


def is_actor(party: Party, cast: Cast) -> bool:
    """Whether the entity is one that can act: anything but a place or a document."""
    return party.entity is not None and cast.by_id[party.entity].kind not in {"place", "document"}
