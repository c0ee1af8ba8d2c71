"""The tagger as PyTorch trains it: MiniLM's six layers, features of the parse and the rules, tags and links.

Sources: Wang et al. 2020 (MiniLM, arXiv:2002.10957); Dozat and Manning 2017 (biaffine links, arXiv:1611.01734).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

SIZES = {
    "pos": 20,
    "dep": 64,
    "shape": 6,
    "quote": 4,
    "begin": 3,
    "ruled_source": 3,
    "ruled_cue": 3,
    "ruled_content": 3,
}
"""The features of a token, in the order of `coranto.tag.features.TokenFeatures`, and how many values each has."""
PIECES, PLACES, WIDTH, HEADS, INNER, LAYERS = 30522, 512, 384, 12, 1536, 6
SMALL, LINK = 32, 128
DISTANCES = 22
NAMES = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "out": "attention.output.dense",
    "norm": "attention.output.LayerNorm",
    "widen": "intermediate.dense",
    "narrow": "output.dense",
    "last": "output.LayerNorm",
}


class Layer(nn.Module):
    """One layer of BERT, in plain operations that the exporter knows."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.norm, self.last = nn.LayerNorm(WIDTH, 1e-12), nn.LayerNorm(WIDTH, 1e-12)
        self.widen, self.narrow = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.drop = nn.Dropout(0.1)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """`states`: (rows, pieces, width); `mask`: (rows, 1, 1, pieces), true where there is a piece."""
        rows, pieces, _ = states.shape

        def part(values: Tensor) -> Tensor:
            return values.view(rows, pieces, HEADS, WIDTH // HEADS).transpose(1, 2)

        query, key, value = part(self.query(states)), part(self.key(states)), part(self.value(states))
        if self.training:
            seen = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        else:
            bias = (1 - mask.to(states.dtype)) * -1e4
            seen = ((query @ key.transpose(-1, -2)) * (WIDTH // HEADS) ** -0.5 + bias).softmax(-1) @ value
        seen = seen.transpose(1, 2).reshape(rows, pieces, WIDTH)
        states = self.norm(states + self.drop(self.out(seen)))
        return self.last(states + self.drop(self.narrow(functional.gelu(self.widen(states)))))


class Tagger(nn.Module):
    """Scores of tags for each word, and of links between cues and the other spans."""

    def __init__(self, features: Sequence[str] = tuple(SIZES)) -> None:
        super().__init__()
        self.features = tuple(features)
        self.words, self.places = nn.Embedding(PIECES, WIDTH), nn.Embedding(PLACES, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.norm = nn.LayerNorm(WIDTH, 1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.told = nn.ModuleDict({name: nn.Embedding(SIZES[name], WIDTH) for name in self.features})
        for table in self.told.values():
            nn.init.zeros_(table.weight)
        self.shown = nn.ModuleDict({name: nn.Embedding(SIZES[name], SMALL) for name in self.features})
        self.tag = nn.Sequential(
            nn.Linear(WIDTH + SMALL * len(self.features), 256), nn.GELU(), nn.Dropout(0.1), nn.Linear(256, 9)
        )
        self.cue, self.source, self.content = (nn.Linear(WIDTH, LINK) for _ in range(3))
        self.map = nn.Parameter(torch.randn(2, LINK, LINK) * 0.02)
        self.distance = nn.Embedding(DISTANCES, 2)
        nn.init.zeros_(self.distance.weight)
        self.bias = nn.Parameter(torch.zeros(2))
        self.drop = nn.Dropout(0.1)

    def encode(self, inputs: Mapping[str, Tensor]) -> Tensor:
        """Vectors of words (rows, words, width): those of their first pieces. Inputs: `coranto.tag.encoder`."""
        pieces = inputs["ids"]
        states = self.norm(self.words(pieces) + self.places.weight[: pieces.shape[1]] + self.kind)
        told = sum(self.told[name](inputs["features"][number]) for number, name in enumerate(self.features))
        first = inputs["first"][..., None].expand(-1, -1, WIDTH)
        states = self.drop(states.scatter_add(1, first, (told * inputs["words"][..., None]).to(states.dtype)))
        mask = inputs["mask"].bool()[:, None, None, :]
        for layer in self.layers:
            states = layer(states, mask)
        return states.gather(1, first)

    def score_tags(self, vectors: Tensor, features: Tensor) -> Tensor:
        """Scores (rows, words, 9): outside, begin and inside of source, cue and content."""
        shown = [self.shown[name](features[number]).to(vectors.dtype) for number, name in enumerate(self.features)]
        return self.tag(torch.cat([vectors, *shown], -1))

    def score_links(self, vectors: Tensor, cues: Sequence[Tensor], spans: Sequence[Tensor], sides: Tensor) -> Tensor:
        """Scores (cues, spans) of one window. `sides`: (2, cues, spans): each span's role, its distance class."""
        left = functional.gelu(self.cue(torch.stack([vectors[c].mean(0) for c in cues])))
        right = torch.stack([vectors[s].mean(0) for s in spans])
        roles, distances = sides
        scores = []
        for role, to_right in enumerate((self.source, self.content)):
            mapped = left @ self.map[role] @ functional.gelu(to_right(right)).T
            scores.append(mapped + self.distance(distances)[..., role] + self.bias[role])
        return torch.where(roles == 0, *scores)


def load_minilm(tagger: Tagger, file: Path) -> None:
    """Fill in the published weights (all-MiniLM-L6-v2, safetensors). The word embeddings are not trained on."""
    given = load_file(file)
    with torch.no_grad():
        tagger.words.weight.copy_(given["embeddings.word_embeddings.weight"])
        tagger.places.weight.copy_(given["embeddings.position_embeddings.weight"])
        tagger.kind.copy_(given["embeddings.token_type_embeddings.weight"][0])
        tagger.norm.weight.copy_(given["embeddings.LayerNorm.weight"])
        tagger.norm.bias.copy_(given["embeddings.LayerNorm.bias"])
        for number, layer in enumerate(tagger.layers):
            for ours, theirs in NAMES.items():
                module = getattr(layer, ours)
                module.weight.copy_(given[f"encoder.layer.{number}.{theirs}.weight"])
                module.bias.copy_(given[f"encoder.layer.{number}.{theirs}.bias"])
    tagger.words.weight.requires_grad = False
