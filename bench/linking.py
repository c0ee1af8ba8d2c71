"""Entities across articles, against MEANTIME English: `python -m bench.linking DATA [--topics gm stock]`.

DATA is the folder with `english/intra_cross-doc_annotation` (Minard et al. 2016), whose entities bear the id of an
instance of the whole corpus. The articles are read as any others, their entities joined by
`coranto.compare.identities`, and the identities compared with the instances.

What counts. The items are the gold mentions of persons, organisations and places (PER, ORG, LOC) in the articles of
the topics: every one in the title and the first four sentences, later ones where they mean one of the instances that
the corpus chose to follow. A gold mention goes with the record's mention that has the same head token (as in
`bench.meantime`); one that the record has not is alone in a cluster of its own. An entity without an instance is one
within its document.

`b_cubed_*`: Bagga and Baldwin's measure over those items: the instances are the key, the identities the response.
`found_*`: over the gold mentions alone that the record has. `names_*`: over those that are names. `all_*`: over all
types. `within_*`: identities left out, each entity of each article by itself. `ceiling_*`: each of the record's
entities joined rightly, that is by the instance that most of its mentions have: what no joining of whole entities can
exceed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bench.chains import Chain, Counts, count_b_cubed
from bench.common import print_figures, run_bench
from bench.meantime import match, read_gold, read_record
from bench.newsreader import GoldDocument, make_parser, read_documents
from coranto.compare.decisions import Verdicts
from coranto.compare.identities import build_identities, map_entities
from coranto.model.identity import Identity
from coranto.model.reading import Reading
from coranto.pipeline import read_article
from coranto.store.profiles import make_profiles

TYPES = frozenset({"PER", "ORG", "LOC"})


@dataclass(frozen=True, slots=True)
class Item:
    """A gold mention: its instance, and the record's entity that has it, if any."""

    place: tuple[str, int]
    kind: str
    named: bool
    instance: str
    entity: str | None
    text: str


def list_items(document: GoldDocument, reading: Reading) -> list[Item]:
    """The gold mentions of a document with the record's entities."""
    gold, record = read_gold(document), read_record(document, reading)
    instances = {mention.chain: mention.instance for mention in document.mentions}
    entities = {number: record[place].chain for place, number in match(gold, record).items()}
    return [
        Item(
            place=(document.name, number),
            kind=phrase.kind,
            named=phrase.form.endswith("NAM"),
            instance=instances[phrase.chain] or f"{document.name} {phrase.chain}",
            entity=entities.get(number),
            text=document.text[phrase.start : phrase.end],
        )
        for number, phrase in enumerate(gold)
    ]


def group(items: Sequence[Item], name: Callable[[Item], str | None]) -> list[Chain]:
    """The items by that name; those that have none are alone."""
    chains: dict[object, set[object]] = defaultdict(set)
    for item in items:
        chains[name(item) or item.place].add(item.place)
    return [frozenset(chain) for chain in chains.values()]


def score(items: Sequence[Item], name: Callable[[Item], str | None]) -> Counts:
    """B-cubed of the items grouped so against their instances."""
    return count_b_cubed(group(items, lambda item: item.instance), group(items, name))


def tell_errors(items: Sequence[Item], names: dict[str, str]) -> list[str]:
    """Identities of several instances, and instances of several identities, those that cost most first."""
    lines = []
    sides: tuple[tuple[str, Callable[[Item], str], Callable[[Item], str]], ...] = (
        ("mixed", lambda item: names.get(item.entity or "", item.entity or ""), lambda item: item.instance),
        ("split", lambda item: item.instance, lambda item: names.get(item.entity or "", item.entity or "")),
    )
    for label, outer, inner in sides:
        groups: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for item in items:
            if item.entity:
                groups[outer(item)][inner(item)].append(item.text)
        for parts in groups.values():
            sizes = sorted((len(texts) for texts in parts.values()), reverse=True)
            if len(sizes) > 1:
                told = "; ".join(
                    f"{len(texts)} {Counter(texts).most_common(2)}"
                    for texts in sorted(parts.values(), key=lambda texts: (-len(texts), texts))[:8]
                )
                lines.append((sum(sizes[1:]), f"{label} {told}"))
    return [line for _, line in sorted(lines, key=lambda line: (-line[0], line[1]))]


def print_counts(name: str, counts: Counts) -> None:
    """Precision, recall and F1 under that name."""
    print_figures(**{f"{name}_p": counts.precision, f"{name}_r": counts.recall, f"{name}_f": counts.f1})


def print_scores(every: Sequence[Item], identities: Sequence[Identity]) -> None:
    """All figures of these items."""
    items = [item for item in every if item.kind in TYPES]
    identity = map_entities(identities)
    majority: dict[str, Counter[str]] = defaultdict(Counter)
    for item in every:
        if item.entity:
            majority[item.entity][item.instance] += 1
    best = {entity: min(counts, key=lambda i: (-counts[i], i)) for entity, counts in majority.items()}

    def join(item: Item) -> str | None:
        return identity.get(item.entity or "", item.entity)

    found = [item for item in items if item.entity]
    print_figures(mentions=len(items), found=len(found), instances=len({item.instance for item in items}))
    print_figures(identities=len({join(item) for item in found}))
    print_counts("b_cubed", score(items, join))
    print_counts("found", score(found, join))
    print_counts("names", score([item for item in items if item.named], join))
    print_counts("all", score(every, join))
    print_counts("within", score(items, lambda item: item.entity))
    print_counts("ceiling", score(items, lambda item: best.get(item.entity or "")))


def bench(arguments: list[str]) -> None:
    """Print the figures of the topics, and of each of them."""
    options = make_parser(__doc__, "print the N errors that cost most").parse_args(arguments)
    items: list[Item] = []
    readings = []
    for document in read_documents(options.data, options.topics):
        reading = read_article(document.make_article())
        readings.append(reading)
        items += list_items(document, reading)
    identities = build_identities((p for reading in readings for p in make_profiles(reading)), Verdicts())
    print_figures(documents=len(readings))
    print_scores(items, identities)
    if options.errors:
        names = map_entities(identities)
        for line in tell_errors([item for item in items if item.kind in TYPES], names)[: options.errors]:
            print(line)


if __name__ == "__main__":
    run_bench("bench.linking", bench)
