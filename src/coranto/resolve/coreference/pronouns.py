"""Pronouns: whom `he`, `its`, `who` and the `I` of a quotation stand for.

Rules only: the nearest earlier candidate that fits in number, gender and kind, subjects first. Where nothing fits,
a pronoun stands for nobody.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from coranto.model.drafts import Mention, TokenRef
from coranto.model.sentence import Sentence, Token
from coranto.model.span import Range
from coranto.resolve.coreference.firms import find_company
from coranto.resolve.coreference.reasons import explain
from coranto.resolve.drafts import Board, Draft

SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})
SINGULAR = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})
MALE = frozenset({"he", "him", "his", "himself"})
FEMALE = frozenset({"she", "her", "hers", "herself"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
NEUTER = frozenset({"it", "its", "itself"})
FIRST = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"})
RAISING = frozenset({"be", "seem", "appear", "happen", "turn", "take", "become"})
STATIVE = frozenset("have include contain feature replace mark cost weigh measure represent resemble".split())
"""Verbs with an object that things have for subjects as often as bodies do."""
KINDS = frozenset({"kind", "sort", "type", "class"})
OURS = frozenset({"we", "us", "our", "ours", "ourselves"})
CHIEFS = frozenset({"ceo", "chief executive", "chief executive officer", "managing director", "chairman"})
"""Offices of companies, so that their holder says `we` of one."""
SPOKEN_FOR = frozenset({None, "BUS", "MIL"})
"""Sectors of bodies whose officers say `we` of them."""
ORDERING = frozenset(
    "force order ask tell urge allow require persuade compel push press help encourage enable permit instruct warn "
    "call lead cause invite pressure".split()
)
"""Verbs whose object is the one that does what the infinitive after it says."""
SPEECH = frozenset(
    "say tell add note state claim ask reply write tweet insist explain argue declare announce warn respond continue "
    "assert stress recall conclude remark testify comment admit acknowledge suggest".split()
)
OPENING, CLOSING = frozenset({"“", "«", "``"}), frozenset({"”", "»", "''"})
MARKS = OPENING | {'"', "`"}
REACH = 3
REACH_OF_MANY = 1
"""Sentences that a pronoun may reach back; `they` has so many candidates that farther ones are guesses."""


@dataclass(slots=True)
class _Quotations:
    """The quotations: by token the number of the one it stands in, their sentences, and who speaks them."""

    at: dict[TokenRef, int] = field(default_factory=dict)
    bounds: list[Range] = field(default_factory=list)
    speakers: dict[int, Draft | None] = field(default_factory=dict)


def link_pronouns(board: Board) -> None:
    """Let each pronoun stand for the nearest fitting candidate before it."""
    quotations = _find_quotations(board)
    board.quoted = quotations.at
    for mention in board.mentions:
        if mention.form != "pronoun":
            continue
        word = mention.span.text.lower()
        draft, rule = _resolve(board, mention, quotations)
        if draft is not None:
            if word in MALE and not draft.gender and draft.kind in {"person", "unnamed"}:
                draft.gender = "m"
            elif word in FEMALE and not draft.gender and draft.kind in {"person", "unnamed"}:
                draft.gender = "f"
            board.link(mention, draft, explain(rule))


def _resolve(board: Board, mention: Mention, quotations: _Quotations) -> tuple[Draft | None, str]:
    """Whom the pronoun stands for, and the rule that tells."""
    word = mention.span.text.lower()
    if mention.rule == "pronoun.relative":
        return _find_antecedent(board, board.sentences[mention.sentence], mention.head), "pronoun.relative"
    if word in FIRST:
        number = quotations.at.get(TokenRef(mention.sentence, mention.head))
        if number is None:
            return None, ""
        speaker = _find_speaker(board, quotations, number)
        body = _find_body(board, mention, speaker) if speaker is not None and word in OURS else None
        return (body, "pronoun.we") if body is not None else (speaker, "pronoun.speaker")
    if word in NEUTER:
        return _find_referent(board, mention, word), "pronoun.it"
    if word in PLURAL:
        return _find_referent(board, mention, word), "pronoun.they"
    if word in SINGULAR:
        return _find_referent(board, mention, word), "pronoun.person"
    return None, ""


def _find_body(board: Board, mention: Mention, speaker: Draft) -> Draft | None:
    """The body for which the speaker says `we`: of a spokesperson any, of others that of their office.

    The head of a company that the text does not name speaks for the one last spoken of.
    """
    if speaker.kind != "person" or speaker.former:
        return None
    spokes = any(word.startswith("spokes") for word in speaker.role_words)
    bodies = {draft.name: draft for draft in board.drafts if draft.kind in {"organization", "outlet"}}
    of = [bodies[role.of] for role in speaker.roles if role.of in bodies]
    for draft in of:
        if spokes or draft.sector in SPOKEN_FOR:
            return draft
    if (spokes or speaker.role_words & CHIEFS) and not any(role.of for role in speaker.roles):
        return find_company(board, mention)
    return None


def _find_antecedent(board: Board, sentence: Sentence, token: int) -> Draft | None:
    for other in (sentence.tokens[token], *sentence.ancestors_of(token)):
        if other.dep == "relcl":
            ref = TokenRef(sentence.number, other.head)
            return board.at.get(ref) or board.inside.get(ref)
    return None


def _find_referent(board: Board, mention: Mention, word: str) -> Draft | None:
    sentence = board.sentences[mention.sentence]
    token = sentence.tokens[mention.head]
    if _is_empty(sentence, token):
        return None
    clause = _clause_subject(board, sentence, mention.head) if token.dep in {"dobj", "pobj", "iobj", "dative"} else None
    if word.endswith(("self", "selves")):
        return _clause_subject(board, sentence, mention.head)
    if word in SINGULAR:
        doubled = _find_doubled(board, mention)
        if doubled is not None:
            return doubled
        if _speaks_for_body(board, sentence, mention.head):
            return None
    controller = _find_controller(board, sentence, mention.head) if token.dep == "poss" else None
    if controller is not None and _fits(controller, word, mention):
        return controller
    outside = word in SINGULAR and TokenRef(mention.sentence, mention.head) not in board.quoted
    left, number = REACH_OF_MANY if word in PLURAL else REACH, mention.sentence
    while left >= 0:
        best: tuple[tuple[int, int], Draft] | None = None
        passed = False
        for other in board.in_sentence.get(number, []):
            if other.span.start >= mention.span.start or other.span.holds(mention.span) or other.form == "adjective":
                continue
            draft = board.find(other)
            if draft is None or draft is clause or not _fits(draft, word, other):
                continue
            if outside and other.form != "name" and TokenRef(number, other.head) in board.quoted:
                passed = True
                continue
            subject = int(board.token(other).dep in SUBJECTS)
            many = int(word in PLURAL and draft.plural)
            rank = (subject + many, other.span.start if number == mention.sentence else -other.span.start)
            if best is None or rank > best[0]:
                best = (rank, draft)
        if best is not None:
            return None if word not in SINGULAR and _means_thing(board, mention, best[1]) else best[1]
        if number <= 0 or board.sentences[number].paragraph < sentence.paragraph - 2:
            break
        left, number = left - (not passed), number - 1
    return None


def _find_controller(board: Board, sentence: Sentence, token: int) -> Draft | None:
    """`forced X to lower its prices`: the object that is to do what the infinitive says."""
    verb = next((t for t in sentence.ancestors_of(token) if t.pos in {"VERB", "AUX"}), None)
    if verb is None or verb.dep != "xcomp" or sentence.tokens[verb.head].lemma not in ORDERING:
        return None
    objects = [child for child in sentence.children_of(verb.head, "dobj") if child.i < verb.i]
    return board.at.get(TokenRef(sentence.number, objects[0].i)) if objects else None


def _is_empty(sentence: Sentence, token: Token) -> bool:
    """`it seems`, `it is expected that`, `the first of its kind`: a pronoun that stands for nothing."""
    head = sentence.tokens[token.head]
    if token.lower == "its":
        return head.lemma in KINDS
    if token.lower != "it":
        return False
    told = token.dep == "nsubjpass" and any(sentence.children_of(head.i, "ccomp"))
    return told or (token.dep in {"nsubj", "expl"} and head.lemma in RAISING)


def _means_thing(board: Board, mention: Mention, draft: Draft) -> bool:
    """Whether `it`, `its` or `them` rather stands for what the clause, or the sentence before, is about."""
    sentence = board.sentences[mention.sentence]
    token = sentence.tokens[mention.head]
    many = mention.span.text.lower() in PLURAL
    if many and token.dep == "dobj" and _has_things(board, mention, draft):
        return True
    thing: Token | None = None
    if token.dep not in SUBJECTS or token.dep == "agent":
        thing = _find_thing(sentence, mention.head)
    elif not _acts(sentence, sentence.tokens[token.head]):
        verb = sentence.tokens[token.head]
        if verb.dep in {"conj", "advcl", "ccomp", "relcl"}:
            thing = _find_thing(sentence, verb.i)
        elif mention.sentence:
            sentence = board.sentences[mention.sentence - 1]
            thing = _subject_of(sentence, sentence.root)
    if thing is None:
        return False
    if thing.tag == "WDT" or thing.lower == "it":
        # (`the line of jets, which lasted all of its years`: what is told of nobody owns what is its)
        told = token.dep == "poss" and not many and sentence.tokens[thing.head].lemma not in SPEECH
        return told and TokenRef(sentence.number, thing.i) not in board.at and not _is_empty(sentence, thing)
    if thing.pos not in {"NOUN", "PROPN"} or _is_many(sentence, thing) != many:
        return False
    ref = TokenRef(sentence.number, thing.i)
    named = board.at.get(ref) or board.inside.get(ref)
    if named is not None and not named.thing:
        return False
    between = any(
        thing.start < m.span.start < mention.span.start
        for m in draft.mentions
        if m.sentence == sentence.number and board.token(m).dep not in {"poss", "compound", "amod"}
    )
    return not between


def _is_many(sentence: Sentence, token: Token) -> bool:
    return token.tag in {"NNS", "NNPS"} or any(sentence.children_of(token.i, "conj"))


def _has_things(board: Board, mention: Mention, draft: Draft) -> bool:
    """`The state buys the planes, then leases them`: things done something to, named after the one who may be meant."""
    sentence = board.sentences[mention.sentence]
    verb = sentence.tokens[board.token(mention).head]
    slots = {"nsubjpass"} if verb.dep == "relcl" else {"dobj", "nsubjpass"}
    since = max((m.span.end for m in draft.mentions if m.span.end <= mention.span.start), default=0)
    return any(
        t.tag == "NNS"
        and t.dep in slots
        and not t.label
        and t.start >= since
        and TokenRef(mention.sentence, t.i) not in board.at
        for t in sentence.tokens[: mention.head]
    )


def _acts(sentence: Sentence, verb: Token) -> bool:
    """Whether the verb says or does something to somebody, which things seldom do."""
    if verb.lemma in STATIVE:
        return False
    return verb.lemma in SPEECH or any(sentence.children_of(verb.i, "dobj", "dative", "ccomp"))


def _find_thing(sentence: Sentence, token: int) -> Token | None:
    """The subject of the clause that the token stands in or under."""
    for other in sentence.ancestors_of(token):
        if other.pos in {"VERB", "AUX"}:
            subject = _subject_of(sentence, other.i)
            return subject if subject is not None and not sentence.edges[subject.i].holds(token) else None
    return None


def _subject_of(sentence: Sentence, verb: int) -> Token | None:
    return next(sentence.children_of(verb, "nsubj", "nsubjpass"), None)


def _find_doubled(board: Board, mention: Mention) -> Draft | None:
    """A translator's second subject: `spokeswoman Anna Lind He reported`, right after the name, whatever its gender."""
    for number in (mention.sentence, mention.sentence - 1):
        for other in board.in_sentence.get(number, []):
            between = mention.span.start - other.span.end
            if other.form == "name" and 0 < between <= 2 and mention.span.text[0].isupper():
                draft = board.find(other)
                words = board.sentences[mention.sentence].found[other.span.end : mention.span.start]
                if draft is not None and draft.kind == "person" and words.isspace():
                    return draft
    return None


def _speaks_for_body(board: Board, sentence: Sentence, token: int) -> bool:
    """`The Kremlin denied it, although he admitted`: a translator's `he` for a body, not a man named long before."""
    verb = sentence.tokens[sentence.tokens[token].head]
    if sentence.tokens[token].dep != "nsubj" or verb.dep != "advcl" or verb.lemma not in SPEECH:
        return False
    for child in sentence.children_of(verb.head, "nsubj"):
        draft = board.at.get(TokenRef(sentence.number, child.i))
        return draft is not None and draft.kind in {"state", "organization", "outlet"}
    return False


def _fits(draft: Draft, word: str, other: Mention) -> bool:
    if word in SINGULAR:
        if draft.kind not in {"person", "unnamed"} or draft.plural:
            return False
        return draft.gender in {"", "m" if word in MALE else "f"}
    if word in PLURAL:
        return draft.plural or draft.kind in {"group", "organization", "outlet"}
    if other.form == "nominal" and draft.kind == "group" and draft.plural and draft.sector == "CVL":
        return False
    if draft.thing or draft.kind in {"state", "organization", "outlet"}:
        return True
    return draft.kind == "group" and bool(draft.sector)


def _clause_subject(board: Board, sentence: Sentence, token: int) -> Draft | None:
    for other in sentence.ancestors_of(token):
        if other.pos in {"VERB", "AUX"}:
            for child in sentence.children_of(other.i, "nsubj", "nsubjpass"):
                if child.i != token:
                    return board.at.get(TokenRef(sentence.number, child.i))
            return None
    return None


def _find_quotations(board: Board) -> _Quotations:
    """The quotations: each within its paragraph, or going on where the next one opens with a mark again."""
    found = _Quotations()
    inside, paragraph = False, -1
    for sentence in board.sentences:
        if sentence.paragraph != paragraph:
            goes_on = inside and sentence.tokens[0].text in MARKS if sentence.tokens else False
            inside, paragraph = False, sentence.paragraph
        else:
            goes_on = inside
        if not inside and MARKS.isdisjoint(sentence.text):
            continue
        for token in sentence.tokens:
            opens = token.text in OPENING or (token.text == '"' and not inside)
            if opens and not inside:
                inside = True
                if not goes_on:
                    found.bounds.append(Range(sentence.number, sentence.number + 1))
                goes_on = False
            elif token.text in CLOSING or token.text == '"':
                inside = goes_on = False
            elif inside:
                found.at[TokenRef(sentence.number, token.i)] = len(found.bounds) - 1
                found.bounds[-1] = Range(found.bounds[-1].first, sentence.number + 1)
    return found


def _find_speaker(board: Board, quotations: _Quotations, number: int) -> Draft | None:
    """Who speaks the quotation: the subject of a verb of saying where it begins or ends, before it, after it."""
    if number not in quotations.speakers:
        quotations.speakers[number] = _look_for_speaker(board, quotations, number)
    return quotations.speakers[number]


def _look_for_speaker(board: Board, quotations: _Quotations, number: int) -> Draft | None:
    first, last = quotations.bounds[number]
    own = tuple(dict.fromkeys((first, last - 1)))
    found = next((d for place in own if (d := _find_sayer(board, quotations, place))), None)
    if found is not None:
        return found
    found = _find_giver(board, quotations, number)
    if found is not None:
        return found
    near = (place for place in (first - 1, last, first - 2) if 0 <= place < len(board.sentences))
    paragraph = board.sentences[first].paragraph
    told = (p for p in near if abs(board.sentences[p].paragraph - paragraph) <= 1)
    return next((d for place in told if (d := _find_sayer(board, quotations, place))), None)


def _find_sayer(board: Board, quotations: _Quotations, place: int) -> Draft | None:
    """The subject of a verb of saying in the sentence, outside quotation marks."""
    sentence = board.sentences[place]
    for token in sentence.tokens:
        if token.lemma in SPEECH and token.pos == "VERB" and TokenRef(place, token.i) not in quotations.at:
            for child in _list_speakers(sentence, token):
                ref = TokenRef(place, child.i)
                draft = board.at.get(ref) or (_find_referent_of(board, ref) if ref in board.by_head else None)
                if draft is not None and ref not in quotations.at:
                    return draft
    return None


def _find_giver(board: Board, quotations: _Quotations, number: int) -> Draft | None:
    """`X left this farewell: "I ..."`, `a statement by Y, X's spokesman, said "We ..."`: the last person before it."""
    place = quotations.bounds[number].first
    sentence = board.sentences[place]
    begins = next((t.i for t in sentence.tokens if quotations.at.get(TokenRef(place, t.i)) == number), 0)
    for mention in reversed(board.in_sentence.get(place, [])):
        draft = board.find(mention)
        if mention.head >= begins or TokenRef(place, mention.head) in quotations.at or draft is None:
            continue
        if draft.kind == "person" and mention.form == "name":
            return draft
    return None


def _list_speakers(sentence: Sentence, verb: Token) -> list[Token]:
    """The subjects of a verb of saying; of `X resigned, stating that` the subject of the clause above."""
    subjects = list(sentence.children_of(verb.i, "nsubj"))
    if not subjects and verb.tag == "VBG" and verb.dep in {"advcl", "acl"}:
        subject = _find_thing(sentence, verb.i)
        subjects = [subject] if subject is not None else []
    return subjects


def _find_referent_of(board: Board, ref: TokenRef) -> Draft | None:
    mention = board.by_head[ref]
    word = mention.span.text.lower()
    return _find_referent(board, mention, word) if word in SINGULAR or word in PLURAL else None
