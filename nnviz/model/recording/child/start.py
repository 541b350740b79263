"""The process that runs a person's file and records it.

It is started with the name of a request: a JSON file that names the file, the text that runs in its place, the limits,
the replays and the files that are written.
"""

from __future__ import annotations

import builtins
import faulthandler
import json
import os
import signal
import sys
import threading
import time
import types
import warnings
from pathlib import Path
from types import CodeType
from typing import Any, NoReturn

from . import failure, own_imports, surroundings
from .hooks import install_hooks
from .owners import name_owners, names_in
from .places import Places
from .recorder import Finished, Recorder
from .replay import AppliedMove, Plan
from .sources import Source, decode, display_name, read_file, read_notebook
from .statements import rewrite
from .store import Store
from .written import columns_of

_dumps, _write, _end_process = json.dumps, os.write, os._exit
"""Kept from a person's code that replaces them."""


class FileRun:
    """The running of one file."""

    def __init__(self, request: dict[str, Any]) -> None:
        self._request = request
        self._started = time.monotonic()
        self._result = os.open(request["result"], os.O_WRONLY | os.O_APPEND)
        replays = request.get("replays")
        values = -1 if replays is not None else os.open(request["values"], os.O_WRONLY)
        self.path: str = request["path"]
        self.folder = str(Path(self.path).parent)
        self.sources: list[Source] = []
        self.files: dict[str, int] = {}
        self.notes: list[list[Any]] = []
        self.places = Places()
        self.store = Store(values, request["budget"])
        plan = None if replays is None else Plan([_replay(one) for one in replays], self._answer)
        until = self._started + request["seconds"]
        self.recorder = Recorder(self.places, self.store, request["updates"], until, plan)
        self.recorder.finish = self.finish
        self._ended = False
        self._process = os.getpid()
        self._missing_plots = surroundings.swallow_plots()

    def execute(self) -> None:
        """Run the file as ``python FILE`` does, and write the recording."""
        self._surround()
        try:
            codes = self._compile_main()
        except (SyntaxError, UnicodeDecodeError, ValueError, KeyError, OSError) as error:
            self.finish("raised", error=error)
            return
        module = types.ModuleType("__main__")
        module.__file__ = self.path
        module.__builtins__ = builtins  # type: ignore[attr-defined]
        sys.modules["__main__"] = module
        if self.recorder.plan is not None:
            self.recorder.plan.begin_unmoved()
        try:
            for code in codes:
                exec(code, module.__dict__)
        except SystemExit as error:
            self.finish("exit", str(error.code or ""))
        except Finished:
            raise
        except BaseException as error:  # noqa: BLE001 - a person's code may raise anything
            self.finish("raised", error=error)
        else:
            self.finish("finished")

    def _surround(self) -> None:
        os.chdir(self.folder)
        sys.argv = [Path(self.path).name]
        sys.path.insert(0, self.folder)
        sys.dont_write_bytecode = True
        sys.setrecursionlimit(3 * sys.getrecursionlimit())
        os.environ["MPLBACKEND"] = "Agg"
        surroundings.fix_random_numbers()
        surroundings.refuse_input(self.finish)
        surroundings.tell_warnings_where_they_belong(self.files)
        setattr(os, "_exit", self._asked_to_exit)  # noqa: B010 - an assignment would be ours
        if "crashed" in self._request:
            self._crashed = open(self._request["crashed"], "w")  # noqa: PTH123, SIM115 - open until the end
            faulthandler.enable(self._crashed)
        install_hooks(self.recorder, self.files)
        own_imports.install(self.folder, self._compile_module)
        if hasattr(signal, "SIGALRM"):
            # For what blocks, or computes in a library: statements look at the clock themselves.
            signal.signal(signal.SIGALRM, lambda *_: self.finish("time"))
            signal.setitimer(signal.ITIMER_REAL, self._request["seconds"] + 0.2)
            signal.signal(signal.SIGUSR1, lambda *_: self.finish("memory"))
        else:
            timer = threading.Timer(self._request["seconds"] + 0.2, self.finish, ["time"])
            timer.daemon = True
            timer.start()

    def _compile_main(self) -> list[CodeType]:
        text = self._request.get("source")
        if self.path.endswith(".ipynb"):
            sources, skipped = read_notebook(self.path, len(self.sources), text)
            self.notes += [["magics", cell, list(lines)] for cell, lines in skipped]
        else:
            # Known by its number before it is read: what cannot be decoded is told with its line.
            self.files[self.path] = 0
            if text is None:
                text = read_file(self.path)
            sources = [Source(0, self.path, text, None, self.path, text)]
        self.sources += sources
        self.files.update({source.name: source.number for source in sources})
        return [self._compile(source) for source in sources]

    def _compile_module(self, path: str) -> CodeType:
        with open(path, "rb") as file:  # noqa: PTH123
            text = decode(file.read())
        source = Source(len(self.sources), path, text, None, path, text)
        self.sources.append(source)
        self.files[path] = source.number
        return self._compile(source)

    def _compile(self, source: Source) -> CodeType:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", SyntaxWarning)
            return compile(rewrite(source, self.places), source.name, "exec", dont_inherit=True)

    # The end ------------------------------------------------------------------------------------------------------

    def finish(self, kind: str, message: str = "", error: BaseException | None = None) -> None:
        """Write the recording, and end the process: nothing of the person's code runs any more."""
        if os.getpid() != (self._process if self.recorder.plan is None else self.recorder.plan.process):
            _end_process(0)  # a process that the code has forked
        if self._ended:
            return
        self._ended = True
        failure.flush()
        if self.recorder.plan is not None:
            self.recorder.plan.end()
            _end_process(0)  # what was not begun until here never is
        self.recorder.end_step()
        self.store.flush()
        module = sys.modules["__main__"].__dict__
        name_owners(self.recorder, {**module, **names_in(sys._getframe(), self.files), **module})
        header, columns = columns_of(self.recorder)
        header |= {
            "files": [[display_name(s.path, self.folder), s.text, s.cell] for s in self.sources],
            "outcome": [kind, message],
            "raised": None if error is None else failure.describe(error, self.recorder, self.files),
            "seconds": time.monotonic() - self._started,
            "notes": [*self.notes, *[["plots", name] for name in self._missing_plots()]],
        }
        data = _dumps(header).encode()
        _write_all(self._result, len(data).to_bytes(8, "little") + data + columns)
        _end_process(0)

    def _asked_to_exit(self, status: int) -> NoReturn:
        """End the process as ``os._exit`` does, but write the recording before."""
        if os.getpid() == self._process:
            self.finish("exit", str(status))
        _end_process(status)

    def _answer(self, number: int, read: list[Any]) -> None:
        """Write what a replay has read."""
        rows, data = [], b""
        for one in read:
            rows.append(None if one is None else [one.dtype, list(one.shape), len(data), len(one.data)])
            data += b"" if one is None else one.data
        header = _dumps([number, rows, len(data)]).encode()
        _write_all(self._result, len(header).to_bytes(8, "little") + header + data)


def _replay(one: dict[str, Any]) -> tuple[list[tuple[int, int, AppliedMove]], list[tuple[int, int]]]:
    moves = []
    for place, occurrence, direction, cell, amount, replaces in one["moves"]:
        along = direction
        if direction is not None:
            import numpy as np

            along = np.frombuffer(bytes.fromhex(direction[1])).reshape(direction[0])
        moves.append((place, occurrence, AppliedMove(along, cell, amount, replaces)))
    return moves, [(place, occurrence) for place, occurrence in one["reads"]]


def _write_all(descriptor: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[_write(descriptor, view) :]


def main() -> None:
    """Run what the request says."""
    with open(sys.argv[1], encoding="utf-8") as file:  # noqa: PTH123
        request = json.load(file)
    FileRun(request).execute()
