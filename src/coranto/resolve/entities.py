"""Entities: mentions that stand for one person, body, state or group are joined."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from coranto.extract.known import Known, find_known, fold_words, load_by_key
from coranto.extract.roles import find_role
from coranto.model.article import Article
from coranto.model.drafts import Cast, Mention, TokenRef
from coranto.model.entity import Entity, EntityMention
from coranto.model.ids import make_id
from coranto.model.sentence import Sentence
from coranto.model.span import Range
from coranto.resolve.actors import find_home, infer_countries, settle
from coranto.resolve.coreference import GOVERNMENTS, link_descriptions, link_possessed
from coranto.resolve.drafts import Board, Draft, start_board
from coranto.resolve.leaders import find_leader, was_soviet
from coranto.resolve.names import agree_bodies, agree_persons, fits_person, guess_gender, make_initials, read_person
from coranto.resolve.pronouns import link_pronouns
from coranto.resolve.settings import settle_countries
from coranto.resolve.titles import read_titles, start_of_name

RUSSIA = "state:RUS"
SOVIET_UNION = "state:SUN"
PASSIVE = frozenset({"be", "lie", "sit", "become", "remain", "stand", "have", "host", "experience"})
BETWEEN = frozenset({"with", "between", "against", "by", "toward", "towards", "among", "versus"})
LOCAL = frozenset(
    "street airport suburb mayor police resident district neighborhood neighbourhood square port metro subway center "
    "centre bureau office outskirt hospital mosque church hotel university time skyline population summit area "
    "region school meeting court prison embassy stadium conference residents hub protest attack bombing".split()
)
LINKS = frozenset({"of", "in"})
MARKS = frozenset({",", "("})
BEARERS = frozenset({"state", "place", "organization"})
DOCUMENTS = frozenset(
    "agreement treaty accord accords act pact protocol convention declaration constitution resolution bill amendment "
    "memorandum charter nafta tpp usmca jcpoa".split()
)
"""Last words of the names of texts, which act for nobody, and known acronyms of some."""
WOMEN = frozenset({"mrs", "ms", "miss", "mrs.", "ms.", "lady", "dame", "madame"})
MEN = frozenset({"mr", "mr.", "sir", "lord"})
ACRONYM = re.compile(r"\(\s*(?:the\s+|or\s+)?[“\"']?([A-Z][A-Za-z.&-]{1,9}[A-Z]|[A-Z]{2,10})[”\"']?\s*\)")


def resolve_entities(article: Article, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> Cast:
    """Everyone in the article, and who stands at which token."""
    board = start_board(sentences, mentions)
    _join_known(board, soviet=was_soviet(article.published.value))
    _join_persons(board)
    _claim_surnames(board)
    _join_bodies(board)
    _know_leaders(board, article.published.value)
    _link_acronyms(board)
    for mention in board.mentions:
        draft = board.find(mention)
        if draft is not None and draft.kind == "person" and mention.form == "name":
            read_titles(board, mention, draft)
    link_descriptions(board)
    link_pronouns(board)
    link_possessed(board)
    infer_countries(board)
    return _build_cast(article, board)


def _name_range(board: Board, mention: Mention) -> Range:
    sentence = board.sentences[mention.sentence]
    return Range(start_of_name(sentence, mention), mention.tokens.last)


def _words(board: Board, mention: Mention) -> str:
    return board.sentences[mention.sentence].words(_name_range(board, mention))


def _join_known(board: Board, *, soviet: bool) -> None:
    """States, places, listed bodies and outlets, by their list entry; nationalities go to their state."""
    drafts: dict[str, Draft] = {}
    for mention in board.mentions:
        if mention.form not in {"name", "adjective"} or mention.kind == "person":
            continue
        words = mention.span.text if mention.rule == "list.hyphen" else _words(board, mention)
        known = find_known(words)
        if known is None or known.kind == "person":
            if mention.form == "adjective":
                draft = drafts.setdefault(f"norp:{words.lower()}", Draft("group", words))
                _keep(board, draft, mention)
            continue
        if soviet and known.key == RUSSIA:
            known = replace(known, key=SOVIET_UNION, country=SOVIET_UNION.removeprefix("state:"))
        draft = _place_known(board, mention, known, drafts)
        _keep(board, draft, mention)


def _know_leaders(board: Board, published: date | None) -> None:
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


def _place_known(board: Board, mention: Mention, known: Known, drafts: dict[str, Draft]) -> Draft:
    if known.use == "capital" and not acts_as_government(board, mention):
        words = _words(board, mention)
        key = f"capital:{known.key}:{words.lower()}"
        return drafts.setdefault(key, Draft("place", words, country=known.country))
    base = load_by_key().get(known.key, known)
    if known.key not in drafts:
        drafts[known.key] = Draft(
            known.kind, base.name, country=known.country, sector=known.sector, known=base, words=fold_words(base.name)
        )
    return drafts[known.key]


def _keep(board: Board, draft: Draft, mention: Mention) -> None:
    if not draft.mentions and draft not in board.drafts:
        board.add(draft)
    board.link(mention, draft)


def acts_as_government(board: Board, mention: Mention) -> bool:
    """Whether a capital stands for its government: subject of an act, possessor of a policy, party to a relation."""
    sentence = board.sentences[mention.sentence]
    token = sentence.tokens[mention.head]
    seen = 0
    while token.dep == "conj" and seen < 5:
        token, seen = sentence.tokens[token.head], seen + 1
    head = sentence.tokens[token.head]
    if token.dep in {"nsubj", "agent"}:
        return head.pos == "VERB" and head.lemma not in PASSIVE
    if token.dep == "nsubjpass":
        return head.lemma in {"accuse", "blame", "criticize", "criticise", "urge", "ask", "warn", "pressure", "suspect"}
    if token.dep == "poss":
        return head.lemma not in LOCAL
    if token.dep == "pobj":
        return head.lower in BETWEEN
    if token.dep in {"dobj", "iobj", "dative"}:
        return head.lemma in {"accuse", "blame", "urge", "ask", "warn", "criticize", "criticise", "pressure", "tell"}
    return token.dep in {"compound", "amod", "nmod"} and head.lemma in {"regime", "government", "administration"}


def _join_persons(board: Board) -> None:
    """People by full name first, then lone surnames and given names to the fullest name that fits."""
    found: list[tuple[Mention, tuple[str, ...], Known | None, str]] = []
    for mention in board.mentions:
        if mention.form == "name" and mention.kind == "person":
            words = _words(board, mention)
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
        draft = next((d for d in drafts if _is_same_person(d, told, known)), None)
        if draft is None:
            draft = _start_person(known, told, words)
            drafts.append(draft)
        elif draft.known is None and known is not None:
            draft.known, draft.name = known, load_by_key().get(known.key, known).name
        elif draft.known is None and len(told) > len(draft.words) and agree_persons(told, draft.words):
            draft.name, draft.words = words, told
        _note_gender(board, mention, draft)
        _keep(board, draft, mention)
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
        _keep(board, draft, mention)
        last[told[0]] = draft


def _claim_surnames(board: Board) -> None:
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
        told = read_person(_words(board, mention))
        drafts = surnames.get(told[-1], []) if told else []
        if len(drafts) == 1 and (len(told) == 1 or told == drafts[0].words):
            board.link(mention, drafts[0])


def _is_same_person(draft: Draft, told: tuple[str, ...], known: Known | None) -> bool:
    if known is not None and draft.known is not None:
        return known.key == draft.known.key
    return agree_persons(draft.words, told)


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


def _join_bodies(board: Board) -> None:
    """Bodies and places that no list knows, by name."""
    bodies = [d for d in board.drafts if d.kind in {"organization", "outlet"} and d.known]
    states = {d.country: d for d in board.drafts if d.kind == "state"}
    for mention in board.mentions:
        if mention.form != "name" or mention.kind == "person" or board.find(mention) is not None:
            continue
        words = _words(board, mention)
        told = tuple(w for w in fold_words(words) if w != "the")
        korea = states.get({"north": "PRK", "south": "KOR"}.get(told[0], "")) if len(told) == 1 else None
        if korea is not None:
            board.link(mention, korea)
            continue
        place = mention.kind == "place"
        country = _country_within(board, mention)
        state = states.get(country or "")
        if state is not None and told[-1] in GOVERNMENTS and len(told) == 2:
            board.link(mention, state)
            continue
        draft = next(
            (
                d
                for d in bodies
                if (d.kind == "place") == place
                and not (country and d.country and country != d.country)
                and (d.words == told if place else _is_same_body(d, told))
            ),
            None,
        )
        if draft is None:
            draft = Draft("place" if place else "organization", words, country=country, words=told)
            draft.sector = None if place else _sector_of_name(board, mention)
            if not place:
                draft.country = country
            bodies.append(draft)
        elif len(told) > len(draft.words) and draft.known is None:
            draft.name, draft.words = words, told
        draft.country = draft.country or (country if draft.known is None else None)
        _keep(board, draft, mention)
        if place:
            draft.country = draft.country or _country_after(board, mention, MARKS)


def _is_same_body(draft: Draft, told: tuple[str, ...]) -> bool:
    if draft.kind == "outlet" and len(told) == 1:
        return told[0] in {draft.words[-1], draft.words[0]} and len(draft.words) > 1
    if draft.known is not None and len(told) > len(draft.words):
        return False
    return agree_bodies(draft.words, told)


def _country_within(board: Board, mention: Mention) -> str | None:
    """The country that a name holds (`Russian Foreign Ministry`) or that stands right before it (`Cuba's ...`)."""
    sentence = board.sentences[mention.sentence]
    first = min(mention.tokens.first, sentence.edges[mention.head].first)
    within = (board.at.get(TokenRef(mention.sentence, i)) for i in range(first, mention.tokens.last))
    countries = {d.country for d in within if d is not None and d.country and d.kind in BEARERS}
    if countries:
        return countries.pop() if len(countries) == 1 else None
    return _country_after(board, mention, LINKS)


def _country_after(board: Board, mention: Mention, links: frozenset[str]) -> str | None:
    """The country of the state or place right after the mention and one of the links: `Tartus, Syria`."""
    sentence = board.sentences[mention.sentence]
    after = mention.tokens.last
    if after + 1 < len(sentence.tokens) and sentence.tokens[after].lower in links:
        for i in range(after + 1, min(after + 4, len(sentence.tokens))):
            draft = board.at.get(TokenRef(mention.sentence, i))
            if draft is not None:
                return draft.country if draft.kind in {"state", "place"} else None
    return None


def _sector_of_name(board: Board, mention: Mention) -> str | None:
    """The sector that a word of the name tells: `... Ministry`, `University of ...`."""
    sentence = board.sentences[mention.sentence]
    order = [mention.head, *range(mention.tokens.last - 1, mention.tokens.first - 1, -1)]
    for i in order:
        found = find_role(sentence, i)
        if found and found[0].kind == "group" and found[0].sector:
            return found[0].sector
    return None


def _link_acronyms(board: Board) -> None:
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
                board.absorb(kept, gone)
    for draft in list(board.drafts):
        if draft.kind != "organization" or draft.known or len(draft.words) != 1 or not draft.name.isupper():
            continue
        full = [
            d
            for d in board.drafts
            if d.kind == "organization" and make_initials(d.words) == draft.words[0] and d != draft
        ]
        if len(full) == 1:
            board.absorb(full[0], draft)


def _body_before(board: Board, sentence: Sentence, offset: int) -> Draft | None:
    for mention in reversed(board.in_sentence.get(sentence.number, [])):
        end = sentence.tokens[mention.tokens.last - 1]
        if mention.form == "name" and 0 <= offset - (end.offset + len(end.text)) <= 1:
            draft = board.find(mention)
            return draft if draft is not None and draft.kind in {"organization", "outlet"} else None
    return None


def _tell_mention(board: Board, mention: Mention) -> EntityMention:
    why = board.why[TokenRef(mention.sentence, mention.head)]
    span = mention.span
    return EntityMention.model_construct(
        start=span.start, end=span.end, text=span.text, form=mention.form, rule=why.rule, confidence=why.confidence
    )


def _build_cast(article: Article, board: Board) -> Cast:
    published, home = article.published.value, find_home(article.outlet)
    entities: list[tuple[Draft, Entity]] = []
    for draft in board.drafts:
        settle(draft, published, home)
    settle_countries(board)
    for draft in board.drafts:
        if not draft.mentions:
            continue
        if draft.kind == "organization" and draft.words and draft.words[-1] in DOCUMENTS:
            draft.kind, draft.sector = "document", None
        if draft.country == "RUS" and was_soviet(published):
            draft.country = "SUN"
        spans = {(m.span.start, m.span.end): _tell_mention(board, m) for m in draft.mentions}
        ordered = tuple(spans[key] for key in sorted(spans))
        entity = Entity(
            id=make_id("entity", article.id, draft.kind, ordered[0].start, draft.name),
            name=draft.name,
            kind=draft.kind,
            country=draft.country,
            sector=draft.sector,
            roles=tuple(sorted(draft.roles, key=lambda r: (r.span.start, r.span.end))),
            mentions=ordered,
        )
        entities.append((draft, entity))
    entities.sort(key=lambda pair: (pair[1].mentions[0].start, -pair[1].mentions[0].end, pair[1].id))
    ids = {id(draft): entity.id for draft, entity in entities}
    at = {ref: ids[id(draft)] for ref, draft in board.inside.items() if id(draft) in ids}
    at.update({ref: ids[id(draft)] for ref, draft in board.at.items() if id(draft) in ids})
    return Cast(tuple(entity for _, entity in entities), at, {entity.id: entity for _, entity in entities})
