"""Sentences of tokens with their dependencies, as the parse yields them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coranto.model.block import Block
from coranto.model.span import Range, Span


@dataclass(frozen=True, slots=True)
class Token:
    """One token; `start` and `end` count in the article's text, `offset` in the repaired text of its sentence.

    `text` is the repaired word, `lower` the same in small letters.
    """

    i: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    label: str
    label_start: bool
    start: int
    end: int
    offset: int
    lower: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A parsed sentence. Heads and children are token numbers within it; the root is its own head."""

    number: int
    paragraph: int
    heading: bool
    text: str
    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...]
    edges: tuple[Range, ...]
    block: Block
    first: int
    found: str

    @property
    def start(self) -> int:
        """Offset into the article of the sentence's first character."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """One past its last character."""
        return self.tokens[-1].end

    @property
    def root(self) -> int:
        """The token that heads the sentence."""
        return next(token.i for token in self.tokens if token.head == token.i)

    def span(self, tokens: Range) -> Span:
        """The words of the tokens as they stand in the article."""
        return Span.of(self.found, self.tokens[tokens.first].start, self.tokens[tokens.last - 1].end)

    def span_at(self, first: int, last: int) -> Span:
        """The words as found of `self.text[first:last]` (repaired offsets, as a regular expression gives them)."""
        return Span.of(self.found, *self.block.find_offsets(self.first + first, self.first + last))

    def words(self, tokens: Range) -> str:
        """The repaired words of the tokens."""
        last = self.tokens[tokens.last - 1]
        return self.text[self.tokens[tokens.first].offset : last.offset + len(last.text)]

    def subtree(self, token: int) -> Range:
        """The contiguous range that the token governs (its left edge to its right edge)."""
        return self.edges[token]

    def children_of(self, token: int, *deps: str) -> Iterator[Token]:
        """The token's dependents, in order; only those with one of the relations, where any are named."""
        for child in self.children[token]:
            if not deps or self.tokens[child].dep in deps:
                yield self.tokens[child]

    def ancestors_of(self, token: int) -> Iterator[Token]:
        """Its head, the head of that, and so on to the root."""
        while (head := self.tokens[token].head) != token:
            yield self.tokens[head]
            token = head

    def conjuncts_of(self, token: int) -> tuple[int, ...]:
        """The token and those coordinated under it, in order."""
        found = [token]
        for number in found:
            found += [child.i for child in self.children_of(number, "conj")]
        return tuple(sorted(found))

    def tokens_in(self, span: Span) -> Range:
        """The tokens that share a character with the span; an empty range where none does."""
        inside = [t.i for t in self.tokens if t.start < span.end and span.start < t.end]
        return Range(inside[0], inside[-1] + 1) if inside else Range(0, 0)
