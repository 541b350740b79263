"""The program's lines with a person's values and the verdict on each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PyQt6.QtCore import QEvent, QPointF, QRect, QSize, Qt, pyqtSignal
from PyQt6.QtGui import (
    QColor,
    QFontMetricsF,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PyQt6.QtWidgets import QSizePolicy, QToolTip, QWidget

from nnviz.model.arrays.array import Array
from nnviz.model.codecheck import LineReport
from nnviz.model.codecheck.report import sign_of
from nnviz.model.text.numbers import format_number
from nnviz.views.codecheck.texts import mistake_texts, own_texts, verdict_text
from nnviz.views.lines.style import LineStyle
from nnviz.views.lines.texts import NORM_SIGN, sign_and_number
from nnviz.views.theme import Theme, metrics

_VALUE: Final = NORM_SIGN + "−123.1234"
_WRAPPED: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


@dataclass(frozen=True)
class CodeRow:
    """The contents of a row.

    Attributes
    ----------
    line
        The finding.
    mark, formula, value
        Texts as they are shown; the value is empty where none was returned.
    verdict
        What is wrong and which mistakes explain it, one a paragraph; empty where the line is simply right.
    is_first
        Whether it is the first line that differs.
    """

    line: LineReport
    mark: str
    formula: str
    value: str
    verdict: tuple[str, ...]
    is_first: bool


class CodeRows(QWidget):
    """Draws the rows; what is wrong is explained under its line.

    Signals
    -------
    line_requested(str)
        A line was clicked; the symbol that it writes.

    Parameters
    ----------
    theme
        Colours and scale.
    """

    line_requested = pyqtSignal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = LineStyle.of(theme)
        self._theme = theme
        self._rows: tuple[CodeRow, ...] = ()
        self._tops: list[int] = [0]
        self._holds = QColor(theme.holds)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Lines of the program with your values"))

    @property
    def rows(self) -> tuple[CodeRow, ...]:
        """What is shown."""
        return self._rows

    def row_rect(self, index: int) -> QRect:
        """Return the rectangle of a row, from 0, with the explanation under it."""
        return QRect(0, self._tops[index], self.width(), self._tops[index + 1] - self._tops[index])

    def show_lines(self, lines: Sequence[LineReport]) -> None:
        """Show the findings, line by line."""
        first = next((line for line in lines if line.differs), None)
        self._rows = tuple(
            CodeRow(line, sign_of(line), line.formula, _value(line.theirs), _verdict(line), line is first)
            for line in lines
        )
        self._arrange()
        self.setAccessibleDescription("\n".join(self._as_text()))
        self.update()

    # Qt ----------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Return the height of all rows."""
        return QSize(self._theme.px(metrics.CELL_W), self._tops[-1])

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Wrap the texts again."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Draw the visible rows."""
        if event is None:
            return
        painter = QPainter(self)
        for index, row in enumerate(self._rows):
            rect = self.row_rect(index)
            if rect.intersects(event.rect()):
                self._paint_row(painter, row, rect)

    def mouseReleaseEvent(self, event: QMouseEvent | None) -> None:
        """Request the line under the mouse."""
        if event is None or event.button() != Qt.MouseButton.LeftButton:
            return
        index = self._index_at(int(event.position().y()))
        if index is not None:
            self.line_requested.emit(self._rows[index].line.symbol)

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        """Copy all rows as text."""
        assert event is not None
        clipboard = QGuiApplication.clipboard()
        if event.matches(QKeySequence.StandardKey.Copy) and clipboard is not None:
            clipboard.setText("\n".join(self._as_text()))
        else:
            event.ignore()

    def event(self, event: QEvent | None) -> bool:
        """Show the tooltip of a row: its whole formula, its value and its verdict."""
        if isinstance(event, QHelpEvent):
            index = self._index_at(event.pos().y())
            if index is not None:
                row = self._rows[index]
                text = "\n".join((row.formula, *filter(None, (row.value,)), *row.verdict))
                QToolTip.showText(event.globalPos(), text, self, self.row_rect(index))
            return True
        return super().event(event)

    # Inside ------------------------------------------------------------------------------------------------------

    def _index_at(self, y: int) -> int | None:
        return next((n for n in range(len(self._rows)) if self._tops[n] <= y < self._tops[n + 1]), None)

    def _as_text(self) -> list[str]:
        texts = []
        for row in self._rows:
            texts.append("  ".join(filter(None, (str(row.line.number), row.mark, row.formula, row.value))))
            texts += [f"    {text}" for text in row.verdict]
        return texts

    def _arrange(self) -> None:
        px, tops = self._theme.px, [0]
        for row in self._rows:
            height = px(metrics.ROW)
            if row.verdict and not self._is_verdict_beside(row):
                height += sum(self._verdict_height(text) for text in row.verdict) + px(metrics.SMALL_GAP)
            tops.append(tops[-1] + height)
        self._tops = tops
        if self.height() != tops[-1]:
            self.setFixedHeight(tops[-1])

    def _is_verdict_beside(self, row: CodeRow) -> bool:
        """Return whether the verdict of a row takes the place of the value that was not returned."""
        return not row.value and not row.line.differs

    @property
    def _left(self) -> int:
        """Where formulas begin: after the number and the mark."""
        digit = QFontMetricsF(self._style.plain).horizontalAdvance("0")
        return self._theme.px(metrics.PADDING) + round(5 * digit) + self._theme.px(metrics.GAP)

    @property
    def _right(self) -> int:
        return self.width() - self._theme.px(metrics.PADDING)

    def _verdict_rect(self) -> QRect:
        left = self._left + self._theme.px(metrics.PADDING)
        return QRect(left, 0, max(1, self._right - left), 1 << 16)

    def _verdict_height(self, text: str) -> int:
        return round(
            QFontMetricsF(self._style.words).boundingRect(self._verdict_rect().toRectF(), _WRAPPED, text).height()
        )

    def _paint_row(self, painter: QPainter, row: CodeRow, rect: QRect) -> None:
        style, theme = self._style, self._theme
        fonts = QFontMetricsF(style.plain)
        digit = fonts.horizontalAdvance("0")
        line_height = theme.px(metrics.ROW)
        baseline = rect.top() + round((line_height + fonts.capHeight()) / 2)
        wrong = row.mark == "✗"
        if row.is_first:
            painter.fillRect(rect, style.window)
            painter.fillRect(QRect(0, rect.top(), theme.px(metrics.RING), rect.height()), style.fault)
        left = theme.px(metrics.PADDING)
        painter.setFont(style.plain)
        painter.setPen(style.faint)
        number = str(row.line.number)
        painter.drawText(QPointF(left + (2 - len(number)) * digit, baseline), number)
        painter.setFont(style.bold)
        painter.setPen(style.fault if wrong else style.faint if row.mark == "·" else self._holds)
        painter.drawText(QPointF(left + 3 * digit, baseline), row.mark)
        right = self._paint_value(painter, row, rect.top(), baseline)
        painter.setFont(style.bold if row.is_first else style.plain)
        painter.setPen(style.text if row.value else style.secondary)
        room = right - theme.px(metrics.PADDING) - self._left
        formula = QFontMetricsF(painter.font()).elidedText(row.formula, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QPointF(self._left, baseline), formula)
        if row.verdict and not self._is_verdict_beside(row):
            self._paint_verdict(painter, row, rect.top() + line_height)

    def _paint_value(self, painter: QPainter, row: CodeRow, top: int, baseline: int) -> float:
        """Draw the value, or why there is none, and return where it begins."""
        style = self._style
        if self._is_verdict_beside(row) and row.verdict:
            painter.setFont(style.words)
            painter.setPen(style.fault if row.line.failed else style.secondary)
            text = row.verdict[0]
        else:
            painter.setFont(style.plain)
            painter.setPen(style.text)
            text = row.value
        left = self._right - QFontMetricsF(painter.font()).horizontalAdvance(text)
        painter.drawText(QPointF(left, baseline), text)
        column = self._right - QFontMetricsF(style.plain).horizontalAdvance(_VALUE)
        return min(left, column)

    def _paint_verdict(self, painter: QPainter, row: CodeRow, top: int) -> None:
        painter.setFont(self._style.words)
        for number, text in enumerate(row.verdict):
            is_verdict = number == 0
            painter.setPen(self._style.fault if is_verdict and row.line.differs else self._style.text)
            height = self._verdict_height(text)
            rect = self._verdict_rect()
            rect.setTop(top)
            rect.setHeight(height)
            painter.drawText(rect, _WRAPPED, text)
            top += height


def _value(array: Array | None) -> str:
    if array is None or not array.size:
        return ""
    sign, number = sign_and_number(array)
    return sign + format_number(number)


def _verdict(line: LineReport) -> tuple[str, ...]:
    verdict = verdict_text(line)
    return (verdict, *(f"→ {text}" for text in mistake_texts(line)), *own_texts(line)) if verdict else ()
