"""When, where, and who vouches for it."""

from __future__ import annotations

import itertools
from datetime import date
from typing import NamedTuple

from coranto.coding.attachment import FAR, find_head, find_reach, measure_place, measure_time, select_within
from coranto.coding.findings import Findings
from coranto.extract.frames.predicates import Predicate
from coranto.model.attribution import Attribution
from coranto.model.event import AUTHOR, EventDate, Precision
from coranto.model.sentence import Sentence, Token
from coranto.model.span import Range, Span
from coranto.model.values import Place, Time

RANGES = frozenset({("between", "and"), ("from", "to"), ("from", "until"), ("from", "through")})
LABEL = "label"
LABEL_ENDS = frozenset({":", "–", "—", "--"})
"""What stands between the date and the entry of a timeline."""
LINK = 3
"""Most words between the two times of a range."""
TELLING = frozenset("accuse blame charge document describe outline detail report reveal cite recount depict".split())
"""Verbs whose object is what they tell, and nothing that is so without them."""
TAGGED = "tagged"
EXPECTED = "verb_expect"
POINTED = frozenset({"announce", "claim", "demand", "deny", "warn"})
"""Acts that make a point, beside which relative clauses are known already; a plain statement vouches for them too."""
REFUSED = frozenset({"verb_reject_obj"})
"""Refusals that say nothing about whether what is refused is so (`rejected the offer`)."""
TAKING_AS_GIVEN = frozenset({"state", "accuse", "demand"})
"""Acts that take a thing for granted; who announces, promises, denies or admits one vouches for it."""


class Claim(NamedTuple):
    """An attribution whose content encloses an event, and why it does not vouch for it; empty where it does."""

    attribution: Attribution
    why_not: str


def find_holder(findings: Findings, sentence: Sentence, predicate: Predicate) -> tuple[str, Attribution | None]:
    """The attribution with the shortest content around the trigger that vouches for it, or the author."""
    for claim in list_claims(findings, sentence, predicate):
        if not claim.why_not:
            return claim.attribution.id, claim.attribution
    return AUTHOR, None


def list_claims(findings: Findings, sentence: Sentence, predicate: Predicate) -> list[Claim]:
    """The attributions with the event in their content, the shortest content first."""
    trigger = sentence.span(predicate.trigger)
    around = [
        (content.end - content.start, attribution, content)
        for attribution in findings.attributions
        for content in attribution.content
        if content.holds(trigger)
    ]
    around.sort(key=lambda found: found[0])
    return [
        Claim(attribution, _find_doubt(sentence, predicate, attribution, content)) for _, attribution, content in around
    ]


def _find_doubt(sentence: Sentence, predicate: Predicate, attribution: Attribution, content: Span) -> str:
    """Why the event, though within what is said, is not what its source vouches for; empty where it is."""
    if attribution.form == "direct":
        return ""
    if attribution.rule == TAGGED:
        return "no word of saying: the tagger alone takes it for speech"
    if attribution.rule.startswith(EXPECTED):
        return "what is expected is the author's to say"
    frame = attribution.rule.rpartition("_")[2]
    if frame == "inf" and attribution.act in TAKING_AS_GIVEN | {"announce"}:
        return "what is asked or decided is not said to be so"
    if attribution.form == "mixed":
        return ""
    judging = attribution.act in TAKING_AS_GIVEN and attribution.rule.partition("_")[2].partition("_")[0] not in TELLING
    if frame == "obj" and (judging or attribution.rule in REFUSED):
        return "what is judged is taken as given"
    if attribution.act in POINTED and _find_background(sentence, predicate, sentence.tokens_in(content)) is not None:
        return "a relative clause is background"
    return ""


def _find_background(sentence: Sentence, predicate: Predicate, inside: Range) -> Token | None:
    """The relative clause or participle within the content under which the event stands: `the tax that he cut`."""
    token = sentence.tokens[predicate.head]
    while inside.holds(token.head) and token.head != token.i:
        reduced = token.dep == "acl" and token.tag in {"VBN", "VBG"}
        if token.dep == "relcl" or reduced:
            return token
        token = sentence.tokens[token.head]
    return None


def find_time(findings: Findings, sentence: Sentence, predicate: Predicate) -> Time | None:
    """The date that the predicate's clause states or shares: the time expression at the least cost, then nearest."""
    weighed = [(cost, time) for time, cost in weigh_times(findings, sentence, predicate) if cost[0] < FAR]
    best = min(weighed, key=lambda found: found[0], default=None)
    if best is not None:
        return best[1]
    return _find_only_time(findings, sentence, predicate) or _find_label(findings, sentence)


def weigh_times(findings: Findings, sentence: Sentence, predicate: Predicate) -> list[tuple[Time, tuple[int, int]]]:
    """The dates of the sentence with what each costs as the event's: steps up the tree (FAR: another's), words off."""
    times = [time for time in select_within(findings.times, sentence) if time.type not in {"SET", "DURATION"}]
    reach = find_reach(sentence, predicate) if times else {}
    found = []
    for time in times:
        tokens = sentence.tokens_in(time.span)
        cost = measure_time(sentence, tokens, predicate, reach)
        found.append((time, (cost, abs(tokens.first - predicate.head))))
    return found


def _find_only_time(findings: Findings, sentence: Sentence, predicate: Predicate) -> Time | None:
    """The one day named in a sentence of one clause, wherever the parse hung it."""
    verbs = [t for t in sentence.tokens if t.tag in {"VBD", "VBZ", "VBP", "MD"} and t.dep not in {"aux", "auxpass"}]
    times = select_within(findings.times, sentence)
    if len(times) != 1 or len(verbs) > 1 or times[0].type in {"SET", "DURATION"} or times[0].start != times[0].end:
        return None
    root = sentence.tokens[sentence.root]
    main = root.pos not in {"VERB", "AUX"} or root.i in {predicate.head, predicate.light}
    return times[0] if main else None


def _find_label(findings: Findings, sentence: Sentence) -> Time | None:
    """The date that an entry of a timeline begins with: `April 2019: A court convicts nine leaders.`

    It holds for the first sentence of the entry, which the parse may part from it, and for those in the present.
    """
    first = sentence
    while first.number and findings.sentences[first.number - 1].paragraph == sentence.paragraph:
        first = findings.sentences[first.number - 1]
    time = next(iter(select_within(findings.times, first)), None)
    if time is None or not _is_label(first, time):
        return None
    alone = len(first.tokens) == first.tokens_in(time.span).last + 1
    told = sentence.number <= first.number + alone or sentence.tokens[sentence.root].tag in {"VBZ", "VBP"}
    return time if told else None


def _is_label(sentence: Sentence, time: Time) -> bool:
    """Whether the time opens the sentence, with a colon behind it, or stands before it altogether."""
    if time.span.end <= sentence.start:
        return True
    tokens = sentence.tokens_in(time.span)
    follows = sentence.tokens[tokens.last].text if tokens.last < len(sentence.tokens) else ""
    return time.type == "DATE" and tokens.first == 0 and follows in LABEL_ENDS


def find_place(findings: Findings, sentence: Sentence, predicate: Predicate) -> Place | None:
    """The place that the predicate's clause states or shares: at the least cost, towns first, then the nearest."""
    weighed = [(cost, place) for place, cost in weigh_places(findings, sentence, predicate) if cost[0] < FAR]
    best = min(weighed, key=lambda found: found[0], default=None)
    return best[1] if best is not None else None


def weigh_places(
    findings: Findings, sentence: Sentence, predicate: Predicate
) -> list[tuple[Place, tuple[int, bool, int]]]:
    """The places of the sentence with what each costs as the event's: steps (FAR: another's), a country, words off."""
    places = select_within(findings.places, sentence)
    reach = find_reach(sentence, predicate) if places else {}
    found = []
    for place in places:
        tokens = sentence.tokens_in(place.span)
        cost = measure_place(sentence, place, predicate, reach)
        found.append((place, (cost, place.resolution == "country", abs(tokens.first - predicate.head))))
    return found


def make_date(findings: Findings, sentence: Sentence, predicate: Predicate, time: Time | None) -> EventDate | None:
    """The event's date from its time expression; null where that covers no known days.

    `since May` lasts to the publication, where that is known; `between Sunday and Tuesday` to the end of the second.
    """
    if time is None or (time.start is None and time.end is None):
        return None
    start, end, basis = time.start, time.end, f"time:{time.basis}"
    if _is_label(sentence, time):
        return EventDate(start=start, end=end, precision=_find_precision(start, end), basis=f"{LABEL}:{time.basis}")
    tokens = sentence.tokens_in(time.span)
    token = sentence.tokens[find_head(sentence, tokens)]
    preposition = sentence.tokens[token.head].lower
    if preposition == "since" and not sentence.subtree(token.i).holds(predicate.head):
        published = findings.article.published.value
        end = published if published and start and published >= start else None
        basis = f"since:{basis}"
    else:
        bounds = _find_range(findings, sentence, time)
        if bounds is not None:
            start, end, basis = *bounds, f"range:{basis}"
    return EventDate(start=start, end=end, precision=_find_precision(start, end), basis=basis)


def _find_range(findings: Findings, sentence: Sentence, time: Time) -> tuple[date, date] | None:
    """The first and last day of `between A and B`, `from A to B`, where the time is A or B."""
    times = [(sentence.tokens_in(t.span), t) for t in select_within(findings.times, sentence)]
    for (first, opening), (last, closing) in itertools.pairwise(times):
        before = sentence.tokens[first.first - 1].lower if first.first else ""
        between = [t.lower for t in sentence.tokens[first.last : last.first]]
        if time not in (opening, closing) or (before, *between[:1]) not in RANGES or len(between) > LINK:
            continue
        if opening.start and closing.end and opening.start <= closing.end:
            return opening.start, closing.end
    return None


def _find_precision(start: date | None, end: date | None) -> Precision:
    if start is None or end is None:
        return "unknown"
    days = (end - start).days
    bounds: list[tuple[int, Precision]] = [(0, "day"), (7, "week"), (31, "month"), (93, "season"), (366, "year")]
    return next((name for most, name in bounds if days <= most), "unknown")
