"""Combo boxes leave nothing behind of the style sheet under which they were."""

import ctypes
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow  # a process of its own: others of a test run allocate too

MEASURED = """
import sys

from PyQt6.QtCore import QEvent
from PyQt6.QtWidgets import QApplication, QWidget

from nnviz.views.theme import LIGHT
from nnviz.views.widgets.choice_combo import ChoiceCombo
from tests.soak.residue import allocated_megabytes

COUNT = 200
application = QApplication(sys.argv)


def combos(window):
    host = QWidget(window)
    for _ in range(COUNT):
        ChoiceCombo(LIGHT, host)
    host.show()
    QApplication.processEvents()
    host.hide()
    host.setParent(None)
    host.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


window = QWidget()
window.setStyleSheet("QLabel { color: red; }")
window.show()
combos(window)
before = allocated_megabytes()
combos(window)
print((allocated_megabytes() - before) * 2**20 / COUNT)
"""


@pytest.mark.skipif(
    sys.platform != "linux" or not hasattr(ctypes.CDLL(None), "mallinfo2"), reason="the C library does not tell"
)
def test_that_a_deleted_combo_box_leaves_no_styles() -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", MEASURED],
        cwd=Path(__file__).parents[3],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert float(done.stdout) < 600, "of 1000 that Qt keeps of each; what the allocator pins is 250 to 360"
