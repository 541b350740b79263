"""The verdict above a person's source: the first wrong line and why, and what can be done next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PyQt6.QtCore import QRectF, Qt, pyqtSignal
from PyQt6.QtGui import QColor, QPainter, QPaintEvent
from PyQt6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from nnviz.views.theme import Theme, metrics, mono_small_font, ui_font
from nnviz.views.widgets.link import Link

_PRINTED_LINES = 6

VerdictKind = Literal["fault", "holds", "ask", "quiet"]
"""Which colour a verdict has: of a fault, of what holds, of a question, or none."""


@dataclass(frozen=True)
class Verdict:
    """What the bar shows.

    Attributes
    ----------
    kind
        Which colour it has.
    title
        The verdict in a sentence.
    lines
        What follows, each in a line of its own; `quiet` ones are in grey below.
    quiet
        Less important lines.
    buttons
        (key, text) of buttons; the first is filled where the bar asks.
    advice
        (key, text, whether there is something to show) of further advice, each with a link that shows it.
    more
        What is hidden until it is asked for: notes, each in a line.
    printed
        What the code printed.
    """

    kind: VerdictKind
    title: str
    lines: tuple[str, ...] = ()
    quiet: tuple[str, ...] = ()
    buttons: tuple[tuple[str, str], ...] = ()
    advice: tuple[tuple[str, str, bool], ...] = ()
    more: tuple[str, ...] = ()
    printed: str = ""


class VerdictBar(QWidget):
    """Shows a verdict; hidden while there is none.

    Signals
    -------
    pressed(str)
        The key of the button that was pressed.
    advice_requested(str)
        The key of the advice whose number is to be shown.
    """

    pressed = pyqtSignal(str)
    advice_requested = pyqtSignal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._verdict: Verdict | None = None
        self._buttons: list[QPushButton] = []
        self._advice: list[QWidget] = []
        self._title, self._lines, self._quiet, self._notes = QLabel(), QLabel(), QLabel(), QLabel()
        for label in (self._title, self._lines, self._quiet, self._notes):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._title.setFont(ui_font(theme, bold=True))
        for label in (self._quiet, self._notes):
            label.setProperty("role", "secondary")
        self._more = Link("", theme, opens=True)
        self._more.toggled.connect(self._show_more)
        self._printed = QPlainTextEdit()
        self._printed.setReadOnly(True)
        self._printed.setTabChangesFocus(True)
        self._printed.setFont(mono_small_font(theme))
        self._printed.setAccessibleName(self.tr("What it printed"))
        self._lay_out()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setVisible(False)

    def _lay_out(self) -> None:
        px = self._theme.px
        padding, gap, small = px(metrics.PADDING), px(metrics.GAP), px(metrics.SMALL_GAP)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(2 * padding + gap, gap, 2 * padding, gap + small)
        self._column.setSpacing(small)
        self._row = QHBoxLayout()
        self._row.setSpacing(gap)
        self._advice_rows = QVBoxLayout()
        self._advice_rows.setSpacing(small)
        self._column.addWidget(self._title)
        self._column.addWidget(self._lines)
        self._column.addWidget(self._quiet)
        self._column.addLayout(self._advice_rows)
        self._column.addLayout(self._row)
        self._column.addWidget(self._more)
        self._column.addWidget(self._notes)
        self._column.addWidget(self._printed)

    # Showing -----------------------------------------------------------------------------------------------------

    @property
    def verdict(self) -> Verdict | None:
        """What is shown."""
        return self._verdict

    def show_verdict(self, verdict: Verdict | None) -> None:
        """Show a verdict; None hides the bar."""
        if verdict == self._verdict:
            return
        had_focus = any(button.hasFocus() for button in self._buttons)
        if had_focus and (verdict is None or not verdict.buttons):
            self.setFocus()  # until its owner moves it: a button that is hidden passes it to any field of the window
        self._verdict = verdict
        self.setVisible(verdict is not None)
        if verdict is None:
            return
        self._title.setText(verdict.title)
        self.setAccessibleName(verdict.title)
        for label, lines in ((self._lines, verdict.lines), (self._quiet, verdict.quiet)):
            label.setText("\n".join(lines))
            label.setVisible(bool(lines))
        self._fill_buttons(verdict)
        self._fill_advice(verdict.advice)
        self._fill_more(verdict)
        if had_focus and self._buttons:
            self._buttons[0].setFocus()
        self.update()

    def focus_first(self) -> None:
        """Move the keyboard to the first button, so that Return presses it."""
        if self._buttons:
            self._buttons[0].setFocus()

    def button(self, key: str) -> QPushButton:
        """Return the button of a key.

        Raises
        ------
        LookupError
            If there is none.
        """
        for button in self._buttons:
            if button.objectName() == key:
                return button
        raise LookupError(key)

    def _fill_buttons(self, verdict: Verdict) -> None:
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()  # it may be handling the click that has led here
        while self._row.count():
            self._row.takeAt(0)
        self._buttons = []
        for key, text in verdict.buttons:
            button = QPushButton(text, self)
            button.setObjectName(key)
            button.setAutoDefault(True)  # Return presses it
            button.setProperty("primary", verdict.kind == "ask" and not self._buttons)
            button.clicked.connect(self._press)
            self._row.addWidget(button)
            button.show()  # at once, so that it can have the keyboard
            self._buttons.append(button)
        self._row.addStretch(1)

    def _fill_advice(self, advice: Sequence[tuple[str, str, bool]]) -> None:
        for widget in self._advice:
            self._advice_rows.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._advice = []
        for key, text, shows in advice:
            row = QWidget()
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(self._theme.px(metrics.GAP))
            label = QLabel("• " + text)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            line.addWidget(label, 1)
            if shows:
                link = Link(self.tr("Show"), self._theme)
                link.setObjectName(key)
                link.clicked.connect(self._request_advice)
                line.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
            self._advice_rows.addWidget(row)
            self._advice.append(row)

    def _fill_more(self, verdict: Verdict) -> None:
        parts = []
        if verdict.more:
            parts.append(self.tr("Notes: %1").replace("%1", str(len(verdict.more))))
        lines = verdict.printed.rstrip().count("\n") + 1 if verdict.printed.strip() else 0
        if lines:
            parts.append(self.tr("printed lines: %1").replace("%1", str(lines)))
        text = " · ".join(parts)
        self._more.setText(text)
        self._more.setAccessibleName(text)
        self._more.updateGeometry()
        self._more.setVisible(bool(parts))
        self._notes.setText("\n".join(verdict.more))
        self._printed.setPlainText(verdict.printed.rstrip())
        height = self._printed.fontMetrics().lineSpacing() * (min(lines, _PRINTED_LINES) + 1)
        self._printed.setFixedHeight(height + 2 * self._theme.px(metrics.GAP))
        self._show_more(self._more.isChecked())

    def _show_more(self, shown: bool) -> None:
        verdict = self._verdict
        self._notes.setVisible(shown and verdict is not None and bool(verdict.more))
        self._printed.setVisible(shown and verdict is not None and bool(verdict.printed.strip()))

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Draw the ground, and the mark at its left end in the colour of the verdict."""
        theme, px = self._theme, self._theme.px
        if self._verdict is None:
            return
        colours = {"fault": theme.fault, "holds": theme.holds, "ask": theme.accent, "quiet": theme.faint}
        area = QRectF(self.rect()).adjusted(px(metrics.PADDING), 0, -px(metrics.PADDING), -px(metrics.SMALL_GAP))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.window))
        painter.drawRoundedRect(area, px(metrics.SMALL_CORNER), px(metrics.SMALL_CORNER))
        painter.fillRect(
            QRectF(area.left(), area.top(), px(metrics.TRACK), area.height()), QColor(colours[self._verdict.kind])
        )

    def _press(self) -> None:
        sender = self.sender()
        assert sender is not None
        self.pressed.emit(sender.objectName())

    def _request_advice(self) -> None:
        sender = self.sender()
        assert sender is not None
        self.advice_requested.emit(sender.objectName())
