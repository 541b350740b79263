"""The quiz: a mistake is hidden in the session, and the person names it."""

from __future__ import annotations

import numpy as np
from PyQt6.QtCore import QObject, pyqtSignal

from nnviz.controller.controller import Controller
from nnviz.model.quiz import quiz
from nnviz.model.quiz.quiz import QuizState


class Quiz(QObject):
    """Breaks something, judges answers, and keeps the score while nnviz runs.

    That a mistake is hidden is stored in the session's scenario and nowhere else, so that it is saved, undone and
    restored with it.

    Signals
    -------
    state_changed(QuizState)
        There is something to find, or an answer has been judged.

    Parameters
    ----------
    controller
        What changes the session.
    seed
        Of the random choices; None for different ones each time.
    """

    state_changed = pyqtSignal(object)

    def __init__(self, controller: Controller, seed: int | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._random = np.random.default_rng(seed)
        self._state = QuizState()

    @property
    def state(self) -> QuizState:
        """What is to be found, and the score."""
        return self._state

    def announce(self) -> None:
        """Send everything again, for views that have just been connected."""
        self.state_changed.emit(self._state)

    def break_something(self) -> None:
        """Make a mistake, without saying which; training starts again, whichever it is."""
        snapshot = self._controller.snapshot
        mistake = quiz.choose(snapshot.scenario, snapshot.data, self._random)
        self._controller.pause()
        self._controller.editing.change_scenario(quiz.broken(snapshot.scenario, mistake), self.tr("Break something"))
        if self._controller.snapshot.hides_mistakes:
            self._set(quiz.asked(self._state))

    def answer(self, name: str) -> None:
        """Judge an answer; a right one ends the hiding."""
        snapshot = self._controller.snapshot
        if snapshot.hides_mistakes:
            state = quiz.answered(self._state, snapshot, name)
            if state.outcome == "found":
                self._reveal(self.tr("Mistake found"))
            self._set(state)

    def give_up(self) -> None:
        """Show which mistake it is."""
        snapshot = self._controller.snapshot
        if snapshot.hides_mistakes:
            state = quiz.given_up(self._state, snapshot)
            self._reveal(self.tr("Give up"))
            self._set(state)

    def _reveal(self, text: str) -> None:
        controller, here = self._controller, self._controller.snapshot.position
        controller.editing.change_scenario(quiz.revealed(controller.snapshot.scenario), text)
        if here.is_inside:
            # Settings take effect with an update; the cursor stays in the middle of it.
            controller.stepping.advance(0, min(here.line, len(controller.snapshot.program) - 1))

    def _set(self, state: QuizState) -> None:
        self._state = state
        self.state_changed.emit(state)
