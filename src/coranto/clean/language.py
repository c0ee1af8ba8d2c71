"""The language of a text."""

from __future__ import annotations

ENOUGH = 60
MOST = 2_000
"""Characters: fewer tell nothing, and more tell nothing new."""


def detect_language(text: str) -> str | None:
    """ISO 639-1 of the text's language by its first characters (py3langid); None where it is too short to tell."""
    head = text[: 2 * MOST]
    sample = " ".join(head.split())[:MOST]
    if sum(map(str.isalpha, sample)) < ENOUGH:
        return None
    # Imported late: the model loads at the first call.
    import py3langid

    language, _ = py3langid.classify(sample)
    return str(language)
