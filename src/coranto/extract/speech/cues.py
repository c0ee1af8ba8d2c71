"""The words that introduce what someone says or thinks, from `resources/attributions/cues.tsv`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import cast

from coranto.model.attribution import Act, Stance
from coranto.model.sentence import Sentence, Token
from coranto.resources import read_tsv

CUES = "attributions/cues.tsv"
IDIOMS = "attributions/idioms.tsv"
IDIOM_REACH = 6
"""Tokens after a verb among which the other words of an idiom stand (`made it abundantly clear`)."""
NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor"})
# Lemmas that the tagger makes up.
LEMMAS = {"hop": "hope", "retweete": "retweet", "saye": "say"}
FILLERS = frozenset({"DET", "ADJ", "ADV"})
IDIOM_ENDS = frozenset({",", ".", ";", ":", '"', "“", "”"})
HOPES = frozenset({"hoping", "hoped", "hopes", "hope"})
ACTS_DENIED: dict[str, Act] = {"confirm": "decline_comment", "admit": "deny", "promise": "deny", "deny": "state"}


@dataclass(frozen=True, slots=True)
class Cue:
    """A line of the lexicon."""

    lemma: str
    pos: str
    act: Act
    stance: Stance
    frames: frozenset[str]
    strength: float
    acts: tuple[tuple[str, Act], ...] = ()


@dataclass(frozen=True, slots=True)
class CueHit:
    """A cue at work in a sentence: its head word, its words (auxiliaries, negation, particle), and its voice."""

    sentence: Sentence
    head: int
    cue: Cue
    tokens: tuple[int, ...]
    negated: bool
    passive: bool

    @property
    def token(self) -> Token:
        """The head word."""
        return self.sentence.tokens[self.head]

    def list_kids(self) -> list[Token]:
        """What hangs on the head or on another word of an idiom (`took aim` `at`), the cue's own words left out."""
        if len(self.tokens) == 1 or "-" not in self.cue.lemma:
            return list(self.sentence.children_of(self.head))
        kids = {k.i: k for i in self.tokens for k in self.sentence.children_of(i) if k.i not in self.tokens}
        return [kids[i] for i in sorted(kids)]

    def find_act(self, frame: str) -> Act:
        """The act in that frame, negation seen: `did not confirm` confirms nothing."""
        act = dict(self.cue.acts).get(frame, self.cue.act)
        return ACTS_DENIED.get(act, act) if self.negated else act

    def takes(self, frame: str) -> bool:
        """Whether the lexicon lets the cue have such content."""
        return frame in self.cue.frames


@cache
def load_cues() -> dict[tuple[str, str], Cue]:
    """The lexicon by part of speech and lemma."""
    return {(row["pos"], row["lemma"]): _read_cue(row, row["lemma"], row["pos"]) for row in read_tsv(CUES)}


@cache
def load_idioms() -> dict[str, tuple[tuple[tuple[str, ...], Cue], ...]]:
    """Cues of several words by their verb, with the words that must follow it, in order; the longest come first."""
    found: dict[str, list[tuple[tuple[str, ...], Cue]]] = {}
    for row in read_tsv(IDIOMS):
        verb, *words = row["words"].split()
        found.setdefault(verb, []).append((tuple(words), _read_cue(row, row["words"].replace(" ", "-"), "verb")))
    return {verb: tuple(sorted(idioms, key=lambda i: -len(i[0]))) for verb, idioms in found.items()}


def _read_cue(row: Mapping[str, str], lemma: str, pos: str) -> Cue:
    frames = [frame.partition("=") for frame in row["frames"].split()]
    return Cue(
        lemma=lemma,
        pos=pos,
        act=cast("Act", row["act"]),
        stance=cast("Stance", row["stance"]),
        frames=frozenset(name for name, _, _ in frames),
        strength=float(row["strength"]),
        acts=tuple((name, cast("Act", act)) for name, _, act in frames if act),
    )


def find_lemma(token: Token) -> str:
    """The lemma, where the lemmatizer errs on a common cue put right."""
    if token.lemma == "hop":
        return "hope" if token.lower in HOPES else "hop"
    return LEMMAS.get(token.lemma, token.lemma)


def is_passive(sentence: Sentence, verb: int) -> bool:
    """Whether the verb stands in the passive (`was told`), `the plan announced by` and `when asked why` included."""
    token = sentence.tokens[verb]
    if any(sentence.children_of(verb, "nsubjpass", "auxpass", "agent")):
        return True
    if token.tag != "VBN":
        return False
    return token.dep == "acl" or (token.dep == "advcl" and not any(sentence.children_of(verb, "nsubj", "aux")))


def find_cues(sentence: Sentence) -> Iterator[CueHit]:
    """Every verb and noun of the sentence that the lexicon knows, in order."""
    lexicon = load_cues()
    within: set[int] = set()
    for token in sentence.tokens:
        if token.i in within:
            continue
        if token.pos in ("VERB", "AUX") and token.dep not in ("amod", "aux"):
            lemma = find_lemma(token)
            words, cue = _find_idiom(sentence, token, lemma) or ((), lexicon.get(("verb", lemma)))
        elif token.pos == "NOUN" and token.dep != "compound":
            words, cue = (), lexicon.get(("noun", token.lemma))
        else:
            continue
        within.update(words)
        if cue is not None:
            yield _make_hit(sentence, token, cue, words)


def _find_idiom(sentence: Sentence, verb: Token, lemma: str) -> tuple[tuple[int, ...], Cue] | None:
    """The idiom that begins with the verb, and where its other words stand."""
    for words, cue in load_idioms().get(lemma, ()):
        found: list[int] = []
        for token in sentence.tokens[verb.i + 1 : verb.i + 1 + IDIOM_REACH]:
            if len(found) < len(words) and token.lower == words[len(found)]:
                found.append(token.i)
            elif token.text in IDIOM_ENDS:
                break
        if len(found) == len(words) and all(_hangs_on(sentence, i, verb.i) for i in found):
            between = [t for t in sentence.tokens[verb.i + 1 : found[-1]] if t.i not in found]
            filled = (
                [t.i for t in between]
                if all(t.pos in FILLERS or t.lower == "it" or t.tag == "PRP$" for t in between)
                else []
            )
            return tuple(sorted([*found, *filled])), cue
    return None


def _hangs_on(sentence: Sentence, word: int, verb: int) -> bool:
    return any(above.i == verb for above in islice(sentence.ancestors_of(word), 3))


def _make_hit(sentence: Sentence, token: Token, cue: Cue, idiom: tuple[int, ...] = ()) -> CueHit:
    if cue.pos == "noun":
        return CueHit(sentence, token.i, cue, (token.i,), negated=False, passive=False)
    words = [token.i, *idiom]
    negated = False
    for child in sentence.children_of(token.i):
        near = abs(child.i - token.i) <= 4
        helper = child.dep in ("aux", "auxpass", "neg", "prt") and not (child.dep == "aux" and child.tag == "TO")
        adverb = child.dep == "advmod" and child.tag == "RB" and child.i < token.i and child.i + 1 in words
        if near and (helper or adverb) and child.i not in words:
            words.append(child.i)
        if child.i in idiom:
            continue
        negated = negated or child.dep == "neg" or (child.lower in NEGATIONS and child.i < token.i)
    return CueHit(sentence, token.i, cue, tuple(sorted(words)), negated=negated, passive=is_passive(sentence, token.i))
