"""Acronyms that the text defines: `the Ministry of the Interior (MININT)`."""

from __future__ import annotations

import re

from coranto.model.sentence import Sentence
from coranto.resolve.coreference.reasons import explain
from coranto.resolve.drafts import Board, Draft
from coranto.resolve.names.comparison import make_initials

ACRONYM = re.compile(r"\(\s*(?:the\s+|or\s+)?[“\"']?([A-Z][A-Za-z.&-]{1,9}[A-Z]|[A-Z]{2,10})[”\"']?\s*\)")


def link_acronyms(board: Board) -> None:
    """Join `MININT` to `the Ministry of the Interior (MININT)`, and `ABC` to a body with those initials."""
    bodies = [d for d in board.drafts if d.kind in {"organization", "outlet"}]
    by_text = {m.span.text.replace(".", ""): d for d in bodies for m in d.mentions}
    for sentence in board.sentences:
        for match in ACRONYM.finditer(sentence.text):
            short = match.group(1).replace(".", "")
            before = _body_before(board, sentence, match.start())
            other = by_text.get(short)
            if before is not None and other is not None and before is not other and other in board.drafts:
                kept, gone = (other, before) if other.known and not before.known else (before, other)
                if kept.known and gone.known:
                    continue
                if kept is other and _is_another(other, before, short):
                    kept, gone = before, other
                    gone.country, gone.sectors = None, []
                board.absorb(kept, gone, explain("name.acronym"))
    for draft in list(board.drafts):
        if draft.kind != "organization" or draft.known or len(draft.words) != 1 or not draft.name.isupper():
            continue
        full = [
            d
            for d in board.drafts
            if d.kind == "organization" and make_initials(d.words) == draft.words[0] and d != draft
        ]
        if len(full) == 1:
            board.absorb(full[0], draft, explain("name.initials"))


def _is_another(listed: Draft, told: Draft, short: str) -> bool:
    """Whether the text gives the acronym to a body with no word of the listed one's name: another of those initials."""
    initials = make_initials(told.words)
    drawn = len(initials) > 1 and short.lower().endswith(initials)  # (`All` may be lost from the name's beginning)
    return drawn and len(listed.words) > 1 and not set(told.words) & set(listed.words)


def _body_before(board: Board, sentence: Sentence, offset: int) -> Draft | None:
    for mention in reversed(board.in_sentence.get(sentence.number, [])):
        end = sentence.tokens[mention.tokens.last - 1]
        if mention.form == "name" and 0 <= offset - (end.offset + len(end.text)) <= 1:
            draft = board.find(mention)
            return draft if draft is not None and draft.kind in {"organization", "outlet"} else None
    return None
