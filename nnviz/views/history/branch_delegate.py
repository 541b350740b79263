"""Painting of a branch: a check box, its line on the loss plot, its name and loss, and under them where it began."""

from __future__ import annotations

from dataclasses import dataclass

from PyQt6.QtCore import QLineF, QModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PyQt6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF
from PyQt6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from nnviz.views.history.branch_model import BranchModel
from nnviz.views.history.rows import BranchRow
from nnviz.views.painter_state import saved
from nnviz.views.plots.branch_pens import compared_pen
from nnviz.views.theme import Theme, hint_font, metrics, mono_small_font, ui_font

_SAMPLE = 20
"""Length at scale 1 of the sample of its line."""
_DEEPEST = 3
"""Levels of branches that are indented further: a narrow list has no room for more."""
_CHECK = ((0.25, 0.52), (0.43, 0.7), (0.76, 0.32))
"""Corners of the tick, as shares of the box."""


@dataclass(frozen=True)
class Parts:
    """Rectangles of the parts of a row."""

    check: QRectF
    sample: QRectF
    name: QRectF
    loss: QRectF
    details: QRectF


class BranchDelegate(QStyledItemDelegate):
    """Paints rows.

    Attributes
    ----------
    problem
        Why the name being typed is not accepted, written under it; empty if it is.
    renamed
        The branch whose name is being typed; empty for none.

    Parameters
    ----------
    theme
        Colours, fonts and sizes.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.problem = ""
        self.renamed = ""
        self._name, self._bold, self._hint, self._mono = (
            ui_font(theme),
            ui_font(theme, bold=True),
            hint_font(theme),
            mono_small_font(theme),
        )
        self._upper_height, self._lower_height = (QFontMetricsF(font).height() for font in (self._bold, self._hint))

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        """Return a size with room for two lines."""
        model = index.model()
        upper = self._upper(model.rows[index.row()]) if isinstance(model, BranchModel) else 0.0
        return QSize(0, round(upper + self._lower_height) + 2 * self._theme.px(metrics.SMALL_GAP))

    def parts(self, row: BranchRow, rect: QRectF) -> Parts:
        """Return where the parts of a row are."""
        px = self._theme.px
        gap, side = px(metrics.GAP), px(metrics.HANDLE)
        left = rect.left() + px(metrics.PADDING) + min(row.depth, _DEEPEST) * px(metrics.PADDING)
        top, upper = rect.top() + px(metrics.SMALL_GAP), self._upper(row)
        check = QRectF(left, round(top + (upper - side) / 2), side, side)
        sample = QRectF(check.right() + gap, top, px(_SAMPLE), upper)
        right = rect.right() - px(metrics.PADDING)
        loss = QFontMetricsF(self._mono).horizontalAdvance(row.loss) + 1
        text = sample.right() + gap
        return Parts(
            check,
            sample,
            QRectF(text, top, max(0.0, right - loss - gap - text), upper),
            QRectF(right - loss, top, loss, upper),
            QRectF(text, top + upper, max(0.0, right - text), self._lower_height),
        )

    def paint(self, painter: QPainter | None, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """Paint a row."""
        model = index.model()
        if painter is None or not isinstance(model, BranchModel):
            return
        row, rect = model.rows[index.row()], QRectF(option.rect)
        parts = self.parts(row, rect)
        with saved(painter):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw_ground(painter, rect, option.state, row)
            if not row.is_current:
                self._draw_check(painter, parts.check, on=row.is_compared)
            if row.is_current or row.is_compared:
                painter.setPen(self._pen(row))
                middle = round(parts.sample.center().y()) + 0.5
                painter.drawLine(QLineF(parts.sample.left(), middle, parts.sample.right(), middle))
            theme, is_renamed = self._theme, row.name == self.renamed
            if not is_renamed:
                font = self._bold if row.is_current else self._name
                self._write(painter, parts.name, row.title, font, theme.text)
            self._write(painter, parts.loss, row.loss, self._mono, theme.text)
            text, colour = row.details, theme.secondary
            if is_renamed and self.problem:
                text, colour = self.problem, theme.fault
            self._write(painter, parts.details, text, self._hint, colour)

    def is_cut(self, row: BranchRow, rect: QRect) -> bool:
        """Return whether a row has no room for all its text."""
        parts = self.parts(row, QRectF(rect))
        name = QFontMetricsF(self._bold).horizontalAdvance(row.title)
        details = QFontMetricsF(self._hint).horizontalAdvance(row.details)
        return name > parts.name.width() or details > parts.details.width()

    def _upper(self, row: BranchRow) -> float:
        """Return the height of the first line; a field needs more than a name."""
        return self._theme.px(metrics.CONTROL) if row.name == self.renamed else self._upper_height

    def _pen(self, row: BranchRow) -> QPen:
        stroke = metrics.STROKE * self._theme.scale
        if row.is_current:
            return QPen(QColor(self._theme.accent), stroke)
        return compared_pen(self._theme, row.place, stroke)

    def _draw_ground(self, painter: QPainter, rect: QRectF, state: QStyle.StateFlag, row: BranchRow) -> None:
        theme = self._theme
        ground = None
        if state & QStyle.StateFlag.State_Selected:
            ground = theme.chosen if state & QStyle.StateFlag.State_HasFocus else theme.window
        elif state & QStyle.StateFlag.State_MouseOver:
            ground = theme.window
        if ground is not None:
            painter.fillRect(rect, QColor(ground))
        if row.is_current:
            painter.fillRect(
                QRectF(rect.left(), rect.top(), theme.px(metrics.TRACK), rect.height()), QColor(theme.accent)
            )

    def _draw_check(self, painter: QPainter, box: QRectF, *, on: bool) -> None:
        theme, border = self._theme, self._theme.px(metrics.BORDER)
        painter.setPen(QPen(QColor(theme.accent if on else theme.faint), border))
        painter.setBrush(QColor(theme.accent if on else theme.field))
        corner = theme.px(metrics.SMALL_GAP)
        painter.drawRoundedRect(box.adjusted(border / 2, border / 2, -border / 2, -border / 2), corner, corner)
        if on:
            tick = QPolygonF([QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in _CHECK])
            painter.setPen(QPen(QColor(theme.on_accent), metrics.STROKE * theme.scale))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(tick)

    def _write(self, painter: QPainter, rect: QRectF, text: str, font: QFont, colour: str) -> None:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
