"""Entities: mentions that stand for one person, body, state or group are joined."""

from __future__ import annotations

from collections.abc import Sequence

from coranto.model.article import Article
from coranto.model.drafts import Cast, Mention
from coranto.model.sentence import Sentence
from coranto.resolve.actors import infer_countries
from coranto.resolve.casts import build_cast
from coranto.resolve.coreference.acronyms import link_acronyms, tell_acronyms
from coranto.resolve.coreference.descriptions import link_descriptions, link_possessed
from coranto.resolve.coreference.institutions import join_bodies, join_known, join_things
from coranto.resolve.coreference.namesakes import part_namesakes
from coranto.resolve.coreference.people import claim_surnames, join_persons, know_leaders
from coranto.resolve.coreference.pronouns import link_pronouns
from coranto.resolve.drafts import start_board
from coranto.resolve.leaders import was_soviet
from coranto.resolve.roles.appositions import complete_roles
from coranto.resolve.roles.titles import read_titles


def resolve_entities(article: Article, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> Cast:
    """Everyone in the article, and who stands at which token."""
    board = start_board(sentences, mentions)
    board.published = article.published.value
    join_things(board)
    join_known(board, soviet=was_soviet(article.published.value))
    part_namesakes(board)
    join_persons(board)
    claim_surnames(board)
    join_bodies(board)
    know_leaders(board, article.published.value)
    link_acronyms(board)
    tell_acronyms(board)
    for mention in board.mentions:
        draft = board.find(mention)
        if draft is not None and draft.kind == "person" and mention.form == "name":
            read_titles(board, mention, draft)
    link_descriptions(board)
    link_pronouns(board)
    link_possessed(board)
    complete_roles(board)
    infer_countries(board)
    return build_cast(article, board)
