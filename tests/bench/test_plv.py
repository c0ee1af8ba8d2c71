from collections import Counter

import numpy as np
import pytest
from bench.common import BenchError
from bench.softmax import fit_regression, fit_weights

from bench import plv

MARKED = (
    "<s>Norway</s> condemned <t>Chile</t> over the ferry.\tACCUSE",
    "<s>Peru</s> condemned <t>Ghana</t> for the arrests.\tACCUSE",
    "<s>Malta</s> condemned the attack by <t>Laos</t>.\tACCUSE",
    "<s>Soldiers of Kenya</s> bombed <t>Lund</t> on Monday.\tASSAULT",
    "<s>Troops</s> bombed <t>the port</t> of Brevik.\tASSAULT",
    "<s>The army</s> bombed <t>rebels</t> near the lake.\tASSAULT",
)


def write_pairs(folder, lines):
    file = folder / "pairs.tsv"
    file.write_text("marked_sentence\tgold_root\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return file


def test_marks_are_taken_out_and_their_places_kept():
    text, sides = plv.strip_marks("<s>Norway</s> and <s>Peru</s> met <t>Chile</t>.")
    assert text == "Norway and Peru met Chile."
    assert [text[slice(*sides[side])] for side in "st"] == ["Norway", "Chile"]


def test_a_side_without_a_mark_has_no_place():
    assert plv.strip_marks("<s>Norway</s> objected.")[1].keys() == {"s"}


def test_what_joins_two_phrases_is_told_from_what_stands_beside_them():
    words = plv.read_pair("On Sunday <s>the harbour board</s> sued <t>a ferry line</t>.", "").words
    assert words["join sue"]
    assert words["way sue"]
    assert words["<s> sue"]
    assert words["hangs prep on"]


def test_pairs_are_coded_by_what_others_taught(tmp_path):
    learned = plv.learn(list(plv.read_pairs(write_pairs(tmp_path, MARKED), with_roots=True)))
    unseen = [
        plv.read_pair("<s>Ghana</s> condemned <t>Peru</t> again.", ""),
        plv.read_pair("<s>Rebels</s> bombed <t>a bridge</t>.", ""),
    ]
    assert learned.code(unseen) == ["ACCUSE", "ASSAULT"]


def test_the_pairs_of_a_sentence_are_never_split_between_folds(tmp_path, monkeypatch):
    twice = [MARKED[0], "Norway condemned <s>Chile</s> over <t>the ferry</t>.\tACCUSE", *MARKED[1:]]
    pairs = list(plv.read_pairs(write_pairs(tmp_path, twice), with_roots=True))
    seen = []

    def keep(taught):
        seen.append({pair.text for pair in taught})
        return learn(taught)

    learn = plv.learn
    monkeypatch.setattr(plv, "learn", keep)
    found = plv.cross_validate(pairs, 3)
    assert len(found) == len(pairs)
    assert all(found)
    texts = {pair.text for pair in pairs}
    assert all(len(texts - taught) == 2 for taught in seen)


def test_a_file_without_the_columns_is_named(tmp_path):
    file = tmp_path / "other.tsv"
    file.write_text("sentence\nNorway sank.\n", encoding="utf-8")
    with pytest.raises(BenchError, match="no column gold_root, marked_sentence"):
        list(plv.read_pairs(file, with_roots=True))


def test_a_regression_parts_what_a_line_parts():
    features = np.array([[0.0, 1.0], [0.2, 0.9], [1.0, 0.1], [0.9, 0.0]], dtype=np.float32)
    scores = fit_regression(features, [0, 0, 1, 1], 2, 1e-4).score(features)
    assert scores.argmax(axis=1).tolist() == [0, 0, 1, 1]
    assert np.allclose(np.exp(scores).sum(axis=1), 1, atol=1e-5)


def test_a_word_of_one_text_alone_weighs_nothing():
    weights = fit_weights([Counter(ship=1, ferry=1), Counter(ship=2, quay=1), Counter(quay=1)])
    rows = weights.weigh([Counter(ferry=3), Counter(quay=1)], 2.0)
    assert rows[0].tolist() == [0, 0]
    assert np.linalg.norm(rows[1]) == pytest.approx(2.0)
