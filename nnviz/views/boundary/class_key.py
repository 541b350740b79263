"""The legend of the classes' colours."""

from __future__ import annotations

from PyQt6.QtCore import QPointF, QRectF, QSize, Qt
from PyQt6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PyQt6.QtWidgets import QSizePolicy, QWidget

from nnviz.views.plots.predictions.spots import TRAIN, draw_spot, panel_style
from nnviz.views.theme import Theme, class_colour, label_font, metrics


class ClassKey(QWidget):
    """A spot and a number for each class.

    Parameters
    ----------
    theme
        Colours and fonts.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._classes = 0
        self.setFont(label_font(theme))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setToolTip(self.tr("The colour of each class; fainter where the network is less sure"))

    def show_classes(self, count: int) -> None:
        """Show the colours of so many classes."""
        if count != self._classes:
            self._classes = count
            self.setAccessibleName(self.tr("%1 classes").replace("%1", str(count)))
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Return the size of all of them side by side."""
        return QSize(self._step() * self._classes, QFontMetrics(self.font()).height())

    def minimumSizeHint(self) -> QSize:
        """Return the same: the legend has a fixed size."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent | None) -> None:
        """Draw a spot and a number for each class."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, step = self._theme.px(metrics.SAMPLE), self._step()
        for index in range(self._classes):
            centre = QPointF(index * step + side / 2, self.height() / 2)
            draw_spot(painter, panel_style(self._theme), centre, side, class_colour(self._theme, index), TRAIN)
            painter.setPen(QColor(self._theme.secondary))
            box = QRectF(index * step + side + self._theme.px(metrics.SMALL_GAP) / 2, 0, step, self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, str(index))

    def _step(self) -> int:
        widest = QFontMetrics(self.font()).horizontalAdvance(str(max(self._classes - 1, 0)))
        return self._theme.px(metrics.SAMPLE + metrics.SMALL_GAP + metrics.GAP) + widest
