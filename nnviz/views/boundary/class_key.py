"""The legend of the classes' colours."""

from __future__ import annotations

from collections.abc import Sequence

from PyQt6.QtCore import QPointF, QRectF, QSize, Qt
from PyQt6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PyQt6.QtWidgets import QSizePolicy, QWidget

from nnviz.views.plots.predictions.spots import TRAIN, draw_spot, panel_style
from nnviz.views.theme import Theme, class_colour, label_font, metrics


class ClassKey(QWidget):
    """A spot and a name, or where there is less room a number, for each class.

    Parameters
    ----------
    theme
        Colours and fonts.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._names: tuple[str, ...] = ()
        self._has_names = True
        self.setFont(label_font(theme))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setToolTip(self.tr("The colour of each class; fainter where the network is less sure"))

    def show_classes(self, names: Sequence[str]) -> None:
        """Show the colours of classes with these names."""
        if tuple(names) != self._names:
            self._names = tuple(names)
            text = self.tr("%1 classes").replace("%1", str(len(names)))
            self.setAccessibleName(f"{text}: {', '.join(names)}")
            self.updateGeometry()
            self.update()

    def set_room(self, width: float) -> None:
        """Write the names where so much room is enough for them, and otherwise the numbers of the classes."""
        has_names = self._width(self._names) <= width
        if has_names != self._has_names:
            self._has_names = has_names
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Return the size of all of them side by side."""
        return QSize(self._width(self._texts()), QFontMetrics(self.font()).height())

    def minimumSizeHint(self) -> QSize:
        """Return the same: the legend has a fixed size."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Draw a spot and a number for each class."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, measure = self._theme.px(metrics.SAMPLE), QFontMetrics(self.font())
        left = 0.0
        for index, text in enumerate(self._texts()):
            centre = QPointF(left + side / 2, self.height() / 2)
            draw_spot(painter, panel_style(self._theme), centre, side, class_colour(self._theme, index), TRAIN)
            painter.setPen(QColor(self._theme.secondary))
            width = measure.horizontalAdvance(text)
            box = QRectF(left + side + self._theme.px(metrics.SMALL_GAP) / 2, 0, width + 1, self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
            left += self._between() + width

    def _texts(self) -> tuple[str, ...]:
        return self._names if self._has_names else tuple(str(index) for index in range(len(self._names)))

    def _width(self, texts: Sequence[str]) -> int:
        measure = QFontMetrics(self.font())
        whole = sum(self._between() + measure.horizontalAdvance(text) for text in texts)
        return whole - self._theme.px(metrics.GAP) if texts else 0  # no gap after the last

    def _between(self) -> int:
        return self._theme.px(metrics.SAMPLE + metrics.SMALL_GAP + metrics.GAP)
