"""Appositions: the person whom a description beside a name describes: `X, the minister`, `the minister, X`."""

from __future__ import annotations

from collections.abc import Iterator

from coranto.extract.roles import RoleNoun
from coranto.model.drafts import Mention, TokenRef
from coranto.model.sentence import Sentence
from coranto.model.span import Range
from coranto.resolve.drafts import Board, Draft
from coranto.resolve.titles import add_role, find_body, is_former, read_modifier, title_range


def take_role(board: Board, mention: Mention, person: Draft, role: RoleNoun) -> None:
    """Let a description be the person beside it, who then holds that office."""
    sentence = board.sentences[mention.sentence]
    of = find_body(board, sentence, mention.head)
    add_role(
        person,
        (role, is_former(sentence, Range(mention.tokens.first, mention.head))),
        (sentence, title_range(board, mention)),
        of,
    )
    sector = read_modifier(sentence, mention.head) if role.inherits else None
    if sector:
        person.sectors.append(sector)
    board.link(mention, person)


def find_appositions(board: Board) -> Iterator[tuple[tuple[int, int], Draft]]:
    """Descriptions of a named person: `X, the minister`, `the minister, X`, `X is the minister`."""
    for mention in board.mentions:
        if mention.form != "nominal" or mention.kind != "unnamed":
            continue
        sentence = board.sentences[mention.sentence]
        token = sentence.tokens[mention.head]
        if token.tag in {"NNS", "NNPS"}:
            continue
        name = _name_beside(board, sentence, mention)
        if name is not None:
            yield (mention.sentence, mention.head), name


def _name_beside(board: Board, sentence: Sentence, mention: Mention) -> Draft | None:
    token = sentence.tokens[mention.head]
    if token.dep in {"appos", "attr"}:
        if token.dep == "appos":
            other: int | None = token.head
        else:
            verb = sentence.tokens[token.head]
            subjects = sentence.children_of(verb.i, "nsubj") if verb.lemma in {"be", "become", "remain"} else iter(())
            other = next((c.i for c in subjects), None)
        draft = _person_at(board, sentence, other)
        if draft is not None:
            return draft
    for child in sentence.children_of(mention.head, "appos"):
        draft = _person_at(board, sentence, child.i)
        if draft is not None:
            return draft
    tokens = sentence.tokens
    after = mention.tokens.last
    if after + 1 < len(tokens) and tokens[after].text == "," and tokens[mention.tokens.first].dep != "conj":
        for name in board.in_sentence[mention.sentence]:
            if name.form == "name" and name.kind == "person" and name.tokens.first == after + 1:
                end = name.tokens.last
                if end >= len(tokens) or tokens[end].text in {",", ".", "("} or tokens[end].pos in {"VERB", "AUX"}:
                    return board.find(name)
    before = mention.tokens.first
    if (
        before >= 2
        and tokens[before - 1].text == ","
        and (tokens[before].lower in {"the", "a", "an"} or token.dep == "appos")
    ):
        for name in board.in_sentence[mention.sentence]:
            ends = after >= len(tokens) or tokens[after].text in {",", ".", "and", "who"} or token.dep == "appos"
            if ends and name.form == "name" and name.kind == "person" and name.tokens.last == before - 1:
                return board.find(name)
    return None


def _person_at(board: Board, sentence: Sentence, token: int | None) -> Draft | None:
    if token is None:
        return None
    ref = TokenRef(sentence.number, token)
    mention = board.by_head.get(ref)
    draft = board.at.get(ref) or board.inside.get(ref)
    if draft is None or draft.kind != "person" or (mention is not None and mention.form == "pronoun"):
        return None
    return draft
