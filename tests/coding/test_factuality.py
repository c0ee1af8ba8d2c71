"""What words around an event commit their speaker to, by construction."""

from dataclasses import replace
from datetime import date
from typing import get_args

import pytest
from tests.coding.reading import find_predicate, read_findings
from tests.texts import parse

from coranto.coding.circumstances import list_claims
from coranto.coding.clauses import load_cues
from coranto.coding.factuality import judge_event, weigh_date
from coranto.extract.frames.lexicon import Effect
from coranto.extract.frames.predicates import find_predicates
from coranto.model.event import Certainty, EventDate
from coranto.resources import read_yaml

PAST = ("positive", "certain", "past")
NOT = ("negative", "certain", "past")
PRESENT = ("positive", "certain", "present")
FUTURE = ("positive", "certain", "future")
PLANNED = ("positive", "probable", "future")
POSSIBLY = ("positive", "possible", "present")
HEARD = ("positive", "probable", "past")

PLAIN = [
    ("Britain expelled two diplomats.", "expelled", PAST),
    ("Britain has expelled two diplomats.", "expelled", PAST),
    ("Britain had expelled two diplomats.", "expelled", PAST),
    ("Britain is expelling two diplomats.", "expelling", PRESENT),
    ("Two diplomats were expelled by Britain.", "expelled", PAST),
    ("“We’ve bombed the camps,” he said.", "bombed", PAST),
    ("“He’s agreed to a truce,” the envoy said.", "agreed", PAST),
    ("Peru has been bombing the camps.", "bombing", PRESENT),
    ("Soldiers entered the city and killed ten civilians.", "killed", PAST),
    ("Peru closed the port to punish the company.", "punish", PAST),
    ("The envoys honour the soldiers killed by rebels.", "killed", PAST),
    ("The two leaders had an unannounced meeting.", "meeting", PAST),
    ("The economy may shrink after months of protests.", "protests", PAST),
    ("Police opened the gate after arresting two students.", "arresting", PAST),
]
NEGATED = [
    ("Britain did not expel the diplomats.", "expel", NOT),
    ("Britain didn't expel the diplomats.", "expel", NOT),
    ("Britain never expelled a diplomat.", "expelled", NOT),
    ("Britain no longer supports the rebels.", "supports", ("negative", "certain", "present")),
    ("No diplomat was expelled by Britain.", "expelled", NOT),
    ("Nobody attacked the village.", "attacked", NOT),
    ("Neither Peru nor Chile attacked the village.", "attacked", NOT),
    ("Rebels took the town but killed no civilians.", "killed", NOT),
    ("No attack was carried out by the army.", "attack", NOT),
    ("The army did not carry out an attack.", "attack", NOT),
    ("The talks did not take place.", "talks", NOT),
    ("The army left without attacking the village.", "attacking", NOT),
    ("The army waited instead of attacking the village.", "attacking", NOT),
    ("Peru did not agree to meet the envoys.", "agree", NOT),
    ("Police did not beat or arrest the students.", "arrest", NOT),
    ("The minister neither met nor phoned the envoy.", "phoned", NOT),
    ("The army was too weak to attack the village.", "attack", NOT),
    ("There was not enough evidence to indict the governor.", "indict", NOT),
    ("Inspectors found no evidence of an attack on the village.", "attack", NOT),
    ("I do not believe that Peru attacked the village.", "attacked", ("negative", "probable", "past")),
    ("No soldiers are believed to have been killed.", "killed", ("negative", "probable", "past")),
    ("The police should have arrested the governor.", "arrested", NOT),
    ("The army failed to attack the village.", "attack", NOT),
    ("The envoy refrained from criticising the government.", "criticising", NOT),
    ("Peru cannot expel the envoys.", "expel", ("negative", "possible", "present")),
]
NOT_NEGATED = [
    ("Britain not only expelled the diplomats but closed the embassy.", "expelled", PAST),
    ("The army did not stop shelling the village.", "shelling", PAST),
    ("The governor's arrest did not end the crisis.", "arrest", PAST),
    ("The bombing did not deter the voters.", "bombing", PAST),
    ("Peru is not happy that Chile expelled its envoy.", "expelled", PAST),
    ("The army did not leave after it attacked the village.", "attacked", PAST),
]
MODAL = [
    ("Britain may expel two diplomats.", "expel", POSSIBLY),
    ("Britain might expel two diplomats.", "expel", POSSIBLY),
    ("Rebels could attack the village.", "attack", POSSIBLY),
    ("Rebels may have attacked the village.", "attacked", ("positive", "possible", "past")),
    ("Rebels must have attacked the village.", "attacked", HEARD),
    ("Perhaps the rebels attacked the village.", "attacked", ("positive", "possible", "past")),
    ("Rebels probably attacked the village.", "attacked", HEARD),
    ("A possible attack on the village worries the army.", "attack", ("positive", "possible", "future")),
    ("The risk of an attack on the village worries the army.", "attack", ("positive", "possible", "future")),
    ("Peru rejected the possibility of meeting the envoys.", "meeting", ("positive", "possible", "future")),
    ("Peru is considering expelling the envoys.", "expelling", ("positive", "possible", "present")),
    ("It is unclear whether rebels attacked the village.", "attacked", ("positive", "possible", "past")),
    ("The rebels seem to have attacked the village.", "attacked", HEARD),
]
CONDITIONAL = [
    ("If Britain expels the diplomats, Moscow will respond.", "expels", POSSIBLY),
    ("If Britain expels the diplomats, Russia will arrest two envoys.", "arrest", ("positive", "possible", "future")),
    ("Peru would veto the plan if Chile agreed.", "veto", ("positive", "possible", "future")),
    ("He said Peru would veto the plan if Chile agreed.", "veto", ("positive", "possible", "future")),
    ("Unless Peru withdraws its troops, Chile will close the border.", "withdraws", POSSIBLY),
    ("Had Peru attacked, Chile would have expelled its envoy.", "expelled", ("positive", "probable", "past")),
]
PLANS = [
    ("Britain will expel two diplomats.", "expel", FUTURE),
    ("Britain is going to expel two diplomats.", "expel", FUTURE),
    ("Britain is to expel two diplomats.", "expel", FUTURE),
    ("The presidents are expected to meet in Lima.", "meet", PLANNED),
    ("The presidents are scheduled to meet in Lima.", "meet", PLANNED),
    ("The presidents plan to meet in Lima.", "meet", PLANNED),
    ("Peru sent a plan to meet the envoys.", "meet", PLANNED),
    ("Peru announced plans to expel the envoys.", "expel", PLANNED),
    ("The presidents hope to meet in Lima.", "meet", ("positive", "possible", "future")),
    ("The upcoming meeting of the two leaders worries Paris.", "meeting", FUTURE),
    ("He signs the law ahead of talks with Chile.", "talks", FUTURE),
    ("The envoys are preparing for talks with Chile.", "talks", PLANNED),
    ("Peru will begin talks with Chile.", "talks", FUTURE),
    ("A visit of the envoys to Lima is expected.", "visit", PLANNED),
    ("A summit of the two presidents is in the works.", "summit", FUTURE),
    ("The chiefs will rest when they meet in Lima.", "meet", FUTURE),
    ("He said that Peru would veto the plan.", "veto", FUTURE),
    ("The army wants to attack the village.", "attack", ("positive", "possible", "future")),
    ("Chile awaits talks with Peru.", "talks", FUTURE),
]
AVERTED = [
    ("Peru took steps to avoid being expelled from the pact.", "expelled", ("positive", "possible", "future")),
    ("Police closed the square to prevent a protest.", "protest", ("positive", "possible", "future")),
    ("Police prevented rebels from attacking the village.", "attacking", NOT),
    ("If Peru were to release the envoys, Chile would help.", "release", ("positive", "possible", "future")),
    ("The senators are right to criticise the president.", "criticise", PRESENT),
    ("The president is due to meet the envoy on Monday.", "meet", PLANNED),
]
ATTRIBUTED = [
    ("Britain allegedly expelled two diplomats.", "expelled", HEARD),
    ("The alleged attack on the village shocked Peru.", "attack", HEARD),
    ("Rebels are believed to have attacked the village.", "attacked", HEARD),
    ("Rebels are said to have attacked the village.", "attacked", HEARD),
    ("Rebels are suspected of attacking the village.", "attacking", HEARD),
    ("Reports of an attack on the village reached Lima.", "attack", HEARD),
    ("Lima heard claims that rebels attacked the village.", "attacked", HEARD),
    ("The editors suspect that rebels attacked the village.", "attacked", HEARD),
    ("Chile accused Peru of arresting two envoys.", "arresting", ("positive", "certain", "past")),
    ("The report says that rebels attacked the village.", "attacked", PAST),
]
PERFORMED = [
    ("“We condemn the attack,” the minister said.", "condemn", PAST),
    ("“I urge the rebels to leave,” she wrote.", "urge", PAST),
    ("“We have been asking for the release of the envoys,” he said.", "asking", PAST),
    ("“They condemn every attack,” the minister said.", "condemn", PRESENT),
    ("Peru said it would give an ultimatum to Chile.", "give", PAST),
]
NOUNS = [
    ("The ongoing talks with Chile help the economy.", "talks", PRESENT),
    ("The recent attack on the village shocks Peru.", "attack", PAST),
    ("The minister will condemn the attack on the village.", "attack", PAST),
    ("Peru denied any attack on the village.", "attack", NOT),
    ("The lack of support for the rebels worried Lima.", "support", NOT),
    ("Police said the raid was over, accusing the governor of arson.", "accusing", PAST),
    ("Peru said it would leave the pact, accusing Chile of arson.", "accusing", PAST),
    ("The senator would not answer and insisted on a trial.", "insisted", PAST),
]
CASES = [
    *PLAIN, *NEGATED, *NOT_NEGATED, *MODAL, *CONDITIONAL, *PLANS, *AVERTED, *ATTRIBUTED, *PERFORMED, *NOUNS,
]  # fmt: skip


def judge(text, word):
    sentences = parse(text)
    sentence, head = next((s, t.i) for s in sentences for t in s.tokens if t.text == word)
    found = [p for p in find_predicates(sentences) if p.sentence == sentence.number]
    return judge_event(sentence, next(p for p in found if head in {p.head, *range(*p.trigger)}))


@pytest.mark.parametrize(("text", "word", "expected"), CASES)
def test_words_around_the_event_tell_its_factuality(text, word, expected):
    facts = judge(text, word)
    assert (facts.polarity, facts.certainty, facts.tense) == expected, facts.rulings


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("Britain expels two diplomats.", date(2018, 3, 14), "past"),
        ("Britain expels two diplomats.", date(2019, 5, 1), "present"),
        ("Britain meets the envoys.", date(2019, 6, 1), "future"),
        ("Britain will expel two diplomats.", date(2018, 3, 14), "future"),
    ],
)
def test_a_date_decides_what_a_present_means(text, day, expected):
    (sentence,) = parse(text)
    facts = judge_event(sentence, find_predicates([sentence])[0])
    event_day = EventDate(start=day, end=day, precision="day", basis="time:explicit")
    assert weigh_date(facts, event_day, date(2019, 5, 1)).tense == expected
    assert weigh_date(facts, event_day, None) == facts


def test_a_headline_tells_the_past_in_the_present():
    facts = judge_event(*read_heading("Britain expels two diplomats"))
    assert facts.tense == "past"


def read_heading(text):
    (sentence,) = parse(text)
    return replace(sentence, heading=True), find_predicates([sentence])[0]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Iran denied that it had tested a missile.", "tested", ("negative", "certain", "past")),
        ("Iran denied reports that its troops had killed ten villagers.", "killed", ("negative", "certain", "past")),
        ("Iran denied that it had sheltered the man who killed the envoy.", "killed", ("positive", "certain", "past")),
        ("Chile alleged that Peru had arrested two envoys.", "arrested", ("positive", "certain", "past")),
        ("Claims by Chile that Peru arrested two envoys vex Lima.", "arrested", ("positive", "certain", "past")),
        ("It was alleged that Peru had arrested two envoys.", "arrested", ("positive", "probable", "past")),
    ],
)
def test_the_holder_has_a_say(text, word, expected):
    findings = read_findings(text)
    sentence, predicate = find_predicate(findings, word)
    facts = judge_event(sentence, predicate, list_claims(findings, sentence, predicate)[0].attribution)
    assert (facts.polarity, facts.certainty, facts.tense) == expected


def test_a_refusal_is_done_by_saying_so():
    (sentence,) = parse("The rebels would not agree to a truce.")
    (predicate,) = find_predicates([sentence])
    refusal = replace(predicate, entry=replace(predicate.entry, type="REJECT"), effects=("negative",))
    facts = judge_event(sentence, refusal)
    assert (facts.polarity, facts.certainty, facts.tense) == ("positive", "certain", "past")
    assert judge_event(sentence, predicate).polarity == "negative"


def test_every_ruling_names_its_rule_and_the_last_of_an_aspect_counts():
    facts = judge("The presidents plan to meet in Lima.", "meet")
    assert [r.aspect for r in facts.rulings[:3]] == ["polarity", "certainty", "tense"]
    assert all(r.rule for r in facts.rulings)
    last = {r.aspect: r.value for r in facts.rulings}
    assert last == {"polarity": facts.polarity, "certainty": facts.certainty, "tense": facts.tense}


def test_an_effect_leaves_alone_what_is_finished():
    facts = judge("The envoys hope that rebels left the town.", "left")
    assert facts.tense == "past"


def test_the_cues_are_small_letters_once_each_and_their_values_those_of_the_record():
    data = read_yaml("factuality/cues.yaml")
    for name, words in data.items():
        if isinstance(words, list):
            assert all(word == word.lower() for word in words), name
            assert len(words) == len(set(words)), name
    assert set(load_cues().modals.values()) <= set(get_args(Certainty))
    assert set(load_cues().effects) <= set(get_args(Effect))
