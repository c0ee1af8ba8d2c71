"""What persons decided, found again and weighed against each other."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coranto.compare.decisions import Place, attach_decisions, clash, settle_decisions
from coranto.store.identities import Decision, Reference


def refer(name):
    return Reference(f"ent-{name}", f"art-{name}", f"{name}.txt", f"sha-{name}", name, "person")


def decide(number, verdict, *sides):
    return Decision(number, verdict, tuple(tuple(refer(name) for name in side) for side in sides))


def settle(*decisions):
    attached = {one: one.entity.removeprefix("ent-") for d in decisions for side in d.sides for one in side}
    return settle_decisions(decisions, attached)


@pytest.mark.parametrize(
    ("place", "found"),
    [
        (Place("ent-a", "art-x", "x.txt", "sha-x", "other", "group"), True),
        (Place("ent-new", "art-a", "a.txt", "sha-a", "A", "person"), True),
        (Place("ent-new", "art-new", "moved.txt", "sha-a", "a", "person"), True),
        (Place("ent-new", "art-new", "a.txt", "sha-new", "a", "person"), True),
        (Place("ent-new", "art-new", "new.txt", "sha-new", "a", "person"), False),
        (Place("ent-new", "art-a", "a.txt", "sha-a", "a", "organization"), False),
        (Place("ent-new", "art-a", "a.txt", "sha-a", "b", "person"), False),
    ],
)
def test_an_entity_is_found_again_by_its_article_name_and_kind(place, found):
    reference = refer("a")
    assert attach_decisions([decide(1, "same", ["a"], ["b"])], [place]) == ({reference: place.entity} if found else {})


def test_the_same_article_goes_before_the_same_source():
    old = Place("ent-1", "art-z", "a.txt", "sha-z", "a", "person")
    same = Place("ent-2", "art-a", "a.txt", "sha-a", "a", "person")
    assert set(attach_decisions([decide(1, "same", ["a"], ["b"])], [old, same]).values()) == {"ent-2"}


def test_what_is_merged_is_a_group_across_decisions():
    verdicts = settle(decide(1, "same", ["a"], ["b"]), decide(2, "same", ["b"], ["c"]))
    assert verdicts.groups == (("a", "b", "c"),)
    assert verdicts.standings == {1: "holds", 2: "holds"}


@pytest.mark.parametrize(
    ("decisions", "standings"),
    [
        ([("same", "a", "b"), ("different", "a", "b")], {1: "superseded", 2: "holds"}),
        ([("different", "a", "b"), ("same", "a", "b")], {1: "superseded", 2: "holds"}),
        ([("same", "a", "b"), ("same", "b", "c"), ("different", "a", "c")], {1: "superseded", 2: "holds", 3: "holds"}),
        ([("different", "a", "c"), ("same", "a", "b"), ("same", "b", "c")], {1: "superseded", 2: "holds", 3: "holds"}),
        ([("same", "ab", "cd"), ("different", "abc", "d")], {1: "in part", 2: "holds"}),
        ([("different", "abc", "de"), ("same", "a", "d")], {1: "in part", 2: "holds"}),
    ],
)
def test_the_later_decision_wins(decisions, standings):
    made = [decide(n, verdict, *sides) for n, (verdict, *sides) in enumerate(decisions, 1)]
    assert settle(*made).standings == standings


def test_a_member_taken_out_leaves_the_others_of_a_merge_together():
    verdicts = settle(decide(1, "same", "ab", "cd"), decide(2, "different", "bcd", "a"))
    assert verdicts.groups == (("b", "c", "d"),)
    assert clash(verdicts.sides["a"], verdicts.sides["b"])


def test_a_decision_waits_for_its_entities():
    decision = decide(1, "same", ["a"], ["b"])
    verdicts = settle_decisions([decision], {refer("a"): "a"})
    assert verdicts.standings == {1: "waits"}
    assert verdicts.groups == ()


SIDES = st.lists(st.sampled_from("abcdef"), min_size=2, max_size=5, unique=True)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["same", "different"]), SIDES, st.integers(1, 4)), max_size=6))
def test_what_holds_agrees_with_itself_and_the_last_always_holds(made):
    decisions = [
        decide(n, verdict, names[: min(cut, len(names) - 1)], names[min(cut, len(names) - 1) :])
        for n, (verdict, names, cut) in enumerate(made, 1)
    ]
    verdicts = settle(*decisions)
    group = {entity: number for number, members in enumerate(verdicts.groups) for entity in members}

    def are_one(one, other):
        return one == other or (one in group and group[one] == group.get(other))

    for one, sides in verdicts.sides.items():
        for other, others in verdicts.sides.items():
            assert not (are_one(one, other) and clash(sides, others))
    if decisions:
        assert verdicts.standings[len(decisions)] == "holds"
    for decision in decisions:
        first, second = ([r.entity.removeprefix("ent-") for r in side] for side in decision.sides)
        if verdicts.standings[decision.number] == "holds":
            for one in first:
                for other in second:
                    if decision.verdict == "same":
                        assert are_one(one, other)
                    else:
                        assert clash(verdicts.sides[one], verdicts.sides[other])
