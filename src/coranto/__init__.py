"""Reads news articles and keeps an attributed event record: who did what to whom, when, where, and who says so.

    import coranto

    reading = coranto.read_text("...", published="2023-12-12", outlet="The Harbor Courier")
    store = coranto.open("coranto.db")
    store.events(actor="RUS", type="CONSULT")

The names below are loaded when they are first used, so that `import coranto` is quick.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coranto.errors import CorantoError, InputError, ModelError, NotFoundError, StoreError, UsageError
    from coranto.intake.articles import find_articles, make_article
    from coranto.model.article import Article
    from coranto.model.attribution import Attribution
    from coranto.model.entity import Entity
    from coranto.model.event import Event
    from coranto.model.reading import Reading
    from coranto.pipeline import read_article, read_text
    from coranto.scale.pool import read_articles
    from coranto.store.queries import Store, open  # noqa: A004 (always used as `coranto.open`)
    from coranto.store.writer import Writer, open_store

    __version__: str

_HOMES = {
    "Article": "coranto.model.article",
    "Attribution": "coranto.model.attribution",
    "CorantoError": "coranto.errors",
    "Entity": "coranto.model.entity",
    "Event": "coranto.model.event",
    "InputError": "coranto.errors",
    "ModelError": "coranto.errors",
    "NotFoundError": "coranto.errors",
    "Reading": "coranto.model.reading",
    "Store": "coranto.store.queries",
    "StoreError": "coranto.errors",
    "UsageError": "coranto.errors",
    "Writer": "coranto.store.writer",
    "find_articles": "coranto.intake.articles",
    "make_article": "coranto.intake.articles",
    "open": "coranto.store.queries",
    "open_store": "coranto.store.writer",
    "read_article": "coranto.pipeline",
    "read_articles": "coranto.scale.pool",
    "read_text": "coranto.pipeline",
}

__all__ = [
    "Article",
    "Attribution",
    "CorantoError",
    "Entity",
    "Event",
    "InputError",
    "ModelError",
    "NotFoundError",
    "Reading",
    "Store",
    "StoreError",
    "UsageError",
    "Writer",
    "__version__",
    "find_articles",
    "make_article",
    "open",
    "open_store",
    "read_article",
    "read_articles",
    "read_text",
]


def __getattr__(name: str) -> object:
    if name == "__version__":
        from importlib.metadata import version

        value: object = version("coranto")
    elif name in _HOMES:
        value = getattr(import_module(_HOMES[name]), name)
    else:
        raise AttributeError(f"module 'coranto' has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
