"""The tagger's names, mended by what the whole article shows of them.

The statistical tagger labels each sentence by itself: it splits a name here and not there, and calls the same words a
person once and a body another time. Names are joined where their parts make one phrase, words take the label that
most of their occurrences bear, and names of products, which act for nobody, are told from those of bodies.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from coranto.extract.known import find_known, fold, load_products
from coranto.extract.roles import find_role
from coranto.model.entity import EntityKind
from coranto.model.sentence import Sentence, Token

PRODUCT = "PRODUCT"
ACTING = frozenset({"PERSON", "ORG", "GPE", "LOC", "NORP", "FAC"})
VOTED = frozenset({"PERSON", "ORG"})
PARTS = frozenset({"compound", "nmod"})
MODEL = re.compile(r"[A-Z]{0,5}-?\d[\w.-]*s?")
"""A model's designation: `A380`, `747s`, `KC-45`, `2.0`."""
YEAR = re.compile(r"(?:19|20)\d\d")
SMALL_FIRST = re.compile(r"i[A-Z]\w+")
"""The spelling of devices and programs; no body is known to be written so."""
THINGS = frozenset(
    "version system software device browser model aircraft airliner jet application app program phone laptop "
    "computer smartphone tablet console missile rifle vaccine drug engine line update edition kit platform processor "
    "chip printer camera satellite rocket helicopter bomber drone sedan suv hatchback minivan pickup motorcycle "
    "spacecraft".split()
)
"""Nouns that tell what a name beside them names."""
INDEXES = frozenset("index average composite benchmark".split())
"""Nouns for measures of a market, which bear names of their own."""
OCCASIONS = frozenset("conference summit games olympics expo festival cup championship championships awards".split())
UNVEILED = frozenset({"unveil", "introduce", "install", "download", "upgrade", "discontinue"})
UNITS = frozenset({"GB", "MB", "TB", "KB", "KM", "MM", "CM", "MW", "GW", "KW"})
NEW = frozenset({"new", "latest", "upcoming", "forthcoming"})
OWNERS = frozenset({"its", "their", "a", "an"})


KINDS: dict[str, EntityKind] = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
}
"""Kinds of entity by the tagger's label."""


class Label(NamedTuple):
    """A name as the tagger or the article labels it; token numbers, `last` exclusive."""

    first: int
    last: int
    label: str


def mend_labels(sentences: Sequence[Sentence]) -> list[list[Label]]:
    """The names of each sentence; those of products are labelled so."""
    found = [_join_parts(sentence, read_labels(sentence)) for sentence in sentences]
    named = [[_words(sentence, label) for label in labels] for sentence, labels in zip(sentences, found, strict=True)]
    votes: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for sentence, labels, names in zip(sentences, found, named, strict=True):
        for label, words in zip(labels, names, strict=True):
            judged = PRODUCT if _follows_thing(sentence, label) else _judge(sentence, label, words)
            votes[words][judged] += 1
        _vote_for_pairs(sentence, labels, names, votes)
    products = {words for words, counts in votes.items() if _is_product(words, counts)}
    makes = {words[0] for words in products if len(words) == 1}
    products |= {words for words in votes if words and words[0] in makes and find_known(" ".join(words)) is None}
    surnames = {words[-1] for words, counts in votes.items() if len(words) > 1 and counts["PERSON"]}
    elected = {
        words: "PERSON" if len(words) == 1 and words[0] in surnames else _elect(counts)
        for words, counts in votes.items()
        if len(counts) > 1 and find_known(" ".join(words)) is None
    }
    mended: list[list[Label]] = []
    for sentence, labels, names in zip(sentences, found, named, strict=True):
        kept: list[Label] = []
        for label, words in zip(labels, names, strict=True):
            product = (
                words in products
                or _is_listed(sentence, label, words)
                or _names_model(sentence, label)
                or _follows_product(sentence, kept, label)
            )
            mended_label = PRODUCT if product else elected.get(words) or label.label
            kept.append(label if mended_label == label.label else label._replace(label=mended_label))
        mended.append(kept)
    return mended


def read_labels(sentence: Sentence) -> list[Label]:
    """The tagger's labels as they are, in order."""
    found: list[Label] = []
    for token in sentence.tokens:
        if not token.label:
            continue
        if found and not token.label_start and found[-1].last == token.i and found[-1].label == token.label:
            found[-1] = found[-1]._replace(last=token.i + 1)
        else:
            found.append(Label(token.i, token.i + 1, token.label))
    return [_cut_verb(sentence, label) for label in found]


def _cut_verb(sentence: Sentence, label: Label) -> Label:
    """`Soviet Union Agrees`, in a headline: the verb whose subject the name is belongs to no name."""
    last = sentence.tokens[label.last - 1]
    if label.last - label.first < 2 or last.pos != "VERB" or last.tag not in {"VBZ", "VBD"}:
        return label
    subjects = sentence.children_of(last.i, "nsubj", "nsubjpass")
    return label._replace(last=last.i) if any(label.first <= s.i < last.i for s in subjects) else label


def _words(sentence: Sentence, label: Label) -> tuple[str, ...]:
    tokens = sentence.tokens[label.first : label.last]
    words = [fold(t.text) for t in tokens if t.tag not in {"POS", "DT"} and t.pos != "PUNCT"]
    return tuple(words)


def _join_parts(sentence: Sentence, labels: list[Label]) -> list[Label]:
    """`Northrop` and `Grumman`, labelled one by one, are one name; so is `Boeing` with `Commercial Airplanes`."""
    tokens = sentence.tokens
    joined: list[Label] = []
    for label in labels:
        before = joined[-1] if joined else None
        if before is not None and _belong_together(sentence, before, label):
            joined[-1] = before._replace(last=label.last)
        else:
            joined.append(label)
    if sentence.heading or not joined:
        return joined
    starts = {label.first for label in joined}
    for number, label in enumerate(joined):
        last = label.last
        while label.label == "ORG" and last < len(tokens) and last not in starts and _continues(sentence, label, last):
            last += 1
        joined[number] = label._replace(last=last)
    return joined


def _belong_together(sentence: Sentence, one: Label, other: Label) -> bool:
    tokens = sentence.tokens
    if one.last != other.first or one.label != "ORG" or other.label != "ORG":
        return False
    end = tokens[one.last - 1]
    if end.dep not in PARTS or not other.first <= end.head < other.last or not _is_proper(tokens[other.first]):
        return False
    return not (_is_known(sentence, one) and _is_known(sentence, other))


def _continues(sentence: Sentence, label: Label, last: int) -> bool:
    """Whether the unlabelled token after the name is a part of it: a proper noun that the name's end modifies."""
    token, end = sentence.tokens[last], sentence.tokens[last - 1]
    if token.label or not _is_proper(token) or MODEL.fullmatch(token.text) or end.dep != "compound":
        return False
    if end.head < last or sentence.tokens[label.first].head > last + 3:
        return False
    found = find_role(sentence, last)
    if found is not None and found[0].kind == "person":
        return False
    after = sentence.tokens[token.head] if token.dep == "compound" else token
    role = find_role(sentence, after.i)
    return not (role is not None and role[0].kind == "person" and token.dep != "compound")


def _is_proper(token: Token) -> bool:
    return token.pos == "PROPN" and token.text[0].isupper()


def _is_known(sentence: Sentence, label: Label) -> bool:
    return find_known(" ".join(t.text for t in sentence.tokens[label.first : label.last])) is not None


def _judge(sentence: Sentence, label: Label, words: tuple[str, ...]) -> str:
    """The tagger's label, or PRODUCT where the words around the name are those of a product."""
    tokens = sentence.tokens
    if tokens[label.first].text in UNITS and label.first and tokens[label.first - 1].pos == "NUM":
        return PRODUCT
    end = tokens[label.last - 1]
    if label.label == "GPE":
        sized = end.text in UNITS and tokens[max(label.last - 2, 0)].pos == "NUM"
        return PRODUCT if sized or SMALL_FIRST.fullmatch(end.text) else label.label
    if label.label not in {"ORG", "PERSON", "NORP"}:
        return label.label
    if any(SMALL_FIRST.fullmatch(t.text) for t in tokens[label.first : label.last]):
        return PRODUCT
    if len(words) > 1:
        if MODEL.fullmatch(end.text) and find_role(sentence, label.last - 2) is None:
            return PRODUCT
        if end.lower in OCCASIONS or (end.lower in INDEXES and not _holds_role(sentence, label)):
            return PRODUCT
    if label.label == "NORP" and len(words) == 1 and label.first and find_known(words[0]) is None:
        before = tokens[label.first - 1].text
        return PRODUCT if MODEL.fullmatch(before) and YEAR.fullmatch(before) is None else label.label
    if label.label == "NORP" or _holds_role(sentence, label) or (label.label == "PERSON" and len(words) > 1):
        return label.label
    return PRODUCT if _reads_as_thing(sentence, label, end) else label.label


def _reads_as_thing(sentence: Sentence, label: Label, end: Token) -> bool:
    """Whether the words around the name describe a thing: `the new X line`, `X, a browser`, `unveiled its X`."""
    tokens = sentence.tokens
    first = label.first + (tokens[label.first].pos == "DET")
    before = tokens[first - 1].lower if first else ""
    if end.dep in PARTS and end.head >= label.last:
        head = tokens[end.head]
        if head.lemma in INDEXES:
            return True
        return before in NEW and label.label == "ORG" and head.lemma in THINGS
    if before in NEW:
        return True
    left = [tokens[i].lower for i in sentence.children[end.i] if i < end.i]
    if end.tag == "NNP" and before in OWNERS and left and left[0] in OWNERS:
        return True
    if end.dep == "dobj" and tokens[end.head].lemma in UNVEILED:
        return label.label == "ORG"
    beside = [child.lemma for child in sentence.children_of(end.i, "appos", "compound", "nmod")]
    if end.dep == "appos":
        beside.append(tokens[end.head].lemma)
    return any(lemma in THINGS for lemma in beside)


def _follows_product(sentence: Sentence, before: list[Label], label: Label) -> bool:
    """`(SDK)` right after a product's full name."""
    if not before or before[-1].label != PRODUCT or label.last - label.first > 1:
        return False
    between = [t.text for t in sentence.tokens[before[-1].last : label.first]]
    return between == ["("] and sentence.tokens[label.first].text.isupper()


def _follows_thing(sentence: Sentence, label: Label) -> bool:
    """`(RTK)` right after `the River Traffic Kit` or `the World Port Conference`: short for what is no body."""
    first, tokens = label.first, sentence.tokens
    if label.last - first > 1 or first < 2 or tokens[first - 1].text != "(" or not tokens[first].text.isupper():
        return False
    before = tokens[first - 2]
    return before.text[0].isupper() and before.lower in THINGS | OCCASIONS and len(tokens[first].text) > 1


def _vote_for_pairs(
    sentence: Sentence, labels: list[Label], names: list[tuple[str, ...]], votes: dict[tuple[str, ...], Counter[str]]
) -> None:
    """`Nivo and Nivo Max`: what a product is named along with is one too, where no list knows it."""
    by_end = {label.last - 1: number for number, label in enumerate(labels)}
    for number, label in enumerate(labels):
        end = sentence.tokens[label.last - 1]
        other = by_end.get(end.head) if end.dep == "conj" else None
        if other is None:
            continue
        for one, two in ((number, other), (other, number)):
            judged = _judge(sentence, labels[two], names[two])
            if judged == PRODUCT and _judge(sentence, labels[one], names[one]) == "ORG" and names[one]:
                votes[names[one]].update({PRODUCT: 1, "ORG": -1})


def _is_listed(sentence: Sentence, label: Label, words: tuple[str, ...]) -> bool:
    """A name of the list of products, or one of a listed make: `MacBook`, and so `MacBook Air`."""
    listed = load_products()
    if label.label not in ACTING or not words:
        return False
    if words not in listed:
        made = any(listed.get(words[:n]) == "make" for n in range(1, len(words)))
        if label.label != "ORG" or not made or _holds_role(sentence, label):
            return False
    return find_known(" ".join(words)) is None


def _holds_role(sentence: Sentence, label: Label) -> bool:
    """Whether a word of the name is that of a body or office: `Ministry`, `Council`."""
    return any(find_role(sentence, i) is not None for i in range(label.first, label.last))


def _is_product(words: tuple[str, ...], counts: Counter[str]) -> bool:
    """Whether the article shows the name as a product's at least as often as as someone's."""
    if not words or not counts[PRODUCT] or find_known(" ".join(words)) is not None:
        return False
    return counts[PRODUCT] >= sum(counts[label] for label in ACTING)


def _elect(counts: Counter[str]) -> str | None:
    """The label of most occurrences, where it is a person's or body's and clearly outweighs the other."""
    (best, most), *rest = counts.most_common()
    if best in VOTED and most >= 2 * sum(count for label, count in rest if label in ACTING) and most > 1:
        return best
    return None


def _makes(sentence: Sentence, label: Label) -> bool:
    """Whether the name may be a firm's: a list has it as one, or no list has it."""
    known = find_known(" ".join(t.text for t in sentence.tokens[label.first : label.last]))
    return known is None or known.sector == "BUS"


def _names_model(sentence: Sentence, label: Label) -> bool:
    """`Airbus` in `Airbus A380`, `Air France` in `Air France Flight 447`: a thing is meant, not its maker."""
    if label.label != "ORG" or label.last >= len(sentence.tokens):
        return False
    after, end = sentence.tokens[label.last], sentence.tokens[label.last - 1]
    if MODEL.fullmatch(after.text) is None or YEAR.fullmatch(after.text) is not None:
        return False
    if end.dep not in PARTS or end.head < label.last:
        # the parser takes `Boeing 717` for a name with a number behind it
        counts = after.dep == "nummod" and after.head > after.i
        behind = after.dep in {"nummod", "appos", "npadvmod"} and not counts
        return len(after.text) > 2 and behind and _makes(sentence, label)
    return after.label in {PRODUCT, "", "ORG"} or len(after.text) > 2
