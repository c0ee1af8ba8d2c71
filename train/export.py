"""Weights to what ships: `python train/export.py OUT_FOLDER WEIGHTS.pt [WEIGHTS.pt ...] --version V`.

Several weights, trained from the same heads with different seeds, are averaged into one model (Wortsman et al. 2022,
arXiv:2203.05482). The encoder is written as ONNX with weights of eight bits, the linker as arrays.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import tempfile
from pathlib import Path

import numpy as np
import torch
import yaml
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from model import Tagger

INPUTS = ("ids", "mask", "first", "words", "features")
LINKER = {
    "cue.weight": "cue.weight",
    "cue.bias": "cue.bias",
    "source.weight": "source.weight",
    "source.bias": "source.bias",
    "content.weight": "content.weight",
    "content.bias": "content.bias",
    "map": "map",
    "distance": "distance.weight",
    "bias": "bias",
}


class Exported(nn.Module):
    """The tagger with its inputs in a row, as ONNX wants them."""

    def __init__(self, tagger: Tagger) -> None:
        super().__init__()
        self.tagger = tagger

    def forward(self, *given: Tensor) -> tuple[Tensor, Tensor]:
        """Scores of tags and vectors of words."""
        inputs = dict(zip(INPUTS, given, strict=True))
        vectors = self.tagger.encode(inputs)
        return self.tagger.score_tags(vectors, inputs["features"]), vectors


def average(files: list[Path]) -> Tagger:
    """The tagger whose weights are the mean of those in the files."""
    packed = [torch.load(file) for file in files]
    tagger = Tagger(packed[0]["features"])
    weights = {name: torch.stack([p["weights"][name] for p in packed]).mean(0) for name in packed[0]["weights"]}
    tagger.load_state_dict(weights)
    return tagger.eval()


def export(tagger: Tagger, folder: Path) -> None:
    """Write `attribution.onnx` and `attribution.npz`."""
    rows, pieces, words = 2, 16, 10
    example = (
        torch.randint(0, 30000, (rows, pieces)),
        torch.ones(rows, pieces),
        torch.randint(0, pieces, (rows, words)),
        torch.ones(rows, words),
        torch.zeros(len(tagger.features), rows, words, dtype=torch.long),
    )
    axes = {
        "ids": {0: "rows", 1: "pieces"},
        "mask": {0: "rows", 1: "pieces"},
        "first": {0: "rows", 1: "words"},
        "words": {0: "rows", 1: "words"},
        "features": {1: "rows", 2: "words"},
        "scores": {0: "rows", 1: "words"},
        "vectors": {0: "rows", 1: "words"},
    }
    with tempfile.TemporaryDirectory() as name:
        whole = Path(name) / "whole.onnx"
        torch.onnx.export(
            Exported(tagger).eval(), example, whole, dynamo=False, input_names=list(INPUTS),
            output_names=["scores", "vectors"], dynamic_axes=axes, opset_version=17,
        )  # fmt: skip
        quantize_dynamic(
            whole, folder / "attribution.onnx", weight_type=QuantType.QInt8, per_channel=True,
            op_types_to_quantize=["MatMul", "Gather", "Gemm"],
        )  # fmt: skip
    weights = {name: values.numpy() for name, values in tagger.state_dict().items()}
    np.savez(folder / "attribution.npz", **{ours: weights[theirs] for ours, theirs in LINKER.items()})


def main() -> None:
    """Write the model and the hashes that its loader checks."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("weights", type=Path, nargs="+")
    parser.add_argument("--version", required=True)
    options = parser.parse_args()
    export(average(options.weights), options.folder)
    card = options.folder / "attribution.yaml"
    described = yaml.safe_load(card.read_text(encoding="utf-8")) if card.exists() else {}
    files = ("attribution.onnx", "attribution.npz", "vocabulary.txt.gz")
    described["version"] = options.version
    described["sha256"] = {file: hashlib.sha256((options.folder / file).read_bytes()).hexdigest() for file in files}
    card.write_text(yaml.safe_dump(described, sort_keys=False, width=110), encoding="utf-8")
    for file in files:
        sys.stdout.write(f"{file} {(options.folder / file).stat().st_size}\n")


if __name__ == "__main__":
    main()
