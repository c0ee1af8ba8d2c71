"""Entities within a document, against MEANTIME English: `python -m bench.meantime DATA [--topics airbus apple]`.

DATA is the folder with `english/intra_cross-doc_annotation` (Minard et al. 2016). The text is set again from the
tokens (bench/newsreader.py) and read like any other; the figures are of the record, its mentions and entities.

What counts. Sentences 0 to 5 (title, date line, the first four) are annotated in full: all figures but
`late_recall` are of mentions that begin there. Later sentences mark only what means one of some chosen instances, so
nothing there can be wrong; `late_recall` is the share of those mentions that the record has. The main figures take
the gold mentions of persons, organisations and places (PER, ORG, LOC), which are what the record has; `all_*` take
products, financial things and mixed ones too, which it has not. All of the record's mentions count for precision,
but for those of documents; one that matches a gold mention of no counted type is wrong in the main figures, and one
that matches a gold mention that refers to nothing counts neither way.

A match: the same head token, one to one. The head is the last token of a phrase's core, before its first postmodifier
(`newsreader.find_head`, the same rule on both sides; the corpus's own word where it names one); of several with one
head the same span goes first, then the nearest in size. Gold mentions of one entity with one head (`Steve Jobs`
within `Apple CEO Steve Jobs`) are one. `exact_*`: the same span. Chains: MUC, B-cubed and CEAF-e over all counted
mentions of both sides, lone mentions included, and their mean, the CoNLL figure. `named_*`: gold names alone.
`rules`: of the record's links by rule, the share that join a mention to an entity of which it is one (mentions that
are alone in their entity or match nothing are left out).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from bench.chains import Chain, Counts, count_b_cubed, count_ceaf, count_muc
from bench.common import print_figures, run_bench
from bench.newsreader import LAST_FULL, GoldDocument, find_head, make_parser, read_documents
from coranto.model.reading import Reading
from coranto.pipeline import read_article

MAIN = frozenset({"PER", "ORG", "LOC"})
MEASURES: dict[str, Callable[[Sequence[Chain], Sequence[Chain]], Counts]] = {
    "muc": count_muc,
    "b_cubed": count_b_cubed,
    "ceaf": count_ceaf,
}


@dataclass(frozen=True, slots=True)
class Phrase:
    """A mention of either side: its span, head token, chain, and what it is called there."""

    start: int
    end: int
    head: int
    chain: str
    kind: str
    form: str
    rule: str = ""


@dataclass(slots=True)
class Tally:
    """The counts of all documents so far."""

    mentions: dict[str, Counts] = field(default_factory=dict)
    chains: dict[str, Counts] = field(default_factory=dict)
    late: Counter[str] = field(default_factory=Counter)
    rules: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def add(self, name: str, counts: Counts) -> None:
        """Count for a figure of mentions."""
        self.mentions[name] = self.mentions.get(name, Counts()).plus(counts)


def read_gold(document: GoldDocument) -> list[Phrase]:
    """The gold mentions, those of one entity with one head once (the longest)."""
    starts = {token.start: i for i, token in enumerate(document.tokens)}
    found: dict[tuple[int, str], Phrase] = {}
    for mention in sorted(document.mentions, key=lambda m: (m.start, -m.end)):
        head = starts[mention.head[0]]
        phrase = Phrase(mention.start, mention.end, head, mention.chain, mention.kind, mention.form)
        old = found.setdefault((head, mention.chain), phrase)
        if old is not phrase and "NAM" in mention.form and "NAM" not in old.form:
            found[head, mention.chain] = phrase
    return list(found.values())


def read_record(document: GoldDocument, reading: Reading) -> list[Phrase]:
    """The record's mentions as phrases on the corpus's tokens."""
    found = []
    for entity in reading.entities:
        if entity.kind == "document":
            continue
        for mention in entity.mentions:
            inside = [i for i, t in enumerate(document.tokens) if t.start < mention.end and mention.start < t.end]
            if inside:
                words = [document.tokens[i].text for i in inside]
                head = inside[find_head(words, "", named=mention.form == "name")]
                found.append(
                    Phrase(mention.start, mention.end, head, entity.id, entity.kind, mention.form, mention.rule)
                )
    return found


def match(gold: Sequence[Phrase], record: Sequence[Phrase]) -> dict[int, int]:
    """Numbers of the record's mentions to those of the gold mentions with the same head, the likest first."""
    by_head: dict[int, list[int]] = defaultdict(list)
    for number, phrase in enumerate(gold):
        by_head[phrase.head].append(number)
    pairs = [
        (abs(one.start - gold[k].start) + abs(one.end - gold[k].end), number, k)
        for number, one in enumerate(record)
        for k in by_head[one.head]
    ]
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, number, k in sorted(pairs):
        if number not in found and k not in taken:
            found[number] = k
            taken.add(k)
    return found


def list_chains(phrases: Sequence[Phrase], names: Sequence[object]) -> list[Chain]:
    """The chains, each the set of its mentions' names."""
    chains: dict[str, set[object]] = defaultdict(set)
    for phrase, name in zip(phrases, names, strict=True):
        chains[phrase.chain].add(name)
    return [frozenset(chain) for chain in chains.values()]


def count_document(document: GoldDocument, reading: Reading, tally: Tally) -> list[str]:
    """Add the document's counts to the tally; its misses and spurious mentions as lines."""
    full = max((t.end for t in document.tokens if t.sentence <= LAST_FULL), default=0)
    every, whole = read_gold(document), read_record(document, reading)
    gold = [phrase for phrase in every if phrase.start < full]
    loose = set(document.unlinked)
    matched_all = match(every, whole)
    record = [
        phrase
        for number, phrase in enumerate(whole)
        if phrase.start < full and (number in matched_all or (phrase.start, phrase.end) not in loose)
    ]
    late = [p for p in every if p.start >= full and p.kind in MAIN]
    tally.late.update(all=len(late), found=len({every[k] for k in matched_all.values()} & set(late)))
    main = [phrase for phrase in gold if phrase.kind in MAIN]
    for name, counted in (("", main), ("all_", gold)):
        found = match(counted, record)
        tally.add(name, Counts(len(found), len(counted), len(found), len(record)))
        names: list[object] = [("gold", found[i]) if i in found else ("record", i) for i in range(len(record))]
        key = list_chains(counted, [("gold", k) for k in range(len(counted))])
        response = list_chains(record, names)
        for measure, count in MEASURES.items():
            tally.chains[name + measure] = tally.chains.get(name + measure, Counts()).plus(count(key, response))
    found = match(main, record)
    spans = {(p.start, p.end) for p in main}
    exact = sum((p.start, p.end) in spans for p in record)
    tally.add("exact_", Counts(exact, len(main), exact, len(record)))
    named = [k for k, p in enumerate(main) if p.form.endswith("NAM")]
    hits = len(set(found.values()) & set(named))
    tally.add("named_", Counts(hits, len(named), 0, 0))
    _judge_links(tally, record, {i: main[k].chain for i, k in found.items()})
    return list(_tell_errors(document, main, record, found))


def _judge_links(tally: Tally, record: Sequence[Phrase], truth: dict[int, str]) -> None:
    """A link is right where the mention's gold chain is that of most of the entity's other matched mentions."""
    by_entity: dict[str, list[int]] = defaultdict(list)
    for number in truth:
        by_entity[record[number].chain].append(number)
    for numbers in by_entity.values():
        for number in numbers:
            others = Counter(truth[other] for other in numbers if other != number)
            if others:
                right = others[truth[number]] == max(others.values())
                tally.rules[record[number].rule]["right" if right else "wrong"] += 1


def _tell_errors(
    document: GoldDocument, gold: Sequence[Phrase], record: Sequence[Phrase], found: dict[int, int]
) -> Iterator[str]:
    for number, phrase in enumerate(gold):
        if number not in found.values():
            text = document.text[phrase.start : phrase.end]
            yield f"miss {document.topic} {phrase.kind} {phrase.form or '-'} {text!r}"
    for number, phrase in enumerate(record):
        if number not in found:
            text = document.text[phrase.start : phrase.end]
            yield f"spurious {document.topic} {phrase.kind} {phrase.form} {phrase.rule} {text!r}"


def print_tally(tally: Tally) -> None:
    """The figures of all documents."""
    for name in ("", "all_", "exact_"):
        counts = tally.mentions[name]
        print_figures(
            **{
                f"{name}mentions_p": counts.precision,
                f"{name}mentions_r": counts.recall,
                f"{name}mentions_f": counts.f1,
            }
        )
    print_figures(named_recall=tally.mentions["named_"].recall)
    print_figures(late_recall=tally.late["found"] / max(tally.late["all"], 1))
    for name in ("", "all_"):
        scores = {measure: tally.chains[name + measure].f1 for measure in MEASURES}
        print_figures(**{f"{name}{measure}_f": score for measure, score in scores.items()})
        print_figures(**{f"{name}conll_f": sum(scores.values()) / len(scores)})
    for rule, judged in sorted(tally.rules.items()):
        print(f"rule {rule} right {judged['right']} wrong {judged['wrong']}")


def bench(arguments: list[str]) -> None:
    """Print the figures of mentions and chains, and the links by rule."""
    options = make_parser(__doc__, "print the first N misses and spurious").parse_args(arguments)
    tally, errors = Tally(), []
    documents = 0
    for document in read_documents(options.data, options.topics):
        documents += 1
        errors += count_document(document, read_article(document.make_article()), tally)
    print_figures(documents=documents)
    print_tally(tally)
    for line in errors[: options.errors]:
        print(line)


if __name__ == "__main__":
    run_bench("bench.meantime", bench)
