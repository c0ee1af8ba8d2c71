import shutil

import numpy as np
import pytest
from tests.texts import parse

from coranto.errors import ModelError
from coranto.extract.speech.attributions import find_attributions
from coranto.tag import encoder
from coranto.tag.encoder import check_files, find_files, load_encoder, make_inputs, read_card, score_windows
from coranto.tag.features import TokenFeatures
from coranto.tag.windows import cut_windows, make_tokens

TEXT = "The harbour master said that the quay was closed. “It is not safe,” she told the Brevik Courier on Monday."


def make_parts():
    sentences = parse(TEXT)
    tokens = make_tokens(sentences, find_attributions(sentences))
    return tokens, cut_windows(tokens)


def test_without_onnx_runtime_there_is_no_encoder(monkeypatch):
    monkeypatch.setattr(encoder, "RUNTIME", "no_such_package")
    load_encoder.cache_clear()
    assert load_encoder() is None
    load_encoder.cache_clear()


def test_the_shipped_files_are_those_of_the_card():
    check_files(find_files(), read_card(find_files()))


def test_all_that_is_learned_stays_within_25_megabytes():
    assert sum(file.stat().st_size for file in find_files().iterdir()) <= 25_000_000


def test_a_changed_file_is_refused_with_the_mend(tmp_path):
    folder = shutil.copytree(find_files(), tmp_path / "models")
    with (folder / "attribution.npz").open("ab") as file:
        file.write(b"!")
    with pytest.raises(ModelError, match=r"attribution\.npz: is not the file that was shipped; run `pip install"):
        check_files(folder, read_card(folder))


def test_a_missing_file_is_named(tmp_path):
    folder = shutil.copytree(find_files(), tmp_path / "models")
    (folder / "attribution.onnx").unlink()
    with pytest.raises(ModelError, match=r"attribution\.onnx: is missing"):
        check_files(folder, read_card(folder))


def test_inputs_hold_a_windows_pieces_words_and_features():
    tokens, (window, *_) = make_parts()
    inputs = make_inputs(tokens, window)
    words = window.last - window.first
    assert inputs["ids"].tolist() == [list(window.pieces)]
    assert inputs["first"].tolist() == [list(window.places)]
    assert inputs["features"].shape == (len(TokenFeatures._fields), 1, words)
    assert inputs["features"][:, 0, 0].tolist() == list(tokens.features[window.first])


def test_scores_are_logarithms_of_chances():
    tokens, windows = make_parts()
    model = load_encoder()
    assert model is not None
    for window, scores in zip(windows, score_windows(model, tokens, windows), strict=True):
        assert scores.tags.shape == (window.last - window.first, 3, 3)
        assert np.allclose(np.exp(scores.tags).sum(axis=2), 1, atol=1e-4)


def test_the_same_article_has_the_same_scores_again():
    tokens, windows = make_parts()
    model = load_encoder()
    assert model is not None
    first, second = (score_windows(model, tokens, windows) for _ in range(2))
    assert all((a.tags == b.tags).all() and (a.vectors == b.vectors).all() for a, b in zip(first, second, strict=True))
