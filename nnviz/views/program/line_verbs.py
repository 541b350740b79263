"""What a line's context menu offers before the mistakes: the verbs of a debugger."""

from __future__ import annotations

import math

from PyQt6.QtCore import QObject, pyqtSignal
from PyQt6.QtGui import QAction
from PyQt6.QtWidgets import QMenu

from nnviz.model.session.snapshot import Snapshot
from nnviz.views.widgets.clipboard import copy_text


class LineVerbs(QObject):
    """Adds the verbs to a menu each time that it is opened over a line.

    Signals
    -------
    run_requested(int)
        Run until the line (from 1) has run.
    breakpoint_requested(int), switch_requested(int)
        Set or remove the breakpoint on the line; disable or enable it.
    explain_requested(int)
        Select what the line writes.
    watch_requested(str)
        An expression is to be charted over the run.
    """

    run_requested = pyqtSignal(int)
    breakpoint_requested = pyqtSignal(int)
    switch_requested = pyqtSignal(int)
    explain_requested = pyqtSignal(int)
    watch_requested = pyqtSignal(str)

    def offer(self, menu: QMenu, snapshot: Snapshot, line: int, formula: str, enabled: bool | None) -> None:
        """Add the verbs at the top of a menu.

        Parameters
        ----------
        menu
            Where; it disposes of them.
        snapshot, line, formula
            The line (from 1), and how it is written.
        enabled
            Whether its breakpoint is enabled; None where it has none.
        """
        symbol = snapshot.program[line].writes
        first = next(iter(menu.actions()), None)

        def add(text: str, key: str = "") -> QAction:
            action = QAction(f"{text}\t{key}" if key else text, menu)
            menu.insertAction(first, action)
            return action

        add(self.tr("Run to here")).triggered.connect(lambda: self.run_requested.emit(line))
        text = self.tr("Set a breakpoint here") if enabled is None else self.tr("Remove the breakpoint")
        add(text, "F9").triggered.connect(lambda: self.breakpoint_requested.emit(line))
        if enabled is not None:
            text = self.tr("Disable the breakpoint") if enabled else self.tr("Enable the breakpoint")
            add(text, "Ctrl+F9").triggered.connect(lambda: self.switch_requested.emit(line))
        menu.insertSeparator(first)
        add(self.tr("Explain its result")).triggered.connect(lambda: self.explain_requested.emit(line))
        is_number = math.prod(snapshot.shapes[symbol]) == 1
        watched = symbol if is_number else f"norm({symbol})"
        text = self.tr("Watch %1").replace("%1", watched)
        add(text).triggered.connect(lambda: self.watch_requested.emit(watched))
        add(self.tr("Copy the formula"), "Ctrl+C").triggered.connect(lambda: copy_text(formula))
        menu.insertSeparator(first)
