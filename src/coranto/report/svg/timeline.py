"""The timeline: a row for each kind of event, a mark for each day."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import log

from markupsafe import Markup

from coranto.report.svg.drawing import SHAPES, count_events, element, link_marks, size_mark
from coranto.report.views import EventView
from coranto.report.words import MONTHS, QUADS, TYPES, describe_days

WIDTH = 1120
LEFT = 150
UNKNOWN = 96
EARLIER = 84
ROW = 25
TOP = 34
BAND_GAP = 7
TRIMMED_SHARE = 0.4
WORTH = 3.0
"""How much shorter, by its logarithm, an axis must be for what it sets aside, by the logarithm of what it keeps."""
LOOKED_AT = 150
LETTER = 6.6
LABEL = 38
"""Half of the widest label, and a gap."""
RADII = (3.5, ROW / 2 - 1)


@dataclass(frozen=True, slots=True)
class Axis:
    """Where a day lies; days before `start` or after `end` share the narrow columns beside it."""

    start: date
    end: date
    left: float
    right: float
    has_earlier: bool
    has_later: bool
    unknown: float | None
    """Where the column of the undated begins: at the right, or first of all where they are the most."""

    def place(self, day: date) -> float:
        """The x of the middle of a day."""
        if day < self.start:
            return self.left - EARLIER / 2
        if day > self.end:
            return self.right + EARLIER / 2
        days = (self.end - self.start).days + 1
        return self.left + ((day - self.start).days + 0.5) / days * (self.right - self.left)


def draw_timeline(events: Sequence[EventView]) -> Markup:
    """The events by date and type; those of unknown date stand in a column of their own at the right."""
    rows, height = _place_rows(events)
    axis = _build_axis(events)
    parts = [_draw_frame(axis, height)]
    parts += [_draw_row(kind, y) for kind, y in rows.items()]
    groups: dict[tuple[str, float, float, float], list[EventView]] = defaultdict(list)
    for view in events:
        x, first, last = _place_event(view, axis)
        groups[view.event.type, x, first, last].append(view)
    most = max((len(views) for views in groups.values()), default=1)
    order = list(rows)
    for (kind, x, first, last), views in sorted(
        groups.items(), key=lambda item: (order.index(item[0][0]), item[0][1:])
    ):
        parts.append(_draw_mark(views, (x, rows[kind], size_mark(len(views), most, RADII)), (first, last)))
    return element(
        "svg",
        *parts,
        viewBox=f"0 0 {WIDTH} {height}",
        class_="timeline",
        role="group",
        aria_label="Timeline of events by type; arrow keys move from mark to mark",
        data_roving="",
    )


def _days_of(view: EventView) -> tuple[date, date] | None:
    when = view.event.date
    if when is None or (when.start is None and when.end is None):
        return None
    start, end = when.start or when.end, when.end or when.start
    return (start, end) if start and end else None


def _place_rows(events: Sequence[EventView]) -> tuple[dict[str, int], int]:
    present = {view.event.type for view in events}
    rows: dict[str, int] = {}
    y = TOP
    for quad in QUADS:
        kinds = [kind for kind, (of, _) in TYPES.items() if of == quad and kind in present]
        for kind in kinds:
            rows[kind] = y + ROW // 2
            y += ROW
        y += BAND_GAP if kinds else 0
    return rows, max(y, TOP + ROW)


def _build_axis(events: Sequence[EventView]) -> Axis:
    days = sorted(found[0] for view in events if (found := _days_of(view)))
    undated = len(events) - len(days)
    first_of_all = undated > len(days)
    unknown = None if not undated else float(LEFT if first_of_all else WIDTH - UNKNOWN)
    right = float(WIDTH - (UNKNOWN if undated and not first_of_all else 14))
    left = LEFT + (UNKNOWN + 6.0 if first_of_all else 0.0)
    if not days:
        return Axis(
            date(2000, 1, 1), date(2000, 1, 1), left, right, has_earlier=False, has_later=False, unknown=unknown
        )
    first, last = _find_core(days)
    start, end = days[first], days[last]
    ends = [found[1] for view in events if (found := _days_of(view)) and start <= found[0] <= end]
    if max(ends) > end and (max(ends) - start).days <= 2 * ((end - start).days + 7):
        end = max(ends)
    has_earlier, has_later = first > 0, last < len(days) - 1
    left += EARLIER if has_earlier else 0.0
    return Axis(start, end, left, right - (EARLIER if has_later else 0), has_earlier, has_later, unknown)


def _find_core(days: Sequence[date]) -> tuple[int, int]:
    """First and last place of the stretch worth drawing to scale: far-off days at either end are left out of it."""
    whole = (0, len(days) - 1)
    if (days[-1] - days[0]).days < 60:
        return whole
    spots = sorted({round(n * whole[1] / LOOKED_AT) for n in range(LOOKED_AT + 1)})
    # (a day is whole: what lies on the first or last day of the stretch belongs to it)
    spots = sorted({bisect_left(days, days[spot]) for spot in spots} | {bisect_right(days, days[n]) - 1 for n in spots})
    least = (1 - TRIMMED_SHARE) * len(days)
    cuts = [(a, b) for a in spots for b in spots if b - a + 1 >= least]
    first, last = min(cuts, key=lambda cut: (_weigh(days, cut), cut))
    near = max((days[last] - days[first]).days // 20, 3)
    while first > 0 and (days[first] - days[first - 1]).days <= near:
        first -= 1
    while last < whole[1] and (days[last + 1] - days[last]).days <= near:
        last += 1
    return first, last


def _weigh(days: Sequence[date], cut: tuple[int, int]) -> float:
    kept = (cut[1] - cut[0] + 1) / len(days)
    return log((days[cut[1]] - days[cut[0]]).days + 7) - WORTH * log(kept)


def _place_event(view: EventView, axis: Axis) -> tuple[float, float, float]:
    """The x of its mark, and from where to where a bar shows that the day is not known."""
    found = _days_of(view)
    if found is None:
        x = (axis.unknown or 0.0) + UNKNOWN / 2
        return x, x, x
    start, end = found
    if start > axis.end or end < axis.start:
        x = axis.place(start)
        return x, x, x
    first = axis.place(max(start, axis.start))
    last = axis.place(min(end, axis.end))
    return (first + last) / 2, first, last


def _draw_frame(axis: Axis, height: int) -> Markup:
    parts = []
    free = 0.0
    for day, label in _choose_ticks(axis):
        x = axis.place(day)
        parts.append(element("path", d=f"M{x:.1f} {TOP - 8}V{height}"))
        # (beside a column with a label of its own, ours keeps to this side)
        near = x - axis.left < LABEL and axis.left > LEFT, axis.right - x < LABEL
        anchor = "start" if near[0] else "end" if near[1] else "middle"
        wide = LETTER * len(label)
        first = {"start": x, "middle": x - wide / 2, "end": x - wide}[anchor]
        if first < free:
            continue
        parts.append(element("text", label, x=x, y=TOP - 14, text_anchor=anchor))
        free = first + wide + LETTER
    columns = []
    if axis.has_earlier:
        columns.append((axis.left - EARLIER, "earlier", EARLIER))
    if axis.has_later:
        columns.append((axis.right, "later", EARLIER))
    if axis.unknown is not None:
        columns.append((axis.unknown, "date unknown", UNKNOWN))
    for x, label, width in columns:
        parts.append(element("rect", x=x, y=TOP - 8, width=width, height=height - TOP + 8, class_="aside"))
        parts.append(element("text", label, x=x + width / 2, y=TOP - 14, text_anchor="middle", class_="it"))
    return element("g", *parts, class_="axis", aria_hidden="true")


def _choose_ticks(axis: Axis) -> list[tuple[date, str]]:
    span = (axis.end - axis.start).days
    if span <= 70:
        step = next(step for step in (1, 2, 7, 14) if span / step <= 16 or step == 14)
        days = [axis.start + timedelta(days=n) for n in range(0, span + 1, step)]
        shown, month, year = [], 0, axis.start.year
        for day in days:
            label = f"{day.day} {MONTHS[day.month - 1]}" if day.month != month else str(day.day)
            shown.append((day, f"{label} {day.year}" if not month or day.year != year else label))
            month, year = day.month, day.year
        return shown
    months = [
        date(year, month, 1)
        for year in range(axis.start.year, axis.end.year + 1)
        for month in range(1, 13)
        if axis.start <= date(year, month, 1) <= axis.end
    ]
    if len(months) <= 18:
        return [
            (day, f"{MONTHS[day.month - 1]} {day.year}" if i == 0 or day.month == 1 else MONTHS[day.month - 1])
            for i, day in enumerate(months)
        ]
    step = max(1, (axis.end.year - axis.start.year) // 12)
    return [(day, str(day.year)) for day in months if day.month == 1 and day.year % step == 0]


def _draw_row(kind: str, y: int) -> Markup:
    quad, gloss = TYPES[kind]  # type: ignore[index]
    return element(
        "g",
        element("title", f"{kind}: {gloss} ({quad})"),
        element("path", d=f"M{LEFT - 8} {y}H{WIDTH}", class_="rule"),
        element("text", kind, x=LEFT - 14, y=y + 4, text_anchor="end", class_=f"kind {SHAPES[quad]}"),
        class_="row",
    )


def _draw_mark(views: Sequence[EventView], spot: tuple[float, int, float], bar: tuple[float, float]) -> Markup:
    x, y, radius = spot
    event = views[0].event
    days = _days_of(views[0])
    when = describe_days(*days) if days else "date unknown"
    label = f"{event.type}, {when}: {_describe(views)}"
    loose = bar[1] - bar[0] > 6
    parts: list[Markup] = []
    if loose:
        parts.append(element("path", d=f"M{bar[0]:.1f} {y}H{bar[1]:.1f}", class_="bar"))
    radius = max(radius, 7.0) if len(views) > 1 else radius
    parts.append(draw_shape(event.quad, x, y, radius))
    if len(views) > 1:
        parts.append(
            element(
                "text", len(views), x=x, y=y + 3.5, text_anchor="middle", class_="n" if len(views) < 100 else "n nn"
            )
        )
    denied = all(view.event.polarity == "negative" for view in views)
    return link_marks(views, label, *parts, class_=SHAPES[event.quad] + (" neg" if denied else ""))


def draw_shape(quad: str, x: float, y: float, radius: float) -> Markup:
    """A ring or disc for cooperation, an outlined or full diamond for conflict: told apart without colour."""
    if quad.endswith("cooperation"):
        return element("circle", cx=x, cy=float(y), r=radius)
    r = radius * 1.2
    return element("path", d=f"M{x:.1f} {y - r:.1f}l{r:.1f} {r:.1f}l{-r:.1f} {r:.1f}l{-r:.1f} {-r:.1f}z")


def _describe(views: Sequence[EventView]) -> str:
    if len(views) > 1:
        return count_events(len(views))
    view = views[0]
    who = ", ".join(voice.name for voice in view.actors) or "someone not named"
    whom = ", ".join(voice.name for voice in view.recipients)
    status = f" ({', '.join(view.status)})" if view.status else ""
    return f"{who} → {whom}{status}" if whom else f"{who}{status}"
