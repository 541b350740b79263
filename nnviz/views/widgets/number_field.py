"""A field for one number."""

import math

from PyQt6.QtCore import QEvent, QObject, Qt, pyqtSignal
from PyQt6.QtGui import QKeyEvent
from PyQt6.QtWidgets import QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from nnviz.model.errors import ModelError
from nnviz.model.text.numbers import MisreadableNumberError, exact, format_count, format_short, parse_number
from nnviz.views.theme import Theme, metrics, mono_font
from nnviz.views.widgets.looks import set_look
from nnviz.views.widgets.misreadable import misreadable_text
from nnviz.views.widgets.shortcuts import is_space


class NumberField(QWidget):
    """
    A field that takes a number the way people write it: ``1/3``, ``0,5``, ``1e-3``.

    Return, Tab, Space and Up/Down enter the number, Escape brings back the last one. What is not a number, or out of
    range, is not entered: the field turns red and says beneath it what it accepts, until it is corrected.

    Signals
    -------
    number_entered(float)
        A person entered another number than the field had. Not emitted by `set_value`.

    Parameters
    ----------
    theme : Theme
    parent : QWidget, optional
    """

    number_entered = pyqtSignal(float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = 0.0
        self._low, self._high = -math.inf, math.inf
        self._whole = False
        self._step, self._by_factor = 1.0, False
        self._edit = QLineEdit(self)
        self._edit.setFont(mono_font(theme))
        self._edit.setMinimumWidth(theme.px(metrics.NUMBER_FIELD_W))
        self._edit.installEventFilter(self)
        self._edit.editingFinished.connect(self.enter)
        self._error = QLabel(self)
        self._error.setProperty("role", "fault")
        self._error.setWordWrap(True)
        self._error.setVisible(False)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(metrics.SMALL_GAP / 2))
        self._column.addWidget(self._edit)
        self._column.addWidget(self._error)
        self.setFocusProxy(self._edit)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.set_value(0.0)

    def set_range(self, low: float, high: float, whole: bool = False) -> None:
        """
        Set what is accepted.

        Parameters
        ----------
        low, high : float
            Both included; infinite where there is no limit.
        whole : bool
            Whether only whole numbers are accepted.
        """
        self._low, self._high, self._whole = float(low), float(high), whole

    def set_step(self, step: float, factor: bool = False) -> None:
        """Set what Up adds and Down takes away, or with `factor`, what they multiply and divide by."""
        self._step, self._by_factor = float(step), factor

    def set_value(self, value: float) -> None:
        """Show a number without a signal; a text that a person typed for the same number stays."""
        same = self.error_text() == "" and self._value == value and self._edit.text() != ""
        self._value = float(value)
        if not same:
            self._restore()

    def value(self) -> float:
        """Return the last number that was set or entered."""
        return self._value

    def text(self) -> str:
        """Return what is in the field."""
        return self._edit.text()

    def line_edit(self) -> QLineEdit:
        """Return the field itself, for labels' buddies, placeholders and tests."""
        return self._edit

    def error_label(self) -> QLabel:
        """Return the text beneath the field; put it into a layout of your own where the field is narrow."""
        return self._error

    def error_text(self) -> str:
        """Return why what is in the field is not accepted; empty if it is."""
        return self._error.text()

    def accepted_text(self) -> str:
        """Return the sentence that says what the field accepts."""
        low, high = (self._bound_text(bound) for bound in (self._low, self._high))
        if math.isfinite(self._low) and math.isfinite(self._high):
            if self._whole:
                return self.tr("A whole number from {low} to {high}").format(low=low, high=high)
            return self.tr("A number from {low} to {high}, like 0.5, 1/3 or 1e-3").format(low=low, high=high)
        if math.isfinite(self._low):
            if self._whole:
                return self.tr("A whole number, {low} or more").format(low=low)
            return self.tr("A number, {low} or more, like 0.5, 1/3 or 1e-3").format(low=low)
        if self._whole:
            return self.tr("A whole number")
        return self.tr("A number, like 0.5, 1/3 or 1e-3")

    def _bound_text(self, bound: float) -> str:
        return format_count(int(bound)) if self._whole and math.isfinite(bound) else format_short(bound)

    def eventFilter(self, watched: QObject | None, event: QEvent | None) -> bool:
        """Handle Up, Down, Escape and Space in the field."""
        if is_space(event) and event is not None and event.type() == QEvent.Type.ShortcutOverride:
            # No number has a blank in it: the number is entered, and the window has Space, and the keys after it.
            self.enter()
            if not self.error_text():
                self._edit.clearFocus()
                event.ignore()
                return True
        if not isinstance(event, QKeyEvent) or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return super().eventFilter(watched, event)
        wanted = event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) or (
            event.key() == Qt.Key.Key_Escape and self._is_touched()
        )
        if not wanted:
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride:
            # Otherwise the window's shortcut takes the key.
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self._restore()
            else:
                self._step_by(1 if event.key() == Qt.Key.Key_Up else -1)
            return True
        return super().eventFilter(watched, event)

    def enter(self) -> None:
        """Accept what is in the field, or show what is accepted."""
        try:
            number = parse_number(self._edit.text())
        except MisreadableNumberError as error:
            self._set_error(misreadable_text(error))
            return
        except ModelError:
            self._refuse()
            return
        if not self._accepts(number):
            self._refuse()
            return
        self._take(number)

    def _accepts(self, number: float) -> bool:
        return self._low <= number <= self._high and (not self._whole or number.is_integer())

    def _is_touched(self) -> bool:
        return self._edit.text() != self._plain(self._value) or self.error_text() != ""

    def _take(self, number: float) -> None:
        self._set_error("")
        if number != self._value:
            self._value = number
            self.number_entered.emit(number)

    def _refuse(self) -> None:
        self._set_error(self.accepted_text())

    def _restore(self) -> None:
        self._edit.setText(self._plain(self._value))
        self._set_error("")

    def _plain(self, value: float) -> str:
        """Return the text of a number that reads back as the same number, so that entering it again changes nothing."""
        short = format_short(value, 6)
        if math.isfinite(value) and parse_number(short) == value:
            return short
        return str(int(value)) if self._whole else exact(value)

    def _step_by(self, direction: int) -> None:
        grown, moved = self._value * self._step**direction, self._value + self._step * direction
        number = grown if self._by_factor else moved
        # Steps of 0.1 land on tenths and not on 0.30000000000000004.
        number = min(max(float(f"{number:.12g}"), self._low), self._high)
        self._edit.setText(self._plain(number))
        self._take(number)

    def _set_error(self, text: str) -> None:
        set_look(self._edit, "fault", bool(text))
        self._error.setText(text)
        self._error.setVisible(bool(text))
