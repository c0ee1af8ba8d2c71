"""The verbs and event nouns that tell of events: what `resources/predicates` holds, read and checked.

`docs/add_a_verb.md` describes the columns; `coding.codebook` says what types, modes and contexts mean.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast, get_args

from coranto.errors import CorantoError
from coranto.model.event import EventType
from coranto.resources import list_resources, read_tsv, read_yaml

type Slots = tuple[str, ...]
"""Slots whose phrases are taken together, such as `("subj", "with")`."""

FOLDER = "predicates"
NONE = "none"
"""The file of everyday phrases that look like events and are none; its entries have no type."""

POS = ("v", "n", "a")
ALSO = frozenset({"political", "weak", "loose"})
PREPOSITIONS = frozenset(
    "about across after against along alongside amid among around as at atop before behind between beyond by during "
    "for from in inside into near of off on onto out outside over past through throughout to toward towards under unto "
    "up upon via with within without".split()
)
ARGUMENTS = frozenset({"subj", "obj", "iobj", "comp-subj", "poss", "whose"}) | PREPOSITIONS
CONSTRAINED = frozenset({"subj", "obj", "iobj", "poss", "mod", "adv"}) | PREPOSITIONS
"""Slots that a constraint may name: besides the arguments, `mod` (any modifier of a noun: adjective, compound or
possessive) and `adv` (an adverb of a verb)."""

Effect = Literal["", "future", "possible", "attempt", "negative", "begin", "continue", "end", "cause"]


@dataclass(frozen=True, slots=True)
class Constraint:
    """One of the lemmas must (or, negated, must not) head the phrase in the slot; an empty slot meets a negation.

    Lemmas are lower case; capitals stand for a label of the parser's name finder, such as GPE.
    """

    slot: str
    lemmas: frozenset[str]
    negated: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the lexicon. `words` must be attached to the head; `type` is None where the phrase is no event.

    `actor` and `recipient` list alternatives, to be tried in order; the slots of one alternative are taken together.
    """

    predicate: str
    head: str
    pos: str
    words: tuple[str, ...]
    constraints: tuple[Constraint, ...]
    type: EventType | None
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    actor: tuple[Slots, ...]
    recipient: tuple[Slots, ...]
    political: bool
    weak: bool
    rule: str
    loose: bool = False

    @property
    def symmetric(self) -> bool:
        """Whether all who take part are actors, as in a meeting of equals."""
        return not self.recipient and any(len(slots) > 1 for slots in self.actor)

    @property
    def weight(self) -> int:
        """How much the entry asks for; of two that match, the heavier one counts."""
        return sum(1 if c.negated else 2 for c in self.constraints) + 2 * len(self.words)


@dataclass(frozen=True, slots=True)
class Light:
    """A verb that lends its subject to an event noun: `hold talks`, `suffer an attack`."""

    verb: str
    head: str
    words: tuple[str, ...]
    subject: Literal["actor", "recipient"]
    effect: Effect


@dataclass(frozen=True, slots=True)
class Control:
    """A verb with a complement that tells of an act: `threaten to attack`, `urged X to withdraw`, `plan to meet`.

    `type` is what the whole becomes (None: the complement keeps its own); `performer` is whose act the complement is.
    """

    verb: str
    head: str
    words: tuple[str, ...]
    type: EventType | None
    effect: Effect
    performer: Literal["subj", "obj"]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All entries by head lemma (lower case), the most constrained first."""

    verbs: dict[str, tuple[Entry, ...]]
    nouns: dict[str, tuple[Entry, ...]]
    adjectives: dict[str, tuple[Entry, ...]]
    light: dict[str, tuple[Light, ...]]
    control: dict[str, tuple[Control, ...]]

    def list_entries(self) -> tuple[Entry, ...]:
        """Every entry, verbs first, in order of head."""
        tables = (self.verbs, self.nouns, self.adjectives)
        return tuple(entry for table in tables for head in sorted(table) for entry in table[head])


@cache
def load_classes() -> dict[str, frozenset[str]]:
    """The word classes of `classes.yaml` by name; a class may take in others as `@name`."""
    written: dict[str, str] = {
        name: words for name, words in read_yaml(f"{FOLDER}/classes.yaml").items() if name != "source"
    }
    done: dict[str, frozenset[str]] = {}

    def expand(name: str, above: tuple[str, ...]) -> frozenset[str]:
        if name in done:
            return done[name]
        if name not in written or name in above:
            raise CorantoError(f"predicates/classes.yaml: class @{name} is unknown or holds itself")
        words = written[name].split()
        inner = [expand(word[1:], (*above, name)) for word in words if word.startswith("@")]
        done[name] = frozenset(word.replace("_", " ") for word in words if word[0] != "@").union(*inner)
        return done[name]

    return {name: expand(name, ()) for name in written}


@cache
def load_predicates() -> Lexicon:
    """The whole lexicon, read once. Raises CorantoError on a row that says what the columns do not allow."""
    tables: dict[str, dict[str, list[Entry]]] = {pos: defaultdict(list) for pos in POS}
    for name in list_resources(FOLDER, ".tsv"):
        stem = name.removeprefix(f"{FOLDER}/").removesuffix(".tsv")
        if stem in ("light", "control"):
            continue
        if stem != NONE and stem.upper() not in get_args(EventType):
            raise CorantoError(f"{name}: no event type is called {stem.upper()}; name the file after one")
        for row in read_tsv(name):
            entry = _read_entry(row, stem)
            tables[entry.pos][entry.head].append(entry)
    verbs, nouns, adjectives = ({head: _rank(found) for head, found in tables[pos].items()} for pos in POS)
    return Lexicon(verbs, nouns, adjectives, _load_light(), _load_control())


def parse_predicate(text: str) -> tuple[str, tuple[str, ...], tuple[Constraint, ...]]:
    """The head, further words and constraints of a predicate such as `open obj:fire on`."""
    head, *rest = text.split(" ")
    words = tuple(part for part in rest if ":" not in part)
    if not head or ":" in head or not all(words):
        raise CorantoError("a predicate starts with its head lemma, and single spaces stand between its parts")
    return head, words, tuple(_read_constraint(part) for part in rest if ":" in part)


@cache
def _read_constraint(part: str) -> Constraint:
    slot, _, listed = part.removeprefix("!").partition(":")
    if slot not in CONSTRAINED:
        raise CorantoError(f"a constraint names an unknown slot {slot!r}")
    return Constraint(slot, _read_lemmas(listed), part.startswith("!"))


@cache
def _read_lemmas(listed: str) -> frozenset[str]:
    classes = load_classes()
    lemmas: set[str] = set()
    for word in listed.split("|"):
        if word.startswith("@") and word[1:] not in classes:
            raise CorantoError(f"no class {word} in classes.yaml")
        lemmas |= classes[word[1:]] if word.startswith("@") else {word.replace("_", " ")}
    if "" in lemmas:
        raise CorantoError("a constraint lists no lemma")
    return frozenset(lemmas)


@cache
def _read_slots(text: str) -> tuple[Slots, ...]:
    if not text:
        return ()
    alternatives = tuple(tuple(part.split("+")) for part in text.split("|"))
    for slot in (slot for slots in alternatives for slot in slots):
        if slot not in ARGUMENTS:
            raise CorantoError(f"an argument names an unknown slot {slot!r}")
    return alternatives


def _read_entry(row: dict[str, str], stem: str) -> Entry:
    predicate, pos = row["predicate"], row["pos"]
    rule = f"{FOLDER}/{stem}:{predicate}" + ("" if pos == "v" else f"/{pos}")
    also = frozenset(_split(row["also"]))
    if pos not in POS:
        raise CorantoError(f"{rule}: the part of speech is one of {', '.join(POS)}, not {pos!r}")
    if not also <= ALSO:
        raise CorantoError(f"{rule}: the last column knows {', '.join(sorted(ALSO))}, not {row['also']!r}")
    try:
        head, words, constraints = parse_predicate(predicate)
        actor, recipient = _read_slots(row["actor"]), _read_slots(row["recipient"])
    except CorantoError as error:
        raise CorantoError(f"{rule}: {error}") from error
    return Entry(
        predicate=predicate,
        head=head,
        pos=pos,
        words=words,
        constraints=constraints,
        type=None if stem == NONE else cast("EventType", stem.upper()),
        modes=_split(row["mode"]),
        contexts=_split(row["contexts"]),
        actor=actor,
        recipient=recipient,
        political="political" in also,
        weak="weak" in also,
        rule=rule,
        loose="loose" in also,
    )


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(",")) if cell else ()


def _rank(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    # Loose ones come last; of equal weights everyday phrases come first; the rest stay in the order of the files.
    return tuple(sorted(entries, key=lambda entry: (entry.loose, -entry.weight, entry.type is not None)))


def _load_light() -> dict[str, tuple[Light, ...]]:
    found: dict[str, list[Light]] = defaultdict(list)
    for row in read_tsv(f"{FOLDER}/light.tsv"):
        rule = f"{FOLDER}/light:{row['verb']}"
        head, words, _ = parse_predicate(row["verb"])
        if row["subject"] not in ("actor", "recipient"):
            raise CorantoError(f"{rule}: the subject is `actor` or `recipient`, not {row['subject']!r}")
        subject = cast("Literal['actor', 'recipient']", row["subject"])
        found[head].append(Light(row["verb"], head, words, subject, _read_effect(row["effect"], rule)))
    return {head: tuple(sorted(rows, key=lambda light: -len(light.words))) for head, rows in found.items()}


def _load_control() -> dict[str, tuple[Control, ...]]:
    found: dict[str, list[Control]] = defaultdict(list)
    for row in read_tsv(f"{FOLDER}/control.tsv"):
        rule = f"{FOLDER}/control:{row['verb']}"
        head, words, _ = parse_predicate(row["verb"])
        if row["type"] and row["type"] not in get_args(EventType):
            raise CorantoError(f"{rule}: no event type is called {row['type']}")
        if row["performer"] not in ("subj", "obj"):
            raise CorantoError(f"{rule}: the performer is `subj` or `obj`, not {row['performer']!r}")
        found[head].append(
            Control(
                verb=row["verb"],
                head=head,
                words=words,
                type=cast("EventType", row["type"]) if row["type"] else None,
                effect=_read_effect(row["effect"], rule),
                performer=cast("Literal['subj', 'obj']", row["performer"]),
            )
        )
    return {head: tuple(sorted(rows, key=lambda control: -len(control.words))) for head, rows in found.items()}


def _read_effect(text: str, rule: str) -> Effect:
    if text not in get_args(Effect):
        raise CorantoError(f"{rule}: no effect is called {text!r}")
    return cast("Effect", text)
