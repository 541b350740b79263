"""The first run: one update of XOR line by line, then its training until all samples are right; shown once.

Any key or click takes over at once. *Help ▸ Show the introduction again* repeats it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PyQt6.QtCore import QCoreApplication, QEvent, QObject
from PyQt6.QtWidgets import QApplication, QMenu, QWidget

from nnviz.controller.controller import Controller
from nnviz.model.program.line import Stage
from nnviz.model.session.snapshot import Snapshot
from nnviz.views.window.main_window import MainWindow

SHOWN: Final = "introduction"
"""The setting that says that it has been shown."""

SCENARIO: Final = "xor"
LINES, UPDATES = 1.0, 30.0
"""Speeds: of the first update in lines per second, then in updates per second."""

_TAKING_OVER: Final = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress)


class Introduction(QObject):
    """Runs the introduction in a window, until it is over or the person takes over.

    Parameters
    ----------
    controller
        Runs XOR.
    debug_own_code
        What the third card does.

    Attributes
    ----------
    window
        Shows the captions.
    """

    window: MainWindow

    def __init__(self, controller: Controller, debug_own_code: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._controller, self._debug = controller, debug_own_code
        self._is_on = self._is_over = False
        self._speed = controller.run_state.speed
        controller.snapshot_changed.connect(self._follow)

    @property
    def is_on(self) -> bool:
        """Whether it is being shown."""
        return self._is_on

    def begin(self) -> None:
        """Show it from the start; XOR is open, where nothing has been run."""
        caption = self.window.caption
        caption.chosen.connect(self._choose)
        self._is_on, self._is_over = True, False
        self._speed = self._controller.run_state.speed
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)
        self._controller.running.set_line_speed(LINES)
        self._controller.running.start()
        self._follow(self._controller.snapshot)

    def end(self) -> None:
        """End it: the person has taken over."""
        if not self._is_on:
            return
        self._is_on = False
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        self.window.caption.chosen.disconnect(self._choose)
        self.window.caption.hide()
        self._controller.pause()
        self._controller.running.set_speed(self._speed)

    def eventFilter(self, watched: QObject | None, event: QEvent | None) -> bool:
        """End at any key or click in the window, which then does what it always does."""
        if event is not None and event.type() in _TAKING_OVER and isinstance(watched, QWidget):
            caption = self.window.caption
            is_ours = watched is caption or caption.isAncestorOf(watched)
            if not is_ours and (watched.window() is self.window or isinstance(watched, QMenu)):
                self.end()
        return super().eventFilter(watched, event)

    def _choose(self, card: str) -> None:
        self.end()
        if card == "watch":
            self._controller.stepping.restart()
            self.begin()
        elif card == "step":
            self._controller.stepping.step_line()
        else:
            self._debug()

    def _follow(self, announced: object) -> None:
        if not self._is_on:
            return
        now = self._controller.snapshot
        if now.scenario.name != SCENARIO:
            self.end()
            return
        if not self._is_over and self._controller.run_state.line_speed is not None and now.position.completed:
            self._controller.running.set_speed(UPDATES)
        if now.position.completed > 1 and now.metrics.train_right == now.metrics.train_samples and not self._is_over:
            self._is_over = True
            self._controller.pause()
        self.window.caption.show_text(self._caption(now))

    def _caption(self, now: Snapshot) -> str:
        translate = QCoreApplication.translate
        if self._is_over:
            return translate("Introduction", "4 of 4. Why did it work? Step back with ←, and see.")
        if now.position.completed:
            text = translate("Introduction", "Again and again: %1 of %2 samples are right.")
            right, samples = now.metrics.train_right, now.metrics.train_samples
            return text.replace("%1", str(right)).replace("%2", str(samples))
        line = now.lit_line
        if line is None:
            return translate("Introduction", "One update of a small network, line by line.")
        return _of_stage(line.stage)


def _of_stage(stage: Stage) -> str:
    translate = QCoreApplication.translate
    match stage:
        case "forward":
            return translate("Introduction", "Forward: the samples go through the network, layer by layer.")
        case "loss":
            return translate("Introduction", "Loss: how far the outputs are from the targets, as one number.")
        case "backward":
            return translate("Introduction", "Backward: how the loss changes with each weight, from the output back.")
        case _:
            return translate("Introduction", "Update: each weight moves a little against its gradient.")
