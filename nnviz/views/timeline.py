"""The strip at the window's foot: the update's lines as segments, how far they have run, and where the run stands."""

from __future__ import annotations

from itertools import pairwise

from PyQt6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, pyqtSignal
from PyQt6.QtGui import QColor, QFontMetrics, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PyQt6.QtWidgets import QSizePolicy, QToolTip, QWidget

from nnviz.model.numbers import format_count
from nnviz.model.snapshot import Snapshot
from nnviz.views.theme import Theme, metrics, mono_font

_STAGE_GAP = 6
"""Between the stages of the update: forward, loss, backward, update."""
_LINE_GAP = 2
_FEWEST_DIGITS = 5
"""Room kept for the update's number from the start, so that the strip stands still."""


class TimelineBar(QWidget):
    """Shows how far the update on the screen has run: a segment for each line, in four stages.

    The cursor always stands at the newest state; a click on a segment runs on to that line.

    Signals
    -------
    line_run_requested(int)
        The person clicked a line's segment (from 1).

    Parameters
    ----------
    theme
        Colours and sizes.
    """

    line_run_requested = pyqtSignal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._font = mono_font(theme)
        self._snapshot: Snapshot | None = None
        self._hovered: int | None = None
        self._segments: list[QRectF] = []
        self._segments_for: tuple[object, int] | None = None
        self._text_width = 0
        self.setMouseTracking(True)
        self.setFixedHeight(theme.px(metrics.BAR))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Where the run stands"))

    def sizeHint(self) -> QSize:
        """Give the height of a bar."""
        return QSize(self._theme.px(400), self._theme.px(metrics.BAR))

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show where a snapshot stands."""
        self._snapshot = snapshot
        self.update()

    def segment(self, line: int) -> QRectF:
        """Give the rectangle of a line's segment (from 1), in the widget's coordinates."""
        return self._laid_out()[line - 1]

    def text(self) -> str:
        """Give where the run stands: epoch, update and line."""
        if self._snapshot is None:
            return ""
        position = self._snapshot.position
        told = self.tr("epoch %1 · update %2 · line %3 / %4")
        told = told.replace("%1", format_count(position.epoch)).replace("%2", format_count(position.update))
        return told.replace("%3", str(position.line).rjust(len(str(position.lines)))).replace("%4", str(position.lines))

    # Laying out and painting -------------------------------------------------------------------------------------

    def _laid_out(self) -> list[QRectF]:
        """Give every line's rectangle; computed again only for another program, text width or size."""
        snapshot = self._snapshot
        if snapshot is None:
            return []
        px = self._theme.px
        widest = max(self._text_width, self._width_of_text())
        key = (snapshot.program, self.width() * 100_000 + widest)
        if key == self._segments_for:
            return self._segments
        self._text_width = widest
        stages = [line.stage for line in snapshot.program]
        gaps = [px(_STAGE_GAP if after != before else _LINE_GAP) for before, after in pairwise(stages)]
        left = px(metrics.PADDING)
        room = self.width() - left - px(metrics.PADDING) * 3 - widest - sum(gaps)
        each = max(1.0, room / len(stages))
        height, x = px(metrics.TRACK) * 2, float(left)
        self._segments = []
        for gap in (*gaps, 0):
            self._segments.append(QRectF(x, (self.height() - height) / 2, each, height))
            x += each + gap
        self._segments_for = key
        return self._segments

    def _width_of_text(self) -> int:
        # Every digit is as wide as any other; the update's number gets room for a few more.
        position = self._snapshot.position if self._snapshot is not None else None
        digits = max(_FEWEST_DIGITS - len(str(position.update)), 0) if position is not None else 0
        measure = QFontMetrics(self._font)
        return measure.horizontalAdvance(self.text()) + 2 * digits * measure.horizontalAdvance("0")

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Paint the frame, a segment for each line, the handle on the newest, and the text."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.border), px(metrics.BORDER)))
        painter.setBrush(QColor(theme.panel))
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, px(metrics.CORNER), px(metrics.CORNER))
        if self._snapshot is None:
            return
        segments, line = self._laid_out(), self._snapshot.position.line
        painter.setPen(Qt.PenStyle.NoPen)
        done, ahead, hovered = QColor(theme.accent), QColor(theme.border), QColor(theme.faint)
        for number, rectangle in enumerate(segments, start=1):
            painter.setBrush(hovered if number == self._hovered else done if number <= line else ahead)
            painter.drawRoundedRect(rectangle, rectangle.height() / 2, rectangle.height() / 2)
        if line:
            self._paint_handle(painter, segments[line - 1])
        painter.setFont(self._font)
        painter.setPen(QColor(theme.text))
        where = self.rect().adjusted(0, 0, -px(metrics.PADDING), 0)
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self.text())

    def _paint_handle(self, painter: QPainter, segment: QRectF) -> None:
        px = self._theme.px
        radius = px(metrics.HANDLE) / 2
        painter.setPen(QPen(QColor(self._theme.now_mark), px(metrics.RING)))
        painter.setBrush(QColor(self._theme.panel))
        painter.drawEllipse(QPointF(segment.right() - radius / 2, segment.center().y()), radius, radius)

    # The mouse ---------------------------------------------------------------------------------------------------

    def _line_at(self, place: QPointF) -> int | None:
        for number, rectangle in enumerate(self._laid_out(), start=1):
            # The whole height of the bar is the target, not only the thin segment.
            if rectangle.left() <= place.x() < rectangle.right():
                return number
        return None

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:
        """Mark the segment under the mouse."""
        assert event is not None
        self._hover(self._line_at(event.position()))

    def leaveEvent(self, event: QEvent | None) -> None:
        """Mark none."""
        self._hover(None)

    def mousePressEvent(self, event: QMouseEvent | None) -> None:
        """Ask to run on to the clicked line."""
        assert event is not None
        line = self._line_at(event.position())
        if line is not None and event.button() == Qt.MouseButton.LeftButton:
            self.line_run_requested.emit(line)

    def _hover(self, line: int | None) -> None:
        if line != self._hovered:
            self._hovered = line
            self.setCursor(Qt.CursorShape.ArrowCursor if line is None else Qt.CursorShape.PointingHandCursor)
            self.update()

    def event(self, event: QEvent | None) -> bool:
        """Tell which line a segment is, and what a click does."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.tip(self._line_at(QPointF(event.pos()))), self)
            return True
        return super().event(event)

    def tip(self, line: int | None) -> str:
        """Give the tooltip of a line's segment, or of the bar."""
        snapshot = self._snapshot
        if snapshot is None or line is None:
            return self.tr("The lines of one update, and how many of them have run")
        formula = snapshot.program[line].formula(snapshot.labels)
        position = snapshot.position
        inside = position.is_inside and line > position.line
        what = (
            self.tr("Click: run on to this line") if inside else self.tr("Click: run to this line of the next update")
        )
        return f"{line}  {formula}\n{what}"
