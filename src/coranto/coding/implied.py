"""Who is meant where no slot of the predicate names anyone: read from what stands within or beside the event.

`condemned the attack` blames the attackers; `arrested in Chile` was arrested by Chile; `refused` answers the one who
asked. Each rule takes only a party that the article names for a deed bound to this one: its object, its clause, the
same victim or the same deed told elsewhere. Where none holds, the side stays empty.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from coranto.coding.candidates import Candidate
from coranto.coding.parties import find_parties, is_actor
from coranto.extract.frames.arguments import find_slot
from coranto.model.drafts import Cast
from coranto.model.entity import Party
from coranto.model.sentence import Sentence, Token
from coranto.model.span import Span

HOSTILE = frozenset({"ACCUSE", "ASSAULT", "COERCE", "SANCTION", "REQUEST", "THREATEN", "REJECT"})
"""Types of which someone is all but always the recipient."""
OWNED = HOSTILE | {"SUPPORT"}
"""Types of which the owner of the object is the recipient."""
YIELDING = frozenset({"AGREE", "CONCEDE", "RETREAT"})
"""Types whose recipient, if there is one, often stands within what is agreed or given up."""
DONE = frozenset({"ASSAULT", "COERCE", "SANCTION", "ACCUSE", "PROTEST", "THREATEN", "RETREAT"})
"""Types that passives and nouns report without the one who acts."""
CUSTODY = frozenset({"COERCE", "SANCTION"})
KEEPING = CUSTODY | {"RETREAT"}
"""What the same one does to the same one: arrests, sentences and frees."""
FREEING = frozenset({"release", "free", "freedom", "liberation"})
DEMANDING = frozenset("demand protest denounce oppose condemn call urge press ask decry".split())
"""What those who march or strike do with words."""
CROWDS = ("protesters", "protestors", "demonstrators", "marchers", "strikers", "rioters")
FORCES = frozenset({"MIL", "COP", "REB", "UAF"})
JUDGING = frozenset({"ACCUSE", "REJECT"})
"""Types whose object may be a deed: its doer is the one who is judged."""
VERBAL = frozenset({"AGREE", "REQUEST", "REJECT", "THREATEN"})
"""Types whose complement is an act that would concern someone."""
ASKING = frozenset({"REQUEST", "THREATEN", "AGREE"})
"""Types that someone may answer by refusing."""
STRIKING = frozenset({"ASSAULT", "COERCE"}) | YIELDING
"""Types that are done to a land where no one in it is named."""
LANDS = frozenset({"place", "state"})
NOBODY = frozenset({"place", "document", "outlet"})
POINTING = frozenset({"the", "this", "that", "these", "those"})
EACH = frozenset({"other", "another"})
BESIDE = frozenset("like unlike despite amid after before during since until as without by".split())
"""Prepositions that bring in others than those concerned."""
PLACED = frozenset({"in", "at", "inside"})
WITHIN = ("poss", "amod", "compound", "nmod", "prep", "pobj", "agent", "appos", "acl", "conj")
"""Relations by which the owner of an object, or the doer of a deed, hangs below it."""
DEPTH = 7
NEAR = 2
"""Sentences between a deed and another telling of it, at most."""


@dataclass(frozen=True, slots=True)
class _Scene:
    """A candidate among those of its article."""

    cast: Cast
    candidates: Sequence[Candidate]
    number: int

    @property
    def candidate(self) -> Candidate:
        return self.candidates[self.number]

    @property
    def before(self) -> Sequence[Candidate]:
        """The candidates before it, the nearest first."""
        return self.candidates[: self.number][::-1]

    @property
    def after(self) -> Sequence[Candidate]:
        return self.candidates[self.number + 1 :]

    @property
    def beside(self) -> list[Candidate]:
        """The others of its sentence."""
        return [c for c in (*self.before, *self.after) if c.sentence is self.candidate.sentence]


type _Rule = Callable[[_Scene], tuple[Party, ...]]


def complete_candidates(cast: Cast, candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The candidates with the sides that their surroundings tell, in the same order."""
    done = list(candidates)
    for number, candidate in enumerate(candidates):
        if not candidate.actors:
            rules = ACTOR_RULES if candidate.type in DONE else SLOT_RULES
            done[number] = replace(candidate, actors=_apply(_Scene(cast, done, number), rules, candidate.recipients))
    for number, candidate in enumerate(done):
        if (
            not candidate.recipients
            and candidate.type in OWNED | YIELDING | {"MOBILIZE", "PROTEST"}
            and not _is_mutual(candidate)
        ):
            found = _apply(_Scene(cast, done, number), RECIPIENT_RULES, candidate.actors)
            done[number] = replace(candidate, recipients=found)
    for number, candidate in enumerate(done):
        scene = _Scene(cast, done, number)
        meant = _apply(scene, MEANT_RULES, candidate.actors)
        freed = _list_freed(scene)
        if (meant or freed or _find_deed(scene)) and _list_ids(meant) != _list_ids(candidate.recipients):
            asked = tuple(p for p in candidate.recipients if freed and p not in freed)
            done[number] = replace(candidate, recipients=meant or asked)
    return tuple(done)


def _apply(scene: _Scene, rules: Iterable[_Rule], others: Iterable[Party]) -> tuple[Party, ...]:
    """What the first rule gives that finds someone who is not on the other side; each with the name of that rule."""
    taken = _list_ids(others)
    for rule in rules:
        found = tuple(p for p in rule(scene) if p.entity not in taken)
        if found:
            name = f"implied:{rule.__name__.removeprefix('_')}"
            return tuple(party.model_copy(update={"implied": name}) for party in found)
    return ()


def _blame_doers(scene: _Scene) -> tuple[Party, ...]:
    """`condemned the attack by rebels`, `criticised X's plan to expel envoys`: who did the deed that is judged."""
    candidate = scene.candidate
    if candidate.type in JUDGING:
        inside = {token.i for token in _walk(candidate.sentence, _list_arguments(candidate))}
        for other in scene.beside:
            if other.predicate.head in inside and other.actors:
                return other.actors
    return ()


def _find_deed(scene: _Scene) -> Candidate | None:
    """`condemned the arrest of the monks`: the deed that is the object of a judgement."""
    candidate = scene.candidate
    if candidate.type != "ACCUSE":
        return None
    objects = candidate.predicate.recipients
    nouns = (other for other in scene.beside if other.predicate.entry.pos == "n")
    return next((other for other in nouns if other.predicate.head in objects), None)


def _find_judged(scene: _Scene) -> tuple[Party, ...]:
    """`condemned the arrest of the monks by Chile`: the doer of the deed is blamed, not its victim."""
    deed = _find_deed(scene)
    return deed.actors if deed else ()


def _find_owners(scene: _Scene) -> tuple[Party, ...]:
    """`rejected the proposals of the mediators sent by Chile`: whose the thing is, however deep it stands."""
    candidate = scene.candidate
    if candidate.type not in OWNED:
        return ()
    own = _list_ids(candidate.actors)
    for token in _walk(candidate.sentence, _list_arguments(candidate)):
        found = scene.cast.find(candidate.sentence.number, token.i)
        if found is not None and found.id not in own and found.kind not in NOBODY:
            return find_parties(candidate.sentence, candidate.sentence.conjuncts_of(token.i), scene.cast)
    return ()


def _answer_asker(scene: _Scene) -> tuple[Party, ...]:
    """`X asked Y to leave, but Y refused`: who asked the one that refuses."""
    candidate = scene.candidate
    if candidate.type != "REJECT":
        return ()
    own = _list_ids(candidate.actors)
    for other in scene.before:
        if candidate.sentence.number - other.sentence.number > 1:
            break
        if other.type in ASKING and own & _list_ids(other.recipients):
            return other.actors
    return ()


def _find_keeper(scene: _Scene) -> tuple[Party, ...]:
    """`arrested in Chile`, `held in a Chilean prison`: the state in whose hands someone is."""
    candidate = scene.candidate
    if candidate.type not in CUSTODY:
        return ()
    sentence = candidate.sentence
    for preposition in sentence.children_of(candidate.predicate.head, "prep"):
        if preposition.lower not in PLACED:
            continue
        for token in _walk(sentence, [t.i for t in sentence.children_of(preposition.i, "pobj")]):
            found = scene.cast.find(sentence.number, token.i)
            if found is not None and found.kind == "state":
                return find_parties(sentence, (token.i,), scene.cast)
    return ()


def _share_doer(scene: _Scene) -> tuple[Party, ...]:
    """`the raid`, after `police raided the camp`: who did the same deed as told shortly before."""
    candidate = scene.candidate
    for other in scene.before:
        if candidate.sentence.number - other.sentence.number > NEAR:
            break
        if other.type == candidate.type and other.actors and other.root == candidate.root:
            return other.actors
    return ()


def _find_same_doer(scene: _Scene) -> tuple[Party, ...]:
    """Who does the like to the same one elsewhere in the article, the nearest telling before first."""
    candidate = scene.candidate
    suffering = _list_ids(candidate.recipients)
    for other in (*scene.before, *scene.after):
        alike = other.type == candidate.type or {other.type, candidate.type} <= KEEPING
        if alike and other.actors and suffering & _list_ids(other.recipients):
            return other.actors
    return ()


def _find_land(scene: _Scene) -> tuple[Party, ...]:
    """`struck targets in Aleppo`, `shelled the enclave of Eastern Ghouta`: the land that the target lies in."""
    candidate = scene.candidate
    if candidate.type not in STRIKING:
        return ()
    sentence = candidate.sentence
    for token in _walk(sentence, _list_arguments(candidate)):
        found = scene.cast.find(sentence.number, token.i)
        if found is not None and found.country is not None and found.kind in LANDS:
            return find_parties(sentence, (token.i,), scene.cast)
    return ()


def _find_affected(scene: _Scene) -> tuple[Party, ...]:
    """`refused to lift the ban on Chile`, `threatened to close the border with Peru`: whom the act would concern."""
    candidate = scene.candidate
    if candidate.type not in VERBAL or candidate.predicate.entry.pos != "v":
        return ()
    sentence = candidate.sentence
    own = _list_ids(candidate.actors)
    for token in _walk_content(sentence, candidate.predicate.head):
        found = scene.cast.find(sentence.number, token.i)
        if (
            found is not None
            and found.id not in own
            and (found.kind not in NOBODY or (found.kind == "place" and found.country))
        ):
            return find_parties(sentence, sentence.conjuncts_of(token.i), scene.cast)
    return ()


def _walk_content(sentence: Sentence, head: int) -> Iterator[Token]:
    """What hangs below the verb's complement: its objects, prepositions and what they govern, the nearest first."""
    carriers = (head, *(t.i for t in sentence.children_of(head, "acomp")))
    level = [t for c in carriers for t in sentence.children_of(c, "xcomp", "ccomp", "prep", "dobj")]
    level = [t for t in level if t.dep != "prep" or t.lower not in BESIDE]
    for _ in range(DEPTH + 1):
        yield from level
        level = [
            child
            for token in level
            for child in sentence.children_of(token.i, *WITHIN, "dobj", "xcomp", "pcomp", "dative")
        ]


def _find_releaser(scene: _Scene) -> tuple[Party, ...]:
    """`demanded the release of the miners`: whoever holds them is asked."""
    held = _list_ids(scene.candidate.recipients if _list_freed(scene) else ())
    for other in (*scene.before, *scene.after):
        if other.type in CUSTODY and other.actors and held & _list_ids(other.recipients):
            return other.actors
    return ()


def _list_freed(scene: _Scene) -> tuple[Party, ...]:
    """Recipients of a demand who stand within what is demanded, their own release: nobody asks it of them."""
    candidate = scene.candidate
    if candidate.type != "REQUEST":
        return ()
    sentence, clause = candidate.sentence, candidate.predicate.clause
    inside = [
        sentence.edges[token.i]
        for token in sentence.tokens[clause.first : clause.last]
        if token.lemma in FREEING and token.i != candidate.predicate.head
    ]
    there = {e.id for part in inside for n in range(*part) if (e := scene.cast.find(sentence.number, n)) is not None}
    return tuple(party for party in candidate.recipients if party.entity in there)


def _find_addressee(scene: _Scene) -> tuple[Party, ...]:
    """`at the request of X, Y sent aid`, `Y, under pressure from X`, `Y received the subpoena`: who was asked."""
    candidate = scene.candidate
    sentence, predicate = candidate.sentence, candidate.predicate
    if candidate.type not in ASKING or predicate.entry.pos != "n":
        return ()
    token = sentence.tokens[predicate.head]
    governor = sentence.tokens[token.head]
    if governor.pos == "ADP":
        if governor.lower not in {"at", "under"}:
            return ()
        governor = sentence.tokens[governor.head]
    if governor.pos in {"VERB", "AUX"}:
        return find_parties(sentence, find_slot(sentence, governor.i, "subj"), scene.cast)
    return find_parties(sentence, (governor.i,), scene.cast) if token.dep == "pobj" else ()


def _find_told_doer(scene: _Scene) -> tuple[Party, ...]:
    """`condemned the attack`: the deed that the article told last of the kind is meant, and who did it."""
    candidate = scene.candidate
    head = candidate.predicate.head
    pointing = any(t.lower in POINTING for t in candidate.sentence.children_of(head, "det"))
    beside = candidate.sentence.children_of(head)
    told_apart = any(t.dep in {"compound", "nmod", "poss", "relcl"} or t.label or t.lower == "of" for t in beside)
    if candidate.predicate.entry.pos == "n" and pointing and not told_apart and candidate.type != "PROTEST":
        for other in scene.before:
            if other.type == candidate.type and other.actors:
                return other.actors
    return ()


def _find_common_keeper(scene: _Scene) -> tuple[Party, ...]:
    """Where all whom the article tells to be held are held by one: it holds this one too."""
    if scene.candidate.type not in CUSTODY:
        return ()
    keepers = {c.actors[0].entity: c.actors for c in (*scene.before, *scene.after) if c.type in CUSTODY and c.actors}
    keeper = next(iter(keepers.values()), ())
    known = scene.cast.by_id.get(keeper[0].entity or "") if len(keepers) == 1 else None
    return keeper if known is not None and known.kind == "state" else ()


def _try_slots(scene: _Scene) -> tuple[Party, ...]:
    """Who stands in the other slots of the entry, where nobody stood in the first that was filled."""
    candidate = scene.candidate
    predicate, sentence = candidate.predicate, candidate.sentence
    tried = set(predicate.actors)
    for alternative in predicate.entry.actor:
        slots = [slot for slot in alternative if slot != "subj" or predicate.light is not None]
        heads = [i for slot in slots for i in find_slot(sentence, predicate.head, slot) if i not in tried]
        tried.update(heads)
        found = tuple(p for p in find_parties(sentence, heads, scene.cast) if is_actor(p, scene.cast))
        if found:
            return found
    return ()


def _move_oneself(scene: _Scene) -> tuple[Party, ...]:
    """`troops were stationed in the capital`, `our troops there`: forces that are moved are those that act."""
    candidate = scene.candidate
    if candidate.type != "MOBILIZE":
        return ()
    heads = (candidate.predicate.head, *find_slot(candidate.sentence, candidate.predicate.head, "obj"))
    found = find_parties(candidate.sentence, heads, scene.cast)
    return tuple(p for p in found if p.entity and scene.cast.by_id[p.entity].sector in FORCES)


def _find_addressed(scene: _Scene) -> tuple[Party, ...]:
    """`marched to demand reforms from the senate`: of whom a protest wants something."""
    candidate = scene.candidate
    sentence = candidate.sentence
    if candidate.type != "PROTEST":
        return ()
    own = _list_ids(candidate.actors)
    verbs = [t for t in sentence.children_of(candidate.predicate.head, "advcl", "xcomp", "acl") if t.lemma in DEMANDING]
    for token in _walk_content(sentence, verbs[0].i) if verbs else ():
        found = scene.cast.find(sentence.number, token.i)
        if found is not None and found.id not in own and found.kind not in NOBODY:
            return find_parties(sentence, (token.i,), scene.cast)
    return ()


def _find_crowd(scene: _Scene) -> tuple[Party, ...]:
    """`the protests`, where the article knows one crowd of protesters: they are the ones."""
    candidate = scene.candidate
    if candidate.type != "PROTEST":
        return ()
    crowds = [e for e in scene.cast.entities if e.kind in {"group", "unnamed"} and e.name.lower().endswith(CROWDS)]
    if len(crowds) != 1:
        return ()
    said = min(crowds[0].mentions, key=lambda m: abs(m.start - candidate.trigger.start), default=None)
    return (
        () if said is None else (Party(entity=crowds[0].id, span=Span(start=said.start, end=said.end, text=said.text)),)
    )


MEANT_RULES: tuple[_Rule, ...] = (_find_judged, _find_releaser)
"""Rules whose finding stands in place of what the slots name."""
SLOT_RULES: tuple[_Rule, ...] = (_try_slots, _move_oneself, _find_told_doer)
ACTOR_RULES: tuple[_Rule, ...] = (
    _try_slots,
    _find_keeper,
    _share_doer,
    _find_same_doer,
    _find_told_doer,
    _find_common_keeper,
    _find_crowd,
)
RECIPIENT_RULES: tuple[_Rule, ...] = (
    _blame_doers,
    _find_owners,
    _answer_asker,
    _find_addressee,
    _find_affected,
    _find_addressed,
    _find_land,
)


def _list_arguments(candidate: Candidate) -> list[int]:
    """The heads of all phrases in the slots of the recipient, and of the verb's objects and complements."""
    predicate, sentence = candidate.predicate, candidate.sentence
    slots = [slot for alternative in predicate.entry.recipient for slot in alternative] or ["obj"]
    heads = [i for slot in slots for i in find_slot(sentence, predicate.head, slot)]
    with_means = candidate.type == "ASSAULT" and any(c.slot == "obj" for c in predicate.entry.constraints)
    heads += [t.i for t in sentence.children_of(predicate.head, "ccomp", "xcomp", *(() if with_means else ("dobj",)))]
    return list(dict.fromkeys(i for i in heads if i != predicate.head))


def _walk(sentence: Sentence, heads: Iterable[int]) -> Iterator[Token]:
    """The heads and what hangs below them by the relations of owners and doers, the nearest first."""
    level = [sentence.tokens[i] for i in heads]
    for _ in range(DEPTH):
        yield from level
        level = [child for token in level for child in sentence.children_of(token.i, *WITHIN)]


def _is_mutual(candidate: Candidate) -> bool:
    """Whether those who act do it to each other."""
    tokens = candidate.sentence.tokens
    return candidate.predicate.entry.symmetric or any(tokens[i].lower in EACH for i in candidate.predicate.recipients)


def _list_ids(parties: Iterable[Party]) -> set[str | None]:
    return {party.entity for party in parties}
