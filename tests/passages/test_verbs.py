"""Sentences of our own, each for one predicate of the lexicon: what it is, who acts, upon whom."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from coranto.extract.frames import lexicon
from coranto.extract.frames.predicates import find_predicates
from tests.texts import parse


class Case(NamedTuple):
    """A line of verbs.tsv."""

    sentence: str
    type: str
    trigger: str
    actor: str = ""
    recipient: str = ""


def read_cases(text: str) -> list[Case]:
    """The lines of the table; cells left out at the end of a line are empty."""
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return [Case(*line.split("\t")) for line in lines[1:]]


CASES = read_cases(Path(__file__).with_name("verbs.tsv").read_text(encoding="utf-8"))


def check(case: Case) -> None:
    """Fail where the predicate at the trigger is not what the line says."""
    (sentence,) = parse(case.sentence)
    found = [p for p in find_predicates([sentence]) if case.trigger in sentence.words(p.trigger)]
    look = f"see `coranto explain {case.sentence!r}`"
    if not case.type:
        assert not found, f"{found[0].entry.rule} makes an event of it; {look}"
        return
    assert found, f"no line holds at {case.trigger!r}; {look}"
    predicate = found[0]
    assert predicate.entry.type == case.type, f"{predicate.entry.rule} holds instead; {look}"
    for side, heads, wanted in (
        ("actor", predicate.actors, case.actor),
        ("recipient", predicate.recipients, case.recipient),
    ):
        words = {sentence.tokens[i].text for i in heads}
        assert words == set(wanted.split()), f"{side} of {predicate.entry.rule}; {look}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.sentence)
def test_a_predicate_tells_who_does_what_to_whom(case: Case) -> None:
    check(case)


def test_the_tutorial_adds_a_verb_as_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    tutorial = (Path(__file__).parents[2] / "docs" / "add_a_verb.md").read_text(encoding="utf-8")
    written = dict(re.findall(r"printf '(.*?)\\n' >> (?:\S*/)?(\S+)", tutorial))
    (line, name), (case, table) = written.items()
    assert (name, table) == ("coerce.tsv", "verbs.tsv")
    columns = "predicate pos mode contexts actor recipient also".split()
    row = dict(zip(columns, line.split("\\t"), strict=True))
    read = lexicon.read_tsv

    def read_with_the_line(resource: str) -> list[dict[str, str]]:
        others = [r for r in read(resource) if r.get("predicate", "").split(" ")[0] != row["predicate"]]
        return [*others, row] if resource.endswith(f"/{name}") else others

    monkeypatch.setattr(lexicon, "read_tsv", read_with_the_line)
    lexicon.load_predicates.cache_clear()
    try:
        check(Case(*case.split("\\t")))
    finally:
        lexicon.load_predicates.cache_clear()
