"""PETRARCH's unit sentences: `python -m bench.petrarch DATA [--half even|odd] [--imagined] [--errors N]`.

DATA is `PETR.UnitTest.records.xml`: sentences with triples of source, target and event code. Its codes are for the
most part those of WEIS (064 restores ties, 122 denounces, 160 warns), which CAMEO numbers otherwise; 194 alone is used
as CAMEO has it. `ROOTS` says which PLOVER types a code's root stands for.

Most of its lands are Tolkien's, which its coder knows from a dictionary that comes with the tests and is not at hand:
real states stand in for them (`LANDS`), unless `--imagined` keeps them, where a party is right by its name.

Left out, each counted: codes that are of neither scheme, as they test the validation dictionary's own patterns (345,
903, 1717, 174K); comments and denials (02, 14), which PLOVER does not know; triples with an actor that is no one
(---, ###), in quotation marks, or known to that dictionary alone; sentences that should be coded as nothing.

`right`: of the triples left, those for which an event has one of the types, the source among its actors and the
target among its recipients (of meetings and deals, where no one is a recipient, both among the actors; of a visit told
from the host's side, the other way round). An actor is right by country and by sector, where PLOVER has the sector.
`root`: some event has one of the types. `dyad`: some event has both actors, whatever its type. `--half` takes every
second sentence (even: the first, third, ...): the rules were looked at on the even half alone.
"""

from __future__ import annotations

import argparse
import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from bench.common import BenchError, print_figures, read_english, run_bench
from coranto.extract.known import load_by_key
from coranto.intake.articles import make_article
from coranto.model.entity import Entity, Party, Sector
from coranto.model.event import Event
from coranto.model.reading import Reading

ROOTS: dict[str, frozenset[str]] = {
    "01": frozenset({"CONCEDE", "RETREAT"}),
    "03": frozenset({"CONSULT", "AGREE"}),
    "04": frozenset({"SUPPORT"}),
    "05": frozenset({"AGREE"}),
    "06": frozenset({"SUPPORT", "CONCEDE", "RETREAT", "AID", "AGREE"}),
    "07": frozenset({"AID", "AGREE"}),
    "08": frozenset({"AGREE", "SUPPORT", "COOPERATE"}),
    "09": frozenset({"REQUEST"}),
    "10": frozenset({"REQUEST", "AGREE"}),
    "11": frozenset({"REJECT"}),
    "12": frozenset({"ACCUSE"}),
    "13": frozenset({"ACCUSE"}),
    "15": frozenset({"REQUEST"}),
    "16": frozenset({"THREATEN"}),
    "17": frozenset({"THREATEN"}),
    "18": frozenset({"PROTEST", "MOBILIZE"}),
    "19": frozenset({"SANCTION", "REJECT"}),
    "20": frozenset({"SANCTION", "COERCE"}),
    "21": frozenset({"COERCE"}),
    "22": frozenset({"ASSAULT"}),
}
"""The PLOVER types of a WEIS root; promises of what would be given or agreed are AGREE in PLOVER."""
CODES = {"194": frozenset({"ASSAULT"})}
"""Codes that are CAMEO's."""
VALID = frozenset(
    "030 031 032 033 041 042 050 051 052 053 054 060 061 062 063 064 065 066 070 071 072 073 080 081 082 083 091 092 "
    "093 094 095 100 101 102 111 112 120 121 122 131 132 150 151 160 161 162 170 171 172 173 174 180 181 182 190 191 "
    "192 193 194 195 200 201 202 203 210 211 212 220 221 222 223 010 011 012 013".split()
)
LANDS = {
    "ARN": ("NOR", {"Arnorian": "Norwegian", "Arnor": "Norway"}),
    "BRE": ("CHL", {"Bree": "Chile"}),
    "CAL": ("DNK", {"Calenardhon": "Denmark"}),
    "DAG": ("HUN", {"Dagolathi": "Hungarian", "Dagolath": "Hungary"}),
    "DOL": ("MCO", {"Dol_Amroth": "Monaco", "Dol Amroth": "Monaco"}),
    "ERI": ("SWE", {"Eriadorian": "Swedish", "Eriadori": "Swedish", "Eriador": "Sweden"}),
    "FOR": ("PER", {"Fornost": "Peru"}),
    "GON": ("GRC", {"Gondorian": "Greek", "Gondor": "Greece", "Minas Tirith": "Athens"}),
    "ITH": ("PRT", {"Ithilen": "Portugal"}),
    "MOR": ("ROU", {"Mordor": "Romania"}),
    "OSG": ("BGR", {"Osgiliath": "Bulgaria"}),
    "ROH": ("KEN", {"Rohan": "Kenya"}),
}
"""For each imagined land a state to stand in for it, and its names, the longer before the shorter."""
PEOPLE = {"HOB": ("Gamgee", "Gollum", "Smeagol", "Slinker", "Stinker", "Frodo")}
"""Imagined people by the code that the validation dictionary gives them; their sector depends there on the day."""
SECTORS = frozenset(get_args(Sector))
HOSTS = frozenset({"033"})
MUTUAL = frozenset({"030", "031"})


@dataclass(frozen=True, slots=True)
class Triple:
    """Source, target and code."""

    source: str
    target: str
    code: str


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit sentence with its triples."""

    id: str
    text: str
    triples: tuple[Triple, ...]


def load_units(data: Path) -> list[Unit]:
    """Every sentence that has a text. Raises BenchError where the file cannot be read."""
    try:
        root = ET.parse(data).getroot()  # noqa: S314 (the benchmark's own file)
    except (OSError, ET.ParseError) as error:
        raise BenchError(f"{data}: {error}") from error
    units = []
    for number, sentence in enumerate(root.iter("Sentence")):
        text = " ".join((sentence.findtext("Text") or "").split())
        codings = [c.attrib for c in sentence.iter("EventCoding") if c.get("eventcode")]
        triples = tuple(Triple(c["sourcecode"], c["targetcode"], c["eventcode"]) for c in codings)
        if text:
            units.append(Unit(sentence.get("id") or str(number), text, triples))
    return units


def name_types(code: str) -> frozenset[str]:
    """The PLOVER types of a code; none where it is of neither scheme or a comment or denial."""
    return CODES.get(code) or (ROOTS.get(code[:2], frozenset()) if code in VALID else frozenset())


def find_reason(triple: Triple) -> str | None:
    """Why a triple is left out; None where it counts."""
    for actor in (triple.source, triple.target):
        if not actor.isalpha():
            return "no_actor"
        if not (actor[:3] in LANDS | PEOPLE or actor[:3] in {"IGO", "NGO"} or f"state:{actor[:3]}" in load_by_key()):
            return "dictionary_actor"
    if triple.code[:2] in {"02", "14"} and len(triple.code) == 3:
        return "comment"
    return None if name_types(triple.code) else "no_code"


def replace_lands(text: str) -> str:
    """The text with real states in place of the imagined lands."""
    for _, names in LANDS.values():
        for imagined, real in names.items():
            text = re.sub(rf"\b{imagined}(?=\b|_)", real, text)
    return text


def agrees(code: str, party: Party, entity: Entity) -> bool:
    """Whether the party is of the country and sector that the actor code says; an imagined one, of the name."""
    country, sector = code[:3], code[3:6]
    texts = (entity.name, party.span.text, *(mention.text for mention in entity.mentions))
    if country in PEOPLE:
        return any(name in text for name in PEOPLE[country] for text in texts)
    same = entity.country == (LANDS[country][0] if country in LANDS else country)
    if country in LANDS and not same:
        same = any(name in text for name in LANDS[country][1] for text in texts)
    return same and (sector not in SECTORS or sector == entity.sector)


def has_side(code: str, parties: Sequence[Party], by_id: dict[str, Entity]) -> bool:
    """Whether one of the parties is the actor."""
    return any(agrees(code, party, by_id[party.entity]) for party in parties if party.entity)


def has_dyad(triple: Triple, event: Event, by_id: dict[str, Entity]) -> bool:
    """Whether the event has both actors of the triple in their places."""
    actors, recipients = event.actors, event.recipients
    sides = [(actors, recipients)]
    if triple.code in MUTUAL or (not recipients and len(actors) > 1):
        sides.append(((*actors, *recipients), (*actors, *recipients)))
    if triple.code in HOSTS:
        sides.append((recipients, actors))
    return any(has_side(triple.source, a, by_id) and has_side(triple.target, b, by_id) for a, b in sides)


def find_cause(triple: Triple, reading: Reading, by_id: dict[str, Entity]) -> str | None:
    """What is wrong with the triple; None where an event is right."""
    types = name_types(triple.code)
    typed = [event for event in reading.events if event.type in types]
    if any(has_dyad(triple, event, by_id) for event in typed):
        return None
    if any(has_dyad(triple, event, by_id) for event in reading.events):
        return "other_root"
    if not typed:
        return "no_event" if not reading.events else "root_not_found"
    sides = [
        (has_side(triple.source, e.actors, by_id), has_side(triple.target, (*e.recipients, *e.actors), by_id))
        for e in typed
    ]
    source, target = max(sides, key=sum)
    return "target" if source else "source" if target else "both_actors"


def choose_half(units: list[Unit], half: str | None) -> list[Unit]:
    """Every second sentence, or all."""
    return units if half is None else units[0 if half == "even" else 1 :: 2]


def score_unit(unit: Unit, imagined: bool, tally: Counter[str]) -> list[str]:
    """Read the sentence and add its triples to the tally; those that are wrong, as lines."""
    tally["sentences"] += 1
    tally.update(f"left_out_{reason}" for triple in unit.triples if (reason := find_reason(triple)) is not None)
    counted = [triple for triple in unit.triples if find_reason(triple) is None]
    if not counted:
        return []
    text = unit.text if imagined else replace_lands(unit.text)
    reading = read_english(make_article(text, source=unit.id))
    by_id = {entity.id: entity for entity in reading.entities}
    wrong = []
    for triple in counted:
        cause = find_cause(triple, reading, by_id)
        root = any(event.type in name_types(triple.code) for event in reading.events)
        dyad = cause in (None, "other_root")
        tally.update({"triples": 1, "right": cause is None, "root": root, "dyad": dyad})
        if cause is not None:
            tally[f"wrong_{cause}"] += 1
            wrong.append(f"{unit.id} {cause} {triple.source} {triple.target} {triple.code} {text}")
    return wrong


def bench(arguments: list[str]) -> None:
    """Print the figures and the errors by cause."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="PETR.UnitTest.records.xml")
    parser.add_argument("--half", choices=("even", "odd"), help="only every second sentence")
    parser.add_argument("--imagined", action="store_true", help="keep the names of the imagined lands")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print the first N triples that are wrong")
    options = parser.parse_args(arguments)
    tally: Counter[str] = Counter()
    wrong = []
    for unit in choose_half(load_units(options.data), options.half):
        wrong += score_unit(unit, options.imagined, tally)
    print_figures(sentences=tally["sentences"], triples=tally["triples"])
    for name in ("right", "root", "dyad"):
        print_figures(**{name: tally[name] / tally["triples"] if tally["triples"] else 0.0})
    print_figures(**{k: tally[k] for k in sorted(tally) if k.startswith(("wrong_", "left_out_"))})
    print("\n".join(wrong[: options.errors]), end="\n" if options.errors else "")


if __name__ == "__main__":
    run_bench("bench.petrarch", bench)
