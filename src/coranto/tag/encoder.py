"""The encoder: the learned model that scores each token's part in who says what, run by ONNX Runtime.

Its training script and card: `train/README.md`, `docs/models.md`. Where ONNX Runtime is not installed there is none,
and the rules alone read attributions.
"""

from __future__ import annotations

import hashlib
import importlib.util
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import yaml
from numpy.typing import NDArray
from pydantic import Field

from coranto.errors import ModelError
from coranto.model.base import Record
from coranto.tag.links import Floats
from coranto.tag.windows import Tokens, Window

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

RUNTIME = "onnxruntime"
HOW_TO_MEND = "run `pip install --force-reinstall coranto`"


class Scores(NamedTuple):
    """Of one window: logarithms of chances, shape (tokens, 3 roles, 3 tags), and vectors, shape (tokens, width)."""

    tags: Floats
    vectors: Floats


class Card(Record):
    """What the model is, how it was made, and the hashes of its files."""

    name: str
    version: str
    trained_on: tuple[str, ...]
    source: str = Field(description="the published model that the training began with")
    licence: str
    sha256: dict[str, str]


@dataclass(frozen=True, slots=True, eq=False)
class Encoder:
    """A loaded model: its session, the linker's weights, and what its card file says of it."""

    session: InferenceSession
    linker: Mapping[str, Floats]
    name: str
    stamp: str


def has_runtime() -> bool:
    """Whether ONNX Runtime is installed."""
    return importlib.util.find_spec(RUNTIME) is not None


def find_files() -> Path:
    """The folder of the shipped model."""
    return Path(str(files("coranto").joinpath("resources", "models")))


@cache
def load_encoder() -> Encoder | None:
    """The shipped model on one thread, or nothing where ONNX Runtime is not installed. Loaded at the first call.

    Raises ModelError where a file of it is missing or has been changed.
    """
    if not has_runtime():
        return None
    folder = find_files()
    card = read_card(folder)
    check_files(folder, card)
    with np.load(folder / "attribution.npz") as packed:
        linker = {name: packed[name] for name in packed.files}
    stamp = f"{card.version} sha256:{card.sha256['attribution.onnx'][:12]}"
    return Encoder(_open_session(folder / "attribution.onnx"), linker, card.name, stamp)


def read_card(folder: Path) -> Card:
    """What ships beside the model, read from `attribution.yaml`."""
    return Card.model_validate(yaml.safe_load((folder / "attribution.yaml").read_text(encoding="utf-8")))


def check_files(folder: Path, card: Card) -> None:
    """Refuse files other than those that were measured.

    Raises ModelError that names the file.
    """
    for name, expected in card.sha256.items():
        file = folder / name
        found = hashlib.sha256(file.read_bytes()).hexdigest() if file.exists() else None
        if found != expected:
            what = "is missing" if found is None else "is not the file that was shipped"
            raise ModelError(f"{file}: {what}; {HOW_TO_MEND}")


def _open_session(file: Path) -> InferenceSession:
    import onnxruntime

    # the fused kernel takes many times as long as the two that it stands for
    slow = ["SkipLayerNormFusion"]
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(
        str(file), options, providers=["CPUExecutionProvider"], disabled_optimizers=slow
    )


def score_windows(encoder: Encoder, tokens: Tokens, windows: Sequence[Window]) -> list[Scores]:
    """The scores of each window's tokens, in the windows' order.

    One at a time: together they take longer, and a window's scores hang on nothing but itself.
    """
    scores = []
    for window in windows:
        tags, vectors = encoder.session.run(["scores", "vectors"], make_inputs(tokens, window))
        scores.append(Scores(_take_logarithms(tags[0]), vectors[0]))
    return scores


def make_inputs(tokens: Tokens, window: Window) -> dict[str, NDArray[np.int64]]:
    """The model's inputs: `ids` (1, pieces), `first`, the places of words' first pieces (1, tokens), and `features`.

    Features are of shape (kinds, 1, tokens), kinds in the order of `TokenFeatures`.
    """
    told = np.array(tokens.features[window.first : window.last], dtype=np.int64)
    return {
        "ids": np.array([window.pieces], dtype=np.int64),
        "first": np.array([window.places], dtype=np.int64),
        "features": told.T[:, np.newaxis, :],
    }


def _take_logarithms(scores: Floats) -> Floats:
    parted = scores.reshape(len(scores), 3, 3)
    high = parted.max(axis=2, keepdims=True)
    return (parted - high - np.log(np.exp(parted - high).sum(axis=2, keepdims=True))).astype(np.float32)
