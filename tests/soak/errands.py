"""What a person does with files and with the whole window: open, save, export, check code, train a map, quit."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PyQt6.QtWidgets import QApplication, QPushButton

from nnviz.app.application import App
from nnviz.model.map import MapPlan, read_axis
from nnviz.model.scenario.file import find_scenario, shipped_scenarios
from nnviz.model.session.selection import Cell
from nnviz.views import file_dialogs
from nnviz.views.window.panel_rows import ROWS as PANELS

SMALL = tuple(name for name in shipped_scenarios() if "digit" not in name and "mnist" not in name)

_RIGHT = """\
def backprop(X, Y, weights, biases):
    A = X
    return None
"""
_FILES = {
    "table.csv": "x,y,class\n1,2,a\n3,4,b\n5,6,a\n0,1,b\n",
    "ragged.csv": "x,y\n1\n2,3,4\n,,\n",
    "broken.json": '{"format": "nnviz scenario", "layers": [}',
    "broken.nnviz": "PK\x03\x04 and then nothing",
    "mine.py": _RIGHT,
    "wrong.py": "import nothing_like_this\n",
    "syntax.py": "def f(:\n",
    "text.txt": "hello",
}


class Errands:
    """Do one of these at a time; dialogs for files are answered by lot, as no person is there.

    Parameters
    ----------
    draw
        Draws the lots.
    app
        Whose window it is.
    folder
        Where files are.
    say
        Called with what is about to be done.
    """

    def __init__(self, draw: random.Random, app: App, folder: Path, say: Callable[[str], None]) -> None:
        self._draw, self._app, self._folder, self._say = draw, app, folder, say
        for name, text in _FILES.items():
            (folder / name).write_text(text, encoding="utf-8")
        app.controller.owner.save(folder / "saved.nnviz", {})

    @contextmanager
    def answered_dialogs(self) -> Iterator[None]:
        """Answer what asks for a file while this lasts."""
        before = file_dialogs.ask_open, file_dialogs.ask_save
        file_dialogs.ask_open, file_dialogs.ask_save = self._existing, self._new  # type: ignore[assignment]
        try:
            yield
        finally:
            file_dialogs.ask_open, file_dialogs.ask_save = before

    def _existing(self, *_: object) -> Path | None:
        name = self._draw.choice((None, "saved.nnviz", "missing.csv", ".", *_FILES))
        self._say(f"the dialog returns {name}")
        return None if name is None else self._folder / name

    def _new(self, _window: object, _title: str, suggestion: str, _kinds: str) -> Path | None:
        ending = Path(suggestion).suffix
        name = self._draw.choice((None, f"a{ending}", f"b{ending}", f"missing/c{ending}", ".", "/dev/null"))
        self._say(f"the dialog returns {name}")
        return None if name is None else self._folder / name

    # Files -------------------------------------------------------------------------------------------------------

    def open_shipped(self) -> None:
        """Open a scenario."""
        name = self._draw.choice(SMALL)
        self._say(f"open {name}")
        self._app.documents.open_shipped(name)

    def open_file(self) -> None:
        """Drop a file on the window."""
        path = self._existing()
        if path is not None and path.suffix != ".py":
            self._app.tools.open_dropped(path)

    def change_file(self) -> None:
        """Change or delete the open file, as another program would."""
        path = self._app.documents.document.path
        if path is None or path.parent != self._folder or not path.is_file():
            return
        self._say(f"another program changes {path.name}")
        if self._draw.random() < 0.3:
            path.unlink()
        else:
            path.write_bytes(path.read_bytes() + b" ")

    def check_code(self) -> None:
        """Check a Python file."""
        name = self._draw.choice([name for name in _FILES if name.endswith(".py")])
        self._say(f"check {name}")
        self._app.tools.open_dropped(self._folder / name)

    def save_for_recovery(self) -> None:
        """Save as a system that is about to end would have it."""
        self._app.documents.save_for_recovery()

    # The window --------------------------------------------------------------------------------------------------

    def answer(self) -> None:
        """Answer the question of the window, if there is one."""
        buttons = [each for each in self._app.window.question.findChildren(QPushButton) if each.isVisible()]
        if buttons:
            button = self._draw.choice(buttons)
            self._say(f"answer {button.objectName()}")
            button.click()

    def quit(self) -> None:
        """Ask to close the window."""
        if self._draw.random() < 0.5:
            self._app.window.close()
        else:
            self._app.documents.ask_close()

    def copy(self) -> None:
        """Put a table on the clipboard."""
        clipboard = QApplication.clipboard()
        if clipboard is not None:
            clipboard.setText(self._draw.choice(("1,2,0\n3,4,1\n", "", "nothing of numbers", "\0" * 50)))

    def show_panel(self) -> None:
        """Show a panel, or hide it."""
        name = self._draw.choice(list(PANELS))
        self._say(f"panel {name}")
        if self._draw.random() < 0.7:
            self._app.window.summon(name)
        elif name in self._app.window.panels.made():
            self._app.window.panels.get(name).hide()

    def train_map(self) -> None:
        """Train a small map, or stop the one that is trained."""
        if self._app.tools.map.state.running:
            self._app.tools.map.cancel()
        else:
            axes = read_axis("seed=0:2"), read_axis("learning-rate=0.1,1")
            self._app.tools.map.start(MapPlan(find_scenario("xor"), *axes, 20))

    # The session -------------------------------------------------------------------------------------------------

    def step(self) -> None:
        """Go a step forward or back."""
        stepping = self._app.controller.stepping
        forward = (stepping.step_line, stepping.step_update, stepping.step_epoch, stepping.to_newest)
        move = self._draw.choice((*forward, stepping.step_back_line, stepping.step_back_update))
        self._say(move.__name__)
        move()

    def seek(self) -> None:
        """Go to some update."""
        session = self._app.controller.owner.session
        self._app.controller.stepping.seek(self._draw.randrange(1, session.position.update + 40))

    def edit(self) -> None:
        """Set a parameter."""
        session = self._app.controller.owner.session
        names = [name for name in session.snapshot().values if name in session.scenario.network(1).parameters]
        if names:
            value = self._draw.choice((0.5, -1.0, "1/3", "nonsense", "1e300"))
            self._app.controller.editing.set_value(Cell(self._draw.choice(names), 0, 0), value)
