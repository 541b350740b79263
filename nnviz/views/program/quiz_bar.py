"""The bar of the quiz: the question, an answer to choose, and its outcome."""

from __future__ import annotations

from PyQt6.QtCore import QRectF, QSize, Qt, pyqtSignal
from PyQt6.QtGui import QColor, QPainter, QPaintEvent
from PyQt6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from nnviz.model.quiz.quiz import QuizState
from nnviz.model.session.snapshot import Snapshot
from nnviz.views.theme import Theme, icon, metrics
from nnviz.views.translation import translate_model
from nnviz.views.widgets.choice_combo import ChoiceCombo, Option
from nnviz.views.widgets.tab_buttons import TabPushButton


class QuizBar(QWidget):
    """Asks which mistake is hidden, then shows the answer; invisible at all other times.

    Signals
    -------
    answer_requested(str)
        The person names the mistake.
    give_up_requested()
        Reveal the mistake.

    Parameters
    ----------
    theme
        Colours and sizes.
    """

    answer_requested = pyqtSignal(str)
    give_up_requested = pyqtSignal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._snapshot: Snapshot | None = None
        self._state = QuizState()
        self._is_dismissed = False
        self.text = QLabel(self)
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.choice = ChoiceCombo(theme, self)
        self.choice.setAccessibleName(self.tr("Which mistake it is"))
        self.choice.chosen.connect(self._enable_check)
        self.check = TabPushButton(self.tr("Check"), self)
        self.check.clicked.connect(self._ask_check)
        self.give_up = TabPushButton(self.tr("Give up"), self)
        self.give_up.clicked.connect(self.give_up_requested)
        for button in (self.check, self.give_up):
            # Enter presses it too.
            button.setAutoDefault(True)
        self.close_button = QToolButton(self)
        self.close_button.setProperty("bare", True)
        self.close_button.setIcon(icon("close", theme, "secondary"))
        self.close_button.setIconSize(QSize(theme.px(metrics.ICON), theme.px(metrics.ICON)))
        self.close_button.setToolTip(self.tr("Dismiss"))
        self.close_button.setAccessibleName(self.tr("Dismiss"))
        self.close_button.clicked.connect(self._dismiss)
        self._arrange()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.setVisible(False)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the question while a mistake is hidden."""
        before, self._snapshot = self._snapshot, snapshot
        is_same = before is not None and before.scenario is snapshot.scenario
        if not is_same or before is None or before.hides_mistakes != snapshot.hides_mistakes:
            self._show()

    def show_quiz(self, state: QuizState) -> None:
        """Show the outcome of an answer, and the score."""
        if state.outcome != self._state.outcome or state.asked != self._state.asked:
            self._is_dismissed = False
        if state.asked != self._state.asked:
            self.choice.choose("")
        self._state = state
        self._show()

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Draw a mark in the colour of a question, of a right or of a wrong answer."""
        theme, outcome = self._theme, self._state.outcome
        is_open = self._snapshot is not None and self._snapshot.hides_mistakes
        colour = theme.accent
        if outcome == "wrong" and is_open:
            colour = theme.fault
        elif outcome == "found" and not is_open:
            colour = theme.holds
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        width, inset = theme.px(metrics.SMALL_GAP), theme.px(metrics.PADDING)
        height = self.height() - theme.px(metrics.GAP)
        painter.drawRoundedRect(QRectF(inset, 0, width, height), width / 2, width / 2)

    def _arrange(self) -> None:
        gap, padding = self._theme.px(metrics.GAP), self._theme.px(metrics.PADDING)
        top, bottom = QHBoxLayout(), QHBoxLayout()
        for row in (top, bottom):
            row.setSpacing(gap)
        top.addWidget(self.text, 1)
        top.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        bottom.addWidget(self.choice, 1)
        bottom.addWidget(self.check)
        bottom.addWidget(self.give_up)
        column = QVBoxLayout(self)
        # Room for the coloured mark on the left.
        column.setContentsMargins(padding + self._theme.px(metrics.SMALL_GAP) + gap, 0, padding, gap)
        column.setSpacing(self._theme.px(metrics.SMALL_GAP))
        column.addLayout(top)
        column.addLayout(bottom)

    def _show(self) -> None:
        snapshot, state = self._snapshot, self._state
        if snapshot is None:
            return
        is_open = snapshot.hides_mistakes
        if is_open:
            unanswered = Option("", self.tr("Which mistake is it?"), enabled=False)
            self.choice.set_options((unanswered, *_options(snapshot)))
            self._enable_check()
        for widget in (self.choice, self.check, self.give_up):
            widget.setVisible(is_open)
        self.close_button.setVisible(not is_open)
        text = self._question() if is_open else self._answer()
        score = self.tr("Found %1 of %2 so far.").replace("%1", str(state.found)).replace("%2", str(state.asked))
        self.text.setText(f"{text} {score}" if state.asked else text)
        # The answer is about a mistake that is still made; Undo and other scenarios end it.
        is_revealed = state.answer is not None and state.answer.name in snapshot.scenario.mistakes
        self.setVisible(is_open or (is_revealed and not self._is_dismissed))
        self.update()

    def _question(self) -> str:
        question = self.tr("Something is broken. Find it with the debugger, then name it.")
        if self._state.outcome != "wrong" or self._state.guess is None:
            return question
        wrong = self.tr("It is not “%1”. Keep looking.").replace("%1", translate_model(self._state.guess.title))
        return f"{wrong} {question}"

    def _answer(self) -> str:
        state = self._state
        if state.answer is None:
            return ""
        text = self.tr("Found! It is “%1”. %2") if state.outcome == "found" else self.tr("It was “%1”. %2")
        return text.replace("%1", translate_model(state.answer.title)).replace("%2", translate_model(state.clue))

    def _enable_check(self) -> None:
        self.check.setEnabled(bool(self.choice.chosen_key()))

    def _ask_check(self) -> None:
        self.answer_requested.emit(self.choice.chosen_key())

    def _dismiss(self) -> None:
        self._is_dismissed = True
        self.setVisible(False)


def _options(snapshot: Snapshot) -> tuple[Option, ...]:
    from nnviz.model.quiz.quiz import choices

    mistakes = choices(snapshot.scenario, snapshot.data)
    return tuple(Option(mistake.name, translate_model(mistake.title)) for mistake in mistakes)
