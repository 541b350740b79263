"""A few choices side by side, one of which is chosen."""

from collections.abc import Sequence
from typing import Final

from PyQt6.QtCore import QEvent, QRectF, QSize, Qt, pyqtSignal
from PyQt6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PyQt6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from nnviz.views.theme import Theme, label_font, metrics
from nnviz.views.widgets.shortcuts import is_override

_ARROWS: Final = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class _Segment(QAbstractButton):
    """One choice: a pill that is filled while it is chosen."""

    def __init__(self, theme: Theme, key: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = key
        self._theme = theme
        self.setCheckable(True)
        # A click leaves the keyboard where it is: the arrow keys step through the program.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFont(label_font(theme))
        self._bold = label_font(theme, bold=True)

    def shown_text(self) -> str:
        room = self.width() - 2 * self._theme.px(metrics.SMALL_GAP)
        return QFontMetrics(self._bold).elidedText(self.text(), Qt.TextElideMode.ElideRight, room)

    def sizeHint(self) -> QSize:
        # The bold text's width also while it is not chosen, so that choosing moves nothing.
        width = QFontMetrics(self._bold).horizontalAdvance(self.text())
        return QSize(width + 2 * self._theme.px(metrics.GAP), self._theme.px(metrics.PILL))

    def minimumSizeHint(self) -> QSize:
        narrow = QFontMetrics(self._bold).horizontalAdvance("m…") + 2 * self._theme.px(metrics.SMALL_GAP)
        return QSize(min(self.sizeHint().width(), narrow), self._theme.px(metrics.PILL))

    def event(self, event: QEvent | None) -> bool:
        # While a segment has the keyboard the arrows choose; otherwise they are the window's shortcuts.
        return is_override(event, _chooses) or super().event(event)

    def paintEvent(self, event: QPaintEvent | None) -> None:
        theme = self._theme
        width = theme.px(metrics.BORDER)
        corner = theme.px(metrics.SMALL_CORNER)
        pill = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = QPen(QColor(theme.accent), width) if self.hasFocus() else QPen(Qt.PenStyle.NoPen)
        painter.setPen(ring)
        painter.setBrush(QColor(theme.chosen) if self.isChecked() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(pill, corner, corner)
        painter.setFont(self._bold if self.isChecked() else self.font())
        painter.setPen(QColor(self._text_colour()))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.shown_text())

    def _text_colour(self) -> str:
        if not self.isEnabled():
            return self._theme.faint
        if self.isChecked():
            return self._theme.accent
        return self._theme.text if self.underMouse() else self._theme.secondary


class SegmentedControl(QWidget):
    """
    Choices like "weights | gradients | last change": one is chosen, arrow keys and clicks change it.

    Signals
    -------
    chosen(str)
        The key of what a person has just chosen; not emitted by `choose`.

    Parameters
    ----------
    theme : Theme
    parent : QWidget, optional
    """

    chosen = pyqtSignal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._segments: list[_Segment] = []
        self._chosen_key = ""
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._take)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(metrics.SMALL_GAP))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """
        Set the choices as pairs of key and translated label.

        What was chosen stays chosen if its key is still there; otherwise the first is. Same keys only change labels.
        """
        if [key for key, _ in choices] != [segment.key for segment in self._segments]:
            self._rebuild([key for key, _ in choices])
        for segment, (_, label) in zip(self._segments, choices, strict=True):
            segment.setText(label)
            segment.setAccessibleName(label)
            segment.setToolTip(label)
            segment.updateGeometry()

    def choose(self, key: str) -> None:
        """
        Choose without a signal.

        Raises
        ------
        KeyError
            There is no such choice.
        """
        for segment in self._segments:
            if segment.key == key:
                segment.setChecked(True)
                self._chosen_key = key
                return
        raise KeyError(key)

    def chosen_key(self) -> str:
        """Return the key of what is chosen; empty while there are no choices."""
        return self._chosen_key

    def _rebuild(self, keys: list[str]) -> None:
        for segment in self._segments:
            self._group.removeButton(segment)
            self._row.removeWidget(segment)
            segment.hide()
            segment.deleteLater()
        self._segments = [_Segment(self._theme, key, self) for key in keys]
        for segment in self._segments:
            self._group.addButton(segment)
            self._row.addWidget(segment)
        if keys:
            self.choose(self._chosen_key if self._chosen_key in keys else keys[0])
        else:
            self._chosen_key = ""

    def _take(self, button: QAbstractButton) -> None:
        if isinstance(button, _Segment) and button.key != self._chosen_key:
            self._chosen_key = button.key
            self.chosen.emit(button.key)


def _chooses(event: QKeyEvent) -> bool:
    return event.key() in (*_ARROWS, Qt.Key.Key_Space) and event.modifiers() == Qt.KeyboardModifier.NoModifier
