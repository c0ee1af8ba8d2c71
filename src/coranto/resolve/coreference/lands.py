"""States described: `the regime`, `the government of X`, `the Caribbean country`, `the island`."""

from __future__ import annotations

from coranto.extract.known import find_known
from coranto.model.drafts import Mention, TokenRef
from coranto.model.sentence import Sentence
from coranto.resolve.actors import load_regions, name_state
from coranto.resolve.drafts import Board, Draft

SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})
ALLIES = frozenset("ally partner neighbor neighbour backer patron protector rival foe enemy adversary".split())
REACH = 6
"""Sentences, its own among them, in which a state must be spoken of to be `the country`."""


def find_government(board: Board, mention: Mention, of: Draft | None) -> Draft | None:
    """The state whose government is meant: of the body or leader beside it, else the one last spoken of."""
    sentence = board.sentences[mention.sentence]
    if of is None:
        of = _compound_person(board, sentence, mention.head)
    if of is not None:
        if of.kind == "state":
            return of
        if of.kind == "place" and of.country and of.known is None:
            return state_of(board, of.country)
        if of.kind == "person":
            country = of.country or (of.known.country if of.known else None)
            return state_of(board, country) if country and country not in {"IGO", "NGO"} else None
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
    return _find_salient(board, mention, None)


def find_land(board: Board, mention: Mention) -> Draft | None:
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
    return _find_salient(board, mention, allowed)


def find_ally(board: Board, mention: Mention) -> Draft | None:
    """The state that is named beside `ally`, `partner` or `neighbour`: `its Kremlin ally`, `its ally Moldova`.

    The owner must be a state or body (`its`, `Cuba's`): a person's ally may be a person.
    """
    sentence = board.sentences[mention.sentence]
    token = sentence.tokens[mention.head]
    if token.lemma not in ALLIES or token.tag in {"NNS", "NNPS"}:
        return None
    owners = list(sentence.children_of(mention.head, "poss"))
    if not any(owner.lower in {"its", "their"} or _names_state(board, sentence, owner.i) for owner in owners):
        return None
    beside = [t.i for t in sentence.children_of(mention.head, "compound", "nmod", "amod", "appos")]
    if token.dep == "appos":
        beside.append(token.head)
    for i in beside:
        state = _names_state(board, sentence, i)
        if state is not None:
            return state
    return None


def _names_state(board: Board, sentence: Sentence, token: int) -> Draft | None:
    """The state whose name, nationality, seat of power or capital the token is."""
    draft = board.at.get(TokenRef(sentence.number, token))
    if draft is None or draft.kind == "state":
        return draft
    known = find_known(sentence.tokens[token].text)
    if draft.kind == "place" and known is not None and known.use == "capital" and known.country:
        return state_of(board, known.country)
    return None


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


def state_of(board: Board, country: str) -> Draft:
    """The state of an ISO 3166-1 alpha-3 code, a new draft where the article does not name it."""
    for draft in board.drafts:
        if draft.kind == "state" and draft.country == country:
            return draft
    name = name_state(country)
    return Draft("state", name, country=country, sector="GOV", known=find_known(name))


def _find_salient(board: Board, mention: Mention, allowed: frozenset[str] | None) -> Draft | None:
    """The state that the last sentences speak of most: each mention counts, subjects and governments twice."""
    best: tuple[float, int, Draft] | None = None
    scores: dict[int, float] = {}
    for number in range(mention.sentence, max(-1, mention.sentence - REACH), -1):
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
