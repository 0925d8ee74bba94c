"""Where jobs are done: in this process, or on several.

An executor is anything that speaks ``concurrent.futures``. To add one, add a function
here that opens it for so many workers, and its name to ``EXECUTORS``.
"""

from __future__ import annotations

import multiprocessing
import multiprocessing.connection
import os
import signal
import threading
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import forkserver, resource_tracker
from types import MappingProxyType
from typing import Any, ParamSpec, TypeVar

from leaflets.build import work

Out = TypeVar("Out")
P = ParamSpec("P")

WARM: tuple[str, ...] = ("leaflets.build.work", work.CRAFT, "leaflets.pdf.layout")
"""Modules that the fork server imports once, for all workers: the engine among them."""


class Here(Executor):
    """Does everything in this process, at once: to look at a job with a debugger."""

    def submit(
        self, fn: Callable[P, Out], /, *args: P.args, **kwargs: P.kwargs
    ) -> Future[Out]:
        """Call *fn* now, and hand back a future that is done."""
        future: Future[Out] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 - it belongs to whoever asks the future
            future.set_exception(error)
        return future


def here(_workers: int) -> Executor:
    """Open an executor that works in this process."""
    return Here()


def processes(workers: int) -> Executor:
    """Open an executor of so many processes on this machine.

    They are forked from a server, for fork is unsafe beside threads, and spawn would load
    the engine anew for each.
    """
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(WARM))
    # The tracker first: starting it would lift the mask again.
    resource_tracker.ensure_running()
    with _deaf():
        forkserver.ensure_running()
    return ProcessPoolExecutor(workers, mp_context=context, initializer=_begin)


EXECUTORS: Mapping[str, Callable[[int], Executor]] = MappingProxyType(
    {"here": here, "processes": processes}
)
"""How to open an executor, by the name that ``--executor`` takes."""


@contextmanager
def opened(name: str, workers: int) -> Iterator[Executor]:
    """Open an executor by name, and leave no process of it behind, however this ends."""
    before = set(multiprocessing.active_children())
    executor = EXECUTORS[name](workers)
    try:
        yield executor
    except BaseException:
        # Workers write nothing, so nothing is torn by ending them at once.
        for child in set(multiprocessing.active_children()) - before:
            child.terminate()
        raise
    finally:
        executor.shutdown(wait=True, cancel_futures=True)


@contextmanager
def _deaf() -> Iterator[None]:
    """Let what starts meanwhile never hear Ctrl-C; it reaches this process afterwards.

    A terminal sends it to every process of the group, and a server that is still
    importing would answer with a traceback in the middle of the screen.
    """
    former = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, former)


def _begin() -> None:
    """Make a worker deaf to Ctrl-C, and end with the process that it works for.

    A terminal sends Ctrl-C to every process; only the one that records should answer.
    One that was killed says nothing at all, but its sentinel is heard.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        watch = threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True)
        watch.start()


def _end_with(sentinel: Any) -> None:
    multiprocessing.connection.wait([sentinel])
    os._exit(1)
