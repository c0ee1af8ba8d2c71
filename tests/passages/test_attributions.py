"""Passages of our own, read by the whole pipeline: who says what, through whom, to whom, and who keeps silent."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
import yaml

from coranto.model.attribution import Attribution
from coranto.model.reading import Reading
from coranto.pipeline import read_text

Wanted = dict[str, Any]
PASSAGES = yaml.safe_load(Path(__file__).with_name("attributions.yaml").read_text(encoding="utf-8"))["passages"]
KEYS = frozenset("who is cue said form act via within to about stance".split())
ALIKE = 0.8
"""Share of words, of those in either, that two pieces of text must have in common."""


def list_words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def are_alike(wanted: str, found: str) -> bool:
    """Whether the two share nearly all their words; articles and `that` do not count."""
    one, other = ({w for w in list_words(t) if w not in ("the", "a", "an", "that")} for t in (wanted, found))
    return one == other or len(one & other) >= ALIKE * len(one | other)


def is_cue(wanted: str, found: Attribution) -> bool:
    """Whether the cues share a word, or are the same mark."""
    words = " ".join(span.text for span in found.cue).lower()
    return words == wanted.lower() or bool(set(list_words(wanted)) & set(list_words(words)))


def explain_difference(wanted: Wanted, found: Attribution, reading: Reading) -> str | None:
    """What is wrong with the attribution found, or None."""
    names = {entity.id: entity.name for entity in reading.entities}
    by_id = {attribution.id: attribution for attribution in reading.attributions}
    source = " ".join(span.text for span in found.source.spans)
    relays = [names.get(party.entity or "", party.span.text) + " / " + party.span.text for party in found.relay]
    above = by_id.get(found.parent or "")
    told = names.get(found.addressee or "")
    checks = [
        ("who", wanted["who"], source, is_source(wanted["who"], found)),
        ("is", wanted.get("is"), names.get(found.source.entity or ""), None),
        ("form", wanted.get("form"), found.form, None),
        ("act", wanted.get("act"), found.act, None),
        ("stance", wanted.get("stance", found.stance), found.stance, None),
        ("to", wanted.get("to"), told, told is not None and "to" in wanted and are_alike(wanted["to"], told)),
        ("within", wanted.get("within"), above and above.cue, is_within(wanted.get("within"), above)),
        ("via", wanted.get("via", []), relays, are_relays(wanted.get("via", []), relays)),
        ("said", wanted.get("said"), found.content, is_said(wanted.get("said", []), found)),
        ("about", wanted.get("about"), found.about, is_about(wanted.get("about"), found)),
    ]
    for key, right, given, agrees in checks:
        if (key in wanted or key in ("within", "via")) and not (right == given if agrees is None else agrees):
            return f"{key}: {right!r} is found as {given!r}"
    return None


def _list_spans(found: Attribution) -> list[str]:
    return [span.text for span in found.source.spans]


def is_source(wanted: str | list[str], found: Attribution) -> bool:
    """One of the ways to bound the speaker's phrase, where there are several."""
    spans = _list_spans(found)
    choices = [wanted] if isinstance(wanted, str) else wanted
    return any(are_alike(choice, " ".join(spans)) or choice in spans for choice in choices)


def is_within(wanted: str | None, above: Attribution | None) -> bool:
    return above is None if wanted is None else above is not None and is_cue(wanted, above)


def are_relays(wanted: list[str], found: list[str]) -> bool:
    """Each relay by its name or its words, from the speaker outwards."""
    return len(wanted) == len(found) and all(
        any(are_alike(name, f) for f in given.split(" / ")) or name in given
        for name, given in zip(wanted, found, strict=True)
    )


def is_said(wanted: list[str], found: Attribution) -> bool:
    return are_alike(" ".join(wanted), " ".join(span.text for span in found.content))


def is_about(wanted: str | None, found: Attribution) -> bool:
    return wanted is None or are_alike(wanted, " ".join(span.text for span in found.about))


def explain_passage(wanted: Iterable[Wanted], reading: Reading) -> list[str]:
    """What differs between the attributions wanted and those of the reading, in order."""
    left, problems = list(reading.attributions), []
    for one in wanted:
        same = [a for a in left if is_cue(one["cue"], a)]
        reasons = [(explain_difference(one, a, reading), a) for a in same]
        best = next((a for reason, a in reasons if reason is None), None)
        if best is not None:
            left.remove(best)
        else:
            problems.append(f"{one['cue']}: " + (reasons[0][0] or "" if reasons else "not found"))
            if same:
                left.remove(same[0])
    problems += [f"not asked for: {' '.join(s.text for s in a.cue)} [{a.rule}]" for a in left]
    return problems


def list_cases():
    for passage in PASSAGES:
        marks = [pytest.mark.xfail(strict=True)] if passage.get("miss") else []
        yield pytest.param(passage, id=passage["name"], marks=marks)


@pytest.mark.parametrize("passage", list(list_cases()))
def test_a_passage_has_the_attributions_that_a_reader_finds(passage):
    assert all(set(one) <= KEYS and {"who", "cue"} <= set(one) for one in passage["finds"])
    assert explain_passage(passage["finds"], read_text(passage["text"], published="2024-03-05")) == []


@pytest.mark.parametrize("passage", list(list_cases()))
def test_the_rules_alone_find_them_too(passage, monkeypatch):
    monkeypatch.setattr("coranto.pipeline.load_encoder", lambda: None)
    assert explain_passage(passage["finds"], read_text(passage["text"], published="2024-03-05")) == []


def test_the_passages_are_many_and_each_has_its_own_name():
    names = [passage["name"] for passage in PASSAGES]
    assert len(set(names)) == len(names) >= 80
