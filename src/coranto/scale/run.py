"""A run: articles read into a store, those that it holds already left alone."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from coranto.intake.details import Failure
from coranto.model.article import Article
from coranto.model.reading import Reading, Run
from coranto.scale.pool import Job, Reader, read_articles
from coranto.store.writer import Writer, make_stamp


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input; `reading` where it was read, `reason` where it failed."""

    kind: Literal["read", "skipped", "failed"]
    source: str
    reading: Reading | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RunOptions:
    """How to read: the versions that read, the number of workers, a stand-in for the pipeline.

    With `replace`, articles of the same source as one of this run that the run does not hold are dropped.
    """

    run: Run
    workers: int = 1
    reader: Reader | None = None
    replace: bool = False


def read_into(writer: Writer, inputs: Iterable[Article | Failure], options: RunOptions) -> Generator[Outcome]:
    """Read into the store what it does not hold yet from these versions; each is stored before its outcome is told.

    What other articles show about each is what `scale.spool.gather_inputs` has registered, and what is stored.
    A run that was cut off and started again ends with the same content as one that was not.
    """
    stamps: deque[tuple[str, str]] = deque()

    def leave_current() -> Iterator[Job | Outcome]:
        for item in inputs:
            if isinstance(item, Failure):
                yield Outcome("failed", item.source, reason=item.reason)
                continue
            evidence = writer.find_evidence(item)
            stamp = make_stamp(options.run, item, evidence)
            if (item.id, stamp) in stamps or writer.is_current(item.id, stamp):
                writer.meet(item.id, item.source)
                yield Outcome("skipped", item.source)
            else:
                stamps.append((item.id, stamp))
                yield Job(item, evidence)

    for result in read_articles(leave_current(), options.workers, options.reader):
        if isinstance(result, Reading):
            writer.write(result, stamps.popleft()[1])
            writer.meet(result.article.id, result.article.source)
            yield Outcome("read", result.article.source, reading=result)
            continue
        if isinstance(result, Failure):
            stamps.popleft()
            result = Outcome("failed", result.source, reason=result.reason)
        if result.kind == "failed":
            writer.fail(result.source, result.reason)
        else:
            writer.skip(result.source)
        yield result
    if options.replace:
        writer.drop_former()
