"""Events as data frames, where pandas or Polars is installed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from coranto.errors import UsageError
from coranto.store.rows import EventRow, flatten_row

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

LISTS = ("mode", "contexts", "relays")
DAYS = ("start", "end", "published")
FLOATS = ("scale", "lat", "lon", "confidence")
COUNTS = ("trigger_start", "trigger_end", "clause_start", "clause_end")


def build_pandas(rows: Sequence[EventRow]) -> pd.DataFrame:
    """One row an event; several names are joined by `; `, days are timestamps, unknown is NaN or None.

    Raises UsageError where pandas is not installed.
    """
    try:
        import pandas as pd
    except ImportError as error:
        raise UsageError("pandas is not installed; run `pip install coranto[pandas]`") from error
    frame = pd.DataFrame([flatten_event(row) for row in rows], columns=list_columns())
    for name in DAYS:
        frame[name] = pd.to_datetime(frame[name])
    # (named, so that a frame of no events has the same types)
    return frame.astype(dict.fromkeys(FLOATS, "float64") | dict.fromkeys(COUNTS, "int64"))


def build_polars(rows: Sequence[EventRow]) -> pl.DataFrame:
    """One row an event; several names are joined by `; `, days are dates, unknown is null.

    Raises UsageError where polars is not installed.
    """
    try:
        import polars as pl
    except ImportError as error:
        raise UsageError("polars is not installed; run `pip install coranto[polars]`") from error
    cells = [flatten_event(row) for row in rows]
    kinds = dict.fromkeys(FLOATS, pl.Float64) | dict.fromkeys(COUNTS, pl.Int64)
    schema = {name: kinds.get(name, pl.String) for name in list_columns()}
    frame = pl.DataFrame({name: [row[name] for row in cells] for name in schema}, schema=schema)
    return frame.with_columns(pl.col(name).str.to_date() for name in DAYS)


def list_columns() -> list[str]:
    """The columns of a frame: those of EventRow, the parties as names and codes."""
    columns = []
    for name in EventRow.__dataclass_fields__:
        columns += [name, f"{name[:-1]}_codes"] if name in ("actors", "recipients") else [name]
    return columns


def flatten_event(row: EventRow) -> dict[str, Any]:
    """The cells of one event by column; days as ISO strings."""
    cells: dict[str, Any] = flatten_row(row)
    for side, parties in (("actor", row.actors), ("recipient", row.recipients)):
        cells[f"{side}s"] = "; ".join(party.name for party in parties)
        cells[f"{side}_codes"] = "; ".join(party.codes for party in parties)
    for name in LISTS:
        cells[name] = "; ".join(cells[name])
    cells["holder_identifiers"] = "; ".join(f"{name} {key}" for name, key in row.holder_identifiers.items())
    return cells
