"""Combo boxes leave nothing behind of the style sheet under which they were."""

import ctypes
import gc
import sys

import pytest
from PyQt6.QtCore import QEvent
from PyQt6.QtWidgets import QApplication, QWidget

from nnviz.views.theme import LIGHT
from nnviz.views.widgets.choice_combo import ChoiceCombo
from tests.soak.residue import allocated_megabytes

COUNT = 200


def combos(window: QWidget) -> None:
    """Show combo boxes in a window, and delete them."""
    host = QWidget(window)
    for _ in range(COUNT):
        ChoiceCombo(LIGHT, host)
    host.show()
    QApplication.processEvents()
    host.hide()
    host.setParent(None)
    host.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.skipif(
    sys.platform != "linux" or not hasattr(ctypes.CDLL(None), "mallinfo2"), reason="the C library does not tell"
)
def test_that_a_deleted_combo_box_leaves_no_styles(qtbot) -> None:
    window = QWidget()
    window.setStyleSheet("QLabel { color: red; }")
    qtbot.addWidget(window)
    window.show()
    combos(window)
    found = []
    for _ in range(4):  # the other threads of a test run allocate too, now and then
        gc.collect()
        before = allocated_megabytes()
        combos(window)
        found.append((allocated_megabytes() - before) * 2**20 / COUNT)
    bytes_each = min(found)
    assert bytes_each < 600, "of 1000 that Qt keeps of each; what the allocator pins is 250 to 360"
