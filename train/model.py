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

from rows import TYPES

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
EVENT = 192
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
    """One layer of BERT."""

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
        seen = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        return self.finish(states, seen.transpose(1, 2).reshape(rows, pieces, WIDTH))

    def finish(self, states: Tensor, seen: Tensor) -> Tensor:
        """What follows attention: the first sum and norm, the wide map, the second."""
        states = self.norm(states + self.drop(self.out(seen)))
        return self.last(states + self.drop(self.narrow(functional.gelu(self.widen(states)))))


class EventHead(nn.Module):
    """Scores of a word's being the trigger of each type, of its parties, and of the type given the parties."""

    def __init__(self, features: int) -> None:
        super().__init__()
        self.frame = nn.Embedding(len(TYPES) + 1, SMALL)
        self.mix = nn.Sequential(nn.Linear(WIDTH + SMALL * (features + 1), EVENT), nn.GELU(), nn.Dropout(0.1))
        self.kind = nn.Linear(EVENT, len(TYPES) + 1)
        self.trigger, self.party = nn.Linear(EVENT, LINK), nn.Linear(EVENT, 2 * LINK)
        self.map = nn.Parameter(torch.randn(2, LINK, LINK) * 0.02)
        self.distance = nn.Embedding(DISTANCES, 2)
        nn.init.zeros_(self.distance.weight)
        self.bias = nn.Parameter(torch.zeros(2))
        self.settle = nn.Sequential(
            nn.Linear(3 * EVENT, EVENT), nn.GELU(), nn.Dropout(0.2), nn.Linear(EVENT, len(TYPES) + 1)
        )

    def read(self, vectors: Tensor, shown: Sequence[Tensor], frames: Tensor) -> Tensor:
        """Vectors of words (rows, words, `EVENT`) for what follows. `frames`: the lexicon's type of each word."""
        return self.mix(torch.cat([vectors, *shown, self.frame(frames).to(vectors.dtype)], -1))

    def score_parties(self, triggers: Tensor, phrases: Tensor, distances: Tensor) -> Tensor:
        """Scores (2, triggers, phrases) that a phrase is an actor, or a recipient, of a trigger of one window.

        The first two are vectors (n, `EVENT`); `distances` (triggers, phrases): the classes of `coranto.tag.links`.
        """
        left = functional.gelu(self.trigger(triggers))
        right = functional.gelu(self.party(phrases)).view(-1, 2, LINK).transpose(0, 1)
        near = self.distance(distances).permute(2, 0, 1)
        return left @ self.map @ right.transpose(1, 2) + near + self.bias[:, None, None]

    def score_type(self, trigger: Tensor, actor: Tensor, recipient: Tensor) -> Tensor:
        """Scores (n, types + 1) from vectors (n, `EVENT`) of trigger, actor, recipient; zeros where there is none."""
        return self.settle(torch.cat([trigger, actor, recipient], -1))


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
        self.sides = nn.Embedding(3, WIDTH)
        for table in (*self.told.values(), self.sides):
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
        self.events = EventHead(len(self.features))

    def encode(self, inputs: Mapping[str, Tensor]) -> Tensor:
        """Vectors of words (rows, words, width): those of their first pieces. Inputs: `windows.make_inputs`."""
        states, places = self.embed(inputs["ids"], inputs["first"], inputs["features"], inputs)
        states, mask = self.drop(states), inputs["mask"].bool()[:, None, None, :]
        for layer in self.layers:
            states = layer(states, mask)
        return states.gather(1, places)

    def embed(
        self, pieces: Tensor, first: Tensor, features: Tensor, more: Mapping[str, Tensor] | None = None
    ) -> tuple[Tensor, Tensor]:
        """The states that the layers begin with, features added at words' first pieces, and those pieces' places.

        `more` has the mask of `words`, where there are several rows, and the `sides` that the encoder is told.
        """
        states = self.norm(self.words(pieces) + self.places.weight[: pieces.shape[1]] + self.kind)
        told = sum(self.told[name](features[number]) for number, name in enumerate(self.features))
        if more is not None:
            told = (told + self.sides(more["sides"])) * more["words"][..., None]
        places = first[..., None].expand(-1, -1, WIDTH)
        return states.scatter_add(1, places, told.to(states.dtype)), places

    def score_tags(self, vectors: Tensor, features: Tensor) -> Tensor:
        """Scores (rows, words, 9): outside, begin and inside of source, cue and content."""
        return self.tag(torch.cat([vectors, *self.show(vectors, features)], -1))

    def show(self, vectors: Tensor, features: Tensor) -> list[Tensor]:
        """Small vectors of the features."""
        return [self.shown[name](features[number]).to(vectors.dtype) for number, name in enumerate(self.features)]

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
