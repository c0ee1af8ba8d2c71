"""Entities in the making, and the table of who stands where."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from coranto.extract.known import Known
from coranto.extract.roles import RoleNoun
from coranto.model.drafts import Mention, TokenRef
from coranto.model.entity import EntityKind, Role
from coranto.model.sentence import Sentence, Token
from coranto.model.span import Range


@dataclass(slots=True, eq=False)
class Draft:
    """An entity while its mentions are still being gathered."""

    kind: EntityKind
    name: str
    country: str | None = None
    sector: str | None = None
    gender: str = ""
    plural: bool = False
    known: Known | None = None
    words: tuple[str, ...] = ()
    role_words: set[str] = field(default_factory=set)
    roles: list[Role] = field(default_factory=list)
    sectors: list[str] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    former: bool = False
    thing: bool = False
    """A product or the like: pronouns may mean it, but it acts for nobody and is no entity of the record."""
    joint: bool = False
    """Two or more taken together, so that no single country or member may stand for it."""
    members: tuple[Draft, ...] = ()


class Reason(NamedTuple):
    """The rule that joined a mention to its draft, and how sure it is, 0 to 1."""

    rule: str
    confidence: float


SAME_NAME = Reason("same_name", 1.0)
FIRST = Reason("first", 1.0)
"""The first mention of its entity: there is none to join it to."""


@dataclass(frozen=True, slots=True)
class Claim:
    """An office that the text gives someone: the holder's name, the words of the title, and the body if known."""

    holder: TokenRef
    noun: RoleNoun
    title: Range
    of: Draft | None


@dataclass(slots=True, eq=False)
class Board:
    """The sentences, their mentions by head, and the drafts found so far (in the order they were made)."""

    sentences: Sequence[Sentence]
    mentions: Sequence[Mention]
    by_head: dict[TokenRef, Mention] = field(default_factory=dict)
    at: dict[TokenRef, Draft] = field(default_factory=dict)
    inside: dict[TokenRef, Draft] = field(default_factory=dict)
    drafts: list[Draft] = field(default_factory=list)
    in_sentence: dict[int, list[Mention]] = field(default_factory=dict)
    why: dict[TokenRef, Reason] = field(default_factory=dict)
    claims: list[Claim] = field(default_factory=list)
    published: date | None = None
    quoted: Container[TokenRef] = ()
    """The tokens within quotation marks, once they are known."""

    def add(self, draft: Draft) -> Draft:
        """Keep a new draft."""
        self.drafts.append(draft)
        return draft

    def link(self, mention: Mention, draft: Draft, why: Reason = SAME_NAME) -> None:
        """Let the mention stand for the draft, in place of any other."""
        ref = TokenRef(mention.sentence, mention.head)
        self.why[ref] = why
        old = self.at.get(ref)
        if old is draft:
            return
        if old is not None:
            old.mentions.remove(mention)
        self.at[ref] = draft
        draft.mentions.append(mention)
        if mention.form == "name":
            for i in range(mention.tokens.first, mention.tokens.last):
                self.inside[TokenRef(mention.sentence, i)] = draft

    def keep(self, draft: Draft, mention: Mention, why: Reason = SAME_NAME) -> None:
        """Link the mention to a draft that may be new."""
        if not draft.mentions and draft not in self.drafts:
            self.add(draft)
        self.link(mention, draft, why)

    def find(self, mention: Mention) -> Draft | None:
        """Whom the mention stands for."""
        # (a plain pair, which is the same key, is made in a quarter of the time)
        return self.at.get((mention.sentence, mention.head))  # type: ignore[call-overload,no-any-return]

    def explain(self, mention: Mention) -> Reason:
        """Why the mention stands for its draft."""
        return self.why[(mention.sentence, mention.head)]  # type: ignore[index]

    def token(self, mention: Mention) -> Token:
        """The mention's head word."""
        return self.sentences[mention.sentence].tokens[mention.head]

    def absorb(self, kept: Draft, gone: Draft, why: Reason | None = None) -> None:
        """Join two drafts that prove to be one; `why` takes the place of the reasons of the one that goes."""
        if kept is gone:
            return
        for mention in list(gone.mentions):
            self.link(mention, kept, why or self.explain(mention))
        kept.roles += gone.roles
        kept.sectors += gone.sectors
        kept.role_words |= gone.role_words
        kept.country = kept.country or gone.country
        kept.gender = kept.gender or gone.gender
        if gone in self.drafts:
            self.drafts.remove(gone)


def start_board(sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> Board:
    """A board on which nobody stands yet."""
    board = Board(sentences, mentions)
    for mention in mentions:
        board.by_head[TokenRef(mention.sentence, mention.head)] = mention
        board.in_sentence.setdefault(mention.sentence, []).append(mention)
    return board
