"""Bodies, states and places named in an article, those on a list and those on none."""

from __future__ import annotations

from coranto.extract.known import Known, find_known, fold_words, load_by_key
from coranto.extract.mentions import THING_RULE
from coranto.extract.roles import find_role
from coranto.model.drafts import Mention, TokenRef
from coranto.resolve.coreference.descriptions import GOVERNMENTS
from coranto.resolve.coreference.reasons import explain
from coranto.resolve.coreference.wording import read_words
from coranto.resolve.drafts import FIRST, Board, Draft
from coranto.resolve.names.comparison import agree_bodies

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
GAMES = frozenset(
    "touchdown quarterback linebacker playoff innings inning midfielder goalkeeper striker winger semifinal "
    "quarterfinal final halftime kickoff overtime coach pitcher outfielder batsman bowler "
    "wicket rebound scoreline scoresheet equaliser equalizer shootout league fixture standings homer "
    "teammate puck referee".split()
)
"""Words for what is played: where several of them stand, a capital is its team or the town, never its government."""
PLAYED = 2
"""Different words of games that make an article one of sport."""
BEARERS = frozenset({"state", "place", "organization"})


def join_things(board: Board) -> None:
    """Products, by name: no entities of the record, but a pronoun that means one means nobody else."""
    drafts: dict[tuple[str, ...], Draft] = {}
    for mention in board.mentions:
        if mention.rule == THING_RULE:
            words = fold_words(mention.span.text)
            draft = drafts.setdefault(words, Draft("document", mention.span.text, words=words, thing=True))
            board.keep(draft, mention, FIRST)


def join_known(board: Board, *, soviet: bool) -> None:
    """States, places, listed bodies and outlets, by their list entry; nationalities go to their state."""
    drafts: dict[str, Draft] = {}
    played = tells_of_games(board)
    for mention in board.mentions:
        if mention.form not in {"name", "adjective"} or mention.kind == "person" or mention.rule == THING_RULE:
            continue
        words = mention.span.text if mention.rule == "list.hyphen" else read_words(board, mention)
        known = find_known(words)
        if known is None or known.kind == "person":
            if mention.form == "adjective":
                draft = drafts.setdefault(f"norp:{words.lower()}", Draft("group", words))
                board.keep(draft, mention, explain("name.nation"))
            continue
        if soviet and known.key == RUSSIA:
            known = known._replace(key=SOVIET_UNION, country=SOVIET_UNION.removeprefix("state:"))
        governs = not played and acts_as_government(board, mention) if known.use == "capital" else False
        draft = _place_known(board, mention, known, drafts, governs=governs)
        board.keep(draft, mention, explain("name.nation" if mention.form == "adjective" else "name.listed"))


def join_bodies(board: Board) -> None:
    """Bodies and places that no list knows, by name."""
    bodies = [d for d in board.drafts if d.kind in {"organization", "outlet"} and d.known]
    states = {d.country: d for d in board.drafts if d.kind == "state"}
    for mention in board.mentions:
        if mention.form != "name" or mention.kind == "person" or board.find(mention) is not None:
            continue
        words = read_words(board, mention)
        told = tuple(w for w in fold_words(words) if w != "the")
        korea = states.get({"north": "PRK", "south": "KOR"}.get(told[0], "")) if len(told) == 1 else None
        if korea is not None:
            board.link(mention, korea, explain("name.part"))
            continue
        place = mention.kind == "place"
        country = _country_within(board, mention)
        state = states.get(country or "")
        if state is not None and told[-1] in GOVERNMENTS and len(told) == 2:
            board.link(mention, state, explain("name.government"))
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
        board.keep(draft, mention, explain("name.same" if draft.words == told else "name.part"))
        if place:
            draft.country = draft.country or _country_after(board, mention, MARKS)


def tells_of_games(board: Board) -> bool:
    """Whether the article is one of sport: several different words of games stand in it."""
    found = {t.lemma for sentence in board.sentences for t in sentence.tokens if t.lemma in GAMES and t.pos == "NOUN"}
    return len(found) >= PLAYED


def _place_known(board: Board, mention: Mention, known: Known, drafts: dict[str, Draft], *, governs: bool) -> Draft:
    if known.use == "capital" and not governs:
        words = read_words(board, mention)
        key = f"capital:{known.key}:{words.lower()}"
        return drafts.setdefault(key, Draft("place", words, country=known.country))
    base = load_by_key().get(known.key, known)
    if known.key not in drafts:
        drafts[known.key] = Draft(
            known.kind, base.name, country=known.country, sector=known.sector, known=base, words=fold_words(base.name)
        )
    return drafts[known.key]


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
