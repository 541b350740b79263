"""The first layout of the panels, as a state that Qt can restore, also for panels that are made later.

Qt keeps a place for each dock that a restored state names and that does not exist yet (`QMainWindow.restoreDockWidget`
puts it there): so tabs have their order whichever panel is opened first. The state is that of a window that is never
shown, with empty docks of these names, which takes 5 ms; it is needed once.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from PyQt6.QtCore import QByteArray, Qt
from PyQt6.QtWidgets import QDockWidget, QMainWindow


def first_layout(
    columns: Sequence[Sequence[str]],
    behind: Mapping[str, Sequence[str]],
    shown: Collection[str],
    version: int,
) -> QByteArray:
    """Return the state of a main window with these docks.

    Parameters
    ----------
    columns
        From left to right, each from top to bottom.
    behind
        Docks that are tabs in the place of another.
    shown
        Docks that are not hidden.
    version
        Of the state.
    """
    window = QMainWindow()
    window.setDockNestingEnabled(True)
    names = [name for column in columns for name in column]
    names += [name for tabs in behind.values() for name in tabs]
    docks = {name: QDockWidget(window) for name in names}
    for name, dock in docks.items():
        dock.setObjectName(name)
        window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
        dock.setVisible(name in shown)
    for left, right in pairwise(columns):
        window.splitDockWidget(docks[left[0]], docks[right[0]], Qt.Orientation.Horizontal)
    for column in columns:
        for above, below in pairwise(column):
            window.splitDockWidget(docks[above], docks[below], Qt.Orientation.Vertical)
    for front, tabs in behind.items():
        for name in tabs:
            window.tabifyDockWidget(docks[front], docks[name])
    return window.saveState(version)
