"""Persons named in an article: full names first, then surnames and given names to the fullest name that fits."""

from __future__ import annotations

from datetime import date

from coranto.extract.known import Known, find_known, load_by_key
from coranto.model.drafts import Mention, TokenRef
from coranto.resolve.coreference.reasons import explain
from coranto.resolve.coreference.wording import read_words
from coranto.resolve.drafts import Board, Draft
from coranto.resolve.leaders import find_leader
from coranto.resolve.names.comparison import agree_persons, compare_persons, fits_person, guess_gender, read_person

PARTLY = frozenset({"part", "other"})
"""What comparing says of names that differ in length; within one article the shorter may be the end of the longer."""
WOMEN = frozenset({"mrs", "ms", "miss", "mrs.", "ms.", "lady", "dame", "madame"})
MEN = frozenset({"mr", "mr.", "sir", "lord"})


def join_persons(board: Board) -> None:
    """People by full name first, then lone surnames and given names to the fullest name that fits."""
    found: list[tuple[Mention, tuple[str, ...], Known | None, str]] = []
    for mention in board.mentions:
        if mention.form == "name" and mention.kind == "person":
            words = read_words(board, mention)
            known = find_known(words)
            if known is not None and known.kind != "person":
                known = None
            told = read_person(words)
            if told:
                found.append((mention, told, known, words))
    drafts: list[Draft] = []
    for mention, told, known, words in found:
        if len(told) < 2:
            continue
        draft = next((d for d in drafts if _is_same_person(d, told, known, words)), None)
        if draft is None:
            draft = _start_person(known, told, words)
            drafts.append(draft)
        elif draft.known is None and known is not None:
            draft.known, draft.name = known, load_by_key().get(known.key, known).name
        elif draft.known is None and len(told) > len(draft.words) and agree_persons(told, draft.words):
            draft.name, draft.words = words, told
        _note_gender(board, mention, draft)
        board.keep(draft, mention, explain("name.same" if told == draft.words else "name.spelling"))
    last: dict[str, Draft] = {}
    for mention, told, known, words in found:
        if len(told) >= 2:
            last[told[-1]] = board.at[TokenRef(mention.sentence, mention.head)]
            continue
        draft = _fit_single(board, mention, (told[0], known), (drafts, last))
        if draft is None:
            draft = _start_person(known, told, words)
            drafts.append(draft)
        _note_gender(board, mention, draft)
        board.keep(draft, mention, explain("name.same" if told == draft.words else "name.surname"))
        last[told[0]] = draft


def claim_surnames(board: Board) -> None:
    """A lone word that the parser takes for a body or place, but that is the surname of someone in the article."""
    surnames: dict[str, list[Draft]] = {}
    for draft in board.drafts:
        if draft.kind == "person" and len(draft.words) > 1:
            surnames.setdefault(draft.words[-1], []).append(draft)
    for mention in board.mentions:
        if mention.form == "adjective" or mention.kind == "person" or board.find(mention) is not None:
            continue
        if mention.form != "name" and mention.rule != "name.norp":
            continue
        told = read_person(read_words(board, mention))
        drafts = surnames.get(told[-1], []) if told else []
        if len(drafts) == 1 and (len(told) == 1 or told == drafts[0].words):
            board.link(mention, drafts[0], explain("name.claimed"))


def know_leaders(board: Board, published: date | None) -> None:
    """Let those who are on the dated list of leaders be known; one leader is one entity."""
    found: dict[str, Draft] = {d.known.key: d for d in board.drafts if d.kind == "person" and d.known is not None}
    for draft in list(board.drafts):
        if draft.known is not None or not draft.words or draft.kind not in {"person", "organization"}:
            continue
        known = find_leader(draft.words, published) if draft.kind == "person" or len(draft.words) == 1 else None
        if known is None:
            continue
        draft.kind = "person"
        if known.key in found:
            board.absorb(found[known.key], draft)
            continue
        found[known.key] = draft
        draft.known, draft.name, draft.gender = known, known.name, draft.gender or known.gender


def _is_same_person(draft: Draft, told: tuple[str, ...], known: Known | None, words: str) -> bool:
    if known is not None and draft.known is not None:
        return known.key == draft.known.key
    match = compare_persons(draft.name, words)
    if match.same or match.rule not in PARTLY or len(told) == len(draft.words):
        return match.same
    short, long = sorted((told, draft.words), key=len)
    return short in {long[: len(short)], long[-len(short) :]}


def _start_person(known: Known | None, told: tuple[str, ...], words: str) -> Draft:
    if known is not None:
        base = load_by_key().get(known.key, known)
        return Draft("person", base.name, known=base, words=read_person(base.name), gender=base.gender)
    return Draft("person", words, words=told, gender=guess_gender(told))


def _note_gender(board: Board, mention: Mention, draft: Draft) -> None:
    word = board.sentences[mention.sentence].tokens[mention.tokens.first].lower
    gender = "f" if word in WOMEN else "m" if word in MEN else ""
    if gender and not draft.gender:
        draft.gender = gender


def _fit_single(
    board: Board,
    mention: Mention,
    word: tuple[str, Known | None],
    among: tuple[list[Draft], dict[str, Draft]],
) -> Draft | None:
    """The person meant by a surname or given name alone: the best fit, then the last one called so."""
    single, known = word
    drafts, last = among
    title = board.sentences[mention.sentence].tokens[mention.tokens.first].lower
    gender = "f" if title in WOMEN else "m" if title in MEN else ""
    fitting: list[tuple[int, int, int, Draft]] = []
    for draft in drafts:
        if gender and draft.gender and gender != draft.gender:
            continue
        fit = 3 if len(draft.words) == 1 and draft.words[0] == single else fits_person(single, draft.words)
        if known is not None and draft.known is not None and draft.known.key == known.key:
            fit = 4
        if fit:
            before = bool(draft.mentions) and draft.mentions[0].span.start < mention.span.start
            fitting.append((fit, int(before), int(last.get(single) is draft), draft))
    if not fitting:
        return None
    return max(fitting, key=lambda f: f[:3])[3]
