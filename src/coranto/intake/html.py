"""The article in a web page: its text, and what the page says of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from coranto.errors import FormatError
from coranto.intake.details import Details, mend_surrogates, read_line
from coranto.model.article import Published

LAST_DAY = "2100-01-01"
"""Dates up to here are believed: the clock must have no say in what a page yields."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page's article."""

    text: str
    details: Details


def read_page(markup: str, name: str) -> Page:
    """The article in the page's markup, by trafilatura; raises FormatError where it finds none.

    Its precise mode comes first, its plain one where that finds nothing.
    The text has a line a paragraph. The date is the one in the page's metadata, its basis `metadata`.
    """
    try:
        found = _extract(markup)
    except (RecursionError, ValueError, TypeError, AttributeError, AssertionError, LookupError) as error:
        raise FormatError(
            f"{name}: HTML that cannot be read ({type(error).__name__}); save its text instead"
        ) from error
    text = mend_surrogates(found.text or "").strip() if found is not None else ""
    if not text:
        raise FormatError(f"{name}: no article text found in the page; save its text instead")
    author = read_line(found.author)
    details = Details(
        outlet=read_line(found.sitename),
        title=read_line(found.title),
        url=read_line(found.url),
        byline=tuple(part for part in (author or "").split("; ") if part),
        published=_read_date(found.date),
        language=(read_line(found.language) or "")[:2].lower() or None,
    )
    return Page(text, details)


def _extract(markup: str) -> Any:
    # Imported late: it takes half a second, and plain text needs none of it.
    from lxml.etree import LxmlError
    from trafilatura import bare_extraction

    try:
        for precise in (True, False):
            found: Any = bare_extraction(
                markup,
                favor_precision=precise,
                include_comments=False,
                with_metadata=True,
                date_extraction_params={"max_date": LAST_DAY, "extensive_search": False, "original_date": True},
            )
            if found is not None and found.text and found.text.strip():
                return found
    except LxmlError as error:
        raise ValueError(str(error)) from error
    return None


def _read_date(value: object) -> Published:
    try:
        return Published(value=date.fromisoformat(str(value)), basis="metadata") if value else Published()
    except ValueError:
        return Published()
