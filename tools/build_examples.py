"""Write what the program now reads in `examples/`, so that every change of it is seen.

    python tools/build_examples.py

`tests/examples/expected.tsv` gets a line for each event and statement, with all that a reader would ask of it;
`tests/examples/known_misses.tsv` the facts of `facts.tsv` and `silences.tsv` (found by hand) that the record lacks, and
what is there instead. Look at the difference of both before you commit it: a new miss is a step back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from coranto.config import Limits
from coranto.intake.articles import find_articles
from coranto.intake.details import Failure
from coranto.model.entity import Party
from coranto.model.event import AUTHOR, Event
from coranto.model.reading import Reading
from coranto.pipeline import read_article
from coranto.report.cast import Roster, build_roster
from coranto.report.views import EventView, StatementView, tell_chain, view_events, view_statements

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "examples"
FOLDER = ROOT / "tests" / "examples"
EXPECTED = FOLDER / "expected.tsv"
MISSES = FOLDER / "known_misses.tsv"
NOT_ASKED = "-"
SILENT = {"silent", "decline_comment"}
HEAD = (
    "# made by tools/build_examples.py; a line is an event (who, what, whom, ...) or a statement (who, act, words, ...)"
)


def read_examples() -> tuple[Reading, ...]:
    """Every dispatch, read, in order of its path."""
    readings = []
    for found in find_articles([EXAMPLES], Limits()):
        if isinstance(found, Failure):
            raise SystemExit(f"{found.source}: {found.reason}")
        readings.append(read_article(found))
    return tuple(readings)


def list_records(readings: Sequence[Reading]) -> Iterator[str]:
    """The lines of the expected record, article by article."""
    yield HEAD
    for reading in readings:
        roster = build_roster([reading])
        yield from (_list_event(view, roster) for view in view_events(reading, roster, 0))
        yield from (_list_statement(view) for view in view_statements(reading, roster))


def _list_event(view: EventView, roster: Roster) -> str:
    event = view.event
    modes = f"{event.type}/{'+'.join(event.mode)}" if event.mode else event.type
    facts = (event.polarity, event.certainty, event.tense)
    amounts = "; ".join(quantity.span.text for _, quantity in view.amounts)
    place = f"{view.place.name} ({view.place.country})" if view.place else "-"
    return _join(
        view.article.source,
        "event",
        _name_parties(event.actors, roster),
        f"{modes} “{event.trigger.text}”",
        _name_parties(event.recipients, roster),
        view.when,
        place,
        " ".join(facts),
        amounts or "-",
        tell_chain(view.chain[:-1]) or "author",
    )


def _list_statement(view: StatementView) -> str:
    found = view.attribution
    return _join(
        view.article.source, "statement", tell_chain(view.chain[:-1]), found.act, found.form, view.words or "-"
    )


def _name_parties(parties: Sequence[Party], roster: Roster) -> str:
    named = []
    for party in parties:
        actor = roster.find(party.entity)
        named.append(f"{actor.name} ({actor.country or '?'})" if actor else f"“{party.span.text}”")
    return ", ".join(named) or "-"


def _join(*cells: str) -> str:
    return "\t".join(" ".join(cell.split()) for cell in cells)


def read_table(name: str) -> list[dict[str, str]]:
    """The rows of a table of tests/examples by column name."""
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


def explain_miss(fact: dict[str, str], reading: Reading) -> str | None:
    """Why no event of the reading is the fact: what the nearest one lacks; null where one is."""
    near = [event for event in reading.events if fact["words"] in event.clause.text]
    checks: list[tuple[str, Callable[[Event], bool]]] = [
        (f"no {fact['type']}", lambda event: event.type in fact["type"].split("/")),
        (f"the actor is not {fact['actor']}", lambda event: _has_country(event.actors, reading, fact["actor"])),
        (f"the recipient is not {fact['recipient']}", lambda e: _has_country(e.recipients, reading, fact["recipient"])),
        (f"it is not {fact['polarity']}", lambda event: event.polarity == fact["polarity"]),
        (f"it is not held by {fact['holder']}", lambda event: _is_held_by(event, reading, fact["holder"])),
    ]
    for reason, holds in checks:
        near = [event for event in near if holds(event)]
        if not near:
            return reason
    return None


def explain_missed_silence(silence: dict[str, str], reading: Reading) -> str | None:
    """Why no silence of the reading is the one told; null where one is."""
    names = {entity.id: entity.name for entity in reading.entities}
    for found in reading.attributions:
        told = " ".join([span.text for span in found.source.spans] + [names.get(found.source.entity or "", "")])
        if found.act in SILENT and silence["source_words"] in told:
            return None
    return "no silence of theirs"


def _has_country(parties: Sequence[Party], reading: Reading, wanted: str) -> bool:
    entities = {entity.id: entity for entity in reading.entities}
    found = {entities[party.entity].country for party in parties if party.entity in entities}
    return NOT_ASKED in wanted.split("/") or bool(found & set(wanted.split("/")))


def _is_held_by(event: Event, reading: Reading, wanted: str) -> bool:
    if AUTHOR in {wanted, event.holder}:
        return event.holder == wanted
    source = next(found.source for found in reading.attributions if found.id == event.holder)
    names = [entity.name for entity in reading.entities if entity.id == source.entity]
    told = " ".join(names + [span.text for span in source.spans]).casefold()
    return any(word in told for word in wanted.casefold().split() if len(word) > 3)


def list_misses(readings: Sequence[Reading]) -> Iterator[tuple[str, str, str]]:
    """The facts and silences that the record lacks: (file, words, reason)."""
    by_file = {Path(reading.article.source).name: reading for reading in readings}
    for fact in read_table("facts.tsv"):
        if reason := explain_miss(fact, by_file[fact["file"]]):
            yield fact["file"], fact["words"], reason
    for silence in read_table("silences.tsv"):
        if reason := explain_missed_silence(silence, by_file[silence["file"]]):
            yield silence["file"], silence["source_words"], reason


def main() -> None:
    """Write both files and say how long they are."""
    readings = read_examples()
    lines = list(list_records(readings))
    EXPECTED.write_text("\n".join(lines) + "\n", encoding="utf-8")
    misses = ["\t".join(row) for row in list_misses(readings)]
    head = ["# made by tools/build_examples.py; facts found by hand that the record lacks", "file\twords\treason"]
    MISSES.write_text("\n".join([*head, *misses]) + "\n", encoding="utf-8")
    asked = len(read_table("facts.tsv")) + len(read_table("silences.tsv"))
    print(f"{len(lines) - 1} records; {asked - len(misses)} of {asked} facts found by hand are among them")


if __name__ == "__main__":
    main()
