"""The words that introduce what someone says or thinks, from `resources/attributions/cues.tsv`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import cast

from coranto.model.attribution import Act, Stance
from coranto.model.sentence import Sentence, Token
from coranto.resources import read_tsv

CUES = "attributions/cues.tsv"
NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor"})
# Lemmas that the tagger makes up.
LEMMAS = {"hop": "hope", "retweete": "retweet", "saye": "say"}
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
    found = {}
    for row in read_tsv(CUES):
        found[row["pos"], row["lemma"]] = Cue(
            lemma=row["lemma"],
            pos=row["pos"],
            act=cast("Act", row["act"]),
            stance=cast("Stance", row["stance"]),
            frames=frozenset(frame.partition("=")[0] for frame in row["frames"].split()),
            strength=float(row["strength"]),
            acts=tuple(
                (frame.partition("=")[0], cast("Act", frame.partition("=")[2]))
                for frame in row["frames"].split()
                if "=" in frame
            ),
        )
    return found


def find_lemma(token: Token) -> str:
    """The lemma, where the lemmatizer errs on a common cue put right."""
    if token.lemma == "hop":
        return "hope" if token.lower in HOPES else "hop"
    return LEMMAS.get(token.lemma, token.lemma)


def is_passive(sentence: Sentence, verb: int) -> bool:
    """Whether the verb stands in the passive (`was told`), reduced relatives (`the plan announced by`) included."""
    token = sentence.tokens[verb]
    if any(sentence.children_of(verb, "nsubjpass", "auxpass", "agent")):
        return True
    return token.tag == "VBN" and token.dep == "acl"


def find_cues(sentence: Sentence) -> Iterator[CueHit]:
    """Every verb and noun of the sentence that the lexicon knows, in order."""
    lexicon = load_cues()
    for token in sentence.tokens:
        if token.pos in ("VERB", "AUX") and token.dep not in ("amod", "aux"):
            cue = lexicon.get(("verb", find_lemma(token)))
        elif token.pos == "NOUN" and token.dep != "compound":
            cue = lexicon.get(("noun", token.lemma))
        else:
            continue
        if cue is not None:
            yield _make_hit(sentence, token, cue)


def _make_hit(sentence: Sentence, token: Token, cue: Cue) -> CueHit:
    if cue.pos == "noun":
        return CueHit(sentence, token.i, cue, (token.i,), negated=False, passive=False)
    words = [token.i]
    negated = False
    for child in sentence.children_of(token.i):
        near = abs(child.i - token.i) <= 4
        helper = child.dep in ("aux", "auxpass", "neg", "prt") and not (child.dep == "aux" and child.tag == "TO")
        adverb = child.dep == "advmod" and child.tag == "RB" and child.i < token.i and child.i + 1 in words
        if near and (helper or adverb):
            words.append(child.i)
        negated = negated or child.dep == "neg" or (child.lower in NEGATIONS and child.i < token.i)
    return CueHit(sentence, token.i, cue, tuple(sorted(words)), negated=negated, passive=is_passive(sentence, token.i))
