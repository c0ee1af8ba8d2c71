"""Softmax regression and word weights, in NumPy: small learners for benches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
STEPS, RATE = 250, 0.05
LEAST_TEXTS = 2


@dataclass(frozen=True)
class Regression:
    """Weights (features, classes) and a bias for each class."""

    weights: Floats
    bias: Floats

    def score(self, features: Floats) -> Floats:
        """Logarithms of chances, shape (rows, classes)."""
        return _take_logarithms(features @ self.weights + self.bias)


def fit_regression(features: Floats, classes: Sequence[int], count: int, penalty: float) -> Regression:
    """Multinomial logistic regression with a squared penalty on the weights, by Adam on all rows at once.

    `features` has shape (rows, features); `classes` numbers each row's class from 0 to `count` - 1.
    """
    rows = len(features)
    wanted = np.eye(count, dtype=np.float32)[np.array(classes)]
    values = np.zeros((features.shape[1] + 1, count), dtype=np.float32)  # the last row is the bias
    mean, spread = np.zeros_like(values), np.zeros_like(values)
    for step in range(1, STEPS + 1):
        off = (np.exp(_take_logarithms(features @ values[:-1] + values[-1])) - wanted) / rows
        slope = np.vstack([features.T @ off + penalty * values[:-1], off.sum(axis=0)])
        mean = 0.9 * mean + 0.1 * slope
        spread = 0.999 * spread + 0.001 * slope**2
        values -= RATE * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.999**step)) + 1e-8)
    return Regression(values[:-1], values[-1])


def _take_logarithms(scores: Floats) -> Floats:
    shifted = scores - scores.max(axis=1, keepdims=True)
    logarithms: Floats = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return logarithms


@dataclass(frozen=True)
class Weights:
    """Words that at least two texts have: a column and an inverse document frequency for each."""

    columns: dict[str, int]
    rarity: dict[str, float]

    def weigh(self, texts: Sequence[Counter[str]], length: float) -> Floats:
        """TF-IDF rows of the given length, shape (texts, words)."""
        made = np.zeros((len(texts), len(self.columns)), dtype=np.float32)
        for row, words in zip(made, texts, strict=True):
            for word, times in words.items():
                if word in self.columns:
                    row[self.columns[word]] = np.log1p(times) * self.rarity[word]
            row *= length / max(1e-6, float(np.linalg.norm(row)))
        return made


def fit_weights(texts: Sequence[Counter[str]]) -> Weights:
    """What words are worth, by the number of texts that have them."""
    seen = Counter(word for words in texts for word in words)
    kept = [word for word, times in seen.items() if times >= LEAST_TEXTS]
    columns = {word: number for number, word in enumerate(kept)}
    return Weights(columns, {word: float(np.log(len(texts) / seen[word])) for word in kept})
