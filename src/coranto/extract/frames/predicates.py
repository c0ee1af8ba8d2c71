"""Words that may report an event, matched against the lexicon, with the phrases in their argument slots."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from coranto.extract.frames.arguments import find_clause, find_governor, find_object, find_slot
from coranto.extract.frames.entries import find_word, is_verb, list_entries, match_entry
from coranto.extract.frames.lexicon import Control, Entry, Lexicon, Light, load_predicates
from coranto.model.event import EventType
from coranto.model.sentence import Sentence, Token
from coranto.model.span import Range

SMALL = frozenset({"DET", "ADJ", "ADV", "PART", "NUM"})
NOUNS = frozenset({"NOUN", "PROPN"})
VERBAL = frozenset({"AGREE", "REQUEST", "REJECT", "THREATEN"})
"""Types whose content may itself read as an event (`threatened to expel`): the content is not a second one."""
VOWS = frozenset({"vow", "pledge", "promise", "warn", "swear"})
HOSTILE = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE"})
"""What is vowed makes the vow a threat (`vowed to retaliate`)."""
SAYING = frozenset(
    "comment say tell answer respond speak elaborate discuss give identify name specify explain be".split()
)
DOERS = frozenset(
    "bomber attacker gunman rioter protester demonstrator striker hijacker kidnapper raider looter marcher mob".split()
)
"""Event nouns that name those who act, and not the deed alone."""
ASKING = frozenset({"REQUEST", "ACCUSE"})
"""Types whose recipient may stand as the subject of the complement (`asked that Iran release`)."""

SWALLOWED = "part of the words of another predicate"
CARRIED = "its verb reports the same event"
TOPIC = "the topic of a protest"


@dataclass(frozen=True, slots=True)
class Predicate:
    """A trigger that the lexicon knows, with the head tokens of its actors and recipients."""

    sentence: int
    head: int
    trigger: Range
    clause: Range
    entry: Entry
    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    light: int | None = None
    content: tuple[str, ...] = ()
    effects: tuple[str, ...] = ()
    swallowed: tuple[int, ...] = ()
    inside: EventType | None = None
    """The type of the event that this one is the content of: what is asked, promised, refused or threatened."""


def find_predicates(sentences: Sequence[Sentence]) -> tuple[Predicate, ...]:
    """Every event predicate of the sentences, in order; words that are part of another one are left out."""
    lexicon = load_predicates()
    return tuple(p for sentence in sentences for p in settle_sentence(sentence, lexicon).predicates)


class Settled(NamedTuple):
    """The predicates of a sentence, and why other words that the lexicon knows are none, by token."""

    predicates: tuple[Predicate, ...]
    dropped: dict[int, str]


def settle_sentence(sentence: Sentence, lexicon: Lexicon) -> Settled:
    """The predicates of a sentence after light verbs, control verbs and contents are fitted together."""
    candidates = [p for token in sentence.tokens if (p := match_token(sentence, token, lexicon)) is not None]
    candidates += [again for p in candidates for again in _match_ellipses(sentence, p)]
    return _settle(sentence, candidates, lexicon)


def match_token(sentence: Sentence, token: Token, lexicon: Lexicon) -> Predicate | None:
    """The heaviest entry that holds at the token; none where that is one of the everyday phrases without a type.

    Of equally heavy ones (`meet with`, `meet in`) the one whose slots find more sides counts.
    """
    best: Predicate | None = None
    for entry in list_entries(token, lexicon):
        if best is not None and (entry.weight < best.entry.weight or entry.loose != best.entry.loose):
            break
        used = match_entry(sentence, token, entry)
        if used is None:
            continue
        if entry.type is None:
            return best
        made = _make_predicate(sentence, token, entry, used)
        if best is None or _count_filled(made) > _count_filled(best):
            best = made
    return best


def _match_ellipses(sentence: Sentence, noun: Predicate) -> list[Predicate]:
    """`A meeting with the president and another with the general`: the entry holds again."""
    if noun.entry.pos != "n":
        return []
    found = []
    for other in sentence.conjuncts_of(noun.head)[1:]:
        token = sentence.tokens[other]
        if token.lemma in {"another", "one", "other"}:
            made = _make_predicate(sentence, token, noun.entry, ())
            found.append(replace(made, light=noun.light, actors=made.actors or noun.actors))
    return found


def _count_filled(predicate: Predicate) -> int:
    return len(predicate.actors) + len(predicate.recipients)


def _make_predicate(sentence: Sentence, token: Token, entry: Entry, used: tuple[int, ...]) -> Predicate:
    actors = _fill_slots(sentence, token.i, entry.actor)
    recipients = _fill_slots(sentence, token.i, entry.recipient)
    if not recipients and entry.recipient and entry.pos == "v" and entry.type in ASKING:
        recipients = find_slot(sentence, token.i, "comp-subj")
    return Predicate(
        sentence=sentence.number,
        head=token.i,
        trigger=_find_trigger(sentence, token.i, used),
        clause=find_clause(sentence, token.i),
        entry=entry,
        actors=tuple(i for i in actors if i not in recipients),
        recipients=recipients,
        light=find_governor(sentence, token.i) if entry.pos == "n" else None,
        swallowed=tuple(i for i in used if sentence.tokens[i].pos in NOUNS),
    )


def _find_trigger(sentence: Sentence, head: int, used: tuple[int, ...]) -> Range:
    """The head with the words that its entry used, as far as only small words stand between them."""
    first, last = head, head + 1
    used = tuple(i for i in used if not sentence.tokens[i].label)
    for place in sorted(i for i in used if i > head):
        if any(sentence.tokens[i].pos not in SMALL for i in range(last, place)):
            break
        last = place + 1
    for place in sorted((i for i in used if i < head and sentence.tokens[head].pos != "VERB"), reverse=True):
        if any(sentence.tokens[i].pos not in SMALL for i in range(place + 1, first)):
            break
        first = place
    return Range(first, last)


def _fill_slots(sentence: Sentence, head: int, slots: tuple[tuple[str, ...], ...]) -> tuple[int, ...]:
    """The first alternative that has anyone; all slots of one alternative are collected."""
    for alternative in slots:
        found = [i for slot in alternative for i in find_slot(sentence, head, slot)]
        if found:
            return tuple(dict.fromkeys(found))
    return ()


def _settle(sentence: Sentence, candidates: list[Predicate], lexicon: Lexicon) -> Settled:
    """Fit light verbs, control verbs and contents together, so that one event has one predicate."""
    by_head = {p.head: p for p in candidates}
    used = [(i, p) for p in candidates for i in p.swallowed if i in by_head]
    gone = {i: SWALLOWED for i, p in used if by_head[i].entry.loose >= p.entry.loose}
    for p in candidates:
        if p.head in gone:
            continue
        if p.entry.pos == "n":
            by_head[p.head] = _fit_light_verb(sentence, p, lexicon)
    for p in list(by_head.values()):
        if p.head not in gone and p.entry.type in VERBAL and not p.entry.loose:
            content = _find_content(sentence, p, by_head)
            for inner in content:
                by_head[inner.head] = replace(by_head[inner.head], inside=p.entry.type)
            if content:
                by_head[p.head] = _take_content(by_head[p.head], content)
    for token in sentence.tokens:
        control = find_control(sentence, token, lexicon) if is_verb(token) else None
        known = by_head.get(token.i)
        if control is not None and (known is None or known.entry.loose or control.type is None):
            _apply_control(sentence, token, control, by_head)
    _merge_carriers(sentence, by_head, gone)
    for p in list(by_head.values()):
        if p.entry.pos == "n" and p.entry.type == "CONSULT":
            by_head[p.head] = _share_owner(sentence, p, by_head)
    topics = (i for i, p in by_head.items() if p.entry.type == "REQUEST" and _serves_protest(sentence, i, by_head))
    gone.update(dict.fromkeys(topics, TOPIC))
    return Settled(tuple(by_head[i] for i in sorted(by_head) if i not in gone), gone)


def _fit_light_verb(sentence: Sentence, noun: Predicate, lexicon: Lexicon) -> Predicate:
    """Let the verb that carries the noun say who acts: `suffered an attack` turns the roles round."""
    if noun.light is None:
        return noun
    light = find_light(sentence, sentence.tokens[noun.light], lexicon)
    subjects = find_slot(sentence, noun.light, "subj")
    if light is None:
        own = tuple(tuple(s for s in slots if s != "subj") for slots in noun.entry.actor)
        return replace(noun, actors=_fill_slots(sentence, noun.head, tuple(s for s in own if s)), light=None)
    effects = (*noun.effects, light.effect) if light.effect else noun.effects
    if light.subject == "recipient" and subjects:
        actors = tuple(i for i in noun.actors if i not in subjects)
        return replace(noun, actors=actors, recipients=subjects, effects=effects)
    return replace(noun, effects=effects)


def find_light(sentence: Sentence, verb: Token, lexicon: Lexicon) -> Light | None:
    """The line of light.tsv that holds at the verb, the one with most words first."""
    for light in lexicon.light.get(verb.lemma, ()):
        if all(find_word(sentence, verb, word) is not None for word in light.words):
            return light
    return None


def find_control(sentence: Sentence, verb: Token, lexicon: Lexicon) -> Control | None:
    """The line of control.tsv that holds at the verb, the one with most words first."""
    for control in lexicon.control.get(verb.lemma, ()):
        if all(find_word(sentence, verb, word) is not None for word in control.words):
            return control
    return None


def _find_content(sentence: Sentence, outer: Predicate, by_head: dict[int, Predicate]) -> list[Predicate]:
    """Predicates that are what is agreed, asked, refused or threatened: objects and complements of the outer one."""
    places = {c.i for c in _list_complements(sentence, outer.head, "dobj", "xcomp", "ccomp", "acl")}
    for prep in sentence.children_of(outer.head, "prep"):
        places.update(t.i for t in sentence.children_of(prep.i, "pobj", "pcomp"))
    places.update(i for i in find_object(sentence, outer.head) if outer.entry.pos == "v")
    if outer.light is not None:
        places.update(c.i for c in sentence.children_of(outer.light, "xcomp"))
    places |= {i for place in places for i in sentence.conjuncts_of(place)}
    deeper = {c.i for place in places for c in sentence.children_of(place, "dobj", "xcomp")}
    return [by_head[i] for i in sorted(places | deeper) if i in by_head and i != outer.head]


def _take_content(outer: Predicate, content: list[Predicate]) -> Predicate:
    recipients = outer.recipients
    mentioned = {c.head for c in content}
    if not recipients or set(recipients) <= mentioned:
        others = [
            i for c in content for i in (*c.recipients, *c.actors) if i not in outer.actors and i not in mentioned
        ]
        recipients = tuple(dict.fromkeys(others))
    types = tuple(c.entry.type for c in content if c.entry.type)
    entry = outer.entry
    if entry.head in VOWS and HOSTILE & set(types):
        entry = replace(entry, type="THREATEN", modes=())
    return replace(outer, entry=entry, recipients=recipients, content=types)


def _apply_control(sentence: Sentence, verb: Token, control: Control, by_head: dict[int, Predicate]) -> None:
    """Let a matrix verb act on its complement: aspect and attempt mark it, the others make it their content."""
    places = []
    for child in _list_complements(sentence, verb.i, "xcomp", "ccomp", "dobj", "prep"):
        if child.dep == "prep":
            places += [t.i for t in sentence.children_of(child.i, "pcomp")]
        elif child.dep != "dobj" or control.type is None:
            places.append(child.i)
    inner = [by_head[i] for place in places for i in sentence.conjuncts_of(place) if i in by_head]
    if control.type is None:
        for predicate in inner:
            if control.effect:
                by_head[predicate.head] = replace(predicate, effects=(*predicate.effects, control.effect))
        return
    if not any(_is_act(sentence, t) for t in _list_complements(sentence, verb.i, "xcomp", "ccomp")):
        return
    entry = _make_control_entry(control)
    outer = _make_predicate(sentence, verb, entry, ())
    for predicate in inner:
        by_head[predicate.head] = replace(predicate, inside=entry.type)
    by_head[verb.i] = _take_content(outer, inner) if inner else outer


def _list_complements(sentence: Sentence, verb: int, *deps: str) -> list[Token]:
    """The verb's dependents of these kinds, and those of its adjective: `is willing to leave`."""
    carriers = (verb, *(t.i for t in sentence.children_of(verb, "acomp")))
    return [child for carrier in carriers for child in sentence.children_of(carrier, *deps)]


def _is_act(sentence: Sentence, clause: Token) -> bool:
    """Whether the complement is an act to be done (`told them to leave`), no mere saying (`to comment`)."""
    return clause.lemma not in SAYING and any(t.tag == "TO" for t in sentence.children_of(clause.i, "aux"))


def _make_control_entry(control: Control) -> Entry:
    """The lexicon entry that a control verb amounts to where its complement is there."""
    return Entry(
        predicate=control.verb,
        head=control.head,
        pos="v",
        words=control.words,
        constraints=(),
        type=control.type,
        modes=(),
        contexts=(),
        actor=(("subj",),),
        recipient=(("obj",), ("comp-subj",)) if control.performer == "obj" else (),
        political=True,
        weak=False,
        rule=f"predicates/control:{control.verb}",
    )


def _share_owner(sentence: Sentence, noun: Predicate, by_head: dict[int, Predicate]) -> Predicate:
    """`His meeting with X was followed by one with Y`: whose meeting the first was, theirs is the second."""
    partners = set(find_slot(sentence, noun.head, "with"))
    if not set(noun.actors) <= partners:
        return noun
    verb = next((t for t in sentence.ancestors_of(noun.head) if t.pos == "VERB"), None)
    for subject in sentence.children_of(verb.i, "nsubj", "nsubjpass") if verb else ():
        first = by_head.get(subject.i)
        if first is not None and first.head != noun.head and first.entry.type == noun.entry.type:
            owners = [i for i in first.actors if i not in find_slot(sentence, first.head, "with")]
            return replace(noun, actors=tuple(dict.fromkeys([*owners, *noun.actors])))
    return noun


def _serves_protest(sentence: Sentence, head: int, by_head: dict[int, Predicate]) -> bool:
    """`Workers marched to demand higher pay`: the topic of a protest is no event of its own (manual, PROTEST)."""
    token = sentence.tokens[head]
    protest = by_head.get(token.head)
    return token.dep in {"advcl", "xcomp", "acl"} and protest is not None and protest.entry.type == "PROTEST"


def _merge_carriers(sentence: Sentence, by_head: dict[int, Predicate], gone: dict[int, str]) -> None:
    """`The attack killed 12`: the noun and its verb report one event when they are of one type."""
    for head, noun in list(by_head.items()):
        if noun.entry.pos != "n" or head in gone:
            continue
        token = sentence.tokens[head]
        verb = by_head.get(token.head)
        if verb is None or verb.head in gone or verb.entry.pos != "v" or verb.entry.type != noun.entry.type:
            continue
        if verb.entry.loose and not noun.entry.loose:
            gone[verb.head] = CARRIED
            continue
        if token.dep in {"nsubj", "dobj"} or (token.dep == "pobj" and verb.entry.type == noun.entry.type):
            actors = tuple(i for i in verb.actors if i != head or token.lemma in DOERS) or noun.actors
            by_head[verb.head] = replace(
                verb, actors=actors, recipients=tuple(i for i in verb.recipients if i != head) or noun.recipients
            )
            gone[head] = CARRIED
