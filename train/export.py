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
from typing import Any

import numpy as np
import torch
import yaml
from onnx import TensorProto
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional

from model import HEADS, WIDTH, Layer, Tagger

INPUTS = ("ids", "first", "features")
DOMAIN = "com.microsoft"
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


class Attention(torch.autograd.Function):
    """Attention as the one operator that ONNX Runtime has for it; a window goes alone, so there is no mask."""

    @staticmethod
    def forward(_context: object, query: Tensor, key: Tensor, value: Tensor) -> Tensor:
        """All of shape (rows, pieces, width)."""
        rows, pieces, _ = query.shape
        parts = [states.view(rows, pieces, HEADS, WIDTH // HEADS).transpose(1, 2) for states in (query, key, value)]
        return functional.scaled_dot_product_attention(*parts).transpose(1, 2).reshape(rows, pieces, WIDTH)

    @staticmethod
    def symbolic(graph: Any, query: Any, key: Any, value: Any) -> Any:
        """The operator of ONNX Runtime."""
        made = graph.op(f"{DOMAIN}::MultiHeadAttention", query, key, value, num_heads_i=HEADS)
        made.setType(query.type())
        return made


class Exported(nn.Module):
    """The tagger for one window, with query, key and value made by one product."""

    def __init__(self, tagger: Tagger) -> None:
        super().__init__()
        self.tagger = tagger
        self.joint = nn.ModuleList(join_products(layer) for layer in tagger.layers)

    def forward(self, ids: Tensor, first: Tensor, features: Tensor) -> tuple[Tensor, Tensor]:
        """Scores of tags and vectors of words."""
        tagger = self.tagger
        states, places = tagger.embed(ids, first, features)
        for layer, joint in zip(tagger.layers, self.joint, strict=True):
            states = layer.finish(states, Attention.apply(*joint(states).split(WIDTH, -1)))
        vectors = states.gather(1, places)
        return tagger.score_tags(vectors, features), vectors


def join_products(layer: Layer) -> nn.Linear:
    """The layer's maps to query, key and value as one."""
    parts = (layer.query, layer.key, layer.value)
    joint = nn.Linear(WIDTH, 3 * WIDTH)
    joint.weight.data = torch.cat([part.weight.data for part in parts])
    joint.bias.data = torch.cat([part.bias.data for part in parts])
    return joint


def average(files: list[Path]) -> Tagger:
    """The tagger whose weights are the mean of those in the files."""
    packed = [torch.load(file)["weights"] for file in files]
    tagger = Tagger()
    tagger.load_state_dict({name: torch.stack([weights[name] for weights in packed]).mean(0) for name in packed[0]})
    return tagger.eval()


def export(tagger: Tagger, folder: Path) -> None:
    """Write `attribution.onnx` and `attribution.npz`."""
    pieces, words = 16, 10
    example = (
        torch.randint(0, 30000, (1, pieces)),
        torch.randint(0, pieces, (1, words)),
        torch.zeros(len(tagger.features), 1, words, dtype=torch.long),
    )
    axes = {
        "ids": {1: "pieces"},
        "first": {1: "words"},
        "features": {2: "words"},
        "scores": {1: "words"},
        "vectors": {1: "words"},
    }
    with tempfile.TemporaryDirectory() as name:
        whole = Path(name) / "whole.onnx"
        torch.onnx.export(
            Exported(tagger).eval(), example, whole, dynamo=False, input_names=list(INPUTS),
            output_names=["scores", "vectors"], dynamic_axes=axes, opset_version=17, custom_opsets={DOMAIN: 1},
        )  # fmt: skip
        quantize_dynamic(
            whole, folder / "attribution.onnx", weight_type=QuantType.QInt8, per_channel=True,
            op_types_to_quantize=["MatMul", "Gather", "Gemm"],
            extra_options={"DefaultTensorType": TensorProto.FLOAT},
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
