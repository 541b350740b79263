"""Records functions in this process: for scripts and notebooks that have their data here already.

The code of functions is exchanged for the rewritten one while they are recorded, and put back after it: of all
functions and methods of the module (or the notebook) in which the recording was asked for. Statements outside functions
are not recorded. There is no second run, so nothing can be replayed.
"""

from __future__ import annotations

import json
import linecache
import os
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import CodeType, FunctionType, TracebackType
from typing import IO, Any

from nnviz.model.errors import ModelError
from nnviz.model.recording.child.failure import describe
from nnviz.model.recording.child.hooks import install_hooks
from nnviz.model.recording.child.owners import name_owners
from nnviz.model.recording.child.places import Places
from nnviz.model.recording.child.recorder import Finished, Recorder
from nnviz.model.recording.child.sources import Source
from nnviz.model.recording.child.statements import rewrite
from nnviz.model.recording.child.store import Store
from nnviz.model.recording.child.written import columns_of
from nnviz.model.recording.process import Ending
from nnviz.model.recording.record import UPDATES, read_recording
from nnviz.model.recording.recording import VALUES_BUDGET, Recording
from nnviz.model.text.translation import QT_TRANSLATE_NOOP


class RecordedBlock:
    """Records the functions of a module while a ``with`` block runs.

    The block runs to its end, also after the last recorded update.

    Parameters
    ----------
    names
        The names of the module: ``globals()``.
    updates, values
        As in `record`.
    cut
        Whether the block is ended after the last recorded update.

    Attributes
    ----------
    recording
        What was recorded; None before the end of the block.
    """

    def __init__(
        self, names: Mapping[str, Any], *, updates: int = UPDATES, values: int = VALUES_BUDGET, cut: bool = False
    ) -> None:
        self._names, self._cut = names, cut
        self._updates, self._budget = updates, values
        self._sources: dict[str, Source] = {}
        self._codes: list[tuple[FunctionType, CodeType]] = []
        self.recording: Recording | None = None
        self._outcome = ["finished", ""]

    def __enter__(self) -> RecordedBlock:
        self._started = time.monotonic()
        self._kept: IO[bytes] = tempfile.TemporaryFile()
        self._places = Places()
        store = Store(self._kept.fileno(), self._budget)
        self._recorder = Recorder(self._places, store, self._updates, float("inf"))
        self._recorder.finish = self._finish
        rewritten: dict[tuple[str, str, int], CodeType] = {}
        functions = list(_functions(self._names))
        for function in functions:
            name = function.__code__.co_filename
            if name not in self._sources:
                rewritten |= self._rewritten(name)
        if not rewritten:
            self._kept.close()
            found = QT_TRANSLATE_NOOP("model", "no function with its source")
            asked, accepted = QT_TRANSLATE_NOOP("model", "to record functions"), "functions of a file or a cell"
            raise ModelError(asked, "", found, accepted)
        install_hooks(self._recorder, self._sources)
        for function in functions:
            code = function.__code__
            new = rewritten.get((code.co_filename, code.co_name, code.co_firstlineno))
            if new is not None and new.co_freevars == code.co_freevars:
                self._codes.append((function, code))
                function.__code__ = new
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> bool:
        for function, code in self._codes:
            function.__code__ = code
        recorder = self._recorder
        recorder.full = True
        recorder.end_step()
        ended = isinstance(error, Finished)
        if error is not None and not ended:
            self._outcome = ["raised", ""]
        name_owners(recorder, dict(self._names))
        header, columns = columns_of(recorder)
        numbers = {name: source.number for name, source in self._sources.items()}
        header |= {
            "files": [[Path(name).name, source.text, None] for name, source in self._sources.items()],
            "outcome": self._outcome,
            "raised": describe(error, recorder, numbers) if error is not None and not ended else None,
            "seconds": time.monotonic() - self._started,
            "notes": [],
        }
        recorder.store.flush()
        with tempfile.TemporaryFile() as result, tempfile.TemporaryFile() as crashed:
            data = json.dumps(header).encode()
            result.write(len(data).to_bytes(8, "little") + data + columns)
            request = {"seconds": 0.0, "in_process": True}
            path = Path(next(iter(self._sources)))
            self.recording = read_recording(path, request, Ending("ended", 0, "", 0), result, self._kept, crashed)
        self._kept.close()
        return ended

    def _finish(self, kind: str, message: str = "") -> None:
        self._outcome = [kind, message]
        self._recorder.full = True
        if self._cut:
            raise Finished

    def _rewritten(self, name: str) -> dict[tuple[str, str, int], CodeType]:
        """Return the rewritten codes of a file's functions, by name and line; none where the source is not known."""
        text = "".join(linecache.getlines(name))
        if not text:
            return {}
        source = Source(len(self._sources), name, text, None, name, text)
        try:
            tree = rewrite(source, self._places)
        except SyntaxError:
            return {}
        self._sources[name] = source
        return {(name, code.co_name, code.co_firstlineno): code for code in _codes(compile(tree, name, "exec"))}


def record_call(
    function: Callable[..., object],
    *arguments: Any,
    updates: int = UPDATES,
    values: int = VALUES_BUDGET,
    **keywords: Any,
) -> Recording:
    """Call a function in this process and record it, and the functions of its module; it ends after the last update.

    Parameters
    ----------
    function
        A function of the person's, or a method.
    *arguments, **keywords
        Its arguments.
    updates, values
        As in `record`.

    Raises
    ------
    ModelError
        If its source is not known.
    """
    plain = getattr(function, "__func__", function)
    names = {**getattr(plain, "__globals__", {}), getattr(plain, "__name__", "function"): plain}
    block = RecordedBlock(names, updates=updates, values=values, cut=True)
    try:
        with block:
            function(*arguments, **keywords)
    except Exception:  # what the function raises is part of the recording
        if block.recording is None:
            raise
    assert block.recording is not None
    return block.recording


def _functions(names: Mapping[str, Any]) -> Iterator[FunctionType]:
    """Yield the functions and methods among the names of a module, that are the person's own."""
    seen: set[int] = set()
    for thing in list(names.values()):
        members = list(vars(thing).values()) if isinstance(thing, type) else [thing]
        for member in members:
            inner = getattr(member, "__func__", getattr(member, "fget", member))
            if isinstance(inner, FunctionType) and id(inner) not in seen and _is_own(inner.__code__.co_filename):
                seen.add(id(inner))
                yield inner


def _is_own(name: str) -> bool:
    installed = f"{os.sep}site-packages{os.sep}", f"{os.sep}dist-packages{os.sep}", f"{os.sep}lib{os.sep}python3"
    package = str(Path(__file__).parents[2])
    return not any(part in name for part in installed) and not name.startswith((package, "<frozen"))


def _codes(code: CodeType) -> Iterator[CodeType]:
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield inner
            yield from _codes(inner)
