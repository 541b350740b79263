"""The quiz of the window: a mistake is hidden in the session, and a person names it."""

from __future__ import annotations

import numpy as np
from PyQt6.QtCore import QObject, pyqtSignal

from nnviz.controller.stepping import Moving
from nnviz.model.quiz import quiz
from nnviz.model.quiz.quiz import QuizState


class Quiz(QObject):
    """Breaks something, judges answers, and keeps the score while nnviz runs.

    That a mistake is hidden stands in the session's scenario and nowhere else, so that it is saved, undone and
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
        Of the choices; None for others each time.
    """

    state_changed = pyqtSignal(object)

    def __init__(self, controller: Moving, seed: int | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._random = np.random.default_rng(seed)
        self._state = QuizState()

    @property
    def state(self) -> QuizState:
        """How the quiz stands."""
        return self._state

    def announce(self) -> None:
        """Send everything again, for views that have just been connected."""
        self.state_changed.emit(self._state)

    def break_something(self) -> None:
        """Make a mistake, without saying which; the run begins anew, whichever it is."""
        snapshot = self._controller.snapshot
        mistake = quiz.choose(snapshot.scenario, snapshot.data, self._random)
        self._controller.pause()
        self._controller.change_scenario(quiz.broken(snapshot.scenario, mistake), self.tr("Break something"))
        if self._controller.snapshot.hides_mistakes:
            self._set(quiz.asked(self._state))

    def answer(self, name: str) -> None:
        """Judge an answer; a right one ends the hiding."""
        snapshot = self._controller.snapshot
        if snapshot.hides_mistakes:
            state = quiz.answered(self._state, snapshot, name)
            if state.outcome == "found":
                self._tell(self.tr("Mistake found"))
            self._set(state)

    def give_up(self) -> None:
        """Tell which mistake it is."""
        snapshot = self._controller.snapshot
        if snapshot.hides_mistakes:
            state = quiz.given_up(self._state, snapshot)
            self._tell(self.tr("Give up"))
            self._set(state)

    def _tell(self, text: str) -> None:
        controller, here = self._controller, self._controller.snapshot.position
        controller.change_scenario(quiz.revealed(controller.snapshot.scenario), text)
        if here.is_inside:
            # Settings begin with an update; the person stays in the middle of it.
            controller.advance(0, min(here.line, len(controller.snapshot.program) - 1))

    def _set(self, state: QuizState) -> None:
        self._state = state
        self.state_changed.emit(state)
