"""What Qt keeps of the styles of a combo box, until it is deleted and no longer."""

from __future__ import annotations

from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QComboBox


def forget_styles_when_deleted(combo: QComboBox) -> None:
    """Make Qt forget the styles of a combo box's list when it is deleted.

    Qt keeps about 1 KB of rules for each widget under a style sheet. Those of the frame around a combo box's list it
    forgets only with the last window (`unstylable` in qstylesheetstyle.cpp, Qt 6): 30 KB whenever a window replaces
    another, in places that keep 100 KB from being returned. With a style sheet of its own, though only for a moment, it
    is forgotten as other widgets are.
    """
    view = combo.view()
    frame = None if view is None else view.parentWidget()
    if frame is not None:
        frame.setStyleSheet("* {}")
        frame.setStyleSheet("")
        frame.setAttribute(Qt.WidgetAttribute.WA_StyleSheet, False)  # drawn by the combo box's rules, as before
