"""The widget with the arrays of a person's own code."""

from __future__ import annotations

from typing import Final

import numpy as np
from PyQt6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PyQt6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PyQt6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from nnviz.model.arrays.norm import largest
from nnviz.model.recorded_run.recorded_run import Moment
from nnviz.model.text.numbers import exact
from nnviz.views.matrices.own_code.array_layout import ArrayArrangement, ArrayArranger, PlacedArray
from nnviz.views.matrices.own_code.shown_arrays import shown_rows
from nnviz.views.matrices.sides import Side
from nnviz.views.theme import (
    Theme,
    hint_font,
    label_font,
    metrics,
    mono_small_font,
    signed_rgba,
    signed_text_rgba,
)

_MANY: Final = 200_000
"""Cells from which the colours' scale is that of the cells that are drawn."""


class OwnArraysCanvas(QAbstractScrollArea):
    """Shows what the line that has just run wrote, from what, and what the other names hold."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._arranger = ArrayArranger(theme)
        self._moment: Moment | None = None
        self._side: Side = "yours"
        self._arrangement = ArrayArrangement()
        self._made_of: tuple[object, ...] = ()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Arrays of your code"))
        bar = self.verticalScrollBar()
        assert bar is not None  # a scroll area always has one
        self._bar = bar
        bar.setSingleStep(self._arranger.cell_height)

    @property
    def arrangement(self) -> ArrayArrangement:
        """What is shown, and where."""
        return self._arrangement

    def show_moment(self, moment: Moment | None, side: Side) -> None:
        """Show another moment, or other numbers of it."""
        self._moment, self._side = moment, side
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        port = self._port
        made_of = (self._moment, self._side, port.width())
        if made_of == self._made_of:
            return
        self._made_of = made_of
        rows = () if self._moment is None else shown_rows(self._moment, self._side)
        self._arrangement = self._arranger.arrange(rows, port.width())
        self._bar.setPageStep(port.height())
        self._bar.setRange(0, max(0, self._arrangement.height - port.height()))
        self._bar.setValue(0)
        port.update()

    @property
    def _port(self) -> QWidget:
        viewport = self.viewport()
        assert viewport is not None  # a scroll area always has one
        return viewport

    # Events ------------------------------------------------------------------------------------------------------

    def showEvent(self, event: object) -> None:
        """Catch up with what came while hidden."""
        super().showEvent(event)  # type: ignore[arg-type]
        self._refresh()

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Arrange the arrays for the new room."""
        super().resizeEvent(event)
        self._made_of = ()
        if self.isVisible():
            self._refresh()

    def sizeHint(self) -> QSize:
        """Return a size for two small arrays."""
        return QSize(self._theme.px(metrics.CELL_W) * 14, self._theme.px(metrics.CELL_H) * 8)

    def minimumSizeHint(self) -> QSize:
        """Return a size at which one small array can be seen."""
        return QSize(self._theme.px(metrics.CELL_W) * 3, self._theme.px(metrics.CELL_H) * 2)

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Draw the arrays that can be seen."""
        painter = QPainter(self._port)
        painter.fillRect(self._port.rect(), QColor(self._theme.panel))
        painter.translate(0, -self._bar.value())
        seen = self._port.rect().translated(0, self._bar.value())
        if self._moment is not None and not self._arrangement.arrays:
            painter.setFont(label_font(self._theme))
            painter.setPen(QColor(self._theme.secondary))
            painter.drawText(
                self._port.rect(), Qt.AlignmentFlag.AlignCenter, self.tr("No name holds numbers here yet.")
            )
        for placed in self._arrangement.arrays:
            if placed.frame.intersects(seen):
                self._paint_array(painter, placed)
        for text in self._arrangement.texts:
            painter.setFont(label_font(self._theme))
            painter.setPen(QColor(self._theme.secondary if text.is_title else self._theme.text))
            painter.drawText(text.at, text.text)

    def _paint_array(self, painter: QPainter, placed: PlacedArray) -> None:
        theme, array = self._theme, placed.array
        colours = {"now": theme.now_mark, "fault": theme.fault, "holds": theme.holds}
        heading = QRect(placed.frame.left(), placed.frame.top(), placed.frame.width(), self._arranger.heading)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(mono_small_font(theme, bold=True))
        painter.setPen(QColor(colours[array.ring] if array.ring in ("fault", "holds") else theme.text))
        painter.drawText(heading, middle | Qt.AlignmentFlag.AlignLeft, placed.label)
        painter.setFont(hint_font(theme))
        painter.setPen(QColor(theme.secondary))
        painter.drawText(heading, middle | Qt.AlignmentFlag.AlignRight, placed.heading)
        self._paint_cells(painter, placed)
        if array.sign:
            painter.setFont(label_font(theme))
            painter.setPen(QColor(theme.text))
            painter.drawText(placed.sign_at + QPoint(0, QFontMetrics(painter.font()).ascent() // 2), array.sign)
        if array.ring:
            ring = theme.px(metrics.RING)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(colours[array.ring]), ring))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            around = QRectF(placed.frame).adjusted(-2 * ring, -ring / 2, 2 * ring, ring)
            painter.drawRoundedRect(around, theme.px(metrics.SMALL_CORNER), theme.px(metrics.SMALL_CORNER))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def _paint_cells(self, painter: QPainter, placed: PlacedArray) -> None:
        theme, value = self._theme, placed.array.value
        if not value.size:
            return
        part = np.asarray(value[: placed.rows, : placed.columns].real, dtype=np.float64)
        # All samples of a large data set would have to be looked through at every line.
        scale = largest(np.asarray(value.real, dtype=np.float64)) if value.size <= _MANY else largest(part)
        fills, inks = (rgba(theme, part, scale) for rgba in (signed_rgba, signed_text_rgba))
        width, height = placed.cells.width() // placed.columns, self._arranger.cell_height
        painter.setFont(mono_small_font(theme))
        border = theme.px(metrics.BORDER)
        inset = theme.px(metrics.SMALL_GAP) // 2
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        colours = zip(fills.reshape(-1, 4).tolist(), inks.reshape(-1, 4).tolist(), strict=True)
        for number, (text, (fill, ink)) in enumerate(zip(placed.texts, colours, strict=True)):
            row, column = divmod(number, placed.columns)
            cell = QRect(placed.cells.left() + column * width, placed.cells.top() + row * height, width, height)
            painter.fillRect(cell.adjusted(0, 0, -border, -border), QColor(*fill))
            painter.setPen(QColor(*ink))
            painter.drawText(cell.adjusted(0, 0, -inset - border, -border), flags, text)
        if placed.is_part:
            # It goes on: a few dots at the edges that are cut off.
            painter.setPen(QColor(theme.secondary))
            if placed.columns < value.shape[1]:
                at = QPointF(placed.cells.right() - width / 2, placed.frame.top() + self._arranger.heading - border)
                painter.drawText(at, "…")
            if placed.rows < value.shape[0]:
                painter.drawText(QPointF(placed.cells.left() + width / 2, placed.cells.bottom() + border), "⋮")

    def viewportEvent(self, event: QEvent | None) -> bool:
        """Show the exact number under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos()), self._port)
            return True
        return super().viewportEvent(event)

    def tip_at(self, place: QPoint) -> str:
        """Return the tooltip of a place in the viewport."""
        point = place + QPoint(0, self._bar.value())
        for placed in self._arrangement.arrays:
            if placed.frame.contains(point):
                cell = placed.cell_at(point)
                if cell is None:
                    return f"{placed.array.label}  {placed.array.shape}"
                value = float(placed.array.value[cell].real)
                return f"{placed.array.label}[{cell[0]}, {cell[1]}] = {exact(value)}"
        return ""
