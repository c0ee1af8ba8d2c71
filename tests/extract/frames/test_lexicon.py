from collections import Counter, defaultdict
from typing import get_args

import pytest

from coranto.errors import CorantoError
from coranto.extract.frames import lexicon
from coranto.extract.frames.lexicon import CONSTRAINED, load_classes, load_predicates, parse_predicate
from coranto.model.event import EventType
from coranto.resources import list_resources, read_tsv, read_yaml

BOOK = read_yaml("codebook/plover.yaml")["types"]
CONTEXTS = set(read_yaml("codebook/contexts.yaml")["contexts"])
ENTRIES = load_predicates().list_entries()


def test_every_type_is_well_covered():
    counts = Counter(entry.type for entry in ENTRIES)
    assert sum(counts[name] for name in get_args(EventType)) >= 4000
    assert all(counts[name] >= 100 for name in get_args(EventType)), counts


def test_modes_and_contexts_are_those_of_the_codebook():
    for entry in ENTRIES:
        if entry.type is None:
            assert (entry.modes, entry.contexts, entry.actor, entry.recipient) == ((), (), (), ()), entry.rule
            continue
        assert set(entry.modes) <= set(BOOK[entry.type].get("modes") or {}), entry.rule
        assert set(entry.contexts) <= CONTEXTS, entry.rule


def test_no_two_lines_say_the_same_of_one_predicate():
    seen = defaultdict(list)
    for entry in ENTRIES:
        seen[entry.head, entry.pos, frozenset(entry.words), frozenset(entry.constraints)].append(entry.rule)
    assert [rules for rules in seen.values() if len(rules) > 1] == []


def test_heads_and_words_are_single_lower_case_lemmas():
    for entry in ENTRIES:
        for word in (entry.head, *entry.words):
            assert word == word.lower(), entry.rule
            assert not set(word) & set("_|/@:; "), entry.rule


def test_every_class_is_used():
    text = "\n".join(row["predicate"] for name in _predicate_files() for row in read_tsv(name))
    text += "\n".join(str(words) for words in read_yaml("predicates/classes.yaml").values())
    assert [name for name in load_classes() if f"@{name}" not in text] == []


def test_every_type_has_verbs_and_nouns():
    kinds = {(entry.type, entry.pos) for entry in ENTRIES}
    assert all({(name, "v"), (name, "n")} <= kinds for name in get_args(EventType))


def test_types_that_need_a_recipient_mostly_say_where_it_stands():
    for name in ("AID", "SANCTION"):
        entries = [entry for entry in ENTRIES if entry.type == name]
        assert sum(bool(entry.recipient) for entry in entries) > 0.85 * len(entries)


@pytest.mark.parametrize(
    ("head", "pos", "first"),
    [
        ("kill", "v", "kill in:"),
        ("open", "v", "open obj:fire"),
        ("crack", "v", "crack down"),
    ],
)
def test_more_constrained_entries_stand_first(head, pos, first):
    entries = {"v": load_predicates().verbs, "n": load_predicates().nouns}[pos][head]
    ranks = [(not entry.loose, entry.weight) for entry in entries]
    assert ranks == sorted(ranks, reverse=True)
    assert any(entry.predicate.startswith(first) for entry in entries)


def test_parses_words_and_constraints():
    head, words, constraints = parse_predicate("cut off obj:@relations|talk !subj:power")
    assert (head, words) == ("cut", ("off",))
    cut, power = constraints
    assert cut.slot == "obj"
    assert {"tie", "relation", "talk"} <= cut.lemmas
    assert not cut.negated
    assert (power.slot, power.lemmas, power.negated) == ("subj", frozenset({"power"}), True)


def test_visits_have_the_visitor_as_actor_and_the_host_as_recipient():
    verbs = load_predicates().verbs
    visit = next(e for e in verbs["visit"] if e.type == "CONSULT" and e.actor)
    host = next(e for e in verbs["host"] if e.type == "CONSULT" and e.modes == ("visit",))
    assert visit.actor == (("subj",),)
    assert host.actor == (("obj",),)
    assert host.recipient == (("subj",),)


def test_equals_are_all_actors():
    with_ = next(e for e in load_predicates().verbs["meet"] if e.predicate == "meet with")
    assert with_.symmetric
    assert with_.actor == (("subj", "with"),)


def test_rules_name_the_line():
    rules = [entry.rule for entry in ENTRIES]
    assert len(rules) == len(set(rules))
    assert "predicates/accuse:accuse" in rules


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"pos": "x"}, "part of speech"),
        ({"predicate": "hit obj:@nothing"}, "no class @nothing"),
        ({"predicate": "hit ojb:man"}, "unknown slot 'ojb'"),
        ({"predicate": "hit  hard"}, "single spaces"),
        ({"predicate": "hit obj:"}, "lists no lemma"),
        ({"actor": "subject"}, "unknown slot 'subject'"),
        ({"also": "strong"}, "last column"),
    ],
)
def test_a_bad_line_is_named(row, message):
    full = {"predicate": "hit", "pos": "v", "mode": "", "contexts": "", "actor": "subj", "recipient": "obj", "also": ""}
    with pytest.raises(CorantoError, match=message) as caught:
        lexicon._read_entry(full | row, "assault")
    assert str(caught.value).startswith("predicates/assault:hit")


def test_light_verbs_say_which_part_their_subject_plays():
    light = load_predicates().light
    assert light["suffer"][0].subject == "recipient"
    assert light["launch"][0].subject == "actor"
    assert light["carry"][0].words in {("out",), ("on",)}


def test_control_verbs_say_whose_act_the_complement_is():
    control = load_predicates().control
    assert (control["threaten"][-1].type, control["threaten"][-1].performer) == ("THREATEN", "subj")
    assert control["urge"][0].performer == "obj"
    assert control["fail"][0].effect == "negative"
    assert control["plan"][-1].type is None


def test_constraint_slots_are_documented_ones():
    assert {c.slot for entry in ENTRIES for c in entry.constraints} <= CONSTRAINED


def _predicate_files():
    return [n for n in list_resources("predicates", ".tsv") if n.rpartition("/")[2] not in {"light.tsv", "control.tsv"}]
