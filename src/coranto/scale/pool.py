"""Readings of many articles, in the order given, by one process or several."""

from __future__ import annotations

import logging
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from itertools import chain, islice
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from typing import NamedTuple

from coranto.errors import CorantoError, ModelError
from coranto.intake.details import Failure
from coranto.model.article import Article
from coranto.model.evidence import NO_EVIDENCE, Evidence
from coranto.model.reading import Reading

MOST_BY_DEFAULT = 2
"""A worker holds its own language model, some 450 MB; two stay within 1.5 GB with the program itself."""
FEW = 8
"""Fewer articles than this are read in this process: to start workers would take longer."""
PEEK = 64
"""Inputs looked at, at most, to find whether the articles are few."""
AHEAD = 4
"""Articles handed out to each worker before the first of them has come back."""
RENEW = 4_000
"""Inputs after which fresh workers take over: the parser's vocabulary only ever grows."""

Reader = Callable[[Article, Evidence], Reading]


class Job(NamedTuple):
    """An article to be read, and what others show about it."""

    article: Article
    evidence: Evidence = NO_EVIDENCE


_log = logging.getLogger("coranto")


def count_workers() -> int:
    """The workers taken where the user names no number."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(cores, MOST_BY_DEFAULT))


def read_articles[Other](
    articles: Iterable[Article | Job | Other], workers: int = 1, reader: Reader | None = None
) -> Iterator[Reading | Failure | Other]:
    """A reading or a failure for each article, in order; what is no article (a Failure) is handed on in its place.

    The same comes out whatever the number of workers. An error inside one article becomes its Failure; a worker
    that dies costs only the article that killed it. `reader` stands in for `pipeline.read_article` (with several
    workers it must be a module's function). Raises ModelError where no article can be read at all.
    """
    stream: Iterator[Job | Other] = (Job(item) if isinstance(item, Article) else item for item in articles)
    peeked = _peek(stream) if workers > 1 else []
    found = chain(peeked, stream)
    if workers <= 1 or (len(peeked) < PEEK and sum(isinstance(item, Job) for item in peeked) < FEW):
        for item in found:
            yield _unpack(item.article, read_one(item, reader)) if isinstance(item, Job) else item
        return
    while first := list(islice(found, 1)):
        yield from _read_in_pool(chain(first, islice(found, RENEW - 1)), workers, reader)


def read_one(job: Job, reader: Reader | None = None) -> str | Failure:
    """Read one article into the JSON of its reading, several times quicker to send than its thousand small objects.

    Whatever goes wrong in it becomes a Failure, but for a missing language model.
    """
    try:
        return (reader or _load_pipeline())(*job).model_dump_json()
    except ModelError:
        raise
    except Exception as error:  # noqa: BLE001 (nothing that goes wrong in one article may stop the others)
        return _fail(job.article, error)


def _unpack(article: Article, answer: str | Failure) -> Reading | Failure:
    """The reading, checked against its model whichever process it came from."""
    if isinstance(answer, Failure):
        return answer
    try:
        return Reading.model_validate_json(answer)
    except ValueError as error:
        return _fail(article, error)


def _fail(article: Article, error: Exception) -> Failure:
    _log.debug("%s", article.source, exc_info=True)
    what = " ".join(f"{type(error).__name__}: {error}".split())
    return Failure(article.source, f"{article.source}: internal error: {what}; please report it")


def _load_pipeline() -> Reader:
    from coranto.pipeline import read_article  # (brings spaCy: only where articles are read)

    return read_article


def _peek[Other](stream: Iterator[Job | Other]) -> list[Job | Other]:
    peeked: list[Job | Other] = []
    few = FEW
    for item in islice(stream, PEEK):
        peeked.append(item)
        few -= isinstance(item, Job)
        if not few:
            break
    return peeked


def _read_in_pool[Other](
    found: Iterable[Job | Other], workers: int, reader: Reader | None
) -> Iterator[Reading | Failure | Other]:
    stream = iter(found)
    waiting: deque[Job | Other] = deque()
    while True:
        with closing(_Pool(workers, reader)) as pool:
            yield from _drain(pool, waiting, stream, workers * AHEAD)
        if not waiting:
            return
        # A worker died. Any of the articles in hand may have killed it: each is read in a process of its own.
        while waiting:
            item = waiting[0]
            yield _read_alone(item, reader) if isinstance(item, Job) else item
            waiting.popleft()


def _drain[Other](
    pool: _Pool, waiting: deque[Job | Other], stream: Iterator[Job | Other], ahead: int
) -> Iterator[Reading | Failure | Other]:
    """Answers in order until the stream ends, or a worker dies: then what is unanswered is left in `waiting`."""
    answers: deque[Future[str | Failure] | None] = deque()
    while True:
        for item in islice(stream, ahead - len(waiting)):
            waiting.append(item)
            try:
                answers.append(pool.submit(item) if isinstance(item, Job) else None)
            except BrokenProcessPool:
                return
        if not waiting:
            return
        item, answer = waiting[0], answers[0]
        result: Reading | Failure | Other
        if isinstance(item, Job):
            assert answer is not None
            try:
                result = _unpack(item.article, answer.result())
            except BrokenProcessPool:
                return
        else:
            result = item
        answers.popleft()
        waiting.popleft()
        yield result


def _read_alone(job: Job, reader: Reader | None) -> Reading | Failure:
    with closing(_Pool(1, reader)) as pool:
        try:
            return _unpack(job.article, pool.submit(job).result())
        except BrokenProcessPool:
            return Failure(
                job.article.source,
                f"{job.article.source}: the process that read it died (out of memory?); split it, or please report it",
            )


class _Pool:
    """Worker processes, each with its own model; they end with this process, however it ends."""

    def __init__(self, workers: int, reader: Reader | None) -> None:
        self._reader = reader
        debug = _log.isEnabledFor(logging.DEBUG)
        # Spawned, not forked: this process may have threads, and so it goes the same way on every system.
        self._executor = ProcessPoolExecutor(
            workers, mp_context=get_context("spawn"), initializer=_start_worker, initargs=(debug,)
        )
        try:
            self._executor.submit(os.getpid).result()
        except BrokenProcessPool as error:
            raise CorantoError(
                "worker processes cannot be started; read with one worker (a script that asks for several needs"
                ' `if __name__ == "__main__":`)'
            ) from error

    def submit(self, job: Job) -> Future[str | Failure]:
        return self._executor.submit(read_one, job, self._reader)

    def close(self) -> None:
        self._executor.shutdown(wait=True, cancel_futures=True)


def _start_worker(debug: bool) -> None:
    os.environ["OMP_NUM_THREADS"] = "1"
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer.
    if debug:
        logging.basicConfig(format="%(name)s: %(message)s")
        _log.setLevel(logging.DEBUG)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A parent that was killed cannot stop its workers: they watch it, and end."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
