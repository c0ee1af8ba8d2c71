"""Appositions: who holds an office that stands beside a name: `X, the minister`, `the minister, X`, `X (minister)`.

The words decide before the parse does, since a long title is what a parser reads worst.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from coranto.extract.roles import RoleNoun
from coranto.model.drafts import Mention, TokenRef
from coranto.model.sentence import Sentence
from coranto.model.span import Range
from coranto.resolve.callings import read_sector
from coranto.resolve.coreference.reasons import explain
from coranto.resolve.drafts import Board, Claim, Draft
from coranto.resolve.roles.careers import find_heads, is_person, read_career
from coranto.resolve.roles.offices import COUNTERPARTS, PLURALS, VAGUE, Office, chain, find_offices
from coranto.resolve.roles.owners import GROUPS, choose_body, read_complement
from coranto.resolve.roles.tenures import FORMER, Tenure, read_tenure
from coranto.resolve.roles.titles import (
    CODES,
    PRESIDENTS,
    SENT,
    STATES,
    add_role,
    pick_sector,
    read_modifier,
    start_of_name,
    take_country,
)

DASHES = frozenset({"-", "–", "—"})
ENDS = frozenset({",", ".", ")", ";", "—", "–", "-", '"', "”", "who", "whose", "?", "!", "’s"})
BODILY = frozenset({None, "BUS", "CVL", "UAF", "REB", "CRM"})
"""Sectors of descriptions that suit a body as well: `X, a supplier of Y`."""
SPEAKERS = frozenset({"spokesman", "spokeswoman", "spokesperson"})
JOINT = frozenset(
    "president chairman chairwoman chair ceo coo cfo cto founder founder co-founder cofounder owner director publisher "
    "editor head executive officer manager partner chief professor dean secretary treasurer spokesman".split()
)
"""Offices that one person often holds two of at once."""
LONG = 8
"""Tokens within which the name of a body that no list knows ends."""
FAR = 4
"""Tokens between `for` and the name of the one who is spoken for: `for Senate Majority Leader X`."""
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OPENERS = frozenset({",", "(", "-", "–", "—"})


def find_appositions(board: Board) -> Iterator[tuple[tuple[int, int], Draft]]:
    """Descriptions of a named person, by sentence and head; each one's office is recorded on the way."""
    for sentence in board.sentences:
        names = _list_names(board, sentence)
        if not names and not _has_pronoun(board, sentence):
            continue
        offices = find_offices(board, sentence, names)
        for links in chain(sentence, offices):
            for office, ref in _match(board, sentence, names, links):
                draft = board.at.get(ref)
                if draft is None or draft.kind != "person":
                    continue
                yield (sentence.number, office.head), draft
        for ref, office in find_heads(board, sentence):
            _claim(board, sentence, ref, office)


def take_role(board: Board, mention: Mention, person: Draft, role: RoleNoun) -> None:
    """Let a description be the person beside it, who holds that office."""
    sentence = board.sentences[mention.sentence]
    sector = read_modifier(sentence, mention.head) if role.inherits else None
    if sector and not person.former:
        person.sectors.append(sector)
    board.link(mention, person, explain("description.apposition"))


def complete_roles(board: Board) -> None:
    """Give roles the bodies known only now (`the ministry's spokeswoman`), and people those after their names."""
    for number, claim in enumerate(board.claims):
        draft = board.at.get(claim.holder)
        sentence = board.sentences[claim.holder.sentence]
        if draft is None or (claim.of is not None and claim.of.kind in GROUPS):
            continue
        complement = read_complement(board, sentence, claim.title.last)
        of, country = choose_body(board, sentence, claim.title.first, complement)
        if of is None or of is claim.of or of is draft or of.kind not in GROUPS | {"state"}:
            continue
        if claim.of is not None and of.kind == "state":
            continue
        board.claims[number] = replace(claim, of=of)
        _give_body(board, draft, claim, of)
        if country and (draft.country is None or draft.country in CODES):
            draft.country = country
    for number, claim in enumerate(board.claims):
        draft = board.at.get(claim.holder)
        if draft is not None and claim.of is None and claim.noun.words[-1] in SPEAKERS and draft.country is None:
            of = _find_spoken_for(board, claim.holder)
            if of is not None:
                board.claims[number] = replace(claim, of=of)
                _give_body(board, draft, claim, of)
    for mention in board.mentions:
        draft = board.find(mention)
        if draft is not None and draft.kind == "person" and mention.form == "name":
            _read_behind(board, mention, draft)
    for sentence in board.sentences:
        if any(t.lower in {"he", "she"} for t in sentence.tokens):
            _read_pronouns(board, sentence)


def _find_spoken_for(board: Board, holder: TokenRef) -> Draft | None:
    """The body that `the spokesman, X` speaks for: the last that did something, in this sentence or the one before."""
    for number in (holder.sentence, holder.sentence - 1):
        for mention in reversed(board.in_sentence.get(number, [])):
            draft = board.find(mention)
            earlier = number < holder.sentence or mention.head < holder.token
            acts = draft is not None and earlier and board.token(mention).dep in SUBJECTS
            if draft is not None and acts and draft.kind == "organization" and draft.sector:
                return draft
    return None


def _read_pronouns(board: Board, sentence: Sentence) -> None:
    """`He was appointed governor in 2019`, now that the pronouns stand for someone."""
    for office in find_offices(board, sentence, _list_names(board, sentence)):
        career = None if office.plural else read_career(board, sentence, office)
        mention = board.by_head.get(career[0]) if career else None
        if career is None or mention is None or mention.form != "pronoun":
            continue
        tenure, _ = read_tenure(sentence, office.whole.last, career[1], board.published)
        _claim(board, sentence, career[0], replace(office, tenure=tenure))


def _give_body(board: Board, draft: Draft, claim: Claim, of: Draft) -> None:
    span = board.sentences[claim.holder.sentence].span(claim.title)
    draft.roles = [r.model_copy(update={"of": of.name}) if r.span == span else r for r in draft.roles]
    former = any(r.span == span and r.status == "former" for r in draft.roles)
    old, new = pick_sector(claim.noun, claim.of), pick_sector(claim.noun, of)
    if new != old and new is not None and not former:
        if old in draft.sectors:
            draft.sectors[draft.sectors.index(old)] = new
        else:
            draft.sectors.append(new)
    take_country(draft, of)


def _read_behind(board: Board, mention: Mention, draft: Draft) -> None:
    """`X of the Lebanese health ministry`: the body behind a name tells of country, calling and office."""
    sentence = board.sentences[mention.sentence]
    after = mention.tokens.last
    if after >= len(sentence.tokens) or sentence.tokens[after].lower not in {"of", "from"}:
        return
    of, country = choose_body(board, sentence, 0, read_complement(board, sentence, after))
    if of is None or of is draft:
        return
    if draft.known is None and (draft.country is None or draft.country in CODES):
        draft.country = country or draft.country
        take_country(draft, of)
    if of.kind not in GROUPS:
        return
    for number, claim in enumerate(board.claims):
        if claim.holder == TokenRef(mention.sentence, mention.head) and (claim.of is None or claim.of.kind == "state"):
            board.claims[number] = replace(claim, of=of)
            _give_body(board, draft, claim, of)
            return
    if of.sector and not draft.sectors:
        draft.sectors.append(of.sector)


def _list_names(board: Board, sentence: Sentence) -> list[Mention]:
    found = []
    for mention in board.in_sentence.get(sentence.number, []):
        if is_person(board, mention):
            found.append(mention)
    return found


def _has_pronoun(board: Board, sentence: Sentence) -> bool:
    return any(m.form == "pronoun" for m in board.in_sentence.get(sentence.number, []))


def _claim(board: Board, sentence: Sentence, ref: TokenRef, office: Office) -> None:
    """Record the office as that of whoever stands at the token."""
    of, country = choose_body(board, sentence, office.title.first, office.complement)
    if of is None and office.noun.sector == "GOV" and _serves_unknown(sentence, office):
        office = replace(office, noun=_be_private(office.noun, sentence, office.title.last))
    if (of is None or of.sector == "PTY") and office.noun.inherits:
        of = _find_patron(board, sentence, office) or of
    draft = _be_person(board, ref, office, of)
    if draft is None:
        return
    add_role(board, draft, Claim(ref, office.noun, office.title, of), office.tenure)
    if country == "IGO" and office.noun.words[office.noun.head] in SENT:
        return
    if country and (draft.country is None or draft.country in CODES):
        draft.country = country


def _find_patron(board: Board, sentence: Sentence, office: Office) -> Draft | None:
    """Whom `a spokesman for Senator X` speaks for, or `an adviser to X` advises."""
    after = office.title.last
    if after + 1 >= len(sentence.tokens) or sentence.tokens[after].lower not in {"for", "to", "of"}:
        return None
    for mention in board.in_sentence.get(sentence.number, []):
        if after < mention.tokens.first <= after + FAR and mention.form == "name" and mention.kind == "person":
            between = sentence.tokens[after + 1 : mention.tokens.first]
            if all(t.pos in {"PROPN", "ADJ", "DET", "NOUN"} for t in between):
                return board.find(mention)
    return None


def _be_private(noun: RoleNoun, sentence: Sentence, after: int) -> RoleNoun:
    """The office without the sector of a government, and with the one that the words of its body tell, if any."""
    words: list[str] = []
    for token in sentence.tokens[after + 1 : after + LONG]:
        if token.pos not in {"PROPN", "DET"} and token.lower not in {"for", "of", "and", "against", "&"}:
            break
        words += [token.lower] if token.pos != "DET" else []
    told = read_sector(tuple(words))
    return replace(noun, sector=told or (None if noun.sector == "GOV" else noun.sector), inherits=True)


def _serves_unknown(sentence: Sentence, office: Office) -> bool:
    """Whether a president or spokesman is of a body that no list knows: `president of GLAMU`."""
    if office.noun.words[-1] not in PRESIDENTS | SPEAKERS or office.complement.link:
        return False
    tokens, i = sentence.tokens, office.title.last
    if i >= len(tokens) or tokens[i].lower not in {"of", "for", "at"}:
        return False
    words = [t for t in tokens[i + 1 : i + 4] if t.pos != "DET"]
    return bool(words) and words[0].pos == "PROPN" and not any(t.lower in STATES for t in words)


def _be_person(board: Board, ref: TokenRef, office: Office, of: Draft | None) -> Draft | None:
    """Who stands at the token; one whom the parse took for a body is a person if the office says so."""
    draft = board.at.get(ref)
    if draft is not None and draft.kind == "organization" and draft.known is None:
        if pick_sector(office.noun, of) in BODILY and not office.tenure.since:
            return None
        draft.kind = "person"
    return draft if draft is not None and draft.kind == "person" else None


def _match(
    board: Board, sentence: Sentence, names: list[Mention], links: list[Office]
) -> Iterator[tuple[Office, TokenRef]]:
    """Each office of the chain with the token of its holder, recorded."""
    if any(t.lower in VAGUE for t in sentence.tokens[links[0].whole.first : links[0].head]):
        return
    if links[0].plural:
        _share(board, sentence, names, links[0])
        return
    last = links[-1]
    holder = _find_beside(board, sentence, names, Range(links[0].whole.first, last.whole.last))
    told: Tenure | None = None
    links = _share_complement(links)
    if holder is None:
        career = read_career(board, sentence, links[0])
        if career is None:
            return
        holder, told = career
    for office in links:
        if office.noun.words[-1] in COUNTERPARTS:
            _take_counterpart(board, sentence, holder, office)
            yield office, holder
            continue
        start = told if told is not None else office.tenure
        tenure, _ = read_tenure(sentence, office.whole.last, start, board.published)
        office = replace(office, tenure=tenure)
        if office.noun.words[-1] in JOINT and _serves_unknown(sentence, replace(office, title=last.title)):
            office = replace(office, noun=_be_private(office.noun, sentence, last.title.last))
        _claim(board, sentence, holder, office)
        yield office, holder


def _share_complement(links: list[Office]) -> list[Office]:
    """`president and CEO of X`: what the last is of, the others are of too, where one often holds both."""
    last = links[-1]
    if len(links) < 2 or last.noun.words[-1] not in JOINT:
        return links
    return [
        replace(office, complement=last.complement, title=office.title)
        if office is not last and not office.complement.link and office.noun.words[-1] in JOINT
        else office
        for office in links
    ]


def _take_counterpart(board: Board, sentence: Sentence, holder: TokenRef, office: Office) -> None:
    """`his Chilean counterpart X`: X holds the office of the one last spoken of, in the other country."""
    draft = board.at.get(holder)
    model = _find_model(board, holder, draft)
    of, _ = choose_body(board, sentence, office.title.first, office.complement)
    if draft is None or model is None or draft.kind != "person":
        return
    words = board.sentences[model.holder.sentence].span(model.title).text
    add_role(board, draft, replace(model, holder=holder, title=office.title, of=of))
    span = sentence.span(office.title)
    draft.roles = [r.model_copy(update={"title": words}) if r.span == span else r for r in draft.roles]


def _find_model(board: Board, holder: TokenRef, draft: Draft | None) -> Claim | None:
    """The office told last before the counterpart's name, of another person."""
    best: Claim | None = None
    for claim in board.claims:
        if (
            claim.holder < holder
            and board.at.get(claim.holder) is not draft
            and claim.noun.words[-1] not in COUNTERPARTS
        ):
            best = claim if best is None or claim.holder > best.holder else best
    return best


def _find_beside(board: Board, sentence: Sentence, names: list[Mention], words: Range) -> TokenRef | None:
    """The name that the office stands beside, by the marks between them."""
    tokens = sentence.tokens
    before = tokens[words.first - 1] if words.first else None
    _, end = read_tenure(sentence, words.last, Tenure(), board.published)
    after = tokens[end] if end < len(tokens) else None
    for name in names:
        first, last = name.tokens
        ref = TokenRef(sentence.number, name.head)
        if words.first <= first < words.last < last:
            return ref
        if first == words.last and last < len(tokens) and words.last > words.first:
            return ref
        if first == words.last + 1 and _is_joint(sentence, words, name):
            return ref
        if last == _skip_age(sentence, words.first - 1) and before is not None and before.text in OPENERS:
            if before.text == "(" or before.text in DASHES:
                return ref
            if after is None or after.lower in ENDS or _is_parsed(sentence, words, name):
                return ref
        if (
            first == words.last + 1
            and tokens[words.last].text in {",", *DASHES}
            and _stands_after(sentence, words, name)
        ):
            return ref
    return None


def _is_joint(sentence: Sentence, words: Range, name: Mention) -> bool:
    """`president and CEO X`, `chairman and former senator X`: one holder of two offices, the first without `the`."""
    tokens = sentence.tokens
    start = start_of_name(sentence, name)
    if tokens[words.last].lower not in {"and", "&"} or start == name.tokens.first:
        return False
    if any(t.pos == "DET" or t.tag in PLURALS for t in tokens[words.first : words.last]):
        return False
    title = [t.lower for t in tokens[name.tokens.first : start]]
    return title[0] in FORMER or (tokens[words.last - 1].lower in JOINT and title[-1] in JOINT)


def _skip_age(sentence: Sentence, mark: int) -> int:
    """The token after the name, where an age stands between it and the comma: `X, 54, head of Y`."""
    tokens = sentence.tokens
    if mark >= 2 and tokens[mark - 1].pos == "NUM" and tokens[mark - 2].text == ",":
        return mark - 2
    return mark


def _is_parsed(sentence: Sentence, words: Range, name: Mention) -> bool:
    """Whether the parse too takes the phrase for an apposition of the name."""
    return any(t.dep == "appos" and t.head == name.head for t in sentence.tokens[words.first : words.last])


def _stands_after(sentence: Sentence, words: Range, name: Mention) -> bool:
    """`the minister, X, ...`: the name must be closed off again, or be the subject that the phrase describes."""
    tokens = sentence.tokens
    first, last = name.tokens
    if any(t.dep == "appos" and words.holds(t.head) for t in tokens[first:last]):
        return True
    if last >= len(tokens) or tokens[last].text in {",", ".", "(", ")", ";", "—", "–", "-", '"', "”", "and", "?", "!"}:
        return True
    opens = words.first == 0 or tokens[words.first - 1].lower in {"that", "and", "but", "while", "“", '"'}
    return tokens[last].pos in {"VERB", "AUX"} and opens


def _share(board: Board, sentence: Sentence, names: list[Mention], office: Office) -> None:
    """`the foreign ministers of Finland and Estonia, X and Y`: each his own."""
    tokens = sentence.tokens
    if _share_behind(board, sentence, names, office):
        return
    row = [n for n in names if n.tokens.first > office.whole.last]
    if not row or tokens[row[0].tokens.first - 1].text not in {",", ":", *DASHES}:
        return
    first = row[0].tokens.first
    if any(t.pos in {"VERB", "AUX", "PUNCT"} for t in tokens[office.title.last : first - 1]):
        return
    listed = [row[0]]
    for name in row[1:]:
        between = [t.lower for t in sentence.tokens[listed[-1].tokens.last : name.tokens.first]]
        if between not in (["and"], [","], [",", "and"], [",", "respectively", "and"]):
            break
        listed.append(name)
    if len(listed) < 2:
        return
    lands = _list_lands(board, sentence, office.title.last, first)
    for i, name in enumerate(listed):
        ref = TokenRef(sentence.number, name.head)
        draft = board.at[ref]
        of = lands[i] if len(lands) == len(listed) else None
        add_role(board, draft, Claim(ref, office.noun, office.title, of), office.tenure)


def _share_behind(board: Board, sentence: Sentence, names: list[Mention], office: Office) -> bool:
    """`X, Y and Z, the foreign ministers of ...`: all who stand in a row before the comma hold the office."""
    tokens = sentence.tokens
    mark = office.whole.first - 1
    if mark < 0 or tokens[mark].text not in {",", *DASHES}:
        return False
    row: list[Mention] = []
    end = mark
    for name in reversed([n for n in names if n.tokens.last <= mark]):
        between = [t.lower for t in tokens[name.tokens.last : end]]
        if between not in ([], ["and"], [","], [",", "and"]):
            break
        row.append(name)
        end = name.tokens.first
    if len(row) < 2:
        return False
    of, country = choose_body(board, sentence, office.title.first, office.complement)
    for name in row:
        ref = TokenRef(sentence.number, name.head)
        draft = board.at[ref]
        if draft.kind != "person":
            continue
        add_role(board, draft, Claim(ref, office.noun, office.title, of), office.tenure)
        if country and draft.country is None:
            draft.country = country
    return True


def _list_lands(board: Board, sentence: Sentence, first: int, last: int) -> list[Draft]:
    """The states and places between the tokens, in order."""
    found = []
    for mention in board.in_sentence.get(sentence.number, []):
        draft = board.find(mention)
        inside = first <= mention.tokens.first and mention.tokens.last <= last
        if draft is not None and inside and mention.form == "name" and draft.kind in {"state", "place"}:
            found.append(draft)
    return found
