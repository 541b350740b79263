"""Exceptions that were not caught: defects, shown in the window with details to copy, and errors of threads.

None is lost silently, wherever it surfaces, and none leaves a painter open.
"""

from __future__ import annotations

import sys
import threading
import traceback
from types import TracebackType
from typing import Final

from PyQt6.QtCore import QObject, Qt, pyqtSignal

from nnviz.model.errors import ModelError

_CALLED_OFTEN: Final = frozenset(
    {
        "paintEvent",
        "paint",
        "drawPicture",
        "drawForeground",
        "drawBackground",
        "sizeHint",
        "minimumSizeHint",
        "heightForWidth",
        "boundingRect",
        "data",
        "event",
        "eventFilter",
        "viewportEvent",
        "mouseMoveEvent",
        "enterEvent",
        "leaveEvent",
        "resizeEvent",
        "showEvent",
        "hideEvent",
        "changeEvent",
        "scrollContentsBy",
    }
)
"""What Qt calls by itself, for each frame or each movement of the mouse."""

Place = tuple[type[BaseException], tuple[tuple[str, int], ...]]
"""The kind of an exception, and file and line of each frame that it came through."""


class CrashReporter(QObject):
    """Replaces ``sys.excepthook`` and the hooks of threads and finalisers until it is removed.

    PyQt6 aborts on an exception in a slot, and pyqtgraph replaces that by a hook that only prints; this one does
    neither.

    An exception keeps the local variables of the functions that it came through, a painter among them: Qt would find it
    active when the next widget is painted, and crash. So they are let go here, which ends the painter; this holds for
    every method that Qt calls, and no view has to do anything for it.

    A defect in what Qt calls by itself is told from the event loop, not in the middle of a painting, and once; it is
    told again only after `forget_told`. What a person does is told about at once and each time. What is found before
    anybody listens is told when the event loop begins, or else printed.

    Signals
    -------
    fault_found(str, str)
        A one-line summary, and the traceback to copy.
    problem_found(ModelError)
        What a thread cannot do, where no caller waits that could report it.
    """

    fault_found = pyqtSignal(str, str)
    problem_found = pyqtSignal(object)
    _queued = pyqtSignal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told: set[Place] = set()
        self._untold: list[str] = []
        # PyQt6 describes `connect` without the second argument that it has.
        self._queued.connect(self._tell, Qt.ConnectionType.QueuedConnection)  # type: ignore[call-arg]
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        self.install()

    def install(self) -> None:
        """Install the hooks, also over those that have been installed meanwhile."""
        sys.excepthook = self._found
        threading.excepthook = self._found_in_thread
        sys.unraisablehook = self._found_unraisable

    def remove(self) -> None:
        """Restore the hooks that were there before; what no window could show is printed."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before
        for details in self._untold:
            print(details, file=sys.stderr)
        self._untold = []

    def forget_told(self) -> None:
        """Tell about every defect again: the window shows something else by now."""
        self._told.clear()

    def _found(self, kind: type[BaseException], value: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, value, trace)
            return
        summary = "".join(traceback.format_exception_only(kind, value)).strip().splitlines()[-1]
        details = "".join(traceback.format_exception(kind, value, trace))
        place = _place_of(kind, trace)
        let_go(value, trace)
        if place in self._told:
            return
        is_often = trace is not None and trace.tb_frame.f_code.co_name in _CALLED_OFTEN
        if is_often:
            self._told.add(place)
        if is_often or not self.receivers(self.fault_found):
            self._untold.append(details)
            self._queued.emit(summary, details)
        else:
            self.fault_found.emit(summary, details)

    def _tell(self, summary: str, details: str) -> None:
        if details in self._untold:
            self._untold.remove(details)
        self.fault_found.emit(summary, details)

    def _found_in_thread(self, arguments: threading.ExceptHookArgs) -> None:
        if isinstance(arguments.exc_value, ModelError):
            self.problem_found.emit(arguments.exc_value)
        elif arguments.exc_value is not None:
            self._found(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)

    def _found_unraisable(self, arguments: sys.UnraisableHookArgs) -> None:
        if arguments.exc_value is not None:
            self._found(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)


def let_go(error: BaseException, trace: TracebackType | None) -> None:
    """Release the local variables of all functions that an exception, and what led to it, came through."""
    seen: set[int] = set()
    left: list[tuple[BaseException | None, TracebackType | None]] = [(error, trace)]
    while left:
        each, its_trace = left.pop()
        if each is None or id(each) in seen:
            continue
        seen.add(id(each))
        traceback.clear_frames(its_trace or each.__traceback__)
        left += [(other, None) for other in (each.__cause__, each.__context__)]


def _place_of(kind: type[BaseException], trace: TracebackType | None) -> Place:
    return kind, tuple((frame.f_code.co_filename, line) for frame, line in traceback.walk_tb(trace))
