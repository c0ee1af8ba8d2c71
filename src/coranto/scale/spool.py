"""The inputs of a run, looked at once before any is read: what they show about each other is known for all of them."""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Callable, Iterable, Iterator
from types import TracebackType
from typing import IO, Self

from coranto.intake.details import Failure
from coranto.model.article import Article
from coranto.store.writer import Writer

BATCH = 200


class Spool:
    """Articles and failures in order, laid aside in a file of their own; a context manager that removes it."""

    def __init__(self) -> None:
        self._file: IO[bytes] = tempfile.TemporaryFile(prefix="coranto-")  # noqa: SIM115 (closed on leaving)
        self._count = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def __len__(self) -> int:
        return self._count

    def add(self, item: Article | Failure) -> None:
        """Lay one aside, after the others."""
        pickle.dump(item, self._file, protocol=pickle.HIGHEST_PROTOCOL)
        self._count += 1

    def __iter__(self) -> Iterator[Article | Failure]:
        self._file.seek(0)
        for _ in range(self._count):
            yield pickle.load(self._file)  # noqa: S301 (this process wrote it, into a file that has no name)


def gather_inputs(
    writer: Writer, inputs: Iterable[Article | Failure], notify: Callable[[int], None] | None = None
) -> Spool:
    """Take in all inputs, and let the store keep what each shows about the others.

    `notify` is told how many have been taken in. To be closed by whoever reads from it.
    """
    spool = Spool()
    try:
        writer.settle_marks()
        batch: list[Article] = []
        for item in inputs:
            spool.add(item)
            if isinstance(item, Article):
                batch.append(item)
            if len(batch) == BATCH:
                writer.register(batch)
                batch.clear()
            if notify is not None:
                notify(len(spool))
        writer.register(batch)
    except BaseException:
        spool.__exit__(None, None, None)
        raise
    return spool
