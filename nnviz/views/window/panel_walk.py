"""Moving the keyboard from panel to panel: F6, as in browsers and editors."""

from __future__ import annotations

from collections.abc import Sequence

from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QApplication, QWidget

from nnviz.views.panel import Panel


def walk(stops: Sequence[QWidget], by: int) -> None:
    """Give the keyboard to the panel after the one that has it (+1), or before it (−1).

    Parameters
    ----------
    stops
        Panels and bars in the order in which they are read; those that cannot be seen are left out.
    by
        +1 or −1.
    """
    seen = [stop for stop in stops if stop.isVisible() and not stop.visibleRegion().isEmpty()]
    if not seen:
        return
    now = QApplication.focusWidget()
    here = next((place for place, stop in enumerate(seen) if now is not None and _holds(stop, now)), None)
    start = (-1 if by > 0 else 0) if here is None else here
    for step in range(1, len(seen) + 1):
        stop = seen[(start + by * step) % len(seen)]
        if isinstance(stop, Panel):
            stop.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            QWidget.setFocus(stop, Qt.FocusReason.TabFocusReason)
        after = QApplication.focusWidget()
        if after is not None and after is not now and _holds(stop, after):
            return


def _holds(stop: QWidget, widget: QWidget) -> bool:
    return stop is widget or stop.isAncestorOf(widget)
