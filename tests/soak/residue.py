"""What a window leaves behind: memory, widgets, timers, threads and processes, measured where they can be compared.

What a person has opened and recorded takes memory by right. So everything is brought to the same state before it is
measured: the same scenario at its start, every panel open in a window that was just built, nothing running.
"""

from __future__ import annotations

import ctypes
import gc
import threading
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PyQt6.QtCore import QEvent, QTimer
from PyQt6.QtWidgets import QApplication, QWidget

from nnviz.app.application import App
from nnviz.app.memory import release_memory
from nnviz.documents.questions import LOSE
from nnviz.model.scenario.file import find_scenario
from nnviz.model.session.session import Session
from nnviz.views.window.panel_rows import ROWS as PANELS


class Residue(NamedTuple):
    """How much there is.

    Attributes
    ----------
    memory, used, resident
        Megabytes: the process's own, those that the C library has allocated, and those with mapped files.
    objects
        Python's.
    widgets
        By class and parent.
    timers, threads, processes
        Those that are active.
    """

    memory: float
    used: float
    resident: float
    objects: int
    widgets: Counter[str]
    timers: int
    threads: int
    processes: int

    @property
    def described(self) -> str:
        """The memory in words: what grows while what is in use does not is the C library's heap in pieces."""
        return (
            f"{self.memory:.1f} MB ({self.used:.1f} in use by C, {self.resident:.0f} resident), {self.objects} objects"
        )

    def leaks_since(self, before: Residue) -> list[str]:
        """Return what there is more of than there was."""
        found = [f"{count} more {name}" for name, count in (self.widgets - before.widgets).items()]
        for what in ("timers", "threads", "processes"):
            now, then = getattr(self, what), getattr(before, what)
            if now > then:
                found.append(f"{what}: {then} at the beginning, {now} at the end")
        return found


def megabytes() -> float:
    """Return the memory that this process has for itself now.

    Pages of files that are mapped, such as libraries and fonts, do not count: all processes share them, and the system
    drops them when it needs the room.
    """
    return _status("RssAnon") + _status("RssShmem")


def resident_megabytes() -> float:
    """Return the memory that this process takes now, with what it shares with others."""
    return _status("VmRSS")


class _MallInfo(ctypes.Structure):
    """What the C library tells of its heap: mallinfo2(3)."""

    _fields_ = [
        (name, ctypes.c_size_t)
        for name in "arena ordblks smblks hblks hblkhd usmblks fsmblks uordblks fordblks keepcost".split()  # noqa: SIM905
    ]


def allocated_megabytes() -> float:
    """Return the megabytes that the C library has allocated and not freed; Python's own small objects are elsewhere."""
    ask = ctypes.CDLL(None).mallinfo2
    ask.restype = _MallInfo
    info = ask()
    return (info.uordblks + info.hblkhd) / 2**20


def _status(name: str) -> float:
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) / 2**10 for line in lines if line.startswith(f"{name}:"))


def residue(app: App, settle: Callable[[], None]) -> Residue:
    """Bring the app to the state in which it is measured, and measure."""
    _compose(app, settle)
    for _ in range(500):
        # Threads and processes end some time after they have been asked to.
        settle()
        if threading.active_count() == 1 and not _processes():
            break
        time.sleep(0.02)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    release_memory()
    # Qt's own tool tip is one for all, while it is shown.
    widgets = Counter(_place(each) for each in QApplication.allWidgets() if type(each).__name__ != "QTipLabel")
    # What waits for its only moment ends by itself.
    timers = sum(timer.isActive() and not timer.isSingleShot() for timer in app.findChildren(QTimer))
    memory = megabytes(), allocated_megabytes(), resident_megabytes()
    return Residue(*memory, len(gc.get_objects()), widgets, timers, threading.active_count(), _processes())


def _place(widget: QWidget) -> str:
    """Return a widget's class, and where it is."""
    parent = widget.parentWidget()
    return type(widget).__name__ + ("" if parent is None else f" in {type(parent).__name__}")


def _compose(app: App, settle: Callable[[], None]) -> None:
    app.controller.owner.pause()
    app.tools.map.close()
    app.tools.code.stop()
    app.controller.comparison.clear()
    app.controller.breakpoints.clear()
    app.controller.watches.clear()
    # As a person would: a question that is open holds what is to be opened once it is answered.
    app.documents.open_session(Session(find_scenario("xor")))
    if app.documents.has_unsaved_work:
        app.documents.answer(LOSE, app.window)
    # Chinese first: its fonts and texts are read from their files when they are first shown.
    for language in ("zh_CN", "en"):
        app.preferences.theme, app.preferences.language = "light", language
        settle()
        app.rebuild()
        settle()
        for name in PANELS:
            app.window.summon(name)
            settle()
    # These are made when they are first used, and again in a window that replaces one in which they were in use.
    app.window.playground.hide()
    app.window.opening.hide()
    app.window.timeline.jump.hide()
    app.window.resize(1200, 800)
    app.window.docks.reset()
    settle()


def _processes() -> int:
    """Return how many processes this one has started that still are."""
    tasks = Path("/proc/self/task").glob("*/children")
    return sum(len(path.read_text(encoding="ascii").split()) for path in tasks)
