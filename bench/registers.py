"""An imagined register against the people of the gold articles: how many are linked, and how many wrongly.

The register has the people of the shipped lists in other spellings (as German or French transcribe them, family name
first or in capitals, with a title, without middle names), and beside each of them others who are easily taken for
them: a namesake of another country, someone with another given name, a junior. A person of a gold article is expected
to be linked where its full name is one of the list's; DATA is a folder of gold articles.

    python -m bench.registers ../shared/data/gold-train [--errors N]
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.common import print_figures, run_bench
from coranto.compare.fits import link_identity
from coranto.compare.registers import import_register, open_to_write
from coranto.model.identity import Identity
from coranto.resources import read_tsv
from coranto.store.folding import fold_words
from coranto.store.registers import Finding, find_candidates

TRANSCRIBED = frozenset(
    "RUS UKR BLR SUN IRN SYR IRQ EGY LBY SAU YEM JOR LBN PSE ISR GEO BGR SRB KAZ UZB TUN DZA".split()
)
MANNERS = (
    (("sh", "sch"), ("zh", "sch"), ("v", "w"), ("y", "j"), ("kh", "ch")),
    (("sh", "ch"), ("u", "ou"), ("zh", "j"), ("kh", "kh"), ("y", "i")),
)
OTHER_GIVEN = ("Ludolf", "Perpetua", "Quirin")
OTHER_LAND = {"USA": "NZL"}


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the register; `whom` is the folded first name in the list, empty for those beside."""

    key: str
    name: str
    country: str
    whom: str


def build_register() -> list[Row]:
    """The lines, in order: each known person, respelled, and three who are not."""
    rows: list[Row] = []
    for number, known in enumerate(_list_people()):
        name, country = known["name"], known["country"]
        words = [word for word in name.split() if word.strip(".").casefold() not in {"jr", "sr"}]
        whom = fold_words(name).strip()
        family = words[-1]
        rows += [
            Row(f"Q{number * 4 + 1}", _respell(name, country, number), country, whom),
            Row(f"Q{number * 4 + 2}", name, OTHER_LAND.get(country, "USA"), ""),
            Row(f"Q{number * 4 + 3}", f"{OTHER_GIVEN[number % 3]} {family}", country, ""),
            Row(f"Q{number * 4 + 4}", f"{' '.join(words)} {'Sr.' if 'Jr' in name else 'Jr.'}", country, ""),
        ]
    return rows


def measure(folder: Path) -> tuple[dict[str, float], list[str]]:
    """The figures, and a line for each person that was not linked as expected."""
    rows = build_register()
    owners = {row.key: row.whom for row in rows}
    expected_by_name = _list_expected()
    counts = dict.fromkeys(("people", "named_in_full", "expected", "right", "wrong", "several", "missed"), 0)
    errors: list[str] = []
    with TemporaryDirectory() as made:
        table = Path(made) / "imagined.tsv"
        lines = ["name\tkind\tcountry\twikidata", *(f"{r.name}\tperson\t{r.country}\t{r.key}" for r in rows)]
        table.write_text("\n".join(lines), encoding="utf-8")
        import_register(Path(made) / "store.db", table)
        with open_to_write(Path(made) / "store.db") as connection:
            for identity in _list_identities(folder):
                counts["people"] += 1
                counts["named_in_full"] += len(fold_words(identity.name).split()) > 1
                expected = expected_by_name.get(fold_words(identity.name).strip(), "")
                found, whole = find_candidates(
                    connection, [identity.name, *identity.aliases], identity.kind, identity.country
                )
                finding = link_identity(identity, found, whole=whole)
                outcome = _judge(finding, expected, owners)
                counts["expected"] += bool(expected)
                for name in outcome:
                    counts[name] += 1
                if outcome and outcome != ["right"]:
                    errors.append(_describe(outcome[0], identity, finding))
    linked = counts["right"] + counts["wrong"]
    figures: dict[str, float] = dict(counts)
    figures["precision"] = round(counts["right"] / linked, 4) if linked else 0.0
    figures["recall"] = round(counts["right"] / counts["expected"], 4) if counts["expected"] else 0.0
    return figures, errors


def _judge(finding: Finding | None, expected: str, owners: dict[str, str]) -> list[str]:
    if finding and finding.link:
        right = bool(expected) and owners[finding.link.actor] == expected
        return ["right"] if right else ["wrong", "missed"] if expected else ["wrong"]
    several = ["several"] if finding and finding.reason == "several fit equally" else []
    return [*(["missed"] if expected else []), *several]


def _list_identities(folder: Path) -> Iterator[Identity]:
    """The people of the gold articles, one for each article that they are in."""
    for path in sorted((folder / "gold").glob("*.json")):
        for number, person in enumerate(json.loads(path.read_text(encoding="utf-8"))["people"]):
            yield Identity(
                id=f"{path.stem}-{number}",
                name=person["name"],
                kind="person",
                country=person["country"],
                sector=person["sector"],
                aliases=tuple(person["aliases"]),
            )


def _list_people() -> list[dict[str, str]]:
    people: dict[str, dict[str, str]] = {}
    for name in ("actors/people.tsv", "actors/leaders.tsv"):
        for row in read_tsv(name):
            if row["country"] and len(row["name"].split()) > 1:
                people.setdefault(fold_words(row["name"]), row)
    return list(people.values())


def _list_expected() -> dict[str, str]:
    """The folded full names of the list, each to the first name of whom it is."""
    found: dict[str, str] = {}
    for row in _list_people():
        for name in (row["name"], *row["aliases"].split("|")):
            if len(fold_words(name).split()) > 1:
                found.setdefault(fold_words(name).strip(), fold_words(row["name"]).strip())
    return found


def _respell(name: str, country: str, number: int) -> str:
    """The name as another list would write it."""
    words = name.split()
    if country in TRANSCRIBED:
        words = [_transcribe(word, MANNERS[number % 2]) for word in words]
    if number % 3 == 0:
        words = [word for at, word in enumerate(words) if at in {0, len(words) - 1} or not re.fullmatch(r"\w\.", word)]
    suffix = words[-1].strip(".").casefold() in {"jr", "sr"}
    if number % 4 == 0 and not suffix:
        return f"{words[-1]}, {' '.join(words[:-1])}"
    if number % 4 == 1 and not suffix:
        return " ".join([*words[:-1], words[-1].upper()])
    return f"Mr. {' '.join(words)}" if number % 4 == 2 else " ".join(words)


def _transcribe(word: str, manner: Sequence[tuple[str, str]]) -> str:
    lower = word.casefold()
    for one, other in manner:
        if one in lower:
            return lower.replace(one, other).capitalize()
    return word


def _describe(outcome: str, identity: Identity, finding: Finding | None) -> str:
    found = finding.link.actor if finding and finding.link else finding.reason if finding else "none near"
    return f"{outcome}: {identity.name} ({identity.country}): {found}"


def bench(arguments: list[str]) -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="a folder of gold articles")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print the first N that are not as expected")
    asked = parser.parse_args(arguments)
    figures, errors = measure(asked.data)
    print_figures(**figures)
    for line in errors[: asked.errors]:
        print(f"# {line}")


if __name__ == "__main__":
    run_bench("bench.registers", bench)
