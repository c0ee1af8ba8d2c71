"""`coranto read`: articles into the store."""

from __future__ import annotations

import json as json_format
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from coranto.cli.console import clean_line, make_console, tell
from coranto.cli.options import Db, read_settings
from coranto.config import Settings
from coranto.errors import NotFoundError, UsageError
from coranto.intake.details import Failure
from coranto.model.article import Article, Published
from coranto.store.queries import Store
from coranto.store.rows import Summary, flatten_row

if TYPE_CHECKING:
    from rich.progress import Progress

    from coranto.store.writer import Writer

MOST_SHOWN = 20
MOST_ACTORS = 8


@dataclass(slots=True)
class Tally:
    """What became of the inputs of one call."""

    counts: Counter[str] = field(default_factory=Counter)
    failures: list[tuple[str, str]] = field(default_factory=list)
    former: int = 0


def read(  # noqa: PLR0913, PLR0917 (one parameter an option)
    paths: Annotated[list[Path], typer.Argument(metavar="PATH", help="Files and folders of articles.")],
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Who published them all.")] = None,
    published: Annotated[str | None, typer.Option(metavar="DAY", help="When all were published: 2023-12-31.")] = None,
    workers: Annotated[
        int | None, typer.Option(min=1, max=64, metavar="N", help="Processes that read (some 450 MB each).")
    ] = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="Drop former texts of the articles read (same name, other text).")
    ] = False,
    db: Db = None,
    json: Annotated[bool, typer.Option("--json", help="Print the summary as JSON.")] = False,
) -> None:
    """Read articles into the store.

    Folders are read with all that is in them, but for hidden files and README.md:
    web pages (.html, .htm, .xhtml); JSONL (.jsonl, .ndjson), one article a line, {"id", "text", "title", "outlet",
    "url", "published", "language"}, of which only the text must be there; .json, an article of the same form or a
    list of them; any other file that is text. Each may be packed (.gz). Outlet and date may also stand in the
    folder's articles.toml, or in a .json file of the same name beside a text.

    An article that is in the store already, read by the same version with the same outlet and date, is skipped: a
    call that was stopped goes on where it stopped. An input that cannot be read is listed, and the rest goes on.

    --outlet and --published hold for all articles of the call, in place of what the inputs say themselves.

    Articles go by their path below the folder given. Where the text of a file has changed, the former reading stays
    beside the new one, for another folder may hold a file of the same name; --replace drops it.
    """
    for path in paths:
        if not path.exists() and not path.is_symlink():
            raise NotFoundError(f"{path}: no such file or folder")
    settings = read_settings()
    given = _read_given(outlet, published)
    os.environ.setdefault("OMP_NUM_THREADS", "1")  # (one process, one core: as many as --workers says)
    path = settings.db if db is None else db
    how = How(settings, _choose_workers(workers, settings), replace=replace)
    tally = _read_all(paths, path, given, how)
    if not tally.counts.total():
        tell(f"no article in {', '.join(map(str, paths))}")
    with Store.open(path) as store:
        summary = store.summary()
    if json:
        _print_summary_json(tally, summary)
    else:
        _print_summary(tally, summary, path)
    if tally.counts["failed"]:
        raise typer.Exit(1)


def _choose_workers(asked: int | None, settings: Settings) -> int:
    from coranto.scale.pool import count_workers

    return asked or settings.workers or count_workers()


def _read_given(outlet: str | None, published: str | None) -> dict[str, object]:
    given: dict[str, object] = {}
    if outlet is not None:
        if not outlet.strip():
            raise UsageError("--outlet needs a name")
        given["outlet"] = outlet.strip()
    if published is not None:
        try:
            given["published"] = Published(value=date.fromisoformat(published), basis="given")
        except ValueError as error:
            raise UsageError(f"--published {published!r} is no date; write it as 2023-12-31") from error
    return given


@dataclass(frozen=True, slots=True)
class How:
    """How to read."""

    settings: Settings
    workers: int
    replace: bool


def _read_all(paths: Sequence[Path], db: Path, given: dict[str, object], how: How) -> Tally:
    """Read everything, with a progress bar where someone looks on."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn

    from coranto.store.writer import open_store

    console = make_console(stderr=True)
    bar = Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        console=console,
        disable=not console.is_terminal,
        transient=True,
    )
    tally = Tally()
    with open_store(db) as writer, bar:
        try:
            _read_inputs((paths, given, how), writer, bar, tally)
        except KeyboardInterrupt:
            bar.stop()
            tell(f"stopped; {tally.counts['read']:,} articles read and kept; the same call goes on from here")
            raise typer.Exit(130) from None
    join_articles(db)
    return tally


def join_articles(db: Path) -> None:
    """Tell anew who is one across the articles of the store, and whom the registers know."""
    from coranto.compare.identities import refresh_identities
    from coranto.compare.registers import relink

    refresh_identities(db)
    relink(db)


def _read_inputs(
    asked: tuple[Sequence[Path], dict[str, object], How], writer: Writer, bar: Progress, tally: Tally
) -> None:
    """Look at all inputs, then read them."""
    from coranto.intake.articles import find_articles
    from coranto.scale.count import count_inputs
    from coranto.scale.run import RunOptions, read_into
    from coranto.scale.spool import gather_inputs

    paths, given, how = asked
    task = bar.add_task("counting", total=None, rate="")
    inputs = count_inputs(paths)
    writer.forget(inputs.sources)
    bar.reset(task, description="looking", total=inputs.articles)
    found = _apply(given, find_articles(paths, how.settings.limits))
    with gather_inputs(writer, found, lambda number: bar.update(task, completed=number)) as spool:
        bar.reset(task, description="loading", total=len(spool))
        from coranto.pipeline import make_run

        options = RunOptions(make_run(), how.workers, replace=how.replace)
        bar.update(task, description="reading")
        with closing(read_into(writer, spool, options)) as outcomes:
            for number, outcome in enumerate(outcomes, 1):
                tally.counts[outcome.kind] += 1
                if outcome.kind == "failed":
                    tally.failures.append((outcome.source, outcome.reason))
                speed = bar.tasks[0].speed
                bar.update(task, completed=number, rate=f"{speed:,.1f}/s" if speed else "")
    tally.former = writer.count_former()


def _apply(given: dict[str, object], found: Iterable[Article | Failure]) -> Iterator[Article | Failure]:
    for item in found:
        yield item.model_copy(update=given) if given and isinstance(item, Article) else item


def _print_summary_json(tally: Tally, summary: Summary) -> None:
    content = {kind: tally.counts[kind] for kind in ("read", "skipped", "failed")} | {
        "failures": [{"source": source, "reason": reason} for source, reason in tally.failures],
        "store": flatten_row(summary),
    }
    sys.stdout.write(json_format.dumps(content, ensure_ascii=False) + "\n")


def _print_summary(tally: Tally, summary: Summary, db: Path) -> None:
    from rich.table import Table

    console = make_console()

    def print_pairs(title: str, pairs: Sequence[tuple[str, str]]) -> None:
        table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False)
        table.add_column(no_wrap=True)
        table.add_column(overflow="fold")
        for name, value in pairs:
            table.add_row(f"  {clean_line(name)}", clean_line(value))
        console.print(title, style="bold")
        for line in console.render_lines(table, pad=False):
            console.print("".join(segment.text for segment in line).rstrip(), soft_wrap=True)

    counts = tally.counts
    pairs = [("read", f"{counts['read']:,}")]
    if counts["skipped"]:
        pairs.append(("skipped", f"{counts['skipped']:,} (in the store already)"))
    if counts["failed"]:
        pairs.append(("failed", f"{counts['failed']:,}"))
    if tally.former:
        pairs.append(("same name", f"{tally.former:,} (in the store with another text; --replace drops those)"))
    print_pairs("This call", pairs)
    if tally.failures:
        shown = [(source, reason.removeprefix(source).lstrip(": ")) for source, reason in tally.failures[:MOST_SHOWN]]
        if len(tally.failures) > MOST_SHOWN:
            shown.append(("…", f"{len(tally.failures) - MOST_SHOWN:,} more: coranto failures{_name_db(db)}"))
        print_pairs("Failed", shown)
    days = f"{summary.first} to {summary.last}" if summary.first else "none dated"
    pairs = [("articles", f"{summary.articles:,} ({days})")]
    if summary.not_english:
        pairs.append(("not English", f"{summary.not_english:,} (stored without events)"))
    if summary.undated:
        pairs.append(("no date known", f"{summary.undated:,} (give one with --published, or in articles.toml)"))
    pairs += [
        ("events", f"{summary.events:,}"),
        ("attributions", f"{summary.attributions:,}"),
        ("people, bodies, states", f"{summary.entities:,}"),
    ]
    print_pairs(f"In {db}", pairs)
    if summary.types:
        print_pairs("Events by type", [(name, f"{count:,}") for name, count in summary.types])
    if summary.actors:
        print_pairs("Actors most seen", [(name, f"{count:,}") for name, count in summary.actors[:MOST_ACTORS]])
    name = _name_db(db)
    if not summary.articles:
        return
    print_pairs(
        "Next",
        [
            (f"coranto events{name}", "who did what to whom, and who says so"),
            (f"coranto show{name}", "the articles; name one to see its text with the spans"),
            (f"coranto report{name} -o record.html", "one page to read in a browser"),
        ],
    )


def _name_db(db: Path) -> str:
    return "" if db == Settings().db else f" --db {db}"
