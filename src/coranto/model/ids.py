"""Ids that depend on content alone."""

from __future__ import annotations

from hashlib import blake2s

KINDS = {
    "article": "art",
    "entity": "ent",
    "attribution": "att",
    "event": "evt",
    "time": "tim",
    "place": "plc",
    "quantity": "qty",
    "identity": "idn",
}


def make_id(kind: str, *parts: object) -> str:
    """An id such as `evt-3f9a0c12d4e6`: the kind, and 48 bits of BLAKE2s over the parts (each as `str`)."""
    content = "\x1f".join(str(part) for part in parts).encode("utf-8", "surrogatepass")
    return f"{KINDS[kind]}-{blake2s(content, digest_size=6).hexdigest()}"
