"""Typing a number where it is shown: a small editor over a cell."""

from __future__ import annotations

from typing import Final

from PyQt6.QtCore import QEvent, QObject, QRect, QRectF, Qt, pyqtSignal
from PyQt6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PyQt6.QtWidgets import QApplication, QHBoxLayout, QLabel, QWidget

from nnviz.model.errors import ModelError
from nnviz.model.text.numbers import MisreadableNumberError, exact, parse_number
from nnviz.views.theme import Theme, label_font, metrics, mono_small_font
from nnviz.views.widgets.borrowed_focus import BorrowedFocus
from nnviz.views.widgets.cell_field import CellField
from nnviz.views.widgets.floating_note import FloatingNote
from nnviz.views.widgets.misreadable import misreadable_text

_MOST: Final = 24
"""How many characters are quoted of a text that is not a number."""


class CellEditor(QWidget):
    """Takes a number the way people write it, exactly over the cell that holds it.

    Enter takes the number, Tab too, Escape leaves the old one. What is not a number is reported beneath and stays,
    to be corrected. Leaving the editor takes a number and discards what is not one.

    Signals
    -------
    accepted(float)
        Another number than the cell holds; the editor has closed.
    tabbed(int)
        After that: the editor was left for the next cell (1) or for the one before (−1).

    Parameters
    ----------
    theme
    surface
        On which the cells are; the editor never goes beyond it.
    """

    accepted = pyqtSignal(float)
    tabbed = pyqtSignal(int)

    def __init__(self, theme: Theme, surface: QWidget) -> None:
        super().__init__(surface)
        self._theme = theme
        self._cell = QRect()
        self._value = 0.0
        font = mono_small_font(theme)
        self._measures = QFontMetrics(font)
        self._border, self._away = theme.px(metrics.RING), theme.px(metrics.SMALL_GAP)
        self._name = QLabel(self)
        self._name.setProperty("role", "secondary")
        self._name.setFont(font)
        self._field = CellField(self)
        self._field.setProperty("inline", True)
        self._field.setFrame(False)
        self._field.setFont(font)
        # A click beside the text is not one on the cell under it.
        self.setFocusProxy(self._field)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self._focus = BorrowedFocus(self._field)
        self._reason = FloatingNote(theme, self, label_font(theme), fault=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(self._border, self._border, self._border, self._border)
        row.setSpacing(0)
        row.addWidget(self._name)
        row.addWidget(self._field, 1)
        self._field.textChanged.connect(self._follow_text)
        self._field.entered.connect(self._enter)
        self._field.cancelled.connect(self.cancel)
        self._field.left.connect(self.finish)
        self.hide()

    def field(self) -> CellField:
        """Return the field itself, for tests."""
        return self._field

    def reason(self) -> str:
        """Return why what is in the field is not accepted; empty if nothing has been refused."""
        return self._reason.text()

    def open(self, cell: QRect, value: float, name: str, typed: str = "", *, is_legible: bool = False) -> None:
        """Begin to edit.

        Parameters
        ----------
        cell
            Where the number is drawn.
        value
            What the cell holds; it is selected, to be typed over.
        name
            How the cell is written.
        typed
            What has been typed already, instead of the value.
        is_legible
            Whether it is drawn as a number: then the editor covers it. Else it is under it, with the name.
        """
        self._value = value
        self._name.setText("" if is_legible else f"{name} =")
        self._name.setVisible(not is_legible)
        self._name.setContentsMargins(self._away, 0, self._border, 0)
        self._field.setAccessibleName(name)
        self._write(exact(value))
        if typed:
            # Typed over the selected number, so that Ctrl+Z in the field brings it back.
            self._field.insert(typed)
        self.place(cell)
        self.show()
        self.raise_()
        self._focus.take()
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self)

    def place(self, cell: QRect) -> None:
        """Move to another place, because the cell does."""
        self._cell = cell
        self._fit()

    def follow(self, value: float) -> None:
        """Show what the cell holds now; what a person has typed stays."""
        if value != self._value:
            self._value = value
            if not self._field.isModified():
                self._write(exact(value))

    def cancel(self) -> None:
        """Close, with the old number."""
        if not self.isHidden():
            application = QApplication.instance()
            assert application is not None
            application.removeEventFilter(self)
            self._show_reason("")
            self._focus.give_back()
            self.hide()

    def finish(self) -> None:
        """Close, taking what is in the field if it is a number."""
        if not self.isHidden():
            self._close_with(self._number())

    # Inside ------------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject | None, event: QEvent | None) -> bool:
        """Notice a click elsewhere in the window, also on what does not take the keyboard."""
        if (
            event is not None
            and event.type() == QEvent.Type.MouseButtonPress
            and isinstance(watched, QWidget)
            and watched.window() is self.window()
            and watched is not self
            and not self.isAncestorOf(watched)
        ):
            self.finish()
        return False

    def _write(self, text: str) -> None:
        self._field.setText(text)
        self._field.setModified(False)
        self._field.selectAll()

    def _number(self) -> float | None:
        """Return the number in the field, or None where there is none."""
        try:
            return parse_number(self._field.text())
        except ModelError:
            return None

    def _enter(self, step: int) -> None:
        number = self._number()
        # The cell itself may hold NaN: leaving that alone is not a fault.
        if number is None and self._field.isModified():
            self._refuse()
            return
        self._close_with(number)
        if step:
            self.tabbed.emit(step)

    def _close_with(self, number: float | None) -> None:
        modified = self._field.isModified()
        self.cancel()
        if number is not None and modified and number != self._value:
            self.accepted.emit(number)

    def _refuse(self) -> None:
        text = self._field.text().strip()
        try:
            parse_number(text)
        except MisreadableNumberError as error:
            self._show_reason(misreadable_text(error))
            return
        except ModelError:
            pass  # in the words below
        if len(text) > _MOST:
            text = f"{text[:_MOST]}…"
        if text:
            reason = self.tr("“%1” is not a finite number. Accepted: numbers like 0.5, 0,5, 1/3 and 1e-3")
        else:
            reason = self.tr("The field is empty. Accepted: numbers like 0.5, 0,5, 1/3 and 1e-3")
        self._show_reason(reason.replace("%1", text))

    def _show_reason(self, reason: str) -> None:
        self._field.setToolTip(reason)
        if reason:
            self._reason.show_beside(self.rect(), reason)
        elif self._reason.text():
            self._reason.put_away()
            self._reason.clear()
        self.update()

    def _follow_text(self) -> None:
        if self._reason.text():
            if self._number() is None:
                self._refuse()
            else:
                self._show_reason("")
        self._fit()

    def _fit(self) -> None:
        """Place the editor over the cell, or under it, as wide as the text needs, inside the surface."""
        surface = self.parentWidget()
        assert surface is not None
        room, is_named = surface.rect(), self._name.text() != ""
        name = self._measures.horizontalAdvance(self._name.text()) + self._away + self._border if is_named else 0
        # Room for one more sign, and for the field's own margins.
        text = self._measures.horizontalAdvance(self._field.text() + "0") + 2 * self._away
        width = min(max(self._cell.width(), name + text + 2 * self._border), room.width())
        least = self._measures.height() + 2 * self._border + self._theme.px(metrics.BORDER)
        height = least + self._away if is_named else max(self._cell.height(), least)
        left, top = self._cell.left(), self._cell.top() - (height - self._cell.height()) // 2
        if is_named:
            left = self._cell.center().x() - width // 2
            top = self._cell.bottom() + 2 * self._away
            if top + height > room.height():
                top = self._cell.top() - 2 * self._away - height
        left, top = max(min(left, room.width() - width), 0), max(min(top, room.height() - height), 0)
        self.setGeometry(left, top, width, height)
        if self._reason.text():
            self._reason.show_beside(self.rect(), self._reason.text())

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Draw the frame: of what is being edited, or of a fault."""
        theme, half = self._theme, self._border / 2
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.field))
        colour = QColor(theme.fault if self._reason.text() else theme.accent)
        painter.setPen(QPen(colour, self._border, join=Qt.PenJoinStyle.MiterJoin))
        painter.drawRect(QRectF(self.rect()).adjusted(half, half, -half, -half))
