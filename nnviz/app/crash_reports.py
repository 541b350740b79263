"""Exceptions that were not caught: defects, shown in the window with details to copy, and errors of threads.

None is lost silently, wherever it surfaces.
"""

from __future__ import annotations

import sys
import threading
import traceback
from types import TracebackType

from PyQt6.QtCore import QObject, pyqtSignal

from nnviz.model.errors import ModelError


class CrashReporter(QObject):
    """Replaces ``sys.excepthook`` and the hooks of threads and finalisers until it is removed.

    PyQt6 aborts on an exception in a slot, and pyqtgraph replaces that by a hook that only prints; this one is
    installed after all imports and does neither.

    Signals
    -------
    fault_found(str, str)
        A one-line summary, and the traceback to copy.
    problem_found(ModelError)
        What a thread cannot do, where no caller waits that could report it.
    """

    fault_found = pyqtSignal(str, str)
    problem_found = pyqtSignal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        sys.excepthook = self._found
        threading.excepthook = self._found_in_thread
        sys.unraisablehook = self._found_unraisable

    def remove(self) -> None:
        """Restore the hooks that were there before."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before

    def _found(self, kind: type[BaseException], value: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, value, trace)
            return
        summary = "".join(traceback.format_exception_only(kind, value)).strip().splitlines()[-1]
        self.fault_found.emit(summary, "".join(traceback.format_exception(kind, value, trace)))

    def _found_in_thread(self, arguments: threading.ExceptHookArgs) -> None:
        if isinstance(arguments.exc_value, ModelError):
            self.problem_found.emit(arguments.exc_value)
        elif arguments.exc_value is not None:
            self._found(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)

    def _found_unraisable(self, arguments: sys.UnraisableHookArgs) -> None:
        if arguments.exc_value is not None:
            self._found(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)
