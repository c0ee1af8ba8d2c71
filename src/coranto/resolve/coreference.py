"""Descriptions: whom `the minister`, `the regime`, `the island` and `two officials` stand for.

Rules only: the nearest earlier candidate that may be called so. Where there is none, a description makes an entity
of its own; one with the same head, modifiers and country is the same.
"""

from __future__ import annotations

from coranto.extract.known import find_known
from coranto.extract.roles import RoleNoun, find_role
from coranto.model.drafts import Mention, TokenRef
from coranto.model.entity import EntityKind
from coranto.model.sentence import Sentence
from coranto.model.span import Range
from coranto.resolve.actors import joins_countries, load_regions, name_state
from coranto.resolve.appositions import find_appositions, take_role
from coranto.resolve.drafts import Board, Draft
from coranto.resolve.titles import find_body, is_former, pick_sector, read_modifier

GOVERNMENTS = frozenset({"government", "regime", "administration"})
LANDS = frozenset({"country", "nation", "state", "island", "kingdom", "republic"})
OWNED_LANDS = LANDS | {"territory", "homeland"}
FORCES = frozenset({"military", "troop", "troops", "soldier", "force", "forces", "army"})
BODIES = {
    "group": ("organization", "group"), "organization": ("organization",), "organisation": ("organization",),
    "alliance": ("organization",), "bloc": ("organization",), "party": ("organization",),
    "agency": ("organization", "outlet"),
    "company": ("organization",), "firm": ("organization",), "newspaper": ("outlet",), "magazine": ("outlet",),
    "network": ("outlet",), "outlet": ("outlet",), "broadcaster": ("outlet",), "court": ("organization",),
    "ministry": ("organization",), "department": ("organization",), "committee": ("organization",),
    "council": ("organization",), "commission": ("organization",), "union": ("organization",),
    "bank": ("organization",), "office": ("organization",), "embassy": ("organization",),
}  # fmt: skip
SECTORS: dict[str, set[str | None]] = {
    "group": {None, "REB", "UAF", "SOC", "CRM", "OPP", "REL"}, "party": {"PTY", "OPP"}, "company": {"BUS"},
    "firm": {"BUS"}, "alliance": {"MIL", None},
}  # fmt: skip
HYPERNYMS = {
    "leader": {"president", "prime minister", "chancellor", "premier", "king", "dictator", "leader", "supreme leader"},
    "lawmaker": {"senator", "representative", "congressman", "congresswoman", "rep.", "sen.", "legislator"},
    "senator": {"sen.", "senator"},
    "congressman": {"rep.", "congressman"},
    "congresswoman": {"rep.", "congresswoman"},
    "diplomat": {"ambassador", "envoy", "diplomat"},
    "general": {"general", "gen.", "gen", "commander", "major general"},
    "colonel": {"colonel", "col."},
    "spokesman": {"spokesman", "spokesperson"},
    "spokeswoman": {"spokeswoman", "spokesperson"},
    "commander": {"commander", "general", "gen."},
}
SOLE = frozenset({"president", "chancellor", "premier", "king", "queen", "pope", "emir", "monarch"})
AMOUNTS = frozenset({"group", "crowd", "team", "band", "mob"})
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})


def link_descriptions(board: Board) -> None:
    """Give every description its entity: one named in the text, a state's government, or one of its own."""
    own: dict[tuple[object, ...], Draft] = {}
    linked = dict(find_appositions(board))
    for mention in board.mentions:
        if mention.form != "nominal":
            continue
        sentence = board.sentences[mention.sentence]
        found = find_role(sentence, mention.head)
        person = linked.get((mention.sentence, mention.head))
        if person is not None and found is not None:
            take_role(board, mention, person, found[0])
            continue
        if mention.rule == "crowd":
            board.link(mention, board.add(Draft("group", sentence.words(mention.tokens), plural=True)))
            continue
        draft = _resolve_nation(board, mention, own) if found is None else _resolve(board, mention, found[0], own)
        if draft not in board.drafts:
            board.add(draft)
        board.link(mention, draft)
    for draft in own.values():
        _join_late(board, draft)


def _join_late(board: Board, draft: Draft) -> None:
    """A headline's `Russian Interior Minister` is the one whom the article names later, if it names but one."""
    if draft.kind != "unnamed" or draft.plural or not draft.country or draft.sector not in {"GOV", "MIL", "LEG", "JUD"}:
        return
    phrase = max(draft.role_words, key=lambda w: (len(w), w), default="")
    if " " not in phrase and phrase not in SOLE:
        return
    holders = [
        d
        for d in board.drafts
        if d.kind == "person" and phrase in d.role_words and not d.former and d.country == draft.country
    ]
    if len(holders) == 1:
        board.absorb(holders[0], draft)


def _resolve_nation(board: Board, mention: Mention, own: dict[tuple[object, ...], Draft]) -> Draft:
    """`Cubans`, `three Americans`: a group of that nation."""
    sentence = board.sentences[mention.sentence]
    token = sentence.tokens[mention.head]
    known = find_known(token.text)
    country = known.country if known else None
    name = sentence.words(mention.tokens)
    if known is not None and known.kind == "organization":
        for draft in board.drafts:
            if draft.known is not None and draft.known.key == known.key:
                return draft
    return own.setdefault(
        ("nation", token.lemma, country), Draft("group", name, country=country, plural=token.tag in {"NNS", "NNPS"})
    )


def _resolve(board: Board, mention: Mention, role: RoleNoun, own: dict[tuple[object, ...], Draft]) -> Draft:
    sentence = board.sentences[mention.sentence]
    token = sentence.tokens[mention.head]
    plural = token.tag in {"NNS", "NNPS"}
    definite = sentence.tokens[mention.tokens.first].lower in DEFINITE
    word = role.words[role.head]
    if word in AMOUNTS:
        members = _find_members(board, mention, own)
        if members is not None:
            return members
    of = find_body(board, sentence, mention.head)
    if word in GOVERNMENTS and not plural:
        state = _find_government(board, mention, of)
        if state is not None:
            return state
    if word in LANDS and definite and not plural and (of is None or (of.kind == "place" and not of.country)):
        state = _find_land(board, mention)
        if state is not None:
            return state
    if (
        of is not None
        and of.kind == "organization"
        and of.sector in {"REB", "UAF", "CRM"}
        and _may_be_members(role, mention, token.tag)
    ):
        return of
    if (definite and not plural and role.kind == "person" and of is None) or (
        role.kind == "person" and of and not plural
    ):
        person = _find_holder(board, mention, role, of)
        if person is not None:
            return person
    if definite and not plural and role.kind == "group" and of is None:
        body = _find_same_body(board, mention, word)
        if body is not None:
            return body
    return _make_own(board, mention, role, own)


def _find_members(board: Board, mention: Mention, own: dict[tuple[object, ...], Draft]) -> Draft | None:
    """`a group of protesters` stands for the protesters."""
    sentence = board.sentences[mention.sentence]
    for prep in sentence.children_of(mention.head, "prep"):
        for noun in sentence.children_of(prep.i, "pobj"):
            inner = board.by_head.get(TokenRef(mention.sentence, noun.i))
            role = find_role(sentence, noun.i)
            if prep.lower == "of" and inner is not None and inner.form == "nominal" and role and noun.tag == "NNS":
                return _resolve(board, inner, role[0], own)
    return None


def _may_be_members(role: RoleNoun, mention: Mention, tag: str) -> bool:
    word = role.words[role.head]
    if word in {"group", "organization", "organisation", "movement", "network", "militia"}:
        return True
    return tag in {"NNS", "NNPS"} and role.sector in {"UAF", "REB", "MIL"} and mention.kind is not None


def _find_government(board: Board, mention: Mention, of: Draft | None) -> Draft | None:
    sentence = board.sentences[mention.sentence]
    if of is None:
        of = _compound_person(board, sentence, mention.head)
    if of is not None:
        if of.kind == "state":
            return of
        if of.kind == "place" and of.country and of.known is None:
            return _state_of(board, of.country)
        if of.kind == "person":
            country = of.country or (of.known.country if of.known else None)
            return _state_of(board, country) if country and country not in {"IGO", "NGO"} else None
        return None
    if sentence.tokens[mention.tokens.first].lower not in {"the", "this"}:
        return None
    others = [
        t for t in sentence.tokens[mention.tokens.first + 1 : mention.head] if t.dep in {"amod", "compound", "nmod"}
    ]
    if others:
        return None
    if sentence.tokens[mention.head].lemma == "administration":
        # few but Americans call their government so
        states = [d for d in board.drafts if d.kind == "state" and d.country == "USA"]
        if states:
            return states[0]
    return _salient_state(board, mention, None)


def _compound_person(board: Board, sentence: Sentence, head: int) -> Draft | None:
    for child in sentence.children[head]:
        token = sentence.tokens[child]
        if token.dep in {"compound", "poss", "nmod", "amod"}:
            draft = board.at.get(TokenRef(sentence.number, child))
            if draft is not None and draft.kind == "person":
                return draft
        if token.dep == "prep" and token.lower in {"of", "under"}:
            for noun in sentence.children_of(child, "pobj"):
                draft = board.at.get(TokenRef(sentence.number, noun.i)) or board.inside.get(
                    TokenRef(sentence.number, noun.i)
                )
                if draft is not None and draft.kind == "person":
                    return draft
    return None


def _state_of(board: Board, country: str) -> Draft:
    for draft in board.drafts:
        if draft.kind == "state" and draft.country == country:
            return draft
    name = name_state(country)
    return Draft("state", name, country=country, sector="GOV", known=find_known(name))


def _find_land(board: Board, mention: Mention) -> Draft | None:
    """`the country`, `the Caribbean country`, `the island`: the state last spoken of that may be called so."""
    sentence = board.sentences[mention.sentence]
    words = [t.lower for t in sentence.tokens[mention.tokens.first + 1 : mention.head]]
    phrase = " ".join(words)
    regions = load_regions()
    noun = sentence.tokens[mention.head].lemma
    allowed = regions.get(phrase) if phrase else None
    if phrase and allowed is None:
        return None
    if noun in regions:
        allowed = regions[noun] if allowed is None else allowed & regions[noun]
    return _salient_state(board, mention, allowed)


def _salient_state(board: Board, mention: Mention, allowed: frozenset[str] | None) -> Draft | None:
    """The state that the last sentences speak of most: each mention counts, subjects and governments twice."""
    best: tuple[float, int, Draft] | None = None
    scores: dict[int, float] = {}
    for number in range(mention.sentence, max(-1, mention.sentence - 6), -1):
        for other in board.in_sentence.get(number, []):
            if other.span.start >= mention.span.start:
                continue
            draft = board.find(other)
            if draft is None or draft.kind != "state" or (allowed is not None and draft.country not in allowed):
                continue
            weight = 2.0 if board.token(other).dep in SUBJECTS or other.form == "nominal" else 1.0
            scores[id(draft)] = scores.get(id(draft), 0.0) + weight / (1 + mention.sentence - number)
            if best is None or scores[id(draft)] > best[0]:
                best = (scores[id(draft)], other.span.start, draft)
    return best[2] if best else None


def _find_holder(board: Board, mention: Mention, role: RoleNoun, of: Draft | None) -> Draft | None:
    """The person last named who holds that office: `the minister`, `the Russian president`, `Israel's premier`."""
    wanted = {" ".join(role.words), role.words[role.head]} if len(role.words) == 1 else {" ".join(role.words)}
    wanted |= HYPERNYMS.get(" ".join(role.words), set())
    country = of.country if of is not None else None
    sentence = board.sentences[mention.sentence]
    if is_former(sentence, Range(mention.tokens.first, mention.head)):
        return None
    best: tuple[int, Draft] | None = None
    for draft in board.drafts:
        if draft.kind != "person" or not draft.role_words & wanted:
            continue
        theirs = draft.country or (draft.known.country if draft.known else None)
        if country and theirs and country != theirs:
            continue
        if country and not theirs:
            continue
        starts = [m.span.start for m in draft.mentions if m.span.start < mention.span.start]
        if starts and (best is None or max(starts) > best[0]):
            best = (max(starts), draft)
    return best[1] if best else None


def _find_same_body(board: Board, mention: Mention, word: str) -> Draft | None:
    """`the ministry`, `the group`, `the newspaper`: the body last named that may be called so."""
    kinds = BODIES.get(word)
    if mention.head - mention.tokens.first != 1:
        return None
    best: tuple[int, int, Draft] | None = None
    for draft in board.drafts:
        if draft.kind not in {"organization", "outlet", "group"}:
            continue
        same = word in draft.words or word in draft.role_words
        if not same and (kinds is None or draft.kind not in kinds or draft.kind == "group"):
            continue
        if not same and word in SECTORS and draft.sector not in SECTORS[word]:
            continue
        if not same and draft.kind == "organization" and word not in {*SECTORS, "organization", "organisation"}:
            continue
        starts = [m.span.start for m in draft.mentions if m.span.start < mention.span.start]
        if starts:
            rank = (int(same), max(starts), draft)
            if best is None or rank[:2] > best[:2]:
                best = rank
    return best[2] if best else None


def _make_own(board: Board, mention: Mention, role: RoleNoun, own: dict[tuple[object, ...], Draft]) -> Draft:
    """An entity for the description itself; same head, modifiers and country make the same entity."""
    sentence = board.sentences[mention.sentence]
    token = sentence.tokens[mention.head]
    of = find_body(board, sentence, mention.head)
    joint = joins_countries(board, mention)
    country = of.country if of is not None and not joint else None
    word = role.words[role.head]
    modifiers = tuple(
        t.lower
        for t in sentence.tokens[mention.tokens.first : mention.head]
        if t.dep in {"amod", "compound", "nmod"} and TokenRef(mention.sentence, t.i) not in board.at
    )
    key: tuple[object, ...] = (
        "joint" if joint else word,
        modifiers,
        country,
        id(of) if of is not None and of.kind not in {"state", "place"} else 0,
    )
    if role.sector == "MIL" and word in FORCES and country and not modifiers:
        key = ("forces", country)
    if key in own:
        return own[key]
    if (
        not country
        and not modifiers
        and token.tag not in {"NNS", "NNPS"}
        and sentence.tokens[mention.tokens.first].lower == "the"
    ):
        for other, draft in own.items():
            if other[0] == word and draft.role_words and draft.country:
                return draft
    kind: EntityKind = "unnamed" if role.kind == "person" else "group"
    plural = token.tag in {"NNS", "NNPS"} or role.kind == "group"
    draft = Draft(kind, sentence.words(_naming(sentence, mention)), country=country, plural=plural, gender=role.gender)
    draft.role_words = set() if joint else {word, " ".join(role.words)}
    told = read_modifier(sentence, mention.head)
    sector = pick_sector(role, of)
    if told and (
        role.inherits or sector in {None, "CVL"} or (sector == "MIL" and told in {"REB", "UAF", "COP", "OPP"})
    ):
        sector = told
    if is_former(sentence, Range(mention.tokens.first, mention.head)) and sector in {"GOV", "LEG", "MIL", "SPY"}:
        sector = "ELI"
    if any(w in {"armed", "masked"} for w in modifiers) and sector in {None, "CVL"}:
        sector = "UAF"
    draft.sector = sector
    own[key] = draft
    return draft


def _naming(sentence: Sentence, mention: Mention) -> Range:
    """The description without its article."""
    first = mention.tokens.first
    while first < mention.head and sentence.tokens[first].dep in {"det", "predet"}:
        first += 1
    return Range(first, mention.tokens.last)


def link_possessed(board: Board) -> None:
    """`his government`, `its army`: what belongs to someone takes the country from there.

    A government or a land (`his country`) is the state itself.
    """
    for mention in board.mentions:
        draft = board.find(mention)
        if mention.form != "nominal" or draft is None or draft.country or draft.kind not in {"group", "unnamed"}:
            continue
        sentence = board.sentences[mention.sentence]
        land = sentence.tokens[mention.head].lemma in OWNED_LANDS
        if not land and draft.sector not in {"GOV", "MIL", "COP", "LEG", "JUD", "SPY", "PTY"}:
            continue
        for child in sentence.children_of(mention.head, "poss"):
            owner = board.at.get(TokenRef(mention.sentence, child.i))
            country = (owner.country or (owner.known.country if owner.known else None)) if owner else None
            if country is None or country in {"IGO", "NGO"}:
                continue
            if land or sentence.tokens[mention.head].lemma in GOVERNMENTS:
                state = _state_of(board, country)
                if state not in board.drafts:
                    board.add(state)
                board.link(mention, state)
            else:
                draft.country = country
