"""The mode of an event: the lexicon's, what the content of a verbal act gives, what the clause's weapons give."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from coranto.coding.codebook import load_codebook
from coranto.model.event import EventType
from coranto.resources import read_yaml


@cache
def _load() -> dict[str, dict[str, dict[str, str]]]:
    data = read_yaml("codebook/mode_cues.yaml")
    words = {
        event: {lemma: mode for mode, lemmas in modes.items() for lemma in lemmas}
        for event, modes in data["words"].items()
    }
    return {"content": data["content"], "words": words}


def find_modes(
    event_type: EventType, given: Sequence[str], content: Sequence[str], lemmas: Sequence[str]
) -> tuple[str, ...]:
    """The modes of an event, each once: given by the lexicon, else by its content, else by words of its clause."""
    known = load_codebook().types[event_type].modes
    modes = [mode for mode in given if mode in known]
    tables = _load()
    if not modes:
        by_content = tables["content"].get(event_type, {})
        modes = [by_content[inner] for inner in content if inner in by_content]
    if not modes or event_type == "ASSAULT":
        by_word = tables["words"].get(event_type, {})
        modes += [by_word[lemma] for lemma in lemmas if lemma in by_word]
    return tuple(dict.fromkeys(modes))


def find_added(event_type: EventType, modes: Sequence[str]) -> tuple[str, ...]:
    """The contexts that go with some modes always (manual, COERCE: `cyber`, `misinformation`)."""
    known = load_codebook().types[event_type].modes
    return tuple(context for mode in modes if (context := known[mode].adds))
