"""PLOVER's own gold records: `python -m bench.plover DATA [--half even|odd] [--errors N]`.

DATA is `PLOVER_GSR_CAMEO.txt` (JSON, 322 records). Each text is read as an article, set from its markup, so that the
marked words have their places. Its labels are of an older draft; they are read as the manual of 2021 has them:
DEMAND is REQUEST, DISAPPROVE and INVESTIGATE are ACCUSE, FIGHT is ASSAULT. By the same manual a meeting, backing,
cooperation or aid that lies in the future is AGREE, and a withdrawal or release that does is CONCEDE.

- `found`: records with an event whose trigger overlaps a marked word (EVT); of several, one of the right type counts.
- `type_accuracy`: of all records, those whose found event has the right type. `type_of_found`: of those with one.
- `actor`, `target`: of the records that mark someone on that side, those whose event has each of them there by
  country and sector. `party`: both sides together. `party_of_found`: the same, of the records with an event.
- `country_*`: by country alone. Where the gold gives no sector, any will do; religion and ethnicity behind a sector
  are no part of PLOVER's. Mistyped countries are put right, and IGO and NGO, which the draft mixes, are one.
- `type_*`, `actor_*`, `target_*` count the errors by cause.

`--half` takes every second record (even: the first, third, ...): the rules were looked at on the even half alone.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from bench.common import BenchError, print_figures, read_english, run_bench
from coranto.intake.articles import make_article
from coranto.model.entity import Entity, Party, Sector
from coranto.model.event import Event
from coranto.model.reading import Reading

TAGS = ("SRC/TAR", "SRC/LOC", "TAR/LOC", "SRC", "TAR", "EVT", "LOC")
RENAMED = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
FUTURE = {"CONSULT": "AGREE", "SUPPORT": "AGREE", "COOPERATE": "AGREE", "AID": "AGREE", "RETREAT": "CONCEDE"}
MISTYPED = {"JAP": "JPN", "ITL": "ITA", "VTN": "VNM", "NGO": "IGO"}
"""Country codes put right; the older draft codes most bodies of no state as IGO, Amnesty among them."""
RENAMED_SECTORS = {"CIV": "CVL"}
TOWNS = frozenset({"CVL", "GOV"})
"""What towns stand for: their people, or in a capital the government (the file's readme)."""
SECTORS = frozenset(get_args(Sector))


@dataclass(frozen=True, slots=True)
class Code:
    """A party as the gold has it: country (or IGO, NGO, ...) and sector."""

    country: str
    sector: str | None


@dataclass(frozen=True, slots=True)
class Record:
    """A gold record: its text, the spans of its marked words, its type and parties."""

    id: str
    text: str
    marked: tuple[tuple[int, int], ...]
    type: str
    actors: tuple[Code, ...]
    targets: tuple[Code, ...]


def load_records(data: Path) -> list[Record]:
    """Every record but the one that documents the file. Raises BenchError where it cannot be read."""
    try:
        rows = json.loads(data.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BenchError(f"{data}: {error}") from error
    return [_load_record(row) for row in rows if row["event"] != "DOCUMENT"]


def _load_record(row: dict[str, Any]) -> Record:
    info = row["textInfo"]
    text, marked = read_markup(info["markup"] if isinstance(info, dict) else info)
    actors, targets = _load_codes(row.get("source")), _load_codes(row.get("target"))
    return Record(row["id"], text, marked, RENAMED.get(row["event"], row["event"]), actors, targets)


def _load_codes(rows: Any) -> tuple[Code, ...]:
    if not isinstance(rows, list):
        return ()
    codes = []
    for row in rows:
        sector = (row.get("sector") or "")[:3]
        sector = RENAMED_SECTORS.get(sector, sector)
        country = row["code"]
        codes.append(Code(MISTYPED.get(country, country), sector if sector in SECTORS else None))
    return tuple(codes)


def read_markup(markup: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The plain text and the spans of what stands in `(EVT: ...)`; brackets that close nothing are dropped."""
    text, marked = "", []
    open_tags: list[tuple[str, int]] = []
    place = 0
    while place < len(markup):
        tag = next((t for t in TAGS if markup.startswith(f"({t}:", place)), None)
        if tag is not None:
            place += len(tag) + 2
            while place < len(markup) and markup[place] == " ":
                place += 1
            open_tags.append((tag, len(text)))
            continue
        sign = markup[place]
        place += 1
        if sign in ")}":
            if not open_tags:
                continue
            tag, start = open_tags.pop()
            if tag == "EVT":
                marked.append((start, len(text)))
            if tag:
                continue
        elif sign == "(":
            open_tags.append(("", len(text)))
        if sign == " " and text.endswith(" "):
            continue
        text += sign
    return text, tuple(marked)


def read_record(record: Record) -> Reading:
    """The text read as an article."""
    return read_english(make_article(record.text, source=record.id))


def list_found(reading: Reading, record: Record) -> list[Event]:
    """The events at the marked words."""
    spans = [(event.trigger.start, event.trigger.end, event) for event in reading.events]
    return [event for a, b, event in spans if any(a < end and start < b for start, end in record.marked)]


def name_type(event: Event) -> str:
    """The type by the manual, which makes another one of some that lie in the future."""
    return FUTURE.get(event.type, event.type) if event.tense == "future" else event.type


def agrees(code: Code, entity: Entity, by_sector: bool) -> bool:
    """Whether the entity is of the country and, where asked and given, of the sector."""
    country = MISTYPED.get(entity.country or "", entity.country)
    town = entity.kind == "place" and code.sector in TOWNS
    return country == code.country and (not by_sector or town or code.sector in (None, entity.sector))


def covers(codes: tuple[Code, ...], parties: tuple[Party, ...], reading: Reading, by_sector: bool = True) -> bool:
    """Whether each of the codes is that of some party."""
    by_id = {entity.id: entity for entity in reading.entities}
    known = [by_id[party.entity] for party in parties if party.entity]
    return all(any(agrees(code, entity, by_sector) for entity in known) for code in codes)


def choose_event(found: list[Event], record: Record, reading: Reading) -> Event | None:
    """The event that stands for the record: of the right type first, then with the most sides right."""

    def rate(event: Event) -> tuple[bool, int]:
        sides = covers(record.actors, event.actors, reading) + covers(record.targets, event.recipients, reading)
        return name_type(event) == record.type, sides

    return max(found, key=rate, default=None)


def find_cause(codes: tuple[Code, ...], parties: tuple[Party, ...], other: tuple[Party, ...], reading: Reading) -> str:
    """Why a side is wrong."""
    if covers(codes, other, reading, by_sector=False):
        return "swapped"
    if not parties:
        return "empty"
    if covers(codes, parties, reading, by_sector=False):
        return "sector"
    by_id = {entity.id: entity for entity in reading.entities}
    known = [by_id[party.entity] for party in parties if party.entity]
    if any(agrees(code, entity, by_sector=False) for code in codes for entity in known):
        return "partial"
    return "no_country" if any(entity.country is None for entity in known) else "another"


def score_record(record: Record, reading: Reading, tally: Counter[str]) -> list[str]:
    """Add the record to the tally; the errors as words."""
    event = choose_event(list_found(reading, record), record, reading)
    errors = []
    tally.update({"records": 1, "found": event is not None})
    kind = name_type(event) if event else None
    if kind == record.type:
        tally["type"] += 1
    else:
        cause = f"type_{record.type}_as_{kind}" if kind else f"type_{record.type}_not_found"
        tally[cause] += 1
        errors.append(cause)
    actors, recipients = (event.actors, event.recipients) if event else ((), ())
    for side, codes, parties, other in (
        ("actor", record.actors, actors, recipients),
        ("target", record.targets, recipients, actors),
    ):
        if not codes:
            continue
        tally.update({f"{side}_gold": 1, f"{side}_found_gold": event is not None})
        right = event is not None and covers(codes, parties, reading)
        tally[f"{side}_right"] += right
        tally[f"{side}_country"] += event is not None and covers(codes, parties, reading, by_sector=False)
        if not right:
            cause = f"{side}_{find_cause(codes, parties, other, reading)}" if event else f"{side}_no_event"
            tally[cause] += 1
            errors.append(cause)
    return errors


def divide(hits: int, of: int) -> float:
    """A share; 0 of nothing."""
    return hits / of if of else 0.0


def bench(arguments: list[str]) -> None:
    """Print the figures and the errors by cause."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="PLOVER_GSR_CAMEO.txt")
    parser.add_argument("--half", choices=("even", "odd"), help="only every second record")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print the first N records with an error")
    options = parser.parse_args(arguments)
    tally: Counter[str] = Counter()
    shown = []
    records = load_records(options.data)
    if options.half:
        records = records[0 if options.half == "even" else 1 :: 2]
    for record in records:
        errors = score_record(record, read_record(record), tally)
        if errors:
            shown.append(f"{record.id} {' '.join(errors)} {record.text}")
    print_figures(records=tally["records"], found=divide(tally["found"], tally["records"]))
    print_figures(type_accuracy=divide(tally["type"], tally["records"]))
    print_figures(type_of_found=divide(tally["type"], tally["found"]))
    for side in ("actor", "target"):
        print_figures(**{side: divide(tally[f"{side}_right"], tally[f"{side}_gold"])})
        print_figures(**{f"country_{side}": divide(tally[f"{side}_country"], tally[f"{side}_gold"])})
    right, gold = (tally[f"actor_{name}"] + tally[f"target_{name}"] for name in ("right", "gold"))
    found = tally["actor_found_gold"] + tally["target_found_gold"]
    print_figures(party=divide(right, gold), party_of_found=divide(right, found))
    counted = ("_right", "_gold", "_country")
    print_figures(**{k: tally[k] for k in sorted(tally) if "_" in k and tally[k] and not k.endswith(counted)})
    print("\n".join(shown[: options.errors]), end="\n" if options.errors else "")


if __name__ == "__main__":
    run_bench("bench.plover", bench)
