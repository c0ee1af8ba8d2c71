"""Links: which cue a source and a content belong to, scored by the biaffine map of Dozat and Manning 2017."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Pair = tuple[int, int]
STEPS = (0, 1, 2, 3, 5, 8, 14, 25, 50)
OVERLAPPING = 20
SOURCE, CONTENT = 0, 1


def measure_distance(cue: Pair, span: Pair) -> int:
    """How far, and to which side, a span lies from a cue, as one of 21 classes."""
    if span[1] <= cue[0]:
        return sum(cue[0] - span[1] > step for step in STEPS)
    if span[0] >= cue[1]:
        return 10 + sum(span[0] - cue[1] > step for step in STEPS)
    return OVERLAPPING


def score_links(
    weights: Mapping[str, Floats], vectors: Floats, cues: Sequence[Pair], spans: Sequence[Pair], role: int
) -> Floats:
    """Chances, shape (cues, spans), that each span of the role belongs to each cue. `vectors`: (tokens, width)."""
    if not cues or not spans:
        return np.zeros((len(cues), len(spans)), dtype=np.float32)
    name = ("source", "content")[role]
    left = _bend(_average(vectors, cues) @ weights["cue.weight"].T + weights["cue.bias"])
    right = _bend(_average(vectors, spans) @ weights[f"{name}.weight"].T + weights[f"{name}.bias"])
    distances = np.array([[measure_distance(cue, span) for span in spans] for cue in cues])
    scores = left @ weights["map"][role] @ right.T + weights["distance"][distances, role] + weights["bias"][role]
    chances: Floats = (1 / (1 + np.exp(-np.clip(scores, -30, 30)))).astype(np.float32)
    return chances


def _average(vectors: Floats, spans: Sequence[Pair]) -> Floats:
    return np.stack([vectors[first:last].mean(axis=0) for first, last in spans])


def _bend(values: Floats) -> Floats:
    """GELU (Hendrycks and Gimpel 2016), in the form that needs no error function: within .001 of it."""
    bent: Floats = 0.5 * values * (1 + np.tanh(0.7978846 * (values + 0.044715 * values**3)))
    return bent
