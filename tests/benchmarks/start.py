"""Start: how long it takes from the start of a process until its window has been painted.

Both windows are of processes of their own, and report when nothing of them is left to be painted; what the process does
on its way out is not counted. They take turns. The empty one imports numpy, PyQt6 and pyqtgraph. A first pair, which is
not counted, has the modules of both compiled to bytecode, as those of an installed program are: compiling nnviz's takes
a third of a second.

The goal does not hold: 2.7 times the empty window, and 3.9 before panels were made when they are first shown, imports
came when needed, and the command line did without its parser. Of 410 ms the libraries take 150, the import of
our modules 105, making the window 85, showing and painting it 70. Tried: dataclasses made at first use (25 ms less; two
of three are used at once), named tuples in place of sixty of them (8), docks made inside the window (14 more), a style
sheet set late or on the application (no less), icons kept as pixmaps (no less). Not done, because libraries come before
code of our own: a loss plot without pyqtgraph, whose import and widget take 83 ms.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from time import perf_counter

from report import Options, Row

PAIRS = 7
LIMITS = 2.0, 1.5
"""What the goal is, and where it is to go from there."""

_REPORT = """
def report(application, window):
    from PyQt6.QtCore import QEvent, QObject
    class Painted(QObject):
        count = 0
        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.UpdateRequest:
                self.count += 1
            return False
    painted = Painted()
    window.installEventFilter(painted)
    before = 0
    while painted.count == 0 or painted.count != before:
        before = painted.count
        application.processEvents()
    import os
    os.write(1, b"painted")
    os._exit(0)
"""
_EMPTY = """
import numpy, pyqtgraph
from PyQt6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
window.resize(1440, 900)
window.show()
report(application, window)
"""
_NNVIZ = """
import sys
sys.argv = ["nnviz", "xor"]
from PyQt6.QtWidgets import QApplication
def shown(application):
    report(application, next(window for window in application.topLevelWidgets() if window.windowTitle()))
QApplication.exec = shown
from nnviz.cli.main import main
main()
"""


def rows(options: Options) -> Iterator[Row | str]:
    """Return the goals of starting."""
    yield f"The best of {PAIRS} each, in turns: process start to painted window, on xor"
    with tempfile.TemporaryDirectory() as bytecode:
        for platform in sorted({"offscreen", options.platform}):
            surroundings = os.environ | {"QT_QPA_PLATFORM": platform, "PYTHONPYCACHEPREFIX": bytecode}
            surroundings.pop("PYTHONDONTWRITEBYTECODE", None)
            _pair(surroundings)
            pairs = [_pair(surroundings) for _ in range(PAIRS)]
            empty, own = (1000 * min(times) for times in zip(*pairs, strict=True))
            why = f"{own:.0f} ms, empty {empty:.0f} ms"
            for limit in LIMITS:
                goal = f"{platform}: nnviz against an empty window, at most {limit:g} times as long"
                yield Row(goal, own / empty, limit, "×", why=why)


def _pair(surroundings: dict[str, str]) -> tuple[float, float]:
    return _seconds(_EMPTY, surroundings), _seconds(_NNVIZ, surroundings)


def _seconds(code: str, surroundings: dict[str, str]) -> float:
    """Return the seconds until a process says that its window has been painted."""
    with tempfile.TemporaryDirectory() as folder:
        surroundings = surroundings | {"XDG_CONFIG_HOME": folder, "APPDATA": folder, "HOME": folder}
        command = [sys.executable, "-c", _REPORT + code]
        begin = perf_counter()
        # Qt's complaints about what offscreen cannot do are shown only where a window does not come.
        kept = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        with subprocess.Popen(command, env=surroundings, **kept) as process:
            assert process.stdout is not None
            said = process.stdout.read(7)
            taken = perf_counter() - begin
            complaints = process.communicate()[1]
        if said != b"painted":
            raise SystemExit(f"a window did not start: {complaints.decode()}")
        return taken
