"""Descriptions: whom `the minister`, `the regime`, `the island` and `two officials` stand for.

Rules only: the nearest earlier candidate that may be called so. Where there is none, a description makes an entity
of its own; one with the same head, modifiers and country is the same.
"""

from __future__ import annotations

from coranto.extract.known import find_known
from coranto.extract.mentions import INNER_RULE
from coranto.extract.roles import RoleNoun, find_role
from coranto.model.drafts import Mention, TokenRef
from coranto.model.entity import EntityKind
from coranto.model.sentence import Sentence
from coranto.model.span import Range
from coranto.resolve.actors import joins_countries
from coranto.resolve.coreference.firms import COMPANIES, find_described, find_same_body, find_titled
from coranto.resolve.coreference.lands import find_ally, find_government, find_land, state_of
from coranto.resolve.coreference.pairs import find_pair, is_pair, name_pair
from coranto.resolve.coreference.reasons import explain
from coranto.resolve.drafts import FIRST, Board, Draft
from coranto.resolve.roles.appositions import find_appositions, take_role
from coranto.resolve.roles.titles import find_body, is_former, pick_sector, read_modifier

GOVERNMENTS = frozenset({"government", "regime", "administration"})
LANDS = frozenset({"country", "nation", "state", "island", "kingdom", "republic"})
OWNED_LANDS = LANDS | {"territory", "homeland"}
FORCES = frozenset({"military", "troop", "troops", "soldier", "force", "forces", "army"})
HYPERNYMS = {
    "leader": {"president", "prime minister", "chancellor", "premier", "king", "dictator", "leader", "supreme leader"},
    "premier": {"premier", "prime minister"},
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
    described = dict(find_described(board))
    for mention in board.mentions:
        if mention.form != "nominal":
            continue
        sentence = board.sentences[mention.sentence]
        found = find_role(sentence, mention.head)
        body = described.get(TokenRef(mention.sentence, mention.head))
        if body is not None:
            board.link(mention, body, explain("description.apposition"))
            continue
        person = linked.get((mention.sentence, mention.head))
        if person is not None and found is not None:
            take_role(board, mention, person, found[0])
            continue
        if mention.rule == INNER_RULE:
            body = _find_inner(board, mention, found[0]) if found is not None else None
            if body is not None:
                board.link(mention, body, explain("description.body"))
            continue
        members = find_pair(board, mention) if _may_be_pair(board, mention) else None
        if members is not None:
            pair = own.setdefault(("pair", *(id(member) for member in members)), name_pair(members))
            board.keep(pair, mention, explain("description.pair") if pair.mentions else FIRST)
            continue
        ally = find_ally(board, mention)
        if ally is not None:
            board.keep(ally, mention, explain("description.ally"))
            continue
        if mention.rule == "crowd":
            board.link(mention, board.add(Draft("group", sentence.words(mention.tokens), plural=True)), FIRST)
            continue
        if found is None:
            draft, rule = _resolve_nation(board, mention, own), "description.same"
        else:
            draft, rule = _resolve(board, mention, found[0], own)
        if draft not in board.drafts:
            board.add(draft)
        board.link(mention, draft, explain(rule) if draft.mentions else FIRST)
    for draft in own.values():
        _join_late(board, draft)


def _may_be_pair(board: Board, mention: Mention) -> bool:
    return is_pair(board, mention) or (mention.rule == "crowd" and mention.span.text.lower() == "the two")


def _find_inner(board: Board, mention: Mention, role: RoleNoun) -> Draft | None:
    """`company` in `company spokesman`, `Air Force` in `Air Force officials`: a body named elsewhere, or nobody."""
    word = role.words[role.head]
    body = find_same_body(board, mention, word) if word in COMPANIES else find_titled(board, mention)
    return body if body is not None and body.kind in {"organization", "outlet"} else None


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
        board.absorb(holders[0], draft, explain("description.title"))


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


def _resolve(board: Board, mention: Mention, role: RoleNoun, own: dict[tuple[object, ...], Draft]) -> tuple[Draft, str]:
    sentence = board.sentences[mention.sentence]
    token = sentence.tokens[mention.head]
    plural = token.tag in {"NNS", "NNPS"}
    definite = sentence.tokens[mention.tokens.first].lower in DEFINITE
    word = role.words[role.head]
    if word in AMOUNTS:
        members = _find_members(board, mention, own)
        if members is not None:
            return members, "description.members"
    of = find_body(board, sentence, mention.head)
    if word in GOVERNMENTS and not plural:
        state = find_government(board, mention, of)
        if state is not None:
            return state, "description.government"
    if word in LANDS and definite and not plural and (of is None or (of.kind == "place" and not of.country)):
        state = find_land(board, mention)
        if state is not None:
            return state, "description.land"
    if (
        of is not None
        and of.kind == "organization"
        and of.sector in {"REB", "UAF", "CRM"}
        and _may_be_members(role, mention, token.tag)
    ):
        return of, "description.members"
    if (definite and not plural and role.kind == "person" and of is None) or (
        role.kind == "person" and of and not plural
    ):
        person = _find_holder(board, mention, role, of)
        if person is not None:
            return person, "description.title"
    if not plural and (definite or _stands_bare(sentence, mention)) and (role.kind == "group" or word in COMPANIES):
        body = find_same_body(board, mention, word) if of is None or of.kind in {"state", "place"} else None
        body = body or (find_titled(board, mention) if role.kind == "group" else None)
        if body is not None:
            return body, "description.body"
    return _make_own(board, mention, role, own), "description.same"


def _stands_bare(sentence: Sentence, mention: Mention) -> bool:
    """A headline's `Founder leaves company`, which leaves articles out."""
    return sentence.heading and mention.tokens.first == mention.head


def _find_members(board: Board, mention: Mention, own: dict[tuple[object, ...], Draft]) -> Draft | None:
    """`a group of protesters` stands for the protesters."""
    sentence = board.sentences[mention.sentence]
    for prep in sentence.children_of(mention.head, "prep"):
        for noun in sentence.children_of(prep.i, "pobj"):
            inner = board.by_head.get(TokenRef(mention.sentence, noun.i))
            role = find_role(sentence, noun.i)
            if prep.lower == "of" and inner is not None and inner.form == "nominal" and role and noun.tag == "NNS":
                return _resolve(board, inner, role[0], own)[0]
    return None


def _may_be_members(role: RoleNoun, mention: Mention, tag: str) -> bool:
    word = role.words[role.head]
    if word in {"group", "organization", "organisation", "movement", "network", "militia"}:
        return True
    return tag in {"NNS", "NNPS"} and role.sector in {"UAF", "REB", "MIL"} and mention.kind is not None


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


def _make_own(board: Board, mention: Mention, role: RoleNoun, own: dict[tuple[object, ...], Draft]) -> Draft:
    """An entity for the description itself; same head, modifiers and country make the same entity."""
    sentence = board.sentences[mention.sentence]
    token = sentence.tokens[mention.head]
    of = find_body(board, sentence, mention.head)
    joined = joins_countries(board, mention)
    joint = joined or is_pair(board, mention)
    country = of.country if of is not None and not joint else None
    word = role.words[role.head]
    modifiers = tuple(
        t.lower
        for t in sentence.tokens[mention.tokens.first : mention.head]
        if t.dep in {"amod", "compound", "nmod"} and TokenRef(mention.sentence, t.i) not in board.at
    )
    key: tuple[object, ...] = (
        "joint" if joined else word,
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
    draft = Draft(
        kind,
        sentence.words(_naming(sentence, mention)),
        country=country,
        plural=plural,
        gender=role.gender,
        joint=joint,
    )
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
                state = state_of(board, country)
                if state not in board.drafts:
                    board.add(state)
                board.link(mention, state, explain("description.owner"))
            else:
                draft.country = country
