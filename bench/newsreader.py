"""The MEANTIME corpus (English): its tokens as text, its entity mentions with their chains and instances.

Source: Minard et al., MEANTIME, the NewsReader Multilingual Event and Time Corpus (LREC 2016); files of
`intra_cross-doc_annotation`. The corpus gives tokens without the spaces between them: the text is set again by the
habits of English print. The entities of the title and of the first four sentences (numbers 0 and 2 to 5; 1 is the date
line) are annotated in full, whatever follows only where it means one of some chosen instances.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from xml.etree import ElementTree as ET

from bench.common import BenchError
from coranto.intake.articles import make_article
from coranto.model.article import Article, Published

FOLDER = Path("english/intra_cross-doc_annotation")
TITLE, DATE, LAST_FULL = 0, 1, 5
"""Sentence numbers: of the title, of the date line, and of the last sentence that is annotated in full."""
CLOSING = frozenset(", . ; : ! ? % ) ] } … ” n't".split())
OPENING = frozenset("( [ { $ £ € # US$ “".split())
QUOTES = frozenset('"') | {"``", "''"}
SINGLE = frozenset({"'", "’"})
CONTRACTED = frozenset("s m d t re ve ll".split())
"""What stands after the apostrophe of a possessive or a short form."""
DOUBLE = frozenset({"``", "''"})
"""Quotation marks as the corpus writes them, set as `"`."""
ENDS = frozenset(". ! ? …".split())
SPLITS = frozenset(
    "of in on at by for from with to about against between among under over near after before since during who whom "
    "whose which that where when and , ( - -- : ;".split()
)
"""Words that end the core of a noun phrase: its head stands before the first of them."""


@dataclass(frozen=True, slots=True)
class GoldToken:
    """A token of the corpus: its offsets in the text (end exclusive) and the number of its sentence."""

    start: int
    end: int
    text: str
    sentence: int


@dataclass(frozen=True, slots=True)
class GoldMention:
    """A mention: its offsets and those of its head; `chain` is unique within the document, `instance` in the corpus.

    `kind` is PER, ORG, LOC, PRO (product), FIN (financial) or MIX; `form` is NAM, PRE.NAM, NOM, PRO, ... as the corpus
    has it, empty where it has none.
    """

    start: int
    end: int
    head: tuple[int, int]
    sentence: int
    form: str
    kind: str
    chain: str
    instance: str | None


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A document of the corpus; `unlinked` are the offsets of its mentions that refer to no entity."""

    name: str
    topic: str
    published: date | None
    text: str
    tokens: tuple[GoldToken, ...]
    mentions: tuple[GoldMention, ...]
    unlinked: tuple[tuple[int, int], ...] = ()

    def make_article(self) -> Article:
        """The article as Coranto would get it: text and date, the title being the first line of the text."""
        when = Published(value=self.published, basis="given") if self.published else Published()
        return make_article(self.text, source=f"{self.topic}/{self.name}", outlet="Wikinews", published=when)


def make_parser(doc: str | None, errors: str) -> argparse.ArgumentParser:
    """A parser with DATA, --topics and --errors; `errors` says what the last prints."""
    parser = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="the folder of the corpus")
    parser.add_argument(
        "--topics", nargs="+", default=[], metavar="NAME", help="airbus, apple, gm, stock (default all)"
    )
    parser.add_argument("--errors", type=int, default=0, metavar="N", help=errors)
    return parser


def read_documents(data: Path, topics: Iterable[str] = ()) -> Iterator[GoldDocument]:
    """The documents of these topics (airbus, apple, gm, stock; all where none is named), by topic and name.

    Raises BenchError where there are none.
    """
    wanted = set(topics)
    files = sorted((data / FOLDER).glob("corpus_*/*.xml"))
    if not files:
        raise BenchError(f"{data / FOLDER}: no XML files of MEANTIME there")
    for file in files:
        topic = file.parent.name.removeprefix("corpus_")
        if not wanted or topic in wanted:
            yield read_document(file, topic)


def read_document(file: Path, topic: str) -> GoldDocument:
    """One file of the corpus."""
    root = ET.parse(file).getroot()  # noqa: S314 (a corpus that the user names)
    rows = [(token.get("t_id", ""), token.text or "", int(token.get("sentence", 0))) for token in root.iter("token")]
    text, tokens = set_text([(word, sentence) for _, word, sentence in rows])
    numbers = {key: number for number, (key, _, _) in enumerate(rows)}
    markables, relations = root.find("Markables"), root.find("Relations")
    if markables is None or relations is None:
        raise BenchError(f"{file}: no annotation in it")
    return GoldDocument(
        unlinked=tuple(_read_unlinked(markables, relations, tokens, numbers)),
        name=file.stem,
        topic=topic,
        published=read_date(" ".join(token.text for token in tokens if token.sentence == DATE)),
        text=text,
        tokens=tokens,
        mentions=tuple(_read_mentions(markables, relations, tokens, numbers)),
    )


def read_date(line: str) -> date | None:
    """The day of a date line (`March 01 , 2008`); the values of the annotation are not all of one form."""
    try:
        return datetime.strptime(line.replace(" ,", ","), "%B %d, %Y").date()  # noqa: DTZ007 (a day has no zone)
    except ValueError:
        return None


def set_text(words: list[tuple[str, int]]) -> tuple[str, tuple[GoldToken, ...]]:
    """The text of (word, sentence number) pairs: title, date and headings on lines of their own, the rest as prose."""
    parts: list[str] = []
    tokens: list[GoldToken] = []
    length, quoted, single = 0, False, False
    for number, (found, sentence) in enumerate(words):
        word = '"' if found in DOUBLE else found
        before = words[number - 1] if number else None
        after = words[number + 1][0] if number + 1 < len(words) else ""
        space = ""
        if before is not None and sentence != before[1]:
            quoted = quoted and word not in QUOTES
            single = False
            space = "\n\n" if before[1] <= DATE or not _ends(words, number) else " "
        elif before is not None:
            opens = before[0] in OPENING or (before[0] in QUOTES and quoted) or (before[0] == "`" and single)
            closes = word in CLOSING or (word in QUOTES and quoted) or (word[0] in SINGLE and word[1:] in CONTRACTED)
            space = "" if opens or closes or _is_one_word(before[0], word, after, single=single) else " "
        if word == "`":
            single = True
        elif word in SINGLE:
            single = False
        elif word in QUOTES:
            quoted = not quoted
        parts += [space, word]
        start = length + len(space)
        length = start + len(word)
        tokens.append(GoldToken(start, length, word, sentence))
    return "".join(parts), tuple(tokens)


def _is_one_word(before: str, word: str, after: str, *, single: bool) -> bool:
    """Whether an apostrophe ties the word to the one before: `we ' re`, `O' Leary`, `Jobs ' health`."""
    if word in SINGLE:
        return single or after in CONTRACTED or before[-1] == "s"
    tied = before[-1] in SINGLE and (word in CONTRACTED or (before[0] == "O" and word[0].isupper()))
    return tied or (before == "O" and word[0] in SINGLE)


def _ends(words: list[tuple[str, int]], number: int) -> bool:
    """Whether the sentence before this word ends as prose does."""
    last = [word for word, _ in words[max(number - 3, 0) : number]]
    return any(word in ENDS for word in last[-2:]) or last[-1].endswith(".")


def _read_mentions(
    markables: ET.Element, relations: ET.Element, tokens: tuple[GoldToken, ...], numbers: dict[str, int]
) -> Iterator[GoldMention]:
    """The mentions that refer to an entity, by place; of several entities the first that is named is taken."""
    entities = {mark.get("m_id", ""): mark for mark in markables if mark.tag == "ENTITY"}
    refers: dict[str, str] = {}
    for relation in relations.iter("REFERS_TO"):
        target = relation.find("target")
        for source in relation.iter("source"):
            if target is not None:
                refers.setdefault(source.get("m_id", ""), target.get("m_id", ""))
    found = []
    for mark in markables:
        entity = entities.get(refers.get(mark.get("m_id", ""), ""))
        inside = sorted(numbers[anchor.get("t_id", "")] for anchor in mark.iter("token_anchor"))
        if mark.tag != "ENTITY_MENTION" or entity is None or not inside:
            continue
        own = [tokens[i] for i in inside]
        head = find_head([token.text for token in own], mark.get("head") or "", named=_is_name(mark))
        found.append(
            GoldMention(
                start=own[0].start,
                end=own[-1].end,
                head=(own[head].start, own[head].end),
                sentence=own[0].sentence,
                form=mark.get("syntactic_type") or "",
                kind=entity.get("ent_type") or "MIX",
                chain=entity.get("m_id", ""),
                instance=entity.get("instance_id") or None,
            )
        )
    yield from sorted(found, key=lambda mention: (mention.start, mention.end))


def _read_unlinked(
    markables: ET.Element, relations: ET.Element, tokens: tuple[GoldToken, ...], numbers: dict[str, int]
) -> Iterator[tuple[int, int]]:
    linked = {source.get("m_id") for relation in relations.iter("REFERS_TO") for source in relation.iter("source")}
    for mark in markables.iter("ENTITY_MENTION"):
        inside = sorted(numbers[anchor.get("t_id", "")] for anchor in mark.iter("token_anchor"))
        if inside and mark.get("m_id") not in linked:
            yield tokens[inside[0]].start, tokens[inside[-1]].end


def _is_name(mark: ET.Element) -> bool:
    return (mark.get("syntactic_type") or "").endswith("NAM")


def find_head(words: list[str], head: str, *, named: bool = False) -> int:
    """The place of the head word: the one the corpus names, else the last of the noun phrase's core.

    >>> find_head(["the", "chief", "executive", "of", "the", "firm"], "")
    2
    """
    told = head.split()
    if told and told[-1] in words:
        return len(words) - 1 - words[::-1].index(told[-1])
    if named and len(words) <= 3 and "," not in words:
        return len(words) - 1
    end = next((i for i, word in enumerate(words) if i and word.lower() in SPLITS), len(words))
    core = [i for i in range(end) if words[i] not in {"'s", "'", '"', "``", "''"}]
    return core[-1] if core else len(words) - 1
