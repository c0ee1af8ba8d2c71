"""Careers: who takes, holds or leaves an office, as verbs tell: `X, who heads Y`, `X was appointed Y`, `named X Y`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from coranto.extract.roles import load_roles
from coranto.model.drafts import Mention, TokenRef
from coranto.model.sentence import Sentence, Token
from coranto.model.span import Range
from coranto.resolve.drafts import Board
from coranto.resolve.roles.offices import Office
from coranto.resolve.roles.owners import Complement
from coranto.resolve.roles.tenures import CURRENT, Tenure
from coranto.resources import read_tsv

HEADS = {
    "head": "head", "lead": "leader", "chair": "chairman", "direct": "director", "command": "commander",
    "run": "head", "preside": "president",
}  # fmt: skip
"""Verbs that say by themselves what someone is of the body that they govern."""
ACCUSED = frozenset({"CRM", "UAF", "CVL"})
"""Sectors that `X is a ...` says nothing sure of."""
AUXILIARIES = frozenset({"AUX", "ADV"})
FUTURES = frozenset({"will", "would", "shall", "to", "wo", "'ll"})
DENIALS = frozenset({"not", "n't", "never"})
BOUNDARIES = frozenset({",", "-", "–", "—", "("})
LONGEST = 6


@dataclass(frozen=True, slots=True)
class CareerVerb:
    """A verb phrase of taking, holding or leaving office (`careers.tsv`)."""

    words: tuple[str, ...]
    links: tuple[tuple[str, ...], ...]
    effect: str
    object: bool


@cache
def load_careers() -> dict[str, tuple[CareerVerb, ...]]:
    """The phrases by their verb, the longest first."""
    index: dict[str, list[CareerVerb]] = {}
    for row in read_tsv("actors/careers.tsv"):
        words = tuple(row["phrase"].split())
        links = tuple(() if link == "-" else tuple(link.split()) for link in row["link"].split("|"))
        index.setdefault(words[0], []).append(CareerVerb(words, links, row["effect"], row["holder"] == "object"))
    return {verb: tuple(sorted(found, key=lambda c: -len(c.words))) for verb, found in index.items()}


def read_career(board: Board, sentence: Sentence, office: Office) -> tuple[TokenRef, Tenure] | None:
    """Who gets, holds or leaves the office by the verb before it, and its tenure (`?` where a date may follow)."""
    for i in range(office.whole.first - 1, max(-1, office.whole.first - LONGEST - 8), -1):
        token = sentence.tokens[i]
        if token.text in {";", ":", "."} or (token.text == "," and i < office.whole.first - 1):
            return None
        if token.pos not in {"VERB", "AUX"}:
            continue
        for career in load_careers().get(token.lemma, ()):
            last = _match_phrase(sentence, career.words, i)
            if last is None:
                continue
            found = _match_link(board, sentence, career, (last, office.whole.first))
            if found is not None:
                holder = _find_holder(board, sentence, i, career, found)
                if holder is None or (career.words == ("be",) and office.noun.sector in ACCUSED):
                    return None
                ref, relative = holder
                return ref, _tell_tenure(sentence, token, career.effect, office.tenure, relative=relative)
        if token.pos == "VERB":
            return None
    return None


def find_heads(board: Board, sentence: Sentence) -> list[tuple[TokenRef, Office]]:
    """Those who `head`, `lead` or `run` a body, with an office made of the verb."""
    found = []
    for token in sentence.tokens:
        title = HEADS.get(token.lemma)
        if title is None or token.pos != "VERB" or token.tag in {"VBG", "VB", "VBN"}:
            continue
        mention = _read_object(board, sentence, token)
        subject = _find_subject(board, sentence, token.i)
        if mention is None or subject is None:
            continue
        ref, relative = subject
        if token.tag == "VBD" and not relative:
            continue
        noun = next(role for role in load_roles()[title] if role.words == (title,))
        tenure = CURRENT._replace(status="former" if token.tag == "VBD" else "current")
        words = Range(token.i, token.i + 1)
        body = Complement((mention,), mention.tokens.last, "of")
        found.append((ref, Office(noun, token.i, words, Range(token.i, body.last), body, tenure, plural=False)))
    return found


def _read_object(board: Board, sentence: Sentence, verb: Token) -> Mention | None:
    """The body that the verb governs."""
    for child in sentence.children_of(verb.i, "dobj"):
        mention = board.by_head.get(TokenRef(sentence.number, child.i))
        if mention is not None and mention.kind in {"organization", "outlet", "group"}:
            return mention
    return None


def _match_phrase(sentence: Sentence, words: tuple[str, ...], verb: int) -> int | None:
    """The token after the verb phrase, articles and adjectives inside it aside."""
    i = verb + 1
    for word in words[1:]:
        if word in {"the", "his", "her"}:
            if i < len(sentence.tokens) and sentence.tokens[i].lower in {"the", "his", "her", "a"}:
                i += 1
            continue
        if i >= len(sentence.tokens) or word not in {sentence.tokens[i].lemma, sentence.tokens[i].lower}:
            return None
        i += 1
    return i


def _match_link(board: Board, sentence: Sentence, career: CareerVerb, between: tuple[int, int]) -> Mention | int | None:
    """The name that stands between the verb and its office, or the token after the verb; null where more does."""
    first, last = between
    name: Mention | None = None
    for mention in board.in_sentence.get(sentence.number, []):
        if mention.tokens.first in {first, first + 1} and mention.tokens.last <= last and is_person(board, mention):
            name = mention
    if name is not None:
        first = name.tokens.last
    while first < last and sentence.tokens[first].pos == "ADV" and sentence.tokens[first].lower != "as":
        first += 1
    rest = tuple(t.lower for t in sentence.tokens[first:last])
    links = career.links if name is None or () in career.links or career.words[0] != "be" else ()
    return (name if name is not None else first) if rest in links else None


def _find_holder(
    board: Board, sentence: Sentence, verb: int, career: CareerVerb, found: Mention | int
) -> tuple[TokenRef, bool] | None:
    """Who holds the office, and whether a relative clause says so."""
    if career.object:
        if isinstance(found, Mention):
            return TokenRef(sentence.number, found.head), False
        passive = sentence.tokens[verb].tag in {"VBN", "VBD"}
        if not passive:
            return None
        if any(sentence.children_of(verb, "auxpass")) or _follows_aux(sentence, verb):
            return _find_subject(board, sentence, verb)
        before = _find_before(board, sentence, verb)
        return (before, False) if before is not None else None
    return _find_subject(board, sentence, verb)


def _follows_aux(sentence: Sentence, verb: int) -> bool:
    i = verb - 1
    while i >= 0 and sentence.tokens[i].pos == "ADV":
        i -= 1
    return i >= 0 and sentence.tokens[i].lemma in {"be", "get"}


def _find_before(board: Board, sentence: Sentence, verb: int) -> TokenRef | None:
    """`X, appointed minister in 2019, ...`: the name right before the participle."""
    if verb == 0 or sentence.tokens[verb - 1].text not in BOUNDARIES:
        return None
    return _name_ending(board, sentence, verb - 1)


def _find_subject(board: Board, sentence: Sentence, verb: int) -> tuple[TokenRef, bool] | None:
    """Who the subject is, and whether the clause is a relative one; by the words before the verb, then by the parse."""
    tokens = sentence.tokens
    i = verb - 1
    while i >= 0 and (tokens[i].pos in AUXILIARIES or tokens[i].lower in FUTURES):
        if tokens[i].lower in DENIALS:
            return None
        i -= 1
    if i >= 0 and tokens[i].lower in {"who", "that"}:
        last = i if tokens[i - 1].text not in BOUNDARIES else i - 1
        ref = _name_ending(board, sentence, last)
        if ref is not None:
            return ref, True
    elif i >= 0:
        ref = _name_ending(board, sentence, i + 1)
        if ref is not None:
            return ref, False
    return _parse_subject(board, sentence, verb)


def _parse_subject(board: Board, sentence: Sentence, verb: int) -> tuple[TokenRef, bool] | None:
    token = sentence.tokens[verb]
    if any(child.lower in DENIALS for child in sentence.children_of(verb, "neg")):
        return None
    subjects = list(sentence.children_of(verb, "nsubj", "nsubjpass"))
    if not subjects and token.dep == "conj":
        subjects = list(sentence.children_of(token.head, "nsubj", "nsubjpass"))
    for subject in subjects:
        head = subject.i
        relative = subject.tag in {"WP", "WDT"}
        if relative:
            clause = token if token.dep == "relcl" else sentence.tokens[token.head]
            if clause.dep != "relcl":
                return None
            head = clause.head
        mention = board.by_head.get(TokenRef(sentence.number, head))
        if mention is not None and (is_person(board, mention) or subject.lower in {"he", "she"}):
            return TokenRef(sentence.number, head), relative
    return None


def is_person(board: Board, mention: Mention) -> bool:
    """Whether the mention names a person, or what may be one: two or three words that no list knows, of no body."""
    draft = board.find(mention) if mention.form == "name" else None
    if draft is None:
        return False
    if draft.kind == "person":
        return True
    bare = draft.kind == "organization" and draft.known is None and draft.sector is None and draft.country is None
    words = board.sentences[mention.sentence].tokens[mention.tokens.first : mention.tokens.last]
    return bare and 1 < len(words) < 4 and all(w.text[0].isupper() and not w.text.isupper() for w in words)


def _name_ending(board: Board, sentence: Sentence, last: int) -> TokenRef | None:
    for mention in board.in_sentence.get(sentence.number, []):
        if mention.tokens.last == last and is_person(board, mention):
            return TokenRef(sentence.number, mention.head)
    return None


def _tell_tenure(sentence: Sentence, verb: Token, effect: str, told: Tenure, *, relative: bool) -> Tenure:
    """Whether the verb says that the office is held, and which end of its time a date beside it is."""
    before = [t.lower for t in sentence.tokens[max(0, verb.i - 3) : verb.i]]
    ahead = any(word in FUTURES for word in before)
    past = verb.tag == "VBD" or "had" in before
    if effect == "stand" or (ahead and effect != "end"):
        return told._replace(status="future", since="?")
    if effect == "end":
        return told._replace(status="current" if ahead else "former", until="?")
    if effect == "start":
        return told._replace(since="?")
    if told.status == "current" and past and (effect == "serve" or relative):
        return told._replace(status="former")
    return told
