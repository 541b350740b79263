"""Where the panels stand: the first layout, and the remembered one."""

from __future__ import annotations

from collections.abc import Mapping

from PyQt6.QtCore import QByteArray, QSettings, Qt
from PyQt6.QtWidgets import QMainWindow

from nnviz.views.panel import Panel
from nnviz.views.theme import Theme

VERSION = 1
"""Raised when panels come or go, so that an older remembered layout is not applied."""

SETUP_WIDTH, SIDE_WIDTH, CENTRE_WIDTH = 214, 382, 812
NETWORK_HEIGHT, PROGRAM_HEIGHT, MATRICES_HEIGHT = 230, 330, 190
BOUNDARY_HEIGHT, LOSS_HEIGHT, INSPECTOR_HEIGHT = 292, 210, 240


def place_panels(window: QMainWindow, panels: Mapping[str, Panel], theme: Theme) -> None:
    """Put every panel at its first place and size."""
    for panel in panels.values():
        panel.setFloating(False)
        window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, panel)
        panel.show()
    horizontal, vertical = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
    window.splitDockWidget(panels["setup"], panels["network"], horizontal)
    window.splitDockWidget(panels["network"], panels["boundary"], horizontal)
    window.splitDockWidget(panels["network"], panels["program"], vertical)
    window.splitDockWidget(panels["program"], panels["matrices"], vertical)
    window.splitDockWidget(panels["boundary"], panels["loss"], vertical)
    window.splitDockWidget(panels["loss"], panels["inspector"], vertical)
    size_panels(window, panels, theme)
    if "help" in panels:
        panels["help"].hide()


def size_panels(window: QMainWindow, panels: Mapping[str, Panel], theme: Theme) -> None:
    """Share the window out in the proportions of the first layout."""
    px = theme.px
    columns = [panels["setup"], panels["network"], panels["boundary"]]
    widths = [px(SETUP_WIDTH), px(CENTRE_WIDTH), px(SIDE_WIDTH)]
    window.resizeDocks(columns, widths, Qt.Orientation.Horizontal)
    centre = [panels["network"], panels["program"], panels["matrices"]]
    heights = [px(NETWORK_HEIGHT), px(PROGRAM_HEIGHT), px(MATRICES_HEIGHT)]
    window.resizeDocks(centre, heights, Qt.Orientation.Vertical)
    side = [panels["boundary"], panels["loss"], panels["inspector"]]
    heights = [px(BOUNDARY_HEIGHT), px(LOSS_HEIGHT), px(INSPECTOR_HEIGHT)]
    window.resizeDocks(side, heights, Qt.Orientation.Vertical)


def remember(window: QMainWindow, settings: QSettings) -> None:
    """Keep the window's size and the panels' places for the next start."""
    settings.setValue("window/geometry", window.saveGeometry())
    settings.setValue("window/state", window.saveState(VERSION))


def restore(window: QMainWindow, settings: QSettings) -> bool:
    """Bring the remembered size and places back; False when there are none that fit."""
    geometry, state = settings.value("window/geometry"), settings.value("window/state")
    if not isinstance(geometry, QByteArray) or not isinstance(state, QByteArray):
        return False
    window.restoreGeometry(geometry)
    return window.restoreState(state, VERSION)
