"""PETRARCH's unit sentences: `python -m bench.petrarch DATA [--half even|odd] [--errors N]`.

DATA is `PETR.UnitTest.records.xml`: sentences with triples of source, target and event code. Most of its lands are
Tolkien's and its codes are for the most part those of WEIS (064 restores ties, 122 denounces, 160 warns), which CAMEO
numbers otherwise; 194 alone is used as CAMEO has it. `ROOTS` says which PLOVER types a code's root stands for.

Left out, each counted: codes that are of neither scheme, as they test the validation dictionary's own patterns (345,
903, 1717, 174K); comments and denials (02, 14), which PLOVER does not know; triples with an actor that is no one
(---, ###) or in quotation marks; sentences that should be coded as nothing.

`right`: of the triples left, those for which an event has one of the types, the source among its actors and the
target among its recipients (or both among the actors, where no one is a recipient; of a visit told from the host's
side, the other way round). An actor is right by country and sector. What a program cannot know from the text is given:
the names of the imagined lands and people (`LANDS`); sectors count where PLOVER has them, and not for the people whose
sector the validation dictionary makes depend on the day. `root`: some event has one of the types. `dyad`: some event
has both actors, whatever its type. `--half` takes every second sentence (even: the first, third, ...): the rules were
looked at on the even half alone.
"""

from __future__ import annotations

import argparse
import re
import xml.etree.ElementTree as ET
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from bench.common import BenchError, print_figures, run_bench
from coranto.intake.articles import make_article
from coranto.model.entity import Entity, Party, Sector
from coranto.model.event import Event
from coranto.model.reading import Reading
from coranto.pipeline import read_article

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
    "ARN": "arnor arnorian calimehtar umbardacil",
    "BRE": "bree romendacil",
    "CAL": "calenardhon",
    "DAG": "dagolath dagolathi telemar",
    "DOL": "dol_amroth amroth",
    "ELR": "elrond lorien",
    "ERI": "eriador eriadori eriadorian",
    "FOR": "fornost",
    "GAL": "galadriel lorien",
    "GON": "gondor gondorian tirith",
    "HOB": "gamgee frodo gollum smeagol slinker stinker hobbit",
    "ITH": "ithilen",
    "MOR": "mordor barad-dur morgul orcs ungol",
    "OSG": "osgiliath",
    "ROH": "rohan rohans",
    "SHR": "shire delving",
}
"""Names that stand for each imagined land, as the validation dictionary has them."""
DATED = frozenset({"HOB"})
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
        if not actor[:3].isalpha():
            return "no_actor"
    if triple.code[:2] in {"02", "14"} and len(triple.code) == 3:
        return "comment"
    return None if name_types(triple.code) else "no_code"


def agrees(code: str, party: Party, entity: Entity) -> bool:
    """Whether the party is of the country and sector that the actor code says."""
    country, sector = code[:3], code[3:6]
    if country in LANDS:
        known = set(LANDS[country].split())
        names = [entity.name, party.span.text, *(mention.text for mention in entity.mentions)]
        same = any(known & set(re.findall(r"[\w-]+", name.lower())) for name in names)
    else:
        same = country == entity.country
    return same and (country in DATED or sector not in SECTORS or sector == entity.sector)


def has_side(code: str, parties: tuple[Party, ...], by_id: dict[str, Entity]) -> bool:
    """Whether one of the parties is the actor."""
    return any(agrees(code, party, by_id[party.entity]) for party in parties if party.entity)


def has_dyad(triple: Triple, event: Event, by_id: dict[str, Entity]) -> bool:
    """Whether the event has both actors of the triple in their places."""
    actors, recipients = event.actors, event.recipients
    mutual = triple.code in MUTUAL or not recipients
    if has_side(triple.source, actors, by_id) and has_side(triple.target, (*actors, *recipients), by_id):
        return mutual or has_side(triple.target, recipients, by_id)
    turned = has_side(triple.source, recipients, by_id) and has_side(triple.target, actors, by_id)
    return turned and (triple.code in HOSTS | MUTUAL)


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


def bench(arguments: list[str]) -> None:
    """Print the figures and the errors by cause."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="PETR.UnitTest.records.xml")
    parser.add_argument("--half", choices=("even", "odd"), help="only every second sentence")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print the first N triples that are wrong")
    options = parser.parse_args(arguments)
    tally: Counter[str] = Counter()
    shown = []
    for unit in choose_half(load_units(options.data), options.half):
        tally["sentences"] += 1
        counted = [triple for triple in unit.triples if find_reason(triple) is None]
        tally.update(f"left_out_{reason}" for t in unit.triples if (reason := find_reason(t)) is not None)
        if not counted:
            continue
        reading = read_article(make_article(unit.text, source=unit.id))
        by_id = {entity.id: entity for entity in reading.entities}
        for triple in counted:
            cause = find_cause(triple, reading, by_id)
            types = name_types(triple.code)
            tally.update(
                {
                    "triples": 1,
                    "right": cause is None,
                    "root": any(event.type in types for event in reading.events),
                    "dyad": cause in (None, "other_root"),
                }
            )
            if cause is not None:
                tally[f"wrong_{cause}"] += 1
                shown.append(f"{unit.id} {cause} {triple.source} {triple.target} {triple.code} {unit.text}")
    print_figures(sentences=tally["sentences"], triples=tally["triples"])
    for name in ("right", "root", "dyad"):
        print_figures(**{name: tally[name] / tally["triples"] if tally["triples"] else 0.0})
    print_figures(**{k: tally[k] for k in sorted(tally) if k.startswith(("wrong_", "left_out_"))})
    print("\n".join(shown[: options.errors]), end="\n" if options.errors else "")


if __name__ == "__main__":
    run_bench("bench.petrarch", bench)
