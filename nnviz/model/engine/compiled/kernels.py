"""The kernels of this process: compiled in the background, and loaded without a noticeable pause.

A timer of 5 ms in a window under Xvfb waited 134-360 ms while a thread compiled. While a thread loaded a compiled
kernel it waited 61-134 ms, all of it due to the garbage collector, which traverses everything that numba has made. With
compiling in a separate process, and no collection while loading, it waits 12-20 ms (nnviz's own window: 16).
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from nnviz.model.engine.compiled.cache import is_kept, keep, write
from nnviz.model.engine.compiled.compile_in_process import Compiling, CompilingError, can_start
from nnviz.model.engine.compiled.kernel import Kernel, load
from nnviz.model.engine.compiled.source import KernelSource


class _Turn:
    """A source that is being compiled in the background."""

    def __init__(self, source: KernelSource) -> None:
        self.source = source
        self.process: Compiling | None = None


class Kernels:
    """Compiles sources, and stores the kernels."""

    def __init__(self) -> None:
        self._made: dict[str, Kernel] = {}
        self._failed: set[str] = set()
        self._left: set[str] = set()
        self._turn: _Turn | None = None
        self._making, self._changing = threading.Lock(), threading.Lock()

    def ready(self, source: KernelSource) -> Kernel | None:
        """Return the kernel of a source, or None when it has not been compiled."""
        return self._made.get(source.text)

    def get(self, source: KernelSource) -> Kernel:
        """Return the kernel of a source; compiling may take seconds.

        Raises
        ------
        CompilingError
            If numba does not work.
        """
        with self._making:
            kernel = self._made.get(source.text)
            if kernel is None:
                try:
                    functions = load(write(source.text))
                except Exception as error:  # numba raises errors of any type; all are reported
                    raise CompilingError(f"{type(error).__name__}: {error}") from error
                kernel = self._made[source.text] = Kernel(source, *functions)
            return kernel

    def begin(self, source: KernelSource) -> None:
        """Compile a source in the background; it replaces the one that is being compiled.

        A replaced source is compiled when it is asked for again while nothing else is being compiled. An error is
        raised, once, in the thread that compiles (see `threading.excepthook`).
        """
        text = source.text
        with self._changing:
            if text in self._made or text in self._failed:
                return
            if self._turn is not None and (text == self._turn.source.text or text in self._left):
                return
            self._leave()
            self._left.discard(text)
            turn = self._turn = _Turn(source)
        # A daemon: the application does not wait for it when it ends.
        threading.Thread(target=self._compile, args=(turn,), name="compiling", daemon=True).start()

    def stop(self) -> None:
        """Stop compiling."""
        with self._changing:
            self._leave()

    # Inside ------------------------------------------------------------------------------------------------------

    def _leave(self) -> None:
        if self._turn is not None:
            self._left.add(self._turn.source.text)
            if self._turn.process is not None:
                self._turn.process.stop()
        self._turn = None

    def _compile(self, turn: _Turn) -> None:
        try:
            if not can_start() or self._is_compiled_in_process(turn):
                with _no_collections():
                    self.get(turn.source)
        except BaseException:
            self._failed.add(turn.source.text)
            raise
        finally:
            with self._changing:
                if self._turn is turn:
                    self._turn = None

    def _is_compiled_in_process(self, turn: _Turn) -> bool:
        """Compile in another process; return whether it finished without being stopped."""
        path = write(turn.source.text)
        if not is_kept(path):  # a process that would only find it takes a second
            with self._changing:
                if self._turn is not turn:
                    return False
                process = turn.process = Compiling(path)
            if not process.wait():
                return False
        keep(path)
        return True


KERNELS = Kernels()
"""The kernels of this process."""


@contextmanager
def _no_collections() -> Iterator[None]:
    """Keep the garbage collector from traversing what is being imported."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
        if gc.get_freeze_count():  # a process that freezes what it imports at its start
            gc.freeze()
    finally:
        gc.enable()
