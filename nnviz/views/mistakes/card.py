"""A mistake in the catalogue: its switch, its wrong and right lines, and its description."""

from __future__ import annotations

from PyQt6.QtCore import Qt, pyqtSignal
from PyQt6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PyQt6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nnviz.model.mistakes import Mistake
from nnviz.model.mistakes.build import corrections
from nnviz.model.scenario.edit.mistakes import wrong_program
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.convention import Convention
from nnviz.views.lines.mistake_texts import about_texts, hidden_text, reason_text
from nnviz.views.theme import Theme, metrics, mono_font
from nnviz.views.translation import translate_model
from nnviz.views.widgets.elided_label import ElidedLabel
from nnviz.views.widgets.tab_buttons import TabCheckBox

_MOST_LINES = 2
"""How many wrong lines are shown; in a deep network the others are the same for other layers."""


class MistakeCard(QWidget):
    """One row of the catalogue.

    Signals
    -------
    switch_requested(str, bool)
        Switch the mistake of this name on or off.

    Parameters
    ----------
    mistake
        Which mistake.
    theme
        Colours and fonts.
    """

    switch_requested = pyqtSignal(str, bool)

    def __init__(self, mistake: Mistake, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mistake = mistake
        self._theme = theme
        title = translate_model(mistake.title)
        self.check = TabCheckBox("", self)
        self.check.setAccessibleName(title)
        self.check.clicked.connect(self._ask)
        where, looks = about_texts(mistake)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self.needs = _text("", "hint", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(metrics.SMALL_GAP))
        self._title = _Title(title, self.check, self)
        column.addLayout(_beside(self.check, self._title))
        column.addLayout(self._lines)
        column.addWidget(_text(where, "secondary", self))
        column.addWidget(_text(looks, "secondary", self))
        column.addWidget(self.needs)
        rule = QFrame(self)
        rule.setProperty("role", "rule")
        column.addWidget(rule)

    @property
    def formulas(self) -> tuple[tuple[str, bool], ...]:
        """The formulas that are shown, and whether each is struck."""
        items = (self._lines.itemAt(place) for place in range(self._lines.count()))
        labels = (item.widget() for item in items if item is not None)
        return tuple((label.text(), label.is_struck) for label in labels if isinstance(label, FormulaLabel))

    def matches(self, words: str) -> bool:
        """Return whether every one of the words occurs on the card."""
        formulas = " ".join(text for text, _ in self.formulas)
        contents = " ".join((translate_model(self.mistake.title), *about_texts(self.mistake), formulas)).casefold()
        return all(word in contents for word in words.casefold().split())

    def show_snapshot(self, snapshot: Snapshot, *, is_possible: bool) -> None:
        """Show whether the mistake is made, and whether it is possible."""
        hides = snapshot.hides_mistakes
        self.check.setChecked(self.mistake.name in snapshot.scenario.mistakes and not hides)
        self.check.setEnabled(is_possible and not hides)
        self._title.setEnabled(self.check.isEnabled())
        self.check.setToolTip(hidden_text() if hides else "")
        reason = "" if is_possible else reason_text(self.mistake, snapshot)
        self.needs.setText(reason)
        self.needs.setVisible(bool(reason))

    def show_lines(self, snapshot: Snapshot, convention: Convention, *, is_possible: bool) -> None:
        """Write the lines of the network on the screen, wrong and right."""
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            assert widget is not None  # only labels are added
            widget.setVisible(False)
            widget.deleteLater()
        if is_possible and self.mistake.change is not None:
            for text, is_struck in _formulas(self.mistake.name, snapshot, convention):
                self._lines.addWidget(FormulaLabel(text, self._theme, self, is_struck=is_struck))

    def _ask(self, on: bool) -> None:
        # The next snapshot says whether it is made.
        self.check.setChecked(not on)
        self.switch_requested.emit(self.mistake.name, on)


class FormulaLabel(ElidedLabel):
    """A formula on a line of its own.

    Parameters
    ----------
    text
        The formula.
    is_struck
        Whether it is wrong, or left out.
    theme
        Colours and fonts.
    """

    def __init__(self, text: str, theme: Theme, parent: QWidget, *, is_struck: bool) -> None:
        super().__init__(text, parent)
        self.is_struck = is_struck
        self._theme = theme
        self.setFont(mono_font(theme))

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Draw the strike-through behind the text, so that it hides no minus sign."""
        painter, theme, area, text = QPainter(self), self._theme, self.contentsRect(), self.shown_text()
        if self.is_struck:
            y, width = area.center().y(), self.fontMetrics().horizontalAdvance(text)
            painter.setPen(QPen(QColor(theme.fault), theme.px(metrics.BORDER)))
            painter.drawLine(area.left(), y, area.left() + width, y)
        painter.setPen(QColor(theme.text if self.is_struck else theme.holds))
        painter.drawText(area, self.alignment(), text)


def _formulas(name: str, snapshot: Snapshot, convention: Convention) -> list[tuple[str, bool]]:
    program = wrong_program(snapshot.program.recipe, name)
    texts = []
    for symbol, right in list(corrections(program).items())[:_MOST_LINES]:
        if symbol in program.line_of:
            texts.append((program[program.line_of[symbol]].formula(snapshot.labels, convention), right is not None))
        if right is not None:
            texts.append((right.formula(snapshot.labels, convention), symbol not in program.line_of))
    return texts


def _text(text: str, role: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _beside(check: QCheckBox, title: QLabel) -> QHBoxLayout:
    row = QHBoxLayout()
    # The check box leaves a gap for a text of its own.
    row.setSpacing(0)
    row.addWidget(check, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(title, 1)
    return row


class _Title(QLabel):
    """The text beside a check box: unlike the check box's own, it wraps."""

    def __init__(self, text: str, check: QCheckBox, parent: QWidget) -> None:
        super().__init__(text, parent)
        self._check = check
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    def mouseReleaseEvent(self, event: QMouseEvent | None) -> None:
        """Switch, as a click on the check box does."""
        if event is not None and event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.pos()):
            self._check.click()
