"""SVG elements, escaped, and the choices that the three drawings share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import sqrt

from markupsafe import Markup, escape

from coranto.report.views import EventView
from coranto.report.words import QUADS

SHAPES = dict(zip(QUADS, ("vc", "mc", "vx", "mx"), strict=True))
HUES = 7


def element(name: str, *children: object, **attributes: object) -> Markup:
    """An SVG element; underscores in attribute names stand for hyphens, a trailing one is dropped, null is left out."""
    parts = [name]
    for key, value in attributes.items():
        if value is not None:
            shown = write_number(value) if isinstance(value, float) else escape(value)
            parts.append(f'{key.rstrip("_").replace("_", "-")}="{shown}"')
    inner = Markup("").join(escape(child) for child in children)
    head = Markup(" ".join(parts))  # noqa: S704 (every value is escaped above)
    return Markup("<{}>{}</{}>").format(head, inner, name)


def write_number(value: float) -> str:
    """A coordinate to a tenth, in as few characters as it takes."""
    return f"{value:.1f}".removesuffix(".0").replace("-0.", "-.") if abs(value) >= 0.05 else "0"


def size_mark(count: int, most: int, limits: tuple[float, float]) -> float:
    """The radius of a mark for so many events where the largest stands for `most`: area grows with the count.

    With few events all told, the largest mark stays below the upper limit, so that a handful does not look like many.
    """
    small, large = limits
    share = sqrt(count / max(most, 9))
    return small + (large - small) * share


def list_events(views: Iterable[EventView]) -> str:
    """The numbers of events as the script reads them from `data-e`."""
    return " ".join(str(view.number) for view in views)


def link_marks(views: Sequence[EventView], label: str, *children: object, **attributes: object) -> Markup:
    """A mark that opens its events, and says in words what it is."""
    title = element("title", label)
    return element(
        "a",
        title,
        *children,
        href=f"#{views[0].event.id}",
        aria_label=label,
        data_e=list_events(views),
        **attributes,
    )


def count_events(count: int) -> str:
    """`1 event` or `3 events`."""
    return "1 event" if count == 1 else f"{count} events"
