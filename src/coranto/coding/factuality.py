"""Whether an event is said to have happened: polarity, certainty, tense (PLOVER's auxiliary modes).

PLOVER's `negation` is polarity negative, `future` is tense future, `hypothetical` is certainty possible. The type is
kept as it is: a planned meeting is a CONSULT of tense future.
The scale of certainty follows FactBank (Saurí & Pustejovsky 2009): certain, probable, possible.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import cast

from coranto.coding.certainty import HEARSAY, judge_certainty
from coranto.coding.clauses import VERBAL, Aspect, Cues, Ruling, find_averted, find_verb, load_cues
from coranto.coding.polarity import judge_polarity
from coranto.coding.tense import date_tense, judge_tense
from coranto.extract.frames.predicates import Predicate
from coranto.model.attribution import Attribution
from coranto.model.event import Certainty, EventDate, Polarity, Tense
from coranto.model.sentence import Sentence, Token
from coranto.model.span import Range


@dataclass(frozen=True, slots=True)
class Factuality:
    """What the words commit their speaker to, and the rulings that came to it, in order; the last of each counts."""

    polarity: Polarity
    certainty: Certainty
    tense: Tense
    rulings: tuple[Ruling, ...] = ()


def judge_event(sentence: Sentence, predicate: Predicate, attribution: Attribution | None = None) -> Factuality:
    """Judge the predicate's event by its words, the control verbs over it, and its holder."""
    cues = load_cues()
    verb = find_verb(sentence, predicate)
    averting = find_averted(sentence, sentence.tokens[predicate.head], cues)
    rulings = [
        judge_polarity(sentence, predicate, verb, cues),
        _judge_averted("certainty", averting) or judge_certainty(sentence, predicate, verb, cues),
        _judge_averted("tense", averting) or judge_tense(sentence, predicate, verb, cues),
    ]
    latest = {ruling.aspect: ruling for ruling in rulings}
    open_ = averting is None and (verb is None or not predicate.effects or not _is_finished(sentence, verb))
    for effect in predicate.effects if open_ else ():
        _add(rulings, latest, _apply_effect(effect, latest, cues))
    if attribution is not None:
        _add(rulings, latest, _apply_holder(sentence, predicate, attribution, latest))
    return _settle(rulings)


def _add(rulings: list[Ruling], latest: dict[Aspect, Ruling], made: list[Ruling]) -> None:
    rulings += made
    latest.update({ruling.aspect: ruling for ruling in made})


def _judge_averted(aspect: Aspect, averting: Token | None) -> Ruling | None:
    """What is to be averted is possible, and lies ahead."""
    if averting is None:
        return None
    return Ruling(aspect, "possible" if aspect == "certainty" else "future", "to be averted", averting.i)


def weigh_date(facts: Factuality, day: EventDate | None, published: date | None) -> Factuality:
    """The same with what the event's date makes of a present: a timeline's is past, a schedule's future."""
    dated = date_tense(facts.tense, day, published)
    return facts if dated is None else _settle([*facts.rulings, dated])


def _settle(rulings: list[Ruling]) -> Factuality:
    latest = {ruling.aspect: ruling.value for ruling in rulings}
    return Factuality(
        polarity=cast("Polarity", latest["polarity"]),
        certainty=cast("Certainty", latest["certainty"]),
        tense=cast("Tense", latest["tense"]),
        rulings=tuple(rulings),
    )


def _is_finished(sentence: Sentence, verb: Token) -> bool:
    """Whether the verb is a finite past of its own, which no verb above puts ahead (`hopes that they attacked`)."""
    if verb.tag == "VBD":
        return True
    auxiliaries = list(sentence.children_of(verb.i, "aux", "auxpass"))
    return any(t.tag in {"VBD", "VBZ", "VBP"} and t.lemma in {"have", "be"} for t in auxiliaries) and verb.tag == "VBN"


def _apply_effect(effect: str, latest: dict[Aspect, Ruling], cues: Cues) -> list[Ruling]:
    """What a control verb does to its complement (`failed to stop the march`)."""
    change, rule = cues.effects.get(effect, {}), f"governed as {effect}"
    made = []
    if change.get("polarity") == "negative":
        was = latest["polarity"].value
        made.append(Ruling("polarity", "negative" if was == "positive" else "positive", rule))
    if "certainty" in change and latest["certainty"].value == "certain":
        made.append(Ruling("certainty", change["certainty"], rule))
    if "tense" in change:
        made.append(Ruling("tense", change["tense"], rule))
    return made


def _apply_holder(
    sentence: Sentence, predicate: Predicate, attribution: Attribution, latest: dict[Aspect, Ruling]
) -> list[Ruling]:
    """What the one who holds the event does to it: a denial negates.

    How sure an event is is how sure its holder is: who claims or denies it himself has no doubt of it, while what is
    `alleged` by nobody known stays probable.
    """
    known = attribution.source.entity is not None or bool(attribution.source.spans)
    heard = latest["certainty"].rule == HEARSAY
    made = []
    if attribution.act == "deny" and is_denied(sentence, predicate, attribution):
        made.append(Ruling("polarity", "negative", "its holder denies it"))
        known = True
    if heard and known:
        made.append(Ruling("certainty", "certain", "its holder says so himself"))
    elif not known and attribution.act == "allege" and latest["certainty"].value == "certain":
        made.append(Ruling("certainty", "probable", "alleged by nobody known"))
    return made


def is_denied(sentence: Sentence, predicate: Predicate, attribution: Attribution) -> bool:
    """Whether a denial is of this event: it heads what is denied, or is at most two steps under its head.

    What lies deeper is background that the denial leaves as it is (`denied a part in the attack during the war`).
    """
    trigger = sentence.span(Range(predicate.head, predicate.head + 1))
    content = next((c for c in attribution.content if c.holds(trigger)), None)
    if content is None:
        return False
    inside = sentence.tokens_in(content)
    steps, token = 0, sentence.tokens[predicate.head]
    while inside.holds(token.head) and token.head != token.i:
        if token.dep in {"relcl", "advcl"} or (token.dep == "acl" and not _is_claim(sentence, token)):
            return False
        steps += token.pos != "ADP"
        token = sentence.tokens[token.head]
    return steps <= 2


def _is_claim(sentence: Sentence, clause: Token) -> bool:
    """Whether the clause is what a claim says: `denied allegations that it had attacked`."""
    return sentence.tokens[clause.head].lemma in load_cues().hearsay and clause.pos in VERBAL
