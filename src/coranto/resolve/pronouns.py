"""Pronouns: whom `he`, `its`, `who` and the `I` of a quotation stand for.

Rules only: the nearest earlier candidate that fits in number, gender and kind, subjects first. Where nothing fits,
a pronoun stands for nobody.
"""

from __future__ import annotations

from coranto.model.drafts import Mention, TokenRef
from coranto.model.sentence import Sentence, Token
from coranto.resolve.drafts import Board, Draft
from coranto.resolve.reasons import explain

SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})
SINGULAR = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})
MALE = frozenset({"he", "him", "his", "himself"})
FEMALE = frozenset({"she", "her", "hers", "herself"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
NEUTER = frozenset({"it", "its", "itself"})
FIRST = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"})
RAISING = frozenset({"be", "seem", "appear", "happen", "turn", "take", "become"})
OURS = frozenset({"we", "us", "our", "ours", "ourselves"})
HEADS = frozenset(
    "ceo chief executive chairman chairwoman chairperson president director founder co-founder manager".split()
) | {"chief executive", "chief executive officer", "managing director", "vice president"}
SPEECH = frozenset(
    "say tell add note state claim ask reply write tweet insist explain argue declare announce warn respond continue "
    "assert stress recall conclude remark testify comment admit acknowledge suggest".split()
)
REACH = 3
REACH_OF_MANY = 1
"""Sentences that a pronoun may reach back; `they` has so many candidates that farther ones are guesses."""


def link_pronouns(board: Board) -> None:
    """Let each pronoun stand for the nearest fitting candidate before it."""
    quoted = _mark_quotes(board)
    for mention in board.mentions:
        if mention.form != "pronoun":
            continue
        word = mention.span.text.lower()
        draft, rule = _resolve(board, mention, quoted)
        if draft is not None:
            if word in MALE and not draft.gender and draft.kind in {"person", "unnamed"}:
                draft.gender = "m"
            elif word in FEMALE and not draft.gender and draft.kind in {"person", "unnamed"}:
                draft.gender = "f"
            board.link(mention, draft, explain(rule))


def _resolve(board: Board, mention: Mention, quoted: dict[int, frozenset[int]]) -> tuple[Draft | None, str]:
    """Whom the pronoun stands for, and the rule that tells."""
    word = mention.span.text.lower()
    if mention.rule == "pronoun.relative":
        return _find_antecedent(board, board.sentences[mention.sentence], mention.head), "pronoun.relative"
    if word in FIRST:
        if mention.head not in quoted.get(mention.sentence, ()):
            return None, ""
        speaker = _find_speaker(board, mention, quoted)
        body = _find_body(board, speaker) if speaker is not None and word in OURS else None
        return (body, "pronoun.we") if body is not None else (speaker, "pronoun.speaker")
    if word in NEUTER:
        return _find_referent(board, mention, word), "pronoun.it"
    if word in PLURAL:
        return _find_referent(board, mention, word), "pronoun.they"
    if word in SINGULAR:
        return _find_referent(board, mention, word), "pronoun.person"
    return None, ""


def _find_body(board: Board, speaker: Draft) -> Draft | None:
    """The body for which the speaker says `we`: a company of its head, any body of its spokesperson."""
    spokes = any(word.startswith("spokes") for word in speaker.role_words)
    if not spokes and not speaker.role_words & HEADS:
        return None
    for role in speaker.roles:
        for draft in board.drafts:
            if draft.name == role.of and draft.kind in {"organization", "outlet"}:
                return draft if spokes or draft.sector in {"BUS", None} else None
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
    if word == "it" and token.dep in {"nsubj", "expl"} and sentence.tokens[token.head].lemma in RAISING:
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
    for distance in range((REACH_OF_MANY if word in PLURAL else REACH) + 1):
        number = mention.sentence - distance
        best: tuple[tuple[int, int], Draft] | None = None
        for other in board.in_sentence.get(number, []):
            if other.span.start >= mention.span.start or other.span.holds(mention.span) or other.form == "adjective":
                continue
            draft = board.find(other)
            if draft is None or draft is clause or not _fits(draft, word, other):
                continue
            subject = int(board.token(other).dep in SUBJECTS)
            many = int(word in PLURAL and draft.plural)
            rank = (subject + many, other.span.start if distance == 0 else -other.span.start)
            if best is None or rank > best[0]:
                best = (rank, draft)
        if best is not None:
            return None if word in NEUTER and _means_thing(board, mention, best[1]) else best[1]
        if number <= 0 or board.sentences[number].paragraph < sentence.paragraph - 2:
            break
    return None


def _means_thing(board: Board, mention: Mention, draft: Draft) -> bool:
    """Whether `it` or `its` rather stands for the thing that the clause, or the sentence before, is about."""
    sentence = board.sentences[mention.sentence]
    token = sentence.tokens[mention.head]
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
    if thing is None or thing.pos not in {"NOUN", "PROPN"} or thing.tag in {"NNS", "NNPS"}:
        return False
    if TokenRef(sentence.number, thing.i) in board.at or TokenRef(sentence.number, thing.i) in board.inside:
        return False
    between = any(
        thing.start < m.span.start < mention.span.start
        for m in draft.mentions
        if m.sentence == sentence.number and board.token(m).dep not in {"poss", "compound", "amod"}
    )
    return not between


def _acts(sentence: Sentence, verb: Token) -> bool:
    """Whether the verb says or does something to somebody, which things seldom do."""
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
    return draft.kind in {"state", "organization", "outlet"} or (draft.kind == "group" and bool(draft.sector))


def _clause_subject(board: Board, sentence: Sentence, token: int) -> Draft | None:
    for other in sentence.ancestors_of(token):
        if other.pos in {"VERB", "AUX"}:
            for child in sentence.children_of(other.i, "nsubj", "nsubjpass"):
                if child.i != token:
                    return board.at.get(TokenRef(sentence.number, child.i))
            return None
    return None


def _mark_quotes(board: Board) -> dict[int, frozenset[int]]:
    """The tokens that stand within quotation marks; a quotation may run on within its paragraph."""
    found: dict[int, frozenset[int]] = {}
    inside, paragraph = False, -1
    for sentence in board.sentences:
        if sentence.paragraph != paragraph:
            inside, paragraph = False, sentence.paragraph
        tokens = []
        for token in sentence.tokens:
            if token.text in {"“", "«", "``"}:
                inside = True
            elif token.text in {"”", "»", "''"}:
                inside = False
            elif token.text == '"':
                inside = not inside
            elif inside:
                tokens.append(token.i)
        if tokens:
            found[sentence.number] = frozenset(tokens)
    return found


def _find_speaker(board: Board, mention: Mention, quoted: dict[int, frozenset[int]]) -> Draft | None:
    """Who speaks the quotation: the subject of a verb of saying in this sentence, the ones before, the one after."""
    for number in (mention.sentence, mention.sentence - 1, mention.sentence + 1, mention.sentence - 2):
        if not 0 <= number < len(board.sentences):
            continue
        sentence = board.sentences[number]
        if abs(sentence.paragraph - board.sentences[mention.sentence].paragraph) > 1:
            continue
        words = quoted.get(number, frozenset())
        for token in sentence.tokens:
            if token.lemma in SPEECH and token.i not in words and token.pos == "VERB":
                for child in _list_speakers(sentence, token):
                    ref = TokenRef(number, child.i)
                    draft = board.at.get(ref) or (_find_referent_of(board, ref) if ref in board.by_head else None)
                    if draft is not None and child.i not in words:
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
