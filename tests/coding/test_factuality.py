import pytest

from coranto.coding.factuality import judge_event
from texts import parse

CASES = [
    ("Britain expelled two diplomats.", "expelled", ("positive", "certain", "past")),
    ("Britain did not expel the diplomats.", "expel", ("negative", "certain", "past")),
    ("Britain never expelled a diplomat.", "expelled", ("negative", "certain", "past")),
    ("Britain will expel two diplomats.", "expel", ("positive", "certain", "future")),
    ("Britain may expel two diplomats.", "expel", ("positive", "possible", "present")),
    ("If Britain expels the diplomats, Moscow will respond.", "expels", ("positive", "possible", "present")),
    ("Britain is expelling two diplomats.", "expelling", ("positive", "certain", "present")),
    ("Britain has expelled two diplomats.", "expelled", ("positive", "certain", "past")),
    ("Britain allegedly expelled two diplomats.", "expelled", ("positive", "probable", "past")),
    ("The two leaders held an unannounced meeting.", "meeting", ("positive", "certain", "past")),
    ("The upcoming meeting of the two leaders worries Paris.", "meeting", ("positive", "certain", "future")),
    ("No attack was carried out by the army.", "attack", ("negative", "certain", "past")),
    ("The army left without attacking the village.", "attacking", ("negative", "certain", "past")),
    ("Soldiers entered the city and killed ten civilians.", "killed", ("positive", "certain", "past")),
    ("Peru closed the port to punish the company.", "punish", ("positive", "certain", "past")),
    ("Peru sent a plan to meet the envoys.", "meet", ("positive", "probable", "future")),
    ("Peru rejected the possibility of meeting the envoys.", "meeting", ("positive", "possible", "future")),
    ("Peru has been bombing the camps.", "bombing", ("positive", "certain", "present")),
    ("“We’ve bombed the camps,” he said.", "bombed", ("positive", "certain", "past")),
    ("He said that Peru would veto the plan.", "veto", ("positive", "certain", "future")),
    ("Peru would veto the plan if Chile agreed.", "veto", ("positive", "possible", "future")),
    ("He signs the law ahead of talks with Chile.", "talks", ("positive", "certain", "future")),
    ("The envoys honour the soldiers killed by rebels.", "killed", ("positive", "certain", "past")),
    ("The chiefs will rest when they meet in Lima.", "meet", ("positive", "certain", "future")),
    ("The economy may shrink after months of protests.", "protests", ("positive", "certain", "past")),
]


@pytest.mark.parametrize(("text", "word", "expected"), CASES)
def test_words_around_the_event_tell_its_factuality(text, word, expected):
    sentence = parse(text)[0]
    head = next(token.i for token in sentence.tokens if token.text == word)
    facts = judge_event(sentence, head)
    assert (facts.polarity, facts.certainty, facts.tense) == expected


def test_control_verbs_change_their_complement():
    sentence = parse("The army failed to stop the march.")[0]
    head = next(token.i for token in sentence.tokens if token.text == "stop")
    assert judge_event(sentence, head, ["negative"]).polarity == "negative"
    assert judge_event(sentence, head, ["future"]).tense == "future"
