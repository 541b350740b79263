"""The key to the colours of the matrix that is looked at."""

from __future__ import annotations

from PyQt6.QtCore import QSize, Qt
from PyQt6.QtGui import QResizeEvent
from PyQt6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from nnviz.views.theme import Theme, metrics
from nnviz.views.widgets.legend import Legend


class ScaleKey(QWidget):
    """A matrix's label and the colours of its values; hidden when the heading is too narrow for it.

    Parameters
    ----------
    theme
    parent
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = QLabel(self)
        self._label.setProperty("role", "secondary")
        self._label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._label.setFixedWidth(theme.px(metrics.CELL_W))
        self.legend = Legend(theme, self)
        self.legend.show_signed(1.0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(metrics.SMALL_GAP))
        row.addWidget(self._label)
        row.addWidget(self.legend)
        self._full = row.sizeHint()
        # The controls beside it are whole first.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(self._full.width())

    def show_scale(self, label: str, scale: float) -> None:
        """Show the colours of a matrix: full at −scale and +scale."""
        if label != self._label.text():
            self._label.setText(label)
        self.legend.show_signed(scale)

    def sizeHint(self) -> QSize:
        """Return the size at which it is shown."""
        return self._full

    def minimumSizeHint(self) -> QSize:
        """Return a size of no width: a narrow heading does without it."""
        return QSize(0, self._full.height())

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Show it whole, or not at all."""
        super().resizeEvent(event)
        fits = self.width() >= self._full.width()
        self._label.setVisible(fits)
        self.legend.setVisible(fits)
